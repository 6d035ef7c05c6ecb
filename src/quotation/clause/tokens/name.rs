//! Names in marks, each read as one word: the nickname in "Robert “Bobby” Kane", the title of a programme.
//!
//! Looks at the words in the marks, at the word before them and at the text behind them.

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

/// Whether marks hold a title if they hold no speech: few words, the first, the last and all long ones with a
/// capital.
pub(crate) fn is_title(words: &str) -> bool {
    const WORDS: usize = 8;
    const LONG: usize = 5;
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let mut all = words.split_whitespace();
    let mut last = "";
    let titled = all.by_ref().take(WORDS).all(|word| {
        let first = last.is_empty();
        last = word;
        capital(word) || !first && word.len() < LONG
    });
    titled && all.next().is_none() && capital(last) && words.contains(char::is_uppercase)
}

/// The token of a name with its marks at `span`.
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

#[cfg(test)]
mod tests {
    use super::is_title;

    #[test]
    fn titles_have_capitals_but_in_short_words_between() {
        for (words, title) in [
            ("Meet the Mayors", true),
            ("The Long and the Short of It,", true),
            ("60 Minutes", true),
            ("Hamlet", true),
            ("the Long Tide", false),
            ("The long tide", false),
            ("Time to", false),
            ("2016", false),
            ("", false),
            ("One Two Three Four Five Six Seven Eight Nine", false),
        ] {
            assert_eq!(is_title(words), title, "{words}");
        }
    }
}
