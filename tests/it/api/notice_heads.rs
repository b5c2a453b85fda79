//! Heads of notice files: a unit is stated, or nothing is read.

use standard_land::notice::{
    Account, Column, FileKind, FindingKind, Options, Outcome, ReadError, Reader, Record, Writer,
};
use standard_land::{Area, Language, Mode, Money};

fn read(file: &str) -> (Vec<Record>, Account) {
    let mut reader = Reader::new(file.as_bytes()).unwrap();
    let outcomes: Vec<Outcome> = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    let records = outcomes.into_iter().map(|outcome| match outcome {
        Outcome::Record(record) => *record,
        other => panic!("no record but {other:?}"),
    });
    (records.collect(), reader.account().clone())
}

fn error(file: impl AsRef<[u8]>) -> ReadError {
    Reader::new(file.as_ref()).map(|_| ()).unwrap_err()
}

#[test]
fn an_area_is_read_in_the_unit_of_its_head() {
    for (head, number, area) in [
        ("面积(公顷)", "1.4191", "1.4191 ha"),
        ("土地面积(公顷)", "2.2034", "2.2034 ha"),
        ("面积_公顷", "1.5", "1.5 ha"),
        ("面积/公顷", "1.5", "1.5 ha"),
        ("面积(单位：公顷)", "1.5", "1.5 ha"),
        ("面积，单位：公顷", "1.5", "1.5 ha"),
        ("供地总面积（公顷）：", "1.4191", "1.4191 ha"),
        ("\"面积\n（公顷）\"", "2.0333", "2.0333 ha"),
        ("Area (hectare)", "1.5", "1.5 ha"),
        ("area_ha", "1.5", "1.5 ha"),
        ("面积（亩）", "21.2865", "1.4191 ha"),
        ("出让面积【亩】", "21.2865", "1.4191 ha"),
        ("用地面积亩", "21.2865", "1.4191 ha"),
        ("出让面积(平方米)", "14191", "1.4191 ha"),
        ("出让面积（㎡）", "14191", "1.4191 ha"),
        ("土地面积(M2)", "14191", "1.4191 ha"),
        ("面积(m²)", "14191", "1.4191 ha"),
        ("area_sqm", "14191", "1.4191 ha"),
        ("占地面积（万平方米）", "3.05", "3.05 ha"),
        ("占地面积(万㎡)", "3.05", "3.05 ha"),
        ("总面积(平方公里)", "0.03", "3 ha"),
        ("供地面积(万亩)", "0.003", "2 ha"),
    ] {
        let (records, account) = read(&format!("电子监管号,{head}\nA-1,{number}\n"));
        let expected: Area = area.parse().unwrap();
        assert_eq!(records[0].area(), expected, "{head}");
        assert_eq!(records[0].printed().cell(Column::Area), number, "{head}");
        assert_eq!(account.records().area(), expected);
    }
    // The unit of a cell goes before that of the head.
    let (records, _) = read("面积（亩）\n1.4191公顷\n");
    assert_eq!(records[0].area(), "1.4191 ha".parse().unwrap());
}

