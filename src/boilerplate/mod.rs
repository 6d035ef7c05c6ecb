//! Boilerplate: the lines that are not story.
//!
//! A line is judged by itself ([`judge`]), the block at the end as a whole ([`tail`]), then the
//! lines above it ([`head`]) and inside ([`inside`]). Uses [`lines`] and
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
use crate::error::Error;
use crate::language::boilerplate::{self as language, BoilerplateTables, RuleFlags};
use crate::lines;
use crate::named::named;
use crate::span::{Excerpt, Span};
use judge::{Judge, Verdict, Zone};
pub(crate) use policy::Policy;
pub use signs::Signs;

/// Where a boilerplate line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Above the story.
    Leading,
    /// Between lines of the story.
    Inside,
    /// Under the story.
    Trailing,
}

impl Place {
    /// `leading`, `inside` or `trailing`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Inside => "inside",
            Self::Trailing => "trailing",
        }
    }
}

named!(Place);

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
    /// Whether it stays in the story: corrections and helplines do by default, other categories where
    /// the builder says so.
    pub kept: bool,
    /// Where it stands.
    pub place: Place,
    /// The evidence for it.
    pub signs: Signs,
}

impl core::fmt::Display for Boilerplate<'_> {
    /// What became of the line, what it is, by which rule and signs, and its words.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let did = if self.kept { "kept" } else { "removed" };
        let Self {
            category,
            rule,
            place,
            signs,
            excerpt,
            ..
        } = self;
        write!(
            f,
            "{did} {category} ({place}; rule {rule}; {signs}): {excerpt}"
        )
    }
}

/// A text less the boilerplate around and inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Story<'t> {
    #[cfg_attr(feature = "serde", serde(skip))]
    text: &'t str,
    body: Span,
    boilerplate: Vec<Boilerplate<'t>>,
}

impl<'t> Story<'t> {
    /// The story's extent, from its first to its last line; empty when all is boilerplate.
    ///
    /// ```
    /// let text = "Advertisement\nRain fell.\nShare this:";
    /// assert_eq!(&text[copydesk::story(text).body()], "Rain fell.");
    /// ```
    #[must_use]
    pub const fn body(&self) -> Span {
        self.body
    }

    /// Every boilerplate line found, in order, the kept ones too.
    ///
    /// ```
    /// use copydesk::Category;
    ///
    /// let story = copydesk::story("Rain fell.\nCorrection: It was snow.\nShare this:");
    /// let found: Vec<_> = story.boilerplate().iter().map(|line| (line.category, line.kept)).collect();
    /// assert_eq!(found, [(Category::Correction, true), (Category::Share, false)]);
    /// ```
    #[must_use]
    pub fn boilerplate(&self) -> &[Boilerplate<'t>] {
        &self.boilerplate
    }

    /// The lines that are removed, in order.
    ///
    /// ```
    /// let story = copydesk::story("Rain fell.\nSign up for our newsletter.");
    /// assert_eq!(story.removed().count(), 1);
    /// ```
    #[must_use]
    pub fn removed(&self) -> impl DoubleEndedIterator<Item = &Boilerplate<'t>> {
        self.boilerplate.iter().filter(|line| !line.kept)
    }

    /// The story without the removed lines; borrowed when nothing inside it is removed.
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
            // two on one line may both take the white space between them
            clean.push_str(&self.text[from..hole.start.max(from)]);
            from = hole.end;
        }
        clean.push_str(&self.text[from..self.body.end]);
        Cow::Owned(clean)
    }

    /// The spans to remove inside the story: a line up to the next one that is not blank, or the end of
    /// a line with the white space before it.
    fn holes(&self) -> impl Iterator<Item = Span> {
        let inside = self
            .removed()
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
    let story = &text[..end];
    let mut lines = Vec::with_capacity(64);
    lines.extend(lines::lines(story).filter(|line| !line.is_empty()));
    let mut above = Vec::new();
    let start = head::find(story, &lines, &mut judge, &mut above);
    let leading = above.len();
    let rest = lines.partition_point(|line| line.start < start);
    inside::find(story, &lines[rest..], &mut judge, &mut above);
    let mut boilerplate = Vec::with_capacity(above.len() + tail.len());
    for (at, found) in above.into_iter().enumerate() {
        let leads = at < leading;
        let place = if leads { Place::Leading } else { Place::Inside };
        boilerplate.push(found.report(text, place, policy));
    }
    for found in tail {
        boilerplate.push(found.report(text, Place::Trailing, policy));
    }
    let body = extent(text, &boilerplate);
    Story {
        text,
        body,
        boilerplate,
    }
}

/// What is left of `text` between the lines that are removed at its top and at its end.
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

/// Tries the rules of `list`, each alone, on the lines that it must match and must not.
pub(crate) fn check_examples(
    list: &str,
    called: &str,
    tables: &BoilerplateTables,
) -> Result<(), Error> {
    let mut alone = tables.clone();
    for example in language::examples(list) {
        let rule = alone.leave_on(example.rule);
        let at_end = rule.is_none_or(|rule| !rule.flags.any(RuleFlags::NOT_TAIL));
        let zone = if at_end { Zone::Tail } else { Zone::Head };
        let mut judge = Judge::new(&alone);
        let matches = judge.judge(example.line, zone).is_some() || judge.spared();
        if matches != example.must {
            let does = if matches { "matches" } else { "does not match" };
            let reason = format!("rule `{}` {does} this line", example.rule);
            return Err(Error::list(called, example.number, reason));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_examples;
    use crate::language::Language;
    use crate::language::boilerplate::examples;
    use crate::language::lists::RULES;

    #[test]
    fn a_line_may_be_removed_in_two_parts() {
        let text = "Rain fell.\nPhoto: ?“(Editing by Lee Poe)\nCorrection: It was snow.";
        let story = crate::story(text);
        assert_eq!(story.removed().count(), 2, "{story:?}");
        assert_eq!(story.clean_text(), "Rain fell.\n\nCorrection: It was snow.");
    }

    #[test]
    fn built_in_rules_hold_on_their_examples() {
        let tables = Language::english().boilerplate();
        assert_eq!(check_examples(RULES, "rules", tables), Ok(()));
        for rule in tables
            .rules
            .iter()
            .filter(|rule| tables.has_pattern(&rule.name))
        {
            let of_rule = || examples(RULES).filter(|example| example.rule == rule.name);
            let positive = of_rule().filter(|example| example.must).count();
            assert!(positive >= 2, "{} needs lines that match", rule.name);
            assert!(
                of_rule().count() >= positive + 2,
                "{} needs lines that do not",
                rule.name
            );
        }
    }
}
