//! The public face: what callers may rely on besides the results.

use std::error::Error as _;
use std::fmt::Debug;
use std::thread;

use copydesk::{
    Article, Boilerplate, Category, Error, Evidence, Excerpt, Kind, LeadIn, Level, Normalizer,
    NormalizerBuilder, Quotation, Resolution, Sentences, Span, Speaker, SpeakerKind, Story,
};

#[test]
fn types_can_be_shared_copied_and_compared() {
    fn shared<T: Send + Sync + Clone + Debug>() {}
    fn compared<T: Send + Sync + Clone + Debug + PartialEq>() {}
    shared::<Normalizer>();
    shared::<NormalizerBuilder>();
    shared::<Sentences<'_, '_>>();
    compared::<Span>();
    compared::<Excerpt<'_>>();
    compared::<Quotation<'_>>();
    compared::<Speaker<'_>>();
    compared::<Evidence>();
    compared::<LeadIn<'_>>();
    compared::<Boilerplate<'_>>();
    compared::<Category>();
    compared::<Kind>();
    compared::<Story<'_>>();
    compared::<Article<'_>>();
    compared::<Error>();
}

#[test]
fn results_outlive_the_normalizer() {
    let text = String::from("Rain fell. It stopped.");
    let article = Normalizer::default().normalize(&text);
    assert_eq!(article.sentences()[1].as_str(), "It stopped.");
}

#[test]
fn one_normalizer_serves_many_threads() {
    let normalizer = Normalizer::default();
    let text = "“Rain fell,” said Anna Berg. It stopped.";
    let alone = copydesk::normalize(text);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(normalizer.normalize(text), alone));
        }
    });
}

#[test]
fn bytes_that_are_not_utf8_are_refused_where_they_start() {
    let normalizer = Normalizer::default();
    let cases: [(&[u8], usize); 5] = [
        (b"\xff", 0),
        (b"Rain\xff fell.", 4),
        ("Ré".as_bytes().split_last().unwrap().1, 1),
        (b"Rain fell.\xe2\x80", 10),
        (b"\xed\xa0\x80", 0),
    ];
    for (bytes, at) in cases {
        let error = normalizer.normalize_bytes(bytes).unwrap_err();
        assert!(
            matches!(error, Error::Utf8 { offset, .. } if offset == at),
            "{error}"
        );
        assert_eq!(error.to_string(), format!("invalid UTF-8 at byte {at}"));
        assert!(error.source().is_none());
    }
    let article = normalizer.normalize_bytes("Ré fell.".as_bytes()).unwrap();
    assert_eq!(article, copydesk::normalize("Ré fell."));
}

#[test]
fn spans_slice_and_print() {
    let text = "Rain fell.";
    let span = Span::new(5, 9);
    assert_eq!(&text[span], "fell");
    assert_eq!(std::ops::Range::from(span), 5..9);
    assert_eq!(Span::from(5..9), span);
    let sentence = copydesk::sentences(text).next().unwrap();
    assert_eq!(
        format!("{span:?} {sentence:?} {sentence}"),
        "5..9 0..10 \"Rain fell.\" Rain fell."
    );
}

#[test]
fn speakers_are_called_by_their_fullest_name() {
    let quotations = copydesk::quotations("Ann Lee left. “No,” she said. “Yes,” a guard said.");
    let called = |at: usize| quotations[at].speaker.map(|speaker| speaker.called());
    assert_eq!(called(0).as_ref().map(AsRef::as_ref), Some("Ann Lee"));
    assert_eq!(called(1).as_ref().map(AsRef::as_ref), Some("a guard"));
}

#[test]
fn whoever_wrote_the_article_speaks_in_none_of_it() {
    let story =
        "Rain fell on Merrow on Monday.\n\nThe mayor, Ida Roke, left. “It is bad,” she said.";
    for (head, rest, name) in [
        ("By Ann Poe", story, Some("Ida Roke")),
        (
            "By Ann Poe",
            "Rain fell on Merrow.\n\n“It is bad,” she said.",
            None,
        ),
    ] {
        let text = format!("{head}\n\n{rest}");
        let article = copydesk::normalize(&text);
        assert_eq!(article.story().removed().count(), 1);
        let speaker = article.quotations()[0].speaker.expect("she speaks");
        assert_eq!(speaker.name.map(|name| name.as_str()), name, "{text}");
    }
}

#[test]
fn sentences_come_lazily_and_stay_finished() {
    let mut sentences = copydesk::sentences("Rain fell. It stopped.");
    assert_eq!(sentences.by_ref().count(), 2);
    assert_eq!(sentences.next(), None);
    assert_eq!(sentences.next(), None);
}

