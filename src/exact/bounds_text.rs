//! Intervals as text: as fractions, which parse, and as decimals, to be read.

use crate::exact::RatioError;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Display, Formatter};
use core::ops::Bound;
use core::str::FromStr;

use super::bounds::{Bounds, BoundsError, text};
use super::ratio::Ratio;
use super::rounding::Rounding;
use crate::text::{quote, string_serde};

impl Bounds {
    /// The interval in decimals, to be read: `[0.1543, 0.1544)`.
    ///
    /// An end that has no such decimal is printed as the next one outside, and
    /// open, since that one is never reached.
    ///
    /// ```
    /// use standard_land::exact::Bounds;
    ///
    /// let bounds: Bounds = "[1/3, 1/2]".parse()?;
    /// assert_eq!(bounds.in_decimals(2).to_string(), "(0.33, 0.50]");
    /// assert_eq!(bounds.in_percent(1).to_string(), "(33.3%, 50.0%]");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn in_decimals(&self, places: u8) -> impl Display + use<> {
        self.outward(places, false)
    }

    /// The same in percent, of an interval of shares.
    #[must_use]
    pub fn in_percent(&self, places: u8) -> impl Display + use<> {
        self.outward(places, true)
    }

    fn outward(&self, places: u8, percent: bool) -> String {
        // More places than a decimal holds: the end stays a fraction.
        let places = i8::try_from(places).unwrap_or(i8::MAX);
        let print = |value: Ratio, rounding: Rounding| {
            if percent {
                let printed = value.percent(rounding).ok()?;
                Some((printed.to_string(), Ratio::from(printed) == value))
            } else {
                let printed = value.round(rounding).ok()?;
                Some((printed.to_string(), Ratio::from(printed) == value))
            }
        };
        let end = |end: Bound<Ratio>, rounding: Rounding| match end {
            Bound::Unbounded => None,
            Bound::Included(value) => {
                Some(print(value, rounding).unwrap_or_else(|| (value.to_string(), true)))
            }
            Bound::Excluded(value) => {
                let text = print(value, rounding).map_or_else(|| value.to_string(), |it| it.0);
                Some((text, false))
            }
        };
        let low = match end(self.low(), Rounding::floor(places)) {
            None => String::from("(-∞"),
            Some((text, true)) => format!("[{text}"),
            Some((text, false)) => format!("({text}"),
        };
        match end(self.high(), Rounding::ceiling(places)) {
            None => format!("{low}, ∞)"),
            Some((text, true)) => format!("{low}, {text}]"),
            Some((text, false)) => format!("{low}, {text})"),
        }
    }
}

impl Display for Bounds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&text(&self.low(), &self.high()))
    }
}

impl FromStr for Bounds {
    type Err = BoundsError;

    fn from_str(given: &str) -> Result<Self, BoundsError> {
        let not_an_interval = || BoundsError::NotAnInterval {
            given: quote(given),
        };
        let end = |text: &str, closed: bool| -> Result<Bound<Ratio>, BoundsError> {
            let value = text
                .parse()
                .map_err(|source: RatioError| BoundsError::End {
                    given: quote(given),
                    source: Box::new(source),
                })?;
            Ok(if closed {
                Bound::Included(value)
            } else {
                Bound::Excluded(value)
            })
        };
        let (low, high) = given.split_once(", ").ok_or_else(not_an_interval)?;
        let low = match (low, low.strip_prefix('['), low.strip_prefix('(')) {
            ("(-∞", ..) => Bound::Unbounded,
            (_, Some(value), _) => end(value, true)?,
            (_, _, Some(value)) => end(value, false)?,
            _ => return Err(not_an_interval()),
        };
        let high = match (high, high.strip_suffix(']'), high.strip_suffix(')')) {
            ("∞)", ..) => Bound::Unbounded,
            (_, Some(value), _) => end(value, true)?,
            (_, _, Some(value)) => end(value, false)?,
            _ => return Err(not_an_interval()),
        };
        Self::new(low, high)
    }
}

string_serde!(
    Bounds,
    "an interval such as \"[1/2, 2/3)\"",
    crate::described::text(
        "An interval of fractions.",
        &crate::text::label_pattern(),
        &["[1543/10000, 193/1250)"],
    )
);
