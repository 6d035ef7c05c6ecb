//! [`Cast`]: the people an article names, under every form of their names.
//!
//! One pass hops from capital letter to capital letter and gives the [`Sighting`]s; a second one
//! over these tells who is who. What is asked of a mention is decided in `names`.

use crate::language::{NameTables, Word};
use crate::span::Span;

/// More sightings than any article has; what a longer text names after them stays unknown.
const MAX_SIGHTINGS: usize = 1 << 16;
/// More people than any article names.
const MAX_PEOPLE: usize = 256;
/// Words of one run of capitals that are looked at.
const MAX_WORDS: usize = 12;
/// Bytes of the longest word that can be part of a name.
const MAX_WORD: usize = 40;

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
    /// A place, a day, a pronoun, the first word of a sentence.
    Other,
}

/// The place of a person in [`Cast::people`].
pub(crate) type PersonId = u16;

/// Capitalised words that name somebody or something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sighting {
    /// The name, without titles and possessive s.
    pub(crate) name: Span,
    /// The first word of the name ends here.
    first_end: usize,
    /// The family name: the last word but for a suffix.
    last: Span,
    words: u8,
    /// Given name and family name.
    full: bool,
    pub(crate) form: Form,
    /// The first word may just be the first of its sentence: "Will", "Mark".
    doubtful: bool,
    pub(crate) titled: bool,
    pub(crate) possessive: bool,
    pub(crate) gender: Gender,
    pub(crate) person: Option<PersonId>,
}

impl Sighting {
    fn of(span: Span, form: Form, gender: Gender) -> Self {
        Self {
            name: span,
            first_end: span.end,
            last: span,
            words: 1,
            full: false,
            form,
            doubtful: false,
            titled: false,
            possessive: false,
            gender,
            person: None,
        }
    }

    fn first(&self) -> Span {
        Span::new(self.name.start, self.first_end)
    }
}

/// Somebody the article names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    /// The fullest form of the name.
    pub(crate) name: Span,
    words: u8,
    first: Option<Span>,
    last: Span,
    pub(crate) gender: Gender,
    /// Sightings so far.
    pub(crate) count: u32,
    /// Sightings of the name in full.
    full: u32,
    /// The latest sighting in full, by number.
    latest: usize,
}

/// The people of an article and where each is named.
#[derive(Debug)]
pub(crate) struct Cast {
    pub(crate) people: Vec<Person>,
    pub(crate) sightings: Vec<Sighting>,
    firsts: Vec<u32>,
    lasts: Vec<u32>,
}

/// One word of a run.
#[derive(Debug, Clone, Copy, Default)]
struct Token {
    span: Span,
    word: Word,
}

/// The capitalised names of `text` in order; nobody is linked to anybody yet.
pub(crate) fn sightings(text: &str, tables: &NameTables) -> Vec<Sighting> {
    let mut sightings = Vec::with_capacity((text.len() / 32).min(MAX_SIGHTINGS));
    let mut at = 0;
    while let Some(start) = next_capital(text, at) {
        if sightings.len() >= MAX_SIGHTINGS {
            break;
        }
        let mut run = Run::read(text, start, tables);
        at = run.end.max(start + 1);
        if let Some(sighting) = run.sighting(text, tables) {
            sightings.push(sighting);
        }
    }
    sightings
}

/// The next capital letter at the start of a word.
fn next_capital(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_uppercase() {
            if starts_word(text, at) {
                return Some(at);
            }
        } else if byte >= 0xc3 && byte != 0xe2 {
            let c = text[at..].chars().next()?;
            if c.is_uppercase() && starts_word(text, at) {
                return Some(at);
            }
            at += c.len_utf8();
            continue;
        }
        at += 1;
        while at < bytes.len() && bytes[at] & 0xc0 == 0x80 {
            at += 1;
        }
    }
    None
}

/// Whether no letter stands right before `at`.
fn starts_word(text: &str, at: usize) -> bool {
    let Some(&before) = at.checked_sub(1).and_then(|i| text.as_bytes().get(i)) else {
        return true;
    };
    if before < 0x80 {
        return !before.is_ascii_alphanumeric();
    }
    !text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
}

