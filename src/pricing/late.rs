//! What is due for being late: a rate of a base for every day.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::account::PaymentAccount;
use super::{PricingError, not_negative, to_fen};
use crate::calendar::days_between;
use crate::exact::{Mode, Ratio};
use crate::quantity::lexicon::{Measure, Print, Whole};
use crate::quantity::{Area, Money, MoneyUnit, Qualifier};
use crate::record::record;
use crate::text::{debug_as_printed, quote, string_serde, terms};

terms! {
    /// What a grant contract asks a daily sum for.
    ///
    /// ```
    /// use standard_land::pricing::Lateness;
    ///
    /// assert_eq!("迟延竣工".parse::<Lateness>()?, Lateness::Completion);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Lateness("a kind of lateness", "迟延类型") {
        /// Building began late: a rate of the whole price.
        Start = "start", "迟延开工";
        /// Building ended late: a rate of the price of the floor area that is
        /// not complete.
        Completion = "completion", "迟延竣工";
        /// The price was paid late: a rate of what was not paid.
        Payment = "payment", "迟延付款";
    }
}

/// A share of a base for every day, as a contract sets it.
///
/// *Invariant*: not below zero. Contracts print it in ‰ for building, in % or ‰
/// for payment; it is a parameter, no rate is built in. *Text*: in ‰ where that
/// is a decimal, else a fraction; `0.05%`, `5/10000`, 万分之五 are read too.
///
/// ```
/// use standard_land::pricing::DailyRate;
/// use standard_land::Ratio;
///
/// let rate: DailyRate = "1‰".parse()?;
/// assert_eq!(rate, DailyRate::new(Ratio::new(1, 1000)?)?);
/// let rate: DailyRate = "0.05%".parse()?;
/// assert_eq!(rate.to_string(), "0.5‰");
/// assert!("1".parse::<DailyRate>().is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DailyRate(Ratio);

/// What is due for being late, exactly.
///
/// *Rounding*: none; [`in_fen`](Self::in_fen) rounds once.
///
/// ```
/// use standard_land::exact::Mode;
/// use standard_land::jiff::civil::date;
/// use standard_land::pricing::{DailyRate, Lateness};
///
/// let rate: DailyRate = "1‰".parse()?;
/// let late = rate.late_start("12345.67元".parse()?, date(2025, 6, 30), date(2025, 7, 1))?;
/// assert_eq!((late.lateness, late.days), (Lateness::Start, 1));
/// assert_eq!(late.yuan.to_string(), "1234567/100000");
/// assert_eq!(late.in_fen(Mode::HalfUp)?, "12.35元".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LateSum {
    /// What it is due for.
    pub lateness: Lateness,
    /// How many days are counted.
    pub days: u32,
    /// The sum, in yuan.
    pub yuan: Ratio,
}

impl LateSum {
    /// The sum, rounded to fen in the mode that is named.
    ///
    /// # Errors
    ///
    /// [`PricingError::Quantity`], [`PricingError::Figure`] when it is larger
    /// than can be held.
    pub fn in_fen(&self, mode: Mode) -> Result<Money, PricingError> {
        to_fen(self.yuan, mode)
    }
}

impl DailyRate {
    /// A share of the base for every day.
    ///
    /// # Errors
    ///
    /// [`PricingError::NegativeRate`].
    pub fn new(rate: Ratio) -> Result<Self, PricingError> {
        if rate.is_negative() {
            return Err(PricingError::NegativeRate {
                rate: Box::new(rate),
            });
        }
        Ok(Self(rate))
    }

    /// The share.
    #[must_use]
    pub const fn ratio(self) -> Ratio {
        self.0
    }

    fn of(self, lateness: Lateness, yuan: Ratio, days: u32) -> Result<LateSum, PricingError> {
        let days_of = Ratio::from(u64::from(days));
        Ok(LateSum {
            lateness,
            days,
            yuan: yuan.checked_mul(self.0)?.checked_mul(days_of)?,
        })
    }

