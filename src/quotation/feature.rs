//! What is observed of a [`Proposal`], for the model that chooses among them, and of a stretch,
//! for the one that tells speech from other marks.

use super::cue::{Form, is_adverb};
use super::kind::Wording;
use super::proposal::{Place, Proposal, Rule};
use super::tokens::{Shape, Token, Tokens};
use crate::language::quotation::Flags;
use crate::model::Features;
use crate::span::Span;

/// The features of proposals; the order is that of `SOURCE_FEATURES`.
#[derive(Clone, Copy)]
enum F {
    Rule,
    RuleCapital,
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
    Leftmost,
    Nearer,
    NearerClass,
    KindBefore,
    KindOpener,
    KindRank,
    KindNext,
    KindBetween,
    OpenerRank,
    OpenerLeftmost,
    GapRoute,
    MentionRoute,
    Joined,
    Same,
}

/// The names of the features of proposals, as in the list of weights.
#[cfg(test)]
pub(crate) const SOURCE_FEATURES: [&str; 47] = [
    "rule",
    "rule-capital",
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
    "leftmost",
    "nearer",
    "nearer-class",
    "kind-before",
    "kind-opener",
    "kind-rank",
    "kind-next",
    "kind-between",
    "opener-rank",
    "opener-leftmost",
    "gap-route",
    "mention-route",
    "joined",
    "same",
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
    /// The cue of the quotation before, if that stands in the same sentence.
    pub(crate) last_cue: Option<Span>,
    pub(crate) chain: Chain,
}

/// How a stretch goes on from the one before it in the sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Chain {
    /// There is none.
    #[default]
    First,
    /// It does not.
    Apart { speech: bool },
    /// With a comma or "and" alone between them.
    Listed { speech: bool },
}

