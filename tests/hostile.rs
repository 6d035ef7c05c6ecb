//! Texts made to harm: each has an answer, at once.

mod families;
mod invariants;

use families::{FAMILIES, grown};

#[test]
fn odd_texts_have_an_answer() {
    let texts = [
        "",
        " ",
        "\n",
        "\u{200b}",
        "\u{a0}\t\r\n \u{3000}",
        "\0",
        "Rain fell.\0It stopped.\0",
        "\"",
        "“",
        "”",
        "'",
        "’",
        ".",
        "...",
        ":",
        "(",
        "no end",
        "Rain fell.\r\nIt stopped.\r\n\r\n“Good,” she said.\r\n",
        "Rain fell.\rIt stopped.",
        "é",
        "“É,” said Élodie.",
        "\u{301}",
        "\u{202e}“No,” he said.\u{202c}",
        "🏴‍☠️. 👩‍👩‍👧. “🏴‍☠️,” said 👩‍👩‍👧.",
        "said",
        "said:",
        "“said”",
        "“” said.",
        "“ ” said he.",
        "said Said SAID “said” said",
        "İstanbul said. ﬁ said. ß SAID.",
        "Advertisement",
        "Advertisement\nAdvertisement",
        // a backtick beside a curly mark that turns the same way
        "Anna Berg said `‘so’.",
        // a verb of saying behind "and", with nothing but a verb before
        "Is and said “so”.",
    ];
    for text in texts {
        invariants::hold(text);
    }
}

#[test]
fn every_family_keeps_the_invariants() {
    for (_, unit) in FAMILIES {
        for size in [1, 2, 3, 4, 10, 2000] {
            invariants::hold(&unit.repeat(size));
        }
        invariants::hold(&format!("Anna Berg said: {}", grown(unit, 2000)));
    }
}

#[test]
fn ten_megabytes_of_marks() {
    for mark in ["\"", "'", "“", "“”"] {
        let text = grown(mark, 10 << 20);
        invariants::sentences_tile(&text, copydesk::normalize(&text).sentences());
        invariants::hold(&grown(mark, 100 << 10));
    }
}

#[test]
fn one_line_of_fifty_megabytes() {
    let text = grown(
        "“We go,” Anna Berg said on Monday, and the rain went on. ",
        50 << 20,
    );
    let article = copydesk::normalize(&text);
    assert!(article.sentences().len() > 500_000);
    assert!(article.quotations().len() > 500_000);
}

#[test]
fn a_hundred_thousand_links() {
    let text = format!(
        "The river rose.\n{}",
        "Read more: The river rises\n".repeat(100_000)
    );
    let article = copydesk::normalize(&text);
    assert_eq!(article.sentences().len(), 100_001);
}
