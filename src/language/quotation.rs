//! [`QuotationTables`]: what the quotation engine knows of a language.

/// The tables of the quotation engine.
#[derive(Debug, Clone)]
pub(crate) struct QuotationTables {}

impl QuotationTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self {}
    }
}
