//! Prints the sentences of a text, one a line, each with its place in bytes.
//!
//! ```sh
//! cargo run --release --example sentences -- examples/articles/harbour.txt
//! ```

use std::io;

fn main() -> io::Result<()> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => io::read_to_string(io::stdin())?,
    };
    for sentence in copydesk::sentences(&text) {
        println!("{:?}\t{}", sentence.span(), sentence.as_str());
    }
    Ok(())
}
