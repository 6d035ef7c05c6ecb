//! [`Mention`]: the noun phrase that stands for the speaker beside a cue.
//!
//! Walks the tokens of one sentence from the cue outwards, through titles, appositives, relative
//! clauses, "X of Y" and coordination; every walk has a constant bound. Who the mention is, is
//! told by [`cast`](super).

use core::ops::RangeInclusive;

use super::cue::{Cue, Form, is_adverb};
use super::tokens::{Shape, Token, Tokens};
use crate::language::quotation::Flags;
use crate::span::Span;

/// Words that stand for a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The whole noun phrase: "Ann Lee, a spokeswoman for the ministry".
    pub(crate) span: Span,
    /// Its head: "Ann Lee"; of "who", the head of what it refers to.
    pub(crate) head: Span,
}

/// No walk takes more steps.
const REACH: usize = 40;

/// Who speaks by `cue`.
pub(crate) fn speaker(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    match cue.form {
        Form::Finite => inverted(tokens, cue)
            .or_else(|| before(tokens, cue.phrase.start))
            .or_else(|| main_subject(tokens, cue.phrase.start))
            .or_else(|| after(tokens, cue.phrase.end)),
        Form::Participle if follows_noun(tokens, cue.phrase.start) => {
            before(tokens, cue.phrase.start)
        }
        Form::Participle | Form::Infinitive => joined_subject(tokens, cue.phrase.start)
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

/// Whether a noun stands right before `at`: "reports claiming", "a letter criticising".
fn follows_noun(tokens: &[Token], at: usize) -> bool {
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
    let next = tokens.get(tokens.at(mention.span.end));
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

/// The noun phrase that ends before the token at `end`: the subject of a verb there.
pub(crate) fn before(tokens: &Tokens, end: usize) -> Option<Mention> {
    let mut last = skip_adverbs(tokens, end)?;
    let mut outer = last;
    if tokens[last].shape == Shape::Close {
        last = find_back(tokens, last, |t| t.shape == Shape::Open)?.checked_sub(1)?;
    }
    if tokens[last].shape == Shape::Dash {
        last = find_back(tokens, last, |t| t.shape == Shape::Dash)?.checked_sub(1)?;
    }
    if tokens[last].shape == Shape::Comma {
        outer = last.checked_sub(1)?;
        last = before_insertion(tokens, last)?;
    }
    if is_relative(tokens, last) {
        let antecedent = last.checked_sub(1).map(|at| {
            if tokens[at].shape == Shape::Comma {
                at.saturating_sub(1)
            } else {
                at
            }
        });
        let head = antecedent
            .and_then(|at| phrase_before(tokens, at))
            .map_or(tokens[last].span, |phrase| head(tokens, &phrase));
        let those = antecedent.is_some_and(|at| tokens[at].is(Flags::ALONE));
        return Some(Mention {
            span: if those { head } else { tokens[last].span },
            head,
        });
    }
    let phrase = phrase_before(tokens, last)?;
    let set_off = tokens
        .get(outer + 1)
        .is_some_and(|t| t.shape == Shape::Comma);
    let explained = if set_off {
        apposed(tokens, &phrase).or_else(|| before_place(tokens, &phrase))
    } else {
        None
    };
    let phrase = explained.unwrap_or(phrase);
    Some(Mention {
        span: Span::new(
            tokens[*phrase.start()].span.start,
            tokens[outer.max(*phrase.end())].span.end,
        ),
        head: head(tokens, &phrase),
    })
}

/// The noun phrase that starts at the token at `start`: "said Ann Lee, a spokeswoman".
pub(crate) fn after(tokens: &Tokens, start: usize) -> Option<Mention> {
    let phrase = phrase_after(tokens, start)?;
    let end = appositive_after(tokens, *phrase.end());
    Some(Mention {
        span: Span::new(tokens[start].span.start, tokens[end].span.end),
        head: head(tokens, &phrase),
    })
}

/// As [`after`], where no verb can follow: "according to a poll released in May".
pub(crate) fn behind(tokens: &Tokens, start: usize) -> Option<Mention> {
    let mention = after(tokens, start)?;
    let phrase = phrase_after(tokens, start)?;
    let end = reduced_after(tokens, &phrase).map(|end| tokens[end].span.end);
    Some(Mention {
        span: Span::new(mention.span.start, end.unwrap_or(mention.span.end)),
        ..mention
    })
}

/// The agent of a passive or a noun: "by the ministry", "from the ministry", a few words on.
pub(crate) fn by(tokens: &Tokens, start: usize) -> Option<Mention> {
    const NEAR: usize = 6;
    let at = (start..tokens.len().min(start + NEAR))
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Number)
        .find(|&at| tokens[at].is(Flags::BY.or(Flags::FROM)))?;
    after(tokens, at + 1)
}

/// "in the words of Lee"
fn words_of(tokens: &Tokens, cue: &Cue) -> Option<Mention> {
    let opened = cue.word > 1
        && tokens[cue.word - 1].is(Flags::THE)
        && tokens[cue.word - 2].is(Flags::PREPOSITION);
    let of = tokens.get(cue.phrase.end)?.is(Flags::OF);
    (opened && of).then(|| after(tokens, cue.phrase.end + 1))?
}

/// Whose noun it is: "the ministry's claim".
fn possessor(tokens: &Tokens, noun: usize) -> Option<Mention> {
    const NEAR: usize = 3;
    for at in (noun.saturating_sub(NEAR)..noun).rev() {
        if tokens[at].is(Flags::POSSESSIVE) {
            let span = tokens[at].span;
            return Some(Mention { span, head: span });
        }
        if tokens[at].shape == Shape::Clitic {
            let phrase = phrase_before(tokens, at.checked_sub(1)?)?;
            return Some(Mention {
                span: tokens.span(*phrase.start()..at),
                head: head(tokens, &phrase),
            });
        }
        if tokens[at].is(Flags::POSSESSIVE) {
            let span = tokens[at].span;
            return Some(Mention { span, head: span });
        }
        if !tokens[at].is_word() {
            break;
        }
    }
    None
}

/// The subject of a relative clause that goes on to `end`, "who surprised him by saying", or of
/// another participle there: "officials warning and vowing".
fn joined_subject(tokens: &Tokens, end: usize) -> Option<Mention> {
    let joined = end
        .checked_sub(1)
        .is_some_and(|left| tokens[left].is(Flags::COORDINATOR));
    for at in (end.saturating_sub(REACH)..end).rev() {
        let token = &tokens[at];
        if matches!(token.shape, Shape::Comma | Shape::Semicolon | Shape::Quoted) {
            return None;
        }
        if token.is(Flags::RELATIVE)
            && is_relative(tokens, at)
            && tokens.get(at + 1).is_some_and(|t| !is_nominal(t))
        {
            return before(tokens, at + 1);
        }
        if joined && token.is(Flags::GERUND.or(Flags::ING)) && follows_noun(tokens, at) {
            return before(tokens, at);
        }
    }
    None
}

/// The subject of the verb before the one at `start` that "and" joins to it: "as she thanked them
/// and then said".
pub(crate) fn coordinate_subject(tokens: &Tokens, start: usize) -> Option<Mention> {
    let joint = skip_adverbs(tokens, start)?;
    if !tokens[joint].is(Flags::COORDINATOR) {
        return None;
    }
    let verb = (joint.saturating_sub(REACH)..joint)
        .rev()
        .take_while(|&at| tokens[at].shape != Shape::Semicolon)
        .find(|&at| {
            tokens[at].shape != Shape::Clitic
                && is_verb(tokens, at)
                && !tokens[at].is(Flags::ING.or(Flags::GERUND))
                && !tokens[at - 1].is(Flags::TO.or(Flags::COORDINATOR))
        })?;
    before(tokens, verb)
}

/// The subject of the main clause that a participle leads up to: "After saying so, Smith left."
fn later_subject(tokens: &Tokens, start: usize) -> Option<Mention> {
    let near = start..tokens.len().min(start + REACH);
    near.filter(|&at| tokens[at].shape == Shape::Comma)
        .find_map(|comma| {
            let phrase = phrase_after(tokens, comma + 1)?;
            let verb = tokens.get(phrase.end() + 1)?;
            let finite = Flags::AUXILIARY
                .or(Flags::MODAL)
                .or(Flags::VERB)
                .or(Flags::PAST)
                .or(Flags::ED);
            verb.is(finite).then(|| after(tokens, comma + 1))?
        })
}

/// The subject of the main clause before the token at `end`: "Smith left, saying that".
pub(crate) fn main_subject(tokens: &Tokens, end: usize) -> Option<Mention> {
    let mut at = (0..end)
        .rev()
        .take(REACH * 2)
        .find(|&at| tokens[at].shape == Shape::Semicolon)
        .map_or_else(|| behind_dateline(tokens), |at| at + 1);
    let mut behind_phrase = false;
    for _ in 0..REACH {
        let token = tokens.get(at).filter(|_| at < end)?;
        let opens = Flags::PREPOSITION
            .or(Flags::SUBORDINATOR)
            .or(Flags::GERUND)
            .or(Flags::ING)
            .or(Flags::ED);
        // "Asked on Monday, Lee": elsewhere it would be the verb
        let asked = token.shape == Shape::Capital && token.is(Flags::PARTICIPLE);
        if token.is(Flags::COORDINATOR.or(Flags::ADVERB).or(Flags::TIME))
            || !(token.is_word() || token.shape == Shape::Number)
        {
            at += 1;
            continue;
        }
        if (token.is(opens) || asked) && !token.is(Flags::DETERMINER) {
            let comma = (at..end).find(|&at| tokens[at].shape == Shape::Comma);
            if comma.is_some() || token.shape == Shape::Lower {
                at = comma.unwrap_or(end) + 1;
                behind_phrase = true;
                continue;
            }
        }
        let Some(mention) = after(tokens, at) else {
            at += 1;
            continue;
        };
        let next = tokens.at(mention.span.end);
        let behind = behind_time(tokens, next)
            .or_else(|| {
                // "Earlier this week, Lee"
                let opened = token.is(Flags::DETERMINER.or(Flags::NUMBER));
                behind_time(tokens, next - 1).filter(|_| opened)
            })
            .or_else(|| {
                let place = behind_phrase && is_place(tokens, at, next);
                place.then_some(next + 1)
            });
        match behind {
            Some(behind) => at = behind,
            None => return Some(mention),
        }
    }
    None
}

/// The first token of the story behind "DOVER, Norland (NNA) -".
fn behind_dateline(tokens: &[Token]) -> usize {
    const NEAR: usize = 12;
    let line = tokens
        .iter()
        .take(NEAR)
        .take_while(|t| t.shape != Shape::Dash && t.shape != Shape::Lower);
    let dash = line.count();
    let capitals = tokens.first().is_some_and(|t| t.shape == Shape::Capital);
    match tokens.get(dash) {
        Some(token) if capitals && token.shape == Shape::Dash => dash + 1,
        _ => 0,
    }
}

/// Whether `at..next` goes on with the place before it: "At a rally in Dover, Ohio, she".
fn is_place(tokens: &[Token], at: usize, next: usize) -> bool {
    let names = tokens[at..next]
        .iter()
        .all(|token| token.shape == Shape::Capital);
    let set_off = tokens
        .get(next)
        .is_some_and(|token| token.shape == Shape::Comma);
    let goes_on = tokens
        .get(next + 1)
        .is_some_and(|token| !token.is(Flags::RELATIVE));
    names && next - at <= 2 && set_off && goes_on
}

/// The token behind "later," or "ago,", if that stands at `at`: "Hours later, Lee left".
fn behind_time(tokens: &[Token], at: usize) -> Option<usize> {
    let comma = at + 1;
    let time = is_adverb(tokens.get(at)?) && tokens.get(comma)?.shape == Shape::Comma;
    time.then_some(comma + 1)
}

/// The token before `end`, adverbs and words of time between left out.
fn skip_adverbs(tokens: &[Token], end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    for _ in 0..6 {
        let token = &tokens[at];
        let day = token.shape == Shape::Number && at > 0 && tokens[at - 1].is(Flags::TIME);
        if !(is_adverb(token) || day) {
            break;
        }
        at = at.checked_sub(1)?;
        let opens_time = Flags::PREPOSITION.or(Flags::DETERMINER);
        if tokens[at].is(opens_time) && token.is(Flags::TIME) {
            at = at.checked_sub(1)?;
        }
    }
    Some(at)
}

/// The last token before the insertion that the comma at `close` ends: ", a lawyer,", ", who left,".
fn before_insertion(tokens: &[Token], close: usize) -> Option<usize> {
    let relative = (close.saturating_sub(REACH)..close.saturating_sub(1))
        .rev()
        .find(|&at| {
            tokens[at].shape == Shape::Comma
                && tokens[at + 1].is(Flags::RELATIVE)
                && !tokens[at + 1].is(Flags::THAT)
        });
    if let Some(before) = relative.and_then(|comma| comma.checked_sub(1)) {
        if is_nominal(&tokens[before]) {
            return Some(before);
        }
    }
    let mut end = close;
    loop {
        let comma = find_back(tokens, end, |t| t.shape == Shape::Comma)?;
        let before = comma.checked_sub(1)?;
        let opener = &tokens[comma + 1];
        let inserted = opener.is(Flags::DETERMINER
            .or(Flags::RELATIVE)
            .or(Flags::PREPOSITION)
            .or(Flags::SUBORDINATOR)
            .or(Flags::GERUND)
            .or(Flags::ING)
            .or(Flags::ED)
            .or(Flags::PARTICIPLE)
            .or(Flags::ADVERB))
            || opener.shape != Shape::Capital && is_nominal(opener) && close - comma > 1
            || opener.shape == Shape::Number
            || opener.shape == Shape::Capital && close - comma <= 8;
        if inserted && (is_nominal(&tokens[before]) || matches!(tokens[before].shape, Shape::Close))
        {
            return if tokens[before].shape == Shape::Close {
                find_back(tokens, before, |t| t.shape == Shape::Open)?.checked_sub(1)
            } else {
                Some(before)
            };
        }
        if close - comma > REACH {
            return None;
        }
        end = comma;
    }
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
        return Some(town);
    }
    let link = town.start().checked_sub(1)?;
    if !tokens[link].is(Flags::PREPOSITION) || tokens[link].is(Flags::SUBORDINATOR) {
        return None;
    }
    phrase_before(tokens, before_insertion(tokens, comma)?)
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
    let outer = named.start().checked_sub(1).map(|at| &tokens[at]);
    let free =
        outer.is_none_or(|t| !t.is_word() || t.is(Flags::SUBORDINATOR.or(Flags::COORDINATOR)));
    free.then_some(named)
}

/// The noun phrase that ends with the token at `end`.
fn phrase_before(tokens: &[Token], end: usize) -> Option<RangeInclusive<usize>> {
    let token = &tokens[end];
    if token.is(Flags::SUBJECT) && token.shape != Shape::Clitic && !token.is(Flags::DETERMINER) {
        return Some(end..=end);
    }
    let gerund = token.is(Flags::ING) && end > 0 && tokens[end - 1].is(Flags::DETERMINER);
    if !is_nominal(token)
        && !gerund
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
    // A determiner alone is a phrase only if it can be one.
    let lone = start == end && tokens[end].is(Flags::DETERMINER) && tokens[end].span.len() < 4;
    (!lone).then_some(start..=end)
}

/// The token to which a noun phrase that starts at `start` goes on to the left.
fn step_left(tokens: &[Token], start: usize) -> Option<usize> {
    let left = start.checked_sub(1)?;
    let token = &tokens[left];
    let opened = tokens[start].is(Flags::DETERMINER) && tokens[start].shape != Shape::Clitic;
    if token.shape == Shape::Clitic && !opened {
        return Some(left);
    }
    if token.is(Flags::PREPOSITION) && !token.is(Flags::SUBORDINATOR) {
        let noun = left.checked_sub(1)?;
        if is_verb(tokens, noun) {
            return before_relative(tokens, noun);
        }
        return (is_nominal(&tokens[noun])
            || tokens[noun].is(Flags::DETERMINER.or(Flags::NUMBER))
            || tokens[noun].shape == Shape::Number)
            .then_some(noun);
    }
    if token.is(Flags::COORDINATOR) {
        return coordinated(tokens, left);
    }
    if is_verb(tokens, left) && !is_attribute(tokens, left) {
        return before_relative(tokens, left);
    }
    if token.is(Flags::RELATIVE) {
        return None;
    }
    if token.is(Flags::TIME) && tokens[start].shape == Shape::Number {
        return Some(left);
    }
    if opened {
        return token.is(Flags::DETERMINER).then_some(left);
    }
    let inside = is_nominal(token)
        || token.is(Flags::DETERMINER.or(Flags::NUMBER))
        || token.shape == Shape::Number
        || token.is(Flags::ED
            .or(Flags::ING)
            .or(Flags::PARTICIPLE)
            .or(Flags::GERUND))
            && token.is_word();
    inside.then_some(left)
}

/// "registered" between an adjective and its noun: "of likely registered voters".
fn is_attribute(tokens: &[Token], at: usize) -> bool {
    const OPENERS: Flags = Flags::PREPOSITION.or(Flags::DETERMINER).or(Flags::NUMBER);
    let opens = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|left| tokens[left].is(OPENERS))
    };
    tokens[at].is(Flags::ED.or(Flags::ING)) && (opens(1) || opens(2))
}

