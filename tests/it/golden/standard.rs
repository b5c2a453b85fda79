//! The bytes of the types of the module `standard`, and of what it measures.

use standard_land::IndustryCode;
use standard_land::commitment::{
    Acceptance, AgreedDates, AgreedStep, Assessment, Commitment, Fulfilment, Overall, Promise,
};
use standard_land::exact::Judging;
use standard_land::industry::Edition;
use standard_land::jiff::civil::date;
use standard_land::quantity::{
    Amount, Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, Printed, Unit,
};
use standard_land::source::Certainty;
use standard_land::standard::{
    ControlStandard, CoreIndicator, Direction, Floors, Force, Formula, Indicator, IndicatorKind,
    Input, Investment, LocalStandard, Loosening, MeasureError, Performance, Provision, Qualitative,
    Reference, StandardHistory, StandardName, StandardVersion, Storey, Strictness, Threshold,
};

use super::{Format, text};
use crate::api::parse;

/// Checks a value of every type: the value, its JSON, its postcard.
#[expect(clippy::too_many_lines, reason = "one list of all types")]
pub(super) fn check_every_type(format: &impl Format) {
    text::<Length>(format, "8.1 m", "05382e31206d");
    text::<LengthUnit>(format, "m", "016d");
    text::<Energy>(format, "120.5 tce", "093132302e3520746365");
    text::<EnergyUnit>(format, "tce", "03746365");
    text::<Mass>(format, "1.5 t", "05312e352074");
    text::<MassUnit>(format, "kg", "026b67");
    text::<Printed<EnergyUnit>>(format, "120.50 tce", "0a3132302e353020746365");
    text::<Unit>(format, "万元/亩·年", "0fe4b887e585832fe4baa9c2b7e5b9b4");
    text::<Unit>(format, "1", "0131");
    text::<Amount>(format, "1/3万元/亩", "0d312f33e4b887e585832fe4baa9");
    text::<Amount>(format, "162.5%", "063136322e3525");
    text::<CoreIndicator>(
        format,
        "floor-area-ratio",
        "10666c6f6f722d617265612d726174696f",
    );
    text::<Direction>(format, "at-least", "0861742d6c65617374");
    text::<IndicatorKind>(format, "energy", "06656e65726779");
    text::<IndicatorKind>(format, "机器人密度", "0fe69cbae599a8e4babae5af86e5baa6");
    text::<Formula>(
        format,
        "energy/value-added",
        "12656e657267792f76616c75652d6164646564",
    );
    text::<Input>(format, "land-price", "0a6c616e642d7072696365");
    text::<Threshold>(format, "≥150万元/亩", "10e289a5313530e4b887e585832fe4baa9");
    text::<Threshold>(format, ">1.3且≤2.0", "0d3e312e33e4b894e289a4322e30");
    text::<Threshold>(format, "≥250–350", "0ce289a5323530e28093333530");
    text::<Threshold>(format, "/", "012f");
    text::<Threshold>(format, "一事一议", "0ce4b880e4ba8be4b880e8aeae");
    text::<Threshold>(
        format,
        "按环评批复执行",
        "15e68c89e78eafe8af84e689b9e5a48de689a7e8a18c",
    );
    text::<Threshold>(
        format,
        "达到先进水平",
        "12e8bebee588b0e58588e8bf9be6b0b4e5b9b3",
    );
    text::<Reference>(
        format,
        "按环评批复执行",
        "15e68c89e78eafe8af84e689b9e5a48de689a7e8a18c",
    );
    text::<Qualitative>(
        format,
        "达到先进水平",
        "12e8bebee588b0e58588e8bf9be6b0b4e5b9b3",
    );
    text::<Judging>(format, "full-value", "0a66756c6c2d76616c7565");
    text::<Judging>(format, "half-even", "0968616c662d6576656e");
    text::<Strictness>(format, "tighter", "0774696768746572");
    text::<Edition>(format, "GB/T 4754-2002", "0e47422f5420343735342d32303032");
    text::<IndustryCode>(
        format,
        "GB/T 4754-2002 3514",
        "1347422f5420343735342d323030322033353134",
    );
    text::<Force>(format, "binding", "0762696e64696e67");
    text::<Certainty>(format, "seen", "047365656e");
    text::<StandardName>(
        format,
        "工业项目建设用地控制指标（2008年）",
        "31e5b7a5e4b89ae9a1b9e79baee5bbbae8aebee794a8e59cb0e68ea7e588b6e68c87e6a087efbc8832303038e5b9b4efbc89",
    );
    text::<Loosening>(format, "refused", "0772656675736564");
    text::<Acceptance>(format, "completion", "0a636f6d706c6574696f6e");
    text::<AgreedStep>(format, "production", "0a70726f64756374696f6e");
    text::<Fulfilment>(format, "not-measurable", "0e6e6f742d6d656173757261626c65");
    text::<Overall>(format, "open", "046f70656e");
    text::<MeasureError>(
        format,
        "missing: land, plant",
        "146d697373696e673a206c616e642c20706c616e74",
    );
    format.check::<Indicator>(
        &Indicator::usual(CoreIndicator::TaxPerArea),
        r#"{"kind":"tax-per-area","unit":"万元/亩·年","direction":"at-least"}"#,
        "0c7461782d7065722d617265610fe4b887e585832fe4baa9c2b7e5b9b40861742d6c65617374",
    );
    format.check::<Provision>(
        &provision(),
        "\
     {\"indicator\":{\"kind\":\"floor-area-ratio\",\"unit\":\"1\",\
     \"direction\":\"at-least\"},\"trade\":\"GB/T 4754-2002 35\",\
     \"threshold\":\"≥0.7\",\"force\":\"binding\",\"clause\":\"四（二）表2\",\
     \"certainty\":\"seen\"}",
        "\
     10666c6f6f722d617265612d726174696f01310861742d6c65617374011147422f5420343735342d\
     3230303220333506e289a5302e370762696e64696e670110e59b9befbc88e4ba8cefbc89e8a1a832\
     047365656e",
    );
    format.check::<ControlStandard>(
        &standard(),
        "\
     {\"document\":\"标准（2008年）\",\"classification\":\"GB/T 4754-2002\",\
     \"provisions\":[{\"indicator\":{\"kind\":\"floor-area-ratio\",\"unit\":\"1\",\
     \"direction\":\"at-least\"},\"trade\":\"GB/T 4754-2002 35\",\
     \"threshold\":\"≥0.7\",\"force\":\"binding\",\"clause\":\"四（二）表2\",\
     \"certainty\":\"seen\"}]}",
        "\
     13e6a087e58786efbc8832303038e5b9b4efbc890e47422f5420343735342d323030320110666c6f\
     6f722d617265612d726174696f01310861742d6c65617374011147422f5420343735342d32303032\
     20333506e289a5302e370762696e64696e670110e59b9befbc88e4ba8cefbc89e8a1a83204736565\
     6e",
    );
    format.check(
        &StandardVersion {
            from: date(2008, 1, 31),
            standard: standard(),
        },
        "\
     {\"from\":\"2008-01-31\",\"standard\":{\"document\":\"标准（2008年）\",\"\
     classification\":\"GB/T 4754-2002\",\"provisions\":[{\"indicator\":{\
     \"kind\":\"floor-area-ratio\",\"unit\":\"1\",\"direction\":\"at-leas\
     t\"},\"trade\":\"GB/T 4754-2002 35\",\"threshold\":\"≥0.7\",\"force\"\
     :\"binding\",\"clause\":\"四（二）表2\",\"certainty\":\"seen\"}]}}",
        "\
     0a323030382d30312d333113e6a087e58786efbc8832303038e5b9b4efbc890e4742\
     2f5420343735342d323030320110666c6f6f722d617265612d726174696f01310861\
     742d6c65617374011147422f5420343735342d3230303220333506e289a5302e3707\
     62696e64696e670110e59b9befbc88e4ba8cefbc89e8a1a832047365656e",
    );
    format.check(
        &StandardHistory::new()
            .with(date(2008, 1, 31), standard())
            .unwrap(),
        "\
     {\"versions\":[{\"from\":\"2008-01-31\",\"standard\":{\"document\":\"\
     标准（2008年）\",\"classification\":\"GB/T 4754-2002\",\"provisions\":[{\"\
     indicator\":{\"kind\":\"floor-area-ratio\",\"unit\":\"1\",\"directio\
     n\":\"at-least\"},\"trade\":\"GB/T 4754-2002 35\",\"threshold\":\"≥0\
     .7\",\"force\":\"binding\",\"clause\":\"四（二）表2\",\"certainty\":\"see\
     n\"}]}}]}",
        "\
     010a323030382d30312d333113e6a087e58786efbc8832303038e5b9b4efbc890e47\
     422f5420343735342d323030320110666c6f6f722d617265612d726174696f013108\
     61742d6c65617374011147422f5420343735342d3230303220333506e289a5302e37\
     0762696e64696e670110e59b9befbc88e4ba8cefbc89e8a1a832047365656e",
    );
    format.check::<LocalStandard>(
        &local(),
        "\
     {\"upper\":{\"document\":\"标准（2008年）\",\"classification\":\"GB/T 4754-2002\",\
     \"provisions\":[{\"indicator\":{\"kind\":\"floor-area-ratio\",\"unit\":\"1\",\
     \"direction\":\"at-least\"},\"trade\":\"GB/T 4754-2002 35\",\
     \"threshold\":\"≥0.7\",\"force\":\"binding\",\"clause\":\"四（二）表2\",\
     \"certainty\":\"seen\"}]},\"local\":{\"document\":\"县\",\
     \"classification\":\"GB/T 4754-2002\",\"provisions\":[]},\
     \"loosening\":\"refused\"}",
        "\
     13e6a087e58786efbc8832303038e5b9b4efbc890e47422f5420343735342d323030320110666c6f\
     6f722d617265612d726174696f01310861742d6c65617374011147422f5420343735342d32303032\
     20333506e289a5302e370762696e64696e670110e59b9befbc88e4ba8cefbc89e8a1a83204736565\
     6e03e58ebf0e47422f5420343735342d32303032000772656675736564",
    );
    format.check::<Investment>(
        &Investment::default(),
        r#"{"plant":null,"equipment":null,"land_price":null}"#,
        "000000",
    );
    format.check::<Storey>(
        &Storey {
            floor_area: parse("1 ha"),
            height: parse("8.1 m"),
        },
        r#"{"floor_area":"1 ha","height":"8.1 m"}"#,
        "043120686105382e31206d",
    );
    format.check::<Floors>(
        &Floors::new(parse("1 ha"), parse("1.5 ha")).unwrap(),
        r#"{"floor_area":"1 ha","counted":"1.5 ha"}"#,
        "043120686106312e35206861",
    );
    format.check::<Performance>(
        &Performance::default(),
        "\
     {\"land\":null,\"investment\":{\"plant\":null,\"equipment\":null,\
     \"land_price\":null},\"floors\":null,\"buildings\":null,\"structures\":null,\
     \"yards\":null,\"administrative_land\":null,\
     \"administrative_floor_area\":null,\"green\":null,\"height\":null,\
     \"tax\":null,\"output\":null,\"revenue\":null,\"research\":null,\
     \"value_added\":null,\"energy\":null,\"emissions\":null,\"local\":{}}",
        "0000000000000000000000000000000000000000",
    );
    format.check::<Performance>(
        &performance(),
        "\
     {\"land\":\"3 ha\",\"investment\":{\"plant\":null,\"equipment\":null,\
     \"land_price\":null},\"floors\":null,\"buildings\":null,\"structures\":null,\
     \"yards\":null,\"administrative_land\":null,\
     \"administrative_floor_area\":null,\"green\":\"0.6 ha\",\"height\":null,\
     \"tax\":null,\"output\":null,\"revenue\":null,\"research\":null,\
     \"value_added\":null,\"energy\":\"900 tce\",\"emissions\":null,\
     \"local\":{\"机器人密度\":\"0.5\"}}",
        "\
     0104332068610000000000000000000106302e362068610000000000000107393030207463650001\
     0fe69cbae599a8e4babae5af86e5baa603302e35",
    );
    format.check::<Promise>(
        &Promise::usual(CoreIndicator::GreenRatio, "≤20%").unwrap(),
        "\
     {\"indicator\":{\"kind\":\"green-ratio\",\"unit\":\"%\",\
     \"direction\":\"at-most\"},\"threshold\":\"≤20%\",\"acceptance\":\"completion\"}",
        "0b677265656e2d726174696f01250761742d6d6f737406e289a43230250a636f6d706c6574696f6e",
    );
    format.check::<AgreedDates>(
        &AgreedDates::default(),
        r#"{"signed":null,"start":null,"completion":null,"production":null}"#,
        "00000000",
    );
    format.check::<Commitment>(
        &Commitment::new(parse("P-1"), parse("甲")),
        "\
     {\"parcel\":\"P-1\",\"enterprise\":\"甲\",\"promises\":[],\
     \"judging\":\"full-value\",\"dates\":{\"signed\":null,\"start\":null,\
     \"completion\":null,\"production\":null},\"bond\":null,\"industry\":null}",
        "03502d3103e794b2000a66756c6c2d76616c7565000000000000",
    );
    format.check::<Commitment>(
        &commitment(),
        "\
     {\"parcel\":\"P-1\",\"enterprise\":\"甲\",\
     \"promises\":[{\"indicator\":{\"kind\":\"green-ratio\",\"unit\":\"%\",\
     \"direction\":\"at-most\"},\"threshold\":\"≤20%\",\
     \"acceptance\":\"completion\"},{\"indicator\":{\"kind\":\"floor-area-ratio\",\
     \"unit\":\"1\",\"direction\":\"at-least\"},\"threshold\":\"≥0.8\",\
     \"acceptance\":\"completion\"}],\"judging\":\"half-even\",\
     \"dates\":{\"signed\":\"2024-05-01\",\"start\":null,\"completion\":null,\
     \"production\":null},\"bond\":\"1000000.00 CNY\",\"industry\":\"2521\"}",
        "\
     03502d3103e794b2020b677265656e2d726174696f01250761742d6d6f737406e289a43230250a63\
     6f6d706c6574696f6e10666c6f6f722d617265612d726174696f01310861742d6c6561737406e289\
     a5302e380a636f6d706c6574696f6e0968616c662d6576656e010a323032342d30352d3031000000\
     010e313030303030302e303020434e59010432353231",
    );
    format.check::<Assessment>(
        &commitment().assess(Acceptance::Completion, &performance()),
        "\
     {\"parcel\":\"P-1\",\"enterprise\":\"甲\",\"acceptance\":\"completion\",\
     \"judging\":\"half-even\",\
     \"judgements\":[{\"promise\":{\"indicator\":{\"kind\":\"green-ratio\",\
     \"unit\":\"%\",\"direction\":\"at-most\"},\"threshold\":\"≤20%\",\
     \"acceptance\":\"completion\"},\"value\":\"20%\",\"reason\":null,\
     \"outcome\":\"kept\"},\
     {\"promise\":{\"indicator\":{\"kind\":\"floor-area-ratio\",\"unit\":\"1\",\
     \"direction\":\"at-least\"},\"threshold\":\"≥0.8\",\
     \"acceptance\":\"completion\"},\"value\":null,\
     \"reason\":\"missing: floor-area\",\"outcome\":\"not-measurable\"}],\
     \"overall\":\"open\"}",
        "\
     03502d3103e794b20a636f6d706c6574696f6e0968616c662d6576656e020b677265656e2d726174\
     696f01250761742d6d6f737406e289a43230250a636f6d706c6574696f6e010332302500046b6570\
     7410666c6f6f722d617265612d726174696f01310861742d6c6561737406e289a5302e380a636f6d\
     706c6574696f6e0001136d697373696e673a20666c6f6f722d617265610e6e6f742d6d6561737572\
     61626c65046f70656e",
    );
}

