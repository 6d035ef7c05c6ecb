//! Decides whether a stop ends its sentence.
//!
//! Looks at a bounded window around the stop; the words come from the language's tables.

use crate::language::{Abbreviation, Follower};

use super::abbreviation;
use super::context::{Context, First, skip_blanks, word_before};
use super::stop::Kind;

/// How far the mark of an address is looked for, in bytes.
const LONGEST_ADDRESS: usize = 64;

/// The longest stretch behind a name that commas set off, in bytes.
const LONGEST_ASIDE: usize = 96;

/// The longest clause without a comma that tells whose words those before it are, in words.
const LONGEST_REPORT: usize = 7;

/// The words before an object.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// Where the sentence ends, if it does at the stop.
pub(super) fn end(case: &Context<'_, '_>) -> Option<usize> {
    let next = &case.next;
    let ends = match case.stop.kind {
        Kind::Wide => true,
        _ if next.first == First::End => false,
        Kind::Dash => next.gap && breaks_off(case),
        _ if !next.gap => unspaced(case),
        Kind::Emphatic => emphatic(case),
        Kind::Ellipsis => ellipsis(case),
        Kind::Period => period(case),
    };
    ends.then(|| reference(case).unwrap_or(case.stop.end))
}

/// The end of a reference set as a bare number before the next sentence: "is paid. 8 Yet some".
fn reference(case: &Context<'_, '_>) -> Option<usize> {
    let next = &case.next;
    if next.first != First::Digit || next.quoted || next.bracketed {
        return None;
    }
    let number = case.next_word();
    let (second, at) = case.word_after(number, next.at);
    let is_reference = number.len() <= 3
        && at == next.at + number.len() + 1
        && second.starts_with(char::is_uppercase)
        && !second.chars().nth(1).is_some_and(char::is_uppercase)
        && case.is(second, Follower::STARTER);
    is_reference.then_some(next.at + number.len())
}

/// A full stop, with white space behind it.
fn period(case: &Context<'_, '_>) -> bool {
    match case.next.first {
        First::End | First::Other => false,
        First::Lower if !opens_low(case.next_word()) => low(case) && abbreviation::is_none(case),
        First::Dash => abbreviation::is_none(case) && dash_opens(case),
        First::Digit if case.in_brackets() => false,
        _ => abbreviation::ends(case),
    }
}

/// `…!` or `…?`, with white space behind it.
fn emphatic(case: &Context<'_, '_>) -> bool {
    match case.next.first {
        First::Upper => !attributed(case) && !brand(case),
        First::Digit => !case.next.bracketed,
        First::Sign => true,
        First::Lower => {
            opens_low(case.next_word()) || !trails(case) && low(case) && !reported(case)
        }
        First::Dash | First::Other | First::End => false,
    }
}

/// Whether dots follow the mark: "Is it? ..."
fn trails(case: &Context<'_, '_>) -> bool {
    case.text[..case.stop.end].ends_with(['.', '…'])
}

/// Whether a short clause follows that tells whose words those before are: "Who pays? the mayor
/// asked."
fn reported(case: &Context<'_, '_>) -> bool {
    let (mut word, mut at) = (case.next_word(), case.next.at);
    let mut said = false;
    for _ in 0..LONGEST_REPORT {
        let verb = says(case, word);
        said |= verb;
        match case.text.as_bytes().get(at + word.len()) {
            Some(b' ') => (word, at) = case.word_after(word, at),
            Some(b',') => return verb,
            Some(b'.' | b'!' | b'?') => return said,
            _ => return false,
        }
    }
    false
}

/// Several full stops, with white space behind them.
fn ellipsis(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    // "I" is a capital anywhere: it says nothing
    if next.first == First::Lower {
        return is_url(case.next_word());
    }
    next.first == First::Upper
        && (next.quoted || !is_pronoun(case.next_word()))
        && !(next.bracketed && case.stop.bracketed
            || leads(case)
            || attributed(case)
            || dangles(case))
}

