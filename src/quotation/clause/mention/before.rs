//! The mention that stands before a verb or a noun, whatever is inserted between them. Looks to the
//! left only.

use core::ops::{Range, RangeInclusive};

use super::phrase::{find_back, head, is_participle, is_relative, phrase_before, rules_clause};
use super::{Mention, REACH, is_day, is_nominal};
use crate::language::quotation::Flags;
use crate::quotation::clause::asides;
use crate::quotation::clause::cue::{is_adverb, is_reflexive};
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The noun phrase that ends before the token at `end`: the subject of a verb there.
pub(crate) fn before(tokens: &Tokens, end: usize) -> Option<Mention> {
    let (last, outer) = without_insertion(tokens, end)?;
    if is_relative(tokens, last) {
        return Some(relative(tokens, last));
    }
    let phrase = phrase_before(tokens, last)?;
    let comma = |t: &Token| t.shape == Shape::Comma;
    let explained = if tokens.get(outer + 1).is_some_and(comma) {
        explained_in_commas(tokens, &phrase)
    } else {
        apposed(tokens, &phrase)
            .filter(|named| opens_with(tokens, named, &phrase))
            .or_else(|| native(tokens, &phrase))
    };
    let phrase = explained.unwrap_or(phrase);
    let words = *phrase.start()..outer.max(*phrase.end()) + 1;
    Some(Mention::new(tokens, words, head(tokens, &phrase)))
}

/// The last token of the noun before `end` and the last one of what is inserted behind it: adverbs,
/// "himself", what stands in brackets, dashes or commas.
fn without_insertion(tokens: &[Token], end: usize) -> Option<(usize, usize)> {
    let mut last = skip_adverbs(tokens, end)?;
    let mut outer = last;
    if stresses(tokens, last) {
        last = last.checked_sub(1)?;
    }
    if tokens[last].shape == Shape::Close {
        last = find_back(tokens, last, |t| t.shape == Shape::Open)?.checked_sub(1)?;
    }
    if tokens[last].shape == Shape::Dash {
        last = find_back(tokens, last, |t| t.shape == Shape::Dash)?.checked_sub(1)?;
    }
    if tokens[last].shape == Shape::Comma {
        let close = last;
        last = before_party(tokens, before_insertion(tokens, close)?);
        // "Lee, however, said"
        let adverbs = tokens[last + 1..close].iter().skip(1).all(is_adverb);
        outer = if adverbs { last } else { close - 1 };
    }
    Some((last, outer))
}

/// "who" at `at`, its head what it refers to; of "those who", the whole.
fn relative(tokens: &Tokens, at: usize) -> Mention {
    let antecedent = at.checked_sub(1).map(|left| {
        let comma = tokens[left].shape == Shape::Comma;
        let last = left.saturating_sub(usize::from(comma));
        before_denied(tokens, last).unwrap_or(last)
    });
    let head = antecedent
        .and_then(|last| phrase_before(tokens, last))
        .map_or(at..at + 1, |phrase| head(tokens, &phrase));
    let those = antecedent.is_some_and(|last| tokens[last].is(Flags::ALONE));
    let words = if those { head.clone() } else { at..at + 1 };
    Mention::new(tokens, words, head)
}

/// The token before a comma and who it is not, up to the token at `last`: "Lee, not Cho".
fn before_denied(tokens: &[Token], last: usize) -> Option<usize> {
    const NEAR: usize = 6;
    let comma = (last.saturating_sub(NEAR)..last)
        .rev()
        .find(|&at| tokens[at].shape == Shape::Comma)?;
    let denied = tokens[comma + 1].is(Flags::NEGATION);
    comma.checked_sub(1).filter(|_| denied)
}

/// The noun phrase that the one in `phrase`, with a comma behind it, explains.
fn explained_in_commas(
    tokens: &[Token],
    phrase: &RangeInclusive<usize>,
) -> Option<RangeInclusive<usize>> {
    apposed(tokens, phrase)
        .or_else(|| before_title(tokens, phrase))
        .or_else(|| before_place(tokens, phrase))
        .or_else(|| resident(tokens, phrase))
        .or_else(|| before_adverbial(tokens, phrase))
}

/// Whether the word at `at` stresses who is named before it: "Lee himself".
fn stresses(tokens: &[Token], at: usize) -> bool {
    is_reflexive(&tokens[at]) && at > 0 && is_nominal(&tokens[at - 1])
}

