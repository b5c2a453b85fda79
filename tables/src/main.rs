//! `cargo tables`: writes the static code tables anew from `data/*.csv`.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for table in standard_land_tables::render(&root)? {
        std::fs::write(root.join(table.path), table.text)?;
        println!("wrote {}", table.path);
    }
    Ok(())
}
