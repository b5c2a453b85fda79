//! What was promised with a parcel, and whether it was kept.
//!
//! | term | here |
//! |---|---|
//! | 标准地投资建设协议 | [`Commitment`], [`Promise`] |
//! | 竣工验收, 达产复核 | [`Acceptance`], [`Assessment`] |
//! | 达标, 未达标, 无法核定 | [`Fulfilment`], [`Shortfall`] |

mod agreement;
mod assessment;
mod messages;

pub use agreement::{
    Acceptance, AgreedDates, AgreedStep, Commitment, CommitmentError, Deviation, Promise,
};
pub use assessment::{Assessment, AssessmentError, Fulfilment, Judgement, Overall, Shortfall};
