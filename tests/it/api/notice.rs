//! Published results of land supply: headers, cells, findings, repeats.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use standard_land::allocation::{Milestone, SupplyMethod};
use standard_land::industry::Edition;
use standard_land::notice::{
    Account, Column, FindingKind, IndustryLabel, LabelReading, Options, Outcome, PrintedRow,
    ReadError, Reader, Record, Severity, Writer,
};
use standard_land::{Area, CreditCode, Enterprise, LabelError, Money, Parcel, Register, Tally};

/// A usual row, as cells by column.
const USUAL: [(Column, &str); 22] = [
    (Column::Division, "文水县"),
    (Column::SupervisionNumber, "1411212012B00017"),
    (Column::Project, "年产6万吨项目"),
    (Column::Location, "文水县南安镇"),
    (Column::Area, "1.419100"),
    (Column::LandSource, "0.000000"),
    (Column::LandUse, "工业用地"),
    (Column::Method, "挂牌出让"),
    (Column::Term, "50"),
    (Column::Industry, "化学原料及化学制品制造业"),
    (Column::Grade, "未评估地区"),
    (Column::Price, "144.0000"),
    (Column::Holder, "山西鑫海化工有限公司"),
    (Column::FloorAreaRatioMin, "0.60"),
    (Column::FloorAreaRatioMax, "1.20"),
    (Column::AgreedHandover, "2012年02月29日"),
    (Column::AgreedStart, "2012年03月31日"),
    (Column::AgreedCompletion, "2013年03月31日"),
    (Column::ActualStart, ""),
    (Column::ActualCompletion, ""),
    (Column::ApprovedBy, "文水县"),
    (Column::Signed, "2012年02月29日"),
];

/// The usual row with some cells changed, as a file.
fn file_with(changes: &[(Column, &str)]) -> String {
    let header: Vec<&str> = USUAL.iter().map(|(column, _)| column.head()).collect();
    let mut file = header.join(",");
    file.push('\n');
    let cells: Vec<String> = USUAL
        .iter()
        .map(|(column, usual)| {
            let change = changes.iter().find(|(changed, _)| changed == column);
            let cell = change.map_or(*usual, |(_, cell)| cell);
            format!("\"{}\"", cell.replace('"', "\"\""))
        })
        .collect();
    writeln!(file, "{}", cells.join(",")).unwrap();
    file
}

fn read(file: &str) -> (Vec<Outcome>, Account) {
    read_with(file, Options::default())
}

fn read_with(file: &str, options: Options) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

fn one_record(file: &str) -> Record {
    match read(file).0.pop() {
        Some(Outcome::Record(record)) => *record,
        other => panic!("no record but {other:?}"),
    }
}

fn kinds(record: &Record) -> Vec<FindingKind> {
    record
        .findings()
        .iter()
        .map(|finding| finding.kind)
        .collect()
}

#[test]
fn the_usual_row_is_understood_in_full() {
    let record = one_record(&file_with(&[]));
    assert_eq!(kinds(&record), []);
    assert_eq!(record.id().unwrap().as_str(), "1411212012B00017");
    assert_eq!(record.division().unwrap().name(), Some("文水县"));
    assert_eq!(record.area(), "1.4191 ha".parse().unwrap());
    assert_eq!(
        record.land_use().unwrap().to_string(),
        "GB/T 21010-2007 061"
    );
    assert_eq!(record.method(), Some(SupplyMethod::ListingGrant));
    assert_eq!(record.term(), Some("50年".parse().unwrap()));
    assert_eq!(record.industry().unwrap().to_string(), "GB/T 4754-2002 26");
    let carried = record.industry_carried_to(Edition::E2017).unwrap();
    assert_eq!(carried.smallest_code(), Some("26".parse().unwrap()));
    assert_eq!(record.price(), Some("144万元".parse::<Money>().unwrap()));
    assert_eq!(record.floor_area_ratio_min().unwrap().to_string(), "0.60");
    assert_eq!(record.floor_area_ratio_max().unwrap().to_string(), "1.20");
    let signed = record.dates().get(Milestone::Signed).unwrap();
    assert_eq!(signed.to_string(), "2012-02-29");
    let holders: Vec<&str> = record.holders().collect();
    assert_eq!(holders, ["山西鑫海化工有限公司"]);
    for (column, cell) in USUAL {
        assert_eq!(record.printed().cell(column), cell);
    }
}

