//! Whether a [`Candidate`] is reported speech: a sum of weights over what can be seen of it.
//!
//! Observes the features of a candidate, a family with one or two values each ("verb deny
//! object"); uses its tokens, cue and mention. The weights are in `reported.weights`, a readable
//! line for each row, written by the trainer in `judge/train.rs`.

#[cfg(test)]
mod train;

use crate::language::quotation::{Flags, LEMMAS};
use crate::language::weights::{FLAGS, Family};
use crate::model::Observer;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::Mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::boundary::category;
use crate::quotation::reported::candidate::{Candidate, Frame};
use crate::span::Span;

/// Observes what can be seen of a cue and of the shape of what it may report.
pub(crate) fn prospect(tokens: &Tokens, cue: &Cue, frame: Frame, features: &mut impl Observer) {
    let form = cue.form as usize;
    let lemma = lemma(&tokens[cue.word]);
    features.push(Family::Frame.index(frame as usize, form));
    features.push(Family::Verb.index(lemma, complement_kind(frame)));
    features.push(Family::VerbForm.index(lemma, form));
}

/// Observes what can be seen of `candidate`; `nested` tells that its cue stands in what another one reports.
pub(crate) fn observe(
    tokens: &Tokens,
    candidate: &Candidate,
    nested: bool,
    features: &mut impl Observer,
) {
    let cue = &candidate.cue;
    let form = cue.form as usize;
    let frame = candidate.frame as usize;
    let speaker = speaker_kind(tokens, candidate);
    prospect(tokens, cue, candidate.frame, features);
    features.push(Family::Speaker.index(speaker, form));
    features.push(Family::Length.index(
        length(candidate.content.len() + candidate.rest.len()),
        frame,
    ));
    features.push(Family::First.index(first(&tokens[candidate.content.start]), frame));
    let kind = |at: usize| category(tokens, at) as usize;
    let start = candidate.content.start;
    features.push(Family::Start.index(kind(start), kind(start + 1)));
    let end = candidate.content.end.max(candidate.rest.end);
    features.push(Family::Outside.index(kind(end), frame));
    let left = candidate.cue.phrase.start;
    let before = |back: usize| left.checked_sub(back).map_or(0, kind);
    features.push(Family::Before.index(before(1), before(2)));
    let (cues, quotes) = crowd(tokens);
    features.push(Family::Cues.index(cues.min(5), quotes.min(3)));
    observe_words(tokens, candidate, nested, features);
    let flags = flags(tokens, candidate, nested, quotes > 0);
    for (flag, set) in flags.into_iter().enumerate() {
        features.push_if(set, Family::Flag.index(flag, form));
    }
}

/// How many words that can be cues and how many marks of quotation there are.
fn crowd(tokens: &[Token]) -> (usize, usize) {
    let (mut cues, mut quotes) = (0, 0);
    for token in tokens {
        cues += usize::from(token.is(Flags::CUE));
        quotes += usize::from(matches!(token.shape, Shape::Quoted | Shape::Quote));
    }
    (cues, quotes)
}

/// Observes the words beside the cue and the content.
fn observe_words(
    tokens: &Tokens,
    candidate: &Candidate,
    nested: bool,
    features: &mut impl Observer,
) {
    let cue = &candidate.cue;
    if let Some(next) = tokens.get(cue.phrase.end) {
        for class in cue.flags.classes() {
            features.push(Family::NextWord.index(lemma(next), class));
        }
    }
    if let Some(before) = cue.phrase.start.checked_sub(1).map(|at| &tokens[at]) {
        features.push(Family::BeforeWord.index(lemma(before), usize::from(nested)));
    }
    let end = candidate.content.end.max(candidate.rest.end);
    let kind = |at: usize| category(tokens, at) as usize;
    let led = tokens
        .first()
        .is_some_and(|first| first.is(Flags::PREPOSITION.or(Flags::SUBORDINATOR)));
    let led = usize::from(led);
    features.push(Family::OutsideThen.index(kind(end + 1), led));
    features.push(Family::Last.index(kind(end - 1), led));
}

/// The row of a word of which the list of weights knows more than its category.
pub(crate) fn lemma(token: &Token) -> usize {
    usize::from(token.word.lemma).min(LEMMAS - 1)
}

pub(crate) fn complement_kind(frame: Frame) -> usize {
    match frame {
        Frame::That | Frame::Bare | Frame::Question | Frame::Colon => 0,
        Frame::Infinitive | Frame::Gerund => 1,
        Frame::Object | Frame::Prepositional | Frame::Passive => 2,
        Frame::Before | Frame::Around => 3,
    }
}

/// The words that tell who speaks: of "that", those that it stands for.
fn told(tokens: &Tokens, speaker: Mention) -> Span {
    let that = tokens
        .get(speaker.words().start)
        .is_some_and(|token| token.is(Flags::THAT));
    if that { speaker.head } else { speaker.span }
}

