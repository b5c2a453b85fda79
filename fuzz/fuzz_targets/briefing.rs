//! `cargo fuzz run briefing`: any text as a briefing.
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::briefing(bytes));