/// Whose noun it is: "the ministry's claim".
pub(super) fn possessor(tokens: &Tokens, noun: usize) -> Option<Mention> {
    const NEAR: usize = 3;
    for at in (noun.saturating_sub(NEAR)..noun).rev() {
        if tokens[at].is(Flags::POSSESSIVE) {
            return Some(Mention::new(tokens, at..at + 1, at..at + 1));
        }
        if tokens[at].shape == Shape::Clitic {
            let phrase = phrase_before(tokens, at.checked_sub(1)?)?;
            let head = head(tokens, &phrase);
            return Some(Mention::new(tokens, *phrase.start()..at, head));
        }
        if !tokens[at].is_word() {
            break;
        }
    }
    None
}

/// Whether a token can stand for no speaker but only say when: "Sunday", "time", but "May" may be somebody.
fn is_when(token: &Token) -> bool {
    token.is(Flags::TIME) && (token.shape == Shape::Lower || is_day(token))
}

/// The token before `end`, adverbs and words of time between left out.
pub(super) fn skip_adverbs(tokens: &[Token], end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    for _ in 0..6 {
        if let Some(words) = date_at_end(&tokens[..=at]) {
            at = at.checked_sub(words)?;
            continue;
        }
        let token = &tokens[at];
        let day = token.shape == Shape::Number && at > 0 && tokens[at - 1].is(Flags::TIME);
        if !(is_adverb(token) || day) || opens_alone(tokens, at) {
            break;
        }
        at = at.checked_sub(1)?;
        if token.is(Flags::TIME) {
            at = before_time(tokens, at)?;
        }
    }
    Some(at)
}

/// Whether the word at `at` stands for some people, not beside them: "but both said", "Both said", not
/// "Lee and Cho both said".
fn opens_alone(tokens: &[Token], at: usize) -> bool {
    let opens = |t: &Token| !t.is_word() || t.is(Flags::COORDINATOR.or(Flags::SUBORDINATOR));
    let alone = tokens[at].is(Flags::ALONE) && tokens[at].is_word();
    alone && tokens[..at].last().is_none_or(opens)
}

/// How many tokens at the end are a year or a day with its preposition: "in 2002", "on May 2".
fn date_at_end(tokens: &[Token]) -> Option<usize> {
    const DIGITS: usize = 4;
    let opens = |token: &Token| token.is(Flags::PREPOSITION) && !token.is(Flags::OF);
    let (last, before) = tokens.split_last()?;
    let number = last.shape == Shape::Number;
    match before {
        [.., opener] if number && last.span.len() == DIGITS && opens(opener) => Some(2),
        [.., opener, month] if number && month.shape == Shape::Capital && opens(opener) => Some(3),
        _ => None,
    }
}

/// The token before what opens a time whose last word stands behind the token at `at`: "on", "during
/// a", "less than two" of "less than two weeks ago".
fn before_time(tokens: &[Token], at: usize) -> Option<usize> {
    let opener = &tokens[at];
    let ago = opener.is(Flags::NUMBER) && is_ago(tokens, at);
    if !ago && !opener.is(Flags::PREPOSITION.or(Flags::DETERMINER)) {
        return Some(at);
    }
    let before = at.checked_sub(1)?;
    if ago && tokens[before].is(Flags::SUBORDINATOR.or(Flags::PREPOSITION)) {
        before.checked_sub(2)
    } else if opener.is(Flags::DETERMINER) && tokens[before].is(Flags::PREPOSITION) {
        before.checked_sub(1)
    } else {
        Some(before)
    }
}

/// Whether a number at `at` counts how long ago something was.
fn is_ago(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 2)
        .is_some_and(|ago| ago.is(Flags::ADVERB) && ago.span.len() == 3)
}

/// The last token before the insertion that the comma at `close` ends: ", a lawyer,", ", who left,".
fn before_insertion(tokens: &[Token], close: usize) -> Option<usize> {
    if let Some(noun) = before_relative_clause(tokens, close) {
        return Some(noun);
    }
    let mut end = close;
    loop {
        let parts = |t: &Token| matches!(t.shape, Shape::Comma | Shape::Semicolon);
        let comma = find_back(tokens, end, parts)?;
        let before = comma.checked_sub(1)?;
        if tokens[comma].shape == Shape::Semicolon {
            return None;
        }
        // "on Monday, in Dover," is about nobody, "on Monday, a holiday," about the day
        let apposed = tokens[comma + 1].is(Flags::DETERMINER);
        let explains = apposed || !is_when(&tokens[before]);
        if explains && is_insertion(tokens, &(comma + 1..close)) {
            if tokens[before].shape == Shape::Close {
                return find_back(tokens, before, |t| t.shape == Shape::Open)?.checked_sub(1);
            }
            if is_nominal(&tokens[before]) || tokens[before].is(Flags::OBJECT_PRONOUN) {
                return Some(before);
            }
        }
        if close - comma > REACH {
            return None;
        }
        end = comma;
    }
}

