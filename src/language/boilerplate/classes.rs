//! Reads the classes of words that rules name: `<ask>`.

use super::words::RuleReader;
use super::{BoilerplateTables, Known, MOST_CLASSES};
use crate::language::stored::Column;

impl RuleReader {
    /// Adds the words of a class, "name: words", each of which may be in others too.
    pub(super) fn add_class(&mut self, line: &str) {
        let (class, words) = line.split_once(':').expect("a class has a name");
        let bit = self.class_bit(class);
        for word in words.split_ascii_whitespace() {
            let id = self.word_id(word);
            self.tables.add_classes(id, bit);
            self.tables.members[bit.trailing_zeros() as usize].push(id);
        }
    }

    /// The bit of a class, which is made if it is new.
    fn class_bit(&mut self, name: &str) -> u32 {
        self.tables.class(name).unwrap_or_else(|| {
            self.tables.class_names.push(name.to_owned().into());
            self.tables.members.push(Column::default());
            let bit = self.tables.class_names.len() as u32 - 1;
            assert!(bit < MOST_CLASSES, "too many classes");
            1 << bit
        })
    }

    /// Notes the classes and marks that the engine itself asks for.
    pub(super) fn note_known(&mut self) {
        self.tables.known = self.tables.known_classes();
        self.tables.commas = [",", "."].map(|mark| self.word_id(mark));
    }
}

impl BoilerplateTables {
    fn known_classes(&self) -> Known {
        let bit = |name| self.class(name).expect("the engine asks for it");
        Known {
            ask: bit("ask"),
            object: bit("object"),
            network: bit("network"),
            you: bit("you"),
            we: bit("we"),
            say: bit("say"),
            piece: bit("piece"),
            person: bit("person"),
            abbreviation: bit("abbreviation"),
            small: bit("small"),
            rights: bit("rights"),
            outlet: bit("outlet"),
            domain: bit("domain"),
        }
    }
}

mod tests {
    use super::BoilerplateTables;

    /// The table of classes in the docs of rules names every class, and no other.
    #[test]
    fn the_docs_list_every_class() {
        let docs = include_str!("rules.md");
        let (_, classes) = docs.split_once("| class |").expect("a table of classes");
        let cells = classes.lines().filter_map(|row| row.split(" | ").next());
        let names = cells.flat_map(|cell| cell.split('`').filter(|name| name.starts_with('<')));
        let mut listed: Vec<&str> = names.map(|name| name.trim_matches(['<', '>'])).collect();
        let tables = BoilerplateTables::english();
        let mut known: Vec<&str> = tables.class_names.iter().map(AsRef::as_ref).collect();
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed, known);
    }
}
