//! Laws of intervals, printed numbers and verdicts.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small integers cannot overflow 64 bits"
)]

use proptest::prelude::*;
use proptest::sample::select;
use standard_land::audit::{
    Claim, Counter, LedgerValue, PrintedUnit, Published, Qualifier, Reading, Relation, Span,
};
use standard_land::exact::{Bounds, Mode, Modes, Step};
use standard_land::{Ratio, Rounding};

#[cfg(feature = "serde")]
use super::exact::{bare_json, refuses};
use super::exact::{prints_itself, reads_back, texts, travels};

fn units() -> impl Strategy<Value = PrintedUnit> {
    let names = [
        "",
        "万",
        "亿",
        "%",
        "‰",
        "个百分点",
        "成",
        "倍",
        "宗",
        "万户",
        "公顷",
        "亩",
        "万亩",
        "平方米",
        "元",
        "万元",
        "亿元",
        "万元/亩",
        "元/平方米",
        "年",
    ];
    select(names.map(|name| name.parse().unwrap()).to_vec())
}

prop_compose! {
    fn published()(
        digits in prop_oneof![-200_i64..=200, -i64::MAX..=i64::MAX],
        places in 0..=18_u8,
        unit in units(),
        qualifier in select(Qualifier::ALL),
    ) -> Published {
        Published::new(digits, places, unit).unwrap().with_qualifier(qualifier)
    }
}

fn modes() -> impl Strategy<Value = Modes> {
    prop::collection::vec(select(Mode::ALL), 0..=7).prop_map(|modes| modes.into_iter().collect())
}

fn amounts() -> impl Strategy<Value = (i64, u8)> {
    (1..=100_000_i64, 0..=3_u8)
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back(given in prop_oneof![
        texts(),
        "(约|超|近|不足|至少|)-?[0-9]{1,5}(\\.[0-9]{1,3})?(余|)(%|公顷|万亩|宗|万户|成|个百分点|万元/亩|)(以上|以下|以内|左右|)",
        "[0-9]{1,3}(%|宗) (=|<|>=) [0-9]{1,3}宗( (of|->|/|\\+|-|\\*|with) [0-9]{1,3}宗){0,3}",
        "[\\[(](-∞|[0-9]{1,3}/[1-9]), (∞|[0-9]{1,3}/[1-9])[\\])]",
    ]) {
        reads_back::<Published>(&given);
        reads_back::<PrintedUnit>(&given);
        reads_back::<Claim>(&given);
        reads_back::<Bounds>(&given);
        reads_back::<Modes>(&given);
        reads_back::<Span>(&given);
    }

    #[test]
    fn every_value_prints_itself_and_travels(printed in published(), modes in modes()) {
        prints_itself(&printed);
        travels(&printed);
        prints_itself(&printed.unit());
        travels(&modes);
        prints_itself(&modes);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn bare_json_is_refused_with_the_string_form(json in bare_json()) {
        refuses::<Published>(&json, "a printed number such as");
        refuses::<Claim>(&json, "a claim such as");
        refuses::<Bounds>(&json, "an interval such as");
        refuses::<Modes>(&json, "rounding modes such as");
    }

    #[test]
    fn unrounding_what_was_rounded_holds_the_value(
        part in -1_000_000..=1_000_000_i128,
        whole in 1..=1_000_000_u128,
        places in -2..=6_i8,
        mode in select(Mode::ALL),
        step in select(Step::ALL),
    ) {
        let value = Ratio::new(part, whole).unwrap();
        let rounding = Rounding::new(places, mode).with_step(step);
        let printed = Ratio::from(value.round(rounding).unwrap());
        let bounds = Bounds::unrounded(printed, rounding).unwrap();
        prop_assert!(bounds.contains(value), "{value} {rounding}: {bounds}");
        prop_assert!(bounds.contains(printed));
        let any = Bounds::unrounded_by(printed, places, step, Modes::ANY).unwrap();
        prop_assert!(bounds.is_within(&any) && any.hull(&bounds) == any);
    }

    /// What this crate prints under a mode is found to fit that mode.
    #[test]
    fn what_is_printed_by_a_mode_is_consistent_with_it(
        (part, part_places) in amounts(),
        (whole, whole_places) in amounts(),
        places in 0..=3_i8,
        mode in select(Mode::ALL),
    ) {
        let unit: PrintedUnit = "亩".parse().unwrap();
        let part = Published::new(part, part_places, unit).unwrap();
        let whole = Published::new(whole, whole_places, unit).unwrap();
        let (part, whole) = if part.amount() <= whole.amount() {
            (part, whole)
        } else {
            (whole, part)
        };
        let share = part.amount().checked_div(whole.amount()).unwrap();
        let figure = share.percent(Rounding::new(places, mode)).unwrap();
        let claim = Claim::new(figure.into(), Relation::Share { part, whole }).unwrap();
        let verdict = claim.audit(&Reading::new()).unwrap();
        prop_assert!(verdict.modes().contains(mode), "{claim}: {verdict}");
        prop_assert!(verdict.modes().is_subset(verdict.modes_if_rounded()));
        prop_assert!(verdict.modes_if_rounded().is_subset(verdict.modes_if_any()));
        prop_assert_eq!(verdict.value(), Some(share));
        prop_assert!(verdict.bounds().is_some_and(|bounds| bounds.contains(share)));
        prop_assert_eq!(verdict.printed_by(mode), Some(figure.into()));
        prop_assert_eq!(verdict.nearest(), Some(figure.into()));
        let held = Published::from(figure).against(LedgerValue::Ratio(share), &Reading::new()).unwrap();
        prop_assert_eq!(held.modes(), verdict.modes());
    }

    /// A zero behind the last digit claims more, and never allows more.
    #[test]
    fn one_more_digit_never_widens_the_bounds(
        (digits, places) in (-100_000..=100_000_i64, 0..=6_u8),
        digit in 0..=9_i64,
    ) {
        let unit: PrintedUnit = "万元".parse().unwrap();
        let coarse = Published::new(digits, places, unit).unwrap();
        let finer = digits * 10 + if digits < 0 { -digit } else { digit };
        let fine = Published::new(finer, places + 1, unit).unwrap();
        let of = |printed: Published, mode: Mode| printed.bounds(mode.into(), &Reading::new()).unwrap();
        for mode in [Mode::TowardZero, Mode::Floor] {
            // Cut off, the finer number lies within what the coarser one allows.
            if digits > 0 || (digits < 0 && mode == Mode::TowardZero) {
                prop_assert!(of(fine, mode).is_within(&of(coarse, mode)), "{fine} {mode}");
            }
        }
        let same = Published::new(digits * 10, places + 1, unit).unwrap();
        for mode in Mode::ALL {
            prop_assert!(of(same, *mode).is_within(&of(coarse, *mode)), "{same} {mode}");
        }
    }

    #[test]
    fn counts_fit_their_own_print(
        (part, whole) in (1..=5000_u64).prop_flat_map(|whole| (0..=whole, Just(whole))),
        mode in select(Mode::ALL),
    ) {
        let share = Ratio::share(part, whole).unwrap();
        let figure = Published::from(share.percent(Rounding::new(1, mode)).unwrap());
        let count = Published::count(whole, Counter::Parcel).unwrap();
        let claim: Claim = format!("{figure} = some of {count}").parse().unwrap();
        let verdict = claim.audit(&Reading::new()).unwrap();
        prop_assert!(verdict.modes().contains(mode), "{claim}: {verdict}");
    }
}
