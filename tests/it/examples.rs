//! The examples as programs: what a user sees of an error, and a closed pipe.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

#[path = "../../examples/common/mod.rs"]
#[expect(dead_code, reason = "the examples call the rest")]
mod common;

/// The examples that can be built with the features of this build.
static EXAMPLES: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(build);

/// The features of this build.
fn features() -> String {
    let all = [
        ("std", cfg!(feature = "std")),
        ("serde", cfg!(feature = "serde")),
        ("notices", cfg!(feature = "notices")),
        ("gbk", cfg!(feature = "gbk")),
        ("schemars", cfg!(feature = "schemars")),
        ("svg", cfg!(feature = "svg")),
        ("rayon", cfg!(feature = "rayon")),
    ];
    let enabled: Vec<&str> = all.iter().filter(|it| it.1).map(|it| it.0).collect();
    enabled.join(",")
}

/// Asks `cargo test`, which has built them, where they are.
fn build() -> BTreeMap<String, PathBuf> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["test", "--no-run", "--offline", "--message-format", "json"])
        .args(["--features", &features()])
        // `default` is a feature too: without it all would be built again.
        .args((!cfg!(feature = "default")).then_some("--no-default-features"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the examples do not build");
    let messages = String::from_utf8(output.stdout).unwrap();
    let examples = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).unwrap();
        let is_example = message["target"]["kind"][0] == "example";
        let path = message["executable"].as_str().filter(|_| is_example)?;
        Some((message["target"]["name"].as_str()?.into(), path.into()))
    });
    examples.collect()
}

fn example(name: &str) -> Command {
    Command::new(&EXAMPLES[name])
}

/// What a user sees of an example that fails.
fn failure(name: &str, argument: impl AsRef<OsStr>) -> String {
    let Output { status, stderr, .. } = example(name).arg(argument).output().unwrap();
    assert_eq!(status.code(), Some(1), "{name}: {status}");
    String::from_utf8(stderr).unwrap()
}

#[test]
fn a_closed_pipe_ends_every_example_in_silence() {
    let mut count = 0;
    for name in EXAMPLES.keys() {
        // Nobody reads, from the first byte on.
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let ended = example(name).stdout(writer).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success(), "{name}: {}: {said}", ended.status);
        assert_eq!(said, "", "{name}");
        count += 1;
    }
    // Those that need no more than the features of this binary.
    let least = if cfg!(feature = "serde") { 4 } else { 2 };
    assert!(count >= least, "{:?}", *EXAMPLES);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let missing = env::temp_dir().join("standard-land-no-such-file");
    let mut names = vec!["audit"];
    if cfg!(feature = "notices") {
        names.push("notices");
    }
    for name in names {
        let said = failure(name, &missing);
        let start = format!("error: {} cannot be read: ", missing.display());
        assert!(said.starts_with(&start), "{name}: {said}");
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
    }
}

#[cfg(all(feature = "notices", feature = "svg"))]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    // A file is not a folder.
    let file = env::current_exe().unwrap().join("report");
    let said = failure("report", &file);
    let start = format!("error: {} cannot be written: ", file.display());
    assert!(said.starts_with(&start), "{said}");
}

/// An error with its cause.
#[derive(Debug)]
struct Chain(&'static str, Option<Box<Self>>);

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Chain {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.1.as_deref()?)
    }
}

#[test]
fn an_error_is_printed_with_its_causes() {
    let third = Chain("the third", None);
    let second = Chain("the second", Some(Box::new(third)));
    let first = Chain("the first", Some(Box::new(second)));
    assert_eq!(
        common::explained(&first),
        "error: the first\n  caused by: the second\n  caused by: the third\n"
    );
}
