//! Agency and approval work (帮办代办, 承诺制): what it spared, by a named average.
//!
//! "Steps were cut by 70.5 % on average" has two meanings that differ: the mean
//! of the reductions of the packages, and the reduction of all steps together.
//! [`Averaging`] names which.
//!
//! | term | here |
//! |---|---|
//! | 申请材料, 办理环节, 办理时限 | [`Burden`] |
//! | 压减前后 | [`Change`] |
//! | 集成服务套餐 | [`ServicePackage`], [`Packages`] |
//! | 平均压减 | [`Averaging`], [`AverageReduction`] |
//! | 承诺制项目, 提前准备, 代办事项 | [`Caseload`] |

mod caseload;
mod error;
mod messages;
mod package;
mod reduction;

pub use caseload::Caseload;
pub use error::{AgencyError, PackageName};
pub use package::{Burden, Packages, ServicePackage};
pub use reduction::{AverageReduction, Averaging, Change, ZeroBefore};
