//! Speed of all that copydesk does, and accuracy of its sentences, beside other splitters of
//! sentences, on the same texts in one run.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- [--markdown] [GOLD.jsonl]...
//! ```
//!
//! The texts are `COPYDESK_BENCH_TEXT=FILE`, JSON Lines with a `text` each or one text, or else an
//! article that ships with copydesk. A gold file has a `{"text": …, "sentences": [[start, end], …]}`
//! a line; each line of its texts is fed on its own. srx takes part where `COPYDESK_BENCH_SRX=FILE`
//! names its rules.

mod accuracy;
mod peer;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, error::Error, fs};

use accuracy::Gold;
use peer::Peer;
use serde::Deserialize;

/// Rounds; in each, everyone has a turn.
const ROUNDS: usize = 11;

/// A turn lasts at least so long, so that the clock's grain does not matter.
const TURN: Duration = Duration::from_millis(40);

const ARTICLE: &str = include_str!("../../../examples/articles/harbour.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let (options, files): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let markdown = options.iter().any(|option| option == "--markdown");
    let texts = texts()?;
    let gold = files
        .iter()
        .map(|file| Gold::read(file))
        .collect::<Result<Vec<_>, _>>()?;
    let peers = peer::all()?;
    let bytes = texts.iter().map(String::len).sum::<usize>();
    let accuracy = if gold.is_empty() {
        ""
    } else {
        "; F1 of exact spans / of boundaries inside a line"
    };
    println!(
        "{} texts, {bytes} bytes, median of {ROUNDS} rounds{accuracy}\n",
        texts.len()
    );
    print(&table(&peers, &speeds(&peers, &texts), &gold), markdown);
    Ok(())
}

/// What to measure on: the articles of JSON Lines, or a file as one text.
fn texts() -> Result<Vec<String>, Box<dyn Error>> {
    let Some(path) = env::var_os("COPYDESK_BENCH_TEXT").map(PathBuf::from) else {
        return Ok(vec![ARTICLE.to_owned()]);
    };
    let file = fs::read_to_string(&path)?;
    if path.extension().is_none_or(|ending| ending != "jsonl") {
        return Ok(vec![file]);
    }
    let text = |line| serde_json::from_str(line).map(|Text { text }| text);
    Ok(file.lines().map(text).collect::<Result<_, _>>()?)
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// A row for each of `peers`: its speed, that in terms of the others', and its accuracy.
fn table(peers: &[Peer], speeds: &[f64], gold: &[Gold]) -> Vec<Vec<String>> {
    let head = ["", "MB/s", "of the scan", "× sentencex", "× icu"];
    let mut head: Vec<String> = head.map(str::to_owned).to_vec();
    head.extend(gold.iter().map(|gold| gold.name.clone()));
    let speed_of = |name| {
        let at = peers.iter().position(|peer| peer.name == name);
        at.map_or(f64::NAN, |at| speeds[at])
    };
    let [scan, sentencex, icu] = [peer::SCAN, peer::SENTENCEX, peer::ICU].map(speed_of);
    let row = |(peer, speed): (&Peer, &f64)| {
        let mut row = vec![
            peer.name.to_owned(),
            format!("{speed:.1}"),
            format!("{:.1} %", 100.0 * speed / scan),
            format!("{:.2}", speed / sentencex),
            format!("{:.2}", speed / icu),
        ];
        let score = |gold: &Gold| gold.score(peer).map_or(String::new(), |s| s.to_string());
        row.extend(gold.iter().map(score));
        row
    };
    core::iter::once(head)
        .chain(peers.iter().zip(speeds).map(row))
        .collect()
}

/// MB/s of each: the median over rounds in which all take turns.
fn speeds(peers: &[Peer], texts: &[String]) -> Vec<f64> {
    let mut seconds = vec![Vec::with_capacity(ROUNDS); peers.len()];
    for _ in 0..ROUNDS {
        for (peer, seconds) in peers.iter().zip(&mut seconds) {
            seconds.push(turn(peer, texts));
        }
    }
    let bytes = texts.iter().map(String::len).sum::<usize>();
    seconds
        .iter_mut()
        .map(|seconds| {
            seconds.sort_by(f64::total_cmp);
            bytes as f64 / 1e6 / seconds[ROUNDS / 2]
        })
        .collect()
}

/// Seconds that one pass over the texts takes.
fn turn(peer: &Peer, texts: &[String]) -> f64 {
    let start = Instant::now();
    let mut passes = 0;
    while passes == 0 || start.elapsed() < TURN {
        for text in texts {
            black_box((peer.count)(black_box(text)));
        }
        passes += 1;
    }
    start.elapsed().as_secs_f64() / f64::from(passes)
}

fn print(table: &[Vec<String>], markdown: bool) {
    let width = |column: usize| {
        let cells = table.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let (left, middle, right) = if markdown {
        ("| ", " | ", " |")
    } else {
        ("", "  ", "")
    };
    for (nth, row) in table.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| match column {
                0 => format!("{cell:<0$}", width(column)),
                _ => format!("{cell:>0$}", width(column)),
            })
            .collect();
        println!("{left}{}{right}", cells.join(middle));
        if nth == 0 && markdown {
            let rules: Vec<String> = (0..row.len())
                .map(|column| match column {
                    0 => "-".repeat(width(column)),
                    _ => format!("{}:", "-".repeat(width(column) - 1)),
                })
                .collect();
            println!("{left}{}{right}", rules.join(middle));
        }
    }
}
