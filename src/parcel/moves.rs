//! The table of legal moves: which step leads from where to where.

use super::stage::{LifeStep, Stage};
use crate::source::Certainty;

/// A row of the table of legal moves.
///
/// ```
/// use standard_land::parcel::{Move, Stage, LifeStep};
///
/// let start = Move::of(LifeStep::Start, Stage::Delivered).expect("a legal move");
/// assert_eq!(start.leads_to(Stage::Delivered, None), Some(Stage::Started));
/// assert_eq!(start.needs, [[LifeStep::ConstructionPermit, LifeStep::FoundationPitPermit].as_slice()]);
/// assert!(Move::of(LifeStep::Start, Stage::Announced).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Move {
    /// The step that is taken.
    pub step: LifeStep,
    /// The stages that it may be taken from.
    pub from: &'static [Stage],
    /// Where it leads.
    pub to: Destination,
    /// What must have been issued before, since the parcel was last offered:
    /// of each list, one.
    pub needs: &'static [&'static [LifeStep]],
    /// What the row rests on.
    pub source: &'static str,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Where a move leads.
///
/// ```
/// use standard_land::parcel::{Destination, Move, Stage, LifeStep};
///
/// let rectified = Move::of(LifeStep::Rectified, Stage::Rectifying).expect("a legal move");
/// assert_eq!(rectified.to, Destination::Back);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Destination {
    /// To a stage.
    To(Stage),
    /// Nowhere: a paper is issued, and the parcel stays where it is.
    Stays,
    /// Beside the main line, to be left by a move that leads [`Back`](Self::Back).
    Aside(Stage),
    /// To the stage that the parcel was in before it went beside the main line.
    Back,
}

const STANDARD_LAND: &str = "standard-land procedure: standards before, commitment during, supervision after (事前定标准、事中作承诺、事后强监管)";
const PERMITS: &str =
    "start-on-grant (拿地即开工): papers are issued with the contract or after it";
const SUPERVISION: &str = "standard-land agreement: supervision after the grant (事后监管)";

/// A paper that is missing later is issued while that is put right.
const AFTER_CONTRACT: &[Stage] = &[
    Stage::ContractSigned,
    Stage::Signed,
    Stage::Delivered,
    Stage::Started,
    Stage::Rectifying,
];

const UNDER_AGREEMENT: &[Stage] = &[
    Stage::Signed,
    Stage::Delivered,
    Stage::Started,
    Stage::Completed,
    Stage::Accepted,
    Stage::InProduction,
    Stage::Confirmed,
];

const fn seen(step: LifeStep, from: &'static [Stage], to: Stage) -> Move {
    Move {
        step,
        from,
        to: Destination::To(to),
        needs: &[],
        source: STANDARD_LAND,
        certainty: Certainty::Seen,
    }
}

const fn permit(step: LifeStep, from: &'static [Stage]) -> Move {
    Move {
        to: Destination::Stays,
        source: PERMITS,
        ..seen(step, from, Stage::Signed)
    }
}

const fn remembered(row: Move, source: &'static str) -> Move {
    Move {
        source,
        certainty: Certainty::Remembered,
        ..row
    }
}

