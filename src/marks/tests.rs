//! What the pairing of marks must find: the text inside each stretch, nested ones in braces.

use super::{End, pair};

/// The stretches of `text`, one string each: `>` for every level of nesting, the words inside the
/// marks, `…` where the next paragraph goes on and `?` where an end was guessed.
fn rendered(text: &str) -> Vec<String> {
    pair(text)
        .iter()
        .map(|stretch| {
            let nesting = ">".repeat(usize::from(stretch.depth));
            let end = match stretch.end {
                End::Closed => "",
                End::Continued => "…",
                End::Repaired => "?",
            };
            format!("{nesting}{}{end}", &text[stretch.inner])
        })
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(rendered(text), *expected, "{text}");
    }
}

#[test]
fn styles() {
    check(&[
        (r#""We won," she said."#, &["We won,"]),
        ("“We won,” she said.", &["We won,"]),
        ("''We won,'' she said.", &["We won,"]),
        ("‘‘We won,’’ she said.", &["We won,"]),
        ("``We won,'' she said.", &["We won,"]),
        ("„Wir haben gewonnen“, sagte sie.", &["Wir haben gewonnen"]),
        ("« Nous avons gagné », dit-elle.", &[" Nous avons gagné "]),
        ("‹Gewonnen›, sagte sie.", &["Gewonnen"]),
        ("`We won,' she said.", &["We won,"]),
        ("“We won,\" she said, \"and how.”", &["We won,", "and how."]),
    ]);
}

#[test]
fn single_marks_and_apostrophes() {
    check(&[
        ("'We won,' she said.", &["We won,"]),
        ("‘We won,’ she said.", &["We won,"]),
        ("It's the readers' choice, isn't it?", &[]),
        ("In the '90s he'd say 'no' to d'Arcy.", &["no"]),
        (
            "'The readers' votes count,' he said.",
            &["The readers' votes count,"],
        ),
        (
            "The 'wild claims' and a 'rigged vote' hurt.",
            &["wild claims", "rigged vote"],
        ),
        ("She let 'em play rock 'n' roll till five o'clock.", &[]),
        ("It will 'cause havoc' on the roads.", &["cause havoc"]),
        ("The '2 million or so' voters.", &["2 million or so"]),
        (
            "'It is too dear,'Councillor Bray said.",
            &["It is too dear,"],
        ),
        ("' It is too dear, ' she said.", &[" It is too dear, "]),
        ("’Twas the ’80s.", &[]),
    ]);
}

#[test]
fn nesting() {
    check(&[
        (
            r#""He told me 'no way' twice," she said."#,
            &["He told me 'no way' twice,", ">no way"],
        ),
        (
            r#"'He told me "no way" twice,' she said."#,
            &[r#"He told me "no way" twice,"#, ">no way"],
        ),
        (
            "'It is time to say 'That will do,'' he said.",
            &["It is time to say 'That will do,'", ">That will do,"],
        ),
        (
            "''He told me 'no way.''' Then he left.",
            &["He told me 'no way.'", ">no way."],
        ),
        (
            "“The so-called “deal” is off,” she said.",
            &["The so-called “deal” is off,", ">deal"],
        ),
    ]);
}

#[test]
fn paragraphs_that_reopen() {
    check(&[
        (
            "\"One thing.\n\n\"Another thing,\" she said.",
            &["One thing.…", "Another thing,"],
        ),
        (
            "'One thing. 'Another thing. 'The last,' she said.",
            &["One thing.…", "Another thing.…", "The last,"],
        ),
        (
            "‘One thing.\n‘Another,’ she said.",
            &["One thing.…", "Another,"],
        ),
        (
            "She said: “One thing.\nAnother thing.” He left.",
            &["One thing.?", "Another thing."],
        ),
    ]);
}

#[test]
fn repairs_stay_in_the_paragraph() {
    check(&[
        (
            "He called it \"a shame. She left.\n\nThe rest is \"history\".",
            &["a shame.?", "history"],
        ),
        ("We had no choice,\" she said.", &["We had no choice,?"]),
        ("“We had no choice,“ she said.", &["We had no choice,"]),
        ("\"We had no choice,' she said.", &["We had no choice,"]),
        ("A mark \" alone", &[]),
        ("“", &[]),
        ("\"\"\"\"", &["", ""]),
    ]);
}

#[test]
fn feet_and_inches() {
    check(&[
        ("He is 6'2\" and she is 5' 9\" tall.", &[]),
        ("A 5\" pipe burst.", &[]),
        ("\"He is 6'2\" tall,\" she said.", &["He is 6'2\" tall,"]),
        ("\"It was 1995\" is a song.", &["It was 1995"]),
    ]);
}

#[test]
fn hostile_marks_end() {
    for mark in ["\"", "'", "“", "”", "‘", "« ", "'\"", "\" a. ", "“a\n"] {
        let text = mark.repeat(50_000);
        for stretch in pair(&text) {
            assert!(text.get(stretch.inner.range()).is_some());
        }
    }
}
