//! The bytes of the modules `quota`, `pricing`, `evaluation` and `agency`.

use standard_land::agency::{
    AverageReduction, Averaging, Burden, Caseload, Change, PackageName, Packages, ServicePackage,
    ZeroBefore,
};
use standard_land::evaluation::{
    Boundary, Criterion, CriterionName, CutOffs, Grade, Missing, Points, Quotas, Ranked, Ranking,
    Scheme, Ties,
};
use standard_land::exact::Sum;
use standard_land::jiff::civil::{Date, date};
use standard_land::pricing::{
    BasisRank, Benefit, Bracket, Flaw, FlawedBasis, Instalment, LegalBasis, Offer, Payment,
    PaymentAccount, ReceiptId, Scale, Schedule, Tiering,
};
use standard_land::quota::{CarryOver, Closing, LandPlan, PlanEntry, Quota, ZoneName};
use standard_land::{Mode, Ratio};

use super::{Format, from_json, text};
use crate::api::agency::{caseload, package};
use crate::api::parse;
use crate::api::pricing::{instalment, payment, scale};
use crate::api::quota::{plan, quota, rule};
use crate::given::{Values, criterion, plain, plain_score};

const DAY: Date = date(2025, 6, 30);

fn used() -> Quota {
    quota(&[
        (PlanEntry::Applied, "10 ha"),
        (PlanEntry::Approved, "6 ha"),
        (PlanEntry::Refused, "1 ha"),
        (PlanEntry::Used, "2.5 ha"),
    ])
}

fn closing() -> Closing {
    let plan = plan("2025", &[("甲", PlanEntry::Applied, "1 ha")]);
    plan.close(rule(CarryOver::Lapses)).unwrap()
}

fn half() -> Scale {
    scale(Tiering::Marginal, &[("0元", "1/1"), ("1万元", "1/2")])
}

fn offer(reward: Option<Scale>) -> Offer {
    Offer::new(parse("1万元"), half(), reward, parse("rule: r")).unwrap()
}

fn due() -> Instalment {
    instalment(DAY, "1万元")
}

fn schedule() -> Schedule {
    Schedule::new(parse("1万元"), [due()]).unwrap()
}

fn account() -> PaymentAccount {
    let mut account = PaymentAccount::new(schedule());
    account.record(payment("17", DAY, "1万元")).unwrap();
    account
}

fn limited() -> Criterion {
    let limits = (Some(Ratio::ZERO), Some(parse("120/1")));
    criterion("分", "100", 100)
        .with_limits(limits.0, limits.1)
        .unwrap()
}

fn quotas() -> Quotas {
    let shares = ["1/5", "3/5", "0/1"].map(parse);
    Quotas::new(shares, Mode::HalfUp, Boundary::Worse).unwrap()
}

fn ranking() -> Ranking<String> {
    let none = plain().score(&Values::new(), Missing::NotRanked).unwrap();
    let scores = [("b".to_owned(), none), ("a".to_owned(), plain_score("50"))];
    Ranking::of(scores, Ties::Dense).unwrap()
}

fn packages() -> Packages {
    let mut packages = Packages::new();
    packages
        .add(package("甲", (20, 12), (112, 33), (55, 27)))
        .unwrap();
    packages
}

fn average() -> AverageReduction {
    let average = packages().average(Burden::Steps, Averaging::MeanOfRatios, ZeroBefore::Refused);
    average.unwrap()
}

