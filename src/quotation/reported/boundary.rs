//! Where what was said ends: each place where it could is weighed by what stands around it.
//!
//! What the weights look at is decided here, what they are by the trainer of
//! [`judge`]. Uses tokens and cues; knows nothing of candidates.

mod limit;

use core::ops::Range;

use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::language::tag::Tag;
use crate::language::weights::{Complement, EndFlag, Family, Frame, Group};
use crate::model::{Observer, Score};
use crate::quotation::clause::asides::{Basis, aside, finite_at, is_auxiliary, is_saying, says_at};
use crate::quotation::clause::cue::{Cue, is_adverb};
use crate::quotation::clause::mention;
use crate::quotation::clause::tokens::{Shape, Tokens};
use crate::quotation::reported::ends::Ends;
use crate::quotation::reported::judge::{self, length};
use crate::quotation::reported::main_verb::main_verb;
use limit::{last_end, verbs_in_a_row};

/// The token behind the content of `cue` that starts at `start`, and whether it had to end there
/// because quoted words follow.
pub(crate) fn end(
    tokens: &Tokens,
    cue: &Cue,
    start: usize,
    frame: Frame,
    tables: &QuotationTables,
) -> (usize, bool) {
    let mut ends = Ends::new();
    let mut best = None;
    let from = tokens.get(start).map_or(0, |first| first.span.start);
    let len = |end: usize| {
        let last = end.checked_sub(1).and_then(|last| tokens.get(last));
        last.map_or(0, |last| last.span.end.saturating_sub(from))
    };
    let blank = tables.reported_model.blank();
    let hopeless = |score: &Score, kind| score.sum() + tables.most_of_end(kind) < CUT;
    let places = places(tokens, cue, start, frame, blank, hopeless);
    let last = places.content.stop;
    for (at, score) in places {
        if tokens[at].shape == Shape::Quoted || tokens[at - 1].shape == Shape::Quoted {
            if let Some((score, at)) = best {
                // a place that is likely by itself needs no quoted words to end there
                return (at, score <= 0.0);
            }
        }
        let score = score.sum();
        ends.add(at, len(at), score);
        if ends.is_settled() {
            break;
        }
        if score > best.map_or(CUT, |(score, _)| score) {
            best = Some((score, at));
        }
    }
    let taken = ends.best(last, len(last));
    let quoted = || {
        let content = tokens.get(start..last).unwrap_or_default();
        content.iter().any(|t| t.shape == Shape::Quoted)
    };
    match best {
        Some((_, at)) if taken == last && quoted() => (at, true),
        _ => (taken, false),
    }
}

/// Where quoted words follow, a content that ended before them scores at least this.
const CUT: f32 = -1.5;

/// The places before the end of the sentence where a content that starts at `start` could end, and
/// what is observed of each, from `blank` on; no more is looked at where what is seen already is
/// `hopeless` for a place of that kind.
pub(crate) fn places<'a, O, H>(
    tokens: &'a Tokens,
    cue: &Cue,
    start: usize,
    frame: Frame,
    blank: O,
    hopeless: H,
) -> Places<'a, O, H>
where
    O: Observer,
    H: Fn(&O, Tag) -> bool,
{
    let content = Content::of(tokens, cue, start, frame);
    let kinds = [0, 0, 1, 2].map(|ahead| tag(tokens, start + ahead));
    Places {
        ahead: start + 1..content.stop,
        content,
        blank,
        hopeless,
        kinds,
        clause: Clause {
            adverbial: opens_with_adverbial(tokens, start, frame),
            ..Clause::default()
        },
        brackets: 0,
        inserted: false,
        count: 0,
    }
}

/// The places where a content could end, found token by token.
pub(crate) struct Places<'a, O, H> {
    content: Content<'a>,
    blank: O,
    hopeless: H,
    /// The tokens still to come.
    ahead: Range<usize>,
    /// Of the last token, that before it and the two behind it: before, last, next, then.
    kinds: [Tag; 4],
    clause: Clause,
    /// How many brackets are open that were opened in the content.
    brackets: usize,
    /// Whether one comma was passed, or three.
    inserted: bool,
    /// How many places were passed.
    count: usize,
}

/// What was seen of the clause that a content is.
#[derive(Default)]
struct Clause {
    /// Whether it opens with words that lead up to its subject.
    adverbial: bool,
    /// Whether a verb was seen.
    verb: bool,
    /// Whether a finite verb was seen behind the last comma.
    finite: bool,
}

