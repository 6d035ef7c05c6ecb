//! Line breaks: whether one ends a sentence, and whether a text is hard-wrapped.
//!
//! Looks at the start of a text to find out, and at one line break at a time then.

use super::context::word_at;
use crate::lines::is_blank;
use crate::span::floor;

/// What a line break says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum LineBreaks {
    /// Detects hard-wrapped text: if most lines break only because the next word would not have
    /// fitted, such breaks are ignored; otherwise every line is a paragraph.
    #[default]
    Detect,
    /// Each line is a paragraph: a line break ends the sentence.
    EndSentence,
    /// Only a blank line ends a paragraph and with it the sentence.
    BlankLine,
}

/// How the line breaks of one text are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Each ends a sentence.
    None,
    /// Only those at a blank line do.
    Blank,
    /// Only those at a blank line do, and those after which a word would have fit into so many
    /// characters.
    At(usize),
}

/// How much of a text is looked at to find out how it is wrapped, in bytes.
const SAMPLE: usize = 8 << 10;

/// The widths at which texts are wrapped, in characters.
const WIDTHS: core::ops::RangeInclusive<usize> = 40..=100;

/// The longest line whose characters are counted, in bytes; a longer one is full.
const LONGEST_LINE: usize = 4 * *WIDTHS.end();

impl Wrap {
    pub(super) fn of(text: &str, breaks: LineBreaks) -> Self {
        match breaks {
            LineBreaks::Detect => detect(text).map_or(Self::None, Self::At),
            LineBreaks::EndSentence => Self::None,
            LineBreaks::BlankLine => Self::Blank,
        }
    }

    /// Whether the line break at `at` ends a sentence.
    pub(super) fn ends(self, text: &str, at: usize) -> bool {
        match self {
            Self::None => true,
            Self::Blank => ends_paragraph(text, at),
            Self::At(width) => {
                ends_paragraph(text, at) || fits(line_before(text, at), &text[at + 1..], width)
            }
        }
    }
}

/// Whether the line break at `at` stands within a clause though lines are paragraphs: the next line
/// opens with a mark that cannot open one, as behind a link that has a line of its own.
pub(super) fn within_clause(text: &str, at: usize) -> bool {
    let stopped = text[..at].ends_with(['.', '!', '?', ':', '\n']);
    match text.as_bytes()[at + 1..] {
        [b',' | b';', b' ', ..] | [b'.', b' ' | b'\n', ..] | [b'.'] => !stopped,
        _ => false,
    }
}

/// Whether a blank line or nothing follows the line break at `at`.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let next = text[at + 1..].trim_start_matches(|c| c != '\n' && is_blank(c));
    next.is_empty() || next.starts_with('\n')
}

/// The line that the break at `at` ends; all before it where that line is too long to be wrapped.
fn line_before(text: &str, at: usize) -> &str {
    let from = at.saturating_sub(LONGEST_LINE);
    let before = memchr::memrchr(b'\n', &text.as_bytes()[from..at]);
    let start = before.map_or(0, |before| from + before + 1);
    &text[start..at]
}

/// The width at which the lines of `text` are wrapped, if they are.
fn detect(text: &str) -> Option<usize> {
    let sample = &text[..floor(text, SAMPLE)];
    let mut width = 0;
    for line in sample.split('\n') {
        width = width.max(length(line));
        if width > *WIDTHS.end() {
            return None;
        }
    }
    let lines = || sample.split('\n').map(|line| line.trim_matches(is_blank));
    let breaks = lines().zip(lines().skip(1));
    let (mut all, mut full, mut inner) = (0, 0, 0);
    for (line, next) in breaks.filter(|(line, next)| !line.is_empty() && !next.is_empty()) {
        all += 1;
        full += usize::from(!fits(line, next, width));
        inner += usize::from(
            next.starts_with(char::is_lowercase)
                && line.ends_with(|c: char| c.is_alphanumeric() || c == ','),
        );
    }
    // wrapped prose has few short lines, and most of its lines end within a sentence
    let wrapped = all > 0 && full * 5 >= all * 4 && inner * 3 >= all;
    (wrapped && WIDTHS.contains(&width)).then_some(width)
}

/// Whether the first word of `next` would have fit behind `line`.
fn fits(line: &str, next: &str, width: usize) -> bool {
    let next = next.trim_start_matches(is_blank);
    let word = match next.find(char::is_whitespace) {
        Some(end) if end < 2 * width => &next[..end],
        _ => word_at(next, 0),
    };
    length(line) + 1 + length(word) <= width
}

/// Characters, without white space at the end.
fn length(line: &str) -> usize {
    let line = line.trim_end_matches(is_blank);
    if line.len() > LONGEST_LINE {
        return line.len();
    }
    line.chars().count()
}
