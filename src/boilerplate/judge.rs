//! [`Judge`]: what one line is, taken by itself.
//!
//! Tries the rules on it, weighs what they found against what speaks for the story, and says from
//! where on the line is boilerplate. Sees no other line.

use std::borrow::Cow;

use super::line::{self, Token};
use super::pattern;
use super::signs::Signs;
use crate::category::Category;
use crate::language::boilerplate::{
    Anchor, Bag, BoilerplateTables, LEADS, Rule, RuleFlags, Shapes, keyed as key_bit,
};
use crate::language::keyed;
use crate::span;

/// How many words of a line are read; of a longer line, the last ones.
const MOST_WORDS: usize = 320;

/// How many bytes are searched for the first word of a line.
const OPENING: usize = 32;

/// How many bytes of a line are read.
const WINDOW: usize = 1400;

/// Quotation marks around more words than this are speech, not a title.
const MOST_IN_TITLE: usize = 7;

/// Words and marks of a sentence that may lead up to a longer promotion.
const SHORT_TEASER: usize = 13;

/// What a line is.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) rule: Cow<'static, str>,
    pub(crate) category: Category,
    pub(crate) flags: RuleFlags,
    pub(crate) signs: Signs,
    /// The byte of the line from which it is boilerplate; 0 for all of it.
    pub(crate) from: usize,
}

impl Verdict {
    pub(crate) fn has(&self, flags: RuleFlags) -> bool {
        self.flags.any(flags)
    }
}

/// Which rules count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Tail,
    Inside,
    Head,
}

impl Zone {
    fn admits(self, rule: &Rule) -> bool {
        let counts = match self {
            Zone::Tail => !rule.flags.any(RuleFlags::NOT_TAIL),
            Zone::Inside | Zone::Head => rule.flags.any(self.flags()),
        };
        rule.on && counts
    }

    /// The flags of which a rule needs one to count anywhere but at the end.
    const fn flags(self) -> RuleFlags {
        match self {
            Zone::Tail => RuleFlags::NONE,
            Zone::Inside => RuleFlags::INSIDE,
            Zone::Head => RuleFlags::ABOVE,
        }
    }
}

/// A sentence of a line.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// Tokens.
    from: usize,
    to: usize,
    /// The pattern that matched, the first in the list.
    hit: Option<u16>,
    /// Whether a rule says that it is story.
    story: bool,
}

impl Part {
    const fn new(from: usize, to: usize) -> Self {
        Self {
            from,
            to,
            hit: None,
            story: false,
        }
    }

    /// Makes it story if a rule says so.
    fn spare(&mut self, tables: &BoilerplateTables) {
        self.story = self
            .hit
            .is_some_and(|hit| tables.rule(hit).flags.any(RuleFlags::STORY));
        if self.story {
            self.hit = None;
        }
    }
}

/// Judges lines one after the other; keeps its buffers between them.
pub(crate) struct Judge<'l> {
    pub(crate) tables: &'l BoilerplateTables,
    tokens: Vec<Token>,
    parts: Vec<Part>,
}

impl<'l> Judge<'l> {
    pub(crate) fn new(tables: &'l BoilerplateTables) -> Self {
        Self {
            tables,
            tokens: Vec::with_capacity(MOST_WORDS),
            parts: Vec::with_capacity(32),
        }
    }

    /// What `line` is, if a rule that counts in `zone` knows it.
    pub(crate) fn judge(&mut self, line: &str, zone: Zone) -> Option<Verdict> {
        let skipped = window_start(line);
        let window = &line[skipped..];
        line::cut(window, self.tables, MOST_WORDS, &mut self.tokens);
        self.part();
        self.match_rules(zone);
        self.match_regexes(window, zone);
        let first = self.parts.iter().position(|part| part.hit.is_some())?;
        if skipped > 0 && first == 0 {
            return None;
        }
        let from = self.extent(first, skipped > 0, zone)?;
        let hit = self.parts[first].hit?;
        let rule = self.tables.rule(hit);
        if rule.flags.any(RuleFlags::BARE) && line.ends_with(['.', '!', '?']) {
            return None;
        }
        let mut signs = Signs::of(&window[from..], self.tokens_from(from), self.tables);
        if from > 0 {
            signs = signs.union(Signs::GLUED);
        }
        Some(Verdict {
            rule: rule.name.clone(),
            category: rule.category,
            flags: rule.flags,
            signs,
            from: if from == 0 { 0 } else { skipped + from },
        })
    }

