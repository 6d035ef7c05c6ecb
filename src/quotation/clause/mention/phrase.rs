//! The noun phrase: where one that starts or ends at a token ends or starts, its head, and which
//! words can be part of it. Knows nothing of cues and speakers.

use core::ops::{Range, RangeInclusive};

use super::REACH;
use crate::language::quotation::Flags;
use crate::quotation::clause::tokens::{Shape, Token};

/// The noun phrase that ends with the token at `end`.
pub(super) fn phrase_before(tokens: &[Token], end: usize) -> Option<RangeInclusive<usize>> {
    let token = &tokens[end];
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

/// "make", "worth": a word in lower case, or the first of its sentence, that no noun phrase holds,
/// but for "the increase"; and a participle of saying that opens a sentence.
fn is_no_noun(tokens: &[Token], at: usize) -> bool {
    const SUBJECT: Flags = Flags::ALONE.or(Flags::RELATIVE);
    let opener = at.checked_sub(1).map(|left| &tokens[left]);
    let opened = opener.is_some_and(|t| t.is(Flags::DETERMINER) && !t.is(SUBJECT));
    // "So they left", but "Wear said"
    let opens = at == 0 && tokens.len() > 1 && !is_verb(tokens, 1);
    // "Asked on Monday"
    let participle = tokens[at].is(Flags::SAYING) && is_participle(&tokens[at]);
    let verb = tokens[at].is(Flags::NO_NOUN);
    (verb && tokens[at].shape == Shape::Lower || (verb || participle) && opens) && !opened
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
        return before_suffix(tokens, left).or_else(|| listed(tokens, left));
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
    if is_verb(tokens, left) && !is_attribute(tokens, left) {
        return before_relative(tokens, left);
    }
    adjoins(tokens, left).then_some(left)
}

/// Whether the token at `at` cannot be of the noun phrase behind it: "the speech" of "in the speech Lee
/// said", "week" of "last week Lee said", "how".
fn is_apart(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let speech = token.is(Flags::NOUN.or(Flags::VENUE)) && token.shape == Shape::Lower;
    speech && tokens[at + 1].shape == Shape::Capital
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

/// Whether a verb in `words`, before any relative clause there, rules a clause.
pub(super) fn rules_clause(tokens: &[Token], mut words: Range<usize>) -> bool {
    let relative = words.clone().find(|&at| tokens[at].is(Flags::RELATIVE));
    words.end = relative.unwrap_or(words.end);
    words.into_iter().any(|at| is_finite(tokens, at))
}

/// Whether the verb at `at` rules a clause: "the mayor has", "the mayor cancelled some flights".
fn is_finite(tokens: &[Token], at: usize) -> bool {
    const OBJECT: Flags = Flags::DETERMINER.or(Flags::POSSESSIVE);
    let token = &tokens[at];
    let object = tokens
        .get(at + 1)
        .is_some_and(|t| t.is(OBJECT) || t.shape == Shape::Number);
    let before = tokens[..at].last();
    let infinitive = before.is_some_and(|t| t.is(Flags::TO));
    let auxiliary = token.is(Flags::AUXILIARY.or(Flags::MODAL)) && !infinitive;
    let simple = token.is(Flags::ED.or(Flags::PAST)) && before.is_some_and(is_nominal);
    token.is_word() && (auxiliary || simple && object)
}

/// Whether a noun phrase can go on with a token: a noun, a determiner or a number.
fn goes_on(token: &Token) -> bool {
    is_nominal(token)
        || token.is(Flags::DETERMINER.or(Flags::NUMBER))
        || token.shape == Shape::Number
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

/// Whether words of time start at `at`, behind a name: "Ann Lee late on Monday".
fn opens_time(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::TIME) && token.shape == Shape::Lower && tokens[at - 1].shape == Shape::Capital
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

/// Whether the mark at `at` joins the words of a firm's name: "Lee & Sons".
fn joins_firm(tokens: &[Token], at: usize) -> bool {
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Capital);
    tokens[at].last == b'&'
        && tokens[at].shape == Shape::Other
        && at > 0
        && capital(at - 1)
        && capital(at + 1)
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

/// The noun phrase that starts with the token at `start`, without what is set off by commas.
pub(crate) fn phrase_after(tokens: &[Token], start: usize) -> Option<RangeInclusive<usize>> {
    phrase(tokens, start, is_verb)
}

/// As [`phrase_after`], where what may be a noun is no verb: "according to the old rules".
pub(super) fn object_after(tokens: &[Token], start: usize) -> Option<RangeInclusive<usize>> {
    let phrase = phrase(tokens, start, |tokens, at| {
        is_verb(tokens, at) && !tokens[at].is(Flags::PRESENT)
    });
    phrase.map(|phrase| first_of(tokens, &phrase))
}

/// The part of `phrase` before another one opens in it: "the mayor" of "the mayor the plan".
pub(crate) fn first_of(tokens: &[Token], phrase: &RangeInclusive<usize>) -> RangeInclusive<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    let opens =
        |token: &Token| token.shape == Shape::Lower && token.is(Flags::THE.or(Flags::POSSESSIVE));
    let next = (start + 1..=end).find(|&at| opens(&tokens[at]) && is_nominal(&tokens[at - 1]));
    start..=next.map_or(end, |next| next - 1)
}

/// The noun phrase that starts at `start` and ends before what `rules` says is the verb of a clause.
fn phrase(
    tokens: &[Token],
    start: usize,
    rules: impl Fn(&[Token], usize) -> bool,
) -> Option<RangeInclusive<usize>> {
    let first = tokens.get(start).filter(|t| !t.is(Flags::THERE))?;
    if is_no_noun(tokens, start) {
        return None;
    }
    if first.is(Flags::SUBJECT) && first.is_word() && !first.is(Flags::DETERMINER) {
        return Some(start..=start);
    }
    let mut growth = Growth {
        tokens,
        start,
        end: None,
        noun: false,
    };
    for at in start..tokens.len().min(start + REACH) {
        if !growth.takes_in(at, &rules) {
            break;
        }
    }
    growth.end.map(|end| start..=end)
}

/// A noun phrase that is read word by word.
struct Growth<'a> {
    tokens: &'a [Token],
    start: usize,
    /// Its last token, as far as it is read; none where it cannot end yet.
    end: Option<usize>,
    /// Whether a noun is read.
    noun: bool,
}

impl Growth<'_> {
    /// Takes in the token at `at` if that is part of the phrase; whether the phrase can go on behind it.
    fn takes_in(&mut self, at: usize, rules: impl Fn(&[Token], usize) -> bool) -> bool {
        let tokens = self.tokens;
        let token = &tokens[at];
        if is_plain(token) {
            self.end_with_noun(at);
            return true;
        }
        if !is_part(token) {
            return joins_firm(tokens, at);
        }
        let begun = self.end.is_some();
        if begun && (token.is(Flags::THAT) || opens_time(tokens, at)) {
            return false;
        }
        if self.has_read_verb(at) {
            self.end = Some(at - 2);
            return false;
        }
        if token.is(Flags::DETERMINER.or(Flags::NUMBER)) || token.shape == Shape::Number {
            if begun || token.span.len() > 3 || token.is(Flags::NUMBER) {
                self.end = Some(at);
            }
        } else if begun && rules(tokens, at) && !self.counts(token) {
            return false;
        } else if is_nominal(token) || is_gerund_noun(tokens, at) {
            self.end_with_noun(at);
        } else if begun && token.shape == Shape::Clitic && is_noun_at(tokens, at + 1) {
            self.end = Some(at);
        } else {
            return self.leads_on(at);
        }
        true
    }

    fn end_with_noun(&mut self, at: usize) {
        self.end = Some(at);
        self.noun = true;
    }

    /// Whether an object opens at `at`, so that the last noun read is its verb: "Lee ends the call".
    fn has_read_verb(&self, at: usize) -> bool {
        self.noun && at >= self.start + 2 && self.end == Some(at - 1) && is_object(self.tokens, at)
    }

    /// Whether a participle stands between a number and what it counts: "one unaligned strategist".
    fn counts(&self, participle: &Token) -> bool {
        let counted = self.tokens[self.start].is(Flags::NUMBER);
        counted && !self.noun && is_participle(participle)
    }

    /// Whether the token at `at` is part of the phrase if a noun follows.
    fn leads_on(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let begun = self.end.is_some();
        let link = token.is(Flags::PREPOSITION) && !token.is(Flags::SUBORDINATOR);
        let followed = || self.tokens.get(at + 1).is_some_and(goes_on);
        begun && (link || token.is(Flags::AND)) && followed()
            || !begun && token.is(Flags::ADVERB)
            || !self.noun && token.is(Flags::ED.or(Flags::ING).or(Flags::PARTICIPLE))
    }
}

