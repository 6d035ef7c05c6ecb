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
}

impl Batches {
    /// Of `files`, or of standard input when there are none.
    pub(crate) fn new(files: Vec<PathBuf>) -> Self {
        let current = files
            .is_empty()
            .then(|| Input::new("standard input", Box::new(io::stdin())));
        Self {
            files: files.into_iter(),
            current,
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
        }
    }

    /// The next lines; nothing at the end. What an error cuts off is lost, the lines before it are
    /// not: they went with earlier batches or go with this one.
    fn batch(&mut self) -> io::Result<Option<Batch>> {
        let first = self.line;
        let mut bytes = Vec::with_capacity(BYTES + BYTES / 4);
        while bytes.len() < BYTES {
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => self.line += 1,
                Err(_) if self.line > first => break,
                Err(error) => return Err(error),
            }
        }
        let batch = Batch {
            source: Arc::clone(&self.name),
            first,
            bytes,
        };
        Ok((self.line > first).then_some(batch))
    }
}
