//! Who writes emails to users.

use aws_cdk_cfn_cognito::cfn_user_pool::EmailConfigurationProperty;
use aws_cdk_core::{ArnComponents, Diagnostic, Node, Stack, Value, cfn_format};

use crate::option_group::{option_group, set};
use crate::puny::to_ascii;

option_group! {
    /// Addresses of emails, without saying who sends them. Prefer [`UserPoolEmail`].
    EmailSettings {
        /// The address that emails come from. Default: one of Cognito.
        from: String,
        /// The address for answers. Default: none.
        reply_to: String,
    }
}

impl EmailSettings {
    pub(crate) fn property(&self) -> Option<EmailConfigurationProperty> {
        let mut property = EmailConfigurationProperty::new();
        set!(property, from_: self.from.as_deref().map(to_ascii));
        set!(property, reply_to_email_address: self.reply_to.as_deref().map(to_ascii));
        (self.from.is_some() || self.reply_to.is_some()).then_some(property)
    }
}

/// How Amazon SES sends the emails.
#[must_use]
#[derive(Clone, Debug)]
pub struct UserPoolSesOptions {
    from_email: String,
    from_name: Option<String>,
    reply_to: Option<String>,
    configuration_set_name: Option<Value<String>>,
    ses_region: Option<Value<String>>,
    ses_verified_domain: Option<String>,
}

impl UserPoolSesOptions {
    /// From an address that SES has verified.
    pub fn new(from_email: impl Into<String>) -> Self {
        Self {
            from_email: from_email.into(),
            from_name: None,
            reply_to: None,
            configuration_set_name: None,
            ses_region: None,
            ses_verified_domain: None,
        }
    }

    /// The sender's name. Default: none.
    pub fn from_name(mut self, value: impl Into<String>) -> Self {
        self.from_name = Some(value.into());
        self
    }

    /// The address for answers. Default: that of the sender.
    pub fn reply_to(mut self, value: impl Into<String>) -> Self {
        self.reply_to = Some(value.into());
        self
    }

    /// The configuration set of SES. Default: none.
    pub fn configuration_set_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.configuration_set_name = Some(value.into());
        self
    }

    /// The region of SES. Default: that of the stack, which must be known then.
    pub fn ses_region(mut self, value: impl Into<Value<String>>) -> Self {
        self.ses_region = Some(value.into());
        self
    }

    /// The domain that SES has verified, instead of the address. Default: none.
    pub fn ses_verified_domain(mut self, value: impl Into<String>) -> Self {
        self.ses_verified_domain = Some(value.into());
        self
    }
}

/// Who writes emails to users.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html>.
///
/// ```
/// use aws_cdk_cognito::{UserPoolEmail, UserPoolSesOptions};
///
/// let cognito = UserPoolEmail::with_cognito(Some("support@books.example.com"));
/// let ses = UserPoolEmail::with_ses(
///     UserPoolSesOptions::new("noreply@books.example.com").from_name("Books").ses_region("eu-west-1"),
/// );
/// ```
#[derive(Clone, Debug)]
pub struct UserPoolEmail {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Cognito { reply_to: Option<String> },
    Ses(Box<UserPoolSesOptions>),
}

impl UserPoolEmail {
    /// Cognito itself, up to 50 emails a day; with an address for answers.
    pub fn with_cognito(reply_to: Option<&str>) -> Self {
        Self { kind: Kind::Cognito { reply_to: reply_to.map(str::to_owned) } }
    }

    /// Amazon SES. Errors, when the user pool is built: `cognito::ses-region`, `cognito::ses-domain`, `cognito::email-address`.
    pub fn with_ses(options: UserPoolSesOptions) -> Self {
        Self { kind: Kind::Ses(Box::new(options)) }
    }

    pub(crate) fn is_ses(&self) -> bool {
        matches!(self.kind, Kind::Ses(_))
    }

