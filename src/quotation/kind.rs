//! [`Wording`]: what the words in marks look like, and the kind of quotation that makes them.
//!
//! Looks at the words and the tokens beside them; whether they are speech is decided by
//! [`attribution`](super::attribution).

use super::Kind;
use super::proposal::Place;
use super::tokens::Shape;
use crate::language::quotation::Flags;

/// What the words in marks look like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    /// How many words, counted to [`Wording::MANY`] at most.
    pub(crate) words: usize,
    /// Whether they begin in upper case, or with no letter.
    pub(crate) capital: bool,
    /// Whether every long word begins in upper case, as in a title or a name.
    pub(crate) title: bool,
    pub(crate) ending: Ending,
}

/// How the words in marks end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With a word.
    Open,
    /// With a comma or a dash.
    Comma,
    /// As a sentence.
    Stop,
}

impl Wording {
    /// More words than that are not told apart.
    const MANY: usize = 13;

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
        let end = inner.trim_end_matches(|c: char| c.is_whitespace() || is_quote(c));
        let ending = match end.chars().next_back() {
            Some('.' | '?' | '!' | '…') => Ending::Stop,
            Some(',' | '-' | '–' | '—') => Ending::Comma,
            _ => Ending::Open,
        };
        Self {
            words,
            capital: !inner.trim_start().starts_with(char::is_lowercase),
            title: title && words < Self::MANY,
            ending,
        }
    }

    /// A rough measure: 1, 2–3, 4–6, 7–12 words, more.
    pub(crate) fn size(&self) -> usize {
        match self.words {
            0..=1 => 0,
            2..=3 => 1,
            4..=6 => 2,
            7..=12 => 3,
            _ => 4,
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '’' | '”')
}

/// The kind of words in marks that are speech.
pub(crate) fn of_speech(place: Place<'_>, wording: &Wording) -> Kind {
    if runs_on(place) || !wording.capital {
        Kind::Mixed
    } else {
        Kind::Direct
    }
}

/// Whether the reporter's clause runs on into the marks.
pub(crate) fn runs_on(place: Place<'_>) -> bool {
    let before = place.at.checked_sub(1).map(|at| &place.tokens[at]);
    before.is_some_and(|token| {
        token.is_word() && !token.is(Flags::SAYING)
            || matches!(token.shape, Shape::Number | Shape::Clitic)
    })
}
