//! The story against what stands around it: ends that only look like promotions, texts that are
//! nothing but boilerplate, and cleaning what is clean.

use copydesk::{Category, Error, Normalizer, Place};

/// Two paragraphs to put in front of an end.
const BODY: &str = "The river rose overnight and took the old bridge at Hilltown with it, the council said.\n\
    Engineers had warned of the cracks in March, and the road had been closed to lorries since May.\n";

#[test]
fn ends_that_only_look_like_promotions_stay() {
    let endings = include_str!("gold/boilerplate/endings.txt");
    let endings: Vec<&str> = endings
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(endings.len() >= 1000);
    let mut wrong = Vec::new();
    for ending in endings {
        let text = format!("{BODY}{ending}");
        let story = copydesk::story(&text);
        wrong.extend(story.boilerplate().iter().map(ToString::to_string));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn ends_that_are_promotions_go() {
    let cases = [
        ("Sign up for our newsletter.", Category::Newsletter),
        ("(With inputs from agencies)", Category::AgencyCredit),
        ("Follow Ann Lee on Twitter @annlee", Category::SocialFollow),
        (
            "© 2021 The Ledger. All rights reserved.",
            Category::Copyright,
        ),
        (
            "Ann Lee is a professor of law at Hill College.",
            Category::AuthorBio,
        ),
        ("READ MORE: How the bridge was lost", Category::RelatedLinks),
        ("Updated at 4:10 p.m.", Category::EditorialNote),
        (
            "Have a tip? Email desk@ledger.example.com",
            Category::Contact,
        ),
    ];
    for (ending, category) in cases {
        let text = format!("{BODY}{ending}");
        let story = copydesk::story(&text);
        assert_eq!(story.clean_text(), BODY.trim_end(), "{ending}");
        let [line] = story.boilerplate() else {
            panic!("{ending}: {:?}", story.boilerplate())
        };
        assert_eq!((line.category, line.place), (category, Place::Trailing));
        assert_eq!(line.excerpt.as_str(), ending);
    }
}

#[test]
fn nobody_in_the_story_is_its_author() {
    let told =
        "The flood took nobody by surprise, said Ann Lee, who has studied the river since 1990.\n";
    for ending in [
        "Dr. Lee is a professor of history at Hill University.",
        "Ann Lee is a lecturer at the college.",
    ] {
        let text = format!("{BODY}{told}{ending}");
        assert_eq!(copydesk::story(&text).clean_text(), text);
        let text = format!("{BODY}{}", ending.replace("Lee", "Rowe"));
        assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
    }
    let ending = "Ann Lee is a lecturer at the college. She has two sons.";
    let text = format!("{BODY}{told}{ending}");
    assert_eq!(copydesk::story(&text).clean_text(), text);
    let text = format!("{BODY}{ending}");
    assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
}

#[test]
fn a_header_takes_one_paragraph_and_a_whole_note_none() {
    let note = "Editor's note: This story tells of violence.";
    for story in [
        "Three men were found dead in a barn near Norwood on Monday.",
        "Three men were found dead in a barn near Norwood on Monday.\nNobody has been arrested.",
    ] {
        let noted = copydesk::story(&format!("{note}\n{story}"))
            .clean_text()
            .into_owned();
        assert_eq!(noted, story);
        let signed = copydesk::story(&format!("By Ann Lee\n{note}\n{story}"))
            .clean_text()
            .into_owned();
        assert_eq!(signed, story);
    }
    for header in ["Editor's note", "About Ann Lee", "Disclaimer", "Contact"] {
        let under = "The river has no master.\nIt never had one.";
        let text = format!("{BODY}{header}\n{under}");
        assert!(
            copydesk::story(&text).clean_text().ends_with(under),
            "{header}"
        );
        let text = format!("{BODY}{header}\nThe river has no master.");
        assert_eq!(
            copydesk::story(&text).clean_text(),
            BODY.trim_end(),
            "{header}"
        );
    }
}

#[test]
fn an_unknown_last_line_hides_no_sign_off() {
    for line in [
        "Reporting by Ann Lee",
        "(Reporting by Ann Lee; editing by Bo Chan)",
        "Contact Ann Lee at alee@ledger.example.com.",
        "Follow Ann Lee on Twitter @annlee",
        "Editor's note: This story has been updated with a comment from the council.",
        "Leave a comment",
    ] {
        let text = format!("{BODY}{line}\nAll the sport of the coast");
        assert_eq!(
            copydesk::story(&text).clean_text(),
            BODY.trim_end(),
            "{line}"
        );
        let text = format!("{BODY}{line}\nRoads: 4.2 million");
        assert_eq!(copydesk::story(&text).clean_text(), text, "{line}");
    }
}

#[test]
fn names_and_times_between_headline_and_story_go() {
    for line in [
        "Ann Lee",
        "ANN LEE",
        "AFP, Paris",
        "Ann Lee in Norwood",
        "Tue 6 Feb 2024 06.00 GMT",
        "Mon, 18 Sep 2023",
        "2024-02-06",
        "2023-08-23 16:45:15",
        "03/28/2024 05:00 AM EDT",
    ] {
        let text = format!("Old bridge lost to the river\n{line}\n{BODY}");
        assert_eq!(
            copydesk::story(&text).clean_text(),
            BODY.trim_end(),
            "{line}"
        );
    }
    for line in ["Ann Lee", "The Bridge"] {
        let told = "Ann Lee, who minds the bridge, was asleep when it fell.";
        let text = format!(
            "Old bridge lost to the river\n{line}\n{BODY}{told} The bridge is gone. The Bridge, it was called."
        );
        assert!(copydesk::story(&text).clean_text().starts_with(line));
    }
}

#[test]
fn news_that_opens_as_an_update_stays() {
    for lead in [
        "UPDATE: A third body has been found in the rubble, officials said on Tuesday.",
        "UPDATE (Monday, 6 p.m.): Police say the boy has been found safe.",
        "Update, 6 p.m.: The fire is out.",
    ] {
        let text = format!("{lead}\n{BODY}");
        assert!(
            copydesk::story(&text).clean_text().starts_with(lead),
            "{lead}"
        );
    }
    let text = format!("UPDATE (6 p.m.): This story has been updated with a comment.\n{BODY}");
    assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
}

#[test]
fn the_page_inside_the_story_goes() {
    let (first, rest) = BODY.split_once('\n').unwrap();
    for line in [
        "Published 3 Jan 2024",
        "Last updated: 14 March 2024, 08:10",
        "Follow us on our WhatsApp channel for breaking news",
        "Stay informed. Subscribe to our newsletter",
        "Enter your email address",
        "Read more from Hill News: Snow warnings for the north",
        "Ann Lee/The Ledger",
        "Chart: Ann Lee",
        "POLL: Who would you vote for?",
        "Got a tip? Contact the reporter at 555-0133.",
        "Your support powers our reporting. Donate today.",
    ] {
        let text = format!("{first}\n{line}\n{rest}");
        assert_eq!(
            copydesk::story(&text).clean_text(),
            BODY.trim_end(),
            "{line}"
        );
    }
    for line in [
        "Published in May, the book sold out.",
        "The app is available on iOS and Android.",
        "Read more: that was her advice.",
        "We want to hear from you, the mayor told residents.",
        "Poll: half of the voters want a wall.",
    ] {
        let text = format!("{first}\n{line}\n{rest}");
        assert!(copydesk::story(&text).clean_text().contains(line), "{line}");
    }
}

/// The share of these lines that get the category a reader gave them.
const CATEGORY_RIGHT: f64 = 0.96;

#[test]
fn promotions_of_many_presses_are_found() {
    let promotions = include_str!("gold/boilerplate/promotions.txt");
    let lines = promotions.lines().filter(|line| !line.starts_with('#'));
    let (mut all, mut right) = (0.0, 0.0);
    let mut missed = Vec::new();
    for line in lines {
        let (category, ending) = line.split_once(" | ").unwrap();
        let text = format!("{BODY}{ending}");
        let story = copydesk::story(&text);
        match story.boilerplate() {
            [found] if found.excerpt.as_str() == ending => {
                all += 1.0;
                right += f64::from(u8::from(found.category.name() == category));
            }
            other => missed.push(format!("{ending}: {other:?}")),
        }
    }
    assert!(missed.is_empty(), "\n{}", missed.join("\n"));
    assert!(right / all >= CATEGORY_RIGHT, "{right} of {all} categories");
}

#[test]
fn a_glued_promotion_is_cut_at_its_sentence() {
    for promotion in [
        "Sign up for our newsletter here.",
        "(Sign up for our newsletter.)",
    ] {
        let text = format!("{BODY}“It is gone,” the mayor said on Monday. {promotion}");
        let story = copydesk::story(&text);
        assert!(
            story.clean_text().ends_with("said on Monday."),
            "{promotion}"
        );
        assert_eq!(story.boilerplate()[0].excerpt.as_str(), promotion);
    }
}

#[test]
fn a_glued_credit_is_cut_and_its_sentence_stays() {
    for credit in [
        "(AFP)",
        "– PTI",
        "© 2021 Hill Ledger",
        "(Reporting by Ann Lee; editing by Bo Chan)",
        "With inputs from PTI",
        "This story has been updated.",
        "Photo: Tom Hill",
    ] {
        let text = format!("{BODY}No one was hurt. {credit}");
        let story = copydesk::story(&text);
        assert!(story.clean_text().ends_with("was hurt."), "{credit}");
        assert_eq!(story.boilerplate()[0].excerpt.as_str(), credit);
    }
}

#[test]
fn unknown_lines_fall_with_the_block_around_them() {
    for block in [
        "Please consider making a gift today.\nYes, I want to help\nNo thanks",
        "(With inputs from agencies)\nThe trust is neutral on this.\n© 2021 Ledger",
        "Follow us on Facebook.\nYou can also join our Lund page with this link.\n\
         Recommended reading\nPool closed after tile falls",
    ] {
        let text = format!("{BODY}{block}");
        assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
    }
}

#[test]
fn unknown_lines_stay_with_the_story() {
    for (above, story) in [
        (
            "Ann Lee contributed to this report.",
            "The trial continues.",
        ),
        (
            "Follow us on Facebook.",
            "The trial continues.\n© 2021 Ledger",
        ),
        ("Updated at 4:10 p.m.", "Lund 3\nHill 2"),
        ("Advertisement", "Lund 3\nHill 2"),
        (
            "RELATED: A Town Without a Bridge",
            "You can see it from the hill.\n© 2021 Ledger",
        ),
        (
            "Translated by Ann Lee",
            "The sea has no door\nIt comes home",
        ),
        ("Edited by Ann Lee", "Hill Books, $30"),
        ("The Associated Press", "Lund 3, Hill 2\nOster 5, Tarn 1"),
        ("© 2021 Ledger", "Doors: noon"),
        (
            "Bo Chan joined the paper in 2009 and covered courts.",
            "She starts on Monday.\n© 2021 Ledger",
        ),
        (
            "Ann Lee is the author of Salt.",
            "The salt goes first.\nBo Chan is the author of Iron.\nThe iron goes last.\n© 2021 Ledger",
        ),
        (
            "© 2021 Ledger",
            "I would save the cat.\nFollow us on Facebook.",
        ),
        (
            "Email help@pantry.example.org.",
            "You do not need to give your name.\nFollow us on Facebook.",
        ),
        (
            "Become a member for $40 a year.",
            "You get a locker.\nFollow us.",
        ),
        ("Yes 5,010", "No 2,211"),
    ] {
        let text = format!("{BODY}{above}\n{story}");
        let first = story.lines().next().unwrap();
        assert!(
            copydesk::story(&text).clean_text().contains(first),
            "{text}"
        );
    }
}

#[test]
fn whom_the_story_speaks_of_can_be_reached() {
    let told = "The mill belongs to Tom Hale, who has not replied to the letters of the council.\n";
    let text = format!("{BODY}{told}Hale can be reached at 555-0110.");
    assert_eq!(copydesk::story(&text).clean_text(), text);
    let text = format!("{BODY}{told}Ann Lee can be reached at 555-0110.");
    assert!(!copydesk::story(&text).clean_text().contains("Ann Lee"));
}

#[test]
fn what_stands_over_a_byline_or_time_goes() {
    for head in [
        "Ann Lee\nMay 12, 2021 at 4:30 p.m.",
        "By Ann Lee\nCommunity Reporter\nMay 6, 2021",
        "Bridge to close for a year\nCouncil votes after cracks found\nBy Ann Lee\n12 May 2021",
        "By admin\nFollow Us",
        "Posted 4:30 p.m., May 12, 2021\nand last updated 2021-05-12 21:44:10-05",
    ] {
        let text = format!("{head}\n{BODY}");
        assert_eq!(
            copydesk::story(&text).clean_text(),
            BODY.trim_end(),
            "{head}"
        );
    }
    for first in ["Joe's Diner", "Port Amity"] {
        for head in ["By Ann Lee", "Posted 4 May 2023"] {
            let text = format!("{head}\n{first}\n{BODY}");
            assert!(copydesk::story(&text).clean_text().starts_with(first));
        }
    }
    for first in ["She was wrong", "Wrong, twice\nNobody knew of the cracks"] {
        let text = format!("Bridge to close for a year\n{first}\n{BODY}");
        assert!(copydesk::story(&text).clean_text().starts_with(first));
    }
}

#[test]
fn programmes_stay() {
    for programme in [
        "Saturday, 4 May\nLund v Oster\nSunday, 5 May\nTarn v Hill\nTuesday, 7 May\nOster v Tarn",
        "Jazz by the river\nSaturday, May 4\nMill Park\nFree\nBook sale\nSunday, May 5\nThe library",
    ] {
        for text in [programme.to_owned(), format!("{programme}\n{BODY}")] {
            let story = copydesk::story(&text);
            assert_eq!(story.clean_text(), text.trim_end(), "{text}");
        }
    }
}

#[test]
fn whom_the_story_presents_is_not_its_author() {
    for text in [
        "Hill Port has named Ann Lee as its chief.\nAnn Lee is a professor of transport at Hill \
         College.",
        "Ann Lee\nAnn Lee lives in Tarn with her wife and three dogs.\nTom Hale\nTom Hale lives \
         in Lund and has two sons.",
    ] {
        assert_eq!(copydesk::story(text).clean_text(), text);
    }
    let note = "Ann Lee\nAnn Lee lives in Tarn with her wife and three dogs.";
    let text = format!("{BODY}{note}");
    assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
}

#[test]
fn the_first_line_may_tell_of_subscriptions() {
    let first =
        "The Clarion will raise the price of a digital subscription to $9 a month in June.\n";
    let text = format!("{first}{BODY}");
    assert_eq!(copydesk::story(&text).boilerplate(), []);
    let inside = "More weather: hail on Monday, sun on Friday.\n";
    let text = format!("{BODY}{inside}{first}");
    assert_eq!(copydesk::story(&text).boilerplate(), []);
}

#[test]
fn subheadings_stay() {
    for subheading in ["Related costs", "Popular uprising", "Latest figures"] {
        let text = format!("{BODY}{subheading}\n{BODY}");
        assert_eq!(copydesk::story(&text).boilerplate(), []);
    }
}

#[test]
fn links_go_under_their_header_and_stay_without() {
    let links = "A Town Without a Bridge\nThe Price of Rivers\nWhat the Mayor Knew";
    let text = format!("{BODY}Related stories\n{links}");
    assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
    let text = format!("{BODY}{links}");
    assert_eq!(copydesk::story(&text).clean_text(), text);
}

#[test]
fn a_link_in_brackets_goes_whatever_brackets_stand_before_it() {
    for link in ["[RELATED: The river rises]", "(RELATED: The river rises)"] {
        for aside in ["(in May)", "[in May]"] {
            let paragraph = format!("The council met {aside} to talk about the bridge, and left.");
            let text = format!("{BODY}{paragraph} {link}\n{BODY}");
            let story = copydesk::story(&text);
            let [found] = story.boilerplate() else {
                panic!("{text}: {:?}", story.boilerplate())
            };
            assert_eq!(found.excerpt.as_str(), link);
        }
    }
}

#[test]
fn a_paragraph_that_goes_on_speaking_is_no_promotion() {
    let speech = "\"VIDEO: They told me that the bridge was safe when they knew that it was not.";
    let text = format!("{BODY}{speech}\n{BODY}");
    assert_eq!(copydesk::story(&text).boilerplate(), []);
}

#[test]
fn a_paragraph_too_long_to_be_read_is_no_headline() {
    let long = "The council met to talk about the old bridge and the boats under it ".repeat(24);
    let paragraph = "The engineers had asked for a year of quiet and for money to mend the piers.";
    let text = format!(
        "By Anna Berg\n{}\n{paragraph}\n{paragraph} Twice.",
        long.trim()
    );
    let story = copydesk::story(&text);
    assert_eq!(&text[story.body()][..11], "The council");
}

#[test]
fn all_boilerplate_leaves_an_empty_story() {
    for text in [
        "Advertisement",
        "Share this:\nFollow us on Twitter\n© 2021 The Ledger",
        "Advertisement\r\n\r\nSign up for our newsletter.\r\n",
    ] {
        let story = copydesk::story(text);
        assert!(story.body().is_empty(), "{text:?}: {:?}", story.body());
        assert_eq!(story.clean_text(), "", "{text:?}");
        assert!(!story.boilerplate().is_empty());
    }
}

#[test]
fn a_hundred_thousand_links_are_one_block() {
    let text = format!(
        "{BODY}Related stories\n{}",
        "The Price of Rivers\n".repeat(100_000)
    );
    assert_eq!(copydesk::story(&text).clean_text(), BODY.trim_end());
}

/// Removing a block can bring two others together, which then read as one: once more is enough.
#[test]
fn what_is_clean_stays_clean() {
    let lines = [
        "Advertisement",
        "Share this:",
        "READ MORE: The bridge",
        "Rain fell on Monday, he said.",
        "Follow us on Twitter",
        "The Price of Rivers",
        "___",
        BODY,
    ];
    let count = lines.len();
    for code in 0..count.pow(4) {
        let pick = |n: u32| lines[code / count.pow(n) % count];
        let picked = [pick(0), pick(1), pick(2), pick(3)];
        if (1..4).any(|n| picked[..n].contains(&picked[n])) {
            continue;
        }
        let text = picked.join("\n");
        let once = copydesk::story(&text).clean_text().into_owned();
        let twice = copydesk::story(&once).clean_text().into_owned();
        let thrice = copydesk::story(&twice).clean_text().into_owned();
        assert_eq!(twice, thrice, "{text:?}");
    }
}

/// A block taken off the end bares the story, of which nothing more goes.
#[test]
fn nothing_more_goes_from_under_a_block() {
    let lines = |list: &'static str| list.lines().filter(|line| !line.starts_with('#'));
    let promotions: Vec<&str> = lines(include_str!("gold/boilerplate/promotions.txt"))
        .filter_map(|line| Some(line.split_once(" | ")?.1))
        .collect();
    let endings = lines(include_str!("gold/boilerplate/endings.txt"));
    for (at, ending) in endings.enumerate() {
        let pick = |n: usize| promotions[(at * 7 + n) % promotions.len()];
        let text = format!("{BODY}{ending}\n{}\n{}\n{}", pick(0), pick(1), pick(2));
        let once = copydesk::story(&text).clean_text().into_owned();
        assert_eq!(copydesk::story(&once).clean_text(), once, "{text:?}");
    }
}

#[test]
fn bad_rules_are_refused_with_their_line() {
    let cases = [
        ("write to us", 1, "a pattern before the first [name]"),
        ("[a] gossip", 1, "there is no category `gossip`"),
        ("[a] contact loud", 1, "there is no flag `loud`"),
        (
            "[a] contact\n* **",
            2,
            "a pattern needs a word, a mark, a class or an address",
        ),
        (
            "[a] contact\ndesk||chair",
            2,
            "there is no word before or behind a `|`",
        ),
        (
            "# ours\r\n[a] contact\r\n\tdesk\r\n\r\n the ^desk ***",
            5,
            "`^desk` is not a word",
        ),
        ("[a] contact\n<desk", 2, "`<` without `>`"),
        ("[a] contact\n<desk>?", 2, "there is no class `desk`"),
        (
            "[a] contact\nsupercalifragilisticexpialidocious",
            2,
            "`supercalifragilisticexpialidocious` is one word too many, or too long",
        ),
        (
            "[a] contact\ndesk\n+ Write to the night shift",
            3,
            "rule `a` does not match this line",
        ),
        (
            "[a] contact\ndesk\n- The desk was oak.",
            3,
            "rule `a` matches this line",
        ),
        (
            "[share-bare] share\nx",
            1,
            "there is a rule `share-bare` already",
        ),
    ];
    for (list, line, reason) in cases {
        let error = Normalizer::builder()
            .boilerplate_rules(list)
            .build()
            .map(|_| list)
            .unwrap_err();
        let Error::List {
            list: name,
            line: at,
            reason: why,
            ..
        } = error
        else {
            panic!("{error}")
        };
        assert_eq!(
            (name.as_str(), at, why.as_str()),
            ("boilerplate_rules", line, reason)
        );
    }
    let error = Normalizer::builder()
        .boilerplate_rules("[a] contact\n/(/")
        .build();
    assert!(matches!(error, Err(Error::List { line: 2, .. })));
    assert!(
        Normalizer::builder()
            .without_boilerplate_rule("nothing")
            .build()
            .is_err()
    );
}

/// Numbers of words and patterns are small: what is beyond them is refused, and nothing is lost.
#[test]
fn rules_too_many_to_be_counted_are_refused() {
    let numbered = |n: usize| format!("desk{n}|lamp{n}|door{n}|");
    let numbered: Vec<String> = (0..25_000).map(numbered).collect();
    let numbered: Vec<String> = numbered.chunks(50).map(<[String]>::concat).collect();
    for (list, line, reason) in [
        (
            format!("[a] contact\n{}desk", "desk|".repeat(70_000)),
            2,
            "too many words",
        ),
        (
            format!("[a] contact\n/x/\n{}", "desk\n".repeat(70_000)),
            63_000,
            "too many patterns",
        ),
        (
            format!("[a] contact\n{}desk", numbered.join("desk\n")),
            400,
            "is one word too many, or too long",
        ),
    ] {
        let built = Normalizer::builder().boilerplate_rules(list).build();
        let error = built.unwrap_err();
        let Error::List {
            line: at,
            reason: why,
            ..
        } = &error
        else {
            panic!("{error}")
        };
        assert!(*at >= line && why.ends_with(reason), "{error}");
    }
}

#[test]
fn callers_rules_go_first_and_rules_can_be_off() {
    let text = format!("{BODY}Sign up for our newsletter.");
    let own = Normalizer::builder()
        .boilerplate_rules("[ours] membership_appeal\nsign up for our newsletter")
        .build()
        .unwrap();
    assert_eq!(own.story(&text).boilerplate()[0].rule, "ours");
    let rule = copydesk::story(&text).boilerplate()[0].rule.clone();
    let off = Normalizer::builder()
        .without_boilerplate_rule(rule.clone())
        .build()
        .unwrap();
    assert!(
        off.story(&text)
            .boilerplate()
            .iter()
            .all(|line| line.rule != rule)
    );
}
