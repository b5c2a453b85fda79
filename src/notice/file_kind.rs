//! Files that are not tables of text, by their first bytes.

use crate::text::terms;

terms! {
    /// What a file is that holds no table of text, by its first bytes.
    ///
    /// ```
    /// use standard_land::notice::{FileKind, ReadError, Reader};
    ///
    /// let error = Reader::new(b"PK\x03\x04\x14\0".as_slice()).unwrap_err();
    /// assert_eq!(error, ReadError::NotText { kind: FileKind::ZippedWorkbook });
    /// assert!(error.to_string().contains("save its sheet as CSV"));
    /// ```
    pub enum FileKind("a kind of file", "文件类型") {
        /// A workbook in a zip archive: `.xlsx`, `.xlsb`, `.ods`.
        ZippedWorkbook = "zipped-workbook", "工作簿（.xlsx、.ods）";
        /// A workbook in a compound file: `.xls`, or one with a password.
        CompoundWorkbook = "compound-workbook", "工作簿（.xls）或加密的工作簿";
        /// A PDF.
        Pdf = "pdf", "PDF文件";
        /// A web page, which some sites name `.xls`.
        Markup = "markup", "网页";
    }
}

impl FileKind {
    /// What a file is that begins with these bytes, if it is not a text table.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        const MARKUP: [&str; 7] = [
            "<!doctype",
            "<html",
            "<head",
            "<meta",
            "<table",
            "<?xml",
            "<!--",
        ];
        if start.starts_with(b"PK\x03\x04") {
            return Some(Self::ZippedWorkbook);
        }
        if start.starts_with(b"\xD0\xCF\x11\xE0") {
            return Some(Self::CompoundWorkbook);
        }
        if start.starts_with(b"%PDF") {
            return Some(Self::Pdf);
        }
        let start = start.trim_ascii_start();
        let is_markup = MARKUP.iter().any(|tag| {
            let start = start.get(..tag.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(tag.as_bytes())
        });
        is_markup.then_some(Self::Markup)
    }

    /// What it is, and what would be right.
    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::ZippedWorkbook => {
                "the file is a workbook (.xlsx, .ods) or another zip archive; \
                 save its sheet as CSV in UTF-8"
            }
            Self::CompoundWorkbook => {
                "the file is a workbook (.xls, or one with a password); \
                 save its sheet as CSV in UTF-8"
            }
            Self::Pdf => {
                "the file is a PDF; copy its table into a sheet and save that as CSV in UTF-8"
            }
            Self::Markup => {
                "the file is a web page or XML; open it as a sheet and save that as CSV in UTF-8"
            }
        }
    }
}

impl FileKind {
    /// The same in Chinese.
    pub(super) const fn advice_zh(self) -> &'static str {
        match self {
            Self::ZippedWorkbook => {
                "文件是工作簿（.xlsx、.ods）或其他压缩文件，请将工作表另存为UTF-8编码的CSV文件"
            }
            Self::CompoundWorkbook => {
                "文件是工作簿（.xls）或加密的工作簿，请将工作表另存为UTF-8编码的CSV文件"
            }
            Self::Pdf => "文件是PDF，请将其中的表格复制到工作表，再另存为UTF-8编码的CSV文件",
            Self::Markup => "文件是网页或XML，请用表格软件打开后另存为UTF-8编码的CSV文件",
        }
    }
}

/// The encoding of a text that is not UTF-8, as far as its bytes tell.
pub(super) fn other_encoding(text: &[u8]) -> Option<&'static str> {
    match text {
        [0xFF, 0xFE, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => Some("UTF-16BE"),
        // Every other byte of its ASCII is zero.
        _ if text.contains(&0) => Some("UTF-16"),
        _ if core::str::from_utf8(text).is_err() => Some("GBK"),
        _ => None,
    }
}
