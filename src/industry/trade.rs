//! Codes of trades with the edition of the classification they are of.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::iter::successors;
use core::str::FromStr;

use super::code::{IndustryCode, IndustryError};
use crate::text::{UnknownTerm, quote, string_serde, terms};

terms! {
    /// An edition of the classification of trades, GB/T 4754.
    ///
    /// The same digits mean different trades: 36 is special machinery in 2002
    /// and motor vehicles in 2017.
    ///
    /// ```
    /// use standard_land::industry::Classification;
    ///
    /// assert_eq!("GB/T 4754-2002".parse::<Classification>()?, Classification::Gbt4754Of2002);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Classification("an edition of GB/T 4754") {
        /// That of 2002.
        Gbt4754Of2002 = "GB/T 4754-2002", "国民经济行业分类（2002）";
        /// That of 2011.
        Gbt4754Of2011 = "GB/T 4754-2011", "国民经济行业分类（2011）";
        /// That of 2017.
        Gbt4754Of2017 = "GB/T 4754-2017", "国民经济行业分类（2017）";
    }
}

/// A code of GB/T 4754 and the edition it is of: the key of a threshold.
///
/// *Invariant*: two to four digits, the first two not zero; one of the edition
/// of 2017 is in its table. The tables of 2002 and 2011 are not bundled.
/// *Text*: `GB/T 4754-2002 35`.
///
/// ```
/// use standard_land::industry::{Classification, Trade};
/// use standard_land::IndustryCode;
///
/// let trade = Trade::new(Classification::Gbt4754Of2002, "3514")?;
/// let above: Vec<String> = trade.ancestors().map(|trade| trade.code().to_owned()).collect();
/// assert_eq!(above, ["351", "35"]);
/// // A code of 2017 never equals one of 2002.
/// assert_ne!(trade, Trade::from_2017("3514".parse()?)?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trade {
    edition: Classification,
    /// Digits, filled up with zero bytes.
    digits: [u8; 4],
}

/// Why there is no such trade.
///
/// ```
/// use standard_land::industry::{Trade, TradeError};
///
/// let parse = |given: &str| given.parse::<Trade>().unwrap_err();
/// assert!(matches!(parse("35"), TradeError::NoEdition { .. }));
/// assert!(matches!(parse("GB/T 4754-2005 35"), TradeError::Edition(_)));
/// assert!(matches!(parse("GB/T 4754-2002 3"), TradeError::Malformed { .. }));
/// assert!(matches!(parse("GB/T 4754-2017 99"), TradeError::Industry(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TradeError {
    /// A code, and nothing that says of which edition.
    #[error("{given:?} does not name its edition, as in \"GB/T 4754-2002 35\"")]
    NoEdition {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// The edition is on no list.
    #[error(transparent)]
    Edition(UnknownTerm),
    /// Not two to four digits, or a section.
    #[error("{given:?} is no division, group or class: two to four digits")]
    Malformed {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// Not in the table of 2017.
    #[error(transparent)]
    Industry(IndustryError),
}

impl Trade {
    /// A code of an edition.
    ///
    /// # Errors
    ///
    /// [`TradeError::Malformed`]; [`TradeError::Industry`] for one of 2017
    /// that is not in its table.
    pub fn new(edition: Classification, code: &str) -> Result<Self, TradeError> {
        let malformed = || TradeError::Malformed { given: quote(code) };
        let bytes = code.as_bytes();
        let well_formed = (2..=4).contains(&bytes.len())
            && bytes.iter().all(u8::is_ascii_digit)
            && !bytes.starts_with(b"00");
        if !well_formed {
            return Err(malformed());
        }
        if edition == Classification::Gbt4754Of2017 {
            code.parse::<IndustryCode>().map_err(TradeError::Industry)?;
        }
        let mut digits = [0; 4];
        for (slot, digit) in digits.iter_mut().zip(bytes) {
            *slot = *digit;
        }
        Ok(Self { edition, digits })
    }

    /// A code of the edition of 2017.
    ///
    /// # Errors
    ///
    /// [`TradeError::Malformed`] for a section: thresholds have divisions.
    pub fn from_2017(code: IndustryCode) -> Result<Self, TradeError> {
        Self::new(Classification::Gbt4754Of2017, &format!("{code}"))
    }

    /// The edition.
    #[must_use]
    pub const fn classification(&self) -> Classification {
        self.edition
    }

    /// Its digits.
    #[must_use]
    pub fn code(&self) -> &str {
        let end = self.digits.iter().position(|digit| *digit == 0);
        let digits = self.digits.get(..end.unwrap_or(4)).unwrap_or_default();
        // Digits only, by the door.
        core::str::from_utf8(digits).unwrap_or_default()
    }

    /// The code with one digit less; `None` for divisions.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let mut digits = self.digits;
        let last = digits.iter_mut().skip(2).rev().find(|digit| **digit != 0)?;
        *last = 0;
        Some(Self { digits, ..self })
    }

    /// Its parent, and the parent's parent: the group and the division.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        successors(self.parent(), |trade| trade.parent())
    }
}

impl Debug for Trade {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Trade({self})")
    }
}

impl Display for Trade {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.edition, self.code()))
    }
}

impl FromStr for Trade {
    type Err = TradeError;

    fn from_str(given: &str) -> Result<Self, TradeError> {
        let (edition, code) = given
            .rsplit_once(' ')
            .ok_or_else(|| TradeError::NoEdition {
                given: quote(given),
            })?;
        Self::new(edition.parse().map_err(TradeError::Edition)?, code)
    }
}

string_serde!(Trade, "a trade such as \"GB/T 4754-2002 35\"");
