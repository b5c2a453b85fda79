//! What may be in the dependency graph, with every feature and for the tests.
//!
//! Advisories are left out: they would have to be fetched, and a build that was
//! green would turn red without a change.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Permissive ones only, so that whoever links the crate owes nothing further.
const LICENCES: [&str; 6] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-3-Clause",
    "Unicode-3.0",
    "Zlib",
];

fn metadata() -> Value {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--all-features"])
        .args(["--locked", "--manifest-path"])
        .arg(manifest)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whether an SPDX expression can be met by the licences alone: `AND` binds
/// tighter than `OR`, and `/` is the old way to write `OR`.
fn is_permissive(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = any(&mut rest);
    met && rest.is_empty()
}

fn any(words: &mut &[&str]) -> bool {
    let mut met = all(words);
    while let ["OR", rest @ ..] = words {
        *words = rest;
        met |= all(words);
    }
    met
}

fn all(words: &mut &[&str]) -> bool {
    let mut met = one(words);
    while let ["AND", rest @ ..] = words {
        *words = rest;
        met &= one(words);
    }
    met
}

fn one(words: &mut &[&str]) -> bool {
    match words {
        ["(", rest @ ..] => {
            *words = rest;
            let met = any(words);
            let [")", rest @ ..] = words else {
                return false;
            };
            *words = rest;
            met
        }
        // An exception only permits more, but none is needed.
        [_, "WITH", _, rest @ ..] => {
            *words = rest;
            false
        }
        [name, rest @ ..] => {
            *words = rest;
            LICENCES.contains(name)
        }
        [] => false,
    }
}

#[test]
fn licences_are_read_as_spdx_means_them() {
    for permissive in [
        "MIT",
        "MIT OR Apache-2.0",
        "MIT/Apache-2.0",
        "Unlicense OR MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "GPL-3.0-only AND Zlib OR MIT",
        "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
    ] {
        assert!(is_permissive(permissive), "{permissive}");
    }
    for other in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "(MIT OR Apache-2.0) AND MPL-2.0",
        "(MIT",
        "MIT)",
        "MIT Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(!is_permissive(other), "{other}");
    }
}

#[test]
fn every_dependency_is_permissive_and_from_one_registry() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "{}", packages.len());
    let mut registry = None;
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let Some(source) = package["source"].as_str() else {
            assert!(name.starts_with("standard-land"), "{name} is a path");
            continue;
        };
        assert!(source.starts_with("registry+"), "{name} is from {source}");
        assert_eq!(*registry.get_or_insert(source), source, "{name}");
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_permissive(licence), "{name} is under {licence:?}");
    }
}

#[test]
fn every_dependency_names_the_versions_it_takes() {
    let metadata = metadata();
    for package in metadata["packages"].as_array().unwrap() {
        if !package["source"].is_null() {
            continue;
        }
        for dependency in package["dependencies"].as_array().unwrap() {
            let is_path = dependency["path"].is_string();
            let wildcard = dependency["req"] == "*";
            assert!(is_path || !wildcard, "{}", dependency["name"]);
        }
    }
}
