//! [`Head`]: what a mention is made of: a name, a pronoun, a noun.
//!
//! Reads the mention's noun phrases, the first of which tells most. Whose name it is, is told by `names`.

use crate::language::{NameTables, Word};
use crate::quotation::names::phrase::{Phrase, Stop};
use crate::quotation::names::sighting::{Form, Gender, Sighting, within};
use crate::span::Span;

/// How many names a reader has in mind.
const MEMORY: usize = 256;

/// How "the 35-year-old" ends, who was called so or "Ann Lee, 35," before.
pub(crate) const AGE: &str = "-year-old";

/// What a mention is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Head {
    /// A name: the number of its sighting.
    Name(usize),
    /// "He" or "she".
    Pronoun(Gender),
    /// "Who": stands for the person named before it.
    Relative,
    /// A noun for one person: "the spokeswoman".
    Role {
        /// The noun phrase.
        phrase: Span,
        gender: Gender,
        /// Whether it is "the" one, who has been named before.
        definite: bool,
        /// Whether it is an office that tells one person alone: "the governor".
        office: bool,
    },
    Group,
    /// A noun for an organisation; all of the phrase where an owner makes a name of it:
    /// "Norland's ministry".
    Organisation(Option<Span>),
    /// An organisation with a name: the number of its sighting, and all of the name.
    Body(usize, Span),
    Document,
    Unknown,
}

impl Head {
    /// Whether only who is in mind can tell who is meant.
    pub(crate) fn asks(&self) -> bool {
        matches!(self, Self::Pronoun(_) | Self::Relative | Self::Role { .. })
    }
}

/// The head of a mention.
pub(crate) fn head(text: &str, mention: Span, sightings: &[Sighting], tables: &NameTables) -> Head {
    if is_marked(&text[mention]) {
        return Head::Document;
    }
    let reader = Reader {
        text,
        mention,
        sightings,
        tables,
    };
    let Some(first) = reader.phrase(mention.start) else {
        return Head::Unknown;
    };
    let own = reader.named(&first);
    if let Some(i) = reader.officer(&first, own) {
        return Head::Name(i);
    }
    if let Some((i, name)) = reader.double(&first, own) {
        return Head::Body(i, name);
    }
    if reader.is_several(&first, own) {
        return Head::Group;
    }
    let noun = reader
        .one_of(&first)
        .unwrap_or_else(|| noun(text, &first, tables));
    let titled = own.is_some_and(|i| ends_in_marks(text, mention, sightings[i].name));
    if titled && !matches!(noun, Head::Role { .. } | Head::Group) {
        return Head::Document;
    }
    let behind = reader.name_behind(&first, own, noun);
    behind.unwrap_or_else(|| own.map_or(noun, |i| reader.named_head(i, &first, noun)))
}

/// Whether a mention is a title in marks: “60 Minutes” reported it.
fn is_marked(words: &str) -> bool {
    words.starts_with(['"', '\'', '“', '‘']) && words.ends_with(['"', '\'', '”', '’'])
}

/// Whether a name closes what stands in marks within a mention: a title, or what somebody is called.
fn ends_in_marks(text: &str, mention: Span, name: Span) -> bool {
    let before = &text[mention.start.min(name.start)..name.start];
    let behind = &text[name.end..];
    let behind = behind.strip_prefix([',', '.']).unwrap_or(behind);
    let opens = before.contains(['"', '“', '‘']) || before.contains("''");
    opens && behind.starts_with(['"', '\'', '”', '’'])
}

/// A mention, and what is known of its words.
struct Reader<'a> {
    text: &'a str,
    mention: Span,
    sightings: &'a [Sighting],
    tables: &'a NameTables,
}

