//! Units that add up and that nothing else here measures: 人次, 架次, 标准箱.

use super::fold::spelt;
use super::measure::{Measure, Scope};
use super::unit::measure_in;

/// Units of amounts, the longer before those that they begin with.
const STOCKS: &[&str] = &[
    "人次",
    "件次",
    "户次",
    "批次",
    "班次",
    "架次",
    "车次",
    "辆次",
    "列次",
    "剂次",
    "场次",
    "台次",
    "例次",
    "人公里",
    "吨公里",
    "标准箱",
    "重量箱",
    "标箱",
    "吨标准煤",
    "兆瓦时",
    "兆瓦",
    "千克",
    "公斤",
    "千瓦",
    "毫米",
    "头",
    "只",
    "羽",
    "株",
    "棵",
    "册",
    "场",
    "例",
    "列",
    "架",
    "趟",
    "枚",
    "箱",
    "桶",
    "瓶",
    "支",
    "斤",
    "种",
    "组",
];

/// Rates per something that is not land, which can grow and do not add up.
const RATES: &[&str] = &[
    "微克/立方米",
    "毫克/立方米",
    "毫克/升",
    "克/千瓦时",
    "公斤/亩",
    "摄氏度",
];

/// Whether amounts in a unit add up.
pub(crate) fn is_stock(unit: &str) -> bool {
    STOCKS.contains(&unit)
}

/// The unit at the start of a text, the power of ten in it, and how many bytes
/// it takes.
pub(super) fn unit(text: &str, scope: Scope) -> Option<(Measure, u8, usize)> {
    let find = |units: &'static [&'static str]| {
        units
            .iter()
            .find_map(|unit| spelt(text, unit).map(|len| (Measure::Foreign(unit), 0, len)))
    };
    let known = measure_in(text, scope);
    let found = find(RATES).or_else(|| find(STOCKS));
    // The longer one: 吨标准煤, not 吨.
    match (known, found) {
        (Some(known), Some(found)) if found.2 > known.2 => Some(found),
        (None, found) => found,
        (known, _) => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_unit_is_meant() {
        for (text, unit_of, len) in [
            ("人次，", "人次", 6),
            ("架次", "架次", 6),
            ("微克/立方米", "微克/立方米", 16),
        ] {
            let expected = Some((Measure::Foreign(unit_of), 0, len));
            assert_eq!(unit(text, Scope::Text), expected, "{text}");
        }
        let usual = measure_in("人，", Scope::Text);
        assert_eq!(unit("人，", Scope::Text), usual);
    }
}
