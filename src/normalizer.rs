//! [`Normalizer`] and [`Article`]: the only place that knows the order of the stages.

use std::borrow::Cow;

use crate::boilerplate::{self, Policy, Story};
use crate::category::Category;
use crate::error::Error;
use crate::language::{BoilerplateTables, Language, SentenceTables};
use crate::marks;
use crate::quotation::{self, LeadIn, Quotation};
use crate::sentence::{self, LineBreaks, Sentence, Sentences};
use crate::span::Span;

/// Few sentences of news are shorter on average, in bytes: room for one in so many is enough.
const SENTENCE: usize = 80;

/// The three jobs, configured: shared by reference between threads, used for any number of texts.
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
    line_breaks: LineBreaks,
    whole_quotations: bool,
}

impl Default for Normalizer {
    fn default() -> Self {
        Self {
            language: Cow::Borrowed(Language::english()),
            policy: Policy::default(),
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
    #[must_use]
    pub fn quotations<'t>(&self, text: &'t str) -> Vec<Quotation<'t>> {
        let mut spans = Vec::with_capacity(text.len() / SENTENCE + 1);
        spans.extend(self.sentences(text).map(|sentence| sentence.span()));
        quotation::find(text, &marks::pair(text), &spans, &self.language).quotations
    }

    /// As [`crate::story`], with this configuration.
    #[must_use]
    pub fn story<'t>(&self, text: &'t str) -> Story<'t> {
        boilerplate::find(text, self.language.boilerplate(), self.policy)
    }

    /// As [`crate::normalize`], with this configuration.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Article<'t> {
        let story = self.story(text);
        let mut sentences = Vec::with_capacity(text.len() / SENTENCE + 1);
        sentences.extend(self.sentences(text));
        let spans: Vec<Span> = sentences.iter().map(Sentence::span).collect();
        let mut found = quotation::find(text, &marks::pair(text), &spans, &self.language);
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
    /// # Errors
    ///
    /// [`Error::Utf8`] with the offset of the first byte that is not UTF-8.
    pub fn normalize_bytes<'t>(&self, bytes: &'t [u8]) -> Result<Article<'t>, Error> {
        Ok(self.normalize(core::str::from_utf8(bytes)?))
    }
}

/// Tells of things in the order of the text, each with its `start`, whether they are in the story and
/// not in a line that goes.
fn in_story<'s, T>(
    story: &'s Story<'_>,
    start: impl Fn(&T) -> usize + 's,
) -> impl FnMut(&T) -> bool {
    let removed = story.boilerplate().iter().filter(|line| !line.kept);
    let mut removed = removed.map(|line| line.excerpt.span()).peekable();
    move |thing| {
        let at = start(thing);
        while removed.next_if(|span| span.end <= at).is_some() {}
        !removed.peek().is_some_and(|span| span.contains(at))
    }
}

/// Configures a [`Normalizer`].
#[derive(Debug, Clone, Default)]
pub struct NormalizerBuilder {
    policy: Policy,
    boilerplate_rules: Vec<String>,
    rules_off: Vec<String>,
    abbreviations: Vec<String>,
    line_breaks: LineBreaks,
    whole_quotations: bool,
}

