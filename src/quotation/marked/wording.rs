//! [`Wording`]: what the words in marks look like, and the kind of quotation that makes them.
//!
//! Looks at the words and the tokens beside them; whether they are speech is decided by
//! [`attribution`](crate::quotation::marked::attribution).

use crate::language::quotation::Flags;
use crate::quotation::Kind;
use crate::quotation::clause::tokens::Shape;
use crate::quotation::marked::proposal::Place;

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
    /// Whether they end as a question.
    asks: bool,
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
    /// Word counts are capped here.
    const MANY: usize = 13;

    /// Reads the words of a stretch.
    pub(crate) fn of(inner: &str) -> Self {
        const SHORT: usize = 4;
        let bytes = inner.as_bytes();
        let mut words = 0;
        let mut title = true;
        let mut at = 0;
        for _ in 0..Self::MANY {
            while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
                at += 1;
            }
            let Some(first) = bytes.get(at) else { break };
            let end = at + word_len(&bytes[at..]);
            if first.is_ascii_alphanumeric() {
                words += 1;
                title &= end - at < SHORT || !first.is_ascii_lowercase();
            } else {
                let word = inner[at..end].trim_start_matches(|c: char| !c.is_alphanumeric());
                words += usize::from(!word.is_empty());
                title &= word.len() < SHORT || !word.starts_with(char::is_lowercase);
            }
            // one white space behind it is certain, or the end
            at = end + 1;
        }
        Self {
            words,
            capital: !opens_small(inner),
            title: title && words < Self::MANY,
            ending: Ending::of(inner),
            asks: unquoted(inner).ends_with('?'),
        }
    }

    /// Whether they are a question of some words.
    pub(crate) fn is_question(&self) -> bool {
        const LEAST: usize = 4;
        self.asks && self.words >= LEAST && self.capital && !self.title
    }

    /// Whether they are a sentence of some length, of which a heading or a title is none.
    pub(crate) fn is_sentence(&self) -> bool {
        const LEAST: usize = 8;
        self.words >= LEAST && !self.title && self.closes()
    }

    /// Whether they are a sentence by how they begin and end.
    pub(crate) fn closes(&self) -> bool {
        self.capital && self.ending == Ending::Stop
    }

    /// A rough measure: 1, 2–3, 4–6, 7–12 words, more.
    pub(crate) fn size(&self) -> usize {
        const SIZES: [u8; Wording::MANY + 1] = [0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4];
        usize::from(SIZES[self.words.min(Self::MANY)])
    }
}

impl Ending {
    fn of(inner: &str) -> Self {
        match unquoted(inner).chars().next_back() {
            Some('.' | '?' | '!' | '…') => Self::Stop,
            Some(',' | '-' | '–' | '—') => Self::Comma,
            _ => Self::Open,
        }
    }
}

/// Whether the first letter is one in lower case, with nothing but white space before it.
fn opens_small(inner: &str) -> bool {
    match inner.as_bytes() {
        [first, ..] if first.is_ascii_graphic() => first.is_ascii_lowercase(),
        _ => inner.trim_start().starts_with(char::is_lowercase),
    }
}

/// How many bytes stand before the first ASCII white space; eight are looked at at a time.
fn word_len(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut len = 0;
    while let Some(eight) = bytes.get(len..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        // the lowest bit that stays is that of the first byte below 0x21
        let low = eight.wrapping_sub(ONES * 0x21) & !eight & (ONES * 0x80);
        if low == 0 {
            len += 8;
            continue;
        }
        len += low.trailing_zeros() as usize / 8;
        if bytes[len].is_ascii_whitespace() {
            return len;
        }
        len += 1;
    }
    let rest = bytes[len..].iter();
    len + rest.take_while(|byte| !byte.is_ascii_whitespace()).count()
}

/// Words without the marks of others that close with them.
fn unquoted(inner: &str) -> &str {
    inner.trim_end_matches(|c: char| c.is_whitespace() || is_quote(c))
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

#[cfg(test)]
mod tests {
    use super::{Ending, Wording};

    #[test]
    fn wordings() {
        let cases = [
            ("", (0, true, true), Ending::Open),
            ("Rain, rain and more rain,", (5, true, false), Ending::Comma),
            ("The Long  Way\u{b}Home", (3, true, true), Ending::Open),
            (
                " \u{201c}élan of the\tGods!\u{201d} ",
                (4, true, false),
                Ending::Stop,
            ),
            ("– a –", (1, true, true), Ending::Comma),
            (
                "It is one of 1,000 notably uninteresting and long sentences, he thought. So",
                (13, true, false),
                Ending::Open,
            ),
        ];
        for (text, facts, ending) in cases {
            let wording = Wording::of(text);
            let found = (wording.words, wording.capital, wording.title);
            assert_eq!((found, wording.ending), (facts, ending), "{text}");
        }
    }
}
