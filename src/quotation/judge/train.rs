//! Trains the weights of [`judge`](super) on annotated articles and writes their list.
//!
//! `COPYDESK_GOLD=articles.jsonl cargo test --release train_weights -- --ignored --nocapture`
//! prints what held-out publishers give, then trains on all and writes the list. A line of the
//! file is an article: its text, its publisher, the spans of its quoted stretches and its
//! attributions with their content, kind and whether they are speech.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

use super::features;
use crate::language::quotation::cue_bases;
use crate::language::weights::{COUNT, Weights, name};
use crate::language::{Language, QuotationTables};
use crate::quotation::boundary;
use crate::quotation::indirect::{self, Candidate};
use crate::quotation::tokens::Tokens;
use crate::span::Span;

#[derive(Deserialize)]
struct Article {
    text: String,
    publisher: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    content: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    kind: String,
    speech: bool,
}

impl Attribution {
    /// Whether it is reported speech.
    fn is_wanted(&self) -> bool {
        self.kind == "indirect" && self.speech
    }
}

/// Features and the answer to them.
type Case = (Vec<u16>, bool);

fn read() -> Option<Vec<Article>> {
    let path = std::env::var_os("COPYDESK_GOLD")?;
    let lines = std::fs::read_to_string(path).ok()?;
    lines
        .lines()
        .map(|line| serde_json::from_str(line).ok())
        .collect()
}

/// Calls `take` with each candidate of an article.
fn each(article: &Article, tables: &QuotationTables, take: impl FnMut(&Tokens, &Candidate, bool)) {
    let sentences: Vec<Span> = crate::sentences(&article.text).map(|s| s.span()).collect();
    let mut stretches = crate::marks::pair(&article.text);
    stretches.retain(|stretch| stretch.depth == 0);
    indirect::each(&article.text, &sentences, &stretches, tables, take);
}

/// For each place where a rightly found content could end, whether it does.
fn ends(article: &Article, tables: &QuotationTables) -> Vec<Case> {
    const NEAR: usize = 8;
    let mut cases = Vec::new();
    each(article, tables, |tokens, candidate, _| {
        let Some(open) = candidate.open else { return };
        let Some(start) = tokens.get(open).map(|t| t.span.start) else {
            return;
        };
        let cue = tokens.span(candidate.cue.phrase.clone());
        let Some(end) = article
            .attributions
            .iter()
            .filter(|a| {
                a.kind == "indirect" && a.cue.iter().any(|&(s, e)| cue.overlaps(Span::new(s, e)))
            })
            .filter(|a| a.content.iter().any(|&(s, _)| s.abs_diff(start) <= NEAR))
            .find_map(|a| a.content.last().map(|&(_, end)| end))
        else {
            return;
        };
        for (at, features) in boundary::places(tokens, open, candidate.frame) {
            let ends = tokens[at].span.start >= end;
            cases.push((features.as_slice().to_vec(), ends));
            if ends {
                break;
            }
        }
    });
    cases
}

