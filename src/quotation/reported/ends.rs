//! [`Ends`]: the places where a content may end, of which one is taken.
//!
//! Knows how likely each is and how long the content is then; nothing of words.

/// How much it counts to take the very place where a content ends; it counts 1 to take one by which
/// the content shares half with what was said.
const EXACT: f32 = 0.6;

/// Places behind which a content goes on less likely than this are not looked for.
const UNLIKELY: f32 = 0.2;

/// So many places are told apart: those of some hundred words.
const MOST: usize = 32;

/// The places seen so far, from the first on.
pub(super) struct Ends {
    list: [End; MOST],
    count: usize,
    /// How likely the content goes on behind them.
    rest: f32,
}

/// A place where a content may end.
#[derive(Clone, Copy, Default)]
struct End {
    /// The token behind it.
    at: u32,
    /// Bytes of the content.
    len: u32,
    /// How likely it ends there.
    share: f32,
}

impl Ends {
    pub(super) const fn new() -> Self {
        const NOWHERE: End = End {
            at: 0,
            len: 0,
            share: 0.0,
        };
        Self {
            list: [NOWHERE; MOST],
            count: 0,
            rest: 1.0,
        }
    }

    /// Adds the place before the token `at`, which makes the content `len` bytes long; `score` says
    /// how likely a content that got so far ends there.
    pub(super) fn add(&mut self, at: usize, len: usize, score: f32) {
        let share = self.rest / (1.0 + (-score).exp());
        self.rest -= share;
        self.push(at, len, share);
    }

    /// Whether the content hardly goes on behind the places added.
    pub(super) fn is_settled(&self) -> bool {
        self.rest < UNLIKELY
    }

    /// The place to take, where a content that does not end at one of those added ends before the
    /// token `last` and is `len` bytes long then.
    pub(super) fn best(mut self, last: usize, len: usize) -> usize {
        if self.count == 0 {
            return last;
        }
        self.push(last, len, self.rest);
        let ends = &self.list[..self.count];
        let worth = |end: &End| EXACT * end.share + shared(ends, end.len);
        let best = ends.iter().max_by(|a, b| worth(a).total_cmp(&worth(b)));
        best.map_or(last, |end| end.at as usize)
    }

    #[allow(clippy::cast_possible_truncation)] // one sentence
    fn push(&mut self, at: usize, len: usize, share: f32) {
        if self.count < MOST {
            self.list[self.count] = End {
                at: at as u32,
                len: len as u32,
                share,
            };
            self.count += 1;
        }
    }
}

/// How likely a content of `len` bytes shares half with the right one.
fn shared(ends: &[End], len: u32) -> f32 {
    let near = |end: &&End| end.len >= len / 2 && len >= end.len / 2;
    ends.iter().filter(near).map(|end| end.share).sum()
}

#[cfg(test)]
mod tests {
    use super::Ends;

    #[test]
    fn takes_the_likeliest_of_places_that_are_far_apart() {
        let mut ends = Ends::new();
        ends.add(3, 10, -1.0);
        ends.add(9, 60, 1.0);
        assert_eq!(ends.best(30, 300), 9);
    }

    #[test]
    fn takes_a_place_that_shares_half_with_most() {
        let mut ends = Ends::new();
        ends.add(3, 10, -0.4);
        ends.add(5, 20, -1.0);
        ends.add(7, 40, 3.0);
        assert_eq!(ends.best(30, 300), 5);
    }

    #[test]
    fn takes_the_end_where_no_place_is_likely() {
        let mut ends = Ends::new();
        (1..10_000).for_each(|at| ends.add(at, at * 5, -12.0));
        assert!(!ends.is_settled());
        assert_eq!(Ends::new().best(7, 70), 7);
    }
}
