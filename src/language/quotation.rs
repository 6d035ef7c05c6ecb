//! [`QuotationTables`]: the words by which the quotation engine reads a clause.
//!
//! Every form of every listed word in one hash table: what it can be ([`Flags`]) and, for verbs
//! of saying, which prepositions can follow. What that means for a clause is decided by
//! [`quotation`](crate::quotation).

pub(crate) mod verb;

use std::collections::BTreeMap;

use super::keyed::{Filter, KeyTable, key};
#[cfg(test)]
use super::lists::weights::most_of_end;
use super::role::Role;
use super::stored::{Stored, record, stored};
use super::tag::Tag;
use super::{Fault, each};
use crate::model::Model;

/// What a word can be; one word can be many things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags(u64);

record!(Flags { 0: u64 });

impl Flags {
    pub(crate) const NONE: Self = Self(0);
    // Grammar.
    pub(crate) const ADVERB: Self = Self(1);
    pub(crate) const AUXILIARY: Self = Self(1 << 1);
    pub(crate) const MODAL: Self = Self(1 << 2);
    pub(crate) const COORDINATOR: Self = Self(1 << 3);
    pub(crate) const DETERMINER: Self = Self(1 << 4);
    pub(crate) const NUMBER: Self = Self(1 << 5);
    pub(crate) const PREPOSITION: Self = Self(1 << 6);
    pub(crate) const SUBJECT: Self = Self(1 << 7);
    pub(crate) const OBJECT_PRONOUN: Self = Self(1 << 8);
    pub(crate) const RELATIVE: Self = Self(1 << 9);
    pub(crate) const SUBORDINATOR: Self = Self(1 << 10);
    pub(crate) const TIME: Self = Self(1 << 11);
    pub(crate) const VERB: Self = Self(1 << 12);
    pub(crate) const BE: Self = Self(1 << 13);
    pub(crate) const HAVE: Self = Self(1 << 14);
    pub(crate) const NEGATION: Self = Self(1 << 15);
    pub(crate) const TO: Self = Self(1 << 16);
    pub(crate) const OF: Self = Self(1 << 17);
    pub(crate) const BY: Self = Self(1 << 18);
    pub(crate) const THAT: Self = Self(1 << 19);
    // Forms of a verb.
    pub(crate) const BASE: Self = Self(1 << 20);
    pub(crate) const PRESENT: Self = Self(1 << 21);
    pub(crate) const PAST: Self = Self(1 << 22);
    pub(crate) const PARTICIPLE: Self = Self(1 << 23);
    pub(crate) const GERUND: Self = Self(1 << 24);
    // Endings of words that are in no list.
    pub(crate) const ED: Self = Self(1 << 25);
    pub(crate) const ING: Self = Self(1 << 26);
    // Grammar again: the bits of a word stay what they are, since the tables hold them.
    pub(crate) const POSTNOMINAL: Self = Self(1 << 27);
    pub(crate) const VENUE: Self = Self(1 << 28);
    pub(crate) const QUESTION: Self = Self(1 << 29);
    pub(crate) const BUT: Self = Self(1 << 30);
    pub(crate) const AS: Self = Self(1 << 31);
    // What a verb of saying can take.
    pub(crate) const CLAUSE: Self = Self(1 << 32);
    pub(crate) const OBJECT: Self = Self(1 << 33);
    pub(crate) const PERSON: Self = Self(1 << 34);
    pub(crate) const INFINITIVE: Self = Self(1 << 35);
    pub(crate) const LABEL: Self = Self(1 << 36);
    pub(crate) const PREPOSITIONAL: Self = Self(1 << 37);
    pub(crate) const SPEAKING: Self = Self(1 << 38);
    /// "there": a subject that stands for nobody.
    pub(crate) const THERE: Self = Self(1 << 39);
    // Other cues.
    pub(crate) const THOUGHT: Self = Self(1 << 40);
    pub(crate) const NOUN: Self = Self(1 << 41);
    pub(crate) const ACCORDING: Self = Self(1 << 42);
    // Grammar and single words.
    pub(crate) const WHEN: Self = Self(1 << 43);
    pub(crate) const FIRST_PERSON: Self = Self(1 << 44);
    pub(crate) const YOU: Self = Self(1 << 45);
    pub(crate) const IT: Self = Self(1 << 46);
    pub(crate) const THE: Self = Self(1 << 47);
    pub(crate) const POSSESSIVE: Self = Self(1 << 48);
    pub(crate) const IF: Self = Self(1 << 49);
    /// "some", "many": a determiner that can stand alone as a subject.
    pub(crate) const ALONE: Self = Self(1 << 50);
    /// "while", "although": opens a clause set against another.
    pub(crate) const CONTRAST: Self = Self(1 << 51);
    pub(crate) const FROM: Self = Self(1 << 52);
    /// "film", "album": words in marks beside it are a title or a name.
    pub(crate) const WORK: Self = Self(1 << 53);
    /// "read", "received": its subject received the text; it is not the speaker.
    pub(crate) const TAKING: Self = Self(1 << 54);
    /// A cue that may report speech without marks.
    pub(crate) const REPORTING: Self = Self(1 << 55);
    pub(crate) const WITH: Self = Self(1 << 56);
    /// "led", "prompted": its object does what an infinitive behind it says.
    pub(crate) const CAUSATIVE: Self = Self(1 << 57);
    /// "make", "worth": no noun phrase holds it.
    pub(crate) const NO_NOUN: Self = Self(1 << 58);
    /// "keep", "began": with a gerund behind it, one verb.
    pub(crate) const ASPECT: Self = Self(1 << 59);
    /// "D-Norwood": where a politician is from.
    pub(crate) const PARTY: Self = Self(1 << 60);
    /// "serious": an adjective that is no noun.
    pub(crate) const ADJECTIVE: Self = Self(1 << 61);
    /// "and", which "but" is not.
    pub(crate) const AND: Self = Self(1 << 62);
    /// "they", "these", "some": several.
    pub(crate) const PLURAL: Self = Self(1 << 63);

