//! [`BoilerplateTables`]: the rules of a language for lines that are not story.
//!
#![doc = include_str!("boilerplate/rules.md")]

mod bag;
#[cfg(test)]
mod classes;
mod cursor;
mod filing;
mod flag;
mod reading;
mod shape;
mod stored;
mod words;

use std::borrow::Cow;

use regex::Regex;

use super::keyed::{KeyTable, key_of_all};
use super::stored::{Column, Records, Stored};
use crate::category::Category;
use crate::error::Error;
use bag::Words;
pub(crate) use bag::{Bag, WordSet};
pub(crate) use flag::RuleFlags;
pub(crate) use reading::examples;
pub(crate) use shape::Shapes;
use words::RuleReader;

/// A word that some rule names; 0 is every other word.
pub(crate) type WordId = u16;

/// The number of a [`WordSet`].
pub(crate) type SetId = u16;

/// Bytes of the longest word that a rule may name.
pub(crate) const LONGEST_WORD: usize = 24;

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    /// A word out of a set.
    Word(SetId),
    /// The same, or nothing.
    Optional(SetId),
    /// That mark.
    Mark(WordId),
    /// A run of capitalised words, at least that many.
    Name(u8),
    /// At most that many words of the sentence.
    Gap(u8),
    /// Any one word.
    Any,
    /// The end of the sentence.
    SentenceEnd,
    /// The end of the line.
    LineEnd,
}

impl Item {
    /// The largest number of words that it can match.
    const fn width(self) -> u8 {
        match self {
            Self::Word(_) | Self::Optional(_) | Self::Mark(_) | Self::Any => 1,
            Self::Name(_) => LONGEST_NAME,
            Self::Gap(most) => most,
            Self::SentenceEnd | Self::LineEnd => 0,
        }
    }
}

/// Words of the longest name that a pattern matches.
pub(crate) const LONGEST_NAME: u8 = 6;

/// Where a pattern may begin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Anchor {
    #[default]
    Anywhere,
    Sentence,
    Line,
}

/// A named rule; its patterns point at it.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) name: Cow<'static, str>,
    pub(crate) category: Category,
    pub(crate) flags: RuleFlags,
    pub(crate) on: bool,
}

/// A pattern of words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Pattern {
    pub(crate) rule: u16,
    pub(crate) anchor: Anchor,
    /// How many words a match may have before the one that the pattern is looked up by.
    pub(crate) reach: u8,
    items: (u32, u32),
}

/// The number of classes that a language may have; the bits above them say what a word is looked up for.
const MOST_CLASSES: u32 = 27;

/// The bit of the words that may stand before the one that opens a pattern.
pub(crate) const LEADS: u32 = 1 << MOST_CLASSES;

/// The bit of the words that patterns are looked up by, see [`BoilerplateTables::candidates`].
pub(crate) const fn keyed(at_end: bool, opening: bool) -> u32 {
    1 << (MOST_CLASSES + 1 + 2 * at_end as u32 + opening as u32)
}

/// The classes of words that the engine itself asks for, as bits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) ask: u32,
    pub(crate) object: u32,
    pub(crate) network: u32,
    pub(crate) you: u32,
    pub(crate) we: u32,
    pub(crate) say: u32,
    pub(crate) piece: u32,
    pub(crate) person: u32,
    pub(crate) abbreviation: u32,
    pub(crate) small: u32,
    pub(crate) rights: u32,
    pub(crate) outlet: u32,
    pub(crate) domain: u32,
}

/// The rules and the words they are made of.
#[derive(Debug, Clone, Default)]
pub(crate) struct BoilerplateTables {
    /// The numbers of words, from 1 on, and their classes.
    words: KeyTable<(WordId, u32)>,
    /// Per word, its classes.
    classes: Column<u32>,
    class_names: Vec<Cow<'static, str>>,
    pub(crate) known: Known,
    pub(crate) rules: Vec<Rule>,
    patterns: Column<Pattern>,
    /// The words and marks that a sentence must have for each pattern, all of them.
    needs: Column<Words>,
    items: Column<Item>,
    /// The sets of words that items refer to, each stored once.
    sets: Column<WordSet>,
    ids: Column<WordId>,
    /// The words of each class.
    members: Vec<Column<WordId>>,
    /// Per word, [`RuleFlags::INSIDE`] and [`RuleFlags::HEAD`] of the rules for lines that begin with it.
    openers: Column<RuleFlags>,
    /// Patterns to try where a word stands: those that count at the end, those that count above.
    /// Of either, the patterns for any place and those for the start of a sentence.
    at_end: [Index; 2],
    above: [Index; 2],
    /// The marks that every other sentence has.
    commas: [WordId; 2],
    /// The first pattern that a caller added; such patterns go before the built-in ones.
    own: u16,
    /// Patterns that are regular expressions, by number.
    pub(crate) regexes: Vec<(u16, Regex)>,
}

impl BoilerplateTables {
    /// English.
    pub(crate) fn english() -> Self {
        Self::restore(&mut &include_bytes!("en/tables/boilerplate")[..])
    }

