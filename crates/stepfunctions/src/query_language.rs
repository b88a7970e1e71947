//! The languages in which states choose and change data.

/// The language in which states choose and change data.
///
/// Source: <https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryLanguage {
    /// `JSONPath`.
    JsonPath,
    /// `JSONata`.
    Jsonata,
}

impl QueryLanguage {
    /// The value as the definition has it.
    pub fn as_str(self) -> &'static str {
        match self {
            QueryLanguage::JsonPath => "JSONPath",
            QueryLanguage::Jsonata => "JSONata",
        }
    }
}
