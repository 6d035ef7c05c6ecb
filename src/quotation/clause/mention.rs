//! [`Mention`]: the noun phrase that stands for the speaker beside a cue.
//!
//! Here is which of the noun phrases around a cue speaks. The walks over the tokens of its sentence
//! are in the files of the folder: through titles, appositives, relative clauses, "X of Y" and
//! coordination; every walk has a constant bound. Uses the tokens and the cue; who the mention is,
//! is told by [`names`](crate::quotation::names).

mod after;
mod before;
mod phrase;
mod subject;

use core::ops::Range;

use after::words_of;
use before::possessor;
use subject::{joined_subject, later_subject};

pub(crate) use after::{after, behind, by};
pub(crate) use before::before;
pub(crate) use phrase::{is_nominal, is_verb, phrase_after};
pub(crate) use subject::{MainSubject, coordinate_subject, is_time, last_subject, main_subject};

use crate::language::quotation::Flags;
use crate::quotation::clause::asides;
use crate::quotation::clause::cue::{Cue, Form};
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
            before(tokens, cue.phrase.start)
        }
        Form::Participle | Form::Infinitive => who_said(tokens, cue.phrase.start)
            .or_else(|| caused(tokens, cue))
            .or_else(|| joined_subject(tokens, cue.phrase.start))
            .or_else(|| main_subject(tokens, cue.phrase.start))
            .or_else(|| later_subject(tokens, cue.phrase.end)),
        Form::Passive => by(tokens, cue.phrase.end),
        Form::Noun => possessor(tokens, cue.word)
            .or_else(|| by(tokens, cue.phrase.end))
            .or_else(|| words_of(tokens, cue))
            .or_else(|| main_subject(tokens, cue.phrase.start)),
        Form::According => behind(tokens, cue.phrase.end),
    }
}

/// The subject of a verb of saying that a comma parts from what goes on at `at`: "It rained, Lee said,
/// adding".
fn who_said(tokens: &Tokens, at: usize) -> Option<Mention> {
    let comma = at
        .checked_sub(1)
        .filter(|&at| tokens[at].shape == Shape::Comma)?;
    let said = comma
        .checked_sub(1)
        .filter(|&at| asides::is_saying(&tokens[at]))?;
    before(tokens, said)
}

