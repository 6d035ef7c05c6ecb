//! Finds where a headline that has lost its line break runs into the text.
//!
//! Looks at the start of the first line only.

use crate::language::{Follower, SentenceTables};

use super::context::{word_at, word_before};

/// The shortest headline, in bytes.
const SHORTEST: usize = 20;

/// The longest place of a dateline, in characters.
const LONGEST_PLACE: usize = 40;

/// The shortest first line that can be headline and text, in bytes: a paragraph is shorter.
const SHORTEST_TEXT: usize = 600;

/// How far into the line its headline can reach, in bytes.
const LONGEST: usize = 240;

/// The end of the headline at `start`, if text follows it on its line: a word that no name begins
/// with stands there with a capital, and the clause goes on in lower case.
pub(super) fn end(text: &str, start: usize, tables: &SentenceTables) -> Option<usize> {
    let bytes = text.as_bytes();
    let line = bytes.get(start..start + SHORTEST_TEXT)?;
    if memchr::memchr(b'\n', line).is_some() {
        return None;
    }
    memchr::memchr_iter(b' ', &line[..LONGEST])
        .skip_while(|&at| at < SHORTEST)
        .map(|at| start + at)
        .find(|&at| restarts(text, at, tables))
}

/// Whether `rest` opens with a place in capitals and what marks it as a dateline: "OSTER (AP) —".
fn is_dateline(rest: &str) -> bool {
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let place = |c: char| c.is_ascii_alphabetic() || " ,.".contains(c);
    let mark = rest
        .char_indices()
        .take(LONGEST_PLACE)
        .find(|&(_, c)| !place(c));
    capitals > 2
        && mark.is_some_and(|(at, c)| {
            rest[..at].ends_with(' ')
                && (c == '('
                    || "-–—".contains(c) && rest[at..].trim_start_matches(c).starts_with(' '))
        })
}

/// Whether a sentence restarts behind the space at `at`.
fn restarts(text: &str, at: usize, tables: &SentenceTables) -> bool {
    let bytes = text.as_bytes();
    if !bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        || !text[..at].ends_with(|c: char| c.is_alphanumeric() || "\"'”’)".contains(c))
    {
        return false;
    }
    if text[..at].ends_with(char::is_lowercase) && is_dateline(&text[at + 1..]) {
        return true;
    }
    let word = word_at(text, at + 1);
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    let after = &bytes[at + 1 + word.len()..];
    let lower = |byte: &u8| byte.is_ascii_lowercase();
    let goes_on = match after {
        [b' ', b'0'..=b'9', ..] => word_at(text, at + 2 + word.len()).contains('-'),
        [b' ', letter, ..] => lower(letter),
        _ => false,
    };
    let is = |word: &str, kind| {
        tables
            .followers
            .get(word)
            .is_some_and(|kinds| kinds.is(kind))
    };
    let before = word_before(text, 0, at);
    let open = before.starts_with(char::is_lowercase)
        && (is(before, Follower::STARTER) || is(before, Follower::PREPOSITION));
    stem.bytes().skip(1).all(|byte| lower(&byte)) && goes_on && is(stem, Follower::RESTART) && !open
}
