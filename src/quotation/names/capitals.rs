//! Whether the capitalised words that speak are a name at all: a capital that opens a sentence tells
//! nothing.
//!
//! Uses the text and the sightings around them; who bears the name is told by `cast`.

use crate::language::keyed::has_inner_capital;
use crate::quotation::names::sighting::{Form, Sighting};
use crate::span::{Span, starts_at};

/// What the capitalised words `i` are as those who speak.
pub(crate) fn form_of_speaker(
    text: &str,
    i: usize,
    doubtful: bool,
    sightings: &[Sighting],
    sentences: &[Span],
) -> Form {
    let seen = &sightings[i];
    if seen.form != Form::Plain {
        return seen.form;
    }
    let ordinary = !seen.full && !has_inner_capital(text[seen.name].as_bytes());
    if ordinary && starts_at(sentences, seen.name.start) {
        // "Continue reading", "Life": a capital that opens a sentence makes no name of a word
        let doubtful = doubtful || seen.doubtful || is_plural(&text[seen.name]);
        if is_common(text, seen.name) || doubtful && !stands_within(i, sightings, sentences) {
            return Form::Other;
        }
    }
    if is_named_so(text, seen) {
        Form::Person
    } else {
        Form::Plain
    }
}

/// Whether a mention shows that `seen` is a person: not in capitals only, unless a transcript's.
fn is_named_so(text: &str, seen: &Sighting) -> bool {
    let shouted = !text[seen.name].bytes().any(|b| b.is_ascii_lowercase());
    let transcript = !seen.full && text[seen.name.end..].starts_with(':');
    !seen.doubtful && (!shouted || transcript)
}

/// Whether near the sighting `i` the same word stands within a sentence, or in a full name.
fn stands_within(i: usize, sightings: &[Sighting], sentences: &[Span]) -> bool {
    const NEAR: usize = 128;
    let key = sightings[i].last_key;
    let near = &sightings[i.saturating_sub(NEAR)..sightings.len().min(i + NEAR)];
    let mut alike = near.iter().filter(|seen| seen.last_key == key);
    key != 0 && alike.any(|seen| seen.full || !starts_at(sentences, seen.name.start))
}

/// Whether a word ends as nouns of several do, "Retailers", or else as few names: "Weakness".
fn is_plural(word: &str) -> bool {
    const ENDINGS: [&str; 10] = [
        "ans", "ants", "ents", "ers", "ions", "ists", "ities", "less", "ness", "ors",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether the text around a word with a capital has it without one, too: "Life … of their life".
fn is_common(text: &str, word: Span) -> bool {
    /// Bytes before and behind it that are searched.
    const AROUND: usize = 2048;
    let bytes = text.as_bytes();
    let (first, rest) = (
        bytes[word.start].to_ascii_lowercase(),
        &bytes[word.start + 1..word.end],
    );
    let from = word.start.saturating_sub(AROUND);
    let around = &bytes[from..bytes.len().min(word.end.saturating_add(AROUND))];
    let ends = |at: usize| {
        !around
            .get(at + rest.len())
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let starts = |at: usize| {
        let before = at.checked_sub(2).map(|i| around[i]);
        around[at - 1] == first && !before.is_some_and(|b| b.is_ascii_alphanumeric())
    };
    memchr::memmem::find_iter(around, rest).any(|at| at > 0 && starts(at) && ends(at))
}
