//! [`Shapes`]: what a pattern may ask of a word besides which word it is.

use crate::language::stored::record;

/// What a word looks like and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shapes(u16);

record!(Shapes { 0: u16 });

impl Shapes {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const EMAIL: Self = Self(1);
    pub(crate) const HANDLE: Self = Self(1 << 1);
    pub(crate) const HOST: Self = Self(1 << 2);
    pub(crate) const NUMBER: Self = Self(1 << 3);
    pub(crate) const HASHTAG: Self = Self(1 << 4);
    pub(crate) const CAPITAL: Self = Self(1 << 5);
    pub(crate) const UPPER: Self = Self(1 << 6);
    /// A mark, not a word.
    pub(crate) const MARK: Self = Self(1 << 7);
    /// The first word of a sentence.
    pub(crate) const SENTENCE: Self = Self(1 << 8);
    /// Inside quotation marks.
    pub(crate) const QUOTED: Self = Self(1 << 9);
    /// Small letters only.
    pub(crate) const LOWER: Self = Self(1 << 10);
    /// A number that is a day: "2024-02-06".
    pub(crate) const DATE: Self = Self(1 << 11);

    /// Shapes rare enough that a pattern can be looked up by them.
    pub(crate) const KEYS: [Self; 6] = [
        Self::EMAIL,
        Self::HANDLE,
        Self::HOST,
        Self::HASHTAG,
        Self::NUMBER,
        Self::DATE,
    ];

    /// Any of them; a date is a number.
    pub(crate) const ANY_KEY: Self = Self::EMAIL
        .or(Self::HANDLE)
        .or(Self::HOST)
        .or(Self::HASHTAG)
        .or(Self::NUMBER);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// How many they are.
    pub(super) const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it has one of `others`.
    pub(crate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "email" => Self::EMAIL,
            "handle" => Self::HANDLE,
            "host" => Self::HOST,
            "number" => Self::NUMBER,
            "date" => Self::DATE,
            "hashtag" => Self::HASHTAG,
            "capital" => Self::CAPITAL,
            "upper" => Self::UPPER,
            "lower" => Self::LOWER,
            _ => return None,
        })
    }
}
