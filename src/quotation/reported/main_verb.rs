//! The verb that rules the sentence around a content: "the man who said it rained | has left".
//!
//! [`Owed`] counts, token by token, the clauses of the content that still lack their verb; a verb that none
//! of them lacks rules another clause. Uses tokens, cues and noun phrases.

use core::ops::Range;

use crate::language::quotation::Flags;
use crate::language::weights::{Form, Frame};
use crate::quotation::clause::asides::is_auxiliary;
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::reported::complement::opens_subject;

/// The verb of the sentence whose subject `cue` is part of, behind what is reported: "a man who said it rained |
/// has left", "claims that it rained | were denied".
pub(super) fn main_verb(
    tokens: &Tokens,
    cue: &Cue,
    content: Range<usize>,
    frame: Frame,
) -> Option<usize> {
    const LEADS: Flags = Flags::PREPOSITION.or(Flags::SUBORDINATOR);
    let noun = cue.flags.any(Flags::NOUN) && frame == Frame::That;
    let opener = match cue.form {
        Form::Finite => relative_before(tokens, cue.phrase.start)?,
        _ if noun => cue.word,
        _ => return None,
    };
    let subject = mention::behind_dateline(tokens)..opener;
    let leads = tokens[subject.start].is(LEADS);
    if leads || subject.clone().any(|at| mention::is_verb(tokens, at)) {
        return None;
    }
    // what looks like an object may be a clause: "said the men who fled were late"
    let clause = frame.is_clause() || frame == Frame::Object && cue.flags.any(Flags::CLAUSE);
    let mut owed = Owed::by(clause);
    let mut likely = None;
    for at in content.skip(usize::from(frame != Frame::Bare)) {
        match owed.see(tokens, at) {
            Rules::Surely => return Some(at),
            Rules::Maybe => likely = Some(at),
            Rules::No => {}
        }
    }
    likely
}

/// The relative pronoun behind a noun whose clause has its verb at `verb`: "a man who | says", "a tax that they |
/// say".
fn relative_before(tokens: &Tokens, verb: usize) -> Option<usize> {
    const NEAR: usize = 4;
    let subject = |t: &Token| opens_subject(t) && !t.is(Flags::RELATIVE);
    let words = tokens[verb.saturating_sub(NEAR)..verb].iter().rev();
    let count = words.take_while(|t| subject(t)).count();
    let relative = verb.checked_sub(count + 1)?;
    let noun = &tokens[relative.checked_sub(1)?];
    let behind_noun = mention::is_nominal(noun) || noun.shape == Shape::Number;
    (tokens[relative].is(Flags::RELATIVE) && behind_noun).then_some(relative)
}

/// The verbs that are still to come.
struct Owed {
    /// Of clauses that were opened.
    count: usize,
    /// Whether one more may come, of a clause that is joined.
    joined: bool,
    /// Whether one more may come, of a clause that is reported.
    reported: bool,
    /// Whether the last token opened a clause.
    opened: bool,
}

/// Whether a verb rules the clause around a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    Surely,
    /// Unless its own clause is reported in the content.
    Maybe,
    No,
}

impl Owed {
    /// That of a content: one of a `clause`, none of "similar views".
    const fn by(clause: bool) -> Self {
        Self {
            count: clause as usize,
            joined: false,
            reported: false,
            opened: clause,
        }
    }

    /// Goes on to the token at `at`: whether it is a verb that no clause lacks.
    fn see(&mut self, tokens: &Tokens, at: usize) -> Rules {
        const REPORTS: Flags = Flags::CLAUSE.or(Flags::PERSON).or(Flags::THOUGHT);
        let token = &tokens[at];
        if opens_finite_verb(tokens, at) {
            let rules = self.pay();
            self.reported |= token.is(REPORTS);
            return rules;
        }
        let opens = opens_clause(tokens, at) || is_subject(token) && !self.opened;
        self.count += usize::from(opens);
        self.opened = opens || self.opened && is_adverb(token);
        self.joined |= token.is(Flags::COORDINATOR) || !token.is_word();
        self.reported |= token.is(REPORTS);
        Rules::No
    }

    /// Counts a verb.
    fn pay(&mut self) -> Rules {
        self.opened = false;
        if self.count > 0 {
            self.count -= 1;
        } else if self.joined {
            self.joined = false;
        } else if self.reported {
            self.reported = false;
            return Rules::Maybe;
        } else {
            return Rules::Surely;
        }
        Rules::No
    }
}

/// Whether a word opens a clause that has a verb of its own: "who", "because", not "after leaving".
fn opens_clause(tokens: &Tokens, at: usize) -> bool {
    const OPENS: Flags = Flags::RELATIVE.or(Flags::SUBORDINATOR).or(Flags::THAT);
    const NOMINAL: Flags = Flags::GERUND
        .or(Flags::ING)
        .or(Flags::TIME)
        .or(Flags::NUMBER)
        .or(Flags::TO);
    let nominal = |next: &Token| next.is(NOMINAL) || !next.is_word();
    let token = &tokens[at];
    token.is_word() && token.is(OPENS) && !tokens.get(at + 1).is_none_or(nominal)
}

/// "he", not "it", which may be an object.
fn is_subject(token: &Token) -> bool {
    token.is_word() && token.is(Flags::SUBJECT) && !token.is(Flags::IT.or(Flags::YOU))
}

/// Whether the first word of a finite verb stands at `at`.
pub(super) fn opens_finite_verb(tokens: &Tokens, at: usize) -> bool {
    const AUXILIARY: Flags = Flags::AUXILIARY.or(Flags::MODAL);
    let (before, token) = (&tokens[..at], &tokens[at]);
    let last = before.iter().rev().find(|t| !t.is(Flags::ADVERB));
    let goes_on = last.is_some_and(|t| t.is(AUXILIARY.or(Flags::TO)));
    if at == 0 || goes_on || !matches!(token.shape, Shape::Lower | Shape::Clitic) {
        return false;
    }
    if token.is(AUXILIARY) {
        let clitic = token.shape == Shape::Clitic && !before[at - 1].is(Flags::SUBJECT);
        return is_auxiliary(tokens, at) && !clitic;
    }
    let past = token.is(Flags::PAST) && !token.is(Flags::NOUN);
    if token.is(Flags::VERB) || past && !token.is(Flags::PARTICIPLE) {
        return true;
    }
    // "he posted", "the crew posted a letter", not "a letter posted in May"
    let pronoun = last.is_some_and(|t| t.is(Flags::SUBJECT.or(Flags::RELATIVE)));
    (past || token.is(Flags::ED)) && (pronoun || has_object(tokens, at))
}

/// Whether what a verb at `at` acts on stands behind it: "posted a letter", not "posted in May".
fn has_object(tokens: &Tokens, at: usize) -> bool {
    const OBJECT: Flags = Flags::DETERMINER
        .or(Flags::POSSESSIVE)
        .or(Flags::OBJECT_PRONOUN);
    tokens.get(at + 1).is_some_and(|t| t.is(OBJECT))
}