/// The end of the word that starts at `start`: letters and digits, joined by hyphens,
/// apostrophes, and the dots of initials. A possessive s is not part of it.
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let after = at + c.len_utf8();
        let joined = match c {
            '\'' | '’' => {
                at > start && next_is_letter(text, after) && !is_possessive_s(bytes, after)
            }
            '-' => at > start && next_is_letter(text, after),
            '.' => {
                single_letter(bytes, start, at)
                    && bytes.get(after).is_some_and(u8::is_ascii_uppercase)
                    && !bytes.get(after + 1).is_some_and(u8::is_ascii_alphanumeric)
            }
            _ => c.is_alphanumeric(),
        };
        if !joined {
            break;
        }
        at = after;
    }
    at
}

fn next_is_letter(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if *byte < 0x80 => byte.is_ascii_alphabetic(),
        Some(_) => text[at..].chars().next().is_some_and(char::is_alphabetic),
        None => false,
    }
}

fn is_possessive_s(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|b| b.eq_ignore_ascii_case(&b's'))
        && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether one letter alone stands before `at`, in the word from `start` or after a dot of it.
fn single_letter(bytes: &[u8], start: usize, at: usize) -> bool {
    at > start && bytes[at - 1].is_ascii_uppercase() && (at - 1 == start || bytes[at - 2] == b'.')
}

/// The length of `'s` or `’s` or a bare apostrophe after an s at `at`.
fn possessive(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mark = match rest.chars().next() {
        Some(mark @ ('\'' | '’')) => mark.len_utf8(),
        _ => return 0,
    };
    if is_possessive_s(rest.as_bytes(), mark) {
        return mark + 1;
    }
    let after_s = text.as_bytes()[..at].last().is_some_and(|b| *b == b's');
    if after_s && rest.as_bytes().get(mark) == Some(&b' ') {
        mark
    } else {
        0
    }
}

/// Capitalised words in a row, with the particles between them.
struct Run {
    tokens: [Token; MAX_WORDS],
    len: usize,
    /// Where the search for the next run goes on.
    end: usize,
    possessive: bool,
    ampersand: bool,
    starts_sentence: bool,
}

impl Run {
    fn read(text: &str, start: usize, tables: &NameTables) -> Self {
        let bytes = text.as_bytes();
        let mut run = Self {
            tokens: [Token::default(); MAX_WORDS],
            len: 0,
            end: start,
            possessive: false,
            ampersand: false,
            starts_sentence: starts_sentence(text, start),
        };
        let mut at = particle_before(text, start, tables);
        loop {
            let end = word_end(text, at);
            run.push(text, Span::new(at, end), tables);
            run.end = end;
            let word = run.tokens[run.len - 1].word;
            let owned = possessive(text, end);
            if owned > 0 {
                run.possessive = true;
                run.end = end + owned;
                break;
            }
            if run.len == MAX_WORDS || end - at > MAX_WORD {
                break;
            }
            let mut gap = end;
            if bytes.get(gap) == Some(&b'.')
                && (word.is(Word::TITLE.or(Word::SUFFIX))
                    || end - at == 1
                    || single_letter(bytes, at, end))
            {
                gap += 1;
            }
            if word.is(Word::SUFFIX) && run.len > 1 {
                break;
            }
            let Some(next) = run.next_word(text, gap, tables) else {
                break;
            };
            at = next;
        }
        run
    }

    fn push(&mut self, text: &str, span: Span, tables: &NameTables) {
        let word = if span.len() <= MAX_WORD {
            tables.word(&text[span])
        } else {
            Word::OPENER
        };
        self.tokens[self.len] = Token { span, word };
        self.len += 1;
    }

