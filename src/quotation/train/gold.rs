//! Annotated articles, a line of JSON for each: `text`, `publisher`, `attributions` and `quoted`.
//!
//! Spans are pairs of offsets, half open, in UTF-8 bytes.

use serde::Deserialize;

use crate::span::Span;

#[derive(Deserialize)]
pub(super) struct Article {
    pub(super) publisher: String,
    pub(super) text: String,
    /// Who says what.
    pub(super) attributions: Vec<Attribution>,
    /// What stands in marks.
    pub(super) quoted: Vec<Quoted>,
}

#[derive(Deserialize)]
pub(super) struct Attribution {
    /// `direct`, `mixed` or `indirect`.
    pub(super) kind: String,
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
    /// Whether it is speech, not thought.
    pub(super) speech: bool,
}

#[derive(Deserialize)]
pub(super) struct Quoted {
    span: [usize; 2],
    pub(super) depth: u8,
    /// `direct`, `mixed`, or `none-attributed` for what is no speech.
    pub(super) label: String,
}

impl Article {
    /// Those in the file that `COPYDESK_GOLD` names; `None`, and a line that says so, where it names none.
    pub(super) fn read_all() -> Option<Vec<Self>> {
        let Some(path) = std::env::var_os("COPYDESK_GOLD") else {
            println!("nothing to train on: set COPYDESK_GOLD to a file of annotated articles");
            return None;
        };
        let file = std::fs::read_to_string(path).expect("the annotated articles can be read");
        let articles = file.lines().map(serde_json::from_str);
        let articles: Result<_, _> = articles.collect();
        Some(articles.expect("each line is an annotated article"))
    }
}

impl Attribution {
    pub(super) fn sources(&self) -> impl Iterator<Item = Span> + Clone + '_ {
        spans(&self.source)
    }

    pub(super) fn cues(&self) -> impl Iterator<Item = Span> + Clone + '_ {
        spans(&self.cue)
    }

    pub(super) fn contents(&self) -> impl Iterator<Item = Span> + Clone + '_ {
        spans(&self.content)
    }
}

impl Quoted {
    pub(super) fn span(&self) -> Span {
        Span::new(self.span[0], self.span[1])
    }
}

fn spans(list: &[[usize; 2]]) -> impl Iterator<Item = Span> + Clone + '_ {
    list.iter().map(|&[start, end]| Span::new(start, end))
}
