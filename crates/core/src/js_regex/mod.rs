//! The part of JavaScript's regular expressions that the CDK's behaviour rests on.
//!
//! The CDK splices names and file patterns into regular expressions, so that what a pattern means is what a
//! JavaScript engine makes of the result. No crate has those semantics: UTF-16 units unless the `u` flag is set,
//! lookahead, the lenient grammar for browsers (ECMAScript's annex B), and case folding by unit.

mod class;

pub(crate) use class::CharClass;
