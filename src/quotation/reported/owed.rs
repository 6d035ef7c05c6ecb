//! [`Owed`]: how many clauses of a content still lack their verb, read token by token.
//!
//! A verb that none of them lacks rules another clause, that around the content: "the man who said it
//! rained | has left".

use crate::language::quotation::Flags;
use crate::quotation::clause::asides::is_auxiliary;
use crate::quotation::clause::cue::is_adverb;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The verbs that are still to come.
pub(super) struct Owed {
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
pub(super) enum Rules {
    Surely,
    /// Unless its own clause is reported in the content.
    Maybe,
    No,
}

impl Owed {
    /// That of a content which is a clause.
    pub(super) const fn by_clause() -> Self {
        Self {
            count: 1,
            joined: false,
            reported: false,
            opened: true,
        }
    }

    /// Goes on to the token at `at`: whether it is a verb that no clause lacks.
    pub(super) fn see(&mut self, tokens: &Tokens, at: usize) -> Rules {
        const REPORTS: Flags = Flags::CLAUSE.or(Flags::PERSON).or(Flags::THOUGHT);
        let token = &tokens[at];
        if is_finite(tokens, at) {
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
pub(super) fn is_finite(tokens: &Tokens, at: usize) -> bool {
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