/// A change to the usual row, and what is found in which column.
const FOUND: [(Column, &str, FindingKind); 29] = [
    (Column::Area, "１.4191", FindingKind::FullWidthDigits),
    (Column::SupervisionNumber, "", FindingKind::NoNumber),
    (Column::SupervisionNumber, "Nah", FindingKind::NoNumber),
    (
        Column::SupervisionNumber,
        "141121-7",
        FindingKind::UnusualNumber,
    ),
    (
        Column::SupervisionNumber,
        "文水2012",
        FindingKind::NoDivision,
    ),
    (
        Column::SupervisionNumber,
        "1499022011B00197",
        FindingKind::UnknownDivision,
    ),
    (Column::LandUse, "无此用地", FindingKind::UnknownLandUse),
    (Column::Method, "赠与", FindingKind::UnknownMethod),
    (Column::Industry, "其它", FindingKind::UnmatchedIndustry),
    (Column::Industry, "\u{a0}", FindingKind::NoIndustry),
    (Column::Term, "商服40年;住宅70年;", FindingKind::TermPerUse),
    (Column::Term, "0", FindingKind::NoTerm),
    (Column::Term, "终止日期2050年", FindingKind::UnreadableTerm),
    (Column::Price, "", FindingKind::NoPrice),
    (Column::Price, "0.00", FindingKind::NoPrice),
    (Column::Price, "面议", FindingKind::UnreadablePrice),
    (
        Column::Price,
        "3615960309.0000",
        FindingKind::PriceOutOfScale,
    ),
    (Column::FloorAreaRatioMax, "0.00", FindingKind::NoUpperLimit),
    (
        Column::FloorAreaRatioMin,
        "2.00",
        FindingKind::LimitsReversed,
    ),
    (Column::FloorAreaRatioMin, "x", FindingKind::UnreadableLimit),
    (
        Column::AgreedHandover,
        "1900年01月01日",
        FindingKind::SentinelDate,
    ),
    (
        Column::AgreedHandover,
        "1901/1/2",
        FindingKind::SentinelDate,
    ),
    (
        Column::AgreedCompletion,
        "3014年03月31日",
        FindingKind::ImpossibleYear,
    ),
    (
        Column::AgreedCompletion,
        "2013年02月30日",
        FindingKind::UnreadableDate,
    ),
    (
        Column::AgreedCompletion,
        "明年",
        FindingKind::UnreadableDate,
    ),
    (
        Column::AgreedCompletion,
        "2012年03月30日",
        FindingKind::DatesOutOfOrder,
    ),
    (Column::Holder, "--", FindingKind::NoHolder),
    (Column::Holder, "甲公司、乙公司", FindingKind::JointHolders),
    (
        Column::Holder,
        "甲公司\u{3000}乙公司",
        FindingKind::JointHolders,
    ),
];

#[test]
fn every_oddity_is_found_where_it_is() {
    for (column, cell, kind) in FOUND {
        let record = one_record(&file_with(&[(column, cell)]));
        let found: Vec<_> = record
            .findings()
            .iter()
            .filter(|finding| finding.kind == kind)
            .collect();
        assert_eq!(found.len(), 1, "{column} {cell:?}: {:?}", record.findings());
        assert_eq!(found[0].column, Some(column));
        // What was printed is kept to the letter.
        assert_eq!(record.printed().cell(column), cell);
    }
}