fn is_noun_at(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(is_nominal)
}

/// Whether a noun phrase opens at `at` behind what must be its verb, though no list knows it: "Lee
/// ends the call".
fn is_object(tokens: &[Token], at: usize) -> bool {
    const ARTICLE: usize = 2;
    let [subject, verb, opener] = &tokens[at - 2..=at] else {
        return false;
    };
    let article = opener.is(Flags::DETERMINER) && opener.span.len() <= ARTICLE;
    let owned = opener.is(Flags::POSSESSIVE);
    let opens = opener.is_word() && (article || owned || opener.is(Flags::THE));
    let lower = verb.shape == Shape::Lower && !verb.is(Flags::TIME);
    // "the bank cut its rate": no noun stands there, whatever its form
    let verbal = lower && (verb.last == b's' || owned);
    opens && verbal && is_nominal(subject)
}

/// "a recording" before anything but a noun.
fn is_gerund_noun(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Flags::ING.or(Flags::GERUND))
        && at > 0
        && tokens[at - 1].is(Flags::DETERMINER)
        && tokens.get(at + 1).is_none_or(|next| !next.is_word())
}

/// The head of a noun phrase: the name, or the last noun before a preposition.
pub(super) fn head(tokens: &[Token], phrase: &RangeInclusive<usize>) -> Range<usize> {
    let (start, end) = (*phrase.start(), *phrase.end());
    let last = (start + 1..=end)
        .find(|&at| {
            let t = &tokens[at];
            if is_plain(t) {
                return false;
            }
            !is_part(t)
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
    first..last + 1
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

/// Whether a token is a word of which nothing is known, as names are: a noun, and no verb.
#[inline]
fn is_plain(token: &Token) -> bool {
    let unknown = token.word.flags == Flags::NONE;
    unknown & token.is_word()
}

/// Whether a token is a word or a number, no mark.
pub(super) fn is_part(token: &Token) -> bool {
    token.is_word() || matches!(token.shape, Shape::Number | Shape::Clitic)
}

/// Whether the word at `at` is the verb of a clause there.
pub(crate) fn is_verb(tokens: &[Token], at: usize) -> bool {
    let left = at.checked_sub(1).map(|left| tokens[left].word.role);
    tokens[at]
        .word
        .role
        .is_verb_behind(left.unwrap_or_default())
}

/// Whether a word can be a noun or an adjective.
#[inline]
pub(crate) fn is_nominal(token: &Token) -> bool {
    token.word.role.is_nominal()
}

/// Whether a word ends as a participle: "drafted", "leading", "written".
pub(super) fn is_participle(token: &Token) -> bool {
    token.is(Flags::ED
        .or(Flags::ING)
        .or(Flags::PARTICIPLE)
        .or(Flags::GERUND))
}

/// "who", "which" or "that" as the subject of a relative clause.
pub(super) fn is_relative(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    token.is(Flags::RELATIVE)
        && token.is_word()
        && at > 0
        && (!token.is(Flags::THAT) || is_nominal(&tokens[at - 1]))
}

/// The nearest token before `end` that is what is looked for.
pub(super) fn find_back(
    tokens: &[Token],
    end: usize,
    is_it: impl Fn(&Token) -> bool,
) -> Option<usize> {
    (end.saturating_sub(REACH)..end)
        .rev()
        .find(|&at| is_it(&tokens[at]))
}
