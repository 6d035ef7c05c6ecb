//! How rules are stored: what words a set names is told once, by their numbers.

use super::bag::{Bag, Words};
use super::{Anchor, BoilerplateTables, Index, Item, Known, Pattern, Rule, WordSet};
use crate::category::Category;
use crate::language::stored::{Bytes, Stored, stored};

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
stored!(Category in Category::ALL);
stored!(Anchor in [Self::Anywhere, Self::Sentence, Self::Line]);

impl Stored for WordSet {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.from.store(to);
        self.len.store(to);
        self.marks.store(to);
        self.any.classes.store(to);
        self.any.shapes.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self {
            from: Stored::restore(from),
            len: Stored::restore(from),
            marks: Stored::restore(from),
            any: Bag {
                words: Words::NONE,
                classes: Stored::restore(from),
                shapes: Stored::restore(from),
            },
        }
    }
}

impl Stored for Item {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        match self {
            Self::Word(set) => (0_u8, *set).store(to),
            Self::Optional(set) => (1_u8, *set).store(to),
            Self::Mark(mark) => (2_u8, *mark).store(to),
            Self::Name(least) => (3_u8, *least).store(to),
            Self::Gap(most) => (4_u8, *most).store(to),
            Self::Any => 5_u8.store(to),
            Self::SentenceEnd => 6_u8.store(to),
            Self::LineEnd => 7_u8.store(to),
        }
    }

    fn restore(from: &mut Bytes) -> Self {
        match u8::restore(from) {
            0 => Self::Word(Stored::restore(from)),
            1 => Self::Optional(Stored::restore(from)),
            2 => Self::Mark(Stored::restore(from)),
            3 => Self::Name(Stored::restore(from)),
            4 => Self::Gap(Stored::restore(from)),
            5 => Self::Any,
            6 => Self::SentenceEnd,
            _ => Self::LineEnd,
        }
    }
}

impl Stored for Pattern {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.rule.store(to);
        self.anchor.store(to);
        self.reach.store(to);
        self.items.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self {
            rule: Stored::restore(from),
            anchor: Stored::restore(from),
            reach: Stored::restore(from),
            items: Stored::restore(from),
            needs: Words::NONE,
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
        self.items.store(to);
        self.sets.store(to);
        self.ids.store(to);
        self.members.store(to);
        self.openers.store(to);
        self.at_end.store(to);
        self.above.store(to);
        self.commas.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        let mut tables = Self {
            words: Stored::restore(from),
            classes: Stored::restore(from),
            class_names: Stored::restore(from),
            known: Stored::restore(from),
            rules: Stored::restore(from),
            patterns: Stored::restore(from),
            items: Stored::restore(from),
            sets: Stored::restore(from),
            ids: Stored::restore(from),
            members: Stored::restore(from),
            openers: Stored::restore(from),
            at_end: Stored::restore(from),
            above: Stored::restore(from),
            commas: Stored::restore(from),
            ..Self::default()
        };
        tables.gather_words();
        tables
    }
}

impl BoilerplateTables {
    /// Notes which words each set names, and which each pattern needs.
    pub(super) fn gather_words(&mut self) {
        for set in &mut self.sets {
            set.any.words = Words::NONE;
            for &word in set.named(&self.ids) {
                set.any.words.add(word);
            }
        }
        let need = |item: &Item| match item {
            Item::Mark(mark) => Words::of(*mark),
            Item::Word(set) => self.sets[usize::from(*set)].only_word(),
            _ => Words::NONE,
        };
        for pattern in &mut self.patterns {
            let items = &self.items[pattern.items.0 as usize..pattern.items.1 as usize];
            pattern.needs = items.iter().map(need).fold(Words::NONE, Words::or);
        }
    }
}