#[test]
fn without_a_unit_there_is_no_area() {
    for head in [
        "area",
        "Area",
        "面积",
        "土地面积",
        "出让面积：",
        "宗地总面积",
        "面积()",
        "面积(单位)",
        "面积(坪)",
        "建设用地面积(公顷)",
        "gyMj",
        "mj",
    ] {
        // 19,854 m² must not become 19,854 ha.
        let error = error(format!("电子监管号,{head}\nA-1,19854\n"));
        assert!(
            matches!(&error, ReadError::AreaNotStated { .. }),
            "{head}: {error}"
        );
        let plain = head.trim_end_matches('：');
        assert!(
            error.to_string().contains(&format!("{plain:?} may be one")),
            "{error}"
        );
    }
    let many = error("面积,土地面积,出让面积,总面积,area\n1,1,1,1,1\n");
    let ReadError::AreaNotStated { heads } = many else {
        panic!("{many}");
    };
    assert_eq!(heads, r#""面积", "土地面积", "出让面积", "总面积", …"#);
    // What is not the area of land is not asked about.
    for head in ["总建筑面积", "floor area (m2)", "宗数", "竣工时间"] {
        let error = error(format!("{head}\n1\n"));
        assert!(matches!(&error, ReadError::NoArea { first } if first == head));
    }
}

/// Not "no column is headed …": it is, but not behind a comma.
#[test]
fn another_separator_is_named() {
    for (separator, name) in [
        ("\t", "tabs"),
        (";", "semicolons"),
        ("|", "vertical bars"),
        ("，", "full-width commas"),
        ("；", "full-width semicolons"),
    ] {
        for heads in [
            &["电子监管号", "面积(公顷)", "备注"][..],
            &["电子监管号", "面积", "备注,说明", "成交价格"],
            &["\"电子监管号\"", "\"面积(公顷)\""],
            &["序号", "电子监管号", "用途"],
        ] {
            let file = format!("{}\n1\n", heads.join(separator));
            let error = error(&file);
            assert_eq!(
                error,
                ReadError::OtherSeparator { separator: name },
                "{file}"
            );
            assert!(error.to_string().contains(name) && error.to_string().contains("CSV"));
        }
    }
    // A mark in a head separates nothing.
    assert!(matches!(error("甲;乙\n"), ReadError::NoArea { .. }));
    let error = error("电子监管号,面积|亩,备注\n");
    assert!(matches!(error, ReadError::AreaNotStated { .. }), "{error}");
}

#[test]
fn a_price_is_read_in_the_unit_of_its_head_or_not_at_all() {
    for (head, number) in [
        ("成交价格(万元)", "144"),
        ("成交价(万元)", "144"),
        ("成交价格万元", "144"),
        ("出让价款（元）", "1440000"),
        ("总成交金额(亿元)", "0.0144"),
        ("price (yuan)", "1440000"),
    ] {
        let (records, account) = read(&format!("面积(公顷),{head}\n1.5,{number}\n"));
        let expected: Money = "144万元".parse().unwrap();
        assert_eq!(records[0].price(), Some(expected), "{head}");
        assert!(!account.columns().absent().any(|it| it == Column::Price));
    }
    for head in [
        "成交价格",
        "成交价",
        "price",
        "成交价(元/平方米)",
        "起始价(万元)",
    ] {
        let file = format!("面积(公顷),{head}\n1.5,144\n1.6,\n");
        let (records, account) = read(&file);
        assert_eq!(records[0].price(), None);
        // Nobody says that there is no price.
        assert_eq!(account.count(FindingKind::NoPrice), 0, "{head}");
        assert!(account.columns().unused().any(|it| it.head() == head));
        let not_stated = u64::from(!head.contains('('));
        assert_eq!(account.count(FindingKind::UnitNotStated), not_stated);
    }
    // A zero is not a price, whatever its unit.
    let (records, account) = read("面积(公顷),成交价格(万元)\n1.5,0.00元\n");
    assert_eq!(records[0].price(), None);
    assert_eq!(account.count(FindingKind::NoPrice), 1);
}

#[test]
fn an_absent_column_is_one_finding_of_the_file() {
    let file = "面积(公顷),成交价格\n1.5,1\n1.6,2\n1.7,3\n";
    let (records, account) = read(file);
    for record in &records {
        assert_eq!(record.findings(), []);
    }
    // Of 22 columns one is read, and the head of another has no unit.
    assert_eq!(account.count(FindingKind::AbsentColumn), 20);
    assert_eq!(account.count(FindingKind::UnitNotStated), 1);
    let findings: Vec<_> = account.columns().findings().collect();
    assert_eq!(findings.len(), 21);
    let price = findings.iter().find(|it| it.column == Some(Column::Price));
    assert_eq!(price.unwrap().kind, FindingKind::UnitNotStated);

    // With the columns, each row says what it lacks.
    let file = "面积(公顷),成交价格(万元),电子监管号,行业分类,土地使用权人\n1.5\n1.6\n";
    let (_, account) = read(file);
    for kind in [
        FindingKind::NoPrice,
        FindingKind::NoNumber,
        FindingKind::NoIndustry,
        FindingKind::NoHolder,
    ] {
        assert_eq!(account.count(kind), 2, "{kind}");
    }
}

#[test]
fn the_account_lists_the_columns() {
    let file = "序号,电子监管号,用地面积（平方米）,用地面积（亩）,面积(公顷),成交价\n\
                1,A-1,14191,21.2865,1.4191,144\n";
    let (records, account) = read(file);
    // One leads; numbers in other units are not compared as texts.
    assert_eq!(records[0].area(), "1.4191 ha".parse().unwrap());
    assert_eq!(account.count(FindingKind::ColumnsDisagree), 0);
    let columns = account.columns().to_string();
    let lines: Vec<&str> = columns.lines().collect();
    assert_eq!(
        lines[0],
        "columns     电子监管号, 用地面积(平方米) as 面积 in m²"
    );
    assert!(
        lines[1].starts_with("  absent    行政区, 项目名称, "),
        "{columns}"
    );
    assert_eq!(
        lines[2],
        "  not used  序号 (unknown-head), 用地面积(亩) (read-elsewhere), \
         面积(公顷) (read-elsewhere), 成交价 (unit-not-stated)"
    );
    assert!(account.to_string().contains(&columns));

    // What is not used can be kept.
    let options = Options::default().keep_unknown(true);
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let Some(Ok(Outcome::Record(record))) = reader.next() else {
        panic!("a record");
    };
    let kept: Vec<_> = record.printed().unknown().collect();
    assert_eq!(
        kept,
        [
            ("序号", "1"),
            ("用地面积(亩)", "21.2865"),
            ("面积(公顷)", "1.4191"),
            ("成交价", "144"),
        ]
    );
}

#[test]
fn what_was_read_in_other_units_is_written_with_them() {
    let file = "电子监管号,面积（亩）,成交价格(元)\n\
                A-1,21.2865,1440000\n\
                A-2,３０.5 ,0\n\
                A-3,2公顷,--\n";
    let (records, _) = read(file);
    let mut writer = Writer::new(Vec::new()).unwrap();
    for record in &records {
        writer.write(record.printed()).unwrap();
    }
    let written = String::from_utf8(writer.finish().unwrap()).unwrap();
    assert!(
        written.contains(",A-1,,,21.2865亩,,,,,,,1440000元,"),
        "{written}"
    );
    assert!(written.contains(",A-3,,,2公顷,,,,,,,--,"), "{written}");
    let (again, _) = read(&written);
    assert_eq!(again.len(), 3);
    for (again, first) in again.iter().zip(&records) {
        assert_eq!(again.area(), first.area());
        assert_eq!(again.price(), first.price());
    }
}

#[test]
fn what_is_no_table_of_text_is_called_what_it_is() {
    let dbf: &[u8] =
        b"\x03\x7c\x05\x0a\x10\0\0\0\xc1\0\x52\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x4d\0\0";
    let foxpro: &[u8] = b"\x30\x7c\x05\x11\x10\0\0\0\x68\x02\x52\0\0\0\0\0";
    for (start, kind, word) in [
        (
            b"PK\x03\x04\x14\0\x06\0\n".as_slice(),
            FileKind::ZippedWorkbook,
            "workbook (.xlsx",
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            FileKind::CompoundWorkbook,
            "workbook (.xls,",
        ),
        (
            b"\x09\x08\x10\0\0\x06\x05\0\x0a\x0d",
            FileKind::EarlyWorkbook,
            "early version of Excel",
        ),
        (
            b"\x09\x04\x06\0\0\x04\x10\0",
            FileKind::EarlyWorkbook,
            "early version of Excel",
        ),
        (b"\x1F\x8B\x08\0\0\0\0\0", FileKind::Gzip, "gzip"),
        (b"Rar!\x1A\x07\x01\0", FileKind::Rar, "RAR"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", FileKind::SevenZip, "7z"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", FileKind::Image, "PNG"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", FileKind::Image, "JPEG"),
        (b"GIF89a\x01\0", FileKind::Image, "GIF"),
        (b"%PDF-1.7\n", FileKind::Pdf, "PDF"),
        (dbf, FileKind::Dbf, "dBase"),
        (foxpro, FileKind::Dbf, "FoxPro"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;",
            FileKind::WebArchive,
            "MHTML",
        ),
        (b"{\\rtf1\\ansi\\ansicpg936", FileKind::Rtf, "RTF"),
        (b"[{\"mj\":1.5}]", FileKind::Json, "JSON"),
        (b"\n <!DOCTYPE HTML>\n", FileKind::Markup, "web page"),
        (b"<table border=1>", FileKind::Markup, "web page"),
        (b"<HTML xmlns:x=\"\">", FileKind::Markup, "web page"),
        (
            b"\xEF\xBB\xBF<div><table><tr><td>",
            FileKind::Markup,
            "web page",
        ),
        (b"SQLite format 3\0\x10\0", FileKind::Binary, "not a text"),
        (b"\x7fELF\x02\x01\x01\0\0", FileKind::Binary, "not a text"),
        (
            b"\0\x01\0\0Standard Jet DB\0",
            FileKind::Binary,
            "not a text",
        ),
        (b"\xFD7zXZ\0\0\x04", FileKind::Binary, "not a text"),
    ] {
        let error = error(start);
        assert_eq!(error, ReadError::NotText { kind }, "{start:?}");
        let text = error.to_string();
        assert!(text.contains(word), "{text}");
        assert!(
            text.contains("as CSV in UTF-8") || text.contains("unpack it"),
            "{text}"
        );
        let chinese = error.describe(Language::Chinese).to_string();
        assert!(
            chinese.starts_with("文件是") || chinese.starts_with("文件不是文本"),
            "{chinese}"
        );
        assert!(chinese.contains('请'), "{chinese}");
    }
    // `<` alone is a character.
    assert!(matches!(error("<甲>,乙\n"), ReadError::NoArea { .. }));

    let utf16 = |encode: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        let text = format!("{mark}number,area (ha)\nA-1,1\n");
        text.encode_utf16().flat_map(encode).collect()
    };
    for (file, likely) in [
        (utf16(u16::to_le_bytes, "\u{feff}"), "UTF-16LE"),
        (utf16(u16::to_be_bytes, "\u{feff}"), "UTF-16BE"),
        (utf16(u16::to_le_bytes, ""), "UTF-16"),
    ] {
        assert_eq!(error(file), ReadError::NotUtf8 { likely });
    }
}

/// A text in GBK is called one, and nothing else is.
#[test]
fn what_cannot_be_gbk_is_not_called_so() {
    let gbk = error(b"\xc3\xe6\xbb\xfd\n1\n");
    assert_eq!(gbk, ReadError::NotUtf8 { likely: "GBK" });
    let hint = if cfg!(feature = "gbk") {
        "(`GbkReader` reads GBK)"
    } else {
        "with the feature `gbk`"
    };
    assert!(gbk.to_string().contains(hint), "{gbk}");
    let chinese = gbk.describe(Language::Chinese).to_string();
    assert!(chinese.contains("GbkReader"), "{chinese}");
    for (file, word) in [
        // A byte was lost in a text of UTF-8.
        (
            &b"\xe9\x9d\xa2\xe7\xa7\xaf(\xe5\x85,\xe5\xa4\x87\n"[..],
            "damaged bytes",
        ),
        // Latin-1, and what ends within a character.
        (b"fl\xe4che,\xfc ber\n", "not GBK"),
        (b"area\xff\xff,number\n", "not GBK"),
        (b"area,number\xe4\n", "not GBK"),
    ] {
        let error = error(file);
        assert!(matches!(error, ReadError::NotUtf8 { .. }), "{error}");
        let text = error.to_string();
        assert!(text.contains(word) && !text.contains("GbkReader"), "{text}");
        let chinese = error.describe(Language::Chinese).to_string();
        assert!(!chinese.contains("GbkReader"), "{chinese}");
        assert!(
            !chinese.contains("not GBK") && !chinese.contains("damaged"),
            "{chinese}"
        );
    }
}

/// A line for spreadsheets, in front of the header.
#[test]
fn a_line_that_names_the_separator_is_no_header() {
    for line in [
        "sep=,\n",
        "sep=,\r\n",
        "SEP=,\n",
        "\u{feff}sep=,\n",
        "\"sep=,\"\n",
    ] {
        let (records, account) = read(&format!("{line}电子监管号,面积(公顷)\nA-1,1.5\n"));
        assert_eq!(records.len(), 1, "{line:?}");
        assert_eq!(account.columns().used().count(), 2);
    }
    for (line, separator) in [
        ("sep=;\n", "semicolons"),
        ("sep=\t\r\n", "tabs"),
        ("\"sep=|\"\n", "vertical bars"),
        ("sep=^\n", "another mark"),
    ] {
        let error = error(format!("{line}电子监管号;面积(公顷)\nA-1;1.5\n"));
        assert_eq!(error, ReadError::OtherSeparator { separator }, "{line:?}");
    }
    assert_eq!(error("sep=,\n"), ReadError::Empty);
    assert_eq!(error("sep=,"), ReadError::Empty);
    // Byte by byte as well.
    let file = "sep=,\n面积(公顷),备注\n1.5,甲\n";
    let mut reader = Reader::new(Dribble(file.as_bytes())).unwrap();
    assert_eq!(reader.by_ref().count(), 1);
    assert_eq!(reader.account().records().parcels(), 1);
    let error = Reader::new(Dribble(b"\x89PNG\r\n\x1A\n"))
        .map(drop)
        .unwrap_err();
    let kind = FileKind::Image;
    assert_eq!(error, ReadError::NotText { kind });
}

/// Gives one byte at a time.
struct Dribble<'a>(&'a [u8]);

