//! Hostile texts by family: each grows without end from one unit, and the work for it must grow no
//! faster. Used by the growth test, by the count of instructions, and to seed the fuzzer.

/// What a family is called, and the unit that it repeats.
pub(crate) const FAMILIES: &[(&str, &str)] = &[
    ("unclosed double curly marks", "“We go "),
    ("unclosed single curly marks", "‘We go "),
    ("unclosed straight marks", "\"We go\n"),
    ("unclosed straight single marks", "'We go "),
    ("unclosed guillemets", "«We go "),
    ("closing marks only", "we go” "),
    ("quotation marks only", "\"'“‘"),
    ("marks that reopen by paragraph", "“We go.\n"),
    ("nested brackets", "(["),
    ("abbreviations", "Mr. U.S. a.m. Gen. "),
    ("full stops", "."),
    ("ellipses", "... … . . . "),
    ("cue words", "said told according to asked, "),
    ("cue words without a subject", "said\n"),
    ("colons and commas", "she said: , "),
    ("capitalised words", "Anna Berg Moreau "),
    ("titles and commas", "Sen. Anna Berg, the chair, "),
    ("phrases before a subject", "In his call for Anna Berg "),
    ("pronouns quoted", "“No,” he said. “Yes,” she said. "),
    (
        "names quoted",
        "“No,” said Anna Berg. “Yes,” Moreau said.\n",
    ),
    ("relative clauses", "who said that the man who told "),
    ("blank lines", "\n"),
    ("blank lines of carriage returns", " \t\r\n"),
    (
        "one long line",
        "the river rose again and the rain went on ",
    ),
    ("one long word", "a"),
    ("hyphens and dashes", "a-b — c – "),
    ("numbers", "3.5 1,000.0 2. "),
    ("addresses of pages", "www.example.com/a.b?c=d "),
    ("addresses of mail", "a.b@example.com "),
    ("related links", "READ MORE: The river rises\n"),
    (
        "promotions on one line",
        "Sign up for our newsletter. Follow us on Twitter. ",
    ),
    ("promotions in brackets", "(Become a member today.)\n"),
    ("separators", "___\n* * *\n"),
    ("alternating scripts", "aЖ中ب "),
    ("combining marks", "e\u{301}\u{300}\u{327}"),
    ("zero-width characters", "\u{200b}\u{feff}"),
    ("capitals", "WE GO NOW. "),
];

/// About `size` bytes of a family, cut between units.
pub(crate) fn grown(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}
