//! [`Narration`]: the article read from top to bottom, and whom its reader has in mind.
//!
//! Everyone named outside quotations comes to mind, the subject of a sentence and the speaker of
//! a quotation more than others, and fades with every sentence; a pronoun means the person of
//! its gender who is most in mind.

use crate::language::{NameTables, Word};
use crate::quotation::names::beside::{Beside, MAX_ROLE};
use crate::quotation::names::cast::{Cast, MAX_PEOPLE, PersonId};
use crate::quotation::names::head::{AGE, Head};
use crate::quotation::names::mind::{Event, Minds};
use crate::quotation::names::phrase::Phrase;
use crate::quotation::names::sighting::{Form, Gender, Sighting};
use crate::span::Span;

/// Sightings whose surroundings are searched for a role.
const MAX_SURROUNDINGS: usize = 256;

/// Bytes of the longest phrase that leads on to a subject.
const LONGEST_LEAD: usize = 400;

/// How much one comes to mind.
const SUBJECT: f32 = 1.0;
const OBJECT: f32 = 0.35;
const OWNER: f32 = 0.3;
const SPEAKER: f32 = 1.5;

/// The article as far as it has been read.
pub(crate) struct Narration<'a> {
    text: &'a str,
    quoted: &'a [Span],
    sentences: &'a [Span],
    cast: Cast,
    tables: &'a NameTables,
    events: Vec<Event>,
    /// The next sighting.
    next: usize,
    sentence: usize,
    stretch: usize,
    /// Sentences so far that are not quoted as a whole.
    clock: u32,
    /// Whether the sentence has named somebody already.
    subject: bool,
}

impl<'a> Narration<'a> {
    pub(crate) fn new(
        text: &'a str,
        quoted: &'a [Span],
        sentences: &'a [Span],
        cast: Cast,
        tables: &'a NameTables,
    ) -> Self {
        Self {
            text,
            quoted,
            sentences,
            tables,
            events: Vec::with_capacity(cast.sightings.len()),
            cast,
            next: 0,
            sentence: 0,
            stretch: 0,
            clock: 0,
            subject: false,
        }
    }

    pub(crate) fn cast(&self) -> &Cast {
        &self.cast
    }

    /// Reads on to `mention` and tells whom it means.
    pub(crate) fn speaker(&mut self, mention: Span, head: Head) -> Option<PersonId> {
        self.read(mention.start);
        self.enter(mention.start);
        let found = match head {
            Head::Name(i) => self.cast.sightings[i].person,
            Head::Pronoun(gender) => {
                let ahead = self.ahead(mention, gender);
                ahead.or_else(|| self.minds(gender).most())
            }
            Head::Relative => self.antecedent(mention.start),
            Head::Role {
                phrase,
                gender,
                definite: true,
                office,
            } => self.with_role(phrase, gender, office),
            _ => None,
        };
        self.read(mention.end);
        let unnamed = match head {
            Head::Role { gender, .. } => Some(gender),
            _ => None,
        };
        if found.is_some() || unnamed.is_some() {
            self.note(found, unnamed.unwrap_or_default(), SPEAKER);
        }
        found
    }

    /// Takes in the sightings before `to`.
    fn read(&mut self, to: usize) {
        while let Some(&seen) = self.cast.sightings.get(self.next) {
            if seen.name.start >= to {
                break;
            }
            self.next += 1;
            if self.is_quoted(seen.name.start) || self.signs(seen.name) {
                continue;
            }
            self.enter(seen.name.start);
            if !self.is_told(seen.name.start) {
                continue;
            }
            let person = match seen.form {
                Form::Pronoun => self.minds(seen.gender).most(),
                _ => seen.person,
            };
            if person.is_none() {
                continue;
            }
            let owner = seen.possessive || self.leads_on(&seen);
            let weight = match (owner, self.subject) {
                (true, _) => OWNER,
                (false, true) => OBJECT,
                (false, false) => SUBJECT,
            };
            self.subject |= !owner;
            self.note(person, Gender::Unknown, weight);
        }
    }

