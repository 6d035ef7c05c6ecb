//! Annotates articles in bulk: JSON Lines in, JSON Lines out, in input order, on all cores.
//!
//! ```sh
//! cargo run --release --example annotate -- articles.jsonl > annotated.jsonl
//! ```
//!
//! Each input line is an object with `id` and `text`; a line that is not is reported on standard
//! error and skipped, a file that cannot be read likewise, and the exit status is then 2. All
//! offsets are UTF-8 bytes, half open.

mod batch;
mod line;
mod pipeline;
#[path = "../common/record.rs"]
mod record;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use batch::{Batch, Batches};
use clap::Parser;
use copydesk::Normalizer;
use indicatif::{ProgressBar, ProgressStyle};
use line::Layer;

#[derive(Parser)]
#[command(about = "Annotates articles: JSON Lines in, JSON Lines out")]
struct Options {
    /// Files of JSON Lines; standard input without any
    files: Vec<PathBuf>,
    /// Run one layer alone
    #[arg(long)]
    only: Option<Layer>,
    /// Threads that annotate; all cores by default
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

/// What comes of a batch: lines to write, complaints to report, and how much input that was.
struct Annotated {
    json: Vec<u8>,
    bad: Vec<String>,
    bytes: usize,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(2),
        // whoever reads the output has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input; gives the number of lines and files that could not be read.
fn run(options: &Options) -> io::Result<usize> {
    let cores = || thread::available_parallelism().map_or(1, Into::into);
    let jobs = options.jobs.map_or_else(cores, usize::from);
    let normalizer = Normalizer::default();
    let bar = progress(&options.files);
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout());
    let mut bad = 0;
    pipeline::ordered(
        jobs,
        Batches::new(options.files.clone()),
        |batch| match batch {
            Ok(batch) => annotate(&batch, &normalizer, options.only),
            Err(unreadable) => Annotated {
                json: Vec::new(),
                bad: vec![unreadable],
                bytes: 0,
            },
        },
        |annotated| {
            bad += annotated.bad.len();
            bar.suspend(|| {
                for complaint in &annotated.bad {
                    eprintln!("annotate: {complaint}");
                }
            });
            bar.inc(annotated.bytes as u64);
            output.write_all(&annotated.json)
        },
    )?;
    output.flush()?;
    bar.finish_and_clear();
    Ok(bad)
}

fn annotate(batch: &Batch, normalizer: &Normalizer, only: Option<Layer>) -> Annotated {
    let mut json = Vec::with_capacity(batch.bytes.len());
    let mut bad = Vec::new();
    for (number, line) in batch.lines() {
        if let Err(error) = line::annotate(line, normalizer, only, &mut json) {
            bad.push(format!("{}, line {number}: {error}", batch.source));
        }
    }
    Annotated {
        json,
        bad,
        bytes: batch.bytes.len(),
    }
}

/// A bar on standard error, where that is a terminal and the output is not.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let sizes = files.iter().map(|path| path.metadata().map(|m| m.len()));
    let known: Option<u64> = sizes.map(Result::ok).sum();
    let (bar, template) = match known {
        Some(total) if !files.is_empty() => (
            ProgressBar::new(total),
            "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
        ),
        _ => (
            ProgressBar::new_spinner(),
            "{spinner} {bytes}, {bytes_per_sec}",
        ),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
