//! User pools: every option of each group, triggers given and added, keys of custom senders, SMS roles, emails of Cognito and SES,
//! attributes, policies, passkeys, threat protection, device tracking; grants; imports.

use aws_cdk_cognito::{
    AccountRecovery, AdvancedSecurityMode, AllowedFirstAuthFactors, AutoVerifiedAttrs, BooleanAttribute,
    CustomThreatProtectionMode, DateTimeAttribute, DeviceTracking, EmailSettings, FeaturePlan, IUserPool,
    KeepOriginalAttrs, LambdaVersion, Mfa, MfaSecondFactor, NumberAttribute, PasskeyUserVerification, PasswordPolicy,
    SignInAliases, StandardAttribute, StandardAttributes, StandardThreatProtectionMode, StringAttribute,
    UserInvitationConfig, UserPool, UserPoolEmail, UserPoolOperation, UserPoolSesOptions, UserVerificationConfig,
    VerificationEmailStyle,
};
use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, RemovalPolicy, Stack};
use aws_cdk_iam::{Role, ServicePrincipal, User};
use aws_cdk_kms::Key;
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "CognitoPools").env(env).build();
    let full = full(&stack);
    let user = User::new(&stack, "User");
    full.grant(&user, &["cognito-idp:AdminCreateUser", "cognito-idp:ListUsers"]);
    sign_in(&stack);
    security(&stack);
    emails(&stack);

    let parameter = CfnParameter::new(&stack, "Pool").value_as_string();
    let arn = "arn:aws:cognito-idp:us-east-1:222222222222:userpool/us-east-1_abc";
    let by_id = UserPool::from_user_pool_id(&stack, "ById", "eu-west-1_abc");
    let by_arn = UserPool::from_user_pool_arn(&stack, "ByArn", arn);
    let by_token = UserPool::from_user_pool_id(&stack, "ByToken", &parameter);
    let by_arn_token = UserPool::from_user_pool_arn(&stack, "ByArnToken", &parameter);
    let pools: [(&str, &dyn IUserPool); 5] = [
        ("FullPool", &full),
        ("ById", &by_id),
        ("ByArn", &by_arn),
        ("ByToken", &by_token),
        ("ByArnToken", &by_arn_token),
    ];
    for (id, pool) in pools {
        pool.grant(&user, &["cognito-idp:DescribeUserPool"]);
        CfnOutput::new(&stack, format!("{id}Id"), pool.user_pool_id());
        CfnOutput::new(&stack, format!("{id}Arn"), pool.user_pool_arn());
        CfnOutput::new(&stack, format!("{id}Provider"), pool.user_pool_provider_name());
    }
    CfnOutput::new(&stack, "FullUrl", full.user_pool_provider_url());
    by_id.add_client("Client").build();
}

fn full(stack: &Stack) -> UserPool {
    let function = Function::builder(stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("//"))
        .build();
    let role = Role::builder(stack, "SmsRole", ServicePrincipal::new("cognito-idp.amazonaws.com")).build();
    let verification = UserVerificationConfig::new()
        .email_subject("S")
        .email_body("B {####}")
        .sms_message("M {####}")
        .email_style(VerificationEmailStyle::Code);
    let invitation = UserInvitationConfig::new()
        .email_subject("IS")
        .email_body("IB {username} {####}")
        .sms_message("IM {username} {####}");
    let passwords = PasswordPolicy::new()
        .temp_password_validity(Duration::days(3))
        .min_length(12)
        .require_lowercase(true)
        .require_uppercase(false)
        .require_digits(true)
        .require_symbols(false)
        .password_history_size(4);
    let ses = UserPoolSesOptions::new("mail@bücher.example")
        .from_name("Bücher")
        .reply_to("reply@example.com")
        .configuration_set_name("set")
        .ses_region("us-east-1")
        .ses_verified_domain("bücher.example");
    let full = UserPool::builder(stack, "Full")
        .user_pool_name("full")
        .self_sign_up_enabled(true)
        .user_verification(verification)
        .user_invitation(invitation)
        .sms_role(&role)
        .sms_role_external_id("external")
        .sns_region("eu-central-1")
        .sign_in_aliases(SignInAliases::new().username(true).email(true).phone(true).preferred_username(true))
        .auto_verify(AutoVerifiedAttrs::new().email(true).phone(false))
        .keep_original(KeepOriginalAttrs::new().email(true).phone(true))
        .standard_attributes(standard_attributes())
        .custom_attribute("text", StringAttribute::new().min_len(0).max_len(20).mutable(true))
        .custom_attribute("plain", StringAttribute::new())
        .custom_attribute("zero", StringAttribute::new().min_len(0))
        .custom_attribute("number", NumberAttribute::new().min(1).max(10))
        .custom_attribute("max", NumberAttribute::new().max(5).mutable(false))
        .custom_attribute("flag", BooleanAttribute::new().mutable(true))
        .custom_attribute("when", DateTimeAttribute::new())
        .mfa(Mfa::Required)
        .mfa_message("Code {####}")
        .mfa_second_factor(MfaSecondFactor::new(true, true).email(true))
        .password_policy(passwords)
        .sign_in_policy(AllowedFirstAuthFactors::new(true).email_otp(true).sms_otp(true).passkey(true))
        .passkey_relying_party_id("example.com")
        .passkey_user_verification(PasskeyUserVerification::Required)
        .email(UserPoolEmail::with_ses(ses))
        .lambda_trigger(UserPoolOperation::PreSignUp, &function)
        .lambda_trigger(UserPoolOperation::CustomMessage, &function)
        .lambda_trigger(UserPoolOperation::CustomEmailSender, &function)
        .lambda_trigger(UserPoolOperation::PostConfirmation, &function)
        .sign_in_case_sensitive(false)
        .account_recovery(AccountRecovery::EmailOnly)
        .removal_policy(RemovalPolicy::Destroy)
        .deletion_protection(true)
        .device_tracking(DeviceTracking::new(true, false))
        .custom_sender_kms_key(&Key::new(stack, "Key"))
        .feature_plan(FeaturePlan::Plus)
        .standard_threat_protection_mode(StandardThreatProtectionMode::FullFunction)
        .custom_threat_protection_mode(CustomThreatProtectionMode::AuditOnly)
        .build();
    full.add_trigger_of_version(UserPoolOperation::PreTokenGenerationConfig, &function, LambdaVersion::V2_0);
    for operation in [
        UserPoolOperation::CustomSmsSender,
        UserPoolOperation::CreateAuthChallenge,
        UserPoolOperation::DefineAuthChallenge,
        UserPoolOperation::PostAuthentication,
        UserPoolOperation::PreAuthentication,
        UserPoolOperation::PreTokenGeneration,
        UserPoolOperation::UserMigration,
        UserPoolOperation::VerifyAuthChallengeResponse,
    ] {
        full.add_trigger(operation, &function);
    }
    full
}

