//! Areas, sums of money, and prices per area: integers, never rounded.
//!
//! | term | here |
//! |---|---|
//! | 面积 (公顷, 亩, 平方米, 平方公里, 万亩, 万公顷) | [`Area`], [`AreaUnit`] |
//! | 价款 (元, 万元, 亿元) | [`Money`], [`MoneyUnit`] |
//! | 单价 (万元/亩, 元/平方米) | [`UnitPrice`] |
//! | 年限 (50年, 37.95年) | [`Term`] |
//! | 层高, 标准煤, 排放量 | [`Length`], [`Energy`], [`Mass`] |
//! | a quantity as printed, with its places | [`Printed`] |

mod area;
mod measure;
mod money;
mod physical;
mod term;
mod unit_price;

pub use area::{Area, AreaUnit};
pub use measure::{Printed, QuantityError, Unit};
pub use money::{Money, MoneyUnit};
pub use physical::{Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit};
pub use term::{Term, TermUnit};
pub use unit_price::{UnitPrice, UnitPriceError};

pub(crate) use measure::sealed::Spelt;
