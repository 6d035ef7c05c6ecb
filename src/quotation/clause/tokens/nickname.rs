//! Nicknames in marks within a name, which are words of it: "Robert “Bobby” Kane".
//!
//! Looks at the word before the marks and at the text behind them.

use super::{Shape, Token};
use crate::language::QuotationTables;
use crate::language::keyed::key;
use crate::language::quotation::{Flags, Forms};
use crate::span::Span;

/// Whether the quoted stretch at `marks`, behind the word `last`, is a nickname within a name.
pub(super) fn is_nickname(
    text: &str,
    last: Option<&Token>,
    marks: Span,
    tables: &QuotationTables,
) -> bool {
    let name = |token: &Token| token.shape == Shape::Capital && !token.is(NO_NAME);
    let behind = |last: &Token| text.get(last.span.end..marks.start) == Some(" ");
    last.is_some_and(|last| name(last) && behind(last)) && leads_to_name(text, marks, tables)
}

/// The token of a nickname with its marks at `span`.
pub(super) fn word(bytes: &[u8], span: Span) -> Token {
    Token {
        span,
        shape: Shape::Capital,
        word: Forms::UNKNOWN.capital(),
        last: bytes[span.end - 1],
    }
}

/// What no name is beside a nickname.
const NO_NAME: Flags = Flags::DETERMINER
    .or(Flags::PREPOSITION)
    .or(Flags::SUBORDINATOR)
    .or(Flags::COORDINATOR)
    .or(Flags::RELATIVE)
    .or(Flags::POSSESSIVE)
    .or(Flags::SUBJECT)
    .or(Flags::QUESTION)
    .or(Flags::AUXILIARY)
    .or(Flags::TIME);

/// Whether marks hold a word or two with capitals and a capitalised word that may be a name stands behind
/// them.
fn leads_to_name(text: &str, marks: Span, tables: &QuotationTables) -> bool {
    const WORDS: usize = 2;
    const LONGEST: usize = 24;
    if marks.len() > LONGEST {
        return false;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let ends = |c: char| !c.is_alphabetic() && c != '-' && c != '.';
    let inner = text[marks].trim_matches(|c: char| ends(c) && c != ',' && c != '?' && c != '!');
    let mut words = inner.split(' ');
    let nickname = words
        .by_ref()
        .take(WORDS)
        .all(|word| capital(word) && !word.contains(ends));
    let behind = text[marks.end..].strip_prefix(' ');
    let next = behind
        .and_then(|rest| rest.split(ends).next())
        .unwrap_or_default();
    let known = || tables.look_up(key(next.as_bytes())).0.lower().flags;
    nickname && words.next().is_none() && capital(next) && !known().any(NO_NAME)
}
