//! [`Normalizer`] and [`Article`]: the only place that knows the order of the stages.

mod builder;

pub use builder::NormalizerBuilder;

use std::borrow::Cow;

use crate::boilerplate::{self, Policy, Story};
use crate::error::Error;
use crate::language::Language;
use crate::marks::{self, Stretch};
use crate::quotation::{self, Kinds, LeadIn, Quotation};
use crate::sentence::{self, LineBreaks, Sentence, Sentences};
use crate::span::Span;

/// The average length of a sentence in bytes, on the low side; used to size buffers.
const SENTENCE: usize = 80;

/// A configured copydesk. Build it once, share it by reference between threads, use it for any number of
/// texts; a clone costs next to nothing.
///
/// ```
/// let normalizer = copydesk::Normalizer::builder().build()?;
/// let article = normalizer.normalize("Rain fell. It stopped.");
/// assert_eq!(article.sentences().len(), 2);
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Normalizer {
    language: Cow<'static, Language>,
    policy: Policy,
    kinds: Kinds,
    line_breaks: LineBreaks,
    whole_quotations: bool,
}

impl Default for Normalizer {
    fn default() -> Self {
        Self {
            language: Cow::Borrowed(Language::english()),
            policy: Policy::default(),
            kinds: Kinds::default(),
            line_breaks: LineBreaks::default(),
            whole_quotations: false,
        }
    }
}

impl Normalizer {
    /// Starts from the defaults of the free functions.
    #[must_use]
    pub fn builder() -> NormalizerBuilder {
        NormalizerBuilder::default()
    }

    /// As [`crate::sentences`], with this configuration.
    ///
    /// ```
    /// let normalizer = copydesk::Normalizer::builder().abbreviations(["Distr"]).build()?;
    /// let mut sentences = normalizer.sentences("It fell in Distr. Seven. It stopped.");
    /// assert_eq!(sentences.next().unwrap().as_str(), "It fell in Distr. Seven.");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t, '_> {
        let whole = if self.whole_quotations {
            let outermost = marks::pair(text).into_iter().filter(|s| s.depth == 0);
            outermost.map(|stretch| stretch.inner).collect()
        } else {
            Vec::new()
        };
        sentence::split_with(text, &self.language, self.line_breaks, whole)
    }

    /// As [`crate::quotations`], with this configuration.
    ///
    /// ```
    /// use copydesk::{Kind, Normalizer};
    ///
    /// let normalizer = Normalizer::builder().kinds([Kind::Direct]).build()?;
    /// let quotations = normalizer.quotations("“Rain fell,” she said. He said that it had stopped.");
    /// assert_eq!(quotations.len(), 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn quotations<'t>(&self, text: &'t str) -> Vec<Quotation<'t>> {
        let mut spans = Vec::with_capacity(text.len() / SENTENCE + 1);
        spans.extend(self.sentences(text).map(|sentence| sentence.span()));
        let stretches = marks::pair(text);
        quotation::find(text, &stretches, &spans, &self.language, self.kinds).quotations
    }

    /// As [`crate::story`], with this configuration.
    ///
    /// ```
    /// use copydesk::{Category, Normalizer};
    ///
    /// let text = "Rain fell.\nCorrection: It was snow.";
    /// let normalizer = Normalizer::builder().remove(Category::Correction).build()?;
    /// assert_eq!(normalizer.story(text).clean_text(), "Rain fell.");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn story<'t>(&self, text: &'t str) -> Story<'t> {
        boilerplate::find(text, self.language.boilerplate(), self.policy)
    }

    /// As [`crate::normalize`], with this configuration.
    ///
    /// ```
    /// let normalizer = copydesk::Normalizer::builder().titles(["Wazir"]).build()?;
    /// let article = normalizer.normalize("“Rain fell,” said Wazir Amin Beg.\nShare this:");
    /// let speaker = article.quotations()[0].speaker.unwrap();
    /// assert_eq!(speaker.called().as_str(), "Amin Beg");
    /// assert_eq!(article.story().boilerplate().len(), 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Article<'t> {
        let story = self.story(text);
        let mut sentences = Vec::with_capacity(text.len() / SENTENCE + 1);
        sentences.extend(self.sentences(text));
        // Removed lines yield no quotation and do not separate one from its lead-in.
        let mut spans: Vec<Span> = sentences.iter().map(Sentence::span).collect();
        spans.retain(in_story(&story, |span: &Span| span.start));
        let mut stretches = marks::pair(text);
        stretches.retain(in_story(&story, |stretch: &Stretch| stretch.outer.start));
        let mut found = quotation::find(text, &stretches, &spans, &self.language, self.kinds);
        // A sentence can run on into a removed line.
        found.quotations.retain(in_story(&story, Quotation::start));
        found
            .lead_ins
            .retain(in_story(&story, |lead_in: &LeadIn<'_>| {
                lead_in.excerpt.span().start
            }));
        Article {
            story,
            sentences,
            quotations: found.quotations,
            lead_ins: found.lead_ins,
        }
    }

    /// As [`Normalizer::normalize`], for bytes.
    ///
    /// ```
    /// use copydesk::{Error, Normalizer};
    ///
    /// let normalizer = Normalizer::default();
    /// assert_eq!(normalizer.normalize_bytes(b"Rain fell.")?.sentences().len(), 1);
    /// let error = normalizer.normalize_bytes(b"Rain\xff fell.").unwrap_err();
    /// assert_eq!(error.to_string(), "invalid UTF-8 at byte 4");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Utf8`] with the offset of the first byte that is not UTF-8.
    pub fn normalize_bytes<'t>(&self, bytes: &'t [u8]) -> Result<Article<'t>, Error> {
        Ok(self.normalize(core::str::from_utf8(bytes)?))
    }
}

