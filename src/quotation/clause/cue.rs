//! [`Cue`]: the words that report speech ("has since said", "according to", "went on to say").
//!
//! Finds them among the tokens and reads their form; who speaks is found by
//! [`mention`](crate::quotation::clause::mention), what was said by the kinds of quotation.

mod form;

use core::ops::Range;

use crate::language::QuotationTables;
use crate::language::keyed::ascii_word;
use crate::language::quotation::Flags;
use crate::language::weights::Form;
use crate::quotation::clause::tokens::{Shape, Token};
use crate::span::Span;

/// An occurrence of a cue; the ranges count tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// All words of it: "has since said".
    pub(crate) phrase: Range<usize>,
    /// The word that made it a cue: "said".
    pub(crate) word: usize,
    pub(crate) form: Form,
    /// What the word can be and take.
    pub(crate) flags: Flags,
    /// The number of its base form, 0 for verbs that are no known cue.
    pub(crate) lemma: u16,
    /// "did not say".
    pub(crate) negated: bool,
    /// "could say".
    pub(crate) modal: bool,
}

/// Whether a word of `text` in `span` may be a cue of speech without marks; `false` is certain.
pub(crate) fn may_stand_in(text: &str, span: Span, tables: &QuotationTables) -> bool {
    let whole = text.as_bytes();
    let bytes = &whole[..span.end];
    let mut at = span.start;
    while at < bytes.len() {
        // Of the whole text, so that a word is hardly ever the last of what is read.
        let (key, end) = ascii_word(whole, at);
        if tables.can_be_cue(key) {
            return true;
        }
        at = end + 1;
    }
    // Of a word that goes on behind the span, a part may be a cue.
    at > bytes.len() + 1
}

/// The cue whose word is the token at `word`, if that is one of `kinds`.
pub(crate) fn at(tokens: &[Token], word: usize, kinds: Flags) -> Option<Cue> {
    let token = tokens.get(word)?;
    let flags = token.word.flags;
    if !flags.any(kinds) || !token.is_word() || is_name(tokens, word) {
        return None;
    }
    if flags.any(Flags::ACCORDING) {
        let to = tokens.get(word + 1)?;
        return to.is(Flags::TO).then(|| Cue {
            phrase: word..word + 2,
            word,
            form: Form::According,
            flags,
            lemma: token.word.lemma,
            negated: false,
            modal: false,
        });
    }
    if flags.any(Flags::FORMS) {
        if let Some(cue) = verb(tokens, word) {
            return Some(cue);
        }
    }
    (flags.any(Flags::NOUN) && token.shape == Shape::Lower).then(|| Cue {
        phrase: word..word + 1,
        word,
        form: Form::Noun,
        flags,
        lemma: token.word.lemma,
        negated: false,
        modal: false,
    })
}

/// Whether a cue with a capital is a name, as in no headline: "Omar Said" where other long words, or a verb of
/// saying, have none.
fn is_name(tokens: &[Token], word: usize) -> bool {
    const LONG: usize = 5;
    let plain = |t: &Token| t.span.len() >= LONG || t.is(Flags::SAYING) && t.is(Flags::PAST);
    let capital = |t: &Token| t.shape == Shape::Capital;
    let named = word > 0 && capital(&tokens[word]) && capital(&tokens[word - 1]);
    named && tokens.iter().any(|t| t.shape == Shape::Lower && plain(t))
}

/// The cue that the verb at `word` makes with the auxiliaries and adverbs before it; `None` where
/// the words before it show that it is no verb.
fn verb(tokens: &[Token], word: usize) -> Option<Cue> {
    let flags = tokens[word].word.flags;
    let mut cue = Cue {
        phrase: word..word + 1,
        word,
        form: Form::Finite,
        flags,
        lemma: tokens[word].word.lemma,
        negated: false,
        modal: false,
    };
    let mut verb = Chain {
        start: word,
        ..Chain::default()
    };
    verb.extend(tokens, &mut cue);
    cue.phrase.start = verb.start;
    cue.form = verb.form(tokens, word, flags)?;
    // there "saying" is the cue
    let quoted = cue.form == Form::Passive && as_saying(tokens, word).is_some();
    (!quoted).then_some(cue)
}

