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
    /// A unit that nothing here is measured in: 层, 种.
    Foreign(&'static str),
}

/// The unit at the start of a text, and how many bytes it takes.
pub(super) fn measure(text: &str) -> Option<(Measure, usize)> {
    let first = fold(text.chars().next()?);
    let (measure, len) = measures(first)
        .iter()
        .find_map(|(word, measure)| spelt(text, word).map(|len| (*measure, len)))?;
    if measure == Measure::Yuan
        && let Some(behind) = text.get(len..)
    {
        if let Some((area, per)) = price(behind) {
            return Some((Measure::Price(area), len.saturating_add(per)));
        }
        if let Some(per) = per_other(behind) {
            return Some((Measure::Foreign("元/"), len.saturating_add(per)));
        }
    }
    Some((measure, len))
}

/// `/吨标煤` behind a unit of money: per something that is no land.
fn per_other(text: &str) -> Option<usize> {
    let sign = spelt(text, "/")?;
    let rest = text.get(sign..)?;
    let len = rest
        .char_indices()
        .take(4)
        .take_while(|(_, found)| found.is_alphabetic() && !fold(*found).is_ascii())
        .last()
        .map_or(0, |(at, found)| at.saturating_add(found.len_utf8()));
    (len > 0).then(|| sign.saturating_add(len))
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
            ("个月", M::Counter(C::Month)),
            ("个小时", M::Counter(C::Hour)),
            ("个", M::Counter(C::Piece)),
        ],
        '成' => &[("成", M::Tenth)],
        '倍' => &[("倍", M::Times)],
        '公' => &[
            ("公顷", M::Metric(4)),
            ("公里", M::Counter(C::Kilometre)),
            ("公斤", M::Foreign("公斤")),
        ],
        '平' => &[
            ("平方公里", M::Metric(6)),
            ("平方千米", M::Metric(6)),
            ("平方公尺", M::Metric(0)),
            ("平方米", M::Metric(0)),
            ("平米", M::Metric(0)),
            ("平方", M::Foreign("平方")),
        ],
        '㎡' => &[("㎡", M::Metric(0))],
        'm' => &[("m²", M::Metric(0)), ("m2", M::Metric(0)), ("mu", M::Mu)],
        'h' => &[("hm²", M::Metric(4)), ("hm2", M::Metric(4)), ("ha", M::Metric(4))],
        'k' => &[("km²", M::Metric(6)), ("km2", M::Metric(6))],
        '亩' => &[("亩", M::Mu)],
        '元' => &[("元", M::Yuan)],
        '美' => &[("美元", M::Counter(C::UsDollar))],
        '港' => &[("港元", M::Counter(C::HongKongDollar)), ("港币", M::Counter(C::HongKongDollar))],
        '欧' => &[("欧元", M::Counter(C::Euro))],
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
        '幢' => &[("幢", M::Counter(C::Building))],
        '套' => &[("套", M::Counter(C::Set))],
        '台' => &[("台", M::Counter(C::Machine))],
        '人' => &[("人次", M::Foreign("人次")), ("人", M::Counter(C::Person))],
        '名' => &[("名", M::Counter(C::Member))],
        '批' => &[("批次", M::Foreign("批次")), ("批", M::Counter(C::Batch))],
        '笔' => &[("笔", M::Counter(C::Deal))],
        '环' => &[("环节", M::Counter(C::Step))],
        '天' => &[("天", M::Counter(C::Day))],
        '工' => &[("工作日", M::Counter(C::WorkingDay))],
        '起' => &[("起", M::Counter(C::Incident))],
        '幅' => &[("幅", M::Counter(C::Lot))],
        '间' => &[("间", M::Counter(C::Room))],
        '座' => &[("座", M::Counter(C::Tower))],
        '辆' => &[("辆", M::Counter(C::Vehicle))],
        '张' => &[("张", M::Counter(C::Sheet))],
        '所' => &[("所", M::Counter(C::Institute))],
        '艘' => &[("艘", M::Counter(C::Vessel))],
        '年' => &[("年", M::Year)],
        '吨' => &[("吨标准煤", M::Foreign("吨标准煤")), ("吨", M::Counter(C::Tonne))],
        '米' => &[("米", M::Counter(C::Metre))],
        '立' => &[("立方米", M::Counter(C::CubicMetre))],
        '千' => &[
            ("千瓦时", M::Counter(C::KilowattHour)),
            ("千米", M::Counter(C::Kilometre)),
            ("千克", M::Foreign("千克")),
            ("千瓦", M::Counter(C::Kilowatt)),
        ],
        '兆' => &[("兆瓦", M::Foreign("兆瓦"))],
        '度' => &[("度", M::Foreign("度"))],
        '小' => &[("小时", M::Counter(C::Hour))],
        '分' => &[("分钟", M::Counter(C::Minute)), ("分", M::Foreign("分"))],
        '层' => &[("层", M::Foreign("层"))],
        '类' => &[("类", M::Foreign("类"))],
        '种' => &[("种", M::Foreign("种"))],
        '组' => &[("组", M::Foreign("组"))],
        '级' => &[("级", M::Foreign("级"))],
        '期' => &[("期", M::Foreign("期"))],
        '轮' => &[("轮", M::Foreign("轮"))],
        '位' => &[("位", M::Foreign("位"))],
        '岁' => &[("岁", M::Foreign("岁"))],
        '届' => &[("届", M::Foreign("届"))],
        '月' => &[("月", M::Foreign("月"))],
        '日' => &[("日", M::Foreign("日"))],
        '周' => &[("周", M::Foreign("周"))],
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
            // Per firm is no amount of money.
            ("元/家", Measure::Foreign("元/"), 7),
            ("宗地", Measure::Counter(Counter::Parcel), 6),
        ] {
            assert_eq!(measure(text), Some((unit, len)), "{text}");
        }
        assert_eq!(measure("英亩"), None);
    }
}
