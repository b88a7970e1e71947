//! JavaScript's `localeCompare`, in the order of which the CDK sorts tags and dependencies.
//!
//! That is ICU's root collation with punctuation that counts: first the letters are compared, then their accents, then
//! their case and other variants. A text that is equal in all three is equal, whatever control characters it has.
//!
//! `collation/root.txt` has the weights, and `collation/generate.mjs` makes it from what Node's `Intl.Collator` answers.
//! Exact are ASCII, Latin with all its accented letters, Greek, Cyrillic, kana, the marks of these scripts, punctuation
//! and the common symbols, in any combination. Other scripts stand after these by code point, Hangul, Bopomofo and Han
//! last (Han is not in ICU's order of radicals), and other symbols, emoji among them, by code point after the known ones.

use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::ordered_map::OrderedMap;
use crate::sorting;

/// Compares two texts as `a.localeCompare(b)` does.
pub(crate) fn locale_compare(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() {
        return compare_ascii(a, b);
    }
    compare_by_table(a, b)
}

fn compare_by_table(a: &str, b: &str) -> Ordering {
    let (a, b) = (TABLE.elements(a), TABLE.elements(b));
    let letters = |elements: &[Element]| -> Vec<u64> {
        elements.iter().map(|each| each.primary).filter(|primary| *primary > 0).collect()
    };
    letters(&a)
        .cmp(&letters(&b))
        .then_with(|| a.iter().map(|each| each.secondary).cmp(b.iter().map(|each| each.secondary)))
        .then_with(|| a.iter().map(|each| each.tertiary).cmp(b.iter().map(|each| each.tertiary)))
}

/// The characters of ASCII that count, in their order, letters without case.
const ASCII_ORDER: &[u8] = b"\t\n\x0b\x0c\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

/// The place of each ASCII character, 0 for those that do not count.
const ASCII_WEIGHTS: [u8; 128] = {
    let mut weights = [0; 128];
    let mut index = 0;
    while index < ASCII_ORDER.len() {
        let character = ASCII_ORDER[index];
        weights[character as usize] = index as u8 + 1;
        weights[character.to_ascii_uppercase() as usize] = index as u8 + 1;
        index += 1;
    }
    weights
};

/// The same comparison where it needs no table: there are no accents, and the only variant is the capital letter.
fn compare_ascii(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (counting(a), counting(b));
    let mut case = Ordering::Equal;
    loop {
        match (a.next(), b.next()) {
            (Some((one, a)), Some((other, b))) if one == other => {
                case = case.then(a.is_ascii_uppercase().cmp(&b.is_ascii_uppercase()));
            }
            (None, None) => return case,
            (a, b) => return a.map(|(weight, _)| weight).cmp(&b.map(|(weight, _)| weight)),
        }
    }
}

/// The characters that count, each after its weight.
fn counting(text: &str) -> impl Iterator<Item = (u8, u8)> {
    let weight = |byte: u8| ASCII_WEIGHTS.get(usize::from(byte)).copied().unwrap_or(0);
    text.bytes().map(move |byte| (weight(byte), byte)).filter(|(weight, _)| *weight > 0)
}

/// What one letter or mark weighs at the three levels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Element {
    /// 0 for a mark, which has no weight at this level.
    primary: u64,
    /// 0 for a letter, which at this level weighs less than any mark.
    secondary: u16,
    /// Among what has the same weights otherwise.
    tertiary: i16,
}

/// Between the primary weights of two characters of the table there is room for all code points that it does not have.
const STEP: u64 = 1 << 21;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("../collation/root.txt")));

/// `collation/root.txt`, one collection for each kind of its lines.
#[derive(Default)]
struct Table {
    elements: OrderedMap<char, Vec<Element>>,
    decompositions: OrderedMap<char, Vec<char>>,
    /// A letter and a mark, and the character that weighs what these weigh together.
    contractions: OrderedMap<(char, char), char>,
    /// Combining classes, by which marks on one letter are ordered.
    classes: OrderedMap<char, u8>,
    primaries: u64,
    secondaries: u16,
}

