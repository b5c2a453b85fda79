//! The errors of the room `notice`.

use standard_land::notice::{Conditions, Reader};

use super::{Case, case, text};

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
        text::<Conditions>(" -- ", "there is no condition"),
        text::<Conditions>(
            "约1.3",
            r#""约1.3" starts with no relation such as 大于或等于"#,
        ),
        text::<Conditions>("大于x", r#""大于x" has no number that can be read"#)
            .because("there is no number"),
        text::<Conditions>(
            "大于99999999999999999999999999999999999999",
            r#""大于999999999999999999999999999999…" has more digits than can be held"#,
        ),
        text::<Conditions>(
            "大于1并且大于2",
            r#""大于1并且大于2" limits the same side twice, or in two units"#,
        ),
        text::<Conditions>("大于2并且小于1", r#""大于2并且小于1" allows no value"#),
    ]
}
