//! What single operations cost: reading, printing, rounding, counting.
//!
//! `cargo bench -p standard-land-operations` measures each with criterion; a part of a
//! name as an argument picks some. For comparisons with other ways of doing
//! the same, see the bench `ratios`.

use std::hint::black_box;

use criterion::{BatchSize, Criterion};
use standard_land::{
    Allocation, Area, Breakdown, CreditCode, DivisionCode, Enterprise, Error, IndustryCode, Parcel,
    Percent, Ratio, Register, Rounding, Tally,
};

fn main() -> Result<(), Error> {
    let mut criterion = Criterion::default().configure_from_args();
    quantities(&mut criterion)?;
    fractions(&mut criterion)?;
    codes(&mut criterion)?;
    counting(&mut criterion)?;
    registering(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn quantities(criterion: &mut Criterion) -> Result<(), Error> {
    criterion.bench_function("Area: parse", |bencher| {
        bencher.iter(|| black_box("37.18 ha").parse::<Area>());
    });
    let area: Area = "37.18 ha".parse()?;
    criterion.bench_function("Area: print", |bencher| {
        bencher.iter(|| black_box(area).to_string());
    });
    Ok(())
}

fn fractions(criterion: &mut Criterion) -> Result<(), Error> {
    let rounding = Rounding::half_even(2);
    let small = Ratio::new(574, 3718)?;
    // Times 10^4 the first needs more than 64 bits, the second more than 128.
    let large = Ratio::new(10_i128.pow(19) / 7, 10_u128.pow(19))?;
    let largest = Ratio::new(10_i128.pow(37) / 7, 10_u128.pow(37))?;
    for (bits, ratio) in [(64, small), (128, large), (256, largest)] {
        criterion.bench_function(&format!("Ratio: percent in {bits} bits"), |bencher| {
            bencher.iter(|| black_box(ratio).percent(black_box(rounding)));
        });
    }
    let other = Ratio::new(575, 3719)?;
    criterion.bench_function("Ratio: compare", |bencher| {
        bencher.iter(|| black_box(small) < black_box(other));
    });
    let percent: Percent = "15.44%".parse()?;
    criterion.bench_function("Percent: print", |bencher| {
        bencher.iter(|| black_box(percent).to_string());
    });
    Ok(())
}

fn codes(criterion: &mut Criterion) -> Result<(), Error> {
    criterion.bench_function("IndustryCode: parse", |bencher| {
        bencher.iter(|| black_box("7514").parse::<IndustryCode>());
    });
    criterion.bench_function("CreditCode: parse", |bencher| {
        bencher.iter(|| black_box("91140106713678575D").parse::<CreditCode>());
    });
    let county: DivisionCode = "141121".parse()?;
    criterion.bench_function("DivisionCode: name", |bencher| {
        bencher.iter(|| black_box(county).name());
    });
    Ok(())
}

fn counting(criterion: &mut Criterion) -> Result<(), Error> {
    let area: Area = "3.01 ha".parse()?;
    let parcel = Tally::one(area);

    let mut tally = Tally::default();
    criterion.bench_function("Tally: push", |bencher| {
        bencher.iter(|| {
            if tally.push(black_box(area)).is_err() {
                tally = Tally::default();
            }
        });
    });

    let code: IndustryCode = "7514".parse()?;
    let mut by_industry = Breakdown::new();
    criterion.bench_function("Breakdown: push, dense key", |bencher| {
        bencher.iter(|| {
            if by_industry.push(Some(black_box(code)), &parcel).is_err() {
                by_industry = Breakdown::new();
            }
        });
    });

    // A thousand keys of a map, in turns.
    let keys: Vec<u32> = (0..1000).collect();
    let mut keys = keys.iter().cycle();
    let mut by_number = Breakdown::new();
    criterion.bench_function("Breakdown: push, key in a map of 1,000", |bencher| {
        bencher.iter(|| {
            if by_number.push(keys.next().copied(), &parcel).is_err() {
                by_number = Breakdown::new();
            }
        });
    });
    Ok(())
}

/// A parcel is allocated to the one enterprise of a register of 1,000 parcels.
fn registering(criterion: &mut Criterion) -> Result<(), Error> {
    let area: Area = "3.01 ha".parse()?;
    let mut register = Register::new();
    register.add_enterprise(Enterprise::new("文水县昌泰气体有限公司".parse()?))?;
    let mut allocations = Vec::new();
    for number in 0..1000 {
        let number = format!("2024-{number:03}");
        register.add_parcel(Parcel::new(number.parse()?, area)?)?;
        allocations.push(Allocation::new(
            number.parse()?,
            number.parse()?,
            "文水县昌泰气体有限公司".parse()?,
            area,
        )?);
    }
    let last = allocations.split_off(999);
    for allocation in allocations {
        register.add_allocation(allocation)?;
    }
    criterion.bench_function("Register: allocate the last of 1,000", |bencher| {
        bencher.iter_batched_ref(
            || (register.clone(), last.clone()),
            |(register, last)| {
                last.drain(..)
                    .try_for_each(|last| register.add_allocation(last))
            },
            BatchSize::LargeInput,
        );
    });
    Ok(())
}
