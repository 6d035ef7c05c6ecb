//! News text normalisation: the sentences of an article, its quotations with their speakers, and
//! the story without the promotional lines around it.
//!
//! All offsets are UTF-8 bytes, half open. No function panics, whatever the text.

mod boilerplate;
mod category;
mod error;
mod language;
mod lexicon;
mod lines;
mod marks;
mod model;
mod normalizer;
mod quotation;
mod sentence;
mod span;

pub use boilerplate::{Boilerplate, Place, Signs, Story};
pub use category::Category;
pub use error::Error;
pub use normalizer::{Article, Normalizer, NormalizerBuilder};
pub use quotation::{Evidence, Kind, LeadIn, Level, Quotation, Resolution, Speaker, SpeakerKind};
pub use sentence::{Sentence, Sentences};
pub use span::{Excerpt, Span};

use boilerplate::Policy;
use language::Language;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The sentences of `text`, lazily.
///
/// ```
/// let text = "Rain fell. It stopped.";
/// let sentences: Vec<&str> = copydesk::sentences(text).map(|s| s.as_str()).collect();
/// assert_eq!(sentences, ["Rain fell.", "It stopped."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_, 'static> {
    sentence::split(text, Language::english())
}

/// The quotations of `text`, in order.
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation<'_>> {
    Normalizer::default().quotations(text)
}

/// The story of `text`, and what in it is not story.
#[must_use]
pub fn story(text: &str) -> Story<'_> {
    boilerplate::find(text, Language::english().boilerplate(), Policy::default())
}

/// Sentences, quotations and story of `text`, computed together.
#[must_use]
pub fn normalize(text: &str) -> Article<'_> {
    Normalizer::default().normalize(text)
}