    /// Whether the first word of `line` begins a rule for lines that counts in `zone`, which is not
    /// the tail.
    pub(crate) fn opens(&mut self, line: &str, zone: Zone) -> bool {
        let start = opening_quote(line);
        let (key, end) = keyed::ascii_word(line.as_bytes(), start);
        if end > start && line.as_bytes().get(end) == Some(&b' ') {
            let word = self.tables.look_up_key(key).0;
            return self.tables.opens(word, zone.flags());
        }
        let tokens = match line.as_bytes().first() {
            Some(b'(' | b'[' | b'>') => return true,
            Some(first) if first.is_ascii_alphabetic() => 1,
            _ => 3,
        };
        let head = span::floor(line, OPENING);
        line::cut(&line[..head], self.tables, tokens, &mut self.tokens);
        let word = self.tokens.iter().find(|t| !t.is_mark());
        word.is_some_and(|t| self.tables.opens(t.word, zone.flags()))
    }

    /// Whether a rule said of the line judged last that it is story.
    pub(crate) fn spared(&self) -> bool {
        self.parts.iter().any(|part| part.story)
    }

    /// Whether the line judged last reports somebody's words.
    pub(crate) fn reports(&self) -> bool {
        self.tokens
            .iter()
            .any(|t| t.classes & self.tables.known.say != 0)
    }

