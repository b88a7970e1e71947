//! Trust policies of every principal, in stacks with and without an environment.

use aws_cdk_core::{App, Aws, Environment, Stack, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, CanonicalUserPrincipal, CfnOIDCProvider,
    CompositePrincipal, FederatedPrincipal, IPrincipal, OidcProviderNative, OpenIdConnectPrincipal,
    OrganizationPrincipal, PolicyStatement, PrincipalWithConditions, Role, SamlConsolePrincipal, SamlPrincipal,
    SamlProvider, ServicePrincipal, StarPrincipal, User, WebIdentityPrincipal,
};

pub(super) fn build(app: &App) {
    let env = |region: &str| Environment::new().account("111111111111").region(region);
    trust(&Stack::new(app, "IamTrust"));
    trust(&Stack::builder(app, "IamTrustEnv").env(env("eu-central-2")).build());
    trust(&Stack::builder(app, "IamTrustCn").env(env("cn-north-1")).build());
}

fn arn() -> ArnPrincipal {
    ArnPrincipal::new("arn:aws:iam::222222222222:role/r")
}

fn role(stack: &Stack, id: &str, principal: impl IPrincipal + 'static) -> Role {
    Role::builder(stack, id, principal).build()
}

fn trust(stack: &Stack) {
    role(stack, "Arn", arn());
    role(stack, "ArnOrganization", arn().in_organization("o-a1b2c3d4e5"));
    role(stack, "Account", AccountPrincipal::new("222222222222"));
    role(stack, "AccountToken", AccountPrincipal::new(Aws::ACCOUNT_ID).in_organization("o-a1b2c3d4e5"));
    role(stack, "Root", AccountRootPrincipal::new());
    services(stack);
    role(stack, "Organization", OrganizationPrincipal::new("o-a1b2c3d4e5"));
    role(stack, "Canonical", CanonicalUserPrincipal::new("canonical"));
    federated(stack);
    role(stack, "Any", AnyPrincipal::new());
    role(stack, "Star", StarPrincipal::new());
    composed(stack);
    let ids = CompositePrincipal::new(arn()).principal(AccountPrincipal::new("1").with_session_tags());
    Role::builder(stack, "ExternalIds", ids).external_ids(["y", "x"]).build();
    let inner = role(stack, "Inner", ServicePrincipal::new("x"));
    role(stack, "OfRole", inner);
    role(stack, "OfUser", User::new(stack, "User"));
    let more = role(stack, "More", arn());
    let statement = |action| PolicyStatement::new().actions([action]).service_principal("m");
    more.assume_role_policy().add_statements([statement("sts:AssumeRole")]);
    more.assume_role_policy().add_statements([statement("sts:TagSession")]);
}

fn services(stack: &Stack) {
    role(stack, "Service", ServicePrincipal::new("lambda"));
    role(stack, "ServiceFull", ServicePrincipal::new("states.us-east-1.amazonaws.com"));
    role(stack, "ServiceCn", ServicePrincipal::new("ec2.amazonaws.com.cn"));
    role(stack, "ServiceOptIn", ServicePrincipal::new("s3.amazonaws.com").region("eu-central-2"));
    role(stack, "ServiceRegion", ServicePrincipal::new("s3.amazonaws.com").region("us-east-1"));
    let conditions = cfn_json!({ "StringEquals": { "aws:SourceAccount": Aws::ACCOUNT_ID } });
    role(stack, "ServiceConditions", ServicePrincipal::new("s3").conditions(conditions));
    role(stack, "ServiceStatic", ServicePrincipal::from_static_service_principle_name("s3.static"));
}

fn federated(stack: &Stack) {
    let bool_condition = || cfn_json!({ "Bool": { "a": "b" } });
    role(stack, "Federated", FederatedPrincipal::new("f"));
    let all = FederatedPrincipal::new("f").conditions(bool_condition()).assume_role_action("sts:X");
    role(stack, "FederatedAll", all);
    role(stack, "Web", WebIdentityPrincipal::new("www.amazon.com").conditions(bool_condition()));
    let oidc = OidcProviderNative::builder(stack, "Oidc", "https://oidc.example.com")
        .client_ids(["c"])
        .thumbprints(["0123456789abcdef0123456789abcdef01234567"])
        .build();
    role(stack, "OpenIdConnect", OpenIdConnectPrincipal::new(&oidc));
    let oidc = CfnOIDCProvider::builder(stack, "OidcL1").url("https://x.example.com").build();
    let sub = cfn_json!({ "StringLike": { "x.example.com:sub": "y" } });
    role(stack, "OpenIdConnectL1", OpenIdConnectPrincipal::new(&oidc).conditions(sub));
    let saml = SamlProvider::builder(stack, "SamlProvider", "<xml/>").name("saml").build();
    let issuer = cfn_json!({ "StringEquals": { "SAML:iss": "i" } });
    role(stack, "Saml", SamlPrincipal::new(&saml).conditions(issuer));
    let conditions = cfn_json!({ "StringEquals": { "SAML:iss": "i" }, "Bool": { "a": "b" } });
    role(stack, "SamlConsole", SamlConsolePrincipal::new(&saml).conditions(conditions));
    let imported = SamlProvider::from_saml_provider_arn(stack, "SamlArn", "arn:aws:iam::1:saml-provider/s");
    role(stack, "SamlImported", SamlConsolePrincipal::new(&imported));
}

fn composed(stack: &Stack) {
    let bool_condition = || cfn_json!({ "Bool": { "a": "b" } });
    let composite = CompositePrincipal::new(ServicePrincipal::new("b"))
        .principal(ServicePrincipal::new("a").conditions(bool_condition()))
        .principal(arn())
        .principal(WebIdentityPrincipal::new("w"));
    role(stack, "Composite", composite);
    let equals = || cfn_json!({ "StringEquals": { "a": "b" } });
    role(stack, "Conditions", PrincipalWithConditions::new(arn(), equals()));
    let twice = FederatedPrincipal::new("f")
        .conditions(cfn_json!({ "StringEquals": { "a": "b" }, "Bool": { "z": "z" } }))
        .with_conditions(cfn_json!({ "Null": { "n": "true" }, "StringEquals": { "c": "d" } }));
    role(stack, "ConditionsTwice", twice);
    let added = PrincipalWithConditions::new(arn(), equals())
        .condition("StringEquals", cfn_json!({ "c": "d" }))
        .conditions(cfn_json!({ "Null": { "n": "true" } }));
    role(stack, "ConditionsAdded", added);
    let composite = CompositePrincipal::new(arn()).principal(ServicePrincipal::new("a"));
    role(stack, "ConditionsOfComposite", PrincipalWithConditions::new(composite, bool_condition()));
    role(stack, "Tags", arn().with_session_tags());
    role(stack, "TagsOfConditions", arn().with_conditions(bool_condition()).with_session_tags());
    role(stack, "ConditionsOfTags", arn().with_session_tags().with_conditions(bool_condition()));
}
