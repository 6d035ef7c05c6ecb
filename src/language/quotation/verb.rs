//! The forms of a verb: which letters each ends with.

use super::Flags;
use crate::language::keyed::key;

/// The key of every form of a verb; `irregular` are those of its past, participle and gerund.
pub(crate) fn forms(base: &str, irregular: Option<[u64; 3]>) -> [(Flags, u64); 5] {
    let regular = || {
        let past = past(base).key();
        [past, past, gerund(base).key()]
    };
    let [past, participle, gerund] = irregular.unwrap_or_else(regular);
    [
        (Flags::BASE, key(base.as_bytes())),
        (Flags::PRESENT, third_person(base).key()),
        (Flags::PAST, past),
        (Flags::PARTICIPLE, participle),
        (Flags::GERUND, gerund),
    ]
}

/// The key of the plural of a noun.
#[cfg(test)]
pub(crate) fn plural(noun: &str) -> u64 {
    third_person(noun).key()
}

/// A form of a word: its stem and its ending, with zeros behind a short one.
struct Form<'a>(&'a str, [u8; 3]);

impl Form<'_> {
    /// The key of both together, which are joined only for that.
    fn key(&self) -> u64 {
        let Self(stem, ending) = self;
        let mut word = [0; 32];
        match word.get_mut(..stem.len() + ending.len()) {
            Some(start) => {
                let (before, behind) = start.split_at_mut(stem.len());
                before.copy_from_slice(stem.as_bytes());
                behind.copy_from_slice(ending);
                key(&word)
            }
            None => key(&[stem.as_bytes(), ending].concat()),
        }
    }
}

fn third_person(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => Form(base, *b"es\0"),
        [.., before, b'y'] if !is_vowel(*before) => Form(&base[..base.len() - 1], *b"ies"),
        _ => Form(base, *b"s\0\0"),
    }
}

fn past(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., b'e'] => Form(base, *b"d\0\0"),
        [.., before, b'y'] if !is_vowel(*before) => Form(&base[..base.len() - 1], *b"ied"),
        _ => Form(base, *b"ed\0"),
    }
}

fn gerund(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., before, b'e'] if *before != b'e' => Form(&base[..base.len() - 1], *b"ing"),
        _ => Form(base, *b"ing"),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
