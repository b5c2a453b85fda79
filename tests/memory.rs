//! How much memory reading a file of notices takes. A binary of its own: its
//! allocator counts, and nothing else may allocate meanwhile.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]
#![cfg(test)]

use std::io::Read;

use peak_alloc::PeakAlloc;
use standard_land::notice::{Account, FindingKind, Options, Reader};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SHANXI: &str = include_str!("data/landchina-shanxi-2012-2016.csv");

/// The rows of a file, over and over, without holding them.
struct Again<'a> {
    left: usize,
    at: &'a [u8],
    rows: &'a [u8],
}

fn again(file: &str, times: usize) -> Again<'_> {
    let (_, rows) = file.split_once('\n').unwrap();
    Again {
        left: times - 1,
        at: file.as_bytes(),
        rows: rows.as_bytes(),
    }
}

impl Read for Again<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at.is_empty() && self.left > 0 {
            self.left -= 1;
            self.at = self.rows;
        }
        self.at.read(buffer)
    }
}

/// The greatest number of bytes held at once while a file is read.
fn peak(file: &str, times: usize, find_repeats: bool) -> (usize, Account) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let options = Options::default().find_repeats(find_repeats);
    let mut reader = Reader::with_options(again(file, times), options).unwrap();
    for outcome in &mut reader {
        outcome.unwrap();
    }
    assert!(reader.account().balances());
    (MEMORY.peak_usage() - before, reader.account().clone())
}

#[test]
fn a_file_a_hundred_times_as_long_takes_the_same_memory() {
    for find_repeats in [true, false] {
        takes_the_same_memory(SHANXI, 100, find_repeats);
    }
    // The same file with a quotation mark that nothing closes, and no other.
    let open = SHANXI.replace('"', "");
    let open = open.replacen(",挂牌出让", ",\"挂牌出让", 1);
    let account = takes_the_same_memory(&open, 20, false);
    assert_eq!(account.count(FindingKind::StrayQuote), 20);
}

fn takes_the_same_memory(file: &str, times: usize, find_repeats: bool) -> Account {
    let (short, once) = peak(file, 1, find_repeats);
    let (long, account) = peak(file, times, find_repeats);
    assert_eq!(account.rows(), once.rows() * u64::try_from(times).unwrap());
    println!("{short} bytes for one, {long} for {times}; repeats: {find_repeats}");
    assert!(long < short + short / 10);
    account
}
