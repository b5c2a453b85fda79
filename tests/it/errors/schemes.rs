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
        case(
            SchemeTable::read(&SchemeHead::new("", "e", "s"), ""),
            "the name of the scheme is not valid",
        )
        .because("a name or number cannot be empty"),
        case(
            read("大类,code_2017\n01,\"2710\n"),
            "the quotation mark that opens a cell of the record in line 2 is not closed",
        ),
        case(
            read("门类,code_2017\n"),
            "the column \"门类\" is not known; known are 大类, 中类, 小类, 名称, \
             国民经济行业代码 (with the year of its edition), 行业名称 and 备注",
        ),
        case(
            read("大类,large,code_2017\n"),
            "the column \"large\" repeats another one; keep one of them",
        ),
        case(
            read("大类\n01"),
            "there is no column of industry codes; the header needs one such as \
             国民经济行业代码（2017）",
        ),
        case(
            read("大类,行业代码\n"),
            "the edition of the industry codes is not stated; write 国民经济行业代码（2017） \
             or name it",
        ),
        case(
            SchemeTable::read(&of_2011, "大类,行业代码2017\n"),
            "the header is of GB/T 4754-2017, but GB/T 4754-2011 was named; correct one of them",
        ),
        case(
            row("01,011,,2710,,"),
            "line 2 has more cells than the header has columns",
        ),
        case(row("甲,,,2710"), "line 2 has no valid category number")
            .because("\"甲\" is not a category number such as \"0111\""),
        case(
            row("1,,,2710\n10,,,2720"),
            "line 3 has the category 10, which is longer or shorter than 1 of the same level; \
             restore the zeros before it",
        ),
        case(
            row("01,021,,2710"),
            "line 2 has the category 021 below 01; its number must begin with that",
        ),
        case(
            row("01,,甲,2710\n01,,乙,2720"),
            "line 3 gives the category 01 another name than before",
        ),
        case(
            row(",,,2710"),
            "line 2 has no category, and none stands above it",
        ),
        case(
            row("01,,\u{200b}甲,2710"),
            "the name of a category in line 2 is not valid",
        )
        .because("\"\\u{200b}甲\" has the invisible character '\\u{200b}' as character 1"),
        case(row("01,,,2799"), "line 2 has no valid industry code")
            .because("\"2799\" is not in GB/T 4754-2017"),
        case(
            row("01,,,111"),
            "line 2 has the code \"111\", which may be 111 or have lost a zero: 0111; write the \
             letter of its section before it",
        ),
        case(row("01,,甲,"), "the table lists no industry code"),
        case(
            row("01,,,2710\n01,,,2710*"),
            "2710 is listed twice in the category 01; keep one row",
        ),
        case(
            row("01,,,27\n02,,,2710*"),
            "2710 belongs in full to the category 01 and is listed in 02; mark it with * in both, \
             or list it once",
        ),
        case(
            row("11,,,2710").and_then(|table| table.producer_services()),
            "the large category 11 is not one of the ten of producer services, 01 to 10",
        ),
    ]
}