#[test]
fn rows_that_cannot_be_counted_say_why() {
    let rejections = [
        (Column::Area, "", FindingKind::NoArea),
        (Column::Area, "0.000000", FindingKind::ZeroArea),
        (Column::Area, "0公顷", FindingKind::ZeroArea),
        (Column::Area, "--", FindingKind::NoArea),
        (Column::Area, "1.4.1", FindingKind::UnreadableArea),
        (Column::Area, "-1", FindingKind::NegativeArea),
        (Column::Area, "－1.5亩", FindingKind::NegativeArea),
        (Column::Area, "1e3", FindingKind::UnreadableArea),
        (Column::Area, "0.0000000001", FindingKind::AreaTooPrecise),
        (
            Column::Area,
            "0.30000000000000004公顷",
            FindingKind::AreaTooPrecise,
        ),
        (Column::Area, "99999999999999", FindingKind::AreaOutOfScale),
    ];
    for (column, cell, kind) in rejections {
        let (outcomes, account) = read(&file_with(&[(column, cell)]));
        let [Outcome::Rejected(rejection)] = &outcomes[..] else {
            panic!("{cell:?} was not rejected: {outcomes:?}");
        };
        assert_eq!(rejection.reason().kind, kind, "{cell:?}");
        assert_eq!(rejection.reason().kind.severity(), Severity::Rejects);
        assert_eq!(rejection.printed().cell(column), cell);
        assert_eq!(account.rejected(), 1);
        assert_eq!(account.count(kind), 1);
        assert_eq!(account.records(), Tally::default());
    }
}

#[test]
fn broken_and_endless_rows_are_counted_too() {
    let head = "电子监管号,面积(公顷)\n";
    let mut file = head.as_bytes().to_vec();
    file.extend(b"\xff\xfe,1.5\n1411212012B00017,1.5\n");
    let mut reader = Reader::new(file.as_slice()).unwrap();
    assert_eq!(reader.by_ref().filter_map(Result::ok).count(), 2);
    assert_eq!(reader.account().count(FindingKind::NotUtf8), 1);
    assert_eq!(reader.account().records().parcels(), 1);

    // Areas that no total can hold: the row that would overflow is refused.
    let file = format!("{head}A,12000000000\nB,12000000000\nC,1\n");
    let (_, account) = read(&file);
    assert_eq!(account.count(FindingKind::AreaOutOfScale), 1);
    assert_eq!(account.records().parcels(), 2);
    assert_eq!(account.rejected(), 1);

    let long = format!("{head}A,{}\n", "1".repeat(17 << 20));
    assert_eq!(read(&long).1.count(FindingKind::RowTooLong), 1);
}

#[test]
fn every_kind_of_finding_is_produced_by_some_test() {
    let mut seen: BTreeSet<FindingKind> = FOUND.iter().map(|(.., kind)| *kind).collect();
    // Those with a test of their own, in this file or in `stray_quotes`.
    seen.extend([
        FindingKind::NotUtf8,
        FindingKind::RowTooLong,
        FindingKind::StrayQuote,
        FindingKind::NoArea,
        FindingKind::ZeroArea,
        FindingKind::NegativeArea,
        FindingKind::AreaTooPrecise,
        FindingKind::UnreadableArea,
        FindingKind::AreaOutOfScale,
        FindingKind::TooFewCells,
        FindingKind::TooManyCells,
        FindingKind::ColumnsDisagree,
        FindingKind::NumberReused,
        // Those with a test in `notice_heads`.
        FindingKind::AbsentColumn,
        FindingKind::UnitNotStated,
        // Those with a test in `notice_rows`.
        FindingKind::AreaRounded,
        FindingKind::TotalAgrees,
        FindingKind::TotalDiffers,
        FindingKind::TotalNotJudged,
        FindingKind::NumberComputed,
        FindingKind::LabelledTotal,
        FindingKind::AlikeWithoutNumber,
        // Those with a test in `areas` and in `repeats`.
        FindingKind::AreaElsewhere,
        FindingKind::AreasDisagree,
        FindingKind::NumberSplit,
        FindingKind::NumberDamaged,
    ]);
    assert_eq!(seen, FindingKind::ALL.iter().copied().collect());
}

