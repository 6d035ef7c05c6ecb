//! Who said the words in marks: ordered rules, the first that finds a cue or a speaker wins.
//!
//! The rules look at the reporter's sentence around the marks, then at its neighbours. Each has
//! a name and a level; how often each is right is printed by `tests/precision`.

use super::cue::{self, Cue, Form};
use super::mention::{self, Mention};
use super::tokens::{Shape, Token, Tokens};
use super::{Evidence, Level};
use crate::language::quotation::Flags;
use crate::span::Span;

/// The cue and the speaker of a quoted stretch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    pub(crate) cue: Option<Span>,
    pub(crate) mention: Option<Mention>,
    pub(crate) evidence: Evidence,
}

/// A quoted stretch in its sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a Tokens,
    /// The token that stands for the stretch.
    pub(crate) at: usize,
    /// Whether the words in marks begin in upper case.
    pub(crate) capital: bool,
    /// Whether they end with a comma, or so that a comma would be left out.
    pub(crate) open_end: bool,
}

/// How far a cue may stand from the marks, in tokens.
const REACH: usize = 60;

/// The source of the stretch at `place` in its own sentence.
pub(crate) fn in_sentence(place: Place<'_>) -> Option<Source> {
    let before_marks = place.at.checked_sub(1).map(|at| place.tokens[at].shape);
    let set_off = matches!(
        before_marks,
        Some(Shape::Comma | Shape::Colon | Shape::Dash)
    );
    let adjacent = set_off && cue_ends_at(place.text, place.tokens, place.at - 1);
    let ordered: [fn(Place<'_>) -> Option<Source>; 5] = if set_off && !adjacent {
        [label, after, before_adjacent, before, subject]
    } else {
        [before_adjacent, after, label, before, subject]
    };
    ordered.iter().find_map(|rule| rule(place))
}

/// `"Why?" Lee asked.`: the sentence after the marks does nothing but tell who spoke.
pub(crate) fn in_next_sentence(place: Place<'_>) -> Option<Source> {
    let found = after(place)?;
    Some(Source {
        evidence: evidence("next-sentence", Level::High),
        ..found
    })
}

/// `Lee was blunt. "…"`, `Lee went on:` and then a paragraph in marks.
pub(crate) fn in_previous_sentence(text: &str, tokens: &Tokens, lead_in: bool) -> Option<Source> {
    let (rule, level) = if lead_in {
        ("lead-in", Level::High)
    } else {
        ("previous-sentence", Level::Medium)
    };
    let end = tokens.len();
    let cue =
        last_cue(text, tokens, end.saturating_sub(REACH), end).filter(|cue| cue.form != Form::Noun);
    if let Some(found) = cue.and_then(|cue| source(tokens, &cue, evidence(rule, level))) {
        return Some(found);
    }
    let mention = mention::main_subject(tokens, end)?;
    Some(Source {
        cue: None,
        mention: Some(mention),
        evidence: evidence(rule, level),
    })
}

const fn evidence(rule: &'static str, level: Level) -> Evidence {
    Evidence { rule, level }
}

/// `Lee said: "…"`, `Lee called it "…"`: a cue whose clause the marks complete.
fn before_adjacent(place: Place<'_>) -> Option<Source> {
    let before = place.tokens.get(place.at.checked_sub(1)?)?;
    let embedded =
        before.is_word() || before.shape == Shape::Number || before.shape == Shape::Clitic;
    if embedded && place.capital && !cue_ends_at(place.text, place.tokens, place.at) {
        return None;
    }
    if !embedded && !matches!(before.shape, Shape::Comma | Shape::Colon | Shape::Dash) {
        return None;
    }
    let rule = match before.shape {
        Shape::Colon => "cue-colon",
        Shape::Comma => "cue-comma",
        Shape::Dash => "cue-dash",
        _ => "cue-clause",
    };
    let start = clause_start(place);
    let cue = last_cue(place.text, place.tokens, start, place.at)?;
    source(place.tokens, &cue, evidence(rule, Level::High))
}

/// `"…," Lee said`, `"…," said Lee`.
fn after(place: Place<'_>) -> Option<Source> {
    let text = place.text;
    let tokens = place.tokens;
    let mut at = place.at + 1;
    let first = tokens.get(at)?;
    let set_off = matches!(first.shape, Shape::Comma | Shape::Dash);
    if set_off {
        at += 1;
    } else if !place.open_end {
        return None;
    }
    let limit = next_stretch(tokens, at).min(at + REACH);
    let opener = tokens.get(at)?;
    if opener.is(Flags::COORDINATOR) || opener.is(Flags::SUBORDINATOR) && !opener.is_word() {
        return None;
    }
    let mut relative = None;
    for word in at..limit {
        if matches!(tokens[word].shape, Shape::Stop | Shape::Semicolon) {
            break;
        }
        let Some(cue) = cue_at(text, tokens, word) else {
            continue;
        };
        match cue.form {
            Form::According => {
                return source(tokens, &cue, evidence("according-after", Level::High));
            }
            Form::Finite => {
                if cue.phrase.start == at {
                    let mention = mention::after(tokens, cue.phrase.end);
                    if mention.is_some() {
                        return Some(Source {
                            cue: Some(tokens.span(cue.phrase)),
                            mention,
                            evidence: evidence("said-speaker", Level::High),
                        });
                    }
                    continue;
                }
                let Some(mention) = mention::before(tokens, cue.phrase.start) else {
                    continue;
                };
                if mention.span.start < tokens[at].span.start {
                    continue;
                }
                let found = Source {
                    cue: Some(tokens.span(cue.phrase.clone())),
                    mention: Some(mention),
                    evidence: evidence("speaker-said", Level::High),
                };
                if is_relative(tokens, &mention) {
                    relative = relative.or(Some(found));
                    continue;
                }
                return Some(found);
            }
            Form::Passive => return source(tokens, &cue, evidence("passive-after", Level::Medium)),
            Form::Participle | Form::Infinitive | Form::Noun => {}
        }
    }
    relative
}

/// `Lee said the plan was "…" at best`: any cue before the marks.
fn before(place: Place<'_>) -> Option<Source> {
    let cue = last_cue(
        place.text,
        place.tokens,
        place.at.saturating_sub(REACH),
        place.at,
    )?;
    source(place.tokens, &cue, evidence("cue-before", Level::Medium))
}

/// `Lee: "…"`, a name and a colon.
fn label(place: Place<'_>) -> Option<Source> {
    let colon = place.at.checked_sub(1)?;
    if place.tokens[colon].shape != Shape::Colon {
        return None;
    }
    let mention = mention::before(place.tokens, colon)?;
    // A whole sentence before the colon is no label.
    let start = place.tokens.at(mention.span.start);
    let free = start
        .checked_sub(1)
        .is_none_or(|at| !place.tokens[at].is_word() && place.tokens[at].shape != Shape::Comma);
    if !free {
        return None;
    }
    Some(Source {
        cue: Some(place.tokens[colon].span),
        mention: Some(mention),
        evidence: evidence("label", Level::Medium),
    })
}

/// The subject of the sentence, where no cue is known.
fn subject(place: Place<'_>) -> Option<Source> {
    let mention = mention::main_subject(place.tokens, place.at)?;
    Some(Source {
        cue: None,
        mention: Some(mention),
        evidence: evidence("subject", Level::Low),
    })
}

fn source(tokens: &Tokens, cue: &Cue, evidence: Evidence) -> Option<Source> {
    let mention = mention::speaker(tokens, cue)?;
    Some(Source {
        cue: Some(tokens.span(cue.phrase.clone())),
        mention: Some(mention),
        evidence,
    })
}

/// Whether a cue's phrase ends right before the token at `end`.
fn cue_ends_at(text: &str, tokens: &Tokens, end: usize) -> bool {
    end.checked_sub(1)
        .and_then(|word| cue_at(text, tokens, word))
        .is_some()
}

/// The cue at `word`, if it is one beyond doubt.
fn cue_at(text: &str, tokens: &Tokens, word: usize) -> Option<Cue> {
    let cue = cue::at(tokens, word, Flags::CUE)?;
    let token = &tokens[word];
    if token.shape != Shape::Lower {
        return None;
    }
    let bare = cue.phrase.len() == 1
        && cue.form == Form::Finite
        && token.is(Flags::BASE)
        && !token.is(Flags::PAST);
    if bare {
        let before = &tokens[word.checked_sub(1)?];
        let subject = before.is(Flags::SUBJECT
            .or(Flags::RELATIVE)
            .or(Flags::COORDINATOR)
            .or(Flags::ADVERB));
        let next_is_cue = tokens
            .get(word + 1)
            .is_some_and(|next| next.is(Flags::PAST.or(Flags::PRESENT)) && next.is(Flags::SAYING));
        let plural = plural(text, before);
        if next_is_cue || !subject && !plural {
            return None;
        }
    }
    Some(cue)
}

/// Whether a noun looks like a plural.
fn plural(text: &str, token: &Token) -> bool {
    token.shape == Shape::Lower && text[token.span.range()].ends_with('s')
}

/// The last cue in `start..end`: one of saying before one of thought, a noun only where no verb is.
fn last_cue(text: &str, tokens: &Tokens, start: usize, end: usize) -> Option<Cue> {
    let mut second = None;
    for word in (start..end).rev() {
        let Some(cue) = cue_at(text, tokens, word) else {
            continue;
        };
        if cue.form == Form::Noun || !cue.flags.any(Flags::SAYING.or(Flags::ACCORDING)) {
            second = second.or(Some(cue));
        } else {
            return Some(cue);
        }
    }
    second
}

/// Where the clause before the marks begins: behind the last semicolon.
fn clause_start(place: Place<'_>) -> usize {
    (place.at.saturating_sub(REACH)..place.at)
        .rev()
        .find(|&at| place.tokens[at].shape == Shape::Semicolon)
        .map_or(place.at.saturating_sub(REACH), |at| at + 1)
}

/// The next token from `at` on that stands for a stretch, or the end.
fn next_stretch(tokens: &Tokens, at: usize) -> usize {
    (at..tokens.len())
        .find(|&at| tokens[at].shape == Shape::Quoted)
        .unwrap_or(tokens.len())
}

fn is_relative(tokens: &Tokens, mention: &Mention) -> bool {
    tokens
        .get(tokens.at(mention.span.start))
        .is_some_and(|token| token.is(Flags::RELATIVE))
}
