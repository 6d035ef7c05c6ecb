//! Whom speakers are, mention by mention.

use super::{Asked, resolve};
use crate::language::Language;
use crate::marks;
use crate::span::Span;

/// The name of the speaker whose mention stands in `[brackets]`, the last one counts; the
/// mentions before it are asked for, too.
#[track_caller]
fn check(marked: &str, expected: Option<&str>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for piece in marked.split('[') {
        let (mention, rest) = piece.split_once(']').unwrap_or(("", piece));
        if !mention.is_empty() {
            mentions.push(Asked::of(Span::new(text.len(), text.len() + mention.len())));
        }
        text.push_str(mention);
        text.push_str(rest);
    }
    let quoted: Vec<Span> = marks::pair(&text).iter().map(|s| s.outer).collect();
    let sentences: Vec<Span> = crate::sentences(&text).map(|s| s.span()).collect();
    let found = resolve(
        &text,
        mentions.into_iter(),
        &quoted,
        &sentences,
        Language::english(),
    );
    let name = found.last().and_then(|speaker| speaker.name);
    assert_eq!(name.map(|name| name.as_str()), expected, "{marked}");
}

#[test]
fn surnames_lead_to_the_fullest_name() {
    for (text, name) in [
        ("[The Prime Minister, Ann Poe], said no.", "Ann Poe"),
        ("[Norland’s Supreme Leader, Bo Hill], said no.", "Bo Hill"),
        ("[Baker, the firm’s chief executive], said no.", "Baker"),
        ("Ann Poe left. “No,” [Poe] said.", "Ann Poe"),
        (
            "Bo O’Hara met Al O’Brien. “No,” [O’Hara] said.",
            "Bo O’Hara",
        ),
        (
            "Gov. Ann Q. Poe left. “No,” [Ms. Poe] said. Ann Poe sat.",
            "Ann Q. Poe",
        ),
        ("“No,” [Poe] said. Later Ann Poe left.", "Ann Poe"),
        ("Omar al-Tikri left. “No,” [Tikri] said.", "Omar al-Tikri"),
        (
            "Bill de Marco left. “No,” [De Marco] said.",
            "Bill de Marco",
        ),
        (
            "Juan “Chico” Lomas left. “No,” [Lomas] said.",
            "Juan “Chico” Lomas",
        ),
        (
            "Juan “Big Chico” Lomas left. “No,” [Lomas] said.",
            "Juan “Big Chico” Lomas",
        ),
        ("Ed Poe Jr. left. “No,” [Mr. Poe] said.", "Ed Poe Jr."),
        ("Peter List left. “No,” [List] said.", "Peter List"),
        ("Ann O’Dell left. “No,” [O'Dell] said.", "Ann O’Dell"),
        ("FranÃ§ois Poe left. “No,” [Poe] said.", "FranÃ§ois Poe"),
        (
            "FranA\u{303}§ois Poe left. “No,” [Poe] said.",
            "FranA\u{303}§ois Poe",
        ),
        ("Jose\u{301} Poe left. “No,” [Poe] said.", "Jose\u{301} Poe"),
        (
            "Ann Lopez-Vega left. “No,” [Lopez-Vega] said.",
            "Ann Lopez-Vega",
        ),
    ] {
        check(text, Some(name));
    }
}

#[test]
fn a_doubtful_speaker_that_opens_a_sentence_is_nobody() {
    let text = "Bo Hill left. Bid won applause. “No,” he said.";
    let sentences: Vec<Span> = crate::sentences(text).map(|s| s.span()).collect();
    let at = |word: &str| {
        let start = text.find(word).expect("the word is there");
        Span::new(start, start + word.len())
    };
    for (doubtful, name) in [(true, "Bo Hill"), (false, "Bid")] {
        let mention = at("Bid");
        let asked = [Asked { mention, doubtful }, Asked::of(at("he"))];
        let found = resolve(
            text,
            asked.into_iter(),
            &[at("“No,”")],
            &sentences,
            Language::english(),
        );
        assert_eq!(found[1].name.map(|name| name.as_str()), Some(name));
    }
}

#[test]
fn a_title_tells_husband_from_wife() {
    let couple = "Bob Poe and Ann Poe came. ";
    check(&format!("{couple}“No,” [Mrs. Poe] said."), Some("Ann Poe"));
    check(&format!("{couple}“No,” [Mr. Poe] said."), Some("Bob Poe"));
}

