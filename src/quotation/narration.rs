//! [`Narration`]: the article read from top to bottom, and whom its reader has in mind.
//!
//! Everyone named outside quotations comes to mind, the subject of a sentence and the speaker of
//! a quotation more than others, and fades with every sentence; a pronoun means the person of
//! its gender who is most in mind.

use super::cast::{Cast, PersonId};
use super::head::Head;
use super::sighting::{Form, Gender};
use crate::language::{NameTables, Word};
use crate::span::Span;

/// Events before a pronoun that can tell whom it means.
const MEMORY: usize = 40;
/// Sightings of one person whose surroundings are searched for a role.
const MAX_SURROUNDINGS: usize = 6;

/// Bytes before and behind a name in which its bearer's role can stand.
const BEFORE: usize = 32;
const BEHIND: usize = 60;
/// What ends the words that belong to a name.
const CUTS: [char; 10] = [',', ';', ':', '\n', '"', '“', '”', '(', ')', '—'];

/// How much one comes to mind.
const SUBJECT: f32 = 1.0;
const OBJECT: f32 = 0.35;
const OWNER: f32 = 0.3;
const SPEAKER: f32 = 1.5;
/// What is left of it a sentence later.
const FADE: f32 = 0.4;
/// How much of the weaker events counts besides the strongest one.
const REST: f32 = 0.4;
/// What a pronoun takes from one whose gender is not known, or who may be no person.
const GENDERLESS: f32 = 0.5;
const DOUBTFUL: f32 = 0.2;

/// Somebody comes to mind.
#[derive(Debug, Clone, Copy)]
struct Event {
    /// `None` for a speaker whom the article does not name.
    person: Option<PersonId>,
    gender: Gender,
    clock: u32,
    weight: f32,
}

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
            Head::Pronoun(gender) => self.in_mind(gender),
            Head::Relative => self.antecedent(),
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
            if self.is_quoted(seen.name.start) {
                continue;
            }
            self.enter(seen.name.start);
            let person = match seen.form {
                Form::Pronoun => self.in_mind(seen.gender),
                _ => seen.person,
            };
            if person.is_none() {
                continue;
            }
            let weight = match (seen.possessive, self.subject) {
                (true, _) => OWNER,
                (false, true) => OBJECT,
                (false, false) => SUBJECT,
            };
            self.subject |= !seen.possessive;
            self.note(person, Gender::Unknown, weight);
        }
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
        }
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

    fn recent(&self) -> &[Event] {
        &self.events[self.events.len().saturating_sub(MEMORY)..]
    }

    /// The person of that gender whom the last sentences had most in mind.
    fn in_mind(&self, gender: Gender) -> Option<PersonId> {
        self.best(gender, |_| 1.0)
    }

    /// The one of that gender with the highest product of presence and `factor`.
    fn best(&self, gender: Gender, factor: impl Fn(PersonId) -> f32) -> Option<PersonId> {
        let recent = self.recent();
        let mut best: Option<(Option<PersonId>, f32)> = None;
        for (i, event) in recent.iter().enumerate() {
            let before = &recent[..i];
            let again = event.person.is_some() && before.iter().any(|e| e.person == event.person);
            if again || !event.gender.agrees(gender) {
                continue;
            }
            let mut score = match event.person {
                None => self.presence(event),
                Some(id) => {
                    let same = recent[i..].iter().filter(|e| e.person == event.person);
                    let (sum, most) = same
                        .map(|e| self.presence(e))
                        .fold((0.0, 0.0_f32), |(sum, most), x| (sum + x, most.max(x)));
                    let known = self.cast.person(id).evident;
                    let doubt = if known { 1.0 } else { DOUBTFUL };
                    (most + REST * (sum - most)) * doubt * factor(id)
                }
            };
            if event.gender == Gender::Unknown {
                score *= GENDERLESS;
            }
            if best.is_none_or(|(_, other)| score >= other) {
                best = Some((event.person, score));
            }
        }
        best.and_then(|(person, _)| person)
    }

    fn presence(&self, event: &Event) -> f32 {
        let age = (self.clock - event.clock).min(20);
        (0..age).fold(event.weight, |weight, _| weight * FADE)
    }

    /// Whom a relative pronoun means: who was named last in its sentence.
    fn antecedent(&self) -> Option<PersonId> {
        let start = self.sentences.get(self.sentence).map_or(0, |s| s.start);
        self.cast.sightings[..self.next]
            .iter()
            .rev()
            .take(4)
            .take_while(|seen| seen.name.start >= start)
            .filter(|seen| !seen.possessive)
            .filter_map(|seen| seen.person)
            .find(|&id| self.cast.person(id).evident)
    }

    /// Whom "the governor" or "the spokeswoman" means: who has the role's words around the name;
    /// for an office also who is most in mind.
    fn with_role(&self, phrase: Span, gender: Gender, office: bool) -> Option<PersonId> {
        let best = self.best(gender, |id| 1.0 + self.shared(phrase, id))?;
        (office || self.shared(phrase, best) > 0.0).then_some(best)
    }

    /// How many words of `phrase` stand around the person's name.
    fn shared(&self, phrase: Span, id: PersonId) -> f32 {
        let sightings = &self.cast.sightings;
        let of_person = |i: &usize| sightings[*i].person == Some(id);
        let mut count = 0.0;
        for word in self.text[phrase].split(' ') {
            let known = self.tables.word(word);
            if word.len() < 4 || known.is(Word::OPENER.or(Word::DEFINITE)) {
                continue;
            }
            let near = (0..sightings.len())
                .filter(of_person)
                .take(MAX_SURROUNDINGS)
                .any(|i| self.is_near(word, i));
            count += f32::from(u8::from(near));
        }
        count
    }

    /// Whether `word` or an abbreviation of it stands right before a name or in its apposition.
    fn is_near(&self, word: &str, i: usize) -> bool {
        let name = self.cast.sightings[i].name;
        let before = floor(self.text, name.start.saturating_sub(BEFORE));
        let after = floor(self.text, name.end.saturating_add(BEHIND));
        let left = self.text[before..name.start].rsplit(&CUTS).next();
        let right = self.text[name.end..after.max(name.end)]
            .strip_prefix([',', ' '])
            .map(|rest| rest.trim_start_matches([' ', '(']))
            .and_then(|rest| rest.split(&CUTS).next());
        let abbreviates = |near: &str| {
            near.len() >= 3
                && word
                    .get(..near.len())
                    .is_some_and(|w| w.eq_ignore_ascii_case(near))
        };
        [left, right]
            .into_iter()
            .flatten()
            .flat_map(|side| side.split(|c: char| !c.is_alphabetic()))
            .any(abbreviates)
    }
}

/// The character boundary at `at` or before it.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