#[test]
fn headers_are_found_however_they_are_set() {
    let headers = [
        "面积(公顷)",
        "面积（公顷）",
        "面积（公顷）：",
        " 面积 (公顷): ",
        "\u{feff}面积(公顷)",
    ];
    for header in headers {
        let record = one_record(&format!("{header},电子监管号\n1.5,A-1\n"));
        assert_eq!(record.area(), "1.5 ha".parse().unwrap(), "{header:?}");
    }
    for column in Column::ALL {
        assert_eq!(Column::of_header(column.head()), Some(*column));
        assert_eq!(
            Column::of_header(&format!("{}：", column.head())),
            Some(*column)
        );
    }
}

#[test]
fn headers_that_stand_twice_and_unknown_ones() {
    let file = "电子监管号,面积(公顷),面积（公顷）,备注\nA-1,1.5,1.5,甲\nA-2,1.5,2.5,乙\n";
    let (outcomes, account) = read(file);
    assert_eq!(account.count(FindingKind::ColumnsDisagree), 1);
    assert_eq!(account.records().to_string(), "2 parcels, 3 ha");
    let Outcome::Record(record) = &outcomes[1] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(record.printed().unknown().count(), 0);

    let (outcomes, _) = read_with(file, Options::default().keep_unknown(true));
    let Outcome::Record(record) = &outcomes[1] else {
        panic!("{outcomes:?}");
    };
    let unknown: Vec<_> = record.printed().unknown().collect();
    assert_eq!(unknown, [("备注", "乙")]);

    let columns = account.columns();
    let unused: Vec<String> = columns.unused().map(ToString::to_string).collect();
    assert_eq!(
        unused,
        ["面积(公顷) (read-elsewhere)", "备注 (unknown-head)"]
    );
    assert_eq!(columns.used().count(), 2);
}

#[test]
fn rows_with_fewer_or_more_cells_than_the_header() {
    let file = "电子监管号,面积(公顷),项目名称\nA-1,1.5\nA-2,1.5,甲,\nA-3,1.5,甲,乙\n";
    let (_, account) = read(file);
    assert_eq!(account.records().parcels(), 3);
    assert_eq!(account.count(FindingKind::TooFewCells), 1);
    assert_eq!(account.count(FindingKind::TooManyCells), 1);
}

#[test]
fn exact_repeats_collapse_and_reused_numbers_do_not() {
    let head = "电子监管号,面积(公顷)\n";
    let (outcomes, account) = read(&format!(
        "{head}A-00000001,1.5\nA-00000001,2.5\nA-00000001,1.5\nA-00000001,2.5\n"
    ));
    assert_eq!(account.records().to_string(), "2 parcels, 4 ha");
    assert_eq!(account.repeats().to_string(), "2 parcels, 4 ha");
    assert_eq!(account.count(FindingKind::NumberReused), 1);
    let Outcome::Record(second) = &outcomes[1] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(second.same_number_as(), Some(1));
    let firsts: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| match outcome {
            Outcome::Repeat(repeat) => Some((repeat.row, repeat.first)),
            _ => None,
        })
        .collect();
    assert_eq!(firsts, [(3, 1), (4, 2)]);

    // The caller's policy decides: a register refuses the second of a number.
    let mut register = Register::new();
    let head = "电子监管号,面积(公顷),土地使用权人\n";
    let (outcomes, _) = read(&format!(
        "{head}A-00000001,1.5,甲公司\nA-00000001,2.5,甲公司\n"
    ));
    let results: Vec<bool> = outcomes
        .iter()
        .map(|outcome| match outcome {
            Outcome::Record(record) => record.add_to(&mut register).is_ok(),
            _ => false,
        })
        .collect();
    assert_eq!(results, [true, false]);
    assert_eq!(
        Tally::of(register.grants()).unwrap().to_string(),
        "1 parcel, 1.5 ha"
    );
}