impl NormalizerBuilder {
    /// Lets lines of `category` stay in the story; they are reported as kept.
    ///
    /// Corrections and addresses of help stay by default, all else goes.
    ///
    /// ```
    /// use copydesk::{Category, Normalizer};
    ///
    /// let text = "Rain fell on Monday.\nReporting by Ann Lee; Editing by Bo Chan";
    /// let normalizer = Normalizer::builder().keep(Category::AgencyCredit).build()?;
    /// assert_eq!(normalizer.story(text).clean_text(), text);
    /// assert!(normalizer.story(text).boilerplate()[0].kept);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn keep(mut self, category: Category) -> Self {
        self.policy.set(category, true);
        self
    }

    /// Lets lines of `category` go.
    ///
    /// ```
    /// use copydesk::{Category, Normalizer};
    ///
    /// let text = "Rain fell on Monday.\nCorrection: An earlier version misstated the day.";
    /// let normalizer = Normalizer::builder().remove(Category::Correction).build()?;
    /// assert_eq!(normalizer.story(text).clean_text(), "Rain fell on Monday.");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn remove(mut self, category: Category) -> Self {
        self.policy.set(category, false);
        self
    }

    /// Adds rules for lines that are not story; they go before the built-in ones.
    ///
    /// `[name] category` opens a rule; under it stand its patterns, one a line: words in any case
    /// (`a|b` for either, `word?` for a word that may lack, `*`, `**`, `***` for up to 2, 6, 24
    /// words, `^` and `$` for the ends of the sentence, `^^` and `$$` for those of the line), or a
    /// regular expression between slashes. A `+` line must match and a `-` line must not, or the
    /// list is refused; `#` opens a comment. A rule counts at the end of the text; `inside` after
    /// the category lets it count in the story too, `head` above it.
    ///
    /// ```
    /// use copydesk::Normalizer;
    ///
    /// let rules = "
    ///     [night-desk] contact inside
    ///     ^^ write|talk to the night desk
    ///     /^Desk \\d+$/
    ///     + Write to the night desk any time.
    ///     - They write to the night desk of the hospital.
    /// ";
    /// let normalizer = Normalizer::builder().boilerplate_rules(rules).build()?;
    /// let story = normalizer.story("Rain fell.\nDesk 12");
    /// assert_eq!(story.boilerplate()[0].rule, "night-desk");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn boilerplate_rules(mut self, list: impl Into<String>) -> Self {
        self.boilerplate_rules.push(list.into());
        self
    }

    /// Switches the boilerplate rule called `name` off.
    ///
    /// ```
    /// use copydesk::Normalizer;
    ///
    /// let normalizer = Normalizer::builder().without_boilerplate_rule("share-bare").build()?;
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn without_boilerplate_rule(mut self, name: impl Into<String>) -> Self {
        self.rules_off.push(name.into());
        self
    }

    /// Adds abbreviations after which no sentence ends, in any ASCII case, with their full stop or
    /// without it.
    ///
    /// ```
    /// let normalizer = copydesk::Normalizer::builder().abbreviations(["Distr"]).build()?;
    /// let text = "It fell in Distr. Seven. It stopped.";
    /// assert_eq!(normalizer.sentences(text).count(), 2);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn abbreviations<S: Into<String>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.abbreviations.extend(words.into_iter().map(Into::into));
        self
    }

    /// What a line break says about the end of a sentence; [`LineBreaks::Detect`] by default.
    ///
    /// ```
    /// use copydesk::{LineBreaks, Normalizer};
    ///
    /// let text = "It rained on\nand on.";
    /// let lines = Normalizer::builder().line_breaks(LineBreaks::EndSentence).build()?;
    /// assert_eq!(lines.sentences(text).count(), 2);
    /// let wrapped = Normalizer::builder().line_breaks(LineBreaks::BlankLine).build()?;
    /// assert_eq!(wrapped.sentences(text).count(), 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.line_breaks = line_breaks;
        self
    }

    /// Whether a sentence can end inside quotation marks, where the quotation goes on behind it;
    /// it can by default. Without it, marks are paired first, which takes memory for each pair.
    ///
    /// ```
    /// let text = "“It rains. We stay,” she said.";
    /// assert_eq!(copydesk::sentences(text).count(), 2);
    /// let whole = copydesk::Normalizer::builder().split_quotations(false).build()?;
    /// assert_eq!(whole.sentences(text).count(), 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn split_quotations(mut self, split: bool) -> Self {
        self.whole_quotations = !split;
        self
    }

    /// Makes the normalizer.
    ///
    /// # Errors
    ///
    /// [`Error::List`] for an entry of a list that makes no sense.
    pub fn build(self) -> Result<Normalizer, Error> {
        let mut language = Cow::Borrowed(Language::english());
        if !self.boilerplate_rules.is_empty() || !self.rules_off.is_empty() {
            let tables = self.boilerplate(&language)?;
            language = Cow::Owned(language.into_owned().with_boilerplate(tables));
        }
        if !self.abbreviations.is_empty() {
            let tables = self.sentence(&language)?;
            language = Cow::Owned(language.into_owned().with_sentence(tables));
        }
        Ok(Normalizer {
            language,
            policy: self.policy,
            line_breaks: self.line_breaks,
            whole_quotations: self.whole_quotations,
        })
    }

    /// The tables of `language` for its sentences, with the abbreviations added.
    fn sentence(&self, language: &Language) -> Result<SentenceTables, Error> {
        let mut tables = language.sentence().clone();
        for (at, word) in self.abbreviations.iter().enumerate() {
            tables
                .add_abbreviation(word)
                .map_err(|reason| Error::list("abbreviations", at + 1, reason))?;
        }
        Ok(tables)
    }

    /// The rules of `language`, less those switched off, with those added.
    fn boilerplate(&self, language: &Language) -> Result<BoilerplateTables, Error> {
        let mut tables = language.boilerplate().clone();
        for list in &self.boilerplate_rules {
            tables = tables.with_rules(list, "boilerplate_rules")?;
            boilerplate::check_examples(list, "boilerplate_rules", &tables)?;
        }
        for (at, name) in self.rules_off.iter().enumerate() {
            if !tables.switch_off(name) {
                let reason = format!("there is no rule `{name}`");
                return Err(Error::list("without_boilerplate_rule", at + 1, reason));
            }
        }
        Ok(tables)
    }
}

/// All that [`normalize`](crate::normalize) finds in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Article<'t> {
    story: Story<'t>,
    sentences: Vec<Sentence<'t>>,
    quotations: Vec<Quotation<'t>>,
    lead_ins: Vec<LeadIn<'t>>,
}

impl<'t> Article<'t> {
    /// The story's extent and the boilerplate.
    #[must_use]
    pub const fn story(&self) -> &Story<'t> {
        &self.story
    }

    /// The sentences of the whole text, boilerplate lines included.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence<'t>] {
        &self.sentences
    }

    /// The quotations, in the order of their first words.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation<'t>] {
        &self.quotations
    }

    /// The lead-ins whose quotation the text lacks.
    #[must_use]
    pub fn lead_ins(&self) -> &[LeadIn<'t>] {
        &self.lead_ins
    }
}
