//! Decides whether a stop ends its sentence.
//!
//! Looks at a bounded window around the stop; the words come from the language's tables.

use crate::language::Follower;

use super::abbreviation;
use super::context::{Context, First, Next, skip_blanks};
use super::stop::Kind;

/// Whether the byte at `at` is a full stop after a plain lower-case word and before a capital:
/// then it ends a sentence whatever else there is.
pub(super) fn is_plain(bytes: &[u8], at: usize) -> bool {
    // no abbreviation that takes a capital behind it has five lower-case letters
    let Some([a, b, c, d, e, b'.', b' ', b'A'..=b'Z']) = at
        .checked_sub(5)
        .and_then(|from| bytes[from..].first_chunk())
    else {
        return false;
    };
    [a, b, c, d, e].iter().all(|byte| byte.is_ascii_lowercase())
}

/// Whether the sentence ends with the stop.
pub(super) fn ends(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    match case.stop.kind {
        Kind::Wide => true,
        _ if next.first == First::End => false,
        _ if !next.gap => unspaced(case),
        Kind::Emphatic => emphatic(case),
        Kind::Ellipsis => ellipsis(next),
        Kind::Period => period(case),
    }
}

/// A full stop, with white space behind it.
fn period(case: &Context<'_, '_>) -> bool {
    match case.next.first {
        First::End | First::Other => false,
        First::Lower if !opens_low(case.next.word) => false,
        First::Dash => abbreviation::is_none(case) && dash_opens(case),
        _ => abbreviation::ends(case),
    }
}

/// `…!` or `…?`, with white space behind it.
fn emphatic(case: &Context<'_, '_>) -> bool {
    match case.next.first {
        First::Upper => !attributed(case) && !brand(case),
        First::Digit | First::Sign => true,
        First::Lower => opens_low(case.next.word),
        First::Dash | First::Other | First::End => false,
    }
}

/// Several full stops, with white space behind them.
fn ellipsis(next: &Next<'_>) -> bool {
    // "I" is a capital anywhere: it says nothing
    let pronoun = next
        .word
        .strip_prefix('I')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’']));
    next.first == First::Upper && (next.quoted || !pronoun)
}

/// A stop directly before other text: "ended.The".
fn unspaced(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    if next.first != First::Upper || !next.word.chars().nth(1).is_some_and(char::is_lowercase) {
        return false;
    }
    let plain = case.word.len() > 2 && case.word.bytes().all(|byte| byte.is_ascii_lowercase());
    case.stop.kind != Kind::Period
        || (plain || case.stop.quoted || case.stop.bracketed) && abbreviation::is_none(case)
}

/// Whether a name and a verb of saying follow: `"Why?" Lund asked.`
fn attributed(case: &Context<'_, '_>) -> bool {
    if !case.stop.quoted || case.next.quoted || case.is(case.next.word, Follower::STARTER) {
        return false;
    }
    let (mut word, mut at) = (case.next.word, case.next.at);
    for _ in 0..6 {
        (word, at) = case.word_after(word, at);
        if word.is_empty() {
            return false;
        }
        if case.is(word, Follower::SAYING) && word.starts_with(char::is_lowercase) {
            return true;
        }
    }
    false
}

/// Whether the stop belongs to a name such as "Yahoo!".
fn brand(case: &Context<'_, '_>) -> bool {
    case.tables.brands.contains(case.word)
        && case.word.bytes().any(|byte| byte.is_ascii_uppercase())
        && !case.is(case.next.word, Follower::STARTER)
}

/// Whether a dash opens what follows: "– Item".
fn dash_opens(case: &Context<'_, '_>) -> bool {
    let after = case.text[case.next.at..].trim_start_matches(is_dash);
    let after = &after[skip_blanks(after, 0)..];
    after.starts_with(char::is_uppercase)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// Whether a word without a first capital opens a sentence all the same: "iPhone", "al-Shabab".
fn opens_low(word: &str) -> bool {
    word.chars().skip(1).take(3).any(char::is_uppercase)
}
