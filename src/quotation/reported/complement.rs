//! What a verb or a noun of saying takes behind it, behind adverbs and whom it was said to: "that
//! taxes will rise", "to raise taxes", "the tax".
//!
//! Finds the [`Frame`] and where the content starts; where it ends is found by
//! [`boundary`](crate::quotation::reported::boundary). Uses tokens, cues and noun phrases.

use core::ops::Range;

use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::quotation::clause::asides::{Basis, aside, is_saying};
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::addressee::{addressee, agent, is_several};
use crate::quotation::reported::candidate::Reading;

/// What a verb of saying takes behind it, or behind whom it was said to.
pub(crate) fn complement(tokens: &Tokens, cue: &Cue) -> Option<Reading> {
    let at = cue.phrase.end;
    if !cue.flags.any(Flags::PERSON) {
        return complement_at(tokens, cue, at);
    }
    let whom = || addressee(tokens, cue, at).filter(|_| cue.form != Form::Passive);
    let behind = agent(tokens, cue, at).or_else(whom);
    complement_at(tokens, cue, behind.unwrap_or(at))
}

/// What a verb of saying takes at `from`.
pub(crate) fn complement_at(tokens: &Tokens, cue: &Cue, from: usize) -> Option<Reading> {
    const PREPOSITIONAL: Flags = Flags::PREPOSITIONAL.or(Flags::PERSON);
    const CLAUSAL: Flags = Flags::CLAUSE
        .or(Flags::PERSON)
        .or(Flags::INFINITIVE)
        .or(Flags::THOUGHT);
    let flags = cue.flags;
    if flags.any(PREPOSITIONAL) {
        if let Some(start) = prepositional(tokens, from, tokens[cue.word].word.prepositions) {
            return Some(Reading::behind(Frame::Prepositional, start));
        }
    }
    let at = if flags.any(CLAUSAL) && !opens_infinitive(tokens, cue, from) {
        skip_asides(tokens, from)
    } else {
        from
    };
    let first = tokens.get(at)?;
    if first.shape == Shape::Colon {
        return behind_colon(tokens, cue, at);
    }
    if first.is(Flags::THAT) {
        return that_clause(tokens, cue, at);
    }
    if describes_venue(tokens, from..at) {
        return None;
    }
    question(tokens, cue, from, at)
        .or_else(|| clause_without_subject(tokens, cue, from..at))
        .or_else(|| infinitive(tokens, cue, from..at))
        .or_else(|| label(tokens, cue, at))
        .or_else(|| gerund(first, at))
        .or_else(|| noun_or_clause(tokens, at, flags).filter(|_| !lacks_label(tokens, cue, at)))
        .or_else(|| led_clause(tokens, cue, at))
        .or_else(|| clause_behind_aside(tokens, cue, from..at))
}

/// Whether what `cue` takes opens with the "to" at `at`: "threatens to cut a tax that".
fn opens_infinitive(tokens: &Tokens, cue: &Cue, at: usize) -> bool {
    const WHOM: Flags = Flags::OBJECT_PRONOUN
        .or(Flags::POSSESSIVE)
        .or(Flags::SUBJECT);
    let base = |t: &Token| is_base(t) && !t.is(WHOM);
    let to = tokens.get(at).is_some_and(|t| t.is(Flags::TO));
    to && cue.flags.any(Flags::INFINITIVE) && tokens.get(at + 1).is_some_and(base)
}

/// Whether a participle behind what was `skipped` says more of a document: "said in a report released today",
/// "said in a note dated May 2".
pub(crate) fn describes_venue(tokens: &Tokens, skipped: Range<usize>) -> bool {
    const PARTICIPLE: Flags = Flags::ED
        .or(Flags::PARTICIPLE)
        .or(Flags::ING)
        .or(Flags::GERUND);
    let venue = |t: &Token| t.is(Flags::VENUE) && t.shape == Shape::Lower;
    let participle = |t: &Token| t.shape == Shape::Lower && t.is(PARTICIPLE);
    tokens.get(skipped.end).is_some_and(participle) && tokens[skipped].iter().any(venue)
}

/// What stands behind a colon: "he said: stay indoors", not "Storm warning: stay indoors".
fn behind_colon(tokens: &Tokens, cue: &Cue, colon: usize) -> Option<Reading> {
    let noun = cue.form == Form::Participle && mention::follows_noun(tokens, cue.phrase.start);
    (!noun).then(|| Reading::behind(Frame::Colon, colon + 1))
}

