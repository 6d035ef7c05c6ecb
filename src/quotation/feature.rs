//! What is observed of a [`Proposal`], for the model that chooses among them, and of a stretch,
//! for the one that tells speech from other marks.

use super::cue::{Form, is_adverb};
use super::kind::Wording;
use super::proposal::{Place, Proposal, Rule};
use super::tokens::{Shape, Token, Tokens};
use crate::language::quotation::Flags;
use crate::model::Features;

/// The features of proposals; the order is that of `SOURCE_FEATURES`.
#[derive(Clone, Copy)]
enum F {
    Rule,
    RuleCapital,
    RuleEnding,
    RuleWords,
    RuleBefore,
    RuleAfter,
    RuleRank,
    Form,
    FormRank,
    Class,
    ClassLeft,
    ClassRight,
    Say,
    DistanceLeft,
    DistanceRight,
    NextLeft,
    NextRight,
    Between,
    Commas,
    Break,
    Mention,
    MentionForm,
    Gap,
    Embedded,
    EmbeddedClass,
    Opener,
    Starts,
    Modal,
    Weak,
    Paragraph,
    MentionAfter,
    Quotes,
    Route,
    Prev,
    Homograph,
    ClassDistance,
    Leftmost,
}

/// The names of the features of proposals, as in the list of weights.
#[cfg(test)]
pub(crate) const SOURCE_FEATURES: [&str; 37] = [
    "rule",
    "rule-capital",
    "rule-ending",
    "rule-words",
    "rule-before",
    "rule-after",
    "rule-rank",
    "form",
    "form-rank",
    "class",
    "class-left",
    "class-right",
    "say",
    "distance-left",
    "distance-right",
    "next-left",
    "next-right",
    "between",
    "commas",
    "break",
    "mention",
    "mention-form",
    "gap",
    "embedded",
    "embedded-class",
    "opener",
    "starts",
    "modal",
    "weak",
    "paragraph",
    "mention-after",
    "quotes",
    "route",
    "prev",
    "homograph",
    "class-distance",
    "leftmost",
];

/// How the sentence of a stretch stands in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// Nothing but marks is in the sentence.
    pub(crate) bare: bool,
    /// It opens its line.
    pub(crate) opens_line: bool,
    /// The quotation before ends where it begins.
    pub(crate) follows: bool,
}

