//! Quotation marks that enclose no cell: characters, said to be stray.

use standard_land::notice::{
    Account, Column, FindingKind, Options, Outcome, PrintedRow, Reader, Severity,
};

const STRAY: FindingKind = FindingKind::StrayQuote;

fn read_with(file: &str, options: Options) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::with_options(file.as_bytes(), options).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

fn read(file: &str) -> (Vec<Outcome>, Account) {
    read_with(file, Options::default())
}

/// The finding says where it is, and what was printed there.
#[test]
fn a_quote_that_is_open_at_the_end_is_a_character() {
    let file = "电子监管号,面积(公顷),项目名称\nA-1,1.5,\"甲\nA-2,2.5,乙\n";
    let (outcomes, account) = read(file);
    assert_eq!(account.records().to_string(), "2 parcels, 4 ha");
    assert_eq!(account.count(STRAY), 1);
    let Outcome::Record(record) = &outcomes[0] else {
        panic!("{outcomes:?}");
    };
    let strays = record.findings().iter().filter(|it| it.kind == STRAY);
    let columns: Vec<_> = strays.map(|it| it.column).collect();
    assert_eq!(columns, [Some(Column::Project)]);
    let odd = record.oddities().find(|odd| odd.kind == STRAY).unwrap();
    assert_eq!(odd.to_string(), "row 1, 项目名称: stray-quote: \"\\\"甲\"");
    assert_eq!(odd.severity(), Severity::Doubt);
    // At the very end, too.
    let (outcomes, account) = read("面积(公顷),备注\n1.5,\"");
    assert!(matches!(outcomes[..], [Outcome::Record(_)]));
    assert_eq!(account.count(STRAY), 1);
}

#[test]
fn a_row_that_is_rejected_or_a_total_keeps_the_finding() {
    let file = "电子监管号,面积(公顷),项目名称\n\
        A-1,\"1.5,甲\n\
        A-2,2.5,\"乙\n\
        合计,2.5,\"丙\n";
    let (outcomes, account) = read(file);
    let [
        Outcome::Rejected(first),
        Outcome::Record(second),
        Outcome::Total(third),
    ] = &outcomes[..]
    else {
        panic!("{outcomes:?}");
    };
    for findings in [first.findings(), second.findings(), third.findings()] {
        assert!(findings.iter().any(|finding| finding.kind == STRAY));
    }
    assert_eq!(first.reason().kind, FindingKind::UnreadableArea);
    assert_eq!(first.printed().cell(Column::Area), "\"1.5");
    assert_eq!(account.count(STRAY), 3);
}

/// The reason is what is wrong with the area.
#[test]
fn a_row_without_an_area_is_rejected_for_that() {
    for file in ["面积(公顷),备注\n,\"甲\n", "备注,面积(公顷)\n甲\n"] {
        let (outcomes, _) = read(file);
        let [Outcome::Rejected(rejection)] = &outcomes[..] else {
            panic!("{outcomes:?}");
        };
        assert_eq!(rejection.reason().kind, FindingKind::NoArea, "{file:?}");
    }
}

#[test]
fn a_head_with_a_stray_quote_is_read_without_it_and_said_to_have_it() {
    let file = "面积(公顷),\"项目名称\n1.5,甲\n2.5,乙\n";
    let (outcomes, account) = read(file);
    let Outcome::Record(record) = &outcomes[0] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(outcomes.len(), 2);
    assert_eq!(record.printed().cell(Column::Project), "甲");
    assert_eq!(account.columns().unused().count(), 0);
    assert_eq!(account.count(STRAY), 1);
    let findings = account.columns().findings();
    let strays: Vec<_> = findings
        .filter(|it| it.kind == STRAY)
        .map(|it| it.column)
        .collect();
    assert_eq!(strays, [Some(Column::Project)]);

    // A number that is not read makes records of repeats.
    let file = "\"电子监管号,面积(公顷)\nA-1,1.5\nA-1,1.5\n";
    let (_, account) = read(file);
    assert_eq!(account.records().to_string(), "1 parcel, 1.5 ha");
    assert_eq!(account.repeats().parcels(), 1);
    assert_eq!(account.count(STRAY), 1);
}