#[test]
fn pronouns_go_by_gender_and_by_who_speaks() {
    let pair = "Bob Hill met Ann Poe. ";
    check(&format!("{pair}“No,” [she] said."), Some("Ann Poe"));
    check(&format!("{pair}“No,” [he] said."), Some("Bob Hill"));
    check(
        "Bob Hill met Ed Poe. “No,” [Poe] said. “Never,” [he] added.",
        Some("Ed Poe"),
    );
    check("The rain fell. “No,” [he] said.", None);
    let couple = "Bob Hill left. Hill’s wife, Lowena, wrote to the board. ";
    check(&format!("{couple}“No,” [she] said."), Some("Lowena"));
    check(
        "“Ed Poe lied,” said Bob Hill. “Yes,” [he] added.",
        Some("Bob Hill"),
    );
}

#[test]
fn what_hangs_on_a_name_is_not_the_name() {
    for text in [
        "Ann Poe left. “No,” [the Poe campaign] said.",
        "Ann Poe left. “No,” [Poe’s aides] said.",
        "Ann Poe left. “No,” [a spokesman for Ann Poe] said.",
        "Ann Poe left. “No,” [a Poe spokeswoman] said.",
        "“No,” [Ann Poe and Bo Hill] said.",
        "“No,” [neither Ann Poe nor Bo Hill] said.",
        "“No,” [Ann Poe, Bo Hill, and Ed Lund] said.",
        "“No,” [Ann Poe and her colleagues] said.",
        "“No,” said Ann Poe, the mayor. “No,” [the mayor and Senator Bo Hill] said.",
        "Ann Poe left. “No,” [they] said.",
        "Ann Poe left. “No,” [Poe’s boss] said.",
        "Ann Poe left. “No,” [Ms Poe’s boss, the prime minister,] said.",
        "“No,” said Ann Poe, the minister. “No,” [Poe’s boss, the prime minister,] said.",
        "“No,” said Ann Poe, the minister. “No,” [the Irishwoman] said.",
    ] {
        check(text, None);
    }
    check(
        "“No,” [her campaign manager, Bo Hill,] said.",
        Some("Bo Hill"),
    );
    check("“No,” said [Bo Hill, an aide to Ann Poe].", Some("Bo Hill"));
    check(
        "[The co-leader of the Reds, Ann Poe,] said.",
        Some("Ann Poe"),
    );
    check("[The mother-of-six, Ann Poe,] said.", Some("Ann Poe"));
    check("Bo Hill left. [Hill himself] said no.", Some("Bo Hill"));
    check("“No,” said [analyst Xu Li].", Some("Xu Li"));
    check("[The singer and actor Bo Hill] said no.", Some("Bo Hill"));
    check("“No,” said [secretary of state Ann Poe].", Some("Ann Poe"));
    check(
        "“No,” said [the ambassador to China Ann Poe].",
        Some("Ann Poe"),
    );
    check("“No,” said [the mother of Ann Poe].", None);
    check(
        "“No,” [former Housing and Urban Affairs Secretary Ann Poe] said.",
        Some("Ann Poe"),
    );
    check("“No,” said [Secretary of Labour Ann Poe].", Some("Ann Poe"));
    check(
        "“No,” [the State Department] said.",
        Some("State Department"),
    );
}

#[test]
fn roles_go_to_who_is_called_so() {
    let text = "Ohio Gov. Ann Poe met Sen. Bo Hill. They spoke for hours. ";
    check(
        &format!("{text}“No,” [the governor] said."),
        Some("Ann Poe"),
    );
    check(&format!("{text}“No,” [the senator] said."), Some("Bo Hill"));
    check(&format!("{text}“No,” [the plumber] said."), None);
    let text = "Sen. Bo Hill of Ohio met Sen. Al Poe of New Jersey. They spoke for hours. ";
    let senator = |of: &str| format!("{text}“No,” [the {of} senator] said.");
    check(&senator("Ohio"), Some("Bo Hill"));
    check(&senator("New Jersey"), Some("Al Poe"));
    let text = "Ann Poe left.\nBo Hill (@bohill) July 15\n";
    check(&format!("{text}“No,” [she] said."), Some("Ann Poe"));
    check(&format!("{text}“No,” [a governor] said."), None);
}

