//! A line, [`cut`] into [`Token`]s: words and marks, each with what a rule may ask of it.
//!
//! Reads the word tables of a language; decides nothing.

use crate::language::boilerplate::{BoilerplateTables, LONGEST_WORD, Shapes, WordId};
use crate::language::keyed::ascii_word;

/// A word or a mark of a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Bytes from the start of the line.
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) word: WordId,
    pub(crate) shapes: Shapes,
    pub(crate) classes: u32,
}

impl Token {
    pub(crate) fn is(&self, shapes: Shapes) -> bool {
        self.shapes.any(shapes)
    }

    pub(crate) fn is_mark(&self) -> bool {
        self.is(Shapes::MARK)
    }
}

/// Cuts `line` into `tokens`, which are emptied first; at most `limit` of them.
pub(crate) fn cut(line: &str, tables: &BoilerplateTables, limit: usize, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut cutter = Cutter {
        line,
        bytes: line.as_bytes(),
        tables,
        tokens,
        limit,
        at: 0,
        stop: Stop::Closed,
        quoted: Shapes::NONE,
    };
    while cutter.tokens.len() < limit && cutter.step() {}
}

/// How near the end of a sentence the cutter is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// Inside a sentence.
    Open,
    /// A final mark was read; a capital after white space begins a sentence.
    Marked,
    /// The next word begins a sentence.
    Closed,
}

struct Cutter<'a> {
    line: &'a str,
    bytes: &'a [u8],
    tables: &'a BoilerplateTables,
    tokens: &'a mut Vec<Token>,
    limit: usize,
    at: usize,
    stop: Stop,
    quoted: Shapes,
}