/// The clause that "that" opens: not "the questions that were asked", "told that to the neighbours".
fn that_clause(tokens: &Tokens, cue: &Cue, that: usize) -> Option<Reading> {
    let relative = cue.flags.any(Flags::NOUN) && is_subject(tokens, that);
    let clause = !relative && !is_addressed(tokens, that);
    clause.then(|| Reading::behind(Frame::That, that))
}

/// "whether taxes will rise", or the clause of "told everyone who would listen that taxes will rise".
fn question(tokens: &Tokens, cue: &Cue, from: usize, at: usize) -> Option<Reading> {
    let opens = tokens[at].is(Flags::SUBORDINATOR.or(Flags::RELATIVE)) && is_question(tokens, at);
    if !opens {
        return None;
    }
    let takes = cue.flags.any(Flags::INFINITIVE);
    if let Some(to) = infinitive_behind_relative(tokens, at).filter(|_| takes) {
        return Some(Reading::behind(Frame::Infinitive, to));
    }
    let that = that_behind_relative(tokens, from, at);
    Some(that.map_or_else(
        || Reading::behind(Frame::Question, at),
        |that| Reading::behind(Frame::That, that),
    ))
}

/// A clause whose verb stands behind what was `skipped`: its subject stands before the speaker, or
/// is what looked like an aside: "said next year would be hard".
fn clause_without_subject(tokens: &Tokens, cue: &Cue, skipped: Range<usize>) -> Option<Reading> {
    let Range { start, end } = skipped;
    if is_left(tokens, cue, end) {
        return Some(Reading::behind(Frame::Bare, end));
    }
    let auxiliary = tokens[end].is(Flags::AUXILIARY.or(Flags::MODAL));
    let time = |t: &Token| t.is(Flags::TIME);
    let subject = auxiliary && tokens[skipped].iter().any(time) && cue.flags.any(Flags::CLAUSE);
    subject.then(|| Reading::behind(Frame::Bare, start))
}

/// "to raise taxes", with the "not" among what was `skipped`: "told them not to worry".
fn infinitive(tokens: &Tokens, cue: &Cue, skipped: Range<usize>) -> Option<Reading> {
    const TAKES: Flags = Flags::INFINITIVE.or(Flags::THOUGHT).or(Flags::PERSON);
    let to = skipped.end;
    if !tokens[to].is(Flags::TO) || !cue.flags.any(TAKES) {
        return None;
    }
    let negated = !skipped.is_empty() && tokens[to - 1].is(Flags::NEGATION);
    let start = to - usize::from(negated);
    Some(Reading::behind(Frame::Infinitive, start))
}

/// "a gift" of "described the plan as a gift".
fn label(tokens: &Tokens, cue: &Cue, at: usize) -> Option<Reading> {
    let label = cue.flags.any(Flags::LABEL) && tokens[at].is(Flags::AS);
    label.then(|| Reading::behind(Frame::Prepositional, at + 1))
}

/// "raising taxes", "having raised taxes", whose `first` word stands at `at`.
fn gerund(first: &Token, at: usize) -> Option<Reading> {
    let having = first.is(Flags::AUXILIARY) && first.last == b'g';
    let gerund = first.is(Flags::GERUND.or(Flags::ING)) || having;
    (gerund && first.shape == Shape::Lower).then(|| Reading::behind(Frame::Gerund, at))
}

/// Whether the verb at `at` is what is left of a clause whose subject stands before the speaker:
/// "which critics said was unfair", "a step that they said came too late", "a tax critics said was
/// unfair".
fn is_left(tokens: &Tokens, cue: &Cue, at: usize) -> bool {
    const NEAR: usize = 8;
    let first = &tokens[at];
    let auxiliary = first.is(Flags::AUXILIARY.or(Flags::MODAL));
    let finite = auxiliary || first.is(Flags::VERB.or(Flags::PAST)) && first.last != b's';
    if !finite || first.shape != Shape::Lower || first.is(Flags::GERUND.or(Flags::ADVERB)) {
        return false;
    }
    let before = &tokens[..cue.phrase.start];
    let relative = |t: &Token| t.is(Flags::RELATIVE);
    if before.iter().rev().take(NEAR).any(relative) {
        return auxiliary || cue.flags.any(Flags::CLAUSE);
    }
    auxiliary
        && cue.form == Form::Finite
        && !cue.flags.any(Flags::OBJECT)
        && follows_noun_phrase(tokens, cue)
}

