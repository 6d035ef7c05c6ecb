//! Quotations: what was said, by which cue, by whom.
//!
//! [`find`] first reads the words in marks ([`marked`]), then what is [`reported`] without them and the
//! [`lead_in`]s whose quotation is lost, and resolves the speakers ([`names`]). [`clause`] parses
//! sentences; [`result`] holds what a caller gets. Marks and sentences are passed
//! in; nothing here looks for them. Uses [`language`](crate::language); knows nothing of boilerplate.

mod clause;
mod lead_in;
mod marked;
mod names;
mod reported;
mod result;
#[cfg(test)]
mod train;

use std::borrow::Cow;

use clause::tokens::Shape;
use clause::tokens::name::is_title;
use marked::attribution;
use marked::frame::frames;
use marked::reader::{Act, Reader};
pub(crate) use result::Kinds;
pub use result::{Evidence, Kind, LeadIn, Level, Quotation, Resolution, Speaker, SpeakerKind};

use crate::language::{Language, QuotationTables};
use crate::marks::Stretch;
use crate::span::{Excerpt, Span};

/// What the engines that read sentences are given.
#[derive(Clone, Copy)]
pub(crate) struct Input<'t, 'a> {
    pub(crate) text: &'t str,
    pub(crate) sentences: &'a [Span],
    /// Quoted stretches within no other one, in order.
    pub(crate) stretches: &'a [Stretch],
    pub(crate) tables: &'a QuotationTables,
}

/// What [`find`] gives.
#[derive(Debug, Default)]
pub(crate) struct Found<'t> {
    pub(crate) quotations: Vec<Quotation<'t>>,
    pub(crate) lead_ins: Vec<LeadIn<'t>>,
}

/// The quotations of `text` of those `kinds`, in the order of their first words, and the lead-ins
/// without one.
///
/// `stretches` are its quoted stretches, `sentences` its sentences, both in order.
pub(crate) fn find<'t>(
    text: &'t str,
    stretches: &[Stretch],
    sentences: &[Span],
    language: &Language,
    kinds: Kinds,
) -> Found<'t> {
    let outermost = outermost(stretches);
    let tables = language.quotation();
    let frames = frames(text, &outermost, sentences);
    let blank = tables.source_model.blank();
    let mut reader = Reader::new(text, frames.len(), sentences, tables, blank);
    let mut acts = Acts::new(text, outermost.len());
    for frame in frames {
        reader.read(
            &frame,
            &outermost,
            &mut |case| attribution::judge(case, tables),
            &mut |stretch, act| acts.add(stretch, act),
        );
    }
    let Acts {
        mut quotations,
        marks,
        ..
    } = acts;
    let (mut tokens, kept) = reader.into_tokens();
    let input = Input {
        text,
        sentences,
        stretches: &outermost,
        tables,
    };
    if kinds.holds(Kind::Indirect) {
        reported::add(input, &marks, &kept, &mut tokens, &mut quotations);
    }
    let mut lead_ins = lead_in::find(input, &mut tokens);
    names::attach(
        text,
        stretches,
        sentences,
        &mut quotations,
        &mut lead_ins,
        language,
    );
    quotations.retain(|quotation| kinds.holds(quotation.kind));
    Found {
        quotations,
        lead_ins,
    }
}

/// The stretches within no other one that hold something.
fn outermost(stretches: &[Stretch]) -> Cow<'_, [Stretch]> {
    let counts = |stretch: &Stretch| stretch.depth == 0 && !stretch.inner.is_empty();
    if stretches.iter().all(counts) {
        return Cow::Borrowed(stretches);
    }
    let mut kept = Vec::with_capacity(stretches.len());
    kept.extend(stretches.iter().copied().filter(counts));
    Cow::Owned(kept)
}

/// The speech acts in marks, gathered in order.
struct Acts<'t> {
    text: &'t str,
    quotations: Vec<Quotation<'t>>,
    /// The stretches that stand as one token in a sentence: those that are speech, and titles.
    marks: Vec<(Span, Shape)>,
    /// The last quotation that is speech.
    last: Option<usize>,
}

impl<'t> Acts<'t> {
    /// None yet, of a text with so many stretches.
    fn new(text: &'t str, stretches: usize) -> Self {
        Self {
            text,
            // room for as many quotations without marks as with them
            quotations: Vec::with_capacity(2 * stretches),
            marks: Vec::with_capacity(stretches),
            last: None,
        }
    }

    /// Adds a stretch to the speech act that it goes on with, or as one of its own.
    fn add(&mut self, stretch: &Stretch, act: &Act) {
        let speech = act.kind != Kind::Scare;
        if speech {
            self.marks.push((stretch.outer, Shape::Quoted));
        } else if is_title(&self.text[stretch.inner]) {
            self.marks.push((stretch.outer, Shape::Capital));
        }
        if let Some(last) = self.last.filter(|_| act.joins) {
            return join(&mut self.quotations[last], self.text, stretch, act);
        }
        if speech {
            self.last = Some(self.quotations.len());
        }
        self.quotations.push(quotation(self.text, stretch, act));
    }
}

/// Adds a stretch to the speech act that it goes on with.
fn join<'t>(quotation: &mut Quotation<'t>, text: &'t str, stretch: &Stretch, act: &Act) {
    quotation.rest.push(Excerpt::new(text, stretch.inner));
    if act.kind == Kind::Mixed {
        quotation.kind = Kind::Mixed;
    }
    if quotation.speaker.is_none() {
        quotation.cue = cue(text, act);
        quotation.speaker = speaker(text, act);
        quotation.evidence = act.evidence;
    }
}

fn cue<'t>(text: &'t str, act: &Act) -> Option<Excerpt<'t>> {
    act.cue.map(|cue| Excerpt::new(text, cue))
}

/// Who says it, not yet named.
fn speaker<'t>(text: &'t str, act: &Act) -> Option<Speaker<'t>> {
    act.mention.map(|mention| Speaker {
        mention: Excerpt::new(text, mention.span),
        name: None,
        kind: SpeakerKind::Unknown,
        how: Resolution::Unresolved,
    })
}

/// The quotation that a stretch in marks is.
fn quotation<'t>(text: &'t str, stretch: &Stretch, act: &Act) -> Quotation<'t> {
    Quotation {
        kind: act.kind,
        cue: cue(text, act),
        speaker: speaker(text, act),
        evidence: act.evidence,
        first: Excerpt::new(text, stretch.inner),
        rest: Vec::new(),
    }
}
