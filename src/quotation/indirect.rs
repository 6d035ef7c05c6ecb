//! Reported speech: [`Candidate`]s, read cue by cue from the tokens of a sentence, with what stands
//! before or around the cue.
//!
//! What stands behind it is read by [`complement`](super::complement), where a content ends by
//! [`boundary`]; which candidates are kept is decided by [`judge`].

use core::ops::Range;

use super::complement::{
    addressee, complement, complement_at, has_verb, noun_complement, skip_asides,
};
use super::cue::{self, Cue, Form, is_adverb};
use super::mention::{self, Mention};
use super::tokens::{Shape, Token, Tokens};
use super::{boundary, judge};
use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::marks::Stretch;
use crate::span::Span;

/// The shape of what was said, as the cue takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// "said that taxes will rise"
    That,
    /// "said taxes will rise"
    Bare,
    /// "asked whether taxes will rise"
    Question,
    /// "vowed to raise taxes", "urged them to raise taxes"
    Infinitive,
    /// "criticised the tax"
    Object,
    /// "called for a tax"
    Prepositional,
    /// "denied raising taxes"
    Gerund,
    /// "Taxes will rise, officials said."
    Before,
    /// "Taxes, officials said, will rise."
    Around,
    /// "The tax was criticised."
    Passive,
    /// "said: taxes will rise"
    Colon,
}

/// Something that may be reported speech; the ranges count tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) cue: Cue,
    pub(crate) frame: Frame,
    pub(crate) content: Range<usize>,
    /// The second piece of a content that stands around its cue; else empty.
    pub(crate) rest: Range<usize>,
    /// Where the piece starts whose end was to be found.
    pub(crate) open: Option<usize>,
    /// Whether it ends where it does because quoted words follow.
    pub(crate) cut: bool,
    pub(crate) speaker: Option<Mention>,
}

/// Calls `take` with each candidate of `text`, in order, and another one that reports its cue; what
/// touches one of `stretches`, the outermost ones, is left out. Sentences whose tokens are `kept`,
/// read around those stretches, are not read again.
pub(crate) fn each(
    text: &str,
    sentences: &[Span],
    stretches: &[Stretch],
    tables: &QuotationTables,
    kept: &[Token],
    tokens: &mut Tokens,
    mut take: impl FnMut(&Tokens, &Candidate, Option<&Candidate>),
) {
    let mut candidates = Vec::new();
    let mut ahead = stretches;
    let mut kept = kept;
    for &sentence in sentences {
        while ahead
            .first()
            .is_some_and(|stretch| stretch.outer.end <= sentence.start)
        {
            ahead = &ahead[1..];
        }
        let inside = stretches_in(ahead, sentence);
        let marked = inside.clone().next().is_some();
        let lies_in = |token: &&Token| token.span.start < sentence.end;
        let (known, behind) = kept.split_at(kept.iter().take_while(lies_in).count());
        kept = behind;
        if !known.is_empty() {
            tokens.recall(known);
        } else if gaps(sentence, inside.clone()).any(|gap| cue::may_stand_in(text, gap, tables)) {
            tokens.read_around(text, sentence, inside, tables);
        } else {
            continue;
        }
        candidates.clear();
        for (word, token) in tokens.iter().enumerate() {
            if token.is(Flags::REPORTING) {
                candidates.extend(candidate(tokens, word, tables));
            }
        }
        let quoted = |found: &Candidate| {
            let extent = &tokens[found.extent()];
            marked && extent.iter().any(|token| token.shape == Shape::Quoted)
        };
        for found in candidates.iter().filter(|found| !quoted(found)) {
            let outer = candidates.iter().find(|outer| {
                let nested = outer.frame.is_clause() || found.cue.form == Form::Noun;
                nested && outer.reports(found.cue.word)
            });
            take(tokens, found, outer);
        }
    }
}

/// The parts of `stretches`, of which none ends before `sentence`, that lie in it.
fn stretches_in(stretches: &[Stretch], sentence: Span) -> impl Iterator<Item = Span> + Clone + '_ {
    stretches
        .iter()
        .map(move |stretch| {
            Span::new(
                stretch.outer.start.max(sentence.start),
                stretch.outer.end.min(sentence.end),
            )
        })
        .take_while(|span| !span.is_empty())
}

