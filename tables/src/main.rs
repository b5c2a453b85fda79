//! `cargo tables`: writes the static code tables anew from `data/*.csv`.
//!
//! `cargo api` writes the list of public items anew, `cargo api --check`
//! compares it.

use std::error::Error;
use std::path::Path;

use standard_land_tables::api;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write_tables(&root),
        ["api"] => {
            let list = api::list(&root)?;
            std::fs::write(root.join(api::PATH), &list)?;
            show(&list);
            Ok(())
        }
        ["api", "--check"] => check(&root),
        _ => Err("nothing, `api` or `api --check` can be asked for".into()),
    }
}

fn write_tables(root: &Path) -> Result<(), Box<dyn Error>> {
    for table in standard_land_tables::render(root)? {
        std::fs::write(root.join(table.path), table.text)?;
        println!("wrote {}", table.path);
    }
    Ok(())
}

fn show(list: &str) {
    for (count, kind) in api::counts(list) {
        println!("{count:>6} {kind}");
    }
}

fn check(root: &Path) -> Result<(), Box<dyn Error>> {
    let (now, committed) = (
        api::list(root)?,
        std::fs::read_to_string(root.join(api::PATH))?,
    );
    show(&now);
    let is_in = |list: &str, line: &str| list.lines().any(|other| other == line);
    for gone in committed.lines().filter(|line| !is_in(&now, line)) {
        println!("- {gone}");
    }
    for new in now.lines().filter(|line| !is_in(&committed, line)) {
        println!("+ {new}");
    }
    if now == committed {
        return Ok(());
    }
    Err(format!("{} is not current; run `cargo api`", api::PATH).into())
}
