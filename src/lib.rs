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
//! A [`Normalizer`] does the same with words and rules of your own; building one is the only thing
//! that can fail. All offsets are UTF-8 bytes, half open. No function panics, whatever the text, and
//! each takes time in proportion to it. Results borrow the text and nothing else.
//!
//! Every decision names the rule that made it: [`Evidence`] for quotations, with a [`Level`] of
//! trust, and [`Boilerplate::rule`] for lines.
//!
//! ```
//! use copydesk::Level;
//!
//! let text = "“We are late,” said Mara Lind, the coach. “Nobody planned for rain.”";
//! let sure = |quotation: &copydesk::Quotation<'_>| quotation.evidence.level == Level::High;
//! assert!(copydesk::quotations(text).iter().all(sure));
//! ```

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
/// # How it is decided
///
/// 1. Quotation marks of every style are paired line by line; marks that stray or lack are repaired
///    within the paragraph.
/// 2. The reporter's sentence around quoted words proposes cues and speakers: a cue behind the marks
///    (`“…,” Lee said`, `said Lee`, `according to Lee`), a cue before them (`Lee said: “…”`,
///    `Lee called it “…”`), a label, a dash, the subject of the sentence. The speaker of the words
///    before is proposed too, and where the sentence holds nothing but marks so are those of the
///    sentences beside it.
/// 3. A small linear model weighs what can be observed of each proposal; the best is believed. A
///    second one tells speech from titles, nicknames and terms, which are [`Kind::Scare`]. Speech that
///    runs through the reporter's own clause is [`Kind::Mixed`].
/// 4. Words said in one breath are one quotation with several pieces: `“…,” she said, “…”`.
/// 5. Where a cue of saying has a clause or an object without marks, a third model decides whether
///    that is reported and where it ends: [`Kind::Indirect`].
/// 6. The people whom the article names are collected, and each mention is led to one of them: a
///    surname by its spelling, a pronoun by gender and by who is most in mind, a role by who is
///    called so. Nobody is invented: [`Speaker::name`] is `None` where the article names nobody.
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
