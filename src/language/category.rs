//! [`Category`]: what a word or mark is to the clauses around it.

use super::quotation::Flags;
use super::stored::record;
use super::weights::rows;

rows! {
    /// What a word or mark is to the clauses around it; the rows of some weights.
    #[derive(Default)]
    #[repr(u8)]
    Category {
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

record!(Category in Category::CASES);

impl Category {
    /// What a word with `flags` is.
    pub(crate) const fn of(flags: Flags) -> Self {
        const ROWS: [(Flags, Category); 24] = [
            (Flags::THAT, Category::That),
            (Flags::ACCORDING, Category::According),
            (Flags::WHEN, Category::When),
            (Flags::AS, Category::As),
            (Flags::IF, Category::If),
            (Flags::CONTRAST, Category::Contrast),
            (Flags::BUT, Category::But),
            (Flags::TO, Category::To),
            (Flags::OF, Category::Of),
            (Flags::BY, Category::By),
            (Flags::RELATIVE, Category::Relative),
            (Flags::QUESTION, Category::Question),
            (Flags::SUBORDINATOR, Category::Subordinator),
            (Flags::COORDINATOR, Category::And),
            (Flags::PREPOSITION, Category::Preposition),
            (Flags::AUXILIARY.or(Flags::MODAL), Category::Auxiliary),
            (Flags::SUBJECT.or(Flags::OBJECT_PRONOUN), Category::Pronoun),
            (Flags::DETERMINER.or(Flags::NUMBER), Category::Determiner),
            (Flags::TIME, Category::Time),
            (Flags::ADVERB, Category::Adverb),
            (Flags::NOUN, Category::Word),
            (Flags::GERUND.or(Flags::ING), Category::Gerund),
            (Flags::PAST.or(Flags::PRESENT), Category::Saying),
            (Flags::ED.or(Flags::VERB), Category::Past),
        ];
        let mut row = 0;
        while row < ROWS.len() {
            let (known, category) = ROWS[row];
            if flags.any(known) {
                return category;
            }
            row += 1;
        }
        Self::Word
    }
}
