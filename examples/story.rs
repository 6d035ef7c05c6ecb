//! Prints the story of a text without the promotional lines; on standard error, each line that went
//! and why.
//!
//! ```sh
//! cargo run --release --example story -- examples/articles/harbour.txt
//! ```

mod common;

fn main() -> std::process::ExitCode {
    common::run(
        "Prints a text without its promotional lines",
        |text, out| {
            let story = copydesk::story(text);
            writeln!(out, "{}", story.clean_text())?;
            for line in story.boilerplate() {
                eprintln!("{line}");
            }
            Ok(())
        },
    )
}
