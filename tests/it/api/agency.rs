//! Agency and approval work: the figures of Jincheng.

use standard_land::Rounding;
use standard_land::agency::{
    AgencyError, AverageReduction, Averaging, Burden, Caseload, Change, Packages, ServicePackage,
    ZeroBefore,
};

use super::parse;

pub(crate) fn package(
    name: &str,
    documents: (u64, u64),
    steps: (u64, u64),
    time: (u64, u64),
) -> ServicePackage {
    let change = |(before, after)| Change { before, after };
    ServicePackage {
        name: parse(name),
        documents: change(documents),
        steps: change(steps),
        time: change(time),
    }
}

/// 29 packages: counts of our own, chosen to average as Jincheng printed.
fn jincheng() -> Packages {
    let mut packages = Packages::new();
    for number in 1..=29 {
        // 19 packages from 10 steps to 3, 10 from 7 to 2: 260 steps to 77.
        let steps = if number <= 19 { (10, 3) } else { (7, 2) };
        let time = if number <= 20 { (55, 27) } else { (110, 54) };
        packages
            .add(package(&format!("套餐{number}"), (20, 12), steps, time))
            .unwrap();
    }
    packages
}

/// Jincheng, 2024: −40 % documents, −70.5 % steps, −50.9 % time on average.
#[test]
fn counts_can_reproduce_what_jincheng_printed() {
    let packages = jincheng();
    assert_eq!(packages.iter().len(), 29);
    let printed = |burden, averaging, places| {
        let average = packages
            .average(burden, averaging, ZeroBefore::Refused)
            .unwrap();
        assert_eq!((average.counted(), average.left_out()), (29, 0));
        let rounded = average.value().percent(Rounding::half_up(places));
        rounded.unwrap().to_string()
    };
    for averaging in Averaging::ALL {
        assert_eq!(printed(Burden::Documents, *averaging, 0), "40%");
        assert_eq!(printed(Burden::Time, *averaging, 1), "50.9%");
    }
    // 0.7 in 19 packages, 5/7 in 10: which average was printed shows in the digit.
    assert_eq!(printed(Burden::Steps, Averaging::MeanOfRatios, 1), "70.5%");
    assert_eq!(printed(Burden::Steps, Averaging::RatioOfSums, 1), "70.4%");
    // So do 79 of 112 steps in all; one step less does not.
    let steps = |after| {
        let change = Change { before: 112, after };
        let percent = change.reduction().unwrap().percent(Rounding::half_up(1));
        percent.unwrap().to_string()
    };
    assert_eq!(
        (steps(33), steps(34)),
        ("70.5%".to_owned(), "69.6%".to_owned())
    );
}

/// Projects; those by commitment; those prepared; items.
pub(crate) fn caseload(counts: [u64; 4]) -> Result<Caseload, AgencyError> {
    let [projects, by_commitment, prepared, items] = counts;
    let all = Caseload::default().with().projects(projects);
    let parts = all.by_commitment(by_commitment).prepared(prepared);
    parts.items(items).build()
}

/// Jincheng, 2024: 50 of 50 projects by commitment, 682 items.
#[test]
fn all_projects_of_jincheng_were_approved_by_commitment() {
    let all = caseload([50, 50, 50, 682]).unwrap();
    let percent = |share: standard_land::Ratio| share.percent(Rounding::half_up(0)).unwrap();
    assert_eq!(percent(all.share_by_commitment().unwrap()), parse("100%"));
    assert_eq!(percent(all.share_prepared().unwrap()), parse("100%"));
    assert_eq!(all.items_per_project().unwrap(), parse("682/50"));
    let two = all.checked_add(&caseload([50, 25, 0, 0]).unwrap()).unwrap();
    assert_eq!(two.share_by_commitment().unwrap(), parse("3/4"));
    assert_eq!(
        (two.projects(), two.prepared(), two.items()),
        (100, 50, 682)
    );
    assert!(Caseload::default().share_by_commitment().is_err());
    assert!(caseload([50, 51, 0, 0]).is_err());
    assert!(caseload([50, 0, 51, 0]).is_err());
}

#[test]
fn nothing_before_is_refused_or_left_out_and_counted() {
    let changes = [
        Change {
            before: 0,
            after: 3,
        },
        Change {
            before: 4,
            after: 6,
        },
    ];
    for averaging in Averaging::ALL {
        let refused = AverageReduction::of(changes, *averaging, ZeroBefore::Refused);
        assert_eq!(refused, Err(AgencyError::ZeroBefore { after: 3 }));
        let rest = AverageReduction::of(changes, *averaging, ZeroBefore::LeftOut).unwrap();
        assert_eq!((rest.counted(), rest.left_out()), (1, 1));
        // An increase is a reduction below zero.
        assert_eq!(rest.value(), parse("-1/2"));
        assert_eq!(rest.averaging(), *averaging);
        let none = AverageReduction::of(changes[..1].to_vec(), *averaging, ZeroBefore::LeftOut);
        assert_eq!(none, Err(AgencyError::NothingToAverage));
    }
}

#[test]
fn a_package_is_counted_once() {
    let mut packages = Packages::new();
    packages.add(package("甲", (1, 1), (1, 1), (1, 1))).unwrap();
    let before = packages.clone();
    let mut other = Packages::new();
    other.add(package("乙", (2, 1), (2, 1), (2, 1))).unwrap();
    other.add(package("甲", (1, 0), (1, 0), (1, 0))).unwrap();
    assert!(packages.merge(other.clone()).is_err());
    assert!(packages.add(package("甲", (1, 0), (1, 0), (1, 0))).is_err());
    assert_eq!(packages, before);
    let mut third = Packages::new();
    third.add(package("丙", (2, 1), (2, 1), (2, 1))).unwrap();
    other.merge(third).unwrap();
    assert_eq!(other.iter().len(), 3);
}