impl<O, H> Iterator for Places<'_, O, H>
where
    O: Observer,
    H: Fn(&O, Tag) -> bool,
{
    type Item = (usize, O);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(at) = self.ahead.next() {
            if self.can_end(at) {
                let place = self.place(at);
                return Some((at, self.observed(&place)));
            }
        }
        None
    }
}

impl<O, H> Places<'_, O, H>
where
    O: Observer,
    H: Fn(&O, Tag) -> bool,
{
    /// Goes on to the token at `at`: whether the content could end before it.
    fn can_end(&mut self, at: usize) -> bool {
        let tokens = self.content.tokens;
        let [_, before, kind, next] = self.kinds;
        self.kinds = [before, kind, next, tag(tokens, at + 2)];
        let lacks_verb = self.clause.lacks_verb_before(kind);
        self.clause.see(tokens, at);
        // "complained of pains the day before", "warned of rain since Monday"
        let opened = before == Tag::Determiner || tokens[at - 1].is(Flags::SUBORDINATOR);
        let timed = kind == Tag::Time && opened;
        let closed = self.closes_bracket(tokens[at].shape);
        let parts = self.content.row.contains(&at);
        let hangs = at > self.content.start + 1 && hangs(before);
        !timed && !closed && !lacks_verb && !parts && !hangs && is_place(kind)
    }

    /// Whether a mark closes a bracket of the content: "says taxes (those on land) will rise".
    fn closes_bracket(&mut self, shape: Shape) -> bool {
        let closes = shape == Shape::Close && self.brackets > 0;
        self.brackets += usize::from(shape == Shape::Open);
        self.brackets -= usize::from(closes);
        closes
    }

    /// The place before the token at `at`, which counts as passed then.
    fn place(&mut self, at: usize) -> Place {
        let [before, kind, next, then] = self.kinds;
        let comma = kind == Tag::Comma;
        let last = &self.content.last;
        let place = Place {
            at,
            kind,
            kinds: [before, next, then],
            count: self.count,
            again: at < if comma { last.comma } else { last.dash },
            verb: self.clause.verb,
            inserted: self.inserted,
        };
        self.count += 1;
        self.inserted ^= comma;
        // the verb of its adverbial is not that of a clause
        self.clause.finite &= !comma;
        place
    }

    fn observed(&self, place: &Place) -> O {
        let mut features = self.blank;
        self.content.observe(place, &mut features);
        if !(self.hopeless)(&features, place.kind) {
            self.content.observe_flags(place, &mut features);
        }
        features
    }
}

impl Clause {
    /// Whether its own verb is still to come before a token: "said despite the rain, the game | would go on".
    fn lacks_verb_before(&self, kind: Tag) -> bool {
        self.adverbial && !self.finite && kind == Tag::Auxiliary
    }

    /// Notes whether the token at `at` is a verb.
    fn see(&mut self, tokens: &Tokens, at: usize) {
        let rules = mention::is_verb(tokens, at);
        self.verb |= rules;
        self.finite |= rules && !tokens[at].is(Flags::ING.or(Flags::GERUND));
    }
}

/// Whether something must follow a word: "and", "if", "while", not "when", which can be all that was asked.
const fn hangs(last: Tag) -> bool {
    matches!(
        last,
        Tag::And | Tag::But | Tag::If | Tag::Contrast | Tag::As
    )
}

/// Whether a clause opens with words that lead up to its subject: "despite the rain, the game goes on".
fn opens_with_adverbial(tokens: &Tokens, start: usize, frame: Frame) -> bool {
    let that = tokens.get(start).is_some_and(|t| t.is(Flags::THAT));
    let first = tokens.get(start + usize::from(that));
    matches!(frame, Frame::Bare | Frame::That) && first.is_some_and(|t| t.is(Flags::PREPOSITION))
}

/// A place where a content could end.
struct Place {
    at: usize,
    kind: Tag,
    /// Those of the token before it and of the two behind.
    kinds: [Tag; 3],
    /// How many places stand before it.
    count: usize,
    /// Whether another mark of its kind follows.
    again: bool,
    /// Whether a verb stands between the start and here.
    verb: bool,
    /// Whether one comma stands there, or three.
    inserted: bool,
}

/// What all places of a content share.
struct Content<'a> {
    tokens: &'a Tokens,
    start: usize,
    /// Where a content ends at the latest.
    stop: usize,
    frame: Frame,
    cue_row: usize,
    opener: Tag,
    /// Whether its clause leads up to the main one.
    led: bool,
    last: Last,
    /// Verbs in a row.
    row: Range<usize>,
}

