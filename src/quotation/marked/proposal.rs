//! [`Proposal`]: a cue and a speaker that words in marks may have.
//!
//! Each [`Rule`] is a way to find out who spoke, and proposes; which proposal is accepted is decided
//! by [`attribution`](crate::quotation::marked::attribution).

mod rule;
mod verb;

use core::ops::Range;

pub(crate) use rule::Rule;
use verb::{cue_at, unknown_before_colon, unknown_cue};

use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::asides::is_saying;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::{self, MainSubject, Mention};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::marked::feature::Counts;
use crate::span::Span;

/// A cue and a speaker.
#[derive(Debug, Clone)]
pub(crate) struct Proposal {
    pub(crate) rule: Rule,
    /// The cue, if there is one among the tokens that are read now.
    pub(crate) cue: Option<Cue>,
    pub(crate) cue_span: Option<Span>,
    pub(crate) mention: Mention,
    /// How many cues stand between this one and the marks.
    pub(crate) rank: usize,
    /// 0 for the nearest way from the cue to the speaker, 1 for another.
    pub(crate) route: usize,
}

/// A quoted stretch among the tokens of its sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) tokens: &'a Tokens,
    pub(crate) counts: &'a Counts,
    /// The token that stands for the stretch.
    pub(crate) at: usize,
}

/// A speaker, and the rule that names them.
type Way = (Rule, Mention);

/// How far from the marks a cue is looked for, in tokens.
const REACH: usize = 60;
/// How many cues on each side are proposed.
const CUES: usize = 5;

/// Adds what the sentence of the stretch proposes.
pub(crate) fn in_sentence(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    let subject = main_subject(place);
    before(place, &subject, proposals);
    after(place, proposals);
    label(place, proposals);
    heading(place, proposals);
    dash(place, proposals);
    subject_of_verb(place, &subject, proposals);
    if let Some(mention) = subject.mention() {
        proposals.push(without_cue(Rule::Subject, mention));
    }
}

/// The subject of the main clause before the stretch.
fn main_subject(place: Place<'_>) -> MainSubject {
    let parted = place.counts.has_semicolon(place.at);
    MainSubject::in_clause(place.tokens, place.at, parted)
}

/// What a sentence without marks proposes for a stretch behind it.
pub(crate) fn in_previous_sentence(place: Place<'_>, rule: Rule, proposals: &mut Vec<Proposal>) {
    let subject = main_subject(place);
    let Place { tokens, at, .. } = place;
    let listed = place.counts.cues(at.saturating_sub(REACH), at).rev();
    let listed = listed.filter_map(|word| cue_at(tokens, word));
    let cues = unknown_before_colon(tokens, at).into_iter().chain(listed);
    let counts = |cue: &Cue| cue.form != Form::Noun && !retells(tokens, cue);
    for (rank, cue) in cues.filter(counts).take(2).enumerate() {
        push(tokens, rule, &cue, rank, &subject, proposals);
    }
    if let Some(mention) = subject.mention() {
        proposals.push(without_cue(rule, mention));
    }
}

/// What a sentence behind a stretch, which is its first token, proposes.
pub(crate) fn in_next_sentence(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    let known = proposals.len();
    after(place, proposals);
    proposals.truncate(known + 2);
    for found in &mut proposals[known..] {
        found.rule = Rule::NextSentence;
    }
    let signed = signature(place.tokens, place.at + 1);
    proposals.extend(signed.map(|mention| without_cue(Rule::DashAfter, mention)));
}

/// `"…" Ann Lee, Director`: a full name with what explains it, and nothing else, from `start` on.
fn signature(tokens: &Tokens, start: usize) -> Option<Mention> {
    let mention = mention::after(tokens, start)?;
    let name = &tokens[mention.head_words()];
    let full = name.len() > 1 && name.iter().all(|token| token.shape == Shape::Capital);
    let behind = tokens.get(mention.words().end);
    let ends = behind.is_none_or(|token| matches!(token.shape, Shape::Comma | Shape::Stop));
    let verb = (start + 1..tokens.len()).any(|at| mention::is_verb(tokens, at));
    (full && ends && !verb).then_some(mention)
}

