//! [`Span`] and [`Excerpt`]: where something stands in the text, and its words.
//!
//! The lowest layer; it uses nothing else of the crate.

use core::fmt;
use core::ops::{Index, Range};

/// A place in a text: UTF-8 byte offsets, half open (`start..end`).
///
/// Spans that the crate gives lie on character boundaries of the text they
/// came from, so that slicing that text with them never panics.
///
/// ```
/// use copydesk::Span;
///
/// let text = "Rain fell. It stopped.";
/// let span = Span::new(0, 10);
/// assert_eq!(&text[span], "Rain fell.");
/// assert_eq!(format!("{span:?}"), "0..10");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`. If `end < start` it counts as empty, but slicing with it panics.
    ///
    /// ```
    /// assert_eq!(&"Rain fell."[copydesk::Span::new(5, 9)], "fell");
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of bytes.
    ///
    /// ```
    /// assert_eq!(copydesk::Span::new(5, 9).len(), 4);
    /// ```
    #[must_use]
    pub const fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether there is no byte in it.
    ///
    /// ```
    /// assert!(copydesk::Span::new(5, 5).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// Whether the byte at `offset` is in the span; its end is not.
    ///
    /// ```
    /// let span = copydesk::Span::new(5, 9);
    /// assert!(span.contains(5) && !span.contains(9));
    /// ```
    #[must_use]
    pub const fn contains(&self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `inner` starts and ends in this span, or at its edges.
    ///
    /// ```
    /// use copydesk::Span;
    ///
    /// assert!(Span::new(0, 10).covers(Span::new(5, 10)));
    /// assert!(!Span::new(0, 10).covers(Span::new(5, 11)));
    /// ```
    #[must_use]
    pub const fn covers(&self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two spans share a byte; an empty one shares none.
    ///
    /// ```
    /// use copydesk::Span;
    ///
    /// assert!(Span::new(0, 6).overlaps(Span::new(5, 9)));
    /// assert!(!Span::new(0, 5).overlaps(Span::new(5, 9)));
    /// ```
    #[must_use]
    pub const fn overlaps(&self, other: Span) -> bool {
        let start = if self.start > other.start {
            self.start
        } else {
            other.start
        };
        let end = if self.end < other.end {
            self.end
        } else {
            other.end
        };
        start < end
    }

    /// As a `Range<usize>`, for slicing byte buffers and the like.
    ///
    /// ```
    /// assert_eq!(&b"Rain fell."[copydesk::Span::new(5, 9).range()], b"fell");
    /// ```
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// A piece of the caller's text and where it stands.
///
/// ```
/// let sentence = copydesk::sentences("Rain fell. It stopped.").nth(1).unwrap();
/// assert_eq!(sentence.as_str(), "It stopped.");
/// assert_eq!(sentence.span().range(), 11..22);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Excerpt<'t> {
    span: Span,
    text: &'t str,
}

impl<'t> Excerpt<'t> {
    /// The words of `text` at `span`, which must lie on character boundaries.
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        Self {
            span,
            text: &text[span],
        }
    }

    /// Where the words stand.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The words, borrowed from the caller's text.
    #[must_use]
    pub const fn as_str(&self) -> &'t str {
        self.text
    }
}

impl AsRef<str> for Excerpt<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.span, self.text)
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

/// The character boundary at `at` or right before it.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The character boundary at `at` or right behind it.
pub(crate) fn ceiling(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Whether one of `spans`, which are in order, starts at `at`.
pub(crate) fn starts_at(spans: &[Span], at: usize) -> bool {
    spans.binary_search_by_key(&at, |span| span.start).is_ok()
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn edges_are_half_open() {
        let span = Span::new(2, 5);
        assert!(span.contains(2) && span.contains(4));
        assert!(!span.contains(1) && !span.contains(5));
        assert!(span.covers(span) && !span.covers(Span::new(2, 6)));
        assert!(!span.overlaps(Span::new(5, 7)) && span.overlaps(Span::new(4, 5)));
        assert!(!span.overlaps(Span::new(3, 3)));
        assert_eq!(Span::new(5, 2).len(), 0);
        assert!(Span::new(5, 2).is_empty());
    }
}
