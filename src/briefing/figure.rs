//! A figure of a text: where it stands, and what was printed.

use core::fmt::{self, Display, Formatter};

use crate::audit::{PrintedUnit, Published, Qualifier, Span, Unheld};
use crate::quantity::lexicon::{Doubt, Measure, Number, Print};
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
#[non_exhaustive]
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
    pub enum Reason("a reason why a figure is unrelated", "数字未关联的原因") {
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
    /// Units that have no name in [`PrintedUnit`] are brought into one that has, with
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
            Ok(value) if matches!(value.unit(), PrintedUnit::Plain(_)) => Reason::NoUnit,
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
    // 人次, 架次: a number of them; what they are, the words say.
    let measure = measure.filter(|measure| {
        !matches!(
            measure,
            Measure::Energy(_) | Measure::Mass(_) | Measure::Foreign(_)
        )
    });
    let print = Print {
        negative,
        has_plus: false,
        number: *number,
        measure,
        qualifier,
    };
    Published::of(&print).map_err(|unheld| match unheld {
        Unheld::Unit => Reason::NoUnit,
        Unheld::Digits => Reason::TooManyDigits,
        Unheld::Fraction => Reason::Fraction,
    })
}
