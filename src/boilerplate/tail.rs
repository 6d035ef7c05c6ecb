//! The trailing block: walks the lines from the end and decides it as a whole.
//!
//! Stops at the first line of the story, so that a clean end costs one line.

use super::Finding;
use super::judge::{Judge, Verdict, Zone};
use super::line::Token;
use super::signs::{self, Signs};
use crate::category::Category;
use crate::language::boilerplate::{RuleFlags, Shapes};
use crate::lines;
use crate::span::Span;

/// A line that may be boilerplate if its neighbours are.
struct Doubt {
    line: Span,
    kind: Kind,
}

enum Kind {
    /// A rule knows it, but not for certain.
    Weak(Verdict),
    /// It reads like the headline of a link, or like the name under a teaser.
    Headline { bullet: bool },
    /// A sentence that may be the teaser of a link.
    Teaser,
    /// A sentence over boilerplate; whether it speaks of the outlet.
    Stray { offers: bool },
}

/// The trailing block of a text, gathered from its end.
struct Block<'t> {
    text: &'t str,
    /// From the last line up.
    findings: Vec<Finding>,
    doubts: Vec<Doubt>,
    /// Whether a sentence that no rule knows was read past.
    strayed: bool,
    /// Where the note of the one author begins whose name stands over it.
    named: Option<usize>,
}

/// The boilerplate that ends `text`, in order.
pub(crate) fn find(text: &str, judge: &mut Judge<'_>) -> Vec<Finding> {
    let mut block = Block {
        text,
        findings: Vec::new(),
        doubts: Vec::new(),
        strayed: false,
        named: None,
    };
    let mut above = lines::lines(text).rev().filter(|line| !line.is_empty());
    while let Some(line) = above.next() {
        let words = &text[line];
        if is_separator(words) {
            block.separator(line);
            continue;
        }
        let verdict = judge
            .judge(words, Zone::Tail)
            .filter(|verdict| !block.is_about_known(verdict, line, words, judge));
        let go_on = match verdict {
            Some(verdict) if verdict.from > 0 => block.glued(line, verdict),
            Some(verdict) if verdict.has(RuleFlags::WEAK) => block.weak(line, verdict),
            Some(verdict) => block.accept(line, verdict),
            None if block.is_name_of_author(line) => block.names_author(line),
            None if is_headline(words, judge) && judge.tables.is_on(LINK_LIST) => block.doubt(
                line,
                Kind::Headline {
                    bullet: words.starts_with(['-', '•', '*', '–']),
                },
            ),
            None => {
                let stray = block.stray(words, judge);
                block.teaser(line, words, judge)
                    || block.paragraph(line, above.clone().map(|line| &text[line]), judge)
                    || stray.is_some_and(|kind| block.doubt(line, kind))
            }
        };
        if !go_on {
            break;
        }
    }
    block.finish();
    block.findings.reverse();
    block.findings
}

/// Where doubtful lines stand.
struct Under<'a> {
    /// The boilerplate over them.
    above: &'a Verdict,
    /// Whether boilerplate follows them too.
    enclosed: bool,
    /// Whether they are a few short lines of words only, without a final stop.
    few: bool,
    /// Whether it is one line.
    lone: bool,
}

impl Under<'_> {
    /// A line that is boilerplate here.
    fn settle(&self, doubt: Doubt) -> Option<Finding> {
        let Self { above, .. } = self;
        let verdict = match doubt.kind {
            Kind::Weak(verdict) if verdict.goes_on(above) => verdict.beside(Signs::NEIGHBOUR),
            Kind::Weak(_) => return None,
            Kind::Stray { offers } if above.ends_story() || offers && above.offers() => {
                above.below(Signs::NEIGHBOUR)
            }
            Kind::Stray { .. } => return None,
            _ if above.has(RuleFlags::HEADER) => above.below(Signs::UNDER_HEADER),
            Kind::Headline { .. } if self.enclosed => link(Signs::NEIGHBOUR),
            Kind::Headline { .. } if self.few && above.has_buttons() => {
                above.below(Signs::NEIGHBOUR)
            }
            Kind::Headline { .. } if self.few && self.lone && above.signs_off() => {
                link(Signs::NEIGHBOUR)
            }
            _ => return None,
        };
        Some(Finding::new(doubt.line, verdict))
    }
}