/// What is observed of `proposal` for the stretch at `place`.
#[expect(
    clippy::too_many_lines,
    reason = "a list of observations, one after the other"
)]
pub(crate) fn of_proposal(
    place: Place<'_>,
    wording: &Wording,
    setting: Setting,
    proposal: &Proposal,
) -> Features {
    let mut f = Features::new();
    let tokens = place.tokens;
    let rule = proposal.rule as usize;
    let before = place.at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(place.at + 1);
    f.add(F::Rule as usize, rule);
    f.add(
        F::RuleCapital as usize,
        rule * 2 + usize::from(wording.capital),
    );
    f.add(F::RuleEnding as usize, rule * 3 + wording.ending as usize);
    f.add(
        F::RuleWords as usize,
        (rule * 3 + wording.size().min(2)).min(63),
    );
    f.add(
        F::Paragraph as usize,
        rule * 3
            + if !setting.bare {
                0
            } else if setting.follows {
                1
            } else {
                2
            },
    );
    f.add(F::Mention as usize, mention_class(tokens, proposal));
    let Some(cue) = &proposal.cue else {
        return f;
    };
    let Some(side) = Side::of(proposal.rule) else {
        return f;
    };
    let left = side == Side::Left;
    f.add(
        F::RuleBefore as usize,
        neighbour(before) + if left { 0 } else { 24 },
    );
    f.add(
        F::RuleAfter as usize,
        neighbour(after) + if left { 0 } else { 24 },
    );
    f.add(F::RuleRank as usize, rule.min(9) * 4 + proposal.rank.min(3));
    let form = cue.form as usize;
    f.add(F::Form as usize, form + if left { 0 } else { 8 });
    f.add(
        F::FormRank as usize,
        form * 4 + proposal.rank.min(3) + if left { 0 } else { 32 },
    );
    for class in classes(cue.flags) {
        f.add(F::Class as usize, class);
        f.add(
            if left { F::ClassLeft } else { F::ClassRight } as usize,
            class * 4 + proposal.rank.min(3),
        );
    }
    f.add(
        F::Say as usize,
        usize::from(is_say(cue.flags)) * 4 + proposal.rank.min(3) + if left { 0 } else { 8 },
    );
    let (inner, outer) = if left {
        (cue.phrase.end, place.at)
    } else {
        (place.at + 1, cue.phrase.start)
    };
    let between = &tokens[inner.min(outer)..outer.max(inner)];
    f.add(
        if left {
            F::DistanceLeft
        } else {
            F::DistanceRight
        } as usize,
        bucket(between.len())
            + 8 * usize::from(wording.capital)
            + 16 * usize::from(proposal.rank > 0),
    );
    f.add(
        if left { F::NextLeft } else { F::NextRight } as usize,
        neighbour(tokens.get(cue.phrase.end)),
    );
    let count = |shape| between.iter().filter(|token| token.shape == shape).count();
    let sided = |value: usize| value + if left { 0 } else { 8 };
    f.add(F::Between as usize, sided(count(Shape::Quoted).min(3)));
    f.add(F::Commas as usize, sided(count(Shape::Comma).min(4)));
    f.add(
        F::Break as usize,
        sided(count(Shape::Semicolon).min(1) + 2 * count(Shape::Stop).min(1)),
    );
    f.add(
        F::MentionForm as usize,
        form * 8 + mention_class(tokens, proposal),
    );
    let mention = tokens.at(proposal.mention.span.start);
    let mention_end = tokens.at(proposal.mention.span.end);
    f.add(
        F::Gap as usize,
        sided(bucket(cue.phrase.start.saturating_sub(mention_end)).min(7))
            + if mention > cue.phrase.start { 32 } else { 0 },
    );
    let embedded = embedding(tokens, mention.min(cue.phrase.start));
    f.add(F::Embedded as usize, sided(embedded));
    for class in classes(cue.flags) {
        f.add(F::EmbeddedClass as usize, class * 3 + embedded.min(2));
    }
    f.add(F::Opener as usize, sided(opener(tokens, mention)));
    f.add(F::Starts as usize, sided(usize::from(mention == 0)));
    f.add(
        F::Modal as usize,
        sided(usize::from(cue.modal) + 2 * usize::from(cue.negated)),
    );
    let weak = cue.phrase.len() == 1 && cue.flags.any(Flags::BASE) && !cue.flags.any(Flags::PAST);
    f.add(
        F::Weak as usize,
        sided(usize::from(weak) + 2 * usize::from(weak && cue.flags.any(Flags::NOUN))),
    );
    f.add(F::MentionAfter as usize, neighbour(tokens.get(mention_end)));
    let prev = cue.phrase.start.checked_sub(1).map(|at| &tokens[at]);
    f.add(
        F::Prev as usize,
        neighbour(prev) + if left { 0 } else { 24 },
    );
    let noun = cue.flags.any(Flags::NOUN) && cue.form == Form::Finite;
    f.add(
        F::Homograph as usize,
        usize::from(noun) * 24 + neighbour(prev),
    );
    for class in classes(cue.flags).take_while(|class| *class < 8) {
        f.add(F::ClassDistance as usize, class * 8 + bucket(between.len()));
    }
    let says = |token: &Token| {
        token.shape == Shape::Lower
            && token.is(Flags::CLAUSE.or(Flags::ACCORDING))
            && token.is(Flags::FORMS.or(Flags::ACCORDING))
    };
    let leftmost = !tokens[..cue.phrase.start].iter().any(says);
    f.add(
        F::Leftmost as usize,
        usize::from(leftmost) * 4
            + usize::from(cue.flags.any(Flags::CLAUSE)) * 2
            + usize::from(left),
    );
    f.add(
        F::Route as usize,
        form * 4 + 2 * usize::from(left) + proposal.route,
    );
    f.add(F::Quotes as usize, sided(usize::from(setting.opens_line)));
    f
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn of(rule: Rule) -> Option<Self> {
        match rule {
            Rule::SaidSpeaker
            | Rule::SpeakerSaid
            | Rule::AccordingAfter
            | Rule::PassiveAfter
            | Rule::DashAfter => Some(Self::Right),
            Rule::CueColon
            | Rule::CueComma
            | Rule::CueClause
            | Rule::NounClause
            | Rule::AccordingBefore
            | Rule::Agent
            | Rule::SubjectOfVerb
            | Rule::LeadIn
            | Rule::PreviousSentence
            | Rule::PreviousParagraph => Some(Self::Left),
            _ => None,
        }
    }
}