/// The last token of the phrase before the coordinator at `at`, if the two are equals.
fn coordinated(tokens: &[Token], at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    if tokens[last].shape == Shape::Comma {
        last = last.checked_sub(1)?;
    }
    if !is_nominal(&tokens[last]) {
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
    (free && !tokens[start].is(Flags::PREPOSITION)).then_some(last)
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
        None if reduced => verb.checked_sub(1)?,
        None => return None,
    };
    (is_nominal(&tokens[last]) || tokens[last].is(Flags::ALONE)).then_some(last)
}

/// Whether the word at `at` is the verb of a clause there.
pub(crate) fn is_verb(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.is(Flags::AUXILIARY.or(Flags::MODAL)) && token.shape != Shape::Clitic {
        return true;
    }
    if token.shape != Shape::Lower {
        return false;
    }
    let after_noun = at.checked_sub(1).is_some_and(|left| {
        is_nominal(&tokens[left]) || tokens[left].is(Flags::SUBJECT.or(Flags::RELATIVE))
    });
    if token.is(Flags::VERB.or(Flags::PAST).or(Flags::PRESENT)) {
        let opened = at.checked_sub(1).is_some_and(|left| {
            tokens[left].is(Flags::DETERMINER.or(Flags::NUMBER))
                && !tokens[left].is(Flags::RELATIVE)
        });
        return !token.is(Flags::NOUN)
            && (after_noun || token.is(Flags::VERB) || !token.is(Flags::PARTICIPLE) && !opened);
    }
    token.is(Flags::ED.or(Flags::ING).or(Flags::GERUND)) && after_noun
}

