//! What a caller gets: quotations with their cue, speaker and evidence, and lead-ins. Data only.

use crate::named::named;
use crate::span::{Excerpt, Span};

/// How words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Verbatim, in quotation marks: `"We won," she said.`
    Direct,
    /// Quoted words inside the reporter's own clause: `He called it "a sad day" for all.`
    Mixed,
    /// Reported speech without marks: `Officials said they could not confirm it.`
    Indirect,
    /// Marks without speech: titles, nicknames, so-called.
    Scare,
}

impl Kind {
    /// The name in lower case: `direct`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Scare => "scare",
        }
    }
}

/// A set of [`Kind`]s: what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn with(self, kind: Kind) -> Self {
        Self(self.0 | 1 << kind as u8)
    }

    pub(crate) const fn holds(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }
}

impl Default for Kinds {
    /// Every kind.
    fn default() -> Self {
        Self(u8::MAX)
    }
}

/// How far a decision can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// A guess, better than none.
    Low,
    /// Usually right.
    Medium,
    /// Expected to be right at least 98 % of the time; measured at 98.4 % for the speakers of direct
    /// and mixed quotations of the development texts (`.ci/trust`).
    High,
}

impl Level {
    /// The name in lower case: `high`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// The rule that made a decision, and how far it can be trusted.
///
/// | rule | an example |
/// |---|---|
/// | `said-speaker`, `speaker-said` | `“…,” said Lee`; `“…,” Lee said` |
/// | `according-after`, `according-before` | `“…,” according to Lee`, `“…,” as Lee puts it`; `According to Lee, “…”` |
/// | `passive-after`, `agent` | `“…” was how it was put by Lee`; `called “…” by Lee` |
/// | `dash-after`, `label`, `heading` | `“…” — Lee`; `Lee: “…”`; `Lee: Plan Is “Mad”` |
/// | `cue-colon`, `cue-comma`, `cue-clause` | `Lee said: “…”`; `Lee said, “…”`; `Lee called it “…”` |
/// | `noun-clause` | `Lee's claim that it was “…”` |
/// | `subject-of-verb`, `subject` | `Lee embraced the “…”`; the subject of the sentence |
/// | `continued`, `reopened`, `same-speaker` | `“…,” Lee said. “…”`; the next paragraph in open marks; who was quoted before |
/// | `next-sentence`, `lead-in` | `“…?” Lee asked.`; `Lee went on:` and a new paragraph |
/// | `previous-sentence`, `previous-paragraph` | `Lee was blunt. “…”`, on the same line or another |
/// | `marks` | speech by its marks and words alone, no speaker |
/// | `no-speech` | titles, nicknames, terms: [`Kind::Scare`] |
/// | `reported-that`, `reported-clause` | `said that it rained`; `said it rained` |
/// | `reported-question`, `reported-infinitive` | `asked whether it rained`; `vowed to stay` |
/// | `reported-object`, `reported-after-preposition` | `criticised the tax`; `called for a tax` |
/// | `reported-gerund`, `reported-passive` | `denied leaving`; `the tax was criticised` |
/// | `reported-before`, `reported-around` | `It rained, Lee said.`; `It, Lee said, rained.` |
/// | `reported-after-colon` | `Lee said: it rained` |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Evidence {
    /// The rule's name, stable within a minor version.
    pub rule: &'static str,
    /// How far it can be trusted that the words are speech and the speaker the right one, or of
    /// [`Kind::Scare`], that they are no speech.
    pub level: Level,
}

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// One human being.
    Person,
    /// Several people: officials, protesters, "Lee and Cho".
    Group,
    /// A company, ministry, party, campaign, newspaper.
    Organisation,
    /// A report, letter, poll, law.
    Document,
    /// The text does not say.
    Unknown,
}

impl SpeakerKind {
    /// The name in lower case: `organisation`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Organisation => "organisation",
            Self::Document => "document",
            Self::Unknown => "unknown",
        }
    }
}

/// How the name of a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Resolution {
    /// The mention is the fullest name.
    Itself,
    /// The mention is a part of the fullest name: a surname, a given name, a title with either, "the
    /// Post" of a paper.
    PartOfName,
    /// The mention is a pronoun.
    Pronoun,
    /// The mention is a role: "the spokeswoman".
    Role,
    /// No name was found.
    Unresolved,
}

