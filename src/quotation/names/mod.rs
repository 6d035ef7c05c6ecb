//! Who the speakers are: from the words in place to a person's fullest name.
//!
//! Called once for all speakers of an article. `head` tells what a mention is made of, `capitals`
//! whether its capitals make a name, `cast` whom the article names, `narration` whom a pronoun means,
//! `beside` what a name's bearer is called.

mod beside;
mod capitals;
mod cast;
mod head;
mod mind;
mod narration;
mod person;
mod phrase;
mod run;
mod sighting;

use crate::language::Language;
use crate::marks::Stretch;
use crate::quotation::names::capitals::form_of_speaker;
use crate::quotation::names::cast::{Cast, PersonId};
use crate::quotation::names::head::{Head, head};
use crate::quotation::names::narration::Narration;
use crate::quotation::names::sighting::{Form, sightings};
use crate::quotation::{Kind, LeadIn, Level, Quotation, Resolution, Speaker, SpeakerKind};
use crate::span::{Excerpt, Span};

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
    let mut quoted: Vec<Span> = Vec::with_capacity(2 * stretches.len());
    quoted.extend(stretches.iter().map(|stretch| stretch.outer));
    let direct = quotations.iter().filter(|q| q.kind == Kind::Direct);
    quoted.extend(direct.flat_map(Quotation::content).map(|e| e.span()));
    let mut speakers: Vec<(Asked, &mut Speaker<'t>)> =
        Vec::with_capacity(quotations.len() + lead_ins.len());
    speakers.extend(quotations.iter_mut().filter_map(|quotation| {
        let doubtful = quotation.evidence.level == Level::Low;
        let speaker = quotation.speaker.as_mut()?;
        let mention = speaker.mention.span();
        Some((Asked { mention, doubtful }, speaker))
    }));
    speakers.extend(lead_ins.iter_mut().filter_map(|lead_in| {
        let speaker = lead_in.speaker.as_mut()?;
        Some((Asked::of(speaker.mention.span()), speaker))
    }));
    if speakers.is_empty() {
        return;
    }
    quoted.sort_unstable();
    speakers.sort_unstable_by_key(|(asked, _)| asked.mention);
    let asked = speakers.iter().map(|(asked, _)| *asked);
    let found = resolve(text, asked, &quoted, sentences, language);
    for ((_, speaker), found) in speakers.into_iter().zip(found) {
        *speaker = found;
    }
}

/// A mention whose name is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    mention: Span,
    /// Whether it is doubtful that anybody speaks there.
    doubtful: bool,
}

impl Asked {
    const fn of(mention: Span) -> Self {
        Self {
            mention,
            doubtful: false,
        }
    }
}

/// Gives every mention its name, kind and resolution; those `asked` for are in text order, `quoted`
/// and `sentences` too.
pub(super) fn resolve<'t>(
    text: &'t str,
    asked: impl Iterator<Item = Asked> + Clone,
    quoted: &[Span],
    sentences: &[Span],
    language: &Language,
) -> Vec<Speaker<'t>> {
    let tables = language.names();
    let mut sightings = sightings(text, sentences, tables);
    let heads: Vec<Head> = asked
        .clone()
        .map(|asked| head(text, asked.mention, &sightings, tables))
        .collect();
    for (head, asked) in heads.iter().zip(asked.clone()) {
        if let Head::Name(i) = *head {
            sightings[i].form = form_of_speaker(text, i, asked.doubtful, &sightings, sentences);
        }
    }
    let mut cast = Cast::of(text, sightings, tables);
    // Where every speaker has a name, nobody asks who else is in mind.
    let asks = heads.iter().any(Head::asks);
    if asks {
        cast.infer_genders(text, tables);
    }
    let mut narration = Narration::new(text, quoted, sentences, cast, tables);
    let mut speakers: Vec<Speaker<'t>> = Vec::with_capacity(heads.len());
    for (Asked { mention, .. }, &head) in asked.zip(&heads) {
        let known = speakers.last().filter(|s| s.mention.span() == mention);
        let speaker = if let Some(known) = known {
            *known
        } else {
            let person = match head {
                _ if asks => narration.speaker(mention, head),
                Head::Name(i) => narration.cast().sightings[i].person,
                _ => None,
            };
            speaker(text, mention, head, person, narration.cast())
        };
        speakers.push(speaker);
    }
    speakers
}

fn speaker<'t>(
    text: &'t str,
    mention: Span,
    head: Head,
    person: Option<PersonId>,
    cast: &Cast,
) -> Speaker<'t> {
    let full = person.map(|id| cast.person(id).name);
    let is_body = |i: usize| cast.sightings[i].person.is_none();
    let own = match head {
        Head::Body(i, name) if is_body(i) => Some(name),
        Head::Organisation(name) => name,
        Head::Name(i) if is_body(i) && cast.sightings[i].is_personal() => {
            Some(cast.sightings[i].name)
        }
        _ => None,
    };
    let is_person = |i: usize| cast.sightings[i].form == Form::Person;
    let kind = match head {
        _ if full.is_some() => SpeakerKind::Person,
        Head::Name(i) if is_person(i) => SpeakerKind::Person,
        _ if own.is_some() => SpeakerKind::Organisation,
        Head::Role { .. } | Head::Pronoun(_) => SpeakerKind::Person,
        Head::Body(..) | Head::Organisation(_) => SpeakerKind::Organisation,
        Head::Group => SpeakerKind::Group,
        Head::Document => SpeakerKind::Document,
        Head::Name(_) | Head::Relative | Head::Unknown => SpeakerKind::Unknown,
    };
    let name = full.or(own).map(|name| with_s(text, mention, name));
    let how = match (head, name) {
        (_, None) => Resolution::Unresolved,
        (Head::Name(i), Some(name)) if text[cast.sightings[i].name] != text[name] => {
            Resolution::PartOfName
        }
        (Head::Body(..), Some(name)) if !mention.contains(name.start) => Resolution::PartOfName,
        (Head::Name(_) | Head::Body(..) | Head::Organisation(_), _) => Resolution::Itself,
        (Head::Pronoun(_) | Head::Relative, _) => Resolution::Pronoun,
        _ => Resolution::Role,
    };
    Speaker {
        mention: Excerpt::new(text, mention),
        name: name.map(|name| Excerpt::new(text, name)),
        kind,
        how,
    }
}

/// A name with the "'s" that is all of `mention` behind it: "Lloyd's said".
fn with_s(text: &str, mention: Span, name: Span) -> Span {
    let s = text.get(name.end..mention.end);
    let whole = name.start == mention.start && matches!(s, Some("'s" | "’s"));
    if whole { mention } else { name }
}

#[cfg(test)]
mod tests;
