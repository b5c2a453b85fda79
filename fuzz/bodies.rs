//! What the fuzz targets do; also called by the tests, which replay the corpus.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of rows that are in memory; an overflow would be found"
)]

use standard_land::notice::{Options, Outcome, Reader};
use standard_land::{Register, Tally};

/// Any bytes as a file of notices: no panic, and the account balances.
pub(crate) fn notice(bytes: &[u8]) {
    for find_repeats in [true, false] {
        let options = Options::default()
            .keep_unknown(true)
            .find_repeats(find_repeats);
        let Ok(mut reader) = Reader::with_options(bytes, options) else {
            return;
        };
        let (mut rows, mut rejected, mut repeats) = (0_u64, 0_u64, 0_u64);
        let mut records = Tally::default();
        let mut register = Register::new();
        for outcome in &mut reader {
            let Ok(outcome) = outcome else { break };
            rows += 1;
            match outcome {
                Outcome::Record(record) => {
                    records
                        .push(record.area())
                        .expect("the reader checks the total");
                    assert_eq!(record.printed().number(), rows);
                    assert_eq!(record.dates().backwards(), None);
                    // Refused or not: it must not panic.
                    let _ = record.add_to(&mut register);
                }
                Outcome::Rejected(rejection) => {
                    rejected += 1;
                    assert_eq!(rejection.printed().number(), rows);
                }
                Outcome::Repeat(repeat) => {
                    repeats += 1;
                    assert!(repeat.first < repeat.row && repeat.row == rows);
                }
            }
        }
        let account = reader.account();
        assert!(account.balances());
        assert_eq!(account.rows(), rows);
        assert_eq!(account.records(), records);
        assert_eq!(account.rejected(), rejected);
        assert_eq!(account.repeats().parcels(), repeats);
    }
}
