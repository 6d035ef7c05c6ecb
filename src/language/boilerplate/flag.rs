//! [`RuleFlags`]: what a rule may do besides condemning the line that it matches.

use crate::language::stored::record;

/// What a rule may do besides condemning the line that it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RuleFlags(u16);

record!(RuleFlags { 0: u16 });

impl RuleFlags {
    pub(crate) const NONE: Self = Self(0);
    /// A standing formula: holds though the line reports or quotes.
    pub(crate) const FIRM: Self = Self(1);
    /// Counts only beside a line that is boilerplate anyway.
    pub(crate) const WEAK: Self = Self(1 << 1);
    /// The links under it belong to it.
    pub(crate) const HEADER: Self = Self(1 << 2);
    /// The paragraph under it belongs to it.
    pub(crate) const NOTES: Self = Self(1 << 3);
    /// Counts inside the story and above it too.
    pub(crate) const INSIDE: Self = Self(1 << 4);
    /// Counts above the story too.
    pub(crate) const HEAD: Self = Self(1 << 5);
    /// Never cuts a sentence off the end of a paragraph.
    pub(crate) const LINE: Self = Self(1 << 6);
    /// Does not count at the end.
    pub(crate) const NOT_TAIL: Self = Self(1 << 7);
    /// It is about names and titles: pronouns and short quotations are no evidence against it.
    pub(crate) const TITLES: Self = Self(1 << 8);
    /// Condemns the whole line, wherever in it the match stands.
    pub(crate) const WHOLE: Self = Self(1 << 9);
    /// Counts only on a line without a final stop.
    pub(crate) const BARE: Self = Self(1 << 10);
    /// A sentence that it matches is story, whatever the rules after it say.
    pub(crate) const STORY: Self = Self(1 << 11);

    /// Counts inside the story, above it, or both.
    pub(crate) const ABOVE: Self = Self::INSIDE.or(Self::HEAD);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of them that are among `others`.
    pub(crate) const fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Whether it has one of `others`.
    pub(crate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "titles" => Self::TITLES,
            "whole" => Self::WHOLE,
            "bare" => Self::BARE,
            "story" => Self::STORY,
            "firm" => Self::FIRM,
            "weak" => Self::WEAK,
            "header" => Self::HEADER,
            "notes" => Self::NOTES,
            "inside" => Self::INSIDE,
            "head" => Self::HEAD,
            "line" => Self::LINE,
            "not-tail" => Self::NOT_TAIL,
            _ => return None,
        })
    }
}
