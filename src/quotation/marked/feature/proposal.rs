//! What is observed of a [`Proposal`]: its rule, its cue, its mention and what stands between them
//! and the stretch. Independent of the scores of other models.

use core::ops::Range;

use super::stretch::who;
use super::{Chain, NEIGHBOURS, Setting, Side, bucket, first_of, kind, neighbour, shallow};
use crate::language::quotation::Flags;
use crate::language::weights::{Form, SOURCE, Source as F};
use crate::model::Observer;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::Mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::marked::proposal::{Place, Proposal};
use crate::quotation::marked::wording::Wording;

/// What stands right beside a stretch, for all its proposals.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    before: usize,
    after: usize,
    /// Behind `after`.
    second: usize,
}

impl Beside {
    pub(crate) fn of(place: Place<'_>) -> Self {
        let before = place.at.checked_sub(1).map(|at| &place.tokens[at]);
        Self {
            before: shallow(before),
            after: neighbour(place.tokens.get(place.at + 1)),
            second: neighbour(place.tokens.get(place.at + 2)),
        }
    }
}

/// Observes `proposal` for the stretch at `place`.
pub(crate) fn of_proposal(
    place: Place<'_>,
    beside: Beside,
    wording: &Wording,
    setting: Setting,
    proposal: &Proposal,
    f: &mut impl Observer,
) {
    let mention = mention_class(place.tokens, &proposal.mention);
    add_rule(f, mention, wording, setting, proposal);
    add_chain(f, place, wording, setting, proposal);
    let view = View::new(place, beside, wording, proposal, mention);
    let link = view
        .as_ref()
        .map_or(NO_LINK, |view| last_link(view.between));
    add_phrase(f, place.tokens, beside, wording, &proposal.mention, link);
    let Some(view) = view else { return };
    view.add_cue(f);
    view.add_between(f);
    view.add_mention(f);
    view.add_verb(f);
    if view.left {
        view.add_left(f);
    }
    view.add_route(f);
}

/// What every proposal has: a rule and a mention.
fn add_rule(
    f: &mut impl Observer,
    mention: usize,
    wording: &Wording,
    setting: Setting,
    proposal: &Proposal,
) {
    let rule = proposal.rule as usize;
    let capital = usize::from(wording.capital);
    f.add(F::RuleCapital, rule * 2 + capital);
    f.add(F::RuleWords, rule * 3 + wording.size().min(2));
    let paragraph = match (setting.bare, setting.follows) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    };
    f.add(F::Paragraph, rule * 3 + paragraph);
    f.add(F::Mention, mention);
}

/// What it has where the stretch goes on from another one in its sentence.
fn add_chain(
    f: &mut impl Observer,
    place: Place<'_>,
    wording: &Wording,
    setting: Setting,
    proposal: &Proposal,
) {
    if setting.chain == Chain::First {
        return;
    }
    let same = proposal.cue_span.is_some() && proposal.cue_span == setting.last_cue;
    let chain = setting.chain.number() * 2 + usize::from(same);
    f.add(F::Same, chain * 2 + usize::from(wording.capital));
    let opener = neighbour(place.tokens.first());
    f.add(F::ChainOpener, chain * NEIGHBOURS + opener);
    f.add(F::ChainRank, chain * 8 + proposal.rank.min(4));
}

/// The words of its `mention` and before them, if they stand among `tokens`; `link` is what
/// joins the stretch to the cue.
fn add_phrase(
    f: &mut impl Observer,
    tokens: &Tokens,
    beside: Beside,
    wording: &Wording,
    mention: &Mention,
    link: usize,
) {
    let Range { start, end } = mention.words();
    let words = tokens.get(start..end).unwrap_or_default();
    let Some(first) = words.first().filter(|t| t.span.start == mention.span.start) else {
        return;
    };
    let prepositions = words.iter().filter(|t| t.is(Flags::PREPOSITION));
    let prepositions = prepositions.count().min(3);
    let second = neighbour(start.checked_sub(2).map(|at| &tokens[at]));
    f.add(F::LinkFirst, link * NEIGHBOURS + neighbour(Some(first)));
    f.add(F::WhoLong, who(tokens, mention) * 4 + prepositions);
    f.add(
        F::TitleSecond,
        usize::from(wording.title) * NEIGHBOURS + second,
    );
    f.add(F::AfterSecond, beside.second * NEIGHBOURS + second);
}

