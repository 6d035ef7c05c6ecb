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
mod scan;
mod stop;

use crate::language::{Language, SentenceTables};
use crate::lines::is_blank;
use crate::span::{Excerpt, Span};

use context::{Context, skip_blanks};
use glance::{Glance, glance};
use scan::Scan;
use stop::Stop;

/// A sentence: its words and where they stand, without the white space around them.
pub type Sentence<'t> = Excerpt<'t>;

/// Iterator over the sentences of a text; made by [`sentences`](crate::sentences).
#[derive(Debug, Clone)]
pub struct Sentences<'t, 'n> {
    text: &'t str,
    tables: &'n SentenceTables,
    scan: Scan<'t>,
    /// Where the next sentence starts.
    start: usize,
    /// Where the headline ends, if the text runs on behind it; else the end of the text.
    headline: usize,
}

/// The sentences of `text`, found as the iterator is pulled.
pub(crate) fn split<'t, 'n>(text: &'t str, language: &'n Language) -> Sentences<'t, 'n> {
    let tables = language.sentence();
    let start = skip_blanks(text, 0);
    Sentences {
        text,
        tables,
        scan: Scan::new(text),
        start,
        headline: headline::end(text, start, tables).unwrap_or(text.len()),
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
            match glance(self.text, start, at, self.tables) {
                Glance::Ends(end) => return Some(self.sentence(end)),
                Glance::GoesOn => continue,
                Glance::Unclear => {}
            }
            let Some(stop) = Stop::read(self.text, start, at) else {
                continue;
            };
            let case = Context::new(self.text, self.tables, start, stop);
            if let Some(end) = boundary::end(&case) {
                return Some(self.sentence(end));
            }
            self.scan.skip_to(stop.end);
        }
        Some(self.sentence(latest))
    }
}

impl<'t> Sentences<'t, '_> {
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
