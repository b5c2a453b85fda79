//! The postcard bytes of every type: a format that does not describe itself.

use serde::Serialize;

use super::{Format, Value, check_every_type, check_every_written_type, lifecycle};

struct Postcard;

fn hex(value: &impl Serialize) -> String {
    let bytes = postcard::to_allocvec(value).unwrap();
    bytes
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

impl Format for Postcard {
    fn check<T: Value>(&self, value: &T, json: &str, postcard: &str) {
        self.check_written(value, json, postcard);
        let digits: Vec<char> = postcard.chars().collect();
        let bytes: Option<Vec<u8>> = digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok())
            .collect();
        let bytes = bytes.unwrap_or_default();
        assert_eq!(
            postcard::from_bytes::<T>(&bytes).as_ref(),
            Ok(value),
            "{json}"
        );
    }

    fn check_written<T: Serialize>(&self, value: &T, json: &str, postcard: &str) {
        assert_eq!(hex(value), postcard, "{json}");
    }
}

#[test]
fn every_type_is_written_and_read_as_ever() {
    check_every_type(&Postcard);
    super::standard::check_every_type(&Postcard);
    lifecycle::check_every_type(&Postcard);
    super::zone::check_every_type(&Postcard);
    super::pricing::check_every_type(&Postcard);
}

#[test]
fn what_is_only_written_is_written_as_ever() {
    check_every_written_type(&Postcard);
    lifecycle::check_every_written_type(&Postcard);
    super::zone::check_every_written_type(&Postcard);
    super::pricing::check_every_written_type(&Postcard);
}
