//! Reads a list of rules into [`BoilerplateTables`].

use std::borrow::Cow;

use regex::Regex;

use super::cursor::Cursor;
use super::{
    Anchor, Bag, BoilerplateTables, Item, LONGEST_WORD, Pattern, Rule, RuleFlags, Shapes, WordId,
    WordSet, Words,
};
use crate::category::Category;
use crate::error::Error;

impl BoilerplateTables {
    /// Adds the rules of a list and files their patterns; `own` keeps a rule's name.
    pub(crate) fn add_rules<'l>(
        &mut self,
        list: &'l str,
        called: &str,
        own: fn(&'l str) -> Cow<'static, str>,
    ) -> Result<(), Error> {
        let known = self.rules.len();
        let mut cursor = Cursor::new(list);
        while !cursor.is_done() {
            self.add_line(&mut cursor, known, own)
                .map_err(|reason| Error::list(called, cursor.line_number(), reason))?;
            cursor.next_line();
        }
        self.file_patterns();
        Ok(())
    }

    fn add_line<'l>(
        &mut self,
        cursor: &mut Cursor<'l>,
        known: usize,
        own: fn(&'l str) -> Cow<'static, str>,
    ) -> Result<(), String> {
        let Some(first) = cursor.next_item() else {
            return Ok(());
        };
        if matches!(first, b'#' | b'+' | b'-') {
            cursor.rest();
            return Ok(());
        }
        if cursor.take(b'[') {
            return self.add_head(cursor.rest(), own);
        }
        let rule = self
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

    fn add_head<'l>(
        &mut self,
        head: &'l str,
        own: fn(&'l str) -> Cow<'static, str>,
    ) -> Result<(), String> {
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
        if self.rules.iter().any(|rule| rule.name == name) {
            return Err(format!("there is a rule `{name}` already"));
        }
        self.rules.push(Rule {
            name: own(name),
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
        let pattern = u16::try_from(self.patterns.len()).map_err(|_| "too many patterns")?;
        self.regexes.push((pattern, regex));
        self.patterns.push(Pattern {
            rule,
            anchor: Anchor::Anywhere,
            reach: 0,
            items: (0, 0),
            needs: Words::NONE,
        });
        Ok(())
    }

    fn add_pattern(&mut self, rule: u16, cursor: &mut Cursor) -> Result<(), String> {
        let anchor = match cursor.item() {
            "^^" => Anchor::Line,
            "^" => Anchor::Sentence,
            _ => Anchor::Anywhere,
        };
        if anchor == Anchor::Anywhere {
            // where it may begin anywhere, a gap in front says nothing
            while cursor.next_item() == Some(b'*') {
                cursor.pass(cursor.item());
            }
        } else {
            cursor.pass(cursor.item());
        }
        let from = self.items.len();
        while let Some(first) = cursor.next_item() {
            self.add_item(first, cursor)?;
        }
        let added = &self.items[from..];
        if !added.iter().any(Item::can_be_key) {
            return Err("a pattern needs a word, a mark, a class or an address".to_owned());
        }
        let needs = added
            .iter()
            .fold(Words::NONE, |all, item| all.or(item.need()));
        self.patterns.push(Pattern {
            rule,
            anchor,
            reach: 0,
            items: (from as u32, self.items.len() as u32),
            needs,
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
        self.items.push(item);
        Ok(())
    }

    /// Adds words and classes between bars, which a question mark behind them lets be left out.
    fn add_words(&mut self, cursor: &mut Cursor) -> Result<(), String> {
        let mut set = WordSet {
            from: self.ids.len() as u32,
            len: 0,
            marks: false,
            any: Bag::default(),
        };
        loop {
            if let Some((key, len)) = cursor.plain_word() {
                let id = if len > LONGEST_WORD {
                    0
                } else {
                    self.key_id(key)
                };
                self.put(&mut set, id, || cursor.behind(len))?;
            } else {
                self.put_other(&mut set, cursor.any_word())?;
            }
            if !cursor.take(b'|') {
                break;
            }
        }
        self.items.push(if cursor.take(b'?') {
            Item::Optional(set)
        } else {
            Item::Word(set)
        });
        Ok(())
    }

    /// Puts a class, a mark or a word that is not of ASCII letters alone into a set.
    fn put_other(&mut self, set: &mut WordSet, word: &str) -> Result<(), String> {
        if let Some(class) = word.strip_prefix('<') {
            let class = class.strip_suffix('>').ok_or("`<` without `>`")?;
            if let Some(shape) = Shapes::named(class) {
                set.any.shapes = set.any.shapes.or(shape);
            } else if let Some(bit) = self.class(class) {
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
        self.put(set, id, || word)
    }

    /// Puts the word with the number `id` into a set; `word` gives its text, for an error.
    #[inline]
    fn put<'w>(
        &mut self,
        set: &mut WordSet,
        id: WordId,
        word: impl FnOnce() -> &'w str,
    ) -> Result<(), String> {
        if id == 0 {
            return Err(unnumbered(word()));
        }
        set.any.words.add(id);
        self.ids.push(id);
        set.len += 1;
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

/// Why a word has no number.
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