    /// Whether a pronoun only leads on to the subject whose name comes next: "Her coach, Ann Lee, wept".
    fn leads_on(&self, seen: &Sighting) -> bool {
        let next = self.cast.sightings.get(self.next);
        let owns = seen.form == Form::Pronoun && owns(&self.text[seen.name]);
        owns && next.is_some_and(|next| self.is_set_off(seen.name.end, next.name.start))
    }

    /// Whether a comma and titles alone stand before the name at `name`, and no other comma behind `from`.
    fn is_set_off(&self, from: usize, name: usize) -> bool {
        let between = self.text.get(from..name);
        let between = between.filter(|words| words.len() <= LONGEST_LEAD);
        let titles = between.and_then(|words| words.split_once(", "));
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        titles.is_some_and(|(_, titles)| titles.split_whitespace().all(capital))
    }

    /// Whether a name signs a message that the article shows: "Ann Lee (@annlee)".
    fn signs(&self, name: Span) -> bool {
        self.text.as_bytes()[name.end..].starts_with(b" (@")
    }

    fn note(&mut self, person: Option<PersonId>, gender: Gender, weight: f32) {
        let gender = person.map_or(gender, |id| self.cast.person(id).gender);
        self.events.push(Event {
            person,
            gender,
            clock: self.clock,
            weight,
        });
    }

    /// Goes on to the sentence that holds `at`.
    fn enter(&mut self, at: usize) {
        while let Some(&next) = self.sentences.get(self.sentence + 1) {
            if next.start > at {
                break;
            }
            self.sentence += 1;
            self.subject = false;
            let quoted = self.is_quoted(next.start)
                && self.quoted[self.stretch].end.saturating_add(2) >= next.end;
            self.clock += u32::from(!quoted);
            if let Some(gender) = self.unnamed_subject(next).filter(|_| !quoted) {
                self.subject = true;
                self.note(None, gender, SUBJECT);
            }
        }
    }

    /// The gender of somebody without a name who is the subject of a sentence: "Her mother has watched", "A
    /// neighbour called".
    fn unnamed_subject(&self, sentence: Span) -> Option<Gender> {
        const NEAR: usize = 4;
        const OPENERS: [&str; 5] = ["A ", "An ", "One ", "Her ", "His "];
        let words = &self.text[sentence];
        if !OPENERS.iter().any(|opener| words.starts_with(opener)) {
            return None;
        }
        // "A likely pick, he is", "One pastor for Cho, Bo Hill,"
        let behind = words.split_once(", ").map_or("", |(_, rest)| rest);
        let next = behind.split(' ').next().unwrap_or_default();
        if next.starts_with(char::is_uppercase) || matches!(next, "he" | "she") {
            return None;
        }
        let phrase = Phrase::read(self.text, sentence.start, sentence.end, self.tables)?;
        let words = self.text[phrase.span].split(' ').skip(1).take(NEAR);
        let small = |word: &&str| word.starts_with(char::is_lowercase);
        let adjective = |word: &&str| small(word) && !self.is_role(word) && !word.ends_with('s');
        let mut words = words.skip_while(adjective);
        let noun = words.next().filter(|word| self.is_role(word))?;
        let named = words
            .next()
            .is_some_and(|next| !small(&next) || self.is_role(next));
        (!named).then(|| Gender::of(self.tables.word(noun)))
    }

    fn is_role(&self, word: &str) -> bool {
        self.tables.word(word).is(Word::ROLE)
    }

    /// Whether what stands at `at` is of the article: a byline that was taken out of it is of no sentence.
    fn is_told(&self, at: usize) -> bool {
        let sentence = self.sentences.get(self.sentence);
        sentence.is_some_and(|sentence| sentence.contains(at))
    }

    fn is_quoted(&mut self, at: usize) -> bool {
        while self
            .quoted
            .get(self.stretch)
            .is_some_and(|stretch| stretch.end <= at)
        {
            self.stretch += 1;
        }
        self.quoted
            .get(self.stretch)
            .is_some_and(|stretch| stretch.contains(at))
    }

