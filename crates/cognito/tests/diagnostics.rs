//! What user pools, their clients and domains say of mistakes.

use aws_cdk_cognito::{
    AdvancedSecurityMode, AllowedFirstAuthFactors, EmailSettings, FeaturePlan, LambdaVersion, Mfa, MfaSecondFactor,
    OAuthFlows, OAuthSettings, PasswordPolicy, SignInAliases, SignInUrlOptions, StandardThreatProtectionMode,
    StringAttribute, UserPool, UserPoolBuilder, UserPoolClientBuilder, UserPoolEmail, UserPoolOperation,
    UserPoolSesOptions, UserVerificationConfig, VerificationEmailStyle,
};
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_lambda::{Code, Function, Runtime};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

/// What one user pool with some options says.
fn of_pool(options: impl FnOnce(UserPoolBuilder) -> UserPoolBuilder) -> Vec<String> {
    codes(|stack| drop(options(UserPool::builder(stack, "Pool")).build()))
}

/// What one client with some options says.
fn of_client(options: impl FnOnce(UserPoolClientBuilder) -> UserPoolClientBuilder) -> Vec<String> {
    codes(|stack| drop(options(UserPool::new(stack, "Pool").add_client("Client")).build()))
}

#[test]
fn a_second_name_needs_a_first_one() {
    let aliases = SignInAliases::new().preferred_username(true);
    assert_eq!(of_pool(|pool| pool.sign_in_aliases(aliases)), ["cognito::sign-in-aliases"]);
}

#[test]
fn messages_have_their_code_or_link() {
    let none = UserVerificationConfig::new().email_body("hello").sms_message("hello");
    assert_eq!(of_pool(|pool| pool.user_verification(none.clone())), ["cognito::message"; 2]);
    let link = none.email_style(VerificationEmailStyle::Link);
    assert_eq!(of_pool(|pool| pool.user_verification(link)), ["cognito::message"]);
    assert_eq!(of_pool(|pool| pool.mfa_message("hello")), ["cognito::message"]);
    assert_eq!(of_pool(|pool| pool.mfa_message(format!("{{####}}{}", "x".repeat(135)))), ["cognito::message"]);
}

#[test]
fn passwords_have_a_policy_within_limits() {
    let policy = PasswordPolicy::new().min_length(5).password_history_size(25);
    let policy = policy.temp_password_validity(Duration::days(366));
    assert_eq!(of_pool(|pool| pool.password_policy(policy)), ["cognito::password-policy"; 3]);
}

#[test]
fn some_options_need_a_feature_plan() {
    let found = of_pool(|pool| {
        pool.feature_plan(FeaturePlan::Lite)
            .password_policy(PasswordPolicy::new().password_history_size(1))
            .sign_in_policy(AllowedFirstAuthFactors::new(true).passkey(true))
    });
    assert_eq!(found, ["cognito::feature-plan"; 2]);
    let without_password = AllowedFirstAuthFactors::new(false);
    assert_eq!(of_pool(|pool| pool.sign_in_policy(without_password)), ["cognito::sign-in-policy"]);
    assert_eq!(of_pool(|pool| pool.passkey_relying_party_id("x".repeat(64))), ["cognito::passkey"]);
}

#[test]
fn second_factors_by_email_need_ses() {
    let found =
        of_pool(|pool| pool.mfa(Mfa::Required).mfa_second_factor(MfaSecondFactor::new(false, true).email(true)));
    assert_eq!(found, ["cognito::mfa-email"]);
}

#[test]
fn emails_are_set_up_once_and_known() {
    let found = of_pool(|pool| {
        pool.email(UserPoolEmail::with_cognito(None)).email_settings(EmailSettings::new().from("a@example.com"))
    });
    assert_eq!(found, ["cognito::email"]);
    let ses = UserPoolSesOptions::new("mail@example.com");
    assert_eq!(of_pool(|pool| pool.email(UserPoolEmail::with_ses(ses.clone()))), ["cognito::ses-region"]);
    let other = ses.ses_region("eu-west-1").ses_verified_domain("example.org");
    assert_eq!(of_pool(|pool| pool.email(UserPoolEmail::with_ses(other))), ["cognito::ses-domain"]);
    let foreign = UserPoolEmail::with_cognito(Some("джумла@example.com"));
    assert_eq!(of_pool(|pool| pool.email(foreign)), ["cognito::email-address"]);
}