impl Cutter<'_> {
    /// Reads white space, a word or a mark; false at the end.
    fn step(&mut self) -> bool {
        let Some(&byte) = self.bytes.get(self.at) else {
            return false;
        };
        match byte {
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => self.at += 1,
            b'@' | b'#' if self.letter_at(self.at + 1) => self.word(),
            b'A'..=b'Z' | b'a'..=b'z' if self.plain_words() => {}
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => self.word(),
            0..=0x7f => self.mark(1),
            _ => self.wide(),
        }
        true
    }

    /// A character beyond ASCII.
    fn wide(&mut self) {
        // Dashes, quotation marks, bullets and the ellipsis: most such characters are marks.
        if let Some([0xe2, 0x80, 0x90..=0xa7]) = self.bytes.get(self.at..self.at + 3) {
            return self.mark(3);
        }
        let Some(c) = self.line[self.at..].chars().next() else {
            return;
        };
        if c.is_alphanumeric() {
            self.word();
        } else if crate::lines::is_blank(c) {
            self.at += c.len_utf8();
        } else {
            self.mark(c.len_utf8());
        }
    }

    fn letter_at(&self, at: usize) -> bool {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            Some(_) => self.line[at..]
                .chars()
                .next()
                .is_some_and(char::is_alphanumeric),
            None => false,
        }
    }

    fn mark(&mut self, len: usize) {
        let (start, end) = (self.at, self.at + len);
        self.at = end;
        let mark = &self.line[start..end];
        let open = self
            .bytes
            .get(end)
            .is_some_and(|b| !b.is_ascii_whitespace());
        match mark {
            "." => {
                self.stop = if self.after_abbreviation() {
                    Stop::Open
                } else {
                    Stop::Marked
                }
            }
            "!" | "?" | "…" => self.stop = Stop::Marked,
            "," | ";" | ":" if self.stop == Stop::Marked => self.stop = Stop::Open,
            "“" => self.quoted = Shapes::QUOTED,
            "”" => self.quoted = Shapes::NONE,
            "\"" if self.quoted != Shapes::NONE => self.quoted = Shapes::NONE,
            "\"" if open => self.quoted = Shapes::QUOTED,
            _ => {}
        }
        let (word, classes) = match mark.as_bytes() {
            [byte] => self.tables.look_up_key(u64::from(*byte)),
            _ => self.tables.look_up(mark),
        };
        self.push(start, end, word, classes, Shapes::MARK);
    }

    fn push(&mut self, start: usize, end: usize, word: WordId, classes: u32, shapes: Shapes) {
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            word,
            shapes,
            classes,
        });
    }

    /// Whether the word before a full stop is short for another.
    fn after_abbreviation(&self) -> bool {
        let Some(last) = self.tokens.last() else {
            return false;
        };
        let word = &self.bytes[last.start as usize..last.end as usize];
        let abbreviation = last.classes & self.tables.known.abbreviation != 0;
        !last.is_mark()
            && last.end as usize + 1 == self.at
            && (abbreviation
                || word.contains(&b'.')
                || (word.len() == 1 && word[0].is_ascii_uppercase()))
    }

    fn word(&mut self) {
        let start = self.at;
        let (end, mut shapes) = if self.at_address() {
            (self.address_end(start), Shapes::HOST)
        } else {
            self.word_end(start)
        };
        self.at = end;
        let word = &self.line[start..end];
        let (id, classes) = if shapes.any(Shapes::HOST) {
            self.look_up(host(word))
        } else {
            self.look_up(word)
        };
        let small = word.starts_with(char::is_lowercase) && shapes == Shapes::NONE;
        shapes = shapes
            .or(letters(word))
            .or(self.quoted)
            .or(self.opening(start, !small));
        if small {
            shapes = shapes.or(Shapes::LOWER);
        }
        self.push(start, end, id, classes, shapes);
        self.stop = Stop::Open;
    }

    /// Reads words of ASCII letters that no mark joins to others, which most words are, and the
    /// spaces between them; false if there is none.
    fn plain_words(&mut self) -> bool {
        let (bytes, from) = (self.bytes, self.at);
        let mut start = from;
        while self.tokens.len() < self.limit {
            let (key, end) = ascii_word(bytes, start);
            let next = bytes.get(end).copied();
            if end == start || !(next == Some(b' ') || self.ends_plainly(end, next)) {
                break;
            }
            let (id, classes) = self.tables.look_up_key(key);
            let capital = bytes[start].is_ascii_uppercase();
            let mut shapes = self.quoted.or(if capital {
                capital_shapes(&bytes[start + 1..end])
            } else {
                Shapes::LOWER
            });
            if self.stop != Stop::Open {
                shapes = shapes.or(self.opening(start, capital));
                self.stop = Stop::Open;
            }
            self.push(start, end, id, classes, shapes);
            start = end + usize::from(next == Some(b' '));
        }
        self.at = start;
        start > from
    }

    /// Whether a word of letters is whole at `end`, before the byte `next`, which is no space.
    fn ends_plainly(&self, end: usize, next: Option<u8>) -> bool {
        match next {
            Some(b',' | b')' | b'?' | b'!' | b';') | None => true,
            Some(b'.') => {
                let after = self.bytes.get(end + 1);
                after.is_none_or(|b| matches!(b, b' ' | b'"'))
            }
            _ => false,
        }
    }

    /// [`Shapes::SENTENCE`] if the word at `start`, which looks as if it `begins` one, does so.
    fn opening(&self, start: usize, begins: bool) -> Shapes {
        let spaced = start > 0 && !self.bytes[start - 1].is_ascii_alphanumeric();
        match self.stop {
            Stop::Closed => Shapes::SENTENCE,
            Stop::Marked if begins && spaced && self.space_before(start) => Shapes::SENTENCE,
            // "(with inputs from agencies)" behind a sentence
            Stop::Marked if spaced && self.bytes[start - 1] == b'(' && self.space_before(start) => {
                Shapes::SENTENCE
            }
            _ => Shapes::NONE,
        }
    }

    /// Whether white space stands between the last final mark and the word at `start`.
    fn space_before(&self, start: usize) -> bool {
        let blank = |b: &u8| b.is_ascii_whitespace();
        let from = self
            .tokens
            .iter()
            .rev()
            .take(6)
            .take_while(|t| t.is_mark())
            .last()
            .map_or(start, |t| t.start as usize);
        self.bytes[from..start].iter().any(blank)
    }

    fn look_up(&self, word: &str) -> (WordId, u32) {
        if word.len() > LONGEST_WORD {
            return (0, 0);
        }
        let genitive = ["'s", "’s", "'S", "’S"];
        let noun = genitive.iter().find_map(|end| word.strip_suffix(end));
        let word = noun.unwrap_or(word);
        if word.is_ascii() {
            return self.tables.look_up(word);
        }
        match word.find('’') {
            None => self.tables.look_up(word),
            Some(at) => {
                let mut straight = [0_u8; LONGEST_WORD];
                let (head, tail) = (&word[..at], &word[at + '’'.len_utf8()..]);
                let len = head.len() + 1 + tail.len();
                straight[..head.len()].copy_from_slice(head.as_bytes());
                straight[head.len()] = b'\'';
                straight[head.len() + 1..len].copy_from_slice(tail.as_bytes());
                core::str::from_utf8(&straight[..len]).map_or((0, 0), |w| self.tables.look_up(w))
            }
        }
    }

    fn at_address(&self) -> bool {
        let rest = &self.bytes[self.at..];
        let starts = |prefix: &[u8]| {
            rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix)
        };
        matches!(rest[0], b'h' | b'w' | b'H' | b'W')
            && (starts(b"http://") || starts(b"https://") || starts(b"www."))
    }

    /// The end of a web address: white space or a closing mark.
    fn address_end(&self, from: usize) -> usize {
        let closes = |b: &u8| {
            b.is_ascii_whitespace()
                || matches!(b, b')' | b']' | b'"' | b'>' | b',' | b';')
                || !b.is_ascii()
        };
        let rest = &self.bytes[from..];
        let mut end = from + rest.iter().position(closes).unwrap_or(rest.len());
        while end > from + 1 && matches!(self.bytes[end - 1], b'.' | b'?' | b'!' | b'\'' | b':') {
            end -= 1;
        }
        end
    }

    /// The end of a word, and its shape if it is an address, a handle or a number.
    fn word_end(&self, start: usize) -> (usize, Shapes) {
        let mut end = start;
        let (mut ats, mut dots) = (0, 0);
        let first = self.bytes[start];
        if matches!(first, b'@' | b'#') {
            end += 1;
        }
        while let Some(&byte) = self.bytes.get(end) {
            match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => end += 1,
                b'\'' | b'-' | b'.' | b'@' | b'_' | b':' | b'&' if self.letter_at(end + 1) => {
                    let digits = first.is_ascii_digit();
                    match byte {
                        b'@' => ats += 1,
                        b'.' => dots += 1,
                        b':' if !digits => break,
                        _ => {}
                    }
                    end += 1;
                }
                b'_' => end += 1,
                b',' if first.is_ascii_digit()
                    && self.bytes.get(end + 1).is_some_and(u8::is_ascii_digit) =>
                {
                    end += 1;
                }
                0x80.. => {
                    let c = self.line[end..].chars().next().unwrap_or(' ');
                    if !(c.is_alphanumeric() || (c == '’' && self.letter_at(end + 3))) {
                        break;
                    }
                    end += c.len_utf8();
                }
                _ => break,
            }
        }
        let word = &self.bytes[start..end];
        let shape = match first {
            b'@' => Shapes::HANDLE,
            b'#' => Shapes::HASHTAG,
            _ if ats == 1 && dots > 0 => Shapes::EMAIL,
            _ if dots > 0 && self.is_host(word) => {
                if self.bytes.get(end) == Some(&b'/') {
                    return (self.address_end(end), Shapes::HOST);
                }
                Shapes::HOST
            }
            b'0'..=b'9' if is_date(word) => Shapes::NUMBER.or(Shapes::DATE),
            b'0'..=b'9' => Shapes::NUMBER,
            _ => Shapes::NONE,
        };
        (end, shape)
    }

    /// Whether a word with a full stop in it ends as a host does.
    fn is_host(&self, word: &[u8]) -> bool {
        let last = word.rsplit(|&b| b == b'.').next().unwrap_or_default();
        let known = core::str::from_utf8(last)
            .map_or((0, 0), |tld| self.tables.look_up(tld))
            .1;
        known & self.tables.known.domain != 0 && last.len() + 3 < word.len()
    }
}

/// Whether a number begins as a day does that is written from the year down.
fn is_date(number: &[u8]) -> bool {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match number {
        [year @ .., b'-', m1, m2, b'-', d1, d2] => {
            year.len() == 4 && digits(year) && digits(&[*m1, *m2, *d1, *d2])
        }
        _ => false,
    }
}

/// The host of a web address, without `www.`.
fn host(address: &str) -> &str {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.strip_prefix("www.").unwrap_or(address);
    address.split('/').next().unwrap_or(address)
}

/// The shapes of a word that begins with a capital, before `rest`.
fn capital_shapes(rest: &[u8]) -> Shapes {
    let upper = !rest.is_empty() && !rest.iter().any(u8::is_ascii_lowercase);
    if upper {
        Shapes::CAPITAL.or(Shapes::UPPER)
    } else {
        Shapes::CAPITAL
    }
}

/// The shapes that the letters of a word give it.
fn letters(word: &str) -> Shapes {
    if word.chars().next().is_some_and(char::is_uppercase) {
        capital_shapes(&word.as_bytes()[1..])
    } else {
        Shapes::NONE
    }
}
