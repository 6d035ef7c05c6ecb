//! [`NormalizerBuilder`]: what a caller can change; the only place that can fail.

use std::borrow::Cow;

use super::Normalizer;
use crate::boilerplate::{self, Policy};
use crate::category::Category;
use crate::error::Error;
use crate::language::{
    BoilerplateTables, Fault, Language, NameTables, QuotationTables, SentenceTables,
};
use crate::quotation::{Kind, Kinds};
use crate::sentence::LineBreaks;

/// Configures a [`Normalizer`].
#[derive(Debug, Clone, Default)]
pub struct NormalizerBuilder {
    policy: Policy,
    boilerplate_rules: Vec<String>,
    rules_off: Vec<String>,
    abbreviations: Vec<String>,
    cue_verbs: Vec<String>,
    titles: Vec<String>,
    role_nouns: Vec<String>,
    kinds: Kinds,
    thought: bool,
    line_breaks: LineBreaks,
    whole_quotations: bool,
}

impl NormalizerBuilder {
    /// Keeps lines of `category` in the story; they are still reported, with `kept` set.
    ///
    /// By default corrections and helplines are kept, everything else is removed.
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

    /// Removes lines of `category` from the story.
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
    #[doc = include_str!("../language/boilerplate/rules.md")]
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

    /// Switches the boilerplate rule called `name` off; [`Boilerplate::rule`](crate::Boilerplate::rule)
    /// names the rule that found a line.
    ///
    /// ```
    /// use copydesk::Normalizer;
    ///
    /// let text = "Rain fell on Monday.\nReporting by Ann Lee";
    /// assert_eq!(copydesk::story(text).boilerplate()[0].rule, "reporting-credit");
    /// let normalizer = Normalizer::builder().without_boilerplate_rule("reporting-credit").build()?;
    /// assert_eq!(normalizer.story(text).clean_text(), text);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn without_boilerplate_rule(mut self, name: impl Into<String>) -> Self {
        self.rules_off.push(name.into());
        self
    }

    /// Adds abbreviations after which no sentence ends, in any ASCII case, with their full stop or
    /// without it: letters, digits and full stops, at most 24 bytes without the last stop.
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

    /// Adds verbs of saying, in any case: each entry is the base form or, for irregular verbs, base,
    /// past, participle and gerund, of ASCII letters only. They behave like "say".
    ///
    /// ```
    /// let text = "Ann Lee blogged that rain would fall.";
    /// assert!(copydesk::quotations(text).is_empty());
    /// let normalizer = copydesk::Normalizer::builder()
    ///     .cue_verbs(["blog blogged blogged blogging"])
    ///     .build()?;
    /// let quotations = normalizer.quotations(text);
    /// assert_eq!(quotations[0].cue.unwrap().as_str(), "blogged");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn cue_verbs<S: Into<String>>(mut self, verbs: impl IntoIterator<Item = S>) -> Self {
        self.cue_verbs.extend(verbs.into_iter().map(Into::into));
        self
    }

    /// Adds titles, one word each, in any case: words that precede a name without being part of it.
    /// They are made of letters, which hyphens may join.
    ///
    /// ```
    /// let text = "“Rain fell,” said Wazir Amin Beg. “No,” Beg added.";
    /// let normalizer = copydesk::Normalizer::builder().titles(["Wazir"]).build()?;
    /// let speaker = normalizer.quotations(text)[1].speaker.unwrap();
    /// assert_eq!(speaker.name.unwrap().as_str(), "Amin Beg");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn titles<S: Into<String>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.titles.extend(words.into_iter().map(Into::into));
        self
    }

    /// Adds nouns for what a person is, one word each, in any case: so that "the beekeeper" is
    /// known to be somebody, and "beekeeper Ann Lee" a person. They are made of letters, which hyphens may
    /// join.
    ///
    /// ```
    /// use copydesk::{Normalizer, SpeakerKind};
    ///
    /// let text = "“Rain fell,” the birdwatcher said.";
    /// let normalizer = Normalizer::builder().role_nouns(["birdwatcher"]).build()?;
    /// let speaker = normalizer.quotations(text)[0].speaker.unwrap();
    /// assert_eq!(speaker.kind, SpeakerKind::Person);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn role_nouns<S: Into<String>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.role_nouns.extend(words.into_iter().map(Into::into));
        self
    }

    /// Reports quotations of these kinds only; all kinds by default. Leaving out
    /// [`Kind::Indirect`] saves time.
    ///
    /// ```
    /// use copydesk::{Kind, Normalizer};
    ///
    /// let text = "“Rain fell,” she said. He said that it had stopped.";
    /// assert_eq!(copydesk::quotations(text).len(), 2);
    /// let direct = Normalizer::builder().kinds([Kind::Direct, Kind::Mixed]).build()?;
    /// assert_eq!(direct.quotations(text).len(), 1);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.kinds = kinds.into_iter().fold(Kinds::NONE, Kinds::with);
        self
    }

    /// Whether thought counts as reported speech: "She believes that it will rain."; it does not by
    /// default.
    ///
    /// ```
    /// let text = "She believes that rain will fall.";
    /// assert!(copydesk::quotations(text).is_empty());
    /// let normalizer = copydesk::Normalizer::builder().thought(true).build()?;
    /// assert_eq!(normalizer.quotations(text)[0].cue.unwrap().as_str(), "believes");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    #[must_use]
    pub fn thought(mut self, thought: bool) -> Self {
        self.thought = thought;
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

    /// Whether a sentence may end inside a quotation that goes on; it may by default. With `false`,
    /// marks are paired first, which allocates.
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

    /// Makes the normalizer. Tables to which nothing was added are shared with all others; the rest is
    /// copied, which takes a millisecond or two: build it once and share it.
    ///
    /// # Errors
    ///
    /// [`Error::List`] for the first line of [`boilerplate_rules`](Self::boilerplate_rules) that is invalid,
    /// [`Error::Entry`] for the first entry of another list.
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
        if self.thought || !self.cue_verbs.is_empty() {
            let tables = self.quotation(&language)?;
            language = Cow::Owned(language.into_owned().with_quotation(tables));
        }
        if !self.titles.is_empty() || !self.role_nouns.is_empty() {
            let tables = self.names(&language)?;
            language = Cow::Owned(language.into_owned().with_names(tables));
        }
        Ok(Normalizer {
            language,
            policy: self.policy,
            kinds: self.kinds,
            line_breaks: self.line_breaks,
            whole_quotations: self.whole_quotations,
        })
    }

    /// The tables of `language` for its sentences, with the abbreviations added.
    fn sentence(&self, language: &Language) -> Result<SentenceTables, Error> {
        let mut tables = language.sentence().clone();
        let added = tables.add_abbreviations(&self.abbreviations);
        added.map_err(in_list("abbreviations"))?;
        Ok(tables)
    }

    /// The tables of `language` for its cues, with the verbs added.
    fn quotation(&self, language: &Language) -> Result<QuotationTables, Error> {
        let mut tables = language.quotation().clone();
        let added = tables.add_cue_verbs(&self.cue_verbs);
        added.map_err(in_list("cue_verbs"))?;
        if self.thought {
            tables.add_thought();
        }
        Ok(tables)
    }

    /// The tables of `language` for its names, with the titles and role nouns added.
    fn names(&self, language: &Language) -> Result<NameTables, Error> {
        let mut tables = language.names().clone();
        let added = tables.add_titles(&self.titles);
        added.map_err(in_list("titles"))?;
        let added = tables.add_roles(&self.role_nouns);
        added.map_err(in_list("role_nouns"))?;
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
                return Err(Error::entry("without_boilerplate_rule", at + 1, reason));
            }
        }
        Ok(tables)
    }
}

/// The error of an entry of `list` that makes no sense.
fn in_list(list: &str) -> impl Fn(Fault) -> Error {
    move |(at, reason)| Error::entry(list, at, reason)
}
