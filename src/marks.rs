//! Pairs quotation marks into stretches of quoted text.
//!
//! One pass over the marks, one stack a line; a stretch never leaves its line, and a line without
//! marks is not looked at. Each mark is first read by its neighbours (can it open, can it close, is
//! it an apostrophe), then paired; openers that stay open are repaired within the line or dropped.
//! Uses [`lines`](crate::lines) and [`Span`] only, and knows nothing of sentences or speakers.

mod hits;
mod read;

use crate::lines::{is_blank, trim};
use crate::span::Span;
use read::{Family, Mark, Role, Side};

/// A stretch of text in quotation marks, within one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// With the marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// 0 for a stretch that is in no other one.
    pub(crate) depth: u8,
    /// How it ends.
    pub(crate) end: End,
}

/// How a stretch ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// With a closing mark.
    Closed,
    /// Open, because the next paragraph opens again or carries on to the closing mark.
    Continued,
    /// The mark at one end is missing; where the stretch starts or ends is a guess.
    Repaired,
}

/// How far a repaired stretch may reach: no more than this many bytes without a sentence end.
const REPAIR: usize = 600;

/// Most articles have no more stretches, and most lines no more marks.
const USUAL: usize = 16;

/// The stretches of `text`, in the order of their opening marks.
pub(crate) fn pair(text: &str) -> Vec<Stretch> {
    let mut pairing = Pairing::new(text);
    let mut lines = read::Marks::new(text);
    while let Some((line, marks)) = lines.next_line() {
        pairing.line(line, marks);
    }
    let mut stretches = pairing.stretches;
    set_depths(&mut stretches);
    stretches
}

/// An opening mark that waits for its closing one.
struct Opener {
    family: Family,
    /// The index of its stretch.
    stretch: usize,
    /// A closing mark of the wrong family, should the right one never come.
    fallback: Option<Span>,
}

struct Pairing<'t> {
    text: &'t str,
    stretches: Vec<Stretch>,
    stack: Vec<Opener>,
    /// How many of each family wait in the stack.
    waiting: [usize; Family::COUNT],
    /// Openers that found no closing mark in this line.
    lost: Vec<Opener>,
    /// Where the last line with marks ends.
    end: usize,
    /// The family of the mark whose quotation that line left open.
    carried: Option<Family>,
}

