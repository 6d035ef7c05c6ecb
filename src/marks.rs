//! Pairs quotation marks into stretches of quoted text.
//!
//! One pass, one stack; a stretch never leaves its paragraph. Uses [`lines`](crate::lines) and
//! [`Span`] only, and knows nothing of sentences or speakers.

use crate::lines::lines;
use crate::span::Span;

/// A stretch of text in quotation marks, within one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// With the marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// 0 for a stretch that is in no other one.
    pub(crate) depth: u8,
    /// Whether the closing mark is there; without it the stretch ends with its line.
    pub(crate) closed: bool,
}

/// The stretches of `text`, in the order of their opening marks.
pub(crate) fn pair(text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for line in lines(text) {
        pair_line(text, line, &mut stretches);
    }
    stretches
}

fn pair_line(text: &str, line: Span, stretches: &mut Vec<Stretch>) {
    let mut open: Option<(usize, usize)> = None;
    for (at, mark) in text[line].char_indices() {
        let at = line.start + at;
        let end = at + mark.len_utf8();
        match (mark, open) {
            ('“', _) | ('"', None) => open = Some((at, end)),
            ('”' | '"', Some((start, inner))) => {
                stretches.push(Stretch {
                    outer: Span::new(start, end),
                    inner: Span::new(inner, at),
                    depth: 0,
                    closed: true,
                });
                open = None;
            }
            _ => {}
        }
    }
}
