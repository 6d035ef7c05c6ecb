//! What the pairing of marks must find: the text inside each stretch, nested ones behind `>`.

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
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (text, rendered(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
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
        (
            "'Leave Rene\u{301}'s boat,' she said.",
            &["Leave Rene\u{301}'s boat,"],
        ),
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

/// Papers that quote with single marks.
#[test]
fn british_marks() {
    check(&[
        (
            "'The pier must go. It is not safe.\n\n'Nobody has painted it since the war.\n\n'We shall miss it,' Mrs Flint said.",
            &[
                "The pier must go. It is not safe.…",
                "Nobody has painted it since the war.…",
                "We shall miss it,",
            ],
        ),
        (
            "'The pier must go. It is not safe. 'Nobody has painted it since the war. 'We shall miss it,' Mrs Flint said.",
            &[
                "The pier must go. It is not safe.…",
                "Nobody has painted it since the war.…",
                "We shall miss it,",
            ],
        ),
        (
            "‘The pier must go. ‘Nobody has painted it. ‘We shall miss it,’ Mrs Flint said.",
            &[
                "The pier must go.…",
                "Nobody has painted it.…",
                "We shall miss it,",
            ],
        ),
        (
            "'Too steep,'Deputy Flint said. 'Too wet as well.'",
            &["Too steep,", "Too wet as well."],
        ),
        ("'Too steep!'she cried.", &["Too steep!"]),
        ("‘Too steep,’Deputy Flint said.", &["Too steep,"]),
        (
            "The board 'regretted' the delay and was 'sorry', it said.",
            &["regretted", "sorry"],
        ),
        ("'No', she replied. 'Never'.", &["No", "Never"]),
        (
            "He said the plan was 'dead', 'buried' and 'forgotten'.",
            &["dead", "buried", "forgotten"],
        ),
        ("'No return' for the ferry, says council", &["No return"]),
        ("The works may 'round off' the season.", &["round off"]),
        (
            "They danced 'til dawn: 'a night to keep', she said.",
            &["a night to keep"],
        ),
    ]);
}

#[test]
fn british_nesting() {
    check(&[
        (
            "'My father used to say 'never trust a tide' and he was right,' she said.",
            &[
                "My father used to say 'never trust a tide' and he was right,",
                ">never trust a tide",
            ],
        ),
        (
            "‘My father used to say ‘never trust a tide’ and he was right,’ she said.",
            &[
                "My father used to say ‘never trust a tide’ and he was right,",
                ">never trust a tide",
            ],
        ),
        (
            "'It was the \"worst tide\" for years,' said Mr Flint.",
            &["It was the \"worst tide\" for years,", ">worst tide"],
        ),
        (
            "\"It was the 'worst tide' for years,\" said Mr Flint.",
            &["It was the 'worst tide' for years,", ">worst tide"],
        ),
        (
            "'He shouted \"Stop!\"' she said.",
            &["He shouted \"Stop!\"", ">Stop!"],
        ),
        (
            "\"She told me, 'I'm off.'\" He shrugged.",
            &["She told me, 'I'm off.'", ">I'm off."],
        ),
    ]);
}

/// What looks like the end of a quotation is a possessive, or the reverse.
#[test]
fn possessives_beside_single_marks() {
    check(&[
        (
            "He was told to 'mind his elders' and left.",
            &["mind his elders"],
        ),
        (
            "They called it 'a race for fools' yesterday.",
            &["a race for fools"],
        ),
        (
            "The Tenants' Charter is 'a sham' from start to finish, he said.",
            &["a sham"],
        ),
        (
            "'The Tenants' Charter is a sham,' he said.",
            &["The Tenants' Charter is a sham,"],
        ),
        (
            "The Nurses' Pay Bill would 'help the wards' at once.",
            &["help the wards"],
        ),
        (
            "'The workers' rights Bill is late,' said Mr Flint. 'The workers' patience is gone.'",
            &[
                "The workers' rights Bill is late,",
                "The workers' patience is gone.",
            ],
        ),
        ("She ended the 'boys' club' for good.", &["boys' club"]),
        (
            "James' boat and Charles' car were 'lost at sea'.",
            &["lost at sea"],
        ),
        (
            "‘The boys’ boat is gone,’ he said.",
            &["The boys’ boat is gone,"],
        ),
        (
            "‘We’ll see,’ he said, ‘what the boys’ll do.’",
            &["We’ll see,", "what the boys’ll do."],
        ),
        (
            "'I grew up in the '80s and it was worse,' he said.",
            &["I grew up in the '80s and it was worse,"],
        ),
        (
            "'Rock 'n' roll saved me,' he said.",
            &["Rock 'n' roll saved me,"],
        ),
        ("The council´s plan is 'a mess', she said.", &["a mess"]),
        ("´It is a mess,´ she said.", &["It is a mess,"]),
        ("'It´s a mess,' she said.", &["It´s a mess,"]),
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
fn feet_inches_and_tags() {
    check(&[
        ("He is 6'2\" and she is 5' 9\" tall.", &[]),
        ("A 5\" pipe burst.", &[]),
        ("\"He is 6'2\" tall,\" she said.", &["He is 6'2\" tall,"]),
        ("\"It was 1995\" is a song.", &["It was 1995"]),
        (
            "<p class=\"note\">He called it \"a gift\".</p>",
            &["a gift"],
        ),
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
