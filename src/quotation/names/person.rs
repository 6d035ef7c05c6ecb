//! [`PersonName`]: the words of a run of capitals that may be a person's name.
//!
//! Told from titles, places, bodies and brands by what the words of the run can be. Where a run stands
//! and how it is read is none of its business.

use crate::language::keyed::has_inner_capital;
use crate::language::{NameTables, Word, folded};
use crate::quotation::names::run::Token;
use crate::quotation::names::sighting::{Form, Gender, Sighting};
use crate::span::Span;

/// Words of the longest name.
const MAX_NAME: usize = 6;

/// What a run opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Sentence,
    /// What an office is for: "Secretary of Labor Ann Poe".
    Department,
    Other,
}

/// The end of a run, from the first word that no title or place is.
pub(super) struct PersonName<'r> {
    text: &'r str,
    tables: &'r NameTables,
    /// The words before it: "Mr.", "Boston".
    before: &'r [Token],
    name: &'r [Token],
    /// Where the family name stands in it: the last word but for a suffix.
    last: usize,
    /// Whether a title or a role stands before it.
    titled: bool,
    gender: Gender,
}

impl<'r> PersonName<'r> {
    /// What may be one at the end of `tokens`, of which there are some; `opens` tells what they
    /// open.
    pub(super) fn new(
        text: &'r str,
        tokens: &'r [Token],
        opens: impl Fn() -> Opening,
        tables: &'r NameTables,
    ) -> Self {
        let last = tokens
            .iter()
            .rposition(|t| !t.word.is(Word::SUFFIX))
            .unwrap_or(0);
        let (start, titled, gender) = name_start(tokens, last, opens);
        let (before, name) = tokens.split_at(start);
        Self {
            text,
            tables,
            before,
            name,
            last: last - start,
            titled,
            gender,
        }
    }

    /// The person whose name it is, or what else it names; `noun` tells which one says so before the run.
    pub(super) fn read(&self, noun: impl Fn() -> Option<Word>) -> Result<Sighting, Form> {
        if let Some(form) = self.other_form() {
            return Err(form);
        }
        let noun = if self.before.is_empty() { noun() } else { None };
        let role = noun.filter(|noun| noun.is(Word::ROLE));
        let named = self.titled || self.is_given() || self.is_single();
        if noun.is_some() && role.is_none() && !named {
            return Err(Form::Organisation);
        }
        let person = self.titled
            || self.is_given()
            || role.is_some()
            || self.has_initial() && !self.is_single();
        let mut gender = self.gender.or(role.map_or(Gender::Unknown, Gender::of));
        if self.is_given() {
            gender = gender.or(Gender::of(self.first().word));
        }
        let form = if person { Form::Person } else { Form::Plain };
        let particle = |t: &&Token| t.word.is(Word::PARTICLE) && !t.word.is(Word::GIVEN);
        let particles = self.name.iter().take_while(particle).count();
        let [first, family] = [self.first(), self.family()];
        Ok(Sighting {
            first_end: first.span.end,
            first_key: first.key,
            last_key: self.family_key(),
            middle_key: self.first_family_key(),
            words: u8::try_from(self.name.len()).unwrap_or(u8::MAX),
            full: particles < self.last && first.key != family.key,
            given: self.is_given(),
            suffix: self.suffix_key(),
            ..Sighting::of(self.span(), form, gender)
        })
    }

    fn first(&self) -> &Token {
        &self.name[0]
    }

    fn family(&self) -> &Token {
        &self.name[self.last]
    }

    fn end(&self) -> &Token {
        &self.name[self.name.len() - 1]
    }

    fn is_single(&self) -> bool {
        self.last == 0
    }

    /// Whether it starts with a given name.
    fn is_given(&self) -> bool {
        self.first().word.is(Word::GIVEN) && !self.is_single()
    }

    fn has_initial(&self) -> bool {
        self.name[..self.last].iter().any(|t| t.initial)
    }

    /// Its words, with the full stop of "Jr." and "A.P.".
    fn span(&self) -> Span {
        let end = self.end();
        let inside = || end.joined && self.text[end.span].contains('.');
        let abbreviated = end.word.is(Word::SUFFIX) || inside();
        let dot = abbreviated && self.text.as_bytes().get(end.span.end) == Some(&b'.');
        Span::new(self.first().span.start, end.span.end + usize::from(dot))
    }

    /// What it names if that is no person.
    fn other_form(&self) -> Option<Form> {
        if self.is_body() {
            return Some(Form::Organisation);
        }
        let lone = !self.titled && self.is_single();
        self.behind_place()
            .or_else(|| self.is_office().then_some(Form::Other))
            .or_else(|| (lone && self.is_brand()).then_some(Form::Organisation))
            .or_else(|| self.is_nobody().then_some(Form::Other))
    }

    /// "State Department", "Ann Post-Gazette", but "Mrs Hall"
    fn is_body(&self) -> bool {
        if self.is_addressed() {
            return false;
        }
        let family = self.family();
        let bodily = |t: &Token| t.word.is(Word::ORGANISATION) && !t.word.is(Word::GIVEN);
        family.word.is(Word::ORGANISATION) && !(self.is_given() && self.titled)
            || !self.is_given() && self.name.iter().any(bodily)
            || self.is_given() && !self.titled && self.is_joined_body()
    }

    /// Whether a title that no body has stands before it: one of a gender, or a short one.
    fn is_addressed(&self) -> bool {
        const SHORT: usize = 4;
        let short = |t: &Token| t.word.is(Word::TITLE) && t.span.len() <= SHORT;
        let title = self.gender != Gender::Unknown || self.before.last().is_some_and(short);
        self.titled && self.is_single() && title
    }

