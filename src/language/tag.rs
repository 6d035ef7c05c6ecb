//! [`Tag`], a part of speech: what a word or mark is to the clauses around it.

use super::quotation::Flags;
use super::stored::record;
use super::weights::rows;

rows! {
    /// A part of speech: what a word or mark is to the clauses around it; the rows of some weights.
    #[derive(Default)]
    #[repr(u8)]
    Tag {
        Nothing = "nothing",
        Comma = "comma",
        Dash = "dash",
        Colon = "colon",
        Semicolon = "semicolon",
        Stop = "stop",
        Quote = "quote",
        Bracket = "bracket",
        Number = "number",
        Clitic = "clitic",
        That = "that",
        Relative = "relative",
        Question = "question",
        Contrast = "contrast",
        When = "when",
        As = "as",
        If = "if",
        Subordinator = "subordinator",
        And = "and",
        But = "but",
        To = "to",
        Of = "of",
        By = "by",
        Preposition = "preposition",
        Auxiliary = "auxiliary",
        Pronoun = "pronoun",
        Determiner = "determiner",
        Time = "time",
        Adverb = "adverb",
        Saying = "saying",
        Gerund = "gerund",
        Past = "past",
        Capital = "capital",
        #[default]
        Word = "word",
        According = "according",
    }
}

record!(Tag in Tag::CASES);

impl Tag {
    /// What a word with `flags` is.
    pub(crate) const fn of(flags: Flags) -> Self {
        const ROWS: [(Flags, Tag); 24] = [
            (Flags::THAT, Tag::That),
            (Flags::ACCORDING, Tag::According),
            (Flags::WHEN, Tag::When),
            (Flags::AS, Tag::As),
            (Flags::IF, Tag::If),
            (Flags::CONTRAST, Tag::Contrast),
            (Flags::BUT, Tag::But),
            (Flags::TO, Tag::To),
            (Flags::OF, Tag::Of),
            (Flags::BY, Tag::By),
            (Flags::RELATIVE, Tag::Relative),
            (Flags::QUESTION, Tag::Question),
            (Flags::SUBORDINATOR, Tag::Subordinator),
            (Flags::COORDINATOR, Tag::And),
            (Flags::PREPOSITION, Tag::Preposition),
            (Flags::AUXILIARY.or(Flags::MODAL), Tag::Auxiliary),
            (Flags::SUBJECT.or(Flags::OBJECT_PRONOUN), Tag::Pronoun),
            (Flags::DETERMINER.or(Flags::NUMBER), Tag::Determiner),
            (Flags::TIME, Tag::Time),
            (Flags::ADVERB, Tag::Adverb),
            (Flags::NOUN, Tag::Word),
            (Flags::GERUND.or(Flags::ING), Tag::Gerund),
            (Flags::PAST.or(Flags::PRESENT), Tag::Saying),
            (Flags::ED.or(Flags::VERB), Tag::Past),
        ];
        let mut row = 0;
        while row < ROWS.len() {
            let (known, tag) = ROWS[row];
            if flags.any(known) {
                return tag;
            }
            row += 1;
        }
        Self::Word
    }
}
