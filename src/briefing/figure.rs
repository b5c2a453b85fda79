//! A figure of a text: where it stands, and what was printed.

use core::fmt::{self, Display, Formatter};

use super::measure::Measure;
use super::number::{Doubt, Number, Whole};
use crate::audit::{Magnitude, Published, Qualifier, Span, Unit};
use crate::quantity::{AreaUnit, MoneyUnit};
use crate::text::terms;

/// Where in a text a byte stands, for people: line and column, from 1.
///
/// Columns count characters, not bytes.
///
/// ```
/// use standard_land::briefing::Briefing;
///
/// let briefing = Briefing::read("标题\n共出让7宗");
/// let figure = briefing.figures().next().expect("there is one figure");
/// assert_eq!(briefing.position(figure.span().start).to_string(), "2:4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Display for Position {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

terms! {
    /// Why a figure stands in no claim. Codes are stable.
    ///
    /// ```
    /// use standard_land::audit::Reading;
    /// use standard_land::briefing::{Briefing, Reason};
    ///
    /// let briefing = Briefing::read("为企业办理事项682件。");
    /// let audit = briefing.audit(&Reading::new());
    /// let (_, reason) = audit.unrelated().next().expect("there is one figure");
    /// assert_eq!(reason, Reason::NoRelation);
    /// assert_eq!(reason.code(), "no-relation");
    /// ```
    pub enum Reason("a reason why a figure is unrelated") {
        /// No word in the sentence relates it to another figure.
        NoRelation = "no-relation", "无关联";
        /// A word asks for a figure that is nowhere: 占57% of what?
        NoPartner = "no-partner", "缺少对应数字";
        /// No unit follows, or one that nothing here is measured in.
        NoUnit = "no-unit", "单位未收录";
        /// It is one end of a range: 30—50家.
        Range = "range", "区间";
        /// A fraction such as 三分之一, which no printed number can be.
        Fraction = "fraction", "分数";
        /// Numerals that do not form one number: 三四家.
        Numerals = "numerals", "数字不规范";
        /// More digits than a printed number holds.
        TooManyDigits = "too-many-digits", "位数过多";
        /// Two words say how exact it is: 约80%以上.
        TwoQualifiers = "two-qualifiers", "限定词重复";
        /// It names a class: 超过100亩的项目.
        Class = "class", "类别界限";
        /// It counts what another figure speaks of: 46个园区亩均税收.
        Scope = "scope", "统计范围";
        /// It is a limit: 不低于20万元.
        Limit = "limit", "限值";
    }
}

/// A figure of a text: a number, with its unit and the words beside it.
///
/// *Invariant*: it has a value, or a reason why it has none.
///
/// ```
/// use standard_land::briefing::Briefing;
///
/// let briefing = Briefing::read("出让标准地３.０２萬畝，超80%");
/// let printed: Vec<_> = briefing
///     .figures()
///     .map(|figure| (briefing.printed(figure.span()), figure.value().map(|v| v.to_string())))
///     .collect();
/// assert_eq!(printed, [
///     ("３.０２萬畝", Some("3.02万亩".to_string())),
///     ("超80%", Some("超80%".to_string())),
/// ]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Figure {
    pub(super) span: Span,
    pub(super) value: Result<Published, Reason>,
}

impl Figure {
    /// Where it stands: the number, its unit, and the words that qualify it.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The number as printed; `None` if it cannot be held as one.
    ///
    /// Units that have no name in [`Unit`] are brought into one that has, with
    /// the same last digit: 3万平方米 are 3 hectares.
    #[must_use]
    pub const fn value(&self) -> Option<Published> {
        match self.value {
            Ok(value) => Some(value),
            Err(_) => None,
        }
    }
}

impl Figure {
    /// Why it stands in no claim, as far as it alone can say.
    pub(super) const fn reason(&self) -> Reason {
        match self.value {
            Ok(value) if matches!(value.unit(), Unit::Plain(_)) => Reason::NoUnit,
            Ok(_) => Reason::NoRelation,
            Err(reason) => reason,
        }
    }
}

