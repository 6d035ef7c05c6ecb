//! [`KeyTable`]: what a language knows of words, found by eight letters at a time.
//!
//! A word's key is a number that is the same in any case. Knows nothing of what words mean.

use crate::lexicon::{entries, near};

/// Values of words by their [`key`].
///
/// A perfect hash: words fall into groups, and each group has a factor that brings all its words to
/// slots of their own. So one slot is looked at, and no branch asks whether a word is known. Entries
/// stand densely: the less memory is touched, the sooner the first text is read.
#[derive(Debug, Clone)]
pub(crate) struct KeyTable<V> {
    /// The factor of each group.
    factors: Vec<u16>,
    /// The number of the entry in each slot, 0 for none.
    slots: Vec<u32>,
    /// Keys with their values; the first is nobody's and stands for every unknown word.
    entries: Vec<(u64, V)>,
    /// The last entry of each group, 0 for none.
    last: Vec<u32>,
    /// The entry before each in its group, 0 for none.
    before: Vec<u32>,
}

impl<V: Copy + Default> KeyTable<V> {
    /// The key of no word.
    const NOBODY: u64 = u64::MAX;
    /// There are so many slots for each group: at most one word falls into most groups.
    const GROUP: usize = 2;

    /// An empty table with room for so many words.
    pub(crate) fn with_room(words: usize) -> Self {
        let mut entries = Vec::with_capacity(words + 1);
        entries.push((Self::NOBODY, V::default()));
        let mut before = Vec::with_capacity(words + 1);
        before.push(0);
        let slots = (words * 2).next_power_of_two().max(Self::GROUP);
        Self {
            factors: vec![1; slots / Self::GROUP],
            slots: vec![0; slots],
            entries,
            last: vec![0; slots / Self::GROUP],
            before,
        }
    }

    /// The value of the word with this [`key`].
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<V> {
        let (value, known) = self.look_up(key);
        known.then_some(*value)
    }

    /// The value of the word with this [`key`], the default one if it is unknown; and whether it
    /// is known.
    #[inline]
    pub(crate) fn look_up(&self, key: u64) -> (&V, bool) {
        let (_, slot) = self.place(key);
        let found = &self.entries[self.slots[slot] as usize];
        let known = found.0 == key;
        let found = if known { found } else { &self.entries[0] };
        (&found.1, known)
    }

    /// The value of the word with this [`key`], to be changed; the default one if it is new.
    #[inline]
    pub(crate) fn entry(&mut self, key: u64) -> &mut V {
        let (group, slot) = self.place(key);
        let mut entry = self.slots[slot] as usize;
        if self.entries[entry].0 != key {
            entry = self.add(key, group, slot);
        }
        &mut self.entries[entry].1
    }

    /// Adds a word that belongs into this slot, if it is free.
    #[inline(never)]
    fn add(&mut self, key: u64, group: usize, slot: usize) -> usize {
        let entry = self.entries.len();
        self.entries.push((key, V::default()));
        self.before.push(self.last[group]);
        self.last[group] = entry as u32;
        if entry * 2 > self.slots.len() {
            self.grow();
        } else if self.slots[slot] == 0 {
            self.slots[slot] = entry as u32;
        } else if !self.settle(group) {
            self.grow();
        }
        entry
    }

