//! The form of the results in JSON, with the feature `serde`.
#![cfg(feature = "serde")]

use serde_json::json;

#[test]
fn an_article_has_all_results() {
    let text = "“It rained,” said Ann Lee.\nSign up for our newsletter.";
    let article = serde_json::to_value(copydesk::normalize(text)).expect("results are JSON");
    let excerpt = |words: &str| {
        let start = text.find(words).expect("the words are there");
        json!({"span": {"start": start, "end": start + words.len()}, "text": words})
    };
    let quoted = "“It rained,” said Ann Lee.";
    let words = "It rained,";
    let offer = "Sign up for our newsletter.";
    assert_eq!(
        article["sentences"],
        json!([excerpt(quoted), excerpt(offer)])
    );
    assert_eq!(
        article["quotations"],
        json!([{
            "kind": "direct",
            "content": [excerpt(words)],
            "cue": excerpt("said"),
            "speaker": {
                "mention": excerpt("Ann Lee"),
                "name": excerpt("Ann Lee"),
                "kind": "person",
                "how": "itself",
            },
            "evidence": {"rule": "said-speaker", "level": "high"},
        }])
    );
    assert_eq!(article["lead_ins"], json!([]));
    assert_eq!(
        article["story"],
        json!({
            "body": {"start": 0, "end": quoted.len()},
            "boilerplate": [{
                "excerpt": excerpt(offer),
                "category": "newsletter",
                "rule": "newsletter-box",
                "kept": false,
                "place": "trailing",
                "signs": ["asking", "object", "we", "short"],
            }],
        })
    );
}
