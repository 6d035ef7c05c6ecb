//! Sentences: where each ends.
//!
//! Uses [`lines`](crate::lines) and [`language`](crate::language); knows nothing of quotations
//! or boilerplate.

use crate::language::Language;
use crate::lines::{Lines, lines, trim};
use crate::span::{Excerpt, Span};

/// A sentence: its words and where they stand, without the white space around them.
pub type Sentence<'t> = Excerpt<'t>;

/// Iterator over the sentences of a text; made by [`sentences`](crate::sentences).
#[derive(Debug, Clone)]
pub struct Sentences<'t, 'n> {
    text: &'t str,
    language: &'n Language,
    lines: Lines<'t>,
    line: Span,
}

/// The sentences of `text`, found as the iterator is pulled.
pub(crate) fn split<'t, 'n>(text: &'t str, language: &'n Language) -> Sentences<'t, 'n> {
    Sentences {
        text,
        language,
        lines: lines(text),
        line: Span::default(),
    }
}

impl<'t> Iterator for Sentences<'t, '_> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        while self.line.is_empty() {
            self.line = self.lines.next()?;
        }
        let end = boundary(&self.text[self.line], self.language)
            .map_or(self.line.end, |at| self.line.start + at);
        let sentence = Span::new(self.line.start, end);
        self.line = trim(self.text, Span::new(end, self.line.end));
        Some(Excerpt::new(self.text, sentence))
    }
}

impl core::iter::FusedIterator for Sentences<'_, '_> {}

/// Where the first sentence of `line` ends, if not with the line.
fn boundary(line: &str, _language: &Language) -> Option<usize> {
    line.find(". ").map(|at| at + 1)
}