/// The number of a proposal without a cue among those of [`last_link`].
const NO_LINK: usize = 6;

/// The last word among `tokens` that joins clauses: none, "that", a relative, a subordinator, a
/// coordinator, "as" and the like.
fn last_link(tokens: &[Token]) -> usize {
    let link = |token: &Token| match () {
        () if token.is(Flags::THAT) => Some(1),
        () if token.is(Flags::RELATIVE) => Some(2),
        () if token.is(Flags::SUBORDINATOR) => {
            Some(if token.is(Flags::PREPOSITION) { 5 } else { 3 })
        }
        () if token.is(Flags::COORDINATOR) => Some(4),
        () => None,
    };
    tokens.iter().rev().find_map(link).unwrap_or(0)
}

/// A proposal with a cue on one side of the stretch.
struct View<'a> {
    place: Place<'a>,
    beside: Beside,
    wording: &'a Wording,
    proposal: &'a Proposal,
    cue: &'a Cue,
    /// Whether the cue stands before the stretch.
    left: bool,
    /// How many nearer cues there are, up to 3.
    rank: usize,
    /// What stands between cue and stretch.
    between: &'a [Token],
    /// How many commas, quoted stretches, semicolons and stops that are.
    counts: [usize; 4],
    /// What the mention is.
    class: usize,
    /// The tokens where the mention starts and ends.
    mention: usize,
    mention_end: usize,
    /// How far the cue stands behind the mention.
    gap: usize,
    /// Whether the mention stands behind the cue.
    inverted: bool,
    /// What opens the clause of the mention.
    link: usize,
    /// Whether no cue stands before this one.
    leftmost: bool,
}

impl<'a> View<'a> {
    fn new(
        place: Place<'a>,
        beside: Beside,
        wording: &'a Wording,
        proposal: &'a Proposal,
        class: usize,
    ) -> Option<Self> {
        let cue = proposal.cue.as_ref()?;
        let left = Side::of(proposal.rule)? == Side::Left;
        let tokens = place.tokens;
        let (inner, outer) = if left {
            (cue.phrase.end, place.at)
        } else {
            (place.at + 1, cue.phrase.start)
        };
        let (inner, outer) = (inner.min(outer), outer.max(inner));
        let mention = proposal.mention.words();
        let (mention, mention_end) = (mention.start, mention.end);
        Some(Self {
            place,
            beside,
            wording,
            proposal,
            cue,
            left,
            rank: proposal.rank.min(3),
            between: &tokens[inner..outer],
            counts: place.counts.between(inner, outer),
            class,
            mention,
            mention_end,
            gap: bucket(cue.phrase.start.saturating_sub(mention_end)),
            inverted: mention > cue.phrase.start,
            link: opener(tokens, mention),
            leftmost: place.counts.is_first(cue.phrase.start),
        })
    }

    /// `value`, or that and `values` if the cue stands behind the stretch.
    const fn sided(&self, value: usize, values: usize) -> usize {
        if self.left { value } else { value + values }
    }

    fn add_cue(&self, f: &mut impl Observer) {
        let tokens = self.place.tokens;
        let Self { cue, rank, .. } = *self;
        f.add(F::RuleAfter, self.sided(self.beside.after, 24));
        let (class_here, next) = if self.left {
            (F::ClassLeft, F::NextLeft)
        } else {
            (F::ClassRight, F::NextRight)
        };
        for class in cue.flags.classes() {
            f.add(class_here, class * 4 + rank);
        }
        let behind = neighbour(tokens.get(cue.phrase.end));
        f.add(next, behind);
        let start = match self.mention.checked_sub(1).map(|at| &tokens[at]) {
            None => 1,
            Some(before) => 2 * usize::from(!before.is_word()),
        };
        f.add(F::StartNext, start * NEIGHBOURS + behind);
    }

    fn add_between(&self, f: &mut impl Observer) {
        let [commas, quoted, semicolon, stop] = self.counts;
        f.add(F::Between, self.sided(quoted.min(3), 8));
        f.add(F::Commas, self.sided(commas.min(4), 8));
        f.add(F::Break, self.sided(semicolon.min(1) + 2 * stop.min(1), 8));
    }

