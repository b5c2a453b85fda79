//! What is demanded of an indicator, as cells of control tables say it.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::error::ThresholdError;
use super::limits::{Limit, Limits, Strictness};
use crate::quantity::Unit;
use crate::text::string_serde;

/// The cell of what is decided for each project.
pub(super) const CASE_BY_CASE: &str = "一事一议";

/// What is demanded of an indicator: a number, or one of four other things.
///
/// *Text*: the cell of a table. `{}` prints signs (`≥1.3且≤2.0`), `{:#}` the
/// words of listing notices (`大于或等于1.3并且小于或等于2.0`); both parse, and
/// so do 不低于, 以上, 不超过, 以内, `1.0≤容积率≤2.0` and the like. 以上, 以下
/// and 以内 include the number, 超过 and 不满 do not (Civil Code, article
/// 1259). A number alone needs the [`Indicator`](super::Indicator) that it belongs to.
///
/// ```
/// use standard_land::standard::Threshold;
///
/// let parse = |cell: &str| cell.parse::<Threshold>();
/// assert_eq!(parse("不低于150万元/亩")?.to_string(), "≥150万元/亩");
/// assert_eq!(parse("7%以下")?.to_string(), "≤7%");
/// assert_eq!(format!("{:#}", parse(">1.3且≤2.0")?), "大于1.3并且小于或等于2.0");
/// assert_eq!(parse("≥250–350万元/亩")?.to_string(), "≥250–350万元/亩");
/// assert_eq!(parse("/")?, Threshold::NotApplicable);
/// assert_eq!(parse("一事一议")?, Threshold::CaseByCase);
/// assert!(matches!(parse("按浙政办发〔2018〕1号文件执行")?, Threshold::Reference(_)));
/// assert!(matches!(parse("达到行业先进水平")?, Threshold::Qualitative(_)));
/// assert!(parse("约1.3").is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Threshold {
    /// A number to be compared with.
    Number(Limits),
    /// What another document says.
    Reference(Reference),
    /// Words that a person has to judge.
    Qualitative(Qualitative),
    /// The indicator does not apply here: `/`.
    NotApplicable,
    /// Decided for each project: 一事一议.
    CaseByCase,
}

/// Words of a cell that are kept as printed.
macro_rules! wording {
    (
        $(#[$attr:meta])*
        $name:ident, $what:literal, $expecting:literal, $description:literal, $example:literal
    ) => {
        $(#[$attr])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            pub(super) fn keep(words: &str) -> Self {
                Self(words.into())
            }

            /// The words, as printed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = ThresholdError;

            fn from_str(given: &str) -> Result<Self, ThresholdError> {
                match given.parse()? {
                    Threshold::$name(words) => Ok(words),
                    _ => Err(ThresholdError::Wording {
                        given: crate::text::quote(given),
                        what: $what,
                    }),
                }
            }
        }

        string_serde!(
            $name,
            $expecting,
            crate::described::text($description, &crate::text::label_pattern(), &[$example])
        );
    };
}

wording! {
    /// A cell that points to another document, as printed.
    ///
    /// It begins with 按, 依, 参照, 执行, 见 or `per`, or names a document in
    /// 《》 or by its number (达到GB 18484标准).
    ///
    /// ```
    /// use standard_land::standard::Reference;
    ///
    /// let words: Reference = "按环评批复执行".parse()?;
    /// assert_eq!(words.as_str(), "按环评批复执行");
    /// assert!("≥1.0".parse::<Reference>().is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Reference, "a reference to a document", "a reference to a document",
    "A threshold that another document sets.", "按环评批复执行"
}

wording! {
    /// A cell of words that a person has to judge, as printed.
    ///
    /// *Invariant*: it is not a reference and has no digits: a number that no
    /// relation stands before is refused, not kept as words.
    ///
    /// ```
    /// use standard_land::standard::Qualitative;
    ///
    /// let words: Qualitative = "达到行业先进水平".parse()?;
    /// assert_eq!(words.as_str(), "达到行业先进水平");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Qualitative, "a demand in words", "a demand in words",
    "A threshold in words.", "达到先进水平"
}

impl Threshold {
    /// The most characters that a cell may have.
    pub const MAX_CHARACTERS: usize = 200;

