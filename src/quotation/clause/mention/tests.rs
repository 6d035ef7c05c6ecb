//! Who speaks, cue by cue.

use super::speaker;
use crate::language::Language;
use crate::language::quotation::Flags;
use crate::quotation::clause::cue;
use crate::quotation::clause::tokens::Tokens;
use crate::span::Span;

/// Sentences with the cue's word in brackets, the mention and its head.
const SPEAKERS: [(&str, &str, &str); 165] = [
    (
        "Fares rose, but most owners have yet to [report] losses.",
        "most owners",
        "owners",
    ),
    ("● Ann Poe [said] it rained.", "Ann Poe", "Ann Poe"),
    ("Officials say Lee [said] it rained.", "Lee", "Lee"),
    (
        "It rained, [said] a man involved in the talks.",
        "a man involved in the talks",
        "man",
    ),
    ("Norvik's [said] it rained.", "Norvik's", "Norvik's"),
    (
        "A friend of Lee's [said] it rained.",
        "A friend of Lee's",
        "friend",
    ),
    ("It rained, [said] Norvik's.", "Norvik's", "Norvik's"),
    (
        "The mayor, in a speech carried by the county station, Radio Dover, [said] it rained.",
        "The mayor, in a speech carried by the county station, Radio Dover",
        "mayor",
    ),
    (
        "The mayor, represented at the vote by his aide, Bo Lee, [said] it rained.",
        "The mayor, represented at the vote by his aide, Bo Lee",
        "mayor",
    ),
    (
        "The mill, opened in 1902 by a cook, Bo Lee, [said] it rained.",
        "The mill, opened in 1902 by a cook, Bo Lee",
        "mill",
    ),
    (
        "Lee met the mayor, at a rally of the miners, Bo Cho, [said] it rained.",
        "a rally of the miners, Bo Cho",
        "rally",
    ),
    (
        "Speaking to miners in Dover, Bo Lee, the union's chief, [said] it rained.",
        "Bo Lee, the union's chief",
        "Bo Lee",
    ),
    (
        "After the vote, Ms Lee said it rained, [thanked] the crew and left.",
        "Ms Lee",
        "Ms Lee",
    ),
    (
        "Nurses, porters and cleaners [said] it rained.",
        "Nurses, porters and cleaners",
        "Nurses",
    ),
    (
        "Mr Lee, his wife and two sons [said] it rained.",
        "Mr Lee, his wife and two sons",
        "Mr Lee",
    ),
    (
        "The Greens, New Labour and the Liberals [said] it rained.",
        "The Greens, New Labour and the Liberals",
        "Greens",
    ),
    (
        "Publicly, Lee and his aides [said] it rained.",
        "Lee and his aides",
        "Lee",
    ),
    (
        "On Mondays, nurses and porters [said] it rained.",
        "nurses and porters",
        "nurses",
    ),
    (
        "The lawyer representing the widow of the cook [said] it rained.",
        "The lawyer representing the widow of the cook",
        "lawyer",
    ),
    (
        "Lee has written to the mayor [asking] him to go.",
        "Lee",
        "Lee",
    ),
    (
        "Lee replied to a letter from Cho [saying] it rained.",
        "a letter from Cho",
        "letter",
    ),
    ("Voters were [informed] by letter that it rained.", "", ""),
    (
        "Voters were [urged] by friends to stay.",
        "friends",
        "friends",
    ),
    ("Lee, [asked] whether it rained, left.", "", ""),
    (
        "Lee came back, [asked] whether it rained and left.",
        "Lee",
        "Lee",
    ),
    ("Bo Long [denied] it.", "Bo Long", "Bo Long"),
    (
        "The tax, which he once [accused] of a lie, rose.",
        "he",
        "he",
    ),
    (
        "It rained, [said] the Mayor of Dover, Ann Lee.",
        "the Mayor of Dover, Ann Lee",
        "Mayor of Dover",
    ),
    (
        "It rained, [said] the MP for Dover West, Ann Lee.",
        "the MP for Dover West, Ann Lee",
        "MP",
    ),
    ("Lee [said] it rained.", "Lee", "Lee"),
    (
        "The bank cut its growth forecast, [citing] weak demand.",
        "The bank",
        "bank",
    ),
    (
        "In his speech, the head of the Forum, Ann Lee, left it and [urged] calm.",
        "the head of the Forum, Ann Lee",
        "head",
    ),
    (
        "What one of them, a cook named Al Lee, [called] the end is near.",
        "one of them, a cook named Al Lee",
        "one",
    ),
    (
        "The Gazette on May 2 [reported] it rained.",
        "The Gazette",
        "Gazette",
    ),
    (
        "It rained, [said] the Gazette on May 2.",
        "the Gazette",
        "Gazette",
    ),
    (
        "It rained, [said] Sen. Bo Lee, R-New Dover.",
        "Sen. Bo Lee, R-New Dover",
        "Sen. Bo Lee",
    ),
    (
        "In May, [according to] the Gazette, the mayor cancelled some rallies.",
        "the Gazette",
        "Gazette",
    ),
    (
        "A coach with over 30 pupils [said] it rained.",
        "A coach with over 30 pupils",
        "coach",
    ),
    (
        "Schools in more than two towns [said] it rained.",
        "Schools in more than two towns",
        "Schools",
    ),
    (
        "An aide who worked closely with Lee [said] it rained.",
        "An aide who worked closely with Lee",
        "aide",
    ),
    (
        "Bo Hill, a woman who works as a nurse in Dover, [said] it rained.",
        "Bo Hill, a woman who works as a nurse in Dover",
        "Bo Hill",
    ),
    (
        "On May 2, 2020, a cook posted a note and left, [saying] it rained.",
        "a cook",
        "cook",
    ),
    ("Lee, however, [said] it rained.", "Lee", "Lee"),
    (
        "The firm told Cho to go; in May, Bo Lee, a cook, [said] it rained.",
        "Bo Lee, a cook",
        "Bo Lee",
    ),
    (
        "The mine had been shut for some time, the owner told the board, [adding] it rained.",
        "the owner",
        "owner",
    ),
    (
        "Norvik, the mine said to be the oldest of the county, [said] it rained.",
        "Norvik, the mine said to be the oldest of the county",
        "Norvik",
    ),
    (
        "It rained, [said] Ann Lee in a statement to the board.",
        "Ann Lee",
        "Ann Lee",
    ),
    (
        "It rained, [said] people in the media.",
        "people in the media",
        "people",
    ),
    (
        "It rained, the union's chief, Bo Lee, said, [vowing] to go.",
        "the union's chief, Bo Lee",
        "chief",
    ),
    (
        "The mayor left, said Cho, [adding] it rained.",
        "Cho",
        "Cho",
    ),
    (
        "Her neighbour, Bo, wrote a note to Lee, [begging] him to stay.",
        "Her neighbour, Bo",
        "neighbour",
    ),
    (
        "Lee left, and Cho stayed, [saying] it rained.",
        "Cho",
        "Cho",
    ),
    ("Both [said] it rained.", "Both", "Both"),
    (
        "Neither of them left, but both [said] it rained.",
        "both",
        "both",
    ),
    ("Lee and Cho both [said] it rained.", "Lee and Cho", "Lee"),
    ("Lee himself [said] it rained.", "Lee himself", "Lee"),
    (
        "Many of you have [asked] if it rained.",
        "Many of you",
        "Many",
    ),
    ("Lee released a statement [saying] it rained.", "Lee", "Lee"),
    (
        "The board, which has since sent out a letter [urging] calm, met.",
        "which",
        "board",
    ),
    (
        "Lee spent much of his speech [mocking] the plan.",
        "Lee",
        "Lee",
    ),
    (
        "Residents received a letter [saying] it rained.",
        "a letter",
        "letter",
    ),
    (
        "He was sent a letter [saying] it rained.",
        "a letter",
        "letter",
    ),
    (
        "A letter [saying] it rained was sent.",
        "A letter",
        "letter",
    ),
    (
        "It rained, [said] its owner, Bo Lee (left).",
        "its owner, Bo Lee",
        "owner",
    ),
    (
        "When Cho came back Lee began by [saying] it rained.",
        "Lee",
        "Lee",
    ),
    (
        "DOVER, Norland, May 4, 2021 /Newswire/ -- Norvik Inc. (NSX: NRV), a leader in tyres, today \
         [announced] a plan.",
        "Norvik Inc",
        "Norvik Inc",
    ),
    (
        "Mr Lee’s first finance minister [argued] it rained.",
        "Mr Lee’s first finance minister",
        "minister",
    ),
    (
        "The board’s only member [argued] it rained.",
        "The board’s only member",
        "member",
    ),
    (
        "When Lee hurt her aide by [saying] it rained, she left.",
        "Lee",
        "Lee",
    ),
    (
        "Contrary to Lee’s [claim] that it rained, it did not.",
        "Lee",
        "Lee",
    ),
    ("Lee also has [said] it rained.", "Lee", "Lee"),
    (
        "Officials have since [said] it rained.",
        "Officials",
        "Officials",
    ),
    (
        "Mayor Ann Lee on Tuesday [said] it rained.",
        "Mayor Ann Lee",
        "Mayor Ann Lee",
    ),
    (
        "Gov. Ann B. Lee [said] it rained.",
        "Gov. Ann B. Lee",
        "Gov. Ann B. Lee",
    ),
    (
        "Norland's defence ministry [said] it rained.",
        "Norland's defence ministry",
        "ministry",
    ),
    (
        "Ann Lee, a lawyer from Dover, Ohio, [said] it rained.",
        "Ann Lee, a lawyer from Dover, Ohio",
        "Ann Lee",
    ),
    ("Ann Lee, 47, [said] it rained.", "Ann Lee, 47", "Ann Lee"),
    (
        "The 35-year-old singer [said] it rained.",
        "The 35-year-old singer",
        "singer",
    ),
    (
        "The 35-year-old [said] it rained.",
        "The 35-year-old",
        "35-year-old",
    ),
    (
        "Ann Lee, chief executive of the charity Clear Water, [said] it rained.",
        "Ann Lee, chief executive of the charity Clear Water",
        "Ann Lee",
    ),
    (
        "Ann Lee, who left in May, [said] it rained.",
        "Ann Lee, who left in May",
        "Ann Lee",
    ),
    (
        "Sen. Ann Lee (R-Ohio) [said] it rained.",
        "Sen. Ann Lee (R-Ohio)",
        "Sen. Ann Lee",
    ),
    (
        "A spokesman for the ministry [said] it rained.",
        "A spokesman for the ministry",
        "spokesman",
    ),
    ("Lee and Cho [said] it rained.", "Lee and Cho", "Lee"),
    (
        "Sens. Lee, Cho and Poe [said] it rained.",
        "Sens. Lee, Cho and Poe",
        "Sens. Lee",
    ),
    (
        "In Dover, Lee and Cho [said] it rained.",
        "Lee and Cho",
        "Lee",
    ),
    (
        "Taxes rose and officials [said] it rained.",
        "officials",
        "officials",
    ),
    ("But she [said] it rained.", "she", "she"),
    ("Don Lee [said] it rained.", "Don Lee", "Don Lee"),
    (
        "Ann Lee, CEO of Norland Air, which has left Dover, [said] it rained.",
        "Ann Lee, CEO of Norland Air, which has left Dover",
        "Ann Lee",
    ),
    ("In his speech Lee [said] it rained.", "Lee", "Lee"),
    ("So the mayor [said] it rained.", "the mayor", "mayor"),
    ("Wear [said] it rained.", "Wear", "Wear"),
    (
        "It rained, [said] the board’s chief, Ann Lee, on Monday.",
        "the board’s chief, Ann Lee",
        "chief",
    ),
    (
        "Ann Lee, head of the board in Dover [said] it rained.",
        "Ann Lee, head of the board in Dover",
        "Ann Lee",
    ),
    (
        "Ann Lee, a lawyer from Dover [said] it rained.",
        "Ann Lee, a lawyer from Dover",
        "Ann Lee",
    ),
    ("In Dover, a lawyer [said] it rained.", "a lawyer", "lawyer"),
    (
        "Lee, at a meeting in Dover, Ohio, [said] it rained.",
        "Lee, at a meeting in Dover, Ohio",
        "Lee",
    ),
    (
        "Led by Cho, the miners [said] it rained.",
        "the miners",
        "miners",
    ),
    (
        "Early in the year, Lee left, [saying] it rained.",
        "Lee",
        "Lee",
    ),
    (
        "Ann Lee late on Monday left, [saying] it rained.",
        "Ann Lee",
        "Ann Lee",
    ),
    (
        "Norland.com [said] it rained.",
        "Norland.com",
        "Norland.com",
    ),
    ("Last week Ann Lee [said] it rained.", "Ann Lee", "Ann Lee"),
    ("On Monday Ann Lee [said] it rained.", "Ann Lee", "Ann Lee"),
    (
        "It rained, the same week Ann Lee [said] so.",
        "Ann Lee",
        "Ann Lee",
    ),
    (
        "This month officials [said] it rained.",
        "officials",
        "officials",
    ),
    (
        "The Sunday Herald [said] it rained.",
        "The Sunday Herald",
        "Sunday Herald",
    ),
    ("Internally, staff [said] it rained.", "staff", "staff"),
    (
        "Ann Lee, now 81 and retired in Dover, Ohio, [said] it rained.",
        "Ann Lee, now 81 and retired in Dover, Ohio",
        "Ann Lee",
    ),
    (
        "It rained, [according] to a Norland Today report.",
        "a Norland Today report",
        "report",
    ),
    (
        "There were notes, which included staff members [saying] it rained.",
        "staff members",
        "members",
    ),
    (
        "People who attended the rally [said] it rained.",
        "People who attended the rally",
        "People",
    ),
    (
        "When asked, three of the voters [said] it rained.",
        "three of the voters",
        "three",
    ),
    ("In an interview, Lee [said] it rained.", "Lee", "Lee"),
    (
        "The lawyer refused to [say] it rained.",
        "The lawyer",
        "lawyer",
    ),
    ("Lee went on to [say] it rained.", "Lee", "Lee"),
    (
        "In recent months protesters [said] it rained.",
        "protesters",
        "protesters",
    ),
    ("Lee was quick to [say] it rained.", "Lee", "Lee"),
    (
        "The gaffe prompted Ann Lee to [say] so.",
        "Ann Lee",
        "Ann Lee",
    ),
    (
        "The gaffe led critics to [say] it rained.",
        "critics",
        "critics",
    ),
    ("L&M Foods [said] it rained.", "L&M Foods", "L&M Foods"),
    ("Lee used her talk to [say] it rained.", "Lee", "Lee"),
    (
        "The next month, a lawyer sued, [saying] it rained.",
        "a lawyer",
        "lawyer",
    ),
    ("Lee attacked the plan, [saying] it rained.", "Lee", "Lee"),
    (
        "In May, Lee attacked the plan, [saying] it rained.",
        "Lee",
        "Lee",
    ),
    ("Lee won the race and [said] it rained.", "Lee", "Lee"),
    ("It rained, according [to] the ministry.", "", ""),
    (
        "It rained, [according] to the ministry.",
        "the ministry",
        "ministry",
    ),
    (
        "It rained, [according] to Ann Lee, a lawyer.",
        "Ann Lee, a lawyer",
        "Ann Lee",
    ),
    (
        "It rained, [said] Ann Lee, a lawyer.",
        "Ann Lee, a lawyer",
        "Ann Lee",
    ),
    (
        "It rained, [said] the head of the board.",
        "the head of the board",
        "head",
    ),
    (
        "He was [told] by officials that it rained.",
        "officials",
        "officials",
    ),
    (
        "The ministry's [claim] that it rained was wrong.",
        "The ministry",
        "ministry",
    ),
    (
        "Secretary of State Ann Lee [said] it rained.",
        "Secretary of State Ann Lee",
        "Secretary of State Ann Lee",
    ),
    ("It was Lee, not Cho, who [said] it rained.", "who", "Lee"),
    ("She met Lee, who [said] it rained.", "who", "Lee"),
    (
        "Sources familiar with the talks [said] it rained.",
        "Sources familiar with the talks",
        "Sources",
    ),
    (
        "Officials briefed on the plan [said] it rained.",
        "Officials briefed on the plan",
        "Officials",
    ),
    (
        "Manning's son, Bo, defended the plan, [saying] it rained.",
        "Manning's son, Bo",
        "son",
    ),
    (
        "Manning told the board, [saying] it rained.",
        "Manning",
        "Manning",
    ),
    (
        "Speaking in Dover, Lee told the board, [saying] it rained.",
        "Lee",
        "Lee",
    ),
    (
        "The ministry less than two weeks ago [said] it rained.",
        "The ministry",
        "ministry",
    ),
    (
        "According to the Herald, Lee left, [saying] it rained.",
        "Lee",
        "Lee",
    ),
    ("Lee on a Sunday [said] it rained.", "Lee", "Lee"),
    (
        "At the mill in Dover, Norland [says] it rained.",
        "Norland",
        "Norland",
    ),
    (
        "Lee, who has in the past [said] it rained, left.",
        "who",
        "Lee",
    ),
    (
        "Officials had on several occasions [said] it rained.",
        "Officials",
        "Officials",
    ),
    ("Lee left; he spoke; and [declared] that rain fell.", "", ""),
    (
        "Some of his own voters [say] it rained.",
        "Some of his own voters",
        "Some",
    ),
    (
        "Rep. Ann Lee, R-Ohio, the chair of the board, [said] it rained.",
        "Rep. Ann Lee, R-Ohio, the chair of the board",
        "Rep. Ann Lee",
    ),
    (
        "Ann Lee, D-N.Y., [said] it rained.",
        "Ann Lee, D-N.Y.",
        "Ann Lee",
    ),
    (
        "It rained, [said] then-Sen. Ann Lee.",
        "then-Sen. Ann Lee",
        "Ann Lee",
    ),
    (
        "The miners keep [saying] it rained.",
        "The miners",
        "miners",
    ),
    ("Lee will keep [saying] it rained.", "Lee", "Lee"),
    (
        "The miners kept digging, [saying] it rained.",
        "The miners",
        "miners",
    ),
    ("Lee, who in 2002 [said] it rained, left.", "who", "Lee"),
    ("The board in 2002 [said] it rained.", "The board", "board"),
    ("It would let miners [say] it rained.", "miners", "miners"),
    (
        "The miners struck a new tone, [saying] it rained.",
        "The miners",
        "miners",
    ),
    ("It is worth [noting] that it rained.", "", ""),
    (
        "Those who live by the sea [say] it rained.",
        "Those who live by the sea",
        "Those",
    ),
    (
        "Two in ten farmers who sell bread [say] it rained.",
        "Two in ten farmers who sell bread",
        "Two",
    ),
    ("Earlier in the day Lee [said] it rained.", "Lee", "Lee"),
    ("The day after, Lee left, [saying] it rained.", "Lee", "Lee"),
    (
        "Those behind the increase [said] it rained.",
        "Those behind the increase",
        "Those",
    ),
];

#[test]
fn speakers() {
    let tables = Language::english().quotation();
    let mut wrong = Vec::new();
    for (marked, mention, head) in SPEAKERS {
        let start = marked.find('[').unwrap_or_default();
        let text = marked.replace(['[', ']'], "");
        let mut tokens = Tokens::default();
        tokens.read(&text, Span::new(0, text.len()), tables);
        let found = cue::at(&tokens, tokens.at(start), Flags::CUE)
            .and_then(|cue| speaker(&tokens, &cue))
            .map_or(("", ""), |m| (&text[m.span.range()], &text[m.head.range()]));
        if found != (mention, head) {
            wrong.push(format!("{marked}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
