//! Reading a file of published notices, from memory.

use std::env;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read};

use rust_decimal::Decimal;
use serde::Deserialize;
use standard_land::notice::{Account, Reader};

use crate::race::{Goal, Race, Random, Scale, Scores, clock};

/// More rows say nothing more.
const MOST: usize = 1_000_000;

pub(crate) fn compare(rows: usize, scores: &mut Scores) {
    let rows = rows.min(MOST);
    let file = file(rows);
    let scale = Scale {
        count: rows,
        keys: 0,
    };

    let race = Race::run(7, || read(file.as_slice()), || read_naively(&file));
    let (account, theirs) = (race.ours, race.theirs);
    assert_eq!(account.rows(), rows as u64);
    assert_eq!(account.records().parcels(), rows as u64, "{account}");
    assert_eq!(theirs.parcels, rows as u64);
    let hectares = account.records().area().quanta() / 1_500;
    assert_eq!(theirs.area * Decimal::from(1_000_000), hectares.into());
    let name = "notices / csv + serde, plain struct";
    scores.add(scale, name, race.times, Goal::TimesAsFast(2.5));

    let race = Race::run(7, || read(file.as_slice()), || tokenise(&file));
    assert_eq!(race.theirs, rows);
    let seconds = race.times.ours / 1e9;
    scores.add(
        scale,
        "notices / csv, tokenising alone",
        race.times,
        Goal::AtMost(2.5),
    );
    println!(
        "{:>14}  ours: {:.2} million rows/s, {:.0} MB/s of {:.0} MB",
        "",
        rows as f64 / 1e6 / seconds,
        file.len() as f64 / 1e6 / seconds,
        file.len() as f64 / 1e6,
    );
    if let Ok(path) = env::var("RATIOS_FILE") {
        match read_from(&path, &file) {
            Ok(times) => println!(
                "{:>14}  ours from {path}: best {:.2}, median {:.2} million rows/s",
                "",
                rows as f64 * 1e3 / times[0],
                rows as f64 * 1e3 / times[times.len() / 2],
            ),
            Err(error) => println!("{:>14}  {path}: {error}", ""),
        }
    }
}

/// Writes the rows to a file, for peers in other languages, and reads it as
/// they do: seven times, the shortest time first.
fn read_from(path: &str, rows: &[u8]) -> io::Result<Vec<f64>> {
    fs::write(path, rows)?;
    let mut times = Vec::new();
    for _ in 0..7 {
        let source = File::open(path)?;
        clock(&mut times, || read(&source));
    }
    times.sort_by(f64::total_cmp);
    Ok(times)
}

/// All checks on: every row a record, with its findings and repeats.
#[inline(never)]
fn read(file: impl Read) -> Account {
    let Ok(mut reader) = Reader::new(file) else {
        return Account::default();
    };
    for outcome in &mut reader {
        black_box(&outcome);
    }
    reader.account().clone()
}

/// What one would write first: a struct of text and decimals.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a plain struct holds every column")]
struct Plain {
    #[serde(rename = "行政区")]
    division: String,
    #[serde(rename = "电子监管号")]
    number: String,
    #[serde(rename = "项目名称")]
    project: String,
    #[serde(rename = "项目位置")]
    location: String,
    #[serde(rename = "面积(公顷)", deserialize_with = "decimal")]
    area: Decimal,
    #[serde(rename = "土地来源", deserialize_with = "decimal")]
    land_source: Decimal,
    #[serde(rename = "土地用途")]
    land_use: String,
    #[serde(rename = "供地方式")]
    method: String,
    #[serde(rename = "土地使用年限")]
    term: String,
    #[serde(rename = "行业分类")]
    industry: String,
    #[serde(rename = "土地级别")]
    grade: String,
    #[serde(rename = "成交价格(万元)", deserialize_with = "decimal")]
    price: Decimal,
    #[serde(rename = "土地使用权人")]
    holder: String,
    #[serde(rename = "约定容积率下限")]
    ratio_min: String,
    #[serde(rename = "约定容积率上限")]
    ratio_max: String,
    #[serde(rename = "约定交地时间")]
    agreed_handover: String,
    #[serde(rename = "约定开工时间")]
    agreed_start: String,
    #[serde(rename = "约定竣工时间")]
    agreed_completion: String,
    #[serde(rename = "实际开工时间")]
    actual_start: String,
    #[serde(rename = "实际竣工时间")]
    actual_completion: String,
    #[serde(rename = "批准单位")]
    approved_by: String,
    #[serde(rename = "合同签订日期")]
    signed: String,
}

