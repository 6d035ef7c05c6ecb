//! Decides which word each pattern of [`BoilerplateTables`] is looked up by.

use super::{
    ANY, Anchor, BoilerplateTables, Filter, Item, Pattern, WordId, filter, flag, keyed, shape,
};

impl BoilerplateTables {
    /// Files each pattern from `first` on under the rarest of its words.
    pub(super) fn file_patterns(&mut self, first: usize) {
        let mut uses = vec![0; self.classes.len()];
        for &id in &self.ids {
            uses[usize::from(id)] += 1;
        }
        for at in first..self.patterns.len() {
            let pattern = self.patterns[at];
            self.note_opener(&pattern);
            let openings = self.openings(&pattern);
            let keys = match openings {
                0 => self.rarest(&pattern, &uses).map(|key| key..=key),
                _ => Some(0..=openings - 1),
            };
            let Some(keys) = keys else { continue };
            let key = *keys.end();
            let before = &self.items(&pattern)[..key];
            let reach = before.iter().map(Item::width).fold(0, u8::saturating_add);
            self.patterns[at].reach = reach;
            self.patterns[at].needs = self.needs(&pattern, key);
            for key in keys {
                let item = self.items(&pattern)[key];
                self.file(at, item, openings > 0);
            }
        }
    }

    /// How many items a pattern for the start of a sentence is looked up by, from the first on: up
    /// to the first that must be there. 0 if the start does not tell.
    fn openings(&self, pattern: &Pattern) -> usize {
        let items = self.items(pattern);
        let needed = |item: &Item| !matches!(item, Item::Optional(_));
        let first = items.iter().position(needed);
        let told = |item: &Item| match item {
            Item::Optional(set) => self.cost(&Item::Word(*set), &[]).is_some(),
            _ => self.cost(item, &[]).is_some(),
        };
        match first {
            Some(at) if pattern.anchor != Anchor::Anywhere => {
                let told = items[..=at].iter().all(told);
                if told { at + 1 } else { 0 }
            }
            _ => 0,
        }
    }

    /// The item of a pattern that is met least often.
    fn rarest(&self, pattern: &Pattern, uses: &[u32]) -> Option<usize> {
        let items = self.items(pattern).iter().enumerate();
        let costs = items.filter_map(|(at, item)| Some((self.cost(item, uses)?, at)));
        costs.min().map(|(_, at)| at)
    }

    /// The two rarest items of a pattern besides the one that it is looked up by.
    fn needs(&self, pattern: &Pattern, key: usize) -> [Filter; 2] {
        let mut needs = [ANY; 2];
        for (at, &item) in self.items(pattern).iter().enumerate() {
            let told = match item {
                Item::Word(set) => set.shapes == 0,
                Item::Mark(_) => true,
                _ => false,
            };
            if at == key || !told {
                continue;
            }
            let filter = filter(self.words_of(&item));
            needs.sort_unstable_by_key(|need| need.count_ones());
            if filter.count_ones() < needs[1].count_ones() {
                needs[1] = filter;
            }
        }
        needs
    }

    /// How often a pattern filed under `item` would be tried; nothing if it cannot be.
    pub(super) fn cost(&self, item: &Item, uses: &[u32]) -> Option<u32> {
        let set = match item {
            Item::Word(set) => set,
            Item::Mark(id) => return Some(self.mark_cost(*id, uses)),
            _ => return None,
        };
        if set.shapes & (shape::CAPITAL | shape::UPPER) != 0 {
            return None;
        }
        let small = self.known.small;
        let word_cost = |id: &WordId| {
            let common = self.classes[usize::from(*id)] & small != 0;
            if common {
                200
            } else {
                uses.get(usize::from(*id)).copied().unwrap_or(1)
            }
        };
        let ids = &self.ids[set.from as usize..][..usize::from(set.len)];
        Some(
            ids.iter().map(word_cost).sum::<u32>()
                + set.classes.count_ones() * 12
                + u32::from(set.shapes) * 4,
        )
    }

    fn mark_cost(&self, mark: WordId, uses: &[u32]) -> u32 {
        let common = self.commas.contains(&mark);
        let uses = uses.get(usize::from(mark)).copied().unwrap_or(1);
        if common { 400 } else { uses * 4 }
    }

    /// Marks the words with which a pattern for lines inside the story begins; the smallest words
    /// begin too many other lines.
    fn note_opener(&mut self, pattern: &Pattern) {
        let inside = self.rules[usize::from(pattern.rule)].flags & flag::INSIDE != 0;
        if !inside || pattern.anchor != Anchor::Line {
            return;
        }
        let first = self.items(pattern).first();
        let first = first.filter(|item| !matches!(item, Item::Optional(_)));
        let words: Vec<WordId> = first.map_or_else(Vec::new, |item| self.words_of(item).collect());
        self.openers.resize(self.classes.len(), false);
        for word in words {
            let small = self.classes[usize::from(word)] & self.known.small != 0;
            self.openers[usize::from(word)] |= !small;
        }
    }

    /// The words that an item names, by themselves and by their class.
    fn words_of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = WordId> + 'a {
        let (named, classes) = match item {
            Item::Mark(id) => (core::slice::from_ref(id), 0),
            Item::Word(set) | Item::Optional(set) => {
                let named = &self.ids[set.from as usize..][..usize::from(set.len)];
                (named, set.classes)
            }
            _ => (&[][..], 0),
        };
        let members = self.members.iter().enumerate();
        let members = members.filter(move |(bit, _)| classes & (1 << bit) != 0);
        let members = members.flat_map(|(_, members)| members);
        named.iter().chain(members).copied()
    }

    fn file(&mut self, pattern: usize, item: Item, opening: bool) {
        let Ok(number) = u16::try_from(pattern) else {
            return;
        };
        let flags = self.rule(number).flags;
        let words: Vec<WordId> = self.words_of(&item).collect();
        let shapes = match item {
            Item::Word(set) | Item::Optional(set) => set.shapes,
            _ => 0,
        };
        let at_end = flags & flag::NOT_TAIL == 0;
        let above = flags & (flag::INSIDE | flag::HEAD) != 0;
        for (at_end, counts) in [(true, at_end), (false, above)] {
            if counts {
                let keyed = keyed(at_end, opening);
                for &word in &words {
                    self.classes[usize::from(word)] |= keyed;
                }
                let indices = if at_end {
                    &mut self.at_end
                } else {
                    &mut self.above
                };
                indices[usize::from(opening)].file(number, &words, shapes);
            }
        }
    }
}
