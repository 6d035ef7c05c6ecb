//! How rules are stored.

use super::bag::{Bag, Words};
use super::{Anchor, BoilerplateTables, Index, Item, Known, Pattern, Rule, Shapes, WordSet};
use crate::category::Category;
use crate::language::stored::{Bytes, Record, Stored, record, stored};

stored!(Index { starts, patterns });
stored!(Rule {
    name,
    category,
    flags,
    on
});
stored!(Known {
    ask,
    object,
    network,
    you,
    we,
    say,
    piece,
    person,
    abbreviation,
    small,
    rights,
    outlet,
    domain
});
record!(Category in Category::ALL);
record!(Anchor in [Anchor::Anywhere, Anchor::Sentence, Anchor::Line]);

record!(Bag {
    words: Words,
    classes: u32,
    shapes: Shapes,
});
record!(WordSet {
    from: u32,
    len: u16,
    marks: bool,
    any: Bag,
});
record!(Pattern {
    rule: u16,
    anchor: Anchor,
    reach: u8,
    items: (u32, u32),
});

/// Its kind, then the number that it has.
impl Record for Item {
    const SIZE: usize = <(u8, u16)>::SIZE;

    fn write(&self, to: &mut [u8]) {
        let (kind, number): (u8, u16) = match *self {
            Self::Word(set) => (0, set),
            Self::Optional(set) => (1, set),
            Self::Mark(mark) => (2, mark),
            Self::Name(least) => (3, u16::from(least)),
            Self::Gap(most) => (4, u16::from(most)),
            Self::Any => (5, 0),
            Self::SentenceEnd => (6, 0),
            Self::LineEnd => (7, 0),
        };
        (kind, number).write(to);
    }

    #[inline]
    fn read(from: &[u8]) -> Self {
        let (kind, number) = <(u8, u16)>::read(from);
        match kind {
            0 => Self::Word(number),
            1 => Self::Optional(number),
            2 => Self::Mark(number),
            3 => Self::Name(number as u8),
            4 => Self::Gap(number as u8),
            5 => Self::Any,
            6 => Self::SentenceEnd,
            _ => Self::LineEnd,
        }
    }
}

impl Stored for BoilerplateTables {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.words.store(to);
        self.classes.store(to);
        self.class_names.store(to);
        self.known.store(to);
        self.rules.store(to);
        self.patterns.store(to);
        self.needs.store(to);
        self.items.store(to);
        self.sets.store(to);
        self.ids.store(to);
        self.members.store(to);
        self.openers.store(to);
        self.at_end.iter().for_each(|index| index.store(to));
        self.above.iter().for_each(|index| index.store(to));
        self.commas.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self {
            words: Stored::restore(from),
            classes: Stored::restore(from),
            class_names: Stored::restore(from),
            known: Stored::restore(from),
            rules: Stored::restore(from),
            patterns: Stored::restore(from),
            needs: Stored::restore(from),
            items: Stored::restore(from),
            sets: Stored::restore(from),
            ids: Stored::restore(from),
            members: Stored::restore(from),
            openers: Stored::restore(from),
            at_end: [Stored::restore(from), Stored::restore(from)],
            above: [Stored::restore(from), Stored::restore(from)],
            commas: Stored::restore(from),
            ..Self::default()
        }
    }
}
