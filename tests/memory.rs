//! How much memory reading a file of notices takes. A binary of its own: its
//! allocator counts, and nothing else may allocate meanwhile.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]
#![cfg(test)]

use std::io::Read;

use peak_alloc::PeakAlloc;
use standard_land::notice::{Account, Options, Reader};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SHANXI: &str = include_str!("data/landchina-shanxi-2012-2016.csv");

/// The rows of a file, over and over, without holding them.
struct Again {
    left: usize,
    at: &'static [u8],
    rows: &'static [u8],
}

fn again(times: usize) -> Again {
    let (_, rows) = SHANXI.split_once('\n').unwrap();
    Again {
        left: times - 1,
        at: SHANXI.as_bytes(),
        rows: rows.as_bytes(),
    }
}

impl Read for Again {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at.is_empty() && self.left > 0 {
            self.left -= 1;
            self.at = self.rows;
        }
        self.at.read(buffer)
    }
}

/// The greatest number of bytes held at once while a file is read.
fn peak(times: usize, find_repeats: bool) -> (usize, Account) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let options = Options::default().find_repeats(find_repeats);
    let mut reader = Reader::with_options(again(times), options).unwrap();
    for outcome in &mut reader {
        outcome.unwrap();
    }
    assert!(reader.account().balances());
    (MEMORY.peak_usage() - before, reader.account().clone())
}

#[test]
fn a_file_a_hundred_times_as_long_takes_the_same_memory() {
    for find_repeats in [true, false] {
        let (short, _) = peak(1, find_repeats);
        let (long, account) = peak(100, find_repeats);
        assert_eq!(account.rows(), 485_700);
        assert!(
            long < short + short / 10,
            "{short} bytes for one, {long} for a hundred; repeats: {find_repeats}"
        );
        println!("{short} bytes for one, {long} for a hundred; repeats: {find_repeats}");
    }
}