    /// Where the next word of the run starts, if the run goes on after `gap`.
    fn next_word(&mut self, text: &str, gap: usize, tables: &NameTables) -> Option<usize> {
        let bytes = text.as_bytes();
        let rest = &text[gap..];
        let blank = if rest.starts_with(' ') {
            1
        } else if rest.starts_with('\u{a0}') {
            2
        } else {
            let suffix = rest.strip_prefix(", ")?;
            let end = word_end(suffix, 0).min(MAX_WORD);
            let word = suffix.get(..end)?;
            let is_suffix = tables.word(word).is(Word::SUFFIX) && self.len > 1;
            return is_suffix.then_some(gap + 2);
        };
        let next = gap + blank;
        let byte = *bytes.get(next)?;
        if byte.is_ascii_uppercase() || (byte >= 0xc3 && is_upper(text, next)) {
            return self.goes_on(text, next, tables).then_some(next);
        }
        if byte == b'&' {
            self.ampersand = true;
            let after = next + 2;
            return (bytes.get(next + 1) == Some(&b' ') && is_upper(text, after)).then_some(after);
        }
        if byte.is_ascii_lowercase() {
            return particles(text, next, tables).then_some(next);
        }
        nickname_end(text, next)
    }

    /// Whether the capitalised word at `next` can belong to the same name.
    fn goes_on(&self, text: &str, next: usize, tables: &NameTables) -> bool {
        let end = word_end(text, next);
        if end - next > MAX_WORD {
            return false;
        }
        let word = tables.word(&text[next..end]);
        let breaks = word.is(Word::OPENER.or(Word::PRONOUN).or(Word::PREPOSITION))
            && !word.is(Word::GIVEN
                .or(Word::ORGANISATION)
                .or(Word::TITLE)
                .or(Word::SUFFIX))
            && end - next > 1;
        !breaks
            || self.tokens[..self.len]
                .iter()
                .all(|t| t.word.is(Word::OPENER))
    }

    /// What the run names.
    fn sighting(&mut self, text: &str, tables: &NameTables) -> Option<Sighting> {
        let tokens = &self.tokens[..self.len];
        let skipped = tokens
            .iter()
            .take_while(|t| t.word.is(Word::OPENER.or(Word::PRONOUN)) && !t.word.is(Word::GIVEN))
            .count();
        let pronoun = tokens[0];
        if tokens.len() == 1 && pronoun.word.is(Word::PRONOUN) {
            let gender = Gender::of(pronoun.word);
            return (gender != Gender::Unknown)
                .then(|| Sighting::of(pronoun.span, Form::Pronoun, gender));
        }
        let tokens = &tokens[skipped..];
        let whole = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
        let last = tokens
            .iter()
            .rposition(|t| !t.word.is(Word::SUFFIX))
            .unwrap_or(0);
        let (start, evidence, gender) = name_start(tokens, last);
        let name = &tokens[start..];
        let family = name[last - start];
        let first = name[0];
        let given = first.word.is(Word::GIVEN) && last > start;
        let initial = tokens[start..last].iter().any(|t| t.span.len() == 1);
        let body = Word::ORGANISATION;
        let organisation = self.ampersand
            || family.word.is(body) && !(given && evidence)
            || name
                .iter()
                .any(|t| t.word.is(body) && !t.word.is(Word::GIVEN))
                && !given;
        let other = last == start
            && family.word.is(Word::PLACE
                .or(Word::PROPER)
                .or(Word::OPENER)
                .or(Word::GROUP)
                .or(Word::DOCUMENT));
        let mut sighting = Sighting::of(whole, Form::Other, Gender::Unknown);
        sighting.titled = evidence;
        sighting.possessive = self.possessive;
        if organisation {
            sighting.form = Form::Organisation;
            return Some(sighting);
        }
        let role_alone = last == start
            && family.word.is(Word::TITLE.or(Word::ROLE))
            && !evidence
            && !family.word.is(Word::GIVEN);
        if other && !(family.word.is(Word::GIVEN) || evidence) || role_alone || name.len() > 6 {
            return Some(sighting);
        }
        let place = name.len() > 1
            && family.word.is(Word::PLACE.or(Word::PROPER))
            && !given
            && !initial
            && !evidence;
        if place {
            return Some(sighting);
        }
        sighting.name = Span::new(first.span.start, whole.end);
        if tokens[tokens.len() - 1].word.is(Word::SUFFIX)
            && text.as_bytes().get(whole.end) == Some(&b'.')
        {
            sighting.name.end += 1;
        }
        sighting.first_end = first.span.end;
        sighting.last = hyphen_particle(text, family.span, tables);
        sighting.words = u8::try_from(name.len()).unwrap_or(u8::MAX);
        let particles = name
            .iter()
            .take_while(|t| t.word.is(Word::PARTICLE) && !t.word.is(Word::GIVEN))
            .count();
        sighting.full = start + particles < last;
        let role_before = || self.role_before(text, whole.start, tables);
        let mut known = gender;
        if start == 0 && skipped == 0 {
            known = known.or(role_before().map_or(Gender::Unknown, Gender::of));
        }
        let role = start == 0 && skipped == 0 && role_before().is_some();
        sighting.form = if evidence || given || role || initial && name.len() > 1 {
            Form::Person
        } else {
            Form::Plain
        };
        sighting.doubtful = self.starts_sentence && first.word.is(Word::OPENER) && given;
        if given {
            known = known.or(Gender::of(first.word));
        }
        sighting.gender = known;
        Some(sighting)
    }

