//! The lines of a text, from either end, without collecting them.
//!
//! Uses [`Span`] only.

use crate::span::Span;

/// The lines of `text` in order; also from the end, with `.rev()`.
pub(crate) fn lines(text: &str) -> Lines<'_> {
    Lines {
        text,
        front: 0,
        back: text.len(),
        done: false,
    }
}

/// Iterator over the lines of a text, each trimmed of white space; blank lines give empty spans.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    front: usize,
    back: usize,
    done: bool,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.done {
            return None;
        }
        let rest = &self.text.as_bytes()[self.front..self.back];
        let line = if let Some(at) = memchr::memchr(b'\n', rest) {
            Span::new(self.front, self.front + at)
        } else {
            self.done = true;
            Span::new(self.front, self.back)
        };
        self.front = line.end + 1;
        Some(trim(self.text, line))
    }
}

impl DoubleEndedIterator for Lines<'_> {
    fn next_back(&mut self) -> Option<Span> {
        if self.done {
            return None;
        }
        let rest = &self.text.as_bytes()[self.front..self.back];
        let line = if let Some(at) = memchr::memrchr(b'\n', rest) {
            Span::new(self.front + at + 1, self.back)
        } else {
            self.done = true;
            Span::new(self.front, self.back)
        };
        self.back = line.start.saturating_sub(1);
        Some(trim(self.text, line))
    }
}

/// `span` without the white space (and zero-width marks) at its ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    match &text.as_bytes()[span.start..span.end] {
        [] => return span,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => return span,
        _ => {}
    }
    let slice = &text[span];
    let left = slice.trim_start_matches(is_blank);
    let start = span.end - left.len();
    let trimmed = left.trim_end_matches(is_blank);
    Span::new(start, start + trimmed.len())
}

/// White space, and the zero-width characters that scrapers leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::span::Span;

    #[test]
    fn both_directions_agree() {
        for text in [
            "",
            "a",
            "a\n",
            "\n",
            "\n\na",
            "a\r\n b \n\nc",
            "é\u{200b}\n\u{a0}x",
        ] {
            let there: Vec<Span> = lines(text).collect();
            let mut back: Vec<Span> = lines(text).rev().collect();
            back.reverse();
            assert_eq!(there, back, "{text:?}");
            assert_eq!(there.len(), text.matches('\n').count() + 1, "{text:?}");
        }
    }

    #[test]
    fn lines_are_trimmed() {
        let text = "  a b\t\r\n\n c ";
        let words: Vec<&str> = lines(text).map(|line| &text[line]).collect();
        assert_eq!(words, ["a b", "", "c"]);
    }
}
