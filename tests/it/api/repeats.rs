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