    /// What is due on a day for starting late: the rate of the whole price.
    ///
    /// `agreed` is the last day in time, `until` the day of the start, or today
    /// where building has not begun; that day counts.
    ///
    /// # Errors
    ///
    /// [`PricingError::Negative`], [`PricingError::Figure`].
    ///
    /// ```
    /// use standard_land::exact::Mode;
    /// use standard_land::jiff::civil::date;
    /// use standard_land::pricing::DailyRate;
    ///
    /// let rate: DailyRate = "1‰".parse()?;
    /// let (agreed, begun) = (date(2025, 6, 30), date(2025, 7, 10));
    /// let late = rate.late_start("1000万元".parse()?, agreed, begun)?;
    /// assert_eq!(late.days, 10);
    /// assert_eq!(late.in_fen(Mode::HalfUp)?, "10万元".parse()?);
    /// assert_eq!(rate.late_start("1000万元".parse()?, agreed, agreed)?.days, 0);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn late_start(
        self,
        price: Money,
        agreed: Date,
        until: Date,
    ) -> Result<LateSum, PricingError> {
        let yuan = not_negative(price)?.amount(MoneyUnit::Yuan);
        self.of(Lateness::Start, yuan, days_between(agreed, until))
    }

    /// What is due on a day for completing late: the rate of the price of the
    /// floor area that is not complete.
    ///
    /// That price is the whole price by the share of floor area. `until` is the
    /// day of completion, or today; that day counts.
    ///
    /// # Errors
    ///
    /// [`PricingError::Negative`], [`PricingError::Figure`].
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::pricing::{BuiltFloorArea, DailyRate};
    /// use standard_land::Ratio;
    ///
    /// let rate: DailyRate = "1‰".parse()?;
    /// let floors = BuiltFloorArea::new("30000 m²".parse()?, "20000 m²".parse()?)?;
    /// let (agreed, today) = (date(2025, 6, 30), date(2025, 7, 1));
    /// let late = rate.late_completion("1000万元".parse()?, floors, agreed, today)?;
    /// // A third of the price, 1‰ of it, one day.
    /// assert_eq!(late.yuan, Ratio::new(10_000, 3)?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn late_completion(
        self,
        price: Money,
        floors: BuiltFloorArea,
        agreed: Date,
        until: Date,
    ) -> Result<LateSum, PricingError> {
        let yuan = not_negative(price)?.amount(MoneyUnit::Yuan);
        let yuan = yuan.checked_mul(floors.missing())?;
        self.of(Lateness::Completion, yuan, days_between(agreed, until))
    }

    /// What is due on a day for what was paid late on an account.
    ///
    /// A day counts for what was due before it and not paid before it: paid two
    /// days behind the last day is two days late. Payments go to what falls due
    /// first; those behind `until` are not there yet. The days are those on
    /// which something was late.
    ///
    /// # Errors
    ///
    /// [`PricingError::Quantity`], [`PricingError::Figure`].
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::pricing::{PaymentAccount, DailyRate, Instalment, Payment, Schedule};
    /// use standard_land::Ratio;
    ///
    /// let due = date(2025, 6, 30);
    /// let schedule = Schedule::new("100万元".parse()?, [Instalment { due, sum: "100万元".parse()? }])?;
    /// let mut account = PaymentAccount::new(schedule);
    /// let day = date(2025, 7, 2);
    /// account.record(Payment { receipt: "17".parse()?, day, sum: "60万元".parse()? })?;
    /// let rate: DailyRate = "1‰".parse()?;
    /// // Two days of a million, then one of 400,000.
    /// let late = rate.late_payment(&account, date(2025, 7, 3))?;
    /// assert_eq!((late.days, late.yuan), (3, Ratio::new(2_400, 1)?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn late_payment(
        self,
        account: &PaymentAccount,
        until: Date,
    ) -> Result<LateSum, PricingError> {
        let instalments = account.schedule().instalments().iter();
        let due_days = instalments.map(|it| it.due);
        let mut days: Vec<Date> = due_days
            .chain(account.payments().map(|it| it.day))
            .filter(|day| *day < until)
            .collect();
        days.sort_unstable();
        days.dedup();
        let mut sums = Vec::new();
        let mut late_days: u32 = 0;
        let ends = days.iter().skip(1).copied().chain([until]);
        for (from, end) in days.iter().zip(ends) {
            // What is late at the end of a day is so until the next change.
            let late = account.late_after(*from)?;
            if late > Money::ZERO {
                let span = days_between(*from, end);
                late_days = late_days.saturating_add(span);
                let span = Ratio::from(u64::from(span));
                sums.push(late.amount(MoneyUnit::Yuan).checked_mul(span)?);
            }
        }
        Ok(LateSum {
            lateness: Lateness::Payment,
            days: late_days,
            yuan: Ratio::total(sums)?.checked_mul(self.0)?,
        })
    }
}

