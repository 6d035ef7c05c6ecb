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
pub use sentence::{LineBreaks, Sentence, Sentences};
pub use span::{Excerpt, Span};

use language::Language;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The sentences of `text`, lazily, each without the white space around it.
///
/// Sentences and the gaps between them tile the text; a line break ends a sentence. Takes time in
/// proportion to the text that is read and allocates nothing; never panics.
///
/// ```
/// let text = "Dr. Lee left at 5 p.m. on Monday. “Rain,” she said.";
/// let sentences: Vec<&str> = copydesk::sentences(text).map(|s| s.as_str()).collect();
/// assert_eq!(sentences, ["Dr. Lee left at 5 p.m. on Monday.", "“Rain,” she said."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_, 'static> {
    sentence::split(text, Language::english())
}

/// The quotations of `text`, in the order of their first words, with who said them.
///
/// Takes time in proportion to the text; never panics.
///
/// ```
/// let text = "Mayor Anna Berg was late. “It rained,” she said.";
/// let quotations = copydesk::quotations(text);
/// let words = quotations[0].content().next().unwrap();
/// assert_eq!(words.as_str(), "It rained,");
/// assert_eq!(quotations[0].cue.unwrap().as_str(), "said");
/// let speaker = quotations[0].speaker.unwrap();
/// assert_eq!(speaker.mention.as_str(), "she");
/// assert_eq!(speaker.name.unwrap().as_str(), "Anna Berg");
/// ```
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation<'_>> {
    Normalizer::default().quotations(text)
}

/// The story of `text`: where it starts and ends, and every line that is not story.
///
/// Takes time in proportion to the text; never panics.
///
/// ```
/// let text = "Advertisement\nIt rained on Monday.\nSign up for our newsletter.";
/// let story = copydesk::story(text);
/// assert_eq!(story.clean_text(), "It rained on Monday.");
/// assert_eq!(story.boilerplate()[1].category, copydesk::Category::Newsletter);
/// ```
#[must_use]
pub fn story(text: &str) -> Story<'_> {
    Normalizer::default().story(text)
}

/// Sentences, quotations and story of `text`, computed together.
///
/// The sentences are those of the whole text; quotations in lines that are not story are left out.
/// Takes time in proportion to the text; never panics.
///
/// ```
/// let text = "Advertisement\n“It rained,” said Anna Berg.";
/// let article = copydesk::normalize(text);
/// assert_eq!(article.story().clean_text(), "“It rained,” said Anna Berg.");
/// assert_eq!(article.sentences().len(), 2);
/// assert_eq!(article.quotations().len(), 1);
/// ```
#[must_use]
pub fn normalize(text: &str) -> Article<'_> {
    Normalizer::default().normalize(text)
}
