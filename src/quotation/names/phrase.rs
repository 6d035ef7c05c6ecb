//! [`Phrase`]: a noun phrase of a mention, read from the text.
//!
//! What it means is told by [`Head`](crate::quotation::names::head::Head).

use crate::language::{NameTables, Word};
use crate::quotation::names::run::{plain_word, word_end};
use crate::span::Span;

/// Bytes of a mention that are read.
const MAX_MENTION: usize = 240;

/// A noun phrase up to what hangs on it.
pub(super) struct Phrase {
    pub(super) span: Span,
    /// Its first word.
    pub(super) first: Word,
    /// Its last word.
    pub(super) last: Span,
    pub(super) word: Word,
    /// What stands behind it, and where what follows that starts.
    pub(super) stop: Stop,
    pub(super) next: usize,
}

/// What ends a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    End,
    Comma,
    And,
    Of,
    Other,
}

impl Phrase {
    /// The noun phrase that starts at `start`: up to a comma, a preposition, a relative word or "and".
    pub(super) fn read(text: &str, start: usize, end: usize, tables: &NameTables) -> Option<Self> {
        let limit = end.min(start.saturating_add(MAX_MENTION));
        let mut at = start;
        let mut found: Option<Self> = None;
        while at < limit {
            let c = text[at..].chars().next()?;
            if !c.is_alphanumeric() {
                let next = at + c.len_utf8();
                if let (Some(stop), Some(phrase)) = (Stop::at(c), &mut found) {
                    (phrase.stop, phrase.next) = (stop, next);
                    return found;
                }
                at = next;
                continue;
            }
            let (word, end) = word_at(text, at, limit, tables)?;
            let span = Span::new(at, end);
            match &mut found {
                None => found = Some(Self::of(span, word)),
                Some(phrase) => {
                    if let Some(stop) = Stop::before(&text[span], word) {
                        (phrase.stop, phrase.next) = (stop, end);
                        return found;
                    }
                    phrase.grow(span, word);
                }
            }
            at = end.max(at + 1);
        }
        found
    }

    /// A phrase of one word.
    fn of(span: Span, word: Word) -> Self {
        Self {
            span,
            first: word,
            last: span,
            word,
            stop: Stop::End,
            next: span.end,
        }
    }

    fn grow(&mut self, last: Span, word: Word) {
        self.span.end = last.end;
        (self.last, self.word, self.next) = (last, word, last.end);
    }

    /// Whether the name in `rest` can be of whom this phrase means: "her aide, Bo Hill",
    /// "secretary of state Ann Poe", but not "a son of Ann Poe".
    pub(super) fn leads_to_name(&self, rest: &Self) -> bool {
        let small = Word::DEFINITE.or(Word::OPENER);
        match self.stop {
            Stop::Comma => rest.stop != Stop::And,
            Stop::Of => !self.first.is(small) && !rest.first.is(small.or(Word::ROLE)),
            // "the economist and comedian Ann Poe", but "the economist and Ann Poe"
            Stop::And => {
                let opened = self.first.is(small) && !rest.first.is(Word::ROLE);
                rest.stop != Stop::And
                    && self.word.is(Word::ROLE)
                    && !opened
                    && !rest.first.is(small)
            }
            // "ambassador to China Ann Poe"
            Stop::Other => rest.first.is(Word::PLACE),
            Stop::End => false,
        }
    }
}

impl Stop {
    /// What the mark `c` does behind a noun.
    fn at(c: char) -> Option<Self> {
        match c {
            ',' => Some(Self::Comma),
            ';' | ':' | '(' | ')' | '—' | '–' | '\n' => Some(Self::Other),
            _ => None,
        }
    }

    /// What `word` does behind a noun, read as `letters`.
    pub(super) fn before(letters: &str, word: Word) -> Option<Self> {
        match letters {
            "and" | "or" | "nor" => Some(Self::And),
            // "Lee herself"
            "herself" | "himself" | "itself" | "themselves" => Some(Self::Other),
            _ if !word.is(Word::PREPOSITION) || !letters.starts_with(char::is_lowercase) => None,
            "of" => Some(Self::Of),
            _ => Some(Self::Other),
        }
    }
}

/// What is known of the word at `at`, and where it ends.
fn word_at(text: &str, at: usize, limit: usize, tables: &NameTables) -> Option<(Word, usize)> {
    if let Some((key, end)) = plain_word(text.as_bytes(), at).filter(|(_, end)| *end <= limit) {
        return Some((tables.keyed(key), end));
    }
    let end = word_end(text, at).min(limit);
    Some((joined(text.get(at..end)?, tables), end))
}

/// What is known of a word that may be joined by hyphens, of which one part tells whom it means:
/// "co-leader", "mother-of-six".
fn joined(word: &str, tables: &NameTables) -> Word {
    let known = tables.word(word);
    // "the then-president" is not the president
    let other = word.starts_with("then-") || word.starts_with(char::is_uppercase);
    if known != Word::default() || other {
        return known;
    }
    let owner = word.split_once("-of-").map(|(owner, _)| owner);
    let Some(part) = owner.or_else(|| word.rsplit_once('-').map(|(_, tail)| tail)) else {
        return known;
    };
    let part = tables.word(part);
    let person = part.is(Word::ROLE.or(Word::GROUP));
    if person { part } else { known }
}
