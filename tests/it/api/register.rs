//! Every rule of the register: its error, and that a refusal changes nothing.

use std::collections::{BTreeMap, HashMap};

use standard_land::allocation::{AllocationError, AllocationId, Milestone, Milestones};
use standard_land::jiff::civil::Date;
use standard_land::parcel::ParcelId;
use standard_land::register::{Block, Grant, RegisterError};
use standard_land::{Allocation, CreditCode, LabelError, Register, Tally};

use super::{allocation, block, enterprise, founding, parcel, parse, tally};
use crate::wire::comes_back;

/// Two parcels of 2 ha and two enterprises; nothing is allocated.
fn empty() -> Register {
    let mut register = Register::new();
    for id in ["P-1", "P-2"] {
        assert_eq!(register.add_parcel(parcel(id, "2 ha")), Ok(()));
    }
    for name in ["甲公司", "乙公司"] {
        assert_eq!(register.add_enterprise(enterprise(name)), Ok(()));
    }
    register
}

/// An allocation of P-1, with the dates of its signing and its end.
fn period(id: &str, signed: &str, ended: &str) -> Allocation {
    let day = |text: &str| (!text.is_empty()).then(|| parse::<Date>(text));
    let dates = Milestones {
        signed: day(signed),
        ended: day(ended),
        ..Milestones::default()
    };
    allocation(id, "P-1", "甲公司", "2 ha")
        .with_dates(dates)
        .unwrap()
}

/// Asserts that an operation is refused so, and leaves the register as it was.
#[track_caller]
fn refused(
    register: &mut Register,
    operation: impl FnOnce(&mut Register) -> Result<(), RegisterError>,
    expected: &RegisterError,
) {
    assert_eq!(&refusal(register, operation), expected);
}

/// Why an operation is refused, which changes nothing.
fn refusal(
    register: &mut Register,
    operation: impl FnOnce(&mut Register) -> Result<(), RegisterError>,
) -> RegisterError {
    let before = register.clone();
    let error = operation(register).unwrap_err();
    assert_eq!(*register, before, "a refused operation changed something");
    error
}

/// That a period overlaps that of the allocation before it.
fn overlaps(error: &RegisterError, later: &str, signed: &str, earlier: &str, until: &str) {
    let RegisterError::PeriodsOverlap(overlap) = error else {
        panic!("{error}");
    };
    assert_eq!(overlap.allocation.as_str(), later);
    assert_eq!(overlap.signed, parse(signed));
    assert_eq!(overlap.parcel.as_str(), "P-1");
    assert_eq!(overlap.holder.as_str(), earlier);
    assert_eq!(overlap.until, parse(until));
}

#[test]
fn everything_exists_once() {
    let mut register = founding();
    let name = "山西科卫环境有限公司";
    refused(
        &mut register,
        // Another area: it is the number that counts.
        |it| it.add_parcel(parcel("2024-1", "9 ha")),
        &RegisterError::ParcelExists {
            id: parse("2024-1"),
        },
    );
    refused(
        &mut register,
        |it| it.add_enterprise(enterprise(name)),
        &RegisterError::EnterpriseExists { id: parse(name) },
    );
    refused(
        &mut register,
        |it| it.add_allocation(allocation("2024-1", "2024-2", name, "0.1 ha")),
        &RegisterError::AllocationExists {
            id: parse("2024-1"),
        },
    );
    refused(
        &mut register,
        |it| it.add_block(block("rest", 1, "1 ha")),
        &RegisterError::BlockExists { id: parse("rest") },
    );
    assert_eq!(Tally::of(register.grants()), Ok(tally(7, "37.18 ha")));
}

#[test]
fn a_name_without_a_code_is_unique() {
    let (a, b): (CreditCode, CreditCode) =
        (parse("91140106713678575D"), parse("91350100M000100Y43"));
    let named = || enterprise("同名公司");
    let ambiguous = RegisterError::NameAmbiguous {
        name: parse("同名公司"),
    };

    // Two with codes are two; a third without is not known to be another.
    let mut register = Register::new();
    assert_eq!(register.add_enterprise(named().with_code(a)), Ok(()));
    assert_eq!(register.add_enterprise(named().with_code(b)), Ok(()));
    refused(&mut register, |it| it.add_enterprise(named()), &ambiguous);
    refused(
        &mut register,
        |it| it.add_enterprise(enterprise("另一公司").with_code(a)),
        &RegisterError::EnterpriseExists { id: a.into() },
    );

    // The other way round.
    let mut register = Register::new();
    assert_eq!(register.add_enterprise(named()), Ok(()));
    refused(
        &mut register,
        |it| it.add_enterprise(named().with_code(a)),
        &ambiguous,
    );
    assert_eq!(register.enterprises().count(), 1);
}

