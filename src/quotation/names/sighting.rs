//! [`Sighting`]s: where an article names somebody or something.
//!
//! One pass hops from capital letter to capital letter and reads the run of capitalised words there; which
//! of them are the name is told by `person`, who is who by `cast`.

use crate::language::{NameTables, Word};
use crate::quotation::names::person::{Opening, PersonName};
use crate::quotation::names::run::{
    Run, Token, is_upper, small_word_before, starts_word, word_before,
};
use crate::scan::{self, Scan};
use crate::span::Span;

/// More sightings than any article has; what a longer text names after them stays unknown.
const MAX_SIGHTINGS: usize = 1 << 16;

/// What tells whether someone is a man or a woman.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Gender {
    /// The gender that `word` tells; none if it tells both.
    pub(crate) fn of(word: Word) -> Self {
        match (word.is(Word::MALE), word.is(Word::FEMALE)) {
            (true, false) => Self::Male,
            (false, true) => Self::Female,
            _ => Self::Unknown,
        }
    }

    /// Whether both can be one person's.
    pub(crate) fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }

    /// This one, or the other where this tells nothing.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }
}

/// What a run of capitalised words looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A title, a role or a given name says that it is a person.
    Person,
    /// It may be one.
    Plain,
    /// A body: "State Department".
    Organisation,
    /// "He" or "She".
    Pronoun,
    /// A place, a people, a day: a person only where one bears that name.
    Other,
}

/// Capitalised words that name somebody or something.
#[allow(clippy::struct_excessive_bools)] // each tells another thing of the words
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sighting {
    /// The name, without titles and possessive s.
    pub(crate) name: Span,
    /// Where its first word ends.
    pub(super) first_end: usize,
    /// The [`folded`](crate::language::folded) first word.
    pub(crate) first_key: u64,
    /// The [`folded`](crate::language::folded) family name: the last word but for a suffix.
    pub(crate) last_key: u64,
    /// That of the first of two family names: "Vega" of "Ana Vega Lund"; 0 for none.
    pub(crate) middle_key: u64,
    pub(crate) words: u8,
    pub(crate) form: Form,
    /// Given name and family name.
    pub(crate) full: bool,
    /// Whether it starts with a known given name.
    pub(crate) given: bool,
    /// The key of "Jr." or the like that ends it, 0 for none.
    pub(crate) suffix: u64,
    /// The first word may just be the first of its sentence: "Will", "Speaking".
    pub(crate) doubtful: bool,
    pub(crate) possessive: bool,
    /// What a title or a given name tells.
    pub(crate) gender: Gender,
    /// The place in [`people`](crate::quotation::names::cast::Cast::people).
    pub(crate) person: Option<u16>,
}

impl Sighting {
    pub(super) fn of(span: Span, form: Form, gender: Gender) -> Self {
        Self {
            name: span,
            first_end: span.end,
            first_key: 0,
            last_key: 0,
            middle_key: 0,
            words: 1,
            form,
            full: false,
            given: false,
            suffix: 0,
            doubtful: false,
            possessive: false,
            gender,
            person: None,
        }
    }

    /// The first word of the name.
    pub(crate) fn first(&self) -> Span {
        Span::new(self.name.start, self.first_end)
    }

    /// Whether it can name a person.
    pub(crate) fn is_personal(&self) -> bool {
        matches!(self.form, Form::Person | Form::Plain)
    }
}

/// The capitalised names of `text` in order; nobody is linked to anybody yet.
pub(crate) fn sightings(text: &str, sentences: &[Span], tables: &NameTables) -> Vec<Sighting> {
    let mut sightings = Vec::with_capacity((text.len() / 48).min(MAX_SIGHTINGS));
    let mut run = Run::default();
    let mut at = 0;
    let mut scan = Scan::new(text);
    while let Some(start) = next_capital(text, &mut scan, at) {
        if sightings.len() >= MAX_SIGHTINGS {
            break;
        }
        run.read(text, start, sentences, tables);
        at = run.end.max(start + 1);
        if let Some(sighting) = sighting(text, &run, tables) {
            sightings.push(sighting);
        }
    }
    sightings
}

