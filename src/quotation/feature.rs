//! What the models see: of a [`Proposal`](super::proposal::Proposal), to choose among them
//! ([`of_proposal`]), and of a stretch, to tell speech from other marks ([`of_stretch`]).
//!
//! Here is what both observe; reads tokens, decides nothing.

mod proposal;
mod stretch;

pub(crate) use proposal::{Behind, CLASSES, of_proposal};
pub(crate) use stretch::of_stretch;

use super::cue::is_adverb;
use super::proposal::Rule;
use super::tokens::{Shape, Token};
use crate::language::quotation::Flags;
use crate::span::Span;

/// How the sentence of a stretch stands in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// Nothing but marks is in the sentence.
    pub(crate) bare: bool,
    /// The quotation before ends where it begins.
    pub(crate) follows: bool,
    /// The cue of the quotation before, if that stands in the same sentence.
    pub(crate) last_cue: Option<Span>,
    pub(crate) chain: Chain,
}

/// How a stretch goes on from the one before it in the sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Chain {
    /// There is none.
    #[default]
    First,
    /// It does not.
    Apart { speech: bool },
    /// With a comma or "and" alone between them.
    Listed { speech: bool },
}

impl Chain {
    const fn number(self) -> usize {
        match self {
            Self::First => 0,
            Self::Apart { speech } => 1 + speech as usize,
            Self::Listed { speech } => 3 + speech as usize,
        }
    }
}

/// Where the cue of a proposal stands, seen from the stretch.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn of(rule: Rule) -> Option<Self> {
        match rule {
            Rule::SaidSpeaker
            | Rule::SpeakerSaid
            | Rule::AccordingAfter
            | Rule::PassiveAfter
            | Rule::DashAfter => Some(Self::Right),
            Rule::CueColon
            | Rule::CueComma
            | Rule::CueClause
            | Rule::NounClause
            | Rule::AccordingBefore
            | Rule::Agent
            | Rule::SubjectOfVerb
            | Rule::LeadIn
            | Rule::PreviousSentence
            | Rule::PreviousParagraph => Some(Self::Left),
            _ => None,
        }
    }
}

/// What a cue is, above all.
fn kind(flags: Flags) -> usize {
    if is_say(flags) {
        0
    } else if flags.any(Flags::ACCORDING) {
        1
    } else if flags.any(Flags::THOUGHT) {
        2
    } else if flags.any(Flags::LABEL) {
        3
    } else if flags.any(Flags::NOUN) {
        4
    } else if flags.any(Flags::CLAUSE) {
        5
    } else if flags.any(Flags::OBJECT) {
        6
    } else {
        7
    }
}

/// Whether a cue can only tell of saying, with a clause.
fn is_say(flags: Flags) -> bool {
    flags.any(Flags::CLAUSE) && !flags.any(Flags::THOUGHT.or(Flags::NOUN).or(Flags::OBJECT))
}

/// A rough measure: 0, 1, 2, 3–4, 5–7, 8–12, 13–20, more.
fn bucket(n: usize) -> usize {
    match n {
        0..=2 => n,
        3..=4 => 3,
        5..=7 => 4,
        8..=12 => 5,
        13..=20 => 6,
        _ => 7,
    }
}

/// How many kinds [`neighbour`] tells apart.
const NEIGHBOURS: usize = 22;

/// What a token beside the marks or a cue is.
fn neighbour(token: Option<&Token>) -> usize {
    let Some(token) = token else { return 0 };
    match token.shape {
        Shape::Quoted => 1,
        Shape::Comma => 2,
        Shape::Colon => 3,
        Shape::Semicolon => 4,
        Shape::Dash => 5,
        Shape::Stop => 6,
        Shape::Open | Shape::Close => 7,
        Shape::Number => 8,
        Shape::Clitic => 9,
        Shape::Quote | Shape::Other => 10,
        Shape::Lower | Shape::Capital if token.is(Flags::THAT) => 11,
        Shape::Lower | Shape::Capital if token.is(Flags::DETERMINER) => 12,
        Shape::Lower | Shape::Capital if token.is(Flags::SUBJECT) => 13,
        Shape::Lower | Shape::Capital if token.is(Flags::OBJECT_PRONOUN) => 14,
        Shape::Lower if token.is(Flags::COORDINATOR) => 15,
        Shape::Lower if token.is(Flags::PREPOSITION.or(Flags::TO)) => 16,
        Shape::Lower if token.is(Flags::AUXILIARY.or(Flags::MODAL)) => 17,
        Shape::Lower if token.is(Flags::SAYING) => 18,
        Shape::Lower | Shape::Capital if is_adverb(token) => 19,
        Shape::Capital => 20,
        Shape::Lower => 21,
    }
}

/// What a token beside the marks is, roughly.
fn shallow(token: Option<&Token>) -> usize {
    let Some(token) = token else { return 0 };
    match token.shape {
        Shape::Comma | Shape::Colon | Shape::Semicolon | Shape::Dash => 1,
        Shape::Stop | Shape::Quoted => 2,
        Shape::Lower | Shape::Capital if token.is(Flags::DETERMINER) => 3,
        Shape::Lower if token.is(Flags::PREPOSITION.or(Flags::TO).or(Flags::COORDINATOR)) => 4,
        Shape::Lower if token.is(Flags::FORMS.or(Flags::VERB).or(Flags::AUXILIARY)) => 5,
        Shape::Capital => 6,
        _ => 7,
    }
}
