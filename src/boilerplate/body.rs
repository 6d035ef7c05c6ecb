//! The lines above the story and inside it.
//!
//! Hops from line to line; only short lines and lines that begin as a rule does are read.

use super::Finding;
use super::judge::{Judge, Verdict, Zone};
use super::line::Token;
use super::signs::{self, Signs};
use super::tail::is_separator;
use crate::category::Category;
use crate::language::boilerplate::shape;
use crate::lines;

/// A longer line inside the story is not looked at.
const SHORT: usize = 160;

/// Words of the longest headline.
const LONGEST_HEADLINE: usize = 18;

/// Bytes of a line that is a paragraph.
const PARAGRAPH: usize = 80;

/// The boilerplate of `text` above the story and inside it, in order; the first of the pair is
/// the start of the story.
pub(crate) fn find(text: &str, judge: &mut Judge<'_>) -> (usize, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut start = None;
    let mut headline = false;
    let mut below = lines::lines(text).filter(|line| !line.is_empty());
    while let Some(line) = below.next() {
        let words = &text[line];
        let zone = if start.is_none() {
            Zone::Head
        } else {
            Zone::Inside
        };
        let mut found = known(words, zone, judge);
        if found.is_none() && start.is_none() && !headline {
            let next = below.clone().take(6).any(|line| line.len() >= PARAGRAPH);
            headline = next && is_headline(words, judge);
            found = headline.then(repeated_headline);
        }
        match found {
            Some(verdict) => findings.push(Finding::new(line, verdict)),
            None if start.is_none() && !is_separator(words) => start = Some(line.start),
            None => {}
        }
    }
    (start.unwrap_or(text.len()), findings)
}

fn known(words: &str, zone: Zone, judge: &mut Judge<'_>) -> Option<Verdict> {
    if words.len() > SHORT && zone == Zone::Inside && !judge.opens_inside(words) {
        return None;
    }
    judge.judge(words, zone).filter(|verdict| verdict.from == 0)
}

/// Whether a line on top of the text is the headline: some words without a final stop, then a
/// paragraph.
fn is_headline(words: &str, judge: &Judge<'_>) -> bool {
    let tokens = judge.tokens();
    let count = tokens.iter().filter(|t| !t.is_mark()).count();
    let first = tokens.iter().find(|t| !t.is_mark());
    let sentences = tokens.iter().filter(|t| t.is(shape::SENTENCE)).count();
    let question = words.ends_with('?') && is_title(tokens);
    (3..=LONGEST_HEADLINE).contains(&count)
        && sentences == 1
        && first.is_some_and(|t| t.is(shape::CAPITAL | shape::NUMBER))
        && (!signs::is_finished(words) || question)
}

/// Whether most words have a capital.
fn is_title(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| !t.is_mark());
    let (all, capital) = words.fold((0, 0), |(all, capital), t| {
        (all + 1, capital + usize::from(t.is(shape::CAPITAL)))
    });
    capital * 3 >= all * 2
}

fn repeated_headline() -> Verdict {
    Verdict {
        rule: "headline".into(),
        category: Category::HeadlineRepeat,
        flags: 0,
        signs: Signs::HEADLINE.union(Signs::UNFINISHED),
        from: 0,
    }
}
