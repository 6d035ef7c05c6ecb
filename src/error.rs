//! [`Error`](enum@Error): what can go wrong with a configuration or with bytes; never with a text.

use thiserror::Error;

/// Why a [`Normalizer`](crate::Normalizer) could not be built, or bytes could not be read.
///
/// Text never fails: every `&str` has an answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A line of a list of rules is invalid.
    #[error("{list}, line {line}: {reason}")]
    #[non_exhaustive]
    List {
        /// The list, as the builder's method is called: `boilerplate_rules`.
        list: String,
        /// The line in that list, counted from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// An entry that the builder was given by itself is invalid: a title, an abbreviation, a rule's name.
    #[error("{list}, entry {entry}: {reason}")]
    #[non_exhaustive]
    Entry {
        /// The list, as the builder's method is called: `abbreviations`, `without_boilerplate_rule` …
        list: String,
        /// The entry among all that this method was given, counted from 1.
        entry: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The bytes are not UTF-8.
    #[error("invalid UTF-8 at byte {offset}")]
    #[non_exhaustive]
    Utf8 {
        /// The first byte that is not part of a valid character.
        offset: usize,
    },
}

impl Error {
    /// An error about one entry that the builder was given.
    pub(crate) fn entry(list: &str, entry: usize, reason: impl Into<String>) -> Self {
        Self::Entry {
            list: list.to_owned(),
            entry,
            reason: reason.into(),
        }
    }

    /// An error about one line of a list.
    pub(crate) fn list(list: &str, line: usize, reason: impl Into<String>) -> Self {
        Self::List {
            list: list.to_owned(),
            line,
            reason: reason.into(),
        }
    }
}

impl From<core::str::Utf8Error> for Error {
    fn from(error: core::str::Utf8Error) -> Self {
        Self::Utf8 {
            offset: error.valid_up_to(),
        }
    }
}
