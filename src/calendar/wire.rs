//! How days travel: as strings.

use core::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::quote;

/// `#[serde(with = "crate::calendar::Day")]`: a day as `2024-05-01`.
pub(crate) struct Day;

/// `#[serde(with = "crate::calendar::OptionalDay")]`: a day as `2024-05-01`,
/// or nothing.
pub(crate) struct OptionalDay;

struct Text(Date);

#[derive(Debug)]
struct DayError {
    given: crate::text::Given,
}

impl core::fmt::Display for DayError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?} is not a day such as \"2024-05-01\"", self.given)
    }
}

impl core::error::Error for DayError {}

impl FromStr for Text {
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

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::from_string(deserializer, "a day such as \"2024-05-01\"")
    }
}

impl Day {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that `#[serde(with)]` calls"
    )]
    pub(crate) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        Text(*day).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        Text::deserialize(deserializer).map(|Text(day)| day)
    }
}

impl OptionalDay {
    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that `#[serde(with)]` calls"
    )]
    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Text).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Text>::deserialize(deserializer)?.map(|Text(day)| day))
    }
}

#[cfg(feature = "schemars")]
crate::described::field! {
    Day, crate::described::day();
    OptionalDay, crate::described::optional(crate::described::day());
}
