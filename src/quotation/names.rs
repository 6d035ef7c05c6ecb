//! Who the speakers are: from the words in place to a person's fullest name.
//!
//! Called once for all speakers of an article; uses the [`Cast`] of the article.

use crate::language::{Language, NameTables, Word};
use crate::span::{Excerpt, Span};

use super::cast::{self, Cast, Form, Gender, PersonId, Sighting, word_end};
use super::{Kind, LeadIn, Quotation, Resolution, Speaker, SpeakerKind};
use crate::marks::Stretch;

/// Sightings before a pronoun that can tell whom it means.
const MEMORY: usize = 40;
/// Bytes of a mention that are read.
const MAX_MENTION: usize = 240;

/// What a mention is made of.
#[derive(Debug, Clone, Copy)]
enum Head {
    /// A name: the number of its sighting.
    Name(usize),
    Pronoun(Gender),
    /// A noun for one person, with its gender: "the spokeswoman".
    Role(Span, Gender),
    Group,
    Organisation,
    Document,
    Unknown,
}

/// A noun phrase up to what hangs on it.
struct Phrase {
    span: Span,
    /// Its last word.
    head: Span,
    word: Word,
    /// What stands behind it.
    stop: Stop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    End,
    Comma,
    And,
    Other,
}

/// Tells of every speaker who that is.
///
/// `stretches` and `sentences` are those of the whole text, in order.
pub(crate) fn attach<'t>(
    text: &'t str,
    stretches: &[Stretch],
    sentences: &[Span],
    quotations: &mut [Quotation<'t>],
    lead_ins: &mut [LeadIn<'t>],
    language: &Language,
) {
    let mut quoted: Vec<Span> = stretches.iter().map(|stretch| stretch.outer).collect();
    let direct = quotations.iter().filter(|q| q.kind == Kind::Direct);
    quoted.extend(direct.flat_map(Quotation::content).map(|e| e.span()));
    let announced = lead_ins.iter_mut().filter_map(|l| l.speaker.as_mut());
    let mut speakers: Vec<&mut Speaker<'t>> = quotations
        .iter_mut()
        .filter_map(|quotation| quotation.speaker.as_mut())
        .chain(announced)
        .collect();
    if speakers.is_empty() {
        return;
    }
    quoted.sort_unstable();
    speakers.sort_by_key(|speaker| speaker.mention.span());
    let mentions: Vec<Span> = speakers.iter().map(|s| s.mention.span()).collect();
    let found = resolve(text, &mentions, &quoted, sentences, language);
    for (speaker, found) in speakers.into_iter().zip(found) {
        *speaker = found;
    }
}

/// Gives every mention its name, kind and resolution; `mentions` are in text order, `quoted` and
/// `sentences` too.
pub(super) fn resolve<'t>(
    text: &'t str,
    mentions: &[Span],
    quoted: &[Span],
    sentences: &[Span],
    language: &Language,
) -> Vec<Speaker<'t>> {
    let tables = language.names();
    let mut sightings = cast::sightings(text, tables);
    let heads: Vec<Head> = mentions
        .iter()
        .map(|mention| head(text, *mention, &sightings, tables))
        .collect();
    for head in &heads {
        match *head {
            Head::Name(i) if sightings[i].form == Form::Plain => sightings[i].form = Form::Person,
            _ => {}
        }
    }
    let cast = Cast::of(text, sightings, tables);
    let mut narration = Narration {
        text,
        tables,
        quoted,
        sentences,
        cast,
        events: Vec::new(),
        next: 0,
        sentence: 0,
        stretch: 0,
        subject: false,
    };
    mentions
        .iter()
        .zip(&heads)
        .map(|(mention, head)| narration.speaker(*mention, *head))
        .collect()
}

