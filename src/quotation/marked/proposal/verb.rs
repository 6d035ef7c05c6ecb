//! Which words of a sentence with marks can be cues: known ones that are verbs there and no names or
//! nouns, and right behind the marks any verb. Uses tokens and cues; for the speaker
//! see [`mention`].

use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::cue::{self, Cue};
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The cue at `word`; a capitalised word is none ("States", "Hope").
#[inline]
pub(super) fn cue_at(tokens: &Tokens, word: usize) -> Option<Cue> {
    if tokens[word].is(Flags::CUE) {
        cue_of(tokens, word)
    } else {
        None
    }
}

fn cue_of(tokens: &Tokens, word: usize) -> Option<Cue> {
    let token: &Token = &tokens[word];
    let said = word == 0 && token.is(Flags::CLAUSE) && token.is(Flags::PAST);
    let opens = said || token.is(Flags::ACCORDING);
    if token.shape != Shape::Lower && !opens && !heads(tokens, word) {
        return None;
    }
    cue::at(tokens, word, Flags::CUE).filter(|cue| !is_noun(tokens, cue))
}

/// "Lee Says Plan Is": whether the capitalised verb at `word` stands in a headline.
fn heads(tokens: &Tokens, word: usize) -> bool {
    const NEAR: usize = 8;
    const SMALL: Flags = Flags::PREPOSITION
        .or(Flags::DETERMINER)
        .or(Flags::COORDINATOR)
        .or(Flags::TO);
    let token = &tokens[word];
    let around = &tokens[word.saturating_sub(NEAR)..tokens.len().min(word + NEAR)];
    word > 0
        && token.is(Flags::SAYING)
        && token.is(Flags::PRESENT.or(Flags::PAST))
        && !token.is(Flags::NOUN)
        && tokens[word - 1].shape == Shape::Capital
        && !around
            .iter()
            .any(|token| token.shape == Shape::Lower && !token.is(SMALL))
}

/// Whether what could be a verb is a noun behind another: "the Lee campaign", "pool reports".
fn is_noun(tokens: &Tokens, cue: &Cue) -> bool {
    let alone = cue.form == Form::Finite && cue.phrase.len() == 1 && !cue.flags.any(Flags::PAST);
    let Some(before) = cue.phrase.start.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    if !alone || !mention::is_nominal(before) {
        return false;
    }
    let plural = before.last == b's';
    let noun = cue.flags.any(Flags::NOUN);
    if cue.flags.any(Flags::BASE) {
        const PLAIN: Flags = Flags::CLAUSE
            .or(Flags::OBJECT)
            .or(Flags::PERSON)
            .or(Flags::SPEAKING);
        !plural && (noun || !cue.flags.any(PLAIN))
    } else {
        noun && plural && before.shape == Shape::Lower
    }
}

/// `"…," beamed Lee`: a verb that is in no list, where a cue is expected.
pub(super) fn unknown_cue(tokens: &Tokens, word: usize) -> Option<Cue> {
    let token = &tokens[word];
    let past = token.is(Flags::ED.or(Flags::VERB)) && !token.is(Flags::AUXILIARY);
    let verb = token.shape == Shape::Lower && (past || is_present(tokens, word));
    verb.then(|| Cue {
        phrase: word..word + 1,
        word,
        form: Form::Finite,
        flags: token.word.flags,
        lemma: token.word.lemma,
        negated: false,
        modal: false,
    })
}

/// `Lee echoed: "…"`: such a verb right before a colon at the end of what stands before `end`.
pub(super) fn unknown_before_colon(tokens: &Tokens, end: usize) -> Option<Cue> {
    let colon = end.checked_sub(1)?;
    let word = colon.checked_sub(1)?;
    let listed = tokens[colon].shape != Shape::Colon || cue_at(tokens, word).is_some();
    unknown_cue(tokens, word).filter(|_| !listed)
}

/// Whether an unknown word in "s" behind a name closes the sentence: "Lee harps."
fn is_present(tokens: &[Token], word: usize) -> bool {
    let closes = tokens[word + 1..]
        .iter()
        .all(|token| token.shape == Shape::Stop);
    let named = word
        .checked_sub(1)
        .is_some_and(|left| tokens[left].shape == Shape::Capital);
    tokens[word].last == b's' && tokens[word].word.flags == Flags::NONE && named && closes
}