    /// The words of the line judged last.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    fn tokens_from(&self, byte: usize) -> &[Token] {
        let at = self.tokens.partition_point(|t| (t.start as usize) < byte);
        &self.tokens[at..]
    }

    /// Cuts the tokens into sentences, each with the marks that it opens with.
    fn part(&mut self) {
        self.parts.clear();
        let mut from = 0;
        let sentences = self.tokens.iter().enumerate();
        let sentences = sentences.filter(|(_, t)| t.is(Shapes::SENTENCE));
        for (at, _) in sentences.skip(1) {
            let to = opening(&self.tokens[from..=at]) + from;
            self.parts.push(Part::new(from, to));
            from = to;
        }
        if from < self.tokens.len() {
            self.parts.push(Part::new(from, self.tokens.len()));
        }
    }

    /// Notes in every sentence the first pattern of the list that matches there.
    fn match_rules(&mut self, zone: Zone) {
        let [keyed, opening_keyed] =
            [false, true].map(|opening| key_bit(zone == Zone::Tail, opening));
        for at in 0..self.parts.len() {
            let Part { from, to, .. } = self.parts[at];
            let mut words = Bag::default();
            for token in &self.tokens[from..to] {
                words.add(token.word, token.classes, token.shapes);
            }
            if !words.has_shape(Shapes::ANY_KEY) && !words.has_class(keyed | opening_keyed) {
                continue;
            }
            let calls = |token: &Token, bit| token.is(Shapes::ANY_KEY) || token.classes & bit != 0;
            for key in from..to {
                let token = self.tokens[key];
                if calls(&token, opening_keyed) {
                    self.match_at(key, at, zone, &words, true);
                }
                if !token.is_mark() && token.classes & LEADS == 0 {
                    break;
                }
            }
            let mut next = from;
            while let Some(skip) = self.tokens[next..to].iter().position(|t| calls(t, keyed)) {
                self.match_at(next + skip, at, zone, &words, false);
                next += skip + 1;
            }
            self.parts[at].spare(self.tables);
        }
    }

    /// The same for the patterns that are looked up by the word at `key`.
    fn match_at(&mut self, key: usize, part: usize, zone: Zone, words: &Bag, opening: bool) {
        let tables = self.tables;
        let Token { word, shapes, .. } = self.tokens[key];
        let part = &mut self.parts[part];
        for number in tables.candidates(zone == Zone::Tail, opening, word, shapes) {
            let known = |hit| tables.rank(hit) <= tables.rank(number);
            if part.hit.is_some_and(known)
                || tables.lacks(number, words)
                || !zone.admits(tables.rule(number))
            {
                continue;
            }
            let pattern = &tables.pattern(number);
            let firm = tables.rule(number).flags.any(RuleFlags::FIRM);
            let floats = pattern.anchor == Anchor::Anywhere && words.has_class(tables.known.say);
            if floats && !firm {
                continue;
            }
            let found = pattern::find(pattern, key, part.from, &self.tokens, tables);
            if let Some((start, _)) = found {
                if firm || !self.tokens[start].is(Shapes::QUOTED) {
                    part.hit = Some(number);
                }
            }
        }
    }

    /// The same for the rules that are regular expressions.
    fn match_regexes(&mut self, window: &str, zone: Zone) {
        let tables = self.tables;
        for (number, regex) in &tables.regexes {
            if !zone.admits(tables.rule(*number)) {
                continue;
            }
            let Some(found) = regex.find(window) else {
                continue;
            };
            let token = self
                .tokens
                .partition_point(|t| (t.start as usize) < found.start());
            let part = self.parts.iter_mut().find(|part| token < part.to);
            if let Some(part) = part {
                let first = part
                    .hit
                    .is_none_or(|hit| tables.rank(*number) < tables.rank(hit));
                part.hit = if first { Some(*number) } else { part.hit };
            }
        }
    }

    /// From which byte of the window on the line is boilerplate, `first` being its first sentence
    /// that a rule knows.
    fn extent(&self, first: usize, cut_off: bool, zone: Zone) -> Option<usize> {
        let rule = self.tables.rule(self.parts[first].hit?);
        let firm = rule.flags.any(RuleFlags::FIRM);
        let titles = rule.flags.any(RuleFlags::TITLES);
        if !firm
            && self.parts[first..]
                .iter()
                .any(|part| self.is_story(part, titles))
        {
            return None;
        }
        if first > 0 && self.dwindles(first) {
            return None;
        }
        // the credit behind a caption takes it along, and a story ends in no caption
        let sentences = match zone {
            Zone::Head => usize::MAX,
            Zone::Inside => 1,
            Zone::Tail => 0,
        };
        let whole = rule.flags.any(RuleFlags::WHOLE) && !cut_off;
        if first == 0 || whole && first <= sentences {
            return Some(0);
        }
        let before = &self.parts[..first];
        let rest = &self.parts[first..];
        let leads_up = offers(rule.category) || rule.flags.any(RuleFlags::NOTES);
        if !cut_off && leads_up && self.belongs(before, rest) {
            return Some(0);
        }
        let apart = RuleFlags::LINE.or(RuleFlags::WEAK).or(RuleFlags::HEADER);
        let glues = !rule.flags.any(apart);
        (glues && zone == Zone::Tail).then(|| self.tokens[self.parts[first].from].start as usize)
    }

    /// Whether the sentences before a promotion belong to it: the outlet speaks of itself or to
    /// the reader, and nothing in them reports.
    fn belongs(&self, before: &[Part], rest: &[Part]) -> bool {
        let words = |parts: &[Part]| parts.iter().map(|part| part.to - part.from).sum::<usize>();
        // A longer one leads up to a promotion of several times its length.
        let short = words(before) <= SHORT_TEASER || words(before) * 3 <= words(rest);
        let teaser = short
            && (words(before) < words(rest) || before.iter().all(|part| self.is_question(part)));
        before.len() <= 3
            && before.iter().all(|part| !self.is_story(part, false))
            && (teaser || before.iter().any(|part| self.addresses(part)))
    }

    /// Whether more words follow the last sentence that a rule knows than such sentences have.
    fn dwindles(&self, first: usize) -> bool {
        let (mut known, mut after) = (0, 0);
        for part in &self.parts[first..] {
            let words = part.to - part.from;
            match part.hit {
                Some(_) => (known, after) = (known + words, 0),
                None => after += words,
            }
        }
        after > known
    }

    /// Whether a sentence is about the outlet and its offers, or asks the reader something.
    fn addresses(&self, part: &Part) -> bool {
        let known = &self.tables.known;
        let tokens = &self.tokens[part.from..part.to];
        let classes = tokens.iter().fold(0, |all, t| all | t.classes);
        let question = self.is_question(part);
        classes & (known.we | known.object | known.ask | known.network | known.outlet) != 0
            || (question && classes & known.you != 0)
    }

    fn is_question(&self, part: &Part) -> bool {
        let last = self.tokens[part.from..part.to].last();
        last.is_some_and(|t| t.word == self.tables.look_up("?").0)
    }

    /// Whether a sentence that no rule knows reports or quotes.
    fn is_story(&self, part: &Part, titles: bool) -> bool {
        let known = &self.tables.known;
        let tokens = &self.tokens[part.from..part.to];
        let count = |test: &dyn Fn(&Token) -> bool| tokens.iter().filter(|t| test(t)).count();
        let says = count(&|t| t.classes & known.say != 0) > 0;
        let acts = count(&|t| t.classes & known.person != 0) > 0;
        let quoted = count(&|t| t.is(Shapes::QUOTED));
        part.story || part.hit.is_none() && (says || (!titles && (acts || quoted > MOST_IN_TITLE)))
    }
}

