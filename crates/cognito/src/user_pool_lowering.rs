//! What the options of user pools become.

use aws_cdk_cfn_cognito::CfnUserPool;
use aws_cdk_cfn_cognito::cfn_user_pool::{
    AccountRecoverySettingProperty, AdminCreateUserConfigProperty, AdvancedSecurityAdditionalFlowsProperty,
    CfnUserPoolBuilder, DeviceConfigurationProperty, InviteMessageTemplateProperty, PasswordPolicyProperty,
    PoliciesProperty, RecoveryOptionProperty, SchemaAttributeProperty, SignInPolicyProperty, SmsConfigurationProperty,
    UserAttributeUpdateSettingsProperty, UserPoolAddOnsProperty, UsernameConfigurationProperty,
};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Names, Node, cfn_json};
use aws_cdk_iam::{IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal};

use crate::messages::{UserInvitationConfig, Verification, check_mfa_message};
use crate::option_group::set;
use crate::sign_in::{
    AccountRecovery, FeaturePlan, Mfa, MfaSecondFactor, PasswordPolicy, StandardThreatProtectionMode,
};
use crate::triggers::Triggers;
use crate::user_pool::UserPool;
use crate::user_pool_builder::UserPoolBuilder;

const EMAIL: &str = "email";
const PHONE: &str = "phone_number";

#[track_caller]
pub(crate) fn build(builder: UserPoolBuilder) -> UserPool {
    let construct = Construct::of_type(&builder.scope, &builder.id, "aws-cdk-cognito.UserPool");
    let node = construct.node();
    let triggers = Triggers::default();
    if let Some(key) = &builder.custom_sender_kms_key {
        triggers.set_key(key.key_arn());
    }
    for (operation, function) in &builder.lambda_triggers {
        triggers.add(node, *operation, &**function, None);
    }
    let options = &builder.options;
    let mut resource = CfnUserPool::builder(&construct, "Resource").lambda_config(triggers.property());
    resource = sign_in(&builder, node, resource);
    resource = messages(&builder, node, resource);
    resource = security(&builder, node, resource);
    if let Some(sms) = sms_configuration(&builder, &construct) {
        resource = resource.sms_configuration(sms);
    }
    let schema = schema(&builder, node);
    if !schema.is_empty() {
        resource = resource.schema(schema);
    }
    set!(resource,
        user_pool_name: options.user_pool_name.clone(),
        user_pool_tier: options.feature_plan.map(FeaturePlan::as_str),
        deletion_protection: options.deletion_protection.map(|on| if on { "ACTIVE" } else { "INACTIVE" }),
    );
    if let Some(tracking) = options.device_tracking {
        resource = resource.device_configuration(
            DeviceConfigurationProperty::new()
                .challenge_required_on_new_device(tracking.challenge_required_on_new_device)
                .device_only_remembered_on_user_prompt(tracking.device_only_remembered_on_user_prompt),
        );
    }
    let resource = resource.build();
    resource.apply_removal_policy(builder.removal_policy);
    triggers.set_user_pool_arn(resource.attr_arn().into());
    UserPool { construct, resource, triggers }
}

/// The names of those that are chosen.
fn chosen(email: Option<bool>, phone: Option<bool>) -> Vec<&'static str> {
    [(email, EMAIL), (phone, PHONE)].into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, name)| name).collect()
}