/// The sightings whose name starts within `span`, by number.
pub(crate) fn within(sightings: &[Sighting], span: Span) -> core::ops::Range<usize> {
    let from = sightings.partition_point(|s| s.name.start < span.start);
    let to = sightings.partition_point(|s| s.name.start < span.end);
    from..to.max(from)
}

/// Bytes that can begin a capital letter: those of ASCII, and the first ones of longer letters; a
/// few others too.
struct Capital;

impl scan::ByteClass for Capital {
    #[allow(clippy::needless_bitwise_bool)] // branch-free, see `scan::ByteClass::holds`
    fn holds(byte: u8) -> bool {
        (byte & 0x60 == 0x40) | (byte == 0xe1)
    }
}

/// The next capital letter from `at` on at the start of a word.
fn next_capital(text: &str, scan: &mut Scan<Capital>, at: usize) -> Option<usize> {
    scan.skip_to(at);
    loop {
        let at = scan.peek()?;
        if is_upper(text, at) && starts_word(text, at) {
            return Some(at);
        }
        scan.advance();
    }
}

/// What the run names.
fn sighting(text: &str, run: &Run, tables: &NameTables) -> Option<Sighting> {
    let tokens = run.tokens();
    let openers = Word::OPENER.or(Word::PRONOUN);
    // "the High Court"
    let names = Word::GIVEN.or(Word::ORGANISATION);
    let place = |at: usize| tokens.get(at).is_some_and(|t| t.word.is(Word::PLACE));
    let skipped = (0..tokens.len())
        .take_while(|&at| tokens[at].word.is(openers) && !tokens[at].word.is(names))
        // "New York" opens with a word that may open a sentence.
        .take_while(|&at| !(place(at) && place(at + 1)))
        .count();
    let skipped = skipped + usize::from(skipped == 0 && opens_with_gerund(text, tokens));
    let Some((first, last)) = tokens[skipped..].first().zip(tokens.last()) else {
        return pronoun(tokens);
    };
    let whole = Span::new(first.span.start, last.span.end);
    let before = || {
        (skipped == 0)
            .then(|| noun_before(text, whole, tables))
            .flatten()
    };
    let tokens = &tokens[skipped..];
    let opens = || match skipped {
        0 if starts_sentence(text, whole.start) => Opening::Sentence,
        0 if is_department(text, whole.start, tables) => Opening::Department,
        _ => Opening::Other,
    };
    let read = if run.ampersand || text[whole].contains('&') {
        Err(Form::Organisation)
    } else {
        PersonName::new(text, tokens, opens, tables).read(before)
    };
    let mut sighting = read.unwrap_or_else(|form| {
        let mut other = Sighting::of(whole, form, Gender::Unknown);
        if tokens.len() == 1 || form == Form::Organisation {
            other.last_key = last.key;
        }
        other
    });
    sighting.possessive = run.possessive;
    let opens = match tokens {
        [token] => token.word == Word::default() && is_derived(&text[token.span]),
        _ => sighting.full && first.word.is(Word::OPENER),
    };
    sighting.doubtful = opens && starts_sentence(text, first.span.start);
    Some(sighting)
}

/// "He" or "She" alone.
fn pronoun(tokens: &[Token]) -> Option<Sighting> {
    let token = tokens.last().filter(|t| t.word.is(Word::PRONOUN))?;
    let gender = Gender::of(token.word);
    (gender != Gender::Unknown).then(|| Sighting::of(token.span, Form::Pronoun, gender))
}

/// Whether the first word may just be what its sentence does: "Considering Poe’s words".
fn opens_with_gerund(text: &str, tokens: &[Token]) -> bool {
    /// Bytes of the shortest word of which this is said: "Ming" is a name.
    const SHORTEST: usize = 7;
    let [first, _, ..] = tokens else {
        return false;
    };
    first.word == Word::default()
        && first.span.len() >= SHORTEST
        && text[first.span].ends_with("ing")
        && starts_sentence(text, first.span.start)
}

/// Whether it looks like an adverb or a participle: "Sadly", "Speaking".
fn is_derived(word: &str) -> bool {
    word.ends_with("ly") || word.ends_with("ing")
}