/// A mark in the header, and a cell far below that begins as if it closed it.
#[test]
fn a_header_with_a_stray_quote_ends_with_its_line() {
    for head in 0..4 {
        for start in ["\n", "\r\n", ",", "甲,"] {
            let mut heads = ["电子监管号", "面积(公顷)", "项目名称", "备注"].map(String::from);
            heads[head].insert(0, '"');
            let file = format!(
                "{}\nA-1,1.5,甲,乙\nA-2,2.5,丙,\"{start}丁\"\nA-3,3.5,戊,己\n",
                heads.join(",")
            );
            let (outcomes, account) = read(&file);
            assert_eq!(account.records().to_string(), "3 parcels, 7.5 ha", "{file}");
            assert_eq!(account.count(STRAY), 1, "{file}");
            assert_eq!(outcomes.len(), 3);
        }
    }
    // A head with a line break is one.
    let (_, account) = read("电子监管号,\"面积\n（公顷）\",\"项目\r\n名称\"\nA-1,1.5,甲\n");
    assert_eq!(account.records().to_string(), "1 parcel, 1.5 ha");
    assert_eq!(
        (account.columns().used().count(), account.count(STRAY)),
        (3, 0)
    );
}

/// A stray mark before any cell, and behind some rows a quoted cell, anywhere,
/// which begins as if it closed the first one.
#[test]
fn a_cell_that_begins_with_a_break_or_a_comma_closes_no_stray_quote() {
    const HEADER: &str = "电子监管号,面积(公顷),项目名称,项目位置,土地使用权人";
    let mut tried = 0;
    for (stray, quoted, rows) in (0..5)
        .flat_map(|stray| (0..5).map(move |quoted| (stray, quoted)))
        .flat_map(|(stray, quoted)| (0..4).map(move |rows| (stray, quoted, rows)))
    {
        for start in ["\n", "\r\n", ",", ",续,", "\n,"] {
            for end in ["", ","] {
                // A cell that ends with a break looks the same: see `quoted.rs`.
                if stray == 4 && quoted == 0 && rows == 0 && start != "," && start != ",续," {
                    continue;
                }
                let row = |number: usize| {
                    [
                        format!("A-{number}"),
                        format!("{number}.5"),
                        "甲".into(),
                        "乙".into(),
                        "丙".into(),
                    ]
                };
                let mut first = row(1);
                first[stray].insert(0, '"');
                let mut other = row(9);
                other[quoted] = format!("\"{start}{}\"", other[quoted]);
                let between = (2..2 + rows).map(row);
                let lines: Vec<String> = core::iter::once(first)
                    .chain(between)
                    .chain([other.clone(), row(8)])
                    .map(|row| row.join(",") + end)
                    .collect();
                let file = format!("{HEADER}\n{}\n", lines.join("\n"));
                let (outcomes, account) = read(&file);
                assert_eq!(outcomes.len(), rows + 3, "{file}");
                assert_eq!(account.count(STRAY), 1, "{file}");
                // A comma in an area; white space around it says nothing.
                let spoilt = quoted == 1 && start.contains(',');
                let lost = usize::from(stray == 1) + usize::from(spoilt);
                let kept = usize::try_from(account.records().parcels()).unwrap();
                assert_eq!(kept, rows + 3 - lost, "{file}");
                let cell = printed(&outcomes[rows + 1]).cell(COLUMNS[quoted]);
                assert_eq!(format!("\"{cell}\""), other[quoted], "{file}");
                tried += 1;
            }
        }
    }
    assert!(tried > 900, "{tried}");
}

const COLUMNS: [Column; 5] = [
    Column::SupervisionNumber,
    Column::Area,
    Column::Project,
    Column::Location,
    Column::Holder,
];

