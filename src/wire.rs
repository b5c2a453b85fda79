//! How values travel: as strings, in every format, through the parser.
//!
//! JSON numbers are refused: a reader that sees `15.40` as a binary float has
//! lost the printed places already, and one that sees `37.18` has lost the
//! value. Formats that are not self-describing get the same strings.

use alloc::string::String;
use core::error::Error;
use core::fmt::{self, Formatter, Write as _};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, Deserializer, Visitor};

/// Reads a string and hands it to `FromStr`; anything else is refused with
/// words that show the string form.
pub(crate) fn from_string<'de, D, T>(
    deserializer: D,
    expecting: &'static str,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Error>,
{
    struct FromText<T> {
        expecting: &'static str,
        value: PhantomData<T>,
    }

    impl<T: FromStr<Err: Error>> Visitor<'_> for FromText<T> {
        type Value = T;

        fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("a string: ")?;
            f.write_str(self.expecting)
        }

        fn visit_str<E: de::Error>(self, given: &str) -> Result<T, E> {
            given.parse().map_err(refused)
        }
    }

    deserializer.deserialize_str(FromText {
        expecting,
        value: PhantomData,
    })
}

/// A domain error, with its causes, as the format's own error.
pub(crate) fn refused<E: de::Error>(error: impl Error) -> E {
    let mut text = String::new();
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        let _ = write!(text, ": {error}");
        cause = error.source();
    }
    E::custom(text)
}