    fn add_mention(&self, f: &mut impl Observer) {
        f.add(F::MentionForm, self.cue.form as usize * 8 + self.class);
        let inverted = usize::from(self.inverted);
        f.add(F::Gap, self.sided(self.gap, 8) + 32 * inverted);
        // "with Lee saying", "as she left and said"
        let start = self.mention.checked_sub(1).map(|at| &self.place.tokens[at]);
        let with = start.is_some_and(|token| token.is(Flags::WITH));
        let start = if with { NEIGHBOURS } else { neighbour(start) };
        let form = self.sided(self.cue.form as usize, 8);
        f.add(F::Opener, form * (NEIGHBOURS + 1) + start);
    }

    fn add_verb(&self, f: &mut impl Observer) {
        let tokens = self.place.tokens;
        let cue = self.cue;
        let is = |flags| cue.flags.any(flags);
        let noun = is(Flags::NOUN);
        let weak = (cue.phrase.len() == 1) & is(Flags::BASE) & !is(Flags::PAST);
        f.add(
            F::Weak,
            self.sided(usize::from(weak) + 2 * usize::from(weak & noun), 8),
        );
        f.add(F::MentionAfter, neighbour(tokens.get(self.mention_end)));
        let prev = neighbour(cue.phrase.start.checked_sub(1).map(|at| &tokens[at]));
        f.add(F::Prev, self.sided(prev, 24));
        let homograph = usize::from(noun && cue.form == Form::Finite);
        f.add(F::Homograph, homograph * 24 + prev);
        let left = usize::from(self.left);
        let leftmost = usize::from(self.leftmost);
        f.add(
            F::Leftmost,
            leftmost * 4 + usize::from(is(Flags::CLAUSE)) * 2 + left,
        );
        let route = self.proposal.route;
        f.add(F::Route, cue.form as usize * 4 + 2 * left + route);
        let side = usize::from(!self.left);
        f.push(SOURCE.verb(cue.lemma, side));
        if self.rank == 0 {
            f.push(SOURCE.verb(cue.lemma, 2));
        }
    }

    /// What only counts where the cue stands before the stretch.
    fn add_left(&self, f: &mut impl Observer) {
        let tokens = self.place.tokens;
        let Self {
            cue, rank, link, ..
        } = *self;
        let kind = 8 * kind(cue.flags);
        let quoted = self.counts[1].min(1);
        f.add(F::KindBefore, kind + self.beside.before);
        f.add(F::KindOpener, kind + link);
        let capital = usize::from(self.wording.capital);
        let distance = bucket(self.between.len()) + 8 * capital;
        f.add(F::DistanceLeft, distance + 16 * usize::from(rank > 0));
        f.add(F::KindNext, kind + shallow(tokens.get(cue.phrase.end)));
        f.add(F::OpenerRank, link * 8 + rank * 2 + quoted);
        // ", but he called", "that he called"
        let before = self.mention.checked_sub(2);
        let set_off = before.is_some_and(|at| tokens[at].shape == Shape::Comma);
        f.add(F::Joined, usize::from(set_off) * 32 + link * 4 + rank);
    }

    /// By which way the mention was found.
    fn add_route(&self, f: &mut impl Observer) {
        let route = self.proposal.route * 4;
        let order = usize::from(self.inverted) * 2 + usize::from(self.left);
        f.add(F::GapRoute, (route + order) * 8 + self.gap);
        f.add(F::MentionRoute, (route + self.rank) * 8 + self.class);
    }
}

/// What a mention is.
fn mention_class(tokens: &Tokens, mention: &Mention) -> usize {
    let at = mention.head_in(tokens);
    let Some(token) = tokens.get(at) else {
        return 0;
    };
    if token.span.start != mention.head.start {
        return 1;
    }
    let first = tokens.get(mention.first_in(tokens));
    let (lower, capital) = (token.shape == Shape::Lower, token.shape == Shape::Capital);
    2 + first_of([
        first.is_some_and(|token| token.is(Flags::RELATIVE)),
        token.is(Flags::SUBJECT),
        capital,
        lower & token.is(Flags::FORMS.or(Flags::ING).or(Flags::ED)),
        lower,
    ])
}

/// What stands before the mention: nothing, a subordinator, a relative, a coordinator, else.
fn opener(tokens: &Tokens, mention: usize) -> usize {
    let Some(before) = mention.checked_sub(1).map(|at| &tokens[at]) else {
        return 0;
    };
    1 + first_of([
        before.shape == Shape::Comma,
        before.shape == Shape::Quoted,
        before.is(Flags::THAT),
        before.is(Flags::RELATIVE),
        before.is(Flags::SUBORDINATOR),
        before.is(Flags::COORDINATOR),
    ])
}
