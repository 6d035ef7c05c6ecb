//! Decides about a full stop by the word before it.
//!
//! Uses the language's tables and a bounded window.

use crate::character;
use crate::language::{Abbreviation, Follower};

use super::context::{Context, First, word_before};

/// The longest adverbial that is taken for the opening of a sentence, in bytes.
const LONGEST_OPENING: usize = 48;

/// The longest title or nickname in quotation marks, in characters.
const LONGEST_TITLE: usize = 64;

/// The pronouns that are subjects.
const PRONOUNS: [&str; 6] = ["I", "he", "she", "it", "we", "they"];

/// Whether the word before the stop is a word at the end of a sentence and nothing else.
pub(super) fn is_none(case: &Context<'_, '_>) -> bool {
    kind(case).is_none()
}

/// Whether the full stop ends the sentence before a word that could open one.
pub(super) fn ends(case: &Context<'_, '_>) -> bool {
    if is_list_marker(case) {
        return false;
    }
    if case.stop.bracketed {
        return !is_aside(case);
    }
    match kind(case) {
        Some(Abbreviation::Number) => after(case, Abbreviation::Number),
        Some(kind) => !case.opens() && after(case, kind),
        None => true,
    }
}

/// The kind of abbreviation before the stop.
fn kind(case: &Context<'_, '_>) -> Option<Abbreviation> {
    let word = case.word;
    if let Some(kind) = case.tables.abbreviations.get(word) {
        let capital = word.starts_with(char::is_uppercase);
        let applies = match kind {
            Abbreviation::Name | Abbreviation::Title if !capital => return measure(case),
            // "the SEC. Lund said" is no Sec. Lund
            Abbreviation::Title if is_acronym(word) && !is_acronym(case.next_word()) => false,
            Abbreviation::Title | Abbreviation::State | Abbreviation::Month => capital,
            // "Ann N. Poe"
            Abbreviation::Number if capital && word.len() == 1 => return Some(Abbreviation::Name),
            Abbreviation::Unit if capital => return Some(Abbreviation::Number),
            Abbreviation::Unit => return measure(case),
            // "C.E. Friedel" is no era
            Abbreviation::Time if !measured(case) => return Some(Abbreviation::Name),
            // "in Co. Durham" is no company
            Abbreviation::Company if follows_preposition(case) => {
                return Some(Abbreviation::Name);
            }
            // "J.D. Vance" is no doctor of law
            Abbreviation::Tail | Abbreviation::Company if opens_name(case) => {
                return Some(Abbreviation::Name);
            }
            _ => true,
        };
        return applies.then_some(kind);
    }
    if case.text[..case.word_start].ends_with('/') && word.starts_with(char::is_lowercase) {
        // "90km/h"
        return None;
    }
    (is_initials(word) || is_clipped(word) && !case.is(word, Follower::STARTER))
        .then_some(Abbreviation::Name)
}

/// Whether a preposition stands before the word, not the name that it would close.
fn follows_preposition(case: &Context<'_, '_>) -> bool {
    let before = case.text[case.start..case.word_start].trim_end();
    let word = word_before(case.text, case.start, case.start + before.len());
    word.starts_with(char::is_lowercase) && case.is(word, Follower::PREPOSITION)
}

/// Three capitals and more.
fn is_acronym(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A unit, if a number stands before the word.
fn measure(case: &Context<'_, '_>) -> Option<Abbreviation> {
    measured(case).then_some(Abbreviation::Unit)
}

fn measured(case: &Context<'_, '_>) -> bool {
    preceding(case).ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a bracket holds the abbreviation and nothing else, within a name: "Gen. (retd.) Lund",
/// "the Oster (N.Y.) Times".
fn is_aside(case: &Context<'_, '_>) -> bool {
    let before = case.text[..case.word_start].strip_suffix('(');
    let named = before.is_some_and(|before| {
        let end = before.trim_end().trim_end_matches('.').len();
        end > case.start && word_before(case.text, case.start, end).starts_with(char::is_uppercase)
    });
    named && case.tables.abbreviations.contains(case.word) && !starts(case)
}

/// Whether capitals with full stops open a name: no name stands before them that has the degree
/// or form of business, and nobody has "a J.D." there.
fn opens_name(case: &Context<'_, '_>) -> bool {
    let single = |part: &str| part.len() == 1 && part.starts_with(char::is_uppercase);
    if !case.word.contains('.') || !case.word.split('.').all(single) {
        return false;
    }
    let before = case.text[case.start..case.word_start].trim_end();
    let named = word_before(case.text, case.start, case.start + before.len());
    let degree = case.tables.abbreviations.get(case.word) == Some(Abbreviation::Tail);
    if let Some(apposed) = before.strip_suffix(',') {
        // "His running mate, J.D. Vance"
        let noun = word_before(case.text, case.start, case.start + apposed.len());
        return noun.starts_with(char::is_lowercase);
    }
    if ["a", "an", "his", "her", "their"].contains(&named) {
        return false;
    }
    degree || !named.starts_with(char::is_uppercase) || named.ends_with('.')
}

/// Letters with full stops: "J", "J.R", "S.p.A", "5p.m"; no domain such as "example.org", no
/// amount such as "4.5m".
fn is_initials(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_numeric() || c == '.');
    let most = if word.contains('.') { 2 } else { 1 };
    !letters.is_empty()
        && !word.ends_with(|c: char| c.is_numeric())
        && (letters.len() == word.len() || letters.contains('.'))
        && word
            .split('.')
            .all(|part| character::are_at_most(most, part))
}

/// A capital and consonants only is no word of the language: "Blvd", "Hwy" without its vowel.
pub(super) fn is_clipped(word: &str) -> bool {
    let [first, rest @ ..] = word.as_bytes() else {
        return false;
    };
    first.is_ascii_uppercase()
        && (1..4).contains(&rest.len())
        && rest
            .iter()
            .all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(byte))
        && !b"AEIOUY".contains(first)
}