impl<'t> Pairing<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            stretches: Vec::with_capacity(USUAL),
            stack: Vec::with_capacity(USUAL),
            waiting: [0; Family::COUNT],
            lost: Vec::new(),
            end: 0,
            carried: None,
        }
    }

    /// Pairs the marks of one line; no line between it and the last one has any.
    fn line(&mut self, line: Span, marks: &[Mark]) {
        let between = self.end..line.start;
        self.end = line.end;
        let carried = self.carried.take();
        let carried = carried.filter(|_| self.text[between].chars().all(is_blank));
        let first = self.stretches.len();
        for mark in marks {
            match self.side(mark) {
                _ if self.splits(mark) => self.close_twins(mark),
                Some(Side::Open) => self.open(mark, line),
                Some(Side::Close) if self.waits(mark.family) => self.close(mark),
                Some(Side::Close) => self.stray_closer(mark, line, first, carried),
                None => {}
            }
        }
        self.waiting = [0; Family::COUNT];
        self.lost.append(&mut self.stack);
        if !self.lost.is_empty() {
            self.repair(line, first);
        }
    }

    fn waits(&self, family: Family) -> bool {
        self.waiting[family as usize] > 0
    }

    /// Whether two single marks in a row are no double one, but close single ones.
    fn splits(&self, mark: &Mark) -> bool {
        mark.twin
            && mark.role == Role::Closes
            && !self.waits(Family::Double)
            && self.waits(Family::Single)
    }

    /// Closes a single quotation inside another, or one whose mark was typed twice.
    fn close_twins(&mut self, mark: &Mark) {
        let middle = mark.span.start + mark.span.len() / 2;
        let half = |span| Mark {
            span,
            family: Family::Single,
            ..*mark
        };
        if self.waiting[Family::Single as usize] == 1 {
            self.close(&half(mark.span));
            return;
        }
        self.close(&half(Span::new(mark.span.start, middle)));
        self.close(&half(Span::new(middle, mark.span.end)));
    }

    /// What a mark does here, given what waits for a closing mark.
    fn side(&self, mark: &Mark) -> Option<Side> {
        let waits = self.waits(mark.family);
        let closer_ahead = mark.ahead == Some(Side::Close);
        match mark.role {
            Role::Opens => Some(Side::Open),
            Role::Closes => Some(Side::Close),
            Role::Either if waits => Some(Side::Close),
            Role::Either => Some(Side::Open),
            Role::Floats if waits => Some(Side::Close),
            Role::OpensOrElides | Role::Floats => (!waits && closer_ahead).then_some(Side::Open),
            Role::ClosesOrPossessive | Role::ClosesOrMeasures => {
                (waits && !closer_ahead).then_some(Side::Close)
            }
            Role::ClosesIfOpen => waits.then_some(Side::Close),
        }
    }

    fn open(&mut self, mark: &Mark, line: Span) {
        self.waiting[mark.family as usize] += 1;
        self.stack.push(Opener {
            family: mark.family,
            stretch: self.stretches.len(),
            fallback: None,
        });
        self.stretches.push(Stretch {
            outer: Span::new(mark.span.start, line.end),
            inner: Span::new(mark.span.end, line.end),
            depth: 0,
            end: End::Repaired,
        });
    }

    /// Closes the last opener of the mark's family; openers of others inside it are lost.
    fn close(&mut self, mark: &Mark) {
        while let Some(opener) = self.stack.pop() {
            self.waiting[opener.family as usize] -= 1;
            if opener.family == mark.family {
                self.end(opener.stretch, mark.span, End::Closed);
                return;
            }
            self.lost.push(Opener {
                fallback: None,
                ..opener
            });
        }
    }

    /// A closing mark that no opener of its family waits for.
    fn stray_closer(&mut self, mark: &Mark, line: Span, first: usize, carried: Option<Family>) {
        if !mark.after_stop {
            return;
        }
        if let Some(opener) = self.stack.last_mut() {
            opener.fallback.get_or_insert(mark.span);
            return;
        }
        let continued = carried == Some(mark.family);
        if self.stretches.len() > first || !continued && mark.family != Family::Double {
            return;
        }
        let start = line.start;
        if !continued && mark.span.start - start > REPAIR {
            return;
        }
        self.stretches.push(Stretch {
            outer: Span::new(start, mark.span.end),
            inner: Span::new(start, mark.span.start),
            depth: 0,
            end: if continued {
                End::Closed
            } else {
                End::Repaired
            },
        });
    }

    fn end(&mut self, index: usize, closing: Span, end: End) {
        let stretch = &mut self.stretches[index];
        stretch.outer.end = closing.end;
        stretch.inner.end = closing.start;
        stretch.end = end;
    }

    /// Gives the lost openers of a line an end where there is a sensible one, and drops the rest.
    fn repair(&mut self, line: Span, first: usize) {
        self.lost.sort_unstable_by_key(|opener| opener.stretch);
        let next_line = next_opener(self.text, line.end);
        let mut lost = core::mem::take(&mut self.lost);
        let mut drop = vec![false; self.stretches.len() - first];
        let last = lost.len() - 1;
        for (n, opener) in lost.iter().enumerate() {
            let reopened = n == last && next_line == Some(opener.family);
            let kept = self.repair_one(opener, line, reopened);
            drop[opener.stretch - first] = !kept;
        }
        lost.clear();
        self.lost = lost;
        let line_stretches = self.stretches.split_off(first);
        let kept = line_stretches
            .into_iter()
            .zip(drop)
            .filter(|(_, drop)| !drop);
        self.stretches.extend(kept.map(|(stretch, _)| stretch));
    }

    /// Gives a lost opener an end, if there is a sensible one; `reopened` where the next line opens with
    /// the same mark.
    fn repair_one(&mut self, opener: &Opener, line: Span, reopened: bool) -> bool {
        if let Some(mark) = opener.fallback {
            self.end(opener.stretch, mark, End::Closed);
            return true;
        }
        let next = self.stretches.get(opener.stretch + 1);
        let next = next.map(|next| next.outer.start);
        if let Some(end) = next.and_then(|next| self.paragraph_end(opener, next)) {
            self.end(opener.stretch, Span::new(end, end), End::Continued);
            return true;
        }
        if reopened {
            self.carried = Some(opener.family);
            self.stretches[opener.stretch].end = End::Continued;
            return true;
        }
        if next.is_none() {
            self.carried = Some(opener.family);
        }
        self.guess_end(opener, line, next)
    }

    /// Where the paragraph of a lost opener ends, if the mark at `next` opens another one in the same
    /// line: the speech goes on where a sentence has ended.
    fn paragraph_end(&self, opener: &Opener, next: usize) -> Option<usize> {
        let start = self.stretches[opener.stretch].inner.start;
        let paragraph = trim(self.text, Span::new(start, next));
        ends_sentence(&self.text[paragraph]).then_some(paragraph.end)
    }

    /// Ends a lost opener with the line that it starts, or with its first sentence, before the mark at
    /// `next`; whether it could.
    fn guess_end(&mut self, opener: &Opener, line: Span, next: Option<usize>) -> bool {
        let Stretch { outer, inner, .. } = self.stretches[opener.stretch];
        if opener.family != Family::Double || trim(self.text, inner).is_empty() {
            return false;
        }
        if outer.start == line.start && next.is_none() {
            return true;
        }
        let end = sentence_end(self.text, inner.start, next.unwrap_or(line.end));
        if let Some(end) = end {
            self.end(opener.stretch, Span::new(end, end), End::Repaired);
        }
        end.is_some()
    }
}

/// The family of the mark that opens the next line with words in it, if one does.
fn next_opener(text: &str, from: usize) -> Option<Family> {
    let rest = text[from..].trim_start_matches(is_blank);
    read::opening_family(rest)
}

fn ends_sentence(before: &str) -> bool {
    before.ends_with(['.', '?', '!', '…'])
}

/// One past the first sentence end in `from..limit`, looking no further than a repair may reach.
fn sentence_end(text: &str, from: usize, limit: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[from..limit.min(from.saturating_add(REPAIR))];
    memchr::memchr3_iter(b'.', b'?', b'!', bytes)
        .find(|&at| bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace))
        .map(|at| from + at + 1)
}

/// Numbers the nesting, now that every end is known.
fn set_depths(stretches: &mut [Stretch]) {
    // where the innermost stretch around the next one ends, and where those around that
    let mut end = None;
    let mut outer = Vec::new();
    for stretch in stretches {
        while end.is_some_and(|end| end <= stretch.outer.start) {
            end = outer.pop();
        }
        outer.extend(end);
        stretch.depth = u8::try_from(outer.len()).unwrap_or(u8::MAX);
        end = Some(stretch.outer.end);
    }
}

#[cfg(test)]
mod tests;
