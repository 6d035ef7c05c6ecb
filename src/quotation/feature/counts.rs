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
        self.cues.clear();
        self.first = tokens.len();
        let mut sum = 0_u64;
        self.lanes.push(sum);
        for (chunk, tokens) in tokens.chunks(BITS).enumerate() {
            let (mut cues, mut says) = (0, 0);
            self.lanes
                .extend(tokens.iter().enumerate().map(|(at, token)| {
                    cues |= u64::from(token.is(Flags::CUE)) << at;
                    says |= u64::from(can_say(token)) << at;
                    sum = sum.wrapping_add(one(token.shape));
                    sum
                }));
            self.cues.push(cues);
            if says != 0 {
                let first = chunk * BITS + says.trailing_zeros() as usize;
                self.first = self.first.min(first);
            }
        }
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

fn can_say(token: &Token) -> bool {
    const SAYS: Flags = Flags::CLAUSE.or(Flags::ACCORDING);
    const FORMS: Flags = Flags::FORMS.or(Flags::ACCORDING);
    let lower = token.shape == Shape::Lower;
    lower & token.is(SAYS) & token.is(FORMS)
}

#[cfg(test)]
mod tests {
    use super::Counts;
    use crate::language::Language;
    use crate::language::quotation::Flags;
    use crate::quotation::tokens::{Shape, Tokens};
    use crate::span::Span;

    #[test]
    fn counts_are_those_of_a_walk() {
        let text = "Lee said, and Cho denied; it rained, the claim was put down. ".repeat(9);
        let span = Span::new(0, text.len());
        let (mut tokens, mut counts) = (Tokens::default(), Counts::default());
        tokens.read(&text, span, Language::english().quotation());
        counts.read(&tokens);
        for start in 0..=tokens.len() {
            for end in start..=tokens.len() {
                let inside = &tokens[start..end];
                let count = |shape| inside.iter().filter(|token| token.shape == shape).count();
                let shapes = [Shape::Comma, Shape::Quoted, Shape::Semicolon, Shape::Stop];
                assert_eq!(counts.between(start, end), shapes.map(count));
                if inside.len() <= 64 {
                    let cue = |at: &usize| tokens[*at].is(Flags::CUE);
                    let cues: Vec<usize> = (start..end).filter(cue).collect();
                    assert!(counts.cues(start, end).eq(cues.iter().copied()));
                    assert!(counts.cues(start, end).rev().eq(cues.into_iter().rev()));
                }
            }
        }
        assert!(counts.is_first(1) && !counts.is_first(2));
    }
}
