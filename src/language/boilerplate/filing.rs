//! Decides which word each pattern of [`BoilerplateTables`] is looked up by.

use super::{
    Anchor, BoilerplateTables, Index, Item, LEADS, Pattern, RuleFlags, Shapes, WordId, keyed,
};

impl BoilerplateTables {
    /// Whether a pattern can be filed under an item: a required one that few words match.
    pub(super) fn can_be_key(&self, item: Item) -> bool {
        const COMMON: Shapes = Shapes::CAPITAL.or(Shapes::UPPER).or(Shapes::LOWER);
        match item {
            Item::Word(set) => !self.set(set).any.has_shape(COMMON),
            item => matches!(item, Item::Mark(_)),
        }
    }

    /// Files every pattern under its rarest word.
    pub(super) fn file_patterns(&mut self) {
        let uses = self.uses();
        let mut filed = Filed::default();
        for number in (0..=u16::MAX).take(self.patterns.len()) {
            let mut pattern = self.pattern(number);
            self.note_opener(&pattern);
            let opening = self.opening(&pattern);
            let Some(key) = opening.or_else(|| self.rarest(&pattern, &uses)) else {
                continue;
            };
            let items: Vec<Item> = self.items(&pattern).collect();
            let before = items[..key].iter();
            pattern.reach = before.map(|item| item.width()).fold(0, u8::saturating_add);
            self.patterns.set(usize::from(number), pattern);
            if opening.is_some() {
                for &lead in &items[..key] {
                    self.mark(lead, LEADS);
                }
            }
            self.file(number, items[key], opening.is_some(), &mut filed);
        }
        let words = self.classes.len();
        let [[above, opens_above], [at_end, opens_end]] = filed.0;
        self.above = [above, opens_above].map(|filed| Index::new(words, &filed));
        self.at_end = [at_end, opens_end].map(|filed| Index::new(words, &filed));
    }

    /// The first required item of a pattern for the start of a sentence, if the pattern can be looked up
    /// by it and by what may stand before it.
    fn opening(&self, pattern: &Pattern) -> Option<usize> {
        let items: Vec<Item> = self.items(pattern).collect();
        let needed = |item: &Item| !matches!(item, Item::Optional(_));
        let first = items.iter().position(needed)?;
        let named = |item: &Item| matches!(item, Item::Optional(set) if self.set(*set).any.shapes == Shapes::NONE);
        let told = pattern.anchor != Anchor::Anywhere
            && items[..first].iter().all(named)
            && self.can_be_key(items[first]);
        told.then_some(first)
    }

    /// The rarest item of a pattern.
    fn rarest(&self, pattern: &Pattern, uses: &[u32]) -> Option<usize> {
        let items = self.items(pattern).enumerate();
        let costs = items.filter_map(|(at, item)| Some((self.cost(item, uses)?, at)));
        costs.min().map(|(_, at)| at)
    }

    /// A rough measure of how often a pattern filed under `item` would be tried; `None` if it cannot be
    /// filed there.
    fn cost(&self, item: Item, uses: &[u32]) -> Option<u32> {
        let set = match item {
            Item::Mark(id) => return Some(self.mark_cost(id, uses)),
            Item::Word(set) if self.can_be_key(item) => self.set(set),
            _ => return None,
        };
        let word_cost = |id: WordId| {
            let common = self.classes_of(id) & self.known.small != 0;
            if common { 200 } else { uses[usize::from(id)] }
        };
        let named = self.named(&set).map(word_cost).sum::<u32>();
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
        let first = self.items(pattern).next();
        let Some(first) = first.filter(|item| !matches!(item, Item::Optional(_))) else {
            return;
        };
        while self.openers.len() < self.classes.len() {
            self.openers.push(RuleFlags::NONE);
        }
        for word in self.words_of(first) {
            let small = self.classes_of(word) & self.known.small != 0;
            if let Some(opener) = self.openers.get(usize::from(word)).filter(|_| !small) {
                self.openers.set(usize::from(word), opener.or(flags));
            }
        }
    }

    /// Sets a bit of every word that an item names.
    fn mark(&mut self, item: Item, bit: u32) {
        for word in self.words_of(item) {
            self.add_classes(word, bit);
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
                let members = classes.flat_map(|(_, members)| members.iter());
                self.named(&set).chain(members).collect()
            }
            _ => Vec::new(),
        }
    }

    /// How often each word is named.
    fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.classes.len()];
        for item in self.items.iter() {
            if let Item::Word(set) | Item::Optional(set) = item {
                for word in self.named(&self.set(set)) {
                    uses[usize::from(word)] += 1;
                }
            }
        }
        uses
    }

    /// Files a pattern under an item of it.
    fn file(&mut self, number: u16, item: Item, opening: bool, filed: &mut Filed) {
        let flags = self.rule(number).flags;
        let at_end = !flags.any(RuleFlags::NOT_TAIL);
        let above = flags.any(RuleFlags::ABOVE);
        let asked = match item {
            Item::Word(set) => self.set(set).any.shapes,
            _ => Shapes::NONE,
        };
        let words = self.classes.len() as u16;
        let shapes = Shapes::KEYS.into_iter().zip(words..);
        let shapes = shapes.filter_map(|(key, at)| asked.any(key).then_some(at));
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

/// Patterns with the words or shapes that they are looked up by, not yet sorted: those that count above,
/// then those that count at the end; of each, those for any place, then those for the start.
#[derive(Default)]
struct Filed([[Vec<(WordId, u16)>; 2]; 2]);
