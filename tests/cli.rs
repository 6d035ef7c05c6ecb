//! The examples as programs: what they print, where they complain, how they end.
//!
//! `cargo test` builds the examples first; after `cargo test --test cli` alone they may be missing.

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const HARBOUR: &str = "examples/articles/harbour.txt";

/// The built example, which lies beside the folder of this test.
fn example(name: &str) -> PathBuf {
    let test = env::current_exe().unwrap();
    let built = test.ancestors().nth(2).unwrap().join("examples");
    let path = built.join(name).with_extension(env::consts::EXE_EXTENSION);
    assert!(path.exists(), "run `cargo build --examples` first");
    path
}

/// What comes of running an example on `arguments`, with `input` to read.
fn run(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(example(name))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a program that reads no input may have closed it
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn normalize_prints_story_quotations_and_what_went() {
    let output = run("normalize", &[HARBOUR], b"");
    let page = text(&output.stdout);
    assert!(output.status.success());
    let place = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("no {words:?} in\n{page}"))
    };
    let (story, quotations) = (place("The trust that runs"), place("\nQuotations"));
    assert!(story < quotations && quotations < place("\nRemoved"));
    assert!(place("Tamsin Roke (she), said") > quotations);
    assert!(place("ad_marker") > place("\nRemoved"));
    assert!(!page.contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn normalize_reads_standard_input_too() {
    let article = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(HARBOUR)).unwrap();
    let piped = run("normalize", &[], &article);
    assert_eq!(piped.stdout, run("normalize", &[HARBOUR], b"").stdout);
}

#[test]
fn the_readme_shows_what_normalize_prints() {
    let readme = include_str!("../README.md");
    let mut blocks = readme
        .split("```text\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap());
    let article = blocks.next().unwrap();
    let output = run("normalize", &[], article.as_bytes());
    assert_eq!(text(&output.stdout), blocks.next().unwrap());
}

#[test]
fn normalize_prints_sentences_and_json() {
    let output = run("normalize", &["--sentences"], b"Rain fell. It stopped.\n");
    assert_eq!(text(&output.stdout), "Rain fell.\nIt stopped.\n");
    let output = run(
        "normalize",
        &["--json"],
        "“Rain fell,” said Anna Berg.".as_bytes(),
    );
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["quotes"][0]["speaker_name"], "Anna Berg");
    assert_eq!(json["quotes"][0]["content"], serde_json::json!([[3, 13]]));
}

/// `normalize --json` is what `annotate` prints, and the clean text, into which no offset points.
#[test]
fn normalize_and_annotate_print_the_same_json() {
    let article = "Advertisement\nRain fell, said Anna Berg.\nSign up for our newsletter.";
    let line = serde_json::json!({"id": 1, "text": article}).to_string();
    let json = |output: &Output| -> serde_json::Map<String, serde_json::Value> {
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let mut normalized = json(&run("normalize", &["--json"], article.as_bytes()));
    let mut annotated = json(&run("annotate", &[], line.as_bytes()));
    assert_eq!(annotated.remove("id"), Some(1.into()));
    let story = normalized.remove("story");
    assert_eq!(story, Some("Rain fell, said Anna Berg.".into()));
    assert_eq!(normalized, annotated);
    assert_eq!(normalized["body"], serde_json::json!([14, 40]));
}

#[test]
fn normalize_keeps_what_it_is_told_to() {
    let article = b"Rain fell on Monday.\nSign up for our newsletter.";
    let story = |arguments: &[&str]| {
        let output = run(
            "normalize",
            &[&["--sentences"], arguments].concat(),
            article,
        );
        text(&output.stdout).lines().count()
    };
    assert_eq!(story(&[]), 1);
    assert_eq!(story(&["--keep", "newsletter"]), 2);
    let output = run("normalize", &["--keep", "gossip"], article);
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("membership_appeal"));
}

