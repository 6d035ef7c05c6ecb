//! [`Rule`]: the ways to find out who spoke, each with its name.

use crate::language::weights::rows;

rows! {
    /// How a proposal finds out who spoke; the name is the one that evidence gives.
    Rule {
        /// `"…," said Lee`
        SaidSpeaker = "said-speaker",
        /// `"…," Lee said`
        SpeakerSaid = "speaker-said",
        /// `"…," according to Lee`
        AccordingAfter = "according-after",
        /// `"…" was how it was put by Lee`
        PassiveAfter = "passive-after",
        /// `"…" — Lee`
        DashAfter = "dash-after",
        /// `Lee said: "…"`
        CueColon = "cue-colon",
        /// `Lee said, "…"`
        CueComma = "cue-comma",
        /// `Lee said it was "…"`
        CueClause = "cue-clause",
        /// `Lee's claim that it was "…"`
        NounClause = "noun-clause",
        /// `According to Lee, "…"`
        AccordingBefore = "according-before",
        /// `called "…" by Lee`
        Agent = "agent",
        /// `Lee: "…"`
        Label = "label",
        /// `Lee embraced the "…"`: the subject of a verb that is no known cue.
        SubjectOfVerb = "subject-of-verb",
        /// The subject of the sentence.
        Subject = "subject",
        /// `"…," Lee said. "…"`
        Continued = "continued",
        /// A paragraph that opens again.
        Reopened = "reopened",
        /// Who was quoted before.
        SameSpeaker = "same-speaker",
        /// `"…?" Lee asked.`, split in two sentences.
        NextSentence = "next-sentence",
        /// `Lee went on:` and then a paragraph in marks.
        LeadIn = "lead-in",
        /// `Lee was blunt. "…"`
        PreviousSentence = "previous-sentence",
        /// The subject of the paragraph before.
        PreviousParagraph = "previous-paragraph",
        /// `Lee: Plan Is "Mad"`
        Heading = "heading",
    }
}

impl Rule {
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
        Self::NAMES[self as usize]
    }
}
