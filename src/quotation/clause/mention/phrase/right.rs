//! The noun phrase that starts at a token, read to the right.

use core::ops::RangeInclusive;

use super::super::REACH;
use super::{goes_on, is_no_noun, is_nominal, is_participle, is_plain, is_verb, joins_firm};
use crate::language::quotation::Flags;
use crate::quotation::clause::cue::ends_name;
use crate::quotation::clause::tokens::{Shape, Token};

/// The noun phrase that starts with the token at `start`, without what is set off by commas.
pub(crate) fn phrase_after(tokens: &[Token], start: usize) -> Option<RangeInclusive<usize>> {
    phrase(tokens, start, is_verb)
}

/// As [`phrase_after`], where what may be a noun is no verb: "according to the old rules".
pub(in super::super) fn object_after(
    tokens: &[Token],
    start: usize,
) -> Option<RangeInclusive<usize>> {
    let phrase = phrase(tokens, start, |tokens, at| {
        is_verb(tokens, at) && !tokens[at].is(Flags::PRESENT)
    });
    phrase.map(|phrase| first_of(tokens, &phrase))
}

/// The part of `phrase` before another one opens in it: "the mayor" of "the mayor the plan".
pub(crate) fn first_of(tokens: &[Token], phrase: &RangeInclusive<usize>) -> RangeInclusive<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    let opens =
        |token: &Token| token.shape == Shape::Lower && token.is(Flags::THE.or(Flags::POSSESSIVE));
    let next = (start + 1..=end).find(|&at| opens(&tokens[at]) && is_nominal(&tokens[at - 1]));
    start..=next.map_or(end, |next| next - 1)
}

/// The noun phrase that starts at `start` and ends before what `rules` says is the verb of a clause.
fn phrase(
    tokens: &[Token],
    start: usize,
    rules: impl Fn(&[Token], usize) -> bool,
) -> Option<RangeInclusive<usize>> {
    let first = tokens.get(start).filter(|t| !t.is(Flags::THERE))?;
    if is_no_noun(tokens, start) {
        return None;
    }
    if first.is(Flags::SUBJECT) && first.is_word() && !first.is(Flags::DETERMINER) {
        return Some(start..=start);
    }
    let mut growth = Growth {
        tokens,
        start,
        end: None,
        noun: false,
    };
    for at in start..tokens.len().min(start + REACH) {
        if !growth.takes_in(at, &rules) {
            break;
        }
    }
    growth.end.map(|end| start..=end)
}

/// A noun phrase that is read word by word.
struct Growth<'a> {
    tokens: &'a [Token],
    start: usize,
    /// Its last token, as far as it is read; none where it cannot end yet.
    end: Option<usize>,
    /// Whether a noun is read.
    noun: bool,
}

impl Growth<'_> {
    /// Takes in the token at `at` if that is part of the phrase; whether the phrase can go on behind it.
    fn takes_in(&mut self, at: usize, rules: impl Fn(&[Token], usize) -> bool) -> bool {
        let tokens = self.tokens;
        let token = &tokens[at];
        if is_plain(token) {
            self.end_with_noun(at);
            return true;
        }
        if !token.is_part() {
            return joins_firm(tokens, at);
        }
        let begun = self.end.is_some();
        if begun && (token.is(Flags::THAT) || opens_time(tokens, at)) {
            return false;
        }
        if self.has_read_verb(at) {
            self.end = Some(at - 2);
            return false;
        }
        if token.is(Flags::DETERMINER.or(Flags::NUMBER)) || token.shape == Shape::Number {
            if begun || token.span.len() > 3 || token.is(Flags::NUMBER) {
                self.end = Some(at);
            }
        } else if begun && rules(tokens, at) && !self.counts(token) {
            return false;
        } else if is_nominal(token) || is_gerund_noun(tokens, at) {
            self.end_with_noun(at);
        } else if begun && token.shape == Shape::Clitic && owns(tokens, at) {
            self.end = Some(at);
        } else {
            return self.leads_on(at);
        }
        true
    }

    fn end_with_noun(&mut self, at: usize) {
        self.end = Some(at);
        self.noun = true;
    }

    /// Whether an object opens at `at`, so that the last noun read is its verb: "Lee ends the call".
    fn has_read_verb(&self, at: usize) -> bool {
        self.noun && at >= self.start + 2 && self.end == Some(at - 1) && is_object(self.tokens, at)
    }

    /// Whether a participle stands between a number and what it counts: "one unaligned strategist".
    fn counts(&self, participle: &Token) -> bool {
        let counted = self.tokens[self.start].is(Flags::NUMBER);
        counted && !self.noun && is_participle(participle)
    }

    /// Whether the token at `at` is part of the phrase if a noun follows.
    fn leads_on(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let begun = self.end.is_some();
        let link = token.is(Flags::PREPOSITION) && !token.is(Flags::SUBORDINATOR);
        let followed = || self.tokens.get(at + 1).is_some_and(goes_on);
        // "a beaming Lee"
        let opened = at > self.start && self.tokens[at - 1].is(Flags::DETERMINER);
        let attribute = opened && token.is(Flags::GERUND) && followed();
        begun && (link || token.is(Flags::AND)) && followed()
            || !begun && token.is(Flags::ADVERB)
            || !self.noun && (attribute || token.is(Flags::ED.or(Flags::ING).or(Flags::PARTICIPLE)))
    }
}

/// Whether the clitic at `at` stands before what is owned, or ends a name: "Lee's aide", "said Lee's."
fn owns(tokens: &[Token], at: usize) -> bool {
    let closed = |t: &Token| matches!(t.shape, Shape::Comma | Shape::Stop);
    match tokens.get(at + 1) {
        Some(next) => is_nominal(next) || closed(next) && ends_name(tokens, at),
        None => ends_name(tokens, at),
    }
}

/// Whether a noun phrase opens at `at` behind what must be its verb, though no list knows it: "Lee
/// ends the call".
fn is_object(tokens: &[Token], at: usize) -> bool {
    const ARTICLE: usize = 2;
    let [subject, verb, opener] = &tokens[at - 2..=at] else {
        return false;
    };
    let article = opener.is(Flags::DETERMINER) && opener.span.len() <= ARTICLE;
    let owned = opener.is(Flags::POSSESSIVE);
    let opens = opener.is_word() && (article || owned || opener.is(Flags::THE));
    let lower = verb.shape == Shape::Lower && !verb.is(Flags::TIME);
    // "the bank cut its rate": no noun stands there, whatever its form
    let verbal = lower && (verb.last == b's' || owned);
    opens && verbal && is_nominal(subject)
}

/// "a recording" before anything but a noun.
fn is_gerund_noun(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Flags::ING.or(Flags::GERUND))
        && at > 0
        && tokens[at - 1].is(Flags::DETERMINER)
        && tokens.get(at + 1).is_none_or(|next| !next.is_word())
}

/// Whether words of time start at `at`, behind a name: "Ann Lee late on Monday".
fn opens_time(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::TIME) && token.shape == Shape::Lower && tokens[at - 1].shape == Shape::Capital
}