    /// The role noun right before the name: "analyst" of "analyst Xu Li".
    fn role_before(&self, text: &str, start: usize, tables: &NameTables) -> Option<Word> {
        let word = word_before(text, start)?;
        let known = tables.word(word);
        (known.is(Word::ROLE) && word.as_bytes()[0].is_ascii_lowercase()).then_some(known)
    }
}

/// The word before `at` with one blank between, if it is in ASCII.
pub(crate) fn word_before(text: &str, at: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let end = at.checked_sub(1)?;
    if bytes[end] != b' ' {
        return None;
    }
    let from = end.saturating_sub(MAX_WORD);
    let length = bytes[from..end]
        .iter()
        .rev()
        .take_while(|b| b.is_ascii_alphabetic() || **b == b'-')
        .count();
    (length > 0).then(|| &text[end - length..end])
}

/// The first word of the name among `tokens`, whether something before it says that it is a
/// person's, and which gender that tells. The word at `last` is always the name's.
fn name_start(tokens: &[Token], last: usize) -> (usize, bool, Gender) {
    let mut start = 0;
    let mut evidence = false;
    let mut gender = Gender::Unknown;
    for (i, token) in tokens[..last].iter().enumerate() {
        let word = token.word;
        let behind_given = i > start && tokens[start].word.is(Word::GIVEN);
        let title = word.is(Word::TITLE) && !(word.is(Word::GIVEN) && i == start && i + 1 == last)
            || word.is(Word::ROLE) && !word.is(Word::GIVEN) && !behind_given;
        let outside = i == start
            && word.is(Word::PLACE.or(Word::PROPER).or(Word::OPENER))
            && !word.is(Word::GIVEN);
        let body = word.is(Word::ORGANISATION) && tokens[i + 1].word.is(Word::GIVEN);
        if title && !behind_given || word.is(Word::TITLE) && behind_given {
            start = i + 1;
            evidence = true;
            gender = Gender::of(word).or(gender);
        } else if outside || body {
            start = i + 1;
        }
    }
    (start, evidence, gender)
}

/// Whether `at` is where a sentence or a line starts.
fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['"', '“', '‘', '\'', '(', ' ']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '”', '…'])
}