#[test]
fn an_allocation_names_what_exists() {
    let mut register = empty();
    let unknown_parcel = RegisterError::UnknownParcel {
        allocation: Box::new(parse("A-1")),
        parcel: Box::new(parse("P-9")),
    };
    refused(
        &mut register,
        |it| it.add_allocation(allocation("A-1", "P-9", "甲公司", "1 ha")),
        &unknown_parcel,
    );
    let unknown_enterprise = RegisterError::UnknownEnterprise {
        allocation: Box::new(parse("A-1")),
        enterprise: Box::new(parse("丙公司")),
    };
    refused(
        &mut register,
        |it| it.add_allocation(allocation("A-1", "P-1", "丙公司", "1 ha")),
        &unknown_enterprise,
    );
    let id = parse("A-1");
    refused(
        &mut register,
        |it| it.record(&id, Milestone::Signed, parse("2024-05-01")),
        &RegisterError::UnknownAllocation { id: parse("A-1") },
    );
}

#[test]
fn what_is_granted_never_exceeds_the_parcel() {
    let mut register = empty();
    let error = refusal(&mut register, |it| {
        it.add_allocation(allocation("A-1", "P-1", "甲公司", "30.00000001 mu"))
    });
    let RegisterError::GrantExceedsParcel(excess) = error else {
        panic!("{error}");
    };
    assert_eq!(excess.allocation.as_str(), "A-1");
    assert_eq!(excess.granted, parse("30.00000001 mu"));
    assert_eq!(excess.parcel.as_str(), "P-1");
    assert_eq!(excess.area, parse("2 ha"));
    // All of it is not more than it has; nor is a part.
    assert_eq!(
        register.add_allocation(allocation("A-1", "P-1", "甲公司", "30 mu")),
        Ok(())
    );
    assert_eq!(
        register.add_allocation(allocation("A-2", "P-2", "甲公司", "0.00000001 mu")),
        Ok(())
    );
}

#[test]
fn a_parcel_has_one_live_allocation() {
    let mut register = empty();
    assert_eq!(register.holder("P-1"), None);
    assert_eq!(
        register.add_allocation(period("A-1", "2024-05-01", "")),
        Ok(())
    );
    // Whenever the second was signed, or not known when.
    for signed in ["2023-05-01", "2024-05-01", "2025-05-01", ""] {
        let taken = RegisterError::ParcelTaken {
            allocation: Box::new(parse("A-2")),
            parcel: Box::new(parse("P-1")),
            holder: Box::new(parse("A-1")),
        };
        refused(
            &mut register,
            |it| it.add_allocation(period("A-2", signed, "")),
            &taken,
        );
    }
    let held = register.holder("P-1").map(Allocation::id);
    assert_eq!(held, Some(&parse("A-1")));
    // The other parcel is free.
    assert_eq!(
        register.add_allocation(allocation("A-2", "P-2", "甲公司", "1 ha")),
        Ok(())
    );
    // Once it ended the parcel is free, and the history stays.
    assert_eq!(
        register.record(&parse("A-1"), Milestone::Ended, parse("2024-06-01")),
        Ok(())
    );
    assert_eq!(register.holder("P-1"), None);
    assert_eq!(
        register.add_allocation(period("A-3", "2024-06-01", "")),
        Ok(())
    );
    assert_eq!(register.allocations_of("P-1").count(), 2);
    assert_eq!(
        (register.grants().count(), register.all_grants().count()),
        (2, 3)
    );
}

