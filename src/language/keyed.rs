//! [`KeyTable`]: what a language knows of words, found by eight letters at a time.
//!
//! A word's key is a number that is the same in any case. Knows nothing of what words mean.

use std::collections::BTreeMap;

use super::stored::{Bytes, Column, Record, Stored};

/// Values of words by their [`key`].
///
/// A perfect hash: words fall into groups, and each group has a factor that maps all its words to slots
/// of their own. A lookup reads one slot, without a branch on whether the word is known. The factors
/// are few enough to stay in the L1 cache, so that a lookup costs one cache miss at most.
#[derive(Debug, Clone)]
pub(crate) struct KeyTable<V> {
    /// The factor of each group; their number is a power of two.
    factors: Column<u16>,
    /// Keys with their values, [`Self::NOBODY`] in empty slots; the last slot stands for all unknown
    /// words.
    slots: Column<(u64, V)>,
    /// The slot of all unknown words.
    unknown: usize,
    /// The mask of the bits of a hash that select the group.
    groups: usize,
}

impl<V: Record + Default> KeyTable<V> {
    /// A key that no word has.
    const NOBODY: u64 = u64::MAX;

    /// How many larger tables are tried.
    const TRIES: usize = 24;

    /// The table of some words; without one whose hash is too much like that of another, which hardly
    /// any is.
    pub(crate) fn of(words: &BTreeMap<u64, V>) -> Self {
        let mut groups = (words.len() / 3).next_power_of_two();
        let mut size = words.len() + words.len() / 4 + 1;
        let mut tries = 0..Self::TRIES;
        loop {
            let mut table = Self::with(
                Column::filled(1, groups),
                Column::filled((Self::NOBODY, V::default()), size + 1),
            );
            if table.settle(words) || tries.next().is_none() {
                return table;
            }
            size += size / 8 + 1;
            if size > 2 * words.len() {
                // hashes that are alike but for low bits are parted by more groups, not by room
                groups *= 2;
            }
        }
    }

    fn with(factors: Column<u16>, slots: Column<(u64, V)>) -> Self {
        Self {
            unknown: slots.len().saturating_sub(1),
            groups: factors.len().saturating_sub(1),
            factors,
            slots,
        }
    }

    /// The words with their values.
    pub(crate) fn words(&self) -> BTreeMap<u64, V> {
        let known = self.slots.iter().filter(|(key, _)| *key != Self::NOBODY);
        known.collect()
    }

    /// The value of the word with this [`key`].
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<V> {
        let (value, known) = self.look_up(key);
        known.then_some(value)
    }

    /// The value of the word with this [`key`], the default one if it is unknown; and whether it
    /// is known.
    // most of it is constant where it is called
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(crate) fn look_up(&self, key: u64) -> (V, bool) {
        let hash = folded(key);
        let slot = self.slot(hash, self.factors.at(self.group(hash)));
        let (found, _) = self.slots.at(slot);
        let known = found == key;
        let (_, value) = self.slots.at(if known { slot } else { self.unknown });
        (value, known)
    }

    #[inline]
    fn group(&self, hash: u64) -> usize {
        hash as usize & self.groups
    }

    #[inline]
    fn slot(&self, hash: u64, factor: u16) -> usize {
        let moved = hash.wrapping_mul(u64::from(factor)) >> 32;
        ((moved * self.unknown as u64) >> 32) as usize
    }