/// Whether the subject of `cue` stands right behind another noun phrase, which does not open the
/// sentence: "… a tax the critics said", not "The tax the critics said".
fn follows_noun_phrase(tokens: &Tokens, cue: &Cue) -> bool {
    let subject = mention::before(tokens, cue.phrase.start);
    let first = subject.map(|subject| subject.words().start);
    let opens = |at: &usize| tokens[*at].is(Flags::DETERMINER.or(Flags::SUBJECT));
    let noun = first.filter(opens).and_then(|first| first.checked_sub(1));
    let noun =
        noun.filter(|&noun| mention::is_nominal(&tokens[noun]) && !mention::is_verb(tokens, noun));
    let phrase = noun.and_then(|noun| mention::before(tokens, noun + 1));
    phrase.is_some_and(|phrase| phrase.words().start > mention::behind_dateline(tokens))
}

/// A clause behind a comma and what was `skipped` before it, which may lead up to it: "said despite the
/// rain, the game went on".
fn clause_behind_aside(tokens: &Tokens, cue: &Cue, skipped: Range<usize>) -> Option<Reading> {
    let comma = tokens.get(skipped.end)?.shape == Shape::Comma;
    let start = skipped.end + 1;
    let subject = opens_subject(tokens.get(start)?);
    let put = is_put(&tokens[..cue.phrase.end]);
    let takes = cue.flags.any(Flags::CLAUSE) && cue.form != Form::Passive && !put;
    if skipped.is_empty() || !comma || !subject || !takes {
        return None;
    }
    let near = start..tokens.len().min(start + NEAR);
    let led = tokens[skipped.start].is(Flags::PREPOSITION)
        && aside(tokens, skipped.start, Basis::Words).is_none();
    let first = if led { skipped.start } else { start };
    has_verb(tokens, &near).then(|| Reading::behind(Frame::Bare, first))
}

/// The complement of a noun of saying: "that …", "to …", or "of …".
pub(crate) fn noun_complement(tokens: &Tokens, at: usize) -> Option<Reading> {
    const ABOUT: Flags = Flags::PREPOSITION;
    let first = tokens.get(at)?;
    if first.shape == Shape::Colon {
        return Some(Reading::behind(Frame::Colon, at + 1));
    }
    if first.is(Flags::BE) && first.is_word() {
        let then = tokens.get(at + 1)?;
        return (then.is(Flags::THAT.or(Flags::QUESTION)) || then.shape == Shape::Colon)
            .then(|| Reading::behind(Frame::That, at + 1));
    }
    if first.is(Flags::QUESTION) {
        return Some(Reading::behind(Frame::Question, at));
    }
    if first.is(Flags::THAT) {
        return (!is_subject(tokens, at)).then(|| Reading::behind(Frame::That, at));
    }
    let to = at + usize::from(first.is(Flags::NEGATION));
    if tokens.get(to)?.is(Flags::TO) && tokens.get(to + 1).is_some_and(is_base) {
        return Some(Reading::behind(Frame::Infinitive, at));
    }
    (first.is(ABOUT) && first.word.prepositions != 0)
        .then(|| Reading::behind(Frame::Prepositional, at + 1))
}

/// A clause that something leads up to: "said in May taxes rose", "says if taxes rise, he goes".
fn led_clause(tokens: &Tokens, cue: &Cue, at: usize) -> Option<Reading> {
    let comma = tokens.get(at).is_some_and(|t| t.shape == Shape::Comma);
    let at = at + usize::from(comma);
    let first = tokens.get(at)?;
    let alone = tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Comma);
    // "Taxes rose, Lee said, and voters left"
    let joined = first.is(Flags::COORDINATOR) && !comma;
    let leads = first.is(Flags::SUBORDINATOR.or(Flags::PREPOSITION).or(Flags::TIME)) || joined;
    let clause = cue.flags.any(Flags::CLAUSE) && cue.form != Form::Passive;
    if !clause || !leads || alone || !first.is_word() || is_put(&tokens[at..]) {
        return None;
    }
    let near = at + 1..tokens.len().min(at + NEAR);
    let subject = near
        .clone()
        .take_while(|&at| tokens[at].shape != Shape::Stop)
        .any(|at| mention::is_verb(tokens, at) && !tokens[at].is(Flags::ING.or(Flags::GERUND)));
    subject.then(|| Reading::behind(Frame::Bare, at))
}

