//! Bad input: each mistake is reported with its code, on its construct, at the place in the user's code, and nothing is
//! written.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_core::{App, Aws, CfnResource, Duration, Stack, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, AnyPrincipal, ArnPrincipal, CompositePrincipal, Effect, FromRoleArnOptions, Grant, GrantOptions,
    Group, IGroup, IPrincipal, IRole, IUser, ManagedPolicy, OidcProviderNative, OrganizationPrincipal, Policy,
    PolicyDocument, PolicyStatement, PrincipalWithConditions, Role, SamlProvider, ServicePrincipal, StarPrincipal,
    UnknownPrincipal, User,
};
use expect_test::{Expect, expect};

const HERE: &str = "crates/iam/tests/";

/// The reports of what `build` does wrong. Each must point into this file; line and column are left out.
fn check(build: impl FnOnce(&Stack), expected: Expect) {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let app = App::builder().outdir(&outdir).build();
    build(&Stack::new(&app, "Stack"));
    let error = app.synth().expect_err("there should be an error");
    let written: Vec<_> = std::fs::read_dir(&outdir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(written, ["diagnostics.json"], "an assembly was written");
    let mut report = String::new();
    for diagnostic in error.diagnostics() {
        let (location, text) = (diagnostic.location(), diagnostic.to_string());
        assert!(location.file().starts_with(HERE), "{text}");
        report += &text.replace(&format!("  --> {location}\n"), "");
        report.push('\n');
    }
    expected.assert_eq(&report);
}

/// The codes of the warnings of what `build` does.
fn warnings(build: impl FnOnce(&Stack)) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path().join("cdk.out")).build();
    build(&Stack::new(&app, "Stack"));
    let assembly = app.synth().unwrap();
    assembly.warnings().iter().map(|warning| warning.code().to_owned()).collect()
}

fn policy(stack: &Stack, id: &str, statement: PolicyStatement) {
    let user = User::new(stack, format!("{id}User"));
    Policy::builder(stack, id).user(&user).statement(statement).build();
}

fn resource_policy(stack: &Stack, id: &str, statement: PolicyStatement) {
    let document = PolicyDocument::new().statement(statement);
    CfnResource::builder(stack, id, "Test::Own::Policy").property("Document", document).build();
}

fn good() -> PolicyStatement {
    PolicyStatement::new().actions(["a:A"]).resources(["*"])
}

