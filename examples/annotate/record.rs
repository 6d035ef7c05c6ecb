//! The JSON forms: an article in, its annotations out.

use std::borrow::Cow;

use clap::ValueEnum;
use copydesk::{Article, Boilerplate, Excerpt, LeadIn, Normalizer, Quotation, Span, Story};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

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
    level: &'a str,
}

#[derive(Serialize)]
struct Removed<'a> {
    span: [usize; 2],
    category: &'a str,
    rule: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
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

fn everything<'a>(article: &'a Article<'_>) -> Output<'a> {
    let announced = |lead_in: &LeadIn| pair(lead_in.excerpt.span());
    Output {
        sentences: Some(article.sentences().iter().map(|s| pair(s.span())).collect()),
        quotes: Some(article.quotations().iter().map(quote).collect()),
        missing_quotes: Some(article.lead_ins().iter().map(announced).collect()),
        ..boilerplate(article.story())
    }
}

fn quote<'a>(quotation: &'a Quotation<'_>) -> Quote<'a> {
    let span = |excerpt: Excerpt<'_>| pair(excerpt.span());
    let speaker = quotation.speaker;
    Quote {
        kind: quotation.kind.name(),
        content: quotation.content().map(span).collect(),
        cue: quotation.cue.map(span),
        speaker: speaker.map(|speaker| span(speaker.mention)),
        speaker_name: speaker.and_then(|s| s.name).map(|name| name.as_str()),
        rule: quotation.evidence.rule,
        level: quotation.evidence.level.name(),
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
