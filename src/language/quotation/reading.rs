//! Reads the lists of grammar and cues into one table of words, every form of each.

use super::{Flags, Forms, LEMMAS, ReportingFilter, Word};
use crate::language::keyed::{KeyTable, each_key, key};
use crate::lexicon::entries;

/// The lists of grammar.
const GRAMMAR: [(&str, Flags); 21] = [
    (
        include_str!("../en/grammar/adjectives.txt"),
        Flags::ADJECTIVE,
    ),
    (include_str!("../en/grammar/no_nouns.txt"), Flags::NO_NOUN),
    (include_str!("../en/grammar/adverbs.txt"), Flags::ADVERB),
    (
        include_str!("../en/grammar/auxiliaries.txt"),
        Flags::AUXILIARY,
    ),
    (include_str!("../en/grammar/modals.txt"), Flags::MODAL),
    (
        include_str!("../en/grammar/coordinators.txt"),
        Flags::COORDINATOR,
    ),
    (
        include_str!("../en/grammar/determiners.txt"),
        Flags::DETERMINER,
    ),
    (include_str!("../en/grammar/questions.txt"), Flags::QUESTION),
    (include_str!("../en/grammar/venues.txt"), Flags::VENUE),
    (include_str!("../en/grammar/nouns.txt"), Flags::NONE),
    (include_str!("../en/grammar/numbers.txt"), Flags::NUMBER),
    (include_str!("../en/grammar/plurals.txt"), Flags::PLURAL),
    (
        include_str!("../en/grammar/postnominal.txt"),
        Flags::POSTNOMINAL,
    ),
    (
        include_str!("../en/grammar/prepositions.txt"),
        Flags::PREPOSITION,
    ),
    (
        include_str!("../en/grammar/subject_pronouns.txt"),
        Flags::SUBJECT,
    ),
    (
        include_str!("../en/grammar/object_pronouns.txt"),
        Flags::OBJECT_PRONOUN,
    ),
    (include_str!("../en/grammar/relatives.txt"), Flags::RELATIVE),
    (
        include_str!("../en/grammar/subordinators.txt"),
        Flags::SUBORDINATOR,
    ),
    (include_str!("../en/grammar/time.txt"), Flags::TIME),
    (include_str!("../en/grammar/verbs.txt"), Flags::VERB),
    (include_str!("../en/grammar/works.txt"), Flags::WORK),
];

/// Words of grammar that are told apart one by one.
const FUNCTION_WORDS: [(&str, Flags); 27] = [
    ("and", Flags::AND),
    (
        "all both few half many most others several some these they those we",
        Flags::PLURAL,
    ),
    ("to", Flags::TO),
    ("of", Flags::OF),
    ("by", Flags::BY),
    ("that", Flags::THAT),
    ("but", Flags::BUT),
    ("as", Flags::AS),
    ("from", Flags::FROM),
    ("with", Flags::WITH),
    ("if unless", Flags::IF),
    (
        "allowed caused compelled enabled forced inspired prompted",
        Flags::CAUSATIVE.or(Flags::ED),
    ),
    ("drove led", Flags::CAUSATIVE),
    (
        "began begin begins begun continue continues keep keeps kept start starts stop stops",
        Flags::ASPECT,
    ),
    (
        "continued resumed started stopped",
        Flags::ASPECT.or(Flags::ED),
    ),
    ("i me my our us we", Flags::FIRST_PERSON),
    ("her his its my our their your", Flags::POSSESSIVE),
    ("you your", Flags::YOU),
    ("it", Flags::IT),
    ("there", Flags::THERE),
    ("the", Flags::THE),
    ("when", Flags::WHEN),
    (
        "although compared despite though whereas while",
        Flags::CONTRAST,
    ),
    (
        "all any both few half many most several some such that these this those",
        Flags::ALONE,
    ),
    (
        "am are aren be been being is isn was wasn were weren",
        Flags::BE,
    ),
    ("had hadn has hasn have haven having", Flags::HAVE),
    (
        "aren couldn didn doesn don hadn hasn haven isn mustn never not shouldn wasn weren won wouldn",
        Flags::NEGATION,
    ),
];

/// The words as they are read from the lists.
pub(super) struct Words {
    table: KeyTable<Forms>,
    /// The numbers of the base forms of cues.
    lemmas: KeyTable<u16>,
    /// The base forms themselves.
    bases: Vec<&'static str>,
    /// Past, participle and gerund of irregular verbs, by their keys.
    irregular: KeyTable<Option<[u64; 3]>>,
}

impl Words {
    /// English.
    pub(super) fn english() -> Self {
        let mut words = Self {
            table: KeyTable::with_room(4096),
            lemmas: KeyTable::with_room(LEMMAS),
            bases: Vec::with_capacity(LEMMAS),
            irregular: KeyTable::with_room(64),
        };
        words.add_grammar();
        words.add_cues();
        words.number_grammar();
        words
    }