#[test]
fn an_age_goes_to_who_is_that_old() {
    let text = "Ann Poe, 35, met Bo Hill, a 41-year-old from Dover. They spoke for hours. ";
    let age = |years: u8| format!("{text}“No,” [the {years}-year-old] said.");
    check(&age(35), Some("Ann Poe"));
    check(&age(41), Some("Bo Hill"));
    check(&age(52), None);
    check(
        "Ann Poe left. “No,” [the 35-year-old] said.",
        Some("Ann Poe"),
    );
}

#[test]
fn initials_tell_father_from_son() {
    let text = "Ed W. Poe and his father, Ed H.W. Poe, came. ";
    check(&format!("{text}“No,” [Ed W. Poe] said."), Some("Ed W. Poe"));
    check(
        &format!("{text}“No,” [Ed H.W. Poe] said."),
        Some("Ed H.W. Poe"),
    );
}

#[test]
fn an_initial_may_have_an_accent() {
    for name in ["Łukasz Ż. Nowal", "Björk Á. Poe", "Zoran Ó.P. Poe"] {
        check(&format!("“No,” said [{name}]."), Some(name));
    }
    check("They met in Lué. [Poe] said no.", Some("Poe"));
}

#[test]
fn the_first_of_two_family_names_is_enough() {
    for (name, short) in [
        ("Ana Lucía Paredal Quirosa", "Paredal"),
        ("Inés Valdal de la Torga", "Valdal"),
        ("Pedro Sáenal Villor", "Sáenal"),
    ] {
        check(&format!("{name} left. “No,” [{short}] said."), Some(name));
    }
    // it may be either, or somebody else
    let text = "Ana Vegal Lund met Bo Vegal Hult. ";
    check(&format!("{text}“No,” [Vegal] said."), Some("Vegal"));
    check(
        "Ana Vegal Lund met Bo Vegal. “No,” [Vegal] said.",
        Some("Bo Vegal"),
    );
    check("Ann Mary Poe left. “No,” [Mary] said.", Some("Mary"));
}

#[test]
fn a_title_tells_brother_from_sister_where_the_family_name_comes_first() {
    let text = "Zang Tok-min and his sister, Zang Mei-ling, came. ";
    check(
        &format!("{text}“No,” [Ms. Zang] said."),
        Some("Zang Mei-ling"),
    );
    check(
        &format!("{text}“No,” [Mr. Zang] said."),
        Some("Zang Tok-min"),
    );
}

#[test]
fn who_is_set_off_from_a_role_bears_it() {
    for (text, role) in [
        ("The mayor of Oster North, Chief Zorka Poe, spoke.", "mayor"),
        ("The spokesman, Bo Poe, was brief.", "spokesman"),
        ("The owner of the Oster Post, Zorka Poe, left.", "owner"),
        ("Captain Zorka Poe left.", "captain"),
    ] {
        let name = if text.contains("Bo") {
            "Bo Poe"
        } else {
            "Zorka Poe"
        };
        let text = format!("{text} They spoke for hours. “No,” [the {role}] said.");
        check(&text, Some(name));
    }
    let text = "Praising the mayor, Ann Poe left. They spoke for hours. ";
    check(&format!("{text}“No,” [the mayor] said."), None);
    let text = "The owner of a rival of the judge, Ann Poe, left. They spoke for hours. ";
    check(&format!("{text}“No,” [the judge] said."), None);
}

#[test]
fn a_subject_behind_an_opening_phrase_is_no_apposition() {
    for opening in ["Sentencing Bo Hill", "In a letter to Bo Hill"] {
        let text = format!("{opening}, the judge said no. ");
        check(&text.replace("the judge", "[the judge]"), None);
        check(&format!("{text}Later [the judge] said no."), None);
        check(&format!("{text}Later [he] said no."), Some("Bo Hill"));
    }
    for apposition in ["the judge", "the judge in Oster", "the judge who left"] {
        let text = format!("Bo Hill, {apposition}, said no. It rained. Later [the judge] left.");
        check(&text, Some("Bo Hill"));
    }
}

#[test]
fn kin_are_those_who_are_called_so() {
    let text = "Ann Poe and her husband, Bo Hill, came. They spoke for hours. ";
    check(&format!("{text}“No,” [her husband] said."), Some("Bo Hill"));
    check(&format!("{text}“No,” [her brother] said."), None);
    let text = "Bo Hill’s son, Al Hill, came. They spoke for hours. ";
    check(&format!("{text}“No,” [his son] said."), Some("Al Hill"));
}

