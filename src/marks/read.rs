//! Reads each quotation mark by its neighbours: does it open, close, or is it an apostrophe?
//!
//! Only [`marks`](super) may use this.

use super::hits::Hits;
use crate::character;
use crate::lines::{is_blank, trim};
use crate::span::Span;

/// Marks that can open and close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `“ ”`, `„ “`, two single marks.
    Double,
    /// `'`, `‘ ’`, `‚ ‘`, a backtick.
    Single,
    /// `« »`.
    Angle,
    /// `‹ ›`.
    SingleAngle,
}

impl Family {
    pub(super) const COUNT: usize = 4;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
}

/// What a mark's neighbours allow it to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Opens,
    Closes,
    /// Closes if something is open, opens otherwise.
    Either,
    /// Opens, or stands for letters left out: `'em`, `'90s`.
    OpensOrElides,
    /// Between two blanks: closes if something is open, opens if it can be closed.
    Floats,
    /// Closes, or is the apostrophe of `the voters' choice`.
    ClosesOrPossessive,
    /// Closes, or stands for inches: `a 5" pipe`.
    ClosesOrMeasures,
    /// An apostrophe where nothing is open.
    ClosesIfOpen,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) role: Role,
    /// Whether it is made of two single marks.
    pub(super) twin: bool,
    /// Whether a comma or the end of a sentence stands before it.
    pub(super) after_stop: bool,
    /// What the next unambiguous mark of its family in the line does.
    pub(super) ahead: Option<Side>,
}

/// The marks of a text, line by line.
pub(super) struct Marks<'t> {
    text: &'t str,
    hits: Hits<'t>,
    /// Everything before this offset has been read.
    after: usize,
    /// The first mark of the next line.
    next: Option<(usize, Glyph)>,
    /// The marks of the last line.
    line: Vec<Mark>,
    /// Where that line ends.
    end: usize,
}

impl<'t> Marks<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut marks = Self {
            text,
            hits: Hits::new(text.as_bytes()),
            after: 0,
            next: None,
            end: 0,
            line: Vec::with_capacity(super::USUAL),
        };
        marks.next = marks.next_glyph();
        marks
    }

    /// The next line with something that may be a mark, and its marks in order.
    pub(super) fn next_line(&mut self) -> Option<(Span, &[Mark])> {
        let (first, _) = self.next?;
        let line = self.line_around(first);
        self.line.clear();
        while let Some((at, glyph)) = self.next.filter(|&(at, _)| at < line.end) {
            self.after = self.read(at, glyph, line);
            self.next = self.next_glyph();
        }
        look_ahead(&mut self.line);
        Some((line, &self.line))
    }

    /// The line that holds the byte at `at`, trimmed; the lines before it are done.
    fn line_around(&mut self, at: usize) -> Span {
        let bytes = self.text.as_bytes();
        let start =
            memchr::memrchr(b'\n', &bytes[self.end..at]).map_or(self.end, |n| self.end + n + 1);
        self.end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        trim(self.text, Span::new(start, self.end))
    }

    /// The next glyph that is more than an apostrophe within a word.
    fn next_glyph(&mut self) -> Option<(usize, Glyph)> {
        let bytes = self.text.as_bytes();
        loop {
            let at = self.hits.next()?;
            match Glyph::at(bytes, at) {
                Some(glyph) if at >= self.after && !glyph.is_in_word(bytes, at) => {
                    return Some((at, glyph));
                }
                _ => {}
            }
        }
    }

    /// Reads the mark at `at` and returns the offset at which to continue.
    fn read(&mut self, at: usize, glyph: Glyph, line: Span) -> usize {
        let end = at + glyph.len;
        if glyph.family == Family::Single && glyph.pairs(self.text.as_bytes(), end) {
            return self.read_run(at, glyph, line);
        }
        self.push(Span::new(at, end), glyph.family, glyph.turn, line);
        end
    }

    /// Two or three single marks in a row: a double one, and a single one inside it.
    fn read_run(&mut self, at: usize, glyph: Glyph, line: Span) -> usize {
        let bytes = self.text.as_bytes();
        let two = at + 2 * glyph.len;
        let three = glyph.pairs(bytes, two);
        if !three {
            self.push(Span::new(at, two), Family::Double, glyph.turn, line);
            return two;
        }
        let end = two + glyph.len;
        let opens =
            next_char(self.text, end, line.end).is_some_and(|c| !is_blank(c) && !is_stop(c));
        let middle = if opens { two } else { at + glyph.len };
        let (first, second) = if opens {
            (Family::Double, Family::Single)
        } else {
            (Family::Single, Family::Double)
        };
        self.push(Span::new(at, middle), first, glyph.turn, line);
        self.push(Span::new(middle, end), second, glyph.turn, line);
        end
    }

    fn push(&mut self, span: Span, family: Family, turn: Turn, line: Span) {
        let before = before_marks(self.text, span.start, line.start);
        let after = after_marks(self.text, span.end, line.end);
        let sides = Sides {
            before,
            after,
            word: &self.text[span.end..line.end],
            feet: family == Family::Double
                && after_feet(self.text.as_bytes(), span.start, line.start),
        };
        if let Some(role) = sides.role(family, turn) {
            self.line.push(Mark {
                span,
                family,
                role,
                twin: family == Family::Double && matches!(span.len(), 2 | 6),
                after_stop: before.is_some_and(is_stop),
                ahead: None,
            });
        }
    }
}

