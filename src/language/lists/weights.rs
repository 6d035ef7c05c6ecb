//! The lists of weights: read into a [`Model`], and written by the trainer.
//!
//! Under a title, lines of "row: column weight, column weight"; what is not there is zero.

use std::collections::{BTreeMap, HashMap};

use crate::language::tag::Tag;
use crate::language::weights::{BASES, EndFlag, FAMILIES, Family, Observed};
use crate::model::{Model, Observer, VALUES};

/// The row of words without a number.
const UNKNOWN: &str = "-";

/// Reads `size` weights; `name` gives the row and the column of each.
pub(crate) fn read(list: &str, size: usize, name: impl Fn(usize) -> (String, String)) -> Model {
    let places: HashMap<_, _> = (0..size).map(|at| (name(at), at)).collect();
    let mut weights = vec![0.0; size];
    for line in list.lines().skip(1) {
        let (row, entries) = line.split_once(": ").expect("a row has a name");
        for entry in entries.split(", ") {
            let (column, weight) = entry.split_once(' ').expect("a weight has a column");
            let place = places.get(&(row.to_owned(), column.to_owned()));
            let place = *place.unwrap_or_else(|| panic!("no feature is called {row}: {column}"));
            weights[place] = weight.parse().expect("a weight is a number");
        }
    }
    Model::new(weights)
}

/// The list of the weights of `model`.
pub(crate) fn text(model: &Model, title: &str, name: impl Fn(usize) -> (String, String)) -> String {
    const LEAST: f32 = 0.005;
    let mut rows = BTreeMap::<String, Vec<String>>::new();
    for (at, weight) in model.weights().enumerate() {
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

impl Observed {
    /// The row and the column at `index`, as they stand in the list; `lemmas` are the verbs by
    /// number.
    pub(crate) fn name(self, index: usize, lemmas: &[String]) -> (String, String) {
        let (feature, value) = (index / VALUES, index % VALUES);
        if let Some(name) = self.numbers.get(feature) {
            return ((*name).to_owned(), value.to_string());
        }
        let at = index - self.numbers.len() * VALUES;
        let (lemma, column) = (at / self.verbs.len(), at % self.verbs.len());
        let verb = if lemma == 0 { UNKNOWN } else { &lemmas[lemma] };
        (format!("verb {verb}"), self.verbs[column].to_owned())
    }
}

/// The row and the column of a feature of reported speech, as they stand in the list; `lemmas` are
/// the verbs by number.
pub(crate) fn reported_name(index: usize, lemmas: &[String]) -> (String, String) {
    let number = (0..FAMILIES.len())
        .rfind(|&n| BASES[n] <= index)
        .unwrap_or_default();
    let (family, rows, columns) = FAMILIES[number];
    let (row, column) = (
        (index - BASES[number]) / columns.len(),
        (index - BASES[number]) % columns.len(),
    );
    let row = if rows.is_empty() && row == 0 {
        UNKNOWN
    } else if rows.is_empty() {
        &lemmas[row]
    } else {
        rows[row]
    };
    (format!("{family} {row}"), columns[column].to_owned())
}

/// The most that the flags of a place where reported speech may end can add to its score, by its
/// tag.
pub(crate) fn most_of_end(model: &Model) -> [f32; Tag::NAMES.len()] {
    core::array::from_fn(|kind| {
        let weight = |flag: usize| {
            let mut score = model.blank();
            score.push(Family::EndFlag.index(flag, kind));
            score.sum()
        };
        (0..EndFlag::NAMES.len())
            .map(|flag| weight(flag).max(0.0))
            .sum()
    })
}

#[cfg(test)]
mod tests {
    use super::{read, reported_name, text};
    use crate::language::lists::quotation::cue_bases;
    use crate::language::weights::{COUNT, SOURCE, SPEECH};

    #[test]
    fn lists_are_as_they_are_written() {
        let lemmas = cue_bases();
        let check = |list: &str, size, name: &dyn Fn(usize) -> (String, String)| {
            let title = list[2..].lines().next().unwrap_or_default();
            assert!(
                text(&read(list, size, name), title, name) == list,
                "{title}"
            );
        };
        let list = include_str!("../en/weights/reported.weights");
        check(list, COUNT, &|at| reported_name(at, &lemmas));
        let list = include_str!("../en/weights/source.weights");
        check(list, SOURCE.size(), &|at| SOURCE.name(at, &lemmas));
        let list = include_str!("../en/weights/speech.weights");
        check(list, SPEECH.size(), &|at| SPEECH.name(at, &lemmas));
    }
}