/// The length of the quotation mark that opens a line, 0 if none does.
fn opening_quote(line: &str) -> usize {
    match line.as_bytes() {
        [b'"' | b'\'', ..] => 1,
        [0xe2, 0x80, 0x98 | 0x9c, ..] => 3,
        _ => 0,
    }
}

/// Where the sentence begins whose first word is the last of `tokens`: at a mark before it, if
/// white space parts the mark from the sentence before.
fn opening(tokens: &[Token]) -> usize {
    let word = tokens.len() - 1;
    let marks = tokens[..word].iter().rev().take_while(|t| t.is_mark());
    let first = word - marks.count();
    let parted = |&at: &usize| at == 0 || tokens[at - 1].end < tokens[at].start;
    (first..word).find(parted).unwrap_or(word)
}

/// Whether such a line solicits or says how to reach somebody, so that the sentence before it may lead
/// up to it.
fn offers(category: Category) -> bool {
    category.is_promotional()
        || matches!(
            category,
            Category::Contact | Category::AuthorBio | Category::Helpline
        )
}

/// Where the last [`WINDOW`] bytes of `line` begin, at a character.
fn window_start(line: &str) -> usize {
    span::ceiling(line, line.len().saturating_sub(WINDOW))
}

#[cfg(test)]
mod tests {
    use super::{Judge, Zone};
    use crate::language::Language;

    /// Prints which rule takes each line of the file that `COPYDESK_LINES` names.
    #[test]
    #[ignore = "a tool: explains the lines of the file that COPYDESK_LINES names"]
    fn explain_lines() {
        let Some(path) = std::env::var_os("COPYDESK_LINES") else {
            println!("nothing to explain: set COPYDESK_LINES to a file of lines");
            return;
        };
        let mut judge = Judge::new(Language::english().boilerplate());
        for line in std::fs::read_to_string(path)
            .expect("a file of lines")
            .lines()
        {
            let line = line.trim();
            for zone in [Zone::Tail, Zone::Inside, Zone::Head] {
                let verdict = judge.judge(line, zone);
                let hits: Vec<String> = judge
                    .parts
                    .iter()
                    .map(|part| part.hit.map_or("-".into(), crate::language::lists::source))
                    .collect();
                println!(
                    "{zone:?} {} {hits:?} {line}",
                    verdict.map_or("story".into(), |v| format!(
                        "{} from {} [{}]",
                        v.rule, v.from, v.signs
                    ))
                );
            }
        }
    }
}