#[test]
fn a_record_goes_into_a_register_whole_or_not_at_all() {
    let named = Enterprise::new("山西鑫海化工有限公司".parse().unwrap());
    let code: CreditCode = "91140106713678575D".parse().unwrap();
    let mut taken = Register::new();
    taken.add_enterprise(named.with_code(code)).unwrap();
    let mut parcel = Register::new();
    let same_number = Parcel::new("1411212012B00017".parse().unwrap(), Area::MAX).unwrap();
    parcel.add_parcel(same_number).unwrap();

    let record = one_record(&file_with(&[]));
    for mut register in [taken, parcel] {
        let before = register.clone();
        assert!(record.add_to(&mut register).is_err());
        assert_eq!(register, before);
    }
    let mut register = Register::new();
    record.add_to(&mut register).unwrap();
    assert_eq!(
        register.to_string(),
        "1 parcels, 1 enterprises, 1 allocations, 0 blocks"
    );
    assert!(record.add_to(&mut register).is_err());

    let nobody = one_record(&file_with(&[(Column::Holder, "--")]));
    assert_eq!(nobody.enterprise(), Err(LabelError::Empty.into()));
}

#[test]
fn rows_whose_cells_join_to_one_text_are_not_repeats() {
    let head = "项目名称,项目位置,面积(公顷),批准单位\n";
    let (_, account) = read(&format!("{head}甲乙,丙,1.5,丁\n甲,乙丙,1.5,丁\n"));
    assert_eq!(account.records().parcels(), 2);
}

#[test]
fn a_character_cut_in_two_by_a_comma_is_no_text() {
    let mut file = "项目名称,项目位置,面积(公顷)\n".as_bytes().to_vec();
    let [first, rest @ ..] = "甲".as_bytes() else {
        panic!("a character of three bytes");
    };
    file.push(*first);
    file.push(b',');
    file.extend(rest);
    file.extend(b",1.5\n");
    let mut reader = Reader::new(file.as_slice()).unwrap();
    assert_eq!(reader.by_ref().count(), 1);
    assert_eq!(reader.account().count(FindingKind::NotUtf8), 1);
}

#[test]
fn without_looking_for_repeats_every_row_stands_for_itself() {
    let file = "电子监管号,面积(公顷)\nA-1,1.5\nA-1,1.5\n";
    let (_, account) = read_with(file, Options::default().find_repeats(false));
    assert_eq!(account.records().parcels(), 2);
    assert_eq!(account.repeats(), Tally::default());
}

#[test]
fn the_greatest_price_is_the_callers() {
    let file = file_with(&[]);
    let dear = "1 CNY".parse::<Money>().unwrap();
    let limit = dear.per("1 ha".parse::<Area>().unwrap()).unwrap();
    let (_, account) = read_with(&file, Options::default().with_greatest_price(limit));
    assert_eq!(account.count(FindingKind::PriceOutOfScale), 1);
    assert_eq!(read(&file).1.count(FindingKind::PriceOutOfScale), 0);
}

#[test]
fn dates_are_read_in_every_form_that_is_published() {
    for cell in [
        "2012年03月31日",
        "2012年3月31日",
        "2012/3/31",
        "2012-03-31",
        "2012/3/31 10:59:31",
        "2012年03月31日09时00分",
        "２０１２年03月31日",
    ] {
        let record = one_record(&file_with(&[(Column::AgreedStart, cell)]));
        let start = record.dates().get(Milestone::AgreedStart).unwrap();
        assert_eq!(start.to_string(), "2012-03-31", "{cell}");
    }
}

#[test]
fn a_file_that_is_none_says_why() {
    let error = |file: &[u8]| Reader::new(file).map(|_| ()).unwrap_err();
    assert_eq!(error(b""), ReadError::Empty);
    assert_eq!(error(b"\xef\xbb\xbf\r\n\n"), ReadError::Empty);
    assert!(
        matches!(error("行政区\n".as_bytes()), ReadError::NoArea { first } if first == "行政区")
    );
    // 面积 in GBK, and a byte-order mark of UTF-16.
    let gbk = error(b"\xc3\xe6\xbb\xfd\n");
    assert!(matches!(gbk, ReadError::NotUtf8 { likely: "GBK" }), "{gbk}");
    let utf16 = error(b"\xff\xfeb\x97\n");
    assert!(
        matches!(utf16, ReadError::NotUtf8 { likely: "UTF-16LE" }),
        "{utf16}"
    );
}