    /// Any form of a verb.
    pub(crate) const FORMS: Self = Self::BASE
        .or(Self::PRESENT)
        .or(Self::PAST)
        .or(Self::PARTICIPLE)
        .or(Self::GERUND);
    /// Anything that a verb of saying can take.
    pub(crate) const SAYING: Self = Self::CLAUSE
        .or(Self::OBJECT)
        .or(Self::PERSON)
        .or(Self::INFINITIVE)
        .or(Self::LABEL)
        .or(Self::PREPOSITIONAL)
        .or(Self::SPEAKING);
    /// Any cue.
    pub(crate) const CUE: Self = Self::SAYING
        .or(Self::THOUGHT)
        .or(Self::NOUN)
        .or(Self::ACCORDING);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn only(self, flags: Self) -> Self {
        Self(self.0 & flags.0)
    }

    /// The numbers of the classes of cues that it is in, see [`CLASSES`](super::weights::CLASSES).
    pub(crate) fn classes(self) -> impl Iterator<Item = usize> {
        let mut left = self.only(Self::CUE).0;
        core::iter::from_fn(move || {
            let lowest = left & left.wrapping_neg();
            left ^= lowest;
            // a class has as many before it as there are bits of cues below its own
            (lowest != 0).then(|| (Self::CUE.0 & (lowest - 1)).count_ones() as usize)
        })
    }

    /// Whether it has one of `flags`.
    pub(crate) const fn any(self, flags: Self) -> bool {
        self.0 & flags.0 != 0
    }
}

/// What the table knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Word {
    pub(crate) flags: Flags,
    /// The prepositions that a verb of saying takes, or the one that the word is, as bits.
    pub(crate) prepositions: u32,
    /// The number of a cue's base form, or of a word at which clauses end; 0 for other words.
    pub(crate) lemma: u16,
    /// What it is to the clauses around it.
    pub(crate) tag: Tag,
    /// What it is to the words beside it.
    pub(crate) role: Role,
}

record!(Word {
    flags: Flags,
    prepositions: u32,
    lemma: u16,
    tag: Tag,
    role: Role,
});

impl Word {
    /// A word of which nothing but its `flags` is known.
    pub(crate) const fn of(flags: Flags) -> Self {
        Self {
            flags,
            prepositions: 0,
            lemma: 0,
            tag: Tag::Word,
            role: Role::NONE,
        }
    }
}

/// What is known of a word in lower case, and of one that starts with a capital: they differ in what
/// they are to the words around them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Forms {
    word: Word,
    tag: Tag,
    role: Role,
}

record!(Forms {
    word: Word,
    tag: Tag,
    role: Role,
});

impl Forms {
    /// Those of a word of which nothing is known.
    pub(crate) const UNKNOWN: Self = Self::of(Word::of(Flags::NONE));

    /// Those of a word with the flags, prepositions and number of `word`.
    pub(crate) const fn of(word: Word) -> Self {
        let tag = Tag::of(word.flags);
        Self {
            word: Word {
                tag,
                role: Role::of(word.flags, false),
                ..word
            },
            tag: match tag {
                Tag::Word => Tag::Capital,
                tag => tag,
            },
            role: Role::of(word.flags, true),
        }
    }

    /// The word in lower case.
    pub(crate) const fn lower(&self) -> Word {
        self.word
    }

    /// The word with a capital.
    pub(crate) const fn capital(&self) -> Word {
        Word {
            tag: self.tag,
            role: self.role,
            ..self.word
        }
    }
}