fn is_upper(text: &str, at: usize) -> bool {
    text.get(at..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Whether one or more particles from `at` on lead to a capital: "de la Cruz", "al-Awlaki".
fn particles(text: &str, mut at: usize, tables: &NameTables) -> bool {
    for _ in 0..3 {
        let length = text.as_bytes()[at..]
            .iter()
            .take(6)
            .take_while(|b| b.is_ascii_lowercase())
            .count();
        let end = at + length;
        if length == 0 || !tables.word(&text[at..end]).is(Word::PARTICLE) {
            return false;
        }
        if !matches!(text.as_bytes().get(end), Some(b' ' | b'-' | b'\'')) {
            return false;
        }
        at = end + 1;
        if is_upper(text, at) {
            return true;
        }
    }
    false
}

/// Where the name that holds the capital at `start` begins: before its particles.
fn particle_before(text: &str, start: usize, tables: &NameTables) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    for _ in 0..3 {
        let Some(end) = at.checked_sub(1) else {
            break;
        };
        if !matches!(bytes[end], b' ' | b'-' | b'\'') {
            break;
        }
        let length = bytes[..end]
            .iter()
            .rev()
            .take(6)
            .take_while(|b| b.is_ascii_lowercase())
            .count();
        let from = end - length;
        if length == 0
            || !tables.word(&text[from..end]).is(Word::PARTICLE)
            || !starts_word(text, from)
        {
            break;
        }
        at = from;
    }
    at
}

/// Where the name goes on after a nickname in marks at `at`: `"Chico" Manriquez`.
fn nickname_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let open = rest.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' => '”',
        '‘' => '’',
        '\'' => '\'',
        '(' => ')',
        _ => return None,
    };
    let inner = at + open.len_utf8();
    if !is_upper(text, inner) {
        return None;
    }
    let end = word_end(text, inner);
    let after = text.get(end..)?.strip_prefix(close)?.strip_prefix(' ')?;
    let next = text.len() - after.len();
    (end - inner <= MAX_WORD && is_upper(text, next)).then_some(next)
}

/// The family name without a particle joined by a hyphen: "Baghdadi" of "Al-Baghdadi".
fn hyphen_particle(text: &str, family: Span, tables: &NameTables) -> Span {
    match text[family].split_once('-') {
        Some((head, tail)) if !tail.is_empty() && tables.word(head).is(Word::PARTICLE) => {
            Span::new(family.start + head.len() + 1, family.end)
        }
        _ => family,
    }
}

impl Cast {
    /// Tells who is who among `sightings`.
    pub(crate) fn of(text: &str, sightings: Vec<Sighting>, tables: &NameTables) -> Self {
        let mut cast = Self {
            people: Vec::with_capacity(16),
            sightings,
            firsts: Vec::with_capacity(16),
            lasts: Vec::with_capacity(16),
        };
        for doubtful in [false, true] {
            for i in 0..cast.sightings.len() {
                let seen = cast.sightings[i];
                if seen.form == Form::Person && seen.full && seen.doubtful == doubtful {
                    cast.meet(text, i, tables);
                }
            }
        }
        for i in 0..cast.sightings.len() {
            let seen = cast.sightings[i];
            match (seen.person, seen.form) {
                (Some(id), _) => cast.people[usize::from(id)].latest = i,
                (None, Form::Person | Form::Plain) => cast.link(text, i, tables),
                _ => {}
            }
        }
        cast
    }

    /// Links a full name to the person who bears it, or to a new one.
    fn meet(&mut self, text: &str, i: usize, tables: &NameTables) {
        let seen = self.sightings[i];
        let known = self
            .bearers(text, seen.last)
            .find(|&id| self.same(text, id, &seen, tables));
        let doubtful = seen.doubtful && self.bearers(text, seen.last).next().is_some();
        let id = match known {
            None if !doubtful => self.add(text, &seen),
            _ => known,
        };
        self.note(text, i, id);
    }

    /// Links a part of a name to the person who bears it.
    fn link(&mut self, text: &str, i: usize, tables: &NameTables) {
        let seen = self.sightings[i];
        let known = if seen.full {
            self.bearers(text, seen.last)
                .find(|&id| self.same(text, id, &seen, tables))
        } else {
            self.best(text, &seen)
        };
        let id = match known {
            None if seen.full || seen.form == Form::Person => self.add(text, &seen),
            _ => known,
        };
        self.note(text, i, id);
    }

