//! Reads the lists of grammar and cues, and the weights, into [`QuotationTables`].

use std::collections::{BTreeMap, BTreeSet};

use super::{entries, weights};
use crate::language::keyed::key;
use crate::language::quotation::verb::{forms, plural};
use crate::language::quotation::{Flags, LEMMAS, QuotationTables, Word};
use crate::language::weights::{COUNT, SOURCE, SPEECH};

/// The lists of grammar.
const GRAMMAR: [(&str, Flags); 31] = [
    (
        include_str!("../en/grammar/adjectives.txt"),
        Flags::ADJECTIVE,
    ),
    (include_str!("../en/grammar/adverbs.txt"), Flags::ADVERB),
    (include_str!("../en/grammar/alone.txt"), Flags::ALONE),
    (
        include_str!("../en/grammar/auxiliaries.txt"),
        Flags::AUXILIARY,
    ),
    (include_str!("../en/grammar/be.txt"), Flags::BE),
    (include_str!("../en/grammar/conditionals.txt"), Flags::IF),
    (include_str!("../en/grammar/contrasts.txt"), Flags::CONTRAST),
    (
        include_str!("../en/grammar/coordinators.txt"),
        Flags::COORDINATOR,
    ),
    (
        include_str!("../en/grammar/determiners.txt"),
        Flags::DETERMINER,
    ),
    (
        include_str!("../en/grammar/first_person.txt"),
        Flags::FIRST_PERSON,
    ),
    (include_str!("../en/grammar/have.txt"), Flags::HAVE),
    (include_str!("../en/grammar/modals.txt"), Flags::MODAL),
    (include_str!("../en/grammar/negations.txt"), Flags::NEGATION),
    (include_str!("../en/grammar/no_nouns.txt"), Flags::NO_NOUN),
    (include_str!("../en/grammar/nouns.txt"), Flags::NONE),
    (include_str!("../en/grammar/numbers.txt"), Flags::NUMBER),
    (
        include_str!("../en/grammar/object_pronouns.txt"),
        Flags::OBJECT_PRONOUN,
    ),
    (include_str!("../en/grammar/plurals.txt"), Flags::PLURAL),
    (
        include_str!("../en/grammar/possessives.txt"),
        Flags::POSSESSIVE,
    ),
    (
        include_str!("../en/grammar/postnominal.txt"),
        Flags::POSTNOMINAL,
    ),
    (
        include_str!("../en/grammar/prepositions.txt"),
        Flags::PREPOSITION,
    ),
    (include_str!("../en/grammar/questions.txt"), Flags::QUESTION),
    (include_str!("../en/grammar/relatives.txt"), Flags::RELATIVE),
    (include_str!("../en/grammar/second_person.txt"), Flags::YOU),
    (include_str!("../en/grammar/several.txt"), Flags::PLURAL),
    (
        include_str!("../en/grammar/subject_pronouns.txt"),
        Flags::SUBJECT,
    ),
    (
        include_str!("../en/grammar/subordinators.txt"),
        Flags::SUBORDINATOR,
    ),
    (include_str!("../en/grammar/time.txt"), Flags::TIME),
    (include_str!("../en/grammar/venues.txt"), Flags::VENUE),
    (include_str!("../en/grammar/verbs.txt"), Flags::VERB),
    (include_str!("../en/grammar/works.txt"), Flags::WORK),
];

/// The lists of verbs, of which the forms in "-ed" and "-ing" are known as such, too.
const VERBS: [(&str, Flags); 3] = [
    (include_str!("../en/grammar/aspects.txt"), Flags::ASPECT),
    (
        include_str!("../en/grammar/causatives.txt"),
        Flags::CAUSATIVE,
    ),
    (include_str!("../en/grammar/takings.txt"), Flags::TAKING),
];

/// Words of grammar that are asked for one by one.
const FUNCTION_WORDS: [(&str, Flags); 13] = [
    ("and", Flags::AND),
    ("as", Flags::AS),
    ("but", Flags::BUT),
    ("by", Flags::BY),
    ("from", Flags::FROM),
    ("it", Flags::IT),
    ("of", Flags::OF),
    ("that", Flags::THAT),
    ("the", Flags::THE),
    ("there", Flags::THERE),
    ("to", Flags::TO),
    ("when", Flags::WHEN),
    ("with", Flags::WITH),
];

