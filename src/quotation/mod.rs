//! Quotations: what was said, by which cue, by whom.
//!
//! [`find`] first reads the words in marks ([`marked`]), then what is [`reported`] without them and the
//! [`lead_in`]s whose quotation is lost, and tells who the speakers are ([`names`]). What a sentence is
//! made of is read by [`clause`]; [`result`] holds what a caller gets. Marks and sentences are passed
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

use marked::attribution;
use marked::frame::frames;
use marked::reader::{Act, Reader};
pub(crate) use result::Kinds;
pub use result::{Evidence, Kind, LeadIn, Level, Quotation, Resolution, Speaker, SpeakerKind};

use crate::language::Language;
use crate::marks::Stretch;
use crate::span::{Excerpt, Span};

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
    let counts = |stretch: &Stretch| stretch.depth == 0 && !stretch.inner.is_empty();
    let outermost = if stretches.iter().all(counts) {
        Cow::Borrowed(stretches)
    } else {
        let mut kept = Vec::with_capacity(stretches.len());
        kept.extend(stretches.iter().copied().filter(counts));
        Cow::Owned(kept)
    };
    let tables = language.quotation();
    let frames = frames(text, &outermost, sentences);
    let blank = tables.source_model.blank();
    let mut reader = Reader::new(text, frames.len(), sentences, tables, blank);
    // Room for as many without marks as there are in marks.
    let mut quotations: Vec<Quotation<'t>> = Vec::with_capacity(2 * outermost.len());
    let mut speech = Vec::with_capacity(outermost.len());
    // The last quotation that is speech.
    let mut last = None;
    for frame in frames {
        reader.read(
            &frame,
            &outermost,
            &mut |case| attribution::judge(case, tables),
            &mut |stretch, act| {
                if act.kind != Kind::Scare {
                    speech.push(*stretch);
                }
                match last {
                    Some(at) if act.joins => join(&mut quotations[at], text, stretch, act),
                    _ => {
                        if act.kind != Kind::Scare {
                            last = Some(quotations.len());
                        }
                        quotations.push(quotation(text, stretch, act));
                    }
                }
            },
        );
    }
    let (mut tokens, kept) = reader.into_tokens();
    if kinds.holds(Kind::Indirect) {
        reported::add(
            text,
            sentences,
            &speech,
            tables,
            &kept,
            &mut tokens,
            &mut quotations,
        );
    }
    let mut lead_ins = lead_in::find(text, sentences, &outermost, tables, &mut tokens);
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
