//! [`Frame`]: quoted stretches with the reporter's sentence around them.
//!
//! A frame runs from one sentence boundary outside quotation marks to the next, so that
//! `"One. Two," he said.` is one frame and `"Three."` after it another. Uses spans only.

use core::ops::Range;

use crate::lines::is_blank;
use crate::marks::Stretch;
use crate::span::Span;

/// A frame is cut after this many stretches: its tokens are read once for each of them.
const MAX_STRETCHES: usize = 32;

/// A reporter's sentence that holds at least one quoted stretch.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) span: Span,
    /// Which of the stretches it holds.
    pub(crate) stretches: Range<usize>,
    /// Which of the sentences it spans.
    pub(crate) sentences: Range<usize>,
    /// Whether its line begins with it.
    pub(crate) opens_line: bool,
}

/// The frames of a text, in order; `stretches` are the outermost ones.
pub(crate) fn frames(text: &str, stretches: &[Stretch], sentences: &[Span]) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::with_capacity(stretches.len());
    let mut sentence = 0;
    for (index, stretch) in stretches.iter().enumerate() {
        sentence += sentences[sentence..]
            .iter()
            .take_while(|span| span.end <= stretch.outer.start)
            .count();
        let (mut start, first) = match sentences.get(sentence) {
            Some(span) => (span.start.min(stretch.outer.start), sentence),
            None => (stretch.outer.start, sentence),
        };
        sentence += sentences[sentence..]
            .iter()
            .take_while(|span| span.end < stretch.outer.end)
            .count();
        let end = match sentences.get(sentence) {
            Some(span) if span.start < stretch.outer.end => span.end.max(stretch.outer.end),
            _ => stretch.outer.end,
        };
        if let Some(last) = frames.last_mut() {
            if last.stretches.len() == MAX_STRETCHES && start < last.span.end {
                start = stretch.outer.start;
                last.span.end = start;
            }
        }
        match frames.last_mut() {
            Some(last) if start < last.span.end => {
                last.span.end = end;
                last.stretches.end = index + 1;
                last.sentences.end = sentence + 1;
            }
            _ => {
                let after = frames.last().map_or(0, |last: &Frame| last.span.end);
                frames.push(Frame {
                    span: Span::new(start, end),
                    stretches: index..index + 1,
                    sentences: first..sentence + 1,
                    opens_line: opens_line(&text[after..start]),
                });
            }
        }
    }
    frames
}

/// Whether a line ends in `before`, with nothing after it.
fn opens_line(before: &str) -> bool {
    match before.as_bytes() {
        [] | [.., b'\n'] => true,
        [.., last, b' '] if last.is_ascii_graphic() => false,
        _ => before[before.trim_end_matches(is_blank).len()..].contains('\n'),
    }
}
