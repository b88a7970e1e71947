//! What Cognito writes to users.

use aws_cdk_cfn_cognito::cfn_user_pool::VerificationMessageTemplateProperty;
use aws_cdk_core::{Diagnostic, Node, Value};

use crate::option_group::{option_group, text_enum};

/// Where the code stands.
pub(crate) const CODE: &str = "{####}";

text_enum! {
    /// How users prove that an email address is theirs.
    VerificationEmailStyle {
        /// `CONFIRM_WITH_CODE`: with a code from the email.
        Code = "CONFIRM_WITH_CODE",
        /// `CONFIRM_WITH_LINK`: by following a link in the email.
        Link = "CONFIRM_WITH_LINK",
    }
}

option_group! {
    /// What is written to those who sign up.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html>.
    UserVerificationConfig {
        /// The subject of the email. Default: `Verify your new account`.
        email_subject: Value<String>,
        /// The text of the email, with `{####}` for the code, or `{##text##}` for the link. Default: a sentence with it.
        email_body: Value<String>,
        /// With a code or a link. Default: [`VerificationEmailStyle::Code`].
        email_style: VerificationEmailStyle,
        /// The text message, with `{####}` for the code. Default: a sentence with it.
        sms_message: Value<String>,
    }
}

option_group! {
    /// What is written to those whom an administrator invites.
    UserInvitationConfig {
        /// The subject of the email. Default: that of Cognito.
        email_subject: Value<String>,
        /// The text of the email, with `{username}` and `{####}`. Default: that of Cognito.
        email_body: Value<String>,
        /// The text message, with `{username}` and `{####}`. Default: that of Cognito.
        sms_message: Value<String>,
    }
}

/// What is written to those who sign up.
pub(crate) struct Verification {
    style: VerificationEmailStyle,
    subject: Value<String>,
    body: Value<String>,
    pub(crate) sms: Value<String>,
}

impl Verification {
    /// With the defaults filled in. A text without its code or link is the error `cognito::message`.
    #[track_caller]
    pub(crate) fn new(node: &Node, given: &UserVerificationConfig) -> Self {
        let sentence = || Value::from("The verification code to your new account is {####}");
        let style = given.email_style.unwrap_or(VerificationEmailStyle::Code);
        let is_code = style == VerificationEmailStyle::Code;
        let link = || Value::from("Verify your account by clicking on {##Verify Email##}");
        let body = given.email_body.clone().unwrap_or_else(|| if is_code { sentence() } else { link() });
        let sms = given.sms_message.clone().unwrap_or_else(sentence);
        let has_code = |text: &Value<String>| text.as_literal().is_none_or(|text| text.contains(CODE));
        if is_code {
            check(node, has_code(&body), "the email has no `{####}` for the code");
            check(node, has_code(&sms), "the text message has no `{####}` for the code");
        } else {
            check(node, body.as_literal().is_none_or(has_link), "the email has no `{##Verify Email##}` for the link");
        }
        let subject = given.email_subject.clone().unwrap_or_else(|| "Verify your new account".into());
        Self { style, subject, body, sms }
    }

    /// The subject and text of the email with a code.
    pub(crate) fn code_email(&self) -> Option<(&Value<String>, &Value<String>)> {
        (self.style == VerificationEmailStyle::Code).then_some((&self.subject, &self.body))
    }

    pub(crate) fn property(&self) -> VerificationMessageTemplateProperty {
        let property =
            VerificationMessageTemplateProperty::new().default_email_option(self.style.as_str()).sms_message(&self.sms);
        match self.style {
            VerificationEmailStyle::Code => property.email_message(&self.body).email_subject(&self.subject),
            VerificationEmailStyle::Link => {
                property.email_message_by_link(&self.body).email_subject_by_link(&self.subject)
            }
        }
    }
}

/// Whether there is `{##…##}`.
fn has_link(text: &str) -> bool {
    text.split("{##").skip(1).any(|rest| rest.contains("##}"))
}

#[track_caller]
fn check(node: &Node, fits: bool, message: &str) {
    if !fits {
        node.report(Diagnostic::error("cognito::message", message).help("write it where the code or link belongs"));
    }
}

/// The message with the second factor: with a code, up to 140 characters.
#[track_caller]
pub(crate) fn check_mfa_message(node: &Node, message: &Value<String>) {
    let Some(text) = message.as_literal().filter(|text| !text.is_empty()) else { return };
    check(node, text.contains(CODE), "the message with the second factor has no `{####}` for the code");
    check(node, text.encode_utf16().count() <= 140, "the message with the second factor has more than 140 characters");
}