    /// The person whom a single name means: who bears it as family name, else as given name;
    /// among several the one of the title's gender, then the one most often named in full.
    fn best(&self, text: &str, seen: &Sighting) -> Option<PersonId> {
        let by = |id: PersonId| {
            let person = &self.people[usize::from(id)];
            (person.full, person.latest)
        };
        let agrees = |id: &PersonId| self.people[usize::from(*id)].gender.agrees(seen.gender);
        let family = self
            .bearers(text, seen.last)
            .filter(agrees)
            .max_by_key(|id| by(*id));
        family.or_else(|| {
            let key = key(&text[seen.name]);
            let given = (0..).zip(&self.firsts).filter(|(_, k)| **k == key);
            given
                .map(|(id, _)| id)
                .filter(|id: &PersonId| {
                    self.people[usize::from(*id)]
                        .first
                        .is_some_and(|first| same_word(&text[first], &text[seen.name]))
                })
                .filter(agrees)
                .filter(|_| !seen.titled || seen.words == 1)
                .max_by_key(|id| by(*id))
        })
    }

    /// Everybody with that family name.
    fn bearers<'a>(&'a self, text: &'a str, last: Span) -> impl Iterator<Item = PersonId> + 'a {
        let key = key(&text[last]);
        (0..)
            .zip(&self.lasts)
            .filter(move |(_, k)| **k == key)
            .map(|(id, _)| id)
            .filter(move |id| same_word(&text[self.people[usize::from(*id)].last], &text[last]))
    }

    /// Whether a full name can be that person's, who has the same family name.
    fn same(&self, text: &str, id: PersonId, seen: &Sighting, tables: &NameTables) -> bool {
        let person = &self.people[usize::from(id)];
        let Some(first) = person.first else {
            return person.gender.agrees(seen.gender);
        };
        let (one, other) = (&text[first], &text[seen.first()]);
        same_word(one, other)
            || initial_of(one, other)
            || initial_of(other, one)
            || tables.short_form(one, other)
            || text[person.name].contains(other)
            || text[seen.name].contains(one)
    }

    fn add(&mut self, text: &str, seen: &Sighting) -> Option<PersonId> {
        if self.people.len() >= MAX_PEOPLE {
            return None;
        }
        let id = PersonId::try_from(self.people.len()).ok()?;
        let first = seen.full.then(|| seen.first());
        self.people.push(Person {
            name: seen.name,
            words: seen.words,
            first,
            last: seen.last,
            gender: seen.gender,
            count: 0,
            full: 0,
            latest: 0,
        });
        self.firsts.push(first.map_or(0, |first| key(&text[first])));
        self.lasts.push(key(&text[seen.last]));
        Some(id)
    }

    /// Notes that the sighting is of that person.
    fn note(&mut self, text: &str, i: usize, id: Option<PersonId>) {
        let Some(id) = id else {
            return;
        };
        self.sightings[i].person = Some(id);
        let seen = self.sightings[i];
        let person = &mut self.people[usize::from(id)];
        person.count += 1;
        person.gender = person.gender.or(seen.gender);
        if seen.full {
            person.full += 1;
            person.latest = i;
            let shouted = |span: Span| !text[span].bytes().any(|b| b.is_ascii_lowercase());
            let fuller = seen.words > person.words && !shouted(seen.name);
            if fuller || shouted(person.name) && !shouted(seen.name) && seen.words >= person.words {
                person.name = seen.name;
                person.words = seen.words;
            }
        }
    }

    /// The sightings whose name starts within `span`, by number.
    pub(crate) fn within(&self, span: Span) -> core::ops::Range<usize> {
        within(&self.sightings, span)
    }
}

/// The sightings whose name starts within `span`, by number.
pub(crate) fn within(sightings: &[Sighting], span: Span) -> core::ops::Range<usize> {
    let from = sightings.partition_point(|s| s.name.start < span.start);
    let to = sightings.partition_point(|s| s.name.start < span.end);
    from..to.max(from)
}

/// Whether two words differ in case and kind of apostrophe only.
fn same_word(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    let fold = |c: char| if c == '’' { '\'' } else { c };
    one.chars()
        .map(fold)
        .flat_map(char::to_lowercase)
        .eq(other.chars().map(fold).flat_map(char::to_lowercase))
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

/// A number that words alike but for case share.
fn key(word: &str) -> u32 {
    word.bytes()
        .filter(u8::is_ascii_alphanumeric)
        .fold(17, |key: u32, byte| {
            key.wrapping_mul(31).wrapping_add(u32::from(byte | 0x20))
        })
}
