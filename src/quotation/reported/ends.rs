//! [`Ends`]: the places where a content may end, of which one is taken.
//!
//! Knows how likely each is and how long the content is then; nothing of words.

/// How much it counts to take the very place where a content ends; it counts 1 to take one by which
/// the content shares half with what was said.
const EXACT: f32 = 0.6;

/// Where a content goes on behind the places seen less likely than this, no other is looked for.
const SETTLED: f32 = 0.2;

/// So many places are told apart, the end of the sentence among them.
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
    at: usize,
    /// Bytes of the content.
    len: usize,
    /// How likely it ends there.
    share: f32,
}

impl Ends {
    pub(super) fn new() -> Self {
        Self {
            list: [End::default(); MOST],
            count: 0,
            rest: 1.0,
        }
    }

    /// Adds the place before the token `at`, which makes the content `len` bytes long; `score` says
    /// how likely a content that got so far ends there. Ignored once [`MOST`] places are held.
    pub(super) fn add(&mut self, at: usize, len: usize, score: f32) {
        if self.count + 1 < MOST {
            let share = self.rest / (1.0 + (-score).exp());
            self.rest -= share;
            self.push(End { at, len, share });
        }
    }

    /// Whether the content ends at one of the places added, likely enough.
    pub(super) fn is_settled(&self) -> bool {
        self.rest < SETTLED
    }

    /// The place to take, where a content that does not end at one of those added ends before the
    /// token `last` and is `len` bytes long then.
    pub(super) fn best(mut self, last: usize, len: usize) -> usize {
        let share = self.rest;
        self.push(End {
            at: last,
            len,
            share,
        });
        let ends = &self.list[..self.count];
        let mut near = Near::of(ends);
        let mut best = (f32::MIN, last);
        for end in ends {
            let worth = EXACT * end.share + near.share(end.len);
            if worth >= best.0 {
                best = (worth, end.at);
            }
        }
        best.1
    }

    fn push(&mut self, end: End) {
        self.list[self.count] = end;
        self.count += 1;
    }
}

/// Those of some places, from the shortest content to the longest, by which a content shares half with
/// another: a window that moves on with its length.
struct Near<'e> {
    ends: &'e [End],
    from: usize,
    to: usize,
    share: f32,
}

impl<'e> Near<'e> {
    const fn of(ends: &'e [End]) -> Self {
        Self {
            ends,
            from: 0,
            to: 0,
            share: 0.0,
        }
    }

    /// How likely a content of `len` bytes, no shorter than the one asked for before, shares half with the
    /// right one.
    fn share(&mut self, len: usize) -> f32 {
        while let Some(end) = self.ends.get(self.to).filter(|end| end.len / 2 <= len) {
            self.share += end.share;
            self.to += 1;
        }
        while self.ends[self.from].len < len / 2 {
            self.share -= self.ends[self.from].share;
            self.from += 1;
        }
        self.share
    }
}

#[cfg(test)]
mod tests {
    use super::Ends;

    /// The place taken of some, each with the bytes of the content and its score.
    fn taken(places: impl IntoIterator<Item = (usize, f32)>, last: usize) -> usize {
        let mut ends = Ends::new();
        for (len, score) in places {
            ends.add(len, len, score);
        }
        ends.best(last, last)
    }

    #[test]
    fn takes_the_likeliest_of_places_that_are_far_apart() {
        assert_eq!(taken([(10, -1.0), (60, 1.0)], 300), 60);
    }

    #[test]
    fn takes_a_place_that_shares_half_with_most() {
        assert_eq!(taken([(10, -0.4), (20, -1.0), (40, 3.0)], 300), 20);
    }

    #[test]
    fn takes_the_last_place_where_no_other_is_likely() {
        assert_eq!(taken([], 70), 70);
        assert_eq!(taken((1..10_000).map(|len| (len, -9.0)), 50_000), 50_000);
    }
}
