//! The noun phrase that ends at a token, read to the left.

use core::ops::RangeInclusive;

use super::super::REACH;
use super::{goes_on, is_no_noun, is_nominal, is_participle, is_plain, is_verb, joins_firm};
use crate::language::quotation::Flags;
use crate::quotation::clause::cue::ends_name;
use crate::quotation::clause::tokens::{Shape, Token};

/// The noun phrase that ends with the token at `end`.
pub(in super::super) fn phrase_before(
    tokens: &[Token],
    end: usize,
) -> Option<RangeInclusive<usize>> {
    let token = &tokens[end];
    if ends_name(tokens, end) {
        // "Lee's said"
        return phrase_before(tokens, end - 1).map(|name| *name.start()..=end);
    }
    if token.is(Flags::THERE) || is_no_noun(tokens, end) || is_adjective(token) {
        return None;
    }
    // "one of them", "many of you"
    let those = |at: usize| tokens[at].is(Flags::NUMBER.or(Flags::ALONE)) && tokens[at].is_word();
    let part = end
        .checked_sub(2)
        .filter(|_| token.is(Flags::OBJECT_PRONOUN.or(Flags::YOU)));
    if let Some(start) = part.filter(|&at| tokens[at + 1].is(Flags::OF) && those(at)) {
        return Some(start..=end);
    }
    if token.is(Flags::SUBJECT) && token.shape != Shape::Clitic && !token.is(Flags::DETERMINER) {
        return Some(end..=end);
    }
    let gerund =
        token.is(Flags::ING.or(Flags::GERUND)) && end > 0 && tokens[end - 1].is(Flags::DETERMINER);
    if !is_nominal(token)
        && !gerund
        && !is_linked(tokens, end)
        && !token.is(Flags::DETERMINER.or(Flags::NUMBER))
        && token.shape != Shape::Number
    {
        return None;
    }
    let mut start = end;
    for _ in 0..REACH {
        let Some(next) = step_left(tokens, start) else {
            break;
        };
        start = next;
    }
    // A determiner ends a phrase only if it can stand alone.
    let open = tokens[end].is(Flags::DETERMINER)
        && !tokens[end].is(Flags::ALONE)
        && (start < end || tokens[end].span.len() < 4)
        && !is_linked(tokens, end);
    (!open).then_some(start..=end)
}

/// Whether a preposition links the pronoun at `at` to a noun: "a source close to him".
fn is_linked(tokens: &[Token], at: usize) -> bool {
    let link = at.checked_sub(1).map(|left| &tokens[left]);
    let links = |t: &Token| t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR);
    tokens[at].is(Flags::OBJECT_PRONOUN) && link.is_some_and(links)
}

/// Whether the word at `at` is a verb though its form does not show it: "to make bread", and whatever
/// stands behind "who": "who live by the sea".
fn is_bare_verb(tokens: &[Token], at: usize) -> bool {
    let who = |t: &Token| t.is(Flags::RELATIVE) && t.is(Flags::SUBJECT);
    let behind_who = at.checked_sub(1).is_some_and(|left| who(&tokens[left]));
    is_no_noun(tokens, at) || behind_who && tokens[at].shape == Shape::Lower
}

fn is_adjective(token: &Token) -> bool {
    token.is(Flags::ADJECTIVE) && token.shape == Shape::Lower
}

/// The token to which a noun phrase that starts at `start` goes on to the left.
fn step_left(tokens: &[Token], start: usize) -> Option<usize> {
    let left = start.checked_sub(1)?;
    let token = &tokens[left];
    if is_apart(tokens, left) {
        return None;
    }
    if token.shape == Shape::Comma {
        return before_suffix(tokens, left)
            .or_else(|| listed(tokens, left))
            .or_else(|| first_listed(tokens, left));
    }
    if joins_firm(tokens, left) {
        return left.checked_sub(1);
    }
    if is_bare_verb(tokens, left) {
        return before_relative(tokens, left);
    }
    let opened = is_opener(&tokens[start]);
    if is_plain(token) {
        return (!opened).then_some(left);
    }
    if token.shape == Shape::Clitic && !opened {
        return (!is_verb_clitic(tokens, left)).then_some(left);
    }
    if says_how_exact(tokens, left) {
        return Some(left);
    }
    let hedged = before_hedge(tokens, start).and_then(|at| before_preposition(tokens, at));
    if hedged.is_some() {
        return hedged;
    }
    if token.is(Flags::PREPOSITION) && !token.is(Flags::SUBORDINATOR) {
        return before_preposition(tokens, left);
    }
    if token.is(Flags::AS) {
        return before_role(tokens, left);
    }
    if token.is(Flags::COORDINATOR) {
        return coordinated(tokens, left);
    }
    // "the lawyer representing the board"
    if is_verb(tokens, left) && (opened || !is_attribute(tokens, left)) {
        return before_relative(tokens, left);
    }
    adjoins(tokens, left).then_some(left)
}

