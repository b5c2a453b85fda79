//! How days travel: as strings.

/// `#[serde(with = "crate::calendar::date")]`: a day as `2024-05-01`.
pub(crate) mod date {
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
            crate::wire::from_string(deserializer, "a day such as \"2024-05-01\"")
        }
    }

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

/// `#[serde(with = "crate::calendar::optional_date")]`: a day as `2024-05-01`, or nothing.
pub(crate) mod optional_date {
    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::date::Day;

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
