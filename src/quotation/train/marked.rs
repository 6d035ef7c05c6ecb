//! Trains the weights that choose among the speakers proposed for words in marks, and those that
//! separate speech from other uses of marks.

use super::gold::{Article, Attribution};
use super::learner::{Learner, Pace};
use super::tally::{Tally, Trust, print_error};
use super::{by_publisher, others, write};
use crate::language::Language;
use crate::language::weights::{SOURCE, SPEECH};
use crate::marks::{self, Stretch};
use crate::model::{Features, Model};
use crate::quotation::Level;
use crate::quotation::marked::attribution::{Verdict, choose};
use crate::quotation::marked::feature;
use crate::quotation::marked::frame::frames;
use crate::quotation::marked::proposal::{Proposal, Rule};
use crate::quotation::marked::reader::{Case, Reader};
use crate::sentence;
use crate::span::{Span, floor};

/// How much the right speaker counts by itself; the rest is for the right speaker by the right cue.
const SPEAKER: f32 = 0.6;

/// How much what is no speech counts: speech is six times as frequent, but an alarm is worse than a miss.
const NO_SPEECH: f32 = 1.4;

/// How much an example counts that is annotated by offsets: they are many, and what their reader takes for
/// speech differs a little.
const ADDED: f32 = 0.25;

const PACE: Pace = Pace {
    step: 0.08,
    pull: 0.4,
};

/// A stretch with the right answer.
pub(super) struct Example {
    /// The features of each proposal, and how right it is.
    pub(super) proposals: Vec<(Features, u8)>,
    pub(super) direct: bool,
    /// Whether the annotators name a speaker.
    pub(super) sourced: bool,
    /// Whether it is speech; `None` where the annotators do not say.
    pub(super) speech: Option<bool>,
    /// How much it counts.
    weight: f32,
    /// Whether its article is annotated by offsets.
    added: bool,
    /// The features of the stretch under each proposal that a model may choose.
    chosen: Vec<Features>,
    /// The rule of each proposal.
    pub(super) rules: Vec<Rule>,
    /// What to print of a wrong decision: the stretch with its answer, and each proposal.
    pub(super) shown: (String, Vec<String>),
}

impl Example {
    /// What each proposal counts by the weights of `source`.
    pub(super) fn scores<'a>(&'a self, source: &'a Model) -> impl Iterator<Item = f32> + 'a {
        self.proposals.iter().map(|p| source.score(&p.0))
    }
}

/// 2 for the right speaker and cue, 1 for the right speaker, 0 for another.
fn quality(proposal: &Proposal, gold: &[&Attribution], text: &str) -> u8 {
    let mut best = 0;
    for attribution in gold {
        let right = attribution
            .sources()
            .any(|source| proposal.mention.span.overlaps(head(text, source)));
        if right {
            let cue = proposal
                .cue_span
                .is_some_and(|cue| attribution.cues().any(|gold| gold.overlaps(cue)));
            best = best.max(1 + u8::from(cue));
        }
    }
    best
}

/// The source up to its first preposition.
fn head(text: &str, source: Span) -> Span {
    let words = &text[source.range()];
    let end = [
        " of ", " for ", " from ", " who ", " in ", " with ", " at ", " on ",
    ]
    .iter()
    .filter_map(|preposition| words.find(preposition))
    .min()
    .unwrap_or(words.len());
    Span::new(source.start, source.start + end)
}

/// The stretches of an article.
fn examples(article: &Article) -> Vec<Example> {
    let mut out = Vec::new();
    let text = &article.text;
    let language = Language::english();
    let outermost: Vec<Stretch> = marks::pair(text)
        .into_iter()
        .filter(|stretch| stretch.depth == 0 && !stretch.inner.is_empty())
        .collect();
    let sentences: Vec<Span> = sentence::split(text, language).map(|s| s.span()).collect();
    let frames = frames(text, &outermost, &sentences);
    let tables = language.quotation();
    let mut reader = Reader::new(text, frames.len(), &sentences, tables, Features::new());
    for frame in frames {
        let mut judge = |case: &Case<'_, Features>| {
            let inner = case.stretch.inner;
            let gold: Vec<&Attribution> = article
                .attributions
                .iter()
                .filter(|a| a.kind != "indirect" && a.contents().any(|span| span.overlaps(inner)))
                .collect();
            let label = article
                .quoted
                .iter()
                .find(|q| q.depth == 0 && q.span().overlaps(inner))
                .map(|q| q.label.as_str());
            let speech = match label {
                Some("direct" | "mixed") => Some(true),
                Some("none-attributed") => Some(false),
                _ => None,
            };
            let proposals: Vec<(Features, u8)> = case
                .proposals
                .iter()
                .zip(case.observed)
                .map(|(proposal, features)| (*features, quality(proposal, &gold, text)))
                .collect();
            let source = (0..proposals.len()).rev().max_by_key(|&at| proposals[at].1);
            let chosen = case
                .proposals
                .iter()
                .map(Some)
                .chain([None])
                .map(|best| {
                    let mut seen = Features::new();
                    feature::of_stretch(case.place, &case.wording, case.setting, best, &mut seen);
                    seen
                })
                .collect();
            out.push(Example {
                proposals,
                direct: gold.iter().any(|a| a.kind == "direct"),
                sourced: gold.iter().any(|a| a.sources().next().is_some()),
                speech,
                weight: article.weight(ADDED),
                added: article.added,
                chosen,
                rules: case.proposals.iter().map(|p| p.rule).collect(),
                shown: shown(case, &gold, text),
            });
            Verdict {
                speech: speech != Some(false),
                source,
                level: Level::Low,
            }
        };
        reader.read(&frame, &outermost, &mut judge, &mut |_, _| {});
    }
    out
}

