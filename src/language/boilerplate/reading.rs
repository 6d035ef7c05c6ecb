//! Reads a list of rules, line by line, into the tables of a [`RuleReader`].

use regex::Regex;

use super::cursor::Cursor;
use super::words::RuleReader;
use super::{Anchor, Bag, Item, Pattern, Rule, RuleFlags, SetId, Shapes, WordSet};
use crate::category::Category;
use crate::error::Error;

impl RuleReader {
    /// Adds the rules of a list.
    pub(super) fn add_rules(&mut self, list: &str, called: &str) -> Result<(), Error> {
        let known = self.tables.rules.len();
        let mut cursor = Cursor::new(list);
        while !cursor.is_done() {
            self.add_line(&mut cursor, known)
                .map_err(|reason| Error::list(called, cursor.line_number(), reason))?;
            cursor.next_line();
        }
        Ok(())
    }

    fn add_line(&mut self, cursor: &mut Cursor<'_>, known: usize) -> Result<(), String> {
        let Some(first) = cursor.next_item() else {
            return Ok(());
        };
        if matches!(first, b'#' | b'+' | b'-') {
            cursor.rest();
            return Ok(());
        }
        if cursor.take(b'[') {
            return self.add_head(cursor.rest());
        }
        let rule = self
            .tables
            .rules
            .len()
            .checked_sub(1)
            .filter(|&rule| rule >= known)
            .ok_or("a pattern before the first [name]")?;
        let rule = u16::try_from(rule).map_err(|_| "too many rules")?;
        if cursor.take(b'/') {
            return self.add_regex(rule, cursor.rest());
        }
        self.add_pattern(rule, cursor)
    }

    fn add_head(&mut self, head: &str) -> Result<(), String> {
        let (name, rest) = head.split_once(']').ok_or("`[` without `]`")?;
        let mut rest = rest.split_ascii_whitespace();
        let category = rest.next().ok_or("a rule needs a category")?;
        let category = Category::from_name(category)
            .ok_or_else(|| format!("there is no category `{category}`"))?;
        let mut flags = RuleFlags::NONE;
        for word in rest {
            let flag = RuleFlags::named(word);
            flags = flags.or(flag.ok_or_else(|| format!("there is no flag `{word}`"))?);
        }
        let name = name.trim();
        if name.is_empty() {
            return Err("a rule needs a name".to_owned());
        }
        if self.tables.rules.iter().any(|rule| rule.name == name) {
            return Err(format!("there is a rule `{name}` already"));
        }
        self.tables.rules.push(Rule {
            name: name.to_owned().into(),
            category,
            flags,
            on: true,
        });
        Ok(())
    }

    fn add_regex(&mut self, rule: u16, regex: &str) -> Result<(), String> {
        let regex = regex
            .strip_suffix('/')
            .ok_or("a regular expression ends in `/`")?;
        let regex = Regex::new(regex).map_err(|error| error.to_string())?;
        let pattern = self.next_pattern()?;
        self.tables.regexes.push((pattern, regex));
        self.tables.patterns.push(Pattern {
            rule,
            anchor: Anchor::Anywhere,
            reach: 0,
            items: (0, 0),
        });
        Ok(())
    }

