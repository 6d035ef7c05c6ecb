//! [`Language`]: what is known of one language, as tables, each opened once, on first use.
//!
//! The only user of `once_cell`. There is one file per engine, which holds its tables; the engine
//! decides what they mean. They are [`stored`] in the language's folder, built from the lists beside
//! them by `lists`, which is not part of the library.

pub(crate) mod boilerplate;
pub(crate) mod keyed;
#[cfg(test)]
pub(crate) mod lists;
mod names;
pub(crate) mod quotation;
pub(crate) mod role;
mod sentence;
pub(crate) mod stored;
pub(crate) mod tag;
pub(crate) mod weights;

pub(crate) use boilerplate::BoilerplateTables;
pub(crate) use names::{NameTables, Word, folded};
pub(crate) use quotation::QuotationTables;
pub(crate) use sentence::{Abbreviation, Follower, SentenceTables};

use std::fmt;
use std::sync::Arc;

use once_cell::sync::OnceCell;

/// The tables of a language. Those of English are opened apart from each other, once for all, so that
/// a caller who only wants sentences does not wait for the rest.
#[derive(Clone)]
pub(crate) struct Language {
    sentence: Own<SentenceTables>,
    quotation: Own<QuotationTables>,
    names: Own<NameTables>,
    boilerplate: Own<BoilerplateTables>,
}

/// Tables other than those of English, if a caller added to them.
type Own<T> = Option<Arc<T>>;

impl fmt::Debug for Language {
    /// Its tables are too long to be read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").finish_non_exhaustive()
    }
}

static SENTENCE: OnceCell<SentenceTables> = OnceCell::new();
static QUOTATION: OnceCell<QuotationTables> = OnceCell::new();
static NAMES: OnceCell<NameTables> = OnceCell::new();
static BOILERPLATE: OnceCell<BoilerplateTables> = OnceCell::new();

static ENGLISH: Language = Language {
    sentence: None,
    quotation: None,
    names: None,
    boilerplate: None,
};

impl Language {
    /// English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    /// What distinguishes the end of a sentence from an abbreviation.
    pub(crate) fn sentence(&self) -> &SentenceTables {
        let english = || SENTENCE.get_or_init(SentenceTables::english);
        self.sentence.as_deref().unwrap_or_else(english)
    }

    /// This language with other tables for its sentences.
    pub(crate) fn with_sentence(mut self, tables: SentenceTables) -> Self {
        self.sentence = Some(Arc::new(tables));
        self
    }

    /// Cues, and what can stand for a speaker.
    pub(crate) fn quotation(&self) -> &QuotationTables {
        let english = || QUOTATION.get_or_init(QuotationTables::english);
        self.quotation.as_deref().unwrap_or_else(english)
    }

    /// This language with other tables for its cues.
    pub(crate) fn with_quotation(mut self, tables: QuotationTables) -> Self {
        self.quotation = Some(Arc::new(tables));
        self
    }

    /// Titles, given names and whatever else shows who a name is.
    pub(crate) fn names(&self) -> &NameTables {
        let english = || NAMES.get_or_init(NameTables::english);
        self.names.as_deref().unwrap_or_else(english)
    }

    /// This language with other tables for its names.
    pub(crate) fn with_names(mut self, tables: NameTables) -> Self {
        self.names = Some(Arc::new(tables));
        self
    }

    /// The rules for lines that are not story.
    pub(crate) fn boilerplate(&self) -> &BoilerplateTables {
        let english = || BOILERPLATE.get_or_init(BoilerplateTables::english);
        self.boilerplate.as_deref().unwrap_or_else(english)
    }

    /// This language with other rules for lines that are not story.
    pub(crate) fn with_boilerplate(mut self, tables: BoilerplateTables) -> Self {
        self.boilerplate = Some(Arc::new(tables));
        self
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

#[cfg(test)]
mod tests {
    use super::{Language, SentenceTables};

    /// Tables are shared though they were not open yet when the language was copied.
    #[test]
    fn tables_to_which_nothing_was_added_are_shared() {
        let english = Language::english();
        let own = english.clone().with_sentence(SentenceTables::english());
        assert!(!std::ptr::eq(own.sentence(), english.sentence()));
        assert!(std::ptr::eq(own.quotation(), english.quotation()));
        assert!(std::ptr::eq(own.names(), english.names()));
        assert!(std::ptr::eq(own.boilerplate(), english.boilerplate()));
    }
}
