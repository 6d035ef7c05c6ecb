//! [`Language`]: the word lists and rules of one language, parsed once.
//!
//! The only user of `once_cell`. The lists are the `.txt` files of `language/`; what they mean
//! is decided by the engine that reads them.

use once_cell::sync::Lazy;

/// The tables of a language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Language {}

static ENGLISH: Lazy<Language> = Lazy::new(Language::default);

impl Language {
    /// English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }
}
