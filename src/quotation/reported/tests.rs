//! Reported speech, sentence by sentence.

use crate::Kind;

/// Cue, speaker and the pieces of the content.
type Reported = (&'static str, &'static str, &'static str);

/// Sentences, and what is reported in them.
const SENTENCES: [(&str, &[Reported]); 187] = [
    (
        "The coach told reporters players were tired.",
        &[("told", "The coach", "players were tired")],
    ),
    (
        "A source told Norwire a deal was close.",
        &[("told", "A source", "a deal was close")],
    ),
    (
        "Lee told union members in Dover that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    (
        "A clerk who claimed she was sacked for speaking out has lost her case.",
        &[("claimed", "who", "she was sacked for speaking out")],
    ),
    (
        "A tax that voters say could halve sales is on trial.",
        &[("say", "voters", "could halve sales")],
    ),
    (
        "Campaigners who argued that the road would harm the wood lost their case.",
        &[("argued", "who", "that the road would harm the wood")],
    ),
    (
        "Police who said the crew who fled were late have left.",
        &[("said", "who", "the crew who fled were late")],
    ),
    (
        "His claim that the vote was rigged has been dismissed.",
        &[("claim", "His", "that the vote was rigged")],
    ),
    (
        "Lee warned fuel prices would rise.",
        &[("warned", "Lee", "fuel prices would rise")],
    ),
    (
        "Lee warned response times would rise.",
        &[("warned", "Lee", "response times would rise")],
    ),
    (
        "The mayor claims that the crew knew the boat was old.",
        &[("claims", "The mayor", "that the crew knew the boat was old")],
    ),
    (
        "The talks had collapsed, the envoy said on Friday, hours after the two sides met.",
        &[("said", "the envoy", "The talks had collapsed")],
    ),
    (
        "The line will open in May, the firm confirmed yesterday, as anger grew.",
        &[("confirmed", "the firm", "The line will open in May")],
    ),
    (
        "The boat was put down, the council said after a vet examined it.",
        &[("said", "the council", "The boat was put down")],
    ),
    (
        "The school was closed, the head said while crews examined the roof.",
        &[("said", "the head", "The school was closed")],
    ),
    (
        "As voters left, Lee said after the rain the game would go on.",
        &[("said", "Lee", "after the rain the game would go on")],
    ),
    (
        "Police said the suspect stole a car, rammed a gate and drove north.",
        &[(
            "said",
            "Police",
            "the suspect stole a car, rammed a gate and drove north",
        )],
    ),
    (
        "The nurse said she washed him, dressed him and held his hand.",
        &[(
            "said",
            "The nurse",
            "she washed him, dressed him and held his hand",
        )],
    ),
    (
        "The mayor threatens to close a school that few attend.",
        &[],
    ),
    (
        "Still, says Bo Cho of Norwire, which sells fuel, taxes will rise.",
        &[(
            "says",
            "Bo Cho of Norwire, which sells fuel",
            "taxes will rise",
        )],
    ),
    (
        "The board learned of it, but according to the mayor, nobody else was told.",
        &[("according to", "the mayor", "nobody else was told")],
    ),
    (
        "The plan left the town poor, said a man involved in the talks.",
        &[(
            "said",
            "a man involved in the talks",
            "The plan left the town poor",
        )],
    ),
    (
        "The plan left the town poor, said a woman who knows the mayor.",
        &[(
            "said",
            "a woman who knows the mayor",
            "The plan left the town poor",
        )],
    ),
    (
        "(Dover, Norland) – The town is poor, Norwire said today.",
        &[("said", "Norwire", "The town is poor")],
    ),
    (
        "The town is poor, Norwire said in a report released today.",
        &[("said", "Norwire", "The town is poor")],
    ),
    (
        "Lee said in a letter dated May 2 that the town was poor.",
        &[("said", "Lee", "that the town was poor")],
    ),
    ("But, as Lee has noted before, the plan is old.", &[]),
    (
        "Bo Cho told The Herald of Dover on Friday he had lost his keys.",
        &[("told", "Bo Cho", "he had lost his keys")],
    ),
    (
        "Claiming that taxes will rise, Lee left the town.",
        &[("Claiming", "Lee", "that taxes will rise")],
    ),
    (
        "Police asked those who were in the park to call.",
        &[("asked", "Police", "to call")],
    ),
    (
        "The lawyer asked reporters who had paid for the trip.",
        &[("asked", "The lawyer", "who had paid for the trip")],
    ),
    (
        "Lee told them who had come to help.",
        &[("told", "Lee", "who had come to help")],
    ),
    (
        "Norvik's said losses from the storm would grow.",
        &[("said", "Norvik's", "losses from the storm would grow")],
    ),
    (
        "Norvik's accused the board of hiding a boat.",
        &[("accused", "Norvik's", "the board of hiding a boat")],
    ),
    ("Norvik's proposed tax would hurt the farmers.", &[]),
    ("Voters fear Lee's reported plan.", &[]),
    (
        "The firm was accused by unions of hiding a boat.",
        &[("was accused", "unions", "The firm|of hiding a boat")],
    ),
    (
        "The singer was described by her aide as a fool.",
        &[("was described", "her aide", "The singer|as a fool")],
    ),
    (
        "The mayor was urged by voters to scrap the tax.",
        &[("was urged", "voters", "The mayor|to scrap the tax")],
    ),
    (
        "The crew, said by the navy to be safe, were flown to Dover.",
        &[],
    ),
    ("Bo Lee, said to be the owner of the boat, left.", &[]),
    ("The neighbours called an ambulance.", &[]),
    ("The captain called the coastguard at noon.", &[]),
    ("She called his wife.", &[]),
    (
        "The mayor called the plan a gift.",
        &[("called", "The mayor", "the plan a gift")],
    ),
    (
        "The mayor called Lee unfit.",
        &[("called", "The mayor", "Lee unfit")],
    ),
    (
        "The ferry will stop for a year, Lee said, and voters should expect queues.",
        &[(
            "said",
            "Lee",
            "The ferry will stop for a year|and voters should expect queues",
        )],
    ),
    (
        "The ferry was late, the firm said, because the crew had left.",
        &[(
            "said",
            "the firm",
            "The ferry was late|because the crew had left",
        )],
    ),
    (
        "The mayor would have stayed, she says, if voters had asked.",
        &[(
            "says",
            "she",
            "The mayor would have stayed|if voters had asked",
        )],
    ),
    (
        "Lee said in a string of posts on a page over the weekend that taxes will rise.",
        &[("said", "Lee", "that taxes will rise")],
    ),
    (
        "Lee said on Monday during a hearing on the hill that taxes will rise.",
        &[("said", "Lee", "that taxes will rise")],
    ),
    (
        "The officer told Ann Lee, counsel for the crew, that taxes will rise.",
        &[("told", "The officer", "that taxes will rise")],
    ),
    (
        "The lawyer told jurors Lee had paid the crew.",
        &[("told", "The lawyer", "Lee had paid the crew")],
    ),
    (
        "The lawyer asked Lee what she wanted.",
        &[("asked", "The lawyer", "what she wanted")],
    ),
    (
        "Lee said in the briefing room that 20 boats had left.",
        &[("said", "Lee", "that 20 boats had left")],
    ),
    ("The speaking tour ends the questioning period.", &[]),
    ("A woman accused of hiding a boat went on trial.", &[]),
    (
        "A man accused of theft told the mayor he was sorry.",
        &[("told", "A man accused of theft", "he was sorry")],
    ),
    (
        "Asked whether taxes will rise, the mayor nodded.",
        &[("Asked", "", "whether taxes will rise")],
    ),
    (
        "Asked if Cho, the mayor, would go, Lee nodded.",
        &[("Asked", "", "if Cho, the mayor, would go")],
    ),
    (
        "Lee told officers that he left twice, according to the court.",
        &[
            (
                "according to",
                "the court",
                "Lee told officers that he left twice",
            ),
            ("told", "Lee", "that he left twice"),
        ],
    ),
    (
        "Lee said that crews were “tired”, adding that many would leave.",
        &[("adding", "Lee", "that many would leave")],
    ),
    (
        "The council report warned that taxes will rise.",
        &[("warned", "The council report", "that taxes will rise")],
    ),
    (
        "Officials said that taxes will rise.",
        &[("said", "Officials", "that taxes will rise")],
    ),
    (
        "(According to the ministry, taxes will rise.)",
        &[("According to", "the ministry", "taxes will rise")],
    ),
    (
        "She said despite the rain, the game would go on.",
        &[("said", "She", "despite the rain, the game would go on")],
    ),
    (
        "The council looked into a leak the mayor said was harmless.",
        &[("said", "the mayor", "was harmless")],
    ),
    ("The tax he said was unfair has been dropped.", &[]),
    (
        "The ferry shut in May, a step that several voters said came too late.",
        &[("said", "several voters", "came too late")],
    ),
    (
        "The tunnel was dark, and here, it is said, boys once hid a boat.",
        &[(
            "is said",
            "",
            "The tunnel was dark, and here|boys once hid a boat",
        )],
    ),
    (
        "The report says Norlanders, once afraid of the sea, crossed their strait.",
        &[(
            "says",
            "The report",
            "Norlanders, once afraid of the sea, crossed their strait",
        )],
    ),
    (
        "Asked if the rain had worried them, Lee said, “Sure. It did.”",
        &[("Asked", "", "if the rain had worried them")],
    ),
    (
        "When asked by a reporter whether taxes will rise, Lee said: “No.”",
        &[("asked", "a reporter", "whether taxes will rise")],
    ),
    (
        "“I am going,” she said, when asked whether she wanted rain.",
        &[("asked", "", "whether she wanted rain")],
    ),
    (
        "Taxes will rise, a source close to him said.",
        &[("said", "a source close to him", "Taxes will rise")],
    ),
    (
        "It's about money, he and Mr. Lee said.",
        &[("said", "he and Mr. Lee", "It's about money")],
    ),
    (
        "There are 24 boats, while another says there are 18.",
        &[("says", "another", "there are 18")],
    ),
    (
        "Nearly nine out of 10 say taxes will rise.",
        &[("say", "Nearly nine out of 10", "taxes will rise")],
    ),
    (
        "A list of boats seen by the Gazette said taxes will rise.",
        &[(
            "said",
            "A list of boats seen by the Gazette",
            "taxes will rise",
        )],
    ),
    (
        "The clerk behind the planning for Monday's race says taxes will rise.",
        &[(
            "says",
            "The clerk behind the planning for Monday's race",
            "taxes will rise",
        )],
    ),
    (
        "The lists show that about half said taxes will rise.",
        &[("said", "about half", "taxes will rise")],
    ),
    ("A 2009 report by the board is out.", &[]),
    (
        "Police said in a statement posted on X that taxes will rise.",
        &[("said", "Police", "that taxes will rise")],
    ),
    (
        "In a post written on Monday, Lee said taxes will rise.",
        &[("said", "Lee", "taxes will rise")],
    ),
    (
        "The board in a briefing said taxes will rise.",
        &[("said", "The board in a briefing", "taxes will rise")],
    ),
    (
        "Experts led by Dr. Lee of Norland University wrote that taxes will rise.",
        &[(
            "wrote",
            "Experts led by Dr. Lee of Norland University",
            "that taxes will rise",
        )],
    ),
    (
        "The deputy, Omar Said, left on Friday, adding that taxes will rise.",
        &[("adding", "The deputy, Omar Said", "that taxes will rise")],
    ),
    (
        "It is not clear, officials say, how the fire began.",
        &[("say", "officials", "It is not clear|how the fire began")],
    ),
    (
        "On Monday Lee left, saying taxes will rise.",
        &[("saying", "Lee", "taxes will rise")],
    ),
    (
        "In addition to claiming that taxes will rise, Lee left.",
        &[("claiming", "Lee", "that taxes will rise")],
    ),
    (
        "It was announced on Monday the harbour would close.",
        &[("was announced", "", "the harbour would close")],
    ),
    (
        "The ministry has since said taxes will rise.",
        &[("has since said", "The ministry", "taxes will rise")],
    ),
    (
        "US officials said on Monday taxes will rise.",
        &[("said", "US officials", "taxes will rise")],
    ),
    (
        "Taxes will rise, officials said.",
        &[("said", "officials", "Taxes will rise")],
    ),
    (
        "Taxes will rise, according to the ministry.",
        &[("according to", "the ministry", "Taxes will rise")],
    ),
    (
        "According to the ministry, taxes will rise.",
        &[("According to", "the ministry", "taxes will rise")],
    ),
    (
        "They met in Dover, Norland, and the mayor said taxes will rise.",
        &[("said", "the mayor", "taxes will rise")],
    ),
    (
        "Lee, Cho, and Poe said taxes will rise.",
        &[("said", "Lee, Cho, and Poe", "taxes will rise")],
    ),
    (
        "Taxes will rise, police in Dover, Norland, said Monday.",
        &[("said", "police in Dover, Norland", "Taxes will rise")],
    ),
    (
        "More than half of the town was without water, state media reported.",
        &[(
            "reported",
            "state media",
            "More than half of the town was without water",
        )],
    ),
    (
        "The Gazette reported on Monday that taxes will rise.",
        &[("reported", "The Gazette", "that taxes will rise")],
    ),
    (
        "Lee told the council his plan was dead.",
        &[("told", "Lee", "his plan was dead")],
    ),
    (
        "According to him, taxes will rise.",
        &[("According to", "him", "taxes will rise")],
    ),
    (
        "Taxes will rise, according to her.",
        &[("according to", "her", "Taxes will rise")],
    ),
    (
        "According to Lee, Chief Economist at the bank, taxes will rise.",
        &[("According to", "Lee", "taxes will rise")],
    ),
    (
        "According to Lee, Bo Hill, the mayor, has left.",
        &[("According to", "Lee", "Bo Hill, the mayor, has left")],
    ),
    (
        "Taxes, the mayor said, will rise.",
        &[("said", "the mayor", "Taxes|will rise")],
    ),
    (
        "Lee told reporters that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    (
        "Lee asked whether taxes will rise.",
        &[("asked", "Lee", "whether taxes will rise")],
    ),
    (
        "Lee urged voters to stay at home.",
        &[("urged", "Lee", "voters to stay at home")],
    ),
    (
        "Lee left, adding that taxes will rise.",
        &[("adding", "Lee", "that taxes will rise")],
    ),
    (
        "In May, the taxes will rise, officials said.",
        &[("said", "officials", "In May, the taxes will rise")],
    ),
    (
        "Lee asked the council to raise taxes.",
        &[("asked", "Lee", "to raise taxes")],
    ),
    (
        "The mayor, Ann Lee, said the members who left should return.",
        &[(
            "said",
            "The mayor, Ann Lee",
            "the members who left should return",
        )],
    ),
    (
        "As Lee points out, taxes will rise.",
        &[("points", "Lee", "taxes will rise")],
    ),
    (
        "There was fierce criticism of the cuts by the unions.",
        &[("criticism", "the unions", "the cuts")],
    ),
    (
        "Taxes will rise, according to the old rules.",
        &[("according to", "the old rules", "Taxes will rise")],
    ),
    (
        "According to the Gazette, two of the mines that Lee owns are shut.",
        &[(
            "According to",
            "the Gazette",
            "two of the mines that Lee owns are shut",
        )],
    ),
    (
        "“We are late,” Lee said, according to the Herald. “Very late.”",
        &[(
            "according to",
            "the Herald",
            "“We are late,” Lee said|Very late.",
        )],
    ),
    (
        "“We are late,” Lee said, according to the Herald, “and very late.”",
        &[(
            "according to",
            "the Herald",
            "“We are late,” Lee said|“and very late.”",
        )],
    ),
    (
        "Lee said he was “late for it,” according to a transcript.",
        &[(
            "according to",
            "a transcript",
            "Lee said he was “late for it,”",
        )],
    ),
    (
        "As Lee noted elsewhere, taxes will rise.",
        &[("noted", "Lee", "taxes will rise")],
    ),
    (
        "In May, according to a recording, Cho left.",
        &[("according to", "a recording", "In May|Cho left")],
    ),
    (
        "It was his stern warning that boats without lights will be towed.",
        &[("warning", "his", "that boats without lights will be towed")],
    ),
    (
        "Lee told the crews not to enter the mine.",
        &[("told", "Lee", "not to enter the mine")],
    ),
    (
        "DOVER, Norland (NNA) — Taxes will rise, officials said.",
        &[("said", "officials", "Taxes will rise")],
    ),
    (
        "NEW DOVER: The mayor on Monday left, saying that taxes will rise.",
        &[("saying", "The mayor", "that taxes will rise")],
    ),
    (
        "New Dover — which is the capital — will grow, officials said.",
        &[(
            "said",
            "officials",
            "New Dover — which is the capital — will grow",
        )],
    ),
    (
        "Lee vowed to put the town first.",
        &[("vowed", "Lee", "to put the town first")],
    ),
    (
        "Lee said nearly all members agree.",
        &[("said", "Lee", "nearly all members agree")],
    ),
    (
        "Lee said again that taxes will rise.",
        &[("said", "Lee", "that taxes will rise")],
    ),
    (
        "Lee tweeted out a link to the plan.",
        &[("tweeted", "Lee", "a link to the plan")],
    ),
    (
        "Lee said next year will be hard.",
        &[("said", "Lee", "next year will be hard")],
    ),
    (
        "Lee said once the rain stops, they will go.",
        &[("said", "Lee", "once the rain stops, they will go")],
    ),
    (
        "Lee had told her not to get her hopes up.",
        &[("had told", "Lee", "not to get her hopes up")],
    ),
    (
        "Lee told her mother to stay at home.",
        &[("told", "Lee", "to stay at home")],
    ),
    (
        "Taxes will rise, said Sen. Bo Lee, R-New Dover.",
        &[("said", "Sen. Bo Lee, R-New Dover", "Taxes will rise")],
    ),
    (
        "Taxes will rise, said Bo Lee, author of the bill.",
        &[("said", "Bo Lee, author of the bill", "Taxes will rise")],
    ),
    (
        "Taxes have risen, the ministry said, and voters fear that.",
        &[("said", "the ministry", "Taxes have risen")],
    ),
    (
        "Lee warned that voters may leave.",
        &[("warned", "Lee", "that voters may leave")],
    ),
    (
        "Lee asked that his name not be used.",
        &[("asked", "Lee", "that his name not be used")],
    ),
    (
        "Lee asked that man to leave.",
        &[("asked", "Lee", "to leave")],
    ),
    (
        "Officials maintain that taxes will rise.",
        &[("maintain", "Officials", "that taxes will rise")],
    ),
    (
        "The find, reported this week in Norland, suggests that taxes will rise.",
        &[(
            "suggests",
            "The find, reported this week in Norland",
            "that taxes will rise",
        )],
    ),
    (
        "Lee told the show Here & Now that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    (
        "The Gazette said on Sunday in an editor’s note that taxes will rise.",
        &[("said", "The Gazette", "that taxes will rise")],
    ),
    (
        "The plan was criticised on Monday as a gift to the rich.",
        &[("was criticised", "", "The plan|as a gift to the rich")],
    ),
    ("Her stated aims put her at odds with the board.", &[]),
    (
        "Lee spoke only to confirm his name.",
        &[("spoke only to confirm", "Lee", "his name")],
    ),
    (
        "They will share the gains, the two announced Sept. 17.",
        &[("announced", "the two", "They will share the gains")],
    ),
    (
        "The town has confirmed at least 30 cases, though testing is rare.",
        &[("has confirmed", "The town", "at least 30 cases")],
    ),
    (
        "Lee says taxes (those on land) in the town will rise.",
        &[("says", "Lee", "taxes (those on land) in the town will rise")],
    ),
    (
        "Lee has told everyone who would listen that taxes will rise.",
        &[("has told", "Lee", "that taxes will rise")],
    ),
    (
        "Lee said, and Cho agreed, that taxes will rise.",
        &[("said", "Lee", "that taxes will rise")],
    ),
    (
        "It was revealed on Monday that taxes will rise.",
        &[("was revealed", "", "that taxes will rise")],
    ),
    (
        "Lee said the plan was “a gift” and denied that taxes will rise.",
        &[("denied", "Lee", "that taxes will rise")],
    ),
    ("The latest tax claim mirrors an old one.", &[]),
    ("The new rules keep the old tax.", &[]),
    ("It is tempting to say that taxes will rise.", &[]),
    ("New details emerged about the tax.", &[]),
    ("Storm warning: stay at home.", &[]),
    ("The questions that were asked of Lee are old.", &[]),
    ("Lee believes that taxes will rise.", &[]),
    ("Taxes will rise in May.", &[]),
    ("The company's report was late.", &[]),
    ("The Lind report itself makes it plain.", &[]),
    ("Tell that to the board.", &[]),
    (
        "They had warned of rain since Tuesday.",
        &[("had warned", "They", "rain since Tuesday")],
    ),
    (
        "Lee said the club was broke. “We are selling the chairs.”",
        &[("said", "Lee", "the club was broke")],
    ),
    (
        "Lee said on Monday that taxes will rise.\n“We have no choice.”",
        &[("said", "Lee", "that taxes will rise")],
    ),
    ("Lee explained why. “We have no choice at all.”", &[]),
    ("Lee told his own party: “We have no choice at all.”", &[]),
    (
        "— Taxes will rise, — said Ann Lee.",
        &[("said", "Ann Lee", "Taxes will rise")],
    ),
    (
        "*Taxes will rise,* said Ann Lee.",
        &[("said", "Ann Lee", "Taxes will rise")],
    ),
    (
        "Lee said on NBN’s “Meet the Mayors” on Sunday that taxes will rise.",
        &[("said", "Lee", "that taxes will rise")],
    ),
    (
        "Lee told Norwire’s \"Good Morning Oster\" on Monday that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    (
        "Speaking on NBN’s “Oster This Week,” Lee said taxes will rise.",
        &[("said", "Lee", "taxes will rise")],
    ),
    (
        "Ann Lee, the author of “The Long Tide,” said taxes will rise.",
        &[(
            "said",
            "Ann Lee, the author of “The Long Tide,”",
            "taxes will rise",
        )],
    ),
    (
        "“Sixty Seconds” reported on Sunday that taxes will rise.",
        &[("reported", "“Sixty Seconds”", "that taxes will rise")],
    ),
    (
        "Lee wrote in his book “The Long Tide” that taxes will rise.",
        &[("wrote", "Lee", "that taxes will rise")],
    ),
    (
        "The host asked Lee whether taxes will rise, to which he replied that they will.",
        &[
            ("asked", "The host", "whether taxes will rise"),
            ("replied", "he", "that they will"),
        ],
    ),
    ("The new fund, dubbed Norwood, opens in May.", &[]),
    (
        "Rain fell, prompting the board to say that taxes will rise.",
        &[("to say", "the board", "that taxes will rise")],
    ),
    (
        "Lee told Norland Radio 4’s Today programme that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    (
        "Lee told NBN's This Week that taxes will rise.",
        &[("told", "Lee", "that taxes will rise")],
    ),
    ("Lee spoke to the Gazette in May.", &[]),
    (
        "Lee left when asked if taxes will rise.",
        &[("asked", "", "if taxes will rise")],
    ),
];

#[test]
fn reported_speech() {
    let mut wrong = Vec::new();
    for (text, expected) in SENTENCES {
        let quotations = crate::quotations(text);
        let found: Vec<_> = quotations
            .iter()
            .filter(|found| found.kind == Kind::Indirect)
            .map(|found| {
                let pieces: Vec<_> = found.content().map(|piece| piece.as_str()).collect();
                (
                    found.cue.map_or("", |cue| cue.as_str()),
                    found.speaker.map_or("", |speaker| speaker.mention.as_str()),
                    pieces.join("|"),
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|&(c, s, t)| (c, s, t.to_owned()))
            .collect();
        if found != expected {
            wrong.push(format!("{text}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