    /// All keys with their values, in the order in which they came.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (u64, &mut V)> {
        let known = self.entries.iter_mut().skip(1);
        known.map(|(key, value)| (*key, value))
    }

    /// The group and the slot of a key.
    #[inline]
    fn place(&self, key: u64) -> (usize, usize) {
        let hash = folded(key);
        let group = hash as usize & (self.factors.len() - 1);
        let moved = hash.wrapping_mul(u64::from(self.factors[group]));
        (group, (moved >> 32) as usize & (self.slots.len() - 1))
    }

    /// Finds another factor, which brings the words of a group to free slots; `false` if many do not.
    fn settle(&mut self, group: usize) -> bool {
        const FACTORS: u16 = 1 << 12;
        self.leave(group, 0);
        while self.factors[group] < FACTORS {
            self.factors[group] += 2;
            match self.enter(group) {
                0 => return true,
                stopped => self.leave(group, stopped),
            }
        }
        false
    }

    /// Puts the words of a group into their slots, until one is taken: gives the entry that stopped
    /// it, 0 for none.
    fn enter(&mut self, group: usize) -> usize {
        let mut entry = self.last[group] as usize;
        while entry > 0 {
            let (_, slot) = self.place(self.entries[entry].0);
            if self.slots[slot] > 0 {
                break;
            }
            self.slots[slot] = entry as u32;
            entry = self.before[entry] as usize;
        }
        entry
    }

    /// Takes the words of a group out of their slots, down to the entry `stopped`.
    fn leave(&mut self, group: usize, stopped: usize) {
        let mut entry = self.last[group] as usize;
        while entry != stopped {
            let (_, slot) = self.place(self.entries[entry].0);
            if self.slots[slot] == entry as u32 {
                self.slots[slot] = 0;
            }
            entry = self.before[entry] as usize;
        }
    }

    /// Doubles the slots until all groups are settled.
    fn grow(&mut self) {
        loop {
            let slots = self.slots.len() * 2;
            let groups = slots / Self::GROUP;
            self.slots = vec![0; slots];
            self.factors = vec![1; groups];
            self.last = vec![0; groups];
            for entry in 1..self.entries.len() {
                let (group, _) = self.place(self.entries[entry].0);
                self.before[entry] = self.last[group];
                self.last[group] = entry as u32;
            }
            if (0..groups).all(|group| self.settle(group)) {
                return;
            }
        }
    }
}

/// One bit for the hash of each key of a set, so that most others are told without a search.
///
/// `N` is a power of two; of the other keys one in as many seems to be there as there are bits to a
/// key.
#[derive(Debug, Clone)]
pub(crate) struct Filter<const N: usize>([u64; N]);

impl<const N: usize> Filter<N> {
    /// An empty set.
    pub(crate) const fn new() -> Self {
        Self([0; N])
    }

    pub(crate) fn add(&mut self, key: u64) {
        let bit = Self::bit(key);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether `key` may be one of them; `false` is certain.
    #[inline]
    pub(crate) fn may_hold(&self, key: u64) -> bool {
        let bit = Self::bit(key);
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }

    const fn bit(key: u64) -> usize {
        (hash(key) >> (u64::BITS - u64::BITS.trailing_zeros() - N.trailing_zeros())) as usize
    }
}

/// Mixes a key, all of it into the low bits too; different for every key, so that a factor or more
/// groups can always part two words.
const fn folded(key: u64) -> u64 {
    let mixed = hash(key);
    mixed ^ mixed >> 32
}

/// Mixes a key, the whole of it into the high bits.
const fn hash(key: u64) -> u64 {
    key.wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The letters of `word` in lower case as a number: exact up to eight, mixed beyond.
pub(crate) fn key(word: &[u8]) -> u64 {
    ascii_word(word, 0).0
}

/// The same for a word or a mark of any bytes, of which ASCII letters alone are folded.
pub(crate) fn key_of_all(word: &[u8]) -> u64 {
    let mut chunks = word.chunks(8).map(|chunk| lower(up_to_eight(chunk)));
    let first = chunks.next().unwrap_or_default();
    chunks.fold(first, mixed)
}

/// Gives the keys of the entries of a list to `take`; `other` tells that of an entry which is more
/// than one word of ASCII letters.
pub(crate) fn each_key(list: &str, other: fn(&str) -> u64, mut take: impl FnMut(u64)) {
    let bytes = list.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let (key, end) = ascii_word(bytes, start);
        if end > start && bytes.get(end) == Some(&b'\n') {
            take(key);
            start = end + 1;
            continue;
        }
        let line = near(&bytes[start..], b'\n');
        entries(&list[start..start + line])
            .map(other)
            .for_each(&mut take);
        start += line + 1;
    }
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
            key = mixed(key, letters);
        }
        end += len;
        if len < 8 {
            return (key, end);
        }
    }
}

