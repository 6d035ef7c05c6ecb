//! [`Counts`]: what stands before each token of a sentence, counted once for all its proposals.

use crate::language::quotation::Flags;
use crate::quotation::tokens::{Shape, Token};

/// How many commas, quoted stretches, semicolons and stops there are, and the first verb of saying.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Before each token and behind the last one: a lane of bits for each kind of mark.
    lanes: Vec<u64>,
    /// The first token that can tell of speech.
    first: usize,
    /// A bit for each token that can be a cue.
    cues: Vec<u64>,
}

/// Bits of a lane; no sentence has so many tokens.
const LANE: u32 = 16;

impl Counts {
    /// Counts `tokens`, in place of what was counted before.
    pub(crate) fn read(&mut self, tokens: &[Token]) {
        self.lanes.clear();
        self.lanes.reserve(tokens.len() + 1);
        let mut sum = 0_u64;
        self.lanes.push(sum);
        self.lanes.extend(tokens.iter().map(|token| {
            sum = sum.wrapping_add(one(token.shape));
            sum
        }));
        self.first = tokens.iter().position(says).unwrap_or(tokens.len());
        self.cues.clear();
        self.cues.extend(tokens.chunks(BITS).map(cues));
    }

    /// The tokens from `start` to `end` that can be cues, no more of them than there are bits.
    pub(crate) fn cues(&self, start: usize, end: usize) -> Cues {
        let word = |at: usize| self.cues.get(at).copied().unwrap_or_default();
        let (first, shift) = (start / BITS, start % BITS);
        let after = word(first + 1).checked_shl((BITS - shift) as u32);
        let left = word(first) >> shift | after.unwrap_or_default();
        let len = end.saturating_sub(start).min(BITS);
        Cues {
            start,
            left: left
                & u64::MAX
                    .checked_shr((BITS - len) as u32)
                    .unwrap_or_default(),
        }
    }

    /// How many commas, quoted stretches, semicolons and stops are among the tokens from `start` to
    /// `end`.
    pub(super) fn between(&self, start: usize, end: usize) -> [usize; 4] {
        let marks = self.lanes[end].wrapping_sub(self.lanes[start]);
        [0, 1, 2, 3].map(|lane| (marks >> (lane * LANE)) as usize & ((1 << LANE) - 1))
    }

    /// Whether a semicolon is among the tokens from `start` to `end`.
    pub(crate) fn parts(&self, start: usize, end: usize) -> bool {
        self.between(start, end)[2] > 0
    }

    /// Whether no token before `at` can tell of speech.
    pub(super) const fn is_first(&self, at: usize) -> bool {
        self.first >= at
    }
}

/// How many tokens one word of bits tells of.
const BITS: usize = 64;

fn cues(tokens: &[Token]) -> u64 {
    let cues = tokens.iter().enumerate();
    cues.fold(0, |bits, (at, token)| {
        bits | u64::from(token.is(Flags::CUE)) << at
    })
}

/// Tokens that can be cues, from either end.
#[derive(Debug)]
pub(crate) struct Cues {
    start: usize,
    left: u64,
}

impl Iterator for Cues {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.left.trailing_zeros() as usize;
        self.left &= self.left.checked_sub(1)?;
        Some(self.start + at)
    }
}

impl DoubleEndedIterator for Cues {
    fn next_back(&mut self) -> Option<usize> {
        let at = self.left.checked_ilog2()?;
        self.left &= !(1 << at);
        Some(self.start + at as usize)
    }
}

/// The shapes that are counted, in the order of their lanes.
const SHAPES: [Shape; 4] = [Shape::Comma, Shape::Quoted, Shape::Semicolon, Shape::Stop];

/// A token of that shape in its lane; looked up, since shapes come in no order.
const fn one(shape: Shape) -> u64 {
    const ONES: [u64; 16] = {
        let mut ones = [0; 16];
        let mut lane = 0;
        while lane < SHAPES.len() {
            ones[SHAPES[lane] as usize] = 1 << (lane as u32 * LANE);
            lane += 1;
        }
        ones
    };
    ONES[shape as usize & 15]
}

fn says(token: &Token) -> bool {
    const SAYS: Flags = Flags::CLAUSE.or(Flags::ACCORDING);
    const FORMS: Flags = Flags::FORMS.or(Flags::ACCORDING);
    token.is(SAYS) && token.is(FORMS) && token.shape == Shape::Lower
}
