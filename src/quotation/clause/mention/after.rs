//! The mention that stands behind a verb or a preposition, with what explains it. Looks to the right
//! only.

use core::ops::RangeInclusive;

use super::phrase::{head, is_participle, object_after, phrase_after, rules_clause};
use super::{Mention, REACH, is_nominal, is_verb};
use crate::language::quotation::Flags;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The noun phrase that starts at the token at `start`: "said Ann Lee, a spokeswoman".
pub(crate) fn after(tokens: &Tokens, start: usize) -> Option<Mention> {
    phrase_after(tokens, start).map(|phrase| explained(tokens, &phrase))
}

/// The mention that a phrase makes with what explains it.
fn explained(tokens: &Tokens, phrase: &RangeInclusive<usize>) -> Mention {
    let phrase = &without_time(tokens, &without_venue(tokens, phrase));
    let end = appositive_after(tokens, phrase).unwrap_or(*phrase.end());
    Mention::new(tokens, *phrase.start()..end + 1, head(tokens, phrase))
}

/// A name without what somebody spoke in: "Ann Lee in a letter to the board", but "people in the media".
fn without_venue(tokens: &[Token], phrase: &RangeInclusive<usize>) -> RangeInclusive<usize> {
    const NEAR: usize = 3;
    let (start, end) = (*phrase.start(), *phrase.end());
    let opens = |at: &usize| {
        let token = &tokens[*at];
        let near = at + 2..(at + 2 + NEAR).min(end + 1);
        let named = tokens[at - 1].shape == Shape::Capital;
        let link = named && token.is(Flags::PREPOSITION) && token.is_word();
        let link = link && !token.is(Flags::OF);
        let venue = |t: &Token| t.is(Flags::VENUE) && t.shape == Shape::Lower;
        let mut words = tokens[near]
            .iter()
            .take_while(|t| !t.is(Flags::PREPOSITION));
        link && tokens[at + 1].is(Flags::DETERMINER) && words.any(venue)
    };
    let opener = (start + 1..end).find(opens);
    start..=opener.map_or(end, |opener| opener - 1)
}

/// A phrase without the day at its end: "the mayor on Monday", "the mayor on May 2", but "the book of
/// Monday".
fn without_time(tokens: &[Token], phrase: &RangeInclusive<usize>) -> RangeInclusive<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    let name = |at: usize| at > start && tokens[at].shape == Shape::Capital;
    let day = if name(end) && tokens[end].is(Flags::TIME) {
        Some(end)
    } else {
        let month = end.checked_sub(1).filter(|&at| name(at));
        month.filter(|_| tokens[end].shape == Shape::Number)
    };
    let on = day
        .map(|day| day - 1)
        .filter(|&on| on > start && tokens[on].is(Flags::PREPOSITION) && !tokens[on].is(Flags::OF));
    start..=on.map_or(end, |on| on - 1)
}

/// As [`after`], where no verb can follow: "according to a poll released in May".
pub(crate) fn behind(tokens: &Tokens, start: usize) -> Option<Mention> {
    let phrase = object_after(tokens, start)?;
    Some(match reduced_after(tokens, &phrase) {
        Some(end) => Mention::new(tokens, start..end + 1, head(tokens, &phrase)),
        None => explained(tokens, &phrase),
    })
}

/// Whom "according to" names; a pronoun stands there that cannot be a subject: "him", "her".
pub(crate) fn source(tokens: &Tokens, start: usize) -> Option<Mention> {
    let pronoun = || {
        let token = tokens.get(start)?;
        let end = tokens.get(start + 1);
        let closed = end.is_none_or(|t| matches!(t.shape, Shape::Comma | Shape::Stop));
        let pronoun = token.is(Flags::OBJECT_PRONOUN.or(Flags::POSSESSIVE));
        (pronoun && closed).then(|| Mention::new(tokens, start..start + 1, start..start + 1))
    };
    behind(tokens, start).or_else(pronoun)
}

/// The agent of a passive or a noun: "by the ministry", "from the ministry", a few words on.
pub(crate) fn by(tokens: &Tokens, start: usize) -> Option<Mention> {
    const NEAR: usize = 6;
    let at = (start..tokens.len().min(start + NEAR))
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Number)
        .find(|&at| tokens[at].is(Flags::BY.or(Flags::FROM)))?;
    let means = |mention: &Mention| {
        let token = &tokens[mention.words().start];
        mention.words().len() == 1 && token.is(Flags::VENUE) && token.shape == Shape::Lower
    };
    after(tokens, at + 1).filter(|mention| !means(mention))
}

/// Whom a passive names: the agent, without the infinitive behind it: "urged by friends to leave".
pub(super) fn agent(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let mention = by(tokens, cue.phrase.end)?;
    let words = mention.words();
    let opens = |&at: &usize| {
        let verb = tokens.get(at + 1).filter(|t| t.shape == Shape::Lower);
        tokens[at].is(Flags::TO) && verb.is_some_and(|t| !t.is(Flags::DETERMINER))
    };
    let to = words.clone().skip(1).find(opens);
    let to = to.filter(|_| cue.flags.any(Flags::INFINITIVE));
    to.map_or(Some(mention), |to| {
        let phrase = words.start..=to - 1;
        Some(Mention::new(tokens, words.start..to, head(tokens, &phrase)))
    })
}

