//! Reads a list of rules into [`BoilerplateTables`].

use std::borrow::Cow;

use regex::Regex;

use super::{
    Anchor, Bag, BoilerplateTables, Item, LONGEST_WORD, Pattern, Rule, WordId, WordSet, Words,
    flag, shape,
};
use crate::category::Category;
use crate::error::Error;
use crate::language::keyed::ascii_word;
use crate::lexicon::{lines, pieces};

impl BoilerplateTables {
    /// Adds the rules of a list and files their patterns; `own` keeps a rule's name.
    pub(crate) fn add_rules<'l>(
        &mut self,
        list: &'l str,
        called: &str,
        own: fn(&'l str) -> Cow<'static, str>,
    ) -> Result<(), Error> {
        let known = self.rules.len();
        for (at, line) in lines(list).enumerate() {
            self.add_line(line.trim_ascii(), known, own)
                .map_err(|reason| Error::list(called, at + 1, reason))?;
        }
        self.file_patterns();
        Ok(())
    }

    fn add_line<'l>(
        &mut self,
        line: &'l str,
        known: usize,
        own: fn(&'l str) -> Cow<'static, str>,
    ) -> Result<(), String> {
        if line.is_empty() || line.starts_with(['#', '+', '-']) {
            return Ok(());
        }
        if let Some(head) = line.strip_prefix('[') {
            return self.add_head(head, own);
        }
        let rule = self
            .rules
            .len()
            .checked_sub(1)
            .filter(|&rule| rule >= known)
            .ok_or("a pattern before the first [name]")?;
        let rule = u16::try_from(rule).map_err(|_| "too many rules")?;
        match line.strip_prefix('/') {
            Some(regex) => self.add_regex(rule, regex),
            None => self.add_pattern(rule, line),
        }
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
        let mut flags = 0;
        for word in rest {
            flags |= flag::named(word).ok_or_else(|| format!("there is no flag `{word}`"))?;
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

    fn add_pattern(&mut self, rule: u16, line: &str) -> Result<(), String> {
        let words = pieces(line, b' ').map(str::trim_ascii);
        let mut words = words.filter(|word| !word.is_empty()).peekable();
        let anchor = match words.peek() {
            Some(&"^^") => Anchor::Line,
            Some(&"^") => Anchor::Sentence,
            _ => Anchor::Anywhere,
        };
        if anchor == Anchor::Anywhere {
            // where it may begin anywhere, a gap in front says nothing
            while words.next_if(|word| word.starts_with('*')).is_some() {}
        } else {
            words.next();
        }
        let from = self.items.len() as u32;
        for word in words {
            let item = self.item(word)?;
            self.items.push(item);
        }
        let items = (from, self.items.len() as u32);
        let fileable = |item: &Item| self.cost(item, &[]).is_some();
        let added = &self.items[items.0 as usize..];
        if !added.iter().any(fileable) {
            return Err("a pattern needs a word, a mark, a class or an address".to_owned());
        }
        let needs = added
            .iter()
            .fold(Words::NONE, |all, item| all.or(item.need()));
        self.patterns.push(Pattern {
            rule,
            anchor,
            reach: 0,
            items,
            needs,
        });
        Ok(())
    }

    fn item(&mut self, word: &str) -> Result<Item, String> {
        Ok(match word {
            "*" => Item::Gap(2),
            "**" => Item::Gap(6),
            "***" => Item::Gap(24),
            "$" => Item::SentenceEnd,
            "$$" => Item::LineEnd,
            "_" => Item::Any,
            "<name>" => Item::Name(1),
            "<full-name>" => Item::Name(2),
            _ if is_mark(word) => Item::Mark(numbered(self.word_id(word), word)?),
            _ => match word.strip_suffix('?') {
                Some(word) => Item::Optional(self.word_set(word)?),
                None => Item::Word(self.word_set(word)?),
            },
        })
    }

    fn word_set(&mut self, words: &str) -> Result<WordSet, String> {
        let mut set = WordSet {
            from: self.ids.len() as u32,
            len: 0,
            marks: false,
            any: Bag::default(),
        };
        let mut at = 0;
        while at <= words.len() {
            let (key, end) = ascii_word(words.as_bytes(), at);
            let plain = end > at && matches!(words.as_bytes().get(end), None | Some(b'|'));
            if plain && end - at <= LONGEST_WORD {
                let id = self.key_id(key);
                self.put(&mut set, id, &words[at..end])?;
                at = end + 1;
                continue;
            }
            let word = pieces(&words[at..], b'|').next().unwrap_or_default();
            at += word.len() + 1;
            if let Some(class) = word.strip_prefix('<') {
                let class = class.strip_suffix('>').ok_or("`<` without `>`")?;
                match (shape::named(class), self.class(class)) {
                    (Some(bit), _) => set.any.shapes |= bit,
                    (None, Some(bit)) => set.any.classes |= bit,
                    (None, None) => return Err(format!("there is no class `{class}`")),
                }
            } else if word.is_empty() || word.bytes().any(|byte| matches!(byte, b'^' | b'*')) {
                return Err(format!("`{words}` is not a word"));
            } else {
                set.marks |= is_mark(word);
                let id = self.word_id(word);
                self.put(&mut set, id, word)?;
            }
        }
        Ok(set)
    }

    /// Puts `word`, which has the number `id`, into a set.
    fn put(&mut self, set: &mut WordSet, id: WordId, word: &str) -> Result<(), String> {
        numbered(id, word)?;
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

/// The number of a word, which it lacks if it is 0.
fn numbered(id: WordId, word: &str) -> Result<WordId, String> {
    if id == 0 {
        return Err(format!("`{word}` is one word too many, or too long"));
    }
    Ok(id)
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