/// The classes of a cue, by number.
fn classes(flags: Flags) -> impl Iterator<Item = usize> {
    const CLASSES: [Flags; 10] = [
        Flags::CLAUSE,
        Flags::OBJECT,
        Flags::PERSON,
        Flags::INFINITIVE,
        Flags::LABEL,
        Flags::PREPOSITIONAL,
        Flags::SPEAKING,
        Flags::THOUGHT,
        Flags::NOUN,
        Flags::ACCORDING,
    ];
    CLASSES
        .into_iter()
        .enumerate()
        .filter(move |(_, class)| flags.any(*class))
        .map(|(at, _)| at)
}

/// Whether a cue can only tell of saying, with a clause.
fn is_say(flags: Flags) -> bool {
    flags.any(Flags::CLAUSE) && !flags.any(Flags::THOUGHT.or(Flags::NOUN).or(Flags::OBJECT))
}

/// A rough measure: 0, 1, 2, 3–4, 5–7, 8–12, 13–20, more.
fn bucket(n: usize) -> usize {
    match n {
        0..=2 => n,
        3..=4 => 3,
        5..=7 => 4,
        8..=12 => 5,
        13..=20 => 6,
        _ => 7,
    }
}

/// What a token beside the marks or a cue is.
pub(super) fn neighbour(token: Option<&Token>) -> usize {
    let Some(token) = token else { return 0 };
    match token.shape {
        Shape::Quoted => 1,
        Shape::Comma => 2,
        Shape::Colon => 3,
        Shape::Semicolon => 4,
        Shape::Dash => 5,
        Shape::Stop => 6,
        Shape::Open | Shape::Close => 7,
        Shape::Number => 8,
        Shape::Clitic => 9,
        Shape::Quote | Shape::Other => 10,
        Shape::Lower | Shape::Capital if token.is(Flags::THAT) => 11,
        Shape::Lower | Shape::Capital if token.is(Flags::DETERMINER) => 12,
        Shape::Lower | Shape::Capital if token.is(Flags::SUBJECT) => 13,
        Shape::Lower | Shape::Capital if token.is(Flags::OBJECT_PRONOUN) => 14,
        Shape::Lower if token.is(Flags::COORDINATOR) => 15,
        Shape::Lower if token.is(Flags::PREPOSITION.or(Flags::TO)) => 16,
        Shape::Lower if token.is(Flags::AUXILIARY.or(Flags::MODAL)) => 17,
        Shape::Lower if token.is(Flags::SAYING) => 18,
        Shape::Lower | Shape::Capital if is_adverb(token) => 19,
        Shape::Capital => 20,
        Shape::Lower => 21,
    }
}

