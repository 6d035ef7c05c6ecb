//! [`Reader`]: goes from frame to frame and asks of each quoted stretch what it is and whose.
//!
//! It gathers what can be proposed; the judge that it is given decides.

use crate::language::QuotationTables;
use crate::language::quotation::Flags;
use crate::marks::{End, Stretch};
use crate::model::Observer;
use crate::quotation::clause::mention::Mention;
use crate::quotation::clause::tokens::{Shape, Token, Tokens};
use crate::quotation::marked::attribution::Verdict;
use crate::quotation::marked::feature::{self, Beside, Chain, Counts, Setting, Unspoken};
use crate::quotation::marked::frame::Frame;
use crate::quotation::marked::proposal::{self, Place, Proposal, Rule};
use crate::quotation::marked::wording::{self, Wording};
use crate::quotation::{Evidence, Kind, Level};
use crate::span::Span;

/// More proposals than most stretches have.
const USUAL: usize = 32;

/// More tokens than most frames have, where what is quoted counts as one.
const TOKENS: usize = 20;

/// Behind these words marks hold a term or a name.
const TERMED: [&str; 6] = [
    "so-called",
    "so called",
    "goes by",
    "go by",
    "went by",
    "the name of",
];

/// What was decided of a stretch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act {
    pub(crate) kind: Kind,
    pub(crate) cue: Option<Span>,
    pub(crate) mention: Option<Mention>,
    pub(crate) evidence: Evidence,
    /// Whether it goes on with the speech act before it.
    pub(crate) joins: bool,
}

impl Act {
    /// That of words which nobody says.
    const fn silent(level: Level) -> Self {
        Self {
            kind: Kind::Scare,
            cue: None,
            mention: None,
            evidence: Evidence {
                rule: "no-speech",
                level,
            },
            joins: false,
        }
    }
}

/// A stretch with what is proposed for it.
pub(crate) struct Case<'a, O> {
    pub(crate) stretch: &'a Stretch,
    pub(crate) place: Place<'a>,
    pub(crate) wording: Wording,
    pub(crate) setting: Setting,
    pub(crate) proposals: &'a [Proposal],
    /// What is observed of each proposal.
    pub(crate) observed: &'a [O],
}

/// A sentence, read.
#[derive(Debug, Default)]
struct Sentence {
    tokens: Tokens,
    counts: Counts,
}

impl Sentence {
    /// Reads `text` at `span`, with one token for each of the stretches at `marks`.
    fn read(
        &mut self,
        text: &str,
        span: Span,
        marks: impl Iterator<Item = (Span, Shape)>,
        tables: &QuotationTables,
    ) {
        self.tokens.read_around(text, span, marks, tables);
        self.counts.read(&self.tokens);
    }

    /// The place of a stretch at the token at `at`, or before or behind all of them.
    const fn place(&self, at: usize) -> Place<'_> {
        Place {
            tokens: &self.tokens,
            counts: &self.counts,
            at,
        }
    }
}

pub(crate) struct Reader<'t, 'a, O> {
    text: &'t str,
    sentences: &'a [Span],
    tables: &'a QuotationTables,
    frame: Sentence,
    /// A sentence beside the frame.
    beside: Sentence,
    /// The tokens of all frames that are one sentence and whose marks are all speech.
    kept: Vec<Token>,
    proposals: Vec<Proposal>,
    observed: Vec<O>,
    /// The observer of which nothing is seen yet.
    blank: O,
    /// The last stretch that was speech.
    last: Option<(Stretch, Act)>,
}

impl<'t, 'a, O: Observer> Reader<'t, 'a, O> {
    /// A reader of so many `frames` of `text`.
    pub(crate) fn new(
        text: &'t str,
        frames: usize,
        sentences: &'a [Span],
        tables: &'a QuotationTables,
        blank: O,
    ) -> Self {
        Self {
            text,
            sentences,
            tables,
            frame: Sentence::default(),
            beside: Sentence::default(),
            kept: Vec::with_capacity(frames * TOKENS),
            proposals: Vec::with_capacity(USUAL),
            observed: Vec::with_capacity(USUAL),
            blank,
            last: None,
        }
    }