impl Reader<'_> {
    /// The noun phrase of the mention that starts at `start`.
    fn phrase(&self, start: usize) -> Option<Phrase> {
        Phrase::read(self.text, start, self.mention.end, self.tables)
    }

    /// The name at the end of a phrase.
    fn named(&self, phrase: &Phrase) -> Option<usize> {
        within(self.sightings, phrase.span)
            .rev()
            .find(|&i| ends_at(self.text, self.sightings[i].name.end, phrase.span.end))
    }

    /// Somebody of a group: "one of them", "one of the residents".
    fn one_of(&self, first: &Phrase) -> Option<Head> {
        let one = self.text[first.span].eq_ignore_ascii_case("one") && first.stop == Stop::Of;
        let rest = self.phrase(first.next).filter(|_| one)?;
        let group = matches!(noun(self.text, &rest, self.tables), Head::Group);
        group.then_some(Head::Role {
            phrase: first.span,
            gender: Gender::Unknown,
            definite: false,
            office: false,
        })
    }

    /// Who holds an office whose name has an "and" in it, `own` before that: "Housing and Urban Affairs
    /// Secretary Ann Poe".
    fn officer(&self, first: &Phrase, own: Option<usize>) -> Option<usize> {
        let own = own.filter(|_| first.stop == Stop::And)?;
        let seen = &self.sightings[own];
        let nobody = seen.form == Form::Plain && seen.words == 1 && !self.is_surname(own);
        let rest = self.phrase(first.next).filter(|_| nobody)?;
        let name = self.named(&rest).map(|i| (i, &self.sightings[i]))?;
        let words = &self.text[rest.span.start..name.1.name.start];
        let department =
            words.split_whitespace().count() > 1 && !self.text[rest.span].contains(',');
        let officer = name.1.form == Form::Person && name.1.full && department;
        let capitals = words
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase));
        (officer && capitals).then_some(name.0)
    }

    /// The body whose name has an "and" in it, `own` before that: "Food and Drug Administration".
    fn double(&self, first: &Phrase, own: Option<usize>) -> Option<(usize, Span)> {
        const KNOWN: Word = Word::PLACE.or(Word::GIVEN).or(Word::PROPER);
        let own = own.filter(|_| first.stop == Stop::And)?;
        let (seen, other) = (&self.sightings[own], self.sightings.get(own + 1)?);
        let joined = seen.name.end + " and ".len() == other.name.start
            && ends_at(self.text, other.name.end, self.mention.end);
        let nobody = seen.form == Form::Plain && !seen.given && !self.is_surname(own);
        let words = &self.text[other.name];
        let opener = self.tables.word(words.split(' ').next()?);
        let body = other.form == Form::Organisation && words.contains(' ') && !opener.is(KNOWN);
        let whole = Span::new(seen.name.start, other.name.end);
        (joined && nobody && body).then_some((own + 1, whole))
    }

    /// Whether the mention names several, `own` the first of them.
    fn is_several(&self, first: &Phrase, own: Option<usize>) -> bool {
        let rest = &self.text[first.next.min(self.mention.end)..self.mention.end];
        let listed = first.stop == Stop::Comma && own.is_some() && lists(rest);
        if first.stop != Stop::And && !listed {
            return false;
        }
        let several = own.is_some() && within(self.sightings, self.mention).count() > 1;
        let plural = |rest: &Phrase| matches!(noun(self.text, rest, self.tables), Head::Group);
        // "the president and Senator Ann Poe"
        let other = |rest: &Phrase| {
            let titled = rest.first.is(Word::TITLE) && self.named(rest).is_some();
            titled && own.is_none() && first.first.is(Word::DEFINITE)
        };
        let rest = self.phrase(first.next);
        several || rest.is_some_and(|rest| plural(&rest) || other(&rest))
    }

    /// The head where not the first phrase tells it, of which `own` is the name and `noun` the noun,
    /// but one behind: "her aide, Bo Hill".
    fn name_behind(&self, first: &Phrase, own: Option<usize>, noun: Head) -> Option<Head> {
        if own.is_none() && matches!(noun, Head::Organisation(None)) {
            return self.apposed_body(first.stop, self.phrase(first.next)?);
        }
        let office = own.is_some_and(|i| is_office(&self.sightings[i], first));
        let loose = match own.map_or(Form::Other, |i| self.sightings[i].form) {
            Form::Other => matches!(noun, Head::Role { .. } | Head::Unknown),
            Form::Organisation => office || first.stop == Stop::Of,
            _ => office,
        };
        let rest = self.phrase(first.next).filter(|_| loose)?;
        if let Some(holder) = self.holder(first) {
            return Some(Head::Name(holder));
        }
        if let Some(member) = own.and_then(|i| self.member(first, i)) {
            return Some(member);
        }
        if first.leads_to_name(&rest) {
            let behind = |&i: &usize| {
                let apart = self.sightings[i].name.start > rest.span.start;
                (apart || first.stop == Stop::Comma) && self.sightings[i].is_personal()
            };
            if let Some(i) = self.named(&rest).filter(behind) {
                return Some(Head::Name(i));
            }
            // "Department of Transport official", but "Poe's boss, the minister"
            let told = first.stop == Stop::Comma && matches!(noun, Head::Role { .. });
            let linked = first.stop != Stop::And && !told;
            if linked && !office && rest.word.is(Word::ROLE.or(Word::GROUP)) {
                return Some(self::noun(self.text, &rest, self.tables));
            }
        }
        match noun {
            Head::Role { gender, .. } => self.apposed(first.stop, rest, gender),
            _ => None,
        }
    }

    /// Who holds the office whose title opens the mention: "Leader of the Opposition Ann Poe", "Secretary of
    /// State for Health Ann Poe".
    fn holder(&self, first: &Phrase) -> Option<usize> {
        const PHRASES: usize = 3;
        let office = Word::TITLE.or(Word::ROLE).or(Word::OFFICE);
        let titled = first.word.is(office) && self.text[first.last].starts_with(char::is_uppercase);
        if !titled || !matches!(first.stop, Stop::Of | Stop::Other) {
            return None;
        }
        let mut next = first.next;
        for _ in 0..PHRASES {
            let phrase = self.phrase(next)?;
            let person = |&i: &usize| {
                let seen = &self.sightings[i];
                // not "the late Ann Poe"
                let words =
                    self.text[phrase.span.start..seen.name.start].trim_start_matches("the ");
                let department = words.starts_with(char::is_uppercase);
                department && seen.full && seen.form == Form::Person
            };
            if let Some(i) = self.named(&phrase).filter(person) {
                return Some(i);
            }
            // "Secretary of Health and Welfare Ann Poe"
            let goes_on = matches!(phrase.stop, Stop::Of | Stop::Other | Stop::And);
            if !goes_on || phrase.first.is(office) {
                return None;
            }
            next = phrase.next;
        }
        None
    }

    /// The body whose name is set off by a comma: "the firm, Norvik Inc.".
    fn apposed_body(&self, stop: Stop, rest: Phrase) -> Option<Head> {
        let (i, behind) = self.behind_comma(stop, rest)?;
        let Sighting { name, form, .. } = self.sightings[i];
        let whole = matches!(&self.text[behind.span.start..name.start], "" | "the ");
        let body = whole && form == Form::Organisation;
        body.then(|| Head::Body(i, self.body(name, &behind)))
    }

    /// Who stands right behind the name of the body `i`: "a Department of Health and Care official".
    fn member(&self, first: &Phrase, i: usize) -> Option<Head> {
        let end = self.body(self.sightings[i].name, first).end;
        let behind = self.phrase(end)?;
        let between = &self.text[end..behind.span.start];
        let beside = first.stop == Stop::Of && matches!(between, " " | "'" | "’");
        if !beside || !behind.word.is(Word::ROLE.or(Word::GROUP)) {
            return None;
        }
        let noun = noun(self.text, &behind, self.tables);
        let rest = self.phrase(behind.next);
        let named = match noun {
            Head::Role { gender, .. } => rest.and_then(|r| self.apposed(behind.stop, r, gender)),
            _ => None,
        };
        Some(named.unwrap_or(noun))
    }

    /// The name set off by the first comma behind a noun, after which `rest` stands behind `stop`:
    /// "the head of the board, Ann Poe".
    fn apposed(&self, stop: Stop, rest: Phrase, gender: Gender) -> Option<Head> {
        let (name, _) = self.behind_comma(stop, rest)?;
        let seen = &self.sightings[name];
        let person = seen.form == Form::Person || seen.form == Form::Plain && seen.full;
        (person && seen.gender.agrees(gender)).then_some(Head::Name(name))
    }

    /// The name behind the first comma, and the phrase that it ends, after which `rest` stands behind
    /// `stop`.
    fn behind_comma(&self, mut stop: Stop, rest: Phrase) -> Option<(usize, Phrase)> {
        const PHRASES: usize = 4;
        let mut phrase = rest;
        for _ in 0..PHRASES {
            if stop == Stop::Comma {
                let name = self.named(&phrase).filter(|_| phrase.stop != Stop::And)?;
                return Some((name, phrase));
            }
            stop = phrase.stop;
            phrase = self.phrase(phrase.next)?;
        }
        None
    }

    /// The head of a mention whose first phrase ends with the name `i`, whatever `noun` is.
    fn named_head(&self, i: usize, first: &Phrase, noun: Head) -> Head {
        let seen = &self.sightings[i];
        let article = first.first.is(Word::DEFINITE) && !seen.full;
        let body = self.body(seen.name, first);
        // "Houses for People", but "Poe of Oster"
        let longer = !seen.full && body != seen.name && !self.is_surname(i);
        match seen.form {
            Form::Plain if longer => self.chief(first).map_or(Head::Body(i, body), Head::Name),
            Form::Plain if article => Head::Body(i, seen.name),
            // "Police said"
            Form::Organisation if first.span == first.last && first.word.is(Word::GROUP) => noun,
            Form::Plain => self
                .whole_body(i)
                .map_or(Head::Name(i), |name| Head::Body(i, name)),
            Form::Person => Head::Name(i),
            Form::Organisation if article && body == seen.name => {
                Head::Body(i, self.full_body(i, first))
            }
            Form::Organisation => Head::Body(i, body),
            Form::Pronoun => Head::Pronoun(seen.gender),
            Form::Other => match noun {
                Head::Unknown if !article => Head::Name(i),
                // "Carpenter said"
                Head::Document | Head::Role { .. } if !article && self.is_surname(i) => {
                    Head::Name(i)
                }
                _ => noun,
            },
        }
    }

    /// Whose name stands right behind that of a body: "Houses for People chair Ann Poe".
    fn chief(&self, body: &Phrase) -> Option<usize> {
        let mut names = within(self.sightings, self.mention).rev();
        names.find(|&i| {
            let start = self.sightings[i].name.start;
            let apart = start > body.next + 1 && !self.text[body.next..start].contains(',');
            apart && self.sightings[i].given
        })
    }

    /// Whether the word `i` is the family name of somebody named before: "Ann Poll … Poll said".
    fn is_surname(&self, i: usize) -> bool {
        let key = self.sightings[i].last_key;
        key != 0 && self.before(i).any(|seen| seen.full && seen.last_key == key)
    }

    /// The name of a body with what "of" and "and" add to it: "Department of Transport and Trade".
    fn body(&self, name: Span, phrase: &Phrase) -> Span {
        let text = &self.text[..self.mention.end];
        // "Panel on Climate Change", but "the Guardian on Monday"
        let kind = self.text[name].rsplit(' ').next().unwrap_or_default();
        let kind = self.tables.word(kind);
        let common = kind.is(Word::ORGANISATION) && !kind.is(Word::PROPER);
        let on = common.then_some("on");
        let of = ["of", "for"].into_iter().chain(on);
        let mut link = of
            .clone()
            .find(|link| text[..phrase.next.min(text.len())].ends_with(link))
            .map(|link| (link, phrase.next));
        let mut end = name.end;
        while let Some((word, at)) = link {
            let Some(added) = self.capitals(at, word == "and") else {
                break;
            };
            end = added;
            let links = of.clone().chain(["and"]);
            link = text[end..].strip_prefix(' ').and_then(|rest| {
                let word = links.into_iter().find(|word| rest.starts_with(word))?;
                Some((word, end + 1 + word.len()))
            });
        }
        Span::new(name.start, end)
    }

    /// Where the capitalised words behind the space at `at` end, and a "the" before them; behind an "and"
    /// another body may start.
    fn capitals(&self, at: usize, and: bool) -> Option<usize> {
        let rest = self.text.get(at..self.mention.end)?.strip_prefix(' ')?;
        let words = if and {
            rest
        } else {
            rest.strip_prefix("the ").unwrap_or(rest)
        };
        let mut end = None;
        let mut start = self.mention.end - words.len();
        for word in words.split(' ') {
            let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let name = name
                .strip_suffix('s')
                .and_then(|owner| owner.strip_suffix(['\'', '’']))
                .unwrap_or(name);
            let other = and && end.is_none() && self.tables.word(name).is(Word::ORGANISATION);
            if !name.starts_with(char::is_uppercase) || other {
                break;
            }
            end = Some(start + name.len());
            if name != word && !word.ends_with('.') {
                break;
            }
            start += word.len() + 1;
        }
        end
    }

    /// The name that "the Post" stands for: of the body named last that is called so in full. "The
    /// Senate" is a name of its own.
    fn full_body(&self, i: usize, phrase: &Phrase) -> Span {
        let (text, sightings) = (self.text, self.sightings);
        let short = sightings[i].name;
        let whole = text[phrase.span.start..short.start].eq_ignore_ascii_case("the ");
        if !whole || text[short].contains(' ') || self.tables.word(&text[short]).is(Word::PROPER) {
            return short;
        }
        let longer = |seen: &&Sighting| {
            seen.form == Form::Organisation
                && seen.name.len() > short.len()
                && seen.last_key == sightings[i].last_key
        };
        self.before(i).find(longer).map_or(short, |seen| seen.name)
    }

    /// The body that is called by the first word of its name at `i`: "Norvik" of "Norvik Airways", where nobody
    /// bears that name.
    fn whole_body(&self, i: usize) -> Option<Span> {
        let short = &self.sightings[i];
        let drops = |name: Span| {
            let rest = self.text[name].strip_prefix(&self.text[short.name]);
            let rest = rest.and_then(|rest| rest.strip_prefix(' '));
            rest.is_some_and(|rest| self.is_dropped(rest))
        };
        let opens = |seen: &&Sighting| seen.form == Form::Organisation && drops(seen.name);
        let body = self.before(i).find(opens).filter(|_| !short.full)?;
        let bears = |seen: &Sighting| {
            seen.full && [seen.first_key, seen.last_key].contains(&short.last_key)
        };
        let borne = self.before(i).chain(self.behind(i)).any(bears);
        (!borne).then_some(body.name)
    }

    /// Whether a body is called by its name without these words, the last of them: "Airways", not "Administration".
    fn is_dropped(&self, words: &str) -> bool {
        let last = words.rsplit(' ').next().unwrap_or_default();
        !self.tables.word(last).is(Word::NAMESAKE)
    }

    /// The sightings before `i` that a reader has in mind, the last first.
    fn before(&self, i: usize) -> impl Iterator<Item = &Sighting> {
        self.sightings[i.saturating_sub(MEMORY)..i].iter().rev()
    }

    /// As many behind `i`.
    fn behind(&self, i: usize) -> impl Iterator<Item = &Sighting> {
        self.sightings[i + 1..].iter().take(MEMORY)
    }
}