/// Two stray marks, and between them rows of which some are wider than the
/// header or shorter.
#[test]
fn rows_need_not_be_as_wide_as_the_header_to_the_cell() {
    for (header, rows) in [
        (
            "面积(公顷),项目名称,备注",
            "1.5,\"甲,a,\n2.5,乙,b,\n3.5,丙\",c,\n",
        ),
        (
            "面积(公顷),项目名称,备注,",
            "1.5,\"甲,a\n2.5,乙,b\n3.5,丙\",c\n",
        ),
        (
            "面积(公顷),项目名称,备注,,,",
            "1.5,\"甲,a,,,\n2.5,乙,b,,,\n3.5,丙\",c,,,\n",
        ),
        ("面积(公顷),项目名称,", "1.5,\"甲,a\n2.5,乙,b\n3.5,丙\",c\n"),
        (
            "面积(公顷),项目名称,备注",
            "1.5,\"甲,a\n2.5,乙\n3.5,丙\",c\n",
        ),
        (
            "面积(公顷),项目名称,备注",
            "1.5,甲,\"a\n2.5,乙\n3.5,丙,c\"\n",
        ),
        (
            "面积(公顷),项目名称,备注",
            "1.5,\"甲,a\n2.5,乙\n3.5,\"\n丙\",c\n",
        ),
        // A cell with commas behind the second one.
        (
            "面积(公顷),项目名称,备注",
            "1.5,\"甲,a\n2.5,乙\",\"b,c,d\"\n3.5,丙,c\n",
        ),
    ] {
        let (outcomes, account) = read(&format!("{header}\n{rows}"));
        assert_eq!(outcomes.len(), 3, "{rows}");
        assert_eq!(account.records().to_string(), "3 parcels, 7.5 ha", "{rows}");
        assert_eq!(account.count(STRAY), 1, "{rows}");
    }
}

/// The second mark stands within the longest cell, and its line goes on.
#[test]
fn a_long_line_behind_the_second_quote_is_looked_at_to_its_end() {
    let long = "长".repeat(30_000);
    let file = format!("面积(公顷),项目名称,备注\n1.5,\"甲,a\n2.5,乙\",{long}\n3.5,丙,c\n");
    let (_, account) = read(&file);
    assert_eq!(account.records().to_string(), "3 parcels, 7.5 ha");
    let rows: Vec<String> = (1..20).map(|row| format!("{row}.5,乙,b")).collect();
    let rows = rows.join("\n");
    let file = format!("面积(公顷),项目名称,备注\n0.5,\"甲,a\n{rows}\n20.5,丙\",c\n");
    let options = Options::default().with_quoted_lines(21);
    for options in [options.clone().with_quoted_lines(20), options] {
        let (_, account) = read_with(&file, options);
        assert_eq!(account.records().to_string(), "21 parcels, 220.5 ha");
    }
}

/// Cells of real notices, in any column: none has as many commas as a row.
#[test]
fn cells_with_line_breaks_in_any_column_stay_cells() {
    let mut tried = 0;
    for column in 0..5 {
        for cell in [
            "甲\n乙",
            "甲\n",
            "\n甲",
            "甲\r\n乙\r\n丙",
            "甲,乙\n丙",
            "甲\n乙,丙",
            "甲,\n乙",
            "甲,乙,丙,丁,戊,己\n庚",
            "\n",
            "甲\n\n\n乙",
            ",甲\n乙",
            "东至路,西至河\n南至田,北至山",
        ] {
            let mut row = ["A-1", "1.5", "甲", "乙", "丙"].map(String::from);
            row[column] = format!("\"{cell}\"");
            let file = format!(
                "电子监管号,面积(公顷),项目名称,项目位置,土地使用权人\n{0}\n{0}\nA-2,2,甲,乙,丙\n",
                row.join(",")
            );
            let (outcomes, account) = read(&file);
            assert_eq!((outcomes.len(), account.count(STRAY)), (3, 0), "{file}");
            tried += 1;
        }
    }
    assert_eq!(tried, 60);
}

