//! Boilerplate: the lines that are not story.
//!
//! A line is judged by itself ([`judge`]), the block at the end as a whole ([`tail`]), then the
//! lines above it ([`head`]) and inside ([`inside`]). Uses [`lines`](crate::lines) and
//! [`language`](crate::language); knows nothing of sentences or quotations.

mod head;
mod inside;
mod judge;
mod line;
mod pattern;
mod policy;
mod signs;
mod tail;

use std::borrow::Cow;

use crate::category::Category;
use crate::language::BoilerplateTables;
use crate::lines;
use crate::span::{Excerpt, Span};
use judge::{Judge, Verdict};
pub(crate) use policy::Policy;
pub use signs::Signs;

/// Where a boilerplate line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Place {
    /// Above the story.
    Leading,
    /// Between lines of the story.
    Inside,
    /// Under the story.
    Trailing,
}

/// A line, or the end of one, that is not story.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Boilerplate<'t> {
    /// The words and where they stand.
    pub excerpt: Excerpt<'t>,
    /// What it is.
    pub category: Category,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
    /// Whether the normalizer was told to leave this category in the story.
    pub kept: bool,
    /// Where it stands.
    pub place: Place,
    /// What spoke for it.
    pub signs: Signs,
}

/// A text less the boilerplate around and inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Story<'t> {
    text: &'t str,
    body: Span,
    boilerplate: Vec<Boilerplate<'t>>,
}

impl<'t> Story<'t> {
    /// The story's extent, from its first to its last line; empty when all is boilerplate.
    #[must_use]
    pub const fn body(&self) -> Span {
        self.body
    }

    /// Every boilerplate line found, in order, the kept ones too.
    #[must_use]
    pub fn boilerplate(&self) -> &[Boilerplate<'t>] {
        &self.boilerplate
    }

    /// The story without the lines that go; borrowed when nothing inside it goes.
    ///
    /// ```
    /// let story = copydesk::story("Rain fell.\nAdvertisement\nIt stopped.\nShare this:");
    /// assert_eq!(story.clean_text(), "Rain fell.\nIt stopped.");
    /// ```
    #[must_use]
    pub fn clean_text(&self) -> Cow<'t, str> {
        let mut holes = self.holes().peekable();
        if holes.peek().is_none() {
            return Cow::Borrowed(&self.text[self.body]);
        }
        let mut clean = String::with_capacity(self.body.len());
        let mut from = self.body.start;
        for hole in holes {
            clean.push_str(&self.text[from..hole.start]);
            from = hole.end;
        }
        clean.push_str(&self.text[from..self.body.end]);
        Cow::Owned(clean)
    }

    /// What goes inside the story: a line up to the next one that is not blank, the end of a line
    /// with the white space before it.
    fn holes(&self) -> impl Iterator<Item = Span> {
        let gone = self.boilerplate.iter().filter(|line| !line.kept);
        let inside = gone
            .map(|line| line.excerpt.span())
            .filter(|span| self.body.covers(*span));
        inside.map(|span| {
            let before = lines::trim(self.text, Span::new(self.body.start, span.start));
            let opens = before.is_empty() || self.text[before.end..span.start].contains('\n');
            let next = lines::trim(self.text, Span::new(span.end, self.body.end));
            match (opens, next.is_empty()) {
                (true, false) => Span::new(span.start, next.start),
                (true, true) => span,
                (false, _) => Span::new(before.end, span.end),
            }
        })
    }
}

/// A line judged to be boilerplate.
#[derive(Debug, Clone)]
struct Finding {
    span: Span,
    verdict: Verdict,
}

impl Finding {
    fn new(span: Span, verdict: Verdict) -> Self {
        Self { span, verdict }
    }

    fn report(self, text: &str, place: Place, policy: Policy) -> Boilerplate<'_> {
        let Verdict {
            category,
            rule,
            signs,
            ..
        } = self.verdict;
        Boilerplate {
            excerpt: Excerpt::new(text, self.span),
            category,
            rule,
            kept: policy.keeps(category),
            place,
            signs,
        }
    }
}

/// Finds the boilerplate of `text`.
pub(crate) fn find<'t>(text: &'t str, tables: &BoilerplateTables, policy: Policy) -> Story<'t> {
    let mut judge = Judge::new(tables);
    let tail = tail::find(text, &mut judge);
    let end = tail.first().map_or(text.len(), |found| found.span.start);
    let head = head::find(&text[..end], &mut judge);
    let inside = inside::find(&text[..end], head.end, &mut judge);
    let mut boilerplate = Vec::with_capacity(head.findings.len() + inside.len() + tail.len());
    let places = [
        (head.findings, Place::Leading),
        (inside, Place::Inside),
        (tail, Place::Trailing),
    ];
    for (findings, place) in places {
        boilerplate.extend(
            findings
                .into_iter()
                .map(|found| found.report(text, place, policy)),
        );
    }
    let body = extent(text, &boilerplate);
    Story {
        text,
        body,
        boilerplate,
    }
}

/// What is left of `text` between the lines that go at its top and at its end.
fn extent(text: &str, boilerplate: &[Boilerplate<'_>]) -> Span {
    let mut body = lines::trim(text, Span::new(0, text.len()));
    for line in boilerplate
        .iter()
        .take_while(|line| !line.kept && line.place == Place::Leading)
    {
        body = lines::trim(text, Span::new(line.excerpt.span().end, body.end));
    }
    let trailing = boilerplate.iter().rev();
    for line in trailing.take_while(|line| !line.kept && line.place == Place::Trailing) {
        body = lines::trim(
            text,
            Span::new(body.start, line.excerpt.span().start.max(body.start)),
        );
    }
    body
}
