//! Boilerplate: the lines that are not story.
//!
//! Uses [`lines`](crate::lines) and [`language`](crate::language); knows nothing of sentences
//! or quotations.

use std::borrow::Cow;

use crate::language::Language;
use crate::span::{Excerpt, Span};

macro_rules! categories {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal),+ $(,)?) => {
        /// What a line is that is not story.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Category {
            $($(#[$doc])+ $variant),+
        }

        impl Category {
            /// Every category.
            pub const ALL: &'static [Category] = &[$(Category::$variant),+];

            /// The name in lower case with underscores: `membership_appeal`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Category::$variant => $name),+
                }
            }
        }
    };
}

categories! {
    /// Subscribe, donate, support our journalism.
    MembershipAppeal = "membership_appeal",
    /// Sign up for e-mail.
    Newsletter = "newsletter",
    /// Follow the outlet or the author.
    SocialFollow = "social_follow",
    /// Get our app.
    AppPromo = "app_promo",
    /// Read more, see also, headline links.
    RelatedLinks = "related_links",
    /// Share widgets and calls.
    Share = "share",
    /// Ownership, syndication and republication lines.
    Copyright = "copyright",
    /// Reporting and editing credits, contributors, sources.
    AgencyCredit = "agency_credit",
    /// Editor's notes, updates, disclosures, disclaimers.
    EditorialNote = "editorial_note",
    /// Corrections and clarifications.
    Correction = "correction",
    /// How to reach the reporter or the newsroom.
    Contact = "contact",
    /// Who the author is.
    AuthorBio = "author_bio",
    /// A photo, video or graphics credit.
    MediaCredit = "media_credit",
    /// Caption text.
    Caption = "caption",
    /// "What do you think?", comment counts and forms.
    CommentCall = "comment_call",
    /// Advertisement markers and player leftovers.
    AdMarker = "ad_marker",
    /// When to tune in to the outlet's own programme or event.
    EventPromo = "event_promo",
    /// Crisis lines and help addresses.
    Helpline = "helpline",
    /// Tags, petitions, page furniture.
    OtherPromo = "other_promo",
    /// The writer's name in the page head.
    Byline = "byline",
    /// The place line in the page head.
    Dateline = "dateline",
    /// The time in the page head.
    Timestamp = "timestamp",
    /// The headline once more.
    HeadlineRepeat = "headline_repeat",
}

impl core::fmt::Display for Category {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Category {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A line, or the end of one, that is not story.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Boilerplate<'t> {
    /// The words and where they stand.
    pub excerpt: Excerpt<'t>,
    /// What it is.
    pub category: Category,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
    /// Whether the normalizer was told to leave this category in the story.
    pub kept: bool,
}

/// A text less the boilerplate around and inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Story<'t> {
    text: &'t str,
    body: Span,
    boilerplate: Vec<Boilerplate<'t>>,
}

impl<'t> Story<'t> {
    /// The story's extent, from its first to its last line; empty when all is boilerplate.
    #[must_use]
    pub const fn body(&self) -> Span {
        self.body
    }

    /// Every boilerplate line found, in order, the kept ones too.
    #[must_use]
    pub fn boilerplate(&self) -> &[Boilerplate<'t>] {
        &self.boilerplate
    }

    /// The story without the lines that go; borrowed when nothing inside it goes.
    #[must_use]
    pub fn clean_text(&self) -> Cow<'t, str> {
        Cow::Borrowed(&self.text[self.body])
    }
}

/// Finds the boilerplate of `text`.
pub(crate) fn find<'t>(text: &'t str, _language: &Language) -> Story<'t> {
    Story {
        text,
        body: Span::new(0, text.len()),
        boilerplate: Vec::new(),
    }
}
