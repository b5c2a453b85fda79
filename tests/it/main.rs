//! One binary for all integration tests.
//!
//! `api` by room, `laws` by proptest, `oracle` against naive big rationals,
//! `golden` for bytes that must not change, and what concerns all rooms.

#![cfg(test)]

mod api;
mod autotraits;
mod errors;
mod golden;
mod laws;
mod oracle;
mod outsider;
mod readme;
mod tables;
