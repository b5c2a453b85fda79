//! `#[serde(with = "crate::exact::Count")]`: a count as a string of digits.

use serde::{Deserializer, Serializer};

use super::numeral::{NumberError, Numeral};
use crate::wire::from_string;

/// A count as it travels.
pub(crate) struct Count(u64);

#[derive(Debug)]
pub(crate) struct CountError(Option<NumberError>);

impl core::fmt::Display for CountError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the count is not a whole number from 0 to 18446744073709551615")
    }
}

impl core::error::Error for CountError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        let source = self.0.as_ref()?;
        Some(source)
    }
}

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

impl Count {
    pub(crate) fn serialize<T: core::fmt::Display, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        from_string(deserializer, "a count such as \"7\"").map(|Self(count)| count)
    }
}

#[cfg(feature = "schemars")]
crate::described::field! {
    Count, crate::described::count();
}