/// `Lee said: "…"`, `Lee called it "…"`.
fn before(place: Place<'_>, subject: &MainSubject, proposals: &mut Vec<Proposal>) {
    let tokens = place.tokens;
    let near = place.at.saturating_sub(REACH);
    let listed = place.counts.cues(near, place.at).rev();
    let listed = listed.filter_map(|word| cue_at(tokens, word));
    let cues = unknown_before_colon(tokens, place.at)
        .into_iter()
        .chain(listed);
    let counts = |cue: &Cue| !leads_off(place, cue) && !retells(tokens, cue);
    for (rank, cue) in cues.filter(counts).take(CUES).enumerate() {
        let rule = match cue.form {
            Form::Noun => Rule::NounClause,
            Form::According => Rule::AccordingBefore,
            _ => match tokens[place.at - 1].shape {
                Shape::Colon => Rule::CueColon,
                Shape::Comma => Rule::CueComma,
                _ => Rule::CueClause,
            },
        };
        match agent(place, &cue) {
            Some(mention) => proposals.push(Proposal {
                rank,
                ..with_cue(tokens, Rule::Agent, &cue, mention)
            }),
            None => push(tokens, rule, &cue, rank, subject, proposals),
        }
    }
}

/// "As Lee spoke, the board …", but not "As Lee put it": a verb that takes no clause, in a clause that
/// ends before another verb and the marks.
fn leads_off(place: Place<'_>, cue: &Cue) -> bool {
    let tokens = place.tokens;
    let opened = tokens
        .first()
        .is_some_and(|first| first.is(Flags::SUBORDINATOR) && !first.is(Flags::THAT));
    let puts_it = tokens
        .get(cue.phrase.end)
        .is_some_and(|next| next.is(Flags::IT));
    if !opened || cue.flags.any(Flags::CLAUSE) || puts_it {
        return false;
    }
    let mut main = cue.phrase.end..place.at;
    main.any(|at| tokens[at].shape == Shape::Comma) && main.any(|at| mention::is_verb(tokens, at))
}

/// `seen by Lee as "…"`, `has been called "…" by Lee`, `labelled a "…" by Lee`: who did so, not to whom
/// it was done.
fn agent(place: Place<'_>, cue: &Cue) -> Option<Mention> {
    let tokens = place.tokens;
    if !cue.flags.any(Flags::PARTICIPLE) {
        return None;
    }
    let by = |at: usize| tokens.get(at).is_some_and(|token| token.is(Flags::BY));
    if by(cue.phrase.end) {
        return mention::by(tokens, cue.phrase.end);
    }
    // without an object before the marks it is no verb of who stands before it
    let opens = |token: &Token| token.is(Flags::AS.or(Flags::DETERMINER));
    let passive = cue.form == Form::Passive || tokens[cue.phrase.end..place.at].iter().all(opens);
    if !passive || !by(place.at + 1) {
        return None;
    }
    mention::after(tokens, place.at + 2)
}

/// `"…," Lee said`, `"…," said Lee`, `"…," according to Lee`.
fn after(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    const NEAR: usize = 4;
    let Place { tokens, at, .. } = place;
    let start = at + 1;
    let end = tokens.len().min(start + REACH);
    let near = end.min(start + NEAR);
    let mut rank = 0;
    let closing = closing_verb(tokens, start, near..end);
    let listed = place.counts.cues(near, end);
    for word in (start..near).chain(listed).chain(closing) {
        let may_be_unknown = word < near || Some(word) == closing;
        let unknown = || unknown_cue(tokens, word).filter(|_| may_be_unknown);
        let Some(cue) = cue_at(tokens, word).or_else(unknown) else {
            continue;
        };
        if retells(tokens, &cue) {
            return;
        }
        if describes_speaker(place, &cue, end) {
            continue;
        }
        let Some(ways) = ways_behind(place, &cue, rank) else {
            continue;
        };
        for (route, (rule, mention)) in ways.into_iter().flatten().enumerate() {
            let proposal = with_cue(tokens, rule, &cue, mention);
            proposals.push(Proposal {
                rank,
                route,
                ..proposal
            });
        }
        rank += 1;
        if rank == CUES {
            return;
        }
    }
}

