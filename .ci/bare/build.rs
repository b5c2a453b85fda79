//! The C start-up code calls `main`; it is all that is linked beside the core.
fn main() {
    println!("cargo:rustc-link-lib=c");
}
