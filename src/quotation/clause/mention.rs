//! [`Mention`]: the noun phrase that stands for the speaker beside a cue.
//!
//! Here is which of the noun phrases around a cue speaks. The walks over the tokens of its sentence
//! are in the files of the folder: through titles, appositives, relative clauses, "X of Y" and
//! coordination; every walk has a constant bound. Uses the tokens and the cue; who the mention is,
//! is found by [`names`](crate::quotation::names).

mod after;
mod before;
mod participle;
mod phrase;
mod subject;

use core::ops::Range;

use after::{agent, words_of};
use before::possessor;
use participle::{caused, issuer, who_began, who_said};
use subject::{joined_subject, later_subject};

pub(crate) use after::{after, behind, by, source};
pub(crate) use before::before;
pub(crate) use phrase::{first_of, is_nominal, is_verb, joins_names, phrase_after};
pub(crate) use subject::{
    MainSubject, behind_dateline, coordinate_subject, is_time, last_subject, main_subject,
};

use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::cue::Cue;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::span::Span;

/// Words that stand for a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The whole noun phrase: "Ann Lee, a spokeswoman for the ministry".
    pub(crate) span: Span,
    /// Its head: "Ann Lee"; of "who", the head of what it refers to.
    pub(crate) head: Span,
    /// Where the tokens of both start and end, so that nobody looks for them.
    words: [u16; 4],
}

impl Mention {
    /// The mention made of the tokens in `words`, those in `head` its head.
    pub(crate) fn new(tokens: &Tokens, words: Range<usize>, head: Range<usize>) -> Self {
        let bounds = [words.start, words.end, head.start, head.end];
        let span = |words: Range<usize>| {
            Span::new(
                tokens[words.start].span.start,
                tokens[words.end - 1].span.end,
            )
        };
        Self {
            span: span(words),
            head: span(head),
            words: bounds.map(|at| at as u16),
        }
    }

    /// Its tokens.
    pub(crate) fn words(&self) -> Range<usize> {
        usize::from(self.words[0])..usize::from(self.words[1])
    }

    /// Where it starts among `tokens`, which need not be those where it was found: the first token
    /// there or behind.
    pub(crate) fn first_in(&self, tokens: &Tokens) -> usize {
        near(tokens, self.words[0], self.span.start)
    }

    /// Where its head starts among `tokens`, as [`first_in`](Self::first_in).
    pub(crate) fn head_in(&self, tokens: &Tokens) -> usize {
        near(tokens, self.words[2], self.head.start)
    }

    /// The tokens of its head.
    pub(crate) fn head_words(&self) -> Range<usize> {
        usize::from(self.words[2])..usize::from(self.words[3])
    }
}

/// The first token at `offset` or behind it, which may be that at `at`.
fn near(tokens: &Tokens, at: u16, offset: usize) -> usize {
    let at = usize::from(at);
    match tokens.get(at) {
        Some(token) if token.span.start == offset => at,
        _ => tokens.at(offset),
    }
}

/// No walk takes more steps.
const REACH: usize = 40;

/// Who speaks by `cue`.
pub(crate) fn speaker(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    match cue.form {
        Form::Finite => inverted(tokens, cue)
            .or_else(|| before(tokens, cue.phrase.start))
            .or_else(|| main_subject(tokens, cue.phrase.start))
            .or_else(|| behind_verb(tokens, cue)),
        Form::Participle if follows_noun(tokens, cue.phrase.start) => {
            issuer(tokens, cue.phrase.start).or_else(|| before(tokens, cue.phrase.start))
        }
        Form::Participle | Form::Infinitive => who_began(tokens, cue.phrase.start)
            .or_else(|| who_said(tokens, cue.phrase.start))
            .or_else(|| caused(tokens, cue))
            .or_else(|| joined_subject(tokens, cue.phrase.start))
            .or_else(|| last_subject(tokens, cue.phrase.start))
            .or_else(|| subject_behind_opening(tokens, cue))
            .or_else(|| main_subject(tokens, before_comma(tokens, cue.phrase.start)))
            .or_else(|| later_subject(tokens, cue.phrase.end)),
        Form::Passive => agent(tokens, cue),
        Form::Noun => possessor(tokens, cue.word)
            .or_else(|| by(tokens, cue.phrase.end))
            .or_else(|| words_of(tokens, cue))
            .or_else(|| main_subject(tokens, cue.phrase.start)),
        Form::According => source(tokens, cue.phrase.end),
    }
}

/// The subject of the sentence that the words with the participle open: "In addition to saying so, Lee".
fn subject_behind_opening(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let opening = behind_dateline(tokens)..cue.phrase.start;
    let first = tokens.get(opening.start)?;
    let rules = |at: usize| {
        let gerund = tokens[at].is(Flags::ING.or(Flags::GERUND));
        is_verb(tokens, at) && !gerund
    };
    let opens = first.is(Flags::PREPOSITION) && !opening.clone().any(rules);
    opens.then(|| later_subject(tokens, cue.phrase.end))?
}

