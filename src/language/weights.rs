//! What the features of possible quotations are called in the lists of weights, and where they
//! stand in a [`Model`].
//!
//! A feature of reported speech is a family with a row and a column ("verb deny: object"), one of
//! words in marks has numbers as values ("say: 4"). Which features a possible quotation has is seen
//! by [`quotation`](crate::quotation).

mod rows;

pub(crate) use rows::{
    Complement, EndFlag, First, Flag, Form, Frame, Group, Source, Speech, Who, rows,
};

use super::category::Category;
use super::quotation::LEMMAS;
use crate::model::{Model, Observer, Row, VALUES};

const LENGTHS: [&str; 7] = ["1", "2", "3", "5", "8", "16", "more"];
/// The classes of cues.
pub(crate) const CLASSES: [&str; 10] = [
    "clause",
    "object",
    "person",
    "infinitive",
    "label",
    "prepositional",
    "speaking",
    "thought",
    "noun",
    "according",
];
const COUNTS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

/// Kinds of features with their names in the list; the names of the rows and of the columns of each.
macro_rules! families {
    ($($family:ident = $name:literal: $rows:expr, $columns:expr;)+) => {
        /// A kind of feature: a table of weights with named rows and columns.
        #[derive(Debug, Clone, Copy)]
        #[repr(usize)]
        pub(crate) enum Family {
            $($family,)+
        }

        /// Families with their names, rows and columns.
        const FAMILIES: &[(&str, &[&str], &[&str])] = &[$(($name, $rows, $columns),)+];
    };
}

/// Stands for a row for each verb.
const VERBS: &[&str] = &[];

families! {
    Frame = "frame": Frame::NAMES, Form::NAMES;
    Verb = "verb": VERBS, Complement::NAMES;
    VerbForm = "verb_form": VERBS, Form::NAMES;
    Speaker = "speaker": Who::NAMES, Form::NAMES;
    Length = "length": &LENGTHS, Frame::NAMES;
    First = "first": First::NAMES, Frame::NAMES;
    Flag = "flag": Flag::NAMES, Form::NAMES;
    Start = "start": Category::NAMES, Category::NAMES;
    Outside = "outside": Category::NAMES, Frame::NAMES;
    Before = "before": Category::NAMES, Category::NAMES;
    End = "end": Category::NAMES, Frame::NAMES;
    EndNext = "end_next": Category::NAMES, Category::NAMES;
    EndThen = "end_then": Category::NAMES, Category::NAMES;
    EndLast = "end_last": Category::NAMES, Category::NAMES;
    EndLength = "end_length": &LENGTHS, Frame::NAMES;
    EndFlag = "end_flag": EndFlag::NAMES, Category::NAMES;
    EndWord = "end_word": VERBS, Complement::NAMES;
    EndNextWord = "end_next_word": VERBS, Group::NAMES;
    EndVerb = "end_verb": VERBS, Group::NAMES;
    EndOpener = "end_opener": Category::NAMES, Category::NAMES;
    NextWord = "next_word": VERBS, &CLASSES;
    BeforeWord = "before_word": VERBS, &["outer", "nested"];
    Cues = "cues": &COUNTS, &COUNTS;
    OutsideThen = "outside_then": Category::NAMES, &["main", "led"];
    Last = "last": Category::NAMES, &["main", "led"];
    EndLastWord = "end_last_word": VERBS, &["quiet", "says"];
    EndPlaces = "end_places": &LENGTHS, &["last", "again"];
}

impl Family {
    /// The index of the weight in that row and column.
    pub(crate) const fn index(self, row: usize, column: usize) -> usize {
        BASES[self as usize] + row * FAMILIES[self as usize].2.len() + column
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

/// How many features of reported speech there are.
pub(crate) const COUNT: usize = BASES[FAMILIES.len()];

/// The row of words without a number.
const UNKNOWN: &str = "-";

/// The number of the word that a row is called after.
fn numbered(row: &str, lemma: impl Fn(&str) -> Option<u16>) -> Option<u16> {
    if row == UNKNOWN { Some(0) } else { lemma(row) }
}

/// The features of words in marks: some have numbers as values, one tells verbs apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Observed {
    /// Those that have numbers, in their order.
    pub(crate) numbers: &'static [&'static str],
    /// The columns of the one that has a row for each verb.
    verbs: &'static [&'static str],
}