impl Block<'_> {
    /// Takes a line that a rule knows; false if lines under it end the block there.
    fn accept(&mut self, line: Span, verdict: Verdict) -> bool {
        let settled = self.settle(&verdict);
        if settled {
            self.findings.push(Finding::new(line, verdict));
        }
        settled
    }

    /// Decides the doubtful lines under a line that is boilerplate: all go, or none does.
    fn settle(&mut self, above: &Verdict) -> bool {
        if self.doubts.is_empty() {
            return true;
        }
        let doubts = std::mem::take(&mut self.doubts);
        let stray = |doubt: &Doubt| {
            matches!(doubt.kind, Kind::Headline { .. })
                && doubt.line.len() <= LONGEST_STRAY
                && !self.text[doubt.line].contains(|c: char| c.is_ascii_digit() || c == ':')
        };
        let under = Under {
            above,
            enclosed: !self.findings.is_empty(),
            lone: doubts.len() == 1,
            few: doubts.len() <= MOST_STRAYS && doubts.iter().all(stray),
        };
        let settled = doubts.into_iter().map(|doubt| under.settle(doubt));
        let Some(settled) = settled.collect::<Option<Vec<_>>>() else {
            return false;
        };
        self.findings.extend(settled);
        true
    }

    /// Whether a line says who somebody is that the story speaks of, or how to reach them; no
    /// author's note does that.
    fn is_about_known(
        &self,
        verdict: &Verdict,
        line: Span,
        words: &str,
        judge: &Judge<'_>,
    ) -> bool {
        let reaches = verdict.category == Category::Contact && verdict.has(RuleFlags::TITLES);
        if !(reaches || verdict.category == Category::AuthorBio)
            || verdict.signs.contains(Signs::ADDRESS)
            || self.findings.len() + self.doubts.len() >= MOST_AUTHORS
        {
            return false;
        }
        let stop = |t: &Token| &words[t.start as usize..t.end as usize] == ".";
        let name = judge.tokens().iter().skip_while(|t| t.is_mark());
        let name = name.take_while(|t| t.is(Shapes::CAPITAL) || stop(t));
        let name = name.filter(|t| !t.is_mark());
        let small = judge.tables.known.small;
        let Some(last) = name.last().filter(|t| t.classes & small == 0) else {
            return false;
        };
        let surname = &words[last.start as usize..last.end as usize];
        let story = lines::lines(&self.text[..line.start]).map(|line| &self.text[line]);
        let mut told = story.filter(|words| signs::is_finished(words));
        // the first of many may introduce the author
        let lead = told.next();
        let lead = lead.filter(|_| told.clone().nth(FEW_LINES).is_none());
        lead.into_iter().chain(told).any(|words| {
            words
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| w == surname)
        })
    }

    /// Whether a line is the name of the author over the note that says who that is.
    fn is_name_of_author(&self, line: Span) -> bool {
        let note = self.findings.last().filter(|_| self.doubts.is_empty());
        note.filter(|note| note.verdict.category == Category::AuthorBio)
            .is_some_and(|note| self.text[note.span].starts_with(&self.text[line]))
    }

    /// Takes such a name. Under a second one the story tells of several people, and stays.
    fn names_author(&mut self, line: Span) -> bool {
        if let Some(named) = self.named {
            self.findings.truncate(named);
            return false;
        }
        let verdict = self
            .findings
            .last()
            .map(|note| note.verdict.below(Signs::NEIGHBOUR));
        self.named = Some(self.findings.len() - 1);
        self.findings
            .extend(verdict.map(|verdict| Finding::new(line, verdict)));
        true
    }

    /// Keeps a line in doubt.
    fn doubt(&mut self, line: Span, kind: Kind) -> bool {
        self.doubts.push(Doubt { line, kind });
        true
    }

    /// A line that counts only beside boilerplate.
    fn weak(&mut self, line: Span, verdict: Verdict) -> bool {
        let alone = self.findings.is_empty() || verdict.category == Category::AuthorBio;
        if alone || !self.doubts.is_empty() {
            return self.doubt(line, Kind::Weak(verdict));
        }
        self.findings
            .push(Finding::new(line, verdict.beside(Signs::NEIGHBOUR)));
        true
    }

    /// A separator belongs to what follows it, and settles one weak line under it.
    fn separator(&mut self, line: Span) {
        if let [
            Doubt {
                kind: Kind::Weak(_),
                ..
            },
        ] = &self.doubts[..]
        {
            let under = self.doubts.pop();
            self.findings
                .extend(under.and_then(|doubt| match doubt.kind {
                    Kind::Weak(verdict) => {
                        Some(Finding::new(doubt.line, verdict.beside(Signs::SEPARATOR)))
                    }
                    _ => None,
                }));
        }
        if let (Some(next), true) = (self.findings.last(), self.doubts.is_empty()) {
            let verdict = Verdict {
                signs: Signs::SEPARATOR,
                ..next.verdict.clone()
            };
            self.findings.push(Finding::new(line, verdict));
        }
    }

    /// A promotion at the end of a paragraph: the block begins there.
    fn glued(&mut self, line: Span, verdict: Verdict) -> bool {
        let span = Span::new(line.start + verdict.from, line.end);
        self.accept(span, verdict);
        false
    }

    /// One sentence over a name may be the teaser of a link, if a header stands over them all.
    fn teaser(&mut self, line: Span, words: &str, judge: &Judge<'_>) -> bool {
        let teaser = |doubt: &&Doubt| matches!(doubt.kind, Kind::Teaser | Kind::Stray { .. });
        let teasers = self.doubts.iter().filter(teaser).count();
        let names = self.doubts.len() - teasers;
        words.len() <= LONGEST_TEASER
            && names > teasers
            && !judge.reports()
            && self.doubt(line, Kind::Teaser)
    }

    /// The doubt about the line judged last, if it is the only one over boilerplate: a sentence
    /// that reports nothing may stand between two lines of the block, once.
    fn stray(&mut self, words: &str, judge: &Judge<'_>) -> Option<Kind> {
        const OFFERS: Signs = Signs::WE.union(Signs::PIECE);
        let below = self.findings.last().filter(|_| self.doubts.is_empty())?;
        let may = !self.strayed
            && words.len() <= LONGEST_TEASER
            && !judge.reports()
            && !judge.spared()
            && !is_personal(words)
            && !words.contains(['"', '“', '”']);
        let outlet = judge.tables.known.outlet;
        let offers = may
            && (Signs::of(words, judge.tokens(), judge.tables).any(OFFERS)
                || judge.tokens().iter().any(|t| t.classes & outlet != 0));
        let kind = (offers || may && below.verdict.closes()).then_some(Kind::Stray { offers });
        self.strayed |= kind.is_some();
        kind
    }

    /// A line that reads like story goes only right under a header that takes a paragraph; a
    /// correction may have several.
    fn paragraph<'t>(
        &mut self,
        line: Span,
        above: impl Iterator<Item = &'t str>,
        judge: &mut Judge<'_>,
    ) -> bool {
        if !self.doubts.is_empty() {
            return false;
        }
        for (distance, words) in above.take(CORRECTION_LINES).enumerate() {
            if words.len() > LONGEST_HEADER {
                continue;
            }
            match judge.judge(words, Zone::Tail) {
                Some(header) if header.has(RuleFlags::NOTES) && header.from == 0 => {
                    let corrects = header.category == Category::Correction;
                    let takes = (distance == 0 || corrects) && !is_note(words);
                    if takes {
                        let verdict = header.below(Signs::UNDER_HEADER);
                        self.findings.push(Finding::new(line, verdict));
                    }
                    return takes;
                }
                Some(_) => return false,
                None => {}
            }
        }
        false
    }

    /// Bulleted links over the block need no header.
    fn finish(&mut self) {
        let links = self
            .doubts
            .iter()
            .take_while(|doubt| matches!(doubt.kind, Kind::Headline { bullet: true }))
            .count();
        if links >= 2 && !self.findings.is_empty() {
            let taken = self.doubts.drain(..links);
            self.findings
                .extend(taken.map(|doubt| Finding::new(doubt.line, link(Signs::BULLET))));
        }
    }
}