#[test]
fn names_of_categories_and_kinds_are_as_documented() {
    assert_eq!(Category::MembershipAppeal.to_string(), "membership_appeal");
    assert_eq!(Kind::Mixed.name(), "mixed");
    assert_eq!(
        format!("{:8}|{:>7}", Kind::Scare, Level::High),
        "scare   |   high"
    );
    assert_eq!(SpeakerKind::Organisation.to_string(), "organisation");
    assert_eq!(Resolution::PartOfName.to_string(), "part_of_name");
    let mut names: Vec<&str> = Category::ALL
        .iter()
        .map(|category| category.name())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(
        names.len(),
        Category::ALL.len(),
        "each category has a name of its own"
    );
}

#[test]
fn words_of_ones_own_change_what_is_found() {
    let builder = Normalizer::builder;
    let cases = [
        (
            builder().cue_verbs(["blog blogged blogged blogging"]),
            "Ann Lee blogged that rain would fall.",
        ),
        (
            builder().cue_verbs(["Quib"]),
            "Ann Lee left, quibing that rain would fall.",
        ),
        (
            builder().titles(["Wazir"]),
            "“Rain fell,” said Wazir Amin Beg. “No,” Beg added.",
        ),
        (
            builder().titles(["Wazir-General"]),
            "“Rain fell,” said Wazir-General Amin Beg. “No,” Beg added.",
        ),
        (
            builder().role_nouns(["birdwatcher"]),
            "“Rain fell,” the birdwatcher said.",
        ),
        (
            builder().role_nouns(["bird-feeder"]),
            "“Rain fell,” the bird-feeder said.",
        ),
        (
            builder().kinds([Kind::Indirect]),
            "“Rain fell,” she said. He said that it had stopped.",
        ),
        (builder().thought(true), "She believes that rain will fall."),
    ];
    for (builder, text) in cases {
        let normalizer = builder.clone().build().unwrap();
        let own = normalizer.quotations(text);
        assert_ne!(own, copydesk::quotations(text), "{builder:?}");
        assert_eq!(own, normalizer.normalize(text).quotations(), "{text}");
    }
}

#[test]
fn a_kind_that_is_not_asked_for_is_left_out() {
    let text = "“Rain fell,” she said. He said that it had stopped. So-called “rain” fell.";
    let kinds = |kinds: &[Kind]| {
        let normalizer = Normalizer::builder().kinds(kinds.iter().copied()).build();
        let found = normalizer.unwrap().quotations(text);
        found.iter().map(|found| found.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&[Kind::Direct]), [Kind::Direct]);
    assert_eq!(
        kinds(&[Kind::Indirect, Kind::Scare]),
        [Kind::Indirect, Kind::Scare]
    );
    assert_eq!(kinds(&[]), []);
}

#[test]
fn words_that_make_no_sense_are_refused_by_list_and_place() {
    let builder = Normalizer::builder;
    for (builder, message) in [
        (
            builder().cue_verbs(["blog", "put it"]),
            "cue_verbs, entry 2: a verb is one word, or four: base, past, participle, gerund",
        ),
        (
            builder().cue_verbs([""]),
            "cue_verbs, entry 1: a verb is one word, or four: base, past, participle, gerund",
        ),
        (
            builder().cue_verbs(["re-post"]),
            "cue_verbs, entry 1: a verb is made of ASCII letters",
        ),
        (
            builder().titles(["Wazir", "Grand Wazir"]),
            "titles, entry 2: one word of letters is needed, which hyphens may join",
        ),
        (
            builder().titles(["Grand-"]),
            "titles, entry 1: one word of letters is needed, which hyphens may join",
        ),
        (
            builder().abbreviations(["vs.", "a/c"]),
            "abbreviations, entry 2: an abbreviation is letters, digits and full stops",
        ),
        (
            builder()
                .without_boilerplate_rule("share-bare")
                .without_boilerplate_rule("nothing"),
            "without_boilerplate_rule, entry 2: there is no rule `nothing`",
        ),
        (
            builder().boilerplate_rules("desk"),
            "boilerplate_rules, line 1: a pattern before the first [name]",
        ),
        (
            builder().role_nouns([" "]),
            "role_nouns, entry 1: one word of letters is needed, which hyphens may join",
        ),
    ] {
        assert_eq!(builder.build().unwrap_err().to_string(), message);
    }
}

/// No more than 256 people of a text are told apart; the next ones are people all the same.
#[test]
fn a_crowd_is_of_people() {
    let letters = || (b'a'..=b'z').map(char::from);
    let names = letters().flat_map(|one| letters().map(move |two| format!("Ann B{one}rr{two}n")));
    let lines = names.take(300).map(|name| format!("“No,” said {name}."));
    let text = lines.collect::<Vec<_>>().join("\n");
    let quotations = copydesk::quotations(&text);
    assert_eq!(quotations.len(), 300);
    for quotation in quotations {
        let speaker = quotation.speaker.expect("everybody is named");
        assert_eq!(speaker.kind, SpeakerKind::Person, "{speaker:?}");
        assert_eq!(speaker.name, Some(speaker.mention));
    }
}
