//! Reads the inputs in batches of whole lines, bounded by bytes, so that memory stays flat.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::vec;

/// A batch takes no further line from here on: some fifty articles.
const BYTES: usize = 256 << 10;

/// Some whole lines of one input.
pub(crate) struct Batch {
    /// The input's name, for complaints.
    pub(crate) source: Arc<str>,
    /// The number of the first line, counted from 1.
    first: usize,
    pub(crate) bytes: Vec<u8>,
}

impl Batch {
    /// Each line with its number.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        (self.first..).zip(self.bytes.split_inclusive(|&byte| byte == b'\n'))
    }
}

/// The batches of several inputs, one input after the other; an input that cannot be read gives one
/// complaint.
pub(crate) struct Batches {
    files: vec::IntoIter<PathBuf>,
    current: Option<Input>,
}

struct Input {
    name: Arc<str>,
    reader: BufReader<Box<dyn Read + Send>>,
    line: usize,
    /// What went wrong behind the lines that were read.
    failed: Option<io::Error>,
}

impl Batches {
    /// Of `files`, or of standard input when there are none.
    pub(crate) fn new(files: Vec<PathBuf>) -> Self {
        if files.is_empty() {
            return Self::of("standard input", Box::new(io::stdin()));
        }
        Self {
            files: files.into_iter(),
            current: None,
        }
    }

    /// Of one input that is open already.
    pub(crate) fn of(name: &str, reader: Box<dyn Read + Send>) -> Self {
        Self {
            files: Vec::new().into_iter(),
            current: Some(Input::new(name, reader)),
        }
    }
}

impl Iterator for Batches {
    type Item = Result<Batch, String>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(input) = &mut self.current {
                match input.batch() {
                    Ok(Some(batch)) => return Some(Ok(batch)),
                    Ok(None) => self.current = None,
                    Err(error) => {
                        let complaint = format!("{}: {error}", input.name);
                        self.current = None;
                        return Some(Err(complaint));
                    }
                }
            } else {
                let path = self.files.next()?;
                let name = path.display().to_string();
                match File::open(&path) {
                    Ok(file) => self.current = Some(Input::new(&name, Box::new(file))),
                    Err(error) => return Some(Err(format!("{name}: {error}"))),
                }
            }
        }
    }
}

impl Input {
    fn new(name: &str, reader: Box<dyn Read + Send>) -> Self {
        Self {
            name: name.into(),
            reader: BufReader::with_capacity(1 << 16, reader),
            line: 1,
            failed: None,
        }
    }

    /// The next lines; nothing at the end. An error comes after the lines before it; the line that it
    /// cuts off is lost.
    fn batch(&mut self) -> io::Result<Option<Batch>> {
        let first = self.line;
        let mut bytes = Vec::with_capacity(BYTES + BYTES / 4);
        while bytes.len() < BYTES && self.failed.is_none() {
            let whole = bytes.len();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => self.line += 1,
                Err(error) => {
                    bytes.truncate(whole);
                    self.failed = Some(error);
                }
            }
        }
        if self.line == first {
            return self.failed.take().map_or(Ok(None), Err);
        }
        Ok(Some(Batch {
            source: Arc::clone(&self.name),
            first,
            bytes,
        }))
    }
}
