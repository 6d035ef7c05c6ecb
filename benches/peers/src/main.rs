//! Speed and accuracy of copydesk's sentences beside other splitters, on the same text in one run.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- [--markdown] [GOLD.jsonl]...
//! ```
//!
//! The text is `COPYDESK_BENCH_TEXT=FILE`, or an article that ships with copydesk. A gold file
//! has a `{"text": …, "sentences": [[start, end], …]}` a line; each line of its texts is fed on
//! its own. srx takes part where `COPYDESK_BENCH_SRX=FILE` names its rules.

mod accuracy;
mod peer;

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, error::Error, fs};

use accuracy::Gold;
use peer::Peer;

/// Rounds; in each, every splitter has its turn.
const ROUNDS: usize = 11;

/// A turn lasts at least so long, so that the clock's grain does not matter.
const TURN: Duration = Duration::from_millis(40);

const ARTICLE: &str = include_str!("../../../examples/articles/harbour.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let (options, files): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let markdown = options.iter().any(|option| option == "--markdown");
    let text = match env::var_os("COPYDESK_BENCH_TEXT") {
        Some(file) => fs::read_to_string(file)?,
        None => ARTICLE.to_owned(),
    };
    let gold = files
        .iter()
        .map(|file| Gold::read(file))
        .collect::<Result<Vec<_>, _>>()?;
    let peers = peer::all()?;
    let speeds = speeds(&peers, &text);
    let ours = speeds[0];
    let mut table = vec![vec![
        "splitter".to_owned(),
        "MB/s".into(),
        "copydesk is".into(),
    ]];
    table[0].extend(gold.iter().map(|gold| gold.name.clone()));
    for (peer, speed) in peers.iter().zip(speeds) {
        let mut row = vec![
            peer.name.to_owned(),
            format!("{speed:.1}"),
            format!("{:.1}×", ours / speed),
        ];
        row.extend(gold.iter().map(|gold| gold.score(peer).to_string()));
        table.push(row);
    }
    println!(
        "{} bytes, median of {ROUNDS} rounds{}\n",
        text.len(),
        if gold.is_empty() {
            ""
        } else {
            "; F1 of exact spans / of boundaries inside a line"
        }
    );
    print(&table, markdown);
    Ok(())
}

/// MB/s of each splitter: the median over rounds in which all take turns.
fn speeds(peers: &[Peer], text: &str) -> Vec<f64> {
    let mut seconds = vec![Vec::with_capacity(ROUNDS); peers.len()];
    for _ in 0..ROUNDS {
        for (peer, seconds) in peers.iter().zip(&mut seconds) {
            seconds.push(turn(peer, text));
        }
    }
    seconds
        .iter_mut()
        .map(|seconds| {
            seconds.sort_by(f64::total_cmp);
            text.len() as f64 / 1e6 / seconds[ROUNDS / 2]
        })
        .collect()
}

/// Seconds that one pass over the text takes.
fn turn(peer: &Peer, text: &str) -> f64 {
    let start = Instant::now();
    let mut passes = 0;
    while passes == 0 || start.elapsed() < TURN {
        black_box((peer.count)(black_box(text)));
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
