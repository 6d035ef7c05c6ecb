//! [`Model`]: a linear model whose weights are lines of text that can be read.
//!
//! Knows nothing of what its features mean; the module that makes them names them.

/// How many values a feature can take.
pub(crate) const VALUES: usize = 64;

/// The features of one case: what each observes, and with which value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Features {
    list: [u16; Self::MAX],
    len: usize,
}

impl Features {
    const MAX: usize = 64;

    pub(crate) const fn new() -> Self {
        Self {
            list: [0; Self::MAX],
            len: 0,
        }
    }

    /// Notes that `feature` has `value`; what does not fit is left out.
    #[allow(clippy::cast_possible_truncation)] // both are small
    pub(crate) fn add(&mut self, feature: impl Into<usize>, value: usize) {
        if let Some(slot) = self.list.get_mut(self.len) {
            *slot = (feature.into() * VALUES + value.min(VALUES - 1)) as u16;
            self.len += 1;
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.list[..self.len].iter().map(|&at| usize::from(at))
    }
}

/// A weight for every value of every feature.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    weights: Vec<f32>,
}

impl Model {
    /// Reads the name of each feature, in order, on a line that ends with a colon, and under it
    /// lines of `value weight`.
    pub(crate) fn parse(list: &str) -> Self {
        let mut weights = Vec::new();
        for entry in crate::lexicon::entries(list) {
            if entry.ends_with(':') {
                weights.resize(weights.len() + VALUES, 0.0);
                continue;
            }
            let Some((value, weight)) = entry.split_once(' ') else {
                continue;
            };
            let value = value.parse().ok().filter(|value: &usize| *value < VALUES);
            let first = weights.len().saturating_sub(VALUES);
            if let (Some(value), Ok(weight)) = (value, weight.parse()) {
                if let Some(slot) = weights.get_mut(first + value) {
                    *slot = weight;
                }
            }
        }
        Self { weights }
    }

    /// The sum of the weights of `features`.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        features.iter().filter_map(|at| self.weights.get(at)).sum()
    }

    #[cfg(test)]
    pub(crate) fn weights(&self) -> &[f32] {
        &self.weights
    }

    #[cfg(test)]
    pub(crate) fn from_weights(weights: Vec<f32>) -> Self {
        Self { weights }
    }
}
