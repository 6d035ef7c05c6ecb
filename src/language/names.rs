//! [`NameTables`]: what name resolution knows of a language.

use super::keyed::{Filter, KeyTable, ascii_word, each_key};
use crate::lexicon::{Lexicon, entries, pieces};

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

    /// Whether it can be one of `kinds`.
    pub(crate) const fn is(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Given names that may be one person's belong to one family; a name is in few of them.
type Families = [u8; 4];

/// The tables of name resolution.
#[derive(Debug, Clone)]
pub(crate) struct NameTables {
    words: KeyTable<Word>,
    particles: Filter<4>,
    short_forms: Lexicon<Families>,
}

impl NameTables {
    /// English.
    pub(crate) fn english() -> Self {
        let given_male = Word::GIVEN.or(Word::MALE);
        let given_female = Word::GIVEN.or(Word::FEMALE);
        let mut tables = Self {
            words: KeyTable::with_room(8192),
            particles: Filter::new(),
            short_forms: Lexicon::with_room(512),
        };
        for (list, word) in [
            (include_str!("en/names/given-male.txt"), given_male),
            (include_str!("en/names/given-female.txt"), given_female),
            (include_str!("en/names/titles.txt"), Word::TITLE),
            (include_str!("en/names/roles.txt"), Word::ROLE),
            (include_str!("en/names/groups.txt"), Word::GROUP),
            (
                include_str!("en/names/organisations.txt"),
                Word::ORGANISATION,
            ),
            (
                include_str!("en/names/bodies.txt"),
                Word::ORGANISATION.or(Word::PROPER),
            ),
            (include_str!("en/names/documents.txt"), Word::DOCUMENT),
            (include_str!("en/names/places.txt"), Word::PLACE),
            (include_str!("en/names/openers.txt"), Word::OPENER),
            (include_str!("en/names/proper.txt"), Word::PROPER),
            (include_str!("en/names/particles.txt"), Word::PARTICLE),
            (include_str!("en/names/modifiers.txt"), Word::MODIFIER),
            (include_str!("en/names/suffixes.txt"), Word::SUFFIX),
            (include_str!("en/names/pronouns.txt"), Word::PRONOUN),
            (include_str!("en/names/prepositions.txt"), Word::PREPOSITION),
            (include_str!("en/names/definite.txt"), Word::DEFINITE),
            (include_str!("en/names/offices.txt"), Word::OFFICE),
            (include_str!("en/names/male.txt"), Word::MALE),
            (include_str!("en/names/female.txt"), Word::FEMALE),
        ] {
            each_key(list, folded, |key| tables.add(key, word));
        }
        for (family, line) in (1..).zip(entries(include_str!("en/names/short-forms.txt"))) {
            for name in pieces(line, b' ') {
                tables.short_forms.change(name.into(), |known| {
                    let mut families = known.unwrap_or_default();
                    if let Some(free) = families.iter_mut().find(|family| **family == 0) {
                        *free = family;
                    }
                    families
                });
            }
        }
        tables
    }

    fn add(&mut self, key: u64, word: Word) {
        let known = self.words.entry(key);
        *known = known.or(word);
        if word == Word::PARTICLE {
            self.particles.add(key);
        }
    }

    /// Adds a title: "Wazir" of "Wazir Khan".
    pub(crate) fn add_title(&mut self, word: &str) -> Result<(), &'static str> {
        self.add_own(word, Word::TITLE)
    }

    /// Adds a noun for what a person is: "beekeeper" of "the beekeeper".
    pub(crate) fn add_role(&mut self, word: &str) -> Result<(), &'static str> {
        self.add_own(word, Word::ROLE)
    }

    fn add_own(&mut self, word: &str, kind: Word) -> Result<(), &'static str> {
        let word = word.trim().trim_end_matches('.');
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return Err("one word of letters is needed");
        }
        self.add(folded(word), kind);
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
        *self.words.look_up(key).0
    }

    /// Whether two given names may be one person's: "Bill" and "William".
    pub(crate) fn short_form(&self, one: &str, other: &str) -> bool {
        let families = |name| self.short_forms.get(name).unwrap_or_default();
        let known = families(other);
        families(one)
            .iter()
            .any(|family| *family != 0 && known.contains(family))
    }
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
