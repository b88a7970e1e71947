//! Character classes: what stands between `[` and `]`.

/// The greatest UTF-16 unit. Code points above it appear only with the `u` flag.
const MAX_UNIT: u32 = 0xFFFF;

/// Whether a character has a Unicode property.
type Property = fn(char) -> bool;

/// A set of UTF-16 units, or of code points with the `u` flag.
#[derive(Clone, Debug, Default)]
pub(crate) struct CharClass {
    ranges: Vec<(u32, u32)>,
    /// Unicode properties, which only the `u` flag brings in.
    properties: Vec<Property>,
}

impl CharClass {
    /// Reads the inside of a class; `None` where JavaScript refuses it, or where it would end before `source` does.
    pub(crate) fn parse(source: &str) -> Option<Self> {
        let units: Vec<u32> = source.encode_utf16().map(u32::from).chain([u32::from(']')]).collect();
        let (class, end) = Self::parse_at(&units, 0, false)?;
        (end == units.len()).then_some(class)
    }

    /// Reads class atoms from `at` to an unescaped `]`; returns the class, and the index after that bracket.
    pub(super) fn parse_at(source: &[u32], mut at: usize, unicode: bool) -> Option<(Self, usize)> {
        let mut class = Self::default();
        loop {
            if is(source, at, ']') {
                return Some((class, at + 1));
            }
            if let Some((property, end)) = property(source, at).filter(|_| unicode) {
                class.properties.push(property);
                at = end;
                continue;
            }
            // A property that is not known here: better no expression than a wrong one.
            if unicode && is(source, at, '\\') && (is(source, at + 1, 'p') || is(source, at + 1, 'P')) {
                return None;
            }
            let low = class_atom(source, &mut at)?;
            if !is(source, at, '-') || is(source, at + 1, ']') {
                class.add(low);
                continue;
            }
            at += 1;
            let high = class_atom(source, &mut at)?;
            match (&low, &high) {
                (Atom::One(low), Atom::One(high)) if low > high => return None,
                (Atom::One(low), Atom::One(high)) => class.ranges.push((*low, *high)),
                // `\d-x` is no range: a set, a hyphen and a character.
                _ => {
                    class.add(low);
                    class.add(Atom::One(u32::from('-')));
                    class.add(high);
                }
            }
        }
    }

    /// The class with these ranges.
    pub(super) fn of(ranges: Vec<(u32, u32)>) -> Self {
        Self { ranges, properties: Vec::new() }
    }

    /// The class of the `\p{…}` at `at`, if its property is known here, and the index after it.
    pub(super) fn of_property(source: &[u32], at: usize) -> Option<(Self, usize)> {
        let (property, end) = property(source, at)?;
        Some((Self { ranges: Vec::new(), properties: vec![property] }, end))
    }

    /// Whether `unit` is in the set.
    pub(crate) fn contains(&self, unit: u32) -> bool {
        let mut ranges = self.ranges.iter();
        ranges.any(|(low, high)| (*low..=*high).contains(&unit))
            || char::from_u32(unit).is_some_and(|c| self.properties.iter().any(|has| has(c)))
    }

    /// The set of what `map` makes of each unit of the ranges.
    pub(super) fn map(&self, map: fn(u32) -> u32) -> Self {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for unit in self.ranges.iter().flat_map(|(low, high)| *low..=*high) {
            let mapped = map(unit);
            match ranges.last_mut() {
                Some((_, high)) if *high + 1 == mapped => *high = mapped,
                _ => ranges.push((mapped, mapped)),
            }
        }
        Self { ranges, properties: self.properties.clone() }
    }

    fn add(&mut self, atom: Atom) {
        match atom {
            Atom::One(unit) => self.ranges.push((unit, unit)),
            Atom::Set(ranges) => self.ranges.extend(ranges),
        }
    }
}

/// One member of a class: a unit, or the set that an escape such as `\d` stands for.
enum Atom {
    One(u32),
    Set(Vec<(u32, u32)>),
}

fn class_atom(source: &[u32], at: &mut usize) -> Option<Atom> {
    let unit = *source.get(*at)?;
    *at += 1;
    if unit != u32::from('\\') {
        return Some(Atom::One(unit));
    }
    if let Some(ranges) = source.get(*at).and_then(|unit| set_escape(*unit)) {
        *at += 1;
        return Some(Atom::Set(ranges));
    }
    if is(source, *at, 'b') {
        *at += 1;
        return Some(Atom::One(0x08));
    }
    character_escape(source, at, true).map(Atom::One)
}

/// The sets of `\d`, `\w`, `\s` and of their complements.
pub(super) fn set_escape(unit: u32) -> Option<Vec<(u32, u32)>> {
    let letter = char::from_u32(unit)?;
    let ranges: &[(u32, u32)] = match letter.to_ascii_lowercase() {
        'd' => &[(0x30, 0x39)],
        'w' => &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)],
        's' => &[
            (0x09, 0x0D),
            (0x20, 0x20),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF),
        ],
        _ => return None,
    };
    Some(if letter.is_ascii_uppercase() { complement(ranges) } else { ranges.to_vec() })
}

/// The units outside of ranges that are sorted.
fn complement(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut outside = Vec::with_capacity(ranges.len() + 1);
    let mut next = 0;
    for (low, high) in ranges {
        if next < *low {
            outside.push((next, low - 1));
        }
        next = high + 1;
    }
    outside.push((next, MAX_UNIT));
    outside
}

