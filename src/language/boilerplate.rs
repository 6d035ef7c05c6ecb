//! [`BoilerplateTables`]: what the boilerplate engine knows of a language.

/// The tables of the boilerplate engine.
#[derive(Debug, Clone)]
pub(crate) struct BoilerplateTables {}

impl BoilerplateTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self {}
    }
}