/// What a number with a unit behind it says; `Err` if it cannot be held.
pub(super) fn value(
    number: &Number,
    negative: bool,
    measure: Option<Measure>,
    qualifier: Qualifier,
) -> Result<Published, Reason> {
    match number.doubt {
        Doubt::Numerals => return Err(Reason::Numerals),
        Doubt::TooManyDigits => return Err(Reason::TooManyDigits),
        Doubt::None | Doubt::WideComma | Doubt::LeadingZero | Doubt::SeveralPoints => {}
    }
    let (unit, more_places) = match number.whole {
        Whole::Hundred => (Unit::Percent, 0),
        Whole::Thousand => (Unit::Permille, 0),
        Whole::Of(10) => (Unit::Tenth, 0),
        Whole::Of(parts) => return fraction(number, parts, qualifier),
        Whole::Doubled => (Unit::Times, 0),
        Whole::One => unit(measure, number.power).ok_or(Reason::NoUnit)?,
    };
    let digits = i64::try_from(number.digits).map_err(|_| Reason::TooManyDigits)?;
    let digits = if negative {
        digits.wrapping_neg()
    } else {
        digits
    };
    let places = number.scale.saturating_add(more_places);
    Published::new(digits, places, unit)
        .map(|value| value.with_qualifier(qualifier))
        .map_err(|_| Reason::TooManyDigits)
}

/// 三分之一: about so many hundredths.
fn fraction(number: &Number, parts: u32, qualifier: Qualifier) -> Result<Published, Reason> {
    let parts = u128::from(parts);
    let hundredths = number
        .digits
        .checked_mul(200)
        .and_then(|twice| twice.checked_add(parts))
        .and_then(|twice| twice.checked_div(parts.saturating_mul(2)))
        .and_then(|whole| i64::try_from(whole).ok())
        .ok_or(Reason::Fraction)?;
    let qualifier = match qualifier {
        Qualifier::Exactly => Qualifier::About,
        other => other,
    };
    Published::new(hundredths, 0, Unit::Percent)
        .map(|value| value.with_qualifier(qualifier))
        .map_err(|_| Reason::Fraction)
}

/// The unit that is printed so with a multiplier before it, and how many
/// places more the number has in it.
fn unit(measure: Option<Measure>, power: u8) -> Option<(Unit, u8)> {
    const AREAS: [(u8, AreaUnit); 5] = [
        (0, AreaUnit::SquareMetre),
        (4, AreaUnit::Hectare),
        (6, AreaUnit::SquareKilometre),
        (8, AreaUnit::TenThousandHectares),
        (10, AreaUnit::TenThousandSquareKilometres),
    ];
    const MONEY: [(u8, MoneyUnit); 4] = [
        (0, MoneyUnit::Yuan),
        (4, MoneyUnit::TenThousandYuan),
        (8, MoneyUnit::HundredMillionYuan),
        (12, MoneyUnit::TrillionYuan),
    ];
    const MAGNITUDES: [(u8, Magnitude); 3] =
        [(0, Magnitude::One), (4, Magnitude::Wan), (8, Magnitude::Yi)];
    let plain = (power == 0).then_some(0);
    match measure {
        Some(Measure::Percent) => Some((Unit::Percent, plain?)),
        Some(Measure::Permille) => Some((Unit::Permille, plain?)),
        Some(Measure::Point) => Some((Unit::PercentagePoint, plain?)),
        Some(Measure::Tenth) => Some((Unit::Tenth, plain?)),
        Some(Measure::Times) => Some((Unit::Times, plain?)),
        Some(Measure::Year) => Some((Unit::Year, plain?)),
        Some(Measure::Metric(exponent)) => {
            let (unit, places) = at_least(&AREAS, exponent.saturating_add(power))?;
            Some((Unit::Area(unit), places))
        }
        Some(Measure::Mu) => {
            let mu = [
                (0, AreaUnit::Mu),
                (4, AreaUnit::TenThousandMu),
                (8, AreaUnit::HundredMillionMu),
            ];
            let (unit, places) = at_least(&mu, power)?;
            Some((Unit::Area(unit), places))
        }
        Some(Measure::Yuan) => {
            let (unit, places) = at_least(&MONEY, power)?;
            Some((Unit::Money(unit), places))
        }
        Some(Measure::Price(area)) => {
            let (unit, places) = at_least(&MONEY, power)?;
            Some((Unit::Price(unit, area), places))
        }
        Some(Measure::Counter(counter)) => {
            let (magnitude, places) = at_least(&MAGNITUDES, power)?;
            Some((Unit::Count(counter, magnitude), places))
        }
        // 人次, 架次: so many of them; what they are, the words say.
        Some(Measure::Foreign(_)) | None => {
            let (magnitude, places) = at_least(&MAGNITUDES, power)?;
            Some((Unit::Plain(magnitude), places))
        }
    }
}

/// The smallest unit that is worth so many powers of ten or more, and the
/// places by which a number grows in it: 5千万元 are 0.5亿元.
fn at_least<U: Copy>(units: &[(u8, U)], power: u8) -> Option<(U, u8)> {
    units
        .iter()
        .find(|(worth, _)| *worth >= power)
        .map(|(worth, unit)| (*unit, worth.saturating_sub(power)))
}
