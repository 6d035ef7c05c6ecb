//! [`Run`]: capitalised words in a row, with the particles and nicknames between them.
//!
//! Reads the words of a possible name; what they name is told by `sighting`.

use crate::character;
use crate::language::keyed::{
    ascii_word, eight_letters, ends_with_half_letter, small_letters_at_end,
};
use crate::language::{NameTables, Word, folded};
use crate::span::{Span, starts_at};

/// Words of one run that are looked at.
const MAX_WORDS: usize = 10;
/// Bytes of the longest letter.
const LONGEST_LETTER: usize = 4;
/// Bytes of the longest word that can be part of a name.
const MAX_WORD: usize = 40;

/// One word of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// See [`folded`].
    pub(crate) key: u64,
    pub(crate) word: Word,
    /// Whether it is more than ASCII letters and digits.
    pub(crate) joined: bool,
    /// Whether it is one letter.
    pub(crate) initial: bool,
}

/// What stands before a word in a run.
#[derive(Debug, Clone, Copy)]
enum Link {
    Blank,
    Comma,
    Ampersand,
    /// Nothing that lets the run break off.
    Other,
}

/// Capitalised words in a row, with the particles between them.
#[derive(Debug, Default)]
pub(crate) struct Run {
    tokens: [Token; MAX_WORDS],
    len: usize,
    /// Where the search for the next run goes on.
    pub(crate) end: usize,
    pub(crate) possessive: bool,
    pub(crate) ampersand: bool,
}

impl Run {
    /// Reads the run whose first capital stands at `start`; `sentences` are those of the text.
    pub(crate) fn read(
        &mut self,
        text: &str,
        start: usize,
        sentences: &[Span],
        tables: &NameTables,
    ) {
        self.len = 0;
        self.possessive = false;
        self.ampersand = false;
        let mut at = particle_before(text, start, tables);
        let mut link = Link::Other;
        loop {
            self.tokens[self.len] = Token::read(text, at, tables);
            if !self.goes_on_with(link, text) {
                break;
            }
            let token = &self.tokens[self.len];
            self.len += 1;
            self.end = token.span.end;
            let owned = possessive(text, self.end);
            if owned > 0 {
                self.end += owned;
                if let Some(body) = self.body_behind(text, tables) {
                    (at, link) = (body, Link::Other);
                    continue;
                }
                self.possessive = true;
                break;
            }
            let ends = token.word.is(Word::SUFFIX) && self.len > 1;
            if ends || self.len == MAX_WORDS || token.span.len() > MAX_WORD {
                break;
            }
            let Some(next) = self.next(text, sentences, tables) else {
                break;
            };
            (at, link) = next;
        }
    }

