//! `cargo fuzz run notice`: any bytes as a file of notices.
#![no_main]

#[path = "../bodies.rs"]
#[expect(dead_code, reason = "each target calls one of the bodies")]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::notice(bytes));
