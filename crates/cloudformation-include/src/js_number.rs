//! Numbers at the start of a text, as JavaScript's `parseFloat` reads them.

use aws_cdk_core::Json;

/// The longest number with which a text starts, blanks aside, as in `"5"` and `"5 minutes"`.
/// Source: <https://tc39.es/ecma262/#sec-parsefloat-string>.
pub(crate) fn parse(text: &str) -> Option<Json> {
    let text = text.trim_start();
    let number: f64 = text[..length(text)].parse().ok()?;
    if !number.is_finite() {
        return None;
    }
    // A whole number is printed as one; up to 2^53 these are exact.
    let is_whole = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    Some(if is_whole { Json::Int(number as i64) } else { Json::Float(number) })
}

fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = |at: usize| usize::from(matches!(bytes.get(at), Some(b'+' | b'-')));
    let mut end = sign(0);
    let before = digits(end);
    end += before;
    if bytes.get(end) == Some(&b'.') {
        let after = digits(end + 1);
        if before + after == 0 {
            return 0;
        }
        end += 1 + after;
    } else if before == 0 {
        return 0;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let exponent = end + 1 + sign(end + 1);
        let count = if exponent <= bytes.len() { digits(exponent) } else { 0 };
        if count > 0 {
            end = exponent + count;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_a_text_may_be_a_number() {
        for (text, expected) in [
            ("5", "Some(Int(5))"),
            (" 5 minutes", "Some(Int(5))"),
            ("-1.50", "Some(Float(-1.5))"),
            ("+.5x", "Some(Float(0.5))"),
            ("5.", "Some(Int(5))"),
            ("1e3", "Some(Int(1000))"),
            ("1e", "Some(Int(1))"),
            ("1e+", "Some(Int(1))"),
            ("2E-1", "Some(Float(0.2))"),
            ("0x10", "Some(Int(0))"),
            ("10.0.0.0/8", "Some(Int(10))"),
            ("1e400", "None"),
            ("", "None"),
            ("-", "None"),
            (".", "None"),
            ("five", "None"),
            ("Infinity", "None"),
        ] {
            assert_eq!(format!("{:?}", parse(text)), expected, "{text}");
        }
    }
}