/// A filter for things in text order, each with its `start`: false for those in a removed line.
fn in_story<'s, T>(
    story: &'s Story<'_>,
    start: impl Fn(&T) -> usize + 's,
) -> impl FnMut(&T) -> bool {
    let mut removed = story.removed().map(|line| line.excerpt.span()).peekable();
    move |thing| {
        let at = start(thing);
        while removed.next_if(|span| span.end <= at).is_some() {}
        !removed.peek().is_some_and(|span| span.contains(at))
    }
}

/// All that [`normalize`](crate::normalize) finds in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Article<'t> {
    story: Story<'t>,
    sentences: Vec<Sentence<'t>>,
    quotations: Vec<Quotation<'t>>,
    lead_ins: Vec<LeadIn<'t>>,
}

impl<'t> Article<'t> {
    /// The story's extent and the boilerplate.
    ///
    /// ```
    /// let article = copydesk::normalize("Rain fell.\nShare this:");
    /// assert_eq!(article.story().clean_text(), "Rain fell.");
    /// ```
    #[must_use]
    pub const fn story(&self) -> &Story<'t> {
        &self.story
    }

    /// The sentences of the whole text, boilerplate lines included.
    ///
    /// ```
    /// let article = copydesk::normalize("Rain fell. It stopped.\nShare this:");
    /// let words: Vec<&str> = article.sentences().iter().map(|sentence| sentence.as_str()).collect();
    /// assert_eq!(words, ["Rain fell.", "It stopped.", "Share this:"]);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Sentence<'t>] {
        &self.sentences
    }

    /// The quotations, in the order of their first words.
    ///
    /// ```
    /// let article = copydesk::normalize("Ann Lee left. “It is late,” she said.");
    /// let speaker = article.quotations()[0].speaker.unwrap();
    /// assert_eq!((speaker.mention.as_str(), speaker.called().as_str()), ("she", "Ann Lee"));
    /// ```
    #[must_use]
    pub fn quotations(&self) -> &[Quotation<'t>] {
        &self.quotations
    }

    /// The lead-ins whose quotation the text lacks.
    ///
    /// ```
    /// let text = "Lee also attacked the ministry on Monday, saying:\n\nLee won the seat in May.";
    /// let article = copydesk::normalize(text);
    /// assert_eq!(article.lead_ins()[0].cue.as_str(), "saying");
    /// ```
    #[must_use]
    pub fn lead_ins(&self) -> &[LeadIn<'t>] {
        &self.lead_ins
    }
}
