//! Lead-ins without quotation: "…, saying:" and then the story goes on, because whoever copied the
//! text lost what came next.
//!
//! A paragraph that ends in a colon is one if a cue of saying stands before the colon, and what
//! follows is neither in marks nor looks like quoted words or a list.

use crate::language::keyed::key;
use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::lines::trim;
use crate::marks::Stretch;
use crate::quotation::clause::asides::is_saying;
use crate::quotation::clause::cue::{self, Cue};
use crate::quotation::clause::mention::{self, Mention};
use crate::quotation::clause::tokens::{Shape, Tokens};
use crate::quotation::{Input, LeadIn, Resolution, Speaker, SpeakerKind};
use crate::span::{Excerpt, Span};

/// The lead-ins of a text, in order.
pub(crate) fn find<'t>(input: Input<'t, '_>, tokens: &mut Tokens) -> Vec<LeadIn<'t>> {
    let mut found = Vec::new();
    for colon in memchr::memchr_iter(b':', input.text.as_bytes()) {
        if let Some(next) = next_paragraph(input.text, colon) {
            found.extend(lead_in(input, colon, next, tokens));
        }
    }
    found
}

/// The paragraph behind a colon that ends one; empty at the end of the text.
fn next_paragraph(text: &str, colon: usize) -> Option<Span> {
    let rest = &text[colon + 1..];
    let blank = rest.len() - rest.trim_start().len();
    let start = colon + 1 + blank;
    if start < text.len() && memchr::memchr(b'\n', &rest.as_bytes()[..blank]).is_none() {
        return None;
    }
    let len = memchr::memchr(b'\n', &text.as_bytes()[start..]).unwrap_or(text.len() - start);
    Some(Span::new(start, start + len))
}

/// The lead-in that ends with the colon at `colon`, with `next` the paragraph behind it.
fn lead_in<'t>(
    input: Input<'t, '_>,
    colon: usize,
    next: Span,
    tokens: &mut Tokens,
) -> Option<LeadIn<'t>> {
    let Input { text, tables, .. } = input;
    let sentence = sentence_at(input.sentences, colon)?;
    let quoted = |at: usize| is_inside(input.stretches, at);
    if quoted(colon) || quoted(next.start) {
        return None;
    }
    tokens.read(text, sentence, tables);
    let cue = announcing(tokens, tokens.at(colon))?;
    let mention = mention::speaker(tokens, &cue)?;
    let span = tokens.span(cue.phrase.clone());
    tokens.read(text, next, tables);
    // A newspaper's report quoted without marks mentions days and speakers too, but not the newspaper;
    // it is announced by "reports:", not by ", saying:".
    let goes_on = next.is_empty()
        || names_again(input, mention, next)
        || cue.form == Form::Participle && is_narrative(tokens);
    if !goes_on || is_block(&text[next], tokens) {
        return None;
    }
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..colon]).map_or(0, |at| at + 1);
    Some(LeadIn {
        excerpt: Excerpt::new(text, trim(text, Span::new(start, colon + 1))),
        cue: Excerpt::new(text, span),
        speaker: Some(Speaker {
            mention: Excerpt::new(text, mention.span),
            name: None,
            kind: SpeakerKind::Unknown,
            how: Resolution::Unresolved,
        }),
    })
}

/// The sentence that holds the byte at `at`.
fn sentence_at(sentences: &[Span], at: usize) -> Option<Span> {
    let started = &sentences[..sentences.partition_point(|s| s.start <= at)];
    started.last().copied().filter(|s| at < s.end)
}

/// Whether the byte at `at` lies in one of `stretches`.
fn is_inside(stretches: &[Stretch], at: usize) -> bool {
    let stretch = stretches.get(stretches.partition_point(|s| s.outer.end <= at));
    stretch.is_some_and(|s| s.outer.contains(at))
}

/// Whether the last name of a speaker, which is no word that is known, stands in `paragraph` too.
fn names_again(input: Input<'_, '_>, speaker: Mention, paragraph: Span) -> bool {
    let Input { text, tables, .. } = input;
    let last = text[speaker.head].rsplit(' ').next().unwrap_or_default();
    let name = last.len() > 2 && tables.word(key(last.as_bytes())).is_none();
    name && text[paragraph].contains(last)
}

/// The cue that announces what should follow the colon at `colon`, with no other verb between.
fn announcing(tokens: &Tokens, colon: usize) -> Option<Cue> {
    const NEAR: usize = 8;
    let verb = (colon.saturating_sub(NEAR)..colon).rev().find(|&at| {
        mention::is_verb(tokens, at) || tokens[at].is(Flags::SAYING.or(Flags::SUBORDINATOR))
    })?;
    let cue = cue::at(tokens, verb, Flags::CLAUSE)?;
    let says = matches!(cue.form, Form::Finite | Form::Participle) && !cue.negated && !cue.modal;
    let word = &tokens[verb];
    (says && word.shape == Shape::Lower && !(word.is(Flags::BASE) && word.last != b'd'))
        .then_some(cue)
}

/// Whether a paragraph mentions days, or somebody who spoke.
fn is_narrative(tokens: &Tokens) -> bool {
    tokens.iter().skip(1).any(|token| {
        token.shape == Shape::Capital && token.is(Flags::TIME)
            || is_saying(token) && token.is(Flags::PAST)
    })
}

/// Whether a paragraph is a quotation without marks, a post or an item of a list.
fn is_block(paragraph: &str, tokens: &Tokens) -> bool {
    let item = tokens
        .first()
        .is_some_and(|first| !matches!(first.shape, Shape::Lower | Shape::Capital));
    let label = tokens
        .iter()
        .take(4)
        .any(|token| token.shape == Shape::Colon);
    let addressed = tokens
        .iter()
        .any(|token| token.is(Flags::FIRST_PERSON.or(Flags::YOU)));
    item || label || addressed || paragraph.contains(['@', '#'])
}

#[cfg(test)]
mod tests {
    /// Texts, and the cue and speaker of the lead-in in them, if there is one.
    const TEXTS: [(&str, Option<(&str, &str)>); 8] = [
        (
            "Lee also attacked the ministry on Monday, saying:\n\nLee won the seat in May.",
            Some(("saying", "Lee")),
        ),
        (
            "The mayor turned on her critics, adding:\nThe council met on Friday.",
            Some(("adding", "The mayor")),
        ),
        ("In the hall, Ann Lee said:", Some(("said", "Ann Lee"))),
        (
            "Lee attacked the ministry, saying:\n\n\"Nobody listens.\"",
            None,
        ),
        (
            "Lee attacked the ministry, saying:\n\nNobody listens to me, and I told Lee so.",
            None,
        ),
        (
            "The Norland Post reports:\n\nThe council met on Friday.",
            None,
        ),
        ("Lee wants three things:\n\nLee wants a bridge.", None),
        ("Lee said: nobody listens.\n\nLee left on Friday.", None),
    ];

    #[test]
    fn announced_and_lost() {
        for (text, expected) in TEXTS {
            let article = crate::normalize(text);
            let found: Vec<_> = article
                .lead_ins()
                .iter()
                .map(|found| {
                    (
                        found.cue.as_str(),
                        found.speaker.map_or("", |s| s.mention.as_str()),
                    )
                })
                .collect();
            assert_eq!(found, Vec::from_iter(expected), "{text}");
        }
    }
}
