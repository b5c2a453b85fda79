//! Areas, sums of money, prices per area, units and amounts: exact, never
//! rounded.
//!
//! | term | here |
//! |---|---|
//! | 面积 (公顷, 亩, 平方米, 平方公里, 万亩, 万公顷) | [`Area`], [`AreaUnit`] |
//! | 价款 (元, 万元, 亿元) | [`Money`], [`MoneyUnit`] |
//! | 单价 (万元/亩, 元/平方米) | [`UnitPrice`] |
//! | 年限 (50年, 37.95年) | [`Term`] |
//! | 层高, 标准煤, 排放量 | [`Length`], [`Energy`], [`Mass`] |
//! | 计量单位 (万元/亩, 吨标准煤/万元, %), a value in one | [`Unit`], [`Measure`], [`Amount`] |
//! | a quantity as printed, with its places | [`Printed`] |

mod amount;
mod area;
mod from_float;
mod counter;
#[cfg(feature = "serde")]
mod fixed;
pub(crate) mod lexicon;
mod measure;
mod messages;
mod money;
mod operations;
mod physical;
mod qualifier;
mod quanta;
mod term;
mod unit;
mod unit_price;
mod units;

pub use amount::{Amount, AmountError};
pub use area::Area;
pub use counter::{Counter, Magnitude};
#[cfg(feature = "serde")]
pub use fixed::{as_hectares, as_mu, as_square_metres};
pub use from_float::FromFloat;
pub use measure::{Printed, QuantityError};
pub use money::Money;
pub use physical::{Energy, Length, Mass};
pub use qualifier::Qualifier;
pub use quanta::QuantityUnit;
pub use term::Term;
pub use unit::{Measure, Unit, UnitError};
pub use unit_price::{UnitPrice, UnitPriceError};
pub use units::{AreaUnit, EnergyUnit, LengthUnit, MassUnit, MoneyUnit, TermUnit};

pub(crate) use messages::zh;
#[cfg(feature = "notices")]
pub(crate) use quanta::spelt;
pub(crate) use quanta::{multiple, step, worth};
pub(crate) use unit::{Dimension, Kind};