    /// Those of that gender who may be in mind.
    fn minds(&self, gender: Gender) -> Minds {
        Minds::of(&self.events, self.clock, gender, &self.cast)
    }

    /// Whom "his" means in words that open a sentence whose subject names him: "In his call for a tax,
    /// Mayor Ed Poe".
    fn ahead(&self, mention: Span, gender: Gender) -> Option<PersonId> {
        let sentence = self.sentences.get(self.sentence)?;
        let opener = self.text.get(sentence.start..mention.start)?.trim_end();
        if !owns(&self.text[mention]) || !self.tables.word(opener).is(Word::PREPOSITION) {
            return None;
        }
        let behind = self.cast.sightings[self.next..].iter();
        let mut behind = behind.take_while(|seen| seen.name.start < sentence.end);
        let subject = behind.find(|seen| self.is_set_off(mention.end, seen.name.start))?;
        let person = subject.person.filter(|_| !subject.possessive);
        person.filter(|&id| self.cast.person(id).gender.agrees(gender))
    }

    /// Whom a relative pronoun at `at` means: who was named last before it in its sentence.
    fn antecedent(&self, at: usize) -> Option<PersonId> {
        const NEAR: usize = 4;
        let start = self.sentences.get(self.sentence).map_or(0, |s| s.start);
        // a mention that holds the pronoun may have been read on to its end
        self.cast.sightings[..self.next]
            .iter()
            .rev()
            .skip_while(|seen| seen.name.start > at)
            .take(NEAR)
            .take_while(|seen| seen.name.start >= start)
            .filter(|seen| !seen.possessive)
            .filter_map(|seen| seen.person)
            .find(|&id| self.cast.person(id).evident)
    }

    /// Whom "the governor" or "the spokeswoman" means: of those who are called so beside their
    /// name the one most in mind; where nobody is, some roles mean who is most in mind of all.
    fn with_role(&self, phrase: Span, gender: Gender, open: bool) -> Option<PersonId> {
        let small = Word::OPENER.or(Word::DEFINITE);
        let mut words = [""; MAX_ROLE];
        let telling = self.text[phrase]
            .rsplit(' ')
            .filter(|word| word.len() > 2 && !self.tables.word(word).is(small));
        for (place, word) in words.iter_mut().zip(telling) {
            *place = word;
        }
        let mut called = [0_u8; MAX_PEOPLE];
        let mut described = [0_u8; MAX_PEOPLE];
        let mut named = [false; MAX_PEOPLE];
        // "the 35-year-old" is nobody of another age
        let mut older = [false; MAX_PEOPLE];
        let read = self.next.min(MAX_SURROUNDINGS);
        for seen in &self.cast.sightings[self.next - read..self.next] {
            let Some(id) = seen.person.map(usize::from) else {
                continue;
            };
            let beside = Beside::of(self.text, seen.name, words, self.tables);
            described[id] = described[id].max(beside.words);
            if beside.noun {
                called[id] = called[id].max(beside.words);
            }
            named[id] |= beside.proper;
            older[id] |= beside.aged && words[0].ends_with(AGE);
        }
        // "the Ohio senator": of several senators the one beside whom Ohio stands
        if called
            .iter()
            .zip(named)
            .any(|(&called, named)| named && called > 0)
        {
            for (called, named) in called.iter_mut().zip(named) {
                *called *= u8::from(named);
            }
        }
        let nobody = called.iter().all(|shared| *shared == 0);
        if nobody && !open {
            return None;
        }
        self.minds(gender).most_by(|id| {
            // Whom the sentence has named would be "he" or "she".
            let here = if self.is_in_sentence(id) { 0.3 } else { 1.0 };
            let id = usize::from(id);
            here * f32::from(match nobody {
                true if older[id] => 0,
                true => 1 + described[id],
                false => called[id],
            })
        })
    }

    fn is_in_sentence(&self, id: PersonId) -> bool {
        let here = self.events.iter().rev();
        here.take_while(|event| event.clock == self.clock)
            .any(|event| event.person == Some(id))
    }
}

fn owns(pronoun: &str) -> bool {
    matches!(pronoun, "his" | "her" | "His" | "Her")
}
