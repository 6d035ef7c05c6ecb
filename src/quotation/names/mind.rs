//! [`Minds`]: who is how much in a reader's mind.
//!
//! Scores the people that `narration` has met lately; knows nothing of text.

use crate::quotation::names::cast::{Cast, PersonId};
use crate::quotation::names::sighting::Gender;

/// Events before a pronoun that can tell whom it means.
const MEMORY: usize = 40;
/// What is left of an event after so many sentences.
const FADE: [f32; 12] = [
    1.0, 0.4, 0.16, 0.064, 0.0256, 0.0102, 0.0041, 0.0016, 0.0007, 0.0003, 0.0001, 0.00004,
];
/// How much of the weaker events counts besides the strongest one.
const REST: f32 = 0.4;
/// What a pronoun takes from one whose gender is not known, who has no name either, or who may be no
/// person.
const GENDERLESS: f32 = 0.6;
const UNKNOWN: f32 = 0.5;
const DOUBTFUL: f32 = 0.02;

/// Somebody comes to mind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    /// `None` for a speaker whom the article does not name.
    pub(crate) person: Option<PersonId>,
    pub(crate) gender: Gender,
    /// The number of the sentence.
    pub(crate) clock: u32,
    pub(crate) weight: f32,
}

/// Somebody in mind.
#[derive(Debug, Clone, Copy)]
struct Mind {
    person: Option<PersonId>,
    /// The strongest event, and all of them.
    most: f32,
    sum: f32,
    /// How well the person fits.
    fit: f32,
}

/// Everybody of a gender who may be in mind, each once, the latest first.
pub(crate) struct Minds {
    minds: [Mind; MEMORY],
    len: usize,
}

impl Minds {
    /// Who of that gender is in mind by `events`, in text order, at the sentence of `clock`.
    pub(crate) fn of(events: &[Event], clock: u32, gender: Gender, cast: &Cast) -> Self {
        let nobody = Mind {
            person: None,
            most: 0.0,
            sum: 0.0,
            fit: 1.0,
        };
        let mut minds = Self {
            minds: [nobody; MEMORY],
            len: 0,
        };
        for event in events.iter().rev().take(MEMORY) {
            let age = (clock - event.clock) as usize;
            let fade = FADE[age.min(FADE.len() - 1)];
            if event.gender.agrees(gender) {
                minds.take_in(event, event.weight * fade, cast);
            }
        }
        minds
    }

    fn take_in(&mut self, event: &Event, presence: f32, cast: &Cast) {
        let known = self.minds[..self.len]
            .iter()
            .position(|mind| mind.person.is_some() && mind.person == event.person);
        let at = known.unwrap_or(self.len);
        let mind = &mut self.minds[at];
        mind.most = mind.most.max(presence);
        mind.sum += presence;
        if known.is_none() {
            self.len += 1;
            let evident = event.person.is_none_or(|id| cast.person(id).evident);
            mind.person = event.person;
            mind.fit = if evident { 1.0 } else { DOUBTFUL };
            if event.gender == Gender::Unknown {
                mind.fit *= event.person.map_or(UNKNOWN, |_| GENDERLESS);
            }
        }
    }

    /// Who is most in mind; `None` also for one who has no name.
    pub(crate) fn most(&self) -> Option<PersonId> {
        self.most_by(|_| 1.0)
    }

    /// Who is most in mind if everyone named counts times `factor`; nobody at a factor of 0.
    pub(crate) fn most_by(&self, factor: impl Fn(PersonId) -> f32) -> Option<PersonId> {
        let mut best = (None, 0.0);
        for mind in &self.minds[..self.len] {
            let presence = mind.most + REST * (mind.sum - mind.most);
            let score = presence * mind.fit * mind.person.map_or(1.0, &factor);
            if score > best.1 {
                best = (mind.person, score);
            }
        }
        best.0
    }
}
