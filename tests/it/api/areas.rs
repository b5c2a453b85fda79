//! Areas of notices that stand in several columns, or in several cells.

use standard_land::Area;
use standard_land::notice::{
    Account, Column, FindingKind, Options, Outcome, Reader, Record, Rejection, Writer,
};

fn read_with(file: &str, options: Options) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

fn read(file: &str) -> (Vec<Outcome>, Account) {
    read_with(file, Options::default())
}

fn record(file: &str) -> (Record, Account) {
    let (mut outcomes, account) = read(file);
    match outcomes.pop() {
        Some(Outcome::Record(record)) => (*record, account),
        other => panic!("{file}{other:?}"),
    }
}

fn rejection(file: &str) -> (Rejection, Account) {
    let (mut outcomes, account) = read(file);
    match outcomes.pop() {
        Some(Outcome::Rejected(rejection)) => (*rejection, account),
        other => panic!("{file}{other:?}"),
    }
}

fn area(text: &str) -> Area {
    text.parse().unwrap()
}

/// 15 mu are 1 ha.
#[test]
fn two_areas_that_contradict_each_other_are_both_kept() {
    let file = "电子监管号,面积(亩),面积(公顷)\nA-1,15,9\n";
    let (found, account) = record(file);
    assert_eq!(found.area(), area("15亩"));
    assert_eq!(account.count(FindingKind::AreasDisagree), 1);
    let mut findings = found.findings().iter();
    let finding = findings.find(|it| it.kind == FindingKind::AreasDisagree);
    assert_eq!(finding.unwrap().column, Some(Column::Area));
    let kept: Vec<_> = found.printed().unknown().collect();
    assert_eq!(kept, [("面积(公顷)", "9")]);
    // It is kept once, whoever asks for it.
    let (outcomes, _) = read_with(file, Options::default().keep_unknown(true));
    let Outcome::Record(found) = &outcomes[0] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(found.printed().unknown().count(), 1);

    // As far as their places allow, whichever way they were rounded.
    for (row, disagree) in [
        ("A-1,15,1", 0),
        ("A-1,21.2865,1.42", 0),
        ("A-1,21.2865,1.41", 0),
        ("A-1,21.29,1.4191", 0),
        ("A-1,21.2865,1.4191公顷", 0),
        ("A-1,21.2865,14191㎡", 0),
        ("A-1,21.2865,1.40", 1),
        ("A-1,21.2865,1.4192", 1),
        ("A-1,21.2865,14191", 1),
        ("A-1,21.2865,0", 1),
        ("A-1,21.2865,", 0),
        ("A-1,21.2865,--", 0),
    ] {
        let (_, account) = record(&format!("电子监管号,面积(亩),面积(公顷)\n{row}\n"));
        assert_eq!(account.count(FindingKind::AreasDisagree), disagree, "{row}");
    }
    // Said once of a row, and nothing of the columns that agree.
    let (found, account) =
        record("面积(亩),面积(公顷),面积(平方米),总面积(万平方米)\n15,9,10000,8\n");
    assert_eq!(account.count(FindingKind::AreasDisagree), 1);
    let kept: Vec<_> = found.printed().unknown().collect();
    assert_eq!(kept, [("面积(公顷)", "9"), ("总面积(万平方米)", "8")]);
    // Under one unit they are two columns of one name.
    for (second, disagree) in [("1.50", 0), ("2.5", 1)] {
        let file = format!("面积(公顷),用地面积(公顷)\n1.5,{second}\n");
        let (_, account) = record(&file);
        assert_eq!(account.count(FindingKind::ColumnsDisagree), disagree);
    }
}

