//! Building user pools: the options.

use std::rc::Rc;

use aws_cdk_core::{Node, RemovalPolicy, Value};
use aws_cdk_iam::IRole;
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_lambda::IFunction;

use crate::attributes::{CustomAttribute, StandardAttributes};
use crate::email::{EmailSettings, UserPoolEmail};
use crate::messages::{UserInvitationConfig, UserVerificationConfig};
use crate::sign_in::{
    AccountRecovery, AdvancedSecurityMode, AllowedFirstAuthFactors, AutoVerifiedAttrs, CustomThreatProtectionMode,
    DeviceTracking, FeaturePlan, KeepOriginalAttrs, Mfa, MfaSecondFactor, PasskeyUserVerification, PasswordPolicy,
    SignInAliases, StandardThreatProtectionMode,
};
use crate::triggers::UserPoolOperation;
use crate::user_pool::UserPool;
use crate::user_pool_lowering;

/// Builds a [`UserPool`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserPoolBuilder {
    pub(crate) scope: Node,
    pub(crate) id: String,
    pub(crate) lambda_triggers: Vec<(UserPoolOperation, Rc<dyn IFunction>)>,
    pub(crate) custom_attributes: Vec<(String, CustomAttribute)>,
    pub(crate) sms_role: Option<Rc<dyn IRole>>,
    pub(crate) custom_sender_kms_key: Option<Rc<dyn IKey>>,
    pub(crate) removal_policy: RemovalPolicy,
    pub(crate) options: Options,
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)+) => {
        #[derive(Debug, Default)]
        pub(crate) struct Options {
            $(pub(crate) $name: Option<$type>,)+
        }

        impl UserPoolBuilder {
            $($(#[$doc])*
            pub fn $name(mut self, value: impl Into<$type>) -> Self {
                self.options.$name = Some(value.into());
                self
            })+
        }
    };
}

options! {
    /// The name. Default: made by CloudFormation.
    user_pool_name: Value<String>,
    /// Whether users can sign up by themselves. Default: false.
    self_sign_up_enabled: bool,
    /// What is written to those who sign up. Default: a code in English.
    user_verification: UserVerificationConfig,
    /// What is written to those whom an administrator invites. Default: that of Cognito.
    user_invitation: UserInvitationConfig,
    /// The id that the given SMS role asks for. Default: none.
    sms_role_external_id: Value<String>,
    /// The region of SNS, which sends text messages. Default: that of the user pool.
    sns_region: Value<String>,
    /// Whether a role is made with which Cognito sends text messages. Default: if it must send some.
    enable_sms_role: bool,
    /// By what users sign in. Default: a name.
    sign_in_aliases: SignInAliases,
    /// What Cognito verifies by itself. Default: what users sign in by.
    auto_verify: AutoVerifiedAttrs,
    /// What stays as it was until the new value is verified. Default: nothing.
    keep_original: KeepOriginalAttrs,
    /// What is asked of standard attributes. Default: nothing.
    standard_attributes: StandardAttributes,
    /// Whether users need a second factor. Default: that of Cognito, [`Mfa::Off`].
    mfa: Mfa,
    /// The text message with the second factor, with `{####}`; up to 140 characters. Default: that of Cognito.
    mfa_message: Value<String>,
    /// The second factors that users can choose from. Default: text messages.
    mfa_second_factor: MfaSecondFactor,
    /// What passwords must be like. Default: that of Cognito.
    password_policy: PasswordPolicy,
    /// With what users can sign in first. Default: that of Cognito, a password.
    sign_in_policy: AllowedFirstAuthFactors,
    /// The domain that passkeys are for, 1 to 63 characters. Default: that of the user pool.
    passkey_relying_party_id: Value<String>,
    /// Whether passkeys need a PIN, a fingerprint, … Default: that of Cognito, [`PasskeyUserVerification::Preferred`].
    passkey_user_verification: PasskeyUserVerification,
    /// Who writes emails. Default: Cognito.
    email: UserPoolEmail,
    /// Addresses of emails. Prefer `email`. Default: none.
    email_settings: EmailSettings,
    /// Whether `Ada` and `ada` are two users. Default: that of Cognito, true.
    sign_in_case_sensitive: bool,
    /// How users who forgot their password get back in. Default: [`AccountRecovery::PhoneWithoutMfaAndEmail`].
    account_recovery: AccountRecovery,
    /// Whether the user pool cannot be deleted before this is switched off. Default: that of Cognito, false.
    deletion_protection: bool,
    /// Which devices are remembered. Default: none.
    device_tracking: DeviceTracking,
    /// What Cognito does about risky sign-ins. Replaced by `standard_threat_protection_mode`. Default: nothing.
    advanced_security_mode: AdvancedSecurityMode,
    /// What Cognito can do, and costs. Default: that of Cognito, [`FeaturePlan::Essentials`].
    feature_plan: FeaturePlan,
    /// What Cognito does about risky sign-ins. Default: nothing.
    standard_threat_protection_mode: StandardThreatProtectionMode,
    /// What Cognito does about risky sign-ins by custom challenges. Default: nothing.
    custom_threat_protection_mode: CustomThreatProtectionMode,
}

impl UserPoolBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            lambda_triggers: Vec::new(),
            custom_attributes: Vec::new(),
            sms_role: None,
            custom_sender_kms_key: None,
            removal_policy: RemovalPolicy::Retain,
            options: Options::default(),
        }
    }

    /// Adds an attribute of one's own. Default: none.
    pub fn custom_attribute(mut self, name: impl Into<String>, attribute: impl Into<CustomAttribute>) -> Self {
        self.custom_attributes.push((name.into(), attribute.into()));
        self
    }

    /// Adds a function that Cognito calls. Default: none.
    pub fn lambda_trigger(
        mut self,
        operation: UserPoolOperation,
        function: &(impl IFunction + Clone + 'static),
    ) -> Self {
        self.lambda_triggers.push((operation, Rc::new(function.clone())));
        self
    }

    /// The role with which Cognito sends text messages. Default: one that is made if Cognito must send some.
    pub fn sms_role(mut self, role: &(impl IRole + Clone + 'static)) -> Self {
        self.sms_role = Some(Rc::new(role.clone()));
        self
    }

    /// The key that encrypts codes for functions that send messages. Default: none.
    pub fn custom_sender_kms_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.custom_sender_kms_key = Some(Rc::new(key.clone()));
        self
    }

    /// What happens to the user pool when it leaves the stack. Default: it is kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the user pool. Errors: `cognito::sign-in-aliases`, `cognito::message`, `cognito::password-policy`,
    /// `cognito::sign-in-policy`, `cognito::feature-plan`, `cognito::mfa-email`, `cognito::passkey`, `cognito::email`,
    /// `cognito::ses-region`, `cognito::ses-domain`, `cognito::email-address`, `cognito::sms-role`,
    /// `cognito::attribute-length`, `cognito::threat-protection`, those of [`UserPool::add_trigger`], and those of ids.
    #[track_caller]
    pub fn build(self) -> UserPool {
        user_pool_lowering::build(self)
    }
}