    /// At least this value, itself included (不低于).
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`].
    ///
    /// ```
    /// use standard_land::quantity::Unit;
    /// use standard_land::standard::Threshold;
    ///
    /// let minimum = Threshold::at_least(30.into(), Unit::PERCENT)?;
    /// assert_eq!(minimum, "≥30%".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at_least(value: Decimal, unit: Unit) -> Result<Self, ThresholdError> {
        Limits::new(Some(Limit::inclusive(value)?), None, unit).map(Self::Number)
    }

    /// At most this value, itself included (不超过).
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`].
    pub fn at_most(value: Decimal, unit: Unit) -> Result<Self, ThresholdError> {
        Limits::new(None, Some(Limit::inclusive(value)?), unit).map(Self::Number)
    }

    /// From one number to another, both included.
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`], [`ThresholdError::Reversed`].
    pub fn between(from: Decimal, to: Decimal, unit: Unit) -> Result<Self, ThresholdError> {
        let (lower, upper) = (Limit::inclusive(from)?, Limit::inclusive(to)?);
        Limits::new(Some(lower), Some(upper), unit).map(Self::Number)
    }

    /// The limits, if it is a number.
    #[must_use]
    pub const fn limits(&self) -> Option<&Limits> {
        match self {
            Self::Number(limits) => Some(limits),
            _ => None,
        }
    }

    /// How strict it is beside another one, in whatever unit.
    ///
    /// Not to apply is looser than any number; words and numbers do not
    /// compare. A range is stricter when both its numbers are.
    ///
    /// ```
    /// use standard_land::standard::{Strictness, Threshold};
    ///
    /// let against = |a: &str, b: &str| -> Result<Strictness, standard_land::Error> {
    ///     Ok(a.parse::<Threshold>()?.against(&b.parse()?))
    /// };
    /// assert_eq!(against("≥2250万元/公顷", "≥150万元/亩")?, Strictness::Same);
    /// assert_eq!(against("≤7%", "≤10%")?, Strictness::Tighter);
    /// assert_eq!(against("/", "≤10%")?, Strictness::Looser);
    /// assert_eq!(against("≥1.0", "≤2.0")?, Strictness::Crossing);
    /// assert_eq!(against("一事一议", "≤2.0")?, Strictness::Incomparable);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn against(&self, other: &Self) -> Strictness {
        match (self, other) {
            (Self::Number(mine), Self::Number(other)) => mine.against(other),
            (mine, other) if mine == other => Strictness::Same,
            (Self::NotApplicable, Self::Number(_)) => Strictness::Looser,
            (Self::Number(_), Self::NotApplicable) => Strictness::Tighter,
            _ => Strictness::Incomparable,
        }
    }
}

impl Display for Threshold {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(limits) => limits.fmt(f),
            Self::Reference(words) => words.fmt(f),
            Self::Qualitative(words) => words.fmt(f),
            Self::NotApplicable => f.pad("/"),
            Self::CaseByCase => f.pad(CASE_BY_CASE),
        }
    }
}

impl Display for Limits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let unit = self.unit().symbol();
        let print = |sign: &str, limit: Limit| match limit.up_to() {
            Some(last) => format!("{sign}{}–{last}{unit}", limit.value()),
            None => format!("{sign}{}{unit}", limit.value()),
        };
        let sign = |[signs, words]: [[&'static str; 2]; 2], limit: Limit| {
            let [with, without] = if f.alternate() { words } else { signs };
            if limit.is_inclusive() { with } else { without }
        };
        let lower = self
            .lower()
            .map(|limit| print(sign([["≥", ">"], ["大于或等于", "大于"]], limit), limit));
        let upper = self
            .upper()
            .map(|limit| print(sign([["≤", "<"], ["小于或等于", "小于"]], limit), limit));
        match (lower, upper) {
            // Both are equal only when both include the number.
            (Some(_), Some(_)) if !f.alternate() && self.lower() == self.upper() => {
                let one = self.lower().map(|limit| print("=", limit));
                f.pad(&one.unwrap_or_default())
            }
            (Some(lower), Some(upper)) if f.alternate() => f.pad(&format!("{lower}并且{upper}")),
            (Some(lower), Some(upper)) => f.pad(&format!("{lower}且{upper}")),
            (Some(one), None) | (None, Some(one)) => f.pad(&one),
            // There is always a limit.
            (None, None) => Ok(()),
        }
    }
}

string_serde!(
    Threshold,
    "a threshold such as \"≥150万元/亩\"",
    crate::described::text(
        "A threshold.",
        &crate::text::label_pattern(),
        &["≥150万元/亩", ">1.3且≤2.0", "一事一议"],
    )
);
