//! Why a file of notices cannot be read.

use super::file_kind::FileKind;
use crate::text::Given;

/// Why a file cannot be read, or not further.
///
/// ```
/// use standard_land::notice::{ReadError, Reader};
///
/// let error = Reader::new("a,b\n1,2\n".as_bytes()).unwrap_err();
/// assert!(matches!(error, ReadError::NoArea { .. }));
///
/// let error = Reader::new("a,area\n1,2\n".as_bytes()).unwrap_err();
/// assert!(error.to_string().contains(r#""area" may be one: head it 面积(公顷)"#));
///
/// let error = Reader::new("电子监管号;面积(公顷)\n".as_bytes()).unwrap_err();
/// assert_eq!(error, ReadError::OtherSeparator { separator: "semicolons" });
///
/// // 面积 in GBK.
/// let error = Reader::new(b"\xc3\xe6\xbb\xfd\n1\n".as_slice()).unwrap_err();
/// assert!(error.to_string().contains("GBK"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadError {
    /// The source, or the sink, failed.
    Io {
        /// What kind of failure it was.
        kind: std::io::ErrorKind,
        /// What the system says of it.
        message: Given,
    },
    /// The file holds nothing, or blank lines only.
    Empty,
    /// The file is not a table of text, such as a workbook.
    NotText {
        /// What it is instead.
        kind: FileKind,
    },
    /// The header is not UTF-8.
    NotUtf8 {
        /// The encoding that it is likely in.
        likely: &'static str,
    },
    /// The heads are not separated by commas.
    OtherSeparator {
        /// What separates them: tabs, semicolons, and the like.
        separator: &'static str,
    },
    /// No column holds areas, so nothing can be counted.
    NoArea {
        /// The first header, cut at 32 characters.
        first: Given,
    },
    /// Columns may hold areas, but which of them, and in which unit?
    AreaNotStated {
        /// Up to four heads, each quoted and cut at 32 characters.
        heads: Given,
    },
}

/// Rows of bytes, of any length, can only fail as their source does.
pub(super) fn failed(error: impl Into<std::io::Error>) -> ReadError {
    let error = error.into();
    ReadError::Io {
        kind: error.kind(),
        message: alloc::format!("{error}").into(),
    }
}
