//! JavaScript's `localeCompare`: the order in which the CDK sorts tags and dependencies.
//!
//! That is the Unicode collation algorithm with the root tailoring and punctuation that counts. ASCII is ordered exactly;
//! other characters stand after it, by code point.

use std::cmp::Ordering;

/// The characters of ASCII in collation order, letters without case. Control characters do not count.
const ORDER: &[u8] = b"\t\n\x0b\x0c\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

/// Compares two texts: first the characters, then, where these are the same, lower case before upper case.
pub(crate) fn locale_compare(a: &str, b: &str) -> Ordering {
    let primary = |text: &str| text.chars().filter_map(weight).collect::<Vec<_>>();
    let case = |text: &str| {
        text.chars().filter(|character| weight(*character).is_some()).map(char::is_uppercase).collect::<Vec<_>>()
    };
    primary(a).cmp(&primary(b)).then_with(|| case(a).cmp(&case(b)))
}

/// What the character weighs; `None` if it does not count.
fn weight(character: char) -> Option<u32> {
    if !character.is_ascii() {
        return Some(u32::from(character) + 256);
    }
    let lower = character.to_ascii_lowercase() as u8;
    ORDER.iter().position(|known| *known == lower).and_then(|position| u32::try_from(position).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_sorts_as_in_javascript() {
        let sorted = [
            "_", "-", "10", "1a", "9", "a", "A", "a b", "a_b", "a-b", "a:b", "a.b", "a/b", "a1", "a10", "a2", "aa",
            "ab", "aB", "Ab", "b", "B", "e",
        ];
        let mut shuffled: Vec<&str> = sorted.iter().rev().copied().collect();
        shuffled.sort_by(|a, b| locale_compare(a, b));
        assert_eq!(shuffled, sorted);
    }
}