fn standard_attributes() -> StandardAttributes {
    let plain = StandardAttribute::new;
    StandardAttributes::new()
        .website(plain().mutable(false).required(true))
        .fullname(plain().required(true))
        .address(plain())
        .birthdate(plain())
        .email(plain())
        .family_name(plain())
        .gender(plain())
        .given_name(plain())
        .locale(plain())
        .middle_name(plain())
        .nickname(plain())
        .phone_number(plain())
        .profile_picture(plain())
        .preferred_username(plain())
        .profile_page(plain())
        .timezone(plain())
        .last_update_time(plain())
}

fn sign_in(stack: &Stack) {
    let pool = |id: &str| UserPool::builder(stack, id);
    let link = || UserVerificationConfig::new().email_style(VerificationEmailStyle::Link);
    pool("Link")
        .user_verification(link().email_subject("L"))
        .sign_in_aliases(SignInAliases::new().email(true))
        .deletion_protection(false)
        .build();
    pool("LinkBody")
        .user_verification(link().email_body("Go {##here##}"))
        .sign_in_aliases(SignInAliases::new().phone(true))
        .build();
    pool("EmailAndPhone")
        .sign_in_aliases(SignInAliases::new().email(true).phone(true))
        .auto_verify(AutoVerifiedAttrs::new())
        .keep_original(KeepOriginalAttrs::new())
        .build();
    pool("Username")
        .sign_in_aliases(SignInAliases::new().username(true))
        .auto_verify(AutoVerifiedAttrs::new().phone(true))
        .enable_sms_role(false)
        .build();
    pool("NoAliases").sign_in_aliases(SignInAliases::new()).build();
}

fn security(stack: &Stack) {
    let pool = |id: &str| UserPool::builder(stack, id);
    pool("MfaOff").mfa(Mfa::Off).mfa_second_factor(MfaSecondFactor::new(true, true)).build();
    pool("MfaSms").mfa(Mfa::Optional).sns_region("us-west-2").build();
    pool("MfaOtp")
        .mfa(Mfa::Optional)
        .mfa_second_factor(MfaSecondFactor::new(false, true))
        .enable_sms_role(true)
        .build();
    pool("Password")
        .password_policy(PasswordPolicy::new())
        .sign_in_policy(AllowedFirstAuthFactors::new(true))
        .build();
    pool("PasswordHistory").password_policy(PasswordPolicy::new().password_history_size(0).min_length(6)).build();
    pool("Audit").advanced_security_mode(AdvancedSecurityMode::Audit).build();
    pool("CustomThreats").custom_threat_protection_mode(CustomThreatProtectionMode::FullFunction).build();
    pool("StandardThreats").standard_threat_protection_mode(StandardThreatProtectionMode::NoEnforcement).build();
}

fn emails(stack: &Stack) {
    let pool = |id: &str| UserPool::builder(stack, id);
    pool("Settings")
        .email_settings(EmailSettings::new().from("a@mañana.com").reply_to("b@example.com"))
        .user_invitation(UserInvitationConfig::new())
        .standard_attributes(StandardAttributes::new())
        .build();
    pool("CognitoEmail").email(UserPoolEmail::with_cognito(Some("reply@mañana.com"))).build();
    pool("CognitoPlain").email(UserPoolEmail::with_cognito(None)).build();
    let ses = |name: &str| UserPoolEmail::with_ses(UserPoolSesOptions::new("mail@example.com").from_name(name));
    pool("Ses").email(ses("Books (Team)")).mfa_message("{####}").build();
    pool("SesName").email(ses("Books & more")).build();
    pool("KeyOnly").custom_sender_kms_key(&Key::new(stack, "Key2")).build();
    for (name, recovery) in [
        ("EMAIL_AND_PHONE_WITHOUT_MFA", AccountRecovery::EmailAndPhoneWithoutMfa),
        ("PHONE_WITHOUT_MFA_AND_EMAIL", AccountRecovery::PhoneWithoutMfaAndEmail),
        ("EMAIL_ONLY", AccountRecovery::EmailOnly),
        ("PHONE_ONLY_WITHOUT_MFA", AccountRecovery::PhoneOnlyWithoutMfa),
        ("PHONE_AND_EMAIL", AccountRecovery::PhoneAndEmail),
        ("NONE", AccountRecovery::None),
    ] {
        pool(&format!("Recovery{name}")).account_recovery(recovery).feature_plan(FeaturePlan::Lite).build();
    }
}
