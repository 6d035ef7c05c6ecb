//! [`Tokens`]: the words and marks of a sentence, each with what it can be.
//!
//! Read only where a cue or a quoted stretch asks for it, into one buffer that is used again.
//! Uses [`language`](crate::language) and [`Span`] only.

mod mark;
pub(crate) mod name;
mod word;

use word::{Letters, is_capital};

use crate::language::QuotationTables;
use crate::language::keyed::{key, padded_window, word_in};
use crate::language::quotation::{Flags, Forms, Word};
use crate::span::Span;

/// No more tokens than this are read of one sentence; what lies behind is not looked at.
pub(crate) const MAX_TOKENS: usize = 512;

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word in lower case.
    Lower,
    /// A word that starts with a capital.
    Capital,
    /// Digits.
    Number,
    /// `'s`, `n't` and the like, apart from their word.
    Clitic,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    /// A whole quoted stretch, marks and words.
    Quoted,
    /// A double quotation mark of any style, or a single one that opens.
    Quote,
    /// `.`, `?`, `!`, `…`
    Stop,
    /// Anything else.
    Other,
}

/// A word or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    pub(crate) word: Word,
    /// Its last byte: `s` of a plural, `?` of a question.
    pub(crate) last: u8,
}

impl Token {
    /// Whether its word can be one of `flags`.
    pub(crate) const fn is(&self, flags: Flags) -> bool {
        self.word.flags.any(flags)
    }

    /// Whether it is a word, in lower case or not.
    pub(crate) const fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital)
    }

    /// Whether it is a word or a number, no mark.
    pub(crate) const fn is_part(&self) -> bool {
        self.is_word() || matches!(self.shape, Shape::Number | Shape::Clitic)
    }
}

/// The tokens of a stretch of text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    list: Vec<Token>,
}

impl core::ops::Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.list
    }
}

impl Tokens {
    /// Reads `text` at `span`, in place of what was read before.
    pub(crate) fn read(&mut self, text: &str, span: Span, tables: &QuotationTables) {
        self.read_around(text, span, core::iter::empty(), tables);
    }

    /// As [`Tokens::read`], with one token for each of `stretches`, [`Shape::Quoted`] or the capital of a title; a
    /// nickname within a name is a word of it.
    pub(crate) fn read_around(
        &mut self,
        text: &str,
        span: Span,
        stretches: impl Iterator<Item = (Span, Shape)>,
        tables: &QuotationTables,
    ) {
        self.list.clear();
        let mut start = span.start;
        for (stretch, shape) in stretches {
            self.read_on(text, Span::new(start, stretch.start), tables);
            if shape == Shape::Capital {
                self.read_title(text.as_bytes(), stretch);
            } else if name::is_nickname(text, self.list.last(), stretch, tables) {
                self.list.push(name::word(text.as_bytes(), stretch));
            } else {
                self.list.push(mark::token(stretch, Shape::Quoted, b'"'));
            }
            start = stretch.end;
        }
        self.read_on(text, Span::new(start, span.end), tables);
        self.settle_first(text.as_bytes());
    }

    /// Reads a title with its marks at `span` as one word, and behind it the comma or full stop that the marks
    /// take in.
    fn read_title(&mut self, bytes: &[u8], span: Span) {
        const MARK: usize = 3;
        self.list.push(name::word(bytes, span));
        let near = &bytes[span.end.saturating_sub(MARK + 1).max(span.start)..span.end];
        if let Some(&stop) = near.iter().rev().find(|byte| matches!(byte, b',' | b'.')) {
            let shape = mark::ALONE[usize::from(stop)].unwrap_or(Shape::Stop);
            let behind = Span::new(span.end, span.end);
            self.list.push(mark::token(behind, shape, stop));
        }
    }

    /// Takes over what was read before.
    pub(crate) fn recall(&mut self, tokens: &[Token]) {
        self.list.clear();
        self.list.extend_from_slice(tokens);
    }