#[test]
fn allocations_of_a_parcel_follow_each_other_in_both_orders_of_adding() {
    // Signing and end of two allocations, and whether one can follow the other.
    for (first, second, follow) in [
        (
            ("2020-01-01", "2021-01-01"),
            ("2021-01-01", "2022-01-01"),
            true,
        ),
        (
            ("2020-01-01", "2021-01-01"),
            ("2020-12-31", "2022-01-01"),
            false,
        ),
        (("2020-01-01", "2021-01-01"), ("2021-01-01", ""), true),
        (("2020-01-01", "2021-01-01"), ("2020-12-31", ""), false),
        (("2020-01-01", "2021-01-01"), ("2019-01-01", ""), false),
        (
            ("2020-01-01", "2020-01-01"),
            ("2020-01-01", "2020-01-01"),
            true,
        ),
        (
            ("2020-01-01", "2021-01-01"),
            ("2020-01-01", "2021-01-01"),
            false,
        ),
        (
            ("2020-01-01", "2023-01-01"),
            ("2021-01-01", "2022-01-01"),
            false,
        ),
        (("", "2021-01-01"), ("2020-01-01", "2022-01-01"), true),
        (("", "2021-01-01"), ("2020-12-31", ""), false),
        (("", "2021-01-01"), ("2021-01-01", ""), true),
        (("", "2021-01-01"), ("", ""), true),
        (("", "2021-01-01"), ("", "2020-01-01"), true),
        (("2020-01-01", "2021-01-01"), ("", ""), true),
    ] {
        let a = period("A-1", first.0, first.1);
        let b = period("A-2", second.0, second.1);
        for (a, b) in [(&a, &b), (&b, &a)] {
            let mut register = empty();
            assert_eq!(register.add_allocation(a.clone()), Ok(()));
            let before = register.clone();
            let added = register.add_allocation(b.clone());
            assert_eq!(added.is_ok(), follow, "{first:?} {second:?}");
            if let Err(error) = added {
                assert!(matches!(error, RegisterError::PeriodsOverlap(_)));
                assert_eq!(register, before);
            }
        }
    }
}

#[test]
fn an_overlap_names_the_later_and_the_holder() {
    for (first, second) in [("A-1", "A-2"), ("A-2", "A-1")] {
        let [earlier, later] = [
            period("A-1", "2020-01-01", "2021-01-01"),
            period("A-2", "2020-12-31", ""),
        ];
        let pick = |id: &str| {
            if id == "A-1" {
                earlier.clone()
            } else {
                later.clone()
            }
        };
        let mut register = empty();
        assert_eq!(register.add_allocation(pick(first)), Ok(()));
        let error = refusal(&mut register, |it| it.add_allocation(pick(second)));
        overlaps(&error, "A-2", "2020-12-31", "A-1", "2021-01-01");
    }
}

#[test]
fn what_is_recorded_stays_and_keeps_the_rules() {
    let mut register = empty();
    let id: AllocationId = parse("A-2");
    assert_eq!(
        register.add_allocation(period("A-1", "2020-01-01", "2021-01-01")),
        Ok(())
    );
    assert_eq!(register.add_allocation(period("A-2", "", "")), Ok(()));
    let changed = |register: &Register| *register.allocation(&id).unwrap().dates();

    // Signed before the one before ended.
    let error = refusal(&mut register, |it| {
        it.record(&id, Milestone::Signed, parse("2020-12-31"))
    });
    overlaps(&error, "A-2", "2020-12-31", "A-1", "2021-01-01");
    assert_eq!(
        register.record(&id, Milestone::Signed, parse("2021-01-01")),
        Ok(())
    );
    assert_eq!(changed(&register).signed, Some(parse("2021-01-01")));

    // Recorded before, even for the same day.
    for day in ["2021-01-01", "2022-01-01"] {
        let again = RegisterError::AlreadyRecorded {
            id: id.clone(),
            milestone: Milestone::Signed,
            date: parse("2021-01-01"),
        };
        refused(
            &mut register,
            |it| it.record(&id, Milestone::Signed, parse(day)),
            &again,
        );
    }

    // Backwards.
    let dates = changed(&register).with(Milestone::ActualStart, parse("2020-12-31"));
    let backwards = RegisterError::from(AllocationError::DatesRunBackwards {
        id: id.clone(),
        dates: Box::new(dates.backwards().unwrap()),
    });
    refused(
        &mut register,
        |it| it.record(&id, Milestone::ActualStart, parse("2020-12-31")),
        &backwards,
    );
    for milestone in Milestone::ALL.iter().skip(1) {
        assert_eq!(
            register.record(&id, *milestone, parse("2021-01-01")),
            Ok(()),
            "{milestone}"
        );
    }
    assert!(!register.allocation(&id).unwrap().is_live());
}

