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
    }

    /// How many commas, quoted stretches, semicolons and stops are among the tokens from `start` to
    /// `end`.
    pub(super) fn between(&self, start: usize, end: usize) -> [usize; 4] {
        let marks = self.lanes[end].wrapping_sub(self.lanes[start]);
        [0, 1, 2, 3].map(|lane| (marks >> (lane * LANE)) as usize & ((1 << LANE) - 1))
    }

    /// Whether no token before `at` can tell of speech.
    pub(super) const fn is_first(&self, at: usize) -> bool {
        self.first >= at
    }
}

/// A token of that shape in its lane.
const fn one(shape: Shape) -> u64 {
    match shape {
        Shape::Comma => 1,
        Shape::Quoted => 1 << LANE,
        Shape::Semicolon => 1 << (2 * LANE),
        Shape::Stop => 1 << (3 * LANE),
        _ => 0,
    }
}

fn says(token: &Token) -> bool {
    const SAYS: Flags = Flags::CLAUSE.or(Flags::ACCORDING);
    const FORMS: Flags = Flags::FORMS.or(Flags::ACCORDING);
    token.is(SAYS) && token.is(FORMS) && token.shape == Shape::Lower
}
