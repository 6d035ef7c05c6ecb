//! What a sentence is made of: [`tokens`], the [`cue`]s among them, the [`mention`]s of speakers beside a
//! cue, and the [`asides`] between them.
//!
//! Shared by both kinds of quotation; knows neither.

pub(crate) mod asides;
pub(crate) mod cue;
pub(crate) mod mention;
pub(crate) mod tokens;