/// Whether `cue` tells of whoever says it behind, before the token at `end`: `"…," a source who asked not to be
/// named told the Gazette`.
fn describes_speaker(place: Place<'_>, cue: &Cue, end: usize) -> bool {
    let tokens = place.tokens;
    let opens = |subject: Mention| subject.words().start == place.at + 1;
    let says = |word: usize| {
        let cue = cue_at(tokens, word).filter(|_| is_saying(&tokens[word]));
        cue.is_some_and(|cue| mention::before(tokens, cue.phrase.start).is_none_or(opens))
    };
    describes(tokens, place.at + 1..cue.phrase.start)
        && place.counts.cues(cue.phrase.end, end).any(says)
}

/// Whether a relative clause without commas stands in `words`: "a source who asked not to be named".
fn describes(tokens: &Tokens, words: Range<usize>) -> bool {
    let relative = |t: &Token| t.is(Flags::RELATIVE) && !t.is(Flags::THAT);
    let mut clause = tokens.get(words).unwrap_or_default().iter().rev();
    clause.any(relative) && clause.all(|t| t.shape != Shape::Comma)
}

/// The last word of a sentence, if it lies in `range` and is a verb that no list knows, whose subject
/// starts at `start`: `"…," the engineer Ann Lee harped.`
fn closing_verb(tokens: &Tokens, start: usize, range: Range<usize>) -> Option<usize> {
    let last = tokens.iter().rposition(|t| t.shape != Shape::Stop);
    let last = last.filter(|last| range.contains(last))?;
    if cue_at(tokens, last).is_some() || unknown_cue(tokens, last).is_none() {
        return None;
    }
    let subject = mention::before(tokens, last)?;
    (subject.words().start == start).then_some(last)
}

/// The speakers that `cue` behind the marks may have, the nearest way first; `None` for a cue that has
/// none there.
fn ways_behind(place: Place<'_>, cue: &Cue, rank: usize) -> Option<[Option<Way>; 2]> {
    let Place { tokens, at, .. } = place;
    let Range { start, end } = cue.phrase;
    let alone = |rule, mention: Option<Mention>| [mention.map(|mention| (rule, mention)), None];
    match cue.form {
        Form::According => Some(alone(Rule::AccordingAfter, mention::source(tokens, end))),
        Form::Passive => Some(alone(Rule::PassiveAfter, mention::speaker(tokens, cue))),
        Form::Noun | Form::Participle | Form::Infinitive => None,
        // `"…," as described by Lee`
        Form::Finite if is_told_by(tokens, cue) => {
            Some(alone(Rule::AccordingAfter, mention::by(tokens, end)))
        }
        Form::Finite => {
            let subject = mention::before(tokens, start).filter(|s| s.words().start > at);
            let mark = |at: usize| matches!(tokens[at].shape, Shape::Comma | Shape::Quoted);
            let set_off = start.checked_sub(1).is_some_and(mark);
            let other = if start <= at + 2 || set_off {
                // "said the mayor was late"
                let acts =
                    |token: &Token| token.is_word() && token.is(Flags::AUXILIARY.or(Flags::MODAL));
                let spoke = |m: &Mention| !tokens.get(m.words().end).is_some_and(acts);
                let mention = mention::behind(tokens, end).filter(spoke);
                mention.map(|mention| (Rule::SaidSpeaker, mention))
            } else {
                let opening = match subject {
                    _ if rank > 0 => None,
                    Some(subject) => opening_subject(tokens, at + 1, subject),
                    // "a source who asked not to be named told"
                    None => {
                        let says = is_saying(&tokens[cue.word]);
                        let named = says && describes(tokens, at + 1..start);
                        mention::after(tokens, at + 1).filter(|_| named)
                    }
                };
                opening.map(|mention| (Rule::SpeakerSaid, mention))
            };
            let way = |mention: Mention| (behind_as(tokens, at, mention), mention);
            Some([subject.map(way), other])
        }
    }
}

/// Whether `cue` is the participle of "as described by".
fn is_told_by(tokens: &Tokens, cue: &Cue) -> bool {
    let Range { start, end } = cue.phrase;
    let by = tokens.get(end).is_some_and(|token| token.is(Flags::BY));
    by && cue.flags.any(Flags::PARTICIPLE) && start > 0 && tokens[start - 1].is(Flags::AS)
}

/// `"…," as Lee puts it` counts as "according to Lee"; otherwise Lee is the subject of the cue.
fn behind_as(tokens: &Tokens, at: usize, speaker: Mention) -> Rule {
    let before = speaker.words().start - 1;
    let set_off = before - at <= 2 && tokens[before].is(Flags::AS);
    if set_off {
        Rule::AccordingAfter
    } else {
        Rule::SpeakerSaid
    }
}

