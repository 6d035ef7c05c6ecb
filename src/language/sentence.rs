//! [`SentenceTables`]: what the sentence engine knows of a language.

/// The tables of the sentence engine.
#[derive(Debug, Clone)]
pub(crate) struct SentenceTables {}

impl SentenceTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self {}
    }
}