/// The words as they are read from the lists.
struct Words {
    table: BTreeMap<u64, Word>,
    /// The numbers of the base forms of cues.
    lemmas: BTreeMap<u64, u16>,
    /// The base forms themselves.
    bases: Vec<&'static str>,
    /// Past, participle and gerund of irregular verbs, by their keys; more than once where spellings
    /// differ: "labeled" and "labelled".
    irregular: BTreeMap<u64, Vec<[u64; 3]>>,
}

impl QuotationTables {
    /// English.
    pub(super) fn from_lists() -> Self {
        let words = Words::english();
        let lemmas = words.bases();
        let [reported, source, speech] = [
            include_str!("../en/weights/reported.weights"),
            include_str!("../en/weights/source.weights"),
            include_str!("../en/weights/speech.weights"),
        ];
        Self::of(
            words.table,
            weights::read(reported, COUNT, |at| weights::reported_name(at, &lemmas)),
            weights::read(source, SOURCE.size(), |at| SOURCE.name(at, &lemmas)),
            weights::read(speech, SPEECH.size(), |at| SPEECH.name(at, &lemmas)),
        )
    }
}

impl Words {
    /// English.
    fn english() -> Self {
        let mut words = Self {
            table: BTreeMap::new(),
            lemmas: BTreeMap::new(),
            bases: Vec::new(),
            irregular: BTreeMap::new(),
        };
        words.add_grammar();
        words.add_cues();
        words.mark_reporting();
        words.number_grammar();
        words
    }

    fn add(&mut self, word: &str, new: Word) {
        self.add_key(key(word.as_bytes()), new);
    }

    fn add_key(&mut self, key: u64, new: Word) {
        let known = self.table.entry(key).or_default();
        known.flags = known.flags.or(new.flags);
        known.prepositions |= new.prepositions;
        known.lemma = known.lemma.max(new.lemma);
    }

    fn add_flags(&mut self, word: &str, flags: Flags) {
        self.add(
            word,
            Word {
                flags,
                ..Word::default()
            },
        );
    }

    /// The number of a cue's base form.
    fn lemma(&mut self, base: &'static str) -> u16 {
        let number = self.lemmas.entry(key(base.as_bytes())).or_default();
        if *number == 0 {
            self.bases.push(base);
            *number = self.bases.len() as u16;
        }
        *number
    }

    fn add_list(&mut self, list: &'static str, flags: Flags) {
        let word = Word {
            flags,
            ..Word::default()
        };
        for entry in entries(list) {
            self.add(entry, word);
        }
    }

    fn add_grammar(&mut self) {
        // as of words in no list: not "led"
        const SHORT: usize = 4;
        for (list, flags) in GRAMMAR {
            self.add_list(list, flags);
        }
        for (list, flags) in VERBS {
            for verb in entries(list) {
                let ending = if verb.len() > SHORT && verb.ends_with("ed") {
                    Flags::ED
                } else if verb.ends_with("ing") {
                    Flags::ING
                } else {
                    Flags::NONE
                };
                self.add_flags(verb, flags.or(ending));
            }
        }
        for (word, flag) in FUNCTION_WORDS {
            self.add_flags(word, flag);
        }
        for preposition in entries(PREPOSITIONS) {
            self.add(
                preposition,
                Word {
                    prepositions: preposition_bit(preposition),
                    ..Word::default()
                },
            );
        }
    }