/// The features of a proposed speaker; what they are, is told by
/// [`quotation`](crate::quotation).
pub(crate) const SOURCE: Observed = Observed {
    numbers: Source::NAMES,
    verbs: &["left", "right", "nearest"],
};

/// The features of words in marks, of which it is asked whether they are speech.
pub(crate) const SPEECH: Observed = Observed {
    numbers: Speech::NAMES,
    verbs: &[
        "cue",
        "before",
        "second-open",
        "second-comma",
        "second-stop",
    ],
};

impl Observed {
    /// How many weights they have.
    pub(crate) const fn size(self) -> usize {
        self.numbers.len() * VALUES + LEMMAS * self.verbs.len()
    }

    /// The index of the weight of the verb with that number in that column.
    pub(crate) fn verb(self, lemma: u16, column: usize) -> usize {
        self.numbers.len() * VALUES + usize::from(lemma) * self.verbs.len() + column
    }

    /// Reads their weights; `lemma` gives the number of a verb.
    pub(crate) fn read(self, list: &str, lemma: impl Fn(&str) -> Option<u16>) -> Model {
        Model::read(list, self.size(), |name| {
            if let Some(verb) = name.strip_prefix("verb ") {
                return Some(Row {
                    first: self.verb(numbered(verb, &lemma)?, 0),
                    columns: self.verbs,
                });
            }
            let feature = self.numbers.iter().position(|&known| known == name)?;
            let first = feature * VALUES;
            Some(Row {
                first,
                columns: &[],
            })
        })
    }

    /// The row and the column at `index`, as they stand in the list; `lemmas` are the verbs by
    /// number.
    #[cfg(test)]
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

/// The number of the family that a row belongs to, most likely `last`, and the name of the row in it.
fn family(last: usize, name: &str) -> Option<(usize, &str)> {
    let row = |number: usize| name.strip_prefix(FAMILIES[number].0)?.strip_prefix(' ');
    core::iter::once(last)
        .chain(0..FAMILIES.len())
        .find_map(|number| Some((number, row(number)?)))
}

/// Reads the weights of reported speech; `lemma` gives the number of a verb.
pub(crate) fn reported(list: &str, lemma: impl Fn(&str) -> Option<u16>) -> Model {
    let mut last = 0;
    Model::read(list, COUNT, |name| {
        let (number, row) = family(last, name)?;
        last = number;
        let (_, rows, columns) = FAMILIES[number];
        let row = if rows.is_empty() {
            usize::from(numbered(row, &lemma)?)
        } else {
            rows.iter().position(|&name| name == row)?
        };
        let first = BASES[number] + row * columns.len();
        Some(Row { first, columns })
    })
}

/// The most that the flags of a place where reported speech may end can add to its score, by its
/// category.
pub(crate) fn most_of_end(model: &Model) -> [f32; Category::NAMES.len()] {
    core::array::from_fn(|kind| {
        let weight = |flag: usize| {
            let mut score = model.blank();
            score.push(Family::EndFlag.index(flag, kind));
            score.sum
        };
        (0..EndFlag::NAMES.len())
            .map(|flag| weight(flag).max(0.0))
            .sum()
    })
}

/// The row and the column of a feature of reported speech, as they stand in the list; `lemmas` are
/// the verbs by number.
#[cfg(test)]
pub(crate) fn name(index: usize, lemmas: &[String]) -> (String, String) {
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

#[cfg(test)]
mod tests {
    use super::{SOURCE, SPEECH, name};
    use crate::language::Language;
    use crate::language::quotation::cue_bases;

    #[test]
    fn lists_are_as_they_are_written() {
        let tables = Language::english().quotation();
        let title = |list: &'static str| list[2..].lines().next().unwrap_or_default();
        let lemmas = cue_bases();
        let list = include_str!("en/weights/reported.weights");
        let text = tables
            .reported_model
            .text(title(list), |at| name(at, &lemmas));
        assert!(text == list, "reported.weights");
        for (list, model, observed) in [
            (
                include_str!("en/weights/source.weights"),
                &tables.source_model,
                SOURCE,
            ),
            (
                include_str!("en/weights/speech.weights"),
                &tables.speech_model,
                SPEECH,
            ),
        ] {
            let text = model.text(title(list), |at| observed.name(at, &lemmas));
            assert_eq!(text, list);
        }
    }
}
