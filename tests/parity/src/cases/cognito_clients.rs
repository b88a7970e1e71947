//! Clients, domains, resource servers and groups of user pools: every option.

use aws_cdk_certificatemanager::Certificate;
use aws_cdk_cognito::{
    AnalyticsConfiguration, AuthFlow, ClientAttributes, IUserPoolClient, IUserPoolResourceServer, ManagedLoginVersion,
    OAuthFlows, OAuthScope, OAuthSettings, ResourceServerScope, SignInUrlOptions, StandardAttributeName, UserPool,
    UserPoolClient, UserPoolClientBuilder, UserPoolClientIdentityProvider, UserPoolDomain, UserPoolGroup,
    UserPoolResourceServer,
};
use aws_cdk_core::{App, CfnOutput, Duration, Stack, Value, cfn_format};
use aws_cdk_iam::{Role, ServicePrincipal};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CognitoClients");
    let pool = UserPool::new(&stack, "Pool");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("cognito-idp.amazonaws.com")).build();
    let read = ResourceServerScope::new("read", "read it");
    let scopes = [read.clone(), ResourceServerScope::new("write", "write it")];
    let server = pool.add_resource_server("Server", "books").scopes(scopes).build();
    let identifier = cfn_format!("https://{}.example.com", stack.region());
    UserPoolResourceServer::builder(&stack, "Named", &pool, identifier)
        .user_pool_resource_server_name("named")
        .build();
    let old = UserPoolResourceServer::from_user_pool_resource_server_id(&stack, "Old", "old");
    let scopes = [
        OAuthScope::email(),
        OAuthScope::custom("own/scope"),
        OAuthScope::email(),
        OAuthScope::resource_server(&server, &read),
        OAuthScope::resource_server(&old, &read),
    ];
    let full = full(pool.add_client("Full"), &stack, &role, scopes.into());
    other_clients(&stack, &pool, OAuthScope::resource_server(&server, &read));

    let domain = pool
        .add_domain("Domain")
        .cognito_domain("books-readers")
        .managed_login_version(ManagedLoginVersion::NewerManagedLogin)
        .build();
    let arn = "arn:aws:acm:us-east-1:111111111111:certificate/c";
    let certificate = Certificate::from_certificate_arn(&stack, "Cert", arn);
    let custom = UserPoolDomain::builder(&stack, "Custom", &pool)
        .custom_domain("login.example.com", &certificate)
        .managed_login_version(ManagedLoginVersion::ClassicHostedUi)
        .build();
    pool.add_group("Group").description("d").group_name("admins").precedence(0).role(&role).build();
    UserPoolGroup::builder(&stack, "Plain", &pool).build();
    let imported = UserPoolClient::from_user_pool_client_id(&stack, "Imported", "client");
    let plain = pool.add_client("PlainClient").build();
    let own = SignInUrlOptions::new(cfn_format!("https://{}.test", stack.region())).sign_in_path("/own");
    let outputs: [(&str, Value<String>); 11] = [
        ("ClientId", full.user_pool_client_id()),
        ("ClientName", full.user_pool_client_name().cloned().unwrap_or_else(|| "".into())),
        ("ImportedId", imported.user_pool_client_id()),
        ("ServerId", server.user_pool_resource_server_id()),
        ("DomainName", domain.domain_name()),
        ("Base", domain.base_url()),
        ("Fips", domain.fips_base_url()),
        ("CustomBase", custom.base_url()),
        ("CloudFront", custom.cloud_front_endpoint()),
        ("SignIn", domain.sign_in_url(&full, SignInUrlOptions::new("https://a.test"))),
        ("SignInPath", custom.sign_in_url(&plain, own)),
    ];
    for (id, value) in outputs {
        CfnOutput::new(&stack, id, value);
    }
}

fn full(client: UserPoolClientBuilder, stack: &Stack, role: &Role, scopes: Vec<OAuthScope>) -> UserPoolClient {
    let o_auth = OAuthSettings::new()
        .flows(OAuthFlows::new().authorization_code_grant(true))
        .callback_urls([Value::from("https://a.test"), cfn_format!("https://{}.test", stack.region())])
        .default_redirect_uri("https://a.test")
        .logout_urls(["https://a.test/bye"])
        .scopes(scopes);
    let readable = [StandardAttributeName::Email, StandardAttributeName::EmailVerified, StandardAttributeName::Address];
    client
        .user_pool_client_name("full")
        .generate_secret(true)
        .auth_flows(
            AuthFlow::new().admin_user_password(true).custom(true).user_password(true).user_srp(true).user(true),
        )
        .o_auth(o_auth)
        .auth_session_validity(Duration::minutes(15))
        .prevent_user_existence_errors(true)
        .supported_identity_providers([
            UserPoolClientIdentityProvider::cognito(),
            UserPoolClientIdentityProvider::apple(),
            UserPoolClientIdentityProvider::custom("own"),
        ])
        .id_token_validity(Duration::hours(2))
        .refresh_token_validity(Duration::days(90))
        .access_token_validity(Duration::minutes(10))
        .read_attributes(
            ClientAttributes::new()
                .with_standard_attributes(readable)
                .with_custom_attributes(["shelf", "custom:row", "Zed"]),
        )
        .write_attributes(ClientAttributes::new().with_standard_attributes([StandardAttributeName::Nickname]))
        .enable_token_revocation(true)
        .enable_propagate_additional_user_context_data(true)
        .analytics(AnalyticsConfiguration::of_application_id("id", "external", role).share_user_data(true))
        .build()
}

fn other_clients(stack: &Stack, pool: &UserPool, read: OAuthScope) {
    pool.add_client("Disabled")
        .disable_o_auth(true)
        .prevent_user_existence_errors(false)
        .generate_secret(false)
        .enable_token_revocation(false)
        .build();
    let o_auth = OAuthSettings::new().flows(OAuthFlows::new().client_credentials(true)).scopes([read]);
    pool.add_client("Machine").generate_secret(true).o_auth(o_auth).build();
    let o_auth = OAuthSettings::new()
        .flows(OAuthFlows::new().implicit_code_grant(true))
        .scopes([OAuthScope::openid(), OAuthScope::phone()]);
    pool.add_client("Implicit")
        .o_auth(o_auth)
        .auth_flows(AuthFlow::new().user_srp(true))
        .refresh_token_rotation_grace_period(Duration::seconds(10))
        .build();
    let o_auth = OAuthSettings::new().flows(OAuthFlows::new()).callback_urls(Vec::<String>::new()).scopes([]);
    pool.add_client("NoFlows")
        .o_auth(o_auth)
        .auth_flows(AuthFlow::new().user(false))
        .supported_identity_providers([])
        .build();
    pool.add_client("ShortRefresh")
        .refresh_token_validity(Duration::hours(1))
        .id_token_validity(Duration::hours(1))
        .auth_flows(AuthFlow::new())
        .build();
    pool.add_client("AccessOnly")
        .access_token_validity(Duration::days(1))
        .o_auth(OAuthSettings::new())
        .read_attributes(ClientAttributes::new())
        .build();
    UserPoolClient::builder(stack, "Google", pool)
        .supported_identity_providers([
            UserPoolClientIdentityProvider::google(),
            UserPoolClientIdentityProvider::facebook(),
            UserPoolClientIdentityProvider::amazon(),
        ])
        .refresh_token_rotation_grace_period(Duration::seconds(0))
        .build();
}