/// Whether `clause` says what was put to whoever speaks: "Asked if it rained", "when told of it".
pub(crate) fn is_put(clause: &[Token]) -> bool {
    let lead = clause.iter().find(|t| !t.is(Flags::SUBORDINATOR));
    lead.is_some_and(|t| t.is(Flags::PARTICIPLE) && t.is(Flags::PERSON))
}

/// Whether the subject of a clause can open with a word.
pub(crate) fn opens_subject(token: &Token) -> bool {
    let opens = Flags::DETERMINER.or(Flags::NUMBER).or(Flags::SUBJECT);
    mention::is_nominal(token) || token.is(opens)
}

/// How many tokens behind a cue are looked at for the kind of clause it takes.
const NEAR: usize = 30;

/// A clause without "that", or an object.
fn noun_or_clause(tokens: &Tokens, at: usize, flags: Flags) -> Option<Reading> {
    let first = tokens.get(at)?;
    let starts = mention::is_nominal(first)
        || first.is(Flags::DETERMINER
            .or(Flags::NUMBER)
            .or(Flags::SUBJECT)
            .or(Flags::OBJECT_PRONOUN))
        || first.is_word() && first.is(Flags::ED.or(Flags::PARTICIPLE))
        || matches!(first.shape, Shape::Number | Shape::Quote);
    if !starts || flags.any(Flags::NOUN) && is_predicate(tokens, at) {
        return None;
    }
    let near = at..tokens.len().min(at + NEAR);
    if flags.any(Flags::CLAUSE.or(Flags::PERSON).or(Flags::THOUGHT)) && has_verb(tokens, &near) {
        return Some(Reading::behind(Frame::Bare, at));
    }
    let infinitive = near
        .skip(1)
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Clitic)
        .any(|at| tokens[at].is(Flags::TO) && tokens.get(at + 1).is_some_and(is_base));
    Some(Reading::behind(
        if infinitive {
            Frame::Infinitive
        } else {
            Frame::Object
        },
        at,
    ))
}

/// Whether `cue` says what its object is called or accused of, and the object at `at` is neither: "called an
/// ambulance", "called her aide", not "called her aide a liar", "what she called a lie".
fn lacks_label(tokens: &Tokens, cue: &Cue, at: usize) -> bool {
    const NEAR: usize = 8;
    let takes = cue.flags.any(Flags::LABEL) && cue.flags.any(Flags::PREPOSITIONAL);
    if !takes || cue.form == Form::Passive {
        return false;
    }
    let asks = |t: &Token| t.is(Flags::QUESTION.or(Flags::RELATIVE));
    let before = &tokens[cue.phrase.start.saturating_sub(NEAR)..cue.phrase.start];
    let prepositions = tokens[cue.word].word.prepositions;
    !before.iter().any(asks) && !is_labelled(&tokens[at..], prepositions)
}

/// Whether something else stands behind the noun phrase that opens `object`, or one of `prepositions`: "him a
/// liar", "the plan unfair", "Lee out", "Lee of a lie".
fn is_labelled(object: &[Token], prepositions: u32) -> bool {
    const LINKS: Flags = Flags::PREPOSITION
        .or(Flags::SUBORDINATOR)
        .or(Flags::COORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::TO);
    const OPENERS: Flags = Flags::DETERMINER.or(Flags::NUMBER).or(Flags::ADJECTIVE);
    const PRONOUN: Flags = Flags::OBJECT_PRONOUN.or(Flags::POSSESSIVE).or(Flags::IT);
    let indefinite = object[0].is(Flags::DETERMINER) && object[0].span.len() <= 2;
    // "accused its old, rich ally of a lie"
    let mut words = object
        .iter()
        .take_while(|t| t.is_part() || t.shape == Shape::Comma);
    let taken = words.any(|t| t.word.prepositions & prepositions != 0);
    let mut pairs = object.windows(2).take_while(|pair| pair[0].is_part());
    taken
        || pairs.any(|pair| {
            let [noun, next] = pair else { return false };
            let quoted = matches!(next.shape, Shape::Quoted | Shape::Quote);
            let named = noun.is(PRONOUN) || mention::is_nominal(noun);
            let owner = noun.is(Flags::POSSESSIVE);
            let word = !next.is(LINKS) && !is_adverb(next) && !owner;
            let label = named && next.is_word() && (next.is(OPENERS) || word);
            quoted || label && !indefinite
        })
}

