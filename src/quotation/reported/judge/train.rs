//! Trains the weights of [`judge`](super) on annotated articles and writes their list.
//!
//! `COPYDESK_GOLD=articles.jsonl cargo test --release train_weights -- --ignored --nocapture`
//! prints what held-out publishers give, then trains on all and writes the list. With
//! `COPYDESK_DRY` set it writes no list, with `COPYDESK_HELD_OUT=FILE` the candidates in the
//! articles of held-out publishers with their scores. A line of the file is an article: its id,
//! text and publisher, and its attributions with their source, cue, content, kind and whether
//! they are speech.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

use super::observe;
use crate::language::quotation::cue_bases;
use crate::language::weights::{COUNT, name};
use crate::language::{Language, QuotationTables};
use crate::model::{Features, Model};
use crate::quotation::clause::tokens::Tokens;
use crate::quotation::reported::boundary;
use crate::quotation::reported::candidate::{self, Candidate};
use crate::span::Span;

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    publisher: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<(usize, usize)>,
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
struct Case {
    features: Features,
    right: bool,
    /// Whether the speaker is right, too.
    spoken: bool,
}

/// The score of a case and its answers.
struct Scored {
    score: f32,
    right: bool,
    spoken: bool,
}

fn read() -> Option<Vec<Article>> {
    let path = std::env::var_os("COPYDESK_GOLD")?;
    let lines = std::fs::read_to_string(path).ok()?;
    lines
        .lines()
        .map(|line| serde_json::from_str(line).ok())
        .collect()
}

