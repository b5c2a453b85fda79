//! Another crate, outside the workspace, depends on this one by path.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The first block of Rust in the README.
fn readme_example() -> &'static str {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```rust\n").unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_readme_example_runs_in_a_crate_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outside = env::temp_dir().join(format!("standard-land-outsider-{}", std::process::id()));
    fs::create_dir_all(outside.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"outsider\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nstandard-land = {{ path = {:?} }}\n\n[workspace]\n\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n",
        root.display().to_string()
    );
    fs::write(outside.join("Cargo.toml"), manifest).unwrap();
    fs::write(outside.join("src/main.rs"), readme_example()).unwrap();
    // The versions that this crate is tested with: they are on the machine.
    fs::copy(root.join("Cargo.lock"), outside.join("Cargo.lock")).unwrap();

    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--offline", "--quiet"])
        .current_dir(&outside)
        // Where dependencies are built already, as this crate is built.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap(),
        )
        .output()
        .unwrap();
    fs::remove_dir_all(&outside).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
