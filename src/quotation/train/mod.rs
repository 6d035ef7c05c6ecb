//! Trains the three models of quotations on annotated articles, and prints how they do on the
//! publishers that were left out in turn.
//!
//! ```sh
//! COPYDESK_GOLD=annotated.jsonl COPYDESK_TEXTS=articles.jsonl cargo test --release train_ -- --ignored --nocapture
//! ```
//!
//! `COPYDESK_TEXTS` names the texts that `tests/annotated` belongs to, and may be left out.
//! With `COPYDESK_WEIGHTS=DIR` it also writes the weights trained on all articles there; afterwards the
//! tables must be written again (`language::lists`). With
//! `COPYDESK_ERRORS=1` it prints each error made on words in marks. For the format
//! of the file see [`gold`]. Each engine has a test that trains it: [`marked`], [`reported`].

mod gold;
mod learner;
mod marked;
mod reported;
mod tally;

use std::collections::BTreeMap;

use crate::language::lists::quotation::cue_bases;
use crate::language::lists::weights::text;
use crate::model::Model;
use gold::Article;

/// The results of `read` for the articles of each publisher.
fn by_publisher<'a, T>(
    articles: &'a [Article],
    mut read: impl FnMut(&'a Article) -> Vec<T>,
) -> BTreeMap<&'a str, Vec<T>> {
    let mut publishers: BTreeMap<&str, Vec<T>> = BTreeMap::new();
    for article in articles {
        let items = publishers.entry(&article.publisher).or_default();
        items.extend(read(article));
    }
    publishers
}

/// Everything from the publishers other than `held_out`.
fn others<'p, T>(publishers: &'p BTreeMap<&str, Vec<T>>, held_out: &str) -> Vec<&'p T> {
    let others = publishers.iter().filter(|(name, _)| **name != held_out);
    others.flat_map(|(_, items)| items).collect()
}

/// Writes the weights of `model` into the folder that `COPYDESK_WEIGHTS` names, if it names one;
/// `name` gives the row and the column of a weight, `about` describes the list.
fn write(
    file: &str,
    about: &str,
    model: &Model,
    name: impl Fn(usize, &[String]) -> (String, String),
) {
    let Ok(folder) = std::env::var("COPYDESK_WEIGHTS") else {
        return;
    };
    let lemmas = cue_bases();
    let title = format!("{about}; written by the trainer in src/quotation/train.");
    let list = text(model, &title, |at| name(at, &lemmas));
    std::fs::write(format!("{folder}/{file}"), list).expect("the weights can be written");
}
