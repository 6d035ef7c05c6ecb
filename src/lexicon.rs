//! [`Lexicon`]: a word table looked up by slice, ASCII case folded, without allocating.
//!
//! Knows nothing of what its words mean; [`language`](crate::language) fills it.

use std::borrow::Cow;

use crate::language::stored::{Bytes, Stored};

/// Words, lower case, each with a value.
///
/// Open addressing with a load of at most one half; a lookup hashes both ends
/// of the word, so its cost does not grow with hostile words. Most words of a
/// text are in no list: a byte of the hash per slot tells them without a
/// comparison.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon<V> {
    /// Per slot, 0 if it is empty or else [`tag`] of its word.
    tags: Vec<u8>,
    slots: Vec<Option<(Cow<'static, str>, V)>>,
    len: usize,
}

impl<V: Copy> Lexicon<V> {
    /// An empty table.
    pub(crate) const fn new() -> Self {
        Self {
            tags: Vec::new(),
            slots: Vec::new(),
            len: 0,
        }
    }

    /// Puts `word`, which must be lower case; a later value replaces an earlier one.
    pub(crate) fn insert(&mut self, word: Cow<'static, str>, value: V) {
        if (self.len + 1) * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(16));
        }
        let hash = hash(word.as_bytes());
        let at = self.slot(&word, hash);
        self.len += usize::from(self.tags[at] == 0);
        self.tags[at] = tag(hash);
        self.slots[at] = Some((word, value));
    }

    /// The value of `word` in any ASCII case.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(word, hash(word.as_bytes()))]
            .as_ref()
            .map(|&(_, value)| value)
    }

    /// Whether `word` is there in any ASCII case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The slot of `word`, or the empty one where it belongs.
    fn slot(&self, word: &str, hash: usize) -> usize {
        let mask = self.slots.len() - 1;
        let tag = tag(hash);
        let mut at = hash & mask;
        while self.tags[at] != 0 && !(self.tags[at] == tag && self.holds(at, word)) {
            at = (at + 1) & mask;
        }
        at
    }

    fn holds(&self, at: usize, word: &str) -> bool {
        let entry = self.slots[at].as_ref();
        entry.is_some_and(|(entry, _)| entry == word || entry.eq_ignore_ascii_case(word))
    }

    /// Makes a table of `size` slots, a power of two.
    fn resize(&mut self, size: usize) {
        let old = std::mem::take(&mut self.slots);
        self.tags = vec![0; size];
        self.slots.resize_with(size, || None);
        for entry in old.into_iter().flatten() {
            let hash = hash(entry.0.as_bytes());
            let at = self.slot(&entry.0, hash);
            self.tags[at] = tag(hash);
            self.slots[at] = Some(entry);
        }
    }
}

/// The words with their values.
impl<V: Copy + Stored> Stored for Lexicon<V> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        let known: Vec<_> = self.slots.iter().flatten().cloned().collect();
        known.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        let mut table = Self::new();
        let words = u32::restore(from);
        table.resize((words as usize * 2).next_power_of_two().max(16));
        for _ in 0..words {
            let (word, value) = <(Cow<'static, str>, V)>::restore(from);
            table.insert(word, value);
        }
        table
    }
}

/// A byte of a hash that the slot's number does not use; never 0.
#[allow(clippy::cast_possible_truncation)] // a byte is wanted
fn tag(hash: usize) -> u8 {
    (hash >> 24) as u8 | 1
}

/// Folds ASCII case by setting bit 5 of every byte, which merges a few non-letters too: good
/// enough for a hash, the comparison decides.
#[allow(clippy::cast_possible_truncation)] // the low bits are all a table index needs
fn hash(word: &[u8]) -> usize {
    const FOLD: u64 = 0x2020_2020_2020_2020;
    let (head, tail) = match word {
        [] => (0, 0),
        [a] => (u64::from(*a), 0),
        [a, .., z] if word.len() < 4 => {
            let middle = word[word.len() / 2];
            (
                u64::from(*a) | u64::from(middle) << 8 | u64::from(*z) << 16,
                0,
            )
        }
        _ if word.len() < 8 => (four(word), four(&word[word.len() - 4..])),
        _ => (eight(word), eight(&word[word.len() - 8..])),
    };
    let mixed = (head | FOLD).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (tail | FOLD)
            .wrapping_mul(0xc2b2_ae3d_27d4_eb4f)
            .rotate_left(29)
        ^ word.len() as u64;
    (mixed ^ mixed >> 32) as usize
}

fn four(bytes: &[u8]) -> u64 {
    u64::from(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

fn eight(bytes: &[u8]) -> u64 {
    four(bytes) | four(&bytes[4..]) << 32
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn folds_ascii_case_only() {
        let mut lexicon = Lexicon::new();
        for word in ["mr", "mrs", "said", "spokeswoman", "élan"] {
            lexicon.insert(word.into(), 7);
        }
        for word in [
            "mr",
            "Mr",
            "MR",
            "mrs",
            "Said",
            "SPOKESWOMAN",
            "élan",
            "éLAN",
        ] {
            assert_eq!(lexicon.get(word), Some(7), "{word}");
        }
        for word in ["", "m", "mr.", "saidx", "spokesman", "ÉLAN", "[r"] {
            assert_eq!(lexicon.get(word), None, "{word}");
        }
    }

    #[test]
    fn grows_and_replaces() {
        let mut lexicon = Lexicon::new();
        for n in 0..1000_u32 {
            lexicon.insert(n.to_string().into(), n);
        }
        lexicon.insert("7".into(), 8);
        assert_eq!(lexicon.get("7"), Some(8));
        assert!((8..1000).all(|n| lexicon.get(&n.to_string()) == Some(n)));
    }
}