/// The noun phrase that starts with the token at `start`, without what is set off by commas.
pub(crate) fn phrase_after(tokens: &[Token], start: usize) -> Option<RangeInclusive<usize>> {
    let first = tokens.get(start)?;
    if first.is(Flags::SUBJECT) && first.is_word() && !first.is(Flags::DETERMINER) {
        return Some(start..=start);
    }
    let mut end = None;
    let mut noun = false;
    // "one unaligned strategist"
    let counted = first.is(Flags::NUMBER);
    for at in start..start + REACH {
        let Some(token) = tokens.get(at) else { break };
        let next = tokens.get(at + 1);
        let goes_on = |t: &Token| {
            is_nominal(t) || t.is(Flags::DETERMINER.or(Flags::NUMBER)) || t.shape == Shape::Number
        };
        if token.is(Flags::THAT) && end.is_some() {
            break;
        }
        if token.is(Flags::DETERMINER.or(Flags::NUMBER)) || token.shape == Shape::Number {
            end = end
                .or(Some(at).filter(|_| token.span.len() > 3 || token.is(Flags::NUMBER)))
                .map(|_| at);
        } else if end.is_some()
            && is_verb(tokens, at)
            && !(counted && !noun && is_participle(token))
        {
            break;
        } else if is_nominal(token) {
            end = Some(at);
            noun = true;
        } else if token.shape == Shape::Clitic && end.is_some() && next.is_some_and(is_nominal) {
            end = Some(at);
        } else if end.is_some()
            && (token.is(Flags::PREPOSITION) && !token.is(Flags::SUBORDINATOR) || is_and(token))
            && next.is_some_and(goes_on)
            || token.is(Flags::ADVERB) && end.is_none()
            || token.is(Flags::ED.or(Flags::ING).or(Flags::PARTICIPLE)) && !noun
        {
            // Part of the phrase if a noun follows.
        } else {
            break;
        }
    }
    end.map(|end| start..=end)
}