/// The head of a mention.
fn head(text: &str, mention: Span, sightings: &[Sighting], tables: &NameTables) -> Head {
    let Some(first) = phrase(text, mention.start, mention.end, tables) else {
        return Head::Unknown;
    };
    let named = |phrase: &Phrase| {
        cast::within(sightings, phrase.span)
            .rev()
            .find(|&i| ends_at(text, sightings[i].name.end, phrase.span.end))
    };
    if first.stop == Stop::And {
        let several = cast::within(sightings, mention).count() > 1;
        let rest = phrase(text, first.span.end, mention.end, tables);
        let plural = rest.is_some_and(|p| p.word.is(Word::GROUP));
        if named(&first).is_some() && several || plural {
            return Head::Group;
        }
    }
    if let Some(i) = named(&first) {
        return match sightings[i].form {
            Form::Person | Form::Plain => Head::Name(i),
            Form::Organisation => Head::Organisation,
            Form::Pronoun => Head::Pronoun(sightings[i].gender),
            Form::Other => noun(text, &first, tables),
        };
    }
    let noun = noun(text, &first, tables);
    if first.stop == Stop::Comma && matches!(noun, Head::Role(..) | Head::Unknown) {
        let apposition = phrase(text, first.span.end, mention.end, tables);
        let name = apposition
            .filter(|p| p.stop != Stop::And)
            .and_then(|p| named(&p))
            .filter(|&i| matches!(sightings[i].form, Form::Person | Form::Plain));
        return name.map_or(noun, Head::Name);
    }
    noun
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
            (false, gender) => Head::Pronoun(gender),
        };
    }
    let head = &text[phrase.head];
    let singular = head
        .strip_suffix('s')
        .is_some_and(|stem| tables.word(stem).is(Word::ROLE));
    if word.is(Word::GROUP) || singular && !word.is(Word::ROLE) {
        Head::Group
    } else if word.is(Word::ROLE) || gender != Gender::Unknown {
        Head::Role(phrase.head, gender)
    } else if word.is(Word::ORGANISATION) {
        Head::Organisation
    } else if word.is(Word::DOCUMENT) {
        Head::Document
    } else {
        Head::Unknown
    }
}

/// The noun phrase that starts at `start`: up to a comma, a preposition, a relative word or "and".
fn phrase(text: &str, start: usize, end: usize, tables: &NameTables) -> Option<Phrase> {
    let limit = end.min(start.saturating_add(MAX_MENTION));
    let mut at = start;
    let mut found: Option<Phrase> = None;
    while at < limit {
        let c = text[at..].chars().next()?;
        if !c.is_alphanumeric() {
            let breaks = match c {
                ',' => Some(Stop::Comma),
                ';' | ':' | '(' | ')' | '—' | '–' | '\n' => Some(Stop::Other),
                '&' => Some(Stop::And),
                _ => None,
            };
            if let (Some(stop), Some(phrase)) = (breaks, &mut found) {
                phrase.stop = stop;
                return found;
            }
            at += c.len_utf8();
            continue;
        }
        let word_end = word_end(text, at).min(limit);
        let word = tables.word(text.get(at..word_end)?);
        let lower = c.is_lowercase();
        let and = lower && matches!(&text[at..word_end], "and" | "or");
        let stop = if and { Stop::And } else { Stop::Other };
        match &mut found {
            Some(phrase) if and || lower && word.is(Word::PREPOSITION) => {
                phrase.stop = stop;
                return found;
            }
            _ => {}
        }
        let started = found.as_ref().map_or(at, |phrase| phrase.span.start);
        found = Some(Phrase {
            span: Span::new(started, word_end),
            head: Span::new(at, word_end),
            word,
            stop: Stop::End,
        });
        at = word_end.max(at + 1);
    }
    found
}

/// A person in the reader's mind.
#[derive(Debug, Clone, Copy)]
struct Event {
    person: PersonId,
    sentence: usize,
    weight: f32,
}

