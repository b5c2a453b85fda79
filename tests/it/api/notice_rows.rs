//! Published results of land supply: what kind of row a row is.

use std::collections::BTreeMap;

use standard_land::allocation::Milestone;
use standard_land::exact::{Mode, Modes};
use standard_land::notice::{
    Account, Column, FindingKind, NotJudged, Options, Outcome, Reader, Record, Rejection, Total,
    TotalCheck, TotalKind, TotalScope,
};
use standard_land::stats::Facts;
use standard_land::{Area, Tally};

use super::parse;

fn read(file: &str) -> (Vec<Outcome>, Account) {
    read_with(file, Options::default())
}

fn read_with(file: &str, options: Options) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

fn records<'a>(outcomes: &'a [Outcome]) -> Vec<&'a Record> {
    let record = |outcome: &'a Outcome| match outcome {
        Outcome::Record(record) => Some(record.as_ref()),
        _ => None,
    };
    outcomes.iter().filter_map(record).collect()
}

fn rejections<'a>(outcomes: &'a [Outcome]) -> Vec<&'a Rejection> {
    let rejection = |outcome: &'a Outcome| match outcome {
        Outcome::Rejected(rejection) => Some(rejection.as_ref()),
        _ => None,
    };
    outcomes.iter().filter_map(rejection).collect()
}

fn totals<'a>(outcomes: &'a [Outcome]) -> Vec<&'a Total> {
    let total = |outcome: &'a Outcome| match outcome {
        Outcome::Total(total) => Some(total.as_ref()),
        _ => None,
    };
    outcomes.iter().filter_map(total).collect()
}

#[test]
fn rows_alike_without_a_number_are_kept() {
    let file = "电子监管号,项目名称,面积(公顷)\n,厂房,1.5\n,厂房,1.5\n--,厂房,1.5\n--,厂房,1.5\n\
                无,厂房,1.5\n无,厂房,1.5\n000,厂房,1.5\n000,厂房,1.5\n";
    let (outcomes, account) = read(file);
    assert_eq!(account.records().to_string(), "8 parcels, 12 ha");
    assert_eq!(account.repeats(), Tally::default());
    assert_eq!(account.count(FindingKind::AlikeWithoutNumber), 4);
    assert_eq!(account.count(FindingKind::NumberReused), 0);
    let alike: Vec<_> = records(&outcomes).iter().map(|it| it.alike_to()).collect();
    let expected = [None, Some(1), None, Some(3), None, Some(5), None, Some(7)];
    assert_eq!(alike, expected);

    let (_, account) = read_with(file, Options::default().collapse_alike(true));
    assert_eq!(account.records().to_string(), "4 parcels, 6 ha");
    assert_eq!(account.repeats().to_string(), "4 parcels, 6 ha");
    assert_eq!(account.count(FindingKind::AlikeWithoutNumber), 0);

    let (_, account) = read_with(file, Options::default().find_repeats(false));
    assert_eq!(account.records().parcels(), 8);
    assert_eq!(account.count(FindingKind::AlikeWithoutNumber), 0);
}

#[test]
fn a_repeat_has_a_number_however_short() {
    let file = "电子监管号,面积(公顷)\n7,1.5\n7,2.5\n7,1.5\n";
    let (outcomes, account) = read(file);
    assert_eq!(account.records().to_string(), "2 parcels, 4 ha");
    assert_eq!(account.repeats().to_string(), "1 parcel, 1.5 ha");
    assert_eq!(account.count(FindingKind::NumberReused), 1);
    assert_eq!(records(&outcomes)[1].same_number_as(), Some(1));
    assert_eq!(records(&outcomes)[1].alike_to(), None);
}

