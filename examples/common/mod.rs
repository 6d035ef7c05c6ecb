//! What the examples that take one text share: where it comes from, and how the program ends.

use std::fmt::Display;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command, FromArgMatches};

/// The name of the example that is running.
const NAME: &str = env!("CARGO_CRATE_NAME");

/// Where the text comes from.
#[derive(Args)]
pub(crate) struct Input {
    /// The article as plain text; standard input without it
    file: Option<PathBuf>,
}

impl Input {
    /// The bytes of the text.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        match &self.file {
            Some(path) => fs::read(path),
            None => from_standard_input(),
        }
        .map_err(|error| self.complaint(error))
    }

    /// The name of the input, and what is wrong with it.
    pub(crate) fn complaint(&self, error: impl Display) -> String {
        match &self.file {
            Some(path) => format!("{}: {error}", path.display()),
            None => format!("standard input: {error}"),
        }
    }
}

fn from_standard_input() -> io::Result<Vec<u8>> {
    if io::stdin().is_terminal() {
        eprintln!("{NAME}: reading the article from the terminal; end it with Ctrl-D");
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The whole of a small example: reads the text and prints what `print` writes of it.
#[allow(dead_code, reason = "normalize has more options")]
pub(crate) fn run(
    about: &'static str,
    print: impl FnOnce(&str, &mut dyn Write) -> io::Result<()>,
) -> ExitCode {
    let command = Input::augment_args(Command::new(NAME).about(about));
    let input =
        Input::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit());
    let printed = input.read().and_then(|bytes| {
        let text = std::str::from_utf8(&bytes).map_err(copydesk::Error::from);
        let text = text.map_err(|error| input.complaint(error))?;
        finish(print(text, &mut io::stdout().lock()))
    });
    end(printed)
}

/// Whether everything was written; whoever closed the pipe has seen enough.
pub(crate) fn finish(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| error.to_string()),
    }
}

/// The exit code, after a line on standard error if something went wrong.
pub(crate) fn end(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{NAME}: {reason}");
            ExitCode::FAILURE
        }
    }
}
