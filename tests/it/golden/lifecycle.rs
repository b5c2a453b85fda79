//! The bytes of the life of a parcel and of the module `oversight`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use standard_land::allocation::{Milestone, Milestones};
use standard_land::calendar::{Fullness, Months};
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Action, Cause, Event, Excusable, Excuse, Fee, IdleMeasure, IdleRules, IdleStatus, Overdue,
    PartOf, Problem, ProblemCounts, ProblemId, ProblemList, ProblemState, Remark, Standing, Team,
    Works,
};
use standard_land::parcel::{
    Connections, Entry, Evidence, Lack, LackReason, Life, LifeStep, Requirement, Requirements,
    Stage, StartOnGrant,
};
use standard_land::source::{Certainty, DocumentId, Source, Sourced};
use standard_land::{Area, Ratio};

use super::{Format, text};
use crate::api::parse;

#[expect(clippy::too_many_lines, reason = "one list of all types")]
pub(super) fn check_every_type(format: &impl Format) {
    text::<Certainty>(format, "remembered", "0a72656d656d6265726564");
    text::<Source>(format, "art. 2", "066172742e2032");
    text::<Stage>(format, "standards-set", "0d7374616e64617264732d736574");
    text::<LifeStep>(format, "sign-contract", "0d7369676e2d636f6e7472616374");
    text::<StartOnGrant>(format, "met", "036d6574");
    text::<DocumentId>(format, "D-1", "03442d31");
    text::<Requirement>(format, "通路", "06e9809ae8b7af");
    text::<Connections>(format, "three", "057468726565");
    text::<Months>(format, "12 months", "093132206d6f6e746873");
    text::<Fullness>(format, "last-day", "086c6173742d646179");
    text::<Excusable>(format, "start-and-stop", "0e73746172742d616e642d73746f70");
    text::<Cause>(format, "government", "0a676f7665726e6d656e74");
    text::<IdleMeasure>(format, "both", "04626f7468");
    text::<ProblemId>(format, "2025-07", "07323032352d3037");
    text::<Team>(format, "甲", "03e794b2");
    text::<Remark>(format, "问题", "06e997aee9a298");
    text::<ProblemState>(format, "overdue", "076f766572647565");
    format.check::<Sourced<Ratio>>(
        &Sourced::new(parse("1/3"), parse("art. 2"), Certainty::Seen),
        r#"{"value":"1/3","source":"art. 2","certainty":"seen"}"#,
        "03312f33066172742e2032047365656e",
    );
    format.check::<Entry>(
        &entry(),
        r#"{"step":"assess","date":"2024-05-01","document":"D-1"}"#,
        "066173736573730a323032342d30352d303103442d31",
    );
    format.check::<Life>(
        &Life::replay(parse("P-1"), [entry()]).unwrap(),
        "{\"parcel\":\"P-1\",\"entries\":[\
         {\"step\":\"assess\",\"date\":\"2024-05-01\",\"document\":\"D-1\"}]}",
        "03502d3101066173736573730a323032342d30352d303103442d31",
    );
    format.check::<Requirements>(
        &Requirements::new([Sourced::new(parse("通路"), parse("s"), Certainty::Seen)]).unwrap(),
        r#"[{"value":"通路","source":"s","certainty":"seen"}]"#,
        "0106e9809ae8b7af0173047365656e",
    );
    let evidence = Evidence::new(parse("通路"), parse("D-1"), date(2024, 5, 1));
    format.check::<Evidence>(
        &evidence,
        r#"{"requirement":"通路","document":"D-1","first":"2024-05-01","last":null}"#,
        "06e9809ae8b7af03442d310a323032342d30352d303100",
    );
    format.check::<Evidence>(
        &evidence.until(date(2024, 5, 2)).unwrap(),
        r#"{"requirement":"通路","document":"D-1","first":"2024-05-01","last":"2024-05-02"}"#,
        "06e9809ae8b7af03442d310a323032342d30352d3031010a323032342d30352d3032",
    );
    let excuse = Excuse::new(Cause::ForceMajeure, date(2024, 5, 1), parse("E-1"));
    format.check::<Excuse>(
        &excuse,
        r#"{"cause":"force-majeure","first":"2024-05-01","last":null,"document":"E-1"}"#,
        "0d666f7263652d6d616a657572650a323032342d30352d30310003452d31",
    );
    format.check::<PartOf<Area>>(
        &PartOf {
            part: parse("1 ha"),
            of: parse("3 ha"),
        },
        r#"{"part":"1 ha","of":"3 ha"}"#,
        "04312068610433206861",
    );
    format.check::<Works>(
        &Works::new(Milestones::default()).unwrap(),
        "{\"dates\":{\"signed\":null,\"agreed_handover\":null,\"agreed_start\":null,\
         \"agreed_completion\":null,\"actual_start\":null,\"actual_completion\":null,\
         \"ended\":null},\"price\":null,\"stopped\":null,\"developed\":null,\"invested\":null,\
         \"excuses\":[]}",
        "000000000000000000000000",
    );
    format.check::<Works>(
        &full_works(excuse),
        "{\"dates\":{\"signed\":null,\"agreed_handover\":null,\"agreed_start\":null,\
         \"agreed_completion\":null,\"actual_start\":\"2024-05-01\",\"actual_completion\":null,\
         \"ended\":null},\"price\":\"1.00 CNY\",\"stopped\":\"2024-05-02\",\
         \"developed\":{\"part\":\"1 ha\",\"of\":\"3 ha\"},\
         \"invested\":{\"part\":\"1.00 CNY\",\"of\":\"4.00 CNY\"},\
         \"excuses\":[{\"cause\":\"force-majeure\",\"first\":\"2024-05-01\",\"last\":null,\
         \"document\":\"E-1\"}]}",
        "\
         00000000010a323032342d30352d303100000108312e303020434e59010a323032342d30352d3032\
         01043120686104332068610108312e303020434e5908342e303020434e59010d666f7263652d6d61\
         6a657572650a323032342d30352d30310003452d31",
    );
    format.check::<IdleRules>(
        &IdleRules::of_2012(),
        RULES_OF_2012,
        "\
         093132206d6f6e74687326e997b2e7bdaee59c9fe59cb0e5a484e7bdaee58a9ee6b3952028323031\
         3229206172742e2032047365656e093132206d6f6e74687326e997b2e7bdaee59c9fe59cb0e5a484\
         e7bdaee58a9ee6b39520283230313229206172742e2032047365656e03312f3326e997b2e7bdaee5\
         9c9fe59cb0e5a484e7bdaee58a9ee6b39520283230313229206172742e2032047365656e0632352f\
         31303026e997b2e7bdaee59c9fe59cb0e5a484e7bdaee58a9ee6b39520283230313229206172742e\
         2032047365656e093132206d6f6e74687345e997b2e7bdaee59c9fe59cb0e5a484e7bdaee58a9ee6\
         b39520283230313229206172742e203134202831292c206173207265706f7274656420696e204a75\
         6e652032303132047365656e0632302f31303075e997b2e7bdaee59c9fe59cb0e5a484e7bdaee58a\
         9ee6b39520283230313229206172742e203134202831292c206173207265706f7274656420696e20\
         4a756e6520323031323b20e59f8ee5b882e688bfe59cb0e4baa7e7aea1e79086e6b395206172742e\
         20323620736179733a206174206d6f7374047365656e093234206d6f6e74687345e997b2e7bdaee5\
         9c9fe59cb0e5a484e7bdaee58a9ee6b39520283230313229206172742e203134202832292c206173\
         207265706f7274656420696e204a756e652032303132047365656e086c6173742d64617934e6bba1\
         e4b880e5b9b420696e206172742e20322c207265616420627920e6b091e6b395e585b82061727473\
         2e203230312d32303308646f75627466756c0e73746172742d616e642d73746f702be997b2e7bdae\
         e59c9fe59cb0e5a484e7bdaee58a9ee6b3952028323031322920617274732e20382c20313408646f\
         75627466756c",
    );
    for (action, json, postcard) in [
        (
            Action::HandOver { team: parse("乙") },
            r#"{"hand-over":{"team":"乙"}}"#,
            "0003e4b999",
        ),
        (
            Action::Postpone {
                due: date(2025, 5, 1),
            },
            r#"{"postpone":{"due":"2025-05-01"}}"#,
            "010a323032352d30352d3031",
        ),
        (
            Action::Close {
                remark: parse("好"),
            },
            r#"{"close":{"remark":"好"}}"#,
            "0203e5a5bd",
        ),
        (
            Action::Reopen {
                due: date(2025, 5, 1),
            },
            r#"{"reopen":{"due":"2025-05-01"}}"#,
            "030a323032352d30352d3031",
        ),
    ] {
        format.check::<Action>(&action, json, postcard);
    }
    format.check::<Event>(
        &closing(),
        r#"{"date":"2025-04-01","action":{"close":{"remark":"好"}}}"#,
        "0a323032352d30342d30310203e5a5bd",
    );
    format.check::<Problem>(
        &problem(),
        "{\"id\":\"7\",\"remark\":\"问题\",\"parcel\":\"P-1\",\"opened\":\"2025-03-03\",\
         \"team\":\"甲\",\"due\":\"2025-03-31\",\
         \"events\":[{\"date\":\"2025-04-01\",\"action\":{\"close\":{\"remark\":\"好\"}}}]}",
        "\
         013706e997aee9a2980103502d310a323032352d30332d303303e794b20a323032352d30332d3331\
         010a323032352d30342d30310203e5a5bd",
    );
    format.check::<ProblemList>(
        &ProblemList::try_from(vec![problem()]).unwrap(),
        "[{\"id\":\"7\",\"remark\":\"问题\",\"parcel\":\"P-1\",\"opened\":\"2025-03-03\",\
         \"team\":\"甲\",\"due\":\"2025-03-31\",\
         \"events\":[{\"date\":\"2025-04-01\",\"action\":{\"close\":{\"remark\":\"好\"}}}]}]",
        "\
         01013706e997aee9a2980103502d310a323032352d30332d303303e794b20a323032352d30332d33\
         31010a323032352d30342d30310203e5a5bd",
    );
}

