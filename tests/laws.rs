//! The laws and oracles of `it` without its other tests, for runs of many cases:
//! optimised in half of the time that all tests take.

#![cfg(test)]

#[path = "it/corpus.rs"]
#[expect(dead_code, reason = "the golden scores use the rest")]
mod corpus;
#[path = "../fuzz/bodies.rs"]
mod fuzz_bodies;
#[path = "it/given.rs"]
mod given;
#[path = "it/laws/mod.rs"]
mod laws;
#[path = "it/oracle/mod.rs"]
mod oracle;
#[path = "it/pages.rs"]
mod pages;
#[path = "it/wire.rs"]
mod wire;
