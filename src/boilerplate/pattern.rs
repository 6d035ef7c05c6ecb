//! Matches a pattern of words against a line.
//!
//! Backtracks only over gaps, which are bounded, and gives up after a fixed number of steps.

use super::line::Token;
use crate::language::boilerplate::{
    Anchor, BoilerplateTables, Item, LONGEST_NAME, Pattern, Shapes, WordSet,
};
use crate::language::stored::Records;

/// The remaining steps of a pattern.
type Items<'a> = Records<'a, Item>;

/// The number of steps after which a pattern counts as not matching.
const PATIENCE: u32 = 600;

/// How many words before the looked-up one a match may begin.
const REACH: usize = 24;

/// The first and one past the last word of a match of `pattern` that holds the word at `key`, in
/// the sentence that begins at `from`.
pub(crate) fn find(
    pattern: &Pattern,
    key: usize,
    from: usize,
    tokens: &[Token],
    tables: &BoilerplateTables,
) -> Option<(usize, usize)> {
    let items = tables.items(pattern);
    let mut search = Search {
        tokens,
        tables,
        patience: PATIENCE,
    };
    let starts = match pattern.anchor {
        Anchor::Anywhere => from.max(farthest(key, pattern.reach, tokens))..=key,
        Anchor::Line if from > 0 => return None,
        Anchor::Line | Anchor::Sentence => from..=opening(&tokens[from..=key]) + from,
    };
    for start in starts.rev() {
        if let Some(end) = search.run(items, start, true) {
            return Some((start, end));
        }
    }
    None
}

/// Where a match may begin that has at most `reach` words before the one at `key`.
fn farthest(key: usize, reach: u8, tokens: &[Token]) -> usize {
    let mut start = key;
    let mut words = usize::from(reach).min(REACH);
    while start > 0 && words > 0 && key - start < REACH {
        start -= 1;
        words -= usize::from(!tokens[start].is_mark());
    }
    start
}

/// The first word of a sentence, which may open with marks.
fn opening(tokens: &[Token]) -> usize {
    let word = tokens.iter().position(|t| !t.is_mark());
    word.unwrap_or(tokens.len() - 1)
}

struct Search<'a> {
    tokens: &'a [Token],
    tables: &'a BoilerplateTables,
    patience: u32,
}

impl Search<'_> {
    /// One past the last word of a match of `items` from `at` on.
    fn run(&mut self, items: Items<'_>, at: usize, first: bool) -> Option<usize> {
        self.patience = self.patience.checked_sub(1)?;
        let mut rest = items;
        let Some(item) = rest.next() else {
            return Some(at);
        };
        match item {
            Item::Word(set) => {
                let at = self.fitting(&self.tables.set(set), at, first)?;
                self.run(rest, at + 1, first && self.tokens[at].is_mark())
            }
            Item::Optional(set) => {
                let with = self.fitting(&self.tables.set(set), at, first);
                with.and_then(|at| self.run(rest, at + 1, false))
                    .or_else(|| self.run(rest, at, first))
            }
            Item::Mark(id) => {
                let fits = self.tokens.get(at).is_some_and(|t| t.word == id);
                fits.then(|| self.run(rest, at + 1, first)).flatten()
            }
            Item::Name(least) => self.name(rest, at, usize::from(least), first),
            Item::Any => {
                let at = self.next_word(at, first)?;
                self.run(rest, at + 1, false)
            }
            Item::Gap(most) => self.gap(rest, at, most, first),
            Item::SentenceEnd => {
                let ends = self.next_word(at, false).is_none();
                ends.then(|| self.run(rest, at, false)).flatten()
            }
            Item::LineEnd => {
                let ends = self.tokens[at..].iter().all(Token::is_mark);
                ends.then(|| self.run(rest, at, false)).flatten()
            }
        }
    }

    /// The next word, if it is in `set`; or a mark of the set before it.
    fn fitting(&self, set: &WordSet, at: usize, first: bool) -> Option<usize> {
        if set.marks {
            let marks = self.tokens.get(at..)?.iter().take_while(|t| t.is_mark());
            if let Some(skip) = marks
                .enumerate()
                .find(|(_, t)| self.is_in(set, t))
                .map(|(n, _)| n)
            {
                return Some(at + skip);
            }
        }
        let word = self.next_word(at, first)?;
        self.is_in(set, &self.tokens[word]).then_some(word)
    }

    fn gap(&mut self, rest: Items<'_>, mut at: usize, most: u8, first: bool) -> Option<usize> {
        for _ in 0..=most {
            let word = self.next_word(at, first);
            if self.may_begin(rest, word) {
                if let Some(end) = self.run(rest, at, first) {
                    return Some(end);
                }
            }
            at = word? + 1;
        }
        None
    }

    /// Whether `items` may begin at a word, or at the end of the words; `false` is certain.
    fn may_begin(&self, mut items: Items<'_>, word: Option<usize>) -> bool {
        let Some(Item::Word(set)) = items.next() else {
            return true;
        };
        let set = self.tables.set(set);
        set.marks || word.is_some_and(|word| self.is_in(&set, &self.tokens[word]))
    }

    fn is_in(&self, set: &WordSet, token: &Token) -> bool {
        self.tables
            .is_in(set, token.word, token.shapes, token.classes)
    }

    /// The longest name first, then its shorter beginnings.
    fn name(&mut self, rest: Items<'_>, at: usize, least: usize, first: bool) -> Option<usize> {
        let mut ends = [0_usize; LONGEST_NAME as usize];
        let mut len = 0;
        let mut next = at;
        while len < ends.len() {
            let Some(word) = self.next_word(next, first && len == 0) else {
                break;
            };
            let token = &self.tokens[word];
            let article = len == 0 && least > 1 && token.classes & self.tables.known.small != 0;
            if !token.is(Shapes::CAPITAL) || article || (len > 0 && self.parted(next, word)) {
                break;
            }
            next = word + 1;
            ends[len] = next;
            len += 1;
        }
        let ends = ends[..len].get(least - 1..)?;
        ends.iter()
            .rev()
            .find_map(|&end| self.run(rest, end, false))
    }

    /// Whether a mark other than a full stop or a hyphen stands between two words.
    fn parted(&self, from: usize, to: usize) -> bool {
        let stop = self.tables.look_up(".").0;
        self.tokens[from..to].iter().any(|t| t.word != stop)
    }

    /// The next word at or after `at`, unless a sentence begins with it.
    fn next_word(&self, at: usize, first: bool) -> Option<usize> {
        let skip = self.tokens.get(at..)?.iter().position(|t| !t.is_mark())?;
        let word = at + skip;
        (first || !self.tokens[word].is(Shapes::SENTENCE)).then_some(word)
    }
}
