//! Quotations: what was said, by which cue, by whom.
//!
//! Marks and sentences are passed in; nothing here looks for them. Uses
//! [`language`](crate::language); knows nothing of boilerplate.

mod attribution;
mod boundary;
mod cast;
mod clause;
mod cue;
mod frame;
mod indirect;
mod judge;
mod kind;
mod lead_in;
mod mention;
mod names;
mod reported;
mod tokens;

use attribution::{Place, Source};
use frame::{Frame, frames};
use kind::Wording;
use tokens::{Token, Tokens};

use crate::language::{Language, QuotationTables};
use crate::marks::{End, Stretch};
use crate::span::{Excerpt, Span};

/// How words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Kind {
    /// Verbatim, in quotation marks: `"We won," she said.`
    Direct,
    /// Quoted words inside the reporter's own clause: `He called it "a sad day" for all.`
    Mixed,
    /// Reported speech without marks: `Officials said they could not confirm it.`
    Indirect,
    /// Marks without speech: titles, nicknames, so-called.
    Scare,
}

impl Kind {
    /// The name in lower case: `direct`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Scare => "scare",
        }
    }
}

/// How far a decision can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Level {
    /// A guess, better than none.
    Low,
    /// Usually right.
    Medium,
    /// Right in at least 98 of 100 cases of the development texts.
    High,
}

/// The rule that made a decision, and how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Evidence {
    /// The rule's name, stable within a minor version.
    pub rule: &'static str,
    /// How far it can be trusted.
    pub level: Level,
}

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// One human being.
    Person,
    /// Several people: officials, protesters, "Lee and Cho".
    Group,
    /// A company, ministry, party, campaign, newspaper.
    Organisation,
    /// A report, letter, poll, law.
    Document,
    /// Nothing in the text tells.
    Unknown,
}

/// How the name of a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Resolution {
    /// The mention is the fullest name.
    Itself,
    /// The mention is a part of the fullest name: a surname, a given name, a title with either.
    PartOfName,
    /// The mention is a pronoun.
    Pronoun,
    /// The mention is a role: "the spokeswoman".
    Role,
    /// No name was found.
    Unresolved,
}

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Speaker<'t> {
    /// The words that stand for the speaker here: "he".
    pub mention: Excerpt<'t>,
    /// The fullest form of the speaker's name in the article; `None` for who is never named.
    pub name: Option<Excerpt<'t>>,
    /// What the speaker is.
    pub kind: SpeakerKind,
    /// How the name was found.
    pub how: Resolution,
}

/// One speech act: its words, its cue and its speaker.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Quotation<'t> {
    /// How the words are quoted.
    pub kind: Kind,
    /// The words that tell of the speaking: "said", "according to".
    pub cue: Option<Excerpt<'t>>,
    /// Who said it; always `None` for [`Kind::Scare`].
    pub speaker: Option<Speaker<'t>>,
    /// Why all this was decided.
    pub evidence: Evidence,
    // Most quotations have one piece; an empty Vec costs no allocation.
    first: Excerpt<'t>,
    rest: Vec<Excerpt<'t>>,
}

impl<'t> Quotation<'t> {
    /// The pieces of what was said, in order, without the marks around them; at least one.
    pub fn content(&self) -> impl DoubleEndedIterator<Item = Excerpt<'t>> + '_ {
        core::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// Where its first piece starts.
    pub(crate) const fn start(&self) -> usize {
        self.first.span().start
    }
}

/// A sentence that announces a quotation which the text then lacks: `…, saying:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LeadIn<'t> {
    /// The announcing paragraph.
    pub excerpt: Excerpt<'t>,
    /// The word that announces it.
    pub cue: Excerpt<'t>,
    /// Who was about to be quoted.
    pub speaker: Option<Speaker<'t>>,
}

/// What [`find`] gives.
#[derive(Debug, Default)]
pub(crate) struct Found<'t> {
    pub(crate) quotations: Vec<Quotation<'t>>,
    pub(crate) lead_ins: Vec<LeadIn<'t>>,
}

/// The quotations of `text`, in the order of their first piece, and the lead-ins without one.
///
/// `stretches` are its quoted stretches, `sentences` its sentences, both in order.
pub(crate) fn find<'t>(
    text: &'t str,
    stretches: &[Stretch],
    sentences: &[Span],
    language: &Language,
) -> Found<'t> {
    let outermost: Vec<Stretch> = stretches
        .iter()
        .filter(|stretch| stretch.depth == 0 && !stretch.inner.is_empty())
        .copied()
        .collect();
    let mut reader = Reader {
        text,
        sentences,
        tables: language.quotation(),
        tokens: Tokens::default(),
        last: None,
    };
    let mut quotations = Vec::new();
    for frame in frames(text, &outermost, sentences) {
        reader.frame(&frame, &outermost, &mut quotations);
    }
    reported::add(
        text,
        sentences,
        &outermost,
        language.quotation(),
        &mut quotations,
    );
    let mut lead_ins = lead_in::find(text, sentences, &outermost, language.quotation());
    names::attach(
        text,
        stretches,
        sentences,
        &mut quotations,
        &mut lead_ins,
        language,
    );
    Found {
        quotations,
        lead_ins,
    }
}

/// Reads frame after frame.
struct Reader<'t, 'a> {
    text: &'t str,
    sentences: &'a [Span],
    tables: &'a QuotationTables,
    tokens: Tokens,
    /// The stretch before, and its source.
    last: Option<(Stretch, Source)>,
}