/// Whether the verb of what stands before it is at `at`: "the report warned that", "seemed to".
fn is_predicate(tokens: &Tokens, at: usize) -> bool {
    const OBJECT: Flags = Flags::THAT
        .or(Flags::TO)
        .or(Flags::DETERMINER)
        .or(Flags::SUBJECT)
        .or(Flags::PREPOSITION);
    let past = tokens[at].is(Flags::ED.or(Flags::PAST)) && tokens[at].shape == Shape::Lower;
    past && tokens.get(at + 1).is_some_and(|next| next.is(OBJECT))
}

/// Whether a finite verb stands in `clause` before anything that would open another clause.
pub(crate) fn has_verb(tokens: &Tokens, clause: &Range<usize>) -> bool {
    let mut insertion = false;
    for at in clause.clone().skip(1) {
        let token = &tokens[at];
        if matches!(token.shape, Shape::Semicolon | Shape::Colon | Shape::Stop)
            || token.is(Flags::COORDINATOR) && tokens.get(at + 1).is_some_and(is_saying)
        {
            return false;
        }
        if token.shape == Shape::Comma {
            insertion = !insertion;
        } else if !insertion
            && token.is(Flags::RELATIVE.or(Flags::SUBORDINATOR))
            && !token.is(Flags::PREPOSITION)
        {
            return false;
        } else if !insertion
            && !token.is(Flags::ING.or(Flags::GERUND))
            && (mention::is_verb(tokens, at) || is_verb_behind_insertion(tokens, at))
        {
            return true;
        }
        if is_verb_clitic(tokens, at) {
            return true;
        }
    }
    false
}

/// Whether "'s" at `at` is a verb: "the tax's a gift", "it's about time".
fn is_verb_clitic(tokens: &Tokens, at: usize) -> bool {
    let behind = Flags::DETERMINER
        .or(Flags::ADVERB)
        .or(Flags::GERUND)
        .or(Flags::ING);
    tokens[at].shape == Shape::Clitic
        && tokens[at].is(Flags::BE)
        && (tokens[at - 1].is(Flags::SUBJECT) || tokens.get(at + 1).is_some_and(|t| t.is(behind)))
}

/// Whether a verb stands behind the comma that closes an insertion: "Norlanders, once the poorest,
/// overtook their neighbours".
fn is_verb_behind_insertion(tokens: &Tokens, at: usize) -> bool {
    let object = Flags::DETERMINER
        .or(Flags::POSSESSIVE)
        .or(Flags::OBJECT_PRONOUN);
    tokens[at - 1].shape == Shape::Comma
        && tokens[at].shape == Shape::Lower
        && tokens[at].is(Flags::ED.or(Flags::PAST))
        && tokens.get(at + 1).is_some_and(|next| next.is(object))
}

/// The noun phrase behind a preposition that the verb takes.
fn prepositional(tokens: &Tokens, at: usize, prepositions: u32) -> Option<usize> {
    for at in at..at + 2 {
        let token = tokens.get(at)?;
        if token.word.prepositions & prepositions != 0 && !token.is(Flags::FORMS) {
            // "reported on Monday", but "responded to Monday's letter"
            let day = |t: &Token| t.is(Flags::TIME) && t.shape == Shape::Capital;
            let owned = tokens.get(at + 2).is_some_and(|t| t.shape == Shape::Clitic);
            let timed = !owned && tokens.get(at + 1).is_some_and(day);
            // "spoke to confirm", but "responded to claims"
            let verb = |t: &Token| t.is(Flags::BASE) && !t.is(Flags::NOUN);
            let infinitive = token.is(Flags::TO) && tokens.get(at + 1).is_some_and(verb);
            // "a man fined for speaking out has left"
            let rules = tokens
                .get(at + 1)
                .is_some_and(|t| t.is(Flags::AUXILIARY.or(Flags::MODAL)) && t.last != b'g');
            return (!timed && !infinitive && !rules).then_some(at + 1);
        }
        if !is_adverb(token) && token.word.prepositions == 0 {
            return None;
        }
    }
    None
}

