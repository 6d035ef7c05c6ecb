//! [`Learner`]: stochastic gradient descent with a step of its own for every weight. Knows nothing
//! of what the weights mean.

use crate::model::{Features, Model};

/// Learning rate and weight decay.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    pub(super) step: f32,
    /// The weight decay: how strongly weights are pulled towards zero, so that rare features count less.
    pub(super) pull: f32,
}

/// Weights updated example by example.
pub(super) struct Learner {
    pace: Pace,
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// The sum of the weights over all rounds; their mean generalises better than the last ones.
    sums: Vec<f32>,
}

impl Learner {
    const ROUNDS: usize = 20;

    pub(super) fn new(weights: usize, pace: Pace) -> Self {
        Self {
            pace,
            weights: vec![0.0; weights],
            squares: vec![1e-3; weights],
            sums: vec![0.0; weights],
        }
    }

    /// Lets `learn` take its steps for each of so many examples, in many rounds, each in another
    /// order, the same every time; gives what is learnt.
    pub(super) fn model(mut self, examples: usize, learn: impl Fn(&mut Self, usize)) -> Model {
        const PRIME: usize = 1_000_003;
        for round in 0..Self::ROUNDS {
            for at in 0..examples {
                learn(&mut self, (at * PRIME + round * 7919) % examples);
            }
            self.settle();
        }
        let mean = |sum: f32| sum / Self::ROUNDS as f32;
        Model::new(self.sums.into_iter().map(mean))
    }

    pub(super) fn score(&self, features: &Features) -> f32 {
        features.iter().map(|at| self.weights[at]).sum()
    }

    /// One step for `features`, up for a positive gradient.
    pub(super) fn step(&mut self, features: &Features, gradient: f32) {
        for at in features.iter() {
            self.squares[at] += gradient * gradient;
            self.weights[at] += self.pace.step * gradient / self.squares[at].sqrt();
        }
    }

    /// One step towards the answer that `features` have, which counts so much.
    pub(super) fn answer(&mut self, features: &Features, right: bool, weight: f32) {
        let probability = 1.0 / (1.0 + (-self.score(features)).exp());
        let wanted = f32::from(u8::from(right));
        self.step(features, weight * (wanted - probability));
    }

    /// Ends a round: draws every weight towards zero, once for all examples, and notes it.
    fn settle(&mut self) {
        let Pace { step, pull } = self.pace;
        for (at, weight) in self.weights.iter_mut().enumerate() {
            *weight /= 1.0 + pull * step / self.squares[at].sqrt();
            self.sums[at] += *weight;
        }
    }
}