pub(super) fn check_every_written_type(format: &impl Format) {
    let day = date(2024, 5, 1);
    for (reason, json, postcard) in [
        (LackReason::Missing, r#""missing""#, "00"),
        (
            LackReason::NotYetValid { from: day },
            r#"{"not-yet-valid":{"from":"2024-05-01"}}"#,
            "010a323032342d30352d3031",
        ),
        (
            LackReason::Expired { last: day },
            r#"{"expired":{"last":"2024-05-01"}}"#,
            "020a323032342d30352d3031",
        ),
    ] {
        format.check_written::<LackReason>(&reason, json, postcard);
    }
    format.check_written::<Lack>(
        &lack(),
        r#"{"requirement":"通路","reason":"missing"}"#,
        "06e9809ae8b7af00",
    );
    format.check_written::<Overdue>(
        &overdue(),
        r#"{"milestone":"agreed-start","agreed":"2024-05-01","days":"7"}"#,
        "0c6167726565642d73746172740a323032342d30352d30310137",
    );
    for (standing, json, postcard) in [
        (Standing::NotDue, r#""not-due""#, "04"),
        (
            Standing::StartOverdue {
                days: 7,
                idle_on: None,
            },
            r#"{"start-overdue":{"days":"7","idle_on":null}}"#,
            "05013700",
        ),
        (
            Standing::Idle { since: day },
            r#"{"idle":{"since":"2024-05-01"}}"#,
            "060a323032342d30352d3031",
        ),
        (
            Standing::Stopped { days: 7 },
            r#"{"stopped":{"days":"7"}}"#,
            "070137",
        ),
        (
            Standing::StoppedUnknown {
                since: day,
                unknown: IdleMeasure::Area,
            },
            r#"{"stopped-unknown":{"since":"2024-05-01","unknown":"area"}}"#,
            "080a323032342d30352d30310461726561",
        ),
        (
            Standing::MayBeDeclaredIdle {
                since: day,
                short: IdleMeasure::Both,
            },
            r#"{"may-be-declared-idle":{"since":"2024-05-01","short":"both"}}"#,
            "090a323032342d30352d303104626f7468",
        ),
    ] {
        format.check_written::<Standing>(&standing, json, postcard);
    }
    let status = status();
    let fee = status.fee.unwrap();
    format.check_written::<Fee>(
        &fee,
        r#"{"since":"2024-05-01","rate":"20/100","price":"1.00 CNY"}"#,
        "0a323032342d30352d30310632302f3130300108312e303020434e59",
    );
    format.check_written::<IdleStatus>(
        &status,
        "{\"day\":\"2024-05-01\",\"standing\":{\"idle\":{\"since\":\"2024-05-01\"}},\
         \"fee\":{\"since\":\"2024-05-01\",\"rate\":\"20/100\",\"price\":\"1.00 CNY\"},\
         \"take_back\":null}",
        "\
         0a323032342d30352d3031060a323032342d30352d3031010a323032342d30352d30310632302f31\
         30300108312e303020434e5900",
    );
    format.check_written::<ProblemCounts>(
        &counts(),
        r#"{"not_yet":"1","open":"2","overdue":"3","closed":"4"}"#,
        "0131013201330134",
    );
}

const RULES_OF_2012: &str = "\
    {\"unstarted\":{\"value\":\"12 months\",\"source\":\"闲置土地处置办法 (2012) art. 2\",\
    \"certainty\":\"seen\"},\
    \"stopped\":{\"value\":\"12 months\",\"source\":\"闲置土地处置办法 (2012) art. 2\",\
    \"certainty\":\"seen\"},\
    \"developed_below\":{\"value\":\"1/3\",\"source\":\"闲置土地处置办法 (2012) art. 2\",\
    \"certainty\":\"seen\"},\
    \"invested_below\":{\"value\":\"25/100\",\"source\":\"闲置土地处置办法 (2012) art. 2\",\
    \"certainty\":\"seen\"},\
    \"fee_after\":{\"value\":\"12 months\",\"source\":\"闲置土地处置办法 (2012) art. 14 (1), as reported in June 2012\",\
    \"certainty\":\"seen\"},\
    \"fee_rate\":{\"value\":\"20/100\",\"source\":\"闲置土地处置办法 (2012) art. 14 (1), as reported in June 2012; 城市房地产管理法 art. 26 says: at most\",\
    \"certainty\":\"seen\"},\
    \"take_back_after\":{\"value\":\"24 months\",\"source\":\"闲置土地处置办法 (2012) art. 14 (2), as reported in June 2012\",\
    \"certainty\":\"seen\"},\
    \"fullness\":{\"value\":\"last-day\",\"source\":\"满一年 in art. 2, read by 民法典 arts. 201-203\",\
    \"certainty\":\"doubtful\"},\
    \"excusable\":{\"value\":\"start-and-stop\",\"source\":\"闲置土地处置办法 (2012) arts. 8, 14\",\
    \"certainty\":\"doubtful\"}}";

fn lack() -> Lack {
    let lacks = Requirements::connected(Connections::Three).lacks(&[], date(2024, 5, 1));
    lacks.into_iter().next().unwrap()
}

fn agreed(start: Date) -> Works {
    let dates = Milestones::default().with(Milestone::AgreedStart, start);
    Works::new(dates).unwrap()
}

fn overdue() -> Overdue {
    agreed(date(2024, 5, 1)).overdue_on(date(2024, 5, 8))[0]
}

/// Idle, with a fee, since 2024-05-01.
fn status() -> IdleStatus {
    let works = agreed(date(2023, 5, 1)).with_price(parse("1元")).unwrap();
    IdleRules::of_2012().judge(&works, date(2024, 5, 1))
}

fn counts() -> ProblemCounts {
    let mut counts = ProblemCounts::default();
    (counts.not_yet, counts.open) = (1, 2);
    (counts.overdue, counts.closed) = (3, 4);
    counts
}

fn entry() -> Entry {
    Entry::new(LifeStep::Assess, date(2024, 5, 1), parse("D-1"))
}

fn full_works(excuse: Excuse) -> Works {
    let dates = Milestones::default().with(Milestone::ActualStart, date(2024, 5, 1));
    Works::new(dates)
        .and_then(|works| works.with_price(parse("1元")))
        .and_then(|works| works.with_stop(date(2024, 5, 2)))
        .and_then(|works| {
            works.with_developed(PartOf {
                part: parse("1 ha"),
                of: parse("3 ha"),
            })
        })
        .and_then(|works| {
            works.with_invested(PartOf {
                part: parse("1元"),
                of: parse("4元"),
            })
        })
        .unwrap()
        .with_excuse(excuse)
}

fn closing() -> Event {
    Event {
        date: date(2025, 4, 1),
        action: Action::Close {
            remark: parse("好"),
        },
    }
}

fn problem() -> Problem {
    let (opened, due) = (date(2025, 3, 3), date(2025, 3, 31));
    let mut problem = Problem::open(parse("7"), parse("问题"), opened, parse("甲"), due)
        .unwrap()
        .with_parcel(parse("P-1"));
    problem.record(closing()).unwrap();
    problem
}

fn written(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap()
}

#[test]
fn fields_that_are_not_known_may_be_missing_and_no_others() {
    /// Removes each field in turn: what is read without it, then with one more.
    fn check<T: DeserializeOwned>(json: &Json, optional: &[&str]) {
        assert!(serde_json::from_value::<T>(json.clone()).is_ok(), "{json}");
        for field in json.as_object().unwrap().keys() {
            let mut without = json.clone();
            without.as_object_mut().unwrap().remove(field);
            let read = serde_json::from_value::<T>(without).is_ok();
            assert_eq!(read, optional.contains(&field.as_str()), "{field}");
        }
        let mut with = json.clone();
        let fields = with.as_object_mut().unwrap();
        fields.insert("note".to_owned(), json!("1"));
        assert!(serde_json::from_value::<T>(with).is_err(), "{json}");
    }
    check::<Entry>(&written(&entry()), &[]);
    check::<Life>(&written(&Life::new(parse("P-1"))), &[]);
    let evidence = Evidence::new(parse("通路"), parse("D-1"), date(2024, 5, 1));
    check::<Evidence>(&written(&evidence), &["last"]);
    let excuse = Excuse::new(Cause::ForceMajeure, date(2024, 5, 1), parse("E-1"));
    check::<Excuse>(&written(&excuse), &["last"]);
    let optional = [
        "dates",
        "price",
        "stopped",
        "developed",
        "invested",
        "excuses",
    ];
    let works = written(&Works::new(Milestones::default()).unwrap());
    check::<Works>(&works, &optional);
    let part = PartOf::<Area> {
        part: parse("1 ha"),
        of: parse("3 ha"),
    };
    check::<PartOf<Area>>(&written(&part), &[]);
    check::<IdleRules>(&written(&IdleRules::of_2012()), &[]);
    check::<Sourced<Months>>(&written(&IdleRules::of_2012().stopped), &[]);
    check::<Event>(&written(&closing()), &[]);
    check::<Problem>(&written(&problem()), &["parcel", "events"]);
}
