//! What a pattern may ask of a word besides which word it is. Bits.

pub(crate) const EMAIL: u16 = 1;
pub(crate) const HANDLE: u16 = 1 << 1;
pub(crate) const HOST: u16 = 1 << 2;
pub(crate) const NUMBER: u16 = 1 << 3;
pub(crate) const HASHTAG: u16 = 1 << 4;
pub(crate) const CAPITAL: u16 = 1 << 5;
pub(crate) const UPPER: u16 = 1 << 6;
/// A mark, not a word.
pub(crate) const MARK: u16 = 1 << 7;
/// The first word of a sentence.
pub(crate) const SENTENCE: u16 = 1 << 8;
/// Inside quotation marks.
pub(crate) const QUOTED: u16 = 1 << 9;
/// Small letters only.
pub(crate) const LOWER: u16 = 1 << 10;

/// Shapes rare enough that a pattern can be looked up by them.
pub(crate) const KEYS: [u16; 5] = [EMAIL, HANDLE, HOST, HASHTAG, NUMBER];

/// Any of them.
pub(crate) const ANY_KEY: u16 = EMAIL | HANDLE | HOST | HASHTAG | NUMBER;

pub(super) fn named(name: &str) -> Option<u16> {
    Some(match name {
        "email" => EMAIL,
        "handle" => HANDLE,
        "host" => HOST,
        "number" => NUMBER,
        "hashtag" => HASHTAG,
        "capital" => CAPITAL,
        "upper" => UPPER,
        "lower" => LOWER,
        _ => return None,
    })
}
