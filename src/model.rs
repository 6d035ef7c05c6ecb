//! [`Model`]: a linear model whose weights are lines of text that can be read.
//!
//! Knows nothing of what its features mean: [`language::weights`](crate::language::weights) names
//! them, and the engine that uses a model observes them.

use crate::lexicon::{before, near};

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

/// Where a line of weights belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// The index of its first weight.
    pub(crate) first: usize,
    /// The names of its columns; none stands for the numbers below [`VALUES`].
    pub(crate) columns: &'static [&'static str],
}

impl Row {
    /// Reads the line "column weight, column weight", the columns in their order, into `weights`;
    /// `heads` are those of the columns. Gives what follows the line.
    fn read<'l>(self, line: &'l [u8], heads: &[u64], weights: &mut [f32]) -> &'l [u8] {
        let mut rest = line;
        let mut column = 0;
        loop {
            let after = if heads.is_empty() {
                let (number, after) = number(rest);
                column = number.min(VALUES - 1);
                after
            } else {
                let (head, after) = head(rest);
                let skipped = heads[column..].iter().position(|&known| known == head);
                column += skipped.unwrap_or_default();
                after
            };
            let (weight, after) = decimal(after);
            if let Some(slot) = weights.get_mut(self.first + column) {
                *slot = weight;
            }
            match after {
                [b',', _, next @ ..] => rest = next,
                _ => return after.get(1..).unwrap_or_default(),
            }
        }
    }
}

/// The first eight letters of a name that a space ends, by which the columns of a row differ, and
/// what follows the space.
fn head(text: &[u8]) -> (u64, &[u8]) {
    let mut eight = [b' '; 8];
    match text.first_chunk() {
        Some(whole) => eight = *whole,
        None => eight[..text.len()].copy_from_slice(text),
    }
    let eight = u64::from_le_bytes(eight);
    let len = before(eight, b' ');
    if len == 8 {
        let end = near(text, b' ');
        return (eight, text.get(end + 1..).unwrap_or_default());
    }
    let head = eight & ((1 << (8 * len)) - 1);
    (head, text.get(len + 1..).unwrap_or_default())
}

/// A number with one digit and two decimals, which is how weights are written, and what follows it.
fn decimal(text: &[u8]) -> (f32, &[u8]) {
    let (one, number) = match text {
        [b'-', number @ ..] => (-100.0, number),
        _ => (100.0, text),
    };
    let Some(([units, _, tenths, hundredths], after)) = number.split_first_chunk() else {
        return (0.0, &[]);
    };
    let digit = |byte: &u8| i16::from(byte & 0xf);
    let number = 100 * digit(units) + 10 * digit(tenths) + digit(hundredths);
    (f32::from(number) / one, after)
}

/// The number before the first space, and what follows that.
fn number(text: &[u8]) -> (usize, &[u8]) {
    let mut number = 0;
    for (at, byte) in text.iter().enumerate() {
        if *byte == b' ' {
            return (number, &text[at + 1..]);
        }
        number = 10 * (number % VALUES) + usize::from(byte & 0xf);
    }
    (number, &[])
}

/// A weight for every feature.
#[derive(Debug, Clone)]
pub(crate) struct Model(Vec<f32>);

impl Model {
    /// Reads `size` weights from lines of "row: column weight, column weight" under a title; `row`
    /// tells where a row of that name belongs.
    pub(crate) fn read(list: &str, size: usize, mut row: impl FnMut(&str) -> Option<Row>) -> Self {
        let mut weights = vec![0.0; size];
        let mut columns: &[&str] = &[];
        let mut heads = Vec::new();
        let mut at = memchr::memchr(b'\n', list.as_bytes()).map_or(0, |title| title + 1);
        while at < list.len() {
            let end = at + near(&list.as_bytes()[at..], b':');
            let line = &list.as_bytes()[end..];
            let Some(row) = row(&list[at..end]) else {
                at = end + near(line, b'\n') + 1;
                continue;
            };
            if !core::ptr::eq(columns, row.columns) {
                columns = row.columns;
                heads = columns.iter().map(|name| head(name.as_bytes()).0).collect();
            }
            let line = line.get(2..).unwrap_or_default();
            at = list.len() - row.read(line, &heads, &mut weights).len();
        }
        Self(weights)
    }

    /// The score of a case of which nothing is seen yet.
    pub(crate) fn blank(&self) -> Score<'_> {
        Score {
            weights: &self.0,
            sum: 0.0,
        }
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

    /// The text that [`Model::read`] reads; `name` gives the row and the column of a weight.
    pub(crate) fn text(&self, title: &str, name: impl Fn(usize) -> (String, String)) -> String {
        const LEAST: f32 = 0.005;
        let mut rows = std::collections::BTreeMap::<String, Vec<String>>::new();
        for (at, weight) in self.0.iter().enumerate() {
            if weight.abs() >= LEAST {
                let (row, column) = name(at);
                rows.entry(row)
                    .or_default()
                    .push(format!("{column} {weight:.2}"));
            }
        }
        let lines = rows.into_iter();
        let lines = lines.map(|(row, entries)| format!("{row}: {}\n", entries.join(", ")));
        format!("# {title}\n{}", lines.collect::<String>())
    }
}