/// A share as contracts print it: `1‰`, `0.05%`, 万分之五.
fn printed(given: &str) -> Option<Ratio> {
    let read = Print::read(given).ok()?;
    let number = read.number;
    let parts = match (number.whole, read.measure) {
        (Whole::One, Some(Measure::Percent)) | (Whole::Hundred, None) => 100,
        (Whole::One, Some(Measure::Permille)) | (Whole::Thousand, None) => 1000,
        (Whole::Of(parts), None) => u128::from(parts),
        _ => return None,
    };
    if read.negative || number.power > 0 || read.qualifier != Qualifier::Exactly {
        return None;
    }
    let scale = 10_u128.checked_pow(number.scale.into())?;
    let digits = i128::try_from(number.digits).ok()?;
    Ratio::new(digits, parts.checked_mul(scale)?).ok()
}

debug_as_printed!(DailyRate);

impl Display for DailyRate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let thousandths = self.0.checked_mul(Ratio::from(1000_u64)).ok();
        match thousandths.and_then(|it| Decimal::try_from(it).ok()) {
            Some(number) => f.pad(&format!("{}‰", number.normalize())),
            None => f.pad(&format!("{}", self.0)),
        }
    }
}

impl FromStr for DailyRate {
    type Err = PricingError;

    fn from_str(given: &str) -> Result<Self, PricingError> {
        let fraction = || given.parse().ok();
        let rate = printed(given)
            .or_else(fraction)
            .ok_or_else(|| PricingError::Rate {
                given: quote(given),
            })?;
        Self::new(rate)
    }
}

string_serde!(
    DailyRate,
    "a share of every day, such as \"1‰\"",
    crate::described::text(
        "A share of a base for every day, as a contract sets it.",
        &crate::text::label_pattern(),
        &["1‰", "0.05%", "1/3000"],
    )
);

record! {
    /// How much of a floor area is complete.
    ///
    /// *Invariant*: there is some, and no more than all of it is complete.
    ///
    /// ```
    /// use standard_land::pricing::BuiltFloorArea;
    /// use standard_land::Ratio;
    ///
    /// let floors = BuiltFloorArea::new("3 ha".parse()?, "20000 m²".parse()?)?;
    /// assert_eq!(floors.missing(), Ratio::new(1, 3)?);
    /// assert!(BuiltFloorArea::new("3 ha".parse()?, "30001 m²".parse()?).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct BuiltFloorArea, checked as PricingError {
        /// The floor area that the contract sets.
        total: Area,
        /// What of it is complete.
        complete: Area,
    }
}

impl BuiltFloorArea {
    /// The floor area that the contract sets, and what of it is complete.
    ///
    /// # Errors
    ///
    /// [`PricingError::FloorArea`] when there is none, or more is complete.
    pub fn new(total: Area, complete: Area) -> Result<Self, PricingError> {
        Self { total, complete }.checked()
    }

    /// The floor area that the contract sets.
    #[must_use]
    pub const fn total(self) -> Area {
        self.total
    }

    /// What of it is complete.
    #[must_use]
    pub const fn complete(self) -> Area {
        self.complete
    }

    /// The share that is not complete.
    #[must_use]
    pub fn missing(self) -> Ratio {
        let Self { total, complete } = self;
        let missing = total.quanta().saturating_sub(complete.quanta());
        // The total is not zero.
        Ratio::share(missing, total.quanta()).unwrap_or(Ratio::ZERO)
    }

    fn checked(self) -> Result<Self, PricingError> {
        let Self { total, complete } = self;
        if total.is_zero() || complete > total {
            return Err(PricingError::FloorArea { total, complete });
        }
        Ok(self)
    }
}
