//! Annotates articles in bulk: JSON Lines in, JSON Lines out, in input order, on all cores.
//!
//! ```sh
//! cargo run --release --example annotate -- articles.jsonl > annotated.jsonl
//! ```
//!
//! Each input line is an object with `id` and `text`; a line that is not is reported on standard
//! error, skipped and counted, and the exit status is then 2. All offsets are UTF-8 bytes, half
//! open.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use copydesk::{Article, Boilerplate, Excerpt, LeadIn, Normalizer, Quotation, Span, Story};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Lines that are read, annotated in parallel and written together.
const BATCH: usize = 512;

#[derive(Parser)]
#[command(about = "Annotates articles: JSON Lines in, JSON Lines out")]
struct Options {
    /// Files of JSON Lines; standard input without any
    files: Vec<PathBuf>,
    /// Run one layer alone
    #[arg(long)]
    only: Option<Layer>,
    /// Threads; all cores by default
    #[arg(long, default_value_t = 0)]
    jobs: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Layer {
    Sentences,
    Quotations,
    Boilerplate,
}

#[derive(Deserialize)]
struct Input<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

#[derive(Serialize, Default)]
struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentences: Option<Vec<[usize; 2]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<Vec<Quote<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_quotes: Option<Vec<[usize; 2]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<Vec<Removed<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<[usize; 2]>,
}

#[derive(Serialize)]
struct Quote<'a> {
    kind: &'a str,
    content: Vec<[usize; 2]>,
    cue: Option<[usize; 2]>,
    speaker: Option<[usize; 2]>,
    speaker_name: Option<&'a str>,
    rule: &'a str,
}

#[derive(Serialize)]
struct Removed<'a> {
    span: [usize; 2],
    category: &'a str,
    rule: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(2),
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input; gives the number of bad lines.
fn run(options: &Options) -> io::Result<usize> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs)
        .build_global()
        .map_err(io::Error::other)?;
    let normalizer = Normalizer::default();
    let mut output = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let mut bad = 0;
    if options.files.is_empty() {
        bad += stream(
            "standard input",
            io::stdin().lock(),
            &mut output,
            &normalizer,
            options,
        )?;
    }
    for path in &options.files {
        let name = path.display().to_string();
        let at = |error| io::Error::other(format!("{name}: {error}"));
        let input = BufReader::with_capacity(1 << 20, File::open(path).map_err(at)?);
        bad += stream(&name, input, &mut output, &normalizer, options).map_err(at)?;
    }
    output.flush()?;
    Ok(bad)
}

/// Annotates one input, batch by batch.
fn stream(
    name: &str,
    mut input: impl BufRead,
    output: &mut impl Write,
    normalizer: &Normalizer,
    options: &Options,
) -> io::Result<usize> {
    let mut bad = 0;
    let mut number = 0;
    loop {
        let lines = batch(&mut input)?;
        if lines.is_empty() {
            return Ok(bad);
        }
        let annotated: Vec<_> = lines
            .par_iter()
            .map(|line| annotate(line, normalizer, options.only))
            .collect();
        for result in annotated {
            number += 1;
            match result {
                Ok(json) => output.write_all(&json)?,
                Err(error) => {
                    bad += 1;
                    eprintln!("annotate: {name}, line {number}: {error}");
                }
            }
        }
    }
}

fn batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::with_capacity(BATCH);
    while lines.len() < BATCH {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The output line of an input line; nothing for a blank one.
fn annotate(
    line: &[u8],
    normalizer: &Normalizer,
    only: Option<Layer>,
) -> serde_json::Result<Vec<u8>> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let input: Input = serde_json::from_slice(line)?;
    let text = &*input.text;
    let mut json = Vec::with_capacity(line.len());
    match only {
        None => write(
            &mut json,
            &everything(input.id, &normalizer.normalize(text)),
        )?,
        Some(Layer::Sentences) => {
            let sentences = normalizer.sentences(text).map(|s| pair(s.span())).collect();
            write(
                &mut json,
                &Output {
                    id: Some(input.id),
                    sentences: Some(sentences),
                    ..Output::default()
                },
            )?;
        }
        Some(Layer::Quotations) => {
            let quotations = normalizer.quotations(text);
            let quotes = quotations.iter().map(quote).collect();
            write(
                &mut json,
                &Output {
                    id: Some(input.id),
                    quotes: Some(quotes),
                    ..Output::default()
                },
            )?;
        }
        Some(Layer::Boilerplate) => {
            let story = normalizer.story(text);
            write(
                &mut json,
                &Output {
                    id: Some(input.id),
                    ..boilerplate(&story)
                },
            )?;
        }
    }
    Ok(json)
}

fn write(json: &mut Vec<u8>, output: &Output<'_>) -> serde_json::Result<()> {
    serde_json::to_writer(&mut *json, output)?;
    json.push(b'\n');
    Ok(())
}

fn everything<'a>(id: &'a RawValue, article: &'a Article<'_>) -> Output<'a> {
    Output {
        id: Some(id),
        sentences: Some(article.sentences().iter().map(|s| pair(s.span())).collect()),
        quotes: Some(article.quotations().iter().map(quote).collect()),
        missing_quotes: Some(
            article
                .lead_ins()
                .iter()
                .map(|l: &LeadIn| pair(l.excerpt.span()))
                .collect(),
        ),
        ..boilerplate(article.story())
    }
}

fn quote<'a>(quotation: &'a Quotation<'_>) -> Quote<'a> {
    let span = |excerpt: Excerpt<'_>| pair(excerpt.span());
    Quote {
        kind: quotation.kind.name(),
        content: quotation.content().map(span).collect(),
        cue: quotation.cue.map(span),
        speaker: quotation.speaker.map(|speaker| span(speaker.mention)),
        speaker_name: quotation
            .speaker
            .and_then(|speaker| speaker.name)
            .map(|name| name.as_str()),
        rule: quotation.evidence.rule,
    }
}

fn boilerplate<'a>(story: &'a Story<'_>) -> Output<'a> {
    let removed = |line: &'a Boilerplate<'_>| Removed {
        span: pair(line.excerpt.span()),
        category: line.category.name(),
        rule: &line.rule,
        kept: line.kept,
    };
    Output {
        removed: Some(story.boilerplate().iter().map(removed).collect()),
        body: Some(pair(story.body())),
        ..Output::default()
    }
}

fn pair(span: Span) -> [usize; 2] {
    [span.start, span.end]
}