/// `"…," Lee said, according to the Gazette`, `Lee called it "…," according to the Gazette`, `"…," Lee said,
/// the Gazette reports`: whether who is named reports that somebody said it.
fn retells(tokens: &Tokens, cue: &Cue) -> bool {
    const NEAR: usize = 20;
    let according = cue.form == Form::According;
    if !according && !closes(tokens, cue) {
        return false;
    }
    let end = cue.phrase.start;
    let near = end.saturating_sub(NEAR);
    let quoted = |at: &usize| tokens[*at].shape == Shape::Quoted;
    let Some(marks) = (near..end).rev().find(quoted) else {
        return false;
    };
    let says = |cue: &Cue| cue.form == Form::Finite && cue.flags.any(Flags::SAYING);
    let subject = |cue: &Cue| {
        let subject = mention::before(tokens, cue.phrase.start);
        subject.map(|mention| mention.words().start)
    };
    let mut behind = (marks + 1..end).filter_map(|word| cue_at(tokens, word));
    let first = |cue: Cue| cue.phrase.start == marks + 1 || subject(&cue) == Some(marks + 1);
    let clause = (near..marks)
        .rev()
        .take_while(|at| tokens[*at].shape != Shape::Comma && !quoted(at));
    let mut before = clause.filter_map(|word| cue_at(tokens, word)).filter(says);
    behind.next().filter(says).is_some_and(first)
        || according && before.any(|cue| subject(&cue).is_some())
}

/// `…, the Gazette reports.`: whether a subject behind a comma and `cue` close the sentence.
fn closes(tokens: &Tokens, cue: &Cue) -> bool {
    let end = &tokens[cue.phrase.end..];
    let closes = cue.form == Form::Finite && end.iter().all(|token| token.shape == Shape::Stop);
    let subject = closes.then(|| mention::before(tokens, cue.phrase.start));
    let left = subject
        .flatten()
        .and_then(|s| s.words().start.checked_sub(1));
    left.is_some_and(|left| tokens[left].shape == Shape::Comma)
}

/// `"…," Lee, who runs the port, said`: who stands right behind the marks, if not `subject`.
fn opening_subject(tokens: &Tokens, start: usize, subject: Mention) -> Option<Mention> {
    let opening = mention::after(tokens, start)?;
    (opening.span.end < subject.head.start).then_some(opening)
}

/// `Lee: "…"`, with nothing but a name before the colon.
fn label(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    let Some(colon) = place.at.checked_sub(1) else {
        return;
    };
    if place.tokens[colon].shape != Shape::Colon {
        return;
    }
    let Some(mention) = mention::before(place.tokens, colon) else {
        return;
    };
    let free = mention.words().start.checked_sub(1).is_none_or(|at| {
        let token = &place.tokens[at];
        !token.is_word() && token.shape != Shape::Comma
    });
    let named = !is_verb_alone(place.tokens, mention) && !mention::is_time(place.tokens, &mention);
    if free && named {
        proposals.push(Proposal {
            rule: Rule::Label,
            cue: None,
            cue_span: Some(place.tokens[colon].span),
            mention,
            rank: 0,
            route: 0,
        });
    }
}

/// `Adds: "…"`: a verb whose subject is left out.
fn is_verb_alone(tokens: &Tokens, mention: Mention) -> bool {
    let words = mention.words();
    let first = &tokens[words.start];
    words.len() == 1 && first.is(Flags::SAYING) && first.is(Flags::PRESENT.or(Flags::PAST))
}

/// `Lee: Plan Is "Mad"`, `LEE: Well, they call it "mad"`: a name and a colon open the sentence.
fn heading(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    const NEAR: usize = 6;
    let tokens = place.tokens;
    let near = place.at.min(NEAR);
    let capital = |token: &Token| token.shape == Shape::Capital || token.is(Flags::OF);
    let colon = tokens[..near].iter().position(|token| !capital(token));
    let Some(colon) = colon.filter(|&at| at > 0 && tokens[at].shape == Shape::Colon) else {
        return;
    };
    if colon + 1 < place.at {
        let mention = mention::before(tokens, colon);
        proposals.extend(mention.map(|mention| Proposal {
            cue_span: Some(tokens[colon].span),
            ..without_cue(Rule::Heading, mention)
        }));
    }
}

