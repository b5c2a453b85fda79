//! Codes as documents and spreadsheets print them.

use alloc::format;
use alloc::string::String;

use super::code::{IndustryCode, IndustryError, IndustryLevel};
use super::edition::Edition;
use crate::text::quote;

/// What a printed code means: one code, or a doubt between two.
///
/// A spreadsheet that takes codes for numbers drops their zeros: `0111` becomes
/// `111`, which is another code. So where a column holds codes of one level, a
/// length that is not that level's is a doubt, even if only one reading is in
/// the table.
///
/// ```
/// use standard_land::industry::{Edition, IndustryLevel, PrintedCode};
/// use standard_land::IndustryCode;
///
/// let edition = Edition::E2017;
/// for printed in ["C3411", "ｃ3411", "3411 ", "3411小类"] {
///     let read = PrintedCode::read(edition, None, printed)?;
///     assert_eq!(read.certain(), Some("3411".parse()?));
/// }
/// let read = PrintedCode::read(edition, Some(IndustryLevel::Class), "111")?;
/// assert_eq!(read.certain(), None);
/// assert_eq!(read.zero_restored(), Some("0111".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PrintedCode {
    as_printed: Option<IndustryCode>,
    zero_restored: Option<IndustryCode>,
    is_doubtful: bool,
}

impl PrintedCode {
    /// Reads a code of an edition; `level` is what the column holds, if known.
    ///
    /// Full-width characters, small letters and spaces around it are read as
    /// usual. The letter of the section may stand before the digits, and the
    /// word for the level behind them: `C3411`, `34大类`.
    ///
    /// # Errors
    ///
    /// [`IndustryError::Malformed`]; [`IndustryError::Unknown`] where no reading
    /// is in the edition; [`IndustryError::Section`] and
    /// [`IndustryError::Level`] where letter or word contradict the digits.
    pub fn read(
        edition: Edition,
        level: Option<IndustryLevel>,
        printed: &str,
    ) -> Result<Self, IndustryError> {
        let plain: String = printed.trim().chars().map(narrow).collect();
        let word = IndustryLevel::ALL
            .iter()
            .find_map(|level| Some((plain.strip_suffix(level.name_zh())?.trim_end(), *level)));
        let (code, named) = match word {
            Some((code, level)) => (code, Some(level)),
            None => (plain.as_str(), None),
        };
        let (letter, digits) = match code.char_indices().nth(1) {
            Some((second, _)) if code.starts_with(|first: char| first.is_ascii_uppercase()) => {
                code.split_at(second)
            }
            _ => ("", code),
        };
        let digits = digits.trim_start();
        let read = match (level, digits.len()) {
            (Some(level), length) if letter.is_empty() && length != length_of(level) => {
                Self::doubtful(edition, level, digits)
            }
            _ => IndustryCode::new(edition, digits).map(|code| Self {
                as_printed: Some(code),
                zero_restored: None,
                is_doubtful: level.is_some_and(|level| level != code.level()),
            }),
        };
        let read = read.map_err(|error| error.of(printed))?;
        if let Some(code) = read.as_printed {
            if !letter.is_empty() && code.section().code() != letter {
                let given = quote(printed);
                return Err(IndustryError::Section { given, code });
            }
            if named.is_some_and(|named| named != code.level()) {
                let given = quote(printed);
                return Err(IndustryError::Level { given, code });
            }
        }
        Ok(read)
    }

    /// Another length than the column's: it may have lost its zero.
    fn doubtful(
        edition: Edition,
        level: IndustryLevel,
        digits: &str,
    ) -> Result<Self, IndustryError> {
        let as_printed = IndustryCode::new(edition, digits);
        let is_short = digits.len().saturating_add(1) == length_of(level)
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        let zero_restored = is_short
            .then(|| IndustryCode::new(edition, &format!("0{digits}")).ok())
            .flatten();
        match (as_printed, zero_restored) {
            (Err(error), None) => Err(error),
            (as_printed, zero_restored) => Ok(Self {
                as_printed: as_printed.ok(),
                zero_restored,
                is_doubtful: true,
            }),
        }
    }

    /// The code, where there is no doubt.
    #[must_use]
    pub fn certain(&self) -> Option<IndustryCode> {
        self.as_printed.filter(|_| !self.is_doubtful)
    }

    /// Whether its length is not that of the column's level.
    #[must_use]
    pub const fn is_doubtful(&self) -> bool {
        self.is_doubtful
    }

    /// What the digits mean as they stand.
    #[must_use]
    pub const fn as_printed(&self) -> Option<IndustryCode> {
        self.as_printed
    }

    /// What they mean with a zero before them, where that may have been lost.
    #[must_use]
    pub const fn zero_restored(&self) -> Option<IndustryCode> {
        self.zero_restored
    }
}

/// How many characters the codes of a level have.
const fn length_of(level: IndustryLevel) -> usize {
    match level {
        IndustryLevel::Section => 1,
        IndustryLevel::Division => 2,
        IndustryLevel::Group => 3,
        IndustryLevel::Class => 4,
    }
}

/// A character in its usual width, letters as capitals.
fn narrow(found: char) -> char {
    let narrow = match found {
        '\u{3000}' => ' ',
        '！'..='～' => u32::from(found)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(found),
        _ => found,
    };
    narrow.to_ascii_uppercase()
}

impl IndustryError {
    /// The same of the whole text that was given.
    fn of(mut self, printed: &str) -> Self {
        if let Self::Malformed { given } | Self::Unknown { given, .. } = &mut self {
            *given = quote(printed);
        }
        self
    }
}
