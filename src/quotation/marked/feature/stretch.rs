//! What is observed of a stretch with its best proposal: its words, what stands around it, and the
//! cue.

use super::{NEIGHBOURS, Setting, Side, bucket, first_of, kind, neighbour, shallow};
use crate::language::quotation::Flags;
use crate::language::weights::{SPEECH, Speech as S};
use crate::model::Observer;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention::Mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::marked::proposal::{Place, Proposal};
use crate::quotation::marked::wording::Wording;

/// Observes the stretch at `place` with its `best` proposal.
pub(crate) fn of_stretch(
    place: Place<'_>,
    wording: &Wording,
    setting: Setting,
    best: Option<&Proposal>,
    f: &mut impl Observer,
) {
    let siblings = setting.stretches.min(4);
    f.add(S::Siblings, siblings);
    add_words(f, place, wording);
    add_sentence(f, place, wording, setting);
    add_neighbours(f, place, wording);
    let Some(best) = best else { return };
    let side = match Side::of(best.rule) {
        None => 0,
        Some(Side::Left) => 1,
        Some(Side::Right) => 2,
    };
    f.add(S::PlaceSide, bucket(place.at) * 3 + side);
    f.add(S::ChainSide, setting.chain.number() * 3 + side);
    let size = wording.size();
    let rule = best.rule as usize;
    f.add(S::Rule, rule);
    f.add(S::RuleSize, rule * 3 + size.min(2));
    f.add(S::Who, who(place.tokens, &best.mention) * 3 + size.min(2));
    if let Some(cue) = &best.cue {
        let left = Side::of(best.rule) == Some(Side::Left);
        add_cue(f, place, wording, cue, left);
        f.add(S::SiblingsForm, siblings * 8 + cue.form as usize);
        f.add(
            S::KindRank,
            kind(cue.flags) * 8 + best.rank.min(3) * 2 + usize::from(left),
        );
    }
}

/// How long it is, how it starts and ends, and what stands right beside it.
fn add_words(f: &mut impl Observer, place: Place<'_>, wording: &Wording) {
    let (before, after) = beside(place);
    let size = wording.size();
    let title = usize::from(wording.title);
    let long = if size < 3 { 0 } else { 24 };
    f.add(S::SizeCapital, size * 2 + usize::from(wording.capital));
    f.add(S::Before, neighbour(before) + long);
    f.add(S::Title, title * 8 + size);
    let capital = |token: Option<&Token>| {
        usize::from(token.is_some_and(|token| token.shape == Shape::Capital))
    };
    f.add(S::Around, title * 4 + capital(before) * 2 + capital(after));
}

/// The sentence around it.
fn add_sentence(f: &mut impl Observer, place: Place<'_>, wording: &Wording, setting: Setting) {
    let tokens = place.tokens;
    let (before, after) = beside(place);
    let size = wording.size();
    let (bare, follows) = (usize::from(setting.bare), usize::from(setting.follows));
    f.add(S::Bare, bare * 16 + follows * 8 + size);
    let near = |tokens: &[Token]| {
        let flags = tokens.iter().map(|token| token.word.flags);
        flags.fold(Flags::NONE, Flags::or).any(Flags::WORK)
    };
    let work_before = near(&tokens[place.at.saturating_sub(2)..place.at]);
    let work_after = after.is_some_and(|token| token.is(Flags::WORK));
    f.add(
        S::Work,
        usize::from(work_before) + 2 * usize::from(work_after) + 4 * usize::from(wording.title),
    );
    f.add(S::Pair, shallow(before) * 8 + shallow(after));
    let chain = setting.chain.number();
    f.add(S::Chain, chain * 8 + size);
    let second = neighbour(tokens.get(place.at + 2));
    f.add(S::ChainAfter, chain * NEIGHBOURS + second);
}

/// What stands behind it, for titles and for few words.
fn add_neighbours(f: &mut impl Observer, place: Place<'_>, wording: &Wording) {
    let (_, after) = beside(place);
    let title = usize::from(wording.title);
    let few = wording.words.min(5) * 8;
    f.add(S::AfterTitle, neighbour(after) * 2 + title);
    f.add(S::PairSize, few + shallow(after));
    let second = place.at.checked_sub(2).map(|at| &place.tokens[at]);
    f.add(S::Second, neighbour(second) + 24 * title);
    if let Some(second) = second {
        f.push(SPEECH.verb(second.word.lemma, 2 + wording.ending as usize));
    }
    if let Some(before) = place.at.checked_sub(1).map(|at| &place.tokens[at]) {
        f.push(SPEECH.verb(before.word.lemma, 1));
    }
}

/// The cue of the best proposal; `left` if it stands before the stretch.
fn add_cue(f: &mut impl Observer, place: Place<'_>, wording: &Wording, cue: &Cue, left: bool) {
    let (before, _) = beside(place);
    let size = wording.size();
    f.push(SPEECH.verb(cue.lemma, 0));
    f.add(S::Form, cue.form as usize * 4 + size.min(3));
    let distance = if left {
        place.at.saturating_sub(cue.phrase.end)
    } else {
        cue.phrase.start.saturating_sub(place.at + 1)
    };
    let kind = 8 * kind(cue.flags);
    f.add(S::KindBefore, kind + shallow(before));
    f.add(
        S::KindNext,
        kind + shallow(place.tokens.get(cue.phrase.end)),
    );
    f.add(
        S::KindTitle,
        kind + usize::from(wording.title) * 4 + size.min(3),
    );
    f.add(S::KindDistance, kind + bucket(distance));
    f.add(
        S::KindEnding,
        kind + wording.ending as usize + 3 * usize::from(wording.capital),
    );
}

/// The tokens before and behind the stretch.
fn beside(place: Place<'_>) -> (Option<&Token>, Option<&Token>) {
    let before = place.at.checked_sub(1).map(|at| &place.tokens[at]);
    (before, place.tokens.get(place.at + 1))
}

/// Who a mention is by its words: which pronoun, a name, one or several of a kind.
pub(super) fn who(tokens: &Tokens, mention: &Mention) -> usize {
    let head = mention.head_in(tokens);
    let Some(token) = tokens.get(head) else {
        return 0;
    };
    let long = mention.head.end > token.span.end;
    let (lower, capital) = (token.shape == Shape::Lower, token.shape == Shape::Capital);
    1 + first_of([
        token.is(Flags::FIRST_PERSON),
        token.is(Flags::YOU),
        token.is(Flags::IT),
        token.is(Flags::SUBJECT),
        token.is(Flags::THAT),
        token.is(Flags::RELATIVE),
        token.is(Flags::DETERMINER),
        capital & long,
        capital && head == 0,
        capital,
        lower & token.is(Flags::FORMS.or(Flags::ING).or(Flags::ED)),
        lower & token.is(Flags::WORK),
        lower && token.last == b's',
        lower,
    ])
}