/// `"…" — Lee`, to the end of the sentence.
fn dash(place: Place<'_>, proposals: &mut Vec<Proposal>) {
    let tokens = place.tokens;
    if tokens
        .get(place.at + 1)
        .is_none_or(|token| token.shape != Shape::Dash)
    {
        return;
    }
    let Some(mention) = mention::after(tokens, place.at + 2) else {
        return;
    };
    proposals.push(without_cue(Rule::DashAfter, mention));
}

/// A line of its own behind the marks: `- Lee`.
pub(crate) fn in_next_line(tokens: &Tokens, proposals: &mut Vec<Proposal>) {
    if tokens
        .first()
        .is_some_and(|token| token.shape == Shape::Dash)
    {
        let mention = mention::after(tokens, 1);
        proposals.extend(mention.map(|mention| without_cue(Rule::DashAfter, mention)));
    }
}

/// "was presented as", "described by Lee as": its subject does not speak.
fn is_passive(tokens: &Tokens, verb: usize) -> bool {
    let done = |token: &Token| token.is(Flags::ED.or(Flags::PARTICIPLE));
    let next = tokens.get(verb + 1);
    tokens[verb].is(Flags::BE) && next.is_some_and(done)
        || done(&tokens[verb]) && next.is_some_and(|next| next.is(Flags::BY))
}

/// The subject of the last verb before the marks.
fn subject_of_verb(place: Place<'_>, subject: &MainSubject, proposals: &mut Vec<Proposal>) {
    let tokens = place.tokens;
    let verb = (place.at.saturating_sub(REACH / 2)..place.at)
        .rev()
        .find(|&at| tokens[at].shape != Shape::Clitic && mention::is_verb(tokens, at));
    let Some(verb) = verb.filter(|&verb| !is_passive(tokens, verb)) else {
        return;
    };
    let cue = Cue {
        phrase: verb..verb + 1,
        word: verb,
        form: Form::Finite,
        flags: tokens[verb].word.flags,
        lemma: tokens[verb].word.lemma,
        negated: false,
        modal: false,
    };
    if let Some(mention) = mention::before(tokens, verb).or_else(|| subject.at(tokens, verb)) {
        proposals.push(Proposal {
            rule: Rule::SubjectOfVerb,
            // "is" and "can" are no cues.
            cue_span: (!tokens[verb].is(Flags::BE.or(Flags::MODAL))).then_some(tokens[verb].span),
            cue: Some(cue),
            mention,
            rank: 0,
            route: 0,
        });
    }
}

fn push(
    tokens: &Tokens,
    rule: Rule,
    cue: &Cue,
    rank: usize,
    subject: &MainSubject,
    proposals: &mut Vec<Proposal>,
) {
    let first = mention::speaker(tokens, cue);
    let start = cue.phrase.start;
    // "he began by saying": nobody else does
    let by = start > 0 && tokens[start - 1].is(Flags::BY);
    let second = match cue.form {
        Form::Participle if by && first.is_some() => None,
        Form::Participle | Form::Infinitive => mention::before(tokens, start)
            .or_else(|| mention::object(tokens, cue))
            .or_else(|| mention::last_subject(tokens, start))
            .filter(|second| first.is_none_or(|first| first.head != second.head))
            .or_else(|| subject.at(tokens, start)),
        Form::Finite => {
            mention::coordinate_subject(tokens, start).or_else(|| subject.at(tokens, start))
        }
        Form::Passive | Form::Noun | Form::According => None,
    };
    let second = second.filter(|second| first.is_none_or(|first| first.head != second.head));
    for (route, mention) in [first, second].into_iter().enumerate() {
        if let Some(mention) = mention {
            let proposal = with_cue(tokens, rule, cue, mention);
            proposals.push(Proposal {
                rank,
                route,
                ..proposal
            });
        }
    }
}

fn with_cue(tokens: &Tokens, rule: Rule, cue: &Cue, mention: Mention) -> Proposal {
    Proposal {
        cue_span: Some(tokens.span(cue.phrase.clone())),
        cue: Some(cue.clone()),
        ..without_cue(rule, mention)
    }
}

fn without_cue(rule: Rule, mention: Mention) -> Proposal {
    Proposal {
        rule,
        cue: None,
        cue_span: None,
        mention,
        rank: 0,
        route: 0,
    }
}
