//! [`NameTables`]: what name resolution knows of a language.

#[cfg(test)]
use std::collections::BTreeMap;

use super::keyed::{Filter, KeyTable, ascii_word};
use super::stored::{Stored, record, stored};
use super::{Fault, each};

/// What a word can be, a set: `Word::GIVEN` of "Will", `Word::MALE` too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Word(u32);

impl Word {
    pub(crate) const GIVEN: Self = Self(1);
    pub(crate) const TITLE: Self = Self(1 << 1);
    pub(crate) const ROLE: Self = Self(1 << 2);
    pub(crate) const GROUP: Self = Self(1 << 3);
    pub(crate) const ORGANISATION: Self = Self(1 << 4);
    pub(crate) const DOCUMENT: Self = Self(1 << 5);
    pub(crate) const PLACE: Self = Self(1 << 6);
    pub(crate) const OPENER: Self = Self(1 << 7);
    pub(crate) const PROPER: Self = Self(1 << 8);
    pub(crate) const PARTICLE: Self = Self(1 << 9);
    pub(crate) const SUFFIX: Self = Self(1 << 10);
    pub(crate) const PRONOUN: Self = Self(1 << 11);
    pub(crate) const MALE: Self = Self(1 << 12);
    pub(crate) const FEMALE: Self = Self(1 << 13);
    pub(crate) const PREPOSITION: Self = Self(1 << 14);
    pub(crate) const DEFINITE: Self = Self(1 << 15);
    pub(crate) const OFFICE: Self = Self(1 << 16);
    pub(crate) const MODIFIER: Self = Self(1 << 17);
    pub(crate) const COMPOUND: Self = Self(1 << 18);
    pub(crate) const NAMESAKE: Self = Self(1 << 19);

    /// Whether it can be one of `kinds`.
    pub(crate) const fn is(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

record!(Word { 0: u32 });

/// Given names that may be one person's belong to one family; a name is in few of them.
pub(super) type Families = [u8; 4];

/// The tables of name resolution.
#[derive(Debug, Clone)]
pub(crate) struct NameTables {
    words: KeyTable<Word>,
    particles: Filter<4>,
    short_forms: KeyTable<Families>,
}

stored!(NameTables {
    words,
    particles,
    short_forms
});

impl NameTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self::restore(&mut &include_bytes!("en/tables/names")[..])
    }

    /// What `words` can be by their keys, see [`folded`], and which given names belong together.
    #[cfg(test)]
    pub(super) fn of(words: &BTreeMap<u64, Word>, short_forms: &BTreeMap<u64, Families>) -> Self {
        let mut particles = Filter::new();
        let is_particle = |(_, word): &(&u64, &Word)| word.is(Word::PARTICLE);
        for (&key, _) in words.iter().filter(is_particle) {
            particles.add(key);
        }
        Self {
            words: KeyTable::of(words),
            particles,
            short_forms: KeyTable::of(short_forms),
        }
    }

    /// Adds titles, one word each: "Wazir" of "Wazir Khan".
    pub(crate) fn add_titles(&mut self, words: &[String]) -> Result<(), Fault> {
        self.add(words, Word::TITLE)
    }

    /// Adds nouns for what a person is, one word each: "beekeeper" of "the beekeeper".
    pub(crate) fn add_roles(&mut self, words: &[String]) -> Result<(), Fault> {
        self.add(words, Word::ROLE)
    }

    fn add(&mut self, added: &[String], kind: Word) -> Result<(), Fault> {
        let mut words = self.words.words();
        each(added, |word| {
            let word = word.trim().trim_end_matches('.');
            if !word.split('-').all(is_letters) {
                return Err("one word of letters is needed, which hyphens may join");
            }
            let known: &mut Word = words.entry(folded(word)).or_default();
            *known = known.or(kind);
            Ok(())
        })?;
        self.words = KeyTable::of(&words);
        Ok(())
    }

    /// What `word` can be, in any case.
    pub(crate) fn word(&self, word: &str) -> Word {
        self.keyed(folded(word))
    }

    /// Whether the word with this key can be a particle of a name.
    #[inline]
    pub(crate) fn is_particle(&self, key: u64) -> bool {
        self.particles.may_hold(key) && self.keyed(key).is(Word::PARTICLE)
    }

    /// What the word with this key can be, see [`folded`].
    #[inline]
    pub(crate) fn keyed(&self, key: u64) -> Word {
        self.words.look_up(key).0
    }

    /// Whether two given names may be one person's: "Bill" and "William".
    pub(crate) fn short_form(&self, one: &str, other: &str) -> bool {
        let families = |name| self.short_forms.look_up(folded(name)).0;
        let known = families(other);
        families(one)
            .iter()
            .any(|family| *family != 0 && known.contains(family))
    }
}

fn is_letters(part: &str) -> bool {
    !part.is_empty() && part.chars().all(char::is_alphabetic)
}

/// A number that words alike but for case and the kind of apostrophe share, and hardly any others.
pub(crate) fn folded(word: &str) -> u64 {
    let (key, end) = ascii_word(word.as_bytes(), 0);
    if end < word.len() {
        return folded_slowly(word);
    }
    key
}

/// The number of a word that is not of plain letters only: "O’Hara", "Inés". Its highest bit keeps
/// it apart from those of short plain words.
#[cold]
fn folded_slowly(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase);
    let folded = letters.map(|c| if c == '’' { '\'' } else { c });
    let mixed = folded.fold(0_u64, |mixed, c| {
        (mixed.rotate_left(5) ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    mixed | 1 << 63
}

#[cfg(test)]
mod tests {
    use super::{NameTables, Word};

    #[test]
    fn short_forms_go_both_ways() {
        let tables = NameTables::english();
        for (one, other, agree) in [
            ("Bill", "William", true),
            ("William", "Bill", true),
            ("Ted", "Edward", true),
            ("Ted", "Theodore", true),
            ("Bill", "Robert", false),
            ("Xyz", "Xyzzy", false),
        ] {
            assert_eq!(tables.short_form(one, other), agree, "{one} {other}");
        }
    }

    #[test]
    fn a_word_can_be_several_things() {
        let tables = NameTables::english();
        assert!(tables.word("Robin").is(Word::MALE) && tables.word("Robin").is(Word::FEMALE));
        assert!(tables.word("Ivan").is(Word::MALE) && !tables.word("Ivan").is(Word::FEMALE));
        assert!(tables.word("King").is(Word::TITLE) && tables.word("king").is(Word::MALE));
        assert_eq!(tables.word("qwertyuiop"), Word::default());
    }
}
