//! A complete report, as an office would publish it: the founding case and the
//! notices of Wenshui, in Chinese and in English.
//!
//! Writes HTML with the charts inside, Markdown, plain text and CSV to the
//! folder that is given, or to one in the directory for temporary files.

mod common;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use standard_land::allocation::SupplyMethod;
use standard_land::calendar::{Period, PeriodKind, Year};
use standard_land::notice::{Outcome, Reader};
use standard_land::register::Grant;
use standard_land::report::{
    Cell, Chart, CrossCells, Form, Item, Language, Named, NamedTally, Report, Section, Sentence,
    ShareRounding, Style, Table,
};
use standard_land::stats::{Against, By, CellWhole, CrossTab, Trend, Whole};
use standard_land::{
    AreaUnit, Breakdown, IndustryCategory, IndustryCode, Register, Rounding, Tally,
};

/// The part of the data file that is reported.
#[derive(serde::Deserialize)]
struct Case {
    register: Register,
}

/// The published notices, counted four ways.
#[derive(Default)]
struct Notices {
    years: Trend,
    methods: CrossTab<SupplyMethod, Year>,
    industries: Breakdown<IndustryCode>,
    holders: Breakdown<String>,
}

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let folder = match std::env::args_os().nth(1) {
        Some(path) => PathBuf::from(path),
        None => std::env::temp_dir().join("standard-land-report"),
    };
    let cannot_be_written =
        |error: io::Error| format!("{} cannot be written: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(cannot_be_written)?;

    let case: Case = serde_json::from_str(include_str!("../data/wenshui-2024.json"))?;
    let notices = read_notices()?;
    // As the zone printed it: cutting off explains both of its figures.
    let shares = ShareRounding {
        by_count: Rounding::toward_zero(0),
        by_area: Rounding::toward_zero(2),
    };
    for language in Language::ALL.iter().copied() {
        let style = Style::new(language, AreaUnit::Hectare, shares);
        let report = Report::new(
            language,
            either(
                language,
                "文水县标准地与供地情况报告",
                "Standard land and land supply in Wenshui",
            ),
        )
        .with(founding_case(&case.register, &style)?)
        .with(supply(&notices, &style)?);
        write(&report, &folder).map_err(cannot_be_written)?;
        check(&report)?;
    }
    writeln!(out, "{}", folder.display())?;
    Ok(())
}

fn either<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    if language == Language::Chinese {
        zh
    } else {
        en
    }
}

/// The founding case: 7 parcels, of them 4 for producer services.
fn founding_case(register: &Register, style: &Style) -> Result<Section, Box<dyn Error>> {
    let language = style.language();
    let by_category = Breakdown::by(register.grants(), Grant::category)?;
    let all = NamedTally::new(
        either(
            language,
            "2024年，文水经济开发区出让标准地",
            "Standard land granted by the Wenshui zone in 2024",
        ),
        by_category.total(),
    );
    let services = IndustryCategory::ProducerServices(None);
    let part = NamedTally::new(
        either(language, "生产性服务业项目", "for producer services"),
        by_category.get(&services).unwrap_or_default(),
    );
    let sentence = Sentence::share(&part, &all, style)?;

    let by_enterprise = Breakdown::by(register.grants(), Grant::enterprise)?;
    let caption = either(language, "按企业分", "By enterprise");
    let heading = either(language, "企业", "enterprise");
    Ok(
        Section::new(either(language, "2024年标准地出让", "Grants of 2024"))
            .with(sentence)
            .with(Chart::shares(
                either(
                    language,
                    "生产性服务业占比",
                    "The share of producer services",
                ),
                &by_category,
                Whole::Total,
                style,
            )?)
            .with(Table::shares(
                caption,
                heading,
                &by_enterprise,
                Whole::Total,
                style,
            )?)
            .note(either(
                language,
                "未注明的3宗，开发区只公布了合计。",
                "Of the three parcels that are not stated the zone printed the sum only.",
            ))
            .source(either(
                language,
                "文水经济开发区2025年公布的2024年情况",
                "what the Wenshui zone published in 2025 about 2024",
            )),
    )
}

fn read_notices() -> Result<Notices, Box<dyn Error>> {
    let file = include_str!("../data/wenshui-notices-2012-2016.csv");
    let mut notices = Notices::default();
    let mut reader = Reader::new(file.as_bytes())?;
    for outcome in &mut reader {
        if let Outcome::Record(record) = outcome? {
            let one = Tally::one(record.area());
            let signed = record.dates().signed;
            let period = signed.and_then(|day| Period::of(day, PeriodKind::Year));
            notices.years.push(period, &one)?;
            let year = signed.and_then(Year::of);
            notices.methods.push(record.method(), year, &one)?;
            let industry = record.industry();
            let section = industry.map(IndustryCode::section);
            notices.industries.push(section, &one)?;
            let holder = record.holders().next().map(str::to_owned);
            notices.holders.push(holder, &one)?;
        }
    }
    Ok(notices)
}

