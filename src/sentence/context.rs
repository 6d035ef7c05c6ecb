//! What stands around a place in the text: the word before it, what follows it.
//!
//! Every look is bounded, so that no text makes the decisions at its stops cost more than a
//! constant each. Knows nothing of abbreviations.

use crate::character;
use crate::language::{Follower, SentenceTables};
use crate::lines::is_blank;

use super::stop::Stop;

/// The longest word that is looked at, in bytes.
const LONGEST_WORD: usize = 24;

/// How far back an opening bracket is looked for, in bytes.
const BRACKET_WINDOW: usize = 96;

/// The longest run of marks and bullets that a sentence may open with, in bytes.
const LONGEST_BULLET: usize = 8;

/// A stop and what a decision about it may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'t, 'n> {
    pub(super) text: &'t str,
    pub(super) tables: &'n SentenceTables,
    /// Where the sentence starts.
    pub(super) start: usize,
    pub(super) stop: Stop,
    /// The word before the stop.
    pub(super) word: &'t str,
    /// Where that word starts.
    pub(super) word_start: usize,
    pub(super) next: Next,
}

impl<'t, 'n> Context<'t, 'n> {
    pub(super) fn new(text: &'t str, tables: &'n SentenceTables, start: usize, stop: Stop) -> Self {
        // texts split into tokens have a space before the stop
        let spaced = stop.start > start && text.as_bytes()[stop.start - 1] == b' ';
        let word_end = stop.start - usize::from(spaced);
        let word = word_before(text, start, word_end);
        Self {
            text,
            tables,
            start,
            stop,
            word,
            word_start: word_end - word.len(),
            next: next(text, stop.end),
        }
    }

    /// Whether the word before the stop is lower-case letters, or a number.
    pub(super) fn after_plain(&self) -> bool {
        let lower = |byte: u8| byte.is_ascii_lowercase();
        let digit = |byte: u8| byte.is_ascii_digit();
        self.word.len() > 1 && (self.word.bytes().all(lower) || self.word.bytes().all(digit))
    }

    /// Whether the sentence has nothing before the word at the stop.
    pub(super) fn opens(&self) -> bool {
        let before = &self.text[self.start..self.word_start];
        before.len() <= LONGEST_BULLET && !before.contains(char::is_alphanumeric)
    }

    /// Whether a bracket is open at the stop.
    pub(super) fn in_brackets(&self) -> bool {
        let from = self
            .start
            .max(self.stop.start.saturating_sub(BRACKET_WINDOW));
        let window = &self.text.as_bytes()[from..self.stop.start];
        let mut depth = 0;
        for byte in window.iter().rev() {
            match byte {
                b')' | b']' | b'}' => depth += 1,
                b'(' | b'[' | b'{' if depth == 0 => return true,
                b'(' | b'[' | b'{' => depth -= 1,
                _ => {}
            }
        }
        false
    }

    /// What `word`, or the word that it contracts, is good for.
    pub(super) fn follower(&self, word: &str) -> Follower {
        let end = word.bytes().position(|byte| byte == b'\'' || byte == 0xe2);
        let word = end.and_then(|end| word.get(..end)).unwrap_or(word);
        self.tables.followers.get(word).unwrap_or_default()
    }

    /// Whether `word`, or the word that it contracts, is of `kind`.
    pub(super) fn is(&self, word: &str, kind: Follower) -> bool {
        self.follower(word).is(kind)
    }

    /// The first word after the stop, its marks and brackets; perhaps cut.
    pub(super) fn next_word(&self) -> &'t str {
        word_at(self.text, self.next.at)
    }

    /// The word after [`next_word`](Self::next_word).
    pub(super) fn second_word(&self) -> &'t str {
        self.word_after(self.next_word(), self.next.at).0
    }

    /// The word after `word`, which stands at `at`, and where it stands.
    pub(super) fn word_after(&self, word: &str, at: usize) -> (&'t str, usize) {
        let mut at = at + word.len();
        if self.text.as_bytes().get(at) == Some(&b'.') {
            at += 1;
        }
        let at = skip_blanks(self.text, at);
        (word_at(self.text, at), at)
    }
}

/// What a sentence could begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// Nothing: the text ends.
    End,
    /// A capital, or a letter of a script without case.
    Upper,
    Lower,
    Digit,
    /// A dash.
    Dash,
    /// A bullet, currency sign, hash or at-sign, a ruled line, or dots.
    Sign,
    /// Any other mark.
    Other,
}