#[test]
fn blanks_behind_a_quote_that_closes_a_cell_are_no_text() {
    let file = "电子监管号,面积(公顷),项目名称\nA-1,\"1.5\" ,\"甲,乙\"\t \nA-2,\"2.5\"\t,\"丙\"  ";
    let (outcomes, account) = read(file);
    assert_eq!(account.records().to_string(), "2 parcels, 4 ha");
    assert_eq!(account.count(STRAY), 0);
    assert_eq!(printed(&outcomes[0]).cell(Column::Area).trim(), "1.5");
    assert_eq!(printed(&outcomes[0]).cell(Column::Project).trim(), "甲,乙");
    // Anything else is, as ever.
    let (_, account) = read("面积(公顷),项目名称\n1.5,\"甲\" 乙\n");
    assert_eq!(account.count(STRAY), 1);
}

#[test]
fn cells_with_line_breaks_stay_what_they_are() {
    let file = "面积(公顷),项目名称,项目位置\n\
        1.5,\"甲\n乙,丙\r\n\n丁\",\"东至\n西至\"\n\
        \"2\n.5\",\"戊\"\"己\"\"\",庚\n";
    let (outcomes, account) = read(file);
    assert_eq!(outcomes.len(), 2);
    assert_eq!(account.count(STRAY), 0);
    let Outcome::Record(record) = &outcomes[0] else {
        panic!("{outcomes:?}");
    };
    assert_eq!(record.printed().cell(Column::Project), "甲\n乙,丙\r\n\n丁");
    assert_eq!(record.printed().cell(Column::Location), "东至\n西至");
}

#[test]
fn lines_as_wide_as_the_header_are_rows() {
    let file = "面积(公顷),项目名称,项目位置\n\
        1.5,\"甲,村\n2.5,乙,村\n3.5,丙,村\n4.5,丁,\"\n5.5,戊,村\n";
    let (_, account) = read(file);
    assert_eq!(account.records().to_string(), "5 parcels, 17.5 ha");
    // The second of the two is left alone.
    assert_eq!(account.count(STRAY), 2);
}

#[test]
fn how_long_a_quoted_cell_may_be_is_the_callers() {
    let file = |lines: usize| {
        let cell = vec!["甲"; lines].join("\n");
        format!("面积(公顷),项目名称\n1.5,\"{cell}\"\n")
    };
    let strays = |file: &str, options| read_with(file, options).1.count(STRAY);
    let usual = Options::default();
    assert_eq!(strays(&file(20), usual.clone()), 0);
    assert_eq!(strays(&file(21), usual.clone()), 1);
    assert_eq!(strays(&file(21), usual.clone().with_quoted_lines(21)), 0);
    let long = |bytes: usize| format!("面积(公顷),备注\n1.5,\"{}\"\n", "a".repeat(bytes));
    assert_eq!(strays(&long(65_536), usual.clone()), 0);
    assert_eq!(strays(&long(65_537), usual.clone()), 1);
    assert_eq!(strays(&long(65_537), usual.with_quoted_bytes(65_537)), 0);
}

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");

fn printed(outcome: &Outcome) -> &PrintedRow {
    match outcome {
        Outcome::Record(record) => record.printed(),
        Outcome::Rejected(rejection) => rejection.printed(),
        other => panic!("{other:?}"),
    }
}

