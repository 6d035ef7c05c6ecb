//! Where what was said ends: each place where it could is weighed by what stands around it.
//!
//! The weights are trained; what they look at is decided here.

use super::clause::{aside, finite_at, is_auxiliary, says_at};
use super::indirect::Frame;
use super::judge::{Features, length};
use super::mention;
use super::tokens::{Shape, Tokens};
use crate::language::category::Category;
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
    let last = |shape| {
        tokens[..stop]
            .iter()
            .rposition(|t| t.shape == shape)
            .unwrap_or_default()
    };
    let (last_comma, last_dash) = (last(Shape::Comma), last(Shape::Dash));
    let last_verb = tokens[..stop]
        .iter()
        .rposition(|t| {
            t.is(Flags::AUXILIARY
                .or(Flags::MODAL)
                .or(Flags::VERB)
                .or(Flags::PAST))
        })
        .unwrap_or_default();
    let mut verb = false;
    let mut inserted = false;
    let mut kind = category(tokens, start);
    let mut next = category(tokens, start + 1);
    let mut then = category(tokens, start + 2);
    (start + 1..stop).filter_map(move |at| {
        let before = kind;
        (kind, next, then) = (next, then, category(tokens, at + 2));
        verb = verb || mention::is_verb(tokens, at);
        if !is_place(kind) {
            return None;
        }
        let comma = kind == Category::Comma;
        let preposition = matches!(kind, Category::Preposition | Category::By | Category::To);
        let flags = [
            led,
            inserted,
            verb,
            (comma || kind == Category::And) && finite_at(tokens, at + 1),
            comma && says_at(tokens, at + 1),
            at < if comma { last_comma } else { last_dash },
            at < last_verb,
            kind == Category::Auxiliary && is_auxiliary(tokens, at),
            preposition && aside(tokens, at, true).is_some(),
            comma && closes_insertion(tokens, at, stop),
            stop - at <= 3,
        ];
        inserted ^= comma;
        let mut features = Features::new();
        let row = kind as usize;
        features.add(Family::End, row, frame as usize);
        features.add(Family::EndNext, row, next as usize);
        features.add(Family::EndThen, next as usize, then as usize);
        features.add(Family::EndLast, row, before as usize);
        features.add(Family::EndLength, length(at - start), frame as usize);
        for (flag, set) in flags.into_iter().enumerate() {
            if set {
                features.add(Family::EndFlag, flag, row);
            }
        }
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
const fn is_place(kind: Category) -> bool {
    !matches!(
        kind,
        Category::Nothing
            | Category::Stop
            | Category::Quote
            | Category::Number
            | Category::Clitic
            | Category::Of
            | Category::Pronoun
            | Category::Determiner
            | Category::Capital
            | Category::Word
    )
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

/// What the token at `at` is to the clauses around it.
pub(crate) fn category(tokens: &Tokens, at: usize) -> Category {
    let Some(token) = tokens.get(at) else {
        return Category::Nothing;
    };
    match token.shape {
        Shape::Lower => token.word.category,
        Shape::Capital if token.word.category == Category::Word => Category::Capital,
        Shape::Capital => token.word.category,
        Shape::Comma => Category::Comma,
        Shape::Dash => Category::Dash,
        Shape::Colon => Category::Colon,
        Shape::Semicolon => Category::Semicolon,
        Shape::Stop | Shape::Other => Category::Stop,
        Shape::Quote | Shape::Quoted => Category::Quote,
        Shape::Open | Shape::Close => Category::Bracket,
        Shape::Number => Category::Number,
        Shape::Clitic => Category::Clitic,
    }
}