#[test]
fn other_options_fit_together() {
    let found = codes(|stack| {
        let role = Role::builder(stack, "Role", ServicePrincipal::new("cognito-idp")).build();
        UserPool::builder(stack, "Pool").sms_role(&role).enable_sms_role(false).build();
    });
    assert_eq!(found, ["cognito::sms-role"]);
    let long = StringAttribute::new().max_len(2049);
    assert_eq!(of_pool(|pool| pool.custom_attribute("text", long)), ["cognito::attribute-length"]);
    let found = of_pool(|pool| {
        pool.advanced_security_mode(AdvancedSecurityMode::Audit)
            .standard_threat_protection_mode(StandardThreatProtectionMode::AuditOnly)
    });
    assert_eq!(found, ["cognito::threat-protection"]);
}

#[test]
fn triggers_have_rules() {
    let found = codes(|stack| {
        let function = Function::builder(stack, "Fn")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("//"))
            .build();
        let pool = UserPool::builder(stack, "Pool").lambda_trigger(UserPoolOperation::PreSignUp, &function).build();
        pool.add_trigger(UserPoolOperation::PreSignUp, &function);
        pool.add_trigger_of_version(UserPoolOperation::PostAuthentication, &function, LambdaVersion::V2_0);
        pool.add_trigger(UserPoolOperation::CustomSmsSender, &function);
    });
    assert_eq!(found, ["cognito::trigger-exists", "cognito::lambda-version", "cognito::custom-sender-key"]);
}

#[test]
fn clients_use_oauth_in_one_way() {
    let found = of_client(|client| client.disable_o_auth(true).o_auth(OAuthSettings::new()));
    assert_eq!(found, ["cognito::o-auth"]);
    let both = OAuthFlows::new().client_credentials(true).implicit_code_grant(true);
    assert_eq!(of_client(|client| client.o_auth(OAuthSettings::new().flows(both))), ["cognito::o-auth"]);
    let nowhere = OAuthSettings::new().callback_urls(Vec::<String>::new());
    assert_eq!(of_client(|client| client.o_auth(nowhere)), ["cognito::callback-urls"]);
    let elsewhere = OAuthSettings::new().default_redirect_uri("https://elsewhere.test");
    assert_eq!(of_client(|client| client.o_auth(elsewhere)), ["cognito::callback-urls"]);
    let found = of_client(|client| client.enable_propagate_additional_user_context_data(true));
    assert_eq!(found, ["cognito::client-secret"]);
}

#[test]
fn validities_have_ranges() {
    let found = of_client(|client| {
        client
            .auth_session_validity(Duration::minutes(2))
            .id_token_validity(Duration::hours(3))
            .access_token_validity(Duration::seconds(301))
            .refresh_token_validity(Duration::hours(2))
            .refresh_token_rotation_grace_period(Duration::minutes(2))
    });
    assert_eq!(found, ["cognito::token-validity"; 4]);
    assert_eq!(of_client(|client| client.refresh_token_validity(Duration::minutes(59))), ["cognito::token-validity"]);
}

#[test]
fn domains_and_groups_have_rules() {
    let found = codes(|stack| {
        let pool = UserPool::new(stack, "Pool");
        pool.add_domain("None").build();
        let domain = pool.add_domain("Prefix").cognito_domain("No_Good").build();
        let machine = OAuthSettings::new().flows(OAuthFlows::new().client_credentials(true));
        let client = pool.add_client("Machine").o_auth(machine).build();
        domain.sign_in_url(&client, SignInUrlOptions::new("https://a.test"));
        pool.add_group("Group").precedence(-1).group_name("no blanks").description("x".repeat(2049)).build();
        UserPool::from_user_pool_arn(stack, "Imported", "arn:aws:cognito-idp:eu-west-1:111111111111:userpool");
    });
    assert_eq!(
        found,
        [
            "cognito::domain",
            "cognito::domain",
            "cognito::o-auth",
            "cognito::group",
            "cognito::group",
            "cognito::group",
            "cognito::invalid-arn",
        ]
    );
}
