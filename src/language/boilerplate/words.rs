//! [`WordTable`]: numbers for words, any ASCII case.

use super::WordId;

/// Bytes of the longest word that can be told from others; longer ones are in no list.
pub(crate) const LONGEST_WORD: usize = 24;

/// Words, numbered from 1 on.
///
/// Open addressing with a load of at most one half. A word is compared as four integers, so that
/// neither looking one up nor adding one touches its letters one by one.
#[derive(Debug, Clone)]
pub(super) struct WordTable {
    /// 0 if it is empty or else the number of a word under 16 bits of its hash; a power of two.
    slots: Vec<u32>,
    /// By number; word 0 is every other word.
    keys: Vec<Key>,
}

/// A word in lower case: its first eight bytes, its last eight, those between, its length.
type Key = [u64; 4];

impl WordTable {
    /// An empty table with room for so many words.
    pub(super) fn with_room(words: usize) -> Self {
        let mut keys = Vec::with_capacity(words);
        keys.push([0; 4]);
        Self {
            slots: vec![0; (words * 2).next_power_of_two()],
            keys,
        }
    }

    /// The numbers given so far, 0 among them.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a word; 0 if it has none.
    pub(super) fn get(&self, word: &[u8]) -> WordId {
        self.find(&key(word))
    }

    /// The number of a word of at most eight ASCII letters, given in lower case as a number.
    #[inline]
    pub(super) fn get_short(&self, head: u64, len: usize) -> WordId {
        let tail = if len == 8 { head } else { 0 };
        self.find(&[head, tail, 0, len as u64])
    }

    fn find(&self, key: &Key) -> WordId {
        let slot = self.slots[self.slot(key, hash(key))];
        (slot & 0xffff) as WordId
    }

    /// The number of a word, which gets one if it has none; 0 for those that are too long.
    pub(super) fn number(&mut self, word: &[u8]) -> WordId {
        if word.len() > LONGEST_WORD {
            return 0;
        }
        if self.keys.len() * 2 > self.slots.len() {
            self.grow();
        }
        let key = key(word);
        let hash = hash(&key);
        let at = self.slot(&key, hash);
        if self.slots[at] == 0 {
            let Ok(number) = WordId::try_from(self.keys.len()) else {
                return 0;
            };
            self.keys.push(key);
            self.slots[at] = tagged(hash, number);
        }
        (self.slots[at] & 0xffff) as WordId
    }

    /// The slot of a word, or the empty one where it belongs.
    #[inline]
    fn slot(&self, key: &Key, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            let number = (slot & 0xffff) as WordId;
            let tagged = slot == tagged(hash, number);
            if slot == 0 || (tagged && self.keys[usize::from(number)] == *key) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 1..self.keys.len() {
            let key = self.keys[number];
            let hash = hash(&key);
            let at = self.slot(&key, hash);
            self.slots[at] = tagged(hash, number as WordId);
        }
    }
}

/// A slot that holds a word.
const fn tagged(hash: u64, number: WordId) -> u32 {
    (hash >> 32) as u32 & 0xffff_0000 | number as u32
}

#[inline]
fn hash(key: &Key) -> u64 {
    let [head, tail, middle, _] = key;
    let mixed = head ^ tail.rotate_left(23) ^ middle.rotate_left(43);
    let mixed = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// The key of a word of at most [`LONGEST_WORD`] bytes; no two words have the same.
fn key(word: &[u8]) -> Key {
    let len = word.len();
    let [head, tail, middle] = match len {
        0 => [0; 3],
        1..4 => {
            let at = |n: usize| u64::from(word[n]) << (8 * n);
            [at(0) | at(len / 2) | at(len - 1), 0, 0]
        }
        4..8 => {
            let tail = four(&word[len - 4..]) << (8 * (len - 4));
            [four(word) | tail, 0, 0]
        }
        8..=16 => [eight(word), eight(&word[len - 8..]), 0],
        _ => [eight(word), eight(&word[len - 8..]), eight(&word[8..])],
    };
    [lower(head), lower(tail), lower(middle), len as u64]
}

/// ASCII letters among eight bytes in lower case.
const fn lower(bytes: u64) -> u64 {
    let low = bytes & each(0x7f);
    let from_a = low + each(0x80 - b'A');
    let past_z = low + each(0x7f - b'Z');
    let capitals = from_a & !past_z & !bytes & each(0x80);
    bytes | capitals >> 2
}

/// Eight times that byte.
const fn each(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

fn four(bytes: &[u8]) -> u64 {
    let four = bytes.first_chunk().copied().unwrap_or_default();
    u64::from(u32::from_le_bytes(four))
}

fn eight(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.first_chunk().copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::WordTable;

    #[test]
    fn words_are_told_apart_whatever_their_length_and_case() {
        let letters = "abcdefghijklmnopqrstuvwx";
        let mut words: Vec<String> = (1..=24).map(|len| letters[..len].to_owned()).collect();
        words.extend(
            (0..24).map(|at| format!("{}é{}", &letters[..at.min(22)], &letters[at.min(22)..22])),
        );
        words.extend(
            [
                "aaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaa",
                "©",
                "|",
                "\\",
                "[",
                "{",
                "élan",
            ]
            .map(str::to_owned),
        );
        words.sort();
        words.dedup();
        let mut table = WordTable::with_room(2);
        let numbers: Vec<u16> = words
            .iter()
            .map(|word| table.number(word.as_bytes()))
            .collect();
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(table.get(word.as_bytes()), number, "{word}");
            assert_eq!(
                table.get(word.to_ascii_uppercase().as_bytes()),
                number,
                "{word}"
            );
            assert_eq!(table.number(word.as_bytes()), number, "{word}");
        }
        assert_eq!(table.len(), words.len() + 1);
        assert_eq!(table.get(b"abd"), 0);
        assert_eq!(table.number(&[b'a'; 25]), 0);
    }
}