#[test]
fn examples_complain_in_one_line() {
    for (arguments, input, complaint) in [
        (&["no-such-file"][..], &b""[..], "no-such-file: "),
        (&["examples"], b"", "examples: "),
        (
            &[],
            b"Rain\xff",
            "standard input: invalid UTF-8 at byte 4\n",
        ),
    ] {
        for name in ["normalize", "sentences", "quotations", "story"] {
            let output = run(name, arguments, input);
            assert_eq!(output.status.code(), Some(1));
            assert!(output.stdout.is_empty());
            let complained = text(&output.stderr);
            let complaint = format!("{name}: {complaint}");
            assert!(complained.starts_with(&complaint), "{complained}");
            assert_eq!(complained.lines().count(), 1, "{complained}");
        }
    }
}

/// Whoever closed the pipe has seen enough: that is no failure.
#[test]
fn examples_are_quiet_when_nobody_reads_on() {
    let article = "“Rain fell,” said Anna Berg.\n".repeat(20_000);
    for name in ["normalize", "sentences", "quotations", "story"] {
        let mut child = Command::new(example(name))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        child
            .stdin
            .take()
            .unwrap()
            .write_all(article.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{name}");
        assert_eq!(text(&output.stderr), "", "{name}");
    }
}

#[test]
fn examples_say_what_they_do() {
    for name in ["normalize", "sentences", "quotations", "story", "annotate"] {
        let output = run(name, &["--help"], b"");
        assert!(output.status.success(), "{name}");
        let help = text(&output.stdout);
        assert!(help.contains(&format!("Usage: {name}")), "{help}");
    }
}

#[test]
fn annotate_needs_a_thread() {
    let output = run("annotate", &["--jobs", "0"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("0 is not in 1.."));
}

#[test]
fn annotate_serves_the_good_lines_in_order() {
    let input = "{\"id\": 1, \"text\": \"Rain fell. It stopped.\"}\n\nnonsense\n{\"id\": \"b\"}\r\n\
                 {\"id\": \"c\", \"text\": \"A\\u0000é\", \"more\": [1]}";
    let output = run("annotate", &["--only", "sentences"], input.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stdout),
        "{\"id\":1,\"sentences\":[[0,10],[11,22]]}\n{\"id\":\"c\",\"sentences\":[[0,4]]}\n"
    );
    let complaints: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(complaints.len(), 2);
    assert!(complaints[0].starts_with("annotate: standard input, line 3: "));
    assert!(complaints[1].starts_with("annotate: standard input, line 4: missing field `text`"));
}

#[test]
fn annotate_goes_on_after_a_file_that_cannot_be_read() {
    let file = env::temp_dir().join(format!("copydesk-cli-{}.jsonl", std::process::id()));
    std::fs::write(&file, "{\"id\":1,\"text\":\"Rain fell.\"}\n").unwrap();
    let path = file.to_str().unwrap();
    let output = run("annotate", &["no-such-file", "examples", path], b"");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr).lines().count(), 2);
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "id": 1, "sentences": [[0, 10]], "quotes": [], "missing_quotes": [], "removed": [],
        "body": [0, 10],
    });
    assert_eq!(line, expected);
}

#[test]
fn annotate_keeps_the_order_over_many_batches() {
    let line = |id: usize| {
        format!(
            "{{\"id\":{id},\"text\":\"{}\"}}\n",
            "It rained. ".repeat(id % 90)
        )
    };
    let input: String = (0..3000).map(line).collect();
    let output = run("annotate", &["--jobs", "3"], input.as_bytes());
    assert!(output.status.success());
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_u64();
    let ids: Vec<Option<u64>> = text(&output.stdout).lines().map(id).collect();
    assert_eq!(ids, (0..3000).map(Some).collect::<Vec<_>>());
}

#[test]
fn small_examples_run() {
    for name in ["sentences", "quotations", "story"] {
        let output = run(name, &[HARBOUR], b"");
        assert!(output.status.success(), "{name}");
        assert!(
            text(&output.stdout).contains("I told them it was moving"),
            "{name}"
        );
    }
}