/// The "as" of "was quoted as saying" and "was quoted by the Gazette as saying", `word` the verb before.
fn as_saying(tokens: &[Token], word: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let is_as = |at: &usize| tokens[*at].is(Flags::AS);
    let next = word + 1;
    let near = if tokens.get(next)?.is(Flags::BY) {
        next..tokens.len().min(next + NEAR)
    } else {
        next..next + 1
    };
    let at = near.take_while(|&at| tokens[at].is_word()).find(is_as)?;
    tokens.get(at + 1).is_some_and(says).then_some(at)
}

/// "saying" of "was quoted as saying".
fn says(token: &Token) -> bool {
    token.is(Flags::GERUND) && token.is(Flags::SAYING)
}

/// The words before a verb that belong to it.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
#[derive(Debug, Default)]
struct Chain {
    start: usize,
    be: bool,
    have: bool,
    to: bool,
    /// A modal, "do" or a verb that takes an infinitive: a finite verb comes first.
    finite: bool,
}

impl Chain {
    const MAX: usize = 8;

    /// Takes in the words before the verb that belong to it.
    fn extend(&mut self, tokens: &[Token], cue: &mut Cue) {
        let participle = tokens[self.start].is(Flags::PARTICIPLE);
        let mut at = self.start;
        for _ in 0..Self::MAX {
            let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else {
                return;
            };
            let next = &tokens[at];
            if !self.takes_in(tokens, at - 1, cue) {
                if before.is(Flags::AS) && says(next) {
                    return self.quoted(tokens, at - 1);
                }
                if self.to && before.is_word() && !before.is(Flags::ADVERB) {
                    return self.ruled(tokens, at, cue);
                }
                if !is_adverb(before) {
                    if participle && before.shape == Shape::Lower {
                        self.parted(tokens, at);
                    }
                    return;
                }
            }
            cue.negated |= before.is(Flags::NEGATION);
            at -= 1;
            // An adverb belongs to the verb only if an auxiliary stands before it.
            if !is_adverb(before) || before.shape == Shape::Clitic {
                self.start = at;
            }
        }
    }

    /// Takes in the token at `at` if it is an auxiliary of the verb, or the "to" of its infinitive; whether it
    /// is.
    fn takes_in(&mut self, tokens: &[Token], at: usize, cue: &mut Cue) -> bool {
        let (before, next) = (&tokens[at], &tokens[at + 1]);
        if before.is(Flags::MODAL) {
            self.finite = true;
            cue.modal = true;
        } else if before.is(Flags::AUXILIARY) && !is_possessive(tokens, at) {
            self.be |= before.is(Flags::BE);
            self.have |= before.is(Flags::HAVE);
            // "have yet to say", not "having to say"
            let rules = self.to && before.last != b'g';
            self.finite |= rules || !before.is(Flags::BE.or(Flags::HAVE));
        } else if is_infinitive_to(before, next) {
            self.to = true;
        } else if before.is(Flags::ASPECT) && next.is(Flags::GERUND) {
            // "keeps saying"
            self.finite = true;
        } else {
            return false;
        }
        true
    }

    /// Takes in the verb that rules the infinitive whose "to" stands at `to`: "went on to say", "refused
    /// to say", "was moved to say".
    fn ruled(&mut self, tokens: &[Token], to: usize, cue: &mut Cue) {
        let particle = tokens[to - 1].is(Flags::PREPOSITION);
        let ruler = to.saturating_sub(1 + usize::from(particle));
        if let Some(be) = before_state(tokens, ruler) {
            self.finite = true;
            self.start = be;
        } else if is_control(tokens, ruler) {
            self.finite |= !tokens[ruler].is(Flags::GERUND);
            self.start = ruler;
            cue.negated |= tokens[ruler].is(Flags::NEGATION);
        }
    }

    /// Takes in the "has" that an aside parts from the participle at `participle`: "has in the past said".
    fn parted(&mut self, tokens: &[Token], participle: usize) {
        if let Some(auxiliary) = before_aside(tokens, participle) {
            self.start = auxiliary;
            self.have = true;
        }
    }

    /// Takes in the passive before the "as" at `end`: "was quoted as saying".
    fn quoted(&mut self, tokens: &[Token], end: usize) {
        let verb = (end.saturating_sub(Self::MAX)..end).rev().find(|&at| {
            let token = &tokens[at];
            let participle = token.is(Flags::PARTICIPLE) && token.is(Flags::SAYING);
            participle && as_saying(tokens, at) == Some(end)
        });
        let before = verb.map(|at| &tokens[..at]).unwrap_or_default();
        let auxiliary = |t: &&Token| t.is(Flags::AUXILIARY.or(Flags::MODAL)) || is_adverb(t);
        let words = before
            .iter()
            .rev()
            .take(Self::MAX)
            .take_while(auxiliary)
            .count();
        let words = &before[before.len() - words..];
        if words.iter().any(|t| t.is(Flags::BE)) {
            self.start = before.len() - words.len();
            self.finite = true;
        }
    }

