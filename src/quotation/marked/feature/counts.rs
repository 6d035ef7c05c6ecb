//! [`Counts`]: which tokens of a sentence are commas, cues and the like, as bits, read once for all
//! its stretches and proposals.

use crate::language::quotation::Flags;
use crate::quotation::clause::tokens::{MAX_TOKENS, Shape, Token};

/// Where commas, quoted stretches, semicolons, stops and cues stand, and the first verb of saying.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// A mask for each of [`SHAPES`], and before them one for all other shapes.
    marks: [Mask; SHAPES.len() + 1],
    /// The tokens that can be cues.
    cues: Mask,
    /// The first token that can report speech.
    first: usize,
}

/// A bit for each token; there are at most `MAX_TOKENS`.
type Mask = [u64; MAX_TOKENS / BITS + 1];

/// How many tokens one word of a mask covers.
const BITS: usize = 64;

/// The shapes that are counted.
const SHAPES: [Shape; 4] = [Shape::Comma, Shape::Quoted, Shape::Semicolon, Shape::Stop];
const SEMICOLON: usize = 3;

impl Counts {
    /// Reads `tokens`, in place of what was read before.
    pub(crate) fn read(&mut self, tokens: &[Token]) {
        *self = Self::default();
        self.first = usize::MAX;
        let chunks = tokens.chunks(BITS).take(self.cues.len());
        for (word, tokens) in chunks.enumerate() {
            let mut marks = [0; SHAPES.len() + 1];
            let (mut cues, mut says) = (0, 0);
            for (at, token) in tokens.iter().enumerate() {
                marks[kind(token.shape)] |= 1 << at;
                cues |= u64::from(token.is(Flags::CUE)) << at;
                says |= u64::from(can_say(token)) << at;
            }
            for (mask, marks) in self.marks.iter_mut().zip(marks) {
                mask[word] = marks;
            }
            self.cues[word] = cues;
            if says != 0 {
                let first = word * BITS + says.trailing_zeros() as usize;
                self.first = self.first.min(first);
            }
        }
    }

    /// The tokens from `start` to `end` that can be cues, no more of them than there are bits.
    pub(crate) fn cues(&self, start: usize, end: usize) -> Cues {
        Cues {
            start,
            left: window(&self.cues, start, end),
        }
    }

    /// How many commas, quoted stretches, semicolons and stops are among the tokens from `start` to
    /// `end`, which are no more than there are bits.
    pub(super) fn between(&self, start: usize, end: usize) -> [usize; 4] {
        let count = |kind: usize| window(&self.marks[kind], start, end).count_ones() as usize;
        [1, 2, SEMICOLON, 4].map(count)
    }

    /// Whether a semicolon stands before the token at `end`.
    pub(crate) fn has_semicolon(&self, end: usize) -> bool {
        let mut starts = (0..end).step_by(BITS);
        starts.any(|start| window(&self.marks[SEMICOLON], start, end) != 0)
    }

    /// Whether no token before `at` can report speech.
    pub(super) const fn is_first(&self, at: usize) -> bool {
        self.first >= at
    }
}

/// The bits for the tokens from `start` to `end`, that of the first the lowest.
fn window(mask: &Mask, start: usize, end: usize) -> u64 {
    let word = |at: usize| mask.get(at).copied().unwrap_or_default();
    let (first, shift) = (start / BITS, (start % BITS) as u32);
    let next = word(first + 1).checked_shl(BITS as u32 - shift);
    let behind = u64::MAX.checked_shl(end.saturating_sub(start) as u32);
    (word(first) >> shift | next.unwrap_or_default()) & !behind.unwrap_or_default()
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

/// The number of the mask for a shape; looked up, since shapes come in no order.
const fn kind(shape: Shape) -> usize {
    const KINDS: [u8; 16] = {
        let mut kinds = [0; 16];
        let mut shape = 0;
        while shape < SHAPES.len() {
            kinds[SHAPES[shape] as usize] = shape as u8 + 1;
            shape += 1;
        }
        kinds
    };
    KINDS[shape as usize & 15] as usize
}

fn can_say(token: &Token) -> bool {
    const SAYS: Flags = Flags::CLAUSE.or(Flags::ACCORDING);
    const FORMS: Flags = Flags::FORMS.or(Flags::ACCORDING);
    let lower = token.shape == Shape::Lower;
    lower & token.is(SAYS) & token.is(FORMS)
}

#[cfg(test)]
mod tests {
    use super::{BITS, Counts};
    use crate::language::Language;
    use crate::language::quotation::Flags;
    use crate::quotation::clause::tokens::{Shape, Tokens};
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
                assert_eq!(
                    counts.has_semicolon(start),
                    tokens[..start].iter().any(|t| t.shape == Shape::Semicolon)
                );
                if inside.len() <= BITS {
                    assert_eq!(counts.between(start, end), shapes.map(count));
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