/// Lines of a story that has no place for its author, less its first.
const FEW_LINES: usize = 2;

/// Lines at the end that may say who the authors are.
const MOST_AUTHORS: usize = 4;

/// The rule that takes headlines among links.
const LINK_LIST: &str = "link-list";

/// Lines without a final stop at the end that may fall with the line above them.
const MOST_STRAYS: usize = 3;

/// The longest such line, in bytes.
const LONGEST_STRAY: usize = 60;

/// The longest line that can be a link's teaser, in bytes.
const LONGEST_TEASER: usize = 200;

/// The longest line that is a bare header, in bytes.
const LONGEST_HEADER: usize = 60;

/// Lines under the header of a correction.
const CORRECTION_LINES: usize = 3;

/// Whether a header is a whole note: "Editor's note: This story tells of violence."
fn is_note(header: &str) -> bool {
    let label = header.find([':', '–', '—', '(']);
    signs::is_finished(header) && label.is_some_and(|at| at + 1 < header.len())
}

/// A headline among lines that are boilerplate.
fn link(why: Signs) -> Verdict {
    Verdict {
        rule: LINK_LIST.into(),
        category: Category::RelatedLinks,
        flags: RuleFlags::NONE,
        signs: Signs::HEADLINE.union(why),
        from: 0,
    }
}

