//! [`Cursor`]: walks through a list of rules, line by line, item by item, word by word.

/// A place in a list of rules.
pub(super) struct Cursor<'l> {
    list: &'l str,
    at: usize,
}

impl<'l> Cursor<'l> {
    /// The start of a list.
    pub(super) const fn new(list: &'l str) -> Self {
        Self { list, at: 0 }
    }

    /// Whether the list ends here.
    pub(super) const fn is_done(&self) -> bool {
        self.at >= self.list.len()
    }

    /// The number of this line, counted from 1.
    pub(super) fn line_number(&self) -> usize {
        1 + memchr::memchr_iter(b'\n', &self.list.as_bytes()[..self.at]).count()
    }

    /// Goes to the next item of the line, and gives its first byte; nothing at the end of the line.
    pub(super) fn next_item(&mut self) -> Option<u8> {
        loop {
            match self.byte(self.at) {
                b'\n' => return None,
                byte if is_blank(byte) => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    /// Goes from the end of a line to the next.
    pub(super) fn next_line(&mut self) {
        self.at += 1;
    }

    /// The rest of the line.
    pub(super) fn rest(&mut self) -> &'l str {
        let rest = &self.list[self.at..];
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        self.at += end;
        rest[..end].trim_ascii_end()
    }

    /// The item that begins here, without going on.
    pub(super) fn item(&self) -> &'l str {
        let rest = &self.list[self.at..];
        let end = rest.bytes().position(is_blank);
        &rest[..end.unwrap_or(rest.len())]
    }

    /// Goes on by an item, or as much as that.
    pub(super) fn pass(&mut self, item: &str) {
        self.at += item.len();
    }

    /// Goes past the word, mark or class that begins here.
    pub(super) fn word(&mut self) -> &'l str {
        let start = self.at;
        while !self.ends_word(self.at) {
            self.at += 1;
        }
        &self.list[start..self.at]
    }

    /// Goes past `mark` if it stands here.
    pub(super) fn take(&mut self, mark: u8) -> bool {
        let taken = self.byte(self.at) == mark;
        self.at += usize::from(taken);
        taken
    }

    /// The byte at an offset; behind the list, the end of a line.
    fn byte(&self, at: usize) -> u8 {
        self.list.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    /// Whether a word ends before `at`: with its item, at a bar, or at the question mark that ends
    /// its item.
    fn ends_word(&self, at: usize) -> bool {
        match self.byte(at) {
            b'|' => true,
            b'?' => is_blank(self.byte(at + 1)),
            byte => is_blank(byte),
        }
    }
}

/// Whether a byte is white space, or something else that is not seen.
const fn is_blank(byte: u8) -> bool {
    byte <= b' '
}