#[test]
fn a_recorded_signing_is_of_the_year_that_was_given() {
    let mut register = empty();
    let of_2024 = allocation("A-1", "P-1", "甲公司", "1 ha")
        .with_year(parse("2024"))
        .unwrap();
    assert_eq!(register.add_allocation(of_2024), Ok(()));
    let differs = RegisterError::from(AllocationError::YearDiffers {
        id: parse("A-1"),
        year: parse("2024"),
        signed: parse("2023-12-31"),
    });
    let id = parse("A-1");
    refused(
        &mut register,
        |it| it.record(&id, Milestone::Signed, parse("2023-12-31")),
        &differs,
    );
    assert_eq!(
        register.record(&id, Milestone::Signed, parse("2024-12-31")),
        Ok(())
    );
}

#[test]
fn registers_merge_whole_or_not_at_all() {
    // The last record of the other register is the one that is refused.
    let mut other = empty();
    assert_eq!(other.add_allocation(period("A-1", "", "")), Ok(()));
    assert_eq!(other.add_block(block("rest", 1, "1 ha")), Ok(()));
    let mut register = founding();
    let exists = RegisterError::BlockExists { id: parse("rest") };
    refused(&mut register, |it| it.merge(other.clone()), &exists);

    let mut other = empty();
    assert_eq!(other.add_allocation(period("A-1", "", "")), Ok(()));
    assert_eq!(register.merge(other.clone()), Ok(()));
    assert_eq!(
        register.to_string(),
        "6 parcels, 6 enterprises, 5 allocations, 1 blocks"
    );
    assert_eq!(Tally::of(register.grants()), Ok(tally(8, "39.18 ha")));
    // The rules hold between both: the parcel is taken now.
    let taken = RegisterError::ParcelTaken {
        allocation: Box::new(parse("A-9")),
        parcel: Box::new(parse("P-1")),
        holder: Box::new(parse("A-1")),
    };
    refused(
        &mut register,
        |it| it.add_allocation(period("A-9", "", "")),
        &taken,
    );
    // An enterprise that both know is one, if both say the same of it.
    let mut shared = Register::new();
    let both = register.enterprises().next().unwrap().clone();
    assert_eq!(shared.add_enterprise(both.clone()), Ok(()));
    let before = register.clone();
    assert_eq!(register.merge(shared), Ok(()));
    assert_eq!(register, before);
    let mut differs = Register::new();
    assert_eq!(
        differs.add_enterprise(both.clone().with_industry(parse("75"))),
        Ok(())
    );
    let exists = RegisterError::EnterpriseExists { id: both.id() };
    refused(&mut register, |it| it.merge(differs), &exists);
    // Twice is once too often, and merging nothing changes nothing.
    let exists = RegisterError::ParcelExists { id: parse("P-1") };
    refused(&mut register, |it| it.merge(other), &exists);
    let before = register.clone();
    assert_eq!(register.merge(Register::new()), Ok(()));
    assert_eq!(register, before);
    assert_eq!(Register::new().merge(before), Ok(()));
}

#[test]
fn the_order_of_adding_cannot_be_seen() {
    let history = [
        period("A-1", "2020-01-01", "2021-01-01"),
        period("A-2", "2021-01-01", "2022-01-01"),
        period("A-3", "2022-01-01", ""),
    ];
    let of = |order: [usize; 3]| {
        let mut register = empty();
        for index in order {
            assert_eq!(register.add_allocation(history[index].clone()), Ok(()));
        }
        register
    };
    let straight = of([0, 1, 2]);
    for order in [[2, 1, 0], [1, 0, 2], [2, 0, 1]] {
        assert_eq!(of(order), straight, "{order:?}");
    }
    comes_back(&of([2, 1, 0]));
}

