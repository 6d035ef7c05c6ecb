//! [`Weights`]: what each feature of a possible quotation counts.
//!
//! A feature is a family with a row and a column ("verb deny object"). Which features a possible
//! quotation has is seen by [`quotation`](crate::quotation).

use super::category::Category;
use super::quotation::LEMMAS;
use crate::lexicon::entries;

/// A kind of feature: a table of weights with named rows and columns.
#[derive(Debug, Clone, Copy)]
#[repr(usize)]
pub(crate) enum Family {
    Frame,
    Verb,
    VerbForm,
    Speaker,
    Length,
    First,
    Flag,
    Start,
    Outside,
    Before,
    End,
    EndNext,
    EndThen,
    EndLast,
    EndLength,
    EndFlag,
    EndWord,
    EndNextWord,
    EndVerb,
    EndOpener,
}

const FRAMES: [&str; 11] = [
    "that",
    "bare",
    "question",
    "infinitive",
    "object",
    "prepositional",
    "gerund",
    "before",
    "around",
    "passive",
    "colon",
];
const FORMS: [&str; 6] = [
    "finite",
    "participle",
    "infinitive",
    "passive",
    "noun",
    "according",
];
const COMPLEMENTS: [&str; 4] = ["clause", "infinitive", "object", "around"];
const SPEAKERS: [&str; 12] = [
    "none",
    "i",
    "you",
    "he",
    "they",
    "it",
    "who",
    "name",
    "noun",
    "plural",
    "determiner",
    "number",
];
const LENGTHS: [&str; 7] = ["1", "2", "3", "5", "8", "16", "more"];
const FIRSTS: [&str; 12] = [
    "that", "subject", "object", "the", "a", "his", "this", "name", "noun", "number", "to", "other",
];
pub(crate) const FLAGS: [&str; 22] = [
    "any",
    "negated",
    "modal",
    "asks",
    "nested",
    "untitled",
    "conditional",
    "quoted",
    "to_end",
    "far",
    "clause_in",
    "capital",
    "i",
    "adverb",
    "quoted_before",
    "quoted_after",
    "apart",
    "cut",
    "noun_in",
    "verb_in",
    "speaker_first",
    "saying_in",
];
/// Kinds of places where a content can end.
const GROUPS: [&str; 8] = [
    "comma",
    "mark",
    "and",
    "to",
    "preposition",
    "subordinator",
    "verb",
    "other",
];
const CATEGORIES: [&str; 35] = Category::NAMES;
const END_FLAGS: [&str; 11] = [
    "led",
    "inserted",
    "verb",
    "finite",
    "says",
    "again",
    "verb_ahead",
    "auxiliary",
    "aside",
    "closes",
    "near_end",
];

/// Families with their names, rows and columns; no rows stands for the verbs.
const FAMILIES: [(&str, &[&str], &[&str]); 20] = [
    ("frame", &FRAMES, &FORMS),
    ("verb", &[], &COMPLEMENTS),
    ("verb_form", &[], &FORMS),
    ("speaker", &SPEAKERS, &FORMS),
    ("length", &LENGTHS, &FRAMES),
    ("first", &FIRSTS, &FRAMES),
    ("flag", &FLAGS, &FORMS),
    ("start", &CATEGORIES, &CATEGORIES),
    ("outside", &CATEGORIES, &FRAMES),
    ("before", &CATEGORIES, &CATEGORIES),
    ("end", &CATEGORIES, &FRAMES),
    ("end_next", &CATEGORIES, &CATEGORIES),
    ("end_then", &CATEGORIES, &CATEGORIES),
    ("end_last", &CATEGORIES, &CATEGORIES),
    ("end_length", &LENGTHS, &FRAMES),
    ("end_flag", &END_FLAGS, &CATEGORIES),
    ("end_word", &[], &COMPLEMENTS),
    ("end_next_word", &[], &GROUPS),
    ("end_verb", &[], &GROUPS),
    ("end_opener", &CATEGORIES, &CATEGORIES),
];

impl Family {
    pub(crate) fn index(self, row: usize, column: usize) -> u16 {
        let columns = FAMILIES[self as usize].2.len();
        u16::try_from(BASES[self as usize] + row * columns + column).unwrap_or_default()
    }
}

const BASES: [usize; FAMILIES.len() + 1] = {
    let mut bases = [0; FAMILIES.len() + 1];
    let mut family = 0;
    while family < FAMILIES.len() {
        let (_, rows, columns) = FAMILIES[family];
        let rows = if rows.is_empty() { LEMMAS } else { rows.len() };
        bases[family + 1] = bases[family] + rows * columns.len();
        family += 1;
    }
    bases
};

/// The weights of all features.
#[derive(Debug, Clone)]
pub(crate) struct Weights(Vec<f32>);

impl Weights {
    /// Reads lines of "family row: column weight, column weight"; `lemma` gives the number of a
    /// verb.
    pub(crate) fn read(list: &str, lemma: impl Fn(&str) -> Option<u16>) -> Self {
        let mut weights = vec![0.0; BASES[FAMILIES.len()]];
        for line in entries(list) {
            if let Some((base, columns, list)) = row(line, &lemma) {
                let row = &mut weights[base..base + columns.len()];
                for entry in list.split(", ") {
                    if let Some((column, weight)) = weight(entry, columns) {
                        row[column] = weight;
                    }
                }
            }
        }
        Self(weights)
    }

    #[cfg(test)]
    pub(crate) fn new(weights: Vec<f32>) -> Self {
        Self(weights)
    }

    #[cfg(test)]
    pub(crate) fn as_slice(&self) -> &[f32] {
        &self.0
    }

    /// The sum of the weights of `features`.
    pub(crate) fn score(&self, features: &[u16]) -> f32 {
        features
            .iter()
            .map(|&feature| self.0[usize::from(feature)])
            .sum()
    }
}

/// The first weight of a line's row, the names of its columns, and what it lists of them.
fn row(
    line: &str,
    lemma: impl Fn(&str) -> Option<u16>,
) -> Option<(usize, &'static [&'static str], &str)> {
    let (head, list) = line.split_once(": ")?;
    let (family, row) = head.split_once(' ')?;
    let number = FAMILIES.iter().position(|&(name, ..)| name == family)?;
    let (_, rows, columns) = FAMILIES[number];
    let row = if rows.is_empty() {
        usize::from(lemma(row)?)
    } else {
        rows.iter().position(|&name| name == row)?
    };
    Some((BASES[number] + row * columns.len(), columns, list))
}

fn weight(entry: &str, columns: &[&str]) -> Option<(usize, f32)> {
    let (column, weight) = entry.split_once(' ')?;
    let column = columns.iter().position(|&name| name == column)?;
    Some((column, weight.parse().ok()?))
}

/// The row and the column of the feature at `index`, as they stand in the list; `lemmas` are the
/// verbs by number.
#[cfg(test)]
pub(crate) fn name(index: usize, lemmas: &[String]) -> (String, &'static str) {
    let number = (0..FAMILIES.len())
        .rfind(|&n| BASES[n] <= index)
        .unwrap_or_default();
    let (family, rows, columns) = FAMILIES[number];
    let (row, column) = (
        (index - BASES[number]) / columns.len(),
        (index - BASES[number]) % columns.len(),
    );
    let row = if rows.is_empty() {
        &lemmas[row]
    } else {
        rows[row]
    };
    (format!("{family} {row}"), columns[column])
}

/// How many features there are.
#[cfg(test)]
pub(crate) const COUNT: usize = BASES[FAMILIES.len()];