    /// The number of the pattern that is added next.
    fn next_pattern(&self) -> Result<u16, &'static str> {
        u16::try_from(self.tables.patterns.len()).map_err(|_| "too many patterns")
    }

    fn add_pattern(&mut self, rule: u16, cursor: &mut Cursor) -> Result<(), String> {
        self.next_pattern()?;
        let anchor = match cursor.item() {
            "^^" => Anchor::Line,
            "^" => Anchor::Sentence,
            _ => Anchor::Anywhere,
        };
        if anchor == Anchor::Anywhere {
            // a pattern that may begin anywhere needs no gap in front
            while cursor.next_item() == Some(b'*') {
                cursor.pass(cursor.item());
            }
        } else {
            cursor.pass(cursor.item());
        }
        let from = self.tables.items.len();
        while let Some(first) = cursor.next_item() {
            self.add_item(first, cursor)?;
        }
        let mut added = self.tables.items.part(from..self.tables.items.len());
        if !added.any(|item| self.tables.can_be_key(item)) {
            return Err("a pattern needs a word, a mark, a class or an address".to_owned());
        }
        self.tables.patterns.push(Pattern {
            rule,
            anchor,
            reach: 0,
            items: (from as u32, self.tables.items.len() as u32),
        });
        Ok(())
    }

    /// Adds the item that begins here, whose first byte is `first`.
    fn add_item(&mut self, first: u8, cursor: &mut Cursor) -> Result<(), String> {
        if first.is_ascii_alphanumeric() {
            return self.add_words(cursor);
        }
        let text = cursor.item();
        let item = match text {
            "*" => Item::Gap(2),
            "**" => Item::Gap(6),
            "***" => Item::Gap(24),
            "$" => Item::SentenceEnd,
            "$$" => Item::LineEnd,
            "_" => Item::Any,
            "<name>" => Item::Name(1),
            "<full-name>" => Item::Name(2),
            _ if is_mark(text) => match self.word_id(text) {
                0 => return Err(unnumbered(text)),
                id => Item::Mark(id),
            },
            _ => return self.add_words(cursor),
        };
        cursor.pass(text);
        self.tables.items.push(item);
        Ok(())
    }

    /// Adds words and classes separated by bars; a question mark behind them makes them optional.
    fn add_words(&mut self, cursor: &mut Cursor) -> Result<(), String> {
        let mut set = WordSet {
            from: self.tables.ids.len() as u32,
            len: 0,
            marks: false,
            any: Bag::default(),
        };
        loop {
            self.put(&mut set, cursor.word())?;
            if !cursor.take(b'|') {
                break;
            }
        }
        let set = self.number(set)?;
        self.tables.items.push(if cursor.take(b'?') {
            Item::Optional(set)
        } else {
            Item::Word(set)
        });
        Ok(())
    }

    /// The number of the set whose words were added last, or of an equal one that is there already.
    fn number(&mut self, set: WordSet) -> Result<SetId, String> {
        let tables = &mut self.tables;
        let alike = |known: WordSet| {
            let others = known.any.classes == set.any.classes && known.any.shapes == set.any.shapes;
            others && known.marks == set.marks && tables.named(&known).eq(tables.named(&set))
        };
        let known = tables.sets.iter().position(alike);
        if known.is_some() {
            tables.ids.truncate(set.from as usize);
        } else {
            tables.sets.push(set);
        }
        let number = known.unwrap_or(tables.sets.len() - 1);
        SetId::try_from(number).map_err(|_| "too many sets of words".to_owned())
    }

    /// Puts a class, a mark or a word into a set.
    fn put(&mut self, set: &mut WordSet, word: &str) -> Result<(), String> {
        if let Some(class) = word.strip_prefix('<') {
            let class = class.strip_suffix('>').ok_or("`<` without `>`")?;
            if let Some(shape) = Shapes::named(class) {
                set.any.shapes = set.any.shapes.or(shape);
            } else if let Some(bit) = self.tables.class(class) {
                set.any.classes |= bit;
            } else {
                return Err(format!("there is no class `{class}`"));
            }
            return Ok(());
        }
        if word.is_empty() {
            return Err("there is no word before or behind a `|`".to_owned());
        }
        if word.bytes().any(|byte| matches!(byte, b'^' | b'*')) {
            return Err(format!("`{word}` is not a word"));
        }
        set.marks |= is_mark(word);
        let id = self.word_id(word);
        if id == 0 {
            return Err(unnumbered(word));
        }
        self.tables.ids.push(id);
        set.len = set.len.checked_add(1).ok_or("too many words")?;
        Ok(())
    }
}

/// A line of a rule list that its rule must match, or must not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Example<'l> {
    /// Counted from 1.
    pub(crate) number: usize,
    pub(crate) rule: &'l str,
    pub(crate) must: bool,
    pub(crate) line: &'l str,
}

/// The examples of a rule list, in order.
pub(crate) fn examples(list: &str) -> impl Iterator<Item = Example<'_>> {
    let mut rule = "";
    list.lines().enumerate().filter_map(move |(at, line)| {
        let line = line.trim();
        if let Some((name, _)) = line.strip_prefix('[').and_then(|l| l.split_once(']')) {
            rule = name.trim();
        }
        let must = line.starts_with('+');
        let line = line.strip_prefix(['+', '-'])?.trim();
        Some(Example {
            number: at + 1,
            rule,
            must,
            line,
        })
    })
}

/// The error for a word that gets no number.
fn unnumbered(word: &str) -> String {
    format!("`{word}` is one word too many, or too long")
}

/// Whether a word of a pattern stands for a mark.
fn is_mark(word: &str) -> bool {
    match word.as_bytes() {
        [] => false,
        [mark] => !mark.is_ascii_alphanumeric(),
        [first, ..] if first.is_ascii() => false,
        _ => {
            let mut chars = word.chars();
            chars.next().is_some_and(|c| !c.is_alphanumeric()) && chars.next().is_none()
        }
    }
}
