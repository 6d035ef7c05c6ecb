//! [`Signs`]: what speaks for a line being boilerplate, as a small set with names.

use core::fmt;

use super::line::Token;
use crate::language::boilerplate::{BoilerplateTables, Shapes};

macro_rules! signs {
    ($($(#[$doc:meta])+ $constant:ident = $bit:literal, $name:literal;)+) => {
        impl Signs {
            $($(#[$doc])+ pub const $constant: Signs = Signs(1 << $bit);)+

            const NAMES: &'static [(Signs, &'static str)] = &[$((Signs::$constant, $name)),+];
        }
    };
}

/// The set of signs that mark a line as boilerplate.
///
/// ```
/// use copydesk::Signs;
///
/// let story = copydesk::story("Rain fell on Monday.\nSign up for our newsletter.");
/// let signs = story.boilerplate()[0].signs;
/// assert!(signs.contains(Signs::ASKING));
/// assert_eq!(signs.to_string(), "asking, object, we, short");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Signs(u32);

signs! {
    /// A verb of asking: subscribe, follow, donate.
    ASKING = 0, "asking";
    /// An object of asking: newsletter, app, podcast.
    OBJECT = 1, "object";
    /// A social network.
    NETWORK = 2, "network";
    /// An e-mail address, a handle or a web address.
    ADDRESS = 3, "address";
    /// The reader is spoken to.
    YOU = 4, "you";
    /// The outlet speaks of itself.
    WE = 5, "we";
    /// The text speaks of itself: "this story".
    PIECE = 6, "piece";
    /// Ownership words: copyright, rights, permission.
    RIGHTS = 7, "rights";
    /// The whole line stands in brackets.
    BRACKETED = 8, "bracketed";
    /// A bullet or a dash in front.
    BULLET = 9, "bullet";
    /// No final stop.
    UNFINISHED = 10, "unfinished";
    /// Capitals throughout.
    CAPITALS = 11, "capitals";
    /// At most a dozen words.
    SHORT = 12, "short";
    /// A separator line of dashes or asterisks.
    SEPARATOR = 13, "separator";
    /// A line beside it is boilerplate.
    NEIGHBOUR = 14, "neighbour";
    /// A header above it announces such lines.
    UNDER_HEADER = 15, "under header";
    /// It stands at the end of a paragraph of the story.
    GLUED = 16, "glued";
    /// It reads like a headline: no final stop, capitals.
    HEADLINE = 17, "headline";
}

impl Signs {
    /// Whether every sign of `other` is there.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any sign of `other` is there.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The signs of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names of the signs, in a fixed order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES
            .iter()
            .filter(move |(sign, _)| self.contains(*sign))
            .map(|&(_, name)| name)
    }

    /// What the words of a line say.
    pub(crate) fn of(line: &str, tokens: &[Token], tables: &BoilerplateTables) -> Self {
        let known = &tables.known;
        let of_class = [
            (known.ask, Self::ASKING),
            (known.object, Self::OBJECT),
            (known.network, Self::NETWORK),
            (known.you, Self::YOU),
            (known.we, Self::WE),
            (known.piece, Self::PIECE),
            (known.rights, Self::RIGHTS),
        ];
        let classes = tokens.iter().fold(0, |all, token| all | token.classes);
        let shapes = tokens.iter().map(|token| token.shapes);
        let shapes = shapes.fold(Shapes::NONE, Shapes::or);
        let mut signs = of_class
            .iter()
            .filter(|(class, _)| classes & class != 0)
            .fold(Self::default(), |all, &(_, sign)| all.union(sign));
        signs.set(
            Self::ADDRESS,
            shapes.any(Shapes::EMAIL.or(Shapes::HANDLE).or(Shapes::HOST)),
        );
        signs.set(Self::BRACKETED, is_bracketed(line));
        signs.set(
            Self::BULLET,
            line.starts_with(['•', '-', '–', '—', '*', '>', '·', '■']),
        );
        signs.set(Self::UNFINISHED, !is_finished(line));
        let words = tokens.iter().filter(|t| !t.is_mark());
        signs.set(Self::CAPITALS, words.clone().all(|t| t.is(Shapes::UPPER)));
        signs.set(Self::SHORT, words.take(13).count() <= 12);
        signs
    }

    fn set(&mut self, sign: Self, on: bool) {
        if on {
            *self = self.union(sign);
        }
    }
}

impl fmt::Display for Signs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.names().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{name}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Signs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signs({self})")
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Signs {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// Whether one pair of brackets holds the whole line.
pub(crate) fn is_bracketed(line: &str) -> bool {
    let line = line.trim_end_matches(['.', '*']);
    (line.starts_with('(') && line.ends_with(')') || line.starts_with('[') && line.ends_with(']'))
        && line.matches(['(', '[']).count() == 1
}

/// Whether the line ends as a sentence does.
pub(crate) fn is_finished(line: &str) -> bool {
    match line.as_bytes().last() {
        Some(b'.') => return true,
        Some(last) if last.is_ascii_alphanumeric() => return false,
        _ => {}
    }
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*'])
        .ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// The length in bytes from which a finished line is a paragraph.
const PARAGRAPH: usize = 70;

/// Whether a line is as long as a paragraph and ends as a sentence does.
pub(crate) fn is_paragraph(line: &str) -> bool {
    line.len() >= PARAGRAPH && is_finished(line)
}
