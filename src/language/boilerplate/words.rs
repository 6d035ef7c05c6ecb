//! Reads the classes of words into [`BoilerplateTables`], and numbers words.

use super::{BoilerplateTables, Index, Known, LONGEST_WORD, MOST_CLASSES, WordId};
use crate::language::keyed::{KeyTable, key_of_all};
use crate::lexicon;

const WORDS: &str = include_str!("../en/boilerplate/words.txt");

impl BoilerplateTables {
    /// Tables that know words and classes, without a rule but with room for those built in.
    pub(super) fn with_words() -> Self {
        let mut tables = Self {
            words: KeyTable::with_room(4096),
            classes: vec![0],
            class_names: Vec::new(),
            known: Known::default(),
            rules: Vec::new(),
            patterns: Vec::with_capacity(2048),
            items: Vec::with_capacity(8192),
            ids: Vec::with_capacity(16384),
            members: Vec::new(),
            openers: Vec::new(),
            at_end: <[Index; 2]>::default(),
            above: <[Index; 2]>::default(),
            commas: [0; 2],
            own: 0,
            regexes: Vec::new(),
        };
        for entry in lexicon::entries(WORDS) {
            let (class, words) = entry.split_once(':').unwrap_or((entry, ""));
            let bit = tables.class_bit(class);
            for word in words.split_ascii_whitespace() {
                let id = tables.word_id(word);
                tables.classes[usize::from(id)] |= bit;
                tables.members[bit.trailing_zeros() as usize].push(id);
            }
        }
        tables.known = tables.known_classes();
        tables.commas = [",", "."].map(|mark| tables.word_id(mark));
        tables
    }

    fn known_classes(&self) -> Known {
        let bit = |name| self.class(name).unwrap_or_default();
        Known {
            ask: bit("ask"),
            object: bit("object"),
            network: bit("network"),
            you: bit("you"),
            we: bit("we"),
            say: bit("say"),
            piece: bit("piece"),
            person: bit("person"),
            abbreviation: bit("abbreviation"),
            small: bit("small"),
            rights: bit("rights"),
            outlet: bit("outlet"),
            domain: bit("domain"),
        }
    }

    /// The bit of a class, which is made if it is new; there are at most [`MOST_CLASSES`].
    fn class_bit(&mut self, name: &'static str) -> u32 {
        self.class(name).unwrap_or_else(|| {
            self.class_names.push(name);
            self.members.push(Vec::new());
            let bit = self.class_names.len() as u32 - 1;
            debug_assert!(bit < MOST_CLASSES, "too many classes");
            1_u32.checked_shl(bit).unwrap_or(0)
        })
    }

    pub(super) fn class(&self, name: &str) -> Option<u32> {
        let at = self.class_names.iter().position(|&n| n == name)?;
        Some(1 << at)
    }

    /// The number of `word`, which gets one if it has none; 0 if it is too long, or one too many.
    pub(super) fn word_id(&mut self, word: &str) -> WordId {
        if word.len() > LONGEST_WORD {
            return 0;
        }
        self.key_id(key_of_all(word.as_bytes()))
    }

    /// The same for a word given by its [`key`](super::super::keyed::key).
    pub(super) fn key_id(&mut self, key: u64) -> WordId {
        let id = self.words.entry(key);
        if *id == 0 {
            let Ok(next) = WordId::try_from(self.classes.len()) else {
                return 0;
            };
            *id = next;
            self.classes.push(0);
        }
        *id
    }
}