impl Verdict {
    /// Whether a weak line may follow the line above it: what else is said of an author follows
    /// who the author is.
    fn goes_on(&self, above: &Verdict) -> bool {
        self.category != Category::AuthorBio || above.category == Category::AuthorBio
    }

    /// Whether such a line stands under a story and never inside it.
    fn closes(&self) -> bool {
        use Category::{AgencyCredit, AuthorBio, Copyright};
        self.from == 0 && matches!(self.category, AgencyCredit | AuthorBio | Copyright)
    }

    /// Whether such a line says where the story is from or whose it is.
    fn ends_story(&self) -> bool {
        self.closes() && self.category != Category::AuthorBio
    }

    /// Whether words without a sentence follow such a line: buttons, or who an author is.
    fn has_buttons(&self) -> bool {
        use Category::{AuthorBio, Copyright, MembershipAppeal};
        self.from == 0 && matches!(self.category, AuthorBio | Copyright | MembershipAppeal)
    }

    /// Whether such a line stands under a story, with nothing but the page below it.
    fn signs_off(&self) -> bool {
        use Category::{AgencyCredit, CommentCall, Contact, EditorialNote, Helpline, SocialFollow};
        let closing = matches!(
            self.category,
            AgencyCredit | CommentCall | Contact | EditorialNote | Helpline | SocialFollow
        );
        self.from == 0 && closing
    }

    /// Whether such a line asks for money or an opinion.
    fn appeals(&self) -> bool {
        use Category::{CommentCall, MembershipAppeal};
        self.from == 0 && matches!(self.category, CommentCall | MembershipAppeal)
    }

    /// Whether such a line says what else the outlet has for its readers.
    fn offers(&self) -> bool {
        use Category::{Contact, OtherPromo, SocialFollow};
        let offering = matches!(self.category, Contact | OtherPromo | SocialFollow);
        self.appeals() || self.from == 0 && offering
    }

    /// The verdict on an unknown line under such a line.
    fn below(&self, why: Signs) -> Self {
        Self {
            signs: why,
            from: 0,
            ..self.clone()
        }
    }

    fn beside(self, sign: Signs) -> Self {
        Self {
            signs: self.signs.union(sign),
            ..self
        }
    }
}

/// Whether a sentence is about somebody who was named before it, or is said by one who speaks of
/// himself.
fn is_personal(words: &str) -> bool {
    const PEOPLE: [&str; 6] = ["He", "She", "They", "His", "Her", "Their"];
    let mut all = words.split(|c: char| !c.is_alphanumeric());
    let opens = |word: &&str| PEOPLE.contains(word);
    all.clone().next().as_ref().is_some_and(opens) || all.any(|word| word == "I")
}

/// A rule of dashes, underscores, stars or hashes.
pub(crate) fn is_separator(line: &str) -> bool {
    let drawn = |c: char| {
        matches!(
            c,
            '_' | '-' | '—' | '–' | '*' | '#' | '=' | '~' | '•' | '·' | ' ' | '▼' | '\u{2500}'
                ..='\u{259f}'
        )
    };
    line.len() >= 2 && line.chars().all(drawn)
}

/// Whether the line judged last could be a link's headline: a capital or a figure first, no final
/// stop, not long, nothing said in it.
fn is_headline(line: &str, judge: &Judge<'_>) -> bool {
    const OPENERS: Shapes = Shapes::CAPITAL
        .or(Shapes::NUMBER)
        .or(Shapes::HOST)
        .or(Shapes::HANDLE)
        .or(Shapes::EMAIL);
    let finished = signs::is_finished(line);
    if finished && !line.ends_with(['?', '!']) {
        return false;
    }
    let known = &judge.tables.known;
    let tokens = judge.tokens();
    let words = tokens.iter().filter(|t| !t.is_mark()).count();
    let said = tokens.iter().any(|t| t.classes & known.say != 0);
    let first = tokens.iter().find(|t| !t.is_mark());
    let opens = first.is_some_and(|t| t.is(OPENERS));
    let sentences = tokens.iter().filter(|t| t.is(Shapes::SENTENCE)).count();
    opens && (!finished || sentences == 1) && !said && (1..=22).contains(&words)
}
