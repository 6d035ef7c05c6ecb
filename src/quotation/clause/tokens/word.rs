//! Words: where one ends that has more than ASCII letters in it, and what its form shows.
//!
//! Looks at bytes only; uses [`mark`](super::mark) to distinguish letters beyond ASCII from marks.

use super::Shape;
use super::mark::beyond_ascii;
use crate::language::keyed::{ascii_word, ends_with_half_letter};
use crate::language::quotation::{Flags, Forms, Word};

/// Whether an ASCII letter is a capital.
pub(super) const fn is_capital(letter: u8) -> bool {
    letter & 0x20 == 0
}

/// The shape of a word that starts with an ASCII letter.
#[inline]
pub(super) const fn shape(first: u8) -> Shape {
    if is_capital(first) {
        Shape::Capital
    } else {
        Shape::Lower
    }
}

/// The ASCII letters that a word starts with.
pub(super) struct Letters {
    pub(super) key: u64,
    pub(super) len: usize,
    pub(super) first: u8,
    /// The byte behind the first.
    pub(super) second: u8,
    pub(super) last: u8,
    /// The bytes behind the last; 0 where nothing more is read.
    pub(super) next: u8,
    pub(super) then: u8,
}

impl Letters {
    /// Those at `at`, however many, up to the end of `bytes`.
    #[cold]
    pub(super) fn read(bytes: &[u8], at: usize) -> Self {
        let (key, end) = ascii_word(bytes, at);
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        Self {
            key,
            len: end - at,
            first: byte(at),
            second: byte(at + 1),
            last: byte(end - 1),
            next: byte(end),
            then: byte(end + 1),
        }
    }

    /// Whether the word may go on behind them; `false` is certain.
    #[inline]
    pub(super) fn may_go_on(&self) -> bool {
        let joins = is_capital(self.first & self.last) | self.then.is_ascii_lowercase();
        CONTINUES[usize::from(self.next)] + u8::from(joins) > 1
    }

    /// 1 where their ending may show what the word is, else 0.
    #[inline]
    pub(super) const fn may_show(&self) -> u8 {
        const ENDINGS: u32 = 1 << (b'd' & 31) | 1 << (b'g' & 31) | 1 << (b'y' & 31);
        (ENDINGS >> (self.last & 31) & 1) as u8
    }
}

/// How much a byte behind letters suggests that the word goes on: 2 if it may, 1 if it may behind a
/// capital or before a small letter: "J.", "Norland.com".
static CONTINUES: [u8; 256] = {
    let mut continues = [0; 256];
    let mut byte = 0;
    while byte < continues.len() {
        continues[byte] = match byte as u8 {
            b'-' | b'/' | b'&' | b'0'..=b'9' | 0x80.. => 2,
            b'.' => 1,
            _ => 0,
        };
        byte += 1;
    }
    continues
};

/// The first letter of a word of any letters, one beyond ASCII as one that has its case.
pub(super) fn first_letter(word: &[u8]) -> u8 {
    match word {
        [lead @ 0xc3..=0xdf, next, ..] if is_upper(*lead, *next) => b'A',
        [first, ..] if first.is_ascii_uppercase() => *first,
        _ => b'a',
    }
}

/// Whether a letter of these two bytes is a capital.
fn is_upper(lead: u8, next: u8) -> bool {
    let letter = char::from_u32(u32::from(lead & 0x1f) << 6 | u32::from(next & 0x3f));
    letter.is_some_and(char::is_uppercase)
}

