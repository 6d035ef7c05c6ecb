//! What the features of possible quotations are called in the lists of weights, and where they
//! stand in a [`Model`](crate::model::Model).
//!
//! A feature of reported speech is a family with a row and a column ("verb deny: object"), one of
//! words in marks has numbers as values ("say: 4"). [`quotation`](crate::quotation) finds out which
//! features a possible quotation has.

mod rows;

pub(crate) use rows::{
    Complement, EndFlag, First, Flag, Form, Frame, Group, Source, Speech, Who, rows,
};

use super::quotation::LEMMAS;
use super::tag::Tag;
use crate::model::VALUES;

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
        pub(super) const FAMILIES: &[(&str, &[&str], &[&str])] = &[$(($name, $rows, $columns),)+];
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
    Start = "start": Tag::NAMES, Tag::NAMES;
    Outside = "outside": Tag::NAMES, Frame::NAMES;
    Before = "before": Tag::NAMES, Tag::NAMES;
    End = "end": Tag::NAMES, Frame::NAMES;
    EndNext = "end_next": Tag::NAMES, Tag::NAMES;
    EndThen = "end_then": Tag::NAMES, Tag::NAMES;
    EndLast = "end_last": Tag::NAMES, Tag::NAMES;
    EndLength = "end_length": &LENGTHS, Frame::NAMES;
    EndFlag = "end_flag": EndFlag::NAMES, Tag::NAMES;
    EndWord = "end_word": VERBS, Complement::NAMES;
    EndNextWord = "end_next_word": VERBS, Group::NAMES;
    EndVerb = "end_verb": VERBS, Group::NAMES;
    EndOpener = "end_opener": Tag::NAMES, Tag::NAMES;
    NextWord = "next_word": VERBS, &CLASSES;
    BeforeWord = "before_word": VERBS, &["outer", "nested"];
    Cues = "cues": &COUNTS, &COUNTS;
    OutsideThen = "outside_then": Tag::NAMES, &["main", "led"];
    Last = "last": Tag::NAMES, &["main", "led"];
    EndLastWord = "end_last_word": VERBS, &["quiet", "says"];
    EndPlaces = "end_places": &LENGTHS, &["last", "again"];
}

impl Family {
    /// The index of the weight in that row and column.
    pub(crate) const fn index(self, row: usize, column: usize) -> usize {
        BASES[self as usize] + row * FAMILIES[self as usize].2.len() + column
    }
}

pub(super) const BASES: [usize; FAMILIES.len() + 1] = {
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
#[cfg(test)]
pub(crate) const COUNT: usize = BASES[FAMILIES.len()];

/// The features of words in marks: some have numbers as values, one has a row for each verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Observed {
    /// Those that have numbers, in their order.
    pub(crate) numbers: &'static [&'static str],
    /// The columns of the one that has a row for each verb.
    pub(super) verbs: &'static [&'static str],
}

/// The features of a proposed speaker; see [`quotation`](crate::quotation) for what they are.
pub(crate) const SOURCE: Observed = Observed {
    numbers: Source::NAMES,
    verbs: &["left", "right", "nearest"],
};

/// The features of words in marks that decide whether they are speech.
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
    #[cfg(test)]
    pub(crate) const fn size(self) -> usize {
        self.numbers.len() * VALUES + LEMMAS * self.verbs.len()
    }

    /// The index of the weight of the verb with that number in that column.
    pub(crate) fn verb(self, lemma: u16, column: usize) -> usize {
        self.numbers.len() * VALUES + usize::from(lemma) * self.verbs.len() + column
    }
}