impl Resolution {
    /// The name in lower case with underscores: `part_of_name`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::PartOfName => "part_of_name",
            Self::Pronoun => "pronoun",
            Self::Role => "role",
            Self::Unresolved => "unresolved",
        }
    }
}

named!(Kind, Level, SpeakerKind, Resolution);

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Speaker<'t> {
    /// The words that stand for the speaker here: "he".
    pub mention: Excerpt<'t>,
    /// The fullest form of the speaker's name in the article; `None` if the article never names them. Up to
    /// 256 people of a text are told apart; of those it names later each mention stands by itself.
    pub name: Option<Excerpt<'t>>,
    /// What the speaker is.
    pub kind: SpeakerKind,
    /// How the name was found.
    pub how: Resolution,
}

impl<'t> Speaker<'t> {
    /// The fullest name that the article gives, or else the words in place.
    ///
    /// ```
    /// let quotations = copydesk::quotations("Ann Lee left. “No,” she said. “Yes,” a guard said.");
    /// let called = quotations.iter().filter_map(|q| q.speaker.map(|speaker| speaker.called()));
    /// let called: Vec<String> = called.map(|words| words.to_string()).collect();
    /// assert_eq!(called, ["Ann Lee", "a guard"]);
    /// ```
    #[must_use]
    pub fn called(&self) -> Excerpt<'t> {
        self.name.unwrap_or(self.mention)
    }
}

/// One speech act: its words, its cue and its speaker.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Quotation<'t> {
    /// How the words are quoted.
    pub kind: Kind,
    /// The words that attribute the speech: "said", "according to".
    pub cue: Option<Excerpt<'t>>,
    /// Who said it; always `None` for [`Kind::Scare`].
    pub speaker: Option<Speaker<'t>>,
    /// Which rule decided, and how far to trust it.
    pub evidence: Evidence,
    // Most quotations have one piece; an empty Vec costs no allocation.
    pub(super) first: Excerpt<'t>,
    pub(super) rest: Vec<Excerpt<'t>>,
}

impl<'t> Quotation<'t> {
    /// The pieces of what was said, in order, without the marks around them; at least one.
    #[must_use]
    pub fn content(&self) -> impl DoubleEndedIterator<Item = Excerpt<'t>> + '_ {
        core::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// From the start of the first piece to the end of the last, with what stands between them.
    ///
    /// ```
    /// let quotations = copydesk::quotations("“Rain,” she said, “and more rain.”");
    /// assert_eq!(quotations[0].content().count(), 2);
    /// assert_eq!(quotations[0].span().range(), 3..39);
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        let last = self.rest.last().unwrap_or(&self.first);
        Span::new(self.start(), last.span().end)
    }

    /// Where its first piece starts.
    pub(crate) const fn start(&self) -> usize {
        self.first.span().start
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Quotation<'_> {
    /// Its fields, and its pieces as `content`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let content: Vec<Excerpt<'_>> = self.content().collect();
        let mut fields = serializer.serialize_struct("Quotation", 5)?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("content", &content)?;
        fields.serialize_field("cue", &self.cue)?;
        fields.serialize_field("speaker", &self.speaker)?;
        fields.serialize_field("evidence", &self.evidence)?;
        fields.end()
    }
}

/// Words that announce a quotation which is missing from the text: `…, saying:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LeadIn<'t> {
    /// The announcing line, up to the colon.
    pub excerpt: Excerpt<'t>,
    /// The word that announces it.
    pub cue: Excerpt<'t>,
    /// Who was about to be quoted; never `None` today, since a line that names nobody is not taken for a
    /// lead-in.
    pub speaker: Option<Speaker<'t>>,
}

#[cfg(test)]
mod tests {
    use crate::language::weights::Frame;
    use crate::quotation::marked::proposal::Rule;

    /// The list in the docs of [`Evidence`](super::Evidence) names every rule, and no other.
    #[test]
    fn the_docs_list_every_rule() {
        let docs = include_str!("result.rs").lines();
        let rows = docs.filter_map(|line| line.strip_prefix("/// | `")?.split(" | ").next());
        let names = rows.flat_map(|names| names.split("`, `"));
        let mut listed: Vec<&str> = names.map(|name| name.trim_end_matches('`')).collect();
        let mut known = Rule::NAMES.to_vec();
        known.extend(Frame::CASES.iter().map(|frame| frame.rule()));
        known.extend(["marks", "no-speech"]);
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed, known);
    }
}
