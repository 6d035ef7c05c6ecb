//! [`Model`]: a linear model.
//!
//! Knows nothing of what its features mean: [`language::weights`](crate::language::weights) names
//! them, and the engine that uses a model observes them.

use crate::language::stored::{Bytes, Stored};

/// How many values a feature has that takes numbers.
pub(crate) const VALUES: usize = 512;

/// Takes note of the features of one case.
pub(crate) trait Observer: Copy {
    /// Notes that the case has the feature at `index`.
    fn push(&mut self, index: usize);

    /// Notes that the case has the feature at `index`, if it has.
    fn push_if(&mut self, has: bool, index: usize) {
        if has {
            self.push(index);
        }
    }

    /// Notes that `feature` has `value`, of a model whose features take numbers.
    fn add(&mut self, feature: impl Into<usize>, value: usize) {
        self.push(feature.into() * VALUES + value.min(VALUES - 1));
    }
}

/// The sum of the weights of the features seen so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score<'m> {
    weights: &'m [f32],
    pub(crate) sum: f32,
}

impl Observer for Score<'_> {
    #[inline]
    fn push(&mut self, index: usize) {
        if let Some(weight) = self.weights.get(index) {
            self.sum += weight;
        }
    }

    /// Adds nothing instead of asking: nobody can foresee what a case has.
    #[inline]
    fn push_if(&mut self, has: bool, index: usize) {
        if let Some(weight) = self.weights.get(index) {
            self.sum += weight * f32::from(u8::from(has));
        }
    }
}

/// The features themselves, as indexes of weights.
#[cfg(test)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Features {
    list: [u16; Self::MAX],
    len: u16,
}

#[cfg(test)]
impl Features {
    const MAX: usize = 63;

    pub(crate) const fn new() -> Self {
        Self {
            list: [0; Self::MAX],
            len: 0,
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.list[..usize::from(self.len)]
            .iter()
            .map(|&at| usize::from(at))
    }
}

#[cfg(test)]
impl Observer for Features {
    fn push(&mut self, index: usize) {
        self.list[usize::from(self.len)] = index as u16;
        self.len += 1;
    }
}

/// A weight for every feature.
#[derive(Debug, Clone)]
pub(crate) struct Model(Vec<f32>);

impl Model {
    /// The score of a case of which nothing is seen yet.
    pub(crate) fn blank(&self) -> Score<'_> {
        Score {
            weights: &self.0,
            sum: 0.0,
        }
    }
}

/// How many weights, then those that are not zero in hundredths, each after how many are.
impl Stored for Model {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        let mut told = Vec::<(u16, i16)>::new();
        let mut zeros = 0;
        for weight in &self.0 {
            match (weight * 100.0).round() as i16 {
                0 => zeros += 1,
                hundredths => {
                    told.push((zeros, hundredths));
                    zeros = 0;
                }
            }
        }
        (self.0.len() as u32).store(to);
        told.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        let mut weights = vec![0.0; u32::restore(from) as usize];
        let mut places = weights.iter_mut();
        for _ in 0..u32::restore(from) {
            let (zeros, hundredths) = <(u16, i16)>::restore(from);
            if let Some(weight) = places.nth(usize::from(zeros)) {
                *weight = f32::from(hundredths) / 100.0;
            }
        }
        Self(weights)
    }
}

#[cfg(test)]
impl Model {
    pub(crate) fn new(weights: Vec<f32>) -> Self {
        Self(weights)
    }

    /// The sums of its weights and those of another one.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let both = self.0.iter().zip(&other.0);
        Self(both.map(|(one, other)| one + other).collect())
    }

    /// Its weights, but none that is nearer to zero than `least`.
    pub(crate) fn without_less_than(self, least: f32) -> Self {
        let kept = |weight: f32| if weight.abs() < least { 0.0 } else { weight };
        Self(self.0.into_iter().map(kept).collect())
    }

    /// The sum of the weights of `features`.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        features.iter().map(|at| self.0[at]).sum()
    }

    /// Its weights, in the order of the features.
    pub(crate) fn weights(&self) -> &[f32] {
        &self.0
    }
}
