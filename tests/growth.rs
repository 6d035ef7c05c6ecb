//! The work for a hostile text grows with its size only. Alone in its file, since it measures time;
//! `.ci/instructions` counts exactly.

mod families;

use std::hint::black_box;
use std::time::{Duration, Instant};

use families::{FAMILIES, grown};

const PIECES: usize = 16;
const PIECE: usize = 16 << 10;

/// Does its work for every text.
type Job = fn(&[String]);

/// One text may take six times as long as its sixteenth, sixteen times over, with all results
/// kept, so that both need the same memory. A loop within a loop would take sixteen times as long.
#[test]
fn work_grows_with_the_text_only() {
    let jobs: [(&str, Job); 3] = [
        ("sentences", |texts| {
            let count = |text: &String| copydesk::sentences(text).count();
            black_box(texts.iter().map(count).sum::<usize>());
        }),
        ("story", |texts| {
            black_box(
                texts
                    .iter()
                    .map(|text| copydesk::story(text))
                    .collect::<Vec<_>>(),
            );
        }),
        ("normalize", |texts| {
            black_box(
                texts
                    .iter()
                    .map(|text| copydesk::normalize(text))
                    .collect::<Vec<_>>(),
            );
        }),
    ];
    for (family, unit) in FAMILIES {
        let pieces = vec![grown(unit, PIECE); PIECES];
        let whole = [pieces.concat()];
        for (job, run) in jobs {
            let ratio = || seconds(&whole, run) / seconds(&pieces, run);
            let linear = (0..5).any(|_| ratio() < 6.0);
            assert!(
                linear,
                "{job} of {family}: over 6 times the time of its pieces"
            );
        }
    }
}

fn seconds(texts: &[String], run: Job) -> f64 {
    let start = Instant::now();
    run(texts);
    // a clock that stands still must not divide by nothing
    start.elapsed().max(Duration::from_micros(20)).as_secs_f64()
}