/// What a token beside the marks is, roughly.
fn shallow(token: Option<&Token>) -> usize {
    let Some(token) = token else { return 0 };
    match token.shape {
        Shape::Comma | Shape::Colon | Shape::Semicolon | Shape::Dash => 1,
        Shape::Stop | Shape::Quoted => 2,
        Shape::Lower | Shape::Capital if token.is(Flags::DETERMINER) => 3,
        Shape::Lower if token.is(Flags::PREPOSITION.or(Flags::TO).or(Flags::COORDINATOR)) => 4,
        Shape::Lower if token.is(Flags::FORMS.or(Flags::VERB).or(Flags::AUXILIARY)) => 5,
        Shape::Capital => 6,
        _ => 7,
    }
}

/// What the mention of a proposal is.
fn mention_class(tokens: &Tokens, proposal: &Proposal) -> usize {
    let Some(token) = tokens.get(tokens.at(proposal.mention.head.start)) else {
        return 0;
    };
    let first = tokens.get(tokens.at(proposal.mention.span.start));
    if token.span.start != proposal.mention.head.start {
        return 1;
    }
    if first.is_some_and(|first| first.is(Flags::RELATIVE)) {
        return 2;
    }
    match token.shape {
        _ if token.is(Flags::SUBJECT) => 3,
        Shape::Capital => 4,
        Shape::Lower if token.is(Flags::FORMS.or(Flags::ING).or(Flags::ED)) => 5,
        Shape::Lower => 6,
        _ => 7,
    }
}

/// Whether the clause that starts at `start` is what an earlier cue tells: 1 right behind it,
/// 2 somewhere behind it, 0 not.
fn embedding(tokens: &Tokens, start: usize) -> usize {
    let near = start.saturating_sub(3);
    let says = |token: &Token| {
        token.shape == Shape::Lower
            && token.is(Flags::CLAUSE.or(Flags::PERSON).or(Flags::ACCORDING))
    };
    if tokens[near..start].iter().any(says) {
        1
    } else if tokens[start.saturating_sub(20)..near].iter().any(says) {
        2
    } else {
        0
    }
}

/// What stands before the mention: nothing, a subordinator, a relative, a coordinator, else.
fn opener(tokens: &Tokens, mention: usize) -> usize {
    let Some(before) = mention.checked_sub(1).map(|at| &tokens[at]) else {
        return 0;
    };
    match before.shape {
        Shape::Comma => 1,
        Shape::Quoted => 2,
        _ if before.is(Flags::THAT) => 3,
        _ if before.is(Flags::RELATIVE) => 4,
        _ if before.is(Flags::SUBORDINATOR) => 5,
        _ if before.is(Flags::COORDINATOR) => 6,
        _ => 7,
    }
}

/// The features of a stretch; the order is that of `SPEECH_FEATURES`.
#[derive(Clone, Copy)]
enum S {
    Size,
    SizeEnding,
    SizeCapital,
    Before,
    After,
    Title,
    TitleBefore,
    Rule,
    RuleSize,
    Class,
    Distance,
    Score,
    Bare,
    Around,
    Siblings,
    Form,
    Reported,
    Embed,
    Work,
    Pair,
    Rank,
    Headline,
}

/// How many tokens around a stretch tell whether speech is reported there.
const NEAR: usize = 256;

/// The names of the features of stretches, as in the list of weights.
#[cfg(test)]
pub(crate) const SPEECH_FEATURES: [&str; 22] = [
    "size",
    "size-ending",
    "size-capital",
    "before",
    "after",
    "title",
    "title-before",
    "rule",
    "rule-size",
    "class",
    "distance",
    "score",
    "bare",
    "around",
    "siblings",
    "form",
    "reported",
    "embedded",
    "work",
    "pair",
    "rank",
    "headline",
];

/// Adds how probable the best proposal is.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 1 times 8
pub(crate) fn add_probability(features: &mut Features, probability: f32) {
    features.add(S::Score as usize, (probability * 8.0) as usize);
}

