//! [`Stop`]: a run of terminators with the marks and brackets that close behind it.
//!
//! Uses the text around it only.

/// What the run says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One full stop.
    Period,
    /// With an exclamation or question mark in it.
    Emphatic,
    /// Several full stops, or `…`.
    Ellipsis,
    /// A terminator of a script that sets no space after it.
    Wide,
}

/// Terminators and what closes behind them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    pub(super) kind: Kind,
    /// The first terminator.
    pub(super) start: usize,
    /// Behind the terminators and all that closes.
    pub(super) end: usize,
    /// Whether a quotation mark closes.
    pub(super) quoted: bool,
    /// Whether a bracket closes.
    pub(super) bracketed: bool,
}

impl Stop {
    /// The stop whose first terminator has its last byte at `at`.
    pub(super) fn read(text: &str, at: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let (start, kind) = match bytes[at] {
            b'.' => (at, Kind::Period),
            b'!' | b'?' => (at, Kind::Emphatic),
            _ => {
                let before = text.get(..=at)?;
                let last = before.chars().next_back()?;
                (at + 1 - last.len_utf8(), terminator(last)?)
            }
        };
        let mut stop = Self {
            kind,
            start,
            end: at + 1,
            quoted: false,
            bracketed: false,
        };
        stop.extend(text);
        Some(stop)
    }

    /// Takes in the terminators and closing marks that follow.
    fn extend(&mut self, text: &str) {
        while let Some(c) = text[self.end..].chars().next() {
            let mut width = c.len_utf8();
            match c {
                '"' | '\'' | '”' | '’' | '»' => {
                    if c == '\'' && letter_at(text, self.end + 1) {
                        break;
                    }
                    self.quoted = true;
                }
                ')' | ']' | '}' => self.bracketed = true,
                ' ' => match spaced(text, self.end + 1) {
                    Some(more) => {
                        self.end += 1;
                        width = more;
                        self.kind = Kind::Ellipsis;
                    }
                    None => break,
                },
                _ => match terminator(c) {
                    Some(kind) => self.kind = join(self.kind, kind),
                    None => break,
                },
            }
            self.end += width;
        }
        self.references(text);
    }

    /// Takes in references in brackets: `[1]`, `[2][3]`.
    fn references(&mut self, text: &str) {
        let bytes = text.as_bytes();
        loop {
            let mut at = self.end;
            if bytes.get(at) == Some(&b' ') {
                at += 1;
            }
            if bytes.get(at) != Some(&b'[') {
                return;
            }
            let digits = bytes[at + 1..]
                .iter()
                .take(5)
                .take_while(|b| b.is_ascii_digit())
                .count();
            if digits == 0 || bytes.get(at + 1 + digits) != Some(&b']') {
                return;
            }
            self.end = at + digits + 2;
        }
    }
}

fn letter_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// The width of what continues a run of spaced terminators at `at`: `. . .`
fn spaced(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'.' | b'!' | b'?' => {
            // a stop that opens a name such as ".NET" belongs to it
            let after = text[at + 1..].chars().next();
            (!after.is_some_and(char::is_alphanumeric)).then_some(1)
        }
        _ => None,
    }
}

fn terminator(c: char) -> Option<Kind> {
    match c {
        '.' => Some(Kind::Period),
        '!' | '?' => Some(Kind::Emphatic),
        '…' => Some(Kind::Ellipsis),
        '。' | '！' | '？' => Some(Kind::Wide),
        '؟' => Some(Kind::Emphatic),
        _ => None,
    }
}

fn join(one: Kind, other: Kind) -> Kind {
    match (one, other) {
        (Kind::Emphatic, _) | (_, Kind::Emphatic) => Kind::Emphatic,
        (Kind::Wide, _) | (_, Kind::Wide) => Kind::Wide,
        _ => Kind::Ellipsis,
    }
}
