//! What holds for every text whatever. Property tests, hostile texts and the fuzzer all call
//! [`hold`]; it uses the public face only.

use copydesk::{Excerpt, Kind, Quotation, Sentence, Span, Story};

/// Panics, with the reason, where the results for `text` break a promise.
pub(crate) fn hold(text: &str) {
    let _shown = ShownInPanic(text);
    let article = copydesk::normalize(text);
    sentences_tile(text, article.sentences());
    assert!(
        copydesk::sentences(text).eq(article.sentences().iter().copied()),
        "alone and together, the sentences are the same"
    );
    let all = copydesk::quotations(text);
    quotations_are_sound(text, &all);
    quotations_are_sound(text, article.quotations());
    let removed: Vec<Span> = article
        .story()
        .removed()
        .map(|line| line.excerpt.span())
        .collect();
    if removed.is_empty() {
        assert_eq!(article.quotations(), all, "alone and together");
    }
    for quotation in article.quotations() {
        let first = quotation.content().next().expect("a quotation has content");
        assert!(
            !removed.iter().any(|line| line.contains(first.span().start)),
            "a removed line speaks: {quotation:?}"
        );
    }
    for lead_in in article.lead_ins() {
        in_place(text, lead_in.excerpt);
        in_place(text, lead_in.cue);
        assert!(lead_in.excerpt.span().covers(lead_in.cue.span()));
        let start = lead_in.excerpt.span().start;
        assert!(
            !removed.iter().any(|line| line.contains(start)),
            "a removed line leads in: {lead_in:?}"
        );
    }
    story_is_sound(text, article.story());
    assert_eq!(
        *article.story(),
        copydesk::story(text),
        "alone and together"
    );
}

/// Prints the text when a promise breaks.
struct ShownInPanic<'t>(&'t str);

impl Drop for ShownInPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let start: String = self.0.chars().take(500).collect();
            eprintln!("the text ({} bytes): {start:?}", self.0.len());
        }
    }
}

/// White space, and the zero-width characters that scrapers leave behind.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The excerpt's words are those of the text at its place, and there is at least one character.
fn in_place(text: &str, excerpt: Excerpt<'_>) {
    let Span { start, end } = excerpt.span();
    assert!(start < end, "{excerpt:?} is empty");
    assert_eq!(text.get(start..end), Some(excerpt.as_str()), "{excerpt:?}");
}

/// Sentences are in order, trimmed, and only blanks lie between them.
pub(crate) fn sentences_tile(text: &str, sentences: &[Sentence<'_>]) {
    let mut end = 0;
    for sentence in sentences {
        in_place(text, *sentence);
        let span = sentence.span();
        assert!(end <= span.start, "{sentence:?} overlaps the one before");
        assert!(
            text[end..span.start].chars().all(is_blank),
            "words before {sentence:?}"
        );
        let words = sentence.as_str();
        assert!(
            !words.starts_with(is_blank) && !words.ends_with(is_blank),
            "{sentence:?}"
        );
        end = span.end;
    }
    assert!(
        text[end..].chars().all(is_blank),
        "words after the last sentence"
    );
}

fn quotations_are_sound(text: &str, quotations: &[Quotation<'_>]) {
    let mut first = 0;
    for quotation in quotations {
        let mut end = 0;
        for piece in quotation.content() {
            in_place(text, piece);
            assert!(end <= piece.span().start, "pieces of {quotation:?} overlap");
            end = piece.span().end;
        }
        let start = quotation.content().next().map(first_word);
        assert!(start >= Some(first), "{quotation:?} is out of order");
        first = start.unwrap_or_default();
        if let Some(cue) = quotation.cue {
            in_place(text, cue);
        }
        if let Some(speaker) = quotation.speaker {
            assert_ne!(quotation.kind, Kind::Scare, "{quotation:?} has a speaker");
            in_place(text, speaker.mention);
            speaker
                .name
                .into_iter()
                .for_each(|name| in_place(text, name));
        }
    }
}

/// Where the first word of an excerpt stands, after the marks that open it.
fn first_word(excerpt: Excerpt<'_>) -> usize {
    let marks = excerpt.as_str().find(char::is_alphanumeric);
    excerpt.span().start + marks.unwrap_or(0)
}

/// The boilerplate is in order, and the words of the clean text are all the others, no more and no
/// fewer.
fn story_is_sound(text: &str, story: &Story<'_>) {
    let mut end = 0;
    for line in story.boilerplate() {
        in_place(text, line.excerpt);
        assert!(
            end <= line.excerpt.span().start,
            "{line:?} overlaps the one before"
        );
        end = line.excerpt.span().end;
    }
    let body = story.body();
    assert!(text.get(body.range()).is_some(), "body {body:?}");
    let clean = story.clean_text();
    let removed: Vec<Span> = story.removed().map(|line| line.excerpt.span()).collect();
    let mut next = removed.iter().peekable();
    let rest = text.char_indices().filter(|&(at, c)| {
        next.next_if(|span| span.end <= at);
        c.is_alphanumeric() && !next.peek().is_some_and(|span| span.contains(at))
    });
    assert!(
        rest.map(|(_, c)| c)
            .eq(clean.chars().filter(|c| c.is_alphanumeric())),
        "the clean text is not the text less {removed:?}: {clean:?}"
    );
}
