//! The subject of a verb where it stands further off: of the main clause, of a relative clause, or of
//! another verb that "and" joins to it. Looks for verbs and commas; the phrases are read by
//! [`before`](mod@super::before) and [`after`](mod@super::after).

use core::ops::{Range, RangeInclusive};

use super::before::skip_adverbs;
use super::phrase::{is_relative, phrase_after};
use super::{Mention, REACH, after, before, follows_noun, is_nominal, is_verb};
use crate::language::quotation::Flags;
use crate::quotation::clause::cue::is_adverb;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};

/// The subject of the main clause before the token at `end`: "Smith left, saying that".
pub(crate) fn main_subject(tokens: &Tokens, end: usize) -> Option<Mention> {
    MainSubject::before(tokens, end).mention
}

/// The subject of a main clause, looked for once for many verbs.
#[derive(Debug)]
pub(crate) struct MainSubject {
    mention: Option<Mention>,
    /// Before which tokens the same one would be found.
    holds: RangeInclusive<usize>,
}

impl MainSubject {
    /// The one before the token at `end`.
    pub(crate) fn before(tokens: &Tokens, end: usize) -> Self {
        Self::in_clause(tokens, end, true)
    }

    /// The same, where a semicolon may stand before `end`, or none does.
    pub(crate) fn in_clause(tokens: &Tokens, end: usize, parted: bool) -> Self {
        let near = end.saturating_sub(REACH * 2);
        let parts = |token: &Token| token.shape == Shape::Semicolon;
        let semicolon = parted
            .then(|| tokens[near..end].iter().rposition(parts))
            .flatten();
        let start = semicolon.map_or_else(|| behind_dateline(tokens), |at| near + at + 1);
        // before an earlier token a semicolon may be seen that is out of reach from here
        let first = if semicolon.is_none() && near > 0 {
            end
        } else {
            start
        };
        let mut search = Search {
            tokens,
            end,
            seen: first,
        };
        Self {
            mention: search.subject(start),
            holds: search.seen..=end,
        }
    }

    pub(crate) const fn mention(&self) -> Option<Mention> {
        self.mention
    }

    /// The one before the token at `end` of the same tokens.
    pub(crate) fn at(&self, tokens: &Tokens, end: usize) -> Option<Mention> {
        if self.holds.contains(&end) {
            self.mention
        } else {
            main_subject(tokens, end)
        }
    }
}

/// Looks for the subject of a main clause.
struct Search<'a> {
    tokens: &'a Tokens,
    /// Where the clause ends.
    end: usize,
    /// All that was looked at to find the end of the clause lies before this token.
    seen: usize,
}

impl Search<'_> {
    /// The subject of the clause that starts at `start`.
    fn subject(&mut self, start: usize) -> Option<Mention> {
        let tokens = self.tokens;
        let mut at = start;
        let mut behind_phrase = false;
        for _ in 0..REACH {
            let token = tokens.get(at).filter(|_| at < self.end)?;
            self.seen = self.seen.max(at + 1);
            if is_small(token) || at > start && says_behind_marks(tokens, at) {
                at += 1;
                continue;
            }
            if leads_up(tokens, at) {
                let comma = self.comma(at);
                if comma.is_some() || token.shape == Shape::Lower {
                    at = comma? + 1;
                    behind_phrase = true;
                    continue;
                }
            }
            let year = behind_phrase && is_year(tokens, at);
            let Some(mention) = after(tokens, at).filter(|_| !year) else {
                at += 1;
                continue;
            };
            match behind_circumstance(tokens, &mention, behind_phrase) {
                Some(behind) => at = behind,
                None => return Some(mention),
            }
        }
        None
    }

    /// The first comma from `at` on.
    fn comma(&mut self, at: usize) -> Option<usize> {
        let comma = (at..self.end).find(|&at| self.tokens[at].shape == Shape::Comma)?;
        self.seen = self.seen.max(comma + 1);
        Some(comma)
    }
}

/// Whether a token is a mark, or a word that may stand before any subject: "but", "now".
fn is_small(token: &Token) -> bool {
    const SMALL: Flags = Flags::COORDINATOR.or(Flags::ADVERB).or(Flags::TIME);
    token.is(SMALL) || !(token.is_word() || token.shape == Shape::Number)
}

