//! Finds where a sentence must end by what it opens with: a ruled line, the label of a figure, or
//! the marker of an item in an enumeration.
//!
//! Looks no further than a constant.

use crate::language::{Follower, SentenceTables};

/// How far behind its marker the next item is looked for, in bytes.
const LONGEST_ITEM: usize = 400;

/// The longest number of a label, in bytes.
const LONGEST_LABEL: usize = 9;

/// The shortest ruled line, in bytes.
const SHORTEST_RULE: usize = 4;

/// What may stand before the marker of an item.
const BULLETS: [char; 6] = ['*', '•', '⁃', '·', '▪', '●'];

/// Where the sentence that starts at `start` ends at the latest; the end of the text at most.
pub(super) fn latest_end(text: &str, start: usize, tables: &SentenceTables) -> usize {
    let end = match text.as_bytes()[start] {
        b'*' | b'=' | b'-' | b'_' | b'~' => {
            ruled_line(text, start).or_else(|| next_item(text, start))
        }
        b'A'..=b'Z' => label(text, start, tables),
        b'0'..=b'9' | b'a'..=b'z' | 0x80.. => next_item(text, start),
        _ => None,
    };
    end.unwrap_or(text.len())
}

/// The end of the ruled line at `start`, such as "-----".
fn ruled_line(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let len = bytes.iter().take_while(|&&byte| byte == bytes[0]).count();
    (len >= SHORTEST_RULE && bytes.get(len) == Some(&b' ')).then_some(start + len)
}

/// The end of a label at `start` that a caption follows: "Figure 1.5 The harbour".
fn label(text: &str, start: usize, tables: &SentenceTables) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let head: &[u8; 9] = bytes.first_chunk()?;
    // most sentences have no digit there: one test without a branch for each byte
    if !head
        .iter()
        .fold(false, |any, byte| any | byte.is_ascii_digit())
    {
        return None;
    }
    let word = (3..8).find(|&at| matches!(bytes.get(at..), Some([b' ', b'0'..=b'9', ..])))?;
    let number = |byte: &&u8| byte.is_ascii_digit() || **byte == b'.';
    let digits = bytes[word + 1..]
        .iter()
        .take(LONGEST_LABEL)
        .take_while(number)
        .count();
    let end = word + 1 + digits;
    let captioned =
        matches!(bytes.get(end..), Some([b' ', b'A'..=b'Z', ..])) && bytes[end - 1] != b'.';
    (digits > 0
        && captioned
        && tables
            .followers
            .get(&text[start..start + word])?
            .is(Follower::LABEL))
    .then_some(start + end)
}

/// Where the item after the one that starts at `start` starts, its bullet included.
fn next_item(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(start)?, b'*' | b'0'..=b'9' | b'a'..=b'z' | 0x80..) {
        return None;
    }
    let rest = &text[start..];
    let bullet = rest.chars().next().filter(|c| BULLETS.contains(c));
    let bulleted = rest.trim_start_matches(bullet.unwrap_or_default());
    let at = text.len() - bulleted.trim_start_matches(' ').len();
    let (number, close) = marker_at(bytes, at)?;
    let window = &bytes[..text.len().min(close + LONGEST_ITEM)];
    let mut from = close + 1;
    while let Some(found) = memchr::memchr2(bytes[close], b'\n', &window[from..]) {
        let at = from + found;
        if bytes[at] == b'\n' {
            return None;
        }
        if let Some(item) = marker_before(bytes, at, number + 1) {
            return before(&text[..item], bullet);
        }
        from = at + 1;
    }
    None
}

/// The number, or the letter as a number, at `at`, and where its `.` or `)` stands.
fn marker_at(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let word = &bytes[at..];
    let len = match word.first()? {
        b'a'..=b'z' => 1,
        _ => word
            .iter()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit())
            .count(),
    };
    let closes = matches!(word.get(len)?, b'.' | b')') && spaced(word, len);
    closes.then(|| (value(&word[..len]), at + len))
}

/// Where the marker `number` starts, if it closes at `at`.
fn marker_before(bytes: &[u8], at: usize, number: u32) -> Option<usize> {
    let len = bytes[..at]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .take(4)
        .count();
    let word = &bytes[at - len..at];
    let alike = value(word) == number && (len == 1 || word.iter().all(u8::is_ascii_digit));
    (len > 0 && alike && spaced(bytes, at)).then_some(at - len)
}

/// Letters follow each other as numbers do.
fn value(word: &[u8]) -> u32 {
    match word {
        [letter @ b'a'..=b'z'] => 1000 + u32::from(*letter),
        _ => word.iter().fold(0, |value, digit| {
            value * 10 + u32::from(digit.wrapping_sub(b'0'))
        }),
    }
}

/// Whether a space follows the `.`, `)` or `.)` at `at`.
fn spaced(bytes: &[u8], at: usize) -> bool {
    let end = if bytes.get(at + 1) == Some(&b')') {
        at + 2
    } else {
        at + 1
    };
    bytes.get(end) == Some(&b' ')
}

/// The end of `head` without the bullet that the items have and the space that parts them.
fn before(head: &str, bullet: Option<char>) -> Option<usize> {
    let rest = match bullet {
        Some(bullet) => head.trim_end_matches(' ').strip_suffix(bullet)?,
        None => head,
    };
    rest.ends_with(' ').then_some(rest.len())
}
