//! Marks, numbers and clitics: how long one is and what it looks like.
//!
//! Looks at bytes only.

use super::word::{self, letters};
use super::{Shape, Token};
use crate::language::quotation::{Flags, Forms, Word};
use crate::language::tag::Tag;
use crate::span::Span;

/// What a byte is on its own; `None` for letters and digits, for space, and for what the bytes
/// around it have a say in.
pub(super) static ALONE: [Option<Shape>; 256] = {
    let mut shapes = [None; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let ascii = byte as u8;
        shapes[byte] = match ascii {
            b',' => Some(Shape::Comma),
            b';' => Some(Shape::Semicolon),
            b':' => Some(Shape::Colon),
            b'(' | b'[' => Some(Shape::Open),
            b')' | b']' => Some(Shape::Close),
            b'"' | b'`' => Some(Shape::Quote),
            b'.' | b'?' | b'!' => Some(Shape::Stop),
            b'\'' | b'-' | b'$' | b'%' => None,
            _ if ascii.is_ascii_alphanumeric() || ascii.is_ascii_whitespace() => None,
            _ => Some(Shape::Other),
        };
        byte += 1;
    }
    shapes
};

/// What a mark of that shape is to the clauses around it.
const fn tag(shape: Shape) -> Tag {
    match shape {
        Shape::Lower => Tag::Word,
        Shape::Capital => Tag::Capital,
        Shape::Number => Tag::Number,
        Shape::Clitic => Tag::Clitic,
        Shape::Comma => Tag::Comma,
        Shape::Semicolon => Tag::Semicolon,
        Shape::Colon => Tag::Colon,
        Shape::Dash => Tag::Dash,
        Shape::Open | Shape::Close => Tag::Bracket,
        Shape::Quoted | Shape::Quote => Tag::Quote,
        Shape::Stop | Shape::Other => Tag::Stop,
    }
}

/// A mark that starts with the byte `first`.
#[inline]
pub(super) fn token(span: Span, shape: Shape, first: u8) -> Token {
    Token {
        span,
        shape,
        word: Word {
            tag: tag(shape),
            ..Word::default()
        },
        last: first,
    }
}

/// The shape and the length of the mark, number or space at `at`; `None` for a letter.
pub(super) fn at(bytes: &[u8], at: usize) -> Option<(Shape, usize)> {
    let rest = &bytes[at..];
    let after_letter = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80);
    Some(match rest {
        [0x80..=0xff, ..] => return beyond_ascii(rest),
        [b'\'', b'\'', ..] => (Shape::Quote, 2),
        [b'\'', ..] if after_letter => (Shape::Clitic, 1),
        [b'\'', ..] => (Shape::Quote, 1),
        [b'-', b'-', ..] => (Shape::Dash, 2),
        [b'-', ..] => (Shape::Dash, 1),
        [b'0'..=b'9' | b'$' | b'%', ..] => (Shape::Number, number(rest)),
        _ => (Shape::Other, 1),
    })
}

/// The token of that shape in `span`, with what belongs to it behind it.
pub(super) fn whole(bytes: &[u8], span: Span, shape: Shape) -> Token {
    let end = span.end;
    if shape == Shape::Number && matches!(bytes.get(end..), Some([b'-', b'a'..=b'z', ..])) {
        // "35-year-old", "12-page"
        const NUMBER: Forms = Forms::of(Word::of(Flags::NUMBER));
        let span = Span::new(span.start, word::end(bytes, end, end));
        return Token {
            span,
            shape: Shape::Lower,
            last: bytes[span.end - 1],
            word: Word {
                tag: Tag::Word,
                ..NUMBER.lower()
            },
        };
    }
    if shape == Shape::Clitic {
        return clitic(bytes, span);
    }
    token(span, shape, bytes[span.start])
}

/// The mark of several bytes at the start of `bytes`; `None` for a letter.
pub(super) fn beyond_ascii(bytes: &[u8]) -> Option<(Shape, usize)> {
    match bytes {
        [0xe2, 0x80, 0x9c..=0x9f, ..] => Some((Shape::Quote, 3)),
        [0xe2, 0x80, 0x99, ..] => Some((Shape::Clitic, 3)),
        [0xe2, 0x80, 0x98, ..] => Some((Shape::Quote, 3)),
        [0xe2, 0x80, 0x93..=0x95, ..] => Some((Shape::Dash, 3)),
        [0xe2, 0x80, 0xa6, ..] => Some((Shape::Stop, 3)),
        // punctuation, arrows, boxes, bullets, dingbats, emoji and what joins them
        [0xe2, 0x80..=0x81 | 0x86..=0xaf, _, ..] | [0xef, 0xb8, 0x80..=0x8f, ..] => {
            Some((Shape::Other, 3))
        }
        [0xf0, 0x9f, _, _, ..] => Some((Shape::Other, 4)),
        [0xc2, 0xab | 0xbb, ..] => Some((Shape::Quote, 2)),
        [0xc2, 0xb4, ..] => Some((Shape::Clitic, 2)),
        // letters that were decoded twice
        [0xc2, 0x80..=0x9f, ..] => None,
        [0xc2, _, ..] => Some((Shape::Other, 2)),
        _ => None,
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

/// The clitic behind an apostrophe, or the apostrophe as a mark.
fn clitic(bytes: &[u8], apostrophe: Span) -> Token {
    let start = apostrophe.end;
    let len = letters(bytes, start).min(4);
    let flags = match &bytes[start..start + len] {
        b"t" | b"T" => Flags::NEGATION.or(Flags::ADVERB),
        b"s" | b"S" | b"re" | b"m" => Flags::BE.or(Flags::AUXILIARY),
        b"ve" | b"d" => Flags::HAVE.or(Flags::AUXILIARY),
        b"ll" => Flags::MODAL,
        _ => Flags::NONE,
    };
    let end = start + if flags == Flags::NONE { 0 } else { len };
    let mut clitic = token(Span::new(apostrophe.start, end), Shape::Clitic, b'\'');
    clitic.word.flags = flags;
    clitic
}

/// Whether a mark is white space.
pub(super) fn is_space(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [b'\t' | b'\n' | b'\x0c' | b'\r' | b' ']
            | [0xc2, 0xa0]
            | [0xe2, 0x80, 0x80..=0x8b | 0xa8..=0xaf]
    )
}
