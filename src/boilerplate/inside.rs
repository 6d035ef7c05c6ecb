//! The lines inside the story.
//!
//! Hops from line to line; only short lines and lines that begin or end as a rule wants are read.

use super::Finding;
use super::judge::{Judge, Verdict, Zone};
use super::signs::{self, Signs};
use crate::category::Category;
use crate::span::{self, Span};

/// The length up to which every line is read; a longer one is only if its first word begins a rule or it
/// has no final stop.
const SHORT: usize = 110;

/// The length above which no line is boilerplate.
const LONG: usize = 480;

/// The longest link in brackets at the end of a paragraph, in bytes.
const LONGEST_ASIDE: usize = 240;

/// How many unknown lines a subscription box may have between two that the rules know.
const BOX_LINES: usize = 5;

/// Adds the boilerplate among `lines` of `text`, those after its head, to `findings`, in order.
pub(crate) fn find(text: &str, lines: &[Span], judge: &mut Judge<'_>, findings: &mut Vec<Finding>) {
    // Short lines since the last one that sells a subscription, or nothing outside such a box.
    let mut open_box: Option<Vec<Span>> = None;
    for &line in lines {
        if let Some(verdict) = known(&text[line], judge) {
            let sells = verdict.category == Category::MembershipAppeal;
            if sells {
                let enclosed = open_box.take().unwrap_or_default().into_iter();
                findings.extend(enclosed.map(|line| Finding::new(line, verdict.enclosed())));
                open_box = Some(Vec::new());
            }
            findings.push(Finding::new(line, verdict));
        } else {
            findings.extend(aside(text, line, judge));
            open_box = open_box.filter(|lines| lines.len() < BOX_LINES && line.len() <= SHORT);
            if let Some(lines) = &mut open_box {
                lines.push(line);
            }
        }
    }
}

fn known(words: &str, judge: &mut Judge<'_>) -> Option<Verdict> {
    let finished = signs::is_finished(words);
    let speech = finished && words.starts_with(['“', '"', '‘', '\'']);
    let readable = (words.len() <= SHORT && !speech)
        || (words.len() <= LONG && (!finished || judge.opens(words, Zone::Inside)));
    let readable = readable && !goes_on(words);
    let verdict = readable.then(|| judge.judge(words, Zone::Inside)).flatten();
    verdict.filter(|verdict| verdict.from == 0)
}

/// Whether a paragraph opens in marks that it does not close: one of several that somebody speaks.
fn goes_on(words: &str) -> bool {
    let spoken = words.strip_prefix(['“', '"']);
    spoken.is_some_and(|words| !words.contains(['”', '"']))
}

/// A link in brackets at the end of a paragraph: "(RELATED: …)".
fn aside(text: &str, line: Span, judge: &mut Judge<'_>) -> Option<Finding> {
    let words = &text[line];
    let opener = match words.as_bytes().last()? {
        b')' => " (",
        b']' => " [",
        _ => return None,
    };
    let from = span::ceiling(words, words.len().saturating_sub(LONGEST_ASIDE));
    let open = from + words[from..].rfind(opener)? + 1;
    let verdict = judge.judge(&words[open..], Zone::Inside)?;
    let links = verdict.from == 0 && verdict.category == Category::RelatedLinks;
    links.then(|| Finding::new(Span::new(line.start + open, line.end), verdict))
}

impl Verdict {
    /// The verdict on a line between two such lines.
    fn enclosed(&self) -> Self {
        Self {
            signs: Signs::NEIGHBOUR,
            ..self.clone()
        }
    }
}
