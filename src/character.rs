//! Characters as a reader sees them, a letter and the accents behind it as one: the extended grapheme clusters of
//! [UAX #29](https://www.unicode.org/reports/tr29/).
//!
//! The only user of `unicode_segmentation`. Asked where a decision meets letters beyond ASCII, never of a whole text.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::span::floor;

/// Bytes in which the last character of a text is sought: more than letters and accents take.
const WINDOW: usize = 32;

/// The last character of `text`: its first code point, "e" of "é" in two, and its length in bytes.
pub(crate) fn last(text: &str) -> Option<(char, usize)> {
    let window = &text[floor(text, text.len().saturating_sub(WINDOW))..];
    let character = window.graphemes(true).next_back()?;
    Some((character.chars().next()?, character.len()))
}

/// Whether `text` has at most so many characters.
pub(crate) fn are_at_most(most: usize, text: &str) -> bool {
    if text.is_ascii() {
        return text.len() <= most;
    }
    text.graphemes(true).nth(most).is_none()
}

/// Whether the code point at `at` goes on with the character before it.
pub(crate) fn goes_on(text: &str, at: usize) -> bool {
    let start = floor(text, at.saturating_sub(WINDOW));
    let rest = &text[start..];
    GraphemeCursor::new(at - start, rest.len(), true).is_boundary(rest, 0) == Ok(false)
}

#[cfg(test)]
mod tests {
    use super::{are_at_most, goes_on, last};

    #[test]
    fn an_accent_belongs_to_its_letter() {
        assert_eq!(last("Jose\u{301}"), Some(('e', 3)));
        assert_eq!(last("José"), Some(('é', 2)));
        assert_eq!(last(""), None);
        assert!(goes_on("Jose\u{301}s", 4) && !goes_on("Jose\u{301}s", 6));
        assert!(are_at_most(1, "e\u{301}") && are_at_most(1, "é") && !are_at_most(1, "ee"));
        assert!(!goes_on("", 0) && !goes_on("é", 2));
    }

    #[test]
    fn a_character_longer_than_the_window_is_cut() {
        let long = "e".to_owned() + &"\u{301}".repeat(100);
        assert_eq!(last(&long), Some(('\u{301}', 32)));
        assert!(goes_on(&long, 101));
    }
}
