//! [`Hits`]: finds the bytes that may lead a quotation mark.
//!
//! Searches for two sets of bytes at once, the few that are common and those that are hardly ever
//! there; what they lead is read by [`read`](super::read).

use memchr::{Memchr2, Memchr3};

/// The offsets of bytes that may lead a mark.
pub(super) struct Hits<'t> {
    /// E2 80 leads the curly marks (and dashes).
    common: Memchr3<'t>,
    /// C2 leads «, » and ´ (and no-break spaces).
    rare: Memchr2<'t>,
    /// The next one of either; behind the text for none.
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

/// The next hit; one that is behind every text if there is none.
fn next(hits: &mut impl Iterator<Item = usize>) -> usize {
    hits.next().unwrap_or(usize::MAX)
}
