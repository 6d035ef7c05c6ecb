//! [`SentenceTables`]: what the sentence engine knows of a language.

use super::stored::{Stored, record, stored};
use super::{Fault, each};
use crate::lexicon::Lexicon;

/// The longest abbreviation, in bytes.
pub(crate) const LONGEST_ABBREVIATION: usize = 24;

/// What kind of abbreviation a word with a full stop is, as far as that bears on whether a sentence
/// ends there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Never the last word of a sentence: `vs.`, and whatever the user adds.
    #[default]
    Inner,
    /// Before the name of a person: `Sgt.`
    Title,
    /// Before a number of the year: `Sept.`
    Month,
    /// A state or province: `Calif.`
    State,
    /// At the end of the name of a company: `Corp.`
    Company,
    /// Before a number or numeral: `No.`
    Number,
    /// Part of a proper name: `Mt.`, `Jr.`, `Ave.`
    Name,
    /// After a number: `oz.`
    Unit,
    /// At the end of a phrase: `Ph.D.`, `etc.`
    Tail,
    /// Of a clock or an era: `p.m.`
    Time,
    /// A country or body that also stands before a noun: `U.S.`
    Place,
}

/// The tables of the sentence engine.
#[derive(Debug, Clone)]
pub(crate) struct SentenceTables {
    /// Words before a full stop.
    pub(crate) abbreviations: Lexicon<Abbreviation>,
    /// Names that end in an exclamation or question mark.
    pub(crate) brands: Lexicon<()>,
    /// What words do at the start of a sentence or after an abbreviation.
    pub(crate) followers: Lexicon<Follower>,
    /// Whether five lower-case letters before a full stop can be an abbreviation, which none of
    /// the language's own is.
    pub(crate) long: bool,
}

record!(Abbreviation in [
    Abbreviation::Inner,
    Abbreviation::Title,
    Abbreviation::Month,
    Abbreviation::State,
    Abbreviation::Company,
    Abbreviation::Number,
    Abbreviation::Name,
    Abbreviation::Unit,
    Abbreviation::Tail,
    Abbreviation::Time,
    Abbreviation::Place,
]);

/// What a word is good for where a sentence may begin with it: any of the flags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Follower(u16);

record!(Follower { 0: u16 });

impl Follower {
    /// Opens a sentence and is no part of a name.
    pub(crate) const STARTER: Self = Self(1);
    /// A plural noun, which opens a sentence where a lower-case word follows.
    pub(crate) const SUBJECT: Self = Self(1 << 1);
    /// A verb that makes the word before it a subject.
    pub(crate) const VERB: Self = Self(1 << 2);
    /// A verb that shows whose words a question is.
    pub(crate) const SAYING: Self = Self(1 << 3);
    /// A body of a country or a part of its name.
    pub(crate) const INSTITUTION: Self = Self(1 << 4);
    /// An office in a company.
    pub(crate) const OFFICE: Self = Self(1 << 5);
    /// Part of a time of day.
    pub(crate) const ZONE: Self = Self(1 << 6);
    /// Opens an adverbial.
    pub(crate) const PREPOSITION: Self = Self(1 << 7);

    /// Shows, with its capital, where a headline runs into the text.
    pub(crate) const RESTART: Self = Self(1 << 8);
    /// Is counted by a number and then has a caption.
    pub(crate) const LABEL: Self = Self(1 << 9);
    /// Leaves its clause open: no clause ends with it.
    pub(crate) const DANGLING: Self = Self(1 << 10);

    /// Both kinds.
    #[cfg(test)]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether this is one of `kind`.
    pub(crate) const fn is(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

stored!(SentenceTables {
    abbreviations,
    brands,
    followers,
    long
});

impl SentenceTables {
    /// Adds abbreviations that no sentence ends with; a full stop at their end may be left out.
    pub(crate) fn add_abbreviations(&mut self, words: &[String]) -> Result<(), Fault> {
        each(words, |word| self.add_abbreviation(word))
    }

    fn add_abbreviation(&mut self, word: &str) -> Result<(), &'static str> {
        let word = word.trim().trim_end_matches('.');
        if word.is_empty() {
            return Err("an abbreviation is needed");
        }
        if !word.chars().all(|c| c.is_alphanumeric() || c == '.') {
            return Err("an abbreviation is letters, digits and full stops");
        }
        if word.len() > LONGEST_ABBREVIATION {
            return Err("an abbreviation is at most 24 bytes long");
        }
        self.long |= word.len() > 4;
        let word = word.to_ascii_lowercase();
        self.abbreviations.insert(&word, Abbreviation::Inner);
        Ok(())
    }

    /// English.
    pub(crate) fn english() -> Self {
        Self::restore(&mut &include_bytes!("en/tables/sentence")[..])
    }
}
