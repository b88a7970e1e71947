//! Numbers printed as JavaScript prints them, so that a template has the same bytes as the CDK's.

use std::fmt::Write as _;

/// Above this, not every integer is a double, and `i64` cannot be trusted to have the shortest digits.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// Appends `n` as `JSON.stringify` writes it.
///
/// That is `Number.prototype.toString` (the fewest digits that read back as `n`; plain notation for
/// `1e-7 < |n| < 1e21`, otherwise an exponent with its sign), and `null` for what JSON cannot say.
pub(crate) fn write_number(out: &mut String, n: f64) {
    if !n.is_finite() {
        out.push_str("null");
        return;
    }
    // Writing to a `String` cannot fail.
    if n.trunc() == n && n.abs() <= MAX_SAFE_INTEGER {
        let _ = write!(out, "{}", n as i64);
        return;
    }
    // Rust and JavaScript choose the same digits; only the notation differs.
    let scientific = format!("{:e}", n.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (first, rest) = mantissa.split_at(1);
    let rest = rest.trim_start_matches('.');
    if n < 0.0 {
        out.push('-');
    }
    match exponent {
        -6..=-1 => {
            out.push_str("0.");
            push_zeros(out, -exponent - 1);
            out.push_str(first);
            out.push_str(rest);
        }
        0..=20 => {
            out.push_str(first);
            let places = exponent as usize;
            match rest.split_at_checked(places) {
                Some((whole, fraction)) => {
                    out.push_str(whole);
                    if !fraction.is_empty() {
                        out.push('.');
                        out.push_str(fraction);
                    }
                }
                None => {
                    out.push_str(rest);
                    push_zeros(out, exponent - rest.len() as i32);
                }
            }
        }
        _ => {
            out.push_str(mantissa);
            let _ = write!(out, "e{exponent:+}");
        }
    }
}

fn push_zeros(out: &mut String, count: i32) {
    out.extend((0..count).map(|_| '0'));
}

#[cfg(test)]
mod tests {
    use super::write_number;

    fn check(n: f64, expected: &str) {
        let mut out = String::from("[");
        write_number(&mut out, n);
        assert_eq!(out, format!("[{expected}"), "{n:?}");
    }

    #[test]
    fn integers() {
        check(0.0, "0");
        check(-0.0, "0");
        check(100.0, "100");
        check(-29.0, "-29");
        check(9007199254740991.0, "9007199254740991");
        check(-9007199254740991.0, "-9007199254740991");
        check(9007199254740992.0, "9007199254740992");
        check(123456789012345680.0, "123456789012345680");
        check(2f64.powi(63), "9223372036854776000");
        check(1e20, "100000000000000000000");
        check(123456789012345680000.0, "123456789012345680000");
        check(-1e20, "-100000000000000000000");
    }

    #[test]
    fn fractions() {
        check(0.1, "0.1");
        check(1.5, "1.5");
        check(-0.25, "-0.25");
        check(0.1 + 0.2, "0.30000000000000004");
        check(1.0 / 3.0, "0.3333333333333333");
        check(123.456, "123.456");
        check(0.000001, "0.000001");
        check(0.00000123, "0.00000123");
        check(-0.000001234567890123456, "-0.000001234567890123456");
        check(4503599627370495.5, "4503599627370495.5");
    }

    #[test]
    fn exponents() {
        check(1e21, "1e+21");
        check(-1e21, "-1e+21");
        check(1e-7, "1e-7");
        check(1.5e-7, "1.5e-7");
        check(1.2345e25, "1.2345e+25");
        check(f64::MAX, "1.7976931348623157e+308");
        check(f64::MIN_POSITIVE, "2.2250738585072014e-308");
        check(5e-324, "5e-324");
    }

    #[test]
    fn what_json_cannot_say() {
        check(f64::NAN, "null");
        check(f64::INFINITY, "null");
        check(f64::NEG_INFINITY, "null");
    }

    /// Every power of two and of ten that a double has, against node's own list.
    #[test]
    fn as_node_prints() {
        for line in include_str!("../tests-data/numbers.tsv").lines() {
            let (bits, expected) = line.split_once('\t').unwrap();
            check(f64::from_bits(u64::from_str_radix(bits, 16).unwrap()), expected);
        }
    }
}
