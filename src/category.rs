//! [`Category`]: the kind of a line that is not part of the story.
//!
//! A plain name, used by the rules of a language and by the engine that applies them.

use crate::named::named;

macro_rules! categories {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal),+ $(,)?) => {
        /// The kind of a line that is not part of the story.
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
    /// The headline, repeated.
    HeadlineRepeat = "headline_repeat",
}

impl Category {
    /// The category called `name`.
    ///
    /// ```
    /// use copydesk::Category;
    ///
    /// assert_eq!(Category::from_name("newsletter"), Some(Category::Newsletter));
    /// assert_eq!(Category::from_name("gossip"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }

    /// Whether such a line sells or solicits: subscriptions, newsletters, followers, clicks.
    ///
    /// ```
    /// use copydesk::Category;
    ///
    /// assert!(Category::Newsletter.is_promotional());
    /// assert!(!Category::Correction.is_promotional());
    /// ```
    #[must_use]
    pub const fn is_promotional(self) -> bool {
        matches!(
            self,
            Self::MembershipAppeal
                | Self::Newsletter
                | Self::SocialFollow
                | Self::AppPromo
                | Self::RelatedLinks
                | Self::Share
                | Self::CommentCall
                | Self::AdMarker
                | Self::EventPromo
                | Self::OtherPromo
        )
    }
}

named!(Category);