/// Whether the standard library does not say what kind of character this is.
fn is_unknown(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// `\p{…}` for the properties that minimatch's POSIX classes and the patterns of schemas come to, and the index after it.
///
/// The standard library knows no general categories. These are exact for ASCII and close to them beyond: letters
/// include the marks and symbols that Unicode calls alphabetic, digits all that is numeric, and what is neither is taken
/// for punctuation, a symbol and a mark at once.
fn property(source: &[u32], at: usize) -> Option<(Property, usize)> {
    const PROPERTIES: [(&str, Property); 19] = [
        ("\\p{N}", |c| c.is_numeric()),
        ("\\p{M}", is_unknown),
        ("\\p{S}", |c| "$+<=>^`|~".contains(c) || is_unknown(c)),
        ("\\p{Cf}", |c| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')),
        ("\\p{ASCII}", |c| c.is_ascii()),
        ("\\P{C}", |c| !c.is_control()),
        ("\\P{Cc}", |c| !c.is_control()),
        ("\\P{M}", |c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe2f}')),
        ("\\p{L}", char::is_alphabetic),
        ("\\p{Nl}", |_| false),
        ("\\p{Nd}", |c| c.is_numeric()),
        ("\\p{Ll}", char::is_lowercase),
        ("\\p{Lu}", char::is_uppercase),
        ("\\p{Pc}", |c| c == '_'),
        ("\\p{P}", |c| is_unknown(c) || c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c)),
        ("\\p{Zs}", |c| c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')),
        ("\\p{Z}", |c| c.is_whitespace() && !c.is_control()),
        ("\\p{C}", char::is_control),
        ("\\p{Cc}", char::is_control),
    ];
    PROPERTIES
        .iter()
        .find(|(name, _)| name.chars().enumerate().all(|(i, c)| is(source, at + i, c)))
        .map(|(name, property)| (*property, at + name.len()))
}

/// What follows a backslash and stands for one unit; `at` is moved past it. `None` at the end of the source.
pub(super) fn character_escape(source: &[u32], at: &mut usize, in_class: bool) -> Option<u32> {
    let unit = *source.get(*at)?;
    *at += 1;
    let Some(letter) = char::from_u32(unit) else {
        return Some(unit);
    };
    Some(match letter {
        't' => 0x09,
        'n' => 0x0A,
        'v' => 0x0B,
        'f' => 0x0C,
        'r' => 0x0D,
        'c' => match source.get(*at).and_then(|unit| char::from_u32(*unit)) {
            Some(control) if control.is_ascii_alphabetic() || in_class && is_word(control) => {
                *at += 1;
                u32::from(control) % 32
            }
            // No control character: the backslash stands for itself, and the `c` is read again.
            _ => {
                *at -= 1;
                u32::from('\\')
            }
        },
        'x' => hexadecimal(source, at, 2).unwrap_or(unit),
        'u' => hexadecimal(source, at, 4).unwrap_or(unit),
        '0'..='7' => octal(source, at, unit - u32::from('0')),
        _ => unit,
    })
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn hexadecimal(source: &[u32], at: &mut usize, digits: usize) -> Option<u32> {
    let value = source.get(*at..*at + digits)?.iter().try_fold(0, |value, unit| {
        let digit = char::from_u32(*unit)?.to_digit(16)?;
        Some(value * 16 + digit)
    })?;
    *at += digits;
    Some(value)
}

/// Up to three octal digits, up to `\377`.
fn octal(source: &[u32], at: &mut usize, mut value: u32) -> u32 {
    for _ in 0..2 {
        let Some(digit) = source.get(*at).and_then(|unit| char::from_u32(*unit)?.to_digit(8)) else {
            break;
        };
        if value * 8 + digit > 0o377 {
            break;
        }
        value = value * 8 + digit;
        *at += 1;
    }
    value
}

pub(super) fn is(source: &[u32], at: usize, c: char) -> bool {
    source.get(at) == Some(&u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::CharClass;

    /// Which printable ASCII characters, and which of a few others, are in the class.
    fn members(source: &str) -> String {
        let class = CharClass::parse(source).unwrap();
        (0x20..0x7F)
            .chain([0x07, 0x08, 0x09, 0xE9, 0x2028])
            .filter(|unit| class.contains(*unit))
            .map(|unit| char::from_u32(unit).unwrap())
            .collect()
    }

    #[test]
    fn ranges_and_hyphens() {
        assert_eq!(members("a-c"), "abc");
        assert_eq!(members("-a"), "-a");
        assert_eq!(members("a-"), "-a");
        assert_eq!(members("+--"), "+,-");
        assert_eq!(members(r"\d-x"), "-0123456789x");
        assert_eq!(members(""), "");
    }

    #[test]
    fn escapes() {
        assert_eq!(members(r"\]\\"), r"\]");
        assert_eq!(members(r"\x41\u0042\103"), "ABC");
        assert_eq!(members(r"\b\cg\t\s"), " \u{7}\u{8}\t\u{2028}");
        assert_eq!(members(r"\c!"), r"!\c");
        assert_eq!(members(r"\xg\u1"), "1gux");
        assert_eq!(members(r"\Wa").chars().filter(char::is_ascii_alphanumeric).collect::<String>(), "a");
    }

    #[test]
    fn refused() {
        assert!(CharClass::parse("z-a").is_none());
        assert!(CharClass::parse("a]b").is_none());
        assert!(CharClass::parse("\\").is_none());
    }
}