/// "said" of "“…,” said Lee, adding".
fn says_behind_marks(tokens: &[Token], at: usize) -> bool {
    let says = tokens[at].shape == Shape::Lower && tokens[at].is(Flags::SAYING);
    says && tokens[at - 1].shape == Shape::Quoted
}

/// Whether a phrase opens at `at` that leads up to the subject: "In May", "Asked on Monday", "Led by
/// Lee"; without their capital the last two would be verbs.
fn leads_up(tokens: &[Token], at: usize) -> bool {
    const OPENS: Flags = Flags::PREPOSITION
        .or(Flags::SUBORDINATOR)
        .or(Flags::GERUND)
        .or(Flags::ING)
        .or(Flags::ED)
        .or(Flags::ACCORDING);
    let token = &tokens[at];
    let by = tokens.get(at + 1).is_some_and(|next| next.is(Flags::BY));
    let asked = token.shape == Shape::Capital && (token.is(Flags::PARTICIPLE) || by);
    (token.is(OPENS) || asked) && !token.is(Flags::DETERMINER) && !is_named(tokens, at)
}

/// The token behind a mention that says when or where it was, not who acts: "Hours later, Lee",
/// "Earlier this week, Lee"; a place only `behind_phrase`: "In Dover, Ohio, she".
fn behind_circumstance(tokens: &[Token], mention: &Mention, behind_phrase: bool) -> Option<usize> {
    let Range { start, end } = mention.words();
    let week = || {
        let opened = tokens[start].is(Flags::DETERMINER.or(Flags::NUMBER));
        behind_time(tokens, end - 1).filter(|_| opened)
    };
    let place = || (behind_phrase && is_place(tokens, start, end)).then_some(end + 1);
    let time = || is_time(tokens, mention).then(|| mention.head_words().end);
    behind_time(tokens, end)
        .or_else(week)
        .or_else(place)
        .or_else(time)
}

/// Whether the capitalised word at `at` is a name though it ends as a participle: "Manning's son",
/// "Manning told", "Manning, who".
fn is_named(tokens: &[Token], at: usize) -> bool {
    const VERB: Flags = Flags::AUXILIARY.or(Flags::MODAL).or(Flags::PAST);
    let known = Flags::FORMS
        .or(Flags::PREPOSITION)
        .or(Flags::SUBORDINATOR)
        .or(Flags::ACCORDING);
    tokens[at].shape == Shape::Capital
        && !tokens[at].is(known)
        && tokens.get(at + 1).is_some_and(|next| {
            let relative = next.shape == Shape::Comma
                && tokens
                    .get(at + 2)
                    .is_some_and(|then| then.is(Flags::RELATIVE));
            next.shape == Shape::Clitic || next.is(VERB) && next.is_word() || relative
        })
}

/// The first token of the story behind "DOVER, Norland (NNA) -" or "DOVER:".
pub(crate) fn behind_dateline(tokens: &[Token]) -> usize {
    const NEAR: usize = 16;
    let ends = |token: &Token| matches!(token.shape, Shape::Dash | Shape::Colon | Shape::Lower);
    let is = |at: usize, shape: Shape| tokens.get(at).is_some_and(|t| t.shape == shape);
    let capital = is(0, Shape::Capital);
    let line = &tokens[..tokens.len().min(NEAR)];
    let Some(mark) = line.iter().position(ends) else {
        return 0;
    };
    // "(DOVER, Norland) – Taxes rose"
    let bracketed = is(0, Shape::Open) && is(mark, Shape::Dash) && is(mark - 1, Shape::Close);
    if !capital && !bracketed {
        return 0;
    }
    let next = tokens.get(mark + 1);
    let is_dateline = match tokens[mark].shape {
        Shape::Dash => !next.is_some_and(|next| next.shape == Shape::Lower),
        Shape::Colon => is_place_before_colon(&tokens[..mark], next),
        _ => false,
    };
    if is_dateline { mark + 1 } else { 0 }
}