    fn add_cues(&mut self) {
        for line in entries(include_str!("../en/cues/irregular.txt")) {
            let mut forms = line.split(' ');
            if let (Some(base), Some(past), Some(participle), Some(gerund)) =
                (forms.next(), forms.next(), forms.next(), forms.next())
            {
                let forms = [past, participle, gerund].map(|form| key(form.as_bytes()));
                let known = self.irregular.entry(key(base.as_bytes())).or_default();
                known.push(forms);
            }
        }
        for (list, flags) in [
            (include_str!("../en/cues/clause.txt"), Flags::CLAUSE),
            (include_str!("../en/cues/object.txt"), Flags::OBJECT),
            (include_str!("../en/cues/person.txt"), Flags::PERSON),
            (include_str!("../en/cues/infinitive.txt"), Flags::INFINITIVE),
            (include_str!("../en/cues/label.txt"), Flags::LABEL),
            (include_str!("../en/cues/speaking.txt"), Flags::SPEAKING),
            (include_str!("../en/cues/thought.txt"), Flags::THOUGHT),
        ] {
            for verb in entries(list) {
                self.add_verb(verb, flags, 0);
            }
        }
        for entry in entries(include_str!("../en/cues/prepositional.txt")) {
            if let Some((verb, preposition)) = entry.split_once(' ') {
                self.add_verb(verb, Flags::PREPOSITIONAL, preposition_bit(preposition));
            }
        }
        for noun in entries(include_str!("../en/cues/noun.txt")) {
            let word = Word {
                flags: Flags::NOUN,
                prepositions: 0,
                lemma: self.lemma(noun),
                ..Word::default()
            };
            self.add(noun, word);
            self.add_key(plural(noun), word);
        }
        let lemma = self.lemma("according");
        self.add(
            "according",
            Word {
                flags: Flags::ACCORDING,
                prepositions: 0,
                lemma,
                ..Word::default()
            },
        );
    }

    /// Marks the cues that may report speech without marks: all but the forms that hardly ever do.
    fn mark_reporting(&mut self) {
        const CUES: Flags = Flags::SAYING.or(Flags::NOUN).or(Flags::ACCORDING);
        let marked =
            entries(include_str!("../en/cues/marked.txt")).map(|form| key(form.as_bytes()));
        let marked: BTreeSet<u64> = marked.collect();
        for (key, word) in &mut self.table {
            if word.flags.any(CUES) && !marked.contains(key) {
                word.flags = word.flags.or(Flags::REPORTING);
            }
        }
    }

    /// Numbers the words at which clauses end, so that each can have weights of its own.
    fn number_grammar(&mut self) {
        for list in [
            include_str!("../en/grammar/prepositions.txt"),
            include_str!("../en/grammar/subordinators.txt"),
            include_str!("../en/grammar/relatives.txt"),
            include_str!("../en/grammar/coordinators.txt"),
            include_str!("../en/grammar/auxiliaries.txt"),
            include_str!("../en/grammar/modals.txt"),
        ] {
            for word in entries(list) {
                let lemma = self.lemma(word);
                self.add(
                    word,
                    Word {
                        lemma,
                        ..Word::default()
                    },
                );
            }
        }
    }

    /// Adds every form of a verb.
    fn add_verb(&mut self, base: &'static str, flags: Flags, prepositions: u32) {
        let lemma = self.lemma(base);
        let irregular = self.irregular.get(&key(base.as_bytes()));
        let spellings: Vec<_> = irregular.map_or_else(
            || forms(base, None).to_vec(),
            |spellings| {
                spellings
                    .iter()
                    .flat_map(|&s| forms(base, Some(s)))
                    .collect()
            },
        );
        for (form, key) in spellings {
            self.add_key(
                key,
                Word {
                    flags: flags.or(form),
                    prepositions,
                    lemma,
                    ..Word::default()
                },
            );
        }
    }

    /// The base forms by their numbers.
    fn bases(&self) -> Vec<String> {
        let mut bases = vec![String::new(); LEMMAS];
        for (base, known) in bases[1..].iter_mut().zip(&self.bases) {
            (*known).clone_into(base);
        }
        bases
    }
}

/// The prepositions and particles that verbs of saying take.
const PREPOSITIONS: &str = include_str!("../en/cues/prepositions.txt");

/// The base forms of the English cues by their numbers.
pub(crate) fn cue_bases() -> Vec<String> {
    Words::english().bases()
}

/// The bit of a preposition or particle in [`Word::prepositions`]; none for another word.
fn preposition_bit(word: &str) -> u32 {
    let bit = entries(PREPOSITIONS).position(|entry| entry == word);
    bit.map_or(0, |bit| 1 << bit)
}