    /// Its words.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens[..self.len]
    }

    /// Where the noun of a body stands whose members own it: "Association" of "Teachers' Association".
    fn body_behind(&self, text: &str, tables: &NameTables) -> Option<usize> {
        let members = text[..self.end].ends_with(['\'', '’']);
        let next = self.end + 1;
        if !members
            || self.len == MAX_WORDS
            || !is_upper(text, next)
            || text.as_bytes()[self.end] != b' '
        {
            return None;
        }
        let word = Token::read(text, next, tables).word;
        word.is(Word::ORGANISATION).then_some(next)
    }

    /// Whether the word read last, behind `link`, belongs to the run.
    fn goes_on_with(&mut self, link: Link, text: &str) -> bool {
        match link {
            Link::Blank => self.continues(text),
            Link::Comma => self.tokens[self.len].word.is(Word::SUFFIX),
            Link::Ampersand => {
                self.ampersand = true;
                true
            }
            Link::Other => true,
        }
    }

    /// Where a word stands that the run may go on with, and what links it.
    fn next(&self, text: &str, sentences: &[Span], tables: &NameTables) -> Option<(usize, Link)> {
        let bytes = text.as_bytes();
        let last = &self.tokens[self.len - 1];
        let end = last.span.end;
        let dotted = bytes.get(end) == Some(&b'.')
            && (last.word.is(Word::TITLE.or(Word::SUFFIX).or(Word::PLACE))
                || single_letter(text, last.span.start, end));
        let gap = end + usize::from(dotted);
        let next = match bytes.get(gap..)? {
            [b' ', ..] => gap + 1,
            [0xc2, 0xa0, ..] => gap + 2,
            [b',', b' ', b'A'..=b'Z', ..] if self.len > 1 => return Some((gap + 2, Link::Comma)),
            _ => return None,
        };
        if dotted && starts_at(sentences, next) {
            return None;
        }
        match bytes.get(next)? {
            b'A'..=b'Z' => Some((next, Link::Blank)),
            b'a'..=b'z' if particles(text, next, tables) => Some((next, Link::Other)),
            b'a'..=b'z' => None,
            b'&' if bytes.get(next + 1) == Some(&b' ') && is_upper(text, next + 2) => {
                Some((next + 2, Link::Ampersand))
            }
            0xc3.. if is_upper(text, next) => Some((next, Link::Blank)),
            _ => nickname_end(text, next).map(|at| (at, Link::Other)),
        }
    }

    /// Whether the capitalised word read last can belong to the same name.
    fn continues(&self, text: &str) -> bool {
        let token = &self.tokens[self.len];
        let function = Word::OPENER.or(Word::PRONOUN).or(Word::PREPOSITION);
        let nominal = Word::GIVEN
            .or(Word::ORGANISATION)
            .or(Word::TITLE)
            .or(Word::SUFFIX);
        let breaks = token.word.is(function) && !token.word.is(nominal) && !token.initial;
        let only_openers = || self.tokens().iter().all(|t| t.word.is(Word::OPENER));
        // "Al Over said", but not the headline "Al Over Top".
        let surname = || {
            let given = self.tokens().last().is_some_and(|t| t.word.is(Word::GIVEN));
            let rest = &text[token.span.end..];
            let shouted = text.as_bytes()[token.span.end - 1].is_ascii_uppercase();
            given && !shouted && !rest.strip_prefix(' ').is_some_and(|rest| is_upper(rest, 0))
        };
        !breaks || only_openers() || surname()
    }
}

impl Token {
    /// The word at `start`; one too long for a name is as good as the first of a sentence, and so
    /// is one like "Ohio-based".
    #[inline]
    fn read(text: &str, start: usize, tables: &NameTables) -> Self {
        let bytes = text.as_bytes();
        let (key, end) = ascii_word(bytes, start);
        if end - start > MAX_WORD || may_go_on(bytes, start, end) {
            return Self::read_joined(text, start, tables);
        }
        let mut word = tables.keyed(key);
        if word.is(Word::PRONOUN) && bytes[start..end] == *b"WHO" {
            // the health organisation
            word = Word::ORGANISATION;
        }
        Self {
            span: Span::new(start, end),
            key,
            word,
            joined: false,
            initial: end - start == 1,
        }
    }

    /// The same for what may be more than ASCII letters.
    #[inline(never)]
    fn read_joined(text: &str, start: usize, tables: &NameTables) -> Self {
        let plain = start + letters(&text.as_bytes()[start..]);
        let end = joined_end(text, start, plain);
        let span = Span::new(start, end);
        let joined = end > plain;
        if span.len() > MAX_WORD || joined && is_compound(&text[span], tables) {
            return Self {
                span,
                key: 0,
                word: Word::OPENER,
                joined,
                initial: false,
            };
        }
        let key = folded(&text[span]);
        let mut word = tables.keyed(key);
        if joined && word == Word::default() {
            word = contracted(&text[span], tables).unwrap_or_else(|| tail(&text[span], tables));
        }
        Self {
            span,
            key,
            word,
            joined,
            initial: span.len() <= LONGEST_LETTER && text[span].chars().nth(1).is_none(),
        }
    }
}

/// Whether a word ends in a small one that is no part of a name: "Ohio-based", not "Jae-in".
fn is_compound(word: &str, tables: &NameTables) -> bool {
    const LONGEST_PART: usize = 5;
    word.rsplit_once('-').is_some_and(|(head, tail)| {
        head.starts_with(|c: char| c.is_ascii_uppercase())
            && tail.starts_with(|c: char| c.is_ascii_lowercase())
            && (tail.len() > LONGEST_PART || tables.word(tail).is(Word::COMPOUND))
    })
}