/// Where the clause ends before a participle at `at`: "On Monday Lee left, saying".
fn before_comma(tokens: &[Token], at: usize) -> usize {
    let comma = tokens[..at].last().is_some_and(|t| t.shape == Shape::Comma);
    at - usize::from(comma)
}

/// "her" of "led her to say" and "him" of "heard him saying".
pub(crate) fn object(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let at = cue.phrase.start.checked_sub(1)?;
    let pronoun = match cue.form {
        Form::Infinitive => Flags::OBJECT_PRONOUN.or(Flags::POSSESSIVE),
        _ => Flags::OBJECT_PRONOUN,
    };
    tokens[at]
        .is(pronoun)
        .then(|| Mention::new(tokens, at..at + 1, at..at + 1))
}

/// Who stands behind the verb, if that does not open a clause: not "declared that rain".
fn behind_verb(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let clause = tokens
        .get(cue.phrase.end)
        .is_some_and(|next| next.is(Flags::THAT));
    (!clause).then(|| after(tokens, cue.phrase.end))?
}

/// Whether a noun stands right before `at`: "reports claiming", "a letter criticising".
pub(crate) fn follows_noun(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|left| is_nominal(&tokens[left]))
}

/// "Monday", but "May" may be somebody.
fn is_day(token: &Token) -> bool {
    const SHORTEST: usize = 6;
    token.is(Flags::TIME) && token.last == b'y' && token.span.len() >= SHORTEST
}

/// The subject behind its verb, where the clause ends with it: "…, said Ann Lee."
fn inverted(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let left = cue.phrase.start.checked_sub(1)?;
    let quoted = matches!(tokens[left].shape, Shape::Quote | Shape::Quoted);
    let comma = tokens[left].shape == Shape::Comma;
    // marks that are not known as such, or spoilt: "*It is late,* said Ann Lee"
    let other = matches!(tokens[left].shape, Shape::Dash | Shape::Other | Shape::Stop);
    if !(quoted || comma || other) || cue.phrase.len() > 1 {
        return None;
    }
    let takes_object = cue.flags.any(Flags::OBJECT.or(Flags::PERSON));
    if !quoted && takes_object && before(tokens, cue.phrase.start).is_some() {
        return None;
    }
    let mention = after(tokens, cue.phrase.end)?;
    let first = &tokens[cue.phrase.end];
    let day = mention.words().len() == 1 && is_day(first);
    let named = tokens[mention.head_in(tokens)].shape == Shape::Capital;
    if first.is(Flags::IT) || day || is_time(tokens, &mention) || other && !named {
        // "as Lee put it", "police in Dover, Norland, said Monday", "the find, reported this week,"
        return None;
    }
    let mention = with_clause(tokens, mention).unwrap_or(mention);
    let next = tokens.get(mention.words().end);
    let ends = next.is_none_or(|t| {
        matches!(
            t.shape,
            Shape::Stop
                | Shape::Comma
                | Shape::Quote
                | Shape::Semicolon
                | Shape::Colon
                | Shape::Open
        ) || t.is(Flags::SUBORDINATOR
            .or(Flags::PREPOSITION)
            .or(Flags::RELATIVE))
            && !t.is(Flags::THAT)
    });
    ends.then_some(mention)
}

/// `mention` with the clause behind it that ends its sentence: "said a man who knows her", "said a man involved
/// in it".
fn with_clause(tokens: &Tokens, mention: Mention) -> Option<Mention> {
    let words = mention.words();
    let opener = tokens.get(words.end)?;
    let last = &tokens[words.end - 1];
    let common = last.shape == Shape::Lower && is_nominal(last) && !last.is(Flags::SUBJECT);
    let leads = |t: &Token| t.is(Flags::PREPOSITION) && !t.is(Flags::TO);
    let reduced =
        opener.is(Flags::PARTICIPLE.or(Flags::ED)) && tokens.get(words.end + 1).is_some_and(leads);
    let relative = opener.is(Flags::RELATIVE) && !opener.is(Flags::THAT);
    let near = words.end..tokens.len().min(words.end + REACH);
    let close = near.clone().find(|&at| !tokens[at].is_part());
    let ends = match close {
        Some(close) => tokens[close].shape == Shape::Stop,
        None => near.end == tokens.len(),
    };
    (common && (reduced || relative) && opener.is_word() && ends).then(|| {
        Mention::new(
            tokens,
            words.start..close.unwrap_or(near.end),
            mention.head_words(),
        )
    })
}

#[cfg(test)]
mod tests;
