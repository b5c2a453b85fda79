//! Generated from data/control-standards.csv by `cargo tables`; do not edit.

use super::control::Force;
use super::kind::CoreIndicator;
use super::row::{National, row};
use crate::industry::Edition;
use crate::source::Certainty;

/// 工业项目建设用地控制指标（2008年）.
pub(super) static NATIONAL_2008: National = National {
    document: "工业项目建设用地控制指标（2008年）",
    classification: Edition::E2002,
    rows: &[
        row("", CoreIndicator::InvestmentIntensity, "见《工业项目建设用地控制指标》（2008年）表1", Force::Binding, "四（一）", Certainty::Seen),
        row("13", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("14", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("15", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("16", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("17", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("18", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("19", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("20", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("21", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("22", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("23", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("24", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("25", CoreIndicator::FloorAreaRatio, "≥0.5", Force::Binding, "四（二）表2", Certainty::Seen),
        row("26", CoreIndicator::FloorAreaRatio, "≥0.6", Force::Binding, "四（二）表2", Certainty::Seen),
        row("27", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("28", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("29", CoreIndicator::FloorAreaRatio, "≥0.8", Force::Binding, "四（二）表2", Certainty::Seen),
        row("30", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("31", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("32", CoreIndicator::FloorAreaRatio, "≥0.6", Force::Binding, "四（二）表2", Certainty::Seen),
        row("33", CoreIndicator::FloorAreaRatio, "≥0.6", Force::Binding, "四（二）表2", Certainty::Seen),
        row("34", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("35", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("36", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("37", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("39", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("40", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("41", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("42", CoreIndicator::FloorAreaRatio, "≥1.0", Force::Binding, "四（二）表2", Certainty::Seen),
        row("43", CoreIndicator::FloorAreaRatio, "≥0.7", Force::Binding, "四（二）表2", Certainty::Seen),
        row("", CoreIndicator::BuildingCoefficient, "≥30%", Force::Binding, "四（三）", Certainty::Seen),
        row("", CoreIndicator::AdministrativeShare, "≤7%", Force::Binding, "四（四）", Certainty::Seen),
        row("", CoreIndicator::GreenRatio, "≤20%", Force::Binding, "四（五）", Certainty::Remembered),
    ],
};

/// 工业项目建设用地控制指标（2023年）.
pub(super) static NATIONAL_2023: National = National {
    document: "工业项目建设用地控制指标（2023年）",
    classification: Edition::E2017,
    rows: &[
        row("", CoreIndicator::InvestmentIntensity, "见《工业项目建设用地控制指标》（2023年）", Force::Recommended, "", Certainty::Seen),
        row("", CoreIndicator::FloorAreaRatio, "见《工业项目建设用地控制指标》（2023年）", Force::Binding, "", Certainty::Seen),
        row("", CoreIndicator::TaxPerArea, "见《工业项目建设用地控制指标》（2023年）", Force::Recommended, "", Certainty::Seen),
        row("", CoreIndicator::OutputPerArea, "见《工业项目建设用地控制指标》（2023年）", Force::Recommended, "", Certainty::Seen),
        row("", CoreIndicator::BuildingCoefficient, "≥40%", Force::Binding, "", Certainty::Remembered),
        row("", CoreIndicator::AdministrativeShare, "≤7%", Force::Binding, "", Certainty::Remembered),
        row("", CoreIndicator::AdministrativeFloorShare, "≤15%", Force::Binding, "", Certainty::Remembered),
    ],
};
