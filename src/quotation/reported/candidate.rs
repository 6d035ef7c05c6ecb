//! Reported speech: [`Candidate`]s, read cue by cue from the tokens of a sentence.
//!
//! What a cue reports is read by [`reading`] and [`complement`](super::complement), where a content
//! ends by [`boundary`]; which candidates are kept is decided by [`judge`].

mod reading;

use core::ops::Range;

pub(crate) use reading::Reading;
use reading::{according, reported};

use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::marks::Stretch;
use crate::quotation::clause::cue::{self, Cue};
use crate::quotation::clause::mention::{self, Mention};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::complement::noun_complement;
use crate::quotation::reported::{boundary, judge};
use crate::span::Span;

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

/// Calls `take` with each candidate of `text`, in order, and another one that reports its cue; each of
/// `stretches`, the outermost ones, counts as one token. Sentences whose tokens are `kept`, read around
/// those stretches, are not read again.
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
        for found in &candidates {
            // "said in a note that"
            let told =
                |other: &Candidate| other.cue.form != Form::Noun && other.content == found.content;
            if found.cue.form == Form::Noun && candidates.iter().any(told) {
                continue;
            }
            let outer = candidates.iter().find(|outer| {
                let nested = outer.frame.is_clause() || found.cue.form == Form::Noun;
                nested
                    && outer.reports(found.cue.word)
                    && !goes_on_behind_marks(tokens, outer, found)
            });
            take(tokens, found, outer);
        }
    }
}

/// Whether the cue of `found` goes on from what the marks before it tell, not from what `outer` reports: "Lee said
/// it was “over” and denied that", "Lee said it was “over”, warning that".
fn goes_on_behind_marks(tokens: &Tokens, outer: &Candidate, found: &Candidate) -> bool {
    let cue = &found.cue;
    let before = tokens
        .get(outer.content.start..cue.phrase.start)
        .unwrap_or_default();
    let joins = before.last().is_some_and(|last| {
        let apart = cue.form == Form::Participle && last.shape == Shape::Comma;
        apart || last.is(Flags::COORDINATOR)
    });
    joins && before.iter().any(|t| t.shape == Shape::Quoted)
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
            Self::That => "reported-that",
            Self::Bare => "reported-clause",
            Self::Question => "reported-question",
            Self::Infinitive => "reported-infinitive",
            Self::Object => "reported-object",
            Self::Prepositional => "reported-after-preposition",
            Self::Gerund => "reported-gerund",
            Self::Before => "reported-before",
            Self::Around => "reported-around",
            Self::Passive => "reported-passive",
            Self::Colon => "reported-after-colon",
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
    /// The token behind the last word of what is reported.
    pub(crate) fn end(&self) -> usize {
        self.content.end.max(self.rest.end)
    }

    /// From the first to the last token of cue and content.
    fn extent(&self) -> Range<usize> {
        self.content.start.min(self.cue.phrase.start)..self.end().max(self.cue.phrase.end)
    }

    /// Whether a quotation in marks stands between its ends.
    pub(crate) fn holds_marks(&self, tokens: &Tokens) -> bool {
        let extent = &tokens[self.extent()];
        extent.iter().any(|token| token.shape == Shape::Quoted)
    }

    pub(crate) fn cue_span(&self, tokens: &Tokens) -> Span {
        tokens.span(self.cue.phrase.clone())
    }

    /// Whether the token at `at` is part of what is reported.
    fn reports(&self, at: usize) -> bool {
        self.content.contains(&at) || self.rest.contains(&at)
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
    if score.sum() < PROSPECT {
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
    let nobody = |speaker: &Mention| tokens[speaker.words().start].is(Flags::IT);
    if cue.form == Form::Infinitive && speaker.as_ref().is_some_and(nobody) {
        // "it is tempting to say"
        return None;
    }
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