/// The noun right before the name that says what bears it: "analyst" of "analyst Xu Li", "company" of "the
/// company, Xu Li". A role before a comma does so if it has a gender: "his wife, Xu".
fn noun_before(text: &str, name: Span, tables: &NameTables) -> Option<Word> {
    let before = text.as_bytes()[..name.start].strip_suffix(b" ")?;
    if let Some(apposed) = before.strip_suffix(b",") {
        let (key, length) = small_word_before(apposed);
        let word = tables.keyed(key);
        let kin = word.is(Word::ROLE) && Gender::of(word) != Gender::Unknown;
        let body = is_body(word) && text[name.end..].starts_with(',');
        let explained = || is_explained(&apposed[..apposed.len() - length], tables);
        return (kin || body && explained()).then_some(word);
    }
    let (key, length) = small_word_before(before);
    let word = match before[..before.len() - length].last() {
        Some(b'-' | b'A'..=b'Z' | b'a'..=b'z') => {
            let word = word_before(text, name.start)?;
            tables.word(Some(word).filter(|w| w.as_bytes()[0].is_ascii_lowercase())?)
        }
        _ => tables.keyed(key),
    };
    Some(word).filter(|&word| word.is(Word::ROLE) || is_body(word))
}

/// Whether a noun behind `before` is what the name behind it explains: "the company, Xu Li", but "In one
/// post, Xu Li, who left", "the head of the company, Xu Li".
fn is_explained(before: &[u8], tables: &NameTables) -> bool {
    let article = before.strip_suffix(b"he ");
    article.is_some_and(|before| {
        let before = before.strip_suffix(b" t").unwrap_or(before);
        let (key, _) = small_word_before(before);
        !tables.keyed(key).is(Word::PREPOSITION)
    })
}

/// "company", "bank"
fn is_body(word: Word) -> bool {
    word.is(Word::ORGANISATION) && !word.is(Word::ROLE.or(Word::GROUP))
}

/// Whether what an office is for stands at `at`: "Secretary of Labor", "Leader of the Opposition",
/// "Secretary of State for Health", "Secretary of Health and Welfare".
fn is_department(text: &str, at: usize, tables: &NameTables) -> bool {
    const LINKS: usize = 3;
    // "Supervisor of Elections", but "mother of Zorka Mira Poe"
    let office = |word: &str| {
        let known = tables.word(word);
        let role = known.is(Word::ROLE) && word.starts_with(char::is_uppercase);
        role || known.is(Word::TITLE.or(Word::OFFICE))
    };
    let mut before = &text[..at];
    for _ in 0..LINKS {
        before = before.strip_suffix("the ").unwrap_or(before);
        let mut links = ["of ", "for ", "and "].into_iter();
        let linked = links.find_map(|link| Some((before.strip_suffix(link)?, link)));
        let Some((rest, link)) = linked else {
            return false;
        };
        let Some(word) = word_before(rest, rest.len()) else {
            return false;
        };
        if office(word) {
            return link != "and ";
        }
        before = &rest[..rest.len() - word.len() - 1];
    }
    false
}

/// Whether `at` is where a sentence or a line starts.
fn starts_sentence(text: &str, at: usize) -> bool {
    let mut before = &text.as_bytes()[..at];
    while let [rest @ .., b'"' | b'\'' | b'(' | b' '] | [rest @ .., 0xe2, 0x80, 0x9c | 0x98] =
        before
    {
        before = rest;
    }
    matches!(
        before,
        [] | [.., b'.' | b'!' | b'?' | b'\n' | b':'] | [.., 0xe2, 0x80, 0x9d | 0xa6]
    )
}

#[cfg(test)]
mod tests {
    use super::{Scan, next_capital};

    #[test]
    fn finds_the_capitals_that_start_words() {
        let unit = "The Poe-Hill McCoy ÉTÉ said: “Ärger” [x] @Ann é Ộng naÏve Жук 1A 王Al.\n";
        for repeat in 0..9 {
            let text = unit.repeat(repeat);
            let mut before = ' ';
            let mut slow = Vec::new();
            for (at, c) in text.char_indices() {
                if c.is_uppercase() && !before.is_alphanumeric() {
                    slow.push(at);
                }
                before = c;
            }
            let mut scan = Scan::new(&text);
            let mut found = Vec::new();
            let mut at = 0;
            while let Some(start) = next_capital(&text, &mut scan, at) {
                found.push(start);
                at = start + 1;
            }
            assert_eq!(found, slow);
        }
    }
}
