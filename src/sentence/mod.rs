//! Sentences: where each ends.
//!
//! [`scan`] finds the bytes where one may end, [`stop`] reads the terminators there,
//! [`boundary`] decides, with [`abbreviation`] for what a full stop alone leaves open. Uses
//! [`lines`](crate::lines) and [`language`](crate::language); knows nothing of quotations or
//! boilerplate.

mod abbreviation;
mod boundary;
mod context;
mod glance;
mod headline;
mod opening;
mod stop;
mod wrap;

use core::fmt;

use crate::language::{Language, SentenceTables};
use crate::lines::is_blank;
use crate::scan::{self, Scan};
use crate::span::{Excerpt, Span};

use context::{Context, skip_blanks};
use glance::{Glance, glance};
use stop::Stop;
use wrap::Wrap;

pub use wrap::LineBreaks;

/// A terminator, a line break, or the last byte of `…`, `。`, `！`, `？`, `؟` or a dash; of other
/// characters too, which are dropped when they are looked at.
#[derive(Debug, Clone)]
struct Ends;

impl scan::ByteClass for Ends {
    #[allow(clippy::needless_bitwise_bool)] // see there
    fn holds(byte: u8) -> bool {
        (byte == b'.')
            | (byte == b'!')
            | (byte == b'?')
            | (byte == b'\n')
            | (byte == 0xa6)
            | (byte == 0x9f)
            // in one test for four, which lets a few letters through
            | matches!(byte, 0x81..=0x94)
    }
}

/// A sentence: its words and where they stand, without the white space around them.
pub type Sentence<'t> = Excerpt<'t>;

/// Iterator over the sentences of a text; made by [`sentences`](crate::sentences).
#[derive(Clone)]
pub struct Sentences<'t, 'n> {
    text: &'t str,
    tables: &'n SentenceTables,
    scan: Scan<'t, Ends>,
    /// Where the next sentence starts.
    start: usize,
    /// Where the headline ends, if the text runs on behind it; else the end of the text.
    headline: usize,
    wrap: Wrap,
    /// Stretches that no sentence ends in, those still to come.
    whole: Vec<Span>,
}

impl fmt::Debug for Sentences<'_, '_> {
    /// Where the next sentence starts; the tables are too long to be read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sentences")
            .field("start", &self.start)
            .finish_non_exhaustive()
    }
}

/// The sentences of `text`, found as the iterator is pulled.
pub(crate) fn split<'t, 'n>(text: &'t str, language: &'n Language) -> Sentences<'t, 'n> {
    split_with(text, language, LineBreaks::default(), Vec::new())
}

/// As [`split`], with a choice of what line breaks say. None ends within a span of `whole`,
/// which are in order and do not overlap.
pub(crate) fn split_with<'t, 'n>(
    text: &'t str,
    language: &'n Language,
    breaks: LineBreaks,
    mut whole: Vec<Span>,
) -> Sentences<'t, 'n> {
    let tables = language.sentence();
    let start = skip_blanks(text, 0);
    whole.reverse();
    Sentences {
        text,
        tables,
        scan: Scan::new(text),
        start,
        headline: headline::end(text, start, tables).unwrap_or(text.len()),
        wrap: Wrap::of(text, breaks),
        whole,
    }
}

impl<'t> Iterator for Sentences<'t, '_> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        if self.start >= self.text.len() {
            return None;
        }
        self.scan.skip_to(self.start);
        let start = self.start;
        let latest = if start < self.headline {
            opening::latest_end(self.text, start, self.tables).min(self.headline)
        } else {
            opening::latest_end(self.text, start, self.tables)
        };
        while let Some(at) = self.scan.peek() {
            if at >= latest {
                break;
            }
            self.scan.advance();
            let (end, resume) = self.decide(at);
            match end {
                Some(end) if !self.is_whole(end) => return Some(self.sentence(end)),
                _ => self.scan.skip_to(resume),
            }
        }
        Some(self.sentence(latest))
    }
}

impl<'t> Sentences<'t, '_> {
    /// Where the sentence ends, if it does at the candidate at `at`, and where the search goes on
    /// if it does not.
    fn decide(&self, at: usize) -> (Option<usize>, usize) {
        if self.wrap == Wrap::None {
            match glance(self.text, self.start, at, self.tables) {
                Glance::Ends(end) => return (Some(end), end),
                Glance::GoesOn => return (None, at + 1),
                Glance::Unclear => {}
            }
        } else if self.text.as_bytes()[at] == b'\n' {
            let ends = self.wrap.ends(self.text, at);
            return (ends.then_some(at), at + 1);
        }
        self.look(at)
    }

    /// As [`decide`](Self::decide), by more than a glance; on its own, so that what a glance settles
    /// does not wait for the room that this needs.
    #[inline(never)]
    fn look(&self, at: usize) -> (Option<usize>, usize) {
        let Some(stop) = Stop::read(self.text, self.start, at) else {
            return (None, at + 1);
        };
        let case = Context::new(self.text, self.tables, self.start, stop);
        (boundary::end(&case), stop.end)
    }

    /// Whether a stretch that stays whole goes on behind `end`.
    fn is_whole(&mut self, end: usize) -> bool {
        while self.whole.last().is_some_and(|span| span.end <= end) {
            self.whole.pop();
        }
        self.whole.last().is_some_and(|span| span.start < end)
    }

    /// The sentence that ends at `end`, where white space may stand before it.
    fn sentence(&mut self, end: usize) -> Sentence<'t> {
        let start = core::mem::replace(&mut self.start, skip_blanks(self.text, end));
        let end = match self.text.as_bytes()[end - 1] {
            b'!'..=b'~' => end,
            _ => start + self.text[start..end].trim_end_matches(is_blank).len(),
        };
        Excerpt::new(self.text, Span::new(start, end))
    }
}

impl core::iter::FusedIterator for Sentences<'_, '_> {}
