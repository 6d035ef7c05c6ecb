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
use crate::quotation::reported::boundary::tag;
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

/// Observes what can be seen of `candidate`; `nested` says that its cue stands in what another one reports.
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
    let kind = |at: usize| tag(tokens, at) as usize;
    let start = candidate.content.start;
    features.push(Family::Start.index(kind(start), kind(start + 1)));
    let end = candidate.end();
    features.push(Family::Outside.index(kind(end), frame));
    let left = candidate.cue.phrase.start;
    let before = |back: usize| left.checked_sub(back).map_or(0, kind);
    features.push(Family::Before.index(before(1), before(2)));
    let (cues, quotes) = crowd(tokens);
    features.push(Family::Cues.index(cues.min(5), quotes.min(3)));
    observe_words(tokens, candidate, nested, features);
    observe_flags(tokens, candidate, nested, quotes > 0, features);
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
    let end = candidate.end();
    let kind = |at: usize| tag(tokens, at) as usize;
    let led = tokens
        .first()
        .is_some_and(|first| first.is(Flags::PREPOSITION.or(Flags::SUBORDINATOR)));
    let led = usize::from(led);
    features.push(Family::OutsideThen.index(kind(end + 1), led));
    features.push(Family::Last.index(kind(end - 1), led));
}

/// The row of a word of which the list of weights knows more than its tag.
pub(crate) fn lemma(token: &Token) -> usize {
    usize::from(token.word.lemma).min(LEMMAS - 1)
}

/// The words that identify the speaker: of "that", those that it stands for.
fn identifying(tokens: &Tokens, speaker: Mention) -> Span {
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
    let first = &tokens[tokens
        .at(identifying(tokens, speaker).start)
        .min(tokens.len() - 1)];
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

/// Observes what is so or not.
fn observe_flags(
    tokens: &Tokens,
    candidate: &Candidate,
    nested: bool,
    quoted: bool,
    features: &mut impl Observer,
) {
    let form = candidate.cue.form as usize;
    let mut push = |flags: &[(Flag, bool)]| {
        for &(flag, set) in flags {
            features.push_if(set, Family::Flag.index(flag as usize, form));
        }
    };
    push(&[
        (Flag::Any, true),
        (Flag::Nested, nested),
        (Flag::Quoted, quoted),
        (Flag::NestedQuoted, nested && quoted),
    ]);
    push(&sentence_flags(tokens));
    push(&cue_flags(tokens, &candidate.cue));
    push(&extent_flags(tokens, candidate));
    push(&content_flags(tokens, candidate));
    push(&speaker_flags(tokens, candidate));
}

/// How the sentence ends.
fn sentence_flags(tokens: &[Token]) -> [(Flag, bool); 2] {
    let last = tokens.last();
    let ends = |t: &Token| matches!(t.shape, Shape::Stop | Shape::Quote);
    [
        (Flag::Asks, last.is_some_and(|t| t.last == b'?')),
        (Flag::Untitled, last.is_some_and(|t| !ends(t))),
    ]
}

/// The cue and what stands beside it.
fn cue_flags(tokens: &[Token], cue: &Cue) -> [(Flag, bool); 6] {
    const FAR: usize = 15;
    const NEAR: usize = 8;
    let first = cue.phrase.start;
    let conditional = tokens[first.saturating_sub(FAR)..first]
        .iter()
        .any(|t| t.is(Flags::IF));
    let quoted = has_quoted(&tokens[first.saturating_sub(NEAR)..first]);
    let adverb = tokens.get(cue.phrase.end).is_some_and(is_adverb);
    [
        (Flag::Negated, cue.negated),
        (Flag::Modal, cue.modal),
        (Flag::Capital, tokens[cue.word].shape == Shape::Capital),
        (Flag::Conditional, conditional),
        (Flag::QuotedBefore, quoted),
        (Flag::Adverb, adverb),
    ]
}

/// Where the content starts and ends.
fn extent_flags(tokens: &[Token], candidate: &Candidate) -> [(Flag, bool); 4] {
    const NEAR: usize = 3;
    let content = &candidate.content;
    let end = candidate.end().min(tokens.len());
    let behind = &tokens[end..tokens.len().min(end + NEAR)];
    [
        (Flag::Apart, content.start > candidate.cue.phrase.end + 2),
        (Flag::ToEnd, content.end + 1 >= tokens.len()),
        (Flag::Cut, candidate.cut),
        (Flag::QuotedAfter, has_quoted(behind)),
    ]
}

/// What words stand in the content, of a long one near its start.
fn content_flags(tokens: &Tokens, candidate: &Candidate) -> [(Flag, bool); 5] {
    const LONG: usize = 40;
    const SHORT: usize = 5;
    let content = tokens.get(candidate.content.clone()).unwrap_or_default();
    let start = &content[..content.len().min(SHORT)];
    let near = can_be(&content[..content.len().min(LONG)]);
    let behind_first = can_be(
        content
            .get(1..content.len().min(LONG + 1))
            .unwrap_or_default(),
    );
    let first = candidate.content.start;
    let end = candidate.end().min(tokens.len()).min(first + LONG);
    [
        (Flag::ClauseIn, near.any(Flags::MODAL.or(Flags::AUXILIARY))),
        (Flag::I, near.any(Flags::FIRST_PERSON.or(Flags::YOU))),
        (Flag::SayingIn, behind_first.any(Flags::SAYING)),
        (Flag::NounIn, start.iter().any(|t| t.is(Flags::NOUN))),
        (Flag::VerbIn, (first + 1..end).any(|at| is_verb(tokens, at))),
    ]
}

/// Where the speaker stands.
fn speaker_flags(tokens: &Tokens, candidate: &Candidate) -> [(Flag, bool); 2] {
    // in bytes
    const NEAR: usize = 12;
    const OPENING: usize = 4;
    let span = |at: usize| tokens.get(at).map_or(Span::default(), |t| t.span);
    let cue = &candidate.cue.phrase;
    let far = candidate.speaker.is_some_and(|speaker| {
        let words = identifying(tokens, speaker);
        words.end + NEAR < span(cue.start).start || words.start > span(cue.end).start + NEAR
    });
    let opens = candidate
        .speaker
        .is_some_and(|speaker| speaker.span.start <= span(0).start + OPENING);
    [(Flag::Far, far), (Flag::SpeakerFirst, opens)]
}

fn has_quoted(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.shape == Shape::Quoted)
}

/// All that one of `tokens` can be.
fn can_be(tokens: &[Token]) -> Flags {
    let all = tokens.iter().map(|token| token.word.flags);
    all.fold(Flags::NONE, Flags::or)
}