/// The last token of a participle clause that a common noun takes: "a poll released in May".
fn reduced_after(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Option<usize> {
    const NEAR: usize = 12;
    let end = *phrase.end();
    let participle = tokens.get(end + 1)?;
    if !tokens[*phrase.start()].is(Flags::DETERMINER.or(Flags::NUMBER))
        || participle.shape != Shape::Lower
        || !is_participle(participle)
    {
        return None;
    }
    let close = (end + 2..tokens.len().min(end + NEAR)).find(|&at| {
        let token = &tokens[at];
        !(token.is_word() || matches!(token.shape, Shape::Number | Shape::Clitic))
            || token.is(Flags::RELATIVE.or(Flags::AUXILIARY).or(Flags::MODAL))
    });
    match close {
        Some(close) if !tokens[close].is_word() => Some(close - 1),
        None if tokens.len() < end + NEAR => Some(tokens.len() - 1),
        _ => None,
    }
}

/// The last token of an appositive behind the phrase that ends at `end`, or `end`.
fn appositive_after(tokens: &[Token], end: usize) -> usize {
    if tokens.get(end + 1).is_none_or(|t| t.shape != Shape::Comma) {
        return end;
    }
    let first = end + 2;
    let Some(opener) = tokens.get(first) else {
        return end;
    };
    let apposed = opener.is(Flags::DETERMINER) && opener.shape == Shape::Lower
        || opener.shape == Shape::Lower && is_nominal(opener) && !is_verb(tokens, first)
        || opener.shape == Shape::Number;
    let close = tokens.len().min(first + REACH);
    let clause = (first..close)
        .take_while(|&at| tokens[at].shape != Shape::Comma && !tokens[at].is(Flags::RELATIVE))
        .any(|at| tokens[at].is(Flags::AUXILIARY.or(Flags::MODAL)) && tokens[at].is_word());
    if !apposed || clause {
        return end;
    }
    match (first..tokens.len().min(first + REACH)).find(|&at| {
        !tokens[at].is_word() && !matches!(tokens[at].shape, Shape::Clitic | Shape::Number)
    }) {
        Some(close) if matches!(tokens[close].shape, Shape::Comma | Shape::Stop) => close - 1,
        None if first < tokens.len() && tokens.len() <= first + REACH => tokens.len() - 1,
        _ => end,
    }
}

/// The head of a noun phrase: the name, or the last noun before a preposition.
fn head(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Span {
    let (start, end) = (*phrase.start(), *phrase.end());
    let last = (start + 1..=end)
        .find(|&at| {
            let t = &tokens[at];
            !(t.is_word() || matches!(t.shape, Shape::Number | Shape::Clitic))
                || t.is(Flags::RELATIVE
                    .or(Flags::COORDINATOR)
                    .or(Flags::POSTNOMINAL))
                || t.is(Flags::PREPOSITION) && !joins_names(tokens, at)
                || is_verb(tokens, at)
        })
        .map_or(end, |at| at - 1);
    let mut first = last;
    if tokens[last].shape == Shape::Capital {
        while first > start
            && (tokens[first - 1].shape == Shape::Capital
                && !tokens[first - 1].is(Flags::DETERMINER)
                || joins_names(tokens, first - 1))
        {
            first -= 1;
        }
    }
    Span::new(tokens[first].span.start, tokens[last].span.end)
}

/// "of" between two capitals: "Secretary of State".
fn joins_names(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Flags::OF)
        && at > 0
        && tokens[at - 1].shape == Shape::Capital
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.shape == Shape::Capital)
}

