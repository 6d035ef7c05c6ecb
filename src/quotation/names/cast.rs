//! [`Cast`]: the people an article names, under every form of their names.
//!
//! Tells which of the `sighting`s are of one person. What is asked of a mention is decided in
//! `names`.

use crate::language::keyed::Filter;
use crate::language::{NameTables, Word, folded};
use crate::quotation::names::sighting::{Form, Gender, Sighting};
use crate::span::Span;

/// The most people that are told apart in a text: looking one up stays cheap.
pub(crate) const MAX_PEOPLE: usize = 256;
/// Bytes behind a name in which a pronoun tells the person's gender.
const WINDOW: usize = 90;

/// The place of a person in [`Cast::people`].
pub(crate) type PersonId = u16;

/// Somebody the article names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    /// The fullest form of the name.
    pub(crate) name: Span,
    words: u8,
    /// The keys of given name, 0 for none, and family name, and of the family name before that, if any.
    first_key: u64,
    last_key: u64,
    middle_key: u64,
    /// The given name, if the article tells it.
    first: Option<Span>,
    pub(crate) gender: Gender,
    /// Whether more than capital letters tells that it is a person.
    pub(crate) evident: bool,
    /// Whether it is "Poe Jr." that is called so, so that "Poe" is somebody else.
    junior: bool,
    /// The key of the suffix, 0 for none.
    suffix: u64,
    /// Sightings of the name in full.
    full: u32,
    /// The number of the first one.
    since: usize,
    /// How much oftener the name is spelled so than otherwise.
    votes: i32,
}

impl Person {
    /// Whether a single name that fits can mean this person.
    fn can_be(&self, seen: &Sighting) -> bool {
        let suffix = if seen.suffix == 0 {
            !self.junior
        } else {
            self.suffix == seen.suffix
        };
        suffix && self.gender.agrees(seen.gender)
    }
}

/// The people of an article and where each is named.
#[derive(Debug)]
pub(crate) struct Cast {
    pub(crate) people: Vec<Person>,
    /// The keys of their names.
    keys: Filter<4>,
    pub(crate) sightings: Vec<Sighting>,
}

impl Cast {
    /// Tells who is who among `sightings`: first the plainest full names, then longer and more
    /// doubtful ones, then their parts.
    pub(crate) fn of(text: &str, sightings: Vec<Sighting>, tables: &NameTables) -> Self {
        // Told once: each stage looks for its own.
        let stages: Vec<u8> = sightings.iter().map(stage_of).collect();
        let mut cast = Self {
            people: Vec::with_capacity(24),
            keys: Filter::new(),
            sightings,
        };
        for stage in 0..=LAST_STAGE {
            for i in memchr::memchr_iter(stage, &stages) {
                cast.link(text, i, tables);
            }
        }
        cast
    }

    pub(crate) fn person(&self, id: PersonId) -> &Person {
        &self.people[usize::from(id)]
    }

    /// Links a name to the person who bears it, or to a new one.
    fn link(&mut self, text: &str, i: usize, tables: &NameTables) {
        let seen = self.sightings[i];
        // "Hill Claims Poe", "Dean Opens Oster Bridge": words of a headline are no name
        let headline = || (!seen.given || seen.words > 3) && in_headline(text, seen.name);
        let mut known = None;
        if seen.full {
            known = self.at_front(text, &seen).or_else(|| {
                self.bearers(&seen)
                    .find(|&id| self.is_namesake(text, id, &seen, tables))
            });
        }
        if known.is_none() && seen.full && (is_doubtful(&seen) || headline()) {
            known = self.bearers(&seen).min_by_key(|&id| self.person(id).since);
        } else if !seen.full {
            known = self.best(&seen);
        }
        let located = || seen.form == Form::Plain && !seen.given && is_located(text, seen.name);
        let new = if seen.full {
            seen.is_personal() && !headline() && !located()
        } else {
            seen.form == Form::Person
        };
        let id = match known {
            None if new => self.add(&seen),
            _ => known,
        };
        if let Some(id) = id {
            self.note(text, i, id, tables);
        }
    }