/// The candidates of an article; each attribution is the answer to the candidate nearest to it,
/// and who finds one that is no reported speech counts neither way.
fn cases(article: &Article, tables: &QuotationTables) -> Vec<Case> {
    let mut found = Vec::new();
    each(article, tables, |tokens, candidate, nested| {
        let pieces = [
            tokens.span(candidate.content.clone()),
            tokens.span(candidate.rest.clone()),
        ];
        found.push((
            pieces,
            features(tokens, candidate, nested).as_slice().to_vec(),
        ));
    });
    let mut pairs = Vec::new();
    for (at, (pieces, _)) in found.iter().enumerate() {
        for (number, attribution) in article.attributions.iter().enumerate() {
            let share = share(&article.text, pieces, &attribution.content);
            if share >= 0.5 {
                pairs.push((share, at, number));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut answers = vec![Some(false); found.len()];
    let mut answered = vec![false; article.attributions.len()];
    let mut settled = vec![false; found.len()];
    for (_, at, number) in pairs {
        if settled[at] || answered[number] {
            continue;
        }
        settled[at] = true;
        answered[number] = true;
        answers[at] = article.attributions[number].is_wanted().then_some(true);
    }
    let answered = found.into_iter().zip(answers);
    answered
        .filter_map(|((_, features), right)| Some((features, right?)))
        .collect()
}

/// Shared letters over all letters of both.
fn share(text: &str, pieces: &[Span], content: &[(usize, usize)]) -> f64 {
    let letters = |span: Span| {
        text.as_bytes()[span.range()]
            .iter()
            .filter(|b| b.is_ascii_alphanumeric())
            .count()
    };
    let both: usize = pieces
        .iter()
        .flat_map(|p| {
            content
                .iter()
                .map(move |&(s, e)| Span::new(p.start.max(s), p.end.min(e)))
        })
        .filter(|span| !span.is_empty())
        .map(letters)
        .sum();
    let one: usize = pieces.iter().map(|&p| letters(p)).sum();
    let other: usize = content.iter().map(|&(s, e)| letters(Span::new(s, e))).sum();
    both as f64 / (one + other - both).max(1) as f64
}

/// Logistic regression by adaptive gradient steps, on top of `weights`.
fn train(weights: &mut [f32], cases: &[&Case]) {
    const ROUNDS: usize = 12;
    const RATE: f32 = 0.1;
    const SHRINK: f32 = 2e-3;
    let mut steps = vec![1e-3_f32; COUNT];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut seed = 1_u64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(at, (seed >> 33) as usize % (at + 1));
        }
        for &at in &order {
            let (features, right) = cases[at];
            let likely = 1.0 / (1.0 + (-score(weights, features)).exp());
            let error = likely - f32::from(u8::from(*right));
            for &feature in features {
                let feature = usize::from(feature);
                let slope = error + SHRINK * weights[feature];
                steps[feature] += slope * slope;
                weights[feature] -= RATE * slope / steps[feature].sqrt();
            }
        }
    }
}

fn score(weights: &[f32], features: &[u16]) -> f32 {
    features
        .iter()
        .map(|&feature| weights[usize::from(feature)])
        .sum()
}

/// Weights trained on `articles`, and the tables with them.
fn tables(articles: &[&Article]) -> QuotationTables {
    let mut tables = Language::english().quotation().clone();
    let mut weights = vec![0.0; COUNT];
    tables.weights = Weights::new(weights.clone());
    let ends: Vec<Case> = articles.iter().flat_map(|a| ends(a, &tables)).collect();
    train(&mut weights, &ends.iter().collect::<Vec<_>>());
    tables.weights = Weights::new(weights.clone());
    let cases: Vec<Case> = articles.iter().flat_map(|a| cases(a, &tables)).collect();
    train(&mut weights, &cases.iter().collect::<Vec<_>>());
    tables.weights = Weights::new(weights);
    tables
}

/// The cases of `articles` with their scores.
fn scored(articles: &[&Article], tables: &QuotationTables) -> Vec<(f32, bool)> {
    let cases = articles.iter().flat_map(|a| cases(a, tables));
    cases
        .map(|(features, right)| (score(tables.weights.as_slice(), &features), right))
        .collect()
}

/// Precision, recall and F1 of the cases that score above `bar`.
fn figures(scored: &[(f32, bool)], wanted: usize, bar: f32) -> (f64, f64, f64) {
    let kept = |right| {
        scored
            .iter()
            .filter(|(score, r)| *score > bar && *r == right)
            .count() as f64
    };
    let (right, wrong) = (kept(true), kept(false));
    let (p, r) = (
        right / (right + wrong).max(1.0),
        right / wanted.max(1) as f64,
    );
    (100.0 * p, 100.0 * r, 200.0 * p * r / (p + r).max(1e-9))
}

#[test]
#[ignore = "needs annotated articles in COPYDESK_GOLD"]
fn train_weights() {
    const BARS: [f32; 9] = [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0];
    let articles = read().expect("COPYDESK_GOLD names a readable file");
    let all: Vec<&Article> = articles.iter().collect();
    let wanted = |articles: &[&Article]| {
        articles
            .iter()
            .flat_map(|a| &a.attributions)
            .filter(|a| a.is_wanted())
            .count()
    };
    let publishers: BTreeSet<&str> = articles.iter().map(|a| &*a.publisher).collect();
    let mut held_out = Vec::new();
    for publisher in publishers {
        let (own, others): (Vec<_>, Vec<_>) =
            articles.iter().partition(|a| a.publisher == publisher);
        let own_scored = scored(&own, &tables(&others));
        eprintln!(
            "{publisher:12} held out: {:.1?}",
            figures(&own_scored, wanted(&own), 0.0)
        );
        held_out.extend(own_scored);
    }
    let right = held_out.iter().filter(|(_, right)| *right).count();
    eprintln!(
        "{} candidates, {right} right of {}",
        held_out.len(),
        wanted(&all)
    );
    for bar in BARS {
        eprintln!(
            "held out, above {bar:5.2}: {:.1?}",
            figures(&held_out, wanted(&all), bar)
        );
    }
    let tables = tables(&all);
    let trained_on = scored(&all, &tables);
    for bar in BARS {
        eprintln!(
            "trained on, above {bar:5.2}: {:.1?}",
            figures(&trained_on, wanted(&all), bar)
        );
    }
    let lemmas = cue_bases();
    let weights = tables.weights.as_slice();
    let mut lines: Vec<String> = (0..COUNT)
        .filter(|&index| weights[index].abs() >= 0.04)
        .map(|index| format!("{} {:.2}", name(index, &lemmas), weights[index]))
        .collect();
    lines.sort();
    let mut list = String::from(
        "# What each feature of a possible reported speech counts; written by the trainer in src/quotation/judge/train.rs.\n",
    );
    for line in lines {
        writeln!(list, "{line}").expect("a string can be written to");
    }
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/language/en/indirect_weights.txt"
    );
    std::fs::write(path, list).expect("the list can be written");
}
