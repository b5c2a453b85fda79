//! After the grant: works that are late or idle, problems and who solves them.
//!
//! | term | here |
//! |---|---|
//! | 批后监管 | this module |
//! | 闲置土地处置办法 (2012) | [`IdleRules::of_2012`] |
//! | 未动工开发满一年 | [`Standing::Idle`] |
//! | 可以认定为闲置土地 | [`Standing::MayBeDeclaredIdle`]: a decision, not automatic |
//! | 土地闲置费 | [`Fee`] |
//! | 开发建设用地面积, 已投资额 | [`Works::with_developed`], [`Works::with_invested`] |
//! | 问题清单, 专班, 跟踪 | [`ProblemList`], [`Team`], [`Problem::events`] |
//! | 政府原因, 不可抗力 | [`Excuse`], [`Cause`] |

mod clock;
mod excuse;
mod idle;
mod messages;
mod problem;
mod problem_list;
mod works;

pub use excuse::{Cause, Excuse, ExcuseError};
pub use idle::{Excusable, Fee, IdleMeasure, IdleRules, IdleStatus, Standing};
pub use problem::{Action, Event, Problem, ProblemError, ProblemId, ProblemState, Remark, Team};
pub use problem_list::{ProblemCounts, ProblemList};
pub use works::{Overdue, PartOf, Works, WorksError};