/// Calls `take` with each candidate of an article.
fn each(
    article: &Article,
    tables: &QuotationTables,
    mut take: impl FnMut(&Tokens, &Candidate, bool),
) {
    let sentences: Vec<Span> = crate::sentences(&article.text).map(|s| s.span()).collect();
    let mut stretches = crate::marks::pair(&article.text);
    stretches.retain(|stretch| stretch.depth == 0);
    let mut tokens = Tokens::default();
    candidate::each(
        &article.text,
        &sentences,
        &stretches,
        tables,
        &[],
        &mut tokens,
        |tokens, candidate, outer| {
            if !candidate.holds_marks(tokens) {
                take(tokens, candidate, outer.is_some());
            }
        },
    );
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
        let cue = candidate.cue_span(tokens);
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
        for (at, features) in boundary::places(
            tokens,
            &candidate.cue,
            open,
            candidate.frame,
            Features::new(),
            |_, _| false,
        ) {
            let ends = tokens[at].span.start >= end;
            cases.push(Case {
                features,
                right: ends,
                spoken: false,
            });
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
        let mut features = Features::new();
        observe(tokens, candidate, nested, &mut features);
        let pieces = [
            tokens.span(candidate.content.clone()),
            tokens.span(candidate.rest.clone()),
        ];
        found.push((
            pieces,
            features,
            candidate.speaker.map(|speaker| speaker.head),
        ));
    });
    let mut pairs = Vec::new();
    for (at, (pieces, ..)) in found.iter().enumerate() {
        for (number, attribution) in article.attributions.iter().enumerate() {
            let share = share(&article.text, pieces, &attribution.content);
            if share >= 0.5 {
                pairs.push((share, at, number));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut answers = vec![Some((false, false)); found.len()];
    let mut answered = vec![false; article.attributions.len()];
    let mut settled = vec![false; found.len()];
    for (_, at, number) in pairs {
        if settled[at] || answered[number] {
            continue;
        }
        settled[at] = true;
        answered[number] = true;
        let attribution = &article.attributions[number];
        let spoken = found[at].2.is_some_and(|head| {
            let mut source = attribution.source.iter();
            source.any(|&(s, e)| head.overlaps(Span::new(s, e)))
        });
        answers[at] = attribution.is_wanted().then_some((true, spoken));
    }
    let answered = found.into_iter().zip(answers);
    answered
        .filter_map(|((_, features, _), answer)| {
            let (right, spoken) = answer?;
            Some(Case {
                features,
                right,
                spoken,
            })
        })
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

/// A weight below this counts as none.
const LEAST: f32 = 0.1;

/// Logistic regression by adaptive gradient steps, on top of `weights`. Each weight is drawn to
/// zero as much in all as every other, so that what is rare counts little.
fn train(weights: &mut [f32], cases: &[Case]) {
    const ROUNDS: usize = 12;
    const RATE: f32 = 0.1;
    const SHRINK: f32 = 0.8;
    let mut shrink = vec![0.0_f32; COUNT];
    for case in cases {
        for feature in case.features.iter() {
            shrink[feature] += 1.0;
        }
    }
    for count in &mut shrink {
        *count = SHRINK / count.max(1.0);
    }
    let mut steps = vec![1e-3_f32; COUNT];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut seed = 1_u64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(at, (seed >> 33) as usize % (at + 1));
        }
        for &at in &order {
            let Case {
                features, right, ..
            } = &cases[at];
            let likely = 1.0 / (1.0 + (-score(weights, features)).exp());
            let error = likely - f32::from(u8::from(*right));
            for feature in features.iter() {
                let slope = error + shrink[feature] * weights[feature];
                steps[feature] += slope * slope;
                weights[feature] -= RATE * slope / steps[feature].sqrt();
            }
        }
    }
}

fn score(weights: &[f32], features: &Features) -> f32 {
    features.iter().map(|feature| weights[feature]).sum()
}

/// Weights trained on `articles`, and the tables with them.
fn tables(articles: &[&Article]) -> QuotationTables {
    let mut tables = Language::english().quotation().clone();
    let mut weights = vec![0.0; COUNT];
    tables.reported_model = Model::new(weights.clone());
    let ends: Vec<Case> = articles.iter().flat_map(|a| ends(a, &tables)).collect();
    train(&mut weights, &ends);
    tables.reported_model = Model::new(weights.clone());
    let cases: Vec<Case> = articles.iter().flat_map(|a| cases(a, &tables)).collect();
    train(&mut weights, &cases);
    for weight in &mut weights {
        if weight.abs() < LEAST {
            *weight = 0.0;
        }
    }
    tables.reported_model = Model::new(weights);
    tables
}

/// The cases of `articles` with their scores.
fn scored(articles: &[&Article], tables: &QuotationTables) -> Vec<Scored> {
    let cases = articles.iter().flat_map(|a| cases(a, tables));
    cases
        .map(|case| Scored {
            score: tables.reported_model.score(&case.features),
            right: case.right,
            spoken: case.spoken,
        })
        .collect()
}

/// How many of `articles`' attributions are wanted.
fn wanted(articles: &[&Article]) -> usize {
    let all = articles.iter().flat_map(|a| &a.attributions);
    all.filter(|a| a.is_wanted()).count()
}

/// Precision, recall and F1 of the cases that score above `bar`, and the share of what is wanted
/// that is found with its speaker.
fn figures(scored: &[Scored], wanted: usize, bar: f32) -> [f64; 4] {
    let kept = || scored.iter().filter(|case| case.score > bar);
    let right = kept().filter(|case| case.right).count() as f64;
    let spoken = kept().filter(|case| case.spoken).count() as f64;
    let wanted = wanted.max(1) as f64;
    let (p, r) = (right / (kept().count() as f64).max(1.0), right / wanted);
    [p, r, 2.0 * p * r / (p + r).max(1e-9), spoken / wanted].map(|share| 100.0 * share)
}

/// Adds a line with the candidates of an article and their scores.
fn write_candidates(article: &Article, tables: &QuotationTables, out: &mut String) {
    let pair = |span: Span| [span.start, span.end];
    let mut quotes = Vec::new();
    each(article, tables, |tokens, candidate, nested| {
        let mut score = tables.reported_model.blank();
        observe(tokens, candidate, nested, &mut score);
        let mut content = vec![pair(tokens.span(candidate.content.clone()))];
        if !candidate.rest.is_empty() {
            content.push(pair(tokens.span(candidate.rest.clone())));
        }
        quotes.push(serde_json::json!({
            "kind": "indirect",
            "content": content,
            "cue": pair(candidate.cue_span(tokens)),
            "speaker": candidate.speaker.map(|m| pair(m.span)),
            "score": score.sum,
            "rule": candidate.frame.rule(),
        }));
    });
    let line = serde_json::json!({"id": article.id, "quotes": quotes});
    writeln!(out, "{line}").expect("a string can be written to");
}

/// The first line of the list.
const TITLE: &str = "What each feature of a possible reported speech counts; written by the trainer in src/quotation/reported/judge/train.rs.";

#[test]
#[ignore = "needs annotated articles in COPYDESK_GOLD"]
fn train_weights() {
    const BARS: [f32; 9] = [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0];
    let articles = read().expect("COPYDESK_GOLD names a readable file");
    let all: Vec<&Article> = articles.iter().collect();
    let publishers: BTreeSet<&str> = articles.iter().map(|a| &*a.publisher).collect();
    let mut held_out = Vec::new();
    let mut dump = String::new();
    for publisher in publishers {
        let (own, others): (Vec<_>, Vec<_>) =
            articles.iter().partition(|a| a.publisher == publisher);
        let trained = tables(&others);
        let own_scored = scored(&own, &trained);
        for article in &own {
            write_candidates(article, &trained, &mut dump);
        }
        eprintln!(
            "{publisher:12} held out: {:.1?}",
            figures(&own_scored, wanted(&own), 0.0)
        );
        held_out.extend(own_scored);
    }
    if let Some(path) = std::env::var_os("COPYDESK_HELD_OUT") {
        std::fs::write(path, dump).expect("the candidates can be written");
    }
    let right = held_out.iter().filter(|case| case.right).count();
    eprintln!(
        "{} candidates, {right} right of {}; precision, recall, F1, found with the speaker:",
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
    if std::env::var_os("COPYDESK_DRY").is_some() {
        return;
    }
    let lemmas = cue_bases();
    let list = tables
        .reported_model
        .text(TITLE, |index| name(index, &lemmas));
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/language/en/weights/reported.weights"
    );
    std::fs::write(path, list).expect("the list can be written");
}