impl Table {
    fn parse(text: &str) -> Self {
        let mut table = Self::default();
        for line in text.lines() {
            let mut tokens = line.split(' ');
            let kind = tokens.next().unwrap_or_default();
            // The rest is about one character, or one class.
            let mut subject = || tokens.next().unwrap_or_default();
            match kind {
                "expansion" => {
                    let expanded = characters(subject());
                    let elements = tokens.filter_map(|token| table.element(token)).collect();
                    table.elements.extend(expanded.first().map(|expanded| (*expanded, elements)));
                }
                "class" => {
                    let class = subject().parse().unwrap_or(0);
                    table.classes.extend(tokens.flat_map(characters).map(|mark| (mark, class)));
                }
                _ => tokens.for_each(|token| table.add(kind, token)),
            }
        }
        table
    }

    fn add(&mut self, kind: &str, token: &str) {
        match (kind, &characters(token)[..]) {
            ("ignorable", [character]) => {
                self.elements.insert(*character, Vec::new());
            }
            ("primary", _) => {
                self.primaries += 1;
                self.add_variants(token, Element { primary: self.primaries * STEP, secondary: 0, tertiary: 0 });
            }
            ("mark", _) => {
                // Expansions have weights between those of marks.
                self.secondaries += 16;
                self.add_variants(token, Element { primary: 0, secondary: self.secondaries, tertiary: 0 });
            }
            ("decomposition", [composed, parts @ ..]) => {
                self.decompositions.insert(*composed, parts.to_vec());
            }
            ("contraction", [letter, mark, contracted]) => {
                self.contractions.insert((*letter, *mark), *contracted);
            }
            _ => {}
        }
    }

    /// Variants of one letter or mark, in their order; with `=` between those that are equal.
    fn add_variants(&mut self, token: &str, mut element: Element) {
        let mut equal = true;
        for variant in characters(token) {
            if variant == '=' && !equal {
                equal = true;
                continue;
            }
            if !equal {
                element.tertiary += 8;
            }
            self.elements.insert(variant, vec![element]);
            equal = false;
        }
    }

    /// One element of an expansion: `a/8` is a letter and its variant, `^16/0` a mark's weight and its variant.
    fn element(&self, token: &str) -> Option<Element> {
        let (weighed, tertiary) = token.rsplit_once('/')?;
        let tertiary = tertiary.parse().ok()?;
        if let Some(secondary) = weighed.strip_prefix('^') {
            return Some(Element { primary: 0, secondary: secondary.parse().ok()?, tertiary });
        }
        let like = self.elements.get(characters(weighed).first()?)?.first()?;
        Some(Element { tertiary, ..*like })
    }

    fn elements(&self, text: &str) -> Vec<Element> {
        let mut characters = self.decompose(text);
        let mut elements = Vec::with_capacity(characters.len());
        let mut at = 0;
        while let Some(character) = characters.get(at).copied() {
            at += 1;
            let character = self.contract(character, &mut characters, at);
            match self.elements.get(&character) {
                Some(known) => elements.extend_from_slice(known),
                None => elements.push(self.unknown(character)),
            }
        }
        elements
    }

    /// The canonical decomposition of a text, its marks in canonical order.
    fn decompose(&self, text: &str) -> Vec<char> {
        let mut out = Vec::with_capacity(text.len());
        for character in text.chars() {
            match self.decompositions.get(&character) {
                Some(parts) => out.extend_from_slice(parts),
                None => out.push(character),
            }
        }
        for marks in out.chunk_by_mut(|one, other| self.class(*one) > 0 && self.class(*other) > 0) {
            sorting::sort_by_key(marks, |mark| self.class(*mark));
        }
        out
    }

    fn class(&self, character: char) -> u8 {
        self.classes.get(&character).copied().unwrap_or(0)
    }