/// `rust_decimal` without its serde features: a string, then parsed.
fn decimal<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = <&str>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

#[derive(Debug, Default)]
struct Sum {
    parcels: u64,
    area: Decimal,
}

#[inline(never)]
fn read_naively(file: &[u8]) -> Sum {
    let mut sum = Sum::default();
    let mut rows = csv::Reader::from_reader(file);
    for plain in rows.deserialize::<Plain>().flatten() {
        sum.parcels += 1;
        sum.area += black_box(&plain).area;
    }
    sum
}

#[inline(never)]
fn tokenise(file: &[u8]) -> usize {
    let mut rows = csv::Reader::from_reader(file);
    let mut row = csv::ByteRecord::new();
    let mut count = 0;
    while matches!(rows.read_byte_record(&mut row), Ok(true)) {
        black_box(&row);
        count += 1;
    }
    count
}

/// Rows shaped like published ones, each with a number of its own.
fn file(rows: usize) -> Vec<u8> {
    let mut random = Random::new();
    let mut pick = |from: &[&'static str]| from[random.below(from.len() as u64) as usize];
    let mut file = String::from(HEADER);
    let mut figures = Random::new();
    let mut figure = |limit| figures.below(limit);
    for row in 0..rows {
        let year = 2004 + row / 100_000;
        let month = 1 + figure(12);
        let divisions = pick(&[
            "文水县,141121",
            "孝义市,141181",
            "汾阳市,141182",
            "交城县,141122",
        ]);
        let _ = write!(
            file,
            "{divisions}{year}B{:05},{}项目,{},{}.{:06},0.000000,{},{},{},{},{},{}.{:04},{},{}.{:02},{},",
            row % 100_000,
            pick(&[
                "年产6万吨废机油再生利用",
                "新建化工产品调制仓储",
                "精密铸造"
            ]),
            pick(&["文水县南安镇高车村", "孝义镇乐村", "凤城镇岳村，南关"]),
            figure(40),
            1 + figure(999_999),
            pick(&["工业用地", "仓储用地", "其他商服用地"]),
            pick(&["挂牌出让", "协议出让", "拍卖出让"]),
            pick(&["50", "50", "40", "37.4"]),
            pick(&[
                "化学原料及化学制品制造业",
                "仓储业",
                "农副食品加工业",
                "其它"
            ]),
            pick(&["未评估地区", "三级"]),
            10 + figure(9000),
            figure(10_000),
            pick(&[
                "山西鑫海化工有限公司",
                "山西庆华物流有限公司",
                "文水县金源供水有限公司"
            ]),
            figure(2),
            figure(100),
            pick(&["", "2.40", "3.00"]),
        );
        let _ = writeln!(
            file,
            "{year}年{month:02}月28日,{}年{month:02}月28日,{}年{month:02}月28日,,,文水县,{year}年{month:02}月{:02}日",
            year + 1,
            year + 2,
            1 + figure(28),
        );
    }
    file.into_bytes()
}

const HEADER: &str = "行政区,电子监管号,项目名称,项目位置,面积(公顷),土地来源,土地用途,供地方式,\
    土地使用年限,行业分类,土地级别,成交价格(万元),土地使用权人,约定容积率下限,约定容积率上限,\
    约定交地时间,约定开工时间,约定竣工时间,实际开工时间,实际竣工时间,批准单位,合同签订日期\n";