/// What of `sentence` lies between the stretches `inside` it.
fn gaps(sentence: Span, inside: impl Iterator<Item = Span>) -> impl Iterator<Item = Span> {
    let mut start = sentence.start;
    let last = core::iter::once(Span::new(sentence.end, sentence.end));
    inside.chain(last).map(move |stretch| {
        let gap = Span::new(start, stretch.start);
        start = stretch.end;
        gap
    })
}

impl Frame {
    /// The name of the rule that reads it.
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Self::That => "reported_that",
            Self::Bare => "reported_clause",
            Self::Question => "reported_question",
            Self::Infinitive => "reported_infinitive",
            Self::Object => "reported_object",
            Self::Prepositional => "reported_after_preposition",
            Self::Gerund => "reported_gerund",
            Self::Before => "reported_before",
            Self::Around => "reported_around",
            Self::Passive => "reported_passive",
            Self::Colon => "reported_after_colon",
        }
    }

    /// Whether a whole clause is reported.
    const fn is_clause(self) -> bool {
        matches!(
            self,
            Self::That | Self::Bare | Self::Question | Self::Before | Self::Around
        )
    }
}

impl Candidate {
    /// From the first to the last token of cue and content.
    fn extent(&self) -> Range<usize> {
        self.content.start.min(self.cue.phrase.start)
            ..self.content.end.max(self.rest.end).max(self.cue.phrase.end)
    }

    pub(crate) fn cue_span(&self, tokens: &Tokens) -> Span {
        tokens.span(self.cue.phrase.clone())
    }

    /// Whether the token at `at` is part of what is reported.
    fn reports(&self, at: usize) -> bool {
        self.content.contains(&at) || self.rest.contains(&at)
    }
}

/// What a cue reports: a piece before it whose end is known, a piece that starts somewhere behind
/// it, or both.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) frame: Frame,
    closed: Range<usize>,
    pub(crate) open: Option<usize>,
}

impl Reading {
    pub(crate) const fn behind(frame: Frame, start: usize) -> Self {
        Self {
            frame,
            closed: 0..0,
            open: Some(start),
        }
    }
}

/// Below this a cue is given up before the end of its content is looked for.
const PROSPECT: f32 = -1.0;

/// What the cue whose word is the token at `word` may report.
fn candidate(tokens: &Tokens, word: usize, tables: &QuotationTables) -> Option<Candidate> {
    let cue = cue::at(tokens, word, Flags::REPORTING)?;
    // What some forms report depends on where the speaker stands; else that can wait.
    let asks = matches!(cue.form, Form::Finite | Form::According);
    let known = asks.then(|| speaker(tokens, &cue));
    let speaker = known.flatten();
    let reading = match cue.form {
        Form::According => according(tokens, &cue, speaker)?,
        Form::Noun => noun_complement(tokens, cue.phrase.end)?,
        _ => reported(tokens, &cue, speaker)?,
    };
    let Reading {
        frame,
        closed,
        open,
    } = reading;
    let mut score = tables.reported_model.blank();
    judge::prospect(tokens, &cue, frame, &mut score);
    if score.sum < PROSPECT {
        return None;
    }
    let mut cut = false;
    let found = open.map_or(0..0, |start| {
        let end;
        (end, cut) = boundary::end(tokens, &cue, start, frame, tables);
        start..end
    });
    let (content, rest) = if closed.is_empty() {
        (found, 0..0)
    } else {
        (closed, found)
    };
    if content.is_empty() {
        return None;
    }
    let speaker = known.unwrap_or_else(|| self::speaker(tokens, &cue));
    Some(Candidate {
        cue,
        frame,
        content,
        rest,
        open,
        cut,
        speaker,
    })
}

