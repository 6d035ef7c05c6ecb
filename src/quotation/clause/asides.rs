//! Small questions about the clause around a token, asked by those who read cues and contents.
//!
//! Uses tokens and noun phrases.

use crate::language::quotation::Flags;
use crate::quotation::clause::cue::is_adverb;
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// By what a phrase is known to be an aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// By its own words: "on Monday", "in a statement".
    Words,
    /// By those, or by what follows: "outside that", "in Dover."
    Context,
}

/// The token behind a phrase at `at` that says where, when or to whom it was said.
pub(crate) fn aside(tokens: &Tokens, at: usize, basis: Basis) -> Option<usize> {
    let token = &tokens[at];
    let that = |at: usize| tokens.get(at).is_some_and(|t| t.is(Flags::THAT));
    if token.shape == Shape::Comma {
        return insertion(tokens, at).filter(|&end| that(end));
    }
    if !token.is(Flags::PREPOSITION) || token.is(Flags::OF) {
        return None;
    }
    let to = token.is(Flags::TO);
    if basis == Basis::Context && !to {
        if let Some(that) = that_behind(tokens, at + 1) {
            return Some(that);
        }
    }
    if let Some(end) = time_at(tokens, at + 1) {
        return Some(end);
    }
    if is_hedged_number(tokens, at + 1) {
        return None;
    }
    let phrase = mention::phrase_after(tokens, at + 1)?;
    let end = phrase.end() + 1;
    if to {
        return that(end).then_some(end);
    }
    if opens_with_venue(&tokens[phrase]) {
        return Some(behind_issue(tokens, end).unwrap_or(end));
    }
    let closes = |t: &Token| matches!(t.shape, Shape::Stop | Shape::Comma);
    let closed = that(end) || tokens.get(end).is_none_or(closes);
    (closed && basis == Basis::Context).then_some(end)
}

/// The token behind "Monday" or "May 2" at `at`.
fn time_at(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|t| t.is(Flags::TIME))?;
    let date = |t: &Token| t.shape == Shape::Number || t.is(Flags::TIME);
    let goes_on = tokens.get(at + 1).is_some_and(date);
    Some(at + 1 + usize::from(goes_on))
}

/// "least two" of "confirmed at least two cases".
fn is_hedged_number(tokens: &[Token], at: usize) -> bool {
    let number = |t: &Token| t.shape == Shape::Number || t.is(Flags::NUMBER);
    let hedge = tokens.get(at).is_some_and(|t| t.is(Flags::ADVERB));
    hedge && tokens.get(at + 1).is_some_and(number)
}

/// Whether a phrase says, before what further prepositions link to it, where or when it was said: "a
/// statement to the board".
fn opens_with_venue(phrase: &[Token]) -> bool {
    let links = |t: &&Token| t.is(Flags::PREPOSITION.or(Flags::COORDINATOR));
    let mut words = phrase.iter().take_while(|t| !links(t));
    words.any(|t| t.is(Flags::VENUE.or(Flags::TIME)))
}

/// The "that" that opens a clause behind phrases from `at` on, without a verb between: "in a string of posts over
/// the weekend that", "outside that".
fn that_behind(tokens: &Tokens, at: usize) -> Option<usize> {
    const NEAR: usize = 12;
    const OTHER: Flags = Flags::SUBJECT
        .or(Flags::AUXILIARY)
        .or(Flags::MODAL)
        .or(Flags::ED)
        .or(Flags::PAST)
        .or(Flags::QUESTION);
    // "by implying that"
    tokens
        .get(at)
        .filter(|t| !t.is(Flags::GERUND.or(Flags::ING)))?;
    let near = at..tokens.len().min(at + NEAR);
    let mut words = near.take_while(|&at| {
        let token = &tokens[at];
        token.is(Flags::THAT) || token.is_part() && !token.is(OTHER)
    });
    let that = words.find(|&at| tokens[at].is(Flags::THAT))?;
    let next = tokens.get(that + 1);
    next.is_some_and(is_subject_behind_that).then_some(that)
}

/// Whether "that" opens a clause before a token: "warned that voters", not "asked that man".
pub(crate) fn is_subject_behind_that(token: &Token) -> bool {
    let opens = Flags::DETERMINER.or(Flags::SUBJECT).or(Flags::NUMBER);
    token.is(opens) || token.last == b's' || matches!(token.shape, Shape::Capital | Shape::Number)
}

/// The "that" behind words on where a statement that ends before `at` was put out: "in a statement posted
/// on X on Monday that".
fn behind_issue(tokens: &Tokens, at: usize) -> Option<usize> {
    const NEAR: usize = 10;
    let issued = |t: &Token| t.shape == Shape::Lower && t.is(Flags::ED.or(Flags::PARTICIPLE));
    tokens.get(at).filter(|t| issued(t))?;
    let number = |t: &Token| t.shape == Shape::Number;
    let near = at + 1..tokens.len().min(at + NEAR);
    let mut words = near.take_while(|&at| tokens[at].is_word() || number(&tokens[at]));
    words.find(|&at| tokens[at].is(Flags::THAT))
}

/// The token behind ", however,", ", in a statement," or ", and Cho agreed,".
pub(crate) fn insertion(tokens: &Tokens, comma: usize) -> Option<usize> {
    const OPENERS: Flags = Flags::PREPOSITION
        .or(Flags::SUBORDINATOR)
        .or(Flags::COORDINATOR);
    let opener = tokens.get(comma + 1)?;
    if !opener.is(OPENERS) && !is_adverb(opener) {
        return None;
    }
    let close =
        (comma + 1..tokens.len().min(comma + 12)).find(|&at| tokens[at].shape == Shape::Comma)?;
    Some(close + 1)
}

/// Whether a finite verb stands at `at`, adverbs before it left out.
pub(crate) fn finite_at(tokens: &Tokens, at: usize) -> bool {
    let at = (at..tokens.len())
        .find(|&at| !is_adverb(&tokens[at]))
        .unwrap_or(at);
    tokens.get(at).is_some_and(|t| {
        t.shape == Shape::Lower
            && t.is(Flags::AUXILIARY
                .or(Flags::MODAL)
                .or(Flags::VERB)
                .or(Flags::PAST))
            && !t.is(Flags::GERUND)
    })
}

/// A finite verb of saying.
pub(crate) fn is_saying(token: &Token) -> bool {
    token.is(Flags::SAYING)
        && token.is(Flags::PAST.or(Flags::PRESENT))
        && token.shape == Shape::Lower
        && !token.is(Flags::NOUN)
}

/// Whether a speaker and a verb of saying stand at `at`: ", the board noted".
pub(crate) fn says_at(tokens: &Tokens, at: usize) -> bool {
    mention::phrase_after(tokens, at).is_some_and(|phrase| {
        let last = *phrase.end();
        tokens.get(last + 1).is_some_and(is_saying) || closes_saying(tokens, last)
    })
}

/// ", the Herald reports", to the end: whether what may be a noun at `at` is a verb of saying.
fn closes_saying(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::SAYING)
        && token.is(Flags::PRESENT)
        && token.shape == Shape::Lower
        && at > 0
        && tokens[at - 1].shape == Shape::Capital
        && tokens.get(at + 1).is_none_or(|next| !next.is_word())
}

/// An auxiliary that makes a finite verb, not "being" or "the will".
pub(crate) fn is_auxiliary(tokens: &Tokens, at: usize) -> bool {
    tokens[at].is(Flags::AUXILIARY.or(Flags::MODAL))
        && tokens[at].last != b'g'
        && !tokens[at - 1].is(Flags::DETERMINER)
}
