//! [`RuleReader`]: numbers the words of rules while these are read.

use std::collections::BTreeMap;

use super::{BoilerplateTables, Item, LONGEST_WORD, Pattern, Shapes, WordId, WordSet, Words};
use crate::language::keyed::{KeyTable, key_of_all};

/// Tables to which rules are added.
pub(super) struct RuleReader {
    pub(super) tables: BoilerplateTables,
    /// The numbers of the words by their keys.
    numbers: BTreeMap<u64, WordId>,
}

impl RuleReader {
    /// One that adds to `tables`.
    pub(super) fn of(mut tables: BoilerplateTables) -> Self {
        let words = tables.words.words().into_iter();
        let numbers = words.map(|(key, (id, _))| (key, id)).collect();
        if tables.classes.is_empty() {
            tables.classes.push(0);
        }
        Self { tables, numbers }
    }

    /// The tables with what was added.
    pub(super) fn finish(self) -> BoilerplateTables {
        let Self {
            mut tables,
            numbers,
        } = self;
        tables.gather_words();
        tables.file_patterns();
        let words = numbers.into_iter();
        let words = words.map(|(key, id)| (key, (id, tables.classes_of(id))));
        tables.words = KeyTable::of(&words.collect());
        tables
    }

    /// The number of `word`, a new one if it has none yet; 0 if the word is too long or no number is left.
    /// A genitive counts as its noun, as in a line.
    pub(super) fn word_id(&mut self, word: &str) -> WordId {
        let word = word.strip_suffix("'s").unwrap_or(word);
        if word.len() > LONGEST_WORD {
            return 0;
        }
        let key = key_of_all(word.as_bytes());
        let id = self.numbers.entry(key).or_default();
        if *id == 0 {
            // `Index` takes the numbers behind the last word for shapes
            let next = self.tables.classes.len();
            if WordId::try_from(next + 1 + Shapes::KEYS.len()).is_err() {
                return 0;
            }
            *id = next as WordId;
            self.tables.classes.push(0);
        }
        *id
    }
}

impl BoilerplateTables {
    /// Computes which words each set names and which each pattern needs.
    fn gather_words(&mut self) {
        let named = |mut set: WordSet| {
            set.any.words = Words::NONE;
            self.named(&set).for_each(|word| set.any.words.add(word));
            set
        };
        self.sets = self.sets.iter().map(named).collect();
        let need = |item| match item {
            Item::Mark(mark) => Words::of(mark),
            Item::Word(set) => self.set(set).only_word(),
            _ => Words::NONE,
        };
        let needs = |pattern: Pattern| self.items(&pattern).map(need).fold(Words::NONE, Words::or);
        self.needs = self.patterns.iter().map(needs).collect();
    }

    /// The classes of a word.
    pub(super) fn classes_of(&self, word: WordId) -> u32 {
        self.classes.get(usize::from(word)).unwrap_or_default()
    }

    /// Adds a word to classes.
    pub(super) fn add_classes(&mut self, word: WordId, classes: u32) {
        let known = self.classes_of(word);
        self.classes.set(usize::from(word), known | classes);
    }

    /// The bit of a class.
    pub(super) fn class(&self, name: &str) -> Option<u32> {
        let at = self.class_names.iter().position(|known| known == name)?;
        Some(1 << at)
    }
}