/// The key of a word that goes on with `letters` after those of `key`.
const fn mixed(key: u64, letters: u64) -> u64 {
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29) ^ letters
}

/// The ASCII letters from `start`, in lower case, at most eight, as a number; and how many.
#[inline]
pub(crate) fn eight_letters(bytes: &[u8], start: usize) -> (u64, usize) {
    let rest = bytes.get(start..).unwrap_or_default();
    letters(match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => at_the_end(rest),
    })
}

/// The ASCII letters among eight bytes before any other byte, in lower case, as a number; and how
/// many.
#[inline]
const fn letters(eight: u64) -> (u64, usize) {
    let lower = eight | (0x20 * ONES);
    let others = other_than_small(lower);
    if others == 0 {
        return (lower, 8);
    }
    let below = (1 << (others.trailing_zeros() - 7)) - 1;
    (lower & below, others.trailing_zeros() as usize / 8)
}

/// As many bytes as nearly every word is shorter than.
pub(crate) type Window = [u8; 16];

/// The key of the ASCII letters at the start of `window`, and how many they are.
#[inline]
pub(crate) const fn word_in(window: &Window) -> (u64, usize) {
    let both = u128::from_le_bytes(*window);
    let (key, len) = letters(both as u64);
    if len < 8 {
        return (key, len);
    }
    match letters((both >> 64) as u64) {
        (_, 0) => (key, 8),
        (letters, len) => (mixed(key, letters), 8 + len),
    }
}

/// The small ASCII letters at the end of eight bytes as a number, and how many they are.
#[inline]
pub(crate) const fn small_letters_at_end(bytes: [u8; 8]) -> (u64, usize) {
    let eight = u64::from_le_bytes(bytes);
    let letters = other_than_small(eight).leading_zeros() / 8;
    // in two steps, since none are left of no letters
    let key = eight >> (u64::BITS / 2 - 4 * letters) >> (u64::BITS / 2 - 4 * letters);
    (key, letters as usize)
}

/// Whether `before` ends with the first half of a letter that was decoded twice, composed or not.
pub(crate) fn ends_with_half_letter(before: &[u8]) -> bool {
    before.ends_with("\u{c3}".as_bytes()) || before.ends_with("A\u{303}".as_bytes())
}

/// Whether a capital stands among the ASCII letters of `word` behind the first byte.
pub(crate) fn has_inner_capital(word: &[u8]) -> bool {
    let (first, rest) = word.split_at(word.len().min(8));
    capitals(up_to_eight(first)) >> 8 != 0 || rest.iter().any(u8::is_ascii_uppercase)
}

