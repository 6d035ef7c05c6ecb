//! Reads the lists of a language, the `.txt` and `.weights` files in its folder, into its tables; no
//! part of the library, which has the tables.
//!
//! After a list was changed, write them again:
//!
//! ```sh
//! cargo test --lib write_tables -- --ignored
//! ```

mod boilerplate;
mod names;
pub(crate) mod quotation;
mod sentence;
pub(crate) mod weights;

pub(crate) use boilerplate::{RULES, source};

use super::stored::Stored;
use super::{BoilerplateTables, NameTables, QuotationTables, SentenceTables};

/// The entries of a list: one a line, `#` starts a comment, blank lines are skipped.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    let entries = list
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim());
    entries.filter(|entry| !entry.is_empty())
}

/// The tables of English as bytes, with their names.
fn english() -> [(&'static str, Vec<u8>); 4] {
    let bytes = |tables: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = Vec::new();
        tables(&mut bytes);
        bytes
    };
    [
        (
            "sentence",
            bytes(&|to| SentenceTables::from_lists().store(to)),
        ),
        (
            "quotation",
            bytes(&|to| QuotationTables::from_lists().store(to)),
        ),
        ("names", bytes(&|to| NameTables::from_lists().store(to))),
        (
            "boilerplate",
            bytes(&|to| BoilerplateTables::from_lists().store(to)),
        ),
    ]
}

/// Where the tables of English called `name` lie.
fn path(name: &str) -> String {
    format!(
        "{}/src/language/en/tables/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

#[test]
#[ignore = "a tool: writes the tables"]
fn write_tables() {
    for (name, bytes) in english() {
        std::fs::write(path(name), bytes).expect("the tables can be written");
    }
}

#[test]
fn tables_are_those_of_the_lists() {
    for (name, bytes) in english() {
        let stored = std::fs::read(path(name)).expect("the tables can be read");
        assert!(
            stored == bytes,
            "{name}: write the tables again, with `cargo test --lib write_tables -- --ignored`"
        );
    }
}

#[test]
fn entries_lose_comments_and_blanks() {
    let list = "a # why\n#\n\n  b c \n";
    assert_eq!(entries(list).collect::<Vec<_>>(), ["a", "b c"]);
}
