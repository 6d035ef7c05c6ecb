//! Adds reported speech to the quotations in marks.
//!
//! Keeps candidates that score above the bar and are not already covered by a marked quotation, and
//! whoever reports such a quotation together with its cue; separates content, cue and speaker.

mod addressee;
pub(crate) mod boundary;
pub(crate) mod candidate;
mod complement;
mod ends;
pub(crate) mod judge;
mod main_verb;

use core::ops::Range;

use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::{Mention, behind_dateline};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::{Evidence, Input, Kind, Level, Quotation, Resolution, Speaker, SpeakerKind};
use crate::span::{Excerpt, Span};
use candidate::Candidate;
use complement::has_verb;

/// What scores no more than this is left out: as many are found as can be without losing more in
/// precision than is won in recall.
pub(crate) const BAR: f32 = -0.6;

/// As [`BAR`], of what stands before a clause that closes the sentence: "It rained, state media reported."
/// Few verbs are seen there often enough to weigh much.
const CLOSING: f32 = -1.2;

/// As [`BAR`], of what a cue reports that leads up to quoted words too: they may be all that it
/// reports.
const BORROWED: f32 = 1.5;

/// What scores more than this was right in 85 of 100 cases on texts of publishers held out of
/// training, the rest in 54; none is as sure as [`Level::High`] asks for.
pub(crate) const MEDIUM: f32 = 1.0;

/// The score of what needs no weighing: a quotation with its cue, and behind it who reports it.
const RETOLD: f32 = 2.0;

const fn level(score: f32) -> Level {
    if score > MEDIUM {
        Level::Medium
    } else {
        Level::Low
    }
}

/// Adds the reported speech of a text to `quotations`, which stay in order; for `marks` and `kept` see
/// [`candidate::each`].
pub(crate) fn add<'t>(
    input: Input<'t, '_>,
    marks: &[(Span, Shape)],
    kept: &[Token],
    tokens: &mut Tokens,
    quotations: &mut Vec<Quotation<'t>>,
) {
    let marked = quotations.len();
    candidate::each(input, marks, kept, tokens, |tokens, candidate, outer| {
        let weighed = weighed(
            &quotations[..marked],
            tokens,
            candidate,
            outer,
            input.tables,
        );
        quotations.extend(weighed.and_then(|(score, later)| {
            quotation(input.text, tokens, candidate, level(score), later)
        }));
    });
    quotations.sort_by_key(|quotation| first_word(quotation.first));
}

/// Whether `candidate` reports the sentence that it closes, set off by a comma: "It rained, Lee noted."
fn closes(tokens: &Tokens, candidate: &Candidate) -> bool {
    const LEADS: Flags = Flags::PREPOSITION
        .or(Flags::SUBORDINATOR)
        .or(Flags::GERUND)
        .or(Flags::ING);
    let Some(speaker) = candidate.speaker.map(|speaker| speaker.words()) else {
        return false;
    };
    let Range { start, end } = candidate.content;
    let comma = tokens.get(end).is_some_and(|t| t.shape == Shape::Comma);
    let leads = tokens[start].is(LEADS) || tokens[speaker.start].is(Flags::RELATIVE);
    let cue = &candidate.cue;
    candidate.frame == Frame::Before
        && cue.form == Form::Finite
        && cue.phrase.len() == 1
        && start == behind_dateline(tokens)
        && comma
        && !leads
        && speaker.start == end + 1
        && has_verb(tokens, &candidate.content)
}

/// What `candidate` scores, and the pieces of others' quotations that it goes on with; nothing where
/// it is below the bar or one of `quotations` has its cue for its own.
fn weighed<'t>(
    quotations: &[Quotation<'t>],
    tokens: &Tokens,
    candidate: &Candidate,
    outer: Option<&Candidate>,
    tables: &QuotationTables,
) -> Option<(f32, Vec<Excerpt<'t>>)> {
    let use_of = |candidate: &Candidate| cue_use(quotations, tokens, candidate);
    let used = use_of(candidate);
    if used == CueUse::Own {
        return None;
    }
    if let Some(later) = retold(quotations, tokens, candidate) {
        return Some((RETOLD, later));
    }
    if candidate.holds_marks(tokens) || outer.is_some_and(|outer| use_of(outer) == CueUse::Own) {
        return None;
    }
    let mut score = tables.reported_model.blank();
    judge::observe(tokens, candidate, outer.is_some(), &mut score);
    let score = score.sum();
    let bar = if used == CueUse::Borrowed {
        BORROWED
    } else if closes(tokens, candidate) {
        CLOSING
    } else {
        BAR
    };
    (score > bar).then(|| (score, Vec::new()))
}

