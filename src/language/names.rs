//! [`NameTables`]: what name resolution knows of a language.

/// The tables of name resolution.
#[derive(Debug, Clone)]
pub(crate) struct NameTables {}

impl NameTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self {}
    }
}