    /// The person whose full name stands at the front of a longer run: a headline's.
    fn at_front(&self, text: &str, seen: &Sighting) -> Option<PersonId> {
        if seen.words < 3 + u8::from(seen.suffix != 0) {
            return None;
        }
        let name = &text[seen.name];
        self.with_key(|person| person.first_key, seen.first_key)
            .find(|&id| {
                let known = &text[self.person(id).name];
                name.strip_prefix(known)
                    .is_some_and(|rest| rest.starts_with(' '))
            })
    }

    /// The person whom a single name means: who bears it as family name, else as given name;
    /// among several the one of the title's gender who is most often named in full.
    fn best(&self, seen: &Sighting) -> Option<PersonId> {
        let bearers = |key_of: fn(&Person) -> u64| {
            self.with_key(key_of, seen.last_key)
                .map(|id| (id, self.person(id)))
                .filter(|(_, person)| person.can_be(seen))
        };
        // a title before the first word makes a family name of it: "Ms. Poe" is rather who is known as a woman
        let unknown = |person: &Person| person.gender != seen.gender;
        let last = bearers(|person| person.last_key).min_by_key(|(_, person)| person.since);
        last.or_else(|| {
            let first = bearers(|person| person.first_key);
            first.min_by_key(|(_, person)| (unknown(person), person.since))
        })
        .map(|(id, _)| id)
        .or_else(|| self.only_bearer(seen))
    }

    /// Who alone has the single name as the first of two family names: "Vega" of "Ana Vega Lund".
    fn only_bearer(&self, seen: &Sighting) -> Option<PersonId> {
        let mut bearers = self.with_key(|person| person.middle_key, seen.last_key);
        let bearer = bearers.next().filter(|&id| self.person(id).can_be(seen))?;
        (seen.is_personal() && bearers.next().is_none()).then_some(bearer)
    }