/// "in the words of Lee", "the contention of Lee that"
pub(super) fn words_of(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let the = cue.word.checked_sub(1)?;
    if !tokens[the].is(Flags::THE) || !tokens.get(cue.phrase.end)?.is(Flags::OF) {
        return None;
    }
    let mention = after(tokens, cue.phrase.end + 1)?;
    let opened = the > 0 && tokens[the - 1].is(Flags::PREPOSITION);
    let named = tokens[mention.words()]
        .iter()
        .any(|token| token.shape == Shape::Capital);
    let leads = |token: &Token| token.is(Flags::THAT);
    let led = named && tokens.get(mention.words().end).is_some_and(leads);
    (opened || led).then_some(mention)
}

/// The last token of a participle clause that a common noun takes: "a poll released in May".
fn reduced_after(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<usize> {
    const NEAR: usize = 12;
    let end = *phrase.end();
    let participle = tokens.get(end + 1)?;
    if !tokens[*phrase.start()].is(Flags::DETERMINER.or(Flags::NUMBER))
        || participle.shape != Shape::Lower
        || !is_participle(participle)
    {
        return None;
    }
    let close = (end + 2..tokens.len().min(end + NEAR)).find(|&at| {
        let token = &tokens[at];
        !token.is_part() || token.is(Flags::RELATIVE.or(Flags::AUXILIARY).or(Flags::MODAL))
    });
    match close {
        Some(close) if !tokens[close].is_word() => Some(close - 1),
        None if tokens.len() < end + NEAR => Some(tokens.len() - 1),
        _ => None,
    }
}

/// The last token of a name at `start` of `least` words or more that is set off by commas: "the board's
/// chief, Ann Lee,".
fn name_at(tokens: &[Token], start: usize, least: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let name = |token: &Token| {
        token.shape == Shape::Capital && !token.is(Flags::TIME.or(Flags::PREPOSITION))
    };
    let words = tokens[start..]
        .iter()
        .take_while(|&token| name(token))
        .count();
    let close = tokens.get(start + words);
    let set_off = close.is_none_or(|t| matches!(t.shape, Shape::Comma | Shape::Stop | Shape::Open));
    (set_off && (least..=LONGEST).contains(&words)).then(|| start + words - 1)
}

/// Whether `phrase` is an office that the name behind it, up to the token at `last`, explains: "the head of
/// the Forum, Ann Lee, urged", "said the mayor of Dover, Ann Lee."
fn is_office(tokens: &[Token], phrase: &RangeInclusive<usize>, last: usize) -> bool {
    if tokens[*phrase.end()].shape == Shape::Lower {
        return true;
    }
    let verb = last + 2;
    let rules = verb < tokens.len() && is_verb(tokens, verb);
    let closes = tokens.get(last + 1).is_none_or(|t| t.shape == Shape::Stop);
    let belongs = || {
        tokens[phrase.clone()]
            .iter()
            .any(|t| t.is(Flags::PREPOSITION))
    };
    tokens[*phrase.start()].is(Flags::DETERMINER) && (rules || closes && belongs())
}

/// The last token of an appositive that a comma sets off behind `phrase`.
fn appositive_after(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<usize> {
    let comma = phrase.end() + 1;
    tokens.get(comma).filter(|t| t.shape == Shape::Comma)?;
    let first = comma + 1;
    // "said Lee, D-New Norwood"
    if tokens.get(first)?.is(Flags::PARTY) {
        let place = tokens[first..].iter();
        return Some(comma + place.take_while(|t| t.shape == Shape::Capital).count());
    }
    // "her daughter, Kate,"
    let owned = tokens[*phrase.start()].is(Flags::POSSESSIVE);
    let least = if owned { 1 } else { 2 };
    name_at(tokens, first, least)
        .filter(|&last| is_office(tokens, phrase, last))
        .or_else(|| explanation_at(tokens, first, &tokens[*phrase.end()]))
}

/// The last token of a noun phrase at `first` that explains the one before it, which ends with `noun`:
/// "Lee, a lawyer from Dover,".
fn explanation_at(tokens: &[Token], first: usize, noun: &Token) -> Option<usize> {
    let named = noun.shape == Shape::Capital;
    if !explains(tokens, first) || named && is_several(&tokens[first]) {
        return None;
    }
    let mut near = first..tokens.len().min(first + REACH);
    let comma = near.clone().find(|&at| tokens[at].shape == Shape::Comma);
    if rules_clause(tokens, first..comma.unwrap_or(near.end)) {
        return None;
    }
    match near.find(|&at| !tokens[at].is_part()) {
        Some(close) if matches!(tokens[close].shape, Shape::Comma | Shape::Stop) => Some(close - 1),
        None if tokens.len() <= first + REACH => Some(tokens.len() - 1),
        _ => None,
    }
}

/// Whether what opens at `at` can explain somebody: "a lawyer", "mayor of Dover", "47".
fn explains(tokens: &[Token], at: usize) -> bool {
    let opener = &tokens[at];
    let noun = || is_nominal(opener) && !is_verb(tokens, at);
    opener.shape == Shape::Number
        || opener.shape == Shape::Lower && (opener.is(Flags::DETERMINER) || noun())
}

/// Whether a token opens a phrase of several, who do not explain one: "according to Lee, two of the
/// mines".
fn is_several(opener: &Token) -> bool {
    let one = opener.span.len() == 3 && opener.last == b'e';
    let several = opener.is(Flags::ALONE) || opener.is(Flags::NUMBER) && !one;
    several && opener.shape == Shape::Lower
}
