//! [`Sighting`]s: where an article names somebody or something.
//!
//! One pass hops from capital letter to capital letter, reads the run of capitalised words there
//! and tells the name in it from titles, places and bodies. Who is who is told by `cast`.

use crate::language::keyed::has_inner_capital;
use crate::language::{NameTables, Word, folded};
use crate::quotation::names::run::{
    Run, Token, is_upper, small_word_before, starts_word, word_before,
};
use crate::scan::{self, Scan};
use crate::span::Span;

/// More sightings than any article has; what a longer text names after them stays unknown.
const MAX_SIGHTINGS: usize = 1 << 16;
/// Words of the longest name.
const MAX_NAME: usize = 6;

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
    first_end: usize,
    /// The [`folded`] first word.
    pub(crate) first_key: u64,
    /// The [`folded`] family name: the last word but for a suffix.
    pub(crate) last_key: u64,
    pub(crate) words: u8,
    pub(crate) form: Form,
    /// Given name and family name.
    pub(crate) full: bool,
    /// Whether it starts with a known given name.
    pub(crate) given: bool,
    /// Whether it ends in "Jr." or the like.
    pub(crate) suffix: bool,
    /// The first word may just be the first of its sentence: "Will", "Speaking".
    pub(crate) doubtful: bool,
    pub(crate) possessive: bool,
    /// What a title or a given name tells.
    pub(crate) gender: Gender,
    /// The place in [`people`](crate::quotation::names::cast::Cast::people).
    pub(crate) person: Option<u16>,
}

