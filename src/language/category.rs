//! [`Category`]: what a word or mark is to the clauses around it.

use super::quotation::Flags;

/// What a word or mark is to the clauses around it; the rows of some weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Category {
    Nothing,
    Comma,
    Dash,
    Colon,
    Semicolon,
    Stop,
    Quote,
    Bracket,
    Number,
    Clitic,
    That,
    Relative,
    Question,
    Contrast,
    When,
    As,
    If,
    Subordinator,
    And,
    But,
    To,
    Of,
    By,
    Preposition,
    Auxiliary,
    Pronoun,
    Determiner,
    Time,
    Adverb,
    Saying,
    Gerund,
    Past,
    Capital,
    #[default]
    Word,
    According,
}

impl Category {
    /// The names in the list of weights, in order.
    pub(crate) const NAMES: [&'static str; 35] = [
        "nothing",
        "comma",
        "dash",
        "colon",
        "semicolon",
        "stop",
        "quote",
        "bracket",
        "number",
        "clitic",
        "that",
        "relative",
        "question",
        "contrast",
        "when",
        "as",
        "if",
        "subordinator",
        "and",
        "but",
        "to",
        "of",
        "by",
        "preposition",
        "auxiliary",
        "pronoun",
        "determiner",
        "time",
        "adverb",
        "saying",
        "gerund",
        "past",
        "capital",
        "word",
        "according",
    ];

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
