//! Trains the three models of quotations on annotated articles, and prints how they do on the
//! publishers that were left out in turn.
//!
//! ```sh
//! COPYDESK_GOLD=articles.jsonl cargo test --release train_ -- --ignored --nocapture
//! ```
//!
//! With `COPYDESK_WEIGHTS=DIR` it writes the weights trained on all of them there, of which the tables
//! are to be made again (`language::lists`), with
//! `COPYDESK_ERRORS=1` it prints each error made on words in marks. What a line of the file holds is
//! told by [`gold`]; a test of its own trains each engine: [`marked`], [`reported`].

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

/// What `read` makes of the articles of each publisher.
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

/// All that is of other publishers than this one.
fn others<'p, T>(publishers: &'p BTreeMap<&str, Vec<T>>, held_out: &str) -> Vec<&'p T> {
    let others = publishers.iter().filter(|(name, _)| **name != held_out);
    others.flat_map(|(_, items)| items).collect()
}

/// Writes the weights of `model` into the folder that `COPYDESK_WEIGHTS` names, if it names one;
/// `name` gives the row and the column of a weight, `about` what the list tells.
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