/// Whether behind a name and a comma `rest` goes on a list of names: " Cho and Poe", " and Poe".
fn lists(rest: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let Some((names, last)) = rest.split_once(" and ") else {
        return false;
    };
    capital(last) && names.split_whitespace().all(capital)
}

/// Whether capitals may just make a title look like a name: "the Prime Minister, Ann Lee".
fn is_office(seen: &Sighting, phrase: &Phrase) -> bool {
    let title = phrase.word.is(Word::TITLE.or(Word::ROLE)) && !seen.given;
    seen.form != Form::Other && title && phrase.stop == Stop::Comma
}

/// Whether nothing but a dot or a possessive s stands between `end` and `to`.
fn ends_at(text: &str, end: usize, to: usize) -> bool {
    end >= to
        || text[end..to]
            .trim_matches(['.', '\'', '’', 's', ' '])
            .is_empty()
}

/// What a phrase is whose last word is a common noun or a pronoun.
fn noun(text: &str, phrase: &Phrase, tables: &NameTables) -> Head {
    let word = phrase.word;
    let gender = Gender::of(word);
    if word.is(Word::PRONOUN) {
        return match (word.is(Word::GROUP), gender) {
            (true, _) => Head::Group,
            (false, Gender::Unknown) if text[phrase.last].eq_ignore_ascii_case("who") => {
                Head::Relative
            }
            (false, Gender::Unknown) => Head::Unknown,
            (false, gender) => Head::Pronoun(gender),
        };
    }
    let common = text[phrase.last].starts_with(char::is_lowercase);
    let stem = text[phrase.last].strip_suffix('s');
    let plural = stem.map(|stem| tables.word(stem)).is_some_and(|one| {
        let bodies = one.is(Word::ORGANISATION) && common;
        one.is(Word::ROLE.or(Word::OFFICE)) || bodies
    });
    // "the captain"
    let titled = word.is(Word::TITLE) && phrase.first.is(Word::DEFINITE) && common;
    let role = titled || word.is(Word::ROLE.or(Word::OFFICE)) || text[phrase.last].ends_with(AGE);
    // "his wife", but "his president" may be any
    let kin = phrase.first.is(Word::PRONOUN) && Gender::of(phrase.first) != Gender::Unknown;
    let kin = kin && gender != Gender::Unknown;
    if word.is(Word::GROUP) || plural && !role {
        Head::Group
    } else if role || gender != Gender::Unknown {
        Head::Role {
            phrase: phrase.span,
            gender,
            definite: phrase.first.is(Word::DEFINITE) || kin,
            office: !kin && word.is(Word::OFFICE) || text[phrase.last].ends_with(AGE),
        }
    } else if word.is(Word::ORGANISATION) {
        Head::Organisation(owned(text, phrase.span))
    } else if word.is(Word::DOCUMENT) {
        Head::Document
    } else {
        Head::Unknown
    }
}

/// The phrase, if it opens with the name of an owner.
fn owned(text: &str, phrase: Span) -> Option<Span> {
    let words = &text[phrase];
    let first = words.split(' ').next().unwrap_or_default();
    let owner = first.starts_with(char::is_uppercase) && first.ends_with(['s', '\'', '’']);
    (owner && first.contains(['\'', '’'])).then_some(phrase)
}