/// Who speaks by `cue`: not whom "the mayor, Ann Lee, said the members must go" tells of.
fn speaker(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let found = mention::speaker(tokens, cue);
    let first = cue.phrase.start;
    let behind = cue.form == Form::Finite && is_behind(tokens, cue, found);
    if behind && tokens[cue.phrase.end].is(Flags::THAT) {
        return mention::before(tokens, first);
    }
    if behind
        && tokens[..first].iter().any(|t| t.shape == Shape::Comma)
        && !(1..first).any(|at| mention::is_verb(tokens, at))
        && !tokens[..first].iter().any(|t| t.shape == Shape::Quoted)
    {
        return mention::before(tokens, first).or(found);
    }
    found
}

fn is_behind(tokens: &Tokens, cue: &Cue, speaker: Option<Mention>) -> bool {
    speaker.is_some_and(|speaker| tokens[cue.word].span.end <= speaker.span.start)
}

/// What a verb of saying reports: behind it if anything is there, else before it.
fn reported(tokens: &Tokens, cue: &Cue, speaker: Option<Mention>) -> Option<Reading> {
    if cue.form == Form::Passive && !cue.flags.any(Flags::PERSON) {
        return passive(tokens, cue);
    }
    let finite = cue.form == Form::Finite;
    let inverted = finite && is_behind(tokens, cue, speaker);
    let behind = complement(tokens, cue).filter(|_| !inverted);
    let beside = speaker
        .filter(|_| finite && cue.flags.any(Flags::CLAUSE.or(Flags::SPEAKING)))
        .and_then(|speaker| beside(tokens, cue, speaker, behind.is_none()));
    // "told a joke": nobody is spoken to.
    let alone = || complement_at(tokens, cue, cue.phrase.end).filter(|_| !inverted);
    beside.or(behind).or_else(alone)
}

/// What stands around a cue and its speaker; before them only if nothing stands behind them.
fn beside(tokens: &Tokens, cue: &Cue, speaker: Mention, nothing_behind: bool) -> Option<Reading> {
    let inverted = is_behind(tokens, cue, Some(speaker));
    let first = speaker.words().start.min(cue.phrase.start);
    let last = cue.phrase.end.max(speaker.words().end);
    let last = if cue.flags.any(Flags::PERSON) {
        addressee(tokens, cue, last).unwrap_or(last)
    } else {
        last
    };
    let asides = skip_asides(tokens, last);
    if !closes(tokens, asides) {
        return None;
    }
    let comma = tokens.get(asides).is_some_and(|t| t.shape == Shape::Comma);
    let set_off = first > 0 && tokens[first - 1].shape == Shape::Comma;
    if comma && opens_with_as(tokens, first) {
        return Some(Reading::behind(Frame::Before, asides + 1));
    }
    let closed = before(tokens, first);
    let goes_on = |t: &Token| goes_on(t) && !(inverted && t.is(Flags::DETERMINER));
    if set_off && comma && tokens.get(asides + 1).is_some_and(goes_on) {
        return Some(Reading {
            frame: Frame::Around,
            closed,
            open: Some(asides + 1),
        });
    }
    let clause = set_off && may_be_clause(tokens, &closed) || has_verb(tokens, &closed);
    (nothing_behind && clause).then_some(Reading {
        frame: Frame::Before,
        closed,
        open: None,
    })
}

/// Whether a clause can stand in `range`: three words or more with a verb, or many.
fn may_be_clause(tokens: &Tokens, range: &Range<usize>) -> bool {
    const MANY: usize = 8;
    range.len() >= MANY
        || range.len() > 2 && range.clone().skip(1).any(|at| mention::is_verb(tokens, at))
}

/// Whether the reported clause can go on with `token` behind "…, they said,".
fn goes_on(token: &Token) -> bool {
    !token.is(Flags::GERUND
        .or(Flags::ING)
        .or(Flags::COORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::SUBORDINATOR))
}

/// "As Lee said, taxes will rise", "and, as Lee said, taxes will rise": whether "as" opens the
/// clause of the speaker, and nothing that was said stands before it.
fn opens_with_as(tokens: &Tokens, first: usize) -> bool {
    let Some(at) = first.checked_sub(1).filter(|&at| tokens[at].is(Flags::AS)) else {
        return false;
    };
    at <= 2 || tokens[at - 1].is(Flags::COORDINATOR)
}

