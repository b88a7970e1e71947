//! The two forms that Cognito's many small options have: groups of optional values, and names with a text in the template.

/// A struct of optional values with a setter for each.
macro_rules! option_group {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[must_use]
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $(pub(crate) $field: Option<$type>,)+
        }

        impl $name {
            /// Nothing set.
            pub fn new() -> Self {
                Self::default()
            }

            $($(#[$field_doc])*
            pub fn $field(mut self, value: impl Into<$type>) -> Self {
                self.$field = Some(value.into());
                self
            })+
        }
    };
}

/// An enum whose values are texts in the template.
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $name {
            /// The value as the template has it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$value => $text,)+
                }
            }
        }
    };
}

/// Sets a property if there is a value.
macro_rules! set {
    ($builder:ident, $($method:ident: $value:expr),+ $(,)?) => {
        $(if let Some(value) = $value {
            $builder = $builder.$method(value);
        })+
    };
}

pub(crate) use {option_group, set, text_enum};
