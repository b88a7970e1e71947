//! Reading JSON text: the context of the command line.

use jsonc_parser::ast::Value;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::value::{Json, Object};

/// JSON as its standard has it, but for line breaks inside of text.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A text as a value, or what is wrong with it. Of a key that is there twice, the last value counts.
pub(crate) fn parse(text: &str) -> Result<Json, String> {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(result) => result.value.as_ref().map(value).ok_or_else(|| "it is empty".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn value(ast: &Value<'_>) -> Json {
    match ast {
        Value::NullKeyword(_) => Json::Null,
        Value::BooleanLit(flag) => Json::Bool(flag.value),
        Value::StringLit(text) => Json::text(&text.value),
        Value::NumberLit(number) => match number.value.parse() {
            Ok(whole) => Json::Int(whole),
            Err(_) => Json::Float(number.value.parse().unwrap_or(f64::NAN)),
        },
        Value::Array(list) => Json::List(list.elements.iter().map(value).collect()),
        Value::Object(object) => {
            let mut entries = Object::new();
            for property in &object.properties {
                entries.insert(property.name.as_str(), value(&property.value));
            }
            Json::Object(entries)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render;

    /// What serde_json reads, or nothing.
    fn of_serde(text: &str) -> Option<String> {
        Some(serde_json::from_str::<serde_json::Value>(text).ok()?.to_string())
    }

    #[test]
    fn values_are_those_of_the_standard() {
        for text in [
            r#"{"b":1,"a":[true,false,null,"x"],"c":{"d":-2.5e-3,"e":{}},"f":[]}"#,
            r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#,
            "9007199254740993",
            "-12",
            "  [ 1 , 2 ]  ",
        ] {
            let own = parse(text).unwrap();
            let same: serde_json::Value = serde_json::from_str(&render::compact(&own)).unwrap();
            assert_eq!(same, serde_json::from_str::<serde_json::Value>(text).unwrap(), "{text}");
        }
        assert_eq!(render::compact(&parse(r#"{"a":1,"b":2,"a":3}"#).unwrap()), r#"{"a":3,"b":2}"#);
    }

    #[test]
    fn what_is_not_json_is_told() {
        let no_values =
            ["", " ", "tru", "NaN", "'a'", "\"open", "\"\\x\"", "\"\\ud800\"", "// a", "/* a */ 1", "[1] 2"];
        let no_numbers = ["0x1", "+1", "01", ".5", "1.", "-", "1e"];
        let no_collections = ["{", "[1,]", "{\"a\":1,}", "[1 2]", "{a:1}", "{\"a\" 1}"];
        for text in no_values.into_iter().chain(no_numbers).chain(no_collections) {
            assert_eq!(of_serde(text), None, "{text:?}");
            assert!(parse(text).is_err(), "{text:?} gives {:?}", parse(text));
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
