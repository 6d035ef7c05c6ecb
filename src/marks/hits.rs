//! [`Hits`]: finds the bytes that may begin a quotation mark.
//!
//! Searches for two sets of bytes at once, the few common ones and the rare ones; the characters that
//! they begin are read by [`read`](super::read).

use memchr::{Memchr2, Memchr3};

/// The offsets of bytes that may begin a mark.
pub(super) struct Hits<'t> {
    /// E2 80 leads the curly marks (and dashes).
    common: Memchr3<'t>,
    /// C2 leads «, » and ´ (and no-break spaces).
    rare: Memchr2<'t>,
    /// The next one of each set; past the end of the text if there is none.
    next: [usize; 2],
}

impl<'t> Hits<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        let mut common = memchr::memchr3_iter(b'"', b'\'', 0xE2, bytes);
        let mut rare = memchr::memchr2_iter(b'`', 0xC2, bytes);
        let next = [next(&mut common), next(&mut rare)];
        Self { common, rare, next }
    }
}

impl Iterator for Hits<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let [common, rare] = self.next;
        if common < rare {
            self.next[0] = next(&mut self.common);
            Some(common)
        } else if rare < usize::MAX {
            self.next[1] = next(&mut self.rare);
            Some(rare)
        } else {
            None
        }
    }
}

/// The next hit; past the end of every text if there is none.
fn next(hits: &mut impl Iterator<Item = usize>) -> usize {
    hits.next().unwrap_or(usize::MAX)
}
