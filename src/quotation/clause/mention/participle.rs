//! Who speaks by a participle or an infinitive: "Lee left, saying", "released a statement urging", "the
//! gaffe led critics to say". Looks for the verb whose subject that is.

use super::phrase::phrase_after;
use super::{Mention, after, before, is_verb, main_subject};
use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::asides;
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The subject of "began" in "When he came back he began by" before the gerund at `at`, and of "hurt" in
/// "he hurt her by".
pub(super) fn who_began(tokens: &Tokens, at: usize) -> Option<Mention> {
    let by = at.checked_sub(1).filter(|&by| tokens[by].is(Flags::BY))?;
    let last = by.checked_sub(1)?;
    let verb = if is_verb(tokens, last) {
        last
    } else {
        let object = after_verb(tokens, by)?;
        object.checked_sub(1)?
    };
    before(tokens, verb - auxiliaries(tokens, verb))
}

/// The first token of the object that ends before `end`, behind a verb.
fn after_verb(tokens: &Tokens, end: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let near = end.saturating_sub(NEAR).max(1)..end;
    let verb = near.rev().find(|&at| is_verb(tokens, at))?;
    let object = phrase_after(tokens, verb + 1)?;
    let pronoun = tokens[verb + 1].is(Flags::OBJECT_PRONOUN) && verb + 2 == end;
    (pronoun || object.end() + 1 == end).then_some(verb + 1)
}

/// How many auxiliaries and adverbs stand right before the verb at `at`.
fn auxiliaries(tokens: &[Token], at: usize) -> usize {
    let auxiliary = |t: &&Token| t.is(Flags::AUXILIARY) || is_adverb(t);
    tokens[..at].iter().rev().take_while(auxiliary).count()
}

/// The subject of a verb of saying in what two commas set off before the participle at `at`: "It rained,
/// Lee said, adding", "It rained, Lee told the board, adding", "It rained, said Lee, adding".
pub(super) fn who_said(tokens: &Tokens, at: usize) -> Option<Mention> {
    const NEAR: usize = 12;
    let close = at
        .checked_sub(1)
        .filter(|&at| tokens[at].shape == Shape::Comma)?;
    let said = (close.saturating_sub(NEAR)..close)
        .rev()
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Clitic)
        .find(|&at| asides::is_saying(&tokens[at]))?;
    let comma = |at: usize| tokens[at].shape == Shape::Comma;
    if said > 0 && comma(said - 1) && !tokens[said].is(Flags::OBJECT.or(Flags::PERSON)) {
        let named = |mention: &Mention| tokens[mention.head_words().start].shape == Shape::Capital;
        let inverted = after(tokens, said + 1).filter(|mention| mention.words().end == close);
        let inverted = inverted.filter(|mention| named(mention) || before(tokens, said).is_none());
        if inverted.is_some() {
            return inverted;
        }
    }
    // "The bank cut its growth forecast, adding"
    let opens = |mention: &Mention| {
        let first = mention.words().start;
        first == 0 || !tokens[first - 1].is_word()
    };
    // "the board" of "told the board"
    let ends = said + 1 == close
        || phrase_after(tokens, said + 1).is_some_and(|phrase| phrase.end() + 1 == close);
    before(tokens, said).filter(|mention| ends && opens(mention))
}

/// Who put out what stands before the participle at `at`, "released a statement saying", or spent time on
/// it, "spent most of his speech mocking".
pub(super) fn issuer(tokens: &Tokens, at: usize) -> Option<Mention> {
    let thing = before(tokens, at)?;
    let mut verb = thing.words().start.checked_sub(1)?;
    if is_adverb(&tokens[verb]) {
        // "sent out a letter"
        verb = verb.checked_sub(1)?;
    }
    let head = &tokens[thing.head_words().end - 1];
    let document = head.is(Flags::VENUE) && head.shape == Shape::Lower;
    if let Some(writer) = writer(tokens, verb).filter(|_| !head.is(Flags::NOUN.or(Flags::VENUE))) {
        return Some(writer);
    }
    let words = auxiliaries(tokens, verb);
    let passive = tokens[verb - words..verb].iter().any(|t| t.is(Flags::BE));
    let gives = document && !passive && gives(&tokens[verb]) || tokens[verb].is(Flags::ASPECT);
    let acts = is_verb(tokens, verb) && !tokens[verb].is(Flags::AUXILIARY.or(Flags::MODAL));
    if !(gives && acts) {
        return None;
    }
    let first = verb - words;
    let infinitive = first > 0 && tokens[first - 1].is(Flags::TO);
    // "wants to send a letter"
    let whose = if infinitive { main_subject } else { before };
    whose(tokens, first)
}

/// Who wrote to the one behind the "to" at `to`: "Lee wrote to the mayor asking".
fn writer(tokens: &Tokens, to: usize) -> Option<Mention> {
    let verb = to.checked_sub(1).filter(|_| tokens[to].is(Flags::TO))?;
    let words = auxiliaries(tokens, verb);
    let wrote = tokens[verb].is(Flags::CLAUSE) && (words > 0 || is_verb(tokens, verb));
    wrote.then(|| before(tokens, verb - words))?
}

/// Whether a verb puts out its object: not "cited a letter", "received a letter".
fn gives(verb: &Token) -> bool {
    let tells_of = verb.is(Flags::SAYING) && !verb.is(Flags::CLAUSE);
    !tells_of && !verb.is(Flags::TAKING)
}

/// "Critics" of "the gaffe led critics to say".
pub(super) fn caused(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    const NEAR: usize = 10;
    if cue.form != Form::Infinitive {
        return None;
    }
    let end = cue.phrase.start;
    let near = end.saturating_sub(NEAR)..end;
    let verb = near.rev().find(|&at| tokens[at].is(Flags::CAUSATIVE))?;
    let head = after(tokens, verb + 1)?.head_words();
    // "allowing the change, to tell them"
    let commas = tokens[verb..end].iter().filter(|t| t.shape == Shape::Comma);
    let joined = commas.count() % 2 == 0;
    (head.end <= end && joined).then(|| Mention::new(tokens, verb + 1..end, head))
}
