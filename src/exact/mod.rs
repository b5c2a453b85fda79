//! Exact fractions, and how they are rounded: once, at the edge, by name.
//!
//! | term in GB/T 8170-2008 | here |
//! |---|---|
//! | 数值修约 | [`Ratio::round`], [`Ratio::percent`] |
//! | 修约间隔 | [`Rounding::places`] and [`Step`] |
//! | 进舍规则 (四舍六入五成双) | [`Mode::HalfEven`] |
//! | 全数值比较法, 修约值比较法 | [`Judging`] |
//! | 不允许连续修约 | a [`Percent`] has no method that rounds it again |

mod apportion;
mod arithmetic;
mod bounds;
mod bounds_text;
#[cfg(feature = "serde")]
mod count;
mod float;
mod judging;
mod messages;
mod modes;
mod natural;
mod numeral;
mod percent;
mod ratio;
mod rounding;
mod sum;
mod total;
mod unround;
mod wide;

pub use apportion::{ApportionError, Apportionment, Moved};
pub use bounds::{Bounds, BoundsError};
pub use judging::Judging;
pub use modes::{Modes, ModesIter};
pub use numeral::NumberError;
pub use percent::{Percent, PercentError};
pub use ratio::{Ratio, RatioError};
pub use rounding::{Mode, Rounding, RoundingError, Step};
pub use sum::Sum;

pub(crate) use arithmetic::plus;
pub(crate) use bounds::open;
#[cfg(feature = "serde")]
pub(crate) use count::Count;
pub(crate) use float::Shortest;
pub(crate) use numeral::Numeral;
pub(crate) use unround::PrintedNumber;
pub(crate) use wide::{Wide, gcd, mul_div_rem, power_of_ten};