/// All legal moves. What is not in this table is refused.
///
/// A pair of step and stage stands in it at most once.
///
/// ```
/// use standard_land::parcel::{LifeStep, MOVES};
///
/// for row in MOVES {
///     assert!(!row.source.is_empty(), "{} has no source", row.step);
/// }
/// assert!(LifeStep::ALL.iter().all(|step| MOVES.iter().any(|row| row.step == *step)));
/// ```
pub const MOVES: &[Move] = &[
    seen(LifeStep::Assess, &[Stage::Preparing], Stage::Assessed),
    seen(
        LifeStep::SetStandards,
        &[Stage::Assessed],
        Stage::StandardsSet,
    ),
    seen(LifeStep::Announce, &[Stage::StandardsSet], Stage::Announced),
    remembered(
        seen(LifeStep::Withdraw, &[Stage::Announced], Stage::StandardsSet),
        "招标拍卖挂牌出让国有建设用地使用权规定: an offer without a taker ends and may be repeated",
    ),
    seen(LifeStep::Grant, &[Stage::Announced], Stage::Granted),
    remembered(
        seen(
            LifeStep::Forfeit,
            &[Stage::Granted, Stage::AgreementSigned],
            Stage::StandardsSet,
        ),
        "招标拍卖挂牌出让国有建设用地使用权规定: a winner who does not sign forfeits the deal",
    ),
    seen(
        LifeStep::SignContract,
        &[Stage::Granted],
        Stage::ContractSigned,
    ),
    seen(
        LifeStep::SignContract,
        &[Stage::AgreementSigned],
        Stage::Signed,
    ),
    seen(
        LifeStep::SignAgreement,
        &[Stage::Granted],
        Stage::AgreementSigned,
    ),
    seen(
        LifeStep::SignAgreement,
        &[Stage::ContractSigned],
        Stage::Signed,
    ),
    permit(LifeStep::LandUsePlanningPermit, AFTER_CONTRACT),
    permit(LifeStep::EngineeringPlanningPermit, AFTER_CONTRACT),
    permit(LifeStep::FoundationPitPermit, AFTER_CONTRACT),
    permit(LifeStep::ConstructionPermit, AFTER_CONTRACT),
    permit(
        LifeStep::LandCertificate,
        &[
            Stage::ContractSigned,
            Stage::Signed,
            Stage::Delivered,
            Stage::Started,
            Stage::Completed,
            Stage::Accepted,
            Stage::InProduction,
            Stage::Rectifying,
        ],
    ),
    remembered(
        seen(LifeStep::Deliver, &[Stage::Signed], Stage::Delivered),
        "grant contract: the land is handed over on the agreed day; standard land has two instruments, and both come first",
    ),
    remembered(
        Move {
            needs: &[&[LifeStep::ConstructionPermit, LifeStep::FoundationPitPermit]],
            ..seen(LifeStep::Start, &[Stage::Delivered], Stage::Started)
        },
        "建筑法 art. 7 and 闲置土地处置办法 (2012) art. 30: building starts with its permit",
    ),
    seen(LifeStep::Complete, &[Stage::Started], Stage::Completed),
    remembered(
        Move {
            needs: &[
                &[LifeStep::LandUsePlanningPermit],
                &[LifeStep::EngineeringPlanningPermit],
                &[LifeStep::ConstructionPermit],
            ],
            ..seen(LifeStep::Accept, &[Stage::Completed], Stage::Accepted)
        },
        "城乡规划法 art. 45: what was built is checked against its permits",
    ),
    seen(
        LifeStep::StartProduction,
        &[Stage::Accepted],
        Stage::InProduction,
    ),
    seen(LifeStep::Confirm, &[Stage::InProduction], Stage::Confirmed),
    Move {
        to: Destination::Aside(Stage::Rectifying),
        source: SUPERVISION,
        ..seen(LifeStep::Rectify, UNDER_AGREEMENT, Stage::Rectifying)
    },
    Move {
        to: Destination::Back,
        source: SUPERVISION,
        ..seen(LifeStep::Rectified, &[Stage::Rectifying], Stage::Signed)
    },
    Move {
        to: Destination::Aside(Stage::Breached),
        source: SUPERVISION,
        ..seen(
            LifeStep::Breach,
            &[
                Stage::ContractSigned,
                Stage::Signed,
                Stage::Delivered,
                Stage::Started,
                Stage::Completed,
                Stage::Accepted,
                Stage::InProduction,
                Stage::Confirmed,
                Stage::Rectifying,
            ],
            Stage::Breached,
        )
    },
    remembered(
        Move {
            to: Destination::Back,
            ..seen(LifeStep::Settle, &[Stage::Breached], Stage::Signed)
        },
        "standard-land agreement: whoever has answered for a breach goes on",
    ),
    remembered(
        seen(
            LifeStep::TakeBack,
            &[
                Stage::ContractSigned,
                Stage::Signed,
                Stage::Delivered,
                Stage::Started,
                Stage::Breached,
            ],
            Stage::TakenBack,
        ),
        "闲置土地处置办法 (2012) arts. 12, 14: by agreement or by decision; what is built on, after a breach only",
    ),
    remembered(
        seen(LifeStep::ReOffer, &[Stage::TakenBack], Stage::Preparing),
        "闲置土地处置办法 (2012) art. 19: land taken back goes to the reserve and is offered again",
    ),
];

impl Move {
    /// The row of a step from a stage, if the step is legal there.
    ///
    /// *Cost*: a scan of the table.
    #[must_use]
    pub fn of(step: LifeStep, from: Stage) -> Option<&'static Self> {
        MOVES
            .iter()
            .find(|row| row.step == step && row.from.contains(&from))
    }

    /// The rows that start from a stage: what may come next.
    pub fn from_stage(stage: Stage) -> impl Iterator<Item = &'static Self> {
        MOVES.iter().filter(move |row| row.from.contains(&stage))
    }

    /// The stage after the move; `None` when the row does not start from
    /// `from`, or leads back and there was no stage before.
    #[must_use]
    pub fn leads_to(&self, from: Stage, before: Option<Stage>) -> Option<Stage> {
        if !self.from.contains(&from) {
            return None;
        }
        match self.to {
            Destination::To(stage) | Destination::Aside(stage) => Some(stage),
            Destination::Stays => Some(from),
            Destination::Back => before,
        }
    }
}
