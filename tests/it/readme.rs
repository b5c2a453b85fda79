//! What the README and the manifest say is so.

use std::path::Path;

const README: &str = include_str!("../../README.md");
const MANIFEST: &str = include_str!("../../Cargo.toml");
const CI: &str = include_str!("../../.ci/run");

#[test]
fn ci_runs_the_commands_of_the_readme() {
    let (_, rest) = README.split_once("```sh\n").unwrap();
    let commands: Vec<&str> = rest
        .split_once("```")
        .unwrap()
        .0
        .lines()
        .map(|line| line.split('#').next().unwrap().trim())
        .collect();
    assert_eq!(commands, ["cargo run --example wenshui", "cargo test"]);
    assert!(CI.lines().any(|line| line.trim() == "cargo test"));
}

#[test]
fn every_feature_is_in_the_readme() {
    let (_, features) = MANIFEST.split_once("[features]\n").unwrap();
    let features = features.split_once("\n[").unwrap().0;
    let named: Vec<&str> = features
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .filter(|name| *name != "default")
        .collect();
    assert_eq!(
        named,
        ["std", "serde", "notices", "gbk", "schemars", "svg", "rayon"]
    );
    for name in named {
        assert!(README.contains(&format!("| `{name}` |")), "{name}");
    }
}

#[test]
fn every_test_that_proves_a_guarantee_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (_, guarantees) = README.split_once("## Guarantees").unwrap();
    let guarantees = guarantees.split_once("\n## ").unwrap().0;
    let mut proofs = 0;
    for row in guarantees
        .lines()
        .filter(|row| row.starts_with("| "))
        .skip(1)
    {
        let proof = row.split('|').nth(2).unwrap();
        for path in proof.split('`').skip(1).step_by(2) {
            let exists = root.join("tests/it").join(path).exists() || root.join(path).exists();
            assert!(exists, "{path}");
            proofs += 1;
        }
    }
    assert!(proofs > 10, "{proofs}");
}
