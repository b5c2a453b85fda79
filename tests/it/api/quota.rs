//! The annual land plan.

use standard_land::Area;
use standard_land::quota::{CarryOver, LandPlan, PlanEntry, Quota, QuotaError};
use standard_land::source::{Certainty, Sourced};

use super::parse;

pub(crate) fn quota(entries: &[(PlanEntry, &str)]) -> Quota {
    let mut quota = Quota::default();
    for (entry, area) in entries {
        quota.record(*entry, parse(area)).unwrap();
    }
    quota
}

pub(crate) fn plan(year: &str, zones: &[(&str, PlanEntry, &str)]) -> LandPlan {
    let mut plan = LandPlan::new(parse(year));
    for (zone, entry, area) in zones {
        plan.record(parse(zone), *entry, parse(area)).unwrap();
    }
    plan
}

pub(crate) fn rule(carry: CarryOver) -> Sourced<CarryOver> {
    Sourced::new(carry, parse("a notice"), Certainty::Doubtful)
}

/// Qixian, 2025: everything that is needed is applied for.
#[test]
fn all_that_is_needed_in_qixian_is_applied_for() {
    let needed: Area = parse("40 ha");
    let all = quota(&[(PlanEntry::Applied, "25 ha"), (PlanEntry::Applied, "225亩")]);
    assert_eq!(all.applied_of(needed), Ok(standard_land::Ratio::ONE));
    // One square metre short is not all.
    let less = quota(&[(PlanEntry::Applied, "39.9999 ha")]);
    assert!(less.applied_of(needed).unwrap() < standard_land::Ratio::ONE);
    assert!(all.applied_of(Area::ZERO).is_err());
}

#[test]
fn an_entry_that_is_refused_changes_nothing() {
    let mut it = quota(&[(PlanEntry::Applied, "10 ha"), (PlanEntry::Approved, "6 ha")]);
    let before = it;
    let area: Area = parse("4.0001 ha");
    for entry in [PlanEntry::Approved, PlanEntry::Refused] {
        let pending = parse("4 ha");
        let error = QuotaError::MoreThanPending {
            entry,
            area,
            pending,
        };
        assert_eq!(it.record(entry, area), Err(error));
    }
    assert!(it.record(PlanEntry::Used, parse("6.0001 ha")).is_err());
    assert!(
        it.record(PlanEntry::Applied, Area::from_quanta(u64::MAX))
            .is_err()
    );
    assert_eq!(it, before);
    // To the last square metre.
    it.record(PlanEntry::Refused, parse("4 ha")).unwrap();
    it.record(PlanEntry::Used, parse("6 ha")).unwrap();
    assert_eq!((it.pending(), it.left()), (Area::ZERO, Area::ZERO));
    assert_eq!(
        it.to_string(),
        "10 ha applied for: 6 ha approved, 4 ha refused, 0 ha pending; 0 ha carried in; \
         6 ha used, 0 ha left"
    );
    // A zone for which nothing can be entered is not made.
    let mut empty = LandPlan::new(parse("2025"));
    assert!(empty.record(parse("甲"), PlanEntry::Used, area).is_err());
    assert_eq!(empty.zones().len(), 0);
}

#[test]
fn a_zone_in_two_plans_is_not_counted_twice() {
    let mut one = plan("2025", &[("甲", PlanEntry::Applied, "1 ha")]);
    let before = one.clone();
    let both = plan(
        "2025",
        &[
            ("乙", PlanEntry::Applied, "2 ha"),
            ("甲", PlanEntry::Applied, "1 ha"),
        ],
    );
    assert_eq!(
        one.merge(both),
        Err(QuotaError::ZoneRepeated { zone: parse("甲") })
    );
    assert!(one.merge(plan("2024", &[])).is_err());
    assert_eq!(one, before);
    one.merge(plan("2025", &[("乙", PlanEntry::Applied, "2 ha")]))
        .unwrap();
    assert_eq!(one.total().unwrap().applied(), parse("3 ha"));
    assert_eq!(one.zone(&parse("乙")).unwrap().pending(), parse("2 ha"));
}

#[test]
fn what_is_left_carries_over_or_lapses_by_a_rule_that_is_named() {
    let year = plan(
        "2025",
        &[
            ("甲", PlanEntry::Applied, "10 ha"),
            ("甲", PlanEntry::Approved, "8 ha"),
            ("甲", PlanEntry::Used, "5 ha"),
            ("乙", PlanEntry::Applied, "1 ha"),
            ("乙", PlanEntry::Approved, "1 ha"),
            ("乙", PlanEntry::Used, "1 ha"),
        ],
    );
    let carried = year.close(rule(CarryOver::Carries)).unwrap();
    assert_eq!(carried.next.year(), parse("2026"));
    assert_eq!(
        (carried.lapsed, carried.pending),
        (Area::ZERO, parse("2 ha"))
    );
    // What was carried in is not an approval of the new year, and can be used.
    let mut next = carried.next;
    assert_eq!(next.zones().len(), 1);
    assert_eq!(next.total().unwrap().approved(), Area::ZERO);
    next.record(parse("甲"), PlanEntry::Used, parse("3 ha"))
        .unwrap();
    assert_eq!(next.total().unwrap().left(), Area::ZERO);
    let lapsed = year.close(rule(CarryOver::Lapses)).unwrap();
    assert_eq!(lapsed.lapsed, parse("3 ha"));
    assert_eq!(lapsed.next.zones().len(), 0);
    assert_eq!(lapsed.rule.certainty, Certainty::Doubtful);
}