    fn add(&mut self, word: &str, new: Word) {
        self.add_key(key(word.as_bytes()), new);
    }

    fn add_key(&mut self, key: u64, new: Word) {
        let known = &mut self.table.entry(key).lower;
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
        let number = self.lemmas.entry(key(base.as_bytes()));
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
        let other = |entry: &str| key(entry.as_bytes());
        each_key(list, other, |key| self.add_key(key, word));
    }

    fn add_grammar(&mut self) {
        for (list, flags) in GRAMMAR {
            self.add_list(list, flags);
        }
        for (words, flag) in FUNCTION_WORDS {
            for word in words.split(' ') {
                self.add_flags(word, flag);
            }
        }
        for preposition in PREPOSITIONS {
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
                *self.irregular.entry(key(base.as_bytes())) = Some(forms);
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
            self.add_key(third_person(noun).key(), word);
        }
        self.add_list(include_str!("../en/cues/marked.txt"), Flags::MARKED);
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

    /// Numbers the words at which clauses end, so that weights can tell them apart.
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
        let irregular = self.irregular.get(key(base.as_bytes())).flatten();
        for (form, key) in forms(base, irregular) {
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

    /// The table of all words, the cues that may tell of speech without marks, and the numbers of
    /// base forms.
    pub(super) fn into_parts(mut self) -> (KeyTable<Forms>, ReportingFilter, KeyTable<u16>) {
        let cues = Flags::SAYING.or(Flags::NOUN).or(Flags::ACCORDING);
        let mut filter = ReportingFilter::new();
        for (key, forms) in self.table.iter_mut() {
            let mut word = forms.lower;
            if word.flags.any(cues) && !word.flags.any(Flags::MARKED) {
                word.flags = word.flags.or(Flags::REPORTING);
                filter.add(key);
            }
            *forms = Forms::of(word);
        }
        (self.table, filter, self.lemmas)
    }
}

/// The prepositions and particles that verbs of saying take.
const PREPOSITIONS: [&str; 20] = [
    "about", "against", "around", "as", "at", "back", "by", "for", "from", "in", "into", "of",
    "off", "on", "out", "over", "to", "up", "upon", "with",
];

/// The base forms of the English cues by their numbers.
#[cfg(test)]
pub(crate) fn cue_bases() -> Vec<String> {
    let mut bases = vec![String::new(); LEMMAS];
    for (base, known) in bases[1..].iter_mut().zip(Words::english().bases) {
        known.clone_into(base);
    }
    bases
}

/// The bit of a preposition or particle in [`Word::prepositions`]; none for another word.
fn preposition_bit(word: &str) -> u32 {
    match PREPOSITIONS.binary_search(&word) {
        Ok(bit) => 1 << bit,
        Err(_) => 0,
    }
}

/// The key of every form of a verb; `irregular` are those of its past, participle and gerund.
pub(super) fn forms(base: &str, irregular: Option<[u64; 3]>) -> [(Flags, u64); 5] {
    let regular = || {
        let past = past(base).key();
        [past, past, gerund(base).key()]
    };
    let [past, participle, gerund] = irregular.unwrap_or_else(regular);
    [
        (Flags::BASE, key(base.as_bytes())),
        (Flags::PRESENT, third_person(base).key()),
        (Flags::PAST, past),
        (Flags::PARTICIPLE, participle),
        (Flags::GERUND, gerund),
    ]
}

/// A form of a word: its stem and its ending, with zeros behind a short one.
struct Form<'a>(&'a str, [u8; 3]);

impl Form<'_> {
    /// The key of both together, which are joined only for that.
    fn key(&self) -> u64 {
        let Self(stem, ending) = self;
        let mut word = [0; 32];
        match word.get_mut(..stem.len() + ending.len()) {
            Some(start) => {
                let (before, behind) = start.split_at_mut(stem.len());
                before.copy_from_slice(stem.as_bytes());
                behind.copy_from_slice(ending);
                key(&word)
            }
            None => key(&[stem.as_bytes(), ending].concat()),
        }
    }
}

fn third_person(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => Form(base, *b"es\0"),
        [.., before, b'y'] if !is_vowel(*before) => Form(&base[..base.len() - 1], *b"ies"),
        _ => Form(base, *b"s\0\0"),
    }
}

fn past(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., b'e'] => Form(base, *b"d\0\0"),
        [.., before, b'y'] if !is_vowel(*before) => Form(&base[..base.len() - 1], *b"ied"),
        _ => Form(base, *b"ed\0"),
    }
}

fn gerund(base: &str) -> Form<'_> {
    match base.as_bytes() {
        [.., before, b'e'] if *before != b'e' => Form(&base[..base.len() - 1], *b"ing"),
        _ => Form(base, *b"ing"),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
