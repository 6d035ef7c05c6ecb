//! The noun phrase: one that ends at a token is read by `left`, one that starts there by `right`. Here are
//! its head and the questions that both ask of a word. Knows nothing of cues and speakers.

mod left;
mod right;

use core::ops::{Range, RangeInclusive};

pub(super) use left::phrase_before;
pub(super) use right::object_after;
pub(crate) use right::{first_of, phrase_after};

use super::REACH;
use crate::language::quotation::Flags;
use crate::quotation::clause::cue::ends_name;
use crate::quotation::clause::tokens::{Shape, Token};

/// "make", "worth": a word in lower case, or the first of its sentence, that no noun phrase holds,
/// but for "the increase"; and a participle of saying that opens a sentence.
fn is_no_noun(tokens: &[Token], at: usize) -> bool {
    const SUBJECT: Flags = Flags::ALONE.or(Flags::RELATIVE);
    let opener = at.checked_sub(1).map(|left| &tokens[left]);
    let opened = opener.is_some_and(|t| t.is(Flags::DETERMINER) && !t.is(SUBJECT));
    // "So they left", but "Wear said"
    let opens = at == 0 && tokens.len() > 1 && !is_verb(tokens, 1);
    // "Asked on Monday"
    let participle = tokens[at].is(Flags::SAYING) && is_participle(&tokens[at]);
    let verb = tokens[at].is(Flags::NO_NOUN);
    (verb && tokens[at].shape == Shape::Lower || (verb || participle) && opens) && !opened
}

/// Whether a verb in `words`, before any relative clause there, rules a clause.
pub(super) fn rules_clause(tokens: &[Token], mut words: Range<usize>) -> bool {
    let relative = words.clone().find(|&at| tokens[at].is(Flags::RELATIVE));
    words.end = relative.unwrap_or(words.end);
    words.into_iter().any(|at| is_finite(tokens, at))
}

/// Whether the verb at `at` rules a clause: "the mayor has", "the mayor cancelled some flights".
fn is_finite(tokens: &[Token], at: usize) -> bool {
    const OBJECT: Flags = Flags::DETERMINER.or(Flags::POSSESSIVE);
    let token = &tokens[at];
    let object = tokens
        .get(at + 1)
        .is_some_and(|t| t.is(OBJECT) || t.shape == Shape::Number);
    let before = tokens[..at].last();
    let infinitive = before.is_some_and(|t| t.is(Flags::TO));
    let auxiliary = token.is(Flags::AUXILIARY.or(Flags::MODAL)) && !infinitive;
    let simple = token.is(Flags::ED.or(Flags::PAST)) && before.is_some_and(is_nominal);
    // "a critic said,"
    let says = token.is(Flags::SAYING) && token.is(Flags::PAST) && !token.is(Flags::NOUN);
    let closes = tokens.get(at + 1).is_none_or(|t| !t.is_word());
    token.is_word() && (auxiliary || simple && (object || says && closes))
}

/// Whether a noun phrase can go on with a token: a noun, a determiner or a number.
fn goes_on(token: &Token) -> bool {
    is_nominal(token)
        || token.is(Flags::DETERMINER.or(Flags::NUMBER))
        || token.shape == Shape::Number
}

/// Whether the mark at `at` joins the words of a firm's name: "Lee & Sons".
fn joins_firm(tokens: &[Token], at: usize) -> bool {
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Capital);
    tokens[at].last == b'&'
        && tokens[at].shape == Shape::Other
        && at > 0
        && capital(at - 1)
        && capital(at + 1)
}

/// The head of a noun phrase: the name, or the last noun before a preposition.
pub(super) fn head(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Range<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    let last = (start + 1..=end)
        .find(|&at| {
            let t = &tokens[at];
            if is_plain(t) {
                return false;
            }
            !t.is_part()
                || t.is(Flags::RELATIVE
                    .or(Flags::COORDINATOR)
                    .or(Flags::POSTNOMINAL))
                || t.is(Flags::PREPOSITION) && !joins_names(tokens, at)
                || is_verb(tokens, at)
        })
        .map_or(end, |at| at - 1);
    // "Lee's"
    let name = last - usize::from(last > start && ends_name(tokens, last));
    let mut first = name;
    if tokens[name].shape == Shape::Capital {
        while first > start
            && (tokens[first - 1].shape == Shape::Capital
                && !tokens[first - 1].is(Flags::DETERMINER)
                || joins_names(tokens, first - 1))
        {
            first -= 1;
        }
    }
    first..last + 1
}

/// "of" between two capitals: "Secretary of State".
pub(crate) fn joins_names(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Flags::OF)
        && at > 0
        && tokens[at - 1].shape == Shape::Capital
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.shape == Shape::Capital)
}

/// Whether a token is a word of which nothing is known, as names are: a noun, and no verb.
#[inline]
fn is_plain(token: &Token) -> bool {
    let unknown = token.word.flags == Flags::NONE;
    unknown & token.is_word()
}

/// Whether the word at `at` is the verb of a clause there.
pub(crate) fn is_verb(tokens: &[Token], at: usize) -> bool {
    let left = at.checked_sub(1).map(|left| tokens[left].word.role);
    tokens[at]
        .word
        .role
        .is_verb_behind(left.unwrap_or_default())
}

/// Whether a word can be a noun or an adjective.
#[inline]
pub(crate) fn is_nominal(token: &Token) -> bool {
    token.word.role.is_nominal()
}

/// Whether a word ends as a participle: "drafted", "leading", "written".
pub(super) fn is_participle(token: &Token) -> bool {
    token.is(Flags::ED
        .or(Flags::ING)
        .or(Flags::PARTICIPLE)
        .or(Flags::GERUND))
}

/// "who", "which" or "that" as the subject of a relative clause.
pub(super) fn is_relative(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::RELATIVE)
        && token.is_word()
        && at > 0
        && (!token.is(Flags::THAT) || is_nominal(&tokens[at - 1]))
}

/// The nearest token before `end` that is what is looked for.
pub(super) fn find_back(
    tokens: &[Token],
    end: usize,
    is_it: impl Fn(&Token) -> bool,
) -> Option<usize> {
    (end.saturating_sub(REACH)..end)
        .rev()
        .find(|&at| is_it(&tokens[at]))
}
