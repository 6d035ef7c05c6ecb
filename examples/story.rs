//! Prints the story of a text without the promotional lines; on standard error, each line that went
//! and why.
//!
//! ```sh
//! cargo run --release --example story -- examples/articles/harbour.txt
//! ```

use std::io;

fn main() -> io::Result<()> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => io::read_to_string(io::stdin())?,
    };
    let story = copydesk::story(&text);
    println!("{}", story.clean_text());
    for line in story.boilerplate() {
        eprintln!("{line}");
    }
    Ok(())
}