impl Default for Forms {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

/// The tables of the quotation engine.
#[derive(Debug, Clone)]
pub(crate) struct QuotationTables {
    words: KeyTable<Forms>,
    /// The cues of speech without marks.
    reporting: ReportingFilter,
    /// Separates reported speech from what only looks like it.
    pub(crate) reported_model: Model,
    /// The most that flags can add to the score of each kind of end.
    most_of_end: [f32; Tag::NAMES.len()],
    /// Chooses among the speakers that words in marks may have.
    pub(crate) source_model: Model,
    /// Separates speech from other words in marks.
    pub(crate) speech_model: Model,
}

stored!(QuotationTables {
    words,
    reporting,
    reported_model,
    most_of_end,
    source_model,
    speech_model
});

/// Large enough that few other words pass for a cue.
pub(crate) type ReportingFilter = Filter<1024>;

/// An upper bound on the numbered words: base forms of cues, and words of grammar.
pub(crate) const LEMMAS: usize = 768;

impl QuotationTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self::restore(&mut &include_bytes!("en/tables/quotation")[..])
    }

    /// Tables of words by their keys and of weights.
    #[cfg(test)]
    pub(super) fn of(
        words: BTreeMap<u64, Word>,
        reported_model: Model,
        source_model: Model,
        speech_model: Model,
    ) -> Self {
        let mut reporting = ReportingFilter::new();
        let words = words.into_iter().map(|(key, word)| {
            if word.flags.any(Flags::REPORTING) {
                reporting.add(key);
            }
            (key, Forms::of(word))
        });
        let words = KeyTable::of(&words.collect());
        Self {
            words,
            reporting,
            most_of_end: most_of_end(&reported_model),
            reported_model,
            source_model,
            speech_model,
        }
    }

    /// Replaces the weights that recognise reported speech.
    #[cfg(test)]
    pub(crate) fn set_reported_model(&mut self, model: Model) {
        self.most_of_end = most_of_end(&model);
        self.reported_model = model;
    }

    /// Adds every form of some verbs of saying, which then work like "say". An entry is the base form, or
    /// base, past, participle and gerund of an irregular verb.
    pub(crate) fn add_cue_verbs(&mut self, verbs: &[String]) -> Result<(), Fault> {
        let mut words = self.words.words();
        each(verbs, |entry| self.add_cue_verb(entry, &mut words))?;
        self.words = KeyTable::of(&words);
        Ok(())
    }

    fn add_cue_verb(
        &mut self,
        entry: &str,
        words: &mut BTreeMap<u64, Forms>,
    ) -> Result<(), &'static str> {
        let entry = entry.to_ascii_lowercase();
        let parts: Vec<&str> = entry.split_ascii_whitespace().collect();
        let (base, irregular) = match parts[..] {
            [base] => (base, None),
            [base, past, participle, gerund] => {
                let forms = [past, participle, gerund].map(|form| key(form.as_bytes()));
                (base, Some(forms))
            }
            _ => return Err("a verb is one word, or four: base, past, participle, gerund"),
        };
        if !entry.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
            return Err("a verb is made of ASCII letters");
        }
        let say = self.word(key(b"say")).unwrap_or_default();
        for (form, key) in verb::forms(base, irregular) {
            let known = words.entry(key).or_default();
            let says = say.flags.only(Flags::SAYING.or(Flags::REPORTING));
            *known = Forms::of(Word {
                flags: known.lower().flags.or(says).or(form),
                lemma: say.lemma,
                ..known.lower()
            });
            self.reporting.add(key);
        }
        Ok(())
    }

    /// Makes verbs of thought count as cues of speech without marks.
    pub(crate) fn add_thought(&mut self) {
        let mut words = self.words.words();
        for (&key, word) in &mut words {
            if word.lower().flags.any(Flags::THOUGHT) {
                *word = Forms::of(Word {
                    flags: word.lower().flags.or(Flags::REPORTING),
                    ..word.lower()
                });
                self.reporting.add(key);
            }
        }
        self.words = KeyTable::of(&words);
    }

    /// The most that the flags of a place of that kind can add to its score as an end.
    pub(crate) fn most_of_end(&self, kind: Tag) -> f32 {
        self.most_of_end[kind as usize]
    }

    /// What is known of the word with this [`key`].
    #[inline]
    pub(crate) fn word(&self, key: u64) -> Option<Word> {
        self.words.get(key).map(|word| word.lower())
    }

    /// What is known of the word with this [`key`], and whether anything is.
    #[inline]
    pub(crate) fn look_up(&self, key: u64) -> (Forms, bool) {
        self.words.look_up(key)
    }

    /// Whether the word with this [`key`] can be a cue of speech without marks.
    #[inline]
    pub(crate) fn can_be_cue(&self, key: u64) -> bool {
        let known = || self.word(key).unwrap_or_default();
        self.reporting.may_hold(key) && known().flags.any(Flags::REPORTING)
    }
}
