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
        /// A workbook of an early version of Excel, without a container: `.xls`.
        EarlyWorkbook = "early-workbook", "早期工作簿（.xls）";
        /// A file packed with gzip.
        Gzip = "gzip", "gzip压缩文件";
        /// A RAR archive.
        Rar = "rar", "RAR压缩文件";
        /// A 7z archive.
        SevenZip = "seven-zip", "7z压缩文件";
        /// An image: PNG, JPEG, GIF, TIFF.
        Image = "image", "图片";
        /// A table of dBase or `FoxPro`.
        Dbf = "dbf", "DBF数据表";
        /// A web page with all its parts (MHTML), which some sites name `.xls`.
        WebArchive = "web-archive", "MHTML网页";
        /// A document in the Rich Text Format.
        Rtf = "rtf", "RTF文档";
        /// JSON.
        Json = "json", "JSON文件";
        /// A PDF.
        Pdf = "pdf", "PDF文件";
        /// A web page, which some sites name `.xls`.
        Markup = "markup", "网页";
        /// Bytes that are no text.
        Binary = "binary", "二进制文件";
    }
}

/// First bytes that nothing else begins with.
const STARTS: [(&[u8], FileKind); 18] = [
    (b"PK\x03\x04", FileKind::ZippedWorkbook),
    (b"PK\x05\x06", FileKind::ZippedWorkbook),
    (b"PK\x07\x08", FileKind::ZippedWorkbook),
    (b"\xD0\xCF\x11\xE0", FileKind::CompoundWorkbook),
    // The record that every stream of Excel begins with, and its length.
    (b"\x09\x08", FileKind::EarlyWorkbook),
    (b"\x09\x04\x06\0", FileKind::EarlyWorkbook),
    (b"\x09\x02\x06\0", FileKind::EarlyWorkbook),
    (b"\x09\0\x04\0", FileKind::EarlyWorkbook),
    (b"\x1F\x8B", FileKind::Gzip),
    (b"Rar!", FileKind::Rar),
    (b"7z\xBC\xAF", FileKind::SevenZip),
    (b"\x89PNG", FileKind::Image),
    (b"\xFF\xD8\xFF", FileKind::Image),
    (b"GIF87a", FileKind::Image),
    (b"GIF89a", FileKind::Image),
    (b"II*\0", FileKind::Image),
    (b"MM\0*", FileKind::Image),
    (b"%PDF", FileKind::Pdf),
];

/// What a text begins with, in lower case, behind white space.
const TEXTS: [(&[u8], FileKind); 23] = [
    (b"<!doctype", FileKind::Markup),
    (b"<html", FileKind::Markup),
    (b"<head", FileKind::Markup),
    (b"<meta", FileKind::Markup),
    (b"<title", FileKind::Markup),
    (b"<link", FileKind::Markup),
    (b"<style", FileKind::Markup),
    (b"<script", FileKind::Markup),
    (b"<body", FileKind::Markup),
    (b"<div", FileKind::Markup),
    (b"<span", FileKind::Markup),
    (b"<center", FileKind::Markup),
    (b"<font", FileKind::Markup),
    (b"<table", FileKind::Markup),
    (b"<thead", FileKind::Markup),
    (b"<tbody", FileKind::Markup),
    (b"<tr", FileKind::Markup),
    (b"<?xml", FileKind::Markup),
    (b"<!--", FileKind::Markup),
    (b"mime-version:", FileKind::WebArchive),
    (b"{\\rtf", FileKind::Rtf),
    (b"{\"", FileKind::Json),
    (b"[{", FileKind::Json),
];