/// Whether a name follows dots behind a word that no clause ends with: "The winner is... Ada Lund".
fn dangles(case: &Context<'_, '_>) -> bool {
    case.is(case.word, Follower::DANGLING) && !case.is(case.next_word(), Follower::STARTER)
}

fn is_url(word: &str) -> bool {
    ["http", "https", "www"].contains(&word)
}

/// Whether the dots open their sentence.
fn leads(case: &Context<'_, '_>) -> bool {
    let before = &case.text[case.start..case.stop.start];
    before.len() < 8 && !before.contains(char::is_alphanumeric)
}

/// Whether speech breaks off at a dash: "We need a — Do you have one?"
fn breaks_off(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    let word = case.next_word();
    let before = case.text[case.start..case.stop.start].strip_suffix(' ');
    // "The Lion" is a name, set off by dashes
    let name = matches!(
        case.text.as_bytes()[next.at + word.len()..],
        [b' ', b'A'..=b'Z', ..]
    );
    next.first == First::Upper
        && !next.quoted
        && !next.bracketed
        && !name
        && !is_pronoun(word)
        && (case.is(word, Follower::STARTER) || is_stutter(word))
        && before.is_some_and(|before| last_word(before).starts_with(char::is_lowercase))
}

/// "A-", "Th-" …
fn is_stutter(word: &str) -> bool {
    word.len() < 4 && word.ends_with('-')
}

/// The letters, hyphens and apostrophes at the end of `text`, or the last of them.
fn last_word(text: &str) -> &str {
    let word = |byte: &u8| !byte.is_ascii_whitespace();
    let len = text
        .bytes()
        .rev()
        .take(LONGEST_ADDRESS)
        .take_while(word)
        .count();
    text.get(text.len() - len..).unwrap_or_default()
}

/// "I", "I'm" …
fn is_pronoun(word: &str) -> bool {
    word.strip_prefix('I')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’']))
}

/// Whether a sentence begins in lower case: after a plain word, and not on with the clause around
/// a quotation or in brackets.
fn low(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    if next.bracketed {
        return !case.stop.quoted && case.text[..next.at].ends_with('(');
    }
    let marker = case.next_word().len() == 1 && case.text[next.at + 1..].starts_with(')');
    let plain = case.after_plain()
        || case.stop.kind == Kind::Period
            && case.is(case.next_word(), Follower::STARTER)
            && !case.is(case.next_word(), Follower::PREPOSITION);
    let known = case.tables.abbreviations.contains(case.word);
    (plain && !known || is_url(case.next_word()))
        && !marker
        && !case.stop.quoted
        && !case.stop.bracketed
        && !case.in_brackets()
}

/// A stop directly before other text: "ended.The".
fn unspaced(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    let word = case.next_word();
    let single = case.stop.kind == Kind::Period
        && (word == "I" || word == "A" && case.text[next.at + 1..].starts_with(' '));
    if next.first != First::Upper
        || !(single || word.chars().nth(1).is_some_and(char::is_lowercase))
    {
        return false;
    }
    let starts = case.is(word, Follower::STARTER);
    // "No" and such are short for other words elsewhere: `"No."She left`
    case.stop.kind != Kind::Period && !leads(case)
        || starts
            && (case.stop.quoted || !single && case.word.len() > 2 && abbreviation::ends(case))
        || (case.word.len() > 2 || case.stop.quoted || case.stop.bracketed || closes(case))
            && abbreviation::is_none(case)
            && !is_address(&case.text[next.at..])
}