#[test]
fn an_area_that_is_missing_is_read_in_the_other_column() {
    for first in ["", "--", "/", "无", "0", "0.000"] {
        let file = format!(
            "电子监管号,面积(公顷),用地面积(亩),面积(平方米)\n1411212012B00017,{first},,14191.5\n"
        );
        let (found, account) = record(&file);
        assert_eq!(found.area(), area("14191.5平方米"), "{first}");
        let kinds: Vec<_> = found.findings().iter().map(|it| it.kind).collect();
        // A zero to three places may be 9 m², not more.
        let is_zero = first.starts_with('0');
        let expected = if is_zero {
            vec![FindingKind::AreaElsewhere, FindingKind::AreasDisagree]
        } else {
            vec![FindingKind::AreaElsewhere]
        };
        assert_eq!(kinds, expected, "{first}");
        assert_eq!(account.rejected(), 0);
        // It is printed, and written, in the unit of its column.
        assert_eq!(found.printed().cell(Column::Area), "14191.5");
        let mut writer = Writer::new(Vec::new()).unwrap();
        writer.write(found.printed()).unwrap();
        let written = String::from_utf8(writer.finish().unwrap()).unwrap();
        let (again, _) = record(&written);
        assert_eq!(again.area(), found.area());
    }
    let (rejected, _) = rejection("面积(公顷),面积(亩)\n,\n甲,15\n");
    assert_eq!(rejected.reason().kind, FindingKind::UnreadableArea);

    // Totals too.
    let file = "名称,面积(公顷),面积(亩)\n甲,1,\n乙,,15\n合计,,30\n";
    let (_, account) = read(file);
    assert_eq!(account.records().to_string(), "2 parcels, 2 ha");
    assert_eq!(account.count(FindingKind::TotalAgrees), 1);
}

/// Without quotation marks, 12,345.67 is two cells.
#[test]
fn a_number_that_a_comma_split_is_not_read() {
    for (heads, row, printed) in [
        ("电子监管号,面积(㎡),备注", "A-1,12,345.67,甲", "12,345.67"),
        ("电子监管号,面积(㎡),备注", "A-1,12,345.67,", "12,345.67"),
        ("电子监管号,面积(㎡)", "A-1,12,345", "12,345"),
        ("电子监管号,面积(㎡)", "A-1, 12,345㎡", " 12,345㎡"),
        ("面积(㎡),备注", "1,234,567.89,甲", "1,234,567.89"),
        ("面积(㎡),备注", "1,234,567,甲", "1,234,567"),
    ] {
        let (rejected, account) = rejection(&format!("{heads}\n{row}\n"));
        let reason = (rejected.reason().kind, rejected.reason().column);
        let split = (FindingKind::NumberSplit, Some(Column::Area));
        assert_eq!(reason, split, "{row}");
        // Both halves.
        assert_eq!(rejected.oddity().found, printed, "{row}");
        assert_eq!(account.count(FindingKind::TooManyCells), 0, "{row}");
    }
    // In front of the area all of it stands elsewhere, and behind it the rest.
    let heads = "电子监管号,成交价格(万元),面积(公顷),土地使用权人";
    let (rejected, _) = rejection(&format!("{heads}\nA-1,1,234.50,2.5,甲公司\n"));
    assert_eq!(rejected.reason().column, Some(Column::Price));
    assert_eq!(rejected.oddity().found, "1,234.50");
    assert_eq!(rejected.printed().cell(Column::Area), "2.5");
    assert_eq!(rejected.holders().collect::<Vec<_>>(), ["甲公司"]);
    // Under an unknown head the cells are kept.
    let (rejected, _) = rejection("建筑面积,面积(公顷)\n1,234.50,2.5\n");
    assert_eq!(rejected.reason().column, None);
    let kept: Vec<_> = rejected.printed().unknown().collect();
    assert_eq!(kept, [("建筑面积", "1,234.50")]);
    // Nor is a total.
    let (_, account) = read("名称,面积(㎡)\n甲,12\n合计,12,345\n");
    assert_eq!(account.count(FindingKind::TotalNotJudged), 1);
    assert_eq!(account.count(FindingKind::NumberSplit), 1);

    // What is not wider than the header, or no such number, is as ever.
    for row in ["12,345.67", "12,甲,345", "12,34,甲", "1234,567,甲"] {
        let (_, account) = read(&format!("面积(㎡),备注\n{row}\n"));
        assert_eq!(account.count(FindingKind::NumberSplit), 0, "{row}");
        assert_eq!(account.records().parcels(), 1, "{row}");
    }
    let (_, account) = read("序号,面积(㎡)\n1,345,甲\n");
    assert_eq!(account.count(FindingKind::NumberSplit), 0);
}
