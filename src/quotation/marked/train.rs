//! Trains the weights that choose among proposed speakers and tell speech from other marks.
//!
//! ```sh
//! COPYDESK_TRAIN=annotated.jsonl cargo test --release train_quotations -- --ignored --nocapture
//! ```
//!
//! Each line of the file has `text`, `publisher`, `attributions` (with `kind`, `source`, `cue` and
//! `content` as lists of byte spans) and `quoted` (with `span`, `depth` and `label`). Prints the
//! accuracy on publishers left out in turn; with `COPYDESK_ERRORS=1` also each error made there.
//! With `COPYDESK_WEIGHTS=DIR` it writes the weights of all of them there.

mod tally;

use std::collections::BTreeMap;

use tally::{Tally, Trust, print_error};

use crate::language::Language;
use crate::language::quotation::cue_bases;
use crate::language::weights::{Observed, SOURCE, SPEECH};
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

#[derive(serde::Deserialize)]
struct Document {
    publisher: String,
    text: String,
    attributions: Vec<Attribution>,
    quoted: Vec<Quoted>,
}

#[derive(serde::Deserialize)]
struct Attribution {
    kind: String,
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

#[derive(serde::Deserialize)]
struct Quoted {
    span: [usize; 2],
    depth: u8,
    label: String,
}

/// A stretch with the right answer.
struct Example {
    publisher: String,
    /// The features of each proposal, and how right it is.
    proposals: Vec<(Features, u8)>,
    direct: bool,
    /// Whether the annotators name a speaker.
    sourced: bool,
    /// Whether it is speech; `None` where the annotators do not tell.
    speech: Option<bool>,
    /// The features of the stretch under each proposal that a model may choose.
    chosen: Vec<Features>,
    /// The rule of each proposal.
    rules: Vec<Rule>,
    /// What to print of a wrong decision: the stretch with its answer, and each proposal.
    shown: (String, Vec<String>),
}

impl Example {
    /// What each proposal counts by the weights of `source`.
    fn scores<'a>(&'a self, source: &'a Model) -> impl Iterator<Item = f32> + 'a {
        self.proposals.iter().map(|p| source.score(&p.0))
    }
}

fn spans(list: &[[usize; 2]]) -> impl Iterator<Item = Span> + '_ {
    list.iter().map(|&[start, end]| Span::new(start, end))
}

