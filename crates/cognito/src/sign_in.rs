//! How users sign in, and what keeps their accounts safe.

use aws_cdk_core::Duration;

use crate::option_group::{option_group, text_enum};

option_group! {
    /// By what users sign in.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html>.
    SignInAliases {
        /// By a name. Default: true if no aliases are given at all.
        username: bool,
        /// By the email address. Default: false.
        email: bool,
        /// By the phone number. Default: false.
        phone: bool,
        /// By a second name that the user can change; only with a name. Default: false.
        preferred_username: bool,
    }
}

option_group! {
    /// What Cognito verifies by itself.
    AutoVerifiedAttrs {
        /// The email address. Default: whether users sign in by it.
        email: bool,
        /// The phone number. Default: whether users sign in by it.
        phone: bool,
    }
}

option_group! {
    /// What stays as it was until the new value is verified.
    KeepOriginalAttrs {
        /// The email address. Default: false.
        email: bool,
        /// The phone number. Default: false.
        phone: bool,
    }
}

text_enum! {
    /// Whether users need a second factor.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html>.
    Mfa {
        /// `OFF`: no.
        Off = "OFF",
        /// `OPTIONAL`: those who want.
        Optional = "OPTIONAL",
        /// `ON`: yes.
        Required = "ON",
    }
}

/// The second factors that users can choose from.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct MfaSecondFactor {
    pub(crate) sms: bool,
    pub(crate) otp: bool,
    pub(crate) email: bool,
}

impl MfaSecondFactor {
    /// Whether a text message, and whether an authenticator app.
    pub fn new(sms: bool, otp: bool) -> Self {
        Self { sms, otp, email: false }
    }

    /// Whether an email, which needs [`UserPoolEmail::with_ses`](crate::UserPoolEmail::with_ses). Default: false.
    pub fn email(mut self, value: bool) -> Self {
        self.email = value;
        self
    }
}

text_enum! {
    /// Whether passkeys need a PIN, a fingerprint, …
    PasskeyUserVerification {
        /// `preferred`: if the device can.
        Preferred = "preferred",
        /// `required`: always.
        Required = "required",
    }
}

option_group! {
    /// What passwords must be like.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html>.
    PasswordPolicy {
        /// How long a password that an administrator sets is good for; up to 365 whole days. Default: that of Cognito, 7 days.
        temp_password_validity: Duration,
        /// The fewest characters, 6 to 99. Default: 8.
        min_length: i64,
        /// Whether a lower case letter is needed. Default: that of Cognito, true.
        require_lowercase: bool,
        /// Whether an upper case letter is needed. Default: that of Cognito, true.
        require_uppercase: bool,
        /// Whether a digit is needed. Default: that of Cognito, true.
        require_digits: bool,
        /// Whether a symbol is needed. Default: that of Cognito, true.
        require_symbols: bool,
        /// How many earlier passwords cannot be used again, 0 to 24; not with [`FeaturePlan::Lite`]. Default: none.
        password_history_size: i64,
    }
}

/// With what users can sign in first.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html>.
#[must_use]
#[derive(Clone, Copy, Debug, Default)]
pub struct AllowedFirstAuthFactors {
    pub(crate) password: bool,
    pub(crate) email_otp: bool,
    pub(crate) sms_otp: bool,
    pub(crate) passkey: bool,
}

impl AllowedFirstAuthFactors {
    /// Whether a password, which Cognito does not let be switched off.
    pub fn new(password: bool) -> Self {
        Self { password, ..Self::default() }
    }

    /// Whether a code sent by email. Default: false.
    pub fn email_otp(mut self, value: bool) -> Self {
        self.email_otp = value;
        self
    }

    /// Whether a code sent by text message. Default: false.
    pub fn sms_otp(mut self, value: bool) -> Self {
        self.sms_otp = value;
        self
    }

    /// Whether a passkey. Default: false.
    pub fn passkey(mut self, value: bool) -> Self {
        self.passkey = value;
        self
    }
}

/// How users who forgot their password get back in.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-accountrecoverysetting.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AccountRecovery {
    /// By email, else by phone, unless the phone is the second factor.
    EmailAndPhoneWithoutMfa,
    /// By phone, unless it is the second factor, else by email.
    PhoneWithoutMfaAndEmail,
    /// By email.
    EmailOnly,
    /// By phone, unless it is the second factor.
    PhoneOnlyWithoutMfa,
    /// By phone, also if it is the second factor, else by email. Not recommended.
    PhoneAndEmail,
    /// Only an administrator can help.
    None,
}

impl AccountRecovery {
    /// The names of the ways, first the one that is tried first; nothing to leave it to Cognito.
    pub(crate) fn mechanisms(self) -> Option<&'static [&'static str]> {
        const EMAIL: &str = "verified_email";
        const PHONE: &str = "verified_phone_number";
        match self {
            AccountRecovery::EmailAndPhoneWithoutMfa => Some(&[EMAIL, PHONE]),
            AccountRecovery::PhoneWithoutMfaAndEmail => Some(&[PHONE, EMAIL]),
            AccountRecovery::EmailOnly => Some(&[EMAIL]),
            AccountRecovery::PhoneOnlyWithoutMfa => Some(&[PHONE]),
            AccountRecovery::PhoneAndEmail => None,
            AccountRecovery::None => Some(&["admin_only"]),
        }
    }
}

text_enum! {
    /// What Cognito does about risky sign-ins. Replaced by [`StandardThreatProtectionMode`].
    AdvancedSecurityMode {
        /// `ENFORCED`: it acts.
        Enforced = "ENFORCED",
        /// `AUDIT`: it logs.
        Audit = "AUDIT",
        /// `OFF`: nothing.
        Off = "OFF",
    }
}

text_enum! {
    /// What Cognito does about risky sign-ins.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html>.
    StandardThreatProtectionMode {
        /// `ENFORCED`: it acts.
        FullFunction = "ENFORCED",
        /// `AUDIT`: it logs.
        AuditOnly = "AUDIT",
        /// `OFF`: nothing.
        NoEnforcement = "OFF",
    }
}

text_enum! {
    /// What Cognito does about risky sign-ins by custom challenges.
    CustomThreatProtectionMode {
        /// `ENFORCED`: it acts.
        FullFunction = "ENFORCED",
        /// `AUDIT`: it logs.
        AuditOnly = "AUDIT",
    }
}

text_enum! {
    /// What Cognito can do, and costs.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html>.
    FeaturePlan {
        /// `LITE`.
        Lite = "LITE",
        /// `ESSENTIALS`.
        Essentials = "ESSENTIALS",
        /// `PLUS`.
        Plus = "PLUS",
    }
}

/// Which devices Cognito remembers.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html>.
#[derive(Clone, Copy, Debug)]
pub struct DeviceTracking {
    pub(crate) challenge_required_on_new_device: bool,
    pub(crate) device_only_remembered_on_user_prompt: bool,
}

impl DeviceTracking {
    /// Whether the second factor is asked for only on devices that are not remembered, and whether users are asked before a
    /// device is remembered.
    pub fn new(challenge_required_on_new_device: bool, device_only_remembered_on_user_prompt: bool) -> Self {
        Self { challenge_required_on_new_device, device_only_remembered_on_user_prompt }
    }
}