    /// Puts all words into slots, the largest groups first while there is room; `false` if there was
    /// too little for one.
    fn settle(&mut self, words: &BTreeMap<u64, V>) -> bool {
        let mut groups = vec![Vec::new(); self.factors.len()];
        for (&key, &value) in words {
            groups[self.group(folded(key))].push((key, value));
        }
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|&group| core::cmp::Reverse(groups[group].len()));
        order.into_iter().fold(true, |all, group| {
            let factor = (1..=u16::MAX)
                .step_by(2)
                .find(|&factor| self.enter(&groups[group], factor));
            self.factors.set(group, factor.unwrap_or_default());
            all && factor.is_some()
        })
    }

    /// Puts the words of a group where `factor` brings them; none of them if a slot is taken.
    fn enter(&mut self, group: &[(u64, V)], factor: u16) -> bool {
        let slot = |table: &Self, key| table.slot(folded(key), factor);
        for (at, &(key, value)) in group.iter().enumerate() {
            let to = slot(self, key);
            let (taken, _) = self.slots.at(to);
            if taken != Self::NOBODY {
                for &(key, _) in &group[..at] {
                    let to = slot(self, key);
                    self.slots.set(to, (Self::NOBODY, V::default()));
                }
                return false;
            }
            self.slots.set(to, (key, value));
        }
        true
    }
}

impl<V: Record + Default> Default for KeyTable<V> {
    fn default() -> Self {
        Self::of(&BTreeMap::new())
    }
}

impl<V: Record + Default> Stored for KeyTable<V> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.factors.store(to);
        self.slots.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        let factors = Stored::restore(from);
        Self::with(factors, Stored::restore(from))
    }
}

/// One bit for the hash of each key of a set, so that most other keys are ruled out without a search.
///
/// `N` is a power of two. The false-positive rate is about keys / (64 · N).
#[derive(Debug, Clone)]
pub(crate) struct Filter<const N: usize>([u64; N]);

impl<const N: usize> Stored for Filter<N> {
    #[cfg(test)]
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
    }

    fn restore(from: &mut Bytes) -> Self {
        Self(Stored::restore(from))
    }
}

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

/// Mixes a key, all of it into the low bits too. Different for every key, so that two words fall into
/// different groups once there are enough of these.
const fn folded(key: u64) -> u64 {
    let mixed = hash(key);
    mixed ^ mixed >> 32
}

/// Mixes a key, the whole of it into the high bits.
const fn hash(key: u64) -> u64 {
    key.wrapping_mul(MIX)
}

/// An odd number whose bits are as good as random.
const MIX: u64 = 0xd6e8_feb8_6659_fd93;

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

/// Ends in Ã: UTF-8 misread as Latin-1 (mojibake). Composed or not.
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
    use super::{KeyTable, MIX, ascii_word, folded, has_inner_capital, key, key_of_all};
    use std::collections::BTreeMap;

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

    /// A key whose [`folded`] hash is `hash`.
    fn key_of(hash: u64) -> u64 {
        // each step doubles the bits of the inverse that are right
        let inverse = (0..6).fold(1_u64, |inverse, _| {
            inverse.wrapping_mul(2_u64.wrapping_sub(MIX.wrapping_mul(inverse)))
        });
        (hash ^ hash >> 32).wrapping_mul(inverse)
    }

    #[test]
    fn words_whose_hashes_differ_in_low_bits_are_parted() {
        let hash = 0x5851_f42d_4c95_7f2d;
        let keys = [hash, hash ^ 1 << 12].map(key_of);
        assert_eq!(keys.map(folded), [hash, hash ^ 1 << 12]);
        let words = BTreeMap::from(keys.map(|key| (key, key)));
        let table = KeyTable::of(&words);
        assert_eq!(keys.map(|key| table.get(key)), keys.map(Some));
    }

    #[test]
    fn words_that_nothing_parts_come_to_an_end() {
        let keys = [0, 1, 2].map(key_of);
        let words = BTreeMap::from(keys.map(|key| (key, key)));
        let known = KeyTable::of(&words).words();
        assert!(!known.is_empty() && known.iter().all(|word| words.contains_key(word.0)));
    }

    #[test]
    fn a_table_knows_its_words_and_no_others() {
        for len in [0, 1, 2, 7, 4_000] {
            let words: BTreeMap<u64, u64> = (1..=len).map(|n| (n * n, n)).collect();
            let table = KeyTable::of(&words);
            assert_eq!(table.words(), words);
            for n in 1..=len {
                assert_eq!(table.get(n * n), Some(n));
                assert_eq!(table.look_up(n * n + 1), (u64::from(n == 0), false));
            }
        }
    }
}