/// The article read from top to bottom, as far as the last mention that was asked for.
struct Narration<'a, 't> {
    text: &'t str,
    tables: &'a NameTables,
    quoted: &'a [Span],
    sentences: &'a [Span],
    cast: Cast,
    events: Vec<Event>,
    /// The next sighting.
    next: usize,
    sentence: usize,
    stretch: usize,
    /// Whether the sentence has named somebody already.
    subject: bool,
}

impl<'t> Narration<'_, 't> {
    fn speaker(&mut self, mention: Span, head: Head) -> Speaker<'t> {
        self.read(mention.start);
        let found = match head {
            Head::Name(i) => self.cast.sightings[i].person,
            Head::Pronoun(gender) => self.in_mind(gender),
            Head::Role(..) => None,
            _ => None,
        };
        if let Head::Name(_) = head {
            self.read(mention.end);
        }
        self.enter(mention.start);
        if let Some(person) = found {
            self.events.push(Event {
                person,
                sentence: self.sentence,
                weight: 1.5,
            });
        }
        let kind = match head {
            Head::Name(_) | Head::Role(..) => SpeakerKind::Person,
            Head::Pronoun(Gender::Unknown) | Head::Unknown => SpeakerKind::Unknown,
            Head::Pronoun(_) => SpeakerKind::Person,
            Head::Group => SpeakerKind::Group,
            Head::Organisation => SpeakerKind::Organisation,
            Head::Document => SpeakerKind::Document,
        };
        let name = found.map(|id| self.cast.people[usize::from(id)].name);
        let how = match (head, name) {
            (_, None) => Resolution::Unresolved,
            (Head::Name(i), Some(name))
                if self.text[name] == self.text[self.cast.sightings[i].name] =>
            {
                Resolution::Itself
            }
            (Head::Name(_), _) => Resolution::PartOfName,
            (Head::Pronoun(_), _) => Resolution::Pronoun,
            _ => Resolution::Role,
        };
        Speaker {
            mention: Excerpt::new(self.text, mention),
            name: name.map(|name| Excerpt::new(self.text, name)),
            kind,
            how,
        }
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
            let Some(person) = person else {
                continue;
            };
            let weight = if seen.possessive {
                0.5
            } else if self.subject {
                0.6
            } else {
                1.0
            };
            if !seen.possessive {
                self.subject = true;
            }
            self.events.push(Event {
                person,
                sentence: self.sentence,
                weight,
            });
        }
    }

    /// Goes on to the sentence that holds `at`.
    fn enter(&mut self, at: usize) {
        while self
            .sentences
            .get(self.sentence + 1)
            .is_some_and(|next| next.start <= at)
        {
            self.sentence += 1;
            self.subject = false;
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

    /// The person of that gender whom the last sentences had most in mind.
    fn in_mind(&self, gender: Gender) -> Option<PersonId> {
        if gender == Gender::Unknown {
            return None;
        }
        let from = self.events.len().saturating_sub(MEMORY);
        let recent = &self.events[from..];
        let mut best: Option<(PersonId, f32)> = None;
        for (i, event) in recent.iter().enumerate() {
            if recent[..i]
                .iter()
                .any(|earlier| earlier.person == event.person)
            {
                continue;
            }
            let known = self.cast.people[usize::from(event.person)].gender;
            if !known.agrees(gender) {
                continue;
            }
            let mut score: f32 = recent[i..]
                .iter()
                .filter(|e| e.person == event.person)
                .map(|e| e.weight * self.fade(e.sentence))
                .sum();
            if known == Gender::Unknown {
                score *= 0.5;
            }
            if best.is_none_or(|(_, other)| score >= other) {
                best = Some((event.person, score));
            }
        }
        best.map(|(person, _)| person)
    }

    fn fade(&self, sentence: usize) -> f32 {
        let age = self.sentence.saturating_sub(sentence).min(20);
        0.55_f32.powi(i32::try_from(age).unwrap_or(20))
    }
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use crate::language::Language;
    use crate::marks;
    use crate::span::Span;

    /// The name of the speaker whose mention stands in `[brackets]`, the last one counts; the
    /// mentions before it are asked for, too.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let mut text = String::new();
        let mut mentions = Vec::new();
        for piece in marked.split('[') {
            let (mention, rest) = piece.split_once(']').unwrap_or(("", piece));
            if !mention.is_empty() {
                mentions.push(Span::new(text.len(), text.len() + mention.len()));
            }
            text.push_str(mention);
            text.push_str(rest);
        }
        let quoted: Vec<Span> = marks::pair(&text).iter().map(|s| s.outer).collect();
        let sentences: Vec<Span> = crate::sentences(&text).map(|s| s.span()).collect();
        let found = resolve(&text, &mentions, &quoted, &sentences, Language::english());
        let name = found.last().and_then(|speaker| speaker.name);
        assert_eq!(name.map(|name| name.as_str()), expected, "{marked}");
    }

    #[test]
    fn surnames_lead_to_the_fullest_name() {
        for (text, name) in [
            ("Ann Poe left. “No,” [Poe] said.", "Ann Poe"),
            (
                "Gov. Ann Q. Poe left. “No,” [Ms. Poe] said. Ann Poe sat.",
                "Ann Q. Poe",
            ),
            ("“No,” [Poe] said. Later Ann Poe left.", "Ann Poe"),
            ("Omar al-Tikri left. “No,” [Tikri] said.", "Omar al-Tikri"),
            (
                "Bill de Marco left. “No,” [De Marco] said.",
                "Bill de Marco",
            ),
            (
                "Juan “Chico” Lomas left. “No,” [Lomas] said.",
                "Juan “Chico” Lomas",
            ),
            ("Ed Poe Jr. left. “No,” [Mr. Poe] said.", "Ed Poe Jr."),
            ("Ann O’Dell left. “No,” [O'Dell] said.", "Ann O’Dell"),
            (
                "Ann Lopez-Vega left. “No,” [Lopez-Vega] said.",
                "Ann Lopez-Vega",
            ),
        ] {
            check(text, Some(name));
        }
    }

    #[test]
    fn a_title_tells_husband_from_wife() {
        let couple = "Bob Poe and Ann Poe came. ";
        check(&format!("{couple}“No,” [Mrs. Poe] said."), Some("Ann Poe"));
        check(&format!("{couple}“No,” [Mr. Poe] said."), Some("Bob Poe"));
    }

    #[test]
    fn pronouns_go_by_gender_and_by_who_speaks() {
        let pair = "Bob Hill met Ann Poe. ";
        check(&format!("{pair}“No,” [she] said."), Some("Ann Poe"));
        check(&format!("{pair}“No,” [he] said."), Some("Bob Hill"));
        check(
            "Bob Hill met Ed Poe. “No,” [Poe] said. “Never,” [he] added.",
            Some("Ed Poe"),
        );
        check("The rain fell. “No,” [he] said.", None);
        check(
            "“Ed Poe lied,” said Bob Hill. “Yes,” [he] added.",
            Some("Bob Hill"),
        );
    }

    #[test]
    fn what_hangs_on_a_name_is_not_the_name() {
        for text in [
            "Ann Poe left. “No,” [the Poe campaign] said.",
            "Ann Poe left. “No,” [Poe’s aides] said.",
            "Ann Poe left. “No,” [a spokesman for Ann Poe] said.",
            "Ann Poe left. “No,” [a Poe spokeswoman] said.",
            "“No,” [Ann Poe and Bo Hill] said.",
            "“No,” [the State Department] said.",
            "Ann Poe left. “No,” [they] said.",
        ] {
            check(text, None);
        }
        check(
            "“No,” [her campaign manager, Bo Hill,] said.",
            Some("Bo Hill"),
        );
        check("“No,” said [Bo Hill, an aide to Ann Poe].", Some("Bo Hill"));
        check("“No,” said [analyst Xu Li].", Some("Xu Li"));
    }
}
