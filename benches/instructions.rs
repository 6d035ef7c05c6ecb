//! Something to count the instructions of: `.ci/instructions` runs it under callgrind.
//!
//! ```sh
//! instructions JOB ROUNDS              # the fixed text, that many times
//! instructions JOB ROUNDS FAMILY SIZE  # a hostile text of that many bytes
//! instructions families                # how many there are, to be counted from 0
//! ```

#[path = "../tests/families/mod.rs"]
mod families;

use std::env;
use std::hint::black_box;

use families::{FAMILIES, grown};

const TEXT: &str = concat!(
    include_str!("../examples/articles/harbour.txt"),
    "\n",
    include_str!("../examples/articles/landfill.txt"),
);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["families"] => FAMILIES.iter().for_each(|(name, _)| println!("{name}")),
        [job, rounds] => run(job, number(rounds), TEXT),
        [job, rounds, family, size] => {
            let (_, unit) = FAMILIES[number(family)];
            run(job, number(rounds), &grown(unit, number(size)));
        }
        _ => println!("run by .ci/instructions"),
    }
}

fn number(argument: &str) -> usize {
    argument.parse().expect("a number")
}

fn run(job: &str, rounds: usize, text: &str) {
    let text = black_box(text);
    for _ in 0..rounds {
        match job {
            "sentences" => {
                black_box(copydesk::sentences(text).count());
            }
            "story" => {
                black_box(copydesk::story(text));
            }
            "quotations" => {
                black_box(copydesk::quotations(text));
            }
            "normalize" => {
                black_box(copydesk::normalize(text));
            }
            "first call" => {
                black_box(copydesk::normalize("“Rain,” he said.\nSign up now."));
            }
            other => panic!("no such job: {other}"),
        }
    }
}