impl Sighting {
    fn of(span: Span, form: Form, gender: Gender) -> Self {
        Self {
            name: span,
            first_end: span.end,
            first_key: 0,
            last_key: 0,
            words: 1,
            form,
            full: false,
            given: false,
            suffix: false,
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

impl scan::Kind for Capital {
    #[allow(clippy::needless_bitwise_bool)] // see there
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
    let place = |at: usize| tokens.get(at).is_some_and(|t| t.word.is(Word::PLACE));
    let skipped = (0..tokens.len())
        .take_while(|&at| tokens[at].word.is(openers) && !tokens[at].word.is(Word::GIVEN))
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
            .then(|| role_before(text, whole.start, tables))
            .flatten()
    };
    let tokens = &tokens[skipped..];
    // "Secretary of Labor Ann Poe"
    let department = || text[..whole.start].ends_with(" of ");
    let opens = || skipped == 0 && (starts_sentence(text, whole.start) || department());
    let read = if run.ampersand || text[whole].contains('&') {
        Err(Form::Organisation)
    } else {
        read_name(text, tokens, opens, before, tables)
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

/// The name of a person at the end of `tokens`; what else they are if they name none.
fn read_name(
    text: &str,
    tokens: &[Token],
    opens: impl Fn() -> bool,
    before: impl Fn() -> Option<Word>,
    tables: &NameTables,
) -> Result<Sighting, Form> {
    let last = tokens
        .iter()
        .rposition(|t| !t.word.is(Word::SUFFIX))
        .unwrap_or(0);
    let (start, titled, mut gender) = name_start(tokens, last, opens);
    let name = &tokens[start..];
    let (first, family) = (&name[0], &name[last - start]);
    let single = last == start;
    let given = first.word.is(Word::GIVEN) && !single;
    let bodily = |t: &Token| t.word.is(Word::ORGANISATION) && !t.word.is(Word::GIVEN);
    if family.word.is(Word::ORGANISATION) && !(given && titled) || !given && name.iter().any(bodily)
    {
        return Err(Form::Organisation);
    }
    if given && !titled && is_joined_body(&text[family.span], tables) {
        return Err(Form::Organisation);
    }
    if !titled && single && start > 0 {
        // "Boston Comets", "Boeing Defence", but "North Carolina", "Ohio Republican"
        let outside = tokens[start - 1]
            .word
            .is(Word::PLACE.or(Word::ORGANISATION));
        if family.word.is(Word::PLACE) || outside && family.word != Word::default() {
            return Err(Form::Other);
        }
        if outside {
            return Err(Form::Organisation);
        }
    }
    // "Prime Minister", "Former Secretary"
    if titled && single && family.word.is(Word::TITLE) && tokens[start - 1].word.is(Word::MODIFIER)
    {
        return Err(Form::Other);
    }
    if !titled && single && is_brand(&text[family.span], tables) {
        return Err(Form::Organisation);
    }
    let initial = name[..last - start].iter().any(|t| t.span.len() == 1);
    let nobody = !titled && !given && !initial && is_other(family.word, single);
    if nobody || is_party(family.word) || name.len() > MAX_NAME {
        return Err(Form::Other);
    }
    let role = if start == 0 { before() } else { None };
    gender = gender.or(role.map_or(Gender::Unknown, Gender::of));
    if given {
        gender = gender.or(Gender::of(first.word));
    }
    let end = &name[name.len() - 1];
    // "Jr.", "A.P."
    let abbreviated = end.word.is(Word::SUFFIX) || end.joined && text[end.span].contains('.');
    let dot = abbreviated && text.as_bytes().get(end.span.end) == Some(&b'.');
    let particles = name
        .iter()
        .take_while(|t| t.word.is(Word::PARTICLE) && !t.word.is(Word::GIVEN))
        .count();
    let person = titled || given || role.is_some() || initial && !single;
    Ok(Sighting {
        first_end: first.span.end,
        first_key: first.key,
        last_key: without_particle(text, family, tables),
        words: u8::try_from(name.len()).unwrap_or(u8::MAX),
        full: start + particles < last && first.key != family.key,
        given,
        suffix: end.word.is(Word::SUFFIX) && name.len() > 1,
        ..Sighting::of(
            Span::new(first.span.start, end.span.end + usize::from(dot)),
            if person { Form::Person } else { Form::Plain },
            gender,
        )
    })
}

/// Whether a name that ends in `family` is a place's or a people's rather than a person's.
fn is_other(family: Word, single: bool) -> bool {
    let outside = Word::PLACE.or(Word::PROPER);
    let people = Word::GROUP.or(Word::TITLE).or(Word::ROLE);
    if !single {
        return family.is(outside.or(people));
    }
    let nouns = Word::OPENER.or(Word::DOCUMENT).or(people);
    family.is(outside.or(nouns)) && !family.is(Word::GIVEN)
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

/// Whether a capital stands in the midst of it, other than in `McHill`: `CopyDesk`.
fn is_brand(word: &str, tables: &NameTables) -> bool {
    if !has_inner_capital(word.as_bytes()) {
        return false;
    }
    let inner = word.bytes().skip(1).position(|b| b.is_ascii_uppercase());
    let Some(head) = inner.and_then(|at| word.get(..=at)) else {
        return false;
    };
    let small = head.ends_with(|c: char| c.is_ascii_lowercase());
    small && !tables.word(head).is(Word::PARTICLE)
}

/// Whether it ends as bodies do behind a hyphen: "Post-Gazette".
fn is_joined_body(word: &str, tables: &NameTables) -> bool {
    let tail = word.rsplit_once('-').map(|(_, tail)| tables.word(tail));
    tail.is_some_and(|tail| tail.is(Word::ORGANISATION) && !tail.is(Word::GIVEN))
}

/// Whether it is a people's or a party's name that is said of one person: "Republican".
fn is_party(family: Word) -> bool {
    family.is(Word::PROPER) && family.is(Word::OFFICE.or(Word::ROLE))
}

/// The first word of the name among `tokens`, whether something before it says that it is a
/// person's, and which gender that tells. The word at `last` is always the name's.
fn name_start(tokens: &[Token], last: usize, opens: impl Fn() -> bool) -> (usize, bool, Gender) {
    if last == 0 {
        return (0, false, Gender::Unknown);
    }
    let mut start = 0;
    let mut titled = false;
    let mut gender = Gender::Unknown;
    for (i, token) in tokens[..last].iter().enumerate() {
        let word = token.word;
        let given = word.is(Word::GIVEN);
        let behind_given = i > start && tokens[start].word.is(Word::GIVEN);
        let title = if word.is(Word::TITLE) {
            behind_given || !(given && i == start && i + 1 == last)
        } else {
            word.is(Word::ROLE) && !word.is(Word::PROPER) && !given && !behind_given
        };
        let outside = Word::PLACE
            .or(Word::PROPER)
            .or(Word::OPENER)
            .or(Word::GROUP);
        let before_given = tokens[i + 1].word.is(Word::GIVEN);
        // "Political Affairs Ann Poe", "House Whip Ann Poe": nobody has two rare given names before
        // a common one, or one behind a body
        let behind_body = i > 0 && tokens[i - 1].word.is(Word::ORGANISATION);
        let foreign = (i > start || behind_body) && i + 1 < last && !behind_given && !given;
        let body = before_given && (word.is(Word::ORGANISATION) || foreign);
        if title {
            start = i + 1;
            titled = true;
            gender = Gender::of(word).or(gender);
        } else if i == start && word.is(outside) && !given || body {
            start = i + 1;
        }
    }
    // "Commuter Ann Poe" at the start of a sentence
    let rare = |t: &Token| t.word == Word::default() && t.span.len() > 1;
    let commoner = last > 1 && rare(&tokens[0]) && tokens[1].word.is(Word::GIVEN);
    if start == 0 && commoner && opens() {
        start = 1;
    }
    // "Poe Ann Poe", as some pages repeat it for a link
    if start + 1 < last && tokens[start].key == tokens[last].key {
        start += 1;
    }
    (start, titled, gender)
}

/// The role noun right before the name: "analyst" of "analyst Xu Li", and one that tells a gender
/// before a comma: "his wife, Xu".
fn role_before(text: &str, start: usize, tables: &NameTables) -> Option<Word> {
    let before = text.as_bytes()[..start].strip_suffix(b" ")?;
    if let Some(apposed) = before.strip_suffix(b",") {
        let (key, _) = small_word_before(apposed);
        let word = tables.keyed(key);
        return (word.is(Word::ROLE) && Gender::of(word) != Gender::Unknown).then_some(word);
    }
    let (key, length) = small_word_before(before);
    let word = match before[..before.len() - length].last() {
        Some(b'-' | b'A'..=b'Z' | b'a'..=b'z') => {
            let word = word_before(text, start)?;
            tables.word(Some(word).filter(|w| w.as_bytes()[0].is_ascii_lowercase())?)
        }
        _ => tables.keyed(key),
    };
    Some(word).filter(|word| word.is(Word::ROLE))
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

/// The key of the family name without a particle joined by a hyphen: "Tikri" of "Al-Tikri".
fn without_particle(text: &str, family: &Token, tables: &NameTables) -> u64 {
    let parts = family.joined.then(|| text[family.span].split_once('-'));
    match parts.flatten() {
        Some((head, tail)) if !tail.is_empty() && tables.word(head).is(Word::PARTICLE) => {
            folded(tail)
        }
        _ => family.key,
    }
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
