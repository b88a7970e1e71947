//! The part of JavaScript's regular expressions that the CDK's behaviour rests on.
//!
//! The CDK splices names and file patterns into regular expressions, so that what a pattern means is what a
//! JavaScript engine makes of the result. No crate has those semantics: UTF-16 units unless the `u` flag is set,
//! lookahead, the lenient grammar for browsers (ECMAScript's annex B), and case folding by unit.
//!
//! Matching only answers yes or no, so it needs no backtracking: the expression becomes a small program whose
//! alternatives run side by side, in time proportional to the text for any pattern. There are no captures, hence
//! no back references; a back reference reads as the octal escape that it also could be. Lookbehind is refused.

mod class;
mod parse;
mod program;

pub(crate) use class::CharClass;
use program::Program;

/// The flags that change what matches.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Flags {
    /// `i`
    pub(crate) ignore_case: bool,
    /// `u`
    pub(crate) unicode: bool,
    /// `m`
    pub(crate) multiline: bool,
}

/// A regular expression, ready to be matched.
#[derive(Clone, Debug)]
pub(crate) struct JsRegex {
    program: Program,
    flags: Flags,
}

impl JsRegex {
    /// `None` where JavaScript has a syntax error, or the expression is absurdly large.
    pub(crate) fn new(source: &str, flags: Flags) -> Option<Self> {
        let node = parse::parse(&units(source, flags), flags)?;
        Some(Self { program: Program::compile(&node, flags)?, flags })
    }

    /// `RegExp.prototype.test`: whether any part of `text` matches.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let mut text = units(text, self.flags);
        if self.flags.ignore_case {
            text.iter_mut().for_each(|unit| *unit = canonical(*unit));
        }
        self.program.matches_somewhere(&text)
    }
}

/// What an expression sees of a text: code points with the `u` flag, UTF-16 units otherwise.
fn units(text: &str, flags: Flags) -> Vec<u32> {
    if flags.unicode { text.chars().map(u32::from).collect() } else { text.encode_utf16().map(u32::from).collect() }
}

/// The unit that stands for all that are equal without regard to case: the upper case, where that is one unit and
/// does not leave or enter ASCII.
fn canonical(unit: u32) -> u32 {
    let Some(c) = char::from_u32(unit) else {
        return unit;
    };
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) if upper.len_utf16() == 1 && (c.is_ascii() || !upper.is_ascii()) => u32::from(upper),
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::{Flags, JsRegex};

    fn check(source: &str, flags: &str, matching: &[&str], failing: &[&str]) {
        let flags =
            Flags { ignore_case: flags.contains('i'), unicode: flags.contains('u'), multiline: flags.contains('m') };
        let regex = JsRegex::new(source, flags).unwrap_or_else(|| panic!("{source} is refused"));
        for text in matching {
            assert!(regex.is_match(text), "{source} does not match {text:?}");
        }
        for text in failing {
            assert!(!regex.is_match(text), "{source} matches {text:?}");
        }
    }

    #[test]
    fn repetition_and_alternatives() {
        check("^a*b+c?$", "", &["b", "aab", "bbc"], &["a", "ac", "abcc", ""]);
        check("^(?:a|bc|)d$", "", &["ad", "bcd", "d"], &["bd", "cd"]);
        check("^a{2}$", "", &["aa"], &["a", "aaa"]);
        check("^a{2,}$", "", &["aa", "aaaa"], &["a"]);
        check("^a{1,2}?$", "", &["a", "aa"], &["", "aaa"]);
        check("^(a*)*$", "", &["", "aaa"], &["b"]);
        check("^(?:(?:a|b)*c){2}$", "", &["cc", "abcac"], &["c", "abcab"]);
    }

    #[test]
    fn anchors_and_lookahead() {
        check("b", "", &["abc"], &["ac"]);
        check("^(?!\\.)[^/]*?\\.js$", "", &["a.js", "a.b.js"], &[".js", "a/b.js", "a.jsx"]);
        check("a(?=$|\\/$)", "", &["a", "ba", "a/"], &["ab", "a/b"]);
        check("^(?:(?!(?:a|b)$).)*$", "", &["", "ab1", "c"], &["a", "b", "xa"]);
        check("\\bx\\B", "", &["xy", "a xy"], &["x", "axy"]);
    }

    #[test]
    fn anchors_of_lines() {
        check("^b$", "m", &["b", "a\nb", "b\r\nc", "a\u{2028}b"], &["ab", "a\nbc"]);
        check("^b$", "", &["b"], &["a\nb", "b\n"]);
        check("^$", "m", &["", "a\n\nb", "a\n"], &["a"]);
        check("(?=^b)", "m", &["a\nb"], &["ab"]);
    }

    #[test]
    fn named_groups() {
        check("^(?<first>a)(?<second>b|c)$", "", &["ab", "ac"], &["a", "first"]);
    }

    #[test]
    fn sets() {
        check("^[a-c\\d-]$", "", &["b", "7", "-"], &["d", "\\"]);
        check("^[^/]$", "", &["a", "\n"], &["/", "😀", ""]);
        check("^[^/]$", "u", &["😀"], &["/"]);
        check("^.$", "", &["a"], &["\n", "\u{2028}", "😀"]);
        check("[]", "", &[], &["", "a"]);
        check("^[^]$", "", &["\n"], &[""]);
        check("^\\d\\s\\W$", "", &["1 -"], &["1-1"]);
        check("^[\\p{L}\\p{Nd}]+$", "u", &["aé7"], &["-", "_"]);
        check("^[\\p{L}\\p{N}\\p{S}\\p{M}]+$", "u", &["aé7", "a+b", "e\u{301}"], &["a-b", "{"]);
        check("^\\p{ASCII}+\\P{C}$", "u", &["arn:x", "aé"], &["é", "a\n"]);
        let unicode = Flags { unicode: true, ..Flags::default() };
        assert!(JsRegex::new("\\p{Script=Greek}", unicode).is_none());
        assert!(JsRegex::new("[\\p{Graph}]", unicode).is_none());
    }

    #[test]
    fn without_regard_to_case() {
        check("^é[a-c]ς$", "i", &["ÉBΣ", "éaσ"], &["EBΣ"]);
        check("^k$", "i", &["K"], &["\u{212A}"]);
        check("^[^a-z]$", "i", &["1"], &["B", "b"]);
        check("^ß$", "i", &["ß"], &["SS", "ẞ"]);
    }

    #[test]
    fn lenient_grammar() {
        check("^a{$", "", &["a{"], &["a"]);
        check("^a{,2}]}$", "", &["a{,2}]}"], &["aa]}"]);
        check(
            "^\\q\\$\\x4\\u{61}\\c$",
            "",
            &["q$x4uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\\c"],
            &[],
        );
    }

    #[test]
    fn syntax_errors() {
        for source in
            ["(", "a)", "*a", "a**", "[a", "a\\", "x{2,1}", "[b-a]", "(?<=a)b", "(?<!a)b", "(?<a", "(?<>a)", "{1}"]
        {
            assert!(JsRegex::new(source, Flags::default()).is_none(), "{source} is accepted");
        }
        let deep = "(".repeat(100_000) + &")".repeat(100_000);
        assert!(JsRegex::new(&deep, Flags::default()).is_none());
        assert!(JsRegex::new("(?:(?:a{1000}){1000}){1000}", Flags::default()).is_none());
    }

    #[test]
    fn no_pattern_is_slow() {
        let text = "a".repeat(2_000);
        check("^(a*)*(a*)*(a|a)*b$", "", &[], &[&text]);
    }
}