/// What the first word of a contraction is: "They" of "They’re".
fn contracted(word: &str, tables: &NameTables) -> Option<Word> {
    let (head, rest) = word.split_once(['\'', '’'])?;
    match rest {
        "d" | "ll" | "m" | "re" | "ve" => Some(tables.word(head).or(Word::OPENER)),
        "t" => Some(Word::OPENER),
        _ => None,
    }
}

/// What the end of a word says of it that is no part of a name: "Asian-Americans".
fn tail(word: &str, tables: &NameTables) -> Word {
    let end = word.rsplit_once('-').map(|(_, end)| end);
    let end = end.filter(|end| end.starts_with(char::is_uppercase));
    let end = end.map(|end| tables.word(end));
    let common = Word::PROPER.or(Word::GROUP).or(Word::PLACE);
    end.filter(|end| end.is(common) && !end.is(Word::GIVEN))
        .unwrap_or_default()
}

/// How many ASCII letters and digits `bytes` starts with.
fn letters(bytes: &[u8]) -> usize {
    let other = bytes.iter().position(|b| !b.is_ascii_alphanumeric());
    other.unwrap_or(bytes.len())
}

/// The key and the end of the word at `start` if it is of ASCII letters only.
pub(crate) fn plain_word(bytes: &[u8], start: usize) -> Option<(u64, usize)> {
    let (key, end) = ascii_word(bytes, start);
    (end > start && !may_go_on(bytes, start, end)).then_some((key, end))
}

/// Whether more than the letters up to `end` may belong to the word from `start`.
#[inline]
fn may_go_on(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or(b' ');
    let single = u8::from(end - start == 1);
    JOINTS[usize::from(next)] + single > 1 && goes_on(bytes, start, end)
}

/// How much a byte behind letters tells that the word goes on: 2 if it may, 1 if it may behind a
/// single letter.
static JOINTS: [u8; 256] = {
    let mut joints = [0; 256];
    let mut byte = 0;
    while byte < joints.len() {
        joints[byte] = match byte as u8 {
            b'0'..=b'9' | b'-' | b'&' | b'\'' | 0x80.. => 2,
            b'.' => 1,
            _ => 0,
        };
        byte += 1;
    }
    joints
};

/// The same, where the byte behind them does not rule it out.
fn goes_on(bytes: &[u8], start: usize, end: usize) -> bool {
    match bytes[end..] {
        [b'0'..=b'9' | b'-' | b'&', ..] => true,
        [b'\'', ..] => !is_possessive_s(bytes, end + 1),
        [b'.', ..] => end - start == 1,
        // Of this block only the apostrophe joins words.
        [0xe2, 0x80, 0x99, ..] => !is_possessive_s(bytes, end + 3),
        [0xe2, 0x80, ..] => false,
        [byte, ..] => byte >= 0x80,
        [] => false,
    }
}

/// The end of the word that starts at `start`: letters and digits, joined by hyphens,
/// apostrophes, and the dots of initials. A possessive s is not part of it.
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    joined_end(text, start, start + letters(&text.as_bytes()[start..]))
}

/// The same, if the word is known up to `at`.
fn joined_end(text: &str, start: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b' ' | b',' | b'\n') {
            break;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let after = at + c.len_utf8();
        let joined = match c {
            '\'' | '’' => {
                at > start && next_is_letter(text, after) && !is_possessive_s(bytes, after)
            }
            '-' | '&' => at > start && next_is_letter(text, after),
            '.' => {
                single_letter(text, start, at)
                    && bytes.get(after).is_some_and(u8::is_ascii_uppercase)
                    && !bytes.get(after + 1).is_some_and(u8::is_ascii_alphanumeric)
            }
            // "FranÃ§ois", which was read in a wrong encoding
            '\u{a1}'..='\u{bf}' if ends_with_half_letter(&bytes[..at]) => true,
            _ => c.is_alphanumeric() || at > start && character::goes_on(text, at),
        };
        if !joined {
            break;
        }
        at = after + letters(&bytes[after..]);
    }
    at
}

fn next_is_letter(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if *byte < 0x80 => byte.is_ascii_alphabetic(),
        Some(_) => text[at..].chars().next().is_some_and(char::is_alphabetic),
        None => false,
    }
}

