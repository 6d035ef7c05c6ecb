//! Adds reported speech to the quotations in marks.

use super::indirect;
use super::judge;
use super::{Evidence, Kind, Level, Quotation, Resolution, Speaker, SpeakerKind};
use crate::language::QuotationTables;
use crate::marks::Stretch;
use crate::span::{Excerpt, Span};

/// What scores no more than this is left out: as many are found as can be without losing more in
/// precision than is won in recall.
const BAR: f32 = -0.5;

/// Adds the reported speech of `text` to `quotations`, which stay in order.
pub(crate) fn add<'t>(
    text: &'t str,
    sentences: &[Span],
    stretches: &[Stretch],
    tables: &QuotationTables,
    quotations: &mut Vec<Quotation<'t>>,
) {
    indirect::each(
        text,
        sentences,
        stretches,
        tables,
        |tokens, candidate, nested| {
            let features = judge::features(tokens, candidate, nested);
            let score = tables.weights.score(features.as_slice());
            if score <= BAR {
                return;
            }
            let rest = tokens.span(candidate.rest.clone());
            quotations.push(Quotation {
                kind: Kind::Indirect,
                cue: Some(Excerpt::new(
                    text,
                    tokens.span(candidate.cue.phrase.clone()),
                )),
                speaker: candidate.speaker.map(|mention| Speaker {
                    mention: Excerpt::new(text, mention.span),
                    name: None,
                    kind: SpeakerKind::Unknown,
                    how: Resolution::Unresolved,
                }),
                evidence: Evidence {
                    rule: candidate.frame.rule(),
                    level: Level::Medium,
                },
                first: Excerpt::new(text, tokens.span(candidate.content.clone())),
                rest: if rest.is_empty() {
                    Vec::new()
                } else {
                    vec![Excerpt::new(text, rest)]
                },
            });
        },
    );
    quotations.sort_by_key(|quotation| quotation.first.span().start);
}