    /// Its buffer of tokens, to be used again, and those of sentences whose marks are all speech.
    pub(crate) fn into_tokens(self) -> (Tokens, Vec<Token>) {
        (self.frame.tokens, self.kept)
    }

    /// Reads one frame and gives what `judge` decides of each of its stretches.
    pub(crate) fn read(
        &mut self,
        frame: &Frame,
        stretches: &[Stretch],
        judge: &mut impl FnMut(&Case<'_, O>) -> Verdict,
        give: &mut impl FnMut(&Stretch, &Act),
    ) {
        let inside = &stretches[frame.stretches.clone()];
        let marks = inside.iter().map(|stretch| (stretch.outer, Shape::Quoted));
        self.frame.read(self.text, frame.span, marks, self.tables);
        let bare = !self.frame.tokens.iter().any(Token::is_word);
        let mut before = None;
        let mut at = 0;
        let mut all_speech = true;
        for stretch in inside {
            let marks = |token: &Token| token.span == stretch.outer;
            at += self.frame.tokens[at..].iter().position(marks).unwrap_or(0);
            let wording = Wording::of(&self.text[stretch.inner]);
            // a nickname is a word of its sentence
            let nickname = self.frame.tokens.get(at).is_some_and(Token::is_word);
            let setting = Setting {
                bare,
                opens_line: frame.opens_line,
                follows: self.follows(frame),
                stretches: inside.len(),
                last_cue: self.last.and_then(|(_, act)| act.cue),
                chain: self.chain(before, at),
                unspoken: self.unspoken(frame, stretch, nickname, bare),
            };
            self.propose(frame, stretches, stretch, at, &wording, setting);
            let place = self.frame.place(at);
            let verdict = judge(&Case {
                stretch,
                place,
                wording,
                setting,
                proposals: &self.proposals,
                observed: &self.observed,
            });
            let act = self.act(place, &wording, &verdict);
            give(stretch, &act);
            at += 1;
            let speech = act.kind != Kind::Scare;
            before = Some((at, speech));
            all_speech &= speech || nickname;
            if speech {
                self.last = Some((*stretch, act));
            }
        }
        if all_speech && self.sentences.get(frame.sentences.start) == Some(&frame.span) {
            self.kept.extend_from_slice(&self.frame.tokens);
        }
    }

    /// How the stretch at token `at` goes on from the one before it, which ends at a token and may be
    /// speech.
    fn chain(&self, before: Option<(usize, bool)>, at: usize) -> Chain {
        let Some((end, speech)) = before else {
            return Chain::First;
        };
        let between = end..at;
        let listed = between.len() < 3
            && self.frame.tokens[between]
                .iter()
                .all(|token| token.shape == Shape::Comma || token.is(Flags::COORDINATOR));
        if listed {
            Chain::Listed { speech }
        } else {
            Chain::Apart { speech }
        }
    }

    /// What a stretch is that a sign beside it shows to be no speech.
    fn unspoken(
        &self,
        frame: &Frame,
        stretch: &Stretch,
        nickname: bool,
        bare: bool,
    ) -> Option<Unspoken> {
        if nickname || is_termed(&self.text[..stretch.outer.start]) {
            Some(Unspoken::Term)
        } else {
            let heading = self.is_heading(frame, stretch, bare);
            heading.then_some(Unspoken::Heading)
        }
    }

    /// Whether a line of nothing but single marks stands among quotations in double ones.
    fn is_heading(&self, frame: &Frame, stretch: &Stretch, bare: bool) -> bool {
        let single = |stretch: &Stretch| {
            let mark = &self.text[stretch.outer.start..stretch.inner.start];
            matches!(mark, "'" | "‘")
        };
        let rest = self.text[frame.span.end..].trim_start_matches([' ', '\r']);
        let alone = bare && frame.opens_line && frame.stretches.len() == 1;
        alone
            && rest.starts_with('\n')
            && single(stretch)
            && self.last.is_some_and(|(last, _)| !single(&last))
    }

    fn act(&self, place: Place<'_>, wording: &Wording, verdict: &Verdict) -> Act {
        let source = verdict.source.and_then(|at| self.proposals.get(at));
        let own = |source: &Proposal| self.is_own(place, source);
        if !verdict.speech || source.is_some_and(own) {
            return Act::silent(verdict.level);
        }
        let alone = wording::of_speech(place, wording);
        let joins = self.waits() || source.is_some_and(|source| self.joins(source, alone));
        // The second half of a split quotation begins in lower case.
        let kind = match self.last {
            Some((_, last)) if joins && !wording::runs_on(place) => last.kind,
            _ => alone,
        };
        Act {
            kind,
            joins,
            cue: source.and_then(|source| source.cue_span),
            mention: source.map(|source| source.mention),
            evidence: Evidence {
                rule: source.map_or("marks", |source| source.rule.name()),
                level: if source.is_some() {
                    verdict.level
                } else {
                    Level::Low
                },
            },
        }
    }

    /// Whether a stretch is a nickname of its speaker, whose words it is not: "said Robert “Bobby” Kane".
    fn is_own(&self, place: Place<'_>, source: &Proposal) -> bool {
        let last = self.last.and_then(|(_, act)| act.mention);
        let speakers = self
            .proposals
            .iter()
            .filter(|p| p.cue_span == source.cue_span);
        let mut mentions = speakers.map(|p| p.mention).chain(last);
        mentions.any(|mention| is_part_of(place, mention))
    }

    /// Whether the paragraph before is left open and its speaker is not known yet: the speaker is named
    /// where the last paragraph closes.
    fn waits(&self) -> bool {
        self.last
            .is_some_and(|(stretch, last)| stretch.end == End::Continued && last.mention.is_none())
    }

    /// Whether words said by `source` go on with the speech act before: `"One," she said, "two."`
    fn joins(&self, source: &Proposal, kind: Kind) -> bool {
        let Some((_, last)) = self.last else {
            return false;
        };
        match source.rule {
            Rule::Continued | Rule::Reopened => kind == Kind::Direct && last.kind == Kind::Direct,
            // what closes with its paragraph does not go on in the next
            Rule::SameSpeaker | Rule::PreviousParagraph => false,
            _ => source.cue_span.is_some() && source.cue_span == last.cue,
        }
    }

    /// Whether the quotation before ends in the sentence right before the frame.
    fn follows(&self, frame: &Frame) -> bool {
        let before = self.before(frame);
        !frame.opens_line
            && self.last.is_some_and(|(last, act)| {
                // `"Why?" Lee asked. "…"`, where the sentence was split behind the marks
                let told = |before: Span| act.cue.is_some_and(|cue| before.overlaps(cue));
                before.is_none_or(|before| before.start < last.outer.end || told(before))
            })
    }

    /// The sentence before the frame.
    fn before(&self, frame: &Frame) -> Option<Span> {
        self.sentences
            .get(frame.sentences.start.checked_sub(1)?)
            .copied()
    }

    /// Fills `proposals` and `observed`.
    fn propose(
        &mut self,
        frame: &Frame,
        stretches: &[Stretch],
        stretch: &Stretch,
        at: usize,
        wording: &Wording,
        setting: Setting,
    ) {
        self.proposals.clear();
        self.observed.clear();
        if !setting.bare {
            proposal::in_sentence(self.frame.place(at), &mut self.proposals);
        }
        self.propose_last(frame, setting);
        self.observe(at, false, wording, setting);
        if setting.bare {
            self.propose_next(frame, stretch);
            self.observe(0, true, wording, setting);
            self.propose_before(frame, stretches);
            self.observe(self.beside.tokens.len(), true, wording, setting);
        }
    }

    /// Observes the proposals that are not observed yet; the stretch stands at token `at` of
    /// the frame, or `beside` it.
    fn observe(&mut self, at: usize, beside: bool, wording: &Wording, setting: Setting) {
        let sentence = if beside { &self.beside } else { &self.frame };
        let place = sentence.place(at);
        let beside = Beside::of(place);
        for proposal in &self.proposals[self.observed.len()..] {
            let mut observed = self.blank;
            feature::of_proposal(place, beside, wording, setting, proposal, &mut observed);
            self.observed.push(observed);
        }
    }

    /// The speaker before speaks on.
    fn propose_last(&mut self, frame: &Frame, setting: Setting) {
        let Some((last, act)) = self.last else { return };
        let Some(mention) = act.mention else { return };
        let rule = if last.end == End::Continued && frame.opens_line {
            Rule::Reopened
        } else if setting.follows {
            Rule::Continued
        } else {
            let near = self
                .before(frame)
                .is_some_and(|before| last.outer.end > before.start);
            if frame.opens_line && !near {
                return;
            }
            Rule::SameSpeaker
        };
        self.proposals.push(Proposal {
            rule,
            cue: None,
            cue_span: act.cue,
            mention,
            rank: 0,
            route: 0,
        });
    }

    /// `"Why?" Lee asked.`, where the sentence was split behind the marks.
    fn propose_next(&mut self, frame: &Frame, stretch: &Stretch) {
        let Some(next) = self.sentences.get(frame.sentences.end).copied() else {
            return;
        };
        if next.start < frame.span.end {
            return;
        }
        if self.text[frame.span.end..next.start].contains('\n') {
            // only a dash is looked for
            if !self.text[next].starts_with(char::is_alphanumeric) {
                let none = core::iter::empty();
                self.beside.read(self.text, next, none, self.tables);
                proposal::in_next_line(&self.beside.tokens, &mut self.proposals);
            }
            return;
        }
        let span = Span::new(stretch.outer.start, next.end);
        let marks = core::iter::once((stretch.outer, Shape::Quoted));
        self.beside.read(self.text, span, marks, self.tables);
        proposal::in_next_sentence(self.beside.place(0), &mut self.proposals);
    }

    /// `Lee was blunt. "…"`, `Lee went on:` and a paragraph in marks.
    fn propose_before(&mut self, frame: &Frame, stretches: &[Stretch]) {
        let Some(before) = self.before(frame) else {
            return;
        };
        let rule = if self.text[before].ends_with([':', '-', '—', '–']) {
            Rule::LeadIn
        } else if frame.opens_line {
            Rule::PreviousParagraph
        } else {
            Rule::PreviousSentence
        };
        let earlier = &stretches[..frame.stretches.start];
        let inside = earlier
            .iter()
            .rev()
            .take_while(|stretch| stretch.outer.end > before.start)
            .count();
        let quoted = &earlier[earlier.len() - inside..];
        let start = quoted
            .first()
            .map_or(before.start, |first| first.outer.start.min(before.start));
        let marks = quoted.iter().map(|stretch| (stretch.outer, Shape::Quoted));
        let span = Span::new(start, before.end);
        self.beside.read(self.text, span, marks, self.tables);
        let place = self.beside.place(self.beside.tokens.len());
        proposal::in_previous_sentence(place, rule, &mut self.proposals);
    }
}

/// Whether words that make a term or a name of what follows end `before`.
fn is_termed(before: &str) -> bool {
    let before = before.trim_end().as_bytes();
    let ends = |words: &&str| {
        let from = before.len().checked_sub(words.len());
        from.is_some_and(|from| before[from..].eq_ignore_ascii_case(words.as_bytes()))
    };
    TERMED.iter().any(ends)
}

/// Whether a stretch is a nickname within a mention, or right before it.
fn is_part_of(place: Place<'_>, mention: Mention) -> bool {
    let words = mention.span;
    match place.tokens.get(place.at..) {
        Some([marks, next, ..]) if marks.is_word() => {
            words.start <= next.span.start && marks.span.start < words.end
        }
        _ => false,
    }
}
