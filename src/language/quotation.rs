//! [`QuotationTables`]: the words by which the quotation engine reads a clause.
//!
//! Every form of every listed word in one hash table: what it can be ([`Flags`]) and, for verbs
//! of saying, which prepositions can follow. What that means for a clause is decided by
//! [`quotation`](crate::quotation).

use std::collections::HashMap;

use super::category::Category;
use super::weights::Weights;
use crate::lexicon::entries;
use crate::model::Model;

/// What a word can be; one word can be many things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags(u64);

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
    pub(crate) const POSTNOMINAL: Self = Self(1 << 27);
    pub(crate) const VENUE: Self = Self(1 << 28);
    pub(crate) const QUESTION: Self = Self(1 << 29);
    pub(crate) const BUT: Self = Self(1 << 30);
    pub(crate) const AS: Self = Self(1 << 31);
    pub(crate) const WHEN: Self = Self(1 << 43);
    pub(crate) const FIRST_PERSON: Self = Self(1 << 44);
    pub(crate) const YOU: Self = Self(1 << 45);
    pub(crate) const IT: Self = Self(1 << 46);
    pub(crate) const THE: Self = Self(1 << 47);
    pub(crate) const POSSESSIVE: Self = Self(1 << 48);
    pub(crate) const IF: Self = Self(1 << 49);
    pub(crate) const FROM: Self = Self(1 << 52);
    /// "while", "although": opens a clause set against another.
    pub(crate) const CONTRAST: Self = Self(1 << 51);
    /// "some", "many": a determiner that can stand alone as a subject.
    pub(crate) const ALONE: Self = Self(1 << 50);
    // Forms of a verb.
    pub(crate) const BASE: Self = Self(1 << 20);
    pub(crate) const PRESENT: Self = Self(1 << 21);
    pub(crate) const PAST: Self = Self(1 << 22);
    pub(crate) const PARTICIPLE: Self = Self(1 << 23);
    pub(crate) const GERUND: Self = Self(1 << 24);
    pub(crate) const FORMS: Self = Self(0b11111 << 20);
    // Endings of words that are in no list.
    pub(crate) const ED: Self = Self(1 << 25);
    pub(crate) const ING: Self = Self(1 << 26);
    // What a verb of saying can take.
    pub(crate) const CLAUSE: Self = Self(1 << 32);
    pub(crate) const OBJECT: Self = Self(1 << 33);
    pub(crate) const PERSON: Self = Self(1 << 34);
    pub(crate) const INFINITIVE: Self = Self(1 << 35);
    pub(crate) const LABEL: Self = Self(1 << 36);
    pub(crate) const PREPOSITIONAL: Self = Self(1 << 37);
    pub(crate) const SPEAKING: Self = Self(1 << 38);
    pub(crate) const SAYING: Self = Self(0b111_1111 << 32);
    // Other cues.
    pub(crate) const THOUGHT: Self = Self(1 << 40);
    pub(crate) const NOUN: Self = Self(1 << 41);
    pub(crate) const ACCORDING: Self = Self(1 << 42);
    // What stands beside titles and names in marks.
    pub(crate) const WORK: Self = Self(1 << 52);
    /// Any cue.
    pub(crate) const CUE: Self = Self(0b111 << 40 | 0b111_1111 << 32);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
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
    /// The number of a cue's base form; 0 for what is no cue.
    pub(crate) lemma: u16,
    /// What it is to the clauses around it.
    pub(crate) category: Category,
}

/// The tables of the quotation engine.
#[derive(Debug, Clone)]
pub(crate) struct QuotationTables {
    /// Open addressing, at most half full, in three columns so that most unknown words are told
    /// by a byte or two of the first: the upper half of the hash (0 for an empty slot), the key,
    /// and what it means.
    tags: Vec<u32>,
    keys: Vec<u64>,
    words: Vec<Word>,
    shift: u32,
    /// What tells reported speech from what only looks like it.
    pub(crate) weights: Weights,
    /// One bit for the hash of each cue, so that most other words are told by one load.
    filter: Vec<u64>,
    /// Chooses among the speakers that words in marks may have.
    pub(crate) source_model: Model,
    /// Tells speech from other words in marks.
    pub(crate) speech_model: Model,
}

/// There are fewer base forms of cues than this.
pub(crate) const LEMMAS: usize = 640;

const FILTER_LOG2: u32 = 16;

impl QuotationTables {
    /// English.
    pub(crate) fn english() -> Self {
        let mut words = Words::default();
        words.add_grammar();
        words.add_cues();
        words.into_tables()
    }

