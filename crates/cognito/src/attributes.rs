//! What is known of users: standard attributes, attributes of one's own, and which of them a client may read or write.

use std::collections::BTreeSet;

use aws_cdk_cfn_cognito::cfn_user_pool::{
    NumberAttributeConstraintsProperty, SchemaAttributeProperty, StringAttributeConstraintsProperty,
};
use aws_cdk_core::{Diagnostic, Node};

use crate::option_group::{option_group, set, text_enum};

text_enum! {
    /// The attributes that all user pools know, after OpenID Connect.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html>.
    StandardAttributeName {
        /// `address`.
        Address = "address",
        /// `birthdate`, as `YYYY-MM-DD`.
        Birthdate = "birthdate",
        /// `email`.
        Email = "email",
        /// `family_name`.
        FamilyName = "family_name",
        /// `gender`.
        Gender = "gender",
        /// `given_name`.
        GivenName = "given_name",
        /// `locale`, such as `en-US`.
        Locale = "locale",
        /// `middle_name`.
        MiddleName = "middle_name",
        /// `name`: the full name.
        Fullname = "name",
        /// `nickname`.
        Nickname = "nickname",
        /// `phone_number`.
        PhoneNumber = "phone_number",
        /// `picture`: a URL.
        ProfilePicture = "picture",
        /// `preferred_username`.
        PreferredUsername = "preferred_username",
        /// `profile`: a URL.
        ProfilePage = "profile",
        /// `zoneinfo`: the time zone.
        Timezone = "zoneinfo",
        /// `updated_at`: when the user was last changed.
        LastUpdateTime = "updated_at",
        /// `website`: a URL.
        Website = "website",
        /// `email_verified`.
        EmailVerified = "email_verified",
        /// `phone_number_verified`.
        PhoneNumberVerified = "phone_number_verified",
    }
}

option_group! {
    /// What a user pool asks of a standard attribute.
    StandardAttribute {
        /// Whether users can change it. Default: true.
        mutable: bool,
        /// Whether each user needs it. Default: false.
        required: bool,
    }
}

/// The standard attributes about which a user pool says something.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct StandardAttributes {
    attributes: Vec<(StandardAttributeName, StandardAttribute)>,
}