/// Whether the token at `at` cannot be of the noun phrase behind it: "the speech" of "in the speech Lee
/// said", "say" of "they say Lee said", "week" of "last week Lee said", "how".
fn is_apart(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let speech = token.is(Flags::NOUN.or(Flags::VENUE));
    let says = token.is(Flags::CLAUSE) && token.is(Flags::BASE);
    let named = tokens[at + 1].shape == Shape::Capital;
    (speech || says) && named && token.shape == Shape::Lower
        || says_when(tokens, at)
        || token.is(Flags::QUESTION) && !token.is(Flags::RELATIVE)
}

/// Whether the word at `at` and the one behind it stand in one noun phrase: "new laws", "May 2", "all
/// the laws".
fn adjoins(tokens: &[Token], at: usize) -> bool {
    let (token, next) = (&tokens[at], &tokens[at + 1]);
    if token.is(Flags::RELATIVE) {
        return false;
    }
    if token.is(Flags::TIME) && next.shape == Shape::Number {
        return true;
    }
    if is_opener(next) {
        return token.is(Flags::DETERMINER);
    }
    goes_on(token) || is_participle(token) && token.is_word() || is_ordinal(tokens, at)
}

/// Whether a token is a determiner that opens a noun phrase; "'s" stands within one.
fn is_opener(token: &Token) -> bool {
    token.is(Flags::DETERMINER) && token.shape != Shape::Clitic
}

/// "first" in "Lee's first aide", "only" in "the only aide".
fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    let opener = at.checked_sub(1).map(|left| &tokens[left]);
    let owned = opener.is_some_and(|t| t.shape == Shape::Clitic || t.is(Flags::DETERMINER));
    owned && tokens[at].is(Flags::ADVERB) && tokens[at].is_word()
}

/// "they've", "it's": no possessive.
fn is_verb_clitic(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let pronoun = at
        .checked_sub(1)
        .is_some_and(|left| tokens[left].is(Flags::SUBJECT));
    token.is(Flags::HAVE.or(Flags::MODAL).or(Flags::NEGATION)) || pronoun && token.is(Flags::BE)
}

/// The noun to which the preposition at `at` belongs: "the head of the board".
fn before_preposition(tokens: &[Token], at: usize) -> Option<usize> {
    let mut noun = at.checked_sub(1)?;
    let opener = noun.checked_sub(1).map(|opener| &tokens[opener]);
    // "the planning for May"
    let gerund = tokens[noun].is(Flags::ING.or(Flags::GERUND));
    if gerund && opener.is_some_and(|t| t.is(Flags::DETERMINER)) {
        return Some(noun);
    }
    // "nine out of 10"
    let counts = |t: &Token| t.is(Flags::NUMBER) || t.shape == Shape::Number;
    if tokens[at].is(Flags::OF) && !is_nominal(&tokens[noun]) && opener.is_some_and(counts) {
        return noun.checked_sub(1);
    }
    // "who worked closely with Lee", not "who said much of it"
    let manner = tokens[noun].is(Flags::ADVERB) && !tokens[at].is(Flags::OF);
    let verb =
        |at: usize| is_verb(tokens, at) || is_bare_verb(tokens, at) || is_done_by(tokens, at);
    if manner && noun > 0 && verb(noun - 1) {
        noun -= 1;
    }
    // "the terms of service", not "he claims in May"
    let named = tokens[at].is(Flags::OF) && tokens[noun].is(Flags::PRESENT);
    if !named && verb(noun) {
        return before_relative(tokens, noun);
    }
    (named || goes_on(&tokens[noun])).then_some(noun)
}

/// "about" of "showed that about half".
fn says_how_exact(tokens: &[Token], at: usize) -> bool {
    let number =
        tokens[at + 1].is(Flags::NUMBER.or(Flags::ALONE)) || tokens[at + 1].shape == Shape::Number;
    let that = at
        .checked_sub(1)
        .is_some_and(|left| tokens[left].is(Flags::THAT));
    number && that && tokens[at].is(Flags::PREPOSITION) && !tokens[at].is(Flags::OF)
}