    /// Everybody with the same family name.
    fn bearers(&self, seen: &Sighting) -> impl Iterator<Item = PersonId> + '_ {
        self.with_key(|person| person.last_key, seen.last_key)
    }

    /// The people of whom `key_of` gives that key; nobody has the key 0.
    fn with_key(
        &self,
        key_of: fn(&Person) -> u64,
        key: u64,
    ) -> impl Iterator<Item = PersonId> + use<'_> {
        let known = key != 0 && self.keys.may_hold(key);
        let people: &[Person] = if known { &self.people } else { &[] };
        let found = (0..).zip(people);
        let found = found.filter(move |(_, person)| key_of(person) == key);
        found.map(|(id, _)| id)
    }

    /// Whether a full name can be that person's, who has the same family name.
    fn is_namesake(&self, text: &str, id: PersonId, seen: &Sighting, tables: &NameTables) -> bool {
        let person = self.person(id);
        let Some(first) = person.first else {
            return person.gender.agrees(seen.gender);
        };
        let (one, other) = (&text[first], &text[seen.first()]);
        let alike = usize::from(person.words).abs_diff(usize::from(seen.words)) == 1;
        let [suffix, its] = [person.suffix, seen.suffix];
        let both = suffix != 0 && its != 0;
        if suffix != its && (both || alike && same_word(one, other)) {
            return false;
        }
        if !middles_agree(&text[person.name], &text[seen.name]) {
            return false;
        }
        given_agree(one, other, tables)
            || contains_word(&text[person.name], other)
            || contains_word(&text[seen.name], one)
    }

    fn add(&mut self, seen: &Sighting) -> Option<PersonId> {
        if self.people.len() >= MAX_PEOPLE {
            return None;
        }
        let id = PersonId::try_from(self.people.len()).ok()?;
        let first = seen.full.then_some(seen.first());
        let (first_key, middle_key) = if seen.full {
            (seen.first_key, seen.middle_key)
        } else {
            (0, 0)
        };
        self.people.push(Person {
            name: seen.name,
            words: seen.words,
            first_key,
            last_key: seen.last_key,
            middle_key,
            first,
            gender: seen.gender,
            evident: false,
            junior: false,
            suffix: seen.suffix,
            full: 0,
            since: usize::MAX,
            votes: 0,
        });
        self.keys.add(first_key);
        self.keys.add(middle_key);
        self.keys.add(seen.last_key);
        Some(id)
    }

    /// Notes that the sighting is of that person.
    fn note(&mut self, text: &str, i: usize, id: PersonId, tables: &NameTables) {
        let seen = &mut self.sightings[i];
        seen.person = Some(id);
        let person = &mut self.people[usize::from(id)];
        person.gender = person.gender.or(seen.gender);
        person.evident |= seen.form == Form::Person || !seen.full;
        if !seen.full {
            person.junior |= seen.suffix != 0;
            return;
        }
        person.full += 1;
        person.since = person.since.min(i);
        let shouted = |span: Span| !text[span].bytes().any(|b| b.is_ascii_lowercase());
        if shouted(seen.name) {
            return;
        }
        let agrees = person.last_key == seen.last_key
            && person.first.is_none_or(|first| {
                let (known, first) = (&text[first], &text[seen.first()]);
                // What stands before a given name is no part of the name.
                given_agree(known, first, tables) || !tables.word(known).is(Word::GIVEN)
            });
        let longer = seen.words > person.words || shouted(person.name);
        if seen.words == person.words {
            let same = text[person.name] == text[seen.name];
            person.votes += if same { 1 } else { -1 };
        }
        if agrees && (longer || seen.words == person.words && person.votes <= 0) {
            person.name = seen.name;
            person.words = seen.words;
            person.first = Some(seen.first());
            person.middle_key = seen.middle_key;
            self.keys.add(seen.middle_key);
            person.votes = 1;
        }
    }

    /// Tells the gender of people whose names do not, by the pronouns behind them.
    pub(crate) fn infer_genders(&mut self, text: &str, tables: &NameTables) {
        for i in 0..self.sightings.len() {
            let Some(id) = self.sightings[i].person else {
                continue;
            };
            let person = &mut self.people[usize::from(id)];
            if person.gender == Gender::Unknown && person.evident {
                let next = self
                    .sightings
                    .get(i + 1)
                    .map_or(text.len(), |s| s.name.start);
                let end = next.min(self.sightings[i].name.end.saturating_add(WINDOW));
                person.gender = first_gender(text, self.sightings[i].name.end, end, tables);
            }
        }
    }
}

/// The stages in which names are linked: what is surer first.
fn stage_of(seen: &Sighting) -> u8 {
    let doubtful = seen.doubtful || !seen.given;
    let whole = if doubtful {
        2
    } else {
        u8::from(seen.words > 2)
    };
    let part = 3 - u8::from(seen.suffix != 0);
    let person = if seen.full { whole } else { part };
    let other = if seen.full { NO_STAGE } else { LAST_STAGE };
    // Looked up: names come in no order.
    let mut stages = [NO_STAGE; 5];
    stages[Form::Person as usize] = person;
    stages[Form::Plain as usize] = part;
    stages[Form::Other as usize] = other;
    stages[seen.form as usize]
}

const LAST_STAGE: u8 = 4;
const NO_STAGE: u8 = u8::MAX;

/// Whether a full name may be no more than a family name behind other words.
fn is_doubtful(seen: &Sighting) -> bool {
    seen.doubtful || seen.form == Form::Plain
}