/// The end of a word with letters beyond ASCII, with hyphens, full stops or digits, which goes on
/// to `end` at least.
pub(super) fn end(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut end = end;
    loop {
        end += letters(bytes, end);
        match bytes.get(end..) {
            Some([b'-' | b'/' | b'&', next, ..]) if next.is_ascii_alphanumeric() => end += 1,
            Some([b'.', next, ..])
                if next.is_ascii_alphabetic() && is_initial(bytes, start, end) =>
            {
                end += 1;
            }
            // "Ph.D."
            Some([b'.', next, b'.', ..]) if next.is_ascii_uppercase() && end - start == 2 => {
                end += 1;
            }
            Some([b'.', ..]) if is_initial(bytes, start, end) || is_title(bytes, start, end) => {
                return end + 1;
            }
            Some([b'.', ..]) if names_site(&bytes[end + 1..]) => end += 1,
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
pub(super) fn is_acronym(word: &[u8]) -> bool {
    word.len() <= 5 && word.len() > 1 && word.iter().all(u8::is_ascii_uppercase)
}

/// The party and the place of a politician: "D-Norwood".
pub(super) const fn is_party(word: &[u8]) -> bool {
    matches!(
        word,
        [
            b'D' | b'R' | b'I',
            b'-',
            b'A'..=b'Z',
            b'a'..=b'z' | b'.',
            ..
        ]
    )
}

/// What an unknown word is, by its ending.
pub(super) fn by_ending(word: &[u8]) -> &'static Forms {
    const ADVERB: &Forms = &Forms::of(Word::of(Flags::ADVERB));
    const ED: &Forms = &Forms::of(Word::of(Flags::ED));
    const ING: &Forms = &Forms::of(Word::of(Flags::ING));
    match word {
        [b'a'..=b'z', .., b'l', b'y'] if word.len() > 4 => ADVERB,
        // "Internally," opens a sentence; "Kimberly" does, too
        [.., b'l', b'y'] if word.len() > 8 => ADVERB,
        [first, .., b'e', b'd'] if first.is_ascii_alphabetic() && word.len() > 4 => ED,
        // "sued", but "need" and "Fred"
        [b'a'..=b'z', b'a'..=b'd' | b'f'..=b'z', b'e', b'd'] => ED,
        [first, .., b'i', b'n', b'g'] if first.is_ascii_alphabetic() && word.len() > 5 => ING,
        _ => &Forms::UNKNOWN,
    }
}

/// Whether the letters before the full stop at `end` are one capital: "J.", "U.S.", "É.".
fn is_initial(bytes: &[u8], start: usize, end: usize) -> bool {
    match bytes[start..end] {
        [lead @ 0xc3..=0xdf, next] => is_upper(lead, next),
        [letter] | [.., b'.' | b'-', letter] => letter.is_ascii_uppercase(),
        _ => false,
    }
}

/// Whether what stands behind a full stop makes the words before it the name of a site:
/// "Norland.com".
fn names_site(bytes: &[u8]) -> bool {
    const DOMAINS: [&[u8]; 6] = [b"com", b"org", b"net", b"gov", b"edu", b"co"];
    let letters = bytes.iter().take(4).take_while(|b| b.is_ascii_lowercase());
    DOMAINS.contains(&&bytes[..letters.count()])
}

/// Whether a short capitalised word with a full stop goes on to another one: "Mr. Lee", "then-Sen.
/// Lee", "Lee Jr. said".
fn is_title(bytes: &[u8], start: usize, end: usize) -> bool {
    let hyphen = bytes[start..end].iter().rposition(|&byte| byte == b'-');
    let start = hyphen.map_or(start, |hyphen| start + hyphen + 1);
    (1..=5).contains(&(end - start))
        && bytes[start].is_ascii_uppercase()
        // "No. Nobody did", but "No. 7"
        && (bytes[start..end] != *b"No" || bytes.get(end + 2).is_some_and(u8::is_ascii_digit))
        && match bytes.get(end + 1..end + 3) {
            Some([b' ', next]) => next.is_ascii_alphanumeric(),
            Some([b',', _]) => true,
            _ => false,
        }
}

/// Whether a mark at `at` is half of a letter that was decoded twice: "FranÃ§ois".
fn is_decoded_twice(bytes: &[u8], at: usize) -> bool {
    bytes[at] == 0xc2 && ends_with_half_letter(&bytes[..at])
}

/// How many bytes of letters stand at `at`.
pub(super) fn letters(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let other = || byte >= 0x80 && beyond_ascii(&bytes[end..]).is_none();
        if byte.is_ascii_alphabetic() || other() {
            end += 1;
        } else if is_decoded_twice(bytes, end) {
            end += 2;
        } else {
            break;
        }
    }
    end - at
}
