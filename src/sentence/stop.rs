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
    /// A dash, which breaks a sentence off where a new one starts behind it.
    Dash,
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
    /// The sentence started at `sentence`.
    pub(super) fn read(text: &str, sentence: usize, at: usize) -> Option<Self> {
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
        if kind == Kind::Dash {
            return Some(stop);
        }
        stop.extend(text);
        stop.references(text);
        stop.detached_mark(text, sentence);
        Some(stop)
    }

    /// Takes in the terminators and closing marks that follow.
    fn extend(&mut self, text: &str) {
        if let [b' ', b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..] = text.as_bytes()[self.end..] {
            return;
        }
        while let Some(c) = text[self.end..].chars().next() {
            let mut width = c.len_utf8();
            match c {
                '"' | '\'' | '”' | '’' | '»' => {
                    let opens = c == '\'' || c == '"' && opens(text, self.end);
                    if opens && letter_at(text, self.end + 1) {
                        break;
                    }
                    self.quoted = true;
                }
                ')' | ']' | '}' => self.bracketed = true,
                // marks of emphasis and of notes
                '*' | '_' | '†' => {}
                ' ' if self.goes_on(text) => width = 2,
                ' ' if text[self.end + 1..].starts_with(is_picture) => {}
                _ if is_picture(c) => {}
                ' ' if closes_apart(&text[self.end + 1..]) => {
                    self.bracketed = true;
                    width = 2;
                }
                _ => match terminator(c) {
                    Some(Kind::Dash) | None => break,
                    Some(kind) => self.kind = join(self.kind, kind),
                },
            }
            self.end += width;
        }
    }

    /// Whether a terminator set apart by a space belongs to the run: `. . .`, `! ! !`
    fn goes_on(&mut self, text: &str) -> bool {
        let at = self.end + 1;
        let Some(b'.' | b'!' | b'?') = text.as_bytes().get(at) else {
            return false;
        };
        // a stop that opens a name such as ".NET" belongs to it
        if text[at + 1..].starts_with(char::is_alphanumeric) {
            return false;
        }
        // after a full stop, dots before a capital open the next sentence
        let attached = !text[..self.start].ends_with(' ');
        if self.kind == Kind::Period && attached && dots_open(&text[at..]) {
            return false;
        }
        self.kind = join(self.kind, Kind::Ellipsis);
        true
    }

    /// Takes in a quotation mark set apart by spaces where one is open: `Go . " Then`
    fn detached_mark(&mut self, text: &str, sentence: usize) {
        let bytes = text.as_bytes();
        let mark = match bytes.get(self.end + 1) {
            Some(mark @ (b'"' | b'\'')) if bytes[self.end] == b' ' => *mark,
            _ => return,
        };
        let run = bytes[self.end + 1..]
            .iter()
            .take_while(|&&byte| byte == mark)
            .count();
        let end = self.end + 1 + run;
        if run <= 2
            && matches!(bytes.get(end), None | Some(b' '))
            && is_open(
                &bytes[sentence.max(self.start.saturating_sub(MARK_WINDOW))..self.start],
                mark,
            )
        {
            self.end = end;
            self.quoted = true;
        }
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

/// Whether `c` is an emoji or belongs to one.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

fn letter_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether `rest` is a closing bracket set apart by spaces.
fn closes_apart(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b')' | b']' | b'}', b' ', ..])
}

/// Whether `rest` is an ellipsis before a capital.
fn dots_open(rest: &str) -> bool {
    let after = rest.trim_start_matches(['.', ' ']);
    rest.len() - after.len() < 10 && after.starts_with(char::is_uppercase)
}

/// How far back an opening mark is looked for, in bytes.
const MARK_WINDOW: usize = 256;

/// The longest part of a line whose marks are counted, in bytes.
const LINE_WINDOW: usize = 1024;

/// Whether the straight double mark at `at` opens: its line has no open one.
fn opens(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let from = at.saturating_sub(LINE_WINDOW);
    let line = match memchr::memrchr(b'\n', &bytes[from..at]) {
        Some(before) => from + before + 1,
        None if from == 0 => 0,
        None => return false,
    };
    !is_open(&bytes[line..at], b'"')
}

/// Whether an odd number of marks that are no apostrophes stands in `window`.
fn is_open(window: &[u8], mark: u8) -> bool {
    let is_letter = |at: Option<&u8>| at.is_some_and(u8::is_ascii_alphanumeric);
    let mut marks = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(mark, &window[at..]) {
        let start = at + found;
        at = start + 1;
        while window.get(at) == Some(&mark) {
            at += 1;
        }
        let before = start.checked_sub(1).and_then(|before| window.get(before));
        marks += usize::from(!(is_letter(before) && is_letter(window.get(at))));
    }
    marks % 2 == 1
}

fn terminator(c: char) -> Option<Kind> {
    match c {
        '.' => Some(Kind::Period),
        '!' | '?' | '؟' => Some(Kind::Emphatic),
        '…' => Some(Kind::Ellipsis),
        '。' | '！' | '？' => Some(Kind::Wide),
        '—' | '–' => Some(Kind::Dash),
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