/// The high bits of the bytes that are no small ASCII letters.
const fn other_than_small(bytes: u64) -> u64 {
    // Without the high bits; adding carries into them what is at least "a", and what is beyond "z".
    let seven = bytes & !HIGH;
    let at_least_a = seven + (0x80 - 0x61) * ONES;
    let beyond_z = seven + (0x80 - 0x7b) * ONES;
    (!at_least_a | beyond_z | bytes) & HIGH
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// ASCII letters among eight bytes in lower case.
const fn lower(bytes: u64) -> u64 {
    bytes | capitals(bytes) >> 2
}

/// The high bits of the bytes that are ASCII capitals.
const fn capitals(bytes: u64) -> u64 {
    let low = bytes & !HIGH;
    let from_a = low + (0x80 - 0x41) * ONES;
    let past_z = low + (0x80 - 0x5b) * ONES;
    from_a & !past_z & !bytes & HIGH
}

/// The last bytes of a text, with zeros behind them.
#[cold]
pub(crate) fn padded_window(rest: &[u8]) -> Window {
    let mut window = Window::default();
    for (to, from) in window.iter_mut().zip(rest) {
        *to = *from;
    }
    window
}

/// Less than eight bytes, the last of a text, as a number.
#[cold]
fn at_the_end(rest: &[u8]) -> u64 {
    up_to_eight(rest)
}

/// The first eight bytes, or all and zeros behind them, as a number.
fn up_to_eight(bytes: &[u8]) -> u64 {
    let four = |bytes: &[u8]| {
        let four = bytes.first_chunk().copied().unwrap_or_default();
        u64::from(u32::from_le_bytes(four))
    };
    match (bytes.first_chunk(), bytes.len()) {
        (Some(eight), _) => u64::from_le_bytes(*eight),
        (None, 0) => 0,
        (None, len @ 1..4) => {
            let at = |n: usize| u64::from(bytes[n]) << (8 * n);
            at(0) | at(len / 2) | at(len - 1)
        }
        (None, len) => four(bytes) | four(&bytes[len - 4..]) << (8 * (len - 4)),
    }
}

#[cfg(test)]
mod tests {
    use super::{KeyTable, ascii_word, each_key, has_inner_capital, key, key_of_all};
    use crate::lexicon::entries;

    #[test]
    fn a_key_is_the_same_in_any_case_and_ends_with_the_letters() {
        for word in ["a", "Said", "spokesman", "counterproductively"] {
            let text = format!("{word}, and");
            assert_eq!(
                ascii_word(text.as_bytes(), 0),
                (key(word.to_uppercase().as_bytes()), word.len())
            );
        }
        assert_eq!(ascii_word("élan".as_bytes(), 0), (0, 0));
        assert_eq!(ascii_word(b"to", 2), (0, 2));
    }

    #[test]
    fn a_key_of_all_bytes_agrees_and_tells_words_apart() {
        let letters = "abcdefghijklmnopqrstuvwx";
        let mut words: Vec<String> = (1..=24).map(|len| letters[..len].to_owned()).collect();
        for word in &words {
            assert_eq!(key_of_all(word.as_bytes()), key(word.as_bytes()), "{word}");
        }
        let accented = |at: usize| format!("{}é{}", &letters[..at], &letters[at..22]);
        words.extend((0..22).map(accented));
        let others = [
            "©",
            "|",
            "\\",
            "[",
            "{",
            "élan",
            "3m",
            "google+",
            "not-for-profit",
        ];
        words.extend(others.map(str::to_owned));
        let mut keys: Vec<u64> = words
            .iter()
            .map(|word| key_of_all(word.as_bytes()))
            .collect();
        for (word, key) in words.iter().zip(&keys) {
            let capitals = word.to_ascii_uppercase();
            assert_eq!(key_of_all(capitals.as_bytes()), *key, "{word}");
        }
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), words.len());
    }

    #[test]
    fn the_keys_of_a_list_are_those_of_its_entries() {
        let other = |entry: &str| key_of_all(entry.as_bytes());
        for list in [
            "",
            "\n\n",
            "ann",
            "# who\nann\n\nlee # why\nélan\nmary-ann\n  bo\nspokeswoman\n",
            "ann\r\nlee\r\n",
        ] {
            let mut keys = Vec::new();
            each_key(list, other, |key| keys.push(key));
            assert_eq!(keys, entries(list).map(other).collect::<Vec<_>>(), "{list}");
        }
    }

    #[test]
    fn capitals_are_found_behind_the_first_letter() {
        for (word, inner) in [
            ("", false),
            ("A", false),
            ("Lee", false),
            ("CopyDesk", true),
            ("Norlandic", false),
            ("NorlandicA", true),
            ("McHill", true),
            ("Zoë", false),
        ] {
            assert_eq!(has_inner_capital(word.as_bytes()), inner, "{word}");
        }
    }

    #[test]
    fn grows_and_keeps() {
        let mut table = KeyTable::with_room(8);
        for n in 1..20_000_u64 {
            *table.entry(n) = n;
        }
        *table.entry(7) += 1;
        assert_eq!(table.get(7), Some(8));
        assert_eq!(table.get(19_999), Some(19_999));
        assert_eq!(table.get(20_000), None);
    }
}
