//! The trailing block: walks the lines from the end and decides it as a whole.
//!
//! Stops at the first line of the story, so that a clean end costs one line.

use super::Finding;
use super::judge::{Judge, Verdict, Zone};
use super::signs::{self, Signs};
use crate::category::Category;
use crate::language::boilerplate::{flag, shape};
use crate::lines;
use crate::span::Span;

/// A line that may be boilerplate if its neighbours are.
struct Doubt {
    line: Span,
    verdict: Option<Verdict>,
}

/// The trailing block of a text, gathered from its end.
struct Block {
    /// From the last line up.
    findings: Vec<Finding>,
    doubts: Vec<Doubt>,
}

/// The boilerplate that ends `text`, in order.
pub(crate) fn find(text: &str, judge: &mut Judge<'_>) -> Vec<Finding> {
    let mut block = Block {
        findings: Vec::new(),
        doubts: Vec::new(),
    };
    let mut above = lines::lines(text).rev().filter(|line| !line.is_empty());
    while let Some(line) = above.next() {
        let words = &text[line];
        if is_separator(words) {
            block.separator(line);
            continue;
        }
        let go_on = match judge.judge(words, Zone::Tail) {
            Some(verdict) if verdict.from > 0 => {
                block.glued(line, verdict);
                false
            }
            Some(verdict) if verdict.has(flag::WEAK) => block.doubt(line, Some(verdict)),
            Some(verdict) => block.accept(line, verdict),
            None if is_headline(words, judge) => block.doubt(line, None),
            None => {
                let header = above.clone().next().map(|line| (line, &text[line]));
                block.paragraph(line, header, judge)
            }
        };
        if !go_on {
            break;
        }
    }
    block.findings.reverse();
    block.findings
}

impl Block {
    /// Takes a line that a rule knows; false if lines under it end the block there.
    fn accept(&mut self, line: Span, verdict: Verdict) -> bool {
        if !self.settle(&verdict) {
            return false;
        }
        self.findings.push(Finding::new(line, verdict));
        true
    }

    /// Decides the doubtful lines under a line that is boilerplate.
    fn settle(&mut self, above: &Verdict) -> bool {
        let enclosed = !self.findings.is_empty();
        for doubt in std::mem::take(&mut self.doubts) {
            let verdict = match doubt.verdict {
                Some(verdict) => verdict.beside(Signs::NEIGHBOUR),
                None if above.has(flag::HEADER) => Verdict {
                    signs: Signs::UNDER_HEADER.union(Signs::HEADLINE),
                    from: 0,
                    ..above.clone()
                },
                None if enclosed => enclosed_link(),
                None => return false,
            };
            self.findings.push(Finding::new(doubt.line, verdict));
        }
        true
    }

    /// Keeps a line in doubt.
    fn doubt(&mut self, line: Span, verdict: Option<Verdict>) -> bool {
        match verdict {
            Some(verdict) if !self.findings.is_empty() && self.doubts.is_empty() => {
                self.findings
                    .push(Finding::new(line, verdict.beside(Signs::NEIGHBOUR)));
            }
            verdict => self.doubts.push(Doubt { line, verdict }),
        }
        true
    }

    /// A separator belongs to what follows it.
    fn separator(&mut self, line: Span) {
        if let Some(&Doubt {
            verdict: Some(_), ..
        }) = self.doubts.last().as_ref()
        {
            let doubt = self.doubts.pop();
            if self.doubts.is_empty() {
                self.findings.extend(
                    doubt.and_then(|d| {
                        Some(Finding::new(d.line, d.verdict?.beside(Signs::SEPARATOR)))
                    }),
                );
            }
        }
        if let (Some(next), true) = (self.findings.last(), self.doubts.is_empty()) {
            let verdict = Verdict {
                signs: Signs::SEPARATOR,
                ..next.verdict.clone()
            };
            self.findings.push(Finding::new(line, verdict));
        }
    }

    fn glued(&mut self, line: Span, verdict: Verdict) {
        if self.settle(&verdict) {
            let span = Span::new(line.start + verdict.from, line.end);
            self.findings.push(Finding::new(span, verdict));
        }
    }

    /// A line that reads like story goes only under a header that takes paragraphs.
    fn paragraph(
        &mut self,
        line: Span,
        header: Option<(Span, &str)>,
        judge: &mut Judge<'_>,
    ) -> bool {
        let Some((_, words)) = header else {
            return false;
        };
        if words.len() > 80 || !self.doubts.is_empty() {
            return false;
        }
        match judge.judge(words, Zone::Tail) {
            Some(above) if above.has(flag::NOTES) && above.from == 0 => {
                let verdict = Verdict {
                    signs: Signs::UNDER_HEADER,
                    ..above
                };
                self.findings.push(Finding::new(line, verdict));
                true
            }
            _ => false,
        }
    }
}

/// A headline between two lines that are boilerplate.
fn enclosed_link() -> Verdict {
    Verdict {
        rule: "enclosed-headline".into(),
        category: Category::RelatedLinks,
        flags: 0,
        signs: Signs::HEADLINE.union(Signs::NEIGHBOUR),
        from: 0,
    }
}

impl Verdict {
    fn beside(self, sign: Signs) -> Self {
        Self {
            signs: self.signs.union(sign),
            ..self
        }
    }
}

/// A rule of dashes, underscores, stars or hashes.
pub(crate) fn is_separator(line: &str) -> bool {
    let drawn = |c: char| {
        matches!(
            c,
            '_' | '-' | '—' | '–' | '*' | '#' | '=' | '~' | '•' | '·' | ' ' | '▼' | '\u{2500}'
                ..='\u{259f}'
        )
    };
    line.len() >= 2 && line.chars().all(drawn)
}

/// Whether the line judged last could be a link's headline: a capital or a figure first, no final
/// stop, not long, nothing said in it.
fn is_headline(line: &str, judge: &Judge<'_>) -> bool {
    let known = &judge.tables.known;
    let tokens = judge.tokens();
    let words = tokens.iter().filter(|t| !t.is_mark()).count();
    let said = tokens.iter().any(|t| t.classes & known.say != 0);
    let first = tokens.iter().find(|t| !t.is_mark());
    let opens = first.is_some_and(|t| {
        t.is(shape::CAPITAL | shape::NUMBER | shape::HOST | shape::HANDLE | shape::EMAIL)
    });
    let open_end = !signs::is_finished(line) || line.ends_with(['?', '!']);
    opens && open_end && !said && (1..=22).contains(&words)
}