    fn read_on(&mut self, text: &str, span: Span, tables: &QuotationTables) {
        if self.list.capacity() == 0 {
            self.list.reserve(MAX_TOKENS / 4);
        }
        let behind = self.list.len();
        let whole = text.as_bytes();
        let bytes = &whole[..span.end];
        let mut at = span.start;
        while at < bytes.len() && self.list.len() < MAX_TOKENS {
            let rest = &whole[at..];
            let padded;
            let window = if let Some(window) = rest.first_chunk() {
                window
            } else {
                padded = padded_window(rest);
                &padded
            };
            let (key, len) = word_in(window);
            let [first, second, ..] = *window;
            if len > 0 {
                let letters = if (len + 1 < window.len()) & (len < bytes.len() - at) {
                    Letters {
                        key,
                        len,
                        first,
                        second,
                        last: window[(len - 1) % window.len()],
                        next: window[len % window.len()],
                        then: window[(len + 1) % window.len()],
                    }
                } else {
                    Letters::read(bytes, at)
                };
                at = self.read_word(bytes, at, &letters, tables);
            } else if let Some(shape) = mark::ALONE[usize::from(first)] {
                let span = Span::new(at, at + 1);
                self.list.push(mark::token(span, shape, first));
                at += 1 + usize::from(second == b' ');
            } else {
                at = self.read_other(bytes, at, tables);
            }
        }
        if behind > 0 {
            self.settle_behind_marks(behind, whole);
        }
    }

    /// Reads a word that starts with `letters`, and with more if hyphens and full stops join them to
    /// others ("Al-Baghdadi", "U.S."); gives the offset behind it and a space.
    #[inline]
    fn read_word(
        &mut self,
        bytes: &[u8],
        at: usize,
        letters: &Letters,
        tables: &QuotationTables,
    ) -> usize {
        let end = at + letters.len;
        if letters.may_go_on() {
            let joined = word::end(bytes, at, end);
            if joined > end {
                return self.read_joined(bytes, Span::new(at, joined), tables);
            }
        }
        let (known, is_known) = tables.look_up(letters.key);
        self.list.push(Token {
            span: Span::new(at, end),
            shape: word::shape(letters.first),
            last: letters.last,
            word: if is_capital(letters.first) {
                known.capital()
            } else {
                known.lower()
            },
        });
        // Sums, which are no branches: nobody can foresee which words are known or have a capital.
        let capital = u8::from(is_capital(letters.first));
        let unsettled = (1 - capital) + u8::from(!is_known) + letters.may_show();
        let may_name = known.lower().flags.any(
            Flags::MODAL
                .or(Flags::NEGATION)
                .or(Flags::TIME)
                .or(Flags::ADVERB)
                .or(Flags::DETERMINER),
        );
        let odd = u8::from(is_capital(letters.second) | may_name);
        if unsettled == 3 || capital + odd == 2 {
            self.settle(bytes);
        }
        end + usize::from(letters.next == b' ')
    }

    /// Reads a word that is more than ASCII letters; gives the offset behind it and a space.
    fn read_joined(&mut self, bytes: &[u8], span: Span, tables: &QuotationTables) -> usize {
        const PARTY: Word = Forms::of(Word::of(Flags::PARTY)).capital();
        let letters = &bytes[span.range()];
        let first = word::first_letter(letters);
        let capital = is_capital(first);
        // "Sept."
        let month = letters
            .strip_suffix(b".")
            .map(|stem| tables.look_up(key(stem)).0);
        let month = month.filter(|known| capital && known.lower().flags.any(Flags::TIME));
        self.list.push(Token {
            span,
            shape: word::shape(first),
            last: bytes[span.end - 1],
            word: if let Some(month) = month {
                month.capital()
            } else if word::is_party(letters) {
                PARTY
            } else if capital {
                Forms::UNKNOWN.capital()
            } else {
                Forms::UNKNOWN.lower()
            },
        });
        if capital {
            self.settle(bytes);
        }
        behind_space(bytes, span.end)
    }