/// A file with a quotation mark put before a cell of a row.
fn damaged(header: &str, rows: &[&str], row: usize, cell: usize) -> String {
    let cells: Vec<String> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(rows[row].as_bytes())
        .records()
        .flat_map(|record| {
            record
                .unwrap()
                .iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let quoted = |cell: &String| {
        if cell.contains(',') {
            format!("\"{cell}\"")
        } else {
            cell.clone()
        }
    };
    let mut cells: Vec<String> = cells.iter().map(quoted).collect();
    assert_eq!(cells.join(","), rows[row]);
    cells[cell].insert(0, '"');
    let mut rows: Vec<&str> = rows.to_vec();
    let changed = cells.join(",");
    rows[row] = &changed;
    format!("{header}\r\n{}\r\n", rows.join("\r\n"))
}

/// Every cell of rows that stand near those with quoted cells, near the end and
/// elsewhere, each in a part of the file.
#[test]
fn a_quote_before_any_cell_damages_its_own_row_alone() {
    let mut lines = SHANXI.lines();
    let header = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let quoted = (0..rows.len()).filter(|row| rows[*row].contains('"'));
    let mut places: Vec<usize> = quoted
        .flat_map(|row| [row - 20, row - 19, row - 2, row - 1, row, row + 1])
        .chain([0, 1, 2_000, rows.len() - 22, rows.len() - 2, rows.len() - 1])
        .collect();
    places.sort_unstable();
    places.dedup();
    let options = || Options::default().find_repeats(false);
    let mut tried = 0;
    for row in places {
        let part = &rows[row.saturating_sub(1)..rows.len().min(row + 24)];
        let whole = format!("{header}\r\n{}\r\n", part.join("\r\n"));
        let (before, sound) = read_with(&whole, options());
        assert_eq!((before.len(), sound.count(STRAY)), (part.len(), 0));
        let row = row - row.saturating_sub(1);
        for cell in 0..22 {
            let file = damaged(header, part, row, cell);
            let (after, account) = read_with(&file, options());
            assert_eq!(account.rows(), sound.rows(), "{}", part[row]);
            for (place, (before, after)) in before.iter().zip(&after).enumerate() {
                assert!(place == row || before == after, "{}", part[place]);
            }
            assert_eq!(account.count(STRAY), 1);
            let lost = sound.records().parcels() - account.records().parcels();
            assert!(lost <= 1);
            assert_eq!(u64::from(matches!(after[row], Outcome::Rejected(_))), lost);
            assert!(printed(&after[row]).number() == u64::try_from(row).unwrap() + 1);
            tried += 1;
        }
    }
    assert!(tried > 1_000, "{tried}");
}

/// The whole file, damaged where it was seen to lose 269 rows, and elsewhere.
#[test]
fn the_whole_file_loses_one_row_at_most() {
    let mut lines = SHANXI.lines();
    let header = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let (_, sound) = read(SHANXI);
    for (row, cell) in [(0, 0), (100, 4), (1_443, 2), (2_500, 12), (4_856, 21)] {
        let (_, account) = read(&damaged(header, &rows, row, cell));
        assert_eq!(account.rows(), sound.rows());
        assert_eq!(account.count(STRAY), 1);
        let gone = |account: &Account| account.records().parcels() + account.repeats().parcels();
        assert!(gone(&sound) - gone(&account) <= 1);
    }
}

/// Two marks and no line break between them: read as one cell, or as characters.
#[test]
fn two_marks_in_one_row_are_said() {
    for (row, column) in [
        ("A-1,\"甲,1.5\",乙", Column::Project),
        ("A-1,\"甲,1.5,乙\",丙", Column::Project),
        ("A-1,甲\"乙,1.5,丙\"丁", Column::Project),
        ("A-1,\"甲,1.5,乙\"丙", Column::Project),
        ("A-1,甲,1.5\",丙\"", Column::Area),
    ] {
        let file = format!("电子监管号,项目名称,面积(公顷),土地使用权人\n{row}\n");
        let (outcomes, account) = read(&file);
        assert_eq!(outcomes.len(), 1);
        assert_eq!(account.count(STRAY), 1, "{row}");
        let findings = match &outcomes[0] {
            Outcome::Record(record) => record.findings(),
            Outcome::Rejected(rejection) => rejection.findings(),
            other => panic!("{other:?}"),
        };
        let mut strays = findings.iter().filter(|it| it.kind == STRAY);
        assert_eq!(strays.next().unwrap().column, Some(column), "{row}");
    }
    // A quotation in a cell is one, and inches are inches.
    for row in [
        "A-1,所谓\"标准地\"项目,1.5,甲",
        "A-1,4\"钢管,1.5,甲",
        "A-1,\"甲,乙\",1.5,甲",
        "A-1,\"甲\",1.5,\"乙\"",
    ] {
        let file = format!("电子监管号,项目名称,面积(公顷),土地使用权人\n{row}\n");
        assert_eq!(read(&file).1.count(STRAY), 0, "{row}");
    }
}