/// The stretch with its answer, and each proposal, for whoever reads the errors.
fn shown(case: &Case<'_, Features>, gold: &[&Attribution], text: &str) -> (String, Vec<String>) {
    const AROUND: usize = 160;
    let cut = |span: Span| {
        let end = floor(text, span.end.min(span.start + AROUND));
        text[floor(text, span.start)..end].replace('\n', " / ")
    };
    let stretch = case.stretch.outer;
    let before = Span::new(stretch.start.saturating_sub(AROUND), stretch.start);
    let after = Span::new(stretch.end, (stretch.end + AROUND).min(text.len()));
    let answers: Vec<String> = gold
        .iter()
        .map(|a| {
            let sources: Vec<String> = a.sources().map(cut).collect();
            let cues: Vec<String> = a.cues().map(cut).collect();
            format!("{} <{}>", sources.join(" "), cues.join(" "))
        })
        .collect();
    let line = format!(
        "{}: {}>>{}<<{}",
        answers.join("; "),
        cut(before),
        cut(stretch),
        cut(after)
    );
    let proposals = case.proposals.iter().map(|proposal| {
        let cue = proposal.cue_span.map_or(String::new(), cut);
        format!(
            "{} {} <{cue}>",
            proposal.rule.name(),
            cut(proposal.mention.span)
        )
    });
    (line, proposals.collect())
}

fn train_source(examples: &[&Example]) -> Model {
    Learner::new(SOURCE.size(), PACE).model(examples.len(), |learner, at| {
        let Example {
            proposals,
            weight: own,
            ..
        } = examples[at];
        let best = proposals.iter().map(|p| p.1).max().unwrap_or(0);
        if best == 0 || proposals.iter().all(|p| p.1 == best) {
            return;
        }
        let scores: Vec<f32> = proposals.iter().map(|p| learner.score(&p.0)).collect();
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let weights: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
        let share = |least: u8| -> f32 {
            let right = weights.iter().zip(proposals).filter(|(_, p)| p.1 >= least);
            right.map(|(weight, _)| weight).sum::<f32>().max(1e-9)
        };
        let (sum, right, speaker) = (share(0), share(best), share(1));
        for (weight, (features, quality)) in weights.iter().zip(proposals) {
            let mut wanted = 0.0;
            if *quality == best {
                wanted += (1.0 - SPEAKER) * weight / right;
            }
            if *quality > 0 {
                wanted += SPEAKER * weight / speaker;
            }
            learner.step(features, own * (wanted - weight / sum));
        }
    })
}

/// The features of a stretch under the proposal that the weights of `source` choose.
pub(super) fn chosen<'e>(example: &'e Example, source: &Model) -> &'e Features {
    let best = choose(example.scores(source)).best;
    &example.chosen[best.unwrap_or(example.proposals.len())]
}

fn train_speech(examples: &[&Example], source: &Model) -> Model {
    let answers = examples
        .iter()
        .map(|e| (chosen(e, source), e.speech, e.weight));
    let answers: Vec<_> = answers.collect();
    Learner::new(SPEECH.size(), PACE).model(answers.len(), |learner, at| {
        if let (features, Some(speech), weight) = answers[at] {
            let rare = if speech { 1.0 } else { NO_SPEECH };
            learner.answer(features, speech, rare * weight);
        }
    })
}

#[test]
#[ignore = "a tool: trains on the annotated articles that COPYDESK_GOLD names"]
fn train_marked() {
    let Some(articles) = Article::read_all() else {
        return;
    };
    let publishers = by_publisher(&articles, examples);
    // of the articles with texts, and of those added to them
    let mut totals = [Tally::default(), Tally::default()];
    let mut trust = Trust::default();
    let show = std::env::var_os("COPYDESK_ERRORS").is_some();
    for (held_out, examples) in &publishers {
        let rest = others(&publishers, held_out);
        let source = train_source(&rest);
        let speech = train_speech(&rest, &source);
        let mut tally = Tally::default();
        for example in examples {
            tally.add(example, &source, &speech);
            totals[usize::from(example.added)].add(example, &source, &speech);
            trust.add(example, &source, &speech);
            if show {
                print_error(example, &source, &speech);
            }
        }
        tally.print(held_out);
    }
    totals[0].print("all, held out");
    totals[1].print("others, held out");
    trust.print();
    let all: Vec<&Example> = publishers.values().flatten().collect();
    let source = train_source(&all);
    let speech = train_speech(&all, &source);
    let mut tally = Tally::default();
    for example in all.iter().filter(|example| !example.added) {
        tally.add(example, &source, &speech);
    }
    tally.print("trained on");
    let about = "How much each observation speaks for a proposed speaker";
    write("source.weights", about, &source, |at, lemmas| {
        SOURCE.name(at, lemmas)
    });
    let about = "How much each observation speaks for speech, not for another use of marks";
    write("speech.weights", about, &speech, |at, lemmas| {
        SPEECH.name(at, lemmas)
    });
}
