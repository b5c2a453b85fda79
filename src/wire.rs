//! How values travel: as strings, in every format, through the parsing door.
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

/// `#[serde(with = "wire::count")]`: a count as a string of digits.
pub(crate) mod count {
    use serde::{Deserializer, Serializer};

    use crate::exact::{NumberError, Numeral};

    struct Count(u64);

    #[derive(Debug, thiserror::Error)]
    #[error("the count cannot be read")]
    struct CountError(#[source] Option<NumberError>);

    impl core::str::FromStr for Count {
        type Err = CountError;

        fn from_str(given: &str) -> Result<Self, CountError> {
            let number = Numeral::parse(given).map_err(|error| CountError(Some(error)))?;
            u64::try_from(number.digits)
                .ok()
                .filter(|_| number.scale == 0 && !number.negative)
                .map(Self)
                .ok_or(CountError(None))
        }
    }

    pub(crate) fn serialize<T: core::fmt::Display, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        super::from_string(deserializer, "a count such as \"7\"").map(|Count(count)| count)
    }
}

/// `#[serde(with = "wire::date")]`: a day as `2024-05-01`.
pub(crate) mod date {
    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::optional_date::Day;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that `#[serde(with)]` calls"
    )]
    pub(crate) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        Day(*day).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        Day::deserialize(deserializer).map(|Day(day)| day)
    }
}

/// `#[serde(with = "wire::optional_date")]`: a day as `2024-05-01`, or nothing.
pub(crate) mod optional_date {
    use alloc::string::String;
    use core::str::FromStr;

    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serialize, Serializer};

    use crate::text::quote;

    pub(super) struct Day(pub(super) Date);

    #[derive(Debug, thiserror::Error)]
    #[error("{given:?} is no day such as \"2024-05-01\"")]
    pub(super) struct DayError {
        given: String,
    }

    impl FromStr for Day {
        type Err = DayError;

        fn from_str(given: &str) -> Result<Self, DayError> {
            // One form only: what parses prints as it was given.
            given
                .parse()
                .ok()
                .filter(|day: &Date| alloc::format!("{day}") == given)
                .map(Self)
                .ok_or_else(|| DayError {
                    given: quote(given),
                })
        }
    }

    impl Serialize for Day {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(&self.0)
        }
    }

    impl<'de> serde::Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            super::from_string(deserializer, "a day such as \"2024-05-01\"")
        }
    }

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that `#[serde(with)]` calls"
    )]
    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
    }
}