    /// The character that weighs what `letter` and one of the marks after it weigh together; that mark is taken away.
    /// It may stand after others, if it is the first of its class.
    fn contract(&self, letter: char, characters: &mut Vec<char>, after: usize) -> char {
        let mut last_class = 0;
        let marks = characters.iter().enumerate().skip(after).map_while(|(at, mark)| {
            let class = self.class(*mark);
            let first = class > std::mem::replace(&mut last_class, class);
            (class > 0).then_some((at, *mark, first))
        });
        let found = marks
            .filter(|(_, _, first)| *first)
            .find_map(|(at, mark, _)| Some((at, *self.contractions.get(&(letter, mark))?)));
        match found {
            Some((at, contracted)) => {
                characters.remove(at);
                contracted
            }
            None => letter,
        }
    }

    /// The weight of what the table does not have: symbols before the known currencies, all else after what is known.
    fn unknown(&self, character: char) -> Element {
        let code_point = u64::from(u32::from(character));
        let after = |scripts: u64| (self.primaries + 1 + scripts) * STEP + code_point;
        let primary = match character {
            '\u{AC00}'..='\u{D7A3}' => after(1),
            '\u{3100}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}' => after(2),
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => after(3),
            '\u{20000}'..='\u{3FFFF}' => after(3),
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => after(4),
            _ if character.is_alphanumeric() => after(0),
            _ => {
                let currency = self.elements.get(&'¤').and_then(|elements| elements.first());
                currency.map_or(0, |currency| currency.primary - STEP) + code_point
            }
        };
        Element { primary, secondary: 0, tertiary: 0 }
    }
}

/// The characters of a token: each stands for itself, or as its code point in angle brackets.
fn characters(token: &str) -> Vec<char> {
    let mut out = Vec::new();
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
        match rest.split_once('>').filter(|_| first == '<') {
            Some((hexadecimal, after)) => {
                out.extend(u32::from_str_radix(hexadecimal, 16).ok().and_then(char::from_u32));
                rest = after;
            }
            None => out.push(first),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strings of `tests-data/collation.tsv`, each with how it relates to the one before.
    fn recorded() -> Vec<(Ordering, String)> {
        let lines = include_str!("../tests-data/collation.tsv").lines().map(|line| line.split_once('\t').unwrap());
        lines
            .map(|(relation, text)| {
                let relation = if relation == "=" { Ordering::Equal } else { Ordering::Less };
                (relation, serde_json::from_str(text).unwrap())
            })
            .collect()
    }

    #[test]
    fn neighbours_relate_as_recorded() {
        for pair in recorded().windows(2) {
            let [(_, one), (relation, other)] = pair else { unreachable!() };
            assert_eq!(locale_compare(one, other), *relation, "{one:?} {other:?}");
            assert_eq!(locale_compare(other, one), relation.reverse(), "{other:?} {one:?}");
        }
    }

    #[test]
    fn sorting_restores_the_recorded_order() {
        let mut sorted = recorded();
        sorted.reverse();
        sorted.sort_by(|(_, one), (_, other)| locale_compare(one, other));
        for ((_, found), (_, expected)) in sorted.iter().zip(&recorded()) {
            assert_eq!(locale_compare(found, expected), Ordering::Equal, "{found:?} stands where {expected:?} should");
        }
    }

    #[test]
    fn ascii_needs_no_table() {
        let ascii = recorded().into_iter().map(|(_, text)| text).filter(|text| text.is_ascii());
        let texts: Vec<String> = ascii.step_by(4).collect();
        assert!(texts.len() > 150, "{} texts", texts.len());
        for one in &texts {
            for other in &texts {
                assert_eq!(compare_ascii(one, other), compare_by_table(one, other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn ascii_sorts_as_in_javascript() {
        let sorted = [
            "_", "-", "10", "1a", "9", "a", "A", "a b", "a_b", "a-b", "a:b", "a.b", "a/b", "a1", "a10", "a2", "aa",
            "ab", "aB", "Ab", "b", "B", "e",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(locale_compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn what_the_table_lacks_has_a_place() {
        let sorted = ["→", "😀", "🚀", "€", "0", "a", "ω", "я", "あ", "א", "ㄅ", "一", "\u{E000}"];
        for pair in sorted.windows(2) {
            assert_eq!(locale_compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }
}
