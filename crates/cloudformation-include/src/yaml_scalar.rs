//! Scalars of YAML: which text is a number, a boolean, or nothing.

use serde_json::{Number, Value};
use yaml_rust2::parser::Tag;
use yaml_rust2::scanner::TScalarStyle;

/// A scalar by the core schema: <https://yaml.org/spec/1.2.2/#103-core-schema>.
pub(crate) fn scalar(text: String, style: TScalarStyle, tag: Option<&Tag>) -> Value {
    let is_text = tag.is_some_and(|tag| tag.suffix == "str" && tag.handle != "!");
    if style != TScalarStyle::Plain || is_text {
        return Value::String(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        other => number(other).map_or(Value::String(text), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let all = |text: &str, radix| !text.is_empty() && text.chars().all(|digit| digit.is_digit(radix));
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(number) = text.strip_prefix(prefix).filter(|number| all(number, radix)) {
            return i64::from_str_radix(number, radix).ok().map(Number::from);
        }
    }
    if all(digits, 10) {
        let whole = text.parse::<i64>().ok().map(Number::from);
        return whole.or_else(|| Number::from_f64(text.parse().ok()?));
    }
    let (mantissa, exponent) = digits.split_once(['e', 'E']).map_or((digits, None), |(m, e)| (m, Some(e)));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_mantissa = (all(before, 10) || before.is_empty()) && (all(after, 10) || after.is_empty());
    let has_digits = !before.is_empty() || !after.is_empty();
    let is_exponent = exponent.is_none_or(|exponent| all(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), 10));
    if !(is_mantissa && has_digits && is_exponent) {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    // A whole number is printed as one.
    let is_whole = number.fract() == 0.0 && number.abs() < 9e15;
    if is_whole { Some(Number::from(number as i64)) } else { Number::from_f64(number) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn scalars_are_those_of_the_core_schema() {
        let text =
            "[~, null, '~', yes, true, 12, 012, 0x1f, 1.50, -2e3, 1e400, .5, '1', 2012-10-17, 1.2.3, !!str 5, ., +]";
        let expected = json!([
            null,
            null,
            "~",
            "yes",
            true,
            12,
            12,
            31,
            1.5,
            -2000,
            "1e400",
            0.5,
            "1",
            "2012-10-17",
            "1.2.3",
            "5",
            ".",
            "+"
        ]);
        assert_eq!(crate::yaml::parse(text).unwrap(), expected);
    }
}
