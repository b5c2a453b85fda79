//! Words that label a measure: 宗数, 面积, 价款.

use super::mention::Like;
use super::words;
use crate::audit::Counter;

/// What a label says is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Count(Option<Counter>),
    Area,
    Money,
    Price,
}

impl Label {
    pub(super) fn fits(self, like: Like) -> bool {
        match (self, like) {
            (Self::Count(None), Like::Count(_))
            | (Self::Area, Like::Area)
            | (Self::Money, Like::Money)
            | (Self::Price, Like::Price)
            | (
                Self::Count(Some(Counter::Firm | Counter::Household)),
                Like::Count(Counter::Firm | Counter::Household),
            ) => true,
            (Self::Count(Some(counter)), Like::Count(other)) => counter == other,
            _ => false,
        }
    }
}

const LABELS: &[(&str, Label)] = &[
    ("宗数", Label::Count(Some(Counter::Parcel))),
    ("地块数", Label::Count(Some(Counter::Parcel))),
    ("件数", Label::Count(Some(Counter::Case))),
    ("户数", Label::Count(Some(Counter::Household))),
    ("家数", Label::Count(Some(Counter::Firm))),
    ("栋数", Label::Count(Some(Counter::Building))),
    ("幢数", Label::Count(Some(Counter::Building))),
    ("间数", Label::Count(Some(Counter::Room))),
    ("套数", Label::Count(Some(Counter::Set))),
    ("份数", Label::Count(Some(Counter::Copy))),
    ("处数", Label::Count(Some(Counter::Site))),
    ("起数", Label::Count(Some(Counter::Incident))),
    ("幅数", Label::Count(Some(Counter::Lot))),
    ("笔数", Label::Count(Some(Counter::Deal))),
    ("人数", Label::Count(Some(Counter::Person))),
    ("企业数", Label::Count(None)),
    ("项目数", Label::Count(None)),
    ("个数", Label::Count(None)),
    ("数量", Label::Count(None)),
    ("开工数", Label::Count(None)),
    ("签订数", Label::Count(None)),
    ("总数", Label::Count(None)),
    ("数", Label::Count(None)),
    ("面积", Label::Area),
    ("亩数", Label::Area),
    ("公顷数", Label::Area),
    ("平方米数", Label::Area),
    ("价款", Label::Money),
    ("总价", Label::Money),
    ("金额", Label::Money),
    ("投资额", Label::Money),
    ("投资", Label::Money),
    ("收入", Label::Money),
    ("收益", Label::Money),
    ("产值", Label::Money),
    ("税收", Label::Money),
    ("资金", Label::Money),
    ("支出", Label::Money),
    ("成交额", Label::Money),
    ("均价", Label::Price),
    ("单价", Label::Price),
    ("地价", Label::Price),
];

/// The label that stands last in some words.
pub(super) fn label(text: &str) -> Option<Label> {
    let found = LABELS.iter().filter_map(|(word, label)| {
        let at = text.rfind(word)?;
        Some((at.saturating_add(word.len()), word.len(), *label))
    });
    let found = found
        .max_by_key(|(end, len, _)| (*end, *len))
        .map(|(_, _, label)| label);
    found.or_else(|| (words::content(text) == "用地").then_some(Label::Area))
}