impl std::io::Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let (Some(slot), Some((first, rest))) = (buffer.first_mut(), self.0.split_first()) else {
            return Ok(0);
        };
        *slot = *first;
        self.0 = rest;
        Ok(1)
    }
}

#[test]
fn a_head_is_matched_without_marks_in_it() {
    for head in [
        "面\"积(公顷)",
        "面积\"(公顷)",
        "面积(公顷\")",
        "“面积”（公顷）",
        "\"面积\"(公顷)",
    ] {
        let (records, account) = read(&format!("电子监管号,{head}\nA-1,1.5\n"));
        assert_eq!(records[0].area(), "1.5 ha".parse().unwrap(), "{head}");
        let is_odd = head.matches('"').count() % 2 == 1 || head.starts_with('"');
        assert_eq!(
            account.count(FindingKind::StrayQuote),
            u64::from(is_odd),
            "{head}"
        );
    }
    assert_eq!(Column::of_header("项目\"名称"), Some(Column::Project));
}

#[test]
fn totals_and_what_is_too_fine_go_by_the_unit_of_the_head() {
    let file = "电子监管号,项目名称,面积（亩）\n\
                1411212012B00017,厂房,21.2865\n\
                1411212012B00018,仓库,7.65\n\
                ,合计,28.94\n\
                1411212012B00019,仓库,7.650000001\n";
    let mut reader = Reader::new(file.as_bytes()).unwrap();
    let outcomes: Vec<Outcome> = reader.by_ref().map(Result::unwrap).collect();
    let [_, _, Outcome::Total(total), Outcome::Rejected(rejection)] = &outcomes[..] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(total.area(), Some("28.94亩".parse().unwrap()));
    assert_eq!(reader.account().count(FindingKind::TotalAgrees), 1);
    let excess = rejection.area_excess().unwrap();
    assert_eq!(excess.to_string(), "1/10");

    let options = Options::default().round_areas(Mode::HalfUp);
    let reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let Some(Ok(Outcome::Record(record))) = reader.last() else {
        panic!("a record");
    };
    assert_eq!(record.area(), "7.65亩".parse().unwrap());
    assert_eq!(record.area_lost().unwrap().to_string(), "1/10");
}
