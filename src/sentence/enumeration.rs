//! Finds where the next item of an enumeration starts: "1) Bread 2) Milk" on one line.
//!
//! Uses the text only; looks no further than a constant.

/// How far behind its marker the next item is looked for, in bytes.
const LONGEST_ITEM: usize = 400;

/// What may stand before the marker of an item.
const BULLETS: [char; 6] = ['*', '•', '⁃', '·', '▪', '●'];

/// Where the item after the one that starts at `start` starts, its bullet included.
pub(super) fn next_item(text: &str, start: usize) -> Option<usize> {
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
