//! Which kind of quotation a stretch in marks is: speech, or marks without speech.
//!
//! Decided from the words in marks, the tokens around them and how their source was found.

use super::attribution::{Place, Source};
use super::tokens::Shape;
use super::{Kind, Level};
use crate::language::quotation::Flags;

/// What the words in marks look like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    /// How many words, counted to [`Wording::MANY`] at most.
    pub(crate) words: usize,
    /// Whether they begin in upper case, or with no letter.
    pub(crate) capital: bool,
    /// Whether every long word begins in upper case, as in a title or a name.
    title: bool,
    /// Whether they end a sentence.
    stop: bool,
}

impl Wording {
    /// More words than that are speech in any case.
    const MANY: usize = 8;

    /// Reads the words of a stretch.
    pub(crate) fn of(inner: &str) -> Self {
        const SHORT: usize = 4;
        let mut words = 0;
        let mut title = true;
        for word in inner.split_ascii_whitespace().take(Self::MANY) {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            words += usize::from(!word.is_empty());
            title &= word.len() < SHORT || !word.starts_with(char::is_lowercase);
        }
        let end = inner.trim_end_matches(|c: char| c.is_whitespace() || !c.is_ascii());
        Self {
            words,
            capital: !inner.trim_start().starts_with(char::is_lowercase),
            title: title && words < Self::MANY,
            stop: end.ends_with(['.', '?', '!']),
        }
    }
}

/// The kind of the stretch at `place`, said by `source`.
pub(crate) fn kind(place: Place<'_>, wording: Wording, source: &Source, bare: bool) -> Kind {
    if !bare && (is_name(place, wording) || is_nickname(place, wording)) {
        return Kind::Scare;
    }
    let guessed = source.cue.is_none() || source.evidence.level == Level::Low;
    if guessed && wording.words <= 3 && !(bare && wording.capital && wording.stop) {
        return Kind::Scare;
    }
    if is_embedded(place) && !after_cue(place) || !wording.capital {
        return Kind::Mixed;
    }
    Kind::Direct
}

/// Whether the reporter's words run on into the marks.
fn is_embedded(place: Place<'_>) -> bool {
    place.at.checked_sub(1).is_some_and(|at| {
        matches!(
            place.tokens[at].shape,
            Shape::Lower | Shape::Capital | Shape::Number | Shape::Clitic
        )
    })
}

fn after_cue(place: Place<'_>) -> bool {
    place
        .at
        .checked_sub(1)
        .is_some_and(|at| place.tokens[at].is(Flags::SAYING))
}

/// `the film "Long Way Home"`: a title or a name, not what somebody said.
fn is_name(place: Place<'_>, wording: Wording) -> bool {
    wording.title && wording.words > 1 && is_embedded(place) && !after_cue(place)
}

/// `Ann "Nan" Lee`.
fn is_nickname(place: Place<'_>, wording: Wording) -> bool {
    let capital = |at: Option<usize>| {
        at.and_then(|at| place.tokens.get(at))
            .is_some_and(|token| token.shape == Shape::Capital && !token.is(Flags::DETERMINER))
    };
    wording.title
        && wording.words <= 2
        && capital(place.at.checked_sub(1))
        && capital(Some(place.at + 1))
}
