//! Reads the lists of the sentence engine into [`SentenceTables`].

use super::entries;
use crate::language::sentence::{Abbreviation, Follower, SentenceTables};
use crate::lexicon::Lexicon;

impl SentenceTables {
    /// English.
    pub(super) fn from_lists() -> Self {
        let mut abbreviations = Lexicon::default();
        for (list, kind) in [
            (
                include_str!("../en/sentence/inner.txt"),
                Abbreviation::Inner,
            ),
            (
                include_str!("../en/sentence/titles.txt"),
                Abbreviation::Title,
            ),
            (
                include_str!("../en/sentence/months.txt"),
                Abbreviation::Month,
            ),
            (
                include_str!("../en/sentence/states.txt"),
                Abbreviation::State,
            ),
            (
                include_str!("../en/sentence/companies.txt"),
                Abbreviation::Company,
            ),
            (
                include_str!("../en/sentence/numbers.txt"),
                Abbreviation::Number,
            ),
            (include_str!("../en/sentence/names.txt"), Abbreviation::Name),
            (include_str!("../en/sentence/units.txt"), Abbreviation::Unit),
            (include_str!("../en/sentence/tails.txt"), Abbreviation::Tail),
            (include_str!("../en/sentence/times.txt"), Abbreviation::Time),
            (
                include_str!("../en/sentence/places.txt"),
                Abbreviation::Place,
            ),
        ] {
            for word in entries(list) {
                abbreviations.insert(word, kind);
            }
        }
        let mut brands = Lexicon::default();
        for word in entries(include_str!("../en/sentence/brands.txt")) {
            brands.insert(word, ());
        }
        let mut followers: Lexicon<Follower> = Lexicon::default();
        for (list, kind) in [
            (
                include_str!("../en/sentence/starters.txt"),
                Follower::STARTER,
            ),
            (
                include_str!("../en/sentence/subjects.txt"),
                Follower::SUBJECT,
            ),
            (include_str!("../en/sentence/verbs.txt"), Follower::VERB),
            (include_str!("../en/sentence/sayings.txt"), Follower::SAYING),
            (
                include_str!("../en/sentence/institutions.txt"),
                Follower::INSTITUTION,
            ),
            (include_str!("../en/sentence/offices.txt"), Follower::OFFICE),
            (include_str!("../en/sentence/zones.txt"), Follower::ZONE),
            (
                include_str!("../en/sentence/restarts.txt"),
                Follower::RESTART,
            ),
            (include_str!("../en/sentence/labels.txt"), Follower::LABEL),
            (
                include_str!("../en/sentence/dangling.txt"),
                Follower::DANGLING,
            ),
            (
                include_str!("../en/sentence/prepositions.txt"),
                Follower::PREPOSITION,
            ),
        ] {
            for word in entries(list) {
                let known = followers.get(word).unwrap_or_default();
                followers.insert(word, known.and(kind));
            }
        }
        Self {
            abbreviations,
            brands,
            followers,
            long: false,
        }
    }
}
