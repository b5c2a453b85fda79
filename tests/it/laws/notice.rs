//! Any bytes: reading never panics, and the account always balances.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "an overflow in a test fails the test"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::notice::{Account, Column, FindingKind, Options, Outcome, Reader, Writer};

use crate::fuzz_bodies;

/// Cells that are likely to be odd.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}(\\.[0-9]{1,6})?",
        "(19|20|30)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日",
        "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}",
        "14112120[0-9]{2}[ABC][0-9]{5}",
        "[,\"\r\n ]{1,3}甲[,\"\r\n ]{1,3}乙",
        "(工业用地|挂牌出让|农业|其它|甲公司、乙公司|１.5|0.00|Nah|--|50年|商服40年;)",
        "(合计|小计|本页 小计：|总计（3宗）|累计|Total|文水县合计|合计公司|-1|0.00000000000004)",
        "[ -~０-９公顷亩年月日，。\u{a0}\u{3000}]{0,12}",
        Just(String::new()),
    ]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    let columns = proptest::sample::subsequence(Column::ALL.to_vec(), 0..=Column::ALL.len());
    let areas = select(["面积(公顷)", "面积（亩）", "出让面积(㎡)", "总面积_万亩"].to_vec());
    let prices = select(["成交价格(万元)", "成交价(元)", "成交价款亿元", "成交价"].to_vec());
    let rows = vec(vec(cell(), 0..26), 0..20);
    (columns, areas, prices, rows).prop_map(|(mut columns, area, price, rows)| {
        if !columns.contains(&Column::Area) {
            columns.push(Column::Area);
        }
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        writer
            .write_record(columns.iter().map(|column| match column {
                Column::Area => area,
                Column::Price => price,
                other => other.head(),
            }))
            .unwrap();
        for row in rows.iter().filter(|row| !row.is_empty()) {
            writer.write_record(row).unwrap();
        }
        writer.into_inner().unwrap()
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..2000)) {
        fuzz_bodies::notice(&bytes);
    }

    #[test]
    fn any_bytes_behind_a_good_header_balance(bytes in vec(any::<u8>(), 0..2000)) {
        let mut file = "电子监管号,面积(公顷),合同签订日期\n".as_bytes().to_vec();
        file.extend(bytes);
        fuzz_bodies::notice(&file);
    }

    #[test]
    fn odd_cells_balance(file in file()) {
        fuzz_bodies::notice(&file);
    }

    #[test]
    fn a_file_twice_adds_repeats_and_what_has_no_number(file in file()) {
        let text = String::from_utf8(file.clone()).unwrap();
        let (header, rows) = text.split_once('\n').unwrap();
        let twice = format!("{header}\n{rows}{rows}");
        let account = |bytes: &[u8], collapse| {
            let options = Options::default().collapse_alike(collapse);
            let mut reader = Reader::with_options(bytes, options).unwrap();
            reader.by_ref().for_each(|outcome| drop(outcome.unwrap()));
            reader.account().clone()
        };
        let both = |collapse| (account(&file, collapse), account(twice.as_bytes(), collapse));
        let (once, twice) = both(false);
        let double = |count: u64| count.checked_mul(2);
        prop_assert_eq!(Some(twice.rows()), double(once.rows()));
        prop_assert_eq!(Some(twice.totals()), double(once.totals()));
        prop_assert_eq!(Some(twice.blank()), double(once.blank()));
        // Rows without a number are kept again, with a finding for each.
        let kept = |account: &Account| account.records().parcels() + account.rejected();
        let alike = |account: &Account| account.count(FindingKind::AlikeWithoutNumber);
        prop_assert_eq!(kept(&twice) - kept(&once), alike(&twice) - alike(&once));

        let (once, twice) = both(true);
        prop_assert_eq!(twice.records(), once.records());
        prop_assert_eq!(twice.rejected(), once.rejected());
        prop_assert_eq!(alike(&twice), 0);
    }

    #[test]
    fn what_is_written_reads_to_equal_records(file in file()) {
        let options = || Options::default().find_repeats(false);
        let mut writer = Writer::new(Vec::new()).unwrap();
        let mut first = Vec::new();
        for outcome in Reader::with_options(file.as_slice(), options()).unwrap() {
            if let Outcome::Record(record) = outcome.unwrap() {
                writer.write(record.printed()).unwrap();
                first.push(record);
            }
        }
        let written = writer.finish().unwrap();
        // Another program's reader finds the same cells.
        let mut rows = csv::Reader::from_reader(written.as_slice());
        for (row, record) in rows.records().zip(&first) {
            let row = row.unwrap();
            prop_assert_eq!(row.len(), Column::ALL.len());
            for (cell, column) in row.iter().zip(Column::ALL) {
                let printed = record.printed().cell(*column);
                // A number under another unit than that of the writer gets it.
                let units: &[&str] = match column {
                    Column::Area => &["亩", "平方米", "万亩"],
                    Column::Price => &["元", "亿元"],
                    _ => &[],
                };
                let with_unit = cell.strip_prefix(printed.trim());
                let has_unit = with_unit.is_some_and(|unit| units.contains(&unit));
                prop_assert!(cell == printed || has_unit, "{printed:?} as {cell:?}");
            }
        }
        let again: Vec<_> = Reader::with_options(written.as_slice(), options())
            .unwrap()
            .map(Result::unwrap)
            .collect();
        prop_assert_eq!(again.len(), first.len());
        for (outcome, first) in again.iter().zip(&first) {
            let Outcome::Record(second) = outcome else {
                return Err(TestCaseError::fail(format!("{outcome:?}")));
            };
            prop_assert_eq!(second.area(), first.area());
            prop_assert_eq!(second.dates(), first.dates());
            prop_assert_eq!(second.price(), first.price());
        }
    }
}