/// Whether a sentence ends after an abbreviation of `kind`.
fn after(case: &Context<'_, '_>, kind: Abbreviation) -> bool {
    let next = &case.next;
    match kind {
        Abbreviation::Inner | Abbreviation::Title => return false,
        Abbreviation::Number if is_answer(case) => return true,
        _ if next.first == First::Digit && kind != Abbreviation::Time => return false,
        _ if next.bracketed || next.first == First::Sign => return false,
        // "I" is a capital anywhere: "At 6 a.m. I left"
        _ if is_i(case) && is_opening(case) => return false,
        _ => {}
    }
    match kind {
        Abbreviation::Inner | Abbreviation::Title => false,
        Abbreviation::Unit | Abbreviation::Tail => true,
        Abbreviation::Month => !case.is(case.next_word(), Follower::ZONE),
        Abbreviation::State => starts(case) || preceding(case).ends_with(','),
        Abbreviation::Company => {
            !(case.is(case.next_word(), Follower::OFFICE)
                || case.tables.abbreviations.get(case.next_word()) == Some(Abbreviation::Company))
        }
        Abbreviation::Number => !is_numeral(case.next_word()),
        Abbreviation::Name => starts(case),
        Abbreviation::Time => {
            let second = case.second_word();
            let title =
                case.tables.abbreviations.get(case.next_word()) == Some(Abbreviation::Title);
            !(case.is(case.next_word(), Follower::ZONE) || case.is(second, Follower::ZONE))
                && second != "time"
                && (!is_opening(case) || starts(case) && !title)
        }
        Abbreviation::Place => starts(case) || acts(case),
    }
}

/// Whether the word before the stop is what somebody said: "He said no. 10 others said yes."
fn is_answer(case: &Context<'_, '_>) -> bool {
    if case.word != "no" {
        return false;
    }
    let before = case.text[case.start..case.word_start].trim_end();
    let verb = word_before(case.text, case.start, case.start + before.len());
    case.is(verb, Follower::SAYING)
}

/// Whether "I" follows, outside a quotation.
fn is_i(case: &Context<'_, '_>) -> bool {
    let rest = &case.text.as_bytes()[case.next.at..];
    matches!(rest, [b'I', b' ' | b'\'' | 0xe2, ..]) && !case.next.quoted
}

/// Whether what follows is no part of a name.
fn starts(case: &Context<'_, '_>) -> bool {
    let next = case.follower(case.next_word());
    let goes_on = || case.second_word().starts_with(char::is_lowercase);
    if case.next.quoted {
        return next.is(Follower::STARTER) && goes_on() || is_speech(case);
    }
    next.is(Follower::STARTER) || next.is(Follower::SUBJECT) && goes_on()
}

/// Whether the quotation that follows is speech, not a nickname or a title: it does not close soon,
/// or at a comma or stop.
fn is_speech(case: &Context<'_, '_>) -> bool {
    let rest = &case.text[case.next.at..];
    let closes = |at: usize, c: char| match c {
        '"' | '”' | '»' | '\n' => true,
        '\'' | '’' => !rest[at + c.len_utf8()..].starts_with(char::is_alphanumeric),
        _ => false,
    };
    let close = rest
        .char_indices()
        .take(LONGEST_TITLE)
        .find(|&(at, c)| closes(at, c));
    close.is_none_or(|(at, c)| {
        rest[..at].ends_with(|c: char| ",.?!…-–—".contains(c))
            || rest[at + c.len_utf8()..].starts_with(',')
    })
}

/// Whether the next word is a subject with its verb or a participle, and no body of the place
/// before it: "in the U.S. Rosa will bring rain", "in the U.S. Looking back, she agreed".
fn acts(case: &Context<'_, '_>) -> bool {
    let second = case.second_word();
    !case.is(case.next_word(), Follower::INSTITUTION)
        && second.starts_with(char::is_lowercase)
        && (case.is(second, Follower::VERB)
            || second.ends_with("ed")
            || case.next_word().ends_with("ing"))
        && !is_opening(case)
}

/// Whether all that the sentence has so far is an adverbial, without a subject or its verb: "At 5 a.m."
fn is_opening(case: &Context<'_, '_>) -> bool {
    let sentence = &case.text[case.start..case.stop.start];
    if sentence.len() > LONGEST_OPENING {
        return false;
    }
    let clause = sentence.rsplit(": ").next().unwrap_or(sentence);
    let first = clause.split(' ').next().unwrap_or(clause);
    let told = |word| PRONOUNS.contains(&word) || case.is(word, Follower::VERB);
    case.is(first, Follower::PREPOSITION) && !clause.split(' ').any(told)
}

/// A number or letter that counts what follows it: first in its sentence, or after a colon.
fn is_list_marker(case: &Context<'_, '_>) -> bool {
    let word = case.word;
    let number = word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let short = word.len() <= if number { 2 } else { 1 };
    if word.is_empty() || !short && !word.contains('.') || !short && !number {
        return false;
    }
    let before = &case.text[case.start..case.word_start];
    case.opens() || short && before.ends_with([' ', '\u{a0}']) && before.trim_end().ends_with(':')
}

/// One letter, or a Roman numeral.
fn is_numeral(word: &str) -> bool {
    word.len() == 1 || word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// A few characters of the sentence before the word, without the white space after them.
fn preceding<'t>(case: &Context<'t, '_>) -> &'t str {
    let head = case.text[case.start..case.word_start].trim_end();
    match head.char_indices().rev().nth(7) {
        Some((at, _)) => &head[at..],
        None => head,
    }
}