macro_rules! standard_attributes {
    ($($(#[$doc:meta])* $method:ident: $name:ident,)+) => {
        impl StandardAttributes {
            $($(#[$doc])*
            pub fn $method(self, value: StandardAttribute) -> Self {
                self.attribute(StandardAttributeName::$name, value)
            })+
        }
    };
}

standard_attributes! {
    /// The postal address. Default: nothing is asked.
    address: Address,
    /// The day of birth. Default: nothing is asked.
    birthdate: Birthdate,
    /// The email address. Default: nothing is asked.
    email: Email,
    /// The family name. Default: nothing is asked.
    family_name: FamilyName,
    /// The gender. Default: nothing is asked.
    gender: Gender,
    /// The given name. Default: nothing is asked.
    given_name: GivenName,
    /// The locale. Default: nothing is asked.
    locale: Locale,
    /// The middle name. Default: nothing is asked.
    middle_name: MiddleName,
    /// The full name. Default: nothing is asked.
    fullname: Fullname,
    /// The nickname. Default: nothing is asked.
    nickname: Nickname,
    /// The phone number. Default: nothing is asked.
    phone_number: PhoneNumber,
    /// The URL of a picture. Default: nothing is asked.
    profile_picture: ProfilePicture,
    /// The name that the user wants to have. Default: nothing is asked.
    preferred_username: PreferredUsername,
    /// The URL of a page about the user. Default: nothing is asked.
    profile_page: ProfilePage,
    /// The time zone. Default: nothing is asked.
    timezone: Timezone,
    /// When the user was last changed. Default: nothing is asked.
    last_update_time: LastUpdateTime,
    /// The URL of the user's own page. Default: nothing is asked.
    website: Website,
}

impl StandardAttributes {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    fn attribute(mut self, name: StandardAttributeName, value: StandardAttribute) -> Self {
        match self.attributes.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.attributes.push((name, value)),
        }
        self
    }

    pub(crate) fn schema(&self) -> impl Iterator<Item = SchemaAttributeProperty> {
        self.attributes.iter().map(|(name, attribute)| {
            SchemaAttributeProperty::new()
                .name(name.as_str())
                .mutable(attribute.mutable.unwrap_or(true))
                .required(attribute.required.unwrap_or(false))
        })
    }
}

option_group! {
    /// An attribute of one's own with text.
    StringAttribute {
        /// The fewest characters. Default: 0.
        min_len: i64,
        /// The most characters, up to 2048. Default: 2048.
        max_len: i64,
        /// Whether users can change it. Default: false.
        mutable: bool,
    }
}

option_group! {
    /// An attribute of one's own with a number.
    NumberAttribute {
        /// The smallest number. Default: none.
        min: i64,
        /// The largest number. Default: none.
        max: i64,
        /// Whether users can change it. Default: false.
        mutable: bool,
    }
}

option_group! {
    /// An attribute of one's own that is true or false.
    BooleanAttribute {
        /// Whether users can change it. Default: false.
        mutable: bool,
    }
}

option_group! {
    /// An attribute of one's own with a date and time.
    DateTimeAttribute {
        /// Whether users can change it. Default: false.
        mutable: bool,
    }
}

/// An attribute of one's own, of any kind.
#[derive(Clone, Debug)]
pub struct CustomAttribute {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Text(StringAttribute),
    Number(NumberAttribute),
    Boolean(BooleanAttribute),
    DateTime(DateTimeAttribute),
}

macro_rules! custom_attribute {
    ($($from:ident as $kind:ident),+) => {
        $(impl From<$from> for CustomAttribute {
            fn from(attribute: $from) -> Self {
                Self { kind: Kind::$kind(attribute) }
            }
        })+
    };
}

custom_attribute!(
    StringAttribute as Text,
    NumberAttribute as Number,
    BooleanAttribute as Boolean,
    DateTimeAttribute as DateTime
);

impl CustomAttribute {
    /// The limits are Cognito's:
    /// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StringAttributeConstraintsType.html>.
    #[track_caller]
    pub(crate) fn check(&self, node: &Node, name: &str) {
        let Kind::Text(attribute) = &self.kind else { return };
        if attribute.min_len.is_some_and(|min| min < 0) || attribute.max_len.is_some_and(|max| max > 2048) {
            node.report(
                Diagnostic::error("cognito::attribute-length", format!("the lengths of `{name}` are out of range"))
                    .help("use 0 to 2048 characters"),
            );
        }
    }

    pub(crate) fn schema(&self, name: &str) -> SchemaAttributeProperty {
        let mut property = SchemaAttributeProperty::new().name(name);
        let text = |value: Option<i64>| value.map(|value| value.to_string());
        // Constraints that are all 0 are none.
        let is_given = |a: Option<i64>, b: Option<i64>| a.unwrap_or(0) != 0 || b.unwrap_or(0) != 0;
        match &self.kind {
            Kind::Text(attribute) => {
                property = property.attribute_data_type("String");
                if is_given(attribute.min_len, attribute.max_len) {
                    let mut constraints = StringAttributeConstraintsProperty::new();
                    set!(constraints, min_length: text(attribute.min_len), max_length: text(attribute.max_len));
                    property = property.string_attribute_constraints(constraints);
                }
                set!(property, mutable: attribute.mutable);
            }
            Kind::Number(attribute) => {
                property = property.attribute_data_type("Number");
                if is_given(attribute.min, attribute.max) {
                    let mut constraints = NumberAttributeConstraintsProperty::new();
                    set!(constraints, min_value: text(attribute.min), max_value: text(attribute.max));
                    property = property.number_attribute_constraints(constraints);
                }
                set!(property, mutable: attribute.mutable);
            }
            Kind::Boolean(attribute) => {
                property = property.attribute_data_type("Boolean");
                set!(property, mutable: attribute.mutable);
            }
            Kind::DateTime(attribute) => {
                property = property.attribute_data_type("DateTime");
                set!(property, mutable: attribute.mutable);
            }
        }
        property
    }
}

/// The attributes that a client may read, or write.
///
/// ```
/// use aws_cdk_cognito::{ClientAttributes, StandardAttributeName};
///
/// let readable = ClientAttributes::new()
///     .with_standard_attributes([StandardAttributeName::Email, StandardAttributeName::EmailVerified])
///     .with_custom_attributes(["shelf"]);
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ClientAttributes {
    names: BTreeSet<String>,
}

impl ClientAttributes {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// These and standard attributes.
    pub fn with_standard_attributes(mut self, names: impl IntoIterator<Item = StandardAttributeName>) -> Self {
        self.names.extend(names.into_iter().map(|name| name.as_str().to_owned()));
        self
    }

    /// These and attributes of one's own, with or without `custom:`.
    pub fn with_custom_attributes<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        for name in names {
            let name = name.into();
            self.names.insert(if name.starts_with("custom:") { name } else { format!("custom:{name}") });
        }
        self
    }

    /// The names as JavaScript sorts text.
    pub(crate) fn attributes(&self) -> Vec<String> {
        let mut names: Vec<String> = self.names.iter().cloned().collect();
        names.sort_by_cached_key(|name| name.encode_utf16().collect::<Vec<_>>());
        names
    }
}