/// The preposition before the words that say how exact the number at `start` is: "with over 30 pupils",
/// "of more than 30 pupils".
fn before_hedge(tokens: &[Token], start: usize) -> Option<usize> {
    if tokens[start].shape != Shape::Number && !tokens[start].is(Flags::NUMBER) {
        return None;
    }
    let hedges = |at: usize| {
        let hedge = Flags::PREPOSITION.or(Flags::ADVERB).or(Flags::SUBORDINATOR);
        let than = tokens[at + 1].is(Flags::SUBORDINATOR);
        tokens[at].is_word() && (tokens[at].is(hedge) || than) && !tokens[at].is(Flags::OF)
    };
    let opens = |t: &Token| t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR);
    let mut openers = [3, 2]
        .into_iter()
        .filter_map(|words| start.checked_sub(words));
    openers.find(|&at| opens(&tokens[at]) && (at + 1..start).all(hedges))
}

/// The noun before the relative clause that the "as" at `at` stands in: "a woman who works as a nurse".
fn before_role(tokens: &[Token], at: usize) -> Option<usize> {
    let verb = at.checked_sub(1)?;
    // not "Lee served as"
    let named = verb > 0 && tokens[verb - 1].shape == Shape::Capital;
    (is_verb(tokens, verb) && !named).then(|| before_relative(tokens, verb))?
}

/// Whether the word of time at `at` says when somebody spoke and belongs to no name: "last week Lee",
/// "on Monday Lee", but "the Sunday Times".
fn says_when(tokens: &[Token], at: usize) -> bool {
    if !tokens[at].is(Flags::TIME) {
        return false;
    }
    let name = tokens[at + 1].shape == Shape::Capital;
    let behind = |flags| at.checked_sub(1).is_some_and(|left| tokens[left].is(flags));
    // "in recent months protesters": no noun stands beside another that counts time
    let counted = tokens[at].last == b's' && is_nominal(&tokens[at + 1]);
    match tokens[at].shape {
        Shape::Lower => name || counted || behind(Flags::ALONE.or(Flags::ADVERB)),
        Shape::Capital => name && behind(Flags::PREPOSITION),
        _ => false,
    }
}

/// "registered" between an adjective and its noun: "of likely registered voters".
fn is_attribute(tokens: &[Token], at: usize) -> bool {
    const OPENERS: Flags = Flags::PREPOSITION.or(Flags::DETERMINER).or(Flags::NUMBER);
    let opens = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|left| tokens[left].is(OPENERS) && !tokens[left].is(Flags::RELATIVE))
    };
    tokens[at].is(Flags::ED.or(Flags::ING)) && (opens(1) || opens(2))
}

/// The last token of the phrase before the coordinator at `at`, if the two are equals.
fn coordinated(tokens: &[Token], at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    let comma = tokens[last].shape == Shape::Comma;
    if comma {
        last = last.checked_sub(1)?;
    }
    let pronoun = tokens[last].is(Flags::SUBJECT) && !comma;
    if !is_nominal(&tokens[last]) && !pronoun {
        return None;
    }
    let mut start = last;
    for _ in 0..8 {
        match start.checked_sub(1).map(|left| &tokens[left]) {
            Some(t) if t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR) => start -= 1,
            Some(t)
                if (is_nominal(t)
                    || t.is(Flags::DETERMINER.or(Flags::NUMBER))
                    || t.shape == Shape::Clitic)
                    && !is_verb(tokens, start - 1) =>
            {
                start -= 1;
            }
            _ => break,
        }
    }
    let free = start.checked_sub(1).is_none_or(|left| {
        let t = &tokens[left];
        !t.is_word() && t.shape != Shape::Clitic || t.is(Flags::SUBORDINATOR.or(Flags::COORDINATOR))
    });
    // "they met in Dover, Ohio, and the crowd": behind a comma another clause starts, but for names
    let name = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Capital);
    let equal = !comma || name(start) && name(at + 1);
    (free && equal && !tokens[start].is(Flags::PREPOSITION)).then_some(last)
}

