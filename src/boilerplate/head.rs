//! The lines above the story: headline, byline, time, captions, and what the rules know.
//!
//! Reads at most a few lines, down to the first paragraph.

use super::Finding;
use super::judge::{Judge, Verdict, Zone};
use super::line::Token;
use super::signs::{self, Signs};
use super::tail::is_separator;
use crate::category::Category;
use crate::language::boilerplate::{RuleFlags, Shapes};
use crate::span::Span;

/// The rule that takes headlines and repeated lines.
const PAGE_HEAD: &str = "page-head";

/// Lines that a head may have.
const MOST_LINES: usize = 24;

/// A longer line is never above the story.
const LONGEST: usize = 1200;

/// A longer line with a final stop is above the story only if it begins as a rule wants.
const LONGEST_SENTENCE: usize = 400;

/// A longer line that no rule knows is not part of a byline, in bytes.
const LONGEST_LABEL: usize = 110;

/// Lines below such a line in which a byline or time is sought.
const NEXT_LINES: usize = 3;

/// Lines of one head that may be guessed.
const MOST_GUESSES: usize = 2;

/// Words of the longest headline.
const LONGEST_HEADLINE: usize = 20;

/// Adds the boilerplate above the story to `findings`, in order; `lines` are those of `text` that
/// are not blank. Where the story begins.
pub(crate) fn find(
    text: &str,
    lines: &[Span],
    judge: &mut Judge<'_>,
    findings: &mut Vec<Finding>,
) -> usize {
    let all = &lines[..lines.len().min(MOST_LINES)];
    let mut headlines = 0;
    for (at, &line) in all.iter().enumerate() {
        let words = &text[line];
        let rest = || all[at + 1..].iter().map(|&line| &text[line]);
        let readable = is_readable(words, judge);
        let found = readable.then(|| judge.judge(words, Zone::Head)).flatten();
        let found = found.filter(|verdict| verdict.from == 0);
        let found = found.or_else(|| {
            let kind = if readable {
                unknown(words, judge)?
            } else {
                Kind::Paragraph
            };
            let repeated = rest().any(|other| other == words);
            let known = findings.iter().any(|f: &Finding| &text[f.span] == words);
            match kind {
                Kind::Paragraph if known => Some(Category::Caption),
                Kind::Paragraph if repeated && !twice(words, rest) => Some(Category::Caption),
                Kind::Paragraph => None,
                _ if known || repeated => Some(Category::HeadlineRepeat),
                Kind::Headline if headlines == 0 => rest()
                    .any(signs::is_paragraph)
                    .then_some(Category::HeadlineRepeat),
                _ => None,
            }
            .filter(|_| judge.tables.is_on(PAGE_HEAD))
            .map(repeated_head)
        });
        let found = found.or_else(|| {
            let known = readable && judge.tables.is_on(PAGE_HEAD);
            known
                .then(|| {
                    over_byline(text, &all[at..], findings, judge)
                        .or_else(|| author(text, &all[at..], findings))
                })
                .flatten()
        });
        match found {
            Some(verdict) => {
                headlines += usize::from(verdict.category == Category::HeadlineRepeat);
                findings.push(Finding::new(line, verdict));
            }
            None if is_separator(words) => {}
            None => {
                if is_programme(text, findings, &all[at..], judge) {
                    findings.clear();
                    return all[0].start;
                }
                return line.start;
            }
        }
    }
    findings.last().map_or(0, |found| found.span.end)
}

/// What the first of `lines`, which no rule knows, is by the byline or the time of the page under it,
/// if the page has shown none of the kind: a part of the headline, or a name.
fn over_byline(
    text: &str,
    lines: &[Span],
    findings: &[Finding],
    judge: &mut Judge<'_>,
) -> Option<Verdict> {
    let (&line, rest) = lines.split_first()?;
    let words = &text[line];
    if words.len() > LONGEST_LABEL || signs::is_finished(words) || is_separator(words) {
        return None;
    }
    let guesses = findings.iter().filter(|f| f.verdict.rule == PAGE_HEAD);
    if guesses.count() >= MOST_GUESSES || !leads_to_story(text, rest) {
        return None;
    }
    let named = is_name(judge.tokens());
    let next = rest.iter().map(|&line| &text[line]).take(NEXT_LINES);
    let mut labels = next.take_while(|words| !signs::is_paragraph(words));
    let signed = labels.find_map(|words| signs_page(words, judge))?;
    let shown = findings.iter().any(|f| f.verdict.category == signed);
    (!shown).then(|| {
        repeated_head(if named {
            Category::Byline
        } else {
            Category::HeadlineRepeat
        })
    })
}

