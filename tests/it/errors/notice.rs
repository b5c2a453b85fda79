//! The errors of the module `notice`.

use standard_land::allocation::AllocationError;
use standard_land::notice::{Outcome, Reader, Record, RecordError};
use standard_land::parcel::ParcelError;
use standard_land::register::Register;

use super::{Case, case};
use crate::api::parse;

#[derive(Debug)]
struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the line was cut"))
    }
}

/// A record of one parcel, with a number and a holder as printed.
fn record(number: &str, holder: &str) -> Record {
    let file = format!("面积(公顷),电子监管号,土地使用权人\n1,{number},{holder}\n");
    match Reader::new(file.as_bytes()).unwrap().next() {
        Some(Ok(Outcome::Record(record))) => *record,
        other => panic!("{other:?}"),
    }
}

pub(super) fn notices() -> Vec<Case> {
    let mut register = Register::new();
    let there = record("1411212012B00017", "甲公司");
    there.add_to(&mut register).unwrap();
    vec![
        case(record("14-1", "").enterprise()),
        case(record("14\u{200b}1", "甲公司").parcel()),
        case(there.add_to(&mut register)),
        // What a record holds has an area, so these do not come about.
        case(Err::<(), _>(RecordError::from(ParcelError::ZeroArea {
            id: parse("P-1"),
        }))),
        case(Err::<(), _>(RecordError::from(AllocationError::ZeroArea {
            id: parse("A-1"),
        }))),
        case(Reader::new(Broken)),
        case(Reader::new(b"\xc3\xe6\xbb\xfd\n".as_slice())),
        case(Reader::new("行政区\n".as_bytes())),
        case(Reader::new("行政区\t面积(公顷)\n".as_bytes())),
        case(Reader::new("行政区,面积,area\n".as_bytes())),
        case(Reader::new("\n".as_bytes())),
        case(Reader::new(b"PK\x03\x04\x14\0".as_slice())),
    ]
}
