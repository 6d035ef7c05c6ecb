//! How often the functions ask for memory, once their tables are there.

use allocation_counter::measure;

const ARTICLES: [&str; 2] = [
    include_str!("../examples/articles/harbour.txt"),
    include_str!("../examples/articles/landfill.txt"),
];

#[test]
fn sentences_never_allocate() {
    for text in ARTICLES {
        let first = copydesk::sentences(text).count();
        let mut again = 0;
        let counted = measure(|| again = copydesk::sentences(text).count());
        assert_eq!(again, first);
        assert_eq!(counted.count_total, 0);
    }
}

/// For an article of two to three kilobytes with a dozen quotations.
const MOST: u64 = 40;

#[test]
fn a_whole_article_takes_few_allocations() {
    for text in ARTICLES {
        let first = copydesk::normalize(text);
        let mut again = None;
        let counted = measure(|| again = Some(copydesk::normalize(text)));
        assert_eq!(again, Some(first));
        assert!(
            counted.count_total <= MOST,
            "{} allocations",
            counted.count_total
        );
    }
}
