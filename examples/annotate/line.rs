//! One line of input: an article as JSON in, its annotations out.

use std::borrow::Cow;

use clap::ValueEnum;
use copydesk::Normalizer;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::record::{Output, boilerplate, everything, pair, quote};

/// A layer to run alone.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Layer {
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

/// Appends the output line of an input line to `json`, nothing for a blank one; the error says what
/// is wrong with the line.
pub(crate) fn annotate(
    line: &[u8],
    normalizer: &Normalizer,
    only: Option<Layer>,
    json: &mut Vec<u8>,
) -> Result<(), String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    let input: Input = serde_json::from_slice(line).map_err(|error| complaint(&error))?;
    let text = &*input.text;
    match only {
        None => write(json, input.id, everything(&normalizer.normalize(text))),
        Some(Layer::Sentences) => {
            let sentences = normalizer.sentences(text).map(|s| pair(s.span()));
            let output = Output {
                sentences: Some(sentences.collect()),
                ..Output::default()
            };
            write(json, input.id, output)
        }
        Some(Layer::Quotations) => {
            let quotations = normalizer.quotations(text);
            let output = Output {
                quotes: Some(quotations.iter().map(quote).collect()),
                ..Output::default()
            };
            write(json, input.id, output)
        }
        Some(Layer::Boilerplate) => write(json, input.id, boilerplate(&normalizer.story(text))),
    }
    .map_err(|error| error.to_string())
}

/// The parser's words, with the column only: the line is known better outside.
fn complaint(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match words.rsplit_once(" at line ") {
        Some((words, _)) => format!("{words} at column {}", error.column()),
        None => words,
    }
}

fn write<'a>(json: &mut Vec<u8>, id: &'a RawValue, output: Output<'a>) -> serde_json::Result<()> {
    let output = Output {
        id: Some(id),
        ..output
    };
    serde_json::to_writer(&mut *json, &output)?;
    json.push(b'\n');
    Ok(())
}