/// Whether a name stands where a place does: "in Port Poe", "From Port Poe, the mayor".
fn is_located(text: &str, name: Span) -> bool {
    let before = text[..name.start].strip_suffix(' ');
    let word = before.and_then(|before| before.rsplit([' ', '\n']).next());
    match word {
        Some("in" | "In" | "at" | "At") => true,
        Some("From") => text[name.end..].starts_with(','),
        _ => false,
    }
}

/// Whether the longer words around `name` in its line all have a capital.
fn in_headline(text: &str, name: Span) -> bool {
    let bytes = text.as_bytes();
    let before = &bytes[name.start.saturating_sub(WINDOW)..name.start];
    let behind = &bytes[name.end..bytes.len().min(name.end.saturating_add(WINDOW))];
    let before = memchr::memrchr(b'\n', before).map_or(before, |end| &before[end + 1..]);
    let behind = memchr::memchr(b'\n', behind).map_or(behind, |end| &behind[..end]);
    let small = |word: &[u8]| word.len() > 4 && word[0].is_ascii_lowercase();
    let has_small = |part: &[u8]| part.split(|&byte| byte == b' ').any(small);
    !has_small(behind) && !has_small(before)
}

/// The gender of the first pronoun that tells one between `start` and `end`, within the sentence.
fn first_gender(text: &str, start: usize, end: usize, tables: &NameTables) -> Gender {
    // so near behind a name, an object is somebody else: "Ann Poe told him"
    const CLAUSE: usize = 3;
    let Some(window) = text.as_bytes().get(start..end) else {
        return Gender::Unknown;
    };
    let sentence = window
        .iter()
        .position(|b| matches!(b, b'.' | b'\n' | b'?' | b'!') || !b.is_ascii())
        .unwrap_or(window.len());
    let Some(sentence) = text.get(start..start + sentence) else {
        return Gender::Unknown;
    };
    let mut words = sentence
        .split(|c: char| !c.is_ascii_alphabetic())
        .enumerate();
    let told = words.find_map(|(at, word)| {
        let known = tables.word(word);
        let gender = Gender::of(known);
        let tells = known.is(Word::PRONOUN) && gender != Gender::Unknown;
        tells.then_some((at, word, gender))
    });
    let next = words.next().map_or("", |(_, word)| word);
    match told {
        Some((at, word, gender)) if at > CLAUSE || !is_object(word, next, tables) => gender,
        _ => Gender::Unknown,
    }
}

/// Whether a pronoun before the word `next` is the object of a verb: "told him", "told her to go", but "lost
/// her job".
fn is_object(pronoun: &str, next: &str, tables: &NameTables) -> bool {
    let small = Word::PREPOSITION.or(Word::PRONOUN).or(Word::OPENER);
    match pronoun {
        "him" => true,
        "her" => next.is_empty() || tables.word(next).is(small),
        _ => false,
    }
}

/// Whether two given names can be one person's.
fn given_agree(one: &str, other: &str, tables: &NameTables) -> bool {
    same_word(one, other)
        || initial_of(one, other)
        || initial_of(other, one)
        || tables.short_form(one, other)
}

/// Whether the words after the first of two names can be one person's: not "Ed W. Poe" and "Ed H. Poe".
fn middles_agree(one: &str, other: &str) -> bool {
    let initial = |name: &str| -> Option<u8> {
        let middle = name
            .split(' ')
            .nth(1)
            .filter(|_| name.split(' ').count() > 2)?;
        let first = *middle.as_bytes().first()?;
        let initials = middle.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
        initials.then_some(first)
    };
    match (initial(one), initial(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn contains_word(name: &str, word: &str) -> bool {
    name.split(' ').any(|part| part == word)
}

/// Whether two words differ in case and kind of apostrophe only.
fn same_word(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// Whether `short` is an initial of `long`, or its beginning.
fn initial_of(short: &str, long: &str) -> bool {
    let short = short.trim_end_matches('.');
    let length = short.len();
    (length == 1 || length > 2)
        && long
            .get(..length)
            .is_some_and(|head| same_word(head, short))
}
