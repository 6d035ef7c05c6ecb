//! [`Lexicon`]: a word table looked up by slice, ASCII case folded, without allocating.
//!
//! Knows nothing of what its words mean; [`language`](crate::language) fills it.

use std::borrow::Cow;

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

    /// An empty table with room for so many words.
    pub(crate) fn with_room(words: usize) -> Self {
        let mut table = Self::new();
        table.resize((words * 2).next_power_of_two());
        table
    }

    /// Puts every entry of a built-in list under `value`.
    pub(crate) fn add_list(&mut self, list: &'static str, value: V) {
        for entry in entries(list) {
            self.insert(Cow::Borrowed(entry), value);
        }
    }

    /// Puts `word`, which must be lower case; a later value replaces an earlier one.
    pub(crate) fn insert(&mut self, word: Cow<'static, str>, value: V) {
        self.change(word, |_| value);
    }

    /// Gives `word`, which must be lower case, another value by the one that it had.
    pub(crate) fn change(&mut self, word: Cow<'static, str>, value: impl FnOnce(Option<V>) -> V) {
        if (self.len + 1) * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(16));
        }
        let hash = hash(word.as_bytes());
        let at = self.slot(&word, hash);
        if let Some((_, known)) = &mut self.slots[at] {
            *known = value(Some(*known));
            return;
        }
        self.len += 1;
        self.tags[at] = tag(hash);
        self.slots[at] = Some((word, value(None)));
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

/// A byte of a hash that the slot's number does not use; never 0.
#[allow(clippy::cast_possible_truncation)] // a byte is wanted
fn tag(hash: usize) -> u8 {
    (hash >> 24) as u8 | 1
}

/// The entries of a list: one a line, `#` starts a comment, blank lines are skipped.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    core::iter::from_fn(move || {
        while !rest.is_empty() {
            let (line, after) = cut(rest, b'\n');
            let (entry, _) = cut(line, b'#');
            rest = after;
            let entry = entry.trim_ascii();
            if !entry.is_empty() {
                return Some(entry);
            }
        }
        None
    })
}

/// The pieces of `text` between bytes `mark`, an ASCII one, which are short.
pub(crate) fn pieces(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest?;
        let end = near(text.as_bytes(), mark);
        rest = text.get(end + 1..);
        Some(&text[..end])
    })
}

/// What stands before and behind the first `mark`, an ASCII byte that is near.
fn cut(text: &str, mark: u8) -> (&str, &str) {
    let end = near(text.as_bytes(), mark);
    (&text[..end], text.get(end + 1..).unwrap_or_default())
}

/// Where the first `byte` stands, or else the end; what is but a few bytes away is found sooner than
/// by a search that is made for long texts.
pub(crate) fn near(text: &[u8], byte: u8) -> usize {
    let mut at = 0;
    while let Some(eight) = text[at..].first_chunk() {
        let len = before(u64::from_le_bytes(*eight), byte);
        at += len;
        if len < 8 {
            return at;
        }
    }
    let rest = text[at..].iter().position(|&other| other == byte);
    rest.map_or(text.len(), |found| at + found)
}

/// How many of eight bytes stand before the first that is `byte`.
pub(crate) const fn before(eight: u64, byte: u8) -> usize {
    const ONES: u64 = u64::MAX / 0xff;
    // a zero for each such byte; the first of them borrows, and none before it
    let others = eight ^ (ONES * byte as u64);
    let found = others.wrapping_sub(ONES) & !others & (ONES << 7);
    found.trailing_zeros() as usize / 8
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
    use super::{Lexicon, entries};

    #[test]
    fn folds_ascii_case_only() {
        let mut lexicon = Lexicon::new();
        lexicon.add_list(
            "mr # title\n\n# comment only\nmrs\nsaid\nspokeswoman\nélan\n",
            7,
        );
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

    #[test]
    fn entries_lose_comments_and_blanks() {
        let list = "a # why\n#\n\n  b c \n";
        assert_eq!(entries(list).collect::<Vec<_>>(), ["a", "b c"]);
    }
}
