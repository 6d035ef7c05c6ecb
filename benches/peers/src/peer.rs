//! [`Peer`]: a splitter, as a function that counts and one that gives spans.

use std::ops::Range;
use std::{env, error::Error, fs};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use segtok::segmenter::{SegmentConfig, split_single};
use srx::SRX;
use unicode_segmentation::UnicodeSegmentation;

/// A splitter.
pub struct Peer {
    pub name: &'static str,
    /// The number of sentences, found the cheapest way that the splitter has.
    pub count: Box<dyn Fn(&str) -> usize>,
    /// Where the sentences are, perhaps with white space around them.
    pub spans: Box<dyn Fn(&str) -> Vec<Range<usize>>>,
}

/// All splitters, copydesk first.
pub fn all() -> Result<Vec<Peer>, Box<dyn Error>> {
    let mut peers = vec![copydesk(), sentencex(), icu(), unicode(), segtok()];
    if let Some(file) = env::var_os("COPYDESK_BENCH_SRX") {
        peers.push(srx(&fs::read_to_string(file)?)?);
    }
    Ok(peers)
}

fn copydesk() -> Peer {
    Peer {
        name: "copydesk",
        count: Box::new(|text| copydesk::sentences(text).count()),
        spans: Box::new(|text| {
            copydesk::sentences(text)
                .map(|sentence| sentence.span().range())
                .collect()
        }),
    }
}

fn sentencex() -> Peer {
    Peer {
        name: "sentencex",
        count: Box::new(|text| sentencex::segment("en", text).len()),
        spans: Box::new(|text| {
            sentencex::get_sentence_boundaries("en", text)
                .iter()
                .map(|sentence| sentence.start_byte..sentence.end_byte)
                .collect()
        }),
    }
}

fn icu() -> Peer {
    let segmenter = || SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    Peer {
        name: "icu_segmenter",
        count: Box::new(move |text| segmenter().segment_str(text).count() - 1),
        spans: Box::new(move |text| {
            let breaks: Vec<usize> = segmenter().segment_str(text).collect();
            breaks.windows(2).map(|pair| pair[0]..pair[1]).collect()
        }),
    }
}

fn unicode() -> Peer {
    Peer {
        name: "unicode-segmentation",
        count: Box::new(|text| text.split_sentence_bounds().count()),
        spans: Box::new(|text| {
            text.split_sentence_bound_indices()
                .map(|(at, sentence)| at..at + sentence.len())
                .collect()
        }),
    }
}

fn segtok() -> Peer {
    Peer {
        name: "segtok",
        count: Box::new(|text| lines_of_segtok(text).map(|line| line.len()).sum()),
        spans: Box::new(|text| find(text, &lines_of_segtok(text).flatten().collect::<Vec<_>>())),
    }
}

/// segtok line by line: on a long text, its regular expressions run into their limit and panic.
fn lines_of_segtok(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.lines()
        .map(|line| split_single(line, SegmentConfig::default()))
}

fn srx(rules: &str) -> Result<Peer, Box<dyn Error>> {
    let rules = rules.parse::<SRX>()?.language_rules("en");
    let counting = rules.clone();
    Ok(Peer {
        name: "srx",
        count: Box::new(move |text| counting.split(text).count()),
        spans: Box::new(move |text| rules.split_ranges(text)),
    })
}

/// The spans of sentences that came as strings.
fn find(text: &str, sentences: &[String]) -> Vec<Range<usize>> {
    let mut at = 0;
    sentences
        .iter()
        .filter_map(|sentence| {
            let start = at + text[at..].find(sentence.trim())?;
            at = start + sentence.trim().len();
            Some(start..at)
        })
        .collect()
}
