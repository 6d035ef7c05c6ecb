//! Trains the weights of reported speech: where a content ends, then whether it is one.

use super::gold::{Article, Attribution};
use super::learner::{Learner, Pace};
use super::{by_publisher, others, write};
use crate::language::lists::weights::reported_name;
use crate::language::weights::COUNT;
use crate::language::{Language, QuotationTables};
use crate::marks::Stretch;
use crate::model::{Features, Model};
use crate::quotation::Input;
use crate::quotation::clause::tokens::{Shape, Tokens};
use crate::quotation::reported::boundary;
use crate::quotation::reported::candidate::{self, Candidate};
use crate::quotation::reported::judge::observe;
use crate::quotation::reported::{BAR, MEDIUM};
use crate::span::Span;

/// How much an example counts that is annotated by offsets: they are many, and their reader found more reported
/// than the annotators of the others.
const ADDED: f32 = 0.2;

const PACE: Pace = Pace {
    step: 0.12,
    pull: 0.35,
};

/// A weight below this counts as none: the list is short, and soon read.
const LEAST: f32 = 0.1;

/// Features and the answer to them.
struct Case {
    features: Features,
    right: bool,
    /// Whether the speaker is right, too.
    spoken: bool,
    /// How much it counts.
    weight: f32,
}

/// The score of a case and its answers.
struct Scored {
    score: f32,
    right: bool,
    spoken: bool,
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
    // What holds a title is left out too: the annotators count it as words quoted where it is reported.
    let quoted = |stretch: &Stretch| (stretch.outer, Shape::Quoted);
    let marks: Vec<(Span, Shape)> = stretches.iter().map(quoted).collect();
    let mut tokens = Tokens::default();
    let input = Input {
        text: &article.text,
        sentences: &sentences,
        stretches: &stretches,
        tables,
    };
    candidate::each(
        input,
        &marks,
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
            .filter(|a| a.kind == "indirect" && a.cues().any(|gold| cue.overlaps(gold)))
            .filter(|a| a.contents().any(|span| span.start.abs_diff(start) <= NEAR))
            .find_map(|a| a.contents().last().map(|span| span.end))
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
                weight: article.weight(ADDED),
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
            let share = share(&article.text, pieces, attribution);
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
        let spoken = found[at]
            .2
            .is_some_and(|head| attribution.sources().any(|source| head.overlaps(source)));
        answers[at] = is_wanted(attribution).then_some((true, spoken));
    }
    let answered = found.into_iter().zip(answers);
    answered
        .filter_map(|((_, features, _), answer)| {
            let (right, spoken) = answer?;
            Some(Case {
                features,
                right,
                spoken,
                weight: article.weight(ADDED),
            })
        })
        .collect()
}

/// Whether it is reported speech.
fn is_wanted(attribution: &Attribution) -> bool {
    attribution.kind == "indirect" && attribution.speech
}

/// Shared letters over all letters of both.
fn share(text: &str, pieces: &[Span], attribution: &Attribution) -> f64 {
    let letters = |span: Span| {
        let bytes = text.as_bytes()[span.range()].iter();
        bytes.filter(|b| b.is_ascii_alphanumeric()).count()
    };
    let both: usize = pieces
        .iter()
        .flat_map(|p| attribution.contents().map(move |gold| (p, gold)))
        .map(|(p, gold)| Span::new(p.start.max(gold.start), p.end.min(gold.end)))
        .filter(|span| !span.is_empty())
        .map(letters)
        .sum();
    let one: usize = pieces.iter().map(|&p| letters(p)).sum();
    let other: usize = attribution.contents().map(letters).sum();
    both as f64 / (one + other - both).max(1) as f64
}

fn train(cases: &[Case]) -> Model {
    Learner::new(COUNT, PACE).model(cases.len(), |learner, at| {
        let case = &cases[at];
        learner.answer(&case.features, case.right, case.weight);
    })
}

/// The tables with weights trained on `articles`: first those that find where a candidate
/// ends, then those of candidates.
fn tables(articles: &[&Article]) -> QuotationTables {
    let mut tables = Language::english().quotation().clone();
    // Earlier weights must not leak into the training.
    tables.set_reported_model(Model::new(vec![0.0; COUNT]));
    let ends: Vec<Case> = articles.iter().flat_map(|a| ends(a, &tables)).collect();
    tables.set_reported_model(train(&ends));
    let cases: Vec<Case> = articles.iter().flat_map(|a| cases(a, &tables)).collect();
    let model = tables.reported_model.with(&train(&cases));
    tables.set_reported_model(model.without_less_than(LEAST));
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
    all.filter(|a| is_wanted(a)).count()
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

#[test]
#[ignore = "a tool: trains on the annotated articles that COPYDESK_GOLD names"]
fn train_reported() {
    const BARS: [f32; 8] = [-1.0, -0.8, BAR, -0.4, -0.2, 0.0, 0.5, MEDIUM];
    let Some(articles) = Article::read_all() else {
        return;
    };
    let publishers = by_publisher(&articles, |article| vec![article]);
    let all: Vec<&Article> = articles.iter().collect();
    // of the articles with texts, and of those added to them
    let mut held_out = [Vec::new(), Vec::new()];
    for (publisher, own) in &publishers {
        let others: Vec<&Article> = others(&publishers, publisher)
            .into_iter()
            .copied()
            .collect();
        let own_scored = scored(own, &tables(&others));
        let figures = figures(&own_scored, wanted(own), BAR);
        println!("{publisher:14} held out: {figures:.1?}");
        held_out[usize::from(own[0].added)].extend(own_scored);
    }
    println!("precision, recall, F1, found with the speaker:");
    let tables = tables(&all);
    let (added, gold): (Vec<_>, Vec<_>) = all.into_iter().partition(|a| a.added);
    for (name, scored, articles) in [
        ("held out", &held_out[0], &gold),
        ("others, held out", &held_out[1], &added),
        ("trained on", &scored(&gold, &tables), &gold),
    ] {
        for bar in BARS {
            let figures = figures(scored, wanted(articles), bar);
            println!("{name}, above {bar:5.2}: {figures:.1?}");
        }
    }
    let about = "What each feature of a possible reported speech counts";
    write(
        "reported.weights",
        about,
        &tables.reported_model,
        reported_name,
    );
}
