//! What bounds a content whatever the weights say: where it ends at the latest, and where no place to end is.
//!
//! Looks at tokens and the cue; weighs nothing.

use core::ops::Range;

use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::quotation::clause::asides::is_saying;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::complement::{has_verb, is_put, opens_subject};

/// Where a content of `cue` ends at the latest: at the end of the sentence, at the comma before its main clause,
/// "Asked if it rained, he nodded", "Claiming that it rained, he left", or before who is the source of it all, "said it rained, according to Cho".
pub(super) fn last_end(tokens: &Tokens, cue: &Cue) -> usize {
    let according = |&at: &usize| {
        let source =
            tokens[at].is(Flags::ACCORDING) && tokens.get(at + 1).is_some_and(|t| t.is(Flags::TO));
        source && tokens[at - 1].shape == Shape::Comma
    };
    // not of "said that, according to Cho, it rained"
    let mut words = cue.phrase.end + 3..tokens.len();
    let source = words.find(according).map(|at| at - 1);
    let end = source.unwrap_or_else(|| sentence_end(tokens));
    let end = before_answer(tokens, cue.phrase.end..end).unwrap_or(end);
    if !is_put(&tokens[..cue.phrase.end]) && !opens_sentence(tokens, cue) {
        return end;
    }
    let main = |&at: &usize| {
        let subject = tokens.get(at + 1).is_some_and(opens_subject);
        tokens[at].shape == Shape::Comma && subject && has_verb(tokens, &(at + 1..end))
    };
    let main = (cue.phrase.end..end).rev().find(main);
    main.unwrap_or(end)
}

/// Where a clause opens on what was said to all that stands before it: "asked if it rained, to which he replied".
fn before_answer(tokens: &Tokens, content: Range<usize>) -> Option<usize> {
    const NEAR: usize = 4;
    let opens = |&at: &usize| {
        let relative = &tokens[at + 1];
        let which = relative.is(Flags::RELATIVE) && !relative.is(Flags::THAT);
        let behind = &tokens[at + 2..tokens.len().min(at + 2 + NEAR)];
        tokens[at].is(Flags::TO) && which && behind.iter().any(is_saying)
    };
    let near = content.start..content.end.saturating_sub(2);
    let to = near.into_iter().find(opens)?;
    Some(to - usize::from(tokens[to - 1].shape == Shape::Comma))
}

/// Whether `cue` stands in words that open a sentence and have no verb of their own: "In addition to claiming that,
/// Lee left", "Claiming that, Lee left".
fn opens_sentence(tokens: &Tokens, cue: &Cue) -> bool {
    let opening = mention::behind_dateline(tokens)..cue.phrase.start;
    let leads = opening.is_empty() || tokens[opening.start].is(Flags::PREPOSITION);
    let rules =
        |at: usize| mention::is_verb(tokens, at) && !tokens[at].is(Flags::ING.or(Flags::GERUND));
    cue.form == Form::Participle && leads && !opening.into_iter().any(rules)
}

/// From the first comma to the last "and" between verbs of one subject, where no content ends: "it stole a car|, rammed
/// a gate and| drove north". Behind a clause on what something is, those may be the speaker's, so that the comma
/// stands before: "it was vile,| jailed him and| rose". Else nothing.
pub(super) fn verbs_in_a_row(tokens: &Tokens, content: Range<usize>, frame: Frame) -> Range<usize> {
    const OTHER: Flags = Flags::AUXILIARY.or(Flags::MODAL).or(Flags::SAYING);
    const DONE: Flags = Flags::ED.or(Flags::VERB).or(Flags::PARTICIPLE);
    let acts = |at: usize| {
        let verb = tokens.get(at).filter(|t| t.shape == Shape::Lower);
        verb.is_some_and(|t| t.is(DONE) && !t.is(OTHER))
    };
    let comma = |at: usize| tokens[at].shape == Shape::Comma;
    let clause = matches!(frame, Frame::Bare | Frame::That);
    let opener = content.clone().find(|&at| comma(at) && acts(at + 1));
    let Some(first) = opener.filter(|_| clause) else {
        return 0..0;
    };
    // "it was late — he rose, left and"
    let apart = |t: &Token| matches!(t.shape, Shape::Dash | Shape::Semicolon | Shape::Quoted);
    let clause = content.start..first;
    if tokens[clause.clone()].iter().any(apart) {
        return 0..0;
    }
    let is = |at: usize| tokens[at].is(Flags::BE) && !acts(at + 1) && tokens[at].is_word();
    let states = clause.into_iter().any(is);
    for at in first + 1..content.end {
        let joint = tokens[at].is(Flags::AND);
        if joint && acts(at + 1) {
            return first + usize::from(states)..at + 1;
        }
        if comma(at) && !acts(at + 1) || !comma(at) && !tokens[at].is_word() {
            break;
        }
    }
    0..0
}

/// The token behind the last word of the sentence.
fn sentence_end(tokens: &Tokens) -> usize {
    tokens
        .iter()
        .rposition(|t| {
            !matches!(
                t.shape,
                Shape::Stop | Shape::Quote | Shape::Close | Shape::Other
            )
        })
        .map_or(0, |at| at + 1)
}
