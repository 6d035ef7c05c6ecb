//! Reads the lists of names into [`NameTables`].

use std::collections::BTreeMap;

use super::entries;
use crate::language::names::{Families, NameTables, Word, folded};

impl NameTables {
    /// English.
    pub(super) fn from_lists() -> Self {
        let given_male = Word::GIVEN.or(Word::MALE);
        let given_female = Word::GIVEN.or(Word::FEMALE);
        let mut words = BTreeMap::<u64, Word>::new();
        for (list, word) in [
            (include_str!("../en/names/given-male.txt"), given_male),
            (include_str!("../en/names/given-female.txt"), given_female),
            (include_str!("../en/names/titles.txt"), Word::TITLE),
            (include_str!("../en/names/roles.txt"), Word::ROLE),
            (include_str!("../en/names/groups.txt"), Word::GROUP),
            (
                include_str!("../en/names/organisations.txt"),
                Word::ORGANISATION,
            ),
            (
                include_str!("../en/names/bodies.txt"),
                Word::ORGANISATION.or(Word::PROPER),
            ),
            (include_str!("../en/names/documents.txt"), Word::DOCUMENT),
            (include_str!("../en/names/places.txt"), Word::PLACE),
            (include_str!("../en/names/openers.txt"), Word::OPENER),
            (include_str!("../en/names/proper.txt"), Word::PROPER),
            (include_str!("../en/names/particles.txt"), Word::PARTICLE),
            (include_str!("../en/names/modifiers.txt"), Word::MODIFIER),
            (include_str!("../en/names/compounds.txt"), Word::COMPOUND),
            (include_str!("../en/names/namesakes.txt"), Word::NAMESAKE),
            (include_str!("../en/names/suffixes.txt"), Word::SUFFIX),
            (include_str!("../en/names/pronouns.txt"), Word::PRONOUN),
            (
                include_str!("../en/names/prepositions.txt"),
                Word::PREPOSITION,
            ),
            (include_str!("../en/names/definite.txt"), Word::DEFINITE),
            (include_str!("../en/names/offices.txt"), Word::OFFICE),
            (include_str!("../en/names/male.txt"), Word::MALE),
            (include_str!("../en/names/female.txt"), Word::FEMALE),
        ] {
            for entry in entries(list) {
                let known = words.entry(folded(entry)).or_default();
                *known = known.or(word);
            }
        }
        let mut short_forms = BTreeMap::<u64, Families>::new();
        for (family, line) in (1..).zip(entries(include_str!("../en/names/short-forms.txt"))) {
            for name in line.split(' ') {
                let families = short_forms.entry(folded(name)).or_default();
                if let Some(free) = families.iter_mut().find(|family| **family == 0) {
                    *free = family;
                }
            }
        }
        Self::of(&words, &short_forms)
    }
}