impl Chain {
    const fn number(self) -> usize {
        match self {
            Self::First => 0,
            Self::Apart { speech } => 1 + speech as usize,
            Self::Listed { speech } => 3 + speech as usize,
        }
    }
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
    nearest: Option<&Proposal>,
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
    if setting.chain != Chain::First {
        let same = proposal.cue_span.is_some() && proposal.cue_span == setting.last_cue;
        f.add(
            F::Same as usize,
            setting.chain.number() * 4 + usize::from(same) * 2 + usize::from(wording.capital),
        );
    }
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
    if left {
        let kind = kind(cue.flags);
        let rank = proposal.rank.min(3);
        let link = opener(tokens, mention);
        let quoted = count(Shape::Quoted).min(1);
        f.add(F::KindBefore as usize, kind * 8 + shallow(before));
        f.add(F::KindOpener as usize, kind * 8 + link);
        f.add(
            F::KindRank as usize,
            kind * 8 + rank * 2 + usize::from(wording.capital),
        );
        f.add(
            F::KindNext as usize,
            kind * 8 + shallow(tokens.get(cue.phrase.end)),
        );
        f.add(F::KindBetween as usize, kind * 8 + bucket(between.len()));
        f.add(F::OpenerRank as usize, link * 8 + rank * 2 + quoted);
        f.add(
            F::OpenerLeftmost as usize,
            link * 8 + usize::from(leftmost) * 4 + proposal.route * 2 + usize::from(rank == 0),
        );
        // ", but he called", "that he called"
        let set_off = mention > 1 && tokens[mention - 2].shape == Shape::Comma;
        f.add(
            F::Joined as usize,
            usize::from(set_off) * 32 + link * 4 + rank,
        );
    }
    f.add(
        F::GapRoute as usize,
        (proposal.route * 4 + usize::from(mention > cue.phrase.start) * 2 + usize::from(left)) * 8
            + bucket(cue.phrase.start.saturating_sub(mention_end)),
    );
    f.add(
        F::MentionRoute as usize,
        (proposal.route * 4 + proposal.rank.min(3)) * 8 + mention_class(tokens, proposal),
    );
    if proposal.rank > 0 && left {
        if let Some((nearer, cue)) = nearest.and_then(|near| Some((near, near.cue.as_ref()?))) {
            let link = opener(tokens, tokens.at(nearer.mention.span.start));
            f.add(F::Nearer as usize, cue.form as usize * 8 + link);
            for class in classes(cue.flags) {
                f.add(F::NearerClass as usize, class * 2 + usize::from(link > 2));
            }
        }
    }
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

/// What a cue is, above all.
fn kind(flags: Flags) -> usize {
    if is_say(flags) {
        0
    } else if flags.any(Flags::ACCORDING) {
        1
    } else if flags.any(Flags::THOUGHT) {
        2
    } else if flags.any(Flags::LABEL) {
        3
    } else if flags.any(Flags::NOUN) {
        4
    } else if flags.any(Flags::CLAUSE) {
        5
    } else if flags.any(Flags::OBJECT) {
        6
    } else {
        7
    }
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
    Score,
    Bare,
    Around,
    Siblings,
    Form,
    Embed,
    Work,
    Pair,
    Rank,
    Headline,
    KindSize,
    KindBefore2,
    KindNext2,
    KindTitle,
    KindDistance,
    KindMention,
    KindEnding,
    BeforeTitle,
    AfterTitle,
    Pair2,
    Short,
    Chain,
}

/// The names of the features of stretches, as in the list of weights.
#[cfg(test)]
pub(crate) const SPEECH_FEATURES: [&str; 31] = [
    "size",
    "size-ending",
    "size-capital",
    "before",
    "after",
    "title",
    "title-before",
    "rule",
    "rule-size",
    "score",
    "bare",
    "around",
    "siblings",
    "form",
    "embedded",
    "work",
    "pair",
    "rank",
    "headline",
    "kind-size",
    "kind-before",
    "kind-next",
    "kind-title",
    "kind-distance",
    "kind-mention",
    "kind-ending",
    "before-title",
    "after-title",
    "pair-size",
    "short",
    "chain",
];

/// Adds how probable the best proposal is.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 1 times 8
pub(crate) fn add_probability(features: &mut Features, probability: f32) {
    features.add(S::Score as usize, (probability * 8.0) as usize);
}

/// What is observed of the stretch at `place` with its `best` proposal.
#[expect(
    clippy::too_many_lines,
    reason = "a list of observations, one after the other"
)]
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
    f.add(S::Chain as usize, setting.chain.number() * 8 + size);
    let two = |token: Option<&Token>| neighbour(token) * 2 + usize::from(wording.title);
    f.add(S::BeforeTitle as usize, two(before));
    f.add(S::AfterTitle as usize, two(after));
    f.add(
        S::Short as usize,
        wording.words.min(5) * 8 + shallow(before),
    );
    f.add(S::Pair2 as usize, wording.words.min(5) * 8 + shallow(after));
    let Some(best) = best else { return f };
    f.add(S::Rank as usize, best.rank.min(3) * 8 + size);
    f.add(S::Rule as usize, best.rule as usize);
    f.add(
        S::RuleSize as usize,
        (best.rule as usize * 3 + size.min(2)).min(63),
    );
    let Some(cue) = &best.cue else { return f };
    f.add(S::Form as usize, cue.form as usize * 4 + size.min(3));
    let left = Side::of(best.rule) == Some(Side::Left);
    let distance = if left {
        place.at.saturating_sub(cue.phrase.end)
    } else {
        cue.phrase.start.saturating_sub(place.at + 1)
    };
    let kind = kind(cue.flags);
    f.add(S::KindSize as usize, kind * 8 + size);
    f.add(S::KindBefore2 as usize, kind * 8 + shallow(before));
    f.add(
        S::KindNext2 as usize,
        kind * 8 + shallow(tokens.get(cue.phrase.end)),
    );
    f.add(
        S::KindTitle as usize,
        kind * 8 + usize::from(wording.title) * 4 + size.min(3),
    );
    f.add(S::KindDistance as usize, kind * 8 + bucket(distance));
    f.add(S::KindMention as usize, kind * 8 + cue.form as usize);
    f.add(
        S::KindEnding as usize,
        kind * 8 + wording.ending as usize + 3 * usize::from(wording.capital),
    );
    let adjacent_object = cue.form == Form::Finite && distance < 2;
    f.add(
        S::Embed as usize,
        usize::from(adjacent_object) * 4 + size.min(3),
    );
    f
}