/// A byline, if the first of `lines` is a name between a headline and the story, which tells of
/// nobody called so.
fn author(text: &str, lines: &[Span], findings: &[Finding]) -> Option<Verdict> {
    let (&line, rest) = lines.split_first()?;
    let mut name = text[line].split(' ');
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.ends_with(char::is_alphabetic)
            && !word.contains([':', '/', ','])
    };
    let named = (2..=4).contains(&name.clone().count()) && name.clone().all(capital);
    let titled = findings
        .last()
        .is_some_and(|f| f.verdict.category == Category::HeadlineRepeat);
    let over = rest.first().map(|&line| &text[line]);
    if !named || !titled || !over.is_some_and(signs::is_paragraph) {
        return None;
    }
    let last = name.next_back()?;
    let told = rest.iter().any(|&line| text[line].contains(last));
    (!told).then(|| repeated_head(Category::Byline))
}

/// Whether a paragraph stands under a head.
fn leads_to_story(text: &str, lines: &[Span]) -> bool {
    lines.iter().any(|&line| signs::is_paragraph(&text[line]))
}

/// Whether times stand over several of the lines: a programme or a table of fixtures, no head. `rest`
/// begins at the line that is not of the head.
fn is_programme(text: &str, findings: &[Finding], rest: &[Span], judge: &mut Judge<'_>) -> bool {
    let timed = |f: &Finding| f.verdict.category == Category::Timestamp;
    let short = rest.iter().map(|&line| &text[line]);
    findings.iter().any(timed)
        && short
            .take_while(|words| !signs::is_paragraph(words))
            .any(|words| signs_page(words, judge) == Some(Category::Timestamp))
}

/// [`Category::Byline`] or [`Category::Timestamp`], if a line says who wrote the page or when.
fn signs_page(words: &str, judge: &mut Judge<'_>) -> Option<Category> {
    let verdict = judge.judge(words, Zone::Head)?;
    let signs = matches!(verdict.category, Category::Byline | Category::Timestamp);
    (verdict.from == 0 && signs).then_some(verdict.category)
}

/// Two to six words, all with a capital.
fn is_name(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|t| !t.is_mark());
    (2..=6).contains(&words().count()) && words().all(|t| t.is(Shapes::CAPITAL))
}

/// Whether a rule may know a line: most long paragraphs are the first of the story.
fn is_readable(words: &str, judge: &mut Judge<'_>) -> bool {
    let stops = words.ends_with(['.', '"', '”', ':']) && signs::is_finished(words);
    words.len() <= LONGEST_SENTENCE
        || (words.len() <= LONGEST && (!stops || judge.opens(words, Zone::Head)))
}

/// Whether the paragraph after `words` is repeated too: then the whole text stands twice.
fn twice<'t, I: Iterator<Item = &'t str>>(words: &str, rest: impl Fn() -> I) -> bool {
    let mut others = rest().filter(|&other| other != words && signs::is_paragraph(other));
    others
        .next()
        .is_some_and(|next| others.any(|other| other == next))
}

/// What a line may be that no rule knows.
enum Kind {
    Headline,
    Paragraph,
    Other,
}

fn unknown(words: &str, judge: &Judge<'_>) -> Option<Kind> {
    if is_separator(words) {
        None
    } else if is_headline(words, judge.tokens()) {
        Some(Kind::Headline)
    } else if signs::is_paragraph(words) {
        Some(Kind::Paragraph)
    } else {
        Some(Kind::Other)
    }
}

/// Some words without a final stop, the first with a capital.
fn is_headline(words: &str, tokens: &[Token]) -> bool {
    let open_end = !signs::is_finished(words)
        || words.ends_with(';')
        || (words.ends_with('?') && is_title(tokens));
    if !open_end {
        return false;
    }
    let count = tokens.iter().filter(|t| !t.is_mark()).count();
    let first = tokens.iter().find(|t| !t.is_mark());
    let sentences = tokens.iter().filter(|t| t.is(Shapes::SENTENCE)).count();
    let address = tokens.iter().any(|t| t.is(Shapes::HOST.or(Shapes::EMAIL)));
    (3..=LONGEST_HEADLINE).contains(&count)
        && sentences == 1
        && !address
        && first.is_some_and(|t| t.is(Shapes::CAPITAL.or(Shapes::NUMBER)))
}

/// Whether most words have a capital.
fn is_title(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| !t.is_mark());
    let (all, capital) = words.fold((0, 0), |(all, capital), t| {
        (all + 1, capital + usize::from(t.is(Shapes::CAPITAL)))
    });
    capital * 3 >= all * 2
}

fn repeated_head(category: Category) -> Verdict {
    Verdict {
        rule: PAGE_HEAD.into(),
        category,
        flags: RuleFlags::NONE,
        signs: Signs::HEADLINE,
        from: 0,
    }
}
