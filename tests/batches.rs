//! How the example `annotate` reads its input and shares it out, where something fails.

#[path = "../examples/annotate/batch.rs"]
mod batch;
#[path = "../examples/annotate/pipeline.rs"]
mod pipeline;

use std::io::{self, Read};

use batch::Batches;

/// Reads `0` up to its end, then fails once, then has ended.
struct Failing(&'static [u8], Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self.1.take_if(|_| self.0.is_empty()) {
            Some(error) => Err(error),
            None => self.0.read(to),
        }
    }
}

#[test]
fn an_error_comes_after_the_whole_lines_before_it() {
    for (input, whole) in [
        ("one\ntwo\n", &["one\n", "two\n"][..]),
        ("one\ntwo\nthr", &["one\n", "two\n"]),
        ("on", &[]),
        ("", &[]),
    ] {
        let failing = Failing(input.as_bytes(), Some(io::Error::other("no disk")));
        let mut batches = Batches::of("a file", Box::new(failing));
        if !whole.is_empty() {
            let batch = batches.next().unwrap().ok().unwrap();
            let lines: Vec<_> = batch.lines().collect();
            let expected = whole.iter().map(|line| line.as_bytes());
            assert_eq!(lines, (1..).zip(expected).collect::<Vec<_>>());
            assert_eq!((&*batch.source, batch.bytes.len()), ("a file", 8));
        }
        let error = batches.next().unwrap().err();
        assert_eq!(error.as_deref(), Some("a file: no disk"));
        assert!(batches.next().is_none());
    }
}

#[test]
fn a_file_that_is_not_there_is_one_complaint() {
    let mut batches = Batches::new(vec!["no-such-file".into()]);
    let error = batches.next().unwrap().err().unwrap();
    assert!(error.starts_with("no-such-file: "), "{error}");
    assert!(batches.next().is_none());
}

#[test]
fn nobody_waits_for_workers_that_panicked() {
    for jobs in [1, 2] {
        let work = |_| -> usize { panic!("as the test wants it") };
        let run = || pipeline::ordered(jobs, 0..100, work, |_| Ok(()));
        assert!(std::panic::catch_unwind(run).is_err());
    }
}