    /// Settles what the last word can be: an unknown one is known by its ending, but not with a
    /// capital; "US" is no pronoun, and a known word may be a name: "said Will Lee", "Don Lee",
    /// "Ann Long", "Norland Today", "NBN's This Week".
    fn settle(&mut self, bytes: &[u8]) {
        let Some((token, before)) = self.list.split_last_mut() else {
            return;
        };
        let letters = &bytes[token.span.range()];
        if token.shape == Shape::Lower {
            token.word = word::by_ending(letters).lower();
            return;
        }
        let last = before.last();
        let modal = token.is(Flags::MODAL) && last.is_some_and(Token::is_word);
        let named = || last.is_some_and(|t| t.shape == Shape::Capital && !t.is(Flags::TIME));
        let owned = || last.is_some_and(|t| t.shape == Shape::Clitic && t.is(Flags::BE));
        let name = match letters {
            b"Don" => bytes.get(token.span.end) == Some(&b' '),
            b"Early" => last.is_some(),
            b"Today" => named() || owned(),
            b"This" => owned(),
            b"Long" => named(),
            _ => false,
        };
        if modal || name || word::is_acronym(letters) {
            token.word = Forms::UNKNOWN.capital();
        }
    }

    /// Settles what the word at `at` behind marks can be: where they close with a comma, a capital
    /// makes a name of it: "…," Will said.
    fn settle_behind_marks(&mut self, at: usize, bytes: &[u8]) {
        const NAMES: Flags = Flags::MODAL
            .or(Flags::PREPOSITION)
            .or(Flags::TIME)
            .or(Flags::ADVERB);
        if let Some([marks, word]) = self.list.get_mut(at - 1..=at) {
            let name = word.shape == Shape::Capital && word.is(NAMES);
            if name && ends_in_comma(&bytes[..marks.span.end]) {
                word.word = Forms::UNKNOWN.capital();
            }
        }
    }

    /// Settles what the first word can be: it has a capital anyway, and is known by its ending.
    fn settle_first(&mut self, bytes: &[u8]) {
        if let Some(first) = self.list.first_mut() {
            if first.shape == Shape::Capital && first.word.flags == Flags::NONE {
                first.word = word::by_ending(&bytes[first.span.range()]).capital();
            }
        }
    }

    /// Reads the mark or number at `at`, or the word that starts with a letter beyond ASCII, or
    /// passes a space; gives the offset behind it and a space.
    #[inline(never)]
    fn read_other(&mut self, bytes: &[u8], at: usize, tables: &QuotationTables) -> usize {
        let Some((shape, len)) = mark::at(bytes, at) else {
            let end = word::end(bytes, at, at);
            return self.read_joined(bytes, Span::new(at, end), tables);
        };
        let span = Span::new(at, at + len);
        if mark::is_space(&bytes[span.range()]) {
            return span.end;
        }
        let token = mark::whole(bytes, span, shape);
        self.list.push(token);
        behind_space(bytes, token.span.end)
    }

    /// The span from the first to the last of the tokens in `range`; empty for none.
    pub(crate) fn span(&self, range: core::ops::Range<usize>) -> Span {
        match self.list.get(range) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// The first token that starts at `offset` or behind it.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.list.partition_point(|token| token.span.start < offset)
    }
}

/// Whether a comma stands before the mark that closes `quoted`.
fn ends_in_comma(quoted: &[u8]) -> bool {
    const MARK: usize = 3;
    quoted[quoted.len().saturating_sub(MARK + 1)..].contains(&b',')
}

/// The offset behind a space at `at`, or else `at`.
fn behind_space(bytes: &[u8], at: usize) -> usize {
    at + usize::from(bytes.get(at) == Some(&b' '))
}
