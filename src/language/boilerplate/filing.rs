//! Decides which word each pattern of [`BoilerplateTables`] is looked up by.

use super::{
    Anchor, BoilerplateTables, Index, Item, LEADS, Pattern, RuleFlags, Shapes, WordId, keyed,
};

impl BoilerplateTables {
    /// Whether a pattern can be filed under an item: it must be there, and few words be like it.
    pub(super) fn can_be_key(&self, item: Item) -> bool {
        const COMMON: Shapes = Shapes::CAPITAL.or(Shapes::UPPER).or(Shapes::LOWER);
        match item {
            Item::Word(set) => !self.set(set).any.has_shape(COMMON),
            item => matches!(item, Item::Mark(_)),
        }
    }

    /// Files every pattern under the rarest of its words.
    pub(super) fn file_patterns(&mut self) {
        let uses = self.uses();
        let mut filed = Filed::default();
        for at in 0..self.patterns.len() {
            let pattern = self.patterns[at];
            self.note_opener(&pattern);
            let opening = self.opening(&pattern);
            let Some(key) = opening.or_else(|| self.rarest(&pattern, &uses)) else {
                continue;
            };
            let (from, key) = (pattern.items.0 as usize, pattern.items.0 as usize + key);
            let before = self.items[from..key].iter();
            self.patterns[at].reach = before.map(|item| item.width()).fold(0, u8::saturating_add);
            if opening.is_some() {
                for lead in from..key {
                    self.mark(self.items[lead], LEADS);
                }
            }
            self.file(at, self.items[key], opening.is_some(), &mut filed);
        }
        let words = self.classes.len();
        let [[above, opens_above], [at_end, opens_end]] = filed.0;
        self.above = [above, opens_above].map(|filed| Index::new(words, &filed));
        self.at_end = [at_end, opens_end].map(|filed| Index::new(words, &filed));
    }

    /// The first item of a pattern for the start of a sentence that must be there, if it and what
    /// may stand before it tell where to look the pattern up.
    fn opening(&self, pattern: &Pattern) -> Option<usize> {
        let items = self.items(pattern);
        let needed = |item: &Item| !matches!(item, Item::Optional(_));
        let first = items.iter().position(needed)?;
        let named = |item: &Item| matches!(item, Item::Optional(set) if self.set(*set).any.shapes == Shapes::NONE);
        let told = pattern.anchor != Anchor::Anywhere
            && items[..first].iter().all(named)
            && self.can_be_key(items[first]);
        told.then_some(first)
    }

    /// The item of a pattern that is met least often.
    fn rarest(&self, pattern: &Pattern, uses: &[u32]) -> Option<usize> {
        let items = self.items(pattern).iter().copied().enumerate();
        let costs = items.filter_map(|(at, item)| Some((self.cost(item, uses)?, at)));
        costs.min().map(|(_, at)| at)
    }

    /// How often a pattern filed under `item` would be tried; nothing if it cannot be.
    fn cost(&self, item: Item, uses: &[u32]) -> Option<u32> {
        let set = match item {
            Item::Mark(id) => return Some(self.mark_cost(id, uses)),
            Item::Word(set) if self.can_be_key(item) => self.set(set),
            _ => return None,
        };
        let word_cost = |id: &WordId| {
            let common = self.classes[usize::from(*id)] & self.known.small != 0;
            if common { 200 } else { uses[usize::from(*id)] }
        };
        let named = set.named(&self.ids).iter().map(word_cost).sum::<u32>();
        let classes = set.any.classes.count_ones() * 12;
        Some(named + classes + set.any.shapes.len() * 60)
    }

    fn mark_cost(&self, mark: WordId, uses: &[u32]) -> u32 {
        let common = self.commas.contains(&mark);
        if common {
            400
        } else {
            uses[usize::from(mark)] * 4
        }
    }

    /// Marks the words with which a pattern for lines inside or above the story begins; the smallest
    /// words begin too many other lines.
    fn note_opener(&mut self, pattern: &Pattern) {
        let flags = self.rules[usize::from(pattern.rule)]
            .flags
            .only(RuleFlags::ABOVE);
        if flags == RuleFlags::NONE || pattern.anchor != Anchor::Line {
            return;
        }
        let first = self.items(pattern).first().copied();
        let Some(first) = first.filter(|item| !matches!(item, Item::Optional(_))) else {
            return;
        };
        self.openers.resize(self.classes.len(), RuleFlags::NONE);
        for word in self.words_of(first) {
            let small = self.classes[usize::from(word)] & self.known.small != 0;
            if !small {
                let opener = &mut self.openers[usize::from(word)];
                *opener = opener.or(flags);
            }
        }
    }

    /// Sets a bit of every word that an item names.
    fn mark(&mut self, item: Item, bit: u32) {
        for word in self.words_of(item) {
            self.classes[usize::from(word)] |= bit;
        }
    }

    /// The words that an item names, by themselves and by their class.
    fn words_of(&self, item: Item) -> Vec<WordId> {
        match item {
            Item::Mark(mark) => vec![mark],
            Item::Word(set) | Item::Optional(set) => {
                let set = self.set(set);
                let classes = self.members.iter().enumerate();
                let classes = classes.filter(|(bit, _)| set.any.classes & (1 << bit) != 0);
                let members = classes.flat_map(|(_, members)| members);
                let words = set.named(&self.ids).iter().chain(members);
                words.copied().collect()
            }
            _ => Vec::new(),
        }
    }

    /// How often each word is named.
    fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.classes.len()];
        for item in &self.items {
            if let Item::Word(set) | Item::Optional(set) = item {
                for word in self.set(*set).named(&self.ids) {
                    uses[usize::from(*word)] += 1;
                }
            }
        }
        uses
    }

    /// Files a pattern under an item of it.
    fn file(&mut self, pattern: usize, item: Item, opening: bool, filed: &mut Filed) {
        let Ok(number) = u16::try_from(pattern) else {
            return;
        };
        let flags = self.rule(number).flags;
        let at_end = !flags.any(RuleFlags::NOT_TAIL);
        let above = flags.any(RuleFlags::ABOVE);
        let asked = match item {
            Item::Word(set) => self.set(set).any.shapes,
            _ => Shapes::NONE,
        };
        let words = self.classes.len() as u16;
        let shapes = (words..).zip(Shapes::KEYS);
        let shapes = shapes.filter_map(|(at, key)| asked.any(key).then_some(at));
        for (counts, list) in [above, at_end].into_iter().zip(&mut filed.0) {
            if counts {
                let list = &mut list[usize::from(opening)];
                let words = self.words_of(item).into_iter();
                list.extend(words.chain(shapes.clone()).map(|key| (key, number)));
            }
        }
        let bit = |at_end, counts| keyed(at_end, opening) * u32::from(counts);
        self.mark(item, bit(true, at_end) | bit(false, above));
    }
}

/// Patterns with the words or shapes that they are looked up by, not yet in order: those that
/// count above, those that count at the end; of either, for any place and for the start.
#[derive(Default)]
struct Filed([[Vec<(WordId, u16)>; 2]; 2]);
