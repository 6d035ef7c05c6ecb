//! Reads the classes of words and the rules for lines that are not story into
//! [`BoilerplateTables`].

use super::entries;
use crate::language::BoilerplateTables;

/// The rules, in the order of their files: where two match a sentence, the first names it.
pub(crate) const RULES: &str = concat!(
    include_str!("../en/boilerplate/rules/corrections.txt"),
    include_str!("../en/boilerplate/rules/spared.txt"),
    include_str!("../en/boilerplate/rules/credits.txt"),
    include_str!("../en/boilerplate/rules/notes.txt"),
    include_str!("../en/boilerplate/rules/newsletters.txt"),
    include_str!("../en/boilerplate/rules/authors.txt"),
    include_str!("../en/boilerplate/rules/readers.txt"),
    include_str!("../en/boilerplate/rules/contact.txt"),
    include_str!("../en/boilerplate/rules/membership.txt"),
    include_str!("../en/boilerplate/rules/furniture.txt"),
    include_str!("../en/boilerplate/rules/links.txt"),
    include_str!("../en/boilerplate/rules/page.txt"),
);

impl BoilerplateTables {
    /// English.
    pub(super) fn from_lists() -> Self {
        let classes = entries(include_str!("../en/boilerplate/words.txt"));
        Self::of(classes, RULES).expect("the built-in rules make sense")
    }
}

/// The line of the rules that a pattern was read from.
pub(crate) fn source(pattern: u16) -> String {
    let is_pattern = |line: &&str| !line.is_empty() && !line.starts_with(['#', '+', '-', '[', '/']);
    let mut lines = RULES.lines().map(str::trim).filter(is_pattern);
    let line = lines.nth(usize::from(pattern));
    line.unwrap_or_default().to_owned()
}
