//! Reads the lists of a language, the `.txt` and `.weights` files in its folder, into its tables; no
//! part of the library, which has the tables.
//!
//! After a list was changed, write them again:
//!
//! ```sh
//! cargo test --lib write_tables -- --ignored --nocapture
//! ```
//!
//! That rewrites the files in `src/language/en/tables` that differ from the lists, and no other.

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

/// Tables as bytes.
fn bytes(tables: &impl Stored) -> Vec<u8> {
    let mut bytes = Vec::new();
    tables.store(&mut bytes);
    bytes
}

/// The tables that the lists of English give, as bytes, with their names.
fn english() -> [(&'static str, Vec<u8>); 4] {
    [
        ("sentence", bytes(&SentenceTables::from_lists())),
        ("quotation", bytes(&QuotationTables::from_lists())),
        ("names", bytes(&NameTables::from_lists())),
        ("boilerplate", bytes(&BoilerplateTables::from_lists())),
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
#[ignore = "a tool: rewrites those tables in src/language/en/tables that differ from the lists"]
fn write_tables() {
    for (name, bytes) in english() {
        let path = path(name);
        if std::fs::read(&path).is_ok_and(|stored| stored == bytes) {
            continue;
        }
        println!("writing {path}, which differs from the lists");
        std::fs::write(path, bytes).expect("the tables can be written");
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
fn nothing_is_lost_in_reading_tables() {
    let read = [
        bytes(&SentenceTables::english()),
        bytes(&QuotationTables::english()),
        bytes(&NameTables::english()),
        bytes(&BoilerplateTables::english()),
    ];
    for ((name, bytes), read) in english().into_iter().zip(read) {
        assert!(read == bytes, "{name}");
    }
}

#[test]
fn entries_lose_comments_and_blanks() {
    let list = "a # why\n#\n\n  b c \n";
    assert_eq!(entries(list).collect::<Vec<_>>(), ["a", "b c"]);
}