impl<'a> Content<'a> {
    fn of(tokens: &'a Tokens, cue: &Cue, start: usize, frame: Frame) -> Self {
        let stop = last_end(tokens, cue);
        let stop = main_verb(tokens, cue, start..stop, frame).unwrap_or(stop);
        Self {
            tokens,
            start,
            stop,
            frame,
            cue_row: judge::lemma(&tokens[cue.word]),
            opener: opener(tokens, cue),
            led: leads_in(tokens, start),
            last: Last::of(tokens, start, stop),
            row: verbs_in_a_row(tokens, start..stop, frame),
        }
    }

    /// Observes what stands at the place and beside it.
    fn observe(&self, place: &Place, features: &mut impl Observer) {
        let Self { tokens, frame, .. } = *self;
        let at = place.at;
        let row = place.kind as usize;
        let [before, next, then] = place.kinds.map(|kind| kind as usize);
        let group = group(place.kind) as usize;
        let complement = Complement::of(frame) as usize;
        features.push(Family::End.index(row, frame as usize));
        features.push(Family::EndNext.index(row, next));
        features.push(Family::EndThen.index(next, then));
        features.push(Family::EndLast.index(row, before));
        features.push(Family::EndLength.index(length(at - self.start), frame as usize));
        features.push(Family::EndWord.index(judge::lemma(&tokens[at]), complement));
        if let Some(next) = tokens.get(at + 1) {
            features.push(Family::EndNextWord.index(judge::lemma(next), group));
        }
        features.push(Family::EndVerb.index(self.cue_row, group));
        features.push(Family::EndOpener.index(row, self.opener as usize));
        let says = usize::from(at < self.last.says);
        features.push(Family::EndLastWord.index(judge::lemma(&tokens[at - 1]), says));
        features.push(Family::EndPlaces.index(length(place.count), usize::from(place.again)));
    }

    /// Observes what takes longer to find out.
    fn observe_flags(&self, place: &Place, features: &mut impl Observer) {
        let Self { tokens, last, .. } = self;
        let (at, kind) = (place.at, place.kind);
        let comma = kind == Tag::Comma;
        let preposition = matches!(kind, Tag::Preposition | Tag::By | Tag::To);
        let ahead = at < last.verb;
        let finite = (comma || kind == Tag::And) && ahead && finite_at(tokens, at + 1);
        let auxiliary = kind == Tag::Auxiliary && is_auxiliary(tokens, at);
        let aside = preposition && at < last.aside && aside(tokens, at, Basis::Words).is_some();
        let closes = comma && at < last.comma && closes_insertion(tokens, at, self.stop);
        let flags = [
            (EndFlag::Led, self.led),
            (EndFlag::Inserted, place.inserted),
            (EndFlag::Verb, place.verb),
            (EndFlag::Finite, finite),
            (EndFlag::Says, at < last.saying && reports_again(tokens, at)),
            (EndFlag::Again, place.again),
            (EndFlag::VerbAhead, ahead),
            (EndFlag::Auxiliary, auxiliary),
            (EndFlag::Aside, aside),
            (EndFlag::Closes, closes),
            (EndFlag::NearEnd, self.stop - at <= 3),
        ];
        for (flag, set) in flags {
            features.push_if(set, Family::EndFlag.index(flag as usize, kind as usize));
        }
    }
}

/// Where the last token of a kind stands in a stretch of tokens, or where that starts; whoever looks
/// for one behind that can spare the walk.
struct Last {
    comma: usize,
    dash: usize,
    verb: usize,
    /// A verb that may be one of saying, and one that is.
    saying: usize,
    says: usize,
    /// What makes an aside of the phrase behind a preposition.
    aside: usize,
}

impl Last {
    fn of(tokens: &Tokens, start: usize, stop: usize) -> Self {
        const VERB: Flags = Flags::AUXILIARY
            .or(Flags::MODAL)
            .or(Flags::VERB)
            .or(Flags::PAST);
        const ASIDE: Flags = Flags::VENUE.or(Flags::TIME).or(Flags::THAT);
        let mut last = Self {
            comma: start,
            dash: start,
            verb: start,
            saying: start,
            says: start,
            aside: start,
        };
        for (at, token) in tokens.iter().enumerate().take(stop).skip(start) {
            let note = |last: &mut usize, is_it: bool| *last = if is_it { at } else { *last };
            note(&mut last.comma, token.shape == Shape::Comma);
            note(&mut last.dash, token.shape == Shape::Dash);
            note(&mut last.verb, token.is(VERB));
            note(&mut last.saying, token.is(Flags::SAYING));
            note(&mut last.says, is_saying(token));
            note(&mut last.aside, token.is(ASIDE));
        }
        last
    }
}