/// "The plan was criticised as a gift", "it was rejected": the subject, and what was said of it.
fn passive(tokens: &Tokens, cue: &Cue) -> Option<Reading> {
    let subject = mention::before(tokens, cue.phrase.start)?;
    let closed = subject.words();
    let at = cue.phrase.end;
    let next = tokens.get(at);
    let open =
        !closes(tokens, at) || next.is_some_and(|t| t.is(Flags::PREPOSITION) && !t.is(Flags::BY));
    Some(Reading {
        frame: Frame::Passive,
        closed,
        open: open.then_some(at),
    })
}

/// What stands before or behind "according to X".
fn according(tokens: &Tokens, cue: &Cue, speaker: Option<Mention>) -> Option<Reading> {
    const NEAR: usize = 30;
    let close = speaker.map_or(cue.phrase.end + 1, |speaker| speaker.words().end);
    let start = cue.phrase.start;
    let comma = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Comma);
    if opens(tokens, start) {
        let behind = |from: usize| (from..tokens.len().min(from + NEAR)).find(|&at| comma(at));
        // What looks like an apposition may be the clause itself.
        let comma = behind(close).or_else(|| behind(cue.phrase.end))?;
        let clause = behind(comma + 1).filter(|&next| is_office(tokens, comma + 1..next));
        return Some(Reading::behind(Frame::Before, clause.unwrap_or(comma) + 1));
    }
    let closed = before(tokens, start);
    if comma(close) && comma(start - 1) && tokens.get(close + 1).is_some_and(goes_on) {
        return Some(Reading {
            frame: Frame::Around,
            closed,
            open: Some(close + 1),
        });
    }
    Some(Reading {
        frame: Frame::Before,
        closed,
        open: None,
    })
}

/// Whether `range` is no clause but an office in capitals: "Chief Economist at the bank".
fn is_office(tokens: &Tokens, range: Range<usize>) -> bool {
    let opens = range.len() > 2
        && range
            .clone()
            .take(2)
            .all(|at| tokens[at].shape == Shape::Capital && tokens[at].word.flags == Flags::NONE);
    let links = |at: usize| tokens[at].is(Flags::PREPOSITION) || tokens[at].shape == Shape::Lower;
    opens
        && range.clone().any(links)
        && !range.clone().any(|at| mention::is_verb(tokens, at))
        && has_verb(tokens, &(range.end + 1..tokens.len()))
}

/// Whether nothing but adverbs stands before the token at `start`.
fn opens(tokens: &Tokens, start: usize) -> bool {
    tokens[..start]
        .iter()
        .all(|t| is_adverb(t) || t.is(Flags::COORDINATOR) || t.shape == Shape::Comma)
}

/// The clause before the token at `end`.
fn before(tokens: &Tokens, end: usize) -> Range<usize> {
    let mut end = end;
    while end > 0 && matches!(tokens[end - 1].shape, Shape::Comma | Shape::Dash) {
        end -= 1;
    }
    let mut brackets = 0;
    let start = (0..end)
        .rev()
        .find(|&at| {
            let shape = tokens[at].shape;
            let closed = shape == Shape::Close;
            brackets += usize::from(closed);
            if shape == Shape::Open && brackets > 0 {
                brackets -= 1;
                return false;
            }
            matches!(
                shape,
                Shape::Semicolon | Shape::Quote | Shape::Quoted | Shape::Open
            )
        })
        .map_or(0, |at| at + 1);
    let start = (start..end)
        .find(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Number)
        .unwrap_or(end);
    start..end
}

/// Whether nothing that was said can start at `at`.
fn closes(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_none_or(|t| {
        !matches!(
            t.shape,
            Shape::Lower
                | Shape::Capital
                | Shape::Number
                | Shape::Quote
                | Shape::Open
                | Shape::Colon
        ) || t.is(Flags::GERUND.or(Flags::COORDINATOR))
            || t.is(Flags::PREPOSITION.or(Flags::SUBORDINATOR))
                && !t.is(Flags::THAT
                    .or(Flags::RELATIVE)
                    .or(Flags::QUESTION)
                    .or(Flags::TO))
    })
}
