//! [`Model`]: a linear model.
//!
//! Knows nothing of what its features mean: [`language::weights`](crate::language::weights) names
//! them, and the engine that uses a model observes them.

use crate::language::stored::{Bytes, Column, Records, Stored};

/// How many values a feature has that takes numbers.
pub(crate) const VALUES: usize = 512;

/// Collects the features of one case.
pub(crate) trait Observer: Copy {
    /// Notes that the case has the feature at `index`.
    fn push(&mut self, index: usize);

    /// Notes the feature at `index` if the case `has` it.
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
    weights: Records<'m, i16>,
    hundredths: i32,
}

impl Score<'_> {
    /// The weight of the feature at `index` in hundredths; 0 if there is none.
    #[inline]
    fn weight(&self, index: usize) -> i32 {
        i32::from(self.weights.get(index).unwrap_or_default())
    }

    /// The sum.
    #[inline]
    pub(crate) fn sum(&self) -> f32 {
        self.hundredths as f32 / 100.0
    }
}

impl Observer for Score<'_> {
    #[inline]
    fn push(&mut self, index: usize) {
        self.hundredths += self.weight(index);
    }

    /// Adds zero instead of branching: the branch would be unpredictable.
    #[inline]
    fn push_if(&mut self, has: bool, index: usize) {
        self.hundredths += self.weight(index) * i32::from(has);
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

/// A weight for every feature, in hundredths.
#[derive(Debug, Clone)]
pub(crate) struct Model(Column<i16>);

impl Model {
    /// The score of a case of which nothing is seen yet.
    pub(crate) fn blank(&self) -> Score<'_> {
        Score {
            weights: self.0.iter(),
            hundredths: 0,
        }
    }
}

impl Stored for Model {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self(Stored::restore(from))
    }
}

#[cfg(test)]
impl Model {
    pub(crate) fn new(weights: impl IntoIterator<Item = f32>) -> Self {
        let hundredths = |weight: f32| (weight * 100.0).round() as i16;
        Self(weights.into_iter().map(hundredths).collect())
    }

    /// The sums of its weights and those of another one.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let both = self.0.iter().zip(other.0.iter());
        Self(both.map(|(one, other)| one + other).collect())
    }

    /// Its weights, but none that is nearer to zero than `least`.
    pub(crate) fn without_less_than(&self, least: f32) -> Self {
        let kept = |weight: f32| if weight.abs() < least { 0.0 } else { weight };
        Self::new(self.weights().map(kept))
    }

    /// The sum of the weights of `features`.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        let mut score = self.blank();
        features.iter().for_each(|at| score.push(at));
        score.sum()
    }

    /// Its weights, in the order of the features.
    pub(crate) fn weights(&self) -> impl Iterator<Item = f32> + '_ {
        self.0.iter().map(|weight| f32::from(weight) / 100.0)
    }
}