fn speaker_kind(tokens: &Tokens, candidate: &Candidate) -> usize {
    let Some(speaker) = candidate.speaker else {
        return 0;
    };
    let head = &tokens[speaker.head_words().start.min(tokens.len() - 1)];
    let first = &tokens[tokens.at(told(tokens, speaker).start).min(tokens.len() - 1)];
    if first.is(Flags::RELATIVE) {
        return 6;
    }
    if first.is(Flags::SUBJECT) {
        return match first.span.len() {
            1 => 1,
            2 if first.is(Flags::FIRST_PERSON) => 1,
            2 if first.is(Flags::IT) => 5,
            2 | 3 if !first.is(Flags::FIRST_PERSON) && !first.is(Flags::YOU) => 3,
            4 => 4,
            3 => 2,
            _ => 3,
        };
    }
    match head.shape {
        Shape::Capital => 7,
        Shape::Number => 11,
        _ if head.is(Flags::DETERMINER) => 10,
        _ if head.is(Flags::NUMBER) => 11,
        _ if head.last == b's' => 9,
        _ => 8,
    }
}

/// A rough measure: 0–1, 2, 3–4, 5–7, 8–15, 16–39, more; looked up, since nobody can guess it.
pub(crate) fn length(tokens: usize) -> usize {
    const MANY: usize = 40;
    const LENGTHS: [u8; MANY + 1] = [
        0, 0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
        5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6,
    ];
    usize::from(LENGTHS[tokens.min(MANY)])
}

fn first(token: &Token) -> usize {
    if token.is(Flags::THAT) {
        0
    } else if token.is(Flags::SUBJECT) {
        1
    } else if token.is(Flags::OBJECT_PRONOUN) {
        2
    } else if token.is(Flags::TO) {
        10
    } else if token.is(Flags::DETERMINER) {
        match token.span.len() {
            1 | 2 => 4,
            3 if token.is(Flags::THE) => 3,
            _ if token.is(Flags::POSSESSIVE) => 5,
            _ => 6,
        }
    } else {
        match token.shape {
            Shape::Capital => 7,
            Shape::Number => 9,
            Shape::Lower if token.word.flags == Flags::NONE => 8,
            _ => 11,
        }
    }
}

fn flags(
    tokens: &Tokens,
    candidate: &Candidate,
    nested: bool,
    quoted: bool,
) -> [bool; FLAGS.len()] {
    let cue = &candidate.cue;
    let last = tokens.last();
    let span = |at: usize| tokens.get(at).map_or(Span::default(), |t| t.span);
    let before = &tokens[cue.phrase.start.saturating_sub(15)..cue.phrase.start];
    let end = candidate
        .content
        .end
        .max(candidate.rest.end)
        .min(tokens.len());
    let content = tokens.get(candidate.content.clone()).unwrap_or_default();
    let far = candidate.speaker.is_some_and(|speaker| {
        let told = told(tokens, speaker);
        told.end + 12 < span(cue.phrase.start).start || told.start > span(cue.phrase.end).start + 12
    });
    let can_be = |tokens: &[Token]| {
        let all = tokens.iter().map(|token| token.word.flags);
        all.fold(Flags::NONE, Flags::or)
    };
    let start = can_be(&content[..content.len().min(1)]);
    let inner = can_be(content.get(1..content.len().min(40)).unwrap_or_default());
    let beyond = content
        .get(40)
        .map_or(Flags::NONE, |token| token.word.flags);
    [
        true,
        cue.negated,
        cue.modal,
        last.is_some_and(|t| t.last == b'?'),
        nested,
        last.is_some_and(|t| t.shape != Shape::Stop && t.shape != Shape::Quote),
        before.iter().any(|t| t.is(Flags::IF)),
        quoted,
        candidate.content.end + 1 >= tokens.len(),
        far,
        start.or(inner).any(Flags::MODAL.or(Flags::AUXILIARY)),
        tokens[cue.word].shape == Shape::Capital,
        start.or(inner).any(Flags::FIRST_PERSON.or(Flags::YOU)),
        tokens
            .get(cue.phrase.end)
            .is_some_and(crate::quotation::clause::cue::is_adverb),
        before[before.len().saturating_sub(8)..]
            .iter()
            .any(|t| t.shape == Shape::Quoted),
        tokens[end..tokens.len().min(end + 3)]
            .iter()
            .any(|t| t.shape == Shape::Quoted),
        candidate.content.start > cue.phrase.end + 2,
        candidate.cut,
        content[..content.len().min(5)]
            .iter()
            .any(|t| t.is(Flags::NOUN)),
        (candidate.content.start + 1..end.min(candidate.content.start + 40))
            .any(|at| crate::quotation::clause::mention::is_verb(tokens, at)),
        candidate
            .speaker
            .is_some_and(|speaker| speaker.span.start <= span(0).start + 4),
        inner.or(beyond).any(Flags::SAYING),
        nested && quoted,
    ]
}