/// The token behind adverbs, words of time and "in a statement" at `at`.
pub(crate) fn skip_asides(tokens: &Tokens, at: usize) -> usize {
    let mut at = at;
    for _ in 0..8 {
        let Some(token) = tokens.get(at) else { break };
        let next = tokens.get(at + 1);
        let possessive = next.is_some_and(|t| t.shape == Shape::Clitic);
        // "once", but not "since", which is an adverb more often
        let opens = token.is(Flags::SUBORDINATOR) && !token.is(Flags::PREPOSITION);
        if is_adverb(token) && !possessive && !opens
            || token.shape == Shape::Number && at > 0 && tokens[at - 1].is(Flags::TIME)
            || token.is(Flags::DETERMINER)
                && !token.is(Flags::THAT)
                && next.is_some_and(|t| t.is(Flags::TIME))
                && !tokens.get(at + 2).is_some_and(|t| t.shape == Shape::Clitic)
        {
            at += 1;
        } else if let Some(end) = aside(tokens, at, Basis::Context) {
            at = end;
        } else {
            break;
        }
    }
    at
}

/// Whether a word behind "to" can be a verb.
pub(super) fn is_base(token: &Token) -> bool {
    token.shape == Shape::Lower && !token.is(Flags::DETERMINER)
}

/// Whether "that" is itself what was said to somebody: "told that to the neighbours".
fn is_addressed(tokens: &Tokens, that: usize) -> bool {
    let to = tokens.get(that + 1).is_some_and(|t| t.is(Flags::TO));
    let base = |t: &Token| is_base(t) && !t.is(Flags::OBJECT_PRONOUN);
    to && !tokens.get(that + 2).is_some_and(base)
}

/// Whether "that" is itself the subject of a verb: "questions that were asked".
fn is_subject(tokens: &Tokens, that: usize) -> bool {
    let verb = Flags::AUXILIARY.or(Flags::MODAL);
    tokens.get(that + 1).is_some_and(|t| t.is(verb))
}

/// The "that" behind the relative clause at `at`, where whom it was said to stands before that: "told
/// everyone who would listen that".
fn that_behind_relative(tokens: &Tokens, from: usize, at: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let who = tokens[at].is(Flags::RELATIVE) && at == from && at > 0;
    let near = at + 1..tokens.len().min(at + NEAR);
    let mut words = near.take_while(|&at| tokens[at].is_word());
    let that = words.find(|&at| tokens[at].is(Flags::THAT))?;
    let addressed = mention::is_nominal(&tokens[at - 1]) || tokens[at - 1].is(Flags::SUBJECT);
    let says = tokens[at..that].iter().any(is_saying);
    (who && addressed && !says).then_some(that)
}

/// The "to" behind the relative clause at `at`, where whom it was said to stands before that: "asked those who
/// were there to call".
fn infinitive_behind_relative(tokens: &Tokens, at: usize) -> Option<usize> {
    const NEAR: usize = 12;
    const ANYONE: Flags = Flags::SUBJECT.or(Flags::ALONE).or(Flags::PLURAL);
    let whom = &tokens[at.checked_sub(1)?];
    let several = (whom.is(ANYONE) || is_several(whom)) && !whom.is(Flags::YOU);
    let rules = at + 1 < tokens.len() && mention::is_verb(tokens, at + 1);
    let subject = tokens[at].is(Flags::RELATIVE) && rules;
    if !several || !subject {
        return None;
    }
    let near = at + 2..tokens.len().min(at + NEAR);
    let number = |t: &Token| t.shape == Shape::Number;
    let mut words = near.take_while(|&at| tokens[at].is_word() || number(&tokens[at]));
    words.find(|&to| {
        let last = &tokens[to - 1];
        let noun = number(last) || mention::is_nominal(last) && !mention::is_verb(tokens, to - 1);
        tokens[to].is(Flags::TO) && noun && tokens.get(to + 1).is_some_and(is_base)
    })
}

/// "whether", "how" and so on, not "when asked" or "after".
fn is_question(tokens: &Tokens, at: usize) -> bool {
    tokens[at].is(Flags::QUESTION)
}
