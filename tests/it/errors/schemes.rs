//! The errors of tables of category schemes.

use standard_land::industry::{Edition, SchemeHead, SchemeTable, SchemeTableError};

use super::{Case, case};

fn read(csv: &str) -> Result<SchemeTable, SchemeTableError> {
    SchemeTable::read(&SchemeHead::new("n", "e", "s"), csv)
}

fn row(row: &str) -> Result<SchemeTable, SchemeTableError> {
    read(&format!("大类,中类,名称,code_2017\n{row}\n"))
}

pub(super) fn tables() -> Vec<Case> {
    let of_2011 = SchemeHead::new("n", "e", "s").with_classification(Edition::E2011);
    vec![
        case(SchemeTable::read(&SchemeHead::new("", "e", "s"), "")),
        case(read("大类,code_2017\n01,\"2710\n")),
        case(read("门类,code_2017\n")),
        case(read("大类,large,code_2017\n")),
        case(read("大类\n01")),
        case(read("大类,行业代码\n")),
        case(SchemeTable::read(&of_2011, "大类,行业代码2017\n")),
        case(row("01,011,,2710,,")),
        case(row("甲,,,2710")),
        case(row("1,,,2710\n10,,,2720")),
        case(row("01,021,,2710")),
        case(row("01,,甲,2710\n01,,乙,2720")),
        case(row(",,,2710")),
        case(row("01,,\u{200b}甲,2710")),
        case(row("01,,,2799")),
        case(row("01,,,111")),
        case(row("01,,甲,")),
        case(row("01,,,2710\n01,,,2710*")),
        case(row("01,,,27\n02,,,2710*")),
        case(row("11,,,2710").and_then(|table| table.producer_services())),
    ]
}
