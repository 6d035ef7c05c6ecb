//! The rows and columns of the weights: what each is called in the lists.
//!
//! Enums with names, no more; [`quotation`](crate::quotation) finds out which of them a possible
//! quotation has.

/// An enum whose cases have names in the lists of weights.
macro_rules! rows {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $case:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name {
            $($(#[$doc])* $case,)+
        }

        impl $name {
            /// Every case, in order; some are looked up by their number.
            #[allow(dead_code)]
            pub(crate) const CASES: &'static [Self] = &[$(Self::$case,)+];

            /// The names in the list of weights, in order.
            pub(crate) const NAMES: &'static [&'static str] = &[$($text,)+];
        }

        impl From<$name> for usize {
            fn from(row: $name) -> Self {
                row as Self
            }
        }
    };
}

pub(crate) use rows;

rows! {
    /// The shape of what was said, as the cue takes it.
    Frame {
        /// "said that taxes will rise"
        That = "that",
        /// "said taxes will rise"
        Bare = "bare",
        /// "asked whether taxes will rise"
        Question = "question",
        /// "vowed to raise taxes", "urged them to raise taxes"
        Infinitive = "infinitive",
        /// "criticised the tax"
        Object = "object",
        /// "called for a tax"
        Prepositional = "prepositional",
        /// "denied raising taxes"
        Gerund = "gerund",
        /// "Taxes will rise, officials said."
        Before = "before",
        /// "Taxes, officials said, will rise."
        Around = "around",
        /// "The tax was criticised."
        Passive = "passive",
        /// "said: taxes will rise"
        Colon = "colon",
    }
}

rows! {
    /// How a cue stands in its clause.
    Form {
        /// "said", "has said", "did not say": its subject is the speaker.
        Finite = "finite",
        /// "saying", "having said": the subject of a verb before it is the speaker.
        Participle = "participle",
        /// "to say" that no verb before it makes finite.
        Infinitive = "infinitive",
        /// "was told", "asked by": the speaker stands behind "by", if at all.
        Passive = "passive",
        /// "the claim".
        Noun = "noun",
        /// "according to": the speaker follows.
        According = "according",
    }
}

rows! {
    /// A coarser [`Frame`].
    Complement {
        Clause = "clause",
        Infinitive = "infinitive",
        Object = "object",
        Around = "around",
    }
}

impl Complement {
    pub(crate) const fn of(frame: Frame) -> Self {
        match frame {
            Frame::That | Frame::Bare | Frame::Question | Frame::Colon => Self::Clause,
            Frame::Infinitive | Frame::Gerund => Self::Infinitive,
            Frame::Object | Frame::Prepositional | Frame::Passive => Self::Object,
            Frame::Before | Frame::Around => Self::Around,
        }
    }
}

rows! {
    /// Who speaks, by the kind of words that name them.
    Who {
        None = "none",
        I = "i",
        You = "you",
        He = "he",
        They = "they",
        It = "it",
        Relative = "who",
        Name = "name",
        Noun = "noun",
        Plural = "plural",
        Determiner = "determiner",
        Number = "number",
    }
}

rows! {
    /// The first word of what may be reported.
    First {
        That = "that",
        Subject = "subject",
        Object = "object",
        The = "the",
        A = "a",
        His = "his",
        This = "this",
        Name = "name",
        Noun = "noun",
        Number = "number",
        To = "to",
        Other = "other",
    }
}

rows! {
    /// What may be so of a possible reported speech.
    Flag {
        /// So of every one.
        Any = "any",
        Negated = "negated",
        Modal = "modal",
        Asks = "asks",
        Nested = "nested",
        Untitled = "untitled",
        Conditional = "conditional",
        Quoted = "quoted",
        ToEnd = "to_end",
        Far = "far",
        ClauseIn = "clause_in",
        Capital = "capital",
        I = "i",
        Adverb = "adverb",
        QuotedBefore = "quoted_before",
        QuotedAfter = "quoted_after",
        Apart = "apart",
        Cut = "cut",
        NounIn = "noun_in",
        VerbIn = "verb_in",
        SpeakerFirst = "speaker_first",
        SayingIn = "saying_in",
        NestedQuoted = "nested_quoted",
    }
}

rows! {
    /// Kinds of places where a content can end.
    Group {
        Comma = "comma",
        Mark = "mark",
        And = "and",
        To = "to",
        Preposition = "preposition",
        Subordinator = "subordinator",
        Verb = "verb",
        Other = "other",
    }
}

rows! {
    /// What may be so of a place where a content can end.
    EndFlag {
        Led = "led",
        Inserted = "inserted",
        Verb = "verb",
        Finite = "finite",
        Says = "says",
        Again = "again",
        VerbAhead = "verb_ahead",
        Auxiliary = "auxiliary",
        Aside = "aside",
        Closes = "closes",
        NearEnd = "near_end",
    }
}

rows! {
    /// What is observed of a proposed speaker; each has a number as its value.
    Source {
        RuleCapital = "rule-capital",
        RuleWords = "rule-words",
        RuleAfter = "rule-after",
        ClassLeft = "class-left",
        ClassRight = "class-right",
        DistanceLeft = "distance-left",
        NextLeft = "next-left",
        NextRight = "next-right",
        Between = "between",
        Commas = "commas",
        Break = "break",
        Mention = "mention",
        MentionForm = "mention-form",
        Gap = "gap",
        Opener = "opener",
        Weak = "weak",
        Paragraph = "paragraph",
        MentionAfter = "mention-after",
        Route = "route",
        Prev = "prev",
        Homograph = "homograph",
        Leftmost = "leftmost",
        KindBefore = "kind-before",
        KindOpener = "kind-opener",
        KindNext = "kind-next",
        OpenerRank = "opener-rank",
        GapRoute = "gap-route",
        MentionRoute = "mention-route",
        Joined = "joined",
        Same = "same",
        LinkFirst = "link-first",
        StartNext = "start-next",
        WhoLong = "who-long",
        TitleSecond = "title-second",
        AfterSecond = "after-second",
        ChainOpener = "chain-opener",
        ChainRank = "chain-rank",
    }
}

rows! {
    /// What is observed of words in marks; each has a number as its value.
    Speech {
        SizeCapital = "size-capital",
        Before = "before",
        Title = "title",
        Rule = "rule",
        RuleSize = "rule-size",
        Bare = "bare",
        Around = "around",
        Siblings = "siblings",
        Form = "form",
        Work = "work",
        Pair = "pair",
        KindBefore = "kind-before",
        KindNext = "kind-next",
        KindTitle = "kind-title",
        KindDistance = "kind-distance",
        KindEnding = "kind-ending",
        AfterTitle = "after-title",
        PairSize = "pair-size",
        Chain = "chain",
        Who = "who",
        KindRank = "kind-rank",
        Second = "second",
        PlaceSide = "place-side",
        ChainSide = "chain-side",
        ChainAfter = "chain-after",
        SiblingsForm = "siblings-form",
    }
}
