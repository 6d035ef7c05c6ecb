//! Whom something was said to, or by whom in a passive: where those words end behind a cue.
//!
//! Uses tokens, cues and noun phrases; what was said behind them is found by
//! [`complement`](crate::quotation::reported::complement).

use core::ops::RangeInclusive;

use crate::language::quotation::Flags;
use crate::quotation::clause::asides::is_subject_behind_that;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::{self, joins_names};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::complement::is_base;
use crate::quotation::reported::main_verb::opens_finite_verb;

/// Whom it was said to: the token behind that noun phrase.
pub(super) fn addressee(tokens: &Tokens, cue: &Cue, at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    if first.is(Flags::OBJECT_PRONOUN.or(Flags::SUBJECT)) || is_whom(tokens, at) {
        return Some(at + 1);
    }
    if first.is(Flags::THAT) && tokens.get(at + 1).is_some_and(is_subject_behind_that) {
        return None;
    }
    if is_several(first) && tokens.get(at + 1).is_some_and(opens_name) {
        return Some(at + 1);
    }
    let phrase = mention::first_of(tokens, &mention::phrase_after(tokens, at)?);
    let phrase = without_subject(tokens, whole_name(tokens, phrase));
    let infinitive = cue.flags.any(Flags::INFINITIVE) || !cue.flags.any(Flags::OBJECT);
    let behind = cut(
        tokens,
        phrase,
        tokens[cue.word].word.prepositions,
        infinitive,
    );
    Some(behind_apposition(tokens, behind).unwrap_or(behind))
}

/// `phrase` without the subject of the verb behind it: "reporters" of "told reporters players were tired".
fn without_subject(tokens: &Tokens, phrase: RangeInclusive<usize>) -> RangeInclusive<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    if tokens.len() <= end + 1 || !opens_finite_verb(tokens, end + 1) {
        return phrase;
    }
    let links = |at: &usize| tokens[*at].is(Flags::PREPOSITION.or(Flags::COORDINATOR));
    let first = phrase.clone().rev().find(links).map_or(start, |at| at + 1);
    let subject = subject_in(tokens, first..=end).filter(|&at| at > start);
    start..=subject.map_or(end, |at| at - 1)
}

/// Where the subject of a verb opens in the nouns before it, of which the first are of another phrase: "a deal" of
/// "Norwire a deal", "players" of "reporters players"; not in "fuel prices".
fn subject_in(tokens: &Tokens, nouns: RangeInclusive<usize>) -> Option<usize> {
    let start = *nouns.start();
    let mut later = start + 1..=*nouns.end();
    let article = |at: &usize| {
        let before = &tokens[*at - 1];
        let noun = mention::is_nominal(before) && !before.is(Flags::NUMBER);
        tokens[*at].is(Flags::DETERMINER) && noun
    };
    if let Some(article) = later.clone().find(article) {
        return Some(article);
    }
    later.next().filter(|_| is_several(&tokens[start]))
}

/// "jurors", "reporters": nobody is called by it, so that the name behind it is of another phrase.
pub(super) fn is_several(token: &Token) -> bool {
    token.shape == Shape::Lower && token.last == b's' && mention::is_nominal(token)
}

/// "Lee" and "Mr", not "Monday".
fn opens_name(token: &Token) -> bool {
    token.shape == Shape::Capital && !token.is(Flags::TIME)
}

/// The "that" behind what explains a person, from the comma at `at` on: "told Ann Lee, counsel for the state,
/// that".
fn behind_apposition(tokens: &Tokens, at: usize) -> Option<usize> {
    const NEAR: usize = 10;
    let comma = |at: &usize| tokens[*at].shape == Shape::Comma;
    Some(at).filter(|at| *at < tokens.len() && comma(at))?;
    let mut near = (at + 1..tokens.len().min(at + NEAR)).skip_while(|&at| tokens[at].is_word());
    let close = near.next().filter(comma)?;
    let that = tokens.get(close + 1).is_some_and(|t| t.is(Flags::THAT));
    that.then_some(close + 1)
}

/// `phrase` with the capitals behind a name that are none of its noun phrase: "told Here & Now".
fn whole_name(tokens: &Tokens, phrase: RangeInclusive<usize>) -> RangeInclusive<usize> {
    let capital = |t: &Token| t.shape == Shape::Capital;
    let next = tokens.get(phrase.end() + 1);
    let named =
        capital(&tokens[*phrase.end()]) || next.is_some_and(|t| capital(t) && t.is(Flags::ADVERB));
    let goes_on = |t: &&Token| t.shape == Shape::Capital && !t.is(Flags::SUBJECT) || t.last == b'&';
    let behind = tokens[phrase.end() + 1..].iter().take_while(goes_on);
    let added = if named { behind.count() } else { 0 };
    *phrase.start()..=phrase.end() + added
}

/// Whether the "her" at `at` owns nothing: "told her to go", not "told her mother to go".
fn is_whom(tokens: &Tokens, at: usize) -> bool {
    const BEHIND: Flags = Flags::TO
        .or(Flags::THAT)
        .or(Flags::SUBJECT)
        .or(Flags::DETERMINER)
        .or(Flags::PREPOSITION)
        .or(Flags::SUBORDINATOR)
        .or(Flags::QUESTION)
        .or(Flags::NEGATION);
    tokens[at].is(Flags::POSSESSIVE)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(BEHIND) || !next.is_word())
}

/// The token behind "by the host" in "Asked by the host about taxes".
pub(super) fn agent(tokens: &Tokens, cue: &Cue, at: usize) -> Option<usize> {
    tokens.get(at).filter(|t| t.is(Flags::BY))?;
    let phrase = mention::phrase_after(tokens, at + 1)?;
    let person = cue.flags.any(Flags::PERSON);
    let prepositions = if person {
        0
    } else {
        tokens[cue.word].word.prepositions
    };
    Some(cut(tokens, phrase, prepositions, true))
}

/// The token behind a noun phrase, or the one in it where a question, one of `prepositions` or an `infinitive`
/// goes on with what was said.
fn cut(
    tokens: &Tokens,
    phrase: RangeInclusive<usize>,
    prepositions: u32,
    infinitive: bool,
) -> usize {
    let end = phrase.end() + 1;
    let asks = |t: &Token| t.is(Flags::QUESTION) && !t.is(Flags::RELATIVE);
    phrase
        .skip(1)
        .find(|&at| {
            asks(&tokens[at])
                || infinitive && tokens[at].is(Flags::TO) && tokens.get(at + 1).is_some_and(is_base)
                || tokens[at].word.prepositions & prepositions != 0
                    && !tokens[at].is(Flags::FORMS)
                    && !joins_names(tokens, at)
        })
        .unwrap_or(end)
}
