//! One binary for all integration tests.
//!
//! `api` by module, `laws` by proptest, `oracle` against naive big rationals,
//! `golden` for bytes that must not change, and what concerns all modules.

#![cfg(test)]

mod api;
mod autotraits;
#[cfg(feature = "serde")]
mod corpus;
mod dependencies;
mod errors;
mod examples;
#[cfg(feature = "notices")]
mod fuzz;
#[cfg(feature = "notices")]
#[path = "../../fuzz/bodies.rs"]
mod fuzz_bodies;
mod given;
#[cfg(feature = "serde")]
mod golden;
mod laws;
mod modules;
mod oracle;
mod outsider;
mod pages;
#[cfg(feature = "serde")]
mod promises;
mod public_api;
mod readme;
#[cfg(feature = "schemars")]
mod schema;
mod tables;
mod wire;
