//! `cargo fuzz run briefing`: any text as a briefing.
#![no_main]

#[path = "../bodies.rs"]
#[expect(dead_code, reason = "each target calls one of the bodies")]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::briefing(bytes));