/// Which way a glyph is curled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Left,
    Right,
    Straight,
}

/// One character that may be a quotation mark.
#[derive(Clone, Copy)]
struct Glyph {
    len: usize,
    family: Family,
    turn: Turn,
}

impl Glyph {
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        let glyph = |len, family, turn| Some(Self { len, family, turn });
        match &bytes[at..] {
            [b'"', ..] => glyph(1, Family::Double, Turn::Straight),
            [b'\'', ..] => glyph(1, Family::Single, Turn::Straight),
            [b'`', ..] => glyph(1, Family::Single, Turn::Left),
            [0xE2, 0x80, third, ..] => match third {
                0x98 | 0x9A | 0x9B => glyph(3, Family::Single, Turn::Left),
                0x99 => glyph(3, Family::Single, Turn::Right),
                0x9C | 0x9E | 0x9F => glyph(3, Family::Double, Turn::Left),
                0x9D => glyph(3, Family::Double, Turn::Right),
                0xB9 => glyph(3, Family::SingleAngle, Turn::Left),
                0xBA => glyph(3, Family::SingleAngle, Turn::Right),
                _ => None,
            },
            // an accent typed for an apostrophe: ´
            [0xC2, 0xB4, ..] => glyph(2, Family::Single, Turn::Straight),
            [0xC2, 0xAB, ..] => glyph(2, Family::Angle, Turn::Left),
            [0xC2, 0xBB, ..] => glyph(2, Family::Angle, Turn::Right),
            _ => None,
        }
    }

    /// Whether the same glyph stands at `at` again.
    fn pairs(self, bytes: &[u8], at: usize) -> bool {
        Self::at(bytes, at).is_some_and(|next| {
            next.len == self.len && next.family == self.family && next.turn == self.turn
        })
    }

    /// Whether letters or digits stand on both sides, as around most apostrophes.
    fn is_in_word(self, bytes: &[u8], at: usize) -> bool {
        let word = |byte: &u8| byte.is_ascii_alphanumeric();
        self.family == Family::Single
            && at > 0
            && word(&bytes[at - 1])
            && bytes.get(at + self.len).is_some_and(word)
    }
}

/// What stands around a mark, other marks left out.
struct Sides<'t> {
    before: Option<char>,
    after: Option<char>,
    /// The text after the mark.
    word: &'t str,
    /// Whether the mark follows feet: `6'2"`.
    feet: bool,
}

impl Sides<'_> {
    fn role(&self, family: Family, turn: Turn) -> Option<Role> {
        match family {
            Family::Single => self.single(turn),
            Family::Double if self.feet || self.in_tag() => None,
            _ => Some(self.double(turn)),
        }
    }

    /// Whether the mark sets off a value in a tag: `<p class="note">`.
    fn in_tag(&self) -> bool {
        self.before == Some('=') || self.after == Some('>')
    }

    fn double(&self, turn: Turn) -> Role {
        let blank_before = self.before.is_none_or(is_blank);
        let blank_after = self.after.is_none_or(is_blank);
        match turn {
            Turn::Left if !blank_before && (blank_after || self.after.is_some_and(is_stop)) => {
                Role::Closes
            }
            Turn::Left => Role::Opens,
            Turn::Right
                if blank_before && !self.after.is_none_or(|c| is_blank(c) || is_stop(c)) =>
            {
                Role::Either
            }
            Turn::Right => Role::Closes,
            Turn::Straight if blank_before && blank_after => Role::Either,
            Turn::Straight if blank_before => Role::Opens,
            Turn::Straight if self.before.is_some_and(|c| c.is_ascii_digit()) => {
                Role::ClosesOrMeasures
            }
            Turn::Straight if blank_after => Role::Closes,
            Turn::Straight if self.after.is_some_and(is_stop) => Role::Closes,
            Turn::Straight
                if self
                    .before
                    .is_some_and(|c| matches!(c, '(' | '[' | '{' | ':')) =>
            {
                Role::Opens
            }
            Turn::Straight => Role::Either,
        }
    }

    fn single(&self, turn: Turn) -> Option<Role> {
        let (before, after) = (self.before, self.after);
        let blank_after = after.is_none_or(is_blank);
        if before.is_none_or(is_blank) {
            return match after {
                _ if blank_after => Some(Role::Floats),
                _ if self.elides() => Some(Role::OpensOrElides),
                Some(c) if is_stop(c) && c != '.' && c != '…' => None,
                _ if turn == Turn::Right => Some(Role::OpensOrElides),
                _ => Some(Role::Opens),
            };
        }
        let before = before?;
        if before.is_alphanumeric() {
            let possessive = blank_after && matches!(before, 's' | 'S' | 'n');
            return match after {
                _ if possessive => Some(Role::ClosesOrPossessive),
                Some(c) if c.is_alphanumeric() => None,
                _ => Some(Role::ClosesIfOpen),
            };
        }
        if matches!(before, '(' | '[' | '{' | ':' | '—' | '–' | '-' | '/') && !blank_after {
            return Some(match turn {
                Turn::Right => Role::ClosesIfOpen,
                _ if self.elides() => Role::OpensOrElides,
                _ => Role::Opens,
            });
        }
        if blank_after || turn == Turn::Right || after.is_some_and(is_stop) {
            return Some(Role::Closes);
        }
        Some(match turn {
            Turn::Left => Role::Opens,
            _ => Role::Either,
        })
    }

    /// Whether the mark stands where letters are left out: `'em`, `'90s`, `'n'`.
    fn elides(&self) -> bool {
        const ELIDED: [&str; 24] = [
            "bout", "burbs", "cause", "cos", "coz", "cuz", "em", "ere", "fraid", "gainst", "hood",
            "kay", "murica", "n", "neath", "nuff", "ome", "round", "sup", "til", "till", "tis",
            "twas", "twill",
        ];
        let bytes = self.word.as_bytes();
        let len = bytes
            .iter()
            .take(8)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let word = &self.word[..len];
        let years = word.strip_suffix('s').unwrap_or(word);
        years.len() == 2 && years.bytes().all(|byte| byte.is_ascii_digit())
            || ELIDED.iter().any(|entry| entry.eq_ignore_ascii_case(word))
    }
}

