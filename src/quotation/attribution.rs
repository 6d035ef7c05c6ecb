//! Decides whether words in marks are speech, and which of the proposed speakers said them.

use super::Level;
use super::feature;
use super::reader::Case;
use crate::language::QuotationTables;
use crate::model::{Features, Model};

/// What a judge decides of a [`Case`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verdict {
    pub(crate) speech: bool,
    /// Which proposal is believed.
    pub(crate) source: Option<usize>,
    pub(crate) level: Level,
}

/// A speaker who is as probable as this is named with high trust.
const HIGH: f32 = 0.9;
const MEDIUM: f32 = 0.6;

/// Decides by the weights in `tables`.
pub(crate) fn judge(case: &Case<'_>, tables: &QuotationTables) -> Verdict {
    let (source, probability) = choose(case.features, &tables.source_model);
    let best = source.map(|at| &case.proposals[at]);
    let mut features = feature::of_stretch(case.place, &case.wording, case.setting, best);
    feature::add_probability(&mut features, probability);
    Verdict {
        speech: tables.speech_model.score(&features) > 0.0,
        source,
        level: if probability >= HIGH {
            Level::High
        } else if probability >= MEDIUM {
            Level::Medium
        } else {
            Level::Low
        },
    }
}

/// The most probable proposal, and how probable it is among them.
pub(crate) fn choose(features: &[Features], model: &Model) -> (Option<usize>, f32) {
    let mut best = (None, f32::NEG_INFINITY);
    for (at, features) in features.iter().enumerate() {
        let score = model.score(features);
        if score > best.1 {
            best = (Some(at), score);
        }
    }
    let sum: f32 = features
        .iter()
        .map(|features| (model.score(features) - best.1).exp())
        .sum();
    (best.0, if best.0.is_some() { 1.0 / sum } else { 0.0 })
}
