//! [`Tokens`]: the words and marks of a sentence, each with what it can be.
//!
//! Read only where a cue or a quoted stretch asks for it, into one buffer that is used again.
//! Uses [`language`](crate::language) and [`Span`] only.

use crate::language::QuotationTables;
use crate::language::category::Category;
use crate::language::keyed::ascii_word;
use crate::language::quotation::{Flags, Word};
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
        self.list.clear();
        self.read_on(text, span, tables);
    }

    /// As [`Tokens::read`], with one token for each of `stretches`.
    pub(crate) fn read_around(
        &mut self,
        text: &str,
        span: Span,
        stretches: impl Iterator<Item = Span>,
        tables: &QuotationTables,
    ) {
        self.list.clear();
        let mut start = span.start;
        for stretch in stretches {
            self.read_on(text, Span::new(start, stretch.start), tables);
            self.list.push(Token {
                span: stretch,
                shape: Shape::Quoted,
                word: Word::default(),
                last: b'"',
            });
            start = stretch.end;
        }
        self.read_on(text, Span::new(start, span.end), tables);
    }

    fn read_on(&mut self, text: &str, span: Span, tables: &QuotationTables) {
        if self.list.capacity() == 0 {
            self.list.reserve(MAX_TOKENS / 4);
        }
        let bytes = &text.as_bytes()[..span.end];
        let mut at = span.start;
        while self.list.len() < MAX_TOKENS {
            let Some(&first) = bytes.get(at) else { return };
            let (key, end) = ascii_word(bytes, at);
            if end > at {
                let mut token = word(bytes, Span::new(at, end), key, tables);
                if token.shape == Shape::Capital {
                    self.settle_capital(&mut token, bytes);
                }
                at = token.span.end;
                self.list.push(token);
                // nearly always a space follows
                at += usize::from(bytes.get(at) == Some(&b' '));
            } else if first.is_ascii_whitespace() {
                at += 1;
            } else {
                at = self.read_other(bytes, at);
            }
        }
    }

    /// Reads the mark or number at `at`, or the word that starts with a letter beyond ASCII; gives
    /// the offset behind it.
    fn read_other(&mut self, bytes: &[u8], at: usize) -> usize {
        if bytes[at] >= 0x80 && mark(&bytes[at..]).is_none() {
            let mut token = joined_word(bytes, Span::new(at, long_word(bytes, at)));
            if token.shape == Shape::Capital {
                self.settle_capital(&mut token, bytes);
            }
            self.list.push(token);
            return token.span.end;
        }
        let token = mark_at(bytes, at);
        if token.shape != Shape::Other || !is_space(&bytes[token.span.range()]) {
            self.list.push(token);
        }
        token.span.end
    }

    /// A capital tells the ending of the first word only, and a name from another word: "said Will
    /// Lee", "Don Lee", "Norland Today".
    fn settle_capital(&self, token: &mut Token, bytes: &[u8]) {
        let name = match &bytes[token.span.range()] {
            b"Don" => bytes.get(token.span.end) == Some(&b' '),
            b"Today" => self
                .list
                .last()
                .is_some_and(|last| last.shape == Shape::Capital && !last.is(Flags::TIME)),
            _ => false,
        };
        if name {
            token.word = Word::default();
        }
        match self.list.last() {
            None if token.word.flags == Flags::NONE => {
                token.word = by_ending(&bytes[token.span.range()]);
            }
            Some(last) if last.is_word() && token.is(Flags::MODAL) => token.word = Word::default(),
            _ => {}
        }
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

/// The mark or number at `at`.
fn mark_at(bytes: &[u8], at: usize) -> Token {
    let (shape, len) = mark(&bytes[at..]).unwrap_or_else(|| ascii_mark(bytes, at));
    let behind = bytes.get(at + len..);
    if shape == Shape::Number && matches!(behind, Some([b'-', b'a'..=b'z', ..])) {
        // "35-year-old", "12-page"
        let mut compound = joined_word(bytes, Span::new(at, long_word(bytes, at + len)));
        compound.word.flags = Flags::NUMBER;
        return compound;
    }
    let token = Token {
        span: Span::new(at, at + len),
        shape,
        word: Word::default(),
        last: bytes[at],
    };
    if shape == Shape::Clitic {
        return clitic(bytes, token);
    }
    token
}

/// A word: the ASCII letters in `span`, of that key, or more if hyphens and full stops join them to
/// others ("Al-Baghdadi", "U.S.").
#[inline]
fn word(bytes: &[u8], span: Span, key: u64, tables: &QuotationTables) -> Token {
    if may_go_on(bytes, span) {
        let long = long_word(bytes, span.start);
        if long > span.end {
            return joined_word(bytes, Span::new(span.start, long));
        }
    }
    let letters = &bytes[span.range()];
    let capital = is_capital(letters[0]);
    let last = letters[letters.len() - 1];
    let word = match tables.word(key) {
        Some(word) if !(capital && is_acronym(letters)) => word,
        None if !capital && matches!(last, b'd' | b'g' | b'y') => by_ending(letters),
        _ => Word::default(),
    };
    Token {
        span,
        shape: if capital {
            Shape::Capital
        } else {
            Shape::Lower
        },
        last,
        word,
    }
}

/// Whether an ASCII letter is a capital.
const fn is_capital(letter: u8) -> bool {
    letter & 0x20 == 0
}

/// Whether the word whose first letters are those in `span` may be longer; `false` is certain.
#[inline]
fn may_go_on(bytes: &[u8], span: Span) -> bool {
    match bytes.get(span.end) {
        Some(b'.') => is_capital(bytes[span.start]) || is_capital(bytes[span.end - 1]),
        Some(b'-' | b'/') => bytes
            .get(span.end + 1)
            .is_some_and(u8::is_ascii_alphanumeric),
        Some(0x80..) => mark(&bytes[span.end..]).is_none(),
        Some(b'0'..=b'9') => true,
        _ => false,
    }
}

/// A word with more than ASCII letters in it.
fn joined_word(bytes: &[u8], span: Span) -> Token {
    let first = bytes[span.start];
    let capital = first.is_ascii_uppercase()
        || first == 0xc3 && bytes.get(span.start + 1).is_some_and(|b| *b < 0x9f);
    Token {
        span,
        shape: if capital {
            Shape::Capital
        } else {
            Shape::Lower
        },
        last: bytes[span.end - 1],
        word: Word::default(),
    }
}

/// The end of a word with letters beyond ASCII, with hyphens, full stops or digits.
fn long_word(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end += letters(bytes, end);
        match bytes.get(end..) {
            Some([b'-' | b'/', next, ..]) if next.is_ascii_alphanumeric() => end += 1,
            Some([b'.', next, ..])
                if next.is_ascii_alphabetic() && is_initial(bytes, start, end) =>
            {
                end += 1;
            }
            Some([b'.', ..]) if is_initial(bytes, start, end) || is_title(bytes, start, end) => {
                return end + 1;
            }
            Some([digit, ..]) if digit.is_ascii_digit() => {
                end += bytes[end..]
                    .iter()
                    .take_while(|b| b.is_ascii_digit())
                    .count();
            }
            _ => return end,
        }
    }
}