/// The quotation that `candidate` is, with the pieces in `later` that stand behind it; nothing where no
/// content is left.
fn quotation<'t>(
    text: &'t str,
    tokens: &Tokens,
    candidate: &Candidate,
    level: Level,
    later: Vec<Excerpt<'t>>,
) -> Option<Quotation<'t>> {
    let (content, speaker) = apart(tokens, candidate)?;
    let content = with_adverbs(tokens, content, &candidate.cue);
    let around = tokens.span(trimmed(tokens, candidate.rest.clone()));
    let around = (!around.is_empty()).then(|| Excerpt::new(text, around));
    let behind =
        |piece: &Excerpt| around.is_none_or(|around| piece.span().start >= around.span().end);
    let later = later.into_iter().filter(behind);
    Some(Quotation {
        kind: Kind::Indirect,
        cue: Some(Excerpt::new(text, candidate.cue_span(tokens))),
        speaker: speaker.map(|mention| Speaker {
            mention: Excerpt::new(text, mention.span),
            name: None,
            kind: SpeakerKind::Unknown,
            how: Resolution::Unresolved,
        }),
        evidence: Evidence {
            rule: candidate.frame.rule(),
            level,
        },
        first: Excerpt::new(text, tokens.span(content)),
        rest: around.into_iter().chain(later).collect(),
    })
}

/// Where the first word of an excerpt stands, behind the marks that open it.
fn first_word(excerpt: Excerpt) -> usize {
    let marks = excerpt.as_str().find(char::is_alphanumeric);
    excerpt.span().start + marks.unwrap_or(0)
}

/// Where `candidate` retells what others are quoted as saying, "“…,” Lee said, according to the Gazette.
/// “…”", the words of them that stand behind it; else nothing.
fn retold<'t>(
    quotations: &[Quotation<'t>],
    tokens: &Tokens,
    candidate: &Candidate,
) -> Option<Vec<Excerpt<'t>>> {
    if candidate.cue.form != Form::According {
        return None;
    }
    let content = tokens.span(candidate.content.clone());
    let retold = |q: &&Quotation| q.cue.is_some_and(|cue| content.covers(cue.span()));
    let inside =
        |q: &&Quotation<'t>| retold(q) || q.content().any(|piece| piece.span().overlaps(content));
    let found = || near(quotations, content.end).iter().filter(inside);
    let pieces = found().flat_map(Quotation::content);
    let later = pieces.filter(|piece| piece.span().start > content.end);
    (found().count() > 0 && found().all(|q| retold(&q))).then(|| later.collect())
}

/// The quotations that begin nearest to `at`.
fn near<'a, 't>(quotations: &'a [Quotation<'t>], at: usize) -> &'a [Quotation<'t>] {
    const NEAR: usize = 3;
    let first = quotations.partition_point(|quotation| quotation.start() < at);
    &quotations[first.saturating_sub(NEAR)..quotations.len().min(first + NEAR)]
}

/// The content and the speaker of `candidate`, neither of which holds words of the other or of the
/// cue; nothing where no content is left.
fn apart(tokens: &Tokens, candidate: &Candidate) -> Option<(Range<usize>, Option<Mention>)> {
    let content = trimmed(tokens, candidate.content.clone());
    let speaker = candidate
        .speaker
        .and_then(|speaker| ahead_of(tokens, speaker, &candidate.cue.phrase))
        .and_then(|speaker| ahead_of(tokens, speaker, &content));
    let Some(speaker) = speaker.filter(|s| s.span.overlaps(tokens.span(content.clone()))) else {
        return Some((content, speaker));
    };
    let Range { start, end } = speaker.words();
    if start == content.start {
        // "criticism from rivals that the plan is costly"
        let behind = trimmed(tokens, end.min(content.end)..content.end);
        return (!behind.is_empty()).then_some((behind, Some(speaker)));
    }
    if tokens[start - 1].is(Flags::PREPOSITION) && content.start < start - 1 {
        // "criticism of the cuts by the unions"
        return Some((trimmed(tokens, content.start..start - 1), Some(speaker)));
    }
    Some((content, Some(speaker)))
}