#[test]
fn a_subject_without_a_name_comes_to_mind() {
    for subject in ["Her mother has", "A neighbour has", "A frail woman has"] {
        check(
            &format!("Ann Poe left. {subject} watched. “No,” [she] said."),
            None,
        );
    }
    for subject in [
        "A former nurse, she has",
        "Her book has",
        "Her books had a reader and have",
    ] {
        check(
            &format!("Ann Poe left. {subject} won. “No,” [she] said."),
            Some("Ann Poe"),
        );
    }
    let text = "Ann Poe left. Her coach, Mary Hill, wept. “No,” [she] said.";
    check(text, Some("Mary Hill"));
}

#[test]
fn a_relative_pronoun_means_who_stands_before_it() {
    check(
        "Ann Poe left. Bo Hill sat. “No,” said [Poe, who had met Hill]. “No,” said Poe, [who] had met Hill.",
        Some("Ann Poe"),
    );
}

#[test]
fn a_junior_is_not_his_father() {
    let text = "Ed Poe and Ed Poe Jr. came. ";
    check(&format!("{text}“No,” [Poe Jr.] said."), Some("Ed Poe Jr."));
    check(&format!("{text}“No,” [Poe] said."), Some("Ed Poe"));
    let text = "Ed Poe Jr. and Ed Poe Sr. came. ";
    check(&format!("{text}“No,” [Poe Jr.] said."), Some("Ed Poe Jr."));
    check(&format!("{text}“No,” [Poe Sr.] said."), Some("Ed Poe Sr."));
}

#[test]
fn headlines_make_no_names() {
    let headline = "Senator Endorsed Poe, Then Regretted Everything\n";
    check(
        &format!("{headline}Ann Poe came. “No,” [Poe] said."),
        Some("Ann Poe"),
    );
    check("Lund Signs Budget Again\n“No,” [Lund] said.", Some("Lund"));
    for word in ["Police", "Retailers", "Floridians"] {
        check(&format!("[{word}] said no."), None);
    }
    check("[Rogers] said no. Ann Rogers left.", Some("Ann Rogers"));
    check("Dean Opens Oster Bridge\n“No,” [Dean] said.", Some("Dean"));
}

#[test]
fn what_is_no_person_has_its_own_name() {
    for (mention, name) in [
        ("the Department of Transport", "Department of Transport"),
        (
            "the Department of Health and Human Services",
            "Department of Health and Human Services",
        ),
        (
            "the Oster Society for the Protection of Birds",
            "Oster Society for the Protection of Birds",
        ),
        ("the Oster High Court", "Oster High Court"),
        (
            "the Oster Panel on Climate Change",
            "Oster Panel on Climate Change",
        ),
        (
            "the Department of Health and Social Care",
            "Department of Health and Social Care",
        ),
        ("the WHO", "WHO"),
        ("the Food and Toy Agency", "Food and Toy Agency"),
        ("the Boston Comets", "Boston Comets"),
        ("the New Orleans Comets", "New Orleans Comets"),
        ("UNIMARK", "UNIMARK"),
        ("the FDA", "FDA"),
        ("the N.L.A.", "N.L.A."),
        ("Boeing Wingline", "Boeing Wingline"),
        ("Houses for People", "Houses for People"),
        ("the Archdiocese of Oster", "Archdiocese of Oster"),
        ("the San Diego Post-Gazette", "San Diego Post-Gazette"),
        ("the United States", "United States"),
        ("Norland’s defence ministry", "Norland’s defence ministry"),
    ] {
        check(
            &format!("Ann Poe left. “No,” [{mention}] said."),
            Some(name),
        );
    }
    for mention in [
        "North Carolina",
        "the WHO and human rights organisations",
        "a Department of Health and Social Care spokesman",
        "the Department of Health’s lawyers",
        "Puerto Rico",
        "Asian-Americans",
        "an Ohio Republican",
    ] {
        check(&format!("Ann Poe left. “No,” [{mention}] said."), None);
    }
    check(
        "“No,” [Department of Labor spokesman Bo Hill] said.",
        Some("Bo Hill"),
    );
    check("[The firm, Norvik Inc.], said no.", Some("Norvik Inc"));
    check("[Several firms, among them Norvik Inc.], said no.", None);
    check(
        "[A Bank of Oster spokesman, Bo Hill], said no.",
        Some("Bo Hill"),
    );
}