/// Whether `place` before a colon is all in capitals and near the start of the text: further down it
/// is who speaks in a transcript, as also before `next` "I".
fn is_place_before_colon(place: &[Token], next: Option<&Token>) -> bool {
    const HEAD: usize = 400;
    let capitals = |token: &Token| !token.is_word() || token.last.is_ascii_uppercase();
    place.iter().all(capitals)
        && place.last().is_some_and(|last| last.span.end < HEAD)
        && next.is_some_and(|next| next.shape == Shape::Capital && !next.is(Flags::SUBJECT))
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

/// Whether a number set off by commas stands at `at`: "On May 2, 2020, she".
fn is_year(tokens: &[Token], at: usize) -> bool {
    let comma = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Comma);
    tokens[at].shape == Shape::Number && comma(at - 1) && comma(at + 1)
}

/// Whether a mention says when, not who: "that month on air", "two" of "two years ago".
pub(crate) fn is_time(tokens: &[Token], mention: &Mention) -> bool {
    let time = |token: &Token| token.is(Flags::TIME) && token.shape == Shape::Lower;
    let head = mention.head_words();
    let words = &tokens[head.clone()];
    let counts = words.iter().all(|token| token.is(Flags::NUMBER));
    words.iter().all(time) || counts && tokens.get(head.end).is_some_and(time)
}

/// The token behind "later," or "ago,", if that stands at `at`: "Hours later, Lee left".
fn behind_time(tokens: &[Token], at: usize) -> Option<usize> {
    let comma = at + 1;
    let time = is_adverb(tokens.get(at)?) && tokens.get(comma)?.shape == Shape::Comma;
    time.then_some(comma + 1)
}

/// The subject of a relative clause that goes on to `end`, "who surprised him by saying", or of
/// another participle there: "officials warning and vowing".
pub(super) fn joined_subject(tokens: &Tokens, end: usize) -> Option<Mention> {
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
                && !(at > 0 && tokens[at - 1].is(Flags::TO.or(Flags::COORDINATOR)))
        })?;
    before(tokens, verb)
}

/// The subject of the last clause before `end` that a comma and "and" or "but" join to the one before
/// it: "Lee left, but Cho stayed, saying".
pub(crate) fn last_subject(tokens: &Tokens, end: usize) -> Option<Mention> {
    let near = end.saturating_sub(REACH).max(1)..end;
    let joint = near
        .rev()
        .find(|&at| tokens[at].is(Flags::COORDINATOR) && tokens[at - 1].shape == Shape::Comma)?;
    let mention = after(tokens, joint + 1)?;
    let verb = mention.words().end;
    (verb < end && is_verb(tokens, verb)).then_some(mention)
}

/// The subject of the main clause that a participle leads up to: "After saying so, Smith left."
pub(super) fn later_subject(tokens: &Tokens, start: usize) -> Option<Mention> {
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

#[cfg(test)]
mod tests {
    use super::{MainSubject, main_subject};
    use crate::language::Language;
    use crate::quotation::clause::tokens::Tokens;
    use crate::span::Span;

    /// Sentences with semicolons, phrases set off by commas and datelines.
    const SENTENCES: [&str; 6] = [
        "In May, Lee left the board; after the vote in Dover, Ohio, Cho said it was over.",
        "DOVER, Norland (NNA) - Asked on Monday, Lee, a lawyer, refused to say who left.",
        "After the vote had been put off for weeks Lee said and did nothing",
        "Hours later, when the rain stopped, the mayor told them to go home.",
        "Earlier this week, Lee said; it rained; he added.",
        "But now and then in the rain",
    ];

    #[test]
    fn one_search_tells_what_each_would() {
        let long = SENTENCES.concat().replace(';', " and");
        for text in SENTENCES.into_iter().chain([long.as_str()]) {
            let mut tokens = Tokens::default();
            let span = Span::new(0, text.len());
            tokens.read(text, span, Language::english().quotation());
            for end in 0..=tokens.len() {
                let subject = MainSubject::before(&tokens, end);
                for earlier in 0..=end {
                    let found = main_subject(&tokens, earlier);
                    assert_eq!(
                        subject.at(&tokens, earlier),
                        found,
                        "{text}: {end}, {earlier}"
                    );
                }
            }
        }
    }
}