    fn form(&self, tokens: &[Token], word: usize, flags: Flags) -> Option<Form> {
        if self.finite {
            return Some(Form::Finite);
        }
        if self.to {
            return flags.any(Flags::BASE).then_some(Form::Infinitive);
        }
        if self.be && flags.any(Flags::PARTICIPLE) {
            return Some(Form::Passive);
        }
        if self.be || self.have {
            return Some(Form::Finite);
        }
        form::bare(tokens, word, self.start, flags)
    }
}

/// The "has" that an aside parts from the participle at `end`: "has in the past said".
fn before_aside(tokens: &[Token], end: usize) -> Option<usize> {
    const NEAR: usize = 4;
    let near = end.saturating_sub(NEAR).max(1)..end;
    let opener = near
        .rev()
        .take_while(|&at| tokens[at].is_word() || tokens[at].shape == Shape::Number)
        .find(|&at| tokens[at].is(Flags::PREPOSITION) && tokens[at - 1].is(Flags::HAVE))?;
    Some(opener - 1)
}

/// "himself", "itself"
pub(crate) fn is_reflexive(token: &Token) -> bool {
    const SELF: usize = 5;
    token.is(Flags::OBJECT_PRONOUN) && token.span.len() > SELF
}

/// Verbs that take an infinitive and leave the speaking to their own subject; not "his address to".
fn is_control(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let noun = at.checked_sub(1).is_some_and(|left| {
        let opens = tokens[left].is(Flags::DETERMINER) || ends_name(tokens, left);
        opens && !tokens[left].is(Flags::ALONE.or(Flags::RELATIVE))
    });
    token.is_word() && token.is(Flags::VERB.or(Flags::FORMS)) && !token.is(Flags::PERSON) && !noun
}

/// The "was" of "was moved to say" and "was quick to say", where the word at `at` says how the subject was.
fn before_state(tokens: &[Token], at: usize) -> Option<usize> {
    const OTHER: Flags = Flags::PERSON
        .or(Flags::DETERMINER)
        .or(Flags::GERUND)
        .or(Flags::ING);
    let be = at.checked_sub(1)?;
    let state = tokens[at].is_word() && !tokens[at].is(OTHER);
    (state && tokens[be].is(Flags::BE) && tokens[be].is_word()).then_some(be)
}

/// Whether the `'s` at `at` stands for a possessive, not for "is".
fn is_possessive(tokens: &[Token], at: usize) -> bool {
    let (token, next) = (&tokens[at], &tokens[at + 1]);
    let verbal = next.is(Flags::ADVERB.or(Flags::GERUND).or(Flags::PARTICIPLE));
    let named = next.is(Flags::PARTICIPLE) && ends_name(tokens, at);
    token.shape == Shape::Clitic
        && token.span.len() <= 4
        && token.is(Flags::BE)
        && (!verbal || named)
}

/// Whether the token at `at` is the `'s` of a name: "Lee's", not "he's".
pub(crate) fn ends_name(tokens: &[Token], at: usize) -> bool {
    const OTHER: Flags = Flags::QUESTION.or(Flags::TIME);
    const VERBAL: Flags = Flags::ADVERB.or(Flags::AUXILIARY).or(Flags::GERUND);
    let clitic = tokens[at].shape == Shape::Clitic && tokens[at].is(Flags::BE);
    let name = |t: &Token| {
        // not "A's and B's"
        let word = t.shape == Shape::Capital && t.span.len() > 1;
        word && t.word.role.is_nominal() && !t.is(OTHER)
    };
    let is = tokens.get(at + 1).is_some_and(|next| next.is(VERBAL));
    clitic && !is && at > 0 && name(&tokens[at - 1])
}

fn is_infinitive_to(token: &Token, next: &Token) -> bool {
    token.is(Flags::TO) && !next.is(Flags::GERUND)
}

/// An adverb, or a word of time that stands like one.
pub(crate) fn is_adverb(token: &Token) -> bool {
    token.is(Flags::ADVERB.or(Flags::TIME))
}