    /// What is known of the word with this [`key`].
    pub(crate) fn word(&self, key: u64) -> Option<Word> {
        let hash = hash(key);
        let tag = tag(hash);
        let mask = self.tags.len() - 1;
        let mut slot = (hash >> self.shift) as usize & mask;
        loop {
            let found = self.tags[slot];
            if found == tag && self.keys[slot] == key {
                return Some(self.words[slot]);
            }
            if found == 0 {
                return None;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether the word with this [`key`] may be a cue of saying; `false` is certain.
    pub(crate) fn may_be_cue(&self, key: u64) -> bool {
        let bit = hash(key) >> (64 - FILTER_LOG2);
        self.filter[(bit / 64) as usize & (self.filter.len() - 1)] >> (bit % 64) & 1 != 0
    }
}

/// The letters of `word` in lower case as a number: exact up to eight, mixed beyond.
pub(crate) fn key(word: &[u8]) -> u64 {
    ascii_word(word, 0).0
}

/// The key of the ASCII letters from `start`, and the offset behind them.
#[inline]
pub(crate) fn ascii_word(bytes: &[u8], start: usize) -> (u64, usize) {
    let (key, len) = eight_letters(bytes, start);
    if len < 8 {
        return (key, start + len);
    }
    long_word(bytes, start + 8, key)
}

/// The same for a word whose letters before `end` have the key `key`.
fn long_word(bytes: &[u8], mut end: usize, mut key: u64) -> (u64, usize) {
    loop {
        let (letters, len) = eight_letters(bytes, end);
        if len > 0 {
            let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            key = (mixed ^ mixed >> 29) ^ letters;
        }
        end += len;
        if len < 8 {
            return (key, end);
        }
    }
}

/// The ASCII letters from `start`, in lower case, at most eight, as a number; and how many.
#[inline]
fn eight_letters(bytes: &[u8], start: usize) -> (u64, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let rest = bytes.get(start..).unwrap_or_default();
    let eight = u64::from_le_bytes(rest.first_chunk().copied().unwrap_or_else(|| padded(rest)));
    // Each byte in lower case, without its high bit; adding carries into that bit what is
    // at least "a", and what is beyond "z".
    let lower = eight | (0x20 * ONES);
    let seven = lower & !HIGH;
    let at_least_a = seven + (0x80 - 0x61) * ONES;
    let beyond_z = seven + (0x80 - 0x7b) * ONES;
    let others = (!at_least_a | beyond_z | eight) & HIGH;
    if others == 0 {
        return (lower, 8);
    }
    let below = (1 << (others.trailing_zeros() - 7)) - 1;
    (lower & below, others.trailing_zeros() as usize / 8)
}

/// Less than eight bytes, and zeros behind them.
#[cold]
fn padded(rest: &[u8]) -> [u8; 8] {
    let mut bytes = [0; 8];
    for (byte, known) in bytes.iter_mut().zip(rest) {
        *byte = *known;
    }
    bytes
}

/// Part of a hash, never 0.
#[allow(clippy::cast_possible_truncation)] // a part is all it is
const fn tag(hash: u64) -> u32 {
    (hash >> 20) as u32 | 1
}

const fn hash(key: u64) -> u64 {
    key.wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The words as they are read from the lists.
#[derive(Default)]
struct Words {
    entries: HashMap<String, Word>,
    lemmas: HashMap<&'static str, u16>,
    irregular: HashMap<&'static str, [&'static str; 3]>,
}

impl Words {
    fn add(&mut self, word: &str, new: Word) {
        if let Some(known) = self.entries.get_mut(word) {
            known.flags = known.flags.or(new.flags);
            known.prepositions |= new.prepositions;
            known.lemma = known.lemma.max(new.lemma);
        } else {
            self.entries.insert(word.to_owned(), new);
        }
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
        let next = u16::try_from(self.lemmas.len() + 1).unwrap_or(u16::MAX);
        *self.lemmas.entry(base).or_insert(next)
    }

    fn add_list(&mut self, list: &'static str, flags: Flags) {
        for word in entries(list) {
            self.add_flags(word, flags);
        }
    }

    /// The base forms of the cues by their numbers.
    #[cfg(test)]
    fn bases(&self) -> Vec<&'static str> {
        let mut bases = vec![""; LEMMAS];
        for (base, &number) in &self.lemmas {
            bases[usize::from(number)] = base;
        }
        bases
    }

    #[expect(clippy::too_many_lines, reason = "a list of lists")]
    fn add_grammar(&mut self) {
        self.add_list(include_str!("en/grammar/adverbs.txt"), Flags::ADVERB);
        self.add_list(include_str!("en/grammar/auxiliaries.txt"), Flags::AUXILIARY);
        self.add_list(include_str!("en/grammar/modals.txt"), Flags::MODAL);
        self.add_list(
            include_str!("en/grammar/coordinators.txt"),
            Flags::COORDINATOR,
        );
        self.add_list(
            include_str!("en/grammar/determiners.txt"),
            Flags::DETERMINER,
        );
        self.add_list(include_str!("en/grammar/questions.txt"), Flags::QUESTION);
        self.add_list(include_str!("en/grammar/venues.txt"), Flags::VENUE);
        self.add_list(include_str!("en/grammar/nouns.txt"), Flags::NONE);
        self.add_list(include_str!("en/grammar/numbers.txt"), Flags::NUMBER);
        self.add_list(
            include_str!("en/grammar/postnominal.txt"),
            Flags::POSTNOMINAL,
        );
        self.add_list(
            include_str!("en/grammar/prepositions.txt"),
            Flags::PREPOSITION,
        );
        self.add_list(
            include_str!("en/grammar/subject_pronouns.txt"),
            Flags::SUBJECT,
        );
        self.add_list(
            include_str!("en/grammar/object_pronouns.txt"),
            Flags::OBJECT_PRONOUN,
        );
        self.add_list(include_str!("en/grammar/relatives.txt"), Flags::RELATIVE);
        self.add_list(
            include_str!("en/grammar/subordinators.txt"),
            Flags::SUBORDINATOR,
        );
        self.add_list(include_str!("en/grammar/time.txt"), Flags::TIME);
        self.add_list(include_str!("en/grammar/verbs.txt"), Flags::VERB);
        self.add_list(include_str!("en/grammar/works.txt"), Flags::WORK);
        for (word, flag) in [
            ("to", Flags::TO),
            ("of", Flags::OF),
            ("by", Flags::BY),
            ("that", Flags::THAT),
            ("but", Flags::BUT),
            ("as", Flags::AS),
            ("from", Flags::FROM),
            ("if", Flags::IF),
            ("unless", Flags::IF),
            ("i", Flags::FIRST_PERSON),
            ("we", Flags::FIRST_PERSON),
            ("my", Flags::FIRST_PERSON.or(Flags::POSSESSIVE)),
            ("our", Flags::FIRST_PERSON.or(Flags::POSSESSIVE)),
            ("me", Flags::FIRST_PERSON),
            ("us", Flags::FIRST_PERSON),
            ("you", Flags::YOU),
            ("your", Flags::YOU.or(Flags::POSSESSIVE)),
            ("it", Flags::IT),
            ("the", Flags::THE),
            ("his", Flags::POSSESSIVE),
            ("her", Flags::POSSESSIVE),
            ("its", Flags::POSSESSIVE),
            ("their", Flags::POSSESSIVE),
            ("when", Flags::WHEN),
        ] {
            self.add_flags(word, flag);
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
        for contrast in [
            "although", "compared", "despite", "though", "whereas", "while",
        ] {
            self.add_flags(contrast, Flags::CONTRAST);
        }
        for alone in [
            "all", "any", "both", "few", "half", "many", "most", "several", "some", "such", "that",
            "these", "this", "those",
        ] {
            self.add_flags(alone, Flags::ALONE);
        }
        for be in [
            "am", "are", "aren", "be", "been", "being", "is", "isn", "was", "wasn", "were", "weren",
        ] {
            self.add_flags(be, Flags::BE);
        }
        for have in ["had", "hadn", "has", "hasn", "have", "haven", "having"] {
            self.add_flags(have, Flags::HAVE);
        }
        for not in [
            "not", "never", "aren", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven",
            "isn", "mustn", "shouldn", "wasn", "weren", "won", "wouldn",
        ] {
            self.add_flags(not, Flags::NEGATION);
        }
    }

    fn add_cues(&mut self) {
        for line in entries(include_str!("en/cues/irregular.txt")) {
            let mut forms = line.split(' ');
            if let (Some(base), Some(past), Some(participle), Some(gerund)) =
                (forms.next(), forms.next(), forms.next(), forms.next())
            {
                self.irregular.insert(base, [past, participle, gerund]);
            }
        }
        for (list, flags) in [
            (include_str!("en/cues/clause.txt"), Flags::CLAUSE),
            (include_str!("en/cues/object.txt"), Flags::OBJECT),
            (include_str!("en/cues/person.txt"), Flags::PERSON),
            (include_str!("en/cues/infinitive.txt"), Flags::INFINITIVE),
            (include_str!("en/cues/label.txt"), Flags::LABEL),
            (include_str!("en/cues/speaking.txt"), Flags::SPEAKING),
            (include_str!("en/cues/thought.txt"), Flags::THOUGHT),
        ] {
            for verb in entries(list) {
                self.add_verb(verb, flags, 0);
            }
        }
        for entry in entries(include_str!("en/cues/prepositional.txt")) {
            if let Some((verb, preposition)) = entry.split_once(' ') {
                self.add_verb(verb, Flags::PREPOSITIONAL, preposition_bit(preposition));
            }
        }
        for noun in entries(include_str!("en/cues/noun.txt")) {
            let word = Word {
                flags: Flags::NOUN,
                prepositions: 0,
                lemma: self.lemma(noun),
                ..Word::default()
            };
            self.add(noun, word);
            self.add(&third_person(noun), word);
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

    /// Adds every form of a verb.
    fn add_verb(&mut self, base: &'static str, flags: Flags, prepositions: u32) {
        let (past, participle, gerund) = match self.irregular.get(base) {
            Some(&[past, participle, gerund]) => (past.into(), participle.into(), gerund.into()),
            None => (past(base), past(base), gerund(base)),
        };
        let lemma = self.lemma(base);
        for (form, word) in [
            (Flags::BASE, base),
            (Flags::PRESENT, &third_person(base)),
            (Flags::PAST, &past),
            (Flags::PARTICIPLE, &participle),
            (Flags::GERUND, &gerund),
        ] {
            self.add(
                word,
                Word {
                    flags: flags.or(form),
                    prepositions,
                    lemma,
                    ..Word::default()
                },
            );
        }
    }

    fn into_tables(self) -> QuotationTables {
        let size = (self.entries.len() * 2).max(16).next_power_of_two();
        let mut tables = QuotationTables {
            tags: vec![0; size],
            keys: vec![0; size],
            words: vec![Word::default(); size],
            shift: 64 - size.trailing_zeros(),
            weights: Weights::read(include_str!("en/indirect_weights.txt"), |base| {
                self.lemmas.get(base).copied()
            }),
            filter: vec![0; 1 << (FILTER_LOG2 - 6)],
            source_model: Model::parse(include_str!("en/weights/source.weights")),
            speech_model: Model::parse(include_str!("en/weights/speech.weights")),
        };
        for (text, word) in self.entries {
            let key = key(text.as_bytes());
            let mut slot = (hash(key) >> tables.shift) as usize;
            while tables.tags[slot & (size - 1)] != 0 {
                slot += 1;
            }
            let slot = slot & (size - 1);
            tables.tags[slot] = tag(hash(key));
            tables.keys[slot] = key;
            tables.words[slot] = Word {
                category: Category::of(word.flags),
                ..word
            };
            if word
                .flags
                .any(Flags::SAYING.or(Flags::NOUN).or(Flags::ACCORDING))
            {
                let bit = hash(key) >> (64 - FILTER_LOG2);
                tables.filter[(bit / 64) as usize] |= 1 << (bit % 64);
            }
        }
        tables
    }
}

/// The prepositions and particles that verbs of saying take.
const PREPOSITIONS: [&str; 20] = [
    "about", "against", "around", "as", "at", "back", "by", "for", "from", "in", "into", "of",
    "off", "on", "out", "over", "to", "up", "upon", "with",
];

/// The base forms of the English cues by their numbers.
#[cfg(test)]
pub(crate) fn cue_bases() -> Vec<&'static str> {
    let mut words = Words::default();
    words.add_cues();
    words.bases()
}

/// The bit of a preposition or particle in [`Word::prepositions`]; none for another word.
fn preposition_bit(word: &str) -> u32 {
    match PREPOSITIONS.binary_search(&word) {
        Ok(bit) => 1 << bit,
        Err(_) => 0,
    }
}

fn third_person(base: &str) -> String {
    match base.as_bytes() {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => format!("{base}es"),
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match base.as_bytes() {
        [.., b'e'] => format!("{base}d"),
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{base}ed"),
    }
}

fn gerund(base: &str) -> String {
    match base.as_bytes() {
        [.., before, b'e'] if *before != b'e' => format!("{}ing", &base[..base.len() - 1]),
        _ => format!("{base}ing"),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
