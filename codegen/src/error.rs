//! What can be wrong with a specification. Every variant names the place as a path into the JSON.

/// A specification that this generator does not understand, in whole or in part.
///
/// The generator never guesses: what it does not know is an error, so that a newer specification cannot lose
/// types or fields silently.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Not JSON, cut short, an unknown field, or a value of another kind than expected.
    #[error("specification is malformed at `{path}`: {source}")]
    Malformed {
        /// Where in the JSON.
        path: String,
        /// What serde found there, with line and column.
        source: serde_json::Error,
    },
    /// Neither `Type` nor `PrimitiveType`.
    #[error("`{path}` has no type: expected `Type` or `PrimitiveType`")]
    NoType {
        /// Where in the JSON.
        path: String,
    },
    /// A list or map without `ItemType` and `PrimitiveItemType`, or with both.
    #[error("`{path}` is a {container} and needs exactly one of `ItemType` and `PrimitiveItemType`")]
    ItemType {
        /// Where in the JSON.
        path: String,
        /// `list` or `map`.
        container: &'static str,
    },
    /// Fields that exclude each other, for instance `Type` beside `PrimitiveType`.
    #[error("`{path}` has `{field}`, which does not fit beside its other fields")]
    Contradiction {
        /// Where in the JSON.
        path: String,
        /// The field that is one too many.
        field: &'static str,
    },
    /// A reference to a property type that the specification does not define.
    #[error("`{path}` refers to the property type `{name}`, which does not exist")]
    UnknownPropertyType {
        /// Where in the JSON.
        path: String,
        /// The full name that was looked up.
        name: String,
    },
    /// A property type that is, through aliases only, itself.
    #[error("`{path}` is an alias of itself")]
    AliasCycle {
        /// Where in the JSON.
        path: String,
    },
    /// A property type of a resource type that does not exist.
    #[error("`{path}` belongs to no resource type")]
    Orphan {
        /// Where in the JSON.
        path: String,
    },
    /// The global `Tag` is not what the runtime's is.
    #[error("`{path}` is expected to have the strings `Key` and `Value` and nothing else")]
    GlobalTag {
        /// Where in the JSON.
        path: String,
    },
    /// A keyword of a registry schema that this generator does not know.
    #[error("`{path}` has the unknown keyword `{keyword}`")]
    UnknownKeyword {
        /// Where in the JSON.
        path: String,
        /// The keyword.
        keyword: String,
    },
    /// A value of a registry schema that has another form than expected.
    #[error("`{path}` is expected to be {expected}")]
    Unexpected {
        /// Where in the JSON.
        path: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A name that cannot become a Rust identifier.
    #[error("`{path}` has a name that is not supported: expected {expected}")]
    Name {
        /// Where in the JSON.
        path: String,
        /// What a name there looks like.
        expected: &'static str,
    },
    /// A service that the specification does not define.
    #[error("the specification has no service `{name}`")]
    UnknownService {
        /// The namespace that was asked for.
        name: String,
    },
    /// A required property of which no example can be written.
    #[error("`{path}` is required and contains itself without end")]
    NoExample {
        /// The property, as in `AWS::SQS::Queue.RedrivePolicy`.
        path: String,
    },
    /// The emitter wrote something that is not Rust: a mistake of the generator itself.
    #[error("generated file `{file}` is not valid Rust: {source}")]
    NotRust {
        /// The path inside the crate.
        file: String,
        /// What syn said.
        source: syn::Error,
    },
}