/// Checks a value of every type: the value, its JSON, its postcard.
#[expect(clippy::too_many_lines, reason = "one list of all types")]
pub(super) fn check_every_type(format: &impl Format) {
    format.check::<Points>(
        &plain_score("50").points()[0],
        r#"{"criterion":"分","points":"50/1"}"#,
        "03e58886010435302f31",
    );
    format.check::<Ranked<String>>(
        &ranking().places()[0],
        "\
     {\"rank\":\"1\",\"key\":\"a\",\"total\":\"50/1\",\"score\":\
     {\"points\":[{\"criterion\":\"分\",\"points\":\"50/1\"}],\"total\":\"50/1\"}}",
        "013101610435302f310103e58886010435302f31010435302f31",
    );
    format.check(&Sum::of([]), r#""0/1""#, "03302f31");
    format.check(
        &plain_score("50"),
        "\
     {\"points\":[{\"criterion\":\"分\",\"points\":\"50/1\"}],\"total\":\"50/1\
     \"}",
        "0103e58886010435302f31010435302f31",
    );
    format.check(
        &ranking(),
        "\
     {\"places\":[{\"rank\":\"1\",\"key\":\"a\",\"total\":\"50/1\",\"score\":\
     {\"points\":[{\"criterion\":\"分\",\"points\":\"50/1\"}],\"total\":\"50/1\
     \"}}],\"unranked\":[[\"b\",{\"points\":[{\"criterion\":\"分\",\"points\":\
     null}],\"total\":null}]]}",
        "\
     01013101610435302f310103e58886010435302f31010435302f310101620103e5888600\
     00",
    );
    text::<PlanEntry>(format, "approved", "08617070726f766564");
    text::<ZoneName>(
        format,
        "文水经济开发区",
        "15e69687e6b0b4e7bb8fe6b58ee5bc80e58f91e58cba",
    );
    text::<CarryOver>(format, "carries", "0763617272696573");
    text::<Tiering>(format, "marginal", "086d617267696e616c");
    text::<BasisRank>(
        format,
        "administrative-regulation",
        "1961646d696e6973747261746976652d726567756c6174696f6e",
    );
    text::<LegalBasis>(
        format,
        "law: 土地管理法 art. 55",
        "1c6c61773a20e59c9fe59cb0e7aea1e79086e6b395206172742e203535",
    );
    text::<LegalBasis>(format, "none", "046e6f6e65");
    text::<Benefit>(format, "reward", "06726577617264");
    text::<Flaw>(format, "basis-weak", "0a62617369732d7765616b");
    text::<ReceiptId>(format, "17", "023137");
    text::<CriterionName>(format, "亩均税收", "0ce4baa9e59d87e7a88ee694b6");
    text::<Missing>(format, "not-ranked", "0a6e6f742d72616e6b6564");
    text::<Ties>(format, "competition", "0b636f6d7065746974696f6e");
    text::<Grade>(format, "A", "0141");
    text::<Boundary>(format, "better", "06626574746572");
    text::<Averaging>(format, "ratio-of-sums", "0d726174696f2d6f662d73756d73");
    text::<ZeroBefore>(format, "left-out", "086c6566742d6f7574");
    text::<Burden>(format, "steps", "057374657073");
    text::<PackageName>(format, "拿地即开工", "0fe68bbfe59cb0e58db3e5bc80e5b7a5");
    format.check::<Quota>(
        &used(),
        "\
     {\"applied\":\"10 ha\",\"approved\":\"6 ha\",\"refused\":\"1 ha\",\"used\
     \":\"2.5 ha\",\"carried_in\":\"0 ha\"}",
        "0531302068610436206861043120686106322e352068610430206861",
    );
    format.check::<LandPlan>(
        &plan("2025", &[("甲", PlanEntry::Applied, "1 ha")]),
        "\
     {\"year\":\"2025\",\"zones\":[{\"zone\":\"甲\",\"quota\":{\"applied\":\"1 \
     ha\",\"approved\":\"0 ha\",\"refused\":\"0 ha\",\"used\":\"0 ha\",\"carr\
     ied_in\":\"0 ha\"}}]}",
        "04323032350103e794b204312068610430206861043020686104302068610430206861",
    );
    format.check::<Bracket>(
        &half().brackets()[1],
        "{\"from\":\"10000.00 CNY\",\"rate\":\"1/2\"}",
        "0c31303030302e303020434e5903312f32",
    );
    format.check::<Scale>(
        &half(),
        "\
     {\"tiering\":\"marginal\",\"brackets\":[{\"from\":\"0.00 CNY\",\"rate\":\
     \"1/1\"},{\"from\":\"10000.00 CNY\",\"rate\":\"1/2\"}]}",
        "\
     086d617267696e616c0208302e303020434e5903312f310c31303030302e303020434e59\
     03312f32",
    );
    format.check::<FlawedBasis>(
        &from_json(r#"{"flaw":"basis-missing","benefit":"price"}"#),
        "{\"benefit\":\"price\",\"flaw\":\"basis-missing\"}",
        "0570726963650d62617369732d6d697373696e67",
    );
    format.check::<Offer>(
        &offer(None),
        "\
     {\"cost\":\"10000.00 CNY\",\"price\":{\"tiering\":\"marginal\",\"bracket\
     s\":[{\"from\":\"0.00 CNY\",\"rate\":\"1/1\"},{\"from\":\"10000.00 CNY\"\
     ,\"rate\":\"1/2\"}]},\"reward\":null,\"basis\":\"rule: r\"}",
        "\
     0c31303030302e303020434e59086d617267696e616c0208302e303020434e5903312f31\
     0c31303030302e303020434e5903312f32000772756c653a2072",
    );
    format.check::<Offer>(
        &offer(Some(half())),
        "\
     {\"cost\":\"10000.00 CNY\",\"price\":{\"tiering\":\"marginal\",\"bracket\
     s\":[{\"from\":\"0.00 CNY\",\"rate\":\"1/1\"},{\"from\":\"10000.00 CNY\"\
     ,\"rate\":\"1/2\"}]},\"reward\":{\"tiering\":\"marginal\",\"brackets\":[\
     {\"from\":\"0.00 CNY\",\"rate\":\"1/1\"},{\"from\":\"10000.00 CNY\",\"ra\
     te\":\"1/2\"}]},\"basis\":\"rule: r\"}",
        "\
     0c31303030302e303020434e59086d617267696e616c0208302e303020434e5903312f31\
     0c31303030302e303020434e5903312f3201086d617267696e616c0208302e303020434e\
     5903312f310c31303030302e303020434e5903312f320772756c653a2072",
    );
    format.check::<Instalment>(
        &due(),
        "{\"due\":\"2025-06-30\",\"sum\":\"10000.00 CNY\"}",
        "0a323032352d30362d33300c31303030302e303020434e59",
    );
    format.check::<Schedule>(
        &schedule(),
        "\
     {\"price\":\"10000.00 CNY\",\"instalments\":[{\"due\":\"2025-06-30\",\"s\
     um\":\"10000.00 CNY\"}]}",
        "\
     0c31303030302e303020434e59010a323032352d30362d33300c31303030302e30302043\
     4e59",
    );
    format.check::<Payment>(
        &payment("17", DAY, "1万元"),
        "{\"receipt\":\"17\",\"day\":\"2025-06-30\",\"sum\":\"10000.00 CNY\"}",
        "0231370a323032352d30362d33300c31303030302e303020434e59",
    );
    format.check::<PaymentAccount>(
        &account(),
        "\
     {\"schedule\":{\"price\":\"10000.00 CNY\",\"instalments\":[{\"due\":\"20\
     25-06-30\",\"sum\":\"10000.00 CNY\"}]},\"payments\":[{\"receipt\":\"17\"\
     ,\"day\":\"2025-06-30\",\"sum\":\"10000.00 CNY\"}]}",
        "\
     0c31303030302e303020434e59010a323032352d30362d33300c31303030302e30302043\
     4e59010231370a323032352d30362d33300c31303030302e303020434e59",
    );
    format.check::<Criterion>(
        &criterion("分", "100", 100),
        "\
     {\"name\":\"分\",\"base\":{\"value\":\"100\",\"source\":\"a draft\",\"cer\
     tainty\":\"doubtful\"},\"weight\":\"100/1\",\"least\":null,\"most\":null\
     }",
        "03e5888603313030076120647261667408646f75627466756c053130302f310000",
    );
    format.check::<Criterion>(
        &limited(),
        "\
     {\"name\":\"分\",\"base\":{\"value\":\"100\",\"source\":\"a draft\",\"cer\
     tainty\":\"doubtful\"},\"weight\":\"100/1\",\"least\":\"0/1\",\"most\":\"\
     120/1\"}",
        "\
     03e5888603313030076120647261667408646f75627466756c053130302f310103302f31\
     01053132302f31",
    );
    format.check::<Scheme>(
        &plain(),
        "\
     {\"source\":\"a draft\",\"certainty\":\"doubtful\",\"criteria\":[{\"name\
     \":\"分\",\"base\":{\"value\":\"100\",\"source\":\"a draft\",\"certainty\"\
     :\"doubtful\"},\"weight\":\"100/1\",\"least\":null,\"most\":null}]}",
        "\
     076120647261667408646f75627466756c0103e588860331303007612064726166740864\
     6f75627466756c053130302f310000",
    );
    format.check::<CutOffs>(
        &CutOffs::new(parse("80/1"), parse("60/1"), parse("20/1")).unwrap(),
        "{\"a\":\"80/1\",\"b\":\"60/1\",\"c\":\"20/1\"}",
        "0438302f310436302f310432302f31",
    );
    format.check::<Quotas>(
        &quotas(),
        "\
     {\"shares\":[\"1/5\",\"3/5\",\"0/1\"],\"rounding\":\"half-up\",\"boundar\
     y\":\"worse\"}",
        "03312f3503332f3503302f310768616c662d757005776f727365",
    );
    format.check::<Change>(
        &Change {
            before: 112,
            after: 33,
        },
        "{\"before\":\"112\",\"after\":\"33\"}",
        "03313132023333",
    );
    format.check::<ServicePackage>(
        &package("甲", (20, 12), (112, 33), (55, 27)),
        "\
     {\"name\":\"甲\",\"documents\":{\"before\":\"20\",\"after\":\"12\"},\"ste\
     ps\":{\"before\":\"112\",\"after\":\"33\"},\"time\":{\"before\":\"55\",\"\
     after\":\"27\"}}",
        "03e794b202323002313203313132023333023535023237",
    );
    format.check::<Packages>(
        &packages(),
        "\
     [{\"name\":\"甲\",\"documents\":{\"before\":\"20\",\"after\":\"12\"},\"st\
     eps\":{\"before\":\"112\",\"after\":\"33\"},\"time\":{\"before\":\"55\",\
     \"after\":\"27\"}}]",
        "0103e794b202323002313203313132023333023535023237",
    );
    format.check::<Caseload>(
        &caseload([50, 50, 49, 682]).unwrap(),
        "\
     {\"projects\":\"50\",\"by_commitment\":\"50\",\"prepared\":\"49\",\"item\
     s\":\"682\"}",
        "02353002353002343903363832",
    );
}

/// Checks what is only written.
pub(super) fn check_every_written_type(format: &impl Format) {
    format.check_written(
        &closing(),
        "\
     {\"next\":{\"year\":\"2026\",\"zones\":[]},\"lapsed\":\"0 ha\",\"pending\
     \":\"1 ha\",\"rule\":{\"value\":\"lapses\",\"source\":\"a notice\",\"cer\
     tainty\":\"doubtful\"}}",
        "\
     04323032360004302068610431206861066c61707365730861206e6f7469636508646f75\
     627466756c",
    );
    format.check_written(
        &half().slices(parse("1万元")).unwrap()[0],
        "\
     {\"bracket\":{\"from\":\"0.00 CNY\",\"rate\":\"1/1\"},\"part\":\"10000.0\
     0 CNY\",\"yuan\":\"10000/1\"}",
        "08302e303020434e5903312f310c31303030302e303020434e590731303030302f31",
    );
    format.check_written(
        &offer(None).quote(parse("0元")).unwrap(),
        "\
     {\"contribution\":\"0.00 CNY\",\"price\":\"10000/1\",\"reward\":\"0/1\"}",
        "08302e303020434e590731303030302f3103302f31",
    );
    format.check_written(
        &account().standing(DAY).unwrap(),
        "\
     {\"price\":\"10000.00 CNY\",\"due\":\"10000.00 CNY\",\"paid\":\"10000.00 \
     CNY\",\"overdue\":\"0.00 CNY\",\"unpaid\":\"0.00 CNY\",\"overpaid\":\"0.\
     00 CNY\",\"later\":\"0.00 CNY\"}",
        "\
     0c31303030302e303020434e590c31303030302e303020434e590c31303030302e303020\
     434e5908302e303020434e5908302e303020434e5908302e303020434e5908302e303020\
     434e59",
    );
    format.check_written(
        &average(),
        "\
     {\"value\":\"79/112\",\"averaging\":\"mean-of-ratios\",\"counted\":\"1\"\
     ,\"left_out\":\"0\"}",
        "0637392f3131320e6d65616e2d6f662d726174696f7301310130",
    );
}