/// Whether a closing mark or a figure that numbers nothing stands before the stop: `"no".She`,
/// "rose to 12%.The", "won 3-1.Lund", but "Article 5.The".
fn closes(case: &Context<'_, '_>) -> bool {
    let before = &case.text[case.start..case.stop.start];
    let counted = || {
        let before = case.text[case.start..case.word_start].trim_end();
        let noun = word_before(case.text, case.start, case.start + before.len());
        !case.opens() && !noun.starts_with(char::is_uppercase)
    };
    let figure =
        before.ends_with('%') || before.ends_with(|c: char| c.is_ascii_digit()) && counted();
    // a year, a score or a date
    let whole = || {
        let ahead = &case.text[case.start..case.word_start];
        case.word.len() > 3 || ahead.ends_with(['-', '–', '/'])
    };
    let month = || case.tables.abbreviations.get(case.next_word()) == Some(Abbreviation::Month);
    before.ends_with(['"', '”', '’', ')', ']'])
        || figure && (case.is(case.next_word(), Follower::STARTER) || whole() && !month())
}

/// Whether `rest` goes on with an e-mail or web address: "Ada.Lund@example.org".
fn is_address(rest: &str) -> bool {
    ["Com", "Net", "Org"]
        .iter()
        .any(|name| rest.starts_with(name))
        || rest
            .bytes()
            .take(LONGEST_ADDRESS)
            .take_while(|byte| !byte.is_ascii_whitespace())
            .any(|byte| matches!(byte, b'@' | b'/'))
}

/// Whether a name and a verb of saying follow: `"Why?" Lund asked.`
fn attributed(case: &Context<'_, '_>) -> bool {
    let next = &case.next;
    let (mut word, mut at) = (case.next_word(), next.at);
    let speaks = || is_pronoun(word) || is_title(case, word) || !case.is(word, Follower::STARTER);
    if !case.stop.quoted || next.quoted || !speaks() {
        return false;
    }
    // "Oster's mayor, Ada Lund, asked"
    let owned = word.ends_with("'s") || word.ends_with("’s");
    let mut named = true;
    for _ in 0..6 {
        named &= owned || word.starts_with(char::is_uppercase);
        (word, at) = case.word_after(word, at);
        if word.is_empty() {
            return named && case.text[at..].starts_with(',') && says_behind_aside(case, at);
        }
        if says(case, word) {
            return true;
        }
    }
    false
}

/// "Mr", "Dr" …
fn is_title(case: &Context<'_, '_>, word: &str) -> bool {
    case.tables.abbreviations.get(word) == Some(Abbreviation::Title)
}

/// Whether a verb of saying follows what two commas set off behind a name, and no object follows the
/// verb: `"Why?" Lund, 40, asked.`, but `"Why?" Lund, a nurse, called a friend.`
fn says_behind_aside(case: &Context<'_, '_>, comma: usize) -> bool {
    let goes_on = |byte: &&u8| !matches!(byte, b'.' | b'!' | b'?' | b'"' | b'\n');
    let rest = &case.text.as_bytes()[comma..];
    let aside = rest.iter().take(LONGEST_ASIDE).take_while(goes_on).count();
    for close in memchr::memchr_iter(b',', &rest[..aside]).skip(1) {
        let (word, at) = case.word_after("", comma + close + 1);
        if says(case, word) {
            let object = case.word_after(word, at).0;
            return !ARTICLES.contains(&object)
                && !object.starts_with(|c: char| c.is_ascii_digit());
        }
        // "Lund, 40, of Oster, Maine, asked"
        if !(word.starts_with(char::is_uppercase) || case.is(word, Follower::PREPOSITION)) {
            return false;
        }
    }
    false
}

/// Whether `word` is a verb of saying.
fn says(case: &Context<'_, '_>, word: &str) -> bool {
    case.is(word, Follower::SAYING) && word.starts_with(char::is_lowercase)
}

/// Whether the stop belongs to a name such as "Yahoo!".
fn brand(case: &Context<'_, '_>) -> bool {
    case.tables.brands.contains(case.word)
        && case.word.bytes().any(|byte| byte.is_ascii_uppercase())
        && !case.is(case.next_word(), Follower::STARTER)
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