#[test]
fn blank_rows_are_a_class_of_their_own() {
    let file =
        "电子监管号,面积(公顷)\n,\n \u{a0},\u{3000}\n,\n1411212012B00017,1.5\n,,,,\n\"\",\"\"\n";
    let (outcomes, account) = read(file);
    assert_eq!((account.rows(), account.blank()), (6, 5));
    assert_eq!(account.rejected(), 0);
    assert_eq!(account.repeats(), Tally::default());
    assert_eq!(account.count(FindingKind::AlikeWithoutNumber), 0);
    assert!(matches!(outcomes[2], Outcome::Blank { row: 3 }));

    // A comma in quotes, or a mark, is something; so are bytes that are not text.
    let mut file = "电子监管号,面积(公顷)\n\",\",\n--,--\n".as_bytes().to_vec();
    file.extend(b"\xff,\n");
    let mut reader = Reader::new(file.as_slice()).unwrap();
    assert_eq!(reader.by_ref().filter_map(Result::ok).count(), 3);
    assert_eq!(reader.account().blank(), 0);
    assert_eq!(reader.account().rejected(), 3);
}

const HEAD: &str = "电子监管号,项目名称,土地使用权人,面积(公顷),合同签订日期,序号\n";
const ROWS: &str = "1411212012B00017,厂房,甲公司,1.4191,2012年01月01日,1\n\
                    1411212012B00018,仓库,乙公司,2.5,2012年01月02日,2\n";

/// The only total behind some rows.
fn total_of(rows: &str) -> Total {
    let (outcomes, account) = read(&format!("{HEAD}{rows}"));
    let totals = totals(&outcomes);
    assert_eq!(totals.len(), 1, "{rows}{account}");
    assert_eq!(account.totals(), 1);
    totals[0].clone()
}

fn agrees(scope: TotalScope) -> TotalCheck {
    TotalCheck::Agrees {
        scope,
        with_repeats: false,
        modes: Modes::ANY,
    }
}

fn area(text: &str) -> Area {
    parse(text)
}

