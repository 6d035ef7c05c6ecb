//! [`Beside`]: what the words beside a name call its bearer.
//!
//! Reads a window around the name; whom a role means is told by `narration`.

use crate::language::{NameTables, Word};
use crate::quotation::names::phrase::Stop;
use crate::span::{Span, floor};

/// Words of a role that are searched for.
pub(super) const MAX_ROLE: usize = 5;
/// Bytes before and behind a name in which its bearer's role can stand.
const BEFORE: usize = 64;
const BEHIND: usize = 60;
/// What ends the words that belong to a name.
const CUTS: [char; 10] = [',', ';', ':', '\n', '"', '“', '”', '(', ')', '—'];

/// What of a role's words stands beside a name.
pub(super) struct Beside {
    /// The first of them, its noun.
    pub(super) noun: bool,
    /// One of the others that has a capital: "Ohio".
    pub(super) proper: bool,
    /// How many of all.
    pub(super) words: u8,
    /// Whether an age stands there.
    pub(super) aged: bool,
}

impl Beside {
    pub(super) fn of(text: &str, name: Span, words: [&str; MAX_ROLE], tables: &NameTables) -> Self {
        let mut found = [false; MAX_ROLE];
        let mut aged = false;
        for near in surroundings(text, name, tables) {
            aged |= is_age(near);
            for (found, word) in found.iter_mut().zip(words) {
                *found |= begins(word, near);
            }
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        Self {
            noun: found[0],
            proper: (1..MAX_ROLE).any(|at| found[at] && capital(words[at])),
            words: found.into_iter().map(u8::from).sum(),
            aged,
        }
    }
}

/// The two words right before a name or of what it is set off from, two behind "of", and those of its
/// apposition.
fn surroundings<'t>(
    text: &'t str,
    name: Span,
    tables: &NameTables,
) -> impl Iterator<Item = &'t str> {
    let before = floor(text, name.start.saturating_sub(BEFORE));
    let behind = floor(text, name.end.saturating_add(BEHIND)).max(name.end);
    let (before, behind) = (&text[before..name.start], &text[name.end..behind]);
    let titles = before.rsplit(&CUTS).next();
    let left = titles.into_iter().chain(apposed_to(before, behind, tables));
    let left = left.flat_map(|part| part.trim_end().rsplit([' ', '-']).take(2));
    let right = behind
        .strip_prefix([',', ' '])
        .filter(|rest| rest.starts_with([' ', '(']))
        .and_then(|rest| rest.trim_start_matches([' ', '(']).split(&CUTS).next())
        .filter(|part| !is_subject(part, tables));
    let right = right.into_iter().flat_map(|part| part.split([' ', '-']));
    let home = behind.strip_prefix(" of ").into_iter();
    let home = home.flat_map(|place| place.split([' ', ',', '.']).take(2));
    left.chain(right)
        .chain(home)
        .map(|word| word.trim_end_matches(['.', '\'', '’']))
}

/// The noun phrase that a name between `before` and `behind` explains, without what hangs on it: "The
/// mayor" of "The mayor of Oster, Chief".
fn apposed_to<'t>(before: &'t str, behind: &str, tables: &NameTables) -> Option<&'t str> {
    let (part, titles) = before.rsplit_once(", ")?;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    // "praising the mayor, Ann Lee said" explains nobody
    if !behind.starts_with([',', '.', ')', '—']) || !titles.split_whitespace().all(capital) {
        return None;
    }
    let part = part.rsplit(&CUTS).next()?;
    let (mut start, mut end) = (part.len(), part.len());
    let mut opened = false;
    for word in part.rsplit(' ') {
        start = start.saturating_sub(word.len() + 1);
        let known = tables.word(word);
        if known.is(Word::PREPOSITION) {
            end = start;
        } else if opened {
            break;
        }
        opened = known.is(Word::DEFINITE);
    }
    Some(&part[..end])
}

/// Whether what stands behind the comma after a name is no apposition, but a subject and its verb: "the
/// judge said no".
fn is_subject(part: &str, tables: &NameTables) -> bool {
    const PERSON: Word = Word::ROLE.or(Word::TITLE).or(Word::OFFICE);
    const BODY: Word = Word::GROUP.or(Word::ORGANISATION);
    let mut words = part.split(' ').map(|word| (word, tables.word(word)));
    let person = words.find(|(_, known)| known.is(PERSON));
    let next = words.find(|(_, known)| !known.is(PERSON));
    person.is_some()
        && next.is_some_and(|(word, known)| {
            let goes_on = Stop::before(word, known).is_some() || known.is(BODY);
            word.starts_with(char::is_lowercase) && !word.ends_with("ing") && !goes_on
        })
}

/// Whether `near` is `word` or an abbreviation of it, or the years of an age.
fn begins(word: &str, near: &str) -> bool {
    let tells = near.len() >= 3 || is_age(near);
    tells
        && word
            .get(..near.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(near))
}

/// Two digits, as of most ages.
fn is_age(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())
}
