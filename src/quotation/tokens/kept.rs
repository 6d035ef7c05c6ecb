//! [`Kept`]: the tokens of sentences that were read already, for whoever asks for them again.

use super::{Token, Tokens};
use crate::span::Span;

/// Sentences in text order with their tokens.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The sentences, and where the tokens of each end.
    sentences: Vec<(Span, usize)>,
    tokens: Vec<Token>,
}

impl Kept {
    /// With room for so many sentences with marks.
    pub(crate) fn with_room(sentences: usize) -> Self {
        // What is quoted counts one token each.
        const USUAL: usize = 20;
        Self {
            sentences: Vec::with_capacity(sentences),
            tokens: Vec::with_capacity(sentences * USUAL),
        }
    }

    /// Keeps what was read of the sentence at `span`, which stands behind those before.
    pub(crate) fn keep(&mut self, span: Span, tokens: &Tokens) {
        self.tokens.extend_from_slice(tokens);
        self.sentences.push((span, self.tokens.len()));
    }

    /// The sentences with their tokens.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Span, &[Token])> {
        let mut start = 0;
        self.sentences.iter().map(move |&(span, end)| {
            let tokens = &self.tokens[start..end];
            start = end;
            (span, tokens)
        })
    }
}

impl Tokens {
    /// Takes over what was read before.
    pub(crate) fn recall(&mut self, kept: &[Token]) {
        self.list.clear();
        self.list.extend_from_slice(kept);
    }
}