    #[track_caller]
    pub(crate) fn property(&self, node: &Node) -> EmailConfigurationProperty {
        match &self.kind {
            Kind::Cognito { reply_to } => {
                let mut property = EmailConfigurationProperty::new().email_sending_account("COGNITO_DEFAULT");
                if let Some(reply_to) = reply_to {
                    property = property.reply_to_email_address(address(node, reply_to));
                }
                property
            }
            Kind::Ses(options) => options.property(node),
        }
    }
}

impl UserPoolSesOptions {
    #[track_caller]
    fn property(&self, node: &Node) -> EmailConfigurationProperty {
        let stack = Stack::of(node);
        let region = stack.region();
        if region.is_token() && self.ses_region.is_none() {
            node.report(
                Diagnostic::error(
                    "cognito::ses-region",
                    "the region of SES is not known, since that of the stack is not",
                )
                .help("set `ses_region`, or the region of the stack"),
            );
        }
        let domain = self.from_email.rsplit('@').next().unwrap_or_default();
        if let Some(verified) = self.ses_verified_domain.as_ref().filter(|verified| *verified != domain) {
            let message = format!("`{}` is not of the verified domain `{verified}`", self.from_email);
            node.report(Diagnostic::error("cognito::ses-domain", message).help("send from an address of that domain"));
        }
        let mut from: Value<String> = address(node, &self.from_email).into();
        if let Some(name) = &self.from_name {
            from = cfn_format!("{} <{}>", sender_name(name), from);
        }
        let identity = address(node, self.ses_verified_domain.as_ref().unwrap_or(&self.from_email));
        let source = ArnComponents::new("ses", "identity")
            .resource_name(identity)
            .region(self.ses_region.clone().unwrap_or(region));
        let mut property = EmailConfigurationProperty::new()
            .email_sending_account("DEVELOPER")
            .from_(from)
            .source_arn(stack.format_arn(source));
        set!(property, configuration_set: self.configuration_set_name.clone());
        if let Some(reply_to) = &self.reply_to {
            property = property.reply_to_email_address(address(node, reply_to));
        }
        property
    }
}

/// An address with its domain in ASCII. What stands before `@` cannot be translated.
#[track_caller]
fn address(node: &Node, email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    if !email.is_empty() && !local.chars().any(|character| character.is_ascii()) {
        node.report(
            Diagnostic::error("cognito::email-address", format!("`{email}` is not in ASCII before the `@`"))
                .help("use an address that mail servers understand"),
        );
    }
    to_ascii(email)
}

/// The sender's name as mail headers have it: <https://www.rfc-editor.org/rfc/rfc5322> and
/// <https://www.rfc-editor.org/rfc/rfc2047>.
fn sender_name(name: &str) -> String {
    let is_ascii = !name.is_empty() && name.bytes().all(|byte| (0x20..=0x7e).contains(&byte));
    if !is_ascii {
        return format!("=?UTF-8?B?{}?=", base64(name.as_bytes()));
    }
    let is_plain = |character: char| character.is_ascii_alphanumeric() || " !#$%&'*+,-./=?^_`{|}~".contains(character);
    if name.chars().all(is_plain) || is_quoted(name) {
        return name.to_owned();
    }
    let escaped: String = name
        .chars()
        .flat_map(|character| {
            let escape = matches!(character, '\\' | '"').then_some('\\');
            escape.into_iter().chain([character])
        })
        .collect();
    format!("\"{escaped}\"")
}

/// Whether a name stands in quotes already.
fn is_quoted(name: &str) -> bool {
    let Some(inside) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return false };
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => return false,
            '\\' if characters.next().is_none() => return false,
            _ => {}
        }
    }
    true
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for position in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * position) & 63) as usize];
            text.push(if position <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::sender_name;

    #[test]
    fn names_are_quoted_where_they_must_be() {
        for (name, expected) in [
            ("Books & more", "Books & more"),
            ("Books, Inc.", "Books, Inc."),
            ("Books (Team)", "\"Books (Team)\""),
            ("The \"Books\"", "\"The \\\"Books\\\"\""),
            ("\"Books (Team)\"", "\"Books (Team)\""),
            ("Bücher", "=?UTF-8?B?QsO8Y2hlcg==?="),
        ] {
            assert_eq!(sender_name(name), expected);
        }
    }
}