    /// Tables of classes, a line of words for each, and of rules.
    #[cfg(test)]
    pub(super) fn of<'l>(
        classes: impl Iterator<Item = &'l str>,
        rules: &str,
    ) -> Result<Self, Error> {
        let mut reader = RuleReader::of(Self::default());
        classes.for_each(|line| reader.add_class(line));
        reader.note_known();
        reader.add_rules(rules, "boilerplate/rules")?;
        Ok(reader.finish())
    }

    /// These tables with a caller's rules, which go before the built-in ones.
    pub(crate) fn with_rules(mut self, list: &str, called: &str) -> Result<Self, Error> {
        if self.own == 0 {
            self.own = u16::try_from(self.patterns.len()).unwrap_or(0);
        }
        let mut reader = RuleReader::of(self);
        reader.add_rules(list, called)?;
        Ok(reader.finish())
    }

    /// Switches a rule off; false if there is none of that name.
    pub(crate) fn switch_off(&mut self, name: &str) -> bool {
        let rule = self.rules.iter_mut().find(|rule| rule.name == name);
        rule.map(|rule| rule.on = false).is_some()
    }

    /// Whether there is a rule of that name, switched on.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.rules.iter().any(|rule| rule.on && rule.name == name)
    }

    /// Whether a pattern belongs to a rule.
    #[cfg(test)]
    pub(crate) fn has_pattern(&self, name: &str) -> bool {
        let of_rule = |pattern: Pattern| self.rules[usize::from(pattern.rule)].name == name;
        self.patterns.iter().any(of_rule)
    }

    /// Leaves on the rule called `name` alone.
    pub(crate) fn leave_on(&mut self, name: &str) -> Option<&Rule> {
        for rule in &mut self.rules {
            rule.on = rule.name == name;
        }
        self.rules.iter().find(|rule| rule.on)
    }

    /// The sort key of the patterns that match a sentence; the lowest wins.
    pub(crate) const fn rank(&self, pattern: u16) -> u16 {
        pattern.wrapping_sub(self.own)
    }

    /// The number and the classes of a word of a line.
    pub(crate) fn look_up(&self, word: &str) -> (WordId, u32) {
        self.look_up_key(key_of_all(word.as_bytes()))
    }

    /// The same for a word given by its [`key`](super::keyed::key).
    #[inline]
    pub(crate) fn look_up_key(&self, key: u64) -> (WordId, u32) {
        self.words.look_up(key).0
    }

    /// The pattern of that number.
    #[inline]
    pub(crate) fn pattern(&self, number: u16) -> Pattern {
        self.patterns.at(usize::from(number))
    }

    /// The rule of a pattern.
    pub(crate) fn rule(&self, pattern: u16) -> &Rule {
        &self.rules[usize::from(self.pattern(pattern).rule)]
    }

    /// The steps of a pattern.
    #[inline]
    pub(crate) fn items(&self, pattern: &Pattern) -> Records<'_, Item> {
        let (from, to) = pattern.items;
        self.items.part(from as usize..to as usize)
    }

    /// The words that an item stands for.
    #[inline]
    pub(crate) fn set(&self, number: SetId) -> WordSet {
        self.sets.at(usize::from(number))
    }

    /// The words that a set names.
    fn named(&self, set: &WordSet) -> Records<'_, WordId> {
        let from = set.from as usize;
        self.ids.part(from..from + usize::from(set.len))
    }

    /// Whether a rule for lines begins with a word that counts inside or above the story, which
    /// `flags` say.
    pub(crate) fn opens(&self, word: WordId, flags: RuleFlags) -> bool {
        let opened = self.openers.get(usize::from(word));
        opened.is_some_and(|opened| opened.any(flags))
    }

    /// Whether a word is in a set.
    pub(crate) fn is_in(&self, set: &WordSet, word: WordId, shapes: Shapes, classes: u32) -> bool {
        let any = &set.any;
        any.shapes.any(shapes)
            || any.classes & classes != 0
            || (any.words.may_hold(word) && self.named(set).any(|named| named == word))
    }

    /// Whether a pattern needs a word that the sentence lacks; false if unsure.
    #[inline]
    pub(crate) fn lacks(&self, pattern: u16, sentence: &Bag) -> bool {
        let lacks_one =
            |item: Item| matches!(item, Item::Word(set) if !self.set(set).any.meets(sentence));
        self.needs.at(usize::from(pattern)).exceed(&sentence.words)
            || self.items(&self.pattern(pattern)).any(lacks_one)
    }

    /// The patterns that may match where a word stands, for lines at the end or above.
    pub(crate) fn candidates(
        &self,
        at_end: bool,
        opening: bool,
        word: WordId,
        shapes: Shapes,
    ) -> impl Iterator<Item = u16> {
        let indices = if at_end { &self.at_end } else { &self.above };
        let index = &indices[usize::from(opening)];
        let keys = if shapes.any(Shapes::ANY_KEY) {
            &Shapes::KEYS[..]
        } else {
            &[]
        };
        let by_shape = (self.classes.len()..)
            .zip(keys)
            .filter(move |(_, key)| shapes.any(**key))
            .map(|(at, _)| index.of(at));
        let by_word = index.of(usize::from(word));
        by_word.chain(by_shape.flatten())
    }
}

/// Patterns by the word that they are looked up by; shapes are counted as words after the last.
#[derive(Debug, Clone, Default)]
struct Index {
    /// Per word, where its patterns begin; two more at the end.
    starts: Column<u32>,
    patterns: Column<u16>,
}

impl Index {
    /// Puts patterns in the order of the keys that they are filed under, each of which is a word
    /// below `words` or a shape after them.
    fn new(words: usize, filed: &[(WordId, u16)]) -> Self {
        let mut starts = vec![0; words + Shapes::KEYS.len() + 2];
        for (key, _) in filed {
            starts[usize::from(*key) + 2] += 1;
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        // where the next pattern of each key goes; at the end, where those of the next key begin
        let mut patterns = vec![0; filed.len()];
        for (key, pattern) in filed {
            let at = &mut starts[usize::from(*key) + 1];
            patterns[*at as usize] = *pattern;
            *at += 1;
        }
        Self {
            starts: starts.into_iter().collect(),
            patterns: patterns.into_iter().collect(),
        }
    }

    fn of(&self, key: usize) -> Records<'_, u16> {
        let start = |key| self.starts.get(key).unwrap_or_default() as usize;
        self.patterns.part(start(key)..start(key + 1))
    }
}