#[test]
fn an_office_that_many_towns_have_is_nobody_s_who_is_not_called_so() {
    check("Ann Poe was fined on Monday. [The mayor] was glad.", None);
    check(
        "Mayor Ann Poe met Bo Lee. [The mayor] was glad.",
        Some("Ann Poe"),
    );
}

#[test]
fn a_surname_that_bodies_have_too_is_told_by_its_title() {
    for name in ["Mrs Hall", "Dr Hall", "Sen. Hall"] {
        let text = format!("{name} left. [She] was late.");
        check(&text, Some("Hall"));
    }
    check("Town Hall was shut. [She] was late.", None);
}

#[test]
fn his_that_opens_a_sentence_is_its_subject() {
    check(
        "Don Hill raised taxes. In [his] call for a tax, Mayor Felix Cho was loud.",
        Some("Felix Cho"),
    );
    check(
        "Don Hill raised taxes. In [his] call for a tax, he was loud and met Felix Cho.",
        Some("Don Hill"),
    );
    check(
        "Don Hill raised taxes. In [his] call for a tax, Ms. Ann Poe is named.",
        Some("Don Hill"),
    );
}

#[test]
fn whom_somebody_speaks_to_tells_no_gender() {
    check(
        "Ann Poe left. [Judge Zorka Hill] told him to go. [She] said no.",
        Some("Zorka Hill"),
    );
    check(
        "Bo Poe left. [Judge Zorka Hill] told her to go. [He] said no.",
        Some("Zorka Hill"),
    );
    check(
        "Bo Poe left. [Judge Zorka Hill] lost her job. [He] said no.",
        Some("Bo Poe"),
    );
}

#[test]
fn who_holds_an_office() {
    for mention in [
        "Secretary of State Zorka Poe",
        "US Secretary of State Zorka Poe",
        "Leader of the Opposition Zorka Poe",
        "Minister for Health Zorka Poe",
        "Shadow Secretary of State for Health Zorka Poe",
        "Director of Public Prosecutions Zorka Poe",
        "Deputy Secretary of Health and Human Services Zorka Poe",
    ] {
        check(&format!("[{mention}] said no."), Some("Zorka Poe"));
    }
    check("[Leader of the Opposition K. Poe] said no.", Some("K. Poe"));
    check("[The captain of the Northern Star] said no.", None);
    check("[Mother of the late Zorka Poe] said no.", None);
    check("[Director of the late Zorka Poe] said no.", None);
}

#[test]
fn given_names_of_two_parts() {
    for (text, name) in [
        ("[Ma Zok-in, the president], said no.", "Ma Zok-in"),
        ("Ma Zok-in left. “No,” [Ma] said.", "Ma Zok-in"),
        ("[Edmund Zeung Chi-wo] left.", "Edmund Zeung Chi-wo"),
        (
            "Edmund Zeung Chi-wo left. “No,” [Zeung] said.",
            "Edmund Zeung Chi-wo",
        ),
        (
            "[Secretary for Trade Zang Wing-hok] said no.",
            "Zang Wing-hok",
        ),
        ("[The Oster-born Ann Poe] said no.", "Ann Poe"),
        ("[Twenty-year-old Ann Poe] said no.", "Ann Poe"),
    ] {
        check(text, Some(name));
    }
}

#[test]
fn what_the_noun_before_calls_a_body_is_nobody() {
    for text in [
        "The firm, Velm Tavern, said no. “Never,” [she] said.",
        "The power company Velm Tavern said no. “Never,” [she] said.",
    ] {
        check(text, None);
    }
    check("[The firm, Velm Tavern], said no.", Some("Velm Tavern"));
    check(
        "In one post, Zorka Mira said no. “No,” [she] said.",
        Some("Zorka Mira"),
    );
}

#[test]
fn one_of_a_group_is_somebody() {
    check(
        "[One of his advisers, Zorka Mira], said no.",
        Some("Zorka Mira"),
    );
    check(
        "Ann Poe left. [One of them, a nurse], said no. “No,” [she] said.",
        None,
    );
}

#[test]
fn a_head_is_somebody() {
    for mention in [
        "The head of the charity, Zorka Mira",
        "Lund’s head of health, Zorka Mira",
        "Head of policy Zorka Mira",
    ] {
        check(&format!("[{mention}], said no."), Some("Zorka Mira"));
    }
}