/// Whether somebody says something else behind `at`: ", and they noted", "but said".
fn reports_again(tokens: &Tokens, at: usize) -> bool {
    let joins = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is(Flags::COORDINATOR.or(Flags::CONTRAST)))
    };
    let marked = !tokens[at].is_word();
    if !marked && !joins(at) {
        return false;
    }
    let mut next = at + 1;
    next += usize::from(marked && joins(next));
    while tokens.get(next).is_some_and(is_adverb) {
        next += 1;
    }
    tokens.get(next).is_some_and(is_saying) || says_at(tokens, next)
}

/// What opens the clause of `cue`.
fn opener(tokens: &Tokens, cue: &Cue) -> Tag {
    const NEAR: usize = 12;
    let first = cue.phrase.start;
    (first.saturating_sub(NEAR)..first)
        .rev()
        .map(|at| tag(tokens, at))
        .find(|kind| {
            matches!(
                kind,
                Tag::Comma
                    | Tag::Dash
                    | Tag::Colon
                    | Tag::Semicolon
                    | Tag::Quote
                    | Tag::Bracket
                    | Tag::Relative
                    | Tag::That
                    | Tag::Contrast
                    | Tag::When
                    | Tag::As
                    | Tag::If
                    | Tag::Subordinator
                    | Tag::And
                    | Tag::But
            )
        })
        .unwrap_or(Tag::Nothing)
}

/// A coarser kind of a place.
const fn group(kind: Tag) -> Group {
    match kind {
        Tag::Comma => Group::Comma,
        Tag::Dash | Tag::Bracket | Tag::Colon | Tag::Semicolon => Group::Mark,
        Tag::And | Tag::But => Group::And,
        Tag::To => Group::To,
        Tag::Preposition | Tag::By => Group::Preposition,
        Tag::That
        | Tag::Relative
        | Tag::Question
        | Tag::Contrast
        | Tag::When
        | Tag::As
        | Tag::If
        | Tag::Subordinator => Group::Subordinator,
        Tag::Auxiliary | Tag::Saying | Tag::Past | Tag::Gerund => Group::Verb,
        _ => Group::Other,
    }
}

/// Whether a content can end before a token of this kind.
const fn is_place(kind: Tag) -> bool {
    !matches!(
        kind,
        Tag::Nothing
            | Tag::Stop
            | Tag::Quote
            | Tag::Number
            | Tag::Clitic
            | Tag::Of
            | Tag::Pronoun
            | Tag::Determiner
            | Tag::Capital
            | Tag::Word
    )
}

/// Whether a comma at `at` opens what another one closes before a finite verb.
fn closes_insertion(tokens: &Tokens, at: usize, stop: usize) -> bool {
    const NEAR: usize = 20;
    tokens[at].shape == Shape::Comma
        && (at + 2..stop.min(at + NEAR))
            .find(|&close| tokens[close].shape == Shape::Comma)
            .is_some_and(|close| {
                finite_at(tokens, close + 1)
                    || tokens
                        .get(close + 1)
                        .is_some_and(|t| t.is(Flags::PREPOSITION))
            })
}

/// Whether the clause at `start` stands in one that leads up to the main clause: "Asked if it
/// rained, he left."
fn leads_in(tokens: &Tokens, start: usize) -> bool {
    let before = &tokens[..start];
    let opener = before
        .iter()
        .find(|t| !t.is(Flags::COORDINATOR) && t.shape != Shape::Quote);
    let subordinate = opener.is_some_and(|t| {
        t.is(Flags::SUBORDINATOR
            .or(Flags::PREPOSITION)
            .or(Flags::GERUND)
            .or(Flags::ING))
            || t.is(Flags::PARTICIPLE) && t.shape == Shape::Capital
    });
    subordinate && before.iter().all(|t| t.shape != Shape::Comma)
}

/// What the token at `at` is to the clauses around it.
pub(crate) fn tag(tokens: &Tokens, at: usize) -> Tag {
    tokens.get(at).map_or(Tag::Nothing, |token| token.word.tag)
}
