//! The corpus of the fuzz targets, replayed.

use std::fs;
use std::path::Path;

use crate::fuzz_bodies;

#[test]
fn the_corpus_of_notices_replays() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/notice");
    let mut replayed = 0;
    for file in fs::read_dir(corpus).unwrap() {
        fuzz_bodies::notice(&fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed >= 4, "{replayed}");
}

#[test]
fn the_corpus_of_briefings_replays() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/briefing");
    let mut replayed = 0;
    for file in fs::read_dir(corpus).unwrap() {
        fuzz_bodies::briefing(&fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed >= 5, "{replayed}");
}