/// The noun before the last relative clause that is set off and that the comma at `close` ends.
fn before_relative_clause(tokens: &[Token], close: usize) -> Option<usize> {
    let opens = |&at: &usize| {
        let relative = &tokens[at + 1];
        let who = relative.is(Flags::RELATIVE) && !relative.is(Flags::THAT);
        tokens[at].shape == Shape::Comma && who
    };
    let near = close.saturating_sub(REACH)..close.saturating_sub(1);
    let noun = near.rev().find(opens)?.checked_sub(1)?;
    is_nominal(&tokens[noun]).then_some(noun)
}

/// Whether the words between two commas can be put in behind a noun, as no clause and no verb is.
fn is_insertion(tokens: &[Token], words: &Range<usize>) -> bool {
    const OPENERS: Flags = Flags::DETERMINER
        .or(Flags::RELATIVE)
        .or(Flags::PREPOSITION)
        .or(Flags::SUBORDINATOR)
        .or(Flags::GERUND)
        .or(Flags::ING)
        .or(Flags::ED)
        .or(Flags::PARTICIPLE)
        .or(Flags::ADVERB);
    const LONGEST_NAME: usize = 7;
    let opener = &tokens[words.start];
    let clause = || rules_clause(tokens, words.clone()) || says(tokens, words);
    if opener.is(Flags::DETERMINER) && clause()
        || opener.shape == Shape::Capital && says(tokens, words)
    {
        return false;
    }
    // "It rained, Lee, a cook, said, adding"
    let said = words.len() == 1 && asides::is_saying(opener);
    let opens = opener.is(OPENERS) && !said && !takes_object(tokens, words.start);
    let noun = match opener.shape {
        Shape::Number => true,
        Shape::Capital => words.len() <= LONGEST_NAME,
        _ => is_nominal(opener) && !words.is_empty(),
    };
    opens || noun
}

/// Whether somebody says something in `words`: "Lee said it rained", not "the board said to be new".
fn says(tokens: &[Token], words: &Range<usize>) -> bool {
    const PASSIVE: Flags = Flags::PREPOSITION.or(Flags::TO).or(Flags::BY);
    let mut verbs = words.start + 1..words.end.saturating_sub(1);
    verbs.any(|at| {
        let clause = asides::is_saying(&tokens[at]) && tokens[at].is(Flags::CLAUSE);
        clause && is_nominal(&tokens[at - 1]) && !tokens[at + 1].is(PASSIVE)
    })
}

/// The last token of the name before a party and a place at `at`: "Lee, D-Norwood".
fn before_party(tokens: &[Token], at: usize) -> usize {
    match at.checked_sub(2) {
        Some(name) if tokens[at].is(Flags::PARTY) && tokens[at - 1].shape == Shape::Comma => name,
        _ => at,
    }
}