/// `content` with the adverbs before it that belong to its first words: "said nearly 40 were hurt", but
/// "said again that 40 were hurt", "said on Monday taxes will rise".
fn with_adverbs(tokens: &Tokens, content: Range<usize>, cue: &Cue) -> Range<usize> {
    const LEADS: Flags = Flags::THAT.or(Flags::TO).or(Flags::QUESTION);
    let Range { start, end } = content;
    if start <= cue.phrase.end
        || tokens[start].is(LEADS)
        || tokens[start - 1].is(Flags::PREPOSITION)
    {
        return content;
    }
    let adverb = |token: &&Token| {
        // "pointed out taxes"
        let particle = token.word.prepositions != 0;
        token.is(Flags::ADVERB) && !token.is(Flags::TIME) && token.is_word() && !particle
    };
    let between = tokens[cue.phrase.end..start].iter().rev();
    start - between.take_while(adverb).count()..end
}

/// `speaker` without the words that run into `range`, as in "the mayor's claim"; nobody where only a
/// determiner is left.
fn ahead_of(tokens: &Tokens, speaker: Mention, range: &Range<usize>) -> Option<Mention> {
    let first = speaker.words().start;
    if !speaker.span.overlaps(tokens.span(range.clone())) || range.start <= first {
        return Some(speaker);
    }
    let left = trimmed(tokens, first..range.start);
    let last = tokens.get(left.clone())?.last()?;
    let head = if speaker.head.end > last.span.end {
        left.clone()
    } else {
        speaker.head_words()
    };
    let alone = !last.is(Flags::DETERMINER) || last.is(Flags::ALONE);
    alone.then(|| Mention::new(tokens, left, head))
}

/// `content` without marks at its edges, and up to a bracket that
/// was opened before it.
fn trimmed(tokens: &Tokens, content: Range<usize>) -> Range<usize> {
    let at_edge = |at: &usize| {
        use Shape::{Colon, Comma, Dash, Semicolon};
        matches!(tokens[*at].shape, Comma | Colon | Semicolon | Dash)
    };
    let mut open = 0_usize;
    let foreign = |&at: &usize| match tokens[at].shape {
        Shape::Open => {
            open += 1;
            false
        }
        Shape::Close if open > 0 => {
            open -= 1;
            false
        }
        shape => shape == Shape::Close,
    };
    let whole = content.start..content.end.min(tokens.len());
    let end = whole.clone().find(foreign).unwrap_or(whole.end);
    let first = (content.start..end).find(|at| !at_edge(at));
    let last = (content.start..end).rfind(|at| !at_edge(at));
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        _ => content,
    }
}

/// What quoted words have to do with a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CueUse {
    None,
    /// They stand behind its sentence, or behind a colon: "Lee said it rained. “…”"
    Borrowed,
    /// They are what it reports.
    Own,
}

/// What one of `quotations` has to do with the cue of `candidate`; only a clause is left to report by a
/// borrowed one.
fn cue_use(quotations: &[Quotation], tokens: &Tokens, candidate: &Candidate) -> CueUse {
    let cue = candidate.cue_span(tokens);
    let has_it = |q: &&Quotation| q.cue.is_some_and(|other| other.span().overlaps(cue));
    let Some(first) = near(quotations, cue.start).iter().find(has_it) else {
        return CueUse::None;
    };
    let colon = tokens.get(candidate.end());
    let colon = colon.filter(|token| token.shape == Shape::Colon);
    let end = colon.or(tokens.last()).map_or(cue.end, |t| t.span.end);
    if first.start() < end || !is_clause(tokens, candidate) {
        CueUse::Own
    } else {
        CueUse::Borrowed
    }
}

/// Whether what `candidate` reports has a verb, and says more than what it is about: not "explained why",
/// "described her plan".
fn is_clause(tokens: &Tokens, candidate: &Candidate) -> bool {
    let first = &tokens[candidate.content.start];
    first.is(Flags::GERUND.or(Flags::TO))
        || has_verb(tokens, &candidate.content)
        || has_verb(tokens, &candidate.rest)
}

#[cfg(test)]
mod tests;
