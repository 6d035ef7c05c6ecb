//! [`Scan`]: finds the bytes of a class: those at which a sentence may end, or a name start.
//!
//! Blocks of 64 bytes become a bit mask by comparisons that the compiler turns into vector
//! instructions; knows nothing of what the bytes mean.

use core::marker::PhantomData;

/// Bytes in a block, one bit of the mask each.
const BLOCK: usize = 64;

/// A class of bytes.
pub(crate) trait ByteClass {
    /// Whether `byte` is one; without a branch, so that the compiler sees one vector operation.
    fn holds(byte: u8) -> bool;
}

/// Walks the bytes of a class in a text, the candidates.
#[derive(Debug, Clone)]
pub(crate) struct Scan<'t, C> {
    bytes: &'t [u8],
    /// Where the block of `mask` begins.
    block: usize,
    /// The candidates in the block that are still to come, lowest bit first.
    mask: u64,
    class: PhantomData<C>,
}

impl<'t, C: ByteClass> Scan<'t, C> {
    pub(crate) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Self {
            bytes,
            block: 0,
            mask: candidates::<C>(bytes, 0),
            class: PhantomData,
        }
    }

    /// The next candidate, which stays the next one until [`advance`](Self::advance).
    pub(crate) fn peek(&mut self) -> Option<usize> {
        while self.mask == 0 {
            if self.bytes.len() - self.block <= BLOCK {
                return None;
            }
            self.block += BLOCK;
            self.mask = candidates::<C>(self.bytes, self.block);
        }
        Some(self.block + self.mask.trailing_zeros() as usize)
    }

    /// Drops the candidate that was last peeked at.
    pub(crate) fn advance(&mut self) {
        self.mask &= self.mask.wrapping_sub(1);
    }

    /// Drops the candidates before `at`, which must not lie before one dropped already.
    pub(crate) fn skip_to(&mut self, at: usize) {
        if at >= self.block + BLOCK {
            if at >= self.bytes.len() {
                self.mask = 0;
                self.block = self.bytes.len();
                return;
            }
            self.block = at - at % BLOCK;
            self.mask = candidates::<C>(self.bytes, self.block);
        }
        if at > self.block {
            self.mask &= u64::MAX << (at - self.block);
        }
    }
}

/// The candidates in the block at `block`, which is shorter at the end of the text.
fn candidates<C: ByteClass>(bytes: &[u8], block: usize) -> u64 {
    let rest = &bytes[block..];
    if let Some(full) = rest.first_chunk::<BLOCK>() {
        return mask::<C>(full);
    }
    let mut padded = [0; BLOCK];
    padded[..rest.len()].copy_from_slice(rest);
    mask::<C>(&padded)
}

fn mask<C: ByteClass>(block: &[u8; BLOCK]) -> u64 {
    // one byte of each eight becomes one bit: the multiplication gathers the lowest bits
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let flags = block.map(|byte| u8::from(C::holds(byte)));
    let mut mask = 0;
    for (at, eight) in flags.chunks_exact(8).enumerate() {
        let mut lanes = [0; 8];
        lanes.copy_from_slice(eight);
        mask |= (u64::from_le_bytes(lanes).wrapping_mul(GATHER) >> 56) << (8 * at);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::{ByteClass, Scan};

    struct Ends;

    impl ByteClass for Ends {
        fn holds(byte: u8) -> bool {
            matches!(
                byte,
                b'.' | b'!' | b'?' | b'\n' | 0xa6 | 0x82 | 0x81 | 0x9f | 0x94
            )
        }
    }

    fn all(text: &str) -> Vec<usize> {
        let mut scan = Scan::<Ends>::new(text);
        std::iter::from_fn(|| {
            let at = scan.peek();
            scan.advance();
            at
        })
        .collect()
    }

    #[test]
    fn finds_what_a_byte_loop_finds() {
        let unit = "Ab. c! … d? e\n。f？ 0123456789 ؟ é—“x”！";
        for repeat in 0..9 {
            let text = unit.repeat(repeat);
            let slow: Vec<usize> = text
                .char_indices()
                .filter(|(_, c)| ".!?…\n。？؟！—".contains(*c))
                .map(|(at, c)| at + c.len_utf8() - 1)
                .collect();
            assert_eq!(all(&text), slow);
        }
        assert_eq!(all(""), [0; 0]);
    }

    #[test]
    fn skips_forward_only() {
        let text = ".".repeat(200);
        for to in [0, 1, 63, 64, 65, 128, 199] {
            let mut scan = Scan::<Ends>::new(&text);
            scan.skip_to(to);
            assert_eq!(scan.peek(), Some(to));
        }
        for to in [200, 201, 10_000] {
            let mut scan = Scan::<Ends>::new(&text);
            scan.skip_to(to);
            assert_eq!(scan.peek(), None);
            assert_eq!(scan.peek(), None);
        }
    }
}
