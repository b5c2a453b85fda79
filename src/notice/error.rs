//! Why a file of notices cannot be read.

use alloc::string::String;

use super::file_kind::FileKind;

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
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The source, or the sink, failed.
    #[error("the file cannot be read or written: {message}")]
    Io {
        /// What kind of failure it was.
        kind: std::io::ErrorKind,
        /// What the system says of it.
        message: String,
    },
    /// The file holds nothing, or blank lines only.
    #[error("the file is empty; its first line has to be the heads of its columns")]
    Empty,
    /// The file is not a table of text, such as a workbook.
    #[error("{}", kind.advice())]
    NotText {
        /// What it is instead.
        kind: FileKind,
    },
    /// The header is not UTF-8.
    #[error(
        "the header is not UTF-8; it is likely {likely}: save the file as CSV in UTF-8 \
         (`GbkReader` reads GBK)"
    )]
    NotUtf8 {
        /// The encoding that it is likely in.
        likely: &'static str,
    },
    /// The heads are not separated by commas.
    #[error(
        "the heads are separated by {separator}, not by commas; save the file as CSV with commas"
    )]
    OtherSeparator {
        /// What separates them: tabs, semicolons, and the like.
        separator: &'static str,
    },
    /// No column holds areas, so nothing can be counted.
    #[error(
        "no column is headed as an area, such as 面积(公顷), 面积(亩) or 面积(平方米); the first \
         is headed {first:?}"
    )]
    NoArea {
        /// The first header, cut at 32 characters.
        first: String,
    },
    /// Columns may hold areas, but which of them, and in which unit?
    #[error(
        "no column is headed as an area with its unit, but {heads} may be one: head it \
         面积(公顷), 面积(亩) or 面积(平方米), whichever is right"
    )]
    AreaNotStated {
        /// Up to four heads, each quoted and cut at 32 characters.
        heads: String,
    },
}

/// Rows of bytes, of any length, can only fail as their source does.
pub(super) fn failed(error: impl Into<std::io::Error>) -> ReadError {
    let error = error.into();
    ReadError::Io {
        kind: error.kind(),
        message: alloc::format!("{error}"),
    }
}
