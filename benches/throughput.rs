//! Megabytes a second for each layer and for the whole.
//!
//! ```sh
//! cargo bench --bench throughput
//! COPYDESK_BENCH_TEXT=articles.jsonl cargo bench --bench throughput -- normalize
//! ```
//!
//! The texts are the articles of `examples/articles`: one by one as they are, one by one without
//! their boilerplate, and a megabyte of them as one text. `COPYDESK_BENCH_TEXT` names another file:
//! JSON Lines with `text` as the articles, anything else as one text. `scan` is a search for the
//! bytes `.`, `?` and `!` alone, to compare with: no splitter can be faster.

use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const ARTICLES: [&str; 2] = [
    include_str!("../examples/articles/harbour.txt"),
    include_str!("../examples/articles/landfill.txt"),
];

/// Does its work for one text.
type Job = fn(&str);

const JOBS: [(&str, Job); 5] = [
    ("scan", |text| {
        black_box(memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()).count());
    }),
    ("sentences", |text| {
        black_box(copydesk::sentences(text).count());
    }),
    ("story", |text| {
        black_box(copydesk::story(text));
    }),
    ("quotations", |text| {
        black_box(copydesk::quotations(text));
    }),
    ("normalize", |text| {
        black_box(copydesk::normalize(text));
    }),
];

fn throughput(criterion: &mut Criterion) {
    for (job, run) in JOBS {
        let mut group = criterion.benchmark_group(job);
        for (name, texts) in texts() {
            let bytes: usize = texts.iter().map(String::len).sum();
            group.throughput(Throughput::BytesDecimal(bytes as u64));
            group.bench_function(name, |bencher| {
                bencher.iter(|| texts.iter().for_each(|text| run(text)));
            });
        }
        group.finish();
    }
}

/// What to measure on: each a name and its texts.
fn texts() -> Vec<(&'static str, Vec<String>)> {
    if let Some(path) = env::var_os("COPYDESK_BENCH_TEXT") {
        return vec![("file", read(Path::new(&path)))];
    }
    let clean = |text: &&str| copydesk::story(text).clean_text().into_owned();
    let joined = ARTICLES.join("\n\n");
    vec![
        ("articles", ARTICLES.map(str::to_owned).to_vec()),
        ("clean", ARTICLES.iter().map(clean).collect()),
        ("long", vec![joined.repeat(1_000_000 / joined.len())]),
    ]
}

fn read(path: &Path) -> Vec<String> {
    let file = fs::read_to_string(path).expect("COPYDESK_BENCH_TEXT names a text file");
    if path.extension().is_none_or(|ending| ending != "jsonl") {
        return vec![file];
    }
    let text = |line| {
        serde_json::from_str::<serde_json::Value>(line).ok()?["text"]
            .as_str()
            .map(str::to_owned)
    };
    file.lines().filter_map(text).collect()
}

criterion_group!(benches, throughput);
criterion_main!(benches);