#[track_caller]
fn sign_in(builder: &UserPoolBuilder, node: &Node, mut resource: CfnUserPoolBuilder) -> CfnUserPoolBuilder {
    let options = &builder.options;
    let (by_name, aliases) = match &options.sign_in_aliases {
        Some(aliases) => (aliases.username == Some(true), aliases.clone()),
        None => (true, Default::default()),
    };
    let has_second_name = aliases.preferred_username == Some(true);
    let mut names = chosen(aliases.email, aliases.phone);
    if has_second_name && !by_name {
        node.report(
            Diagnostic::error("cognito::sign-in-aliases", "users without a name have a second one")
                .help("call `username(true)` as well"),
        );
    }
    let verified = match &options.auto_verify {
        Some(given) => Some(chosen(given.email, given.phone)),
        None => Some(names.clone()).filter(|names| !names.is_empty()),
    };
    if has_second_name {
        names.push("preferred_username");
    }
    if !by_name {
        resource = resource.username_attributes(names);
    } else if !names.is_empty() {
        resource = resource.alias_attributes(names);
    }
    set!(resource, auto_verified_attributes: verified);
    if let Some(keep) = &options.keep_original {
        let property = UserAttributeUpdateSettingsProperty::new();
        let names = chosen(keep.email, keep.phone);
        resource =
            resource.user_attribute_update_settings(property.attributes_require_verification_before_update(names));
    }
    if let Some(sensitive) = options.sign_in_case_sensitive {
        resource = resource.username_configuration(UsernameConfigurationProperty::new().case_sensitive(sensitive));
    }
    let recovery = options.account_recovery.unwrap_or(AccountRecovery::PhoneWithoutMfaAndEmail);
    if let Some(mechanisms) = recovery.mechanisms() {
        let by_priority = (1_i64..).zip(mechanisms);
        let mechanisms: Vec<_> =
            by_priority.map(|(priority, name)| RecoveryOptionProperty::new().name(*name).priority(priority)).collect();
        let property = AccountRecoverySettingProperty::new().recovery_mechanisms(mechanisms);
        resource = resource.account_recovery_setting(property);
    }
    resource
}

#[track_caller]
fn messages(builder: &UserPoolBuilder, node: &Node, mut resource: CfnUserPoolBuilder) -> CfnUserPoolBuilder {
    let options = &builder.options;
    let verification = Verification::new(node, &options.user_verification.clone().unwrap_or_default());
    if let Some((subject, body)) = verification.code_email() {
        resource = resource.email_verification_subject(subject).email_verification_message(body);
    }
    resource =
        resource.sms_verification_message(&verification.sms).verification_message_template(verification.property());
    let mut admin = AdminCreateUserConfigProperty::new()
        .allow_admin_create_user_only(!options.self_sign_up_enabled.unwrap_or(false));
    set!(admin, invite_message_template: options.user_invitation.as_ref().map(invitation));
    resource = resource.admin_create_user_config(admin);
    if let Some(message) = &options.mfa_message {
        check_mfa_message(node, message);
        resource = resource.sms_authentication_message(message);
    }
    if options.email.is_some() && options.email_settings.is_some() {
        node.report(
            Diagnostic::error("cognito::email", "emails are set up twice")
                .help("leave `email_settings` out: `email` says it too"),
        );
    }
    let email = match (&options.email, &options.email_settings) {
        (Some(email), _) => Some(email.property(node)),
        (None, Some(settings)) => settings.property(),
        (None, None) => None,
    };
    set!(resource, email_configuration: email);
    resource
}

fn invitation(given: &UserInvitationConfig) -> InviteMessageTemplateProperty {
    let mut property = InviteMessageTemplateProperty::new();
    set!(property,
        email_message: given.email_body.clone(),
        email_subject: given.email_subject.clone(),
        sms_message: given.sms_message.clone(),
    );
    property
}

#[track_caller]
fn security(builder: &UserPoolBuilder, node: &Node, mut resource: CfnUserPoolBuilder) -> CfnUserPoolBuilder {
    let options = &builder.options;
    let mut policies = PoliciesProperty::new();
    #[allow(clippy::manual_map, reason = "a closure does not pass on the caller's place")]
    let password = match &options.password_policy {
        Some(policy) => Some(password_policy(builder, node, policy)),
        None => None,
    };
    let sign_in = sign_in_policy(builder, node);
    let has_policies = password.is_some() || sign_in.is_some();
    set!(policies, password_policy: password, sign_in_policy: sign_in);
    set!(resource, policies: has_policies.then_some(policies));
    if let Some(id) = &options.passkey_relying_party_id {
        let length = id.as_literal().map(|id| id.encode_utf16().count());
        if length.is_some_and(|length| !(1..=63).contains(&length)) {
            node.report(
                Diagnostic::error(
                    "cognito::passkey",
                    "the domain that passkeys are for is not 1 to 63 characters long",
                )
                .help("use the domain of your pages, such as `books.example.com`"),
            );
        }
        resource = resource.web_authn_relying_party_id(id);
    }
    set!(resource,
        web_authn_user_verification: options.passkey_user_verification.map(|verification| verification.as_str()),
        mfa_configuration: options.mfa.map(Mfa::as_str),
        enabled_mfas: second_factors(builder),
    );
    check_email_factor(builder, node);
    threat_protection(builder, node, resource)
}