/// What was supplied from 2012 to 2016.
fn supply(notices: &Notices, style: &Style) -> Result<Section, Box<dyn Error>> {
    let words = |zh, en| either(style.language(), zh, en);
    let both = ShareRounding::both(Rounding::half_even(2));
    let style = Style::new(style.language(), AreaUnit::Hectare, both)
        .rounding_areas(Rounding::half_even(2));
    let all = NamedTally::new(
        words("2012至2015年公告供地", "Land supplied from 2012 to 2015"),
        notices.years.total(),
    );
    let year = |year: i16| -> Result<NamedTally, Box<dyn Error>> {
        let period: Period = year.to_string().parse()?;
        let name = period.name(style.language()).into_owned();
        Ok(NamedTally::new(name, notices.years.get(period)?))
    };
    Ok(
        Section::new(words("供地结果公告", "Notices of land supply"))
            .with(Sentence::amount(&all, &style)?)
            .with(Sentence::growth(&year(2013)?, &year(2012)?, &style)?)
            .with(Chart::trend(
                words("按签订年度", "By year of signing"),
                &notices.years,
                &style,
            )?)
            .with(Table::trend(
                words("逐年供地与增长", "Years and their growth"),
                &notices.years,
                Some(Against::Previous),
                &style,
            )?)
            .with(Table::cross(
                words("供地方式与年度（宗数）", "Supply method by year, parcels"),
                words("供地方式", "supply method"),
                &notices.methods,
                CrossCells::Count,
                &style,
            )?)
            .with(Table::cross(
                words(
                    "供地方式与年度（占面积）",
                    "Supply method by year, shares of area",
                ),
                words("供地方式", "supply method"),
                &notices.methods,
                CrossCells::ShareByArea(CellWhole::Column),
                &style,
            )?)
            .with(Chart::shares(
                words("按行业门类占比", "Shares by section of industry"),
                &notices.industries,
                Whole::Total,
                &style,
            )?)
            .with(Chart::concentration(
                words("土地使用权人集中度", "How land is concentrated"),
                &notices.holders.concentration(By::Area, Whole::Keyed)?,
                words("土地使用权人", "holders"),
                &style,
            )?)
            .with(Table::shares(
                words(
                    "按行业门类（最大余数法）",
                    "By section of industry, largest remainder",
                ),
                words("行业", "industry"),
                &notices.industries,
                Whole::Total,
                &style.apportioned(),
            )?)
            .source(words(
                "供地结果公告，文水县（141121）",
                "public notices of results of land supply, Wenshui (141121)",
            )),
    )
}

/// Writes a report in every form, and its charts and tables on their own.
fn write(report: &Report, folder: &Path) -> io::Result<()> {
    let language = report.language();
    for (form, extension) in [
        (Form::Html, "html"),
        (Form::Markdown, "md"),
        (Form::Plain, "txt"),
        (Form::Csv, "csv"),
    ] {
        let path = folder.join(format!("report.{language}.{extension}"));
        fs::write(path, report.render(form).to_string())?;
    }
    let items = report.sections().iter().flat_map(Section::items);
    let charts = items.filter_map(|item| match item {
        Item::Chart(chart) => Some(chart),
        _ => None,
    });
    for (number, chart) in (1..).zip(charts) {
        let path = folder.join(format!("chart-{number}.{language}.svg"));
        fs::write(path, chart.to_string())?;
    }
    for (number, table) in (1..).zip(report.tables()) {
        let path = folder.join(format!("table-{number}.{language}.csv"));
        fs::write(path, table.render(Form::Csv).to_string())?;
    }
    Ok(())
}

/// What was published stands in the report, in every form that has sentences.
fn check(report: &Report) -> Result<(), Box<dyn Error>> {
    for form in [Form::Html, Form::Markdown, Form::Plain] {
        let text = report.render(form).to_string();
        for figure in ["37.18", "5.74", "57%", "15.43%"] {
            assert!(text.contains(figure), "{form}: {figure}");
        }
    }
    let first = report.tables().next().ok_or("no table")?;
    let total = first.total().ok_or("no total")?;
    let total: Vec<&str> = total.iter().map(Cell::as_str).collect();
    assert_eq!(total.get(1..), Some(&["7", "37.18", "100%", "100.00%"][..]));
    let page = report.render(Form::Html).to_string();
    assert_eq!(page.matches("<svg ").count(), 4);
    // Nothing is loaded from anywhere.
    for attribute in ["src=", "href=", "url(", "@import"] {
        assert!(!page.contains(attribute), "{attribute}");
    }
    Ok(())
}
