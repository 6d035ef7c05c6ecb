//! [`Language`]: what is known of one language, as tables, each opened once, on first use.
//!
//! The only user of `once_cell`. One file here per engine holds its tables, and what they mean is
//! decided by that engine. They are [`stored`] in the language's folder, made of the lists beside
//! them by `lists`, which is no part of the library.

pub(crate) mod boilerplate;
pub(crate) mod category;
pub(crate) mod keyed;
#[cfg(test)]
pub(crate) mod lists;
mod names;
pub(crate) mod quotation;
pub(crate) mod role;
mod sentence;
pub(crate) mod stored;
pub(crate) mod weights;

pub(crate) use boilerplate::BoilerplateTables;
pub(crate) use names::{NameTables, Word, folded};
pub(crate) use quotation::QuotationTables;
pub(crate) use sentence::{Abbreviation, Follower, SentenceTables};

use std::fmt;
use std::sync::Arc;

use once_cell::sync::OnceCell;

/// The tables of a language. Read apart from each other, so that a caller who only wants
/// sentences does not pay for the rest; shared by those languages that differ in others.
#[derive(Clone)]
pub(crate) struct Language {
    sentence: OnceCell<Arc<SentenceTables>>,
    quotation: OnceCell<Arc<QuotationTables>>,
    names: OnceCell<Arc<NameTables>>,
    boilerplate: OnceCell<Arc<BoilerplateTables>>,
}

impl fmt::Debug for Language {
    /// Its tables are too long to be read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").finish_non_exhaustive()
    }
}

static ENGLISH: Language = Language {
    sentence: OnceCell::new(),
    quotation: OnceCell::new(),
    names: OnceCell::new(),
    boilerplate: OnceCell::new(),
};

impl Language {
    /// English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    /// What tells the end of a sentence from an abbreviation.
    pub(crate) fn sentence(&self) -> &SentenceTables {
        self.sentence
            .get_or_init(|| Arc::new(SentenceTables::english()))
    }

    /// This language with other tables for its sentences.
    pub(crate) fn with_sentence(mut self, tables: SentenceTables) -> Self {
        self.sentence = OnceCell::with_value(Arc::new(tables));
        self
    }

    /// Cues, and what can stand for a speaker.
    pub(crate) fn quotation(&self) -> &QuotationTables {
        self.quotation
            .get_or_init(|| Arc::new(QuotationTables::english()))
    }

    /// This language with other tables for its cues.
    pub(crate) fn with_quotation(mut self, tables: QuotationTables) -> Self {
        self.quotation = OnceCell::with_value(Arc::new(tables));
        self
    }

    /// This language with other tables for its names.
    pub(crate) fn with_names(mut self, tables: NameTables) -> Self {
        self.names = OnceCell::with_value(Arc::new(tables));
        self
    }

    /// Titles, given names and whatever else tells who a name is.
    pub(crate) fn names(&self) -> &NameTables {
        self.names.get_or_init(|| Arc::new(NameTables::english()))
    }

    /// This language with other rules for lines that are not story.
    pub(crate) fn with_boilerplate(mut self, tables: BoilerplateTables) -> Self {
        self.boilerplate = OnceCell::with_value(Arc::new(tables));
        self
    }

    /// The rules for lines that are not story.
    pub(crate) fn boilerplate(&self) -> &BoilerplateTables {
        self.boilerplate
            .get_or_init(|| Arc::new(BoilerplateTables::english()))
    }
}

/// The number of an entry that makes no sense, counted from 1, and why.
pub(crate) type Fault = (usize, &'static str);

/// Calls `add` with each of `entries`, up to the first that makes no sense.
fn each(
    entries: &[String],
    mut add: impl FnMut(&str) -> Result<(), &'static str>,
) -> Result<(), Fault> {
    (1..)
        .zip(entries)
        .try_for_each(|(at, entry)| add(entry).map_err(|reason| (at, reason)))
}
