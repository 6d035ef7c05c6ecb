//! What the models see: of a [`Proposal`](crate::quotation::marked::proposal::Proposal), to choose among them
//! ([`of_proposal`]), and of a stretch, to separate speech from other uses of marks ([`of_stretch`]).
//!
//! This module holds what both share. It reads tokens and decides nothing.

mod counts;
mod proposal;
mod stretch;

pub(crate) use counts::Counts;
pub(crate) use proposal::{Beside, of_proposal};
pub(crate) use stretch::of_stretch;

use crate::language::quotation::Flags;
use crate::quotation::clause::cue::is_adverb;
use crate::quotation::clause::tokens::{Shape, Token};
use crate::quotation::marked::proposal::Rule;
use crate::span::Span;

/// How the sentence of a stretch stands in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// Nothing but marks is in the sentence.
    pub(crate) bare: bool,
    /// Its line begins with it.
    pub(crate) opens_line: bool,
    /// The quotation before ends where it begins.
    pub(crate) follows: bool,
    /// The cue of the quotation before, if that stands in the same sentence.
    pub(crate) last_cue: Option<Span>,
    pub(crate) chain: Chain,
    /// How many stretches its sentence holds.
    pub(crate) stretches: usize,
    /// What it is instead of speech, where a sign tells.
    pub(crate) unspoken: Option<Unspoken>,
}

/// What marks hold that nobody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unspoken {
    /// "so-called" stands before it, if it is not too long.
    Term,
    /// The heading of a part of the story.
    Heading,
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

/// The index of the first of some facts that is true, or their number; branch-free, since a branch would
/// be unpredictable.
#[inline]
fn first_of<const N: usize>(facts: [bool; N]) -> usize {
    let mut bits = 1_u32 << N;
    for (place, fact) in facts.into_iter().enumerate() {
        bits |= u32::from(fact) << place;
    }
    bits.trailing_zeros() as usize
}

/// What a cue is, above all.
fn kind(flags: Flags) -> usize {
    first_of([
        is_say(flags),
        flags.any(Flags::ACCORDING),
        flags.any(Flags::THOUGHT),
        flags.any(Flags::LABEL),
        flags.any(Flags::NOUN),
        flags.any(Flags::CLAUSE),
        flags.any(Flags::OBJECT),
    ])
}

/// Whether a cue can only report speech, with a clause.
fn is_say(flags: Flags) -> bool {
    flags.any(Flags::CLAUSE) & !flags.any(Flags::THOUGHT.or(Flags::NOUN).or(Flags::OBJECT))
}

/// A rough measure: 0, 1, 2, 3–4, 5–7, 8–12, 13–20, more.
fn bucket(n: usize) -> usize {
    const MANY: usize = 21;
    const BUCKETS: [u8; MANY + 1] = [
        0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7,
    ];
    usize::from(BUCKETS[n.min(MANY)])
}

/// What marks are to a model, by their shape; 0 for words.
type Marks = [u8; 16];

const fn marks<const N: usize>(rows: [(Shape, u8); N]) -> Marks {
    let mut marks = [0; 16];
    let mut row = 0;
    while row < N {
        marks[rows[row].0 as usize] = rows[row].1;
        row += 1;
    }
    marks
}

/// The number of a mark; 0 for a word.
fn mark(token: &Token, marks: &Marks) -> usize {
    usize::from(marks[token.shape as usize & 15])
}

/// How many kinds [`neighbour`] distinguishes.
const NEIGHBOURS: usize = 22;

/// What a token beside the marks or a cue is.
fn neighbour(token: Option<&Token>) -> usize {
    const MARKS: Marks = marks([
        (Shape::Quoted, 1),
        (Shape::Comma, 2),
        (Shape::Colon, 3),
        (Shape::Semicolon, 4),
        (Shape::Dash, 5),
        (Shape::Stop, 6),
        (Shape::Open, 7),
        (Shape::Close, 7),
        (Shape::Number, 8),
        (Shape::Clitic, 9),
        (Shape::Quote, 10),
        (Shape::Other, 10),
    ]);
    let Some(token) = token else { return 0 };
    let mark = mark(token, &MARKS);
    if mark > 0 {
        return mark;
    }
    let lower = token.shape == Shape::Lower;
    11 + first_of([
        token.is(Flags::THAT),
        token.is(Flags::DETERMINER),
        token.is(Flags::SUBJECT),
        token.is(Flags::OBJECT_PRONOUN),
        lower & token.is(Flags::COORDINATOR),
        lower & token.is(Flags::PREPOSITION.or(Flags::TO)),
        lower & token.is(Flags::AUXILIARY.or(Flags::MODAL)),
        lower & token.is(Flags::SAYING),
        is_adverb(token),
        !lower,
    ])
}

/// What a token beside the marks is, roughly.
fn shallow(token: Option<&Token>) -> usize {
    const MARKS: Marks = marks([
        (Shape::Comma, 1),
        (Shape::Colon, 1),
        (Shape::Semicolon, 1),
        (Shape::Dash, 1),
        (Shape::Stop, 2),
        (Shape::Quoted, 2),
        (Shape::Open, 7),
        (Shape::Close, 7),
        (Shape::Number, 7),
        (Shape::Clitic, 7),
        (Shape::Quote, 7),
        (Shape::Other, 7),
    ]);
    let Some(token) = token else { return 0 };
    let mark = mark(token, &MARKS);
    if mark > 0 {
        return mark;
    }
    let lower = token.shape == Shape::Lower;
    3 + first_of([
        token.is(Flags::DETERMINER),
        lower & token.is(Flags::PREPOSITION.or(Flags::TO).or(Flags::COORDINATOR)),
        lower & token.is(Flags::FORMS.or(Flags::VERB).or(Flags::AUXILIARY)),
        !lower,
    ])
}
