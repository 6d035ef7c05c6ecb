//! Where what was said ends: each place where it could is weighed by what stands around it.
//!
//! The weights are trained; what they look at is decided here.

use super::clause::{aside, finite_at, is_auxiliary, says_at};
use super::cue::is_adverb;
use super::indirect::Frame;
use super::judge::{Features, length};
use super::mention;
use super::tokens::{Shape, Token, Tokens};
use crate::language::quotation::Flags;
use crate::language::weights::{Family, Weights};

/// The token behind the content that starts at `start`.
pub(crate) fn end(tokens: &Tokens, start: usize, frame: Frame, weights: &Weights) -> usize {
    places(tokens, start, frame)
        .find(|(_, features)| weights.score(features.as_slice()) > 0.0)
        .map_or_else(|| sentence_end(tokens), |(at, _)| at)
}

/// The places before the end of the sentence where a content that starts at `start` could end.
pub(crate) fn places(
    tokens: &Tokens,
    start: usize,
    frame: Frame,
) -> impl Iterator<Item = (usize, Features)> + '_ {
    let stop = sentence_end(tokens);
    let led = leads_in(tokens, start);
    let mut verb = false;
    let mut inserted = false;
    (start + 1..stop).filter_map(move |at| {
        let token = &tokens[at];
        verb |= mention::is_verb(tokens, at);
        let kind = category(token);
        if !is_place(token, kind) {
            return None;
        }
        let mut features = Features::new();
        let next = tokens.get(at + 1).map_or(0, category);
        let then = tokens.get(at + 2).map_or(0, category);
        features.add(Family::End, kind, frame as usize);
        features.add(Family::EndNext, kind, next);
        features.add(Family::EndThen, next, then);
        features.add(Family::EndLast, kind, category(&tokens[at - 1]));
        features.add(Family::EndLength, length(at - start), frame as usize);
        let ahead = &tokens[at + 1..stop.min(at + 25)];
        let flags = [
            led,
            inserted,
            verb,
            finite_at(tokens, at + 1),
            says_at(tokens, at + 1),
            ahead.iter().any(|t| t.shape == token.shape),
            ahead.iter().any(|t| {
                t.is(Flags::AUXILIARY
                    .or(Flags::MODAL)
                    .or(Flags::VERB)
                    .or(Flags::PAST))
            }),
            is_auxiliary(tokens, at),
            aside(tokens, at, true).is_some(),
            closes_insertion(tokens, at, stop),
            stop - at <= 3,
        ];
        for (flag, set) in flags.into_iter().enumerate() {
            if set {
                features.add(Family::EndFlag, flag, kind);
            }
        }
        inserted ^= token.shape == Shape::Comma;
        Some((at, features))
    })
}

/// The token behind the last word of the sentence.
fn sentence_end(tokens: &Tokens) -> usize {
    tokens
        .iter()
        .rposition(|t| {
            !matches!(
                t.shape,
                Shape::Stop | Shape::Quote | Shape::Close | Shape::Other
            )
        })
        .map_or(0, |at| at + 1)
}

/// Whether a content can end before a token of this kind.
fn is_place(token: &Token, kind: usize) -> bool {
    !matches!(kind, 0 | 5 | 6 | 8 | 9 | 21 | 25 | 26 | 32 | 33)
}

/// Whether a comma at `at` opens what another one closes before a finite verb.
fn closes_insertion(tokens: &Tokens, at: usize, stop: usize) -> bool {
    const NEAR: usize = 20;
    tokens[at].shape == Shape::Comma
        && (at + 2..stop.min(at + NEAR))
            .find(|&close| tokens[close].shape == Shape::Comma)
            .is_some_and(|close| {
                finite_at(tokens, close + 1)
                    || tokens
                        .get(close + 1)
                        .is_some_and(|t| t.is(Flags::PREPOSITION))
            })
}

/// Whether the clause at `start` stands in one that leads up to the main clause: "Asked if it
/// rained, he left."
fn leads_in(tokens: &Tokens, start: usize) -> bool {
    let before = &tokens[..start];
    let opener = before
        .iter()
        .find(|t| !t.is(Flags::COORDINATOR) && t.shape != Shape::Quote);
    let subordinate = opener.is_some_and(|t| {
        t.is(Flags::SUBORDINATOR
            .or(Flags::PREPOSITION)
            .or(Flags::GERUND)
            .or(Flags::ING))
            || t.is(Flags::PARTICIPLE) && t.shape == Shape::Capital
    });
    subordinate && before.iter().all(|t| t.shape != Shape::Comma)
}

/// What a token is to the clauses around it, as a row of the weights.
pub(crate) fn category(token: &Token) -> usize {
    match token.shape {
        Shape::Comma => 1,
        Shape::Dash => 2,
        Shape::Colon => 3,
        Shape::Semicolon => 4,
        Shape::Stop | Shape::Other => 5,
        Shape::Quote | Shape::Quoted => 6,
        Shape::Open | Shape::Close => 7,
        Shape::Number => 8,
        Shape::Clitic => 9,
        Shape::Lower | Shape::Capital => word_category(token),
    }
}

fn word_category(token: &Token) -> usize {
    const ROWS: [(Flags, usize); 19] = [
        (Flags::THAT, 10),
        (Flags::ACCORDING, 34),
        (Flags::WHEN, 14),
        (Flags::AS, 15),
        (Flags::IF, 16),
        (Flags::CONTRAST, 13),
        (Flags::BUT, 19),
        (Flags::TO, 20),
        (Flags::OF, 21),
        (Flags::BY, 22),
        (Flags::RELATIVE, 11),
        (Flags::QUESTION, 12),
        (Flags::SUBORDINATOR, 17),
        (Flags::COORDINATOR, 18),
        (Flags::PREPOSITION, 23),
        (Flags::AUXILIARY.or(Flags::MODAL), 24),
        (Flags::SUBJECT.or(Flags::OBJECT_PRONOUN), 25),
        (Flags::DETERMINER.or(Flags::NUMBER), 26),
        (Flags::TIME, 27),
    ];
    if let Some(&(_, row)) = ROWS.iter().find(|(flags, _)| token.is(*flags)) {
        return row;
    }
    if is_adverb(token) {
        28
    } else if token.shape == Shape::Capital {
        32
    } else if token.is(Flags::SAYING)
        && token.is(Flags::PAST.or(Flags::PRESENT))
        && !token.is(Flags::NOUN)
    {
        29
    } else if token.is(Flags::GERUND.or(Flags::ING)) {
        30
    } else if token.is(Flags::PAST.or(Flags::ED).or(Flags::VERB)) {
        31
    } else {
        33
    }
}