fn is_and(token: &Token) -> bool {
    token.is(Flags::COORDINATOR) && token.span.len() == 3 && !token.is(Flags::SUBORDINATOR)
}

/// Whether a word ends as a participle: "drafted", "leading", "written".
fn is_participle(token: &Token) -> bool {
    token.is(Flags::ED
        .or(Flags::ING)
        .or(Flags::PARTICIPLE)
        .or(Flags::GERUND))
}

/// Whether a word can be a noun or an adjective.
pub(crate) fn is_nominal(token: &Token) -> bool {
    const GRAMMAR: Flags = Flags::AUXILIARY
        .or(Flags::MODAL)
        .or(Flags::PREPOSITION)
        .or(Flags::COORDINATOR)
        .or(Flags::SUBORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::DETERMINER)
        .or(Flags::OBJECT_PRONOUN)
        .or(Flags::SUBJECT)
        .or(Flags::ADVERB);
    match token.shape {
        Shape::Capital => !token.is(GRAMMAR),
        Shape::Lower => {
            !token.is(GRAMMAR.or(Flags::VERB).or(Flags::ED).or(Flags::ING))
                && (!token.is(Flags::FORMS)
                    || token.is(Flags::NOUN)
                    || token.is(Flags::BASE)
                    || token.is(Flags::PRESENT))
        }
        _ => false,
    }
}

/// "who", "which" or "that" as the subject of a relative clause.
fn is_relative(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::RELATIVE)
        && token.is_word()
        && at > 0
        && (!token.is(Flags::THAT) || is_nominal(&tokens[at - 1]))
}

/// The nearest token before `end` that is what is looked for.
fn find_back(tokens: &[Token], end: usize, is_it: impl Fn(&Token) -> bool) -> Option<usize> {
    (end.saturating_sub(REACH)..end)
        .rev()
        .find(|&at| is_it(&tokens[at]))
}

#[cfg(test)]
mod tests {
    use super::speaker;
    use crate::language::Language;
    use crate::language::quotation::Flags;
    use crate::quotation::cue;
    use crate::quotation::tokens::Tokens;
    use crate::span::Span;

    /// Sentences with the cue's word in brackets, the mention and its head.
    const SPEAKERS: [(&str, &str, &str); 36] = [
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
            "Taxes rose and officials [said] it rained.",
            "officials",
            "officials",
        ),
        ("But she [said] it rained.", "she", "she"),
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