#[test]
fn a_source_that_fails_ends_the_reading() {
    struct Fails(usize);
    impl std::io::Read for Fails {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            if self.0 > 1 {
                return Err(std::io::Error::other("the line was cut"));
            }
            let start = "电子监管号,面积(公顷)\nA-1,1.5\nA-2".as_bytes();
            buffer[..start.len()].copy_from_slice(start);
            Ok(start.len())
        }
    }
    let mut reader = Reader::new(Fails(0)).unwrap();
    let results: Vec<_> = reader.by_ref().collect();
    assert!(matches!(results.last(), Some(Err(ReadError::Io { .. }))));
    assert!(reader.next().is_none());
    assert!(reader.account().balances());
}

fn record_of(row: &PrintedRow) -> Vec<&str> {
    Column::ALL.iter().map(|column| row.cell(*column)).collect()
}

#[test]
fn written_rows_read_to_equal_records() {
    let shanxi = include_str!("../../data/landchina-shanxi-2012-2016.csv");
    let mut writer = Writer::new(Vec::new()).unwrap();
    let mut records = Vec::new();
    for outcome in Reader::new(shanxi.as_bytes()).unwrap() {
        if let Outcome::Record(record) = outcome.unwrap() {
            writer.write(record.printed()).unwrap();
            records.push(*record);
        }
    }
    let written = writer.finish().unwrap();
    let again = Reader::new(written.as_slice()).unwrap().map(Result::unwrap);
    let mut count = 0;
    for (outcome, first) in again.zip(&records) {
        let Outcome::Record(second) = outcome else {
            panic!("{outcome:?}");
        };
        assert_eq!(record_of(second.printed()), record_of(first.printed()));
        assert_eq!(second.findings(), first.findings());
        assert_eq!(second.allocation(), first.allocation());
        count += 1;
    }
    assert_eq!(count, records.len());
}

#[test]
fn labels_and_codes_of_the_crosswalk() {
    let matched = IndustryLabel::all()
        .filter(|label| label.code().is_some())
        .count();
    assert_eq!((IndustryLabel::all().count(), matched), (140, 132));
    for label in IndustryLabel::all() {
        assert_eq!(IndustryLabel::find(label.as_str()), Some(label));
        let carried = label.carried_to(Edition::E2017);
        assert_eq!(carried.is_some(), label.code().is_some());
        if let Some(code) = label.code() {
            assert_eq!(code.name_zh(), label.as_str());
            assert_eq!(label.reading(), LabelReading::Name);
        }
    }
    assert_eq!(IndustryLabel::find("行业"), None);
}

#[test]
fn codes_are_stable_and_travel_as_text() {
    let codes: Vec<&str> = FindingKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(
        codes.join(" "),
        "absent-column unit-not-stated not-utf8 row-too-long stray-quote no-area zero-area negative-area area-too-precise \
         unreadable-area area-out-of-scale area-rounded area-elsewhere areas-disagree number-split total-agrees total-differs \
         total-not-judged number-computed labelled-total alike-without-number too-few-cells too-many-cells columns-disagree full-width-digits no-number \
         unusual-number number-damaged number-reused unknown-division no-division unknown-land-use \
         unknown-method unmatched-industry no-industry term-per-use no-term unreadable-term \
         no-price unreadable-price price-out-of-scale no-upper-limit limits-reversed \
         unreadable-limit sentinel-date impossible-year unreadable-date dates-out-of-order \
         no-holder joint-holders"
    );
    #[cfg(feature = "serde")]
    {
        let json = r#"{"kind":"no-price","column":"price"}"#;
        let finding: standard_land::notice::Finding = serde_json::from_str(json).unwrap();
        assert_eq!(finding.kind, FindingKind::NoPrice);
        assert_eq!(finding.column, Some(Column::Price));
        assert_eq!(serde_json::to_string(&finding).unwrap(), json);
    }
}
