//! What the errors of this module say.

use super::{ReadError, RecordError, file_kind};
use crate::allocation::AllocationError;
use crate::parcel::ParcelError;
use crate::register::RegisterError;
use crate::text::{LabelError, explain};

explain! {
    ReadError;
    Self::Io { kind: _, message } => "notice-io",
        en("the file cannot be read or written: {message}"),
        zh("文件无法读写：{message}");
    Self::Empty => "notice-empty",
        en("the file is empty; its first line has to be the heads of its columns"),
        zh("文件为空，首行应为列标题");
    Self::NotText { kind } => "notice-not-text",
        en("{}", kind.advice()), zh("{}", kind.advice_zh());
    Self::NotUtf8 { likely } => "notice-not-utf8",
        en(
            "the header is not UTF-8; it is likely {likely}: save the file as CSV in UTF-8{}",
            hint(likely)
        ),
        zh(
            "首行不是UTF-8编码，可能是{}；请另存为UTF-8编码的CSV文件{}",
            likely_zh(likely),
            hint_zh(likely)
        );
    Self::OtherSeparator { separator } => "notice-other-separator",
        en("the heads are separated by {separator}, not by commas; save the file as CSV with commas"),
        zh("列标题以{}而非逗号分隔，请另存为以逗号分隔的CSV文件", separator_zh(separator));
    Self::NoArea { first } => "notice-no-area",
        en(
            "no column is headed as an area, such as 面积(公顷), 面积(亩) or 面积(平方米); the first \
             is headed {first:?}"
        ),
        zh("没有面积列，应有“面积(公顷)”“面积(亩)”或“面积(平方米)”；首列标题为{first:#}");
    Self::AreaNotStated { heads } => "notice-area-unit-not-stated",
        en(
            "no column is headed as an area with its unit, but {heads} may be one: head it \
             面积(公顷), 面积(亩) or 面积(平方米), whichever is right"
        ),
        zh("面积列没有写明单位（可能是{heads}），请按实际改为“面积(公顷)”“面积(亩)”或“面积(平方米)”");
}

explain! {
    RecordError,
    from LabelError => Label,
    from ParcelError => Parcel,
    from AllocationError => Allocation,
    from RegisterError => Register;
    Self::Label(source) => "record-label", as source.as_ref();
    Self::Parcel(source) => "record-parcel", field source.field().unwrap_or("parcel"), as source.as_ref();
    Self::Allocation(source) => "record-allocation", field source.field().unwrap_or("allocation"), as source.as_ref();
    Self::Register(source) => "record-register", field source.field().unwrap_or("register"), as source.as_ref();
}

/// What reads an encoding without saving the file anew.
fn hint(likely: &str) -> &'static str {
    match likely {
        file_kind::GBK if cfg!(feature = "gbk") => " (`GbkReader` reads GBK)",
        file_kind::GBK => " (with the feature `gbk`, `GbkReader` reads GBK)",
        _ => "",
    }
}

/// The same in Chinese.
fn hint_zh(likely: &str) -> &'static str {
    match likely {
        file_kind::GBK if cfg!(feature = "gbk") => "，或用GbkReader读取",
        file_kind::GBK => "，或启用gbk特性，用GbkReader读取",
        _ => "",
    }
}

/// An encoding in Chinese.
fn likely_zh(likely: &str) -> &str {
    match likely {
        file_kind::DAMAGED => "字节受损的UTF-8",
        file_kind::OTHER => "GBK以外的其他编码",
        other => other,
    }
}

/// The same in Chinese.
fn separator_zh(separator: &str) -> &str {
    match separator {
        "tabs" => "制表符",
        "semicolons" => "分号",
        "vertical bars" => "竖线",
        "full-width commas" => "全角逗号",
        "full-width semicolons" => "全角分号",
        "another mark" => "其他符号",
        other => other,
    }
}
