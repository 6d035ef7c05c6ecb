//! Annotated articles, a line of JSON for each: `text`, `publisher`, `attributions` and `quoted`; and
//! annotations of other articles by offsets alone, whose texts are elsewhere.
//!
//! Spans are pairs of offsets, half open, in UTF-8 bytes.

use std::collections::BTreeMap;
use std::env::var_os;
use std::fs::read_to_string;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::span::Span;

#[derive(Deserialize)]
pub(super) struct Article {
    pub(super) publisher: String,
    pub(super) text: String,
    /// Whether it is annotated by offsets.
    #[serde(skip)]
    pub(super) added: bool,
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

/// What is annotated of an article whose text is elsewhere.
#[derive(Deserialize)]
struct Offsets {
    id: String,
    /// Start, end and label.
    quoted: Vec<(usize, usize, String)>,
    /// Kind, whether it is speech, source, cue and content.
    attributions: Vec<(String, bool, Pairs, Pairs, Pairs)>,
}

type Pairs = Vec<[usize; 2]>;

#[derive(Deserialize)]
struct Published {
    id: String,
    publisher: String,
    text: String,
}

/// The many publishers of what is annotated by offsets are left out in so many groups.
const GROUPS: usize = 5;
const OFFSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/annotated/offsets.jsonl");

impl Article {
    /// Those in the file that `COPYDESK_GOLD` names, and those annotated by offsets whose texts are in the one
    /// that `COPYDESK_TEXTS` names; `None`, and a line that says so, where the first is missing.
    pub(super) fn read_all() -> Option<Vec<Self>> {
        let Some(path) = var_os("COPYDESK_GOLD") else {
            println!("nothing to train on: set COPYDESK_GOLD to a file of annotated articles");
            return None;
        };
        let mut articles: Vec<Self> = lines(path);
        if let Some(texts) = var_os("COPYDESK_TEXTS") {
            let texts = lines(texts)
                .into_iter()
                .map(|text: Published| (text.id.clone(), text));
            let mut texts: BTreeMap<String, Published> = texts.collect();
            let offsets: Vec<Offsets> = lines(OFFSETS);
            let joined = |own: Offsets| texts.remove(&own.id).map(|text| own.article(text));
            articles.extend(offsets.into_iter().filter_map(joined));
        }
        Some(articles)
    }

    /// How much its examples count, if those of the articles annotated by offsets count `added`.
    pub(super) fn weight(&self, added: f32) -> f32 {
        if self.added { added } else { 1.0 }
    }
}

impl Offsets {
    fn article(self, text: Published) -> Article {
        let quoted = self.quoted.into_iter().map(|(start, end, label)| Quoted {
            span: [start, end],
            depth: 0,
            label,
        });
        let attributions = self.attributions.into_iter();
        let attributions = attributions.map(|(kind, speech, source, cue, content)| Attribution {
            kind,
            source,
            cue,
            content,
            speech,
        });
        let letters = text.publisher.bytes().map(usize::from);
        Article {
            publisher: format!("others {}", letters.sum::<usize>() % GROUPS),
            text: text.text,
            added: true,
            attributions: attributions.collect(),
            quoted: quoted.collect(),
        }
    }
}

/// The values in a file, one a line.
fn lines<T: DeserializeOwned>(path: impl AsRef<std::path::Path>) -> Vec<T> {
    let file = read_to_string(path).expect("the annotations can be read");
    let values: Result<_, _> = file.lines().map(serde_json::from_str).collect();
    values.expect("each line is an annotation")
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