/// "Critics" of "the gaffe led critics to say".
fn caused(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    const NEAR: usize = 10;
    if cue.form != Form::Infinitive {
        return None;
    }
    let end = cue.phrase.start;
    let near = end.saturating_sub(NEAR)..end;
    let verb = near.rev().find(|&at| tokens[at].is(Flags::CAUSATIVE))?;
    let head = after(tokens, verb + 1)?.head_words();
    (head.end <= end).then(|| Mention::new(tokens, verb + 1..end, head))
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

/// The subject behind its verb, where the clause ends with it: "…, said Ann Lee."
fn inverted(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let left = cue.phrase.start.checked_sub(1)?;
    if !matches!(
        tokens[left].shape,
        Shape::Comma | Shape::Quote | Shape::Quoted
    ) || cue.phrase.len() > 1
    {
        return None;
    }
    if tokens[left].shape == Shape::Comma
        && cue.flags.any(Flags::OBJECT.or(Flags::PERSON))
        && before(tokens, cue.phrase.start).is_some()
    {
        return None;
    }
    let mention = after(tokens, cue.phrase.end)?;
    if tokens[cue.phrase.end].is(Flags::IT) {
        // "as Lee put it"
        return None;
    }
    let next = tokens.get(mention.words().end);
    let ends = next.is_none_or(|t| {
        matches!(
            t.shape,
            Shape::Stop | Shape::Comma | Shape::Quote | Shape::Semicolon | Shape::Colon
        ) || t.is(Flags::SUBORDINATOR
            .or(Flags::PREPOSITION)
            .or(Flags::RELATIVE))
            && !t.is(Flags::THAT)
    });
    ends.then_some(mention)
}

#[cfg(test)]
mod tests {
    use super::speaker;
    use crate::language::Language;
    use crate::language::quotation::Flags;
    use crate::quotation::clause::cue;
    use crate::quotation::clause::tokens::Tokens;
    use crate::span::Span;

    /// Sentences with the cue's word in brackets, the mention and its head.
    const SPEAKERS: [(&str, &str, &str); 74] = [
        ("Lee [said] it rained.", "Lee", "Lee"),
        ("Lee also has [said] it rained.", "Lee", "Lee"),
        (
            "Officials have since [said] it rained.",
            "Officials",
            "Officials",
        ),
        (
            "Mayor Ann Lee on Tuesday [said] it rained.",
            "Mayor Ann Lee",
            "Mayor Ann Lee",
        ),
        (
            "Gov. Ann B. Lee [said] it rained.",
            "Gov. Ann B. Lee",
            "Gov. Ann B. Lee",
        ),
        (
            "Norland's defence ministry [said] it rained.",
            "Norland's defence ministry",
            "ministry",
        ),
        (
            "Ann Lee, a lawyer from Dover, Ohio, [said] it rained.",
            "Ann Lee, a lawyer from Dover, Ohio",
            "Ann Lee",
        ),
        ("Ann Lee, 47, [said] it rained.", "Ann Lee, 47", "Ann Lee"),
        (
            "The 35-year-old singer [said] it rained.",
            "The 35-year-old singer",
            "singer",
        ),
        (
            "The 35-year-old [said] it rained.",
            "The 35-year-old",
            "35-year-old",
        ),
        (
            "Ann Lee, chief executive of the charity Clear Water, [said] it rained.",
            "Ann Lee, chief executive of the charity Clear Water",
            "Ann Lee",
        ),
        (
            "Ann Lee, who left in May, [said] it rained.",
            "Ann Lee, who left in May",
            "Ann Lee",
        ),
        (
            "Sen. Ann Lee (R-Ohio) [said] it rained.",
            "Sen. Ann Lee (R-Ohio)",
            "Sen. Ann Lee",
        ),
        (
            "A spokesman for the ministry [said] it rained.",
            "A spokesman for the ministry",
            "spokesman",
        ),
        ("Lee and Cho [said] it rained.", "Lee and Cho", "Lee"),
        (
            "Sens. Lee, Cho and Poe [said] it rained.",
            "Sens. Lee, Cho and Poe",
            "Sens. Lee",
        ),
        (
            "In Dover, Lee and Cho [said] it rained.",
            "Lee and Cho",
            "Lee",
        ),
        (
            "Taxes rose and officials [said] it rained.",
            "officials",
            "officials",
        ),
        ("But she [said] it rained.", "she", "she"),
        ("Don Lee [said] it rained.", "Don Lee", "Don Lee"),
        (
            "Ann Lee, a lawyer from Dover [said] it rained.",
            "Ann Lee, a lawyer from Dover",
            "Ann Lee",
        ),
        ("In Dover, a lawyer [said] it rained.", "a lawyer", "lawyer"),
        (
            "Lee, at a meeting in Dover, Ohio, [said] it rained.",
            "Lee, at a meeting in Dover, Ohio",
            "Lee",
        ),
        (
            "Led by Cho, the miners [said] it rained.",
            "the miners",
            "miners",
        ),
        (
            "Early in the year, Lee left, [saying] it rained.",
            "Lee",
            "Lee",
        ),
        (
            "Ann Lee late on Monday left, [saying] it rained.",
            "Ann Lee",
            "Ann Lee",
        ),
        (
            "Norland.com [said] it rained.",
            "Norland.com",
            "Norland.com",
        ),
        ("Last week Ann Lee [said] it rained.", "Ann Lee", "Ann Lee"),
        ("On Monday Ann Lee [said] it rained.", "Ann Lee", "Ann Lee"),
        (
            "It rained, the same week Ann Lee [said] so.",
            "Ann Lee",
            "Ann Lee",
        ),
        (
            "This month officials [said] it rained.",
            "officials",
            "officials",
        ),
        (
            "The Sunday Herald [said] it rained.",
            "The Sunday Herald",
            "Sunday Herald",
        ),
        ("Internally, staff [said] it rained.", "staff", "staff"),
        (
            "Ann Lee, now 81 and retired in Dover, Ohio, [said] it rained.",
            "Ann Lee, now 81 and retired in Dover, Ohio",
            "Ann Lee",
        ),
        (
            "It rained, [according] to a Norland Today report.",
            "a Norland Today report",
            "report",
        ),
        (
            "There were notes, which included staff members [saying] it rained.",
            "staff members",
            "members",
        ),
        (
            "People who attended the rally [said] it rained.",
            "People who attended the rally",
            "People",
        ),
        (
            "When asked, three of the voters [said] it rained.",
            "three of the voters",
            "three",
        ),
        ("In an interview, Lee [said] it rained.", "Lee", "Lee"),
        (
            "The lawyer refused to [say] it rained.",
            "The lawyer",
            "lawyer",
        ),
        ("Lee went on to [say] it rained.", "Lee", "Lee"),
        (
            "In recent months protesters [said] it rained.",
            "protesters",
            "protesters",
        ),
        ("Lee was quick to [say] it rained.", "Lee", "Lee"),
        (
            "The gaffe prompted Ann Lee to [say] so.",
            "Ann Lee",
            "Ann Lee",
        ),
        (
            "The gaffe led critics to [say] it rained.",
            "critics",
            "critics",
        ),
        ("L&M Foods [said] it rained.", "L&M Foods", "L&M Foods"),
        ("Lee used her talk to [say] it rained.", "Lee", "Lee"),
        (
            "The next month, a lawyer sued, [saying] it rained.",
            "a lawyer",
            "lawyer",
        ),
        ("Lee attacked the plan, [saying] it rained.", "Lee", "Lee"),
        (
            "In May, Lee attacked the plan, [saying] it rained.",
            "Lee",
            "Lee",
        ),
        ("Lee won the race and [said] it rained.", "Lee", "Lee"),
        ("It rained, according [to] the ministry.", "", ""),
        (
            "It rained, [according] to the ministry.",
            "the ministry",
            "ministry",
        ),
        (
            "It rained, [according] to Ann Lee, a lawyer.",
            "Ann Lee, a lawyer",
            "Ann Lee",
        ),
        (
            "It rained, [said] Ann Lee, a lawyer.",
            "Ann Lee, a lawyer",
            "Ann Lee",
        ),
        (
            "It rained, [said] the head of the board.",
            "the head of the board",
            "head",
        ),
        (
            "He was [told] by officials that it rained.",
            "officials",
            "officials",
        ),
        (
            "The ministry's [claim] that it rained was wrong.",
            "The ministry",
            "ministry",
        ),
        (
            "Secretary of State Ann Lee [said] it rained.",
            "Secretary of State Ann Lee",
            "Secretary of State Ann Lee",
        ),
        ("It was Lee, not Cho, who [said] it rained.", "who", "Cho"),
        ("She met Lee, who [said] it rained.", "who", "Lee"),
        (
            "Sources familiar with the talks [said] it rained.",
            "Sources familiar with the talks",
            "Sources",
        ),
        (
            "Officials briefed on the plan [said] it rained.",
            "Officials briefed on the plan",
            "Officials",
        ),
        (
            "Manning's son, Bo, defended the plan, [saying] it rained.",
            "Manning's son",
            "son",
        ),
        (
            "Manning told the board, [saying] it rained.",
            "Manning",
            "Manning",
        ),
        (
            "Speaking in Dover, Lee told the board, [saying] it rained.",
            "Lee",
            "Lee",
        ),
        (
            "The ministry less than two weeks ago [said] it rained.",
            "The ministry",
            "ministry",
        ),
        (
            "According to the Herald, Lee left, [saying] it rained.",
            "Lee",
            "Lee",
        ),
        ("Lee on a Sunday [said] it rained.", "Lee", "Lee"),
        (
            "At the mill in Dover, Norland [says] it rained.",
            "Norland",
            "Norland",
        ),
        (
            "Lee, who has in the past [said] it rained, left.",
            "who",
            "Lee",
        ),
        (
            "Officials had on several occasions [said] it rained.",
            "Officials",
            "Officials",
        ),
        ("Lee left; he spoke; and [declared] that rain fell.", "", ""),
        (
            "Some of his own voters [say] it rained.",
            "Some of his own voters",
            "Some",
        ),
    ];

    #[test]
    fn speakers() {
        let tables = Language::english().quotation();
        let mut wrong = Vec::new();
        for (marked, mention, head) in SPEAKERS {
            let start = marked.find('[').unwrap_or_default();
            let text = marked.replace(['[', ']'], "");
            let mut tokens = Tokens::default();
            tokens.read(&text, Span::new(0, text.len()), tables);
            let found = cue::at(&tokens, tokens.at(start), Flags::CUE)
                .and_then(|cue| speaker(&tokens, &cue))
                .map_or(("", ""), |m| (&text[m.span.range()], &text[m.head.range()]));
            if found != (mention, head) {
                wrong.push(format!("{marked}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
