//! What a cue reports: [`Reading`]s of what stands before or around it, where nothing behind it is
//! read by [`complement`](crate::quotation::reported::complement).

use core::ops::Range;

use super::{Frame, is_behind};
use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::asides::{Basis, aside};
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::mention::{self, Mention};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::addressee::{addressee, agent};
use crate::quotation::reported::complement::{
    complement, complement_at, describes_venue, has_verb, is_put, noun_complement, opens_subject,
    skip_asides,
};

/// What a cue reports: a piece before it whose end is known, a piece that starts somewhere behind
/// it, or both.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) frame: Frame,
    pub(super) closed: Range<usize>,
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

/// What `cue` reports.
pub(super) fn reading(tokens: &Tokens, cue: &Cue, speaker: Option<Mention>) -> Option<Reading> {
    match cue.form {
        Form::According => according(tokens, cue, speaker),
        Form::Noun => noun_complement(tokens, cue.phrase.end),
        _ => reported(tokens, cue, speaker),
    }
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
    let relative = tokens[first].is(Flags::RELATIVE);
    if !closes(tokens, asides) && (relative || !describes_venue(tokens, last..asides)) {
        return None;
    }
    let comma = tokens.get(asides).is_some_and(|t| t.shape == Shape::Comma);
    let set_off = first > 0 && tokens[first - 1].shape == Shape::Comma;
    let closed = before(tokens, first);
    // "Indeed, says Lee, taxes will rise"
    let leads = !closed.is_empty() && tokens[closed.clone()].iter().all(is_adverb);
    if comma && (leads || opens_with_as(tokens, first)) {
        let start = behind_relative(tokens, asides + 1);
        return Some(Reading::behind(Frame::Before, start));
    }
    if is_put(&tokens[closed.clone()]) {
        return None;
    }
    let next = asides + 1;
    let narrated = set_off && is_narrated(tokens, &closed, last, asides);
    let goes_on = || {
        let opens = tokens.get(next).is_some_and(goes_on);
        opens && !(inverted && explains_speaker(tokens, next)) || opens_clause(tokens, next)
    };
    if set_off && comma && goes_on() {
        return Some(Reading {
            frame: Frame::Around,
            closed,
            open: (!narrated).then_some(next),
        });
    }
    let clause = set_off && may_be_clause(tokens, &closed) || has_verb(tokens, &closed);
    ((nothing_behind || narrated) && clause).then_some(Reading {
        frame: Frame::Before,
        closed,
        open: None,
    })
}

/// The token at `at`, or that behind the relative clause which opens there: "says Lee of Norwire, which sells fuel,
/// taxes will rise".
fn behind_relative(tokens: &Tokens, at: usize) -> usize {
    const NEAR: usize = 20;
    let relative = |t: &Token| t.is(Flags::RELATIVE) && !t.is(Flags::THAT);
    if !tokens.get(at).is_some_and(relative) {
        return at;
    }
    let mut near = at..tokens.len().min(at + NEAR);
    let close = near.find(|&at| tokens[at].shape == Shape::Comma);
    close.map_or(at, |close| close + 1)
}

/// Whether what stands behind a speaker and `asides` tells when something was said, not what: "The ferry was late, the
/// firm said on Friday, hours after it left", "the firm said after it left".
fn is_narrated(tokens: &Tokens, closed: &Range<usize>, last: usize, asides: usize) -> bool {
    const LEADS: Flags = Flags::PREPOSITION.or(Flags::SUBORDINATOR);
    let comma = |t: &Token| t.shape == Shape::Comma;
    if tokens.get(asides).is_some_and(comma) {
        return asides > last && tells_when(tokens, asides + 1);
    }
    let led = tokens.get(closed.start).is_none_or(|t| t.is(LEADS));
    let clause = tokens.get(asides).is_some_and(|t| t.is(Flags::CONTRAST));
    !led && (clause || tells_when(tokens, asides)) && !tokens[asides..].iter().any(comma)
}

/// Whether a clause or phrase of time opens at `at`: "after talks failed", "hours after the vote", "as voters left".
fn tells_when(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 5;
    const WHEN: Flags = Flags::WHEN.or(Flags::AS).or(Flags::WITH);
    let links = |t: &Token| t.is(Flags::PREPOSITION) && t.is(Flags::SUBORDINATOR);
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let near = at + 1..tokens.len().min(at + NEAR);
    let measured = |next: usize| links(&tokens[next]) && tokens[next - 1].is(Flags::TIME);
    first.is_word() && (first.is(WHEN) || links(first)) || near.into_iter().any(measured)
}

/// Whether what opens at `at`, behind a speaker and a comma, is about the speaker: "said Lee, a lawyer",
/// "said Lee, author of the bill".
fn explains_speaker(tokens: &Tokens, at: usize) -> bool {
    let opener = &tokens[at];
    let noun = opener.shape == Shape::Lower && mention::is_nominal(opener);
    opener.is(Flags::DETERMINER) || noun && !has_verb(tokens, &(at..tokens.len()))
}

/// Whether a clause can stand in `range`: three words or more with a verb, or many.
fn may_be_clause(tokens: &Tokens, range: &Range<usize>) -> bool {
    const MANY: usize = 8;
    range.len() >= MANY
        || range.len() > 2 && range.clone().skip(1).any(|at| mention::is_verb(tokens, at))
}

