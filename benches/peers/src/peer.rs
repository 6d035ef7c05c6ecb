//! [`Peer`]: something that reads a text, as a function that counts what it finds and, for
//! splitters, one that gives spans.

use std::ops::Range;
use std::{env, error::Error, fs};

use copydesk::{Kind, Normalizer};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use memchr::memchr3_iter;
use segtok::segmenter::{SegmentConfig, split_single};
use srx::SRX;
use unicode_segmentation::UnicodeSegmentation;

/// What the others are compared with.
pub const SCAN: &str = "memchr3 over . ? !";
pub const SENTENCEX: &str = "sentencex";
pub const ICU: &str = "icu_segmenter";

/// A splitter, or another job to compare its speed with.
pub struct Peer {
    pub name: &'static str,
    /// The number of sentences or whatever it finds, the cheapest way that there is.
    pub count: Count,
    /// Where the sentences are, perhaps with white space around them.
    pub spans: Option<Spans>,
}

type Count = Box<dyn Fn(&str) -> usize>;
pub type Spans = Box<dyn Fn(&str) -> Vec<Range<usize>>>;

/// The search that no splitter can be faster than, the jobs of copydesk, the splitters.
pub fn all() -> Result<Vec<Peer>, Box<dyn Error>> {
    let mut peers = vec![scan(), copydesk()];
    peers.extend(other_jobs()?);
    peers.extend([sentencex(), icu(), unicode(), segtok()]);
    if let Some(file) = env::var_os("COPYDESK_BENCH_SRX") {
        peers.push(srx(&fs::read_to_string(file)?)?);
    }
    Ok(peers)
}

fn copydesk() -> Peer {
    Peer {
        name: "copydesk, sentences",
        count: Box::new(|text| copydesk::sentences(text).count()),
        spans: Some(Box::new(|text| {
            copydesk::sentences(text)
                .map(|sentence| sentence.span().range())
                .collect()
        })),
    }
}

fn scan() -> Peer {
    Peer {
        name: SCAN,
        count: Box::new(|text| memchr3_iter(b'.', b'?', b'!', text.as_bytes()).count()),
        spans: None,
    }
}

/// What copydesk does besides sentences.
fn other_jobs() -> Result<Vec<Peer>, Box<dyn Error>> {
    let marked = Normalizer::builder().kinds([Kind::Direct, Kind::Mixed, Kind::Scare]);
    let marked = marked.build()?;
    let jobs: [(_, Count); 4] = [
        (
            "copydesk, story",
            Box::new(|text| copydesk::story(text).boilerplate().len()),
        ),
        (
            "copydesk, quotations in marks",
            Box::new(move |text| marked.quotations(text).len()),
        ),
        (
            "copydesk, quotations",
            Box::new(|text| copydesk::quotations(text).len()),
        ),
        (
            "copydesk, all three",
            Box::new(|text| copydesk::normalize(text).sentences().len()),
        ),
    ];
    let job = |(name, count)| Peer {
        name,
        count,
        spans: None,
    };
    Ok(jobs.into_iter().map(job).collect())
}

fn sentencex() -> Peer {
    Peer {
        name: SENTENCEX,
        count: Box::new(|text| sentencex::segment("en", text).len()),
        spans: Some(Box::new(|text| {
            sentencex::get_sentence_boundaries("en", text)
                .iter()
                .map(|sentence| sentence.start_byte..sentence.end_byte)
                .collect()
        })),
    }
}

fn icu() -> Peer {
    let segmenter = || SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    Peer {
        name: ICU,
        count: Box::new(move |text| segmenter().segment_str(text).count() - 1),
        spans: Some(Box::new(move |text| {
            let breaks: Vec<usize> = segmenter().segment_str(text).collect();
            breaks.windows(2).map(|pair| pair[0]..pair[1]).collect()
        })),
    }
}

fn unicode() -> Peer {
    Peer {
        name: "unicode-segmentation",
        count: Box::new(|text| text.split_sentence_bounds().count()),
        spans: Some(Box::new(|text| {
            text.split_sentence_bound_indices()
                .map(|(at, sentence)| at..at + sentence.len())
                .collect()
        })),
    }
}

fn segtok() -> Peer {
    Peer {
        name: "segtok",
        count: Box::new(|text| lines_of_segtok(text).map(|line| line.len()).sum()),
        spans: Some(Box::new(|text| {
            find(text, &lines_of_segtok(text).flatten().collect::<Vec<_>>())
        })),
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
        spans: Some(Box::new(move |text| rules.split_ranges(text))),
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
