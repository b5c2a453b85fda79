//! What the README and the manifest say is so.

#[cfg(all(
    feature = "notices",
    feature = "gbk",
    feature = "rayon",
    feature = "schemars",
    feature = "svg"
))]
use std::collections::BTreeSet;

const README: &str = include_str!("../../README.md");
#[cfg(all(
    feature = "notices",
    feature = "gbk",
    feature = "rayon",
    feature = "schemars",
    feature = "svg"
))]
const GUARANTEES: &str = include_str!("../../docs/guarantees.md");
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

/// The rows of the table below a heading, cell by cell.
#[cfg(all(
    feature = "notices",
    feature = "gbk",
    feature = "rayon",
    feature = "schemars",
    feature = "svg"
))]
fn table(text: &'static str, heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = text.split_once(heading).unwrap();
    let section = section.split_once("\n## ").map_or(section, |it| it.0);
    let rows = section.lines().filter(|row| row.starts_with("| "));
    rows.skip(1)
        .map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// What stands between backticks.
#[cfg(all(
    feature = "notices",
    feature = "gbk",
    feature = "rayon",
    feature = "schemars",
    feature = "svg"
))]
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// All tests of this program, as it lists them itself; some need a feature.
#[cfg(all(
    feature = "notices",
    feature = "gbk",
    feature = "rayon",
    feature = "schemars",
    feature = "svg"
))]
#[test]
fn every_guarantee_has_tests_that_run() {
    let program = std::env::current_exe().unwrap();
    let listed = std::process::Command::new(program)
        .args(["--list", "--format", "terse"])
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let tests: BTreeSet<&str> = listed
        .lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .collect();
    let of_memory = include_str!("../memory.rs");
    let short = table(README, "## Guarantees");
    assert!(short.len() > 5, "{}", short.len());
    let all = table(GUARANTEES, "# Guarantees");
    assert!(all.len() > 20, "{}", all.len());
    for row in short.into_iter().chain(all) {
        let [guarantee, proofs] = row[..] else {
            panic!("{row:?}");
        };
        assert!(names(proofs).count() > 0, "{guarantee}");
        for proof in names(proofs) {
            let runs = match proof.strip_prefix("memory::") {
                Some(name) => of_memory.contains(&format!("#[test]\nfn {name}()")),
                None => tests.contains(proof),
            };
            assert!(runs, "{proof} is not a test; it would prove: {guarantee}");
        }
    }
}

/// No lint sees a panic in a dependency; the laws call with whatever there is.
#[test]
fn the_lints_that_keep_panics_out_are_on() {
    let (_, lints) = MANIFEST.split_once("[workspace.lints.clippy]\n").unwrap();
    let lints = lints.split_once("\n[").unwrap().0;
    for lint in [
        "arithmetic_side_effects",
        "indexing_slicing",
        "string_slice",
        "unwrap_used",
        "expect_used",
        "panic",
        "todo",
        "unimplemented",
        "as_conversions",
    ] {
        let denied = format!("{lint} = \"deny\"");
        assert!(lints.lines().any(|line| line == denied), "{lint}");
    }
    assert!(MANIFEST.contains("[lints]\nworkspace = true\n"));
    assert!(CI.contains("cargo clippy --workspace --all-targets --all-features -- -D warnings"));
}