/// What is observed of the stretch at `place` with its `best` proposal.
pub(crate) fn of_stretch(
    place: Place<'_>,
    wording: &Wording,
    setting: Setting,
    best: Option<&Proposal>,
) -> Features {
    let mut f = Features::new();
    let tokens = place.tokens;
    let size = wording.size();
    let before = place.at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(place.at + 1);
    f.add(S::Size as usize, wording.words.min(12));
    f.add(S::SizeEnding as usize, size * 3 + wording.ending as usize);
    f.add(
        S::SizeCapital as usize,
        size * 2 + usize::from(wording.capital),
    );
    f.add(
        S::Before as usize,
        neighbour(before) + if size < 3 { 0 } else { 24 },
    );
    f.add(
        S::After as usize,
        neighbour(after) + if size < 3 { 0 } else { 24 },
    );
    f.add(S::Title as usize, usize::from(wording.title) * 8 + size);
    let capital = |token: Option<&Token>| {
        usize::from(token.is_some_and(|token| token.shape == Shape::Capital))
    };
    f.add(
        S::TitleBefore as usize,
        usize::from(wording.title) * 24 + neighbour(before),
    );
    f.add(
        S::Around as usize,
        usize::from(wording.title) * 4 + capital(before) * 2 + capital(after),
    );
    f.add(
        S::Bare as usize,
        usize::from(setting.bare) * 16 + usize::from(setting.follows) * 8 + size,
    );
    let siblings = tokens
        .iter()
        .filter(|token| token.shape == Shape::Quoted)
        .take(4)
        .count();
    f.add(S::Siblings as usize, siblings);
    // a frame may hold any number of stretches: each looks no further than a sentence is long
    let near = place.at.saturating_sub(NEAR)..tokens.len().min(place.at + NEAR);
    let reported = tokens[near.start..place.at].iter().any(|token| {
        token.shape == Shape::Lower
            && token.is(Flags::CLAUSE.or(Flags::PERSON))
            && token.is(Flags::FORMS)
    });
    let reported_after = tokens[place.at..near.end].iter().any(|token| {
        token.shape == Shape::Lower
            && token.is(Flags::CLAUSE.or(Flags::PERSON))
            && token.is(Flags::FORMS)
    });
    f.add(
        S::Reported as usize,
        usize::from(reported) + 2 * usize::from(reported_after) + 4 * size.min(3),
    );
    let is_work = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| token.is(Flags::WORK))
    };
    let near_work = is_work(place.at.checked_sub(1)) || is_work(place.at.checked_sub(2));
    f.add(
        S::Work as usize,
        usize::from(near_work)
            + 2 * usize::from(is_work(Some(place.at + 1)))
            + 4 * usize::from(wording.title),
    );
    f.add(S::Pair as usize, shallow(before) * 8 + shallow(after));
    let headline = tokens
        .last()
        .is_some_and(|token| !matches!(token.shape, Shape::Stop | Shape::Quoted | Shape::Close));
    f.add(S::Headline as usize, usize::from(headline) * 8 + size);
    let Some(best) = best else { return f };
    f.add(S::Rank as usize, best.rank.min(3) * 8 + size);
    f.add(S::Rule as usize, best.rule as usize);
    f.add(
        S::RuleSize as usize,
        (best.rule as usize * 3 + size.min(2)).min(63),
    );
    let Some(cue) = &best.cue else { return f };
    for class in classes(cue.flags) {
        f.add(S::Class as usize, class * 4 + size.min(3));
    }
    f.add(S::Form as usize, cue.form as usize * 4 + size.min(3));
    let left = Side::of(best.rule) == Some(Side::Left);
    let distance = if left {
        place.at.saturating_sub(cue.phrase.end)
    } else {
        cue.phrase.start.saturating_sub(place.at + 1)
    };
    f.add(
        S::Distance as usize,
        bucket(distance) + if left { 0 } else { 8 } + 16 * size.min(2),
    );
    let adjacent_object = cue.form == Form::Finite && distance < 2;
    f.add(
        S::Embed as usize,
        usize::from(adjacent_object) * 4 + size.min(3),
    );
    f
}
