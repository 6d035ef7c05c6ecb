//! The word lists: one entry a line, lower case, sorted, each once; a reason may follow a `#`.
//! Rules, whose order matters, are no word lists: `boilerplate/rules`.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn word_lists_are_sorted_unique_and_lower_case() {
    let lists = lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language"));
    assert!(!lists.is_empty());
    let faults: Vec<String> = lists.iter().flat_map(|path| faults(path)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Every `.txt` under `folder`.
fn lists(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut lists(&path));
        } else if path.extension().is_some_and(|ending| ending == "txt")
            && !folder.ends_with("rules")
        {
            found.push(path);
        }
    }
    found
}

fn faults(path: &Path) -> Vec<String> {
    let list = fs::read_to_string(path).unwrap();
    let mut faults = Vec::new();
    let mut before = "";
    for (number, line) in list.lines().enumerate() {
        let entry = line.split('#').next().unwrap_or_default().trim();
        let mut fault = |what: &str| {
            faults.push(format!(
                "{}:{}: {entry:?} {what}",
                path.display(),
                number + 1
            ));
        };
        if entry.is_empty() {
            continue;
        }
        if entry == before {
            fault("stands twice");
        } else if entry < before {
            fault(&format!("belongs before {before:?}"));
        }
        if entry != entry.to_lowercase() {
            fault("is not lower case");
        }
        before = entry;
    }
    faults
}
