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
            "the header is not UTF-8; it is likely GBK: save the file as CSV in UTF-8 (`GbkReader` \
             reads GBK)",
        ),
        case(
            Reader::new("行政区\n".as_bytes()),
            r#"no column is headed as an area, such as 面积(公顷), 面积(亩) or 面积(平方米); the first is headed "行政区""#,
        ),
        case(
            Reader::new("行政区,面积,area\n".as_bytes()),
            r#"no column is headed as an area with its unit, but "面积", "area" may be one: head it 面积(公顷), 面积(亩) or 面积(平方米), whichever is right"#,
        ),
        case(
            Reader::new("\n".as_bytes()),
            "the file is empty; its first line has to be the heads of its columns",
        ),
        case(
            Reader::new(b"PK\x03\x04\x14\0".as_slice()),
            "the file is a workbook (.xlsx, .ods) or another zip archive; save its sheet as CSV \
             in UTF-8",
        ),
    ]
}