/// Capitals only, at least two: "US" is no pronoun, "IT" neither.
fn is_acronym(word: &[u8]) -> bool {
    word.len() <= 5 && word.len() > 1 && word.iter().all(u8::is_ascii_uppercase)
}

/// What the ending of an unknown word tells.
fn by_ending(word: &[u8]) -> Word {
    let (flags, category) = match word {
        [b'a'..=b'z', .., b'l', b'y'] if word.len() > 4 => (Flags::ADVERB, Category::Adverb),
        // "Internally," opens a sentence; "Kimberly" does, too
        [.., b'l', b'y'] if word.len() > 8 => (Flags::ADVERB, Category::Adverb),
        [first, .., b'e', b'd'] if first.is_ascii_alphabetic() && word.len() > 4 => {
            (Flags::ED, Category::Past)
        }
        [first, .., b'i', b'n', b'g'] if first.is_ascii_alphabetic() && word.len() > 5 => {
            (Flags::ING, Category::Gerund)
        }
        _ => (Flags::NONE, Category::Word),
    };
    Word {
        flags,
        category,
        ..Word::default()
    }
}

/// Whether the letters before the full stop at `end` are one capital: "J.", "U.S.".
fn is_initial(bytes: &[u8], start: usize, end: usize) -> bool {
    end > start
        && bytes[end - 1].is_ascii_uppercase()
        && (end - start == 1 || bytes[end - 2] == b'.' || bytes[end - 2] == b'-')
}