/// Whether the reported clause can go on with `token` behind "…, they said,"; not "…, said Lee, R-Dover".
fn goes_on(token: &Token) -> bool {
    // "It is not clear, they said, how it began"
    let asks =
        token.is(Flags::QUESTION) && !token.is(Flags::RELATIVE.or(Flags::WHEN).or(Flags::IF));
    asks || !token.is(Flags::GERUND
        .or(Flags::PARTY)
        .or(Flags::ING)
        .or(Flags::COORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::SUBORDINATOR))
}

/// Whether a clause that belongs to the one before it opens at `at`: "because it rained", "and it rained".
fn opens_clause(tokens: &Tokens, at: usize) -> bool {
    let Some(link) = tokens.get(at) else {
        return false;
    };
    let joins =
        link.is(Flags::COORDINATOR) && tokens.get(at + 1).is_some_and(|t| !t.is(Flags::CUE));
    let leads = link.is(Flags::SUBORDINATOR) && !link.is(Flags::RELATIVE);
    (joins || leads) && has_verb(tokens, &(at + 1..tokens.len()))
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
    // "criticised on Monday as a gift"
    let mut at = cue.phrase.end;
    while let Some(behind) = aside_at(tokens, at) {
        at = behind;
    }
    at = behind_agent(tokens, cue, at).unwrap_or(at);
    let next = tokens.get(at);
    // "it was revealed that"
    let it = tokens[closed.start].is(Flags::IT);
    if it && next.is_some_and(|t| t.is(Flags::THAT)) {
        return Some(Reading::behind(Frame::That, at));
    }
    // "it was revealed two boats were lost"
    if it && next.is_some_and(opens_subject) && has_verb(tokens, &(at..tokens.len())) {
        return Some(Reading::behind(Frame::Bare, at));
    }
    // "there, it is said, boys once swam"
    let comma = |t: &Token| t.shape == Shape::Comma;
    if it && closed.start > 0 && comma(&tokens[closed.start - 1]) && next.is_some_and(comma) {
        return Some(Reading {
            frame: Frame::Around,
            closed: before(tokens, closed.start),
            open: Some(at + 1),
        });
    }
    let open =
        !closes(tokens, at) || next.is_some_and(|t| t.is(Flags::PREPOSITION) && !t.is(Flags::BY));
    Some(Reading {
        frame: Frame::Passive,
        closed,
        open: open.then_some(at),
    })
}

/// The token behind who did it, if what was said stands there: "accused by unions of lying", "described by Lee as
/// a gift".
fn behind_agent(tokens: &Tokens, cue: &Cue, at: usize) -> Option<usize> {
    let end = agent(tokens, cue, at)?;
    let next = tokens.get(end)?;
    let label = next.is(Flags::AS) && cue.flags.any(Flags::LABEL);
    let infinitive = next.is(Flags::TO) && cue.flags.any(Flags::INFINITIVE);
    let takes = next.word.prepositions & tokens[cue.word].word.prepositions != 0;
    (label || infinitive || takes).then_some(end)
}

/// The token behind the adverb, or the phrase of time or place, at `at`.
fn aside_at(tokens: &Tokens, at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|t| t.is_word())?;
    if is_adverb(token) {
        return Some(at + 1);
    }
    aside(tokens, at, Basis::Words)
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
    let closed = retold(tokens, before(tokens, start));
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

/// Whether nothing but adverbs and a bracket stands before the token at `start` in its clause: "…, but according
/// to".
fn opens(tokens: &Tokens, start: usize) -> bool {
    if follows_coordinator(tokens, start) {
        return true;
    }
    let marks = |t: &Token| matches!(t.shape, Shape::Comma | Shape::Open);
    let leads = |t: &Token| marks(t) || is_adverb(t) || t.is(Flags::COORDINATOR);
    tokens[..start].iter().all(leads)
}

/// Whether "and" or "but" stands before the token at `start`, and before the comma there.
fn follows_coordinator(tokens: &[Token], start: usize) -> bool {
    let before = &tokens[..start];
    let before = match before {
        [before @ .., comma] if comma.shape == Shape::Comma => before,
        _ => before,
    };
    before.last().is_some_and(|t| t.is(Flags::COORDINATOR))
}

/// `clause` with the quoted words before it that it retells: "“…,” Lee said, according to Cho".
fn retold(tokens: &Tokens, clause: Range<usize>) -> Range<usize> {
    let quoted = clause
        .start
        .checked_sub(1)
        .filter(|&at| tokens[at].shape == Shape::Quoted);
    match quoted {
        Some(at) => {
            let whole = before(tokens, at);
            (if whole.is_empty() { at } else { whole.start })..clause.end
        }
        None => clause,
    }
}

/// The clause before the token at `end`, behind a dateline.
fn before(tokens: &Tokens, end: usize) -> Range<usize> {
    let mut end = end;
    let marks = |t: &Token| matches!(t.shape, Shape::Comma | Shape::Dash | Shape::Other);
    while end > 0 && marks(&tokens[end - 1]) {
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
        .map_or_else(|| mention::behind_dateline(tokens), |at| at + 1);
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
