//! What the features of possible quotations are called in the lists of weights, and where they
//! stand in a [`Model`].
//!
//! A feature of reported speech is a family with a row and a column ("verb deny: object"), one of
//! words in marks has numbers as values ("say: 4"). Which features a possible quotation has is seen
//! by [`quotation`](crate::quotation).

use super::category::Category;
use super::quotation::LEMMAS;
use crate::model::{Model, Observer, Row, VALUES};

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
    NextWord,
    BeforeWord,
    Cues,
    OutsideThen,
    Last,
    EndLastWord,
    EndPlaces,
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
pub(crate) const FLAGS: [&str; 23] = [
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
    "nested_quoted",
];
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
const FAMILIES: [(&str, &[&str], &[&str]); 27] = [
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
    ("next_word", &[], &CLASSES),
    ("before_word", &[], &["outer", "nested"]),
    ("cues", &COUNTS, &COUNTS),
    ("outside_then", &CATEGORIES, &["main", "led"]),
    ("last", &CATEGORIES, &["main", "led"]),
    ("end_last_word", &[], &["quiet", "says"]),
    ("end_places", &LENGTHS, &["last", "again"]),
];

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
    numbers: &[
        "rule-capital",
        "rule-words",
        "rule-after",
        "class-left",
        "class-right",
        "distance-left",
        "next-left",
        "next-right",
        "between",
        "commas",
        "break",
        "mention",
        "mention-form",
        "gap",
        "opener",
        "weak",
        "paragraph",
        "mention-after",
        "route",
        "prev",
        "homograph",
        "leftmost",
        "kind-before",
        "kind-opener",
        "kind-next",
        "opener-rank",
        "gap-route",
        "mention-route",
        "joined",
        "same",
        "link-first",
        "start-next",
        "who-long",
        "title-second",
        "after-second",
        "chain-opener",
        "chain-rank",
    ],
    verbs: &["left", "right", "nearest"],
};

/// The features of words in marks, of which it is asked whether they are speech.
pub(crate) const SPEECH: Observed = Observed {
    numbers: &[
        "size-capital",
        "before",
        "title",
        "rule",
        "rule-size",
        "bare",
        "around",
        "siblings",
        "form",
        "work",
        "pair",
        "kind-before",
        "kind-next",
        "kind-title",
        "kind-distance",
        "kind-ending",
        "after-title",
        "pair-size",
        "chain",
        "who",
        "kind-rank",
        "second",
        "place-side",
        "chain-side",
        "chain-after",
        "siblings-form",
    ],
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
pub(crate) fn most_of_end(model: &Model) -> [f32; CATEGORIES.len()] {
    core::array::from_fn(|kind| {
        let weight = |flag: usize| {
            let mut score = model.blank();
            score.push(Family::EndFlag.index(flag, kind));
            score.sum
        };
        (0..END_FLAGS.len()).map(|flag| weight(flag).max(0.0)).sum()
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