/// The last token before the comma at `comma`, if an abbreviation behind it ends the name: "Lee, Jr. said",
/// "Washington, D.C. said".
fn before_suffix(tokens: &[Token], comma: usize) -> Option<usize> {
    let capital = |token: &Token| token.shape == Shape::Capital;
    let suffix = tokens
        .get(comma + 1)
        .filter(|t| capital(t) && t.last == b'.')?;
    let goes_on = |next: &Token| is_nominal(next) || next.shape == Shape::Comma;
    let ends = !tokens.get(comma + 2).is_some_and(goes_on);
    let name = comma.checked_sub(1).filter(|&at| capital(&tokens[at]));
    name.filter(|_| ends && !suffix.is(Flags::TIME))
}

/// The last token before the comma at `comma`, if that stands in a list of names: "Lee, Cho and Poe".
fn listed(tokens: &[Token], comma: usize) -> Option<usize> {
    let capital = |token: &Token| {
        token.shape == Shape::Capital && !token.is(Flags::TIME.or(Flags::PREPOSITION))
    };
    let behind = &tokens[comma + 1..tokens.len().min(comma + REACH)];
    let other = behind
        .iter()
        .position(|t| !capital(t) && t.shape != Shape::Comma)?;
    let joined = behind[other].is(Flags::AND) && behind.get(other + 1).is_some_and(capital);
    let last = comma.checked_sub(1).filter(|&at| capital(&tokens[at]))?;
    let first = tokens[..last].iter().rposition(|t| !capital(t));
    let led = first.is_some_and(|at| tokens[at].is(Flags::PREPOSITION));
    (joined && capital(&behind[0]) && !led).then_some(last)
}

/// The last token before the comma at `comma`, if a list of three opens the sentence there: "Nurses, porters and
/// cleaners", "Lee, his wife and two sons", "The Greens, Labour and the Liberals".
fn first_listed(tokens: &[Token], comma: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let several = |t: &Token| t.last == b's' || t.shape == Shape::Capital;
    // not "Publicly, Lee and Cho"
    let alone = |words: &[Token]| words.len() > 1 || words[0].last == b's';
    let inside = |t: &&Token| {
        let opens = t.is(Flags::DETERMINER.or(Flags::NUMBER)) && !t.is(Flags::RELATIVE);
        t.shape == Shape::Number || t.is_word() && (opens || is_nominal(t))
    };
    let first = tokens.get(..comma).filter(|words| words.len() <= LONGEST)?;
    let timed = |t: &Token| t.is(Flags::TIME);
    let noun =
        first.iter().all(|t| inside(&t) && !timed(t)) && several(first.last()?) && alone(first);
    let behind = &tokens[comma + 1..];
    let second = &behind[..behind.iter().take(LONGEST).take_while(inside).count()];
    let joint = behind.get(second.len())?;
    let third = behind.get(second.len() + 1)?;
    // not "Lee, a lawyer and author"
    let owned = second.first()?.is(Flags::POSSESSIVE.or(Flags::NUMBER));
    let equal = owned || second.iter().all(is_nominal) && several(second.last()?);
    (noun && equal && joint.is(Flags::AND) && inside(&third)).then(|| comma - 1)
}

/// The noun before a restrictive relative clause whose verb stands at `verb`: "people who saw it".
fn before_relative(tokens: &[Token], verb: usize) -> Option<usize> {
    const NEAR: usize = 12;
    let reduced = tokens[verb].is(Flags::ED
        .or(Flags::ING)
        .or(Flags::PARTICIPLE)
        .or(Flags::GERUND))
        && !tokens[verb].is(Flags::CLAUSE)
        && tokens.get(verb + 1).is_some_and(|t| {
            t.is(Flags::PREPOSITION.or(Flags::BY).or(Flags::TO))
                || tokens[verb].is(Flags::ING.or(Flags::GERUND))
        });
    let relative = (verb.saturating_sub(NEAR)..verb)
        .rev()
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Clitic)
        .find(|&at| tokens[at].is(Flags::RELATIVE));
    let last = match relative {
        Some(at) => at.checked_sub(1)?,
        None if reduced || is_done_by(tokens, verb) => verb.checked_sub(1)?,
        None => return None,
    };
    (is_nominal(&tokens[last]) || tokens[last].is(Flags::ALONE)).then_some(last)
}

/// "seen" of "a memo seen by the Gazette", "led" of "a team led by Lee".
fn is_done_by(tokens: &[Token], at: usize) -> bool {
    let by = tokens.get(at + 1).is_some_and(|t| t.is(Flags::BY));
    by && tokens[at].is(Flags::PARTICIPLE.or(Flags::VERB)) && tokens[at].shape == Shape::Lower
}
