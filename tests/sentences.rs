//! Where sentences end, class by class, both sides of each. `¦` marks an end within the text; a
//! case without it is one sentence.

use copydesk::{LineBreaks, Normalizer};

/// Splits each case with `¦` taken out and compares what comes back.
#[track_caller]
fn check(cases: &[&str]) {
    check_with(&Normalizer::default(), cases);
}

#[track_caller]
fn check_with(normalizer: &Normalizer, cases: &[&str]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let text = case.replace(['¦'], "");
            let found: Vec<&str> = normalizer.sentences(&text).map(|s| s.as_str()).collect();
            let wanted: Vec<&str> = case.split('¦').map(|s| s.trim_matches(blank)).collect();
            (found != wanted).then(|| format!("wanted {wanted:?}\n found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}'
}

#[test]
fn several_sentences_in_one_quotation() {
    check(&[
        "\"We sail at noon. ¦We need the tide,\" she said.",
        "“We sail at noon. ¦We need the tide.” ¦The crew cheered.",
        "'We sail at noon. ¦We need the tide,' she said.",
        "‘We sail at noon.’ ¦The crew cheered.",
        "\"We sail at noon,\" she said. ¦\"We need the tide.\"",
    ]);
}

#[test]
fn a_question_and_who_asks_it() {
    check(&[
        "\"Where is the ferry?\" Lund asked.",
        "\"Where is the ferry?\" the mayor of Oster asked.",
        "“What a night!” Ada Lund said.",
        "\"Where is the ferry?\" he went on.",
        "\"Where is the ferry?\" ¦The quay stayed empty.",
        "\"Where is the ferry?\" ¦\"Gone.\"",
        "\"Where is it?\" I asked.",
        "“Where is it?” Mrs Lund asked.",
        "“Where is it?” Mr. Lund asked.",
        "“Where is it?” ¦Mr. Lund was not there.",
        "“Is it safe?” Lund, 40, said.",
        "“Is it safe?” Ada Lund, who runs the mill, said.",
        "“Is it safe?” Ada Lund writes.",
        "“Look!” Ada Lund captioned it.",
        "“Is it safe?” ¦Lund, 40, runs the mill.",
        "“Is it safe?” ¦Lund shut the door, and nobody said a word.",
        "“Is it safe?” Oster's mayor, Ada Lund, asked.",
        "“Is it safe?” Ada Lund, a nurse from Oster, Maine, told me.",
        "“Oh no!” ¦Lund, a nurse, called an ambulance.",
        "“Ready?” ¦Oster, second in the table, added a third goal.",
        "“Will it hold?” ¦Oster, a town of 900, has no wall, said the mayor.",
        "Who pays? the mayor asked.",
        "Would it hold? they wondered. ¦It did.",
        "Who pays? asked the mayor of Oster.",
        "Is it safe? they would ask, in one way or another.",
        "who pays? ¦ask your friends to help",
        "who pays? ¦the mayor has no idea.",
        "“Resign!” Riis and Lund chanted.",
    ]);
}

#[test]
fn titles() {
    check(&[
        "U.S. Sens. Ada Lund and Bo Riis came.",
        "The Rev. Ada Lund met Capt. Bo Riis and Sgt. Ib Holm.",
        "Rain fell on the ground. ¦Mr. Ruiz left.",
        "Gen. Ada Lund, ret., met Lt. Col. Bo Riis.",
        "He works as a sales rep. ¦The firm is small.",
        "It rained, Const. Ada Lund wrote.",
        "It rained, Coun. Ada Lund and Ald. Bo Riis wrote.",
        "Maj. Gen. (retd.) Ada Lund and Dr. (Mrs.) Riis came.",
        "He is a general (retd.). ¦She is not.",
        "Lund won (U.S.) ¦Riis lost.",
        "The Oster (N.Y.) Times told it.",
        "He met Amb. Ada Lund, Dep. Mayor Bo Riis and Sec. Holm.",
        "She was fined by the SEC. ¦Lund said so.",
        "Lt. Gen. (ret.) Ada Lund said no.",
        "The addl. secy. said the govt. would appeal.",
        "She blamed the govt. ¦Riis did not.",
    ]);
}

#[test]
fn countries_and_initials() {
    check(&[
        "He flew to the southwest U.S. ¦Rosa will bring rain.",
        "He met the U.S. Secretary of Trade.",
        "She left the U.K. ¦The court agreed.",
        "A book by C.E. Friedel and J. R. Holm was sold.",
        "Ada E\u{301}. Lund won a prize for Rene\u{301}e E\u{301}. Riis.",
        "Ada B. Lund won.",
        "Judge N. Ada Lund met Bo N. Riis.",
        "He lives in the U.S. ¦Looking back, he is glad.",
        "He lives in the U.S. ¦Considering Lund’s words, he is glad.",
        "It is run by the U.S. Housing Department.",
        "Her pupils got a grade A. ¦The school was proud.",
        "They chose him and I. ¦We left.",
        "Sen. J.D. Lund said the plan was wrong.",
        "He beat M.S. Holm by two runs.",
        "The minister P.C. Riis met B.S. Lund.",
        "She saw Ada Lund, M.D. ¦Riis was ill.",
        "She has a B.S. ¦The school is good.",
        "In the U.S. I was happy.",
        "The L.A. Harbours won.",
        "He joined the F.B.I. ¦“It was my dream,” he said.",
        "She married Bo Riis Jr. ¦\"He is a good man,\" she said.",
        "The house is on Mill St. ¦‘It’s quiet here,’ she said.",
        "It is for J. “Bo” Lund and the U.S. “Most Wanted” list.",
        "The E.U. Commission approved it.",
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        "It starts at 7 p.m. ET on Friday.",
        "It closed at 10 a.m. (0200 GMT) on Monday.",
        "It starts at 7 p.m. London time.",
        "It starts at 7 p.m. ¦The doors open at six.",
        "At 5 a.m. Ms. Lund went out.",
        "She went out at 5 a.m. ¦Ms. Lund was tired.",
        "At 6 a.m. I got up and left the house.",
        "She came at 6 a.m. ¦I got up.",
    ]);
}

#[test]
fn datelines_states_and_dates() {
    check(&[
        "PORT LUND, Calif. (AP) — A ferry sank.",
        "OSTER (AP) - A ferry sank.",
        "She moved to Port Lund, Calif. ¦The house was old.",
        "It sank on Aug. 5 near Oster.",
        "It sank in Sept. ¦The crew was saved.",
        "The ferry left Port Lund, Mass., on Friday.",
    ]);
}

#[test]
fn units() {
    check(&[
        "Gusts reached 90km/h. ¦Police closed the bridge.",
        "The ferry does 40 km/h. ¦It is old.",
        "He paid £4.5m. ¦Police found $2m of it.",
        "It closed 40 pts. lower after 6 mos. in all.",
        "It ran from 5p.m. to 11p.m. on Friday.",
    ]);
}

#[test]
fn companies() {
    check(&[
        "It bought Norvik Corp. ¦Tessin said the price was fair.",
        "It bought Lund Inc.'s mills.",
        "It bought Holm & Sons Ltd. for a crown.",
        "Lund Motor Co. Chairman Bo Riis left.",
        "Lund Co. Ltd. was sold.",
        "It bought Fratelli Riva S.p.A. and Cie. Florale de Lyon.",
        "Holm Bros. Pictures made it.",
        "It was made by Holm Bros. ¦The film is long.",
        "It bought Lund Holding N.V. ¦Tessin said so.",
    ]);
}

#[test]
fn geography_and_currency() {
    check(&[
        "They drove from Ft. Lund to Mt. Holm and St. Oster.",
        "It costs Rs. 100 a head.",
        "He lives in Mill St. ¦The house is old.",
        "She lives near St. Oster's Church.",
    ]);
}

#[test]
fn brands_and_low_starts() {
    check(&[
        "Yahoo! shares fell.",
        "He works for Yahoo! News in Oster.",
        "He called Yahoo! ¦The line was dead.",
        "The shop opened. ¦iPhone sales rose.",
        "The town fell. ¦al-Nour's men fled.",
    ]);
}

#[test]
fn marks_inside_a_clause() {
    check(&[
        "She has sailed for half her life! – and never sank.",
        "The ferry (really?) and the tug sank.",
        "He teaches (He once sailed for five years.) at the school.",
        "It sank (in a storm). ¦The crew swam.",
    ]);
}

#[test]
fn adverbials_and_initials() {
    check(&[
        "At 6 a.m. I got up.",
        "After lunch we met at 6 p.m. ¦I was late.",
        "In June he went to the U.S. ¦I stayed.",
        "Lin earned a J.D. ¦Lund followed.",
        "Lin met J.D. Lund there.",
        "His running mate, J.D. Lund, spoke.",
        "The show is in L.A. ¦Tickets are $20.",
    ]);
}

#[test]
fn ellipses() {
    check(&[
        "It was late... and cold.",
        "It was late… ¦The ferry sank.",
        "It was late . . . . ¦The ferry sank.",
        "I thought... I would swim.",
        "Be patient...¦The tide will turn.",
        "“The mayor [...] agreed,” she said.",
        "“The … Lund team has done it,” she said.",
        "And the winner is... Ada Lund.",
        "That is how it is... ¦The tide will turn.",
    ]);
}

#[test]
fn missing_spaces() {
    check(&[
        "The storm ended.¦The crew swam.",
        "See example.com or v1.2 of Node.js for it.",
        "Write to Ada.Lund@example.org today.",
        "They left the U.S.A for good.",
        "He said “no”.¦She left.",
        "He said so (twice).¦She left.",
        "The vote was 5-2.¦The plan passed.",
        "It rose to 12%.¦The bank smiled.",
        "It rose to 12.¦The bank smiled.",
        "1.The clerk spoke.",
        "Article 5.The rule ended.",
        "“No.”¦She left.",
        "The storm ended.¦A captain swam.",
        "They left the U.S.¦The crew stayed.",
        "Oster won 3-1.¦Lund wept.",
        "It sank in 1989.¦Mayor Lund wept.",
        "It sank off Oster, said the F.B.I. and W.Va. police.",
        "\"We lost,\" he said.¦\"We will swim,\" she said.",
        "\"We lost. ¦We will swim.\"¦She left.",
        "He said it was over.¦\"We will swim,\" she said.",
    ]);
}

#[test]
fn enumerations() {
    check(&[
        "She made five points: 1. Ships sink.",
        "1) Bread ¦2) Milk ¦3) Salt",
        "• 9. Bread ¦• 10. Milk",
        "It is No. 5 of Nos. 1 and 2, see p. 12.",
        "Did he say no. ¦The mayor did.",
        "Holm et al. say so, e.g. Lund vs. Riis.",
        "Holm def. Riis 6-4.",
        "He said no. ¦10 others said yes.",
        "It is the question no. 2 on the list.",
    ]);
}

#[test]
fn unusual_first_characters() {
    check(&[
        "The race was over. ¦18 boats sank.",
        "The race was over. ¦(The mayor won.)",
        "The race was over. ¦@lund won.",
        "The race was over. ¦• Lund won.",
        "The price rose to $5. ¦$3 was too little.",
        "What a night! 🏆 ¦Thanks to all.",
        "**The race was over.** ¦Lund won.",
        "The race was over.* ¦Lund won.",
    ]);
}

#[test]
fn lines() {
    check(
        &[
            "Ferry sinks in storm ¦\nThe crew swam.",
            "By Ada Lund ¦\r\n¦Oster",
        ]
        .map(|case| case.replace("¦Oster", "Oster"))
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>(),
    );
    check(&[
        "As told by\u{a0}The Oster Times\n, the ferry sank. ¦It was old.",
        "The ferry sank near Oster\n. ¦It was old.",
        "The ferry came from Co. Down. ¦It was old.",
        "She was born in Co. Oster, he said. ¦It was bought by Lund & Co. ¦Nobody knew.",
        "The ferry sank. ¦\n.NET is gone.",
    ]);
    let wrapped = "The ferry left the harbour of Oster at noon and met the storm an hour\n\
                   later, when the captain—Lund—had already turned back. Nobody was hurt, and\n\
                   the crew was taken to a hotel in town. The owner said that he would not\n\
                   speak about it.\n\nThe mayor was sorry.";
    let found: Vec<&str> = copydesk::sentences(wrapped).map(|s| s.as_str()).collect();
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found[1].starts_with("Nobody") && found[1].contains('\n'));
    let lines = "Ferry sinks off Oster\nThe captain had turned back, he said.\nNobody was hurt";
    assert_eq!(copydesk::sentences(lines).count(), 3);
}

#[test]
fn foreign_terminators_and_white_space() {
    check(&[
        "He said yes。¦She said no。",
        "هل غرقت؟ ¦The crew swam.",
        "The storm ended.\u{a0}¦The crew swam.",
        "The storm ended.\u{200b} ¦The crew swam.",
        "Le cafe\u{301}. ¦Then tea.",
    ]);
}

#[test]
fn a_headline_without_its_line_break() {
    let story = "The ferry left the harbour of Oster at noon. ".repeat(20);
    let first = |text: String| copydesk::sentences(&text).next().unwrap().as_str().len();
    let head = "Storm sinks ferry off the coast of Oster";
    assert_eq!(
        first(format!("{head} A captain has been saved. {story}")),
        head.len()
    );
    assert_eq!(
        first(format!("{head} OSTER (AP) — Men swam. {story}")),
        head.len()
    );
    // a name that begins with such a word, and a first paragraph, are no headline
    let name = "Storm sinks ferry and The Oster Times tells why.";
    assert_eq!(first(format!("{name} {story}")), name.len());
    let paragraph = format!("{head} A captain has been saved.");
    assert_eq!(first(paragraph.clone()), paragraph.len());
}

#[test]
fn labels_and_ruled_lines() {
    check(&[
        "Figure 1.5 ¦The harbour of Oster.",
        "Figure 1.5 shows the harbour.",
        "***** ¦The harbour of Oster.",
        "The rent is paid. 8 ¦Yet some owe it.",
        "It is paid.[8] ¦Some owe it.",
        "We need a — ¦Do you have one?",
        "The mayor — The Lion — left.",
    ]);
}

#[test]
fn own_abbreviations() {
    let normalizer = Normalizer::builder()
        .abbreviations(["Distr.", "fabrik"])
        .build()
        .unwrap();
    check_with(
        &normalizer,
        &[
            "It fell on Distr. Seven. ¦It stopped.",
            "It fell on the fabrik. Seven saw it.",
        ],
    );
    check(&["It fell on Distri. ¦Seven saw it."]);
    for (words, reason) in [([""], "needed"), (["a b"], "letters")] {
        let error = Normalizer::builder().abbreviations(words).build();
        let message = error.unwrap_err().to_string();
        assert!(message.starts_with("abbreviations, entry 1") && message.contains(reason));
    }
}

#[test]
fn quotations_stay_whole_on_request() {
    let whole = Normalizer::builder()
        .split_quotations(false)
        .build()
        .unwrap();
    check_with(
        &whole,
        &[
            "“We sail. We need the tide,” she said. ¦It rained.",
            "It rained. ¦“We sail. We need the tide.” ¦The crew cheered.",
        ],
    );
}

#[test]
fn line_breaks_by_choice() {
    let text = "One line of it\ngoes on\n\nand ends";
    for (breaks, count) in [(LineBreaks::EndSentence, 3), (LineBreaks::BlankLine, 2)] {
        let normalizer = Normalizer::builder().line_breaks(breaks).build().unwrap();
        assert_eq!(normalizer.sentences(text).count(), count, "{breaks:?}");
    }
}
