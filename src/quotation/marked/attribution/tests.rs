//! Speech in marks and its speakers, one phenomenon a case.

use crate::{Kind, quotations};

/// Each quotation as `kind|first words|speaker|cue`.
fn rendered(text: &str) -> Vec<String> {
    let found = quotations(text);
    let marked = found.iter().filter(|q| q.kind != Kind::Indirect);
    marked
        .map(|quotation| {
            let pieces: Vec<&str> = quotation.content().map(|e| e.as_str()).collect();
            let speaker = quotation.speaker.map_or("-", |s| s.mention.as_str());
            let cue = quotation.cue.map_or("-", |cue| cue.as_str());
            format!(
                "{}|{}|{speaker}|{cue}",
                quotation.kind.name(),
                pieces.join(" / ")
            )
        })
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, rendered(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, _)| format!("{text}: {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_common_word_with_a_capital_behind_the_marks_is_a_name() {
    check(&[
        (
            "“It was dark,” Long said.",
            &["direct|It was dark,|Long|said"],
        ),
        (
            "“It was dark,” Will said.",
            &["direct|It was dark,|Will|said"],
        ),
        (
            "“It was dark,” Long told KTVB.",
            &["direct|It was dark,|Long|told"],
        ),
    ]);
}

#[test]
fn a_name_alone_behind_the_marks_signs_them() {
    check(&[
        (
            "The council was sued.\n\"We knew that the bridge was a danger to us all.\" Nora Quill, engineer\nThe case goes on.",
            &["direct|We knew that the bridge was a danger to us all.|Nora Quill, engineer|-"],
        ),
        (
            "\"We knew that the bridge was a danger to us all.\" Nora Quill, Institute for Old Bridges",
            &["direct|We knew that the bridge was a danger to us all.|Nora Quill|-"],
        ),
        (
            "\"We knew that the bridge was a danger to us all.\" Nora Quill was late.",
            &["direct|We knew that the bridge was a danger to us all.|-|-"],
        ),
    ]);
}

#[test]
fn what_is_so_called_is_a_term() {
    check(&[
        (
            "Nora Quill said that the so-called \"bridge tax\" should go.",
            &["scare|bridge tax|-|-"],
        ),
        (
            "So-called \"bridge taxes\" should go, Nora Quill said.",
            &["scare|bridge taxes|-|-"],
        ),
        (
            "Nora Quill, who goes by \"Nono,\" left on Monday.",
            &["scare|Nono,|-|-"],
        ),
        (
            "Quill had a question for the crowd.\n\"Who is going to pay for it?\"\nNobody knew.",
            &["direct|Who is going to pay for it?|-|-"],
        ),
    ]);
}

#[test]
fn a_nickname_is_of_its_speaker_s_name() {
    check(&[
        (
            "“He was a giant,” said Nora “Nib” Quill, a friend.",
            &[
                "direct|He was a giant,|Nora “Nib” Quill, a friend|said",
                "scare|Nib|-|-",
            ],
        ),
        (
            "\"He was a giant,\" Nora \"Big Nib\" Quill told the board.",
            &[
                "direct|He was a giant,|Nora \"Big Nib\" Quill|told",
                "scare|Big Nib|-|-",
            ],
        ),
        (
            "Nora “Nib” Quill called it “a sad day”.",
            &["scare|Nib|-|-", "mixed|a sad day|Nora “Nib” Quill|called"],
        ),
        ("Nora “Nib” Quill said he was a giant.", &["scare|Nib|-|-"]),
        (
            "Tom Rook said that Nora “Nib” Quill was a giant.",
            &["scare|Nib|-|-"],
        ),
        (
            "Nora Quill said “No” Monday.",
            &["direct|No|Nora Quill|said"],
        ),
        (
            "Nora Quill said: “Never.” Tom Rook was late.",
            &["direct|Never.|Nora Quill|said"],
        ),
    ]);
}

#[test]
fn words_that_close_as_a_sentence_are_speech() {
    check(&[
        (
            "The engineer Ann Poe shook her head. “No excuses.”",
            &["direct|No excuses.|The engineer Ann Poe|-"],
        ),
        (
            "The song “No Excuses” was played twice.",
            &["scare|No Excuses|-|-"],
        ),
        (
            "“We are late,” Quill said.\n‘A really tough decision.’\nThe bridge is shut.",
            &[
                "direct|We are late,|Quill|said",
                "scare|A really tough decision.|-|-",
            ],
        ),
    ]);
}

#[test]
fn who_is_said_to_report_it_did_not_say_it() {
    check(&[
        (
            "“We are late and we know it,” Quill said, the Gazette reports. “Nobody planned for the flood.”",
            &["direct|We are late and we know it, / Nobody planned for the flood.|Quill|said"],
        ),
        (
            "“We are late and we know it,” Quill said.",
            &["direct|We are late and we know it,|Quill|said"],
        ),
    ]);
}

#[test]
fn who_does_it_not_to_whom_it_is_done() {
    check(&[
        (
            "When Nora Quill came back the engineer responded by accusing her of \"lying to us all.\"",
            &["mixed|lying to us all.|the engineer|responded"],
        ),
        (
            "The bridge, often called a \"death trap\" by the engineers, will be closed.",
            &["mixed|death trap|the engineers|called"],
        ),
        (
            "A bridge described by engineers as a \"death trap\" will be closed.",
            &["mixed|death trap|engineers|described"],
        ),
        (
            "The old bridge was \"a danger to us all,\" as described by the engineer Ann Poe.",
            &["mixed|a danger to us all,|the engineer Ann Poe|described"],
        ),
        (
            "As the engineer Ann Poe puts it, Quill had made them \"an offer that nobody can refuse.\"",
            &["mixed|an offer that nobody can refuse.|the engineer Ann Poe|puts"],
        ),
    ]);
}

#[test]
fn speakers_of_words_in_marks() {
    let cases: [(&str, &[&str]); 18] = [
        (
            "\"We are late and we know it,\" Will wrote in his weekly column.",
            &["direct|We are late and we know it,|Will|wrote"],
        ),
        (
            "Quill warned them: \"The bridge will fall.\" Adds: \"We are late and we know it.\"",
            &["direct|The bridge will fall. / We are late and we know it.|Quill|warned"],
        ),
        (
            "It's easy to forget that \"the old bridge was a danger\" to all.",
            &["mixed|the old bridge was a danger|It|to forget"],
        ),
        (
            "\"We are late and we know it,\" From said.",
            &["direct|We are late and we know it,|From|said"],
        ),
        (
            "There is a claim that Quill made: \"We are late and we know it.\"",
            &["direct|We are late and we know it.|Quill|made"],
        ),
        (
            "\"We will open the bridge in May,\" Nora Quill said.",
            &["direct|We will open the bridge in May,|Nora Quill|said"],
        ),
        (
            "\"We will open the bridge in May,\" said Nora Quill, a city engineer.",
            &["direct|We will open the bridge in May,|Nora Quill, a city engineer|said"],
        ),
        (
            "\"The bridge,\" she said, \"will open in May.\"",
            &["direct|The bridge, / will open in May.|she|said"],
        ),
        (
            "\"We are late,\" Quill said. \"Nobody planned for the flood.\"",
            &["direct|We are late, / Nobody planned for the flood.|Quill|said"],
        ),
        (
            "Mr. Quill said: 'We are late, and we know it.'",
            &["direct|We are late, and we know it.|Mr. Quill|said"],
        ),
        (
            "Quill called the delay \"a bitter lesson\" for the whole council.",
            &["mixed|a bitter lesson|Quill|called"],
        ),
        (
            "The bridge was \"never going to be ready\" on time, according to the auditor.",
            &["mixed|never going to be ready|the auditor|according to"],
        ),
        (
            "She starred in the film \"Long Way Home\" and later retired to the coast.",
            &["scare|Long Way Home|-|-"],
        ),
        (
            "'The bridge is shut. It will stay shut for months.\n\n'Nobody knows when it can open.\n\n'But open it will,' Ms Quill said.",
            &[
                "direct|The bridge is shut. It will stay shut for months. / Nobody knows when it can open. / But open it will,|Ms Quill|said",
            ],
        ),
        (
            "'It was too tough,'Deputy Quill said.",
            &["direct|It was too tough,|Deputy Quill|said"],
        ),
        (
            "'They paid for the works,' said one unnamed council planner.",
            &["direct|They paid for the works,|one unnamed council planner|said"],
        ),
        (
            "Dan \"Dutch\" Holt won the race by a minute on Sunday.",
            &["scare|Dutch|-|-"],
        ),
        (
            "Quill continued:\n\n\"Nobody in this office planned for a flood of that size.\"",
            &["direct|Nobody in this office planned for a flood of that size.|Quill|continued"],
        ),
    ];
    check(&cases);
}

#[test]
fn who_is_told_behind_the_marks() {
    check(&[
        (
            "\"We are late and we know it,\" Quill was quoted as saying by the Herald.",
            &["direct|We are late and we know it,|Quill|was quoted as saying"],
        ),
        (
            "\"We are late and we know it,\" Quill was quoted by the Herald as saying.",
            &["direct|We are late and we know it,|Quill|was quoted by the Herald as saying"],
        ),
        (
            "The delay is \"a bitter lesson\", as Nora Quill puts it, for the whole council.",
            &["mixed|a bitter lesson|Nora Quill|puts"],
        ),
        (
            "\"We are late and we know it,\" District Attorney Nora Quill, Jr. said.",
            &["direct|We are late and we know it,|District Attorney Nora Quill, Jr.|said"],
        ),
        (
            "\"We are late and we know it,\" Quill Jr. told the Herald.",
            &["direct|We are late and we know it,|Quill Jr.|told"],
        ),
        (
            "\"We are late and we know it,\" a spokesman for Quill & Sons Inc. said.",
            &["direct|We are late and we know it,|a spokesman for Quill & Sons Inc.|said"],
        ),
        (
            "\"We are late and we know it,\" Nora Quill Ph.D. wrote.",
            &["direct|We are late and we know it,|Nora Quill Ph.D.|wrote"],
        ),
        (
            "\"We are late and we know it,\" the bridge engineer Nora Quill harped.",
            &["direct|We are late and we know it,|the bridge engineer Nora Quill|harped"],
        ),
        (
            "\"We are late and we know it,\" the bridge engineer Nora Quill harps.",
            &["direct|We are late and we know it,|the bridge engineer Nora Quill|harps"],
        ),
    ]);
}

#[test]
fn who_acts_behind_the_marks_and_who_does_not() {
    check(&[
        (
            "\"We are late and we know it,\" said Nora Quill, urging the council to \"wake up at last.\"",
            &[
                "direct|We are late and we know it,|Nora Quill|said",
                "mixed|wake up at last.|Nora Quill|urging",
            ],
        ),
        (
            "Nora Quill, who oversaw a round of \"soft talks\", said the mayor was \"late, very late\" again.",
            &[
                "scare|soft talks|-|-",
                "mixed|late, very late|Nora Quill, who oversaw a round of \"soft talks\"|said",
            ],
        ),
        (
            "The Bank of Norland cut its main rate again, citing \"very deep doubts\" about trade.",
            &["mixed|very deep doubts|The Bank of Norland|citing"],
        ),
        (
            "\"We are late and we know it,\" one of them, the engineer Nora Quill, said. \"Very late,\" some of us said.",
            &[
                "direct|We are late and we know it,|one of them, the engineer Nora Quill|said",
                "direct|Very late,|some of us|said",
            ],
        ),
        (
            "The council's terms of trade say that \"nobody may opt out\" of a toll.",
            &["mixed|nobody may opt out|The council's terms of trade|say"],
        ),
        (
            "The engineer Nora Quill echoed:\n\n\"Nobody in this office planned for a flood of that size.\"",
            &[
                "direct|Nobody in this office planned for a flood of that size.|The engineer Nora Quill|echoed",
            ],
        ),
    ]);
}

#[test]
fn nobody_is_named_where_little_speaks_for_anybody() {
    check(&[
        (
            "She spoke of the flood again on Monday. Two roads were shut.\n\n\"Nobody told us when the water would come up to our doors in the night.\"",
            &["direct|Nobody told us when the water would come up to our doors in the night.|-|-"],
        ),
        (
            "\"The plan for a toll was never a plan,\" as the engineer Ann Poe puts it in a letter.",
            &["direct|The plan for a toll was never a plan,|the engineer Ann Poe|puts"],
        ),
    ]);
}

#[test]
fn a_whole_sentence_in_marks_is_speech() {
    let text = "In the end - \"We have waited for years, and we can wait no longer!\" - the hall fell silent.";
    assert_eq!(quotations(text)[0].kind, Kind::Direct);
    let title =
        "In the end - \"We Have Waited for Years and Can Wait No Longer\" - the hall fell silent.";
    assert_eq!(quotations(title)[0].kind, Kind::Scare);
}

#[test]
fn a_speaker_ends_before_the_verb() {
    check(&[
        (
            "Quill ends the letter by saying that the old bridge is \"a danger to us all.\"",
            &["mixed|a danger to us all.|Quill|saying"],
        ),
        (
            "The letter mirrors the claim of the engineer Nora Quill that two of the piers are \"a danger to us all.\"",
            &["mixed|a danger to us all.|the engineer Nora Quill|claim"],
        ),
    ]);
}

#[test]
fn verbs_that_open_a_sentence_are_nobody() {
    check(&[
        (
            "See Nora Quill's call in May for a bridge \"twice as wide as the one that went down the river.\"",
            &["mixed|twice as wide as the one that went down the river.|Nora Quill|call"],
        ),
        (
            "Yes, I believe that he was \"sick of the old bridge\" by then.",
            &["mixed|sick of the old bridge|I|believe"],
        ),
    ]);
}

#[test]
fn adjectives_stand_before_nouns() {
    check(&[
        (
            "The board's powerful claims committee said the mayor was \"a danger to the town\" in May.",
            &["mixed|a danger to the town|The board's powerful claims committee|said"],
        ),
        (
            "Lee was known for the bridge, and for his famous demand in May: \"Nobody goes home before the water does!\"",
            &["direct|Nobody goes home before the water does!|his|demand"],
        ),
    ]);
}

#[test]
fn speakers_of_joined_clauses() {
    check(&[
        (
            "According to the Herald, \"The bridge was never safe.\"",
            &["direct|The bridge was never safe.|the Herald|According to"],
        ),
        (
            "Quill and his aides took on Poe, with one of their ads asking, \"Is Poe fit to serve on the board?\"",
            &["direct|Is Poe fit to serve on the board?|one of their ads|asking"],
        ),
        (
            "Poe had warned Lee, but Lee turned him down, saying he did not want to look \"weak\" at all.",
            &["mixed|weak|Lee|saying"],
        ),
        (
            "Quill, who has in the past described Poe as \"a danger to the town,\" left the board.",
            &["mixed|a danger to the town,|who|has in the past described"],
        ),
        (
            "Ann Lee of Dover, Norland says she thinks the bridge can stand if it keeps \"doing what it is doing.\"",
            &["mixed|doing what it is doing.|Ann Lee of Dover, Norland|says"],
        ),
        (
            "Quill is late. \"Are we late?\" Poe went on, as if he did not hear her. \"But you can wait for us all.\"",
            &["direct|Are we late? / But you can wait for us all.|Poe|went"],
        ),
        (
            "Lee spoke first. But the hall was so quiet that Quill was moved to say, \"I can hear the bridge.\"",
            &["direct|I can hear the bridge.|Quill|was moved to say"],
        ),
        (
            "\"We own it,\" Hill told a guest in May.\n\nThen, later that month on air: \"We have never owned the old bridge.\"",
            &[
                "direct|We own it,|Hill|told",
                "direct|We have never owned the old bridge.|-|-",
            ],
        ),
        (
            "Two years ago an engineer left the board, saying the bridge was \"rotten to the core\" then.",
            &["mixed|rotten to the core|an engineer|saying"],
        ),
        (
            "\"We are late and we know it,\" Quill said, according to the Herald. \"Nobody planned for it.\"",
            &["direct|We are late and we know it, / Nobody planned for it.|Quill|said"],
        ),
        (
            "Quill said he was \"sick of the bridge,\" according to a transcript.",
            &["mixed|sick of the bridge,|Quill|said"],
        ),
        (
            "Poe and Hill will meet, Quill said, adding, \"They need to have a talk.\"",
            &["direct|They need to have a talk.|Quill|adding"],
        ),
        (
            "President FranÃ§ois Quill condemned the \"attack on the old bridge\" at once.",
            &["mixed|attack on the old bridge|President FranÃ§ois Quill|condemned"],
        ),
        (
            "The ministry less than two weeks ago said that the \"old bridge\" would be shut.",
            &["mixed|old bridge|The ministry|said"],
        ),
    ]);
}

#[test]
fn what_describes_the_speaker_is_no_cue() {
    check(&[
        (
            "“We won,” said a beaming Lee.",
            &["direct|We won,|a beaming Lee|said"],
        ),
        (
            "“We had no part in it,” an aide who did not want to be named told the Gazette.",
            &["direct|We had no part in it,|an aide|told"],
        ),
        (
            "“We had no part in it,” a clerk who asked not to be named said on Monday.",
            &["direct|We had no part in it,|a clerk|said"],
        ),
        (
            "“We had no part in it,” said Lee, who told the board that it rained.",
            &["direct|We had no part in it,|Lee|said"],
        ),
    ]);
}
