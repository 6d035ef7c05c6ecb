//! [`Gold`]: texts whose sentences are known, and the score of a splitter on them.

use std::collections::HashSet;
use std::error::Error;
use std::ops::Range;
use std::path::Path;
use std::{fmt, fs};

use serde::Deserialize;

use crate::peer::{Peer, Spans};

/// A gold file.
pub struct Gold {
    pub name: String,
    articles: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    text: String,
    sentences: Vec<(usize, usize)>,
}

/// F1 in per cent.
pub struct Score {
    spans: f64,
    inner: f64,
}

impl Gold {
    /// Reads JSON Lines.
    pub fn read(file: &str) -> Result<Self, Box<dyn Error>> {
        let articles = fs::read_to_string(file)?
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        let name = Path::new(file).file_stem().unwrap_or_default();
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            articles,
        })
    }

    /// How well `peer` does, each line fed on its own, if it splits.
    pub fn score(&self, peer: &Peer) -> Option<Score> {
        let split = peer.spans.as_ref()?;
        let (mut spans, mut inner) = (Count::default(), Count::default());
        for Article { text, sentences } in &self.articles {
            let gold = sentences.iter().map(|&(start, end)| start..end).collect();
            let found = split_lines(text, split);
            inner.add(&inner_ends(text, &gold), &inner_ends(text, &found));
            spans.add(&gold, &found);
        }
        Some(Score {
            spans: spans.f1(),
            inner: inner.f1(),
        })
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1}/{:.1}", self.spans, self.inner)
    }
}

#[derive(Default)]
struct Count {
    gold: usize,
    found: usize,
    both: usize,
}

impl Count {
    fn add<T: Eq + std::hash::Hash>(&mut self, gold: &HashSet<T>, found: &HashSet<T>) {
        self.gold += gold.len();
        self.found += found.len();
        self.both += gold.intersection(found).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.gold + self.found) as f64
    }
}

fn split_lines(text: &str, split: &Spans) -> HashSet<Range<usize>> {
    let mut found = HashSet::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        for span in split(line) {
            let words = line[span.clone()].trim_matches(is_blank);
            if !words.is_empty() {
                let start = at + words.as_ptr().addr() - line.as_ptr().addr();
                found.insert(start..start + words.len());
            }
        }
        at += line.len();
    }
    found
}

/// The ends that more text follows on the same line.
fn inner_ends(text: &str, spans: &HashSet<Range<usize>>) -> HashSet<usize> {
    spans
        .iter()
        .map(|span| span.end)
        .filter(|&end| {
            let rest = text[end..].trim_start_matches(|c| is_blank(c) && !"\r\n".contains(c));
            !rest.is_empty() && !rest.starts_with(['\r', '\n'])
        })
        .collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || "\u{200b}\u{feff}".contains(c)
}