/// Whether a short capitalised word with a full stop goes on to another one: "Mr. Lee".
fn is_title(bytes: &[u8], start: usize, end: usize) -> bool {
    end - start <= 5
        && bytes[start].is_ascii_uppercase()
        && match bytes.get(end + 1..end + 3) {
            Some([b' ', next]) => next.is_ascii_uppercase() || next.is_ascii_digit(),
            Some([b',', _]) => true,
            _ => false,
        }
}

/// How many bytes of letters stand at `at`.
fn letters(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphabetic() || byte >= 0x80 && mark(&bytes[end..]).is_none() {
            end += 1;
        } else {
            break;
        }
    }
    end - at
}

/// The clitic behind an apostrophe, or the apostrophe as a mark.
fn clitic(bytes: &[u8], apostrophe: Token) -> Token {
    let start = apostrophe.span.end;
    let len = letters(bytes, start).min(4);
    let flags = match &bytes[start..start + len] {
        b"t" | b"T" => Flags::NEGATION.or(Flags::ADVERB),
        b"s" | b"S" | b"re" | b"m" => Flags::BE.or(Flags::AUXILIARY),
        b"ve" | b"d" => Flags::HAVE.or(Flags::AUXILIARY),
        b"ll" => Flags::MODAL,
        _ => Flags::NONE,
    };
    Token {
        last: b'\'',
        span: Span::new(
            apostrophe.span.start,
            start + if flags == Flags::NONE { 0 } else { len },
        ),
        shape: Shape::Clitic,
        word: Word {
            flags,
            ..Word::default()
        },
    }
}

/// The mark of several bytes at the start of `bytes`; `None` for a letter.
fn mark(bytes: &[u8]) -> Option<(Shape, usize)> {
    match bytes {
        [0xe2, 0x80, 0x9c..=0x9f, ..] => Some((Shape::Quote, 3)),
        [0xe2, 0x80, 0x99, ..] => Some((Shape::Clitic, 3)),
        [0xe2, 0x80, 0x98, ..] => Some((Shape::Quote, 3)),
        [0xe2, 0x80, 0x93..=0x95, ..] => Some((Shape::Dash, 3)),
        [0xe2, 0x80, 0xa6, ..] => Some((Shape::Stop, 3)),
        [0xe2, 0x80..=0x81, _, ..] => Some((Shape::Other, 3)),
        [0xc2, 0xab | 0xbb, ..] => Some((Shape::Quote, 2)),
        [0xc2, 0xb4, ..] => Some((Shape::Clitic, 2)),
        // letters that were decoded twice
        [0xc2, 0x80..=0x9f, ..] => None,
        [0xc2, _, ..] => Some((Shape::Other, 2)),
        _ => None,
    }
}

fn ascii_mark(bytes: &[u8], at: usize) -> (Shape, usize) {
    let after_letter = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80);
    match bytes[at] {
        b',' => (Shape::Comma, 1),
        b';' => (Shape::Semicolon, 1),
        b':' => (Shape::Colon, 1),
        b'(' | b'[' => (Shape::Open, 1),
        b')' | b']' => (Shape::Close, 1),
        b'"' => (Shape::Quote, 1),
        b'\'' if bytes.get(at + 1) == Some(&b'\'') => (Shape::Quote, 2),
        b'\'' if after_letter => (Shape::Clitic, 1),
        b'\'' | b'`' => (Shape::Quote, 1),
        b'-' if bytes.get(at + 1) == Some(&b'-') => (Shape::Dash, 2),
        b'-' => (Shape::Dash, 1),
        b'.' | b'?' | b'!' => (Shape::Stop, 1),
        b'0'..=b'9' | b'$' | b'%' => (Shape::Number, number(&bytes[at..])),
        _ => (Shape::Other, 1),
    }
}

/// The length of a number, with the points and commas inside it and the letters behind it.
fn number(bytes: &[u8]) -> usize {
    let mut len = 1;
    while let Some(byte) = bytes.get(len) {
        let inside = matches!(byte, b'.' | b',' | b':' | b'-')
            && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || *byte == b'%' || inside) {
            break;
        }
        len += 1;
    }
    len
}

fn is_space(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xc2, 0xa0] | [0xe2, 0x80, 0x80..=0x8b | 0xa8..=0xaf]
    )
}
