//! The lexicon of units: what stands behind a number.

use super::fold::{fold, spelt};
use crate::audit::Counter;
use crate::quantity::AreaUnit;

/// A unit as it stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Percent,
    Permille,
    Point,
    Tenth,
    Times,
    /// Square metres, times ten to a power.
    Metric(u8),
    Mu,
    Yuan,
    /// Money per land.
    Price(AreaUnit),
    Counter(Counter),
    Year,
    /// A unit that nothing here is measured in: 吨, 公里.
    Foreign,
}

/// The unit at the start of a text, and how many bytes it takes.
pub(super) fn measure(text: &str) -> Option<(Measure, usize)> {
    let first = fold(text.chars().next()?);
    let (measure, len) = measures(first)
        .iter()
        .find_map(|(word, measure)| spelt(text, word).map(|len| (*measure, len)))?;
    if measure == Measure::Yuan
        && let Some((area, per)) = text.get(len..).and_then(price)
    {
        return Some((Measure::Price(area), len.saturating_add(per)));
    }
    Some((measure, len))
}

/// `/亩` behind a unit of money.
fn price(text: &str) -> Option<(AreaUnit, usize)> {
    let sign = spelt(text, "/").or_else(|| spelt(text, "每"))?;
    let unit = text.get(sign..)?;
    let first = fold(unit.chars().next()?);
    let (measure, len) = measures(first)
        .iter()
        .find_map(|(word, measure)| spelt(unit, word).map(|len| (*measure, len)))?;
    let area = match measure {
        Measure::Mu => AreaUnit::Mu,
        Measure::Metric(0) => AreaUnit::SquareMetre,
        Measure::Metric(4) => AreaUnit::Hectare,
        Measure::Metric(6) => AreaUnit::SquareKilometre,
        _ => return None,
    };
    Some((area, sign.saturating_add(len)))
}

/// All units that begin with a folded character.
#[rustfmt::skip]
const fn measures(first: char) -> &'static [(&'static str, Measure)] {
    use Counter as C;
    use Measure as M;
    match first {
        '%' => &[("%", M::Percent)],
        '‰' => &[("‰", M::Permille)],
        '百' => &[("百分点", M::Point)],
        '个' => &[
            ("个百分点", M::Point),
            ("个工作日", M::Counter(C::WorkingDay)),
            ("个月", M::Foreign),
            ("个小时", M::Foreign),
            ("个", M::Counter(C::Piece)),
        ],
        '成' => &[("成", M::Tenth)],
        '倍' => &[("倍", M::Times)],
        '公' => &[("公顷", M::Metric(4)), ("公里", M::Foreign), ("公斤", M::Foreign)],
        '平' => &[
            ("平方公里", M::Metric(6)),
            ("平方千米", M::Metric(6)),
            ("平方米", M::Metric(0)),
            ("平米", M::Metric(0)),
            ("平方", M::Foreign),
        ],
        '㎡' => &[("㎡", M::Metric(0))],
        'm' => &[("m²", M::Metric(0)), ("m2", M::Metric(0)), ("mu", M::Mu)],
        'h' => &[("hm²", M::Metric(4)), ("hm2", M::Metric(4)), ("ha", M::Metric(4))],
        'k' => &[("km²", M::Metric(6)), ("km2", M::Metric(6))],
        '亩' => &[("亩", M::Mu)],
        '元' => &[("元", M::Yuan)],
        '宗' => &[("宗地", M::Counter(C::Parcel)), ("宗", M::Counter(C::Parcel))],
        '家' => &[("家", M::Counter(C::Firm))],
        '户' => &[("户", M::Counter(C::Household))],
        '项' => &[("项", M::Counter(C::Item))],
        '件' => &[("件", M::Counter(C::Case))],
        '块' => &[("块", M::Counter(C::Plot))],
        '份' => &[("份", M::Counter(C::Copy))],
        '次' => &[("次", M::Counter(C::Occasion))],
        '处' => &[("处", M::Counter(C::Site))],
        '条' => &[("条", M::Counter(C::Strip))],
        '栋' => &[("栋", M::Counter(C::Building))],
        '套' => &[("套", M::Counter(C::Set))],
        '台' => &[("台", M::Counter(C::Machine))],
        '人' => &[("人次", M::Foreign), ("人", M::Counter(C::Person))],
        '名' => &[("名", M::Counter(C::Member))],
        '批' => &[("批", M::Counter(C::Batch))],
        '笔' => &[("笔", M::Counter(C::Deal))],
        '环' => &[("环节", M::Counter(C::Step))],
        '天' => &[("天", M::Counter(C::Day))],
        '工' => &[("工作日", M::Counter(C::WorkingDay))],
        '年' => &[("年", M::Year)],
        '吨' => &[("吨", M::Foreign)],
        '米' => &[("米", M::Foreign)],
        '千' => &[("千米", M::Foreign), ("千克", M::Foreign), ("千瓦", M::Foreign)],
        '兆' => &[("兆瓦", M::Foreign)],
        '度' => &[("度", M::Foreign)],
        '小' => &[("小时", M::Foreign)],
        '分' => &[("分钟", M::Foreign), ("分", M::Foreign)],
        '层' => &[("层", M::Foreign)],
        '类' => &[("类", M::Foreign)],
        '种' => &[("种", M::Foreign)],
        '组' => &[("组", M::Foreign)],
        '级' => &[("级", M::Foreign)],
        '座' => &[("座", M::Foreign)],
        '间' => &[("间", M::Foreign)],
        '张' => &[("张", M::Foreign)],
        '位' => &[("位", M::Foreign)],
        '岁' => &[("岁", M::Foreign)],
        '届' => &[("届", M::Foreign)],
        '月' => &[("月", M::Foreign)],
        '日' => &[("日", M::Foreign)],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_folded_and_can_be_reached() {
        for first in (0..=0xFFFF).filter_map(char::from_u32) {
            let units = measures(first);
            for (place, (unit, _)) in units.iter().enumerate() {
                assert!(unit.starts_with(first), "{unit} below {first}");
                assert!(unit.chars().all(|c| fold(c) == c), "{unit}");
                let shadowed = units[..place]
                    .iter()
                    .any(|(earlier, _)| unit.starts_with(earlier));
                assert!(!shadowed, "{unit} is never reached");
            }
        }
    }

    #[test]
    fn money_per_land_is_one_unit() {
        for (text, unit, len) in [
            ("元/亩", Measure::Price(AreaUnit::Mu), 7),
            ("元／公顷", Measure::Price(AreaUnit::Hectare), 12),
            ("元每平方米", Measure::Price(AreaUnit::SquareMetre), 15),
            ("元/家", Measure::Yuan, 3),
            ("宗地", Measure::Counter(Counter::Parcel), 6),
        ] {
            assert_eq!(measure(text), Some((unit, len)), "{text}");
        }
        assert_eq!(measure("英亩"), None);
    }
}
