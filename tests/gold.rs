//! Articles with what a person expects of them: `gold/articles/*.txt`.
//!
//! A file starts with a word on why it is there. Sections follow, each under a line with `==`:
//!
//! ```text
//! == text                              the article, or `== text of FILE` for one of the repository
//! == sentences                         one a line
//! == direct                            name (mention) | cue | words … words; and so on for `mixed`,
//! == scare                             `indirect` and `scare`
//! == lead-ins                          the announcing sentence
//! == removed                           category | words
//! ```
//!
//! What a section leaves out must not be found; a section that is not there is not compared. The
//! name stands alone where it is the mention itself, the mention in brackets alone where nobody is
//! named, and `-` for what is not there. A failure prints the difference; nothing rewrites these files:
//! a person decides what is right.
//!
//! Where we are known to be wrong, two marks at the start of a line say so:
//!
//! ```text
//! ? Ann Lee (she) | said | Rain fell.           right, but not found yet
//! ! Bo Chan (she) | said | Rain fell.           found, but wrong
//! ```
//!
//! Once such a line is mended the test fails until its marks are taken off.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use copydesk::{Article, Excerpt, Quotation, Speaker};
use similar::TextDiff;

#[test]
fn articles_give_what_a_person_expects() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = fs::read_dir(root.join("tests/gold/articles"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut report = String::new();
    for path in &paths {
        let gold = fs::read_to_string(path).unwrap();
        for (heading, difference) in differences(root, &gold) {
            let name = path.file_name().unwrap().display();
            writeln!(report, "\n{name}, {heading}:\n{difference}").unwrap();
        }
    }
    assert!(report.is_empty(), "- expected, + found\n{report}");
}

/// The sections that are not as expected, each with the difference.
fn differences(root: &Path, gold: &str) -> Vec<(String, String)> {
    let mut sections = sections(gold);
    let (heading, text) = sections.remove(0);
    let text = match heading.strip_prefix("text of ") {
        Some(path) => fs::read_to_string(root.join(path)).unwrap(),
        None => text,
    };
    let article = copydesk::normalize(&text);
    let mut differences = Vec::new();
    for (heading, expected) in sections {
        let expected = to_be_found(&expected);
        let found = rendered(&article, &heading);
        if found != expected {
            let diff = TextDiff::from_lines(&expected, &found);
            let diff = diff.unified_diff().context_radius(1).to_string();
            differences.push((heading, diff));
        }
    }
    differences
}

/// What should be found today: the lines of a section without those that are not found yet.
fn to_be_found(section: &str) -> String {
    let lines = section.trim().lines();
    let found = lines.filter(|line| !line.starts_with("? "));
    let found: Vec<&str> = found
        .map(|line| line.strip_prefix("! ").unwrap_or(line))
        .collect();
    found.join("\n")
}

/// The sections of a gold file: heading and content.
fn sections(gold: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in gold.lines() {
        if let Some(heading) = line.strip_prefix("== ") {
            sections.push((heading.to_owned(), String::new()));
        } else if let Some((_, content)) = sections.last_mut() {
            content.push_str(line);
            content.push('\n');
        }
    }
    sections
}

/// What was found, in the form of the gold file.
fn rendered(article: &Article<'_>, heading: &str) -> String {
    let lines: Vec<String> = match heading {
        "sentences" => article.sentences().iter().map(|&s| one_line(s)).collect(),
        "lead-ins" => {
            let lead_ins = article.lead_ins().iter();
            lead_ins.map(|lead_in| one_line(lead_in.excerpt)).collect()
        }
        "removed" => {
            let removed = article
                .story()
                .boilerplate()
                .iter()
                .filter(|line| !line.kept);
            removed
                .map(|line| format!("{} | {}", line.category, one_line(line.excerpt)))
                .collect()
        }
        "direct" | "mixed" | "indirect" | "scare" => {
            let quotations = article.quotations().iter();
            let of_kind = quotations.filter(|quotation| quotation.kind.name() == heading);
            of_kind.map(quotation).collect()
        }
        _ => panic!("there is no section `{heading}`"),
    };
    lines.join("\n")
}

fn quotation(quotation: &Quotation<'_>) -> String {
    let words: Vec<String> = quotation.content().map(one_line).collect();
    let cue = quotation.cue.map_or("-".to_owned(), one_line);
    let speaker = quotation.speaker.map_or("-".to_owned(), speaker);
    format!("{speaker} | {cue} | {}", words.join(" … "))
}

fn speaker(speaker: Speaker<'_>) -> String {
    let mention = one_line(speaker.mention);
    match speaker.name.map(one_line) {
        Some(name) if name == mention => name,
        Some(name) => format!("{name} ({mention})"),
        None => format!("({mention})"),
    }
}

/// The words with every run of white space as one space.
fn one_line(excerpt: Excerpt<'_>) -> String {
    let words: Vec<&str> = excerpt.as_str().split_whitespace().collect();
    words.join(" ")
}
