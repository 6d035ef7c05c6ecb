//! Reported speech: [`Candidate`]s, read cue by cue from the tokens of a sentence.
//!
//! What a cue reports is read by [`reading`](mod@reading) and [`complement`](super::complement), where a content
//! ends by [`boundary`]; which candidates are kept is decided by [`judge`].

mod reading;

use core::ops::Range;

pub(crate) use reading::Reading;
use reading::reading;

use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::quotation::Input;
use crate::quotation::clause::cue::{self, Cue};
use crate::quotation::clause::mention::{self, Mention};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
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

/// Calls `take` with each candidate of a text, in order, and another one that reports its cue; each of
/// the stretches at `marks` counts as one token of that shape. Sentences whose tokens are `kept`, read around those
/// stretches, are not read again.
pub(crate) fn each(
    input: Input<'_, '_>,
    marks: &[(Span, Shape)],
    kept: &[Token],
    tokens: &mut Tokens,
    mut take: impl FnMut(&Tokens, &Candidate, Option<&Candidate>),
) {
    let mut sentences = Sentences { input, marks, kept };
    let mut candidates = Vec::new();
    for &sentence in input.sentences {
        if !sentences.read(sentence, tokens) {
            continue;
        }
        candidates.clear();
        for (word, token) in tokens.iter().enumerate() {
            if token.is(Flags::REPORTING) {
                candidates.extend(candidate(tokens, word, input.tables));
            }
        }
        for found in &candidates {
            if !repeats(found, &candidates) {
                take(tokens, found, outer(tokens, found, &candidates));
            }
        }
    }
}

/// Reads sentences in their order, where a cue may stand in them.
struct Sentences<'t, 'a> {
    input: Input<'t, 'a>,
    /// The stretches that may reach into what was not read yet.
    marks: &'a [(Span, Shape)],
    /// The tokens kept of sentences that were not read yet.
    kept: &'a [Token],
}

impl Sentences<'_, '_> {
    /// Reads `sentence` into `tokens`, unless there is certainly no cue in it; whether it did.
    fn read(&mut self, sentence: Span, tokens: &mut Tokens) -> bool {
        let Input { text, tables, .. } = self.input;
        let done = |(span, _): &&(Span, Shape)| span.end <= sentence.start;
        self.marks = &self.marks[self.marks.iter().take_while(done).count()..];
        let inside = parts_in(self.marks, sentence);
        let lies_in = |token: &&Token| token.span.start < sentence.end;
        let known;
        (known, self.kept) = self
            .kept
            .split_at(self.kept.iter().take_while(lies_in).count());
        if !known.is_empty() {
            tokens.recall(known);
            return true;
        }
        let may_report = gaps(sentence, inside.clone().map(|(span, _)| span))
            .any(|gap| cue::may_stand_in(text, gap, tables));
        if may_report {
            tokens.read_around(text, sentence, inside, tables);
        }
        may_report
    }
}

/// Whether `found`, whose cue is a noun or a participle, has the content of another one of `candidates`, whose cue
/// says more: "said in a note that", "said in the briefing room that".
fn repeats(found: &Candidate, candidates: &[Candidate]) -> bool {
    let outranks = |other: Form| match found.cue.form {
        Form::Noun => other != Form::Noun,
        Form::Participle => other == Form::Finite,
        _ => false,
    };
    let says = |other: &Candidate| outranks(other.cue.form) && other.content == found.content;
    candidates.iter().any(says)
}

/// The one of `candidates` that reports the cue of `found`.
fn outer<'c>(
    tokens: &Tokens,
    found: &Candidate,
    candidates: &'c [Candidate],
) -> Option<&'c Candidate> {
    candidates.iter().find(|outer| {
        let nests = outer.frame.is_clause() || found.cue.form == Form::Noun;
        nests && outer.reports(found.cue.word) && !goes_on_behind_marks(tokens, outer, found)
    })
}

/// Whether the cue of `found` goes on from the quoted words before it, not from what `outer` reports: "Lee said
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

/// The parts of the stretches at `marks`, of which none ends before `sentence`, that lie in it.
fn parts_in(
    marks: &[(Span, Shape)],
    sentence: Span,
) -> impl Iterator<Item = (Span, Shape)> + Clone + '_ {
    let inside = move |span: Span| {
        let start = span.start.max(sentence.start);
        Span::new(start, span.end.min(sentence.end))
    };
    let parts = marks
        .iter()
        .map(move |&(span, shape)| (inside(span), shape));
    parts.take_while(|(span, _)| !span.is_empty())
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
    pub(crate) const fn is_clause(self) -> bool {
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
    let reading = reading(tokens, &cue, known.flatten())?;
    let mut score = tables.reported_model.blank();
    judge::prospect(tokens, &cue, reading.frame, &mut score);
    if score.sum() < PROSPECT {
        return None;
    }
    let (found, cut) = reading.open.map_or((0..0, false), |start| {
        let (end, cut) = boundary::end(tokens, &cue, start, reading.frame, tables);
        (start..end, cut)
    });
    let (content, rest) = if reading.closed.is_empty() {
        (found, 0..0)
    } else {
        (reading.closed, found)
    };
    if content.is_empty() {
        return None;
    }
    let speaker = known.unwrap_or_else(|| speaker(tokens, &cue));
    let nobody = |speaker: Mention| tokens[speaker.words().start].is(Flags::IT);
    if cue.form == Form::Infinitive && speaker.is_some_and(nobody) {
        // "it is tempting to say"
        return None;
    }
    Some(Candidate {
        cue,
        frame: reading.frame,
        content,
        rest,
        open: reading.open,
        cut,
        speaker,
    })
}

/// Who speaks by `cue`: not the members in "the mayor, Ann Lee, said the members must go".
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
