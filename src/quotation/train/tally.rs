//! What a model decides on examples that it was not trained on, counted and printed.

use std::collections::BTreeMap;

use super::marked::{Example, chosen};
use crate::model::Model;
use crate::quotation::marked::attribution::{choose, level};

#[derive(Default)]
pub(super) struct Tally {
    direct: [usize; 2],
    mixed: [usize; 2],
    possible: [usize; 2],
    alarms: [usize; 2],
    missed: [usize; 2],
    cues: [usize; 2],
    /// Where a speaker of direct speech is named.
    named: [usize; 2],
    /// The sums of the log losses of both models.
    losses: [f64; 2],
}

impl Tally {
    pub(super) fn add(&mut self, example: &Example, source: &Model, speech: &Model) {
        let score = speech.score(chosen(example, source));
        let said = score > 0.0;
        if let Some(right) = example.speech {
            let toward = if right { score } else { -score };
            self.losses[1] += f64::from((-toward).exp().ln_1p());
        }
        match example.speech {
            Some(true) => {
                self.missed[0] += usize::from(!said);
                self.missed[1] += 1;
            }
            Some(false) => {
                self.alarms[0] += usize::from(said);
                self.alarms[1] += 1;
            }
            None => {}
        }
        if example.speech != Some(true) || !example.sourced {
            return;
        }
        let named = choose(example.scores(source)).named(|at| example.rules[at]);
        let right = named.is_some_and(|at| example.proposals[at].1 > 0);
        let side = if example.direct {
            &mut self.direct
        } else {
            &mut self.mixed
        };
        side[0] += usize::from(right);
        side[1] += 1;
        if example.direct && named.is_some() {
            self.named[0] += usize::from(right);
            self.named[1] += 1;
        }
        let odds = |wanted: bool| -> f64 {
            let proposals = example.proposals.iter().filter(|p| !wanted || p.1 > 0);
            proposals.map(|p| f64::from(source.score(&p.0)).exp()).sum()
        };
        if example.proposals.iter().any(|p| p.1 > 0) {
            self.losses[0] -= (odds(true) / odds(false)).ln();
        }
        if let Some(at) = named {
            self.cues[0] += usize::from(example.proposals[at].1 > 1);
            self.cues[1] += 1;
        }
        let possible = &mut self.possible[usize::from(example.direct)];
        *possible += usize::from(example.proposals.iter().any(|p| p.1 > 0));
    }

    pub(super) fn print(&self, name: &str) {
        let percent = |[part, whole]: [usize; 2]| 100.0 * part as f64 / whole.max(1) as f64;
        println!(
            "{name:14} direct {:5.1} (possible {:5.1})  mixed {:5.1} (possible {:5.1})  no speech taken for speech {:5.1}  speech missed {:4.1}",
            percent(self.direct),
            percent([self.possible[1], self.direct[1]]),
            percent(self.mixed),
            percent([self.possible[0], self.mixed[1]]),
            percent(self.alarms),
            percent(self.missed),
        );
        println!(
            "{name:14} cues {:5.1}  right where direct speech has a speaker {:5.2}  log loss of speakers {:.1}, of speech {:.1}",
            percent(self.cues),
            percent(self.named),
            self.losses[0],
            self.losses[1],
        );
    }
}

/// How often each rule and each level is right where a speaker is named, on publishers left out.
#[derive(Default)]
pub(super) struct Trust(BTreeMap<(String, String), [usize; 2]>);

impl Trust {
    pub(super) fn add(&mut self, example: &Example, source: &Model, speech: &Model) {
        let score = speech.score(chosen(example, source));
        if example.speech != Some(true) || score <= 0.0 {
            return;
        }
        let choice = choose(example.scores(source));
        let Some(at) = choice.named(|at| example.rules[at]) else {
            return;
        };
        let right = usize::from(example.proposals[at].1 > 0);
        let rule = example.rules[at];
        let level = level(rule, choice.probability, score).name();
        for key in [
            (rule.name().to_owned(), level.to_owned()),
            ("all".to_owned(), level.to_owned()),
        ] {
            let cell = self.0.entry(key).or_default();
            cell[0] += right;
            cell[1] += 1;
        }
    }

    pub(super) fn print(&self) {
        for ((rule, level), [right, all]) in &self.0 {
            println!("{rule:18} {level:7} {right:5} of {all:5}");
        }
    }
}

/// Prints a wrong decision: the stretch, what was believed, and what would have been right.
pub(super) fn print_error(example: &Example, source: &Model, speech: &Model) {
    let (line, proposals) = &example.shown;
    let best = choose(example.scores(source)).named(|at| example.rules[at]);
    let believed = best.map_or("nobody", |at| &proposals[at]);
    let said = speech.score(chosen(example, source)) > 0.0;
    let kind = if example.direct { "direct" } else { "mixed" };
    if example.speech == Some(!said) {
        let error = if said { "alarm" } else { "missed" };
        println!("ERROR {error} {kind} | {believed} | {line}");
    }
    let quality = |at: usize| example.proposals[at].1;
    let right = (0..proposals.len()).rev().max_by_key(|&at| quality(at));
    if example.speech != Some(true) || !example.sourced || best.is_some_and(|at| quality(at) > 0) {
        return;
    }
    match right.filter(|&at| quality(at) > 0) {
        Some(at) => println!(
            "ERROR ranked {kind} | {believed} | {} | {line}",
            proposals[at]
        ),
        None => println!("ERROR unproposed {kind} | {believed} | {line}"),
    }
}
