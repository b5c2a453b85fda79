//! The errors of the room `notice`.

use standard_land::notice::Reader;

use super::{Case, case};

#[derive(Debug)]
struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the line was cut"))
    }
}

pub(super) fn notices() -> Vec<Case> {
    vec![
        case(
            Reader::new(Broken),
            "the file cannot be read or written: the line was cut",
        ),
        case(
            Reader::new(b"\xc3\xe6\xbb\xfd\n".as_slice()),
            "the header is not UTF-8; it is likely GBK",
        ),
        case(
            Reader::new("行政区\n".as_bytes()),
            r#"no column is headed 面积(公顷); the first is headed "行政区""#,
        ),
    ]
}
