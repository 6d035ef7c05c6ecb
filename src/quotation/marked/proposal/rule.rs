//! [`Rule`]: the ways of telling who spoke, each with its name.

/// How a proposal tells who spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// `"…," said Lee`
    SaidSpeaker,
    /// `"…," Lee said`
    SpeakerSaid,
    /// `"…," according to Lee`
    AccordingAfter,
    /// `"…" was how it was put by Lee`
    PassiveAfter,
    /// `"…" — Lee`
    DashAfter,
    /// `Lee said: "…"`
    CueColon,
    /// `Lee said, "…"`
    CueComma,
    /// `Lee said it was "…"`
    CueClause,
    /// `Lee's claim that it was "…"`
    NounClause,
    /// `According to Lee, "…"`
    AccordingBefore,
    /// `called "…" by Lee`
    Agent,
    /// `Lee: "…"`
    Label,
    /// `Lee embraced the "…"`: the subject of a verb that is no known cue.
    SubjectOfVerb,
    /// The subject of the sentence.
    Subject,
    /// `"…," Lee said. "…"`
    Continued,
    /// A paragraph that opens again.
    Reopened,
    /// Who was quoted before.
    SameSpeaker,
    /// `"…?" Lee asked.`, split in two sentences.
    NextSentence,
    /// `Lee went on:` and then a paragraph in marks.
    LeadIn,
    /// `Lee was blunt. "…"`
    PreviousSentence,
    /// The subject of the paragraph before.
    PreviousParagraph,
    /// `Lee: Plan Is "Mad"`
    Heading,
}

impl Rule {
    /// Every rule.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 22] = [
        Self::SaidSpeaker,
        Self::SpeakerSaid,
        Self::AccordingAfter,
        Self::PassiveAfter,
        Self::DashAfter,
        Self::CueColon,
        Self::CueComma,
        Self::CueClause,
        Self::NounClause,
        Self::AccordingBefore,
        Self::Agent,
        Self::Label,
        Self::SubjectOfVerb,
        Self::Subject,
        Self::Continued,
        Self::Reopened,
        Self::SameSpeaker,
        Self::NextSentence,
        Self::LeadIn,
        Self::PreviousSentence,
        Self::PreviousParagraph,
        Self::Heading,
    ];

    /// Whether a cue or a sign stands with the speaker in the sentence of the marks, so that it is
    /// hardly ever somebody else.
    pub(crate) const fn is_plain(self) -> bool {
        matches!(
            self,
            Self::SaidSpeaker
                | Self::SpeakerSaid
                | Self::AccordingAfter
                | Self::DashAfter
                | Self::CueColon
                | Self::CueComma
                | Self::CueClause
                | Self::Label
        )
    }

    /// The name that evidence gives.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SaidSpeaker => "said-speaker",
            Self::SpeakerSaid => "speaker-said",
            Self::AccordingAfter => "according-after",
            Self::PassiveAfter => "passive-after",
            Self::DashAfter => "dash-after",
            Self::CueColon => "cue-colon",
            Self::CueComma => "cue-comma",
            Self::CueClause => "cue-clause",
            Self::NounClause => "noun-clause",
            Self::AccordingBefore => "according-before",
            Self::Agent => "agent",
            Self::Label => "label",
            Self::SubjectOfVerb => "subject-of-verb",
            Self::Subject => "subject",
            Self::Continued => "continued",
            Self::Reopened => "reopened",
            Self::SameSpeaker => "same-speaker",
            Self::NextSentence => "next-sentence",
            Self::LeadIn => "lead-in",
            Self::PreviousSentence => "previous-sentence",
            Self::PreviousParagraph => "previous-paragraph",
            Self::Heading => "heading",
        }
    }
}