/// 2 for the right speaker and cue, 1 for the right speaker, 0 for another.
fn quality(proposal: &Proposal, gold: &[&Attribution], text: &str) -> u8 {
    let mut best = 0;
    for attribution in gold {
        let right = spans(&attribution.source)
            .any(|source| proposal.mention.span.overlaps(head(text, source)));
        if right {
            let cue = proposal
                .cue_span
                .is_some_and(|cue| spans(&attribution.cue).any(|gold| gold.overlaps(cue)));
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

fn examples(document: &Document, out: &mut Vec<Example>) {
    let text = &document.text;
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
            let gold: Vec<&Attribution> = document
                .attributions
                .iter()
                .filter(|a| a.kind != "indirect")
                .filter(|a| spans(&a.content).any(|span| span.overlaps(case.stretch.inner)))
                .collect();
            let label = document
                .quoted
                .iter()
                .find(|q| {
                    q.depth == 0 && Span::new(q.span[0], q.span[1]).overlaps(case.stretch.inner)
                })
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
                publisher: document.publisher.clone(),
                proposals,
                direct: gold.iter().any(|a| a.kind == "direct"),
                sourced: gold.iter().any(|a| !a.source.is_empty()),
                speech,
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
            let all = |list: &[[usize; 2]]| spans(list).map(cut).collect::<Vec<_>>().join(" ");
            format!("{} <{}>", all(&a.source), all(&a.cue))
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

/// Stochastic gradient descent with a step of its own for every weight.
struct Learner {
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// The weights of all rounds together: their mean is better than the last of them.
    sums: Vec<f32>,
    rounds: f32,
}

impl Learner {
    const STEP: f32 = 0.07;
    /// How hard weights are drawn towards zero: what few examples show is doubted.
    const PULL: f32 = 0.5;

    fn new(weights: usize) -> Self {
        Self {
            weights: vec![0.0; weights],
            squares: vec![1e-3; weights],
            sums: vec![0.0; weights],
            rounds: 0.0,
        }
    }

    fn score(&self, features: &Features) -> f32 {
        features.iter().map(|at| self.weights[at]).sum()
    }

    /// Ends a round: draws every weight towards zero, once for all examples, and notes it.
    fn settle(&mut self) {
        for at in 0..self.weights.len() {
            self.weights[at] /= 1.0 + Self::PULL * Self::STEP / self.squares[at].sqrt();
            self.sums[at] += self.weights[at];
        }
        self.rounds += 1.0;
    }

    fn model(self) -> Model {
        let rounds = self.rounds;
        Model::new(self.sums.into_iter().map(|sum| sum / rounds).collect())
    }

    fn step(&mut self, features: &Features, gradient: f32) {
        for at in features.iter() {
            self.squares[at] += gradient * gradient;
            self.weights[at] += Self::STEP * gradient / self.squares[at].sqrt();
        }
    }
}

const EPOCHS: usize = 20;

/// An order that mixes the examples, the same every time.
fn shuffled(len: usize, epoch: usize) -> impl Iterator<Item = usize> {
    const PRIME: usize = 1_000_003;
    (0..len).map(move |at| (at * PRIME + epoch * 7919) % len)
}

/// How much the right speaker counts by itself; the rest is for the right speaker by the right cue.
const SPEAKER: f32 = 0.55;

fn train_source(examples: &[&Example]) -> Model {
    let mut learner = Learner::new(SOURCE.size());
    for epoch in 0..EPOCHS {
        for at in shuffled(examples.len(), epoch) {
            let proposals = &examples[at].proposals;
            let best = proposals.iter().map(|p| p.1).max().unwrap_or(0);
            if best == 0 || proposals.iter().all(|p| p.1 == best) {
                continue;
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
                learner.step(features, wanted - weight / sum);
            }
        }
        learner.settle();
    }
    learner.model()
}

fn chosen(example: &Example, source: &Model) -> Features {
    let best = choose(example.scores(source)).0;
    example.chosen[best.unwrap_or(example.proposals.len())]
}

fn train_speech(examples: &[&Example], source: &Model) -> Model {
    let mut learner = Learner::new(SPEECH.size());
    let chosen: Vec<Features> = examples
        .iter()
        .map(|example| chosen(example, source))
        .collect();
    for epoch in 0..EPOCHS {
        for at in shuffled(examples.len(), epoch) {
            let Some(speech) = examples[at].speech else {
                continue;
            };
            let features = &chosen[at];
            let probability = 1.0 / (1.0 + (-learner.score(features)).exp());
            // Speech is ten times as frequent; an alarm is as bad as three misses.
            let weight = if speech { 1.0 } else { NO_SPEECH };
            learner.step(
                features,
                weight * (f32::from(u8::from(speech)) - probability),
            );
        }
        learner.settle();
    }
    learner.model()
}

const NO_SPEECH: f32 = 1.55;

fn rendered(model: &Model, observed: Observed, title: &str) -> String {
    let title = format!("{title}; written by the trainer in src/quotation/marked/train.rs.");
    let lemmas = cue_bases();
    model.text(&title, |at| observed.name(at, &lemmas))
}

#[test]
#[ignore = "a tool: needs annotated articles"]
fn train_quotations() {
    let path =
        std::env::var("COPYDESK_TRAIN").expect("COPYDESK_TRAIN names the annotated articles");
    let file = std::fs::read_to_string(path).expect("the annotated articles can be read");
    let mut all = Vec::new();
    for line in file.lines() {
        examples(
            &serde_json::from_str(line).expect("a line is a document"),
            &mut all,
        );
    }
    let mut publishers: BTreeMap<&str, Vec<&Example>> = BTreeMap::new();
    for example in &all {
        publishers
            .entry(&example.publisher)
            .or_default()
            .push(example);
    }
    let mut total = Tally::default();
    let mut trust = Trust::default();
    let show = std::env::var_os("COPYDESK_ERRORS").is_some();
    for (held_out, examples) in &publishers {
        let rest: Vec<&Example> = all.iter().filter(|e| e.publisher != *held_out).collect();
        let source = train_source(&rest);
        let speech = train_speech(&rest, &source);
        let mut tally = Tally::default();
        for example in examples {
            tally.add(example, &source, &speech);
            total.add(example, &source, &speech);
            trust.add(example, &source, &speech);
            if show {
                print_error(example, &source, &speech);
            }
        }
        tally.print(held_out);
    }
    total.print("all, held out");
    trust.print();
    let every: Vec<&Example> = all.iter().collect();
    let source = train_source(&every);
    let speech = train_speech(&every, &source);
    let mut tally = Tally::default();
    for example in &every {
        tally.add(example, &source, &speech);
    }
    tally.print("trained on");
    if let Ok(folder) = std::env::var("COPYDESK_WEIGHTS") {
        let write = |name: &str, text: String| {
            std::fs::write(format!("{folder}/{name}"), text).expect("the weights can be written");
        };
        write(
            "source.weights",
            rendered(
                &source,
                SOURCE,
                "How much each observation speaks for a proposed speaker",
            ),
        );
        write(
            "speech.weights",
            rendered(
                &speech,
                SPEECH,
                "How much each observation speaks for speech, not for another use of marks",
            ),
        );
    }
}
