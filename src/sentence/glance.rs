//! [`glance`]: what a few bytes around a candidate already decide.
//!
//! Most candidates of a text end here. Whatever it decides, the slow way would decide alike, which is never
//! asked of a line break within a clause.

use crate::language::SentenceTables;

use super::abbreviation::is_clipped;
use super::context::word_before;
use super::wrap;

/// What a look at the neighbours of a candidate tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glance {
    /// The sentence ends, at this offset.
    Ends(usize),
    /// It goes on.
    GoesOn,
    /// It takes a longer look.
    Unclear,
}

/// Looks at the candidate at `at` of the sentence at `start`, in a text whose every line break ends
/// a sentence.
pub(super) fn glance(text: &str, start: usize, at: usize, tables: &SentenceTables) -> Glance {
    let end = match text.as_bytes()[at..] {
        [b'\n', b',' | b'.' | b';', ..] if wrap::within_clause(text, at) => {
            return Glance::GoesOn;
        }
        [b'\n', ..] => return Glance::Ends(at),
        [b'.', b'0'..=b'9' | b'a'..=b'z' | b',', ..]
        | [b'.', b'A'..=b'H' | b'J'..=b'Z', b'.', ..] => return Glance::GoesOn,
        [b'.', b' ', b'a'..=b'z', ..] if low_behind_initials(text, start, at) => {
            return Glance::GoesOn;
        }
        [b'.' | b'!' | b'?'] => return Glance::Ends(at + 1),
        [b'!' | b'?', b' ', b'A'..=b'Z', ..] if is_small(word_before(text, start, at)) => {
            return Glance::Ends(at + 1);
        }
        [b'.' | b'!' | b'?', b'\n', ..] => return Glance::Ends(at + 1),
        [b'.' | b'!' | b'?', b'"', b'\n', ..] => return Glance::Ends(at + 2),
        [b'.' | b'!' | b'?', 0xe2, 0x80, 0x9d, b'\n', ..] => return Glance::Ends(at + 4),
        [b'.', b' ', b'A'..=b'Z', ..]
        | [b'.', b' ', b'"', b'A'..=b'Z', ..]
        | [b'.', b' ', 0xe2, 0x80, 0x9c, b'A'..=b'Z', ..] => at + 1,
        [b'.', b'"', b' ', b'A'..=b'Z', ..] => at + 2,
        [b'.', 0xe2, 0x80, 0x9d, b' ', b'A'..=b'Z', ..] => at + 4,
        [0x93 | 0x94, next, ..] if next != b' ' => return Glance::GoesOn,
        [0x93 | 0x94, b' ', first, ..] if !(first.is_ascii_uppercase() || first >= 0x80) => {
            return Glance::GoesOn;
        }
        _ => return Glance::Unclear,
    };
    if !tables.long && is_plain(text.as_bytes(), at)
        || is_ordinary(word_before(text, start, at), tables)
    {
        Glance::Ends(end)
    } else {
        Glance::Unclear
    }
}

/// Whether five lower-case letters stand before `at`: no abbreviation that a capital can follow
/// within its sentence has as many.
fn is_plain(bytes: &[u8], at: usize) -> bool {
    let word: Option<&[u8; 5]> = at
        .checked_sub(5)
        .and_then(|from| bytes[from..].first_chunk());
    word.is_some_and(|word| word.iter().all(u8::is_ascii_lowercase))
}

/// Whether two initials stand before `at` and a word without a capital, which is no web address,
/// behind it: "the U.S. may".
fn low_behind_initials(text: &str, start: usize, at: usize) -> bool {
    let (before, after) = (&text.as_bytes()[start..at], &text.as_bytes()[at + 2..]);
    matches!(before, [.., b' ', b'A'..=b'Z', b'.', b'A'..=b'Z'])
        && matches!(
            after,
            [_, b'a'..=b's', b' ' | b'a'..=b'z', b' ' | b'a'..=b'z', ..]
        )
}

/// Whether `word` is lower-case letters.
fn is_small(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether `word` is a word or a number and nothing else.
fn is_ordinary(word: &str, tables: &SentenceTables) -> bool {
    word.len() > 2
        && (word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !tables.abbreviations.contains(word)
            && !is_clipped(word)
            || word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::{Ends, split};
    use crate::language::Language;
    use crate::scan::ByteClass;

    const WORDS: [&str; 24] = [
        "paid", "war", "it", "U.S", "the U.S", "p.m", "J.D", "Lund", "Gov", "Inc", "No", "Yahoo",
        "12", "3.5", "iPhone", "https", "al-Oster", "who", "I", "The", "e.g", "didn't", "Müller",
        "x",
    ];
    const MARKS: [&str; 24] = [
        ".", "!", "?", "…", "...", ". ", "? ", "! ", ".\n", ".”\n", "?\"\n", ".\" ", ". \"", ". “",
        ".” ", ".,", " — ", "—", "?!", ".) ", ". . .", ".[1] ", "' ", " ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn a_longer_look_agrees(parts in prop::collection::vec((select(&WORDS[..]), select(&MARKS[..])), 1..9)) {
            let mut text: String = parts.into_iter().flat_map(|(word, mark)| [word, mark]).collect();
            text.push_str("\nTide");
            let sentences = split(&text, Language::english());
            for (at, byte) in text.bytes().enumerate().skip(sentences.start) {
                if !Ends::holds(byte) || byte == b'\n' {
                    continue;
                }
                let (end, looked) = (sentences.decide(at).0, sentences.look(at).0);
                // a line break ends the sentence there, whatever is decided
                let breaks = end.is_some_and(|end| text[end..].starts_with('\n'));
                prop_assert!(breaks || end == looked, "{text:?} at {at}: {end:?}, {looked:?}");
            }
        }
    }
}
