//! News text normalisation: the sentences of an article, its quotations with their speakers, and
//! the story without the promotional lines around it.
//!
//! Each job is a function, and [`normalize`] does all three at once:
//!
//! | function | gives |
//! |---|---|
//! | [`sentences`] | the [`Sentence`]s, lazily |
//! | [`quotations`] | the [`Quotation`]s: words, cue and [`Speaker`] |
//! | [`story`] | the [`Story`]'s extent and each line of [`Boilerplate`] with its [`Category`] |
//! | [`normalize`] | an [`Article`]: all of these, and [`LeadIn`]s whose quotation is lost |
//!
//! A [`Normalizer`] does the same with your own words and rules; building it is the only fallible
//! step. All offsets are UTF-8 bytes, half open. No function panics on any text, and all run in linear
//! time. Results borrow the text; only the iterator of [`Normalizer::sentences`] borrows the normalizer
//! too. The first call of each layer opens its tables, which takes some tenths of a millisecond in all.
//!
//! Every decision names the rule that made it: [`Evidence`] for quotations, with a [`Level`] of
//! trust, and [`Boilerplate::rule`] for lines.
//!
//! ```
//! let text = "Advertisement\nMara Lind, the coach, left. “We are late,” she said.\nSign up for our newsletter.";
//! let article = copydesk::normalize(text);
//!
//! assert_eq!(article.sentences()[1].as_str(), "Mara Lind, the coach, left.");
//! let quotation = &article.quotations()[0];
//! assert_eq!(quotation.content().next().unwrap().as_str(), "We are late,");
//! assert_eq!(quotation.speaker.unwrap().called().as_str(), "Mara Lind");
//! assert_eq!(
//!     article.story().clean_text(),
//!     "Mara Lind, the coach, left. “We are late,” she said."
//! );
//! ```
//!
//! With the feature `serde`, all results are `Serialize`.

mod boilerplate;
mod category;
mod character;
mod error;
mod language;
mod lexicon;
mod lines;
mod marks;
mod model;
mod named;
mod normalizer;
mod quotation;
mod scan;
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
/// Sentences and the gaps between them tile the text. A line break ends a sentence unless the text is
/// wrapped at a width ([`LineBreaks::Detect`]). Linear in the text that is read; once the word lists are
/// there it allocates nothing; never panics.
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
/// # How it is decided
///
/// 1. Quotation marks of every style are paired line by line; stray or missing marks are
///    repaired within the paragraph.
/// 2. The sentence around the quotation yields candidate cues and speakers: a cue after the marks
///    (`“…,” Lee said`, `said Lee`, `according to Lee`), a cue before them (`Lee said: “…”`,
///    `Lee called it “…”`), a label, a dash, the subject of the sentence. The previous quotation's
///    speaker is a candidate too; if the sentence is nothing but the quotation, so are speakers in the
///    sentences next to it.
/// 3. A small linear model scores each candidate; the best one wins. A second model separates speech
///    from titles, nicknames and terms, which are [`Kind::Scare`]. Speech woven into the reporter's own
///    clause is [`Kind::Mixed`].
/// 4. Parts of one utterance form one quotation with several pieces: `“…,” she said, “…”`.
/// 5. Where a verb of saying takes a clause or an object without marks, a third model decides whether
///    that is reported speech and where it ends: [`Kind::Indirect`]. Who reports what somebody said,
///    as in `“…,” Lee said, according to the Gazette`, gets an indirect quotation of its own around
///    Lee's.
/// 6. The people whom the article names are collected, and each mention is resolved to one of them:
///    surnames by spelling, pronouns by gender and salience, roles by the title given next to a name.
///    No name is ever made up: [`Speaker::name`] is `None` where the article names nobody.
///
/// The README says how often each of these is right.
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
/// The sentences are those of the whole text. Quotations and lead-ins are looked for as if the lines that
/// are removed from the story were not there. Removed lines yield no quotation and do not separate one
/// from its lead-in. Takes time in proportion to the text; never panics.
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
