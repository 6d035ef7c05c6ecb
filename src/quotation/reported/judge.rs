//! Whether a [`Candidate`] is reported speech: a sum of weights over what can be seen of it.
//!
//! Observes the features of a candidate, a family with one or two values each ("verb deny
//! object"); uses its tokens, cue and mention. The weights are in `reported.weights`, a readable
//! line for each row, written by the trainer in `quotation/train`.

use crate::language::quotation::{Flags, LEMMAS};
use crate::language::weights::{Complement, Family, First, Flag, Form, Frame, Who};
use crate::model::Observer;
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::mention::{Mention, is_verb};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::boundary::category;
use crate::quotation::reported::candidate::Candidate;
use crate::span::Span;

/// Observes what can be seen of a cue and of the shape of what it may report.
pub(crate) fn prospect(tokens: &Tokens, cue: &Cue, frame: Frame, features: &mut impl Observer) {
    let form = cue.form as usize;
    let lemma = lemma(&tokens[cue.word]);
    features.push(Family::Frame.index(frame as usize, form));
    features.push(Family::Verb.index(lemma, Complement::of(frame) as usize));
    // behind "that" stands what was said, whatever else the verb may take
    if frame != Frame::That || cue.form != Form::Finite {
        features.push(Family::VerbForm.index(lemma, form));
    }
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
    let speaker = who(tokens, candidate);
    prospect(tokens, cue, candidate.frame, features);
    features.push(Family::Speaker.index(speaker as usize, form));
    features.push(Family::Length.index(
        length(candidate.content.len() + candidate.rest.len()),
        frame,
    ));
    let first = first(&tokens[candidate.content.start]);
    features.push(Family::First.index(first as usize, frame));
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
    for (flag, set) in flags {
        features.push_if(set, Family::Flag.index(flag as usize, form));
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

/// The words that tell who speaks: of "that", those that it stands for.
fn told(tokens: &Tokens, speaker: Mention) -> Span {
    let that = tokens
        .get(speaker.words().start)
        .is_some_and(|token| token.is(Flags::THAT));
    if that { speaker.head } else { speaker.span }
}

fn who(tokens: &Tokens, candidate: &Candidate) -> Who {
    let Some(speaker) = candidate.speaker else {
        return Who::None;
    };
    let head = &tokens[speaker.head_words().start.min(tokens.len() - 1)];
    let first = &tokens[tokens.at(told(tokens, speaker).start).min(tokens.len() - 1)];
    if first.is(Flags::RELATIVE) {
        return Who::Relative;
    }
    if first.is(Flags::SUBJECT) {
        return match first {
            _ if first.is(Flags::FIRST_PERSON) => Who::I,
            _ if first.is(Flags::YOU) => Who::You,
            _ if first.is(Flags::IT) => Who::It,
            _ if first.is(Flags::PLURAL) => Who::They,
            _ => Who::He,
        };
    }
    match head.shape {
        Shape::Capital => Who::Name,
        Shape::Number => Who::Number,
        _ if head.is(Flags::DETERMINER) => Who::Determiner,
        _ if head.is(Flags::NUMBER) => Who::Number,
        _ if head.last == b's' => Who::Plural,
        _ => Who::Noun,
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

fn first(token: &Token) -> First {
    if token.is(Flags::THAT) {
        First::That
    } else if token.is(Flags::SUBJECT) {
        First::Subject
    } else if token.is(Flags::OBJECT_PRONOUN) {
        First::Object
    } else if token.is(Flags::TO) {
        First::To
    } else if token.is(Flags::DETERMINER) {
        match token.span.len() {
            1 | 2 => First::A,
            3 if token.is(Flags::THE) => First::The,
            _ if token.is(Flags::POSSESSIVE) => First::His,
            _ => First::This,
        }
    } else {
        match token.shape {
            Shape::Capital => First::Name,
            Shape::Number => First::Number,
            Shape::Lower if token.word.flags == Flags::NONE => First::Noun,
            _ => First::Other,
        }
    }
}

fn flags(
    tokens: &Tokens,
    candidate: &Candidate,
    nested: bool,
    quoted: bool,
) -> [(Flag, bool); Flag::NAMES.len()] {
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
    let asks = last.is_some_and(|t| t.last == b'?');
    let untitled = last.is_some_and(|t| t.shape != Shape::Stop && t.shape != Shape::Quote);
    let conditional = before.iter().any(|t| t.is(Flags::IF));
    let clause_in = start.or(inner).any(Flags::MODAL.or(Flags::AUXILIARY));
    let me = start.or(inner).any(Flags::FIRST_PERSON.or(Flags::YOU));
    let adverb = tokens.get(cue.phrase.end).is_some_and(is_adverb);
    let quote_in = |tokens: &[Token]| tokens.iter().any(|t| t.shape == Shape::Quoted);
    let near_before = &before[before.len().saturating_sub(8)..];
    let near_after = &tokens[end..tokens.len().min(end + 3)];
    let noun_in = content[..content.len().min(5)]
        .iter()
        .any(|t| t.is(Flags::NOUN));
    let verb_in = (candidate.content.start + 1..end.min(candidate.content.start + 40))
        .any(|at| is_verb(tokens, at));
    let speaker_first = candidate
        .speaker
        .is_some_and(|speaker| speaker.span.start <= span(0).start + 4);
    [
        (Flag::Any, true),
        (Flag::Negated, cue.negated),
        (Flag::Modal, cue.modal),
        (Flag::Asks, asks),
        (Flag::Nested, nested),
        (Flag::Untitled, untitled),
        (Flag::Conditional, conditional),
        (Flag::Quoted, quoted),
        (Flag::ToEnd, candidate.content.end + 1 >= tokens.len()),
        (Flag::Far, far),
        (Flag::ClauseIn, clause_in),
        (Flag::Capital, tokens[cue.word].shape == Shape::Capital),
        (Flag::I, me),
        (Flag::Adverb, adverb),
        (Flag::QuotedBefore, quote_in(near_before)),
        (Flag::QuotedAfter, quote_in(near_after)),
        (Flag::Apart, candidate.content.start > cue.phrase.end + 2),
        (Flag::Cut, candidate.cut),
        (Flag::NounIn, noun_in),
        (Flag::VerbIn, verb_in),
        (Flag::SpeakerFirst, speaker_first),
        (Flag::SayingIn, inner.or(beyond).any(Flags::SAYING)),
        (Flag::NestedQuoted, nested && quoted),
    ]
}
