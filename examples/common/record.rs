//! The JSON form of an article's annotations, which `annotate` and `normalize --json` share.
//!
//! All offsets are UTF-8 bytes of the text that went in, half open.

use std::borrow::Cow;

use copydesk::{Article, Boilerplate, Excerpt, LeadIn, Quotation, Span, Story};
use serde::Serialize;
use serde_json::value::RawValue;

/// What was found in one text; what was not asked for is left out.
#[derive(Serialize, Default)]
pub(crate) struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<&'a RawValue>,
    /// The clean text, into which no offset points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) story: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sentences: Option<Vec<[usize; 2]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quotes: Option<Vec<Quote<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) missing_quotes: Option<Vec<[usize; 2]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) removed: Option<Vec<Removed<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<[usize; 2]>,
}

#[derive(Serialize)]
pub(crate) struct Quote<'a> {
    kind: &'a str,
    content: Vec<[usize; 2]>,
    cue: Option<[usize; 2]>,
    speaker: Option<[usize; 2]>,
    speaker_name: Option<&'a str>,
    rule: &'a str,
    level: &'a str,
}

#[derive(Serialize)]
pub(crate) struct Removed<'a> {
    span: [usize; 2],
    category: &'a str,
    rule: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
}

/// All that was found in an article.
pub(crate) fn everything<'a>(article: &'a Article<'_>) -> Output<'a> {
    let announced = |lead_in: &LeadIn| pair(lead_in.excerpt.span());
    Output {
        sentences: Some(article.sentences().iter().map(|s| pair(s.span())).collect()),
        quotes: Some(article.quotations().iter().map(quote).collect()),
        missing_quotes: Some(article.lead_ins().iter().map(announced).collect()),
        ..boilerplate(article.story())
    }
}

pub(crate) fn quote<'a>(quotation: &'a Quotation<'_>) -> Quote<'a> {
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

/// The boilerplate alone, and the extent of the story.
pub(crate) fn boilerplate<'a>(story: &'a Story<'_>) -> Output<'a> {
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

pub(crate) fn pair(span: Span) -> [usize; 2] {
    [span.start, span.end]
}