impl<'t> Reader<'t, '_> {
    fn frame(&mut self, frame: &Frame, stretches: &[Stretch], quotations: &mut Vec<Quotation<'t>>) {
        let inside = &stretches[frame.stretches.clone()];
        let marks = || inside.iter().map(|stretch| stretch.outer);
        self.tokens
            .read_around(self.text, frame.span, marks(), self.tables);
        let bare = !self.tokens.iter().any(Token::is_word);
        for stretch in inside {
            if bare {
                self.tokens
                    .read_around(self.text, frame.span, marks(), self.tables);
            }
            let found = if bare {
                self.beside(frame, stretch)
            } else {
                attribution::in_sentence(self.place(stretch))
                    .or_else(|| self.beside(frame, stretch))
            };
            let source = found.unwrap_or(Source {
                cue: None,
                mention: None,
                evidence: Evidence {
                    rule: "marks",
                    level: Level::Low,
                },
            });
            if bare {
                self.tokens
                    .read_around(self.text, frame.span, marks(), self.tables);
            }
            let kind = kind::kind(
                self.place(stretch),
                Wording::of(&self.text[stretch.inner]),
                &source,
                bare,
            );
            if kind != Kind::Scare {
                self.last = Some((*stretch, source));
            }
            quotations.push(self.quotation(kind, stretch, source));
        }
    }

    fn place(&self, stretch: &Stretch) -> Place<'_> {
        let inner = &self.text[stretch.inner];
        let end = inner
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '’' | '”'));
        Place {
            text: self.text,
            tokens: &self.tokens,
            at: self.tokens.at(stretch.outer.start),
            capital: !inner.trim_start().starts_with(char::is_lowercase),
            open_end: end.ends_with([',', '?', '!', '-', '—', '–', '…', '.']),
        }
    }

    /// The source of a stretch whose own sentence does not tell it.
    fn beside(&mut self, frame: &Frame, stretch: &Stretch) -> Option<Source> {
        let text = self.text;
        if let Some((last, source)) = self.last {
            let gap = Span::new(last.outer.end, frame.span.start.max(last.outer.end));
            let adjacent =
                !frame.opens_line && gap.len() < 400 && (self.tail_is_attribution(frame, &last));
            if last.end == End::Continued && frame.opens_line || adjacent {
                let rule = if adjacent { "continued" } else { "reopened" };
                return Some(Source {
                    evidence: Evidence {
                        rule,
                        ..source.evidence
                    },
                    ..source
                });
            }
        }
        if let Some(found) = self.next_sentence(frame, stretch) {
            return Some(found);
        }
        let before = frame
            .sentences
            .start
            .checked_sub(1)
            .and_then(|at| self.sentences.get(at))
            .copied()?;
        let lead_in = text[before].ends_with([':', '-', '—']);
        if lead_in || !frame.opens_line {
            self.tokens.read(text, before, self.tables);
            return attribution::in_previous_sentence(text, &self.tokens, lead_in);
        }
        if let Some((last, source)) = self.last.filter(|(last, _)| last.outer.end > before.start) {
            let _ = last;
            return Some(Source {
                evidence: Evidence {
                    rule: "same-speaker",
                    level: Level::Medium,
                },
                ..source
            });
        }
        self.tokens.read(text, before, self.tables);
        let found = attribution::in_previous_sentence(text, &self.tokens, false)?;
        Some(Source {
            evidence: Evidence {
                rule: "previous-paragraph",
                level: Level::Low,
            },
            ..found
        })
    }

    fn tail_is_attribution(&self, frame: &Frame, last: &Stretch) -> bool {
        let before = frame
            .sentences
            .start
            .checked_sub(1)
            .and_then(|at| self.sentences.get(at));
        before.is_none_or(|before| before.start < last.outer.end)
    }

    fn next_sentence(&mut self, frame: &Frame, stretch: &Stretch) -> Option<Source> {
        let next = self.sentences.get(frame.sentences.end).copied()?;
        if memchr::memchr(
            b'\n',
            self.text[frame.span.end.min(next.start)..next.start].as_bytes(),
        )
        .is_some()
        {
            return None;
        }
        let inner = &self.text[stretch.inner];
        let end = inner
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '’' | '”'));
        if !end.ends_with(['?', '!', ',', '…', '-', '—']) {
            return None;
        }
        let span = Span::new(stretch.outer.start, next.end);
        self.tokens.read_around(
            self.text,
            span,
            core::iter::once(stretch.outer),
            self.tables,
        );
        attribution::in_next_sentence(self.place(stretch))
    }

    fn quotation(&self, kind: Kind, stretch: &Stretch, source: Source) -> Quotation<'t> {
        let excerpt = |span| Excerpt::new(self.text, span);
        if kind == Kind::Scare {
            return Quotation {
                kind,
                cue: None,
                speaker: None,
                evidence: Evidence {
                    rule: "no-speech",
                    level: Level::Medium,
                },
                first: excerpt(stretch.inner),
                rest: Vec::new(),
            };
        }
        Quotation {
            kind,
            cue: source.cue.map(excerpt),
            speaker: source.mention.map(|mention| Speaker {
                mention: excerpt(mention.span),
                name: None,
                kind: SpeakerKind::Unknown,
                how: Resolution::Unresolved,
            }),
            evidence: source.evidence,
            first: excerpt(stretch.inner),
            rest: Vec::new(),
        }
    }
}