#[test]
fn statements_of_identities() {
    check(
        |stack| {
            policy(stack, "NoActions", PolicyStatement::new().resources(["*"]));
            policy(stack, "NoResources", PolicyStatement::new().actions(["a:A"]));
            policy(stack, "Principals", good().any_principal());
            policy(stack, "Sid", good().sid("not alphanumeric"));
        },
        expect![[r#"
            error[iam::statement-without-actions]: a statement names no actions
               = construct: Stack/NoActions
               = help: add some with `.actions([..])` or `.not_actions([..])`
            error[iam::statement-without-resources]: a statement in the policy of an identity names no resources
               = construct: Stack/NoResources
               = help: add some with `.resources([..])`, or all with `.all_resources()`
            error[iam::principals-in-identity-policy]: a statement in the policy of an identity names principals
               = construct: Stack/Principals
               = help: leave them out: the policy is about the identity that has it
            error[iam::invalid-sid]: `not alphanumeric` is not an id of a statement in the policy of an identity
               = construct: Stack/Sid
               = help: use letters and digits of ASCII
        "#]],
    );
}

#[test]
fn statements_that_contradict_themselves() {
    check(
        |stack| {
            policy(stack, "Actions", good().not_actions(["a:B"]));
            policy(stack, "Resources", good().not_resources(["r"]));
            policy(stack, "Invalid", good().actions(["a", "a:b:c", ":x", "a:b?", "*:*"]));
            policy(stack, "Condition", good().condition("Bool", "true").conditions(cfn_json!(["x"])));
            resource_policy(stack, "Both", good().any_principal().not_principal(&ArnPrincipal::new("a")));
            resource_policy(stack, "Star", good().any_principal().principal(&StarPrincipal));
            let x = ArnPrincipal::new("a").with_conditions(cfn_json!({ "Bool": { "x": "y" } }));
            resource_policy(stack, "Conditions", good().any_principal().principal(&x));
            resource_policy(stack, "Group", good().principal(&Group::new(stack, "G")));
        },
        expect![[r#"
            error[iam::principals-and-not-principals]: a statement has both principals and not_principals
               = construct: Stack/Both
               = help: name either the principals that are meant or those that are exempt
            error[iam::mixed-star-principal]: a statement has `*` as its principal and others beside it
               = construct: Stack/Star
               = help: use `AnyPrincipal` beside other principals, or make a statement for each
            error[iam::different-principal-conditions]: the principals of a statement have different conditions: {} and {"Bool":{"x":"y"}}
               = construct: Stack/Conditions
               = help: make a statement for each
            error[iam::group-as-principal]: a group cannot be a principal in a policy
               = construct: Stack/Group
               = help: name the users or a role that they take
            error[iam::actions-and-not-actions]: a statement has both actions and not_actions
               = construct: Stack/Actions
               = help: name either the actions that are meant or those that are exempt
            error[iam::resources-and-not-resources]: a statement has both resources and not_resources
               = construct: Stack/Resources
               = help: name either the resources that are meant or those that are exempt
            error[iam::invalid-action]: `a` is not an action
               = construct: Stack/Invalid
               = help: write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`
            error[iam::invalid-action]: `a:b:c` is not an action
               = construct: Stack/Invalid
               = help: write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`
            error[iam::invalid-action]: `:x` is not an action
               = construct: Stack/Invalid
               = help: write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`
            error[iam::invalid-action]: `a:b?` is not an action
               = construct: Stack/Invalid
               = help: write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`
            error[iam::invalid-action]: `*:*` is not an action
               = construct: Stack/Invalid
               = help: write the service's prefix, a colon and the action's name, such as `sqs:SendMessage` or `s3:Get*`
            error[iam::condition-not-object]: the condition `Bool` is not an object
               = construct: Stack/Condition
               = help: give each operator its keys and values: `cfn_json!({ "aws:SourceAccount": "111111111111" })`
            error[iam::condition-not-object]: the condition `conditions` is not an object
               = construct: Stack/Condition
               = help: give each operator its keys and values: `cfn_json!({ "aws:SourceAccount": "111111111111" })`
        "#]],
    );
}

#[test]
fn principals() {
    check(
        |stack| {
            resource_policy(stack, "Organization", good().principal(&OrganizationPrincipal::new("o-1")));
            let with = |conditions| ServicePrincipal::new("x").conditions(conditions);
            resource_policy(stack, "NotObject", good().principal(&with(cfn_json!({ "Bool": "x" }))));
            let composite =
                CompositePrincipal::new(AnyPrincipal::new()).principal(with(cfn_json!({ "Bool": { "a": "b" } })));
            resource_policy(stack, "Composite", good().principal(&composite));
            let token = PrincipalWithConditions::new(
                with(cfn_json!({ "Bool": { "a": "b" } })),
                cfn_json!({ "Bool": Aws::REGION }),
            );
            Role::builder(stack, "Token", token).build();
            let unknown = UnknownPrincipal::new(stack);
            resource_policy(stack, "Unknown", good().principal(&unknown));
            let document = PolicyDocument::new();
            let grantee = Policy::new(stack, "Policy");
            let statement = good().principal(&*aws_cdk_iam::IGrantable::grant_principal(&grantee));
            CfnResource::builder(stack, "OfPolicy", "Test::Own::Policy")
                .property("Document", document.statement(statement))
                .build();
        },
        expect![[r#"
            error[iam::invalid-organization-id]: `o-1` is not the id of an organization
               = construct: Stack/Organization
               = help: use `o-` and 10 to 32 digits and small letters
            error[iam::condition-not-object]: the condition `Bool` is not an object
               = construct: Stack/NotObject
               = help: give each operator its keys and values: `cfn_json!({ "aws:SourceAccount": "111111111111" })`
            error[iam::composite-principal-conditions]: {"Service":["x.amazonaws.com"]} has conditions and is part of a composite principal
               = construct: Stack/Composite
               = help: make a statement for each principal
            error[iam::unknown-principal-in-policy]: `Stack` was imported without its role and cannot be a principal
               = construct: Stack/Unknown
               = help: import it with its role
            error[iam::policy-as-principal]: this grant needs a principal for the policy of a resource, and `Stack/Policy` is a policy
               = construct: Stack/OfPolicy
               = help: grant to a role or a user instead
            error[iam::conditions-with-token]: the conditions `Bool` cannot be merged, since one is known only at deployment
               = construct: Stack/Token
               = help: give the keys of both as literals
        "#]],
    );
}

#[test]
fn roles() {
    check(
        |stack| {
            let role = |id: &str| Role::builder(stack, id, ServicePrincipal::new("x"));
            role("Name").role_name("no blanks").build();
            role("Description").description("x".repeat(1001)).build();
            role("Path").path("no-slashes").build();
            role("Session").max_session_duration(Duration::minutes(59)).build();
            role("Inline").inline_policy("i", PolicyDocument::new().statement(PolicyStatement::new())).build();
            let trusted = role("Trust").build();
            trusted.assume_role_policy().add_statements([PolicyStatement::new().effect(Effect::Deny)]);
            trusted.grant_assume_role(&AccountPrincipal::new("111111111111"));
        },
        expect![[r#"
            error[iam::invalid-role-name]: `no blanks` is not a name for a role
               = construct: Stack/Name
               = help: use 1 to 64 letters, digits and `_+=,.@-`
            error[iam::role-description]: the description has 1001 characters
               = construct: Stack/Description
               = help: use up to 1,000 characters
            error[iam::role-path]: `no-slashes` is not a path for a role
               = construct: Stack/Path
               = help: start and end it with a slash; use up to 512 characters of ASCII without blanks
            error[iam::max-session-duration]: the maximum session duration is 59 minutes
               = construct: Stack/Session
               = help: use 1 to 12 hours, in whole seconds
            error[iam::assume-role-grant]: services and accounts cannot be granted the right to take a role
               = construct: Stack/Trust
               = help: add a statement to `assume_role_policy` of the role
            error[iam::statement-without-actions]: a statement names no actions
               = construct: Stack/Inline
               = help: add some with `.actions([..])` or `.not_actions([..])`
            error[iam::statement-without-resources]: a statement in the policy of an identity names no resources
               = construct: Stack/Inline
               = help: add some with `.resources([..])`, or all with `.all_resources()`
            error[iam::statement-without-actions]: a statement names no actions
               = construct: Stack/Trust
               = help: add some with `.actions([..])` or `.not_actions([..])`
            error[iam::statement-without-principals]: a statement in the trust policy of a role names no principals
               = construct: Stack/Trust
               = help: add one with `.principal(..)`
        "#]],
    );
}

#[test]
fn imports() {
    check(
        |stack| {
            Role::from_role_arn(stack, "Arn", "role/x");
            let options = FromRoleArnOptions::new().add_grants_to_resources(true);
            Role::from_role_arn_with(stack, "Grants", "arn:aws:iam::111111111111:role/x", options);
            User::from_user_arn(stack, "User", "arn:aws:iam::111111111111:role/x");
            Group::from_group_arn(stack, "Group", "group/x");
            let token = User::from_user_arn(stack, "Token", aws_cdk_core::Fn::import_value("arn"));
            Group::new(stack, "Own").add_user(&token);
            token.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
        },
        expect![[r#"
            error[iam::invalid-arn]: `role/x` is not an ARN: it does not start with `arn:`
               = construct: Stack/Arn
               = help: give the ARN of a role: `arn:aws:iam::111111111111:role/name`
            error[iam::grants-to-resources-of-mutable-role]: `add_grants_to_resources` is set for a role that takes policies itself
               = construct: Stack/Grants
               = help: set `mutable(false)` as well
            error[iam::invalid-arn]: the ARN is of the resource type `role`, not `user`
               = construct: Stack/User
               = help: give the ARN of a user: `arn:aws:iam::111111111111:user/name`
            error[iam::invalid-arn]: `group/x` is not an ARN: it does not start with `arn:`
               = construct: Stack/Group
               = help: give the ARN of a group: `arn:aws:iam::111111111111:group/name`
            error[iam::user-name-token]: the name of the imported user is known only at deployment
               = construct: Stack/Token
               = help: import the user by a literal name or ARN to add it to groups
            error[iam::managed-policy-on-imported-user]: a managed policy cannot be added to an imported user
               = construct: Stack/Token
               = help: attach it from the policy's side, with `ManagedPolicy::attach_to_user`
        "#]],
    );
}

#[test]
fn policies() {
    check(
        |stack| {
            Policy::builder(stack, "Forced").force(true).build();
            Policy::new(stack, "Referenced").policy_name();
            ManagedPolicy::builder(stack, "Managed").build();
            let user = User::new(stack, "User");
            let named = |id: &str| Policy::builder(stack, id).policy_name("p").user(&user).statement(good()).build();
            named("One");
            named("Two");
            User::builder(stack, "Reset").password_reset_required(true).build();
            let grant = Grant::add_to_principal(
                GrantOptions::new(&ServicePrincipal::new("x")).actions(["a:A"]).resource_arns(["r"]),
            );
            grant.assert_success(stack);
        },
        expect![[r#"
            error[iam::duplicate-policy-name]: a policy named "p" is already attached
               = construct: Stack/Two
               = help: give one of them another name
            error[iam::password-reset-without-password]: the user must change a password, and has none
               = construct: Stack/Reset
               = help: set `.password(..)` as well
            error[iam::grant-failed]: {"Service":["x.amazonaws.com"]} gets no right to a:A on r
               = construct: Stack
               = help: grant to a role, user or group that is made here: neither this principal nor the resource has a policy that can be changed
            error[iam::empty-policy]: the policy is forced, but has no statements
               = construct: Stack/Forced
               = help: add some with `add_statements`
            error[iam::unattached-policy]: the policy is forced, but no role, user or group has it
               = construct: Stack/Forced
               = help: attach it with `attach_to_role`, `attach_to_user` or `attach_to_group`
            error[iam::empty-policy]: the policy is referred to, but has no statements
               = construct: Stack/Referenced
               = help: add some with `add_statements`
            error[iam::unattached-policy]: the policy is referred to, but no role, user or group has it
               = construct: Stack/Referenced
               = help: attach it with `attach_to_role`, `attach_to_user` or `attach_to_group`
            error[iam::empty-policy]: a managed policy has no statements
               = construct: Stack/Managed
               = help: add some with `add_statements`
        "#]],
    );
}

#[test]
fn json() {
    check(
        |stack| {
            let from = |json| PolicyDocument::from_json(json);
            let uses = |id: &str, document: PolicyDocument| {
                CfnResource::builder(stack, id, "Test::Own::Policy").property("Document", document).build();
            };
            uses("NoList", from(cfn_json!({ "Statement": {} })));
            uses("NotObject", from(cfn_json!({ "Statement": ["x"] })));
            uses("Effect", from(cfn_json!({ "Statement": [{ "Effect": "Maybe", "Action": 3, "Resource": [[]] }] })));
            uses("Principal", from(cfn_json!({ "Statement": [{ "Action": "a:A", "Principal": 3 }] })));
        },
        expect![[r#"
            error[iam::invalid-policy-json]: the policy document has no list `Statement`
               = construct: Stack/NoList
               = help: give an object whose `Statement` is a list of statements
            error[iam::invalid-policy-json]: `Statement` of a statement is not a list of objects
               = construct: Stack/NotObject
               = help: see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
            error[iam::invalid-policy-json]: `Effect` of a statement is not `Allow` or `Deny`
               = construct: Stack/Effect
               = help: see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
            error[iam::invalid-policy-json]: `Action` of a statement is not text or a list of texts
               = construct: Stack/Effect
               = help: see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
            error[iam::invalid-policy-json]: `Resource` of a statement is not text or a list of texts
               = construct: Stack/Effect
               = help: see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
            error[iam::statement-without-actions]: a statement names no actions
               = construct: Stack/Effect
               = help: add some with `.actions([..])` or `.not_actions([..])`
            error[iam::invalid-policy-json]: `Principal` of a statement is not text or an object
               = construct: Stack/Principal
               = help: see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
        "#]],
    );
}

#[test]
fn providers() {
    check(
        |stack| {
            SamlProvider::builder(stack, "Saml", "<xml/>").name("no blanks").build();
            OidcProviderNative::builder(stack, "Url", "http://example.com").build();
            OidcProviderNative::builder(stack, "Lists", "https://example.com")
                .client_ids(vec!["x"; 101])
                .thumbprints(["xyz"])
                .build();
        },
        expect![[r#"
            error[iam::invalid-saml-provider-name]: `no blanks` is not a name for a SAML provider
               = construct: Stack/Saml
               = help: use 1 to 128 letters, digits and `_+=,.@-`
            error[iam::oidc-url]: `http://example.com` is not the URL of a provider
               = construct: Stack/Url
               = help: start it with `https://`; use up to 255 characters
            error[iam::oidc-client-ids]: there are too many client ids, or one is too long
               = construct: Stack/Lists
               = help: use up to 100 ids of up to 255 characters
            error[iam::oidc-thumbprints]: there are too many thumbprints, or one has another form
               = construct: Stack/Lists
               = help: use up to 5 thumbprints of 40 hexadecimal digits
        "#]],
    );
}

#[test]
fn the_estimate_of_arns() {
    check(
        |stack| {
            let scope = aws_cdk_core::Construct::new(stack, "Scope");
            aws_cdk_core::IConstruct::node(&scope).set_context("@aws-cdk/aws-iam.arnSizeEstimate", "much");
            Role::builder(&scope, "Role", ServicePrincipal::new("x")).build().add_to_policy(good());
        },
        expect![[r#"
            error[iam::arn-size-estimate]: the context `@aws-cdk/aws-iam.arnSizeEstimate` is "much"
               = construct: Stack/Scope/Role
               = help: set it to a number of characters
        "#]],
    );
}

#[test]
fn what_is_only_warned_of() {
    let found = warnings(|stack| {
        let imported = Role::from_role_arn(stack, "Imported", "arn:aws:iam::111111111111:role/x");
        imported.add_managed_policy(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
        let group = Group::new(stack, "Group");
        let many = |number: i32| ManagedPolicy::from_aws_managed_policy_name(format!("P{number}"));
        (0..11).for_each(|number| group.add_managed_policy(&many(number)));
        Role::builder(stack, "Role", ServicePrincipal::new("x"))
            .managed_policies((0..21).map(many))
            .build()
            .add_to_policy(good());
        let unknown = UnknownPrincipal::new(stack);
        Grant::add_to_principal(GrantOptions::new(&unknown).actions(["a:A"]).resource_arns(["r"]));
    });
    assert_eq!(
        found,
        [
            "iam::imported-policy-on-imported-role",
            "iam::many-managed-policies",
            "iam::unknown-principal",
            "iam::many-managed-policies"
        ]
    );
}
