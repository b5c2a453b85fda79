//! Bytes that must not change: JSON and postcard.

mod json;
mod postcard;
