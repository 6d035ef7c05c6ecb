//! Prints who says what in a text: kind, speaker, cue and words.
//!
//! ```sh
//! cargo run --release --example quotations -- examples/articles/harbour.txt
//! ```

mod common;

fn main() -> std::process::ExitCode {
    common::run("Prints who says what in a text", |text, out| {
        for quotation in copydesk::quotations(text) {
            let speaker = quotation.speaker.map(|speaker| speaker.called());
            let speaker = speaker.map_or("?", |words| words.as_str());
            let cue = quotation.cue.map_or("", |cue| cue.as_str());
            let words: Vec<&str> = quotation.content().map(|piece| piece.as_str()).collect();
            let kind = quotation.kind;
            writeln!(out, "{kind}\t{speaker}\t{cue}\t{}", words.join(" … "))?;
        }
        Ok(())
    })
}
