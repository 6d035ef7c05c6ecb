//! Sets of words as bits: [`WordSet`] of a pattern, [`Bag`] of the words of a sentence.
//!
//! Knows words by number only; nothing of rules or lines.

use super::{Shapes, WordId};
use crate::language::stored::record;

/// Words by name (a range of the numbers that the tables keep), by class and by shape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct WordSet {
    pub(super) from: u32,
    pub(super) len: u16,
    /// Whether it holds a mark; marks are then not skipped when it is matched.
    pub(crate) marks: bool,
    pub(super) any: Bag,
}

impl WordSet {
    /// Its only word; none if it holds more than one, a class or a shape.
    pub(super) const fn only_word(&self) -> Words {
        let Bag {
            words,
            classes,
            shapes,
        } = self.any;
        if self.len == 1 && classes == 0 && shapes.len() == 0 {
            words
        } else {
            Words::NONE
        }
    }
}

/// A set of words as a Bloom filter with one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Words([u64; Self::LANES]);

record!(Words {
    0: [u64; Words::LANES]
});

impl Words {
    const LANES: usize = 4;
    pub(super) const NONE: Self = Self([0; Self::LANES]);

    pub(super) const fn of(word: WordId) -> Self {
        let mut words = Self::NONE;
        words.0[Self::lane(word)] = 1 << (word % 64);
        words
    }

    const fn lane(word: WordId) -> usize {
        word as usize / 64 % Self::LANES
    }

    /// Adds a word; none for 0.
    pub(super) fn add(&mut self, word: WordId) {
        self.0[Self::lane(word)] |= u64::from(word != 0) << (word % 64);
    }

    /// Those in either.
    pub(super) fn or(self, other: Self) -> Self {
        Self(core::array::from_fn(|lane| self.0[lane] | other.0[lane]))
    }

    /// Whether a word may be among them; false is certain.
    pub(super) const fn may_hold(&self, word: WordId) -> bool {
        self.0[Self::lane(word)] >> (word % 64) & 1 != 0
    }

    /// Bits for the words that may be in both; 0 is certain.
    fn shared(&self, other: &Self) -> u64 {
        self.0
            .iter()
            .zip(other.0)
            .fold(0, |all, (a, b)| all | a & b)
    }

    /// Whether one of them is certainly not in `other`.
    pub(super) fn exceed(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .fold(0, |all, (a, b)| all | a & !b)
            != 0
    }
}

/// The union of some words as bits: the words themselves, their classes, their shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bag {
    pub(super) words: Words,
    pub(super) classes: u32,
    pub(super) shapes: Shapes,
}

impl Bag {
    pub(crate) fn add(&mut self, word: WordId, classes: u32, shapes: Shapes) {
        self.words.add(word);
        self.classes |= classes;
        self.shapes = self.shapes.or(shapes);
    }

    pub(crate) const fn has_class(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    pub(crate) const fn has_shape(&self, shapes: Shapes) -> bool {
        self.shapes.any(shapes)
    }

    /// Whether a word may be in both; false is certain.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let words = self.words.shared(&other.words);
        let classes = self.classes & other.classes;
        let shapes = self.shapes.any(other.shapes);
        words | u64::from(classes) | u64::from(shapes) != 0
    }
}
