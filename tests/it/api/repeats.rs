//! Repeats, in files whose author does not want them to be found, or some that
//! are none.

use standard_land::notice::{Account, FindingKind, Options, Outcome, Reader};

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");

fn read(file: &str, options: Options) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

/// Sixteen bytes in each of these rows were chosen so that a hash without a
/// seed forgot all that stood before them.
#[test]
fn two_rows_made_to_have_one_fingerprint_are_two_records() {
    let file = "面积(公顷),项目名称,备注\n\
        5.74,AAAAAAONAJe0123456789abcdef@]9vD}/tWBTm*T*|,the same tail of both rows\n\
        9000.00,AAAEFFWR0123456789abcdef#}F>-bNN9#MQhwwN,the same tail of both rows\n";
    for collapse in [true, false] {
        let (outcomes, account) = read(file, Options::default().collapse_alike(collapse));
        assert!(matches!(
            outcomes[..],
            [Outcome::Record(_), Outcome::Record(_)]
        ));
        assert_eq!(account.records().to_string(), "2 parcels, 9005.74 ha");
        assert_eq!(account.count(FindingKind::AlikeWithoutNumber), 0);
    }
}

#[test]
fn what_is_read_does_not_depend_on_the_seed() {
    let first = read(SHANXI, Options::default());
    for _ in 0..2 {
        assert!(read(SHANXI, Options::default()) == first);
    }
}

/// Only a number proves that two rows alike are one.
#[test]
fn what_is_not_a_number_proves_no_repeat() {
    for (number, is_damaged) in [
        ("1.41121E+15", true),
        ("1.41121201200017E+15", true),
        ("1.4e15", true),
        ("1411212012000170000", true),
        ("1411212012000170.0", true),
        ("########", true),
        ("#REF!", true),
        ("#N/A", true),
        ("1411212012\u{fffd}00017", true),
        ("见附件1", false),
        ("第1宗", false),
        ("2023年", false),
        ("2023", false),
        ("2023-05-06", false),
        ("Annex 1", false),
        ("无", false),
        ("/", false),
        ("-", false),
        ("0", false),
    ] {
        let file = format!("电子监管号,面积(公顷)\n{number},1.5\n{number},1.5\n");
        let (_, account) = read(&file, Options::default());
        assert_eq!(account.records().to_string(), "2 parcels, 3 ha", "{number}");
        let damaged = account.count(FindingKind::NumberDamaged);
        assert_eq!(damaged, if is_damaged { 2 } else { 0 }, "{number}");
        assert_eq!(
            account.count(FindingKind::AlikeWithoutNumber),
            1,
            "{number}"
        );
        // Nor that two others share a number.
        let file = format!("电子监管号,面积(公顷)\n{number},1.5\n{number},2.5\n");
        let (_, account) = read(&file, Options::default());
        assert_eq!(account.count(FindingKind::NumberReused), 0, "{number}");
    }
    for number in [
        "1411212012B00017",
        "1411212012B00010",
        "141121-7",
        "A-1",
        "7",
        "GX2012-017",
        "(2012)17",
        "HTBH20120017",
    ] {
        let file = format!("电子监管号,面积(公顷)\n{number},1.5\n{number},1.5\n");
        let (_, account) = read(&file, Options::default());
        assert_eq!(account.repeats().parcels(), 1, "{number}");
        assert_eq!(account.count(FindingKind::NumberDamaged), 0, "{number}");
    }
}
