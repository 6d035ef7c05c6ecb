//! [`Lexicon`]: a word table looked up by slice, ASCII case folded, without allocating.
//!
//! Knows nothing of what its words mean; [`language`](crate::language) fills it.

use crate::language::stored::{Bytes, Column, Record, Stored};

/// Words, lower case, each with a value.
///
/// Open addressing with a load of at most one half; a lookup hashes both ends
/// of the word, so its cost does not grow with hostile words. Most words of a
/// text are in no list: one byte of the hash per slot rules them out without
/// a comparison.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon<V> {
    /// Per slot, 0 if it is empty or else [`tag`] of its word.
    tags: Column<u8>,
    /// Where the letters of each word are, and its value.
    slots: Column<((u32, u8), V)>,
    letters: Column<u8>,
    len: u32,
}

impl<V: Record + Default> Lexicon<V> {
    /// Puts `word`, which must be lower case and is at most 255 bytes of a word; a later value
    /// replaces an earlier one.
    pub(crate) fn insert(&mut self, word: &str, value: V) {
        if (self.len as usize + 1) * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(16));
        }
        let from = self.letters.len() as u32;
        let letters = word.as_bytes();
        for letter in letters {
            self.letters.push(*letter);
        }
        self.enter(letters, ((from, letters.len() as u8), value));
    }

    /// The value of `word` in any ASCII case.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        let word = word.as_bytes();
        let at = self.slot(word, hash(word))?;
        let entry = self.slots.get(at).filter(|_| self.tags.get(at) != Some(0));
        entry.map(|(_, value)| value)
    }

    /// Whether `word` is there in any ASCII case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The slot of a word, or the empty one where it belongs; none in a table without slots.
    fn slot(&self, word: &[u8], hash: usize) -> Option<usize> {
        let mask = self.tags.len().checked_sub(1)?;
        let tag = tag(hash);
        let mut at = hash & mask;
        loop {
            match self.tags.get(at)? {
                0 => return Some(at),
                known if known == tag && self.holds(at, word) => return Some(at),
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn holds(&self, at: usize, word: &[u8]) -> bool {
        let entry = self.slots.get(at).map(|(place, _)| self.word(place));
        entry.is_some_and(|entry| entry == word || entry.eq_ignore_ascii_case(word))
    }

    fn word(&self, (from, len): (u32, u8)) -> &[u8] {
        let from = from as usize;
        self.letters.bytes(from..from + usize::from(len))
    }

    /// Puts a word into its slot.
    fn enter(&mut self, word: &[u8], entry: ((u32, u8), V)) {
        let hash = hash(word);
        if let Some(at) = self.slot(word, hash) {
            self.len += u32::from(self.tags.get(at) == Some(0));
            self.tags.set(at, tag(hash));
            self.slots.set(at, entry);
        }
    }

    /// Makes a table of `size` slots, a power of two.
    fn resize(&mut self, size: usize) {
        let larger = Self {
            tags: Column::filled(0, size),
            slots: Column::filled(Default::default(), size),
            letters: self.letters.clone(),
            len: 0,
        };
        let old = std::mem::replace(self, larger);
        let entries = old.tags.iter().zip(old.slots.iter());
        for (_, entry) in entries.filter(|(tag, _)| *tag != 0) {
            self.enter(old.word(entry.0), entry);
        }
    }
}

impl<V: Record> Stored for Lexicon<V> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.tags.store(to);
        self.slots.store(to);
        self.letters.store(to);
        self.len.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self {
            tags: Stored::restore(from),
            slots: Stored::restore(from),
            letters: Stored::restore(from),
            len: Stored::restore(from),
        }
    }
}

/// A byte of a hash that the slot's number does not use; never 0.
fn tag(hash: usize) -> u8 {
    (hash >> 24) as u8 | 1
}

/// Folds ASCII case by setting bit 5 of every byte, which merges a few non-letters too: good
/// enough for a hash, the comparison decides.
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
        let mut lexicon = Lexicon::default();
        for word in ["mr", "mrs", "said", "spokeswoman", "élan"] {
            lexicon.insert(word, 7_u32);
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
        let mut lexicon = Lexicon::default();
        for n in 0..1000_u32 {
            lexicon.insert(&n.to_string(), n);
        }
        lexicon.insert("7", 8);
        assert_eq!(lexicon.get("7"), Some(8));
        assert!((8..1000).all(|n| lexicon.get(&n.to_string()) == Some(n)));
    }
}
