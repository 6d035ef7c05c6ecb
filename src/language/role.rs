//! [`Role`]: whether a word can be a noun or the verb of a clause, by itself and by the word before
//! it.
//!
//! Whatever depends on the word alone is computed once, when the word is read; a query only compares
//! the bits of two neighbours.

use super::quotation::Flags;
use super::stored::record;

/// Whether a word can be a noun, what must stand before it if it is a verb, and what of that it is
/// itself to the word behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Role(u8);

record!(Role { 0: u8 });

impl Role {
    /// The verb of a clause whatever stands before it: "has", "would", "sits".
    const VERB: u8 = 1;
    /// A verb behind its subject: "drafted", which else is a participle.
    const BEHIND_SUBJECT: u8 = 1 << 1;
    /// A verb unless a determiner, a number or an adjective opens a noun phrase: "rose", not "the
    /// rose".
    const UNOPENED: u8 = 1 << 2;
    /// A verb behind its subject, if that is no number: not "a 40-minute shooting spree".
    const UNCOUNTED: u8 = 1 << 3;
    /// A noun or an adjective.
    const NOMINAL: u8 = 1 << 4;
    /// How far above what a word asks for that stands which it is to the next one.
    const IS: u8 = 4;

    /// That of a mark, and of nothing.
    pub(crate) const NONE: Self = Self(Self::UNOPENED << Self::IS);

    /// The role of a word with `flags`.
    pub(crate) const fn of(flags: Flags, capital: bool) -> Self {
        let nominal = can_be_noun(flags, capital);
        let asks = if flags.any(Flags::AUXILIARY.or(Flags::MODAL)) {
            Self::VERB
        } else if capital {
            0
        } else if flags.any(Flags::VERB.or(Flags::PAST).or(Flags::PRESENT)) {
            finite(flags)
        } else {
            let behind = if flags.any(Flags::ED) {
                Self::BEHIND_SUBJECT
            } else {
                0
            };
            let uncounted = if flags.any(Flags::ING.or(Flags::GERUND)) {
                Self::UNCOUNTED
            } else {
                0
            };
            behind | uncounted
        };
        let adjective = flags.any(Flags::ADJECTIVE) && !capital;
        let subject = nominal && !adjective || flags.any(Flags::SUBJECT.or(Flags::RELATIVE));
        let opens = adjective
            || flags.any(Flags::DETERMINER.or(Flags::NUMBER)) && !flags.any(Flags::RELATIVE);
        let mut is = 0;
        if subject {
            is |= Self::BEHIND_SUBJECT;
        }
        if !opens {
            is |= Self::UNOPENED;
        }
        if subject && !flags.any(Flags::NUMBER) {
            is |= Self::UNCOUNTED;
        }
        Self(asks | is << Self::IS | if nominal { Self::NOMINAL } else { 0 })
    }

    /// Whether a word can be a noun or an adjective.
    pub(crate) const fn is_nominal(self) -> bool {
        self.0 & Self::NOMINAL != 0
    }

    /// Whether a word is the verb of a clause where `before` stands before it.
    pub(crate) const fn is_verb_behind(self, before: Self) -> bool {
        const IS: u8 = Role::BEHIND_SUBJECT | Role::UNOPENED | Role::UNCOUNTED;
        self.0 & (before.0 >> Self::IS & IS | Self::VERB) != 0
    }
}

impl Default for Role {
    fn default() -> Self {
        Self::NONE
    }
}

/// Where a verb in the present or the past is one.
const fn finite(flags: Flags) -> u8 {
    if flags.any(Flags::NOUN) {
        0
    } else if flags.any(Flags::VERB) {
        Role::VERB
    } else if flags.any(Flags::PARTICIPLE) {
        Role::BEHIND_SUBJECT
    } else {
        Role::BEHIND_SUBJECT | Role::UNOPENED
    }
}

/// Whether a word with `flags` can be a noun or an adjective.
const fn can_be_noun(flags: Flags, capital: bool) -> bool {
    const GRAMMAR: Flags = Flags::AUXILIARY
        .or(Flags::MODAL)
        .or(Flags::PREPOSITION)
        .or(Flags::COORDINATOR)
        .or(Flags::SUBORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::DETERMINER)
        .or(Flags::OBJECT_PRONOUN)
        .or(Flags::SUBJECT)
        .or(Flags::ADVERB)
        .or(Flags::ACCORDING);
    const VERBAL: Flags = Flags::VERB.or(Flags::ED).or(Flags::ING);
    const NOUN: Flags = Flags::NOUN.or(Flags::BASE).or(Flags::PRESENT);
    let verb = flags.any(VERBAL) || flags.any(Flags::FORMS) && !flags.any(NOUN);
    !flags.any(GRAMMAR) && (capital || !verb)
}

#[cfg(test)]
mod tests {
    use super::{Flags, Role};

    /// What stands before a word, the word, and whether it is the verb of a clause there.
    const VERBS: [(Flags, Flags, bool); 11] = [
        // "they rose", "the rose"
        (Flags::SUBJECT, Flags::PAST, true),
        (Flags::DETERMINER, Flags::PAST, false),
        // "who has", "the will"
        (Flags::RELATIVE, Flags::AUXILIARY, true),
        (Flags::DETERMINER, Flags::MODAL, true),
        // "plans drafted", "by drafted"
        (Flags::NONE, Flags::ED, true),
        (Flags::PREPOSITION, Flags::ED, false),
        // "crowds shooting", "two shooting"
        (Flags::NONE, Flags::ING, true),
        (Flags::NUMBER, Flags::ING, false),
        // "powerful claims", "severe shooting"
        (Flags::ADJECTIVE, Flags::PRESENT, false),
        (Flags::ADJECTIVE, Flags::ING, false),
        // "the claims"
        (Flags::DETERMINER, Flags::PRESENT.or(Flags::NOUN), false),
    ];

    #[test]
    fn verbs() {
        for (before, word, is_verb) in VERBS {
            let [before_role, role] = [before, word].map(|flags| Role::of(flags, false));
            assert_eq!(
                role.is_verb_behind(before_role),
                is_verb,
                "{before:?} {word:?}"
            );
        }
        let begun = Role::of(Flags::PAST, false).is_verb_behind(Role::NONE);
        let named = Role::of(Flags::PAST, true).is_verb_behind(Role::NONE);
        assert!(begun && !named);
    }

    #[test]
    fn nouns() {
        for (flags, capital, is_noun) in [
            (Flags::NONE, false, true),
            (Flags::VERB, false, false),
            (Flags::VERB, true, true),
            (Flags::PAST, false, false),
            (Flags::PAST.or(Flags::BASE), false, true),
            (Flags::PREPOSITION, true, false),
            (Flags::ACCORDING, true, false),
        ] {
            assert_eq!(Role::of(flags, capital).is_nominal(), is_noun, "{flags:?}");
        }
        assert!(!Role::NONE.is_nominal());
    }
}
