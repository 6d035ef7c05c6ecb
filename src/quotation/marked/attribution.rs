//! Decides whether words in marks are speech, and which of the proposed speakers said them.
//!
//! In this order: the reporter's sentence around the marks is read, with one token for each
//! quoted stretch. Every [`Rule`] proposes the cues and speakers it sees there: before the marks,
//! behind them, in a label, as the subject. The speaker of the quotation before is proposed too;
//! where the sentence holds nothing but marks, so are those of the sentences beside it. A linear
//! model weighs what can be observed of each proposal ([`feature`]), and the best one is accepted
//! unless it has no cue and scores less than [`NOBODY`]; its rule is the name in the evidence. A
//! second model then separates speech from titles, nicknames and the like. The level of trust is the
//! proposal's share of the probability; the highest also needs a plain rule and words that are surely
//! speech. The trainer in `quotation/train` makes the weights and prints how often each rule and level is right on
//! publishers that were left out.

#[cfg(test)]
mod tests;

use crate::language::QuotationTables;
use crate::marks::End;
use crate::model::Score;
use crate::quotation::Level;
use crate::quotation::marked::feature::{self, Unspoken};
use crate::quotation::marked::proposal::Rule;
use crate::quotation::marked::reader::Case;

/// What a judge decides of a [`Case`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verdict {
    pub(crate) speech: bool,
    /// Which proposal is accepted.
    pub(crate) source: Option<usize>,
    pub(crate) level: Level,
}

/// What a proposal without a cue beside the marks must score for its speaker to be named. Weights
/// rank proposals, but where there is little evidence for the only one, no speaker is the better answer:
/// of direct speech this drops one wrong speaker in ten and one right one in a thousand.
const NOBODY: f32 = -1.75;
/// A speaker who is as probable as this is named with high trust.
const HIGH: f32 = 0.98;
const MEDIUM: f32 = 0.6;
/// What scores so is hardly ever anything but speech.
const CERTAIN: f32 = 2.0;
/// What scores less than this is usually no speech.
const UNLIKELY: f32 = -1.0;

/// Words of the longest term that "so-called" stands before.
const LONGEST_TERM: usize = 6;

/// Decides by the weights in `tables`.
pub(crate) fn judge(case: &Case<'_, Score<'_>>, tables: &QuotationTables) -> Verdict {
    let choice = choose(case.observed.iter().map(Score::sum));
    let best = choice.best.map(|at| &case.proposals[at]);
    let mut score = tables.speech_model.blank();
    feature::of_stretch(case.place, &case.wording, case.setting, best, &mut score);
    let score = score.sum();
    // nothing but speech goes on in the next paragraph
    let goes_on = case.stretch.end == End::Continued;
    // a whole sentence is no title; in a paragraph of its own, said by somebody near, it may be an
    // excerpt
    let excerpt = case.setting.bare && best.is_some();
    let question = case.setting.bare && case.wording.is_question();
    let exclaimed = case.setting.bare && !case.setting.opens_line && case.wording.closes();
    let sentence = case.wording.is_sentence() && !excerpt || question || exclaimed;
    let unspoken = match case.setting.unspoken {
        Some(Unspoken::Term) => case.wording.words <= LONGEST_TERM,
        Some(Unspoken::Heading) => true,
        None => false,
    };
    let speech = !unspoken && (goes_on || sentence || score > 0.0);
    let level = match best {
        Some(best) if speech => level(best.rule, choice.probability, score),
        _ if score < UNLIKELY => Level::Medium,
        _ => Level::Low,
    };
    Verdict {
        speech,
        source: choice.named(|at| case.proposals[at].rule),
        level,
    }
}

/// How far a speaker can be trusted who is this probable among those proposed by a rule, of words
/// that score so as speech.
pub(crate) fn level(rule: Rule, probability: f32, score: f32) -> Level {
    if probability >= HIGH && rule.is_plain() && score >= CERTAIN {
        Level::High
    } else if probability >= MEDIUM {
        Level::Medium
    } else {
        Level::Low
    }
}

/// Which of the speakers proposed is believed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    /// The most probable one.
    pub(crate) best: Option<usize>,
    score: f32,
    /// How probable it is among them and nobody.
    pub(crate) probability: f32,
}

impl Choice {
    /// The best one, if a cue or enough other evidence supports it; `rule` gives the rule of a proposal.
    pub(crate) fn named(self, rule: impl Fn(usize) -> Rule) -> Option<usize> {
        self.best
            .filter(|&at| rule(at).is_plain() || self.score > NOBODY)
    }
}

/// Chooses among proposals with these scores.
pub(crate) fn choose(scores: impl Iterator<Item = f32>) -> Choice {
    let mut best = None;
    let mut top = f32::NEG_INFINITY;
    // the sum of the odds, each against the best so far
    let mut sum = 0.0_f32;
    for (at, score) in scores.enumerate() {
        if score > top {
            sum = sum * (top - score).exp() + 1.0;
            (best, top) = (Some(at), score);
        } else {
            sum += (score - top).exp();
        }
    }
    Choice {
        best,
        score: top,
        probability: 1.0 / (sum + (NOBODY - top).exp()),
    }
}