impl FileKind {
    /// What a file is that begins with these bytes, unless it may be a table of
    /// text.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        let found = STARTS.iter().find(|(bytes, _)| start.starts_with(bytes));
        if let Some((_, kind)) = found {
            return Some(*kind);
        }
        if is_dbf(start) {
            return Some(Self::Dbf);
        }
        let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
        let text = text.trim_ascii_start();
        let found = TEXTS.iter().find(|(word, _)| {
            let start = text.get(..word.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(word)
        });
        found.map(|(_, kind)| *kind)
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
            Self::EarlyWorkbook => {
                "the file is a workbook of an early version of Excel (.xls, BIFF); \
                 open it and save its sheet as CSV in UTF-8"
            }
            Self::Gzip => "the file is packed with gzip (.gz); unpack it and read the file in it",
            Self::Rar => "the file is a RAR archive (.rar); unpack it and read the file in it",
            Self::SevenZip => "the file is a 7z archive (.7z); unpack it and read the file in it",
            Self::Image => {
                "the file is an image (PNG, JPEG, GIF, TIFF); \
                 type its table into a sheet and save that as CSV in UTF-8"
            }
            Self::Dbf => {
                "the file is a table of dBase or FoxPro (.dbf); \
                 open it as a sheet and save that as CSV in UTF-8"
            }
            Self::WebArchive => {
                "the file is a web page with its parts (MHTML); \
                 open it as a sheet and save that as CSV in UTF-8"
            }
            Self::Rtf => {
                "the file is a document (RTF); \
                 copy its table into a sheet and save that as CSV in UTF-8"
            }
            Self::Json => {
                "the file is JSON; turn its records into a table and save that as CSV in UTF-8"
            }
            Self::Pdf => {
                "the file is a PDF; copy its table into a sheet and save that as CSV in UTF-8"
            }
            Self::Markup => {
                "the file is a web page or XML; open it as a sheet and save that as CSV in UTF-8"
            }
            Self::Binary => {
                "the file is not a text; \
                 open it with the program that wrote it and save its table as CSV in UTF-8"
            }
        }
    }

    /// The same in Chinese.
    pub(super) const fn advice_zh(self) -> &'static str {
        match self {
            Self::ZippedWorkbook => {
                "文件是工作簿（.xlsx、.ods）或其他压缩文件，请将工作表另存为UTF-8编码的CSV文件"
            }
            Self::CompoundWorkbook => {
                "文件是工作簿（.xls）或加密的工作簿，请将工作表另存为UTF-8编码的CSV文件"
            }
            Self::EarlyWorkbook => {
                "文件是早期版本的Excel工作簿（.xls，BIFF格式），请打开后将工作表另存为UTF-8编码的CSV文件"
            }
            Self::Gzip => "文件是gzip压缩文件（.gz），请解压后读取其中的文件",
            Self::Rar => "文件是RAR压缩文件（.rar），请解压后读取其中的文件",
            Self::SevenZip => "文件是7z压缩文件（.7z），请解压后读取其中的文件",
            Self::Image => {
                "文件是图片（PNG、JPEG、GIF、TIFF），请将其中的表格录入工作表，再另存为UTF-8编码的CSV文件"
            }
            Self::Dbf => {
                "文件是dBase或FoxPro数据表（.dbf），请用表格软件打开后另存为UTF-8编码的CSV文件"
            }
            Self::WebArchive => "文件是MHTML网页，请用表格软件打开后另存为UTF-8编码的CSV文件",
            Self::Rtf => "文件是RTF文档，请将其中的表格复制到工作表，再另存为UTF-8编码的CSV文件",
            Self::Json => "文件是JSON，请将其中的记录转为表格，再另存为UTF-8编码的CSV文件",
            Self::Pdf => "文件是PDF，请将其中的表格复制到工作表，再另存为UTF-8编码的CSV文件",
            Self::Markup => "文件是网页或XML，请用表格软件打开后另存为UTF-8编码的CSV文件",
            Self::Binary => {
                "文件不是文本，请用生成该文件的软件打开，将表格另存为UTF-8编码的CSV文件"
            }
        }
    }
}

/// Whether a file begins as tables of dBase and `FoxPro` do: a version, and the day
/// of the last change.
fn is_dbf(start: &[u8]) -> bool {
    let Some([version, _, 1..=12, 1..=31]) = start.first_chunk() else {
        return false;
    };
    match version {
        0x02..=0x05 => true,
        // These may begin a text, but no text has a zero.
        0x30..=0x32 | 0x43 | 0x63 | 0x83 | 0x8B | 0x8C | 0x8E | 0xCB | 0xE5 | 0xF5 | 0xFB => {
            start.iter().take(32).any(|byte| *byte == 0)
        }
        _ => false,
    }
}

/// The encoding of a text that is not UTF-8, as far as its bytes tell, by the first
/// bytes of the file and by its first row.
pub(super) fn other_encoding(start: &[u8], row: &[u8]) -> Result<Option<&'static str>, FileKind> {
    match start {
        [0xFF, 0xFE, ..] => return Ok(Some("UTF-16LE")),
        [0xFE, 0xFF, ..] => return Ok(Some("UTF-16BE")),
        _ => {}
    }
    let error = core::str::from_utf8(row).err();
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    // A text in UTF-8 may have one; nobody writes a zero.
    let is_binary = row.contains(&0) || (error.is_some() && row.iter().any(is_control));
    if is_binary {
        return if is_utf16(start) {
            Ok(Some("UTF-16"))
        } else {
            Err(FileKind::Binary)
        };
    }
    let Some(error) = error else {
        return Ok(None);
    };
    // Characters of three bytes that are right are no accident.
    let before = row.get(..error.valid_up_to()).unwrap_or_default();
    Ok(Some(
        if before.iter().any(|byte| matches!(byte, 0xE4..=0xE9)) {
            DAMAGED
        } else if is_gbk(row) {
            GBK
        } else {
            OTHER
        },
    ))
}

pub(super) const GBK: &str = "GBK";
pub(super) const DAMAGED: &str = "UTF-8 with damaged bytes";
pub(super) const OTHER: &str = "another encoding, not GBK";

/// Whether bytes are units of 16 bits of a text with ASCII in it, either way round.
fn is_utf16(start: &[u8]) -> bool {
    let (pairs, _) = start.as_chunks::<2>();
    let is_text = |read: fn([u8; 2]) -> u16| {
        let mut units = pairs.iter().map(|pair| read(*pair));
        let has_comma = units.clone().any(|unit| matches!(unit, 0x2C | 0x0A));
        // The last may be the first of a pair.
        let _ = units.next_back();
        has_comma
            && char::decode_utf16(units).all(|found| {
                found.is_ok_and(|found| !found.is_control() || matches!(found, '\t' | '\r' | '\n'))
            })
    };
    is_text(u16::from_le_bytes) || is_text(u16::from_be_bytes)
}

/// Whether all bytes beyond ASCII form characters of GBK, or of GB 18030.
fn is_gbk(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return true,
            [0..=0x80, rest @ ..]
            | [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, rest @ ..]
            | [
                0x81..=0xFE,
                b'0'..=b'9',
                0x81..=0xFE,
                b'0'..=b'9',
                rest @ ..,
            ] => rest,
            _ => return false,
        };
    }
}