/// The limits are Cognito's:
/// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html>.
#[track_caller]
fn password_policy(builder: &UserPoolBuilder, node: &Node, policy: &PasswordPolicy) -> PasswordPolicyProperty {
    let min_length = policy.min_length.unwrap_or(8);
    let validity = policy.temp_password_validity;
    let days = validity.and_then(|validity| validity.to_days().ok());
    for (is_wrong, message, help) in [
        (!(6..=99).contains(&min_length), "the fewest characters are out of range", "use 6 to 99"),
        (
            validity.is_some() && days.is_none_or(|days| days > 365),
            "the validity of temporary passwords is out of range",
            "use up to 365 whole days",
        ),
        (
            policy.password_history_size.is_some_and(|size| !(0..=24).contains(&size)),
            "the number of earlier passwords is out of range",
            "use 0 to 24",
        ),
    ] {
        if is_wrong {
            node.report(Diagnostic::error("cognito::password-policy", message).help(help));
        }
    }
    if policy.password_history_size.is_some() {
        check_plan(builder, node, "earlier passwords are not remembered");
    }
    let mut property = PasswordPolicyProperty::new().minimum_length(min_length);
    set!(property,
        temporary_password_validity_days: days,
        require_lowercase: policy.require_lowercase,
        require_uppercase: policy.require_uppercase,
        require_numbers: policy.require_digits,
        require_symbols: policy.require_symbols,
        password_history_size: policy.password_history_size,
    );
    property
}

#[track_caller]
fn sign_in_policy(builder: &UserPoolBuilder, node: &Node) -> Option<SignInPolicyProperty> {
    let allowed = builder.options.sign_in_policy?;
    if !allowed.password {
        node.report(
            Diagnostic::error("cognito::sign-in-policy", "passwords cannot be switched off")
                .help("call `AllowedFirstAuthFactors::new(true)`"),
        );
    }
    let factors = [
        (allowed.password, "PASSWORD"),
        (allowed.email_otp, "EMAIL_OTP"),
        (allowed.sms_otp, "SMS_OTP"),
        (allowed.passkey, "WEB_AUTHN"),
    ];
    let names: Vec<_> = factors.into_iter().filter(|(is_allowed, _)| *is_allowed).map(|(_, name)| name).collect();
    if names.iter().any(|name| *name != "PASSWORD") {
        check_plan(builder, node, "users cannot choose with what they sign in");
    }
    Some(SignInPolicyProperty::new().allowed_first_auth_factors(names))
}

#[track_caller]
fn check_plan(builder: &UserPoolBuilder, node: &Node, message: &str) {
    if builder.options.feature_plan == Some(FeaturePlan::Lite) {
        node.report(
            Diagnostic::error("cognito::feature-plan", format!("with the feature plan Lite, {message}"))
                .help("use `FeaturePlan::Essentials` or `FeaturePlan::Plus`"),
        );
    }
}

/// The second factors, if there are any.
fn second_factors(builder: &UserPoolBuilder) -> Option<Vec<&'static str>> {
    builder.options.mfa.filter(|mfa| *mfa != Mfa::Off)?;
    let factor = builder.options.mfa_second_factor.unwrap_or(MfaSecondFactor::new(true, false));
    let factors = [(factor.sms, "SMS_MFA"), (factor.otp, "SOFTWARE_TOKEN_MFA"), (factor.email, "EMAIL_OTP")];
    Some(factors.into_iter().filter(|(is_chosen, _)| *is_chosen).map(|(_, name)| name).collect())
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html>
#[track_caller]
fn check_email_factor(builder: &UserPoolBuilder, node: &Node) {
    if second_factors(builder).is_none_or(|factors| !factors.contains(&"EMAIL_OTP")) {
        return;
    }
    if !builder.options.email.as_ref().is_some_and(|email| email.is_ses()) {
        node.report(
            Diagnostic::error("cognito::mfa-email", "Cognito does not send second factors by email itself")
                .help("set `email(UserPoolEmail::with_ses(…))`"),
        );
    }
    check_plan(builder, node, "second factors are not sent by email");
}