/// The name that opens the sentence or follows the marks, which "CEO of Norland Air" in `phrase`
/// explains: "Ann Lee, CEO of Norland Air".
fn before_title(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<RangeInclusive<usize>> {
    let last = phrase.start().checked_sub(2)?;
    let title = tokens[*phrase.start()].shape == Shape::Capital
        && tokens[phrase.clone()]
            .iter()
            .any(|token| token.is(Flags::OF));
    if !title || tokens[last + 1].shape != Shape::Comma {
        return None;
    }
    let named = phrase_before(tokens, last)?;
    let name = |token: &Token| token.shape == Shape::Capital && !token.is(Flags::TIME);
    let before = named.start().checked_sub(1).map(|at| &tokens[at]);
    let free = before.is_none_or(|token| !token.is_word());
    (free && tokens[named.clone()].iter().all(name)).then_some(named)
}

/// Of "Dover, Norland", the noun phrase that lives there: "Lee of Dover, Norland", "Lee, 47, of
/// Dover, Norland".
fn before_place(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<RangeInclusive<usize>> {
    let comma = phrase.start().checked_sub(1)?;
    let state = tokens[phrase.clone()]
        .iter()
        .all(|token| token.shape == Shape::Capital);
    if !state || tokens[comma].shape != Shape::Comma {
        return None;
    }
    let last = comma.checked_sub(1)?;
    if tokens[last].shape != Shape::Capital {
        return None;
    }
    let town = phrase_before(tokens, last)?;
    if tokens[town.clone()]
        .iter()
        .any(|token| token.is(Flags::PREPOSITION))
    {
        // "Lee, a mayor in Dover, Norland", not "Speaking to miners in Dover, Lee"
        let abbreviated = tokens[*phrase.end()].last == b'.';
        let state = abbreviated || phrase.end() == phrase.start();
        let free = Some(town.clone()).filter(|town| state || opens_clause(tokens, town));
        return apposed(tokens, &town).or(free);
    }
    let link = town.start().checked_sub(1)?;
    if !tokens[link].is(Flags::PREPOSITION) || tokens[link].is(Flags::SUBORDINATOR) {
        return None;
    }
    phrase_before(tokens, before_insertion(tokens, comma)?)
}

/// As [`before_place`] where no comma closes the place: "Ann Lee of Dover, Norland says".
fn native(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<RangeInclusive<usize>> {
    let named = before_place(tokens, phrase)?;
    let link = named.clone().find(|&at| tokens[at].is(Flags::OF))?;
    let name = &tokens[*named.start()..link];
    let free = named
        .start()
        .checked_sub(1)
        .is_none_or(|at| !tokens[at].is_word());
    (free && name.iter().all(|token| token.shape == Shape::Capital)).then_some(named)
}

/// Who lives in the town in `phrase`: "Lee, now 81 and retired in Dover, Norland".
fn resident(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<RangeInclusive<usize>> {
    let start = *phrase.start();
    let link = start.checked_sub(1)?;
    let town = tokens[phrase.clone()]
        .iter()
        .all(|token| token.shape == Shape::Capital);
    if !town || !tokens[link].is(Flags::PREPOSITION) || tokens[link].is(Flags::SUBORDINATOR) {
        return None;
    }
    let named = phrase_before(tokens, before_insertion(tokens, start)?)?;
    (tokens[*named.end()].shape == Shape::Capital).then_some(named)
}

/// Whoever stands before the aside that a comma sets off and that ends with `phrase`: "Lee, at a meeting in
/// Dover, Norland", "the mayor, in a letter by her aide, Bo Lee", "the mayor, represented at the vote by her
/// aide, Bo Lee".
fn before_adverbial(
    tokens: &[Token],
    phrase: &RangeInclusive<usize>,
) -> Option<RangeInclusive<usize>> {
    let link = phrase.start().checked_sub(1)?;
    let done = |&at: &usize| tokens[at].shape == Shape::Lower && is_participle(&tokens[at]);
    let participle = link.checked_sub(1).filter(done);
    let opener = participle.unwrap_or(link);
    let last = opener.checked_sub(2)?;
    if !tokens[link].is(Flags::PREPOSITION) || tokens[opener - 1].shape != Shape::Comma {
        return None;
    }
    let noun = phrase_before(tokens, last).filter(|_| !is_when(&tokens[last]))?;
    let named = tokens[last].shape == Shape::Capital && participle.is_none();
    (named || opens_clause(tokens, &noun)).then_some(noun)
}

/// Whether the noun phrase in `phrase` stands where a clause opens, so that no verb or preposition takes it.
fn opens_clause(tokens: &[Token], phrase: &RangeInclusive<usize>) -> bool {
    let outer = phrase.start().checked_sub(1).map(|at| &tokens[at]);
    outer.is_none_or(|t| !t.is_word() || t.is(Flags::SUBORDINATOR.or(Flags::COORDINATOR)))
}

/// Whether the word at `at` is a verb with an object, not a participle: "Lee, defended his son".
fn takes_object(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Flags::ED.or(Flags::PAST))
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Flags::POSSESSIVE.or(Flags::OBJECT_PRONOUN)))
}

/// Whether a name of several words opens the sentence or follows the marks, and "a lawyer" or
/// "head of the board" in `phrase` explains it though no comma closes that: "Ann Lee, a lawyer said".
fn opens_with(
    tokens: &[Token],
    named: &RangeInclusive<usize>,
    phrase: &RangeInclusive<usize>,
) -> bool {
    let first = &tokens[*phrase.start()];
    let words = &tokens[named.clone()];
    let before = named.start().checked_sub(1);
    let article = first.is(Flags::DETERMINER) && first.span.len() <= 2;
    let bare = first.shape == Shape::Lower
        && !first.is(Flags::DETERMINER.or(Flags::NUMBER))
        && phrase.end() > phrase.start()
        && tokens[head(tokens, phrase).end - 1].last != b's';
    (article || bare)
        && words.len() > 1
        && words.iter().all(|t| t.shape == Shape::Capital)
        && before.is_none_or(|at| tokens[at].shape == Shape::Quoted)
}

/// The noun phrase that the one in `phrase` explains: of "Lee, a lawyer", the whole.
fn apposed(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<RangeInclusive<usize>> {
    let comma = phrase.start().checked_sub(1)?;
    if tokens[comma].shape != Shape::Comma || tokens[*phrase.start()].shape == Shape::Capital {
        return None;
    }
    let last = comma.checked_sub(1)?;
    if tokens[last].shape != Shape::Capital || tokens[last].is(Flags::TIME) {
        return None;
    }
    let named = phrase_before(tokens, last)?;
    opens_clause(tokens, &named).then_some(named)
}
