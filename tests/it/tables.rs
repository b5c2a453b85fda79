//! The tables that are compiled in are those in `data/`.

use std::fs;
use std::path::Path;

#[test]
fn tables_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for table in standard_land_tables::render(root).unwrap() {
        let compiled = fs::read_to_string(root.join(table.path)).unwrap();
        assert!(
            compiled == table.text,
            "{} is not what data/ says; run `cargo tables`",
            table.path
        );
    }
}