#[test]
fn members_give_a_body_its_name() {
    for (mention, name) in [
        (
            "The Oster Officers’ Association",
            "Oster Officers’ Association",
        ),
        ("The Teachers' Union", "Teachers' Union"),
    ] {
        check(&format!("[{mention}] said no."), Some(name));
    }
}

#[test]
fn a_body_named_in_full_has_a_short_name() {
    let text = "The Oster Post and the Norwood Times asked the White House and the Lund Court.";
    for (short, name) in [
        ("the Post", "Oster Post"),
        ("The Court", "Lund Court"),
        ("the House", "House"),
        ("the High Court", "High Court"),
        ("the Times", "Norwood Times"),
    ] {
        check(&format!("{text} “No,” [{short}] said."), Some(name));
    }
}

#[test]
fn a_body_is_called_by_the_first_word_of_its_name() {
    for (text, name) in [
        (
            "Norvik Airways fell. “No,” [Norvik] said.",
            "Norvik Airways",
        ),
        (
            "The Norvik Motor Company fell. “No,” [Norvik] said.",
            "Norvik Motor Company",
        ),
        // somebody bears that name
        (
            "Norvik Bank fell. Ann Norvik left. “No,” [Norvik] said.",
            "Ann Norvik",
        ),
        (
            "Norvik Bank fell. “No,” [Norvik] said. Ann Norvik left.",
            "Ann Norvik",
        ),
        ("Norvik Bank fell. “No,” [Mr. Norvik] said.", "Norvik"),
        (
            "The Norvik Administration fell. “No,” [Norvik] said.",
            "Norvik",
        ),
    ] {
        check(text, Some(name));
    }
    check(
        "Ann Poe left Norvik Insurance. It was time, [she] said.",
        Some("Ann Poe"),
    );
}

#[test]
fn an_opening_adverbial_is_nobody() {
    for opening in ["In May", "In September", "On Monday", "At Lund", "By March"] {
        let text = format!("{opening}, a woman sued. “No,” [she] said.");
        check(&text, None);
    }
}

#[test]
fn what_opens_a_sentence_is_no_given_name() {
    for opening in [
        "Considering Poe’s words",
        "Backing Poe",
        "They left the U.S. Considering Poe",
    ] {
        check(
            &format!("{opening}, it won. “No,” [Poe] said."),
            Some("Poe"),
        );
    }
    check("[They]’re saying no.", None);
    for word in ["Money", "Changing", "Hundreds", "The Prime Minister"] {
        check(&format!("It takes money. [{word}] says no."), None);
    }
    check("Lund left. [Lund] says no.", Some("Lund"));
}

#[test]
fn a_place_is_nobody_and_a_firm_keeps_its_s() {
    for (text, name) in [
        ("From Port Tavik, [the president] said no.", None),
        ("Voters met in Port Tavik. [The minister] said no.", None),
        (
            "In Port Tavik, Bo Poe spoke. [The president] said no.",
            Some("Bo Poe"),
        ),
        (
            "Tavik Poe left. In Tavik Poe, [the president] said, Norland has a friend.",
            Some("Tavik Poe"),
        ),
        ("[Norvik's] said no.", Some("Norvik's")),
    ] {
        check(text, name);
    }
}

#[test]
fn hostile_text_is_read_in_bounds() {
    for piece in [
        "Ann Poe ", "Mr. ", "A-", "de la ", "Ä ", "O’", "A & ", "(A) ",
    ] {
        let text = piece.repeat(20_000);
        let end = crate::span::floor(&text, text.len() - 3);
        let mention = Span::new(crate::span::floor(&text, end - 9), end);
        let found = resolve(
            &text,
            [Asked::of(mention)].into_iter(),
            &[],
            &[],
            Language::english(),
        );
        assert_eq!(found.len(), 1, "{piece}");
    }
}

#[test]
fn a_title_in_marks_is_nobody() {
    for (text, name) in [
        ("[“Sixty Seconds”] said no.", None),
        ("[The film “Ann Poe”] says no.", None),
        ("[His book \'\'The Long Tide\'\'] says no.", None),
        (
            "[Ann Poe, the author of “The Long Tide,”] said no.",
            Some("Ann Poe"),
        ),
        ("[Ann Poe] said no.", Some("Ann Poe")),
        // a mark that closes without a space behind it
        ("“No,” he said. “No.”[Ann Poe] left.", Some("Ann Poe")),
    ] {
        check(text, name);
    }
}
