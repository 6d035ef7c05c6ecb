//! Prints the sentences of a text, one a line, each with its place in bytes.
//!
//! ```sh
//! cargo run --release --example sentences -- examples/articles/harbour.txt
//! ```

mod common;

fn main() -> std::process::ExitCode {
    common::run("Prints the sentences of a text, one a line", |text, out| {
        for sentence in copydesk::sentences(text) {
            writeln!(out, "{:?}\t{}", sentence.span(), sentence.as_str())?;
        }
        Ok(())
    })
}