    /// Whether it ends as bodies do behind a hyphen: "Post-Gazette".
    fn is_joined_body(&self) -> bool {
        let word = &self.text[self.family().span];
        let tail = word
            .rsplit_once('-')
            .map(|(_, tail)| self.tables.word(tail));
        tail.is_some_and(|tail| tail.is(Word::ORGANISATION) && !tail.is(Word::GIVEN))
    }

    /// "Boston Comets", "Boeing Defence", but "North Carolina", "Ohio Republican"
    fn behind_place(&self) -> Option<Form> {
        let before = self.before.last()?;
        if self.titled || !self.is_single() {
            return None;
        }
        let outside = before.word.is(Word::PLACE.or(Word::ORGANISATION));
        let family = self.family().word;
        if family.is(Word::PLACE) || outside && family != Word::default() {
            return Some(Form::Other);
        }
        outside.then_some(Form::Organisation)
    }

    /// "Prime Minister", "Former Secretary"
    fn is_office(&self) -> bool {
        let title = self.titled && self.is_single() && self.family().word.is(Word::TITLE);
        title
            && self
                .before
                .last()
                .is_some_and(|t| t.word.is(Word::MODIFIER))
    }

    /// Whether a capital stands in the midst of it, other than in `McHill`: `CopyDesk`.
    fn is_brand(&self) -> bool {
        let word = &self.text[self.family().span];
        if !has_inner_capital(word.as_bytes()) {
            return false;
        }
        let inner = word.bytes().skip(1).position(|b| b.is_ascii_uppercase());
        let Some(head) = inner.and_then(|at| word.get(..=at)) else {
            return false;
        };
        let small = head.ends_with(|c: char| c.is_ascii_lowercase());
        small && !self.tables.word(head).is(Word::PARTICLE)
    }

    /// Whether it is a place's, a people's or a party's, or too long for a name.
    fn is_nobody(&self) -> bool {
        let family = self.family().word;
        let known = self.titled || self.is_given() || self.has_initial();
        !known && is_other(family, self.is_single())
            || is_party(family)
            || self.name.len() > MAX_NAME
    }

    /// The key of "Jr." behind the name.
    fn suffix_key(&self) -> u64 {
        let suffix = Some(self.end()).filter(|t| self.name.len() > 1 && t.word.is(Word::SUFFIX));
        suffix.map_or(0, |suffix| suffix.key)
    }

    /// The key of the first of two family names: "Vega" of "Ana Vega Lund", "Ana Vega de Lund".
    fn first_family_key(&self) -> u64 {
        let particle = |t: &Token| t.word.is(Word::PARTICLE);
        let before = &self.name[..self.last];
        let Some(at) = before
            .iter()
            .rposition(|t| !particle(t))
            .filter(|&at| at > 0)
        else {
            return 0;
        };
        let other = Word::GIVEN.or(Word::TITLE).or(Word::PLACE).or(Word::PROPER);
        let family = &before[at];
        let given = family.word.is(other)
            || family.initial
            || is_given_pair(&self.text[self.family().span]);
        if given { 0 } else { family.key }
    }

    /// The key of the family name without a particle joined by a hyphen: "Tikri" of "Al-Tikri"; "Leung" of "Edmund
    /// Leung Chi-wai", whose given name stands behind it.
    fn family_key(&self) -> u64 {
        let family = match &self.name[..=self.last] {
            [_, .., family, given] if is_given_pair(&self.text[given.span]) => family,
            _ => self.family(),
        };
        let parts = family
            .joined
            .then(|| self.text[family.span].split_once('-'));
        match parts.flatten() {
            Some((head, tail)) if !tail.is_empty() && self.tables.word(head).is(Word::PARTICLE) => {
                folded(tail)
            }
            _ => family.key,
        }
    }
}

/// "Chi-wai", "Jae-in"
fn is_given_pair(word: &str) -> bool {
    let tail = word.rsplit_once('-').map(|(_, tail)| tail);
    tail.is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_lowercase()))
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

/// Whether it is a people's or a party's name that is said of one person: "Republican".
fn is_party(family: Word) -> bool {
    family.is(Word::PROPER) && family.is(Word::OFFICE.or(Word::ROLE))
}

/// Where behind a department, whose last word stands at `start`, the name of who has the office starts: a
/// given name, an initial, or the last word but one.
fn behind_department(tokens: &[Token], start: usize, last: usize) -> Option<usize> {
    let opens = |t: &Token| t.word.is(Word::GIVEN) || t.initial;
    let given = (start + 1..last).find(|&at| opens(&tokens[at]));
    let unknown = |t: &Token| t.word == Word::default();
    let pair = last >= start + 2 && tokens[last - 1..=last].iter().all(unknown);
    // "Human Services Zorka Poe"
    let ends = pair && (last == start + 2 || !unknown(&tokens[last - 2]));
    given.or_else(|| ends.then_some(last - 1))
}

/// The first word of the name among `tokens`, whether something before it says that it is a
/// person's, and which gender that tells. The word at `last` is always the name's.
fn name_start(tokens: &[Token], last: usize, opens: impl Fn() -> Opening) -> (usize, bool, Gender) {
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
    let rare = |t: &Token| t.word == Word::default() && !t.initial;
    let commoner = last > 1 && rare(&tokens[0]) && tokens[1].word.is(Word::GIVEN);
    if start == 0 && commoner && opens() != Opening::Other {
        start = 1;
    }
    let given = tokens[start].word.is(Word::GIVEN);
    if !titled && last > start + 1 && !given && opens() == Opening::Department {
        if let Some(at) = behind_department(tokens, start, last) {
            (start, titled) = (at, true);
        }
    }
    // "Poe Ann Poe", as some pages repeat it for a link
    if start + 1 < last && tokens[start].key == tokens[last].key {
        start += 1;
    }
    (start, titled, gender)
}