#[test]
fn records_are_found_and_listed_by_number() {
    let register = founding();
    let id: ParcelId = parse("2024-3");
    assert_eq!(register.parcel(&id).unwrap().area(), parse("1.21 ha"));
    assert_eq!(register.parcel("2024-9"), None);
    let name = parse("山西科卫环境有限公司");
    assert_eq!(register.enterprise(&name).unwrap().id(), name);
    assert_eq!(register.block("rest").unwrap().parcels(), 3);
    assert_eq!(register.allocation("none"), None);
    let ids: Vec<&str> = register.allocations().map(|it| it.id().as_str()).collect();
    assert_eq!(ids, ["2024-1", "2024-2", "2024-3", "2024-4"]);
    assert_eq!(
        (register.parcels().count(), register.blocks().count()),
        (4, 1)
    );
}

#[test]
fn a_grant_is_an_allocation_or_a_block() {
    let mut register = empty();
    let code: CreditCode = parse("91140106713678575D");
    assert_eq!(
        register.add_parcel(parcel("P-3", "1 ha").with_region(parse("141121"))),
        Ok(())
    );
    assert_eq!(
        register.add_enterprise(enterprise("丙公司").with_code(code)),
        Ok(())
    );
    let granted = allocation("A-1", "P-3", code.as_str(), "0.5 ha")
        .with_category(parse("industry"))
        .with_industry(parse("2521"))
        .with_method(parse("挂牌出让"))
        .with_year(parse("2024"))
        .unwrap();
    assert_eq!(register.add_allocation(granted.clone()), Ok(()));
    let rest = block("rest", 3, "31.44 ha")
        .with_category(parse("other"))
        .with_industry(parse("75"))
        .with_region(parse("140000"))
        .with_year(parse("2023"));
    assert_eq!(register.add_block(rest), Ok(()));

    let [itemised, rest] = register.grants().collect::<Vec<Grant>>()[..] else {
        panic!("two grants");
    };
    assert_eq!((itemised.parcels(), itemised.area()), (1, parse("0.5 ha")));
    assert_eq!(
        (itemised.category(), itemised.industry()),
        (Some(parse("industry")), Some(parse("2521")))
    );
    assert_eq!(
        (itemised.region(), itemised.year()),
        (Some(parse("141121")), Some(parse("2024")))
    );
    assert_eq!(
        (itemised.method(), itemised.enterprise()),
        (Some(parse("挂牌出让")), Some(code.into()))
    );
    assert_eq!(itemised.allocation(), Some(&granted));
    assert_eq!((rest.parcels(), rest.area()), (3, parse("31.44 ha")));
    assert_eq!(
        (rest.category(), rest.industry()),
        (Some(parse("other")), Some(parse("75")))
    );
    assert_eq!(
        (rest.region(), rest.year()),
        (Some(parse("140000")), Some(parse("2023")))
    );
    assert_eq!(
        (rest.method(), rest.enterprise(), rest.allocation()),
        (None, None, None)
    );
    assert!(itemised.is_live() && rest.is_live());
}

#[test]
fn what_is_held_is_found_by_its_text() {
    let register = founding();
    let id: ParcelId = parse("2024-1");
    assert!(register.parcel("2024-1").is_some());
    assert_eq!(register.parcel("2024-1"), register.parcel(&id));
    let held = register.holder("2024-1").map(Allocation::id);
    assert_eq!(held, register.allocation("2024-1").map(Allocation::id));
    assert_eq!(register.allocations_of("2024-1").count(), 1);
    assert_eq!(register.block("rest").map(Block::parcels), Some(3));
    // A text that could not even be a number is simply not there.
    assert_eq!(register.parcel(" 2024-1"), None);
    assert_eq!(register.allocation(""), None);
}

#[test]
fn labels_are_texts() {
    let id = ParcelId::try_from("2024-1".to_owned()).unwrap();
    assert_eq!(id, "2024-1");
    assert_eq!("2024-1", id);
    assert_eq!(id, *"2024-1");
    assert_eq!(*"2024-1", id);
    assert_ne!(id, "2024-2");
    let padded = ParcelId::try_from(" 2024-1".to_owned());
    assert_eq!(padded, " 2024-1".parse());
    assert!(matches!(padded, Err(LabelError::Padded { .. })));
    let by_id = BTreeMap::from([(id.clone(), 1)]);
    let hashed = HashMap::from([(id.clone(), 1)]);
    assert_eq!(
        (by_id.get("2024-1"), hashed.get("2024-1")),
        (Some(&1), Some(&1))
    );
    assert_eq!(String::from(id), "2024-1");
}