/// Notes on each mark what the next unambiguous one of its family does.
fn look_ahead(marks: &mut [Mark]) {
    let mut ahead = [None; Family::COUNT];
    for mark in marks.iter_mut().rev() {
        let seen = &mut ahead[mark.family as usize];
        mark.ahead = *seen;
        match mark.role {
            Role::Opens => *seen = Some(Side::Open),
            Role::Closes | Role::ClosesIfOpen | Role::Floats => *seen = Some(Side::Close),
            _ => {}
        }
    }
}

/// The family of the mark that `rest` begins with, if that mark opens.
pub(super) fn opening_family(rest: &str) -> Option<Family> {
    let glyph = Glyph::at(rest.as_bytes(), 0)?;
    let single = glyph.family == Family::Single;
    let twin = single && glyph.pairs(rest.as_bytes(), glyph.len);
    let family = if twin { Family::Double } else { glyph.family };
    let len = if twin { 2 * glyph.len } else { glyph.len };
    let word = &rest[len..];
    let after = word.chars().next()?;
    let sides = Sides {
        before: None,
        after: Some(after),
        word,
        feet: false,
    };
    (sides.role(family, glyph.turn)? == Role::Opens).then_some(family)
}

/// Punctuation that stands before a closing mark, and after one.
fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | '?' | '!' | ';' | ':' | ')' | ']' | '}' | '…')
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '´' | '‘'..='‟' | '‹' | '›' | '«' | '»'
    )
}

/// How many marks in a row are looked through to find a neighbour.
const RUN: usize = 4;

/// The last character before `at` that is no mark, without its accents; none at the start of the line.
fn before_marks(text: &str, at: usize, start: usize) -> Option<char> {
    if let Some(c) = plain(*text.as_bytes()[start..at].last()?) {
        return Some(c);
    }
    let mut rest = &text[start..at];
    for _ in 0..RUN {
        let (c, len) = character::last(rest)?;
        if !is_mark(c) {
            return Some(c);
        }
        rest = &rest[..rest.len() - len];
    }
    None
}

/// The first character from `at` on that is no mark; none at the end of the line.
fn after_marks(text: &str, at: usize, end: usize) -> Option<char> {
    if let Some(c) = plain(*text.as_bytes()[at..end].first()?) {
        return Some(c);
    }
    text[at..end].chars().take(RUN).find(|&c| !is_mark(c))
}

/// The character that a byte is, if that is ASCII and no mark.
fn plain(byte: u8) -> Option<char> {
    let c = char::from(byte);
    (c.is_ascii() && !is_mark(c)).then_some(c)
}

fn next_char(text: &str, at: usize, end: usize) -> Option<char> {
    text[at..end].chars().next()
}

/// Whether feet stand before `at`, and inches at it: `6'2`, `6' 2`.
fn after_feet(bytes: &[u8], at: usize, start: usize) -> bool {
    let before = &bytes[start..at];
    if !before.last().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let digits = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let inches = digits(before);
    let before = &before[..before.len() - inches];
    let before = before.strip_suffix(b" ").unwrap_or(before);
    let feet = before
        .strip_suffix(b"'")
        .or_else(|| before.strip_suffix("’".as_bytes()));
    inches <= 2 && feet.is_some_and(|feet| digits(feet) > 0)
}