/// What follows a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next {
    /// Whether white space separates it from the stop.
    pub(super) gap: bool,
    /// Whether it is in an opening quotation mark.
    pub(super) quoted: bool,
    /// Whether it is in an opening bracket.
    pub(super) bracketed: bool,
    pub(super) first: First,
    /// Where its first word starts, after marks and brackets.
    pub(super) at: usize,
}

/// What follows the byte offset `at`.
fn next(text: &str, at: usize) -> Next {
    let start = skip_blanks(text, at);
    let mut next = Next {
        gap: start > at,
        quoted: false,
        bracketed: false,
        first: First::End,
        at: start,
    };
    for _ in 0..4 {
        match text[next.at..].chars().next() {
            Some('(' | '[' | '{') => next.bracketed = true,
            Some('"' | '\'' | '“' | '‘' | '«' | '„' | '`') => next.quoted = true,
            Some('.' | '…') if next.gap && !next.bracketed && is_ellipsis(&text[next.at..]) => {
                next.first = First::Sign;
                break;
            }
            Some('-') if text[next.at..].starts_with("---") => {
                next.first = First::Sign;
                break;
            }
            Some(rule @ ('=' | '_' | '~' | '>')) if text[next.at + 1..].starts_with(rule) => {
                next.first = First::Sign;
                break;
            }
            Some(first) => {
                next.first = kind(first);
                break;
            }
            None => break,
        }
        next.at += text[next.at..].chars().next().map_or(0, char::len_utf8);
        // a mark may be set apart from what it opens
        if next.gap && text.as_bytes().get(next.at) == Some(&b' ') {
            next.at += 1;
        }
    }
    next
}

/// Whether `rest` starts with an ellipsis.
fn is_ellipsis(rest: &str) -> bool {
    ["…", "...", ". . ."]
        .iter()
        .any(|dots| rest.starts_with(dots))
}

fn kind(first: char) -> First {
    match first {
        'A'..='Z' => First::Upper,
        'a'..='z' => First::Lower,
        '0'..='9' => First::Digit,
        '-' | '–' | '—' | '―' => First::Dash,
        '$' | '£' | '€' | '¥' | '₹' | '@' | '#' | '•' | '·' | '*' | '●' | '▪' | '■' | '►' | '⁃' => {
            First::Sign
        }
        _ if first.is_lowercase() => First::Lower,
        _ if first.is_alphabetic() => First::Upper,
        _ if first.is_numeric() => First::Digit,
        _ => First::Other,
    }
}

/// The offset of the first character from `at` on that is no white space.
pub(super) fn skip_blanks(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t'..=b'\r' => at += 1,
            0x80.. => match text[at..].chars().next() {
                Some(c) if is_blank(c) => at += c.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    at
}

/// The letters, digits and full stops directly before `at`, none before `start`; cut on the left
/// where they are too many.
pub(super) fn word_before(text: &str, start: usize, at: usize) -> &str {
    let bytes = text.as_bytes();
    let limit = start.max(at.saturating_sub(LONGEST_WORD));
    let mut from = at;
    while from > limit {
        match bytes[from - 1] {
            b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => from -= 1,
            0x80.. => match character::last(&text[start..from]) {
                Some((c, len)) if c.is_alphanumeric() || c == '°' || c == '№' => from -= len,
                _ => break,
            },
            _ => break,
        }
    }
    // the tail of "didn't" is no word
    let head = &text[start..from];
    let tail = head.strip_suffix(['\'', '’']);
    if tail.is_some_and(|head| head.ends_with(char::is_alphanumeric)) {
        return &text[at..at];
    }
    text[from..at].trim_start_matches('.')
}

/// The letters, digits, hyphens and apostrophes from `at` on; cut where they are too many.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let limit = text.len().min(at + LONGEST_WORD);
    let mut to = at;
    while to < limit {
        match bytes[to] {
            b'-' | b'\'' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => to += 1,
            0x80.. => match text[to..].chars().next() {
                Some(c) if c.is_alphanumeric() || c == '’' || character::goes_on(text, to) => {
                    to += c.len_utf8();
                }
                _ => break,
            },
            _ => break,
        }
    }
    &text[at..to]
}