#[test]
fn totals_are_checked_and_not_counted() {
    for (row, kind) in [
        ("合计,,,3.9191,,", TotalKind::Total),
        (",合 计：,,3.9191,,", TotalKind::Total),
        (",,,3.9191,,合计（2宗）", TotalKind::Total),
        (",,,3.919100,,共计2宗", TotalKind::InAll),
        ("合计2宗,,,3.9191公顷,,", TotalKind::Total),
        ("总计,总计,总计,58.7865亩,,总计", TotalKind::GrandTotal),
        ("--,Total,2,3.9191,--,3", TotalKind::Total),
        (",累计,2家,3.9191,,", TotalKind::Cumulative),
        ("合计,工业项目,,3.9191,,", TotalKind::Total),
        (",2012年合计,,3.9191,,3", TotalKind::Total),
    ] {
        let (outcomes, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        assert_eq!(
            account.records().to_string(),
            "2 parcels, 3.9191 ha",
            "{row}"
        );
        let [total] = totals(&outcomes)[..] else {
            panic!("{row} is no total");
        };
        assert_eq!(total.kind(), kind, "{row}");
        assert_eq!(total.area(), Some(area("3.9191 ha")), "{row}");
        assert_eq!(total.check(), agrees(TotalScope::Table), "{row}");
        assert_eq!(account.count(FindingKind::TotalAgrees), 1, "{row}");
        assert_eq!(total.printed().number(), 3);
    }
}

#[test]
fn a_parcel_is_no_total_whatever_it_is_called() {
    // With a number of its own, or a name that has the word in it.
    for row in [
        "1411212012B00019,合计,,3.9191,,",
        ",合计投资有限公司,,3.9191,,",
        ",小计大厦,合计（山西）有限公司,3.9191,2012年03月01日,",
        ",厂房,丙公司,3.9191,,一期累计",
        ",某某园区合计,丙公司,3.9191,,3",
    ] {
        let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        assert_eq!(account.totals(), 0, "{row}");
        assert_eq!(account.records().parcels(), 3, "{row}");
    }
    // The label is all there is, but a holder or a project is not a total's.
    for row in [
        ",合计,丙公司,3.9191,,",
        ",合计,丙公司,3.9191,2012年03月01日,",
        ",厂房,,3.9191,,小计",
        ",厂房,,3.9191,2012年03月01日,小计",
    ] {
        let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        assert_eq!(account.records().parcels(), 3, "{row}");
        assert_eq!(account.count(FindingKind::LabelledTotal), 1, "{row}");
    }
}

/// An office dates its totals: a day is not a parcel's own.
#[test]
fn a_total_with_a_day_is_a_total() {
    for row in [
        ",合计,,3.9191,2012年03月01日,",
        "小计,,,3.9191,2012-03-01,",
        ",2012年合计,共2家,3.9191,2012年03月01日,2",
        ",,,3.9191,2012年03月01日,本页小计",
    ] {
        let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        let classes = (account.totals(), account.records().parcels());
        assert_eq!(classes, (1, 2), "{row}");
        assert_eq!(account.count(FindingKind::TotalAgrees), 1, "{row}");
        assert_eq!(account.count(FindingKind::LabelledTotal), 0, "{row}");
    }
}

/// A label begins or ends with the word; a name has it somewhere.
#[test]
fn labels_are_told_from_names() {
    for label in [
        "本页小计",
        "合计：",
        "总计(公顷)",
        "2023年合计",
        "全市合计",
        "文水县合计",
        "合计面积",
        "小计（2宗）",
    ] {
        // Whatever stands in front of it, a period or a unit names nothing.
        for row in [
            format!("{label},,,3.9191,,"),
            format!("1,{label},,3.9191,,"),
        ] {
            let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
            assert_eq!(
                (account.totals(), account.records().parcels()),
                (1, 2),
                "{row}"
            );
        }
    }
    let head = "行政区,项目名称,面积(公顷)\n文水县,厂房,1.5\n";
    for label in ["2023年合计", "第一季度小计", "合计宗数"] {
        let (_, account) = read(&format!("{head}文水县,{label},1.5\n"));
        assert_eq!(
            (account.totals(), account.records().parcels()),
            (1, 1),
            "{label}"
        );
    }
    for name in ["合计科技有限公司", "某小计镇", "小计村工业园", "总计划项目"]
    {
        for row in [
            format!(",{name},,3.9191,,"),
            format!(",厂房,{name},3.9191,,"),
        ] {
            let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
            assert_eq!(
                (account.totals(), account.records().parcels()),
                (0, 3),
                "{row}"
            );
            assert_eq!(account.count(FindingKind::LabelledTotal), 0, "{row}");
        }
    }
}

/// A repeat is as odd as the row that it repeats.
#[test]
fn a_repeat_has_the_findings_of_its_row() {
    let file = "电子监管号,面积(公顷),成交价格(万元),项目名称\n\
                1411212012B00017,1.5,0,\"甲\n1411212012B00017,1.5,0,\"甲\n\
                1411212012B00018,,1,乙,丙\n1411212012B00018,,1,乙,丙\n";
    let (outcomes, account) = read(file);
    let findings = |outcome: &Outcome| match outcome {
        Outcome::Record(record) => record.findings().to_vec(),
        Outcome::Rejected(rejection) => rejection.findings().to_vec(),
        Outcome::Repeat(repeat) => repeat.findings().to_vec(),
        other => panic!("{other:?}"),
    };
    assert_eq!(account.repeats().parcels(), 2);
    for pair in outcomes.chunks(2) {
        assert!(matches!(&pair[1], Outcome::Repeat(repeat) if repeat.first + 1 == repeat.row));
        assert!(findings(&pair[0]).len() >= 2);
        assert_eq!(findings(&pair[0]), findings(&pair[1]));
    }
    for kind in [
        FindingKind::StrayQuote,
        FindingKind::NoPrice,
        FindingKind::NoArea,
        FindingKind::TooManyCells,
    ] {
        // Those of the first row, not once more.
        assert_eq!(account.count(kind), 1, "{kind}");
    }
    assert_eq!((account.rejected(), account.parcels_without_area()), (1, 1));
}

/// Numbers are compared without white space, and at any width.
#[test]
fn a_number_is_the_same_however_it_is_set() {
    for number in [
        "1411212012B00017\u{a0}",
        "\u{a0}1411212012B00017",
        "1411212012 B00017",
        "1411212012\u{3000}B00017",
        "１４１１２１２０１２Ｂ０００１７",
        "\u{feff}1411212012B00017",
        "1411212012B\u{200b}00017",
        " 1411212012B00017\t",
    ] {
        let file =
            format!("电子监管号,面积(公顷)\n1411212012B00017,1.5\n{number},1.5\n{number},1.5\n");
        let (outcomes, account) = read(&file);
        assert_eq!(account.count(FindingKind::NumberReused), 1, "{number:?}");
        assert_eq!(account.records().parcels(), 2, "{number:?}");
        let Outcome::Record(second) = &outcomes[1] else {
            panic!("{outcomes:?}");
        };
        assert_eq!(second.same_number_as(), Some(1), "{number:?}");
        // What is printed stays printed.
        assert_eq!(second.printed().cell(Column::SupervisionNumber), number);
        assert!(matches!(&outcomes[2], Outcome::Repeat(repeat) if repeat.first == 2));
    }
    let file = "电子监管号,面积(公顷)\n1411212012B00017,1.5\n1411212012B00018\u{a0},1.5\n";
    assert_eq!(read(file).1.count(FindingKind::NumberReused), 0);
}

#[test]
fn a_total_that_does_not_agree_says_what_stands_above() {
    let total = total_of(&format!("{ROWS}合计,,,3.9192,,\n"));
    let above = area("3.9191 ha");
    assert_eq!(total.check(), TotalCheck::Differs { above });
    assert_eq!(total.check().to_string(), "differs from 3.9191 ha");
    assert_eq!(
        total.findings().last().unwrap().kind,
        FindingKind::TotalDiffers
    );
    let odd: Vec<_> = total.oddities().map(|odd| odd.to_string()).collect();
    assert_eq!(odd, ["row 3, 面积: total-differs: \"3.9192\""]);
}

#[test]
fn a_rounded_total_names_the_modes() {
    let modes = |printed| match total_of(&format!("{ROWS}合计,,,{printed},,\n")).check() {
        TotalCheck::Agrees { modes, .. } => modes.to_string(),
        other => other.to_string(),
    };
    // 3.9191
    assert_eq!(modes("3.91"), "toward-zero, floor");
    assert_eq!(
        modes("3.919"),
        "half-even, half-up, half-down, toward-zero, floor"
    );
    assert_eq!(
        modes("4"),
        "half-even, half-up, half-down, away-from-zero, ceiling"
    );
    assert_eq!(modes("3.90"), "differs from 3.9191 ha");
    // As a spreadsheet adds up.
    let total = total_of(&format!("{ROWS}合计,,,3.9191000000000003,,\n"));
    assert_eq!(total.check(), agrees(TotalScope::Table));
    assert_eq!(total.area(), Some(area("3.9191 ha")));
    assert_eq!(total.findings()[0].kind, FindingKind::NumberComputed);
}

#[test]
fn subtotals_count_from_the_last_one() {
    let file = format!(
        "{HEAD}{ROWS}小计,,,3.9191,,\n\
         1411212012B00019,厂房,甲公司,1,,\n本页小计,,,1,,\n\
         合计,,,4.9191,,\n\
         1411212012B00020,厂房,甲公司,2,,\n小计,,,3,,\n\
         1411212012B00021,厂房,甲公司,4,,\n合计,,,6,,\n\
         累计,,,500,,\n总计,,,10.9191,,\n"
    );
    let (outcomes, account) = read(&file);
    assert_eq!(account.records().to_string(), "5 parcels, 10.9191 ha");
    let checks: Vec<_> = totals(&outcomes).iter().map(|it| it.check()).collect();
    let expected = [
        agrees(TotalScope::SinceLast),
        agrees(TotalScope::SinceLast),
        agrees(TotalScope::Table),
        TotalCheck::Differs {
            above: area("2 ha"),
        },
        agrees(TotalScope::SinceLast),
        TotalCheck::NotJudged(NotJudged::Cumulative),
        agrees(TotalScope::Table),
    ];
    assert_eq!(checks, expected);
    assert_eq!(account.count(FindingKind::TotalAgrees), 5);
    assert_eq!(account.count(FindingKind::TotalDiffers), 1);
    assert_eq!(account.count(FindingKind::TotalNotJudged), 1);

    // A part that had a total of another kind before it.
    let file =
        format!("{HEAD}{ROWS}合计,,,3.9191,,\n1411212012B00019,厂房,甲公司,1,,\n小计,,,1,,\n");
    let (outcomes, _) = read(&file);
    assert_eq!(totals(&outcomes)[1].check(), agrees(TotalScope::SinceAny));
}

#[test]
fn a_total_of_rounded_subtotals_agrees_with_these() {
    let rows = "1411212012B00017,厂房,甲公司,1.44,,\n小计,,,1.4,,\n\
                1411212012B00018,仓库,乙公司,2.44,,\n小计,,,2.4,,\n";
    let (outcomes, _) = read(&format!("{HEAD}{rows}合计,,,3.80,,\n"));
    assert_eq!(totals(&outcomes)[2].check(), agrees(TotalScope::Subtotals));
    // Not where a subtotal is wrong itself.
    let rows = rows.replace("小计,,,1.4,", "小计,,,1.3,");
    let (outcomes, _) = read(&format!("{HEAD}{rows}合计,,,3.70,,\n"));
    let above = area("3.88 ha");
    assert_eq!(totals(&outcomes)[2].check(), TotalCheck::Differs { above });
}

#[test]
fn a_total_may_count_repeats_as_printed() {
    let again = "1411212012B00018,仓库,乙公司,2.5,2012年01月02日,2\n";
    let total = total_of(&format!("{ROWS}{again}合计,,,6.4191,,\n"));
    let check = TotalCheck::Agrees {
        scope: TotalScope::Table,
        with_repeats: true,
        modes: Modes::ANY,
    };
    assert_eq!(total.check(), check);
    assert_eq!(check.to_string(), "agrees with table, with repeats");
    let total = total_of(&format!("{ROWS}{again}合计,,,3.9191,,\n"));
    assert_eq!(total.check(), agrees(TotalScope::Table));
}

#[test]
fn what_cannot_be_known_of_a_total_is_not_judged() {
    let not_judged = |rows: &str| match total_of(rows).check() {
        TotalCheck::NotJudged(why) => Some(why),
        _ => None,
    };
    // The rows may stand below.
    assert_eq!(
        not_judged(&format!("合计,,,9,,\n{ROWS}")),
        Some(NotJudged::NothingAbove)
    );
    assert_eq!(
        not_judged(&format!("{ROWS}合计,,,,,\n")),
        Some(NotJudged::NoArea)
    );
    assert_eq!(
        not_judged(&format!("{ROWS}合计,,,-1,,\n")),
        Some(NotJudged::NoArea)
    );
    // The total may hold what was not read, or not.
    let unread = "1411212012B00019,厂房,甲公司,1,2,\n".replace("1,2", "约1");
    assert_eq!(
        not_judged(&format!("{ROWS}{unread}合计,,,4.9191,,\n")),
        Some(NotJudged::UnreadRows)
    );
    assert_eq!(
        total_of(&format!("{ROWS}{unread}合计,,,3.9191,,\n")).check(),
        agrees(TotalScope::Table)
    );
    // A parcel without an area adds nothing.
    let none = "1411212012B00019,厂房,甲公司,0.00,,\n";
    let above = area("3.9191 ha");
    assert_eq!(
        total_of(&format!("{ROWS}{none}合计,,,4.9191,,\n")).check(),
        TotalCheck::Differs { above }
    );
}

#[test]
fn a_parcel_without_an_area_keeps_all_the_rest() {
    let file = "行政区,电子监管号,项目名称,面积(公顷),土地用途,供地方式,土地使用年限,成交价格(万元),\
                土地使用权人,合同签订日期,备注\n\
                文水县,1411212012B00017,厂房,0.000000,工业用地,挂牌出让,50,144.0000,甲公司、乙公司,\
                2012年02月29日,无\n\
                文水县,1411212012B00018,厂房,,工业用地,,,,,,\n\
                ,,,,,,,,,,\n\
                注：本表数据截至年底,,,,,,,,,,\n\
                文水县,1411212012B00019,厂房,约1,工业用地,,,,,,\n\
                文水县,,厂房,--,,,,,甲公司,,\n";
    let (outcomes, account) = read_with(file, Options::default().keep_unknown(true));
    assert_eq!(account.records(), Tally::default());
    assert_eq!((account.rejected(), account.blank()), (5, 1));
    assert_eq!(account.parcels_without_area(), 3);
    assert_eq!(account.count(FindingKind::NoArea), 3);
    assert_eq!(account.count(FindingKind::ZeroArea), 1);
    assert!(
        account
            .to_string()
            .contains("rejected  5, parcels without an area: 3\n")
    );

    let rejections = rejections(&outcomes);
    let first = rejections[0];
    assert_eq!(first.reason().kind, FindingKind::ZeroArea);
    assert_eq!(first.id().unwrap().as_str(), "1411212012B00017");
    assert_eq!(first.land_use().unwrap().code(), "061");
    assert_eq!(first.method().unwrap().name_zh(), "挂牌出让");
    assert_eq!(first.term(), Some(parse("50年")));
    assert_eq!(first.price(), Some(parse("144万元")));
    assert_eq!(first.holders().count(), 2);
    let signed = first.dates().get(Milestone::Signed).unwrap();
    assert_eq!(signed.to_string(), "2012-02-29");
    assert_eq!(first.printed().unknown().next(), Some(("备注", "无")));
    // All its faults, not the first alone.
    let kinds: Vec<_> = first.findings().iter().map(|it| it.kind).collect();
    let expected = [FindingKind::ZeroArea, FindingKind::JointHolders];
    assert_eq!(kinds, expected);

    // Beside the others, by division.
    let mut parcels: BTreeMap<_, u64> = BTreeMap::new();
    for rejection in rejections.iter().filter(|it| it.is_parcel_without_area()) {
        *parcels.entry(rejection.region()).or_default() += 1;
    }
    assert_eq!(parcels, [(None, 1), (Some(parse("141121")), 2)].into());
}

#[test]
fn an_area_that_is_too_fine_is_rounded_only_by_a_named_mode() {
    let file = "电子监管号,面积(公顷)\n1411212012B00017,2.033333333333333\n\
                1411212012B00018,0.30000000000000004\n1411212012B00019,０.30000000000000004公顷\n\
                1411212012B00020,0.00000000000000004\n1411212012B00021,1.5\n";
    let (outcomes, account) = read(file);
    assert_eq!(account.records().to_string(), "1 parcel, 1.5 ha");
    assert_eq!(account.count(FindingKind::AreaTooPrecise), 4);
    assert_eq!(account.parcels_without_area(), 0);
    let excess: Vec<_> = rejections(&outcomes)
        .iter()
        .map(|it| it.area_excess().unwrap().to_string())
        .collect();
    assert_eq!(
        excess,
        ["1999999/2000000", "3/50000000", "3/50000000", "3/50000000"]
    );
    assert_eq!(
        rejections(&outcomes)[1].to_string(),
        "row 2, 面积: area-too-precise: \"0.30000000000000004\": \
         3/50000000 of 10⁻⁸ mu more than can be held"
    );

    for (mode, areas, lost) in [
        (
            Mode::HalfEven,
            ["30.5 mu", "0.3 ha"],
            ["-1/2000000", "3/50000000"],
        ),
        (
            Mode::Floor,
            ["30.49999999 mu", "0.3 ha"],
            ["1999999/2000000", "3/50000000"],
        ),
        (
            Mode::Ceiling,
            ["30.5 mu", "4.50000001 mu"],
            ["-1/2000000", "-49999997/50000000"],
        ),
    ] {
        let (outcomes, account) = read_with(file, Options::default().round_areas(mode));
        let records = records(&outcomes);
        let (first, second) = (records[0], records[1]);
        assert_eq!([first.area(), second.area()], areas.map(area), "{mode}");
        let found = [first, second].map(|it| it.area_lost().unwrap().to_string());
        assert_eq!(found, lost, "{mode}");
        assert_eq!(first.findings()[0].kind, FindingKind::AreaRounded);
        assert_eq!(first.oddities().next().unwrap().found, "2.033333333333333");
        // What is not an area after rounding is no record.
        let none = u64::from(mode != Mode::Ceiling);
        assert_eq!(account.count(FindingKind::AreaTooPrecise), none);
        assert_eq!(account.count(FindingKind::AreaRounded), 4 - none);
        assert_eq!(records.last().unwrap().area_lost(), None);
    }
}

#[test]
fn a_labelled_row_is_a_total_or_says_that_it_is_called_one() {
    for row in [
        "3宗,合计,,3.9191,,",
        "共3宗,合计,,3.9191,,",
        "（3宗）,合计,,3.9191,,",
        "2,合计,,3.9191,,",
        ",合计,共3家,3.9191,,",
        ",合计共3宗,,3.9191,,",
        ",合计三宗，3.9191公顷,,3.9191,,",
        ",Totals,,3.9191,,",
        ",,,3.9191,,本批次合计",
    ] {
        let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        assert_eq!(
            (account.totals(), account.records().parcels()),
            (1, 2),
            "{row}"
        );
        assert_eq!(account.count(FindingKind::TotalAgrees), 1, "{row}");
    }
    for row in [
        "1411212012B00019,合计,,3.9191,,",
        ",厂房,文水县合计,3.9191,,",
        ",厂房,丙公司,3.9191,,工业用地小计",
    ] {
        let (_, account) = read(&format!("{HEAD}{ROWS}{row}\n"));
        assert_eq!(
            (account.totals(), account.records().parcels()),
            (0, 3),
            "{row}"
        );
        assert_eq!(account.count(FindingKind::LabelledTotal), 1, "{row}");
    }
    let (_, account) = read(&format!("{HEAD}{ROWS},合计大厦,合计投资有限公司,1,,\n"));
    assert_eq!(account.count(FindingKind::LabelledTotal), 0);
}

#[test]
fn a_total_of_zero_is_not_a_sum_rounded() {
    let rows = "1411212012B00017,厂房,甲公司,0.3,,1\n合计,,,0,,\n";
    assert!(matches!(total_of(rows).check(), TotalCheck::Differs { .. }));
}

#[test]
fn an_area_may_be_said_to_be_missing() {
    for area in ["NULL", "N/A", "—", "无", "null"] {
        let (outcomes, _) = read(&format!("{HEAD}1411212012B00017,厂房,甲公司,{area},,1\n"));
        assert_eq!(
            rejections(&outcomes)[0].reason().kind,
            FindingKind::NoArea,
            "{area}"
        );
    }
}

#[test]
fn too_many_cells_are_said_once_a_row() {
    let (_, account) = read(&format!("{HEAD}1411212012B00017,厂房,甲公司,1,,1,x,y,z\n"));
    assert_eq!(account.count(FindingKind::TooManyCells), 1);
}