fn provision() -> Provision {
    let ratio = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let threshold = ratio.read("≥0.7").unwrap();
    let provision = Provision::new(ratio, threshold).unwrap();
    provision
        .of_trade(parse("GB/T 4754-2002 35"))
        .with_clause("四（二）表2")
        .unwrap()
}

fn standard() -> ControlStandard {
    ControlStandard::new(parse("标准（2008年）"), Edition::E2002)
        .with(provision())
        .unwrap()
}

fn local() -> LocalStandard {
    let empty = ControlStandard::new(parse("县"), Edition::E2002);
    LocalStandard::new(standard(), empty, Loosening::Refused).unwrap()
}

fn performance() -> Performance {
    let mut performance = Performance {
        land: Some(parse("3 ha")),
        green: Some(parse("0.6 ha")),
        energy: Some(parse("900 tce")),
        ..Performance::default()
    };
    performance.local.insert(parse("机器人密度"), parse("0.5"));
    performance
}

fn commitment() -> Commitment {
    let dates = AgreedDates {
        signed: Some(date(2024, 5, 1)),
        ..AgreedDates::default()
    };
    [
        (CoreIndicator::GreenRatio, "≤20%"),
        (CoreIndicator::FloorAreaRatio, "≥0.8"),
    ]
    .into_iter()
    .fold(
        Commitment::new(parse("P-1"), parse("甲")),
        |agreement, (core, cell)| {
            let promise = Promise::usual(core, cell).unwrap();
            agreement.with_promise(promise).unwrap()
        },
    )
    .with_dates(dates)
    .unwrap()
    .with_bond(parse("100万元"))
    .unwrap()
    .with_industry(parse("2521"))
    .with_judging(parse("half-even"))
}