#[track_caller]
fn threat_protection(builder: &UserPoolBuilder, node: &Node, mut resource: CfnUserPoolBuilder) -> CfnUserPoolBuilder {
    let options = &builder.options;
    let (standard, custom) = (options.standard_threat_protection_mode, options.custom_threat_protection_mode);
    if options.advanced_security_mode.is_some() && (standard.is_some() || custom.is_some()) {
        node.report(
            Diagnostic::error("cognito::threat-protection", "an advanced security mode stands with threat protection")
                .help("leave `advanced_security_mode` out, which threat protection replaces"),
        );
    }
    let default = custom.map(|_| StandardThreatProtectionMode::NoEnforcement);
    let standard = standard.or(default).map(StandardThreatProtectionMode::as_str);
    let mode = options.advanced_security_mode.map(|mode| mode.as_str()).or(standard);
    let flows = custom.map(|mode| AdvancedSecurityAdditionalFlowsProperty::new().custom_auth_mode(mode.as_str()));
    if mode.is_some() {
        let mut add_ons = UserPoolAddOnsProperty::new();
        set!(add_ons, advanced_security_mode: mode, advanced_security_additional_flows: flows);
        resource = resource.user_pool_add_ons(add_ons);
    }
    resource
}

/// With what Cognito sends text messages: the given role, or one that is made if it must.
#[track_caller]
fn sms_configuration(builder: &UserPoolBuilder, construct: &Construct) -> Option<SmsConfigurationProperty> {
    const MAX_EXTERNAL_ID: usize = 1223;
    let options = &builder.options;
    if options.enable_sms_role == Some(false) && builder.sms_role.is_some() {
        construct.node().report(
            Diagnostic::error("cognito::sms-role", "a role for text messages is given and switched off")
                .help("leave `enable_sms_role(false)` or `sms_role` out"),
        );
    }
    let mut property = SmsConfigurationProperty::new();
    set!(property, sns_region: options.sns_region.clone());
    if let Some(role) = &builder.sms_role {
        set!(property, external_id: options.sms_role_external_id.clone());
        return Some(property.sns_caller_arn(role.role_arn()));
    }
    let is_phone_verified = options.sign_in_aliases.as_ref().is_some_and(|aliases| aliases.phone == Some(true))
        || options.auto_verify.as_ref().is_some_and(|verify| verify.phone == Some(true));
    let is_second_factor = second_factors(builder).is_some_and(|factors| factors.contains(&"SMS_MFA"));
    if !options.enable_sms_role.unwrap_or(is_phone_verified || is_second_factor) {
        return None;
    }
    let external_id: String = Names::unique_id(construct).chars().take(MAX_EXTERNAL_ID).collect();
    let principal = ServicePrincipal::new("cognito-idp.amazonaws.com")
        .conditions(cfn_json!({ "StringEquals": { "sts:ExternalId": external_id.as_str() } }));
    let publish = PolicyStatement::new().actions(["sns:Publish"]).resources(["*"]);
    let role = Role::builder(construct, "smsRole", principal)
        .inline_policy("sns-publish", PolicyDocument::new().statement(publish))
        .build();
    Some(property.external_id(external_id).sns_caller_arn(role.role_arn()))
}

#[track_caller]
fn schema(builder: &UserPoolBuilder, node: &Node) -> Vec<SchemaAttributeProperty> {
    let standard = builder.options.standard_attributes.iter().flat_map(|attributes| attributes.schema());
    let mut schema: Vec<_> = standard.collect();
    for (name, attribute) in &builder.custom_attributes {
        attribute.check(node, name);
        schema.push(attribute.schema(name));
    }
    schema
}