fn is_possessive_s(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|b| b.eq_ignore_ascii_case(&b's'))
        && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether one letter alone stands before `at`, in the word from `start` or after a dot of it.
fn single_letter(text: &str, start: usize, at: usize) -> bool {
    let mut letters = text[start..at].chars().rev();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| c == '.')
}

/// The length of `'s` or `’s` or a bare apostrophe after an s at `at`.
fn possessive(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mark = match bytes[at..] {
        [b'\'', ..] => 1,
        [0xe2, 0x80, 0x99, ..] => 3,
        _ => return 0,
    };
    if is_possessive_s(bytes, at + mark) {
        mark + 1
    } else if bytes[..at].last() == Some(&b's') && bytes.get(at + mark) == Some(&b' ') {
        mark
    } else {
        0
    }
}

/// Whether no letter stands right before `at`.
#[inline]
pub(crate) fn starts_word(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| text.as_bytes().get(i));
    let before = before.copied().unwrap_or(b' ');
    if before.is_ascii() {
        !before.is_ascii_alphanumeric()
    } else {
        starts_word_behind_other(text, at)
    }
}

/// The same behind what is not ASCII.
#[cold]
fn starts_word_behind_other(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
}

/// The word before `at` with one blank between, if it is in ASCII.
pub(crate) fn word_before(text: &str, at: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let end = at.checked_sub(1)?;
    if bytes[end] != b' ' {
        return None;
    }
    let from = end.saturating_sub(MAX_WORD);
    let length = bytes[from..end]
        .iter()
        .rev()
        .take_while(|b| b.is_ascii_alphabetic() || **b == b'-')
        .count();
    (length > 0).then(|| &text[end - length..end])
}

#[inline]
pub(crate) fn is_upper(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if *byte < 0x80 => byte.is_ascii_uppercase(),
        _ => text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(char::is_uppercase)),
    }
}

/// Whether one or more particles from `at` on lead to a capital: "de la Cruz", "al-Awlaki".
fn particles(text: &str, mut at: usize, tables: &NameTables) -> bool {
    for _ in 0..3 {
        // All particles are shorter than eight letters.
        let (key, length) = eight_letters(text.as_bytes(), at);
        if !tables.is_particle(key) {
            return false;
        }
        if !matches!(text.as_bytes().get(at + length), Some(b' ' | b'-' | b'\'')) {
            return false;
        }
        at += length + 1;
        if is_upper(text, at) {
            return true;
        }
    }
    false
}

/// The key of the small letters at the end of `bytes`, eight at most, and how many they are.
#[inline]
pub(crate) fn small_word_before(bytes: &[u8]) -> (u64, usize) {
    let eight = bytes.last_chunk().copied().unwrap_or_else(|| {
        let mut padded = [0; 8];
        padded[8 - bytes.len()..].copy_from_slice(bytes);
        padded
    });
    small_letters_at_end(eight)
}

/// Where the name that holds the capital at `start` begins: before its particles.
fn particle_before(text: &str, start: usize, tables: &NameTables) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    for _ in 0..3 {
        let Some(end) = at.checked_sub(1) else {
            break;
        };
        let (key, length) = small_word_before(&bytes[..end]);
        // Hardly ever true, so asked first.
        if !tables.is_particle(key)
            || !matches!(bytes[end], b' ' | b'-' | b'\'')
            || !starts_word(text, end - length)
        {
            break;
        }
        at = end - length;
    }
    at
}

/// Where the name goes on after a nickname in marks at `at`: `"Chico" Manriquez`.
fn nickname_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let open = rest.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' => '”',
        '‘' => '’',
        '\'' => '\'',
        '(' => ')',
        _ => return None,
    };
    let inner = at + open.len_utf8();
    let word = |start: usize| is_upper(text, start).then(|| word_end(text, start));
    let first = word(inner)?;
    let second = text[first..]
        .strip_prefix(' ')
        .and_then(|_| word(first + 1));
    let end = second.unwrap_or(first);
    let after = text.get(end..)?.strip_prefix(close)?.strip_prefix(' ')?;
    let next = text.len() - after.len();
    (end - inner <= MAX_WORD && is_upper(text, next)).then_some(next)
}
