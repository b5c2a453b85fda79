//! Records: which fields there are, which are needed, what they hold.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::choices::choice;
use super::names::{name_of, name_of_two};
use super::text::{count, day, known_day};
use crate::allocation::{AllocationId, Milestones, SupplyMethod};
use crate::audit::{Document as AuditDocument, Reading, Slack, Span, Statement};
use crate::calendar::{Fullness, Months, Period, Year};
use crate::commitment::{
    Acceptance, AgreedDates, Assessment, Commitment, Outcome, Overall, Promise,
};
use crate::enterprise::{EnterpriseId, EnterpriseName, TolerantCreditCode};
use crate::exact::{Judging, Percent};
use crate::industry::{
    CategoryScheme, Edition as IndustryEdition, Extent, IndustryCategory, IndustryCode, Membership,
};
use crate::land_use::LandUse;
use crate::oversight::{
    Action, Cause, Event, Excusable, Excuse, IdleRules, PartOf, Problem, ProblemId, ProblemList,
    Remark, Team, Works,
};
use crate::parcel::{Entry, Evidence, Life, ParcelId, Requirement, Requirements, Step as LifeStep};
use crate::quantity::{Amount, Area, Energy, Length, Mass, Money, Term, Unit};
use crate::register::{Block, BlockId};
use crate::source::{Certainty, DocumentId, Source, Sourced};
use crate::standard::{
    ControlStandard, Direction, Document, Floors, Force, Indicator, IndicatorKind, Investment,
    LocalStandard, Loosening, MeasureError, Performance, Provision, Storey, Threshold,
};
use crate::stats::{
    Against, AnyKey, Breakdown, Cell, CellWhole, CrossTab, Denominator, Growth, Held, Progress,
    Rate, Reach, Row, Sample, ShareCell, ShareRow, Supply, SupplyBase, Target, Trend, Whole,
};
use crate::{Allocation, DivisionCode, Enterprise, Parcel, Ratio, Register, Tally};

/// A record that is being described.
struct Fields<'a> {
    generator: &'a mut SchemaGenerator,
    names: Vec<(&'static str, Schema)>,
    needed: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    const fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self {
            generator,
            names: Vec::new(),
            needed: Vec::new(),
        }
    }

    /// A field that must be there.
    fn needs<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<T>();
        self.needs_as(name, schema)
    }

    fn needs_as(mut self, name: &'static str, schema: Schema) -> Self {
        self.needed.push(name);
        self.may_be(name, schema)
    }

    /// A field that can be missing, or null, when it is not known.
    fn may<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<Option<T>>();
        self.may_be(name, schema)
    }

    /// A day that must be there.
    fn needs_day(self, name: &'static str) -> Self {
        self.needs_as(name, known_day())
    }

    /// A field that can be missing, but is not null.
    fn defaults<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<T>();
        self.may_be(name, schema)
    }

    /// A record that has no type of its own.
    fn inner(&mut self, description: &str, of: fn(Fields<'_>) -> Fields<'_>) -> Schema {
        of(Fields::new(self.generator)).finish(description)
    }

    /// A list that can be missing when it is empty.
    fn list<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<Vec<T>>();
        self.may_be(name, schema)
    }

    fn may_be(mut self, name: &'static str, schema: Schema) -> Self {
        self.names.push((name, schema));
        self
    }

    fn finish(self, description: &str) -> Schema {
        let mut schema = json_schema!({
            "type": "object",
            "description": description,
            "additionalProperties": false,
        });
        let mut properties = json_schema!({});
        for (name, field) in self.names {
            properties.insert(String::from(name), field.into());
        }
        schema.insert("properties".into(), properties.into());
        if !self.needed.is_empty() {
            schema.insert("required".into(), self.needed.into());
        }
        schema
    }
}

/// Implements the schema of records without parameters, and lists them.
macro_rules! records {
    ($( $name:ident, $description:literal, |$fields:ident| $body:expr; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let $fields = Fields::new(generator);
                    $body.finish($description)
                }
            }
        )+

        fn define_records(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

records! {
    Tally, "How many parcels, and how much land.", |fields| fields
        .needs_as("parcels", count("How many parcels."))
        .needs::<Area>("area");
    Enterprise, "An enterprise: its name, its credit code if known, its trade if known.", |fields| fields
        .needs::<EnterpriseName>("name")
        .may::<TolerantCreditCode>("code")
        .may::<IndustryCode>("industry");
    Parcel, "A parcel: its number, its area, where it lies and what for, if known.", |fields| fields
        .needs::<ParcelId>("id")
        .needs::<Area>("area")
        .may::<DivisionCode>("region")
        .may::<LandUse>("land_use");
    Milestones, "The dates of an allocation, as far as they are known.", |fields| fields
        .may_be("signed", day())
        .may_be("agreed_handover", day())
        .may_be("agreed_start", day())
        .may_be("agreed_completion", day())
        .may_be("actual_start", day())
        .may_be("actual_completion", day())
        .may_be("ended", day());
    Allocation, "Who got which parcel, when and how.", |fields| fields
        .needs::<AllocationId>("id")
        .needs::<ParcelId>("parcel")
        .needs::<EnterpriseId>("enterprise")
        .needs::<Area>("area")
        .may::<IndustryCategory>("category")
        .may::<IndustryCode>("industry")
        .may::<SupplyMethod>("method")
        .may::<Money>("price")
        .may::<Term>("term")
        .may::<Year>("year")
        .defaults::<Milestones>("dates");
    Block, "Granted parcels known only by their number and their area together.", |fields| fields
        .needs::<BlockId>("id")
        .needs_as("parcels", count("How many parcels; not zero."))
        .needs::<Area>("area")
        .may::<IndustryCategory>("category")
        .may::<IndustryCode>("industry")
        .may::<DivisionCode>("region")
        .may::<Year>("year");
    Register, "The ledger: parcels, enterprises, allocations and blocks.", |fields| fields
        .list::<Parcel>("parcels")
        .list::<Enterprise>("enterprises")
        .list::<Allocation>("allocations")
        .list::<Block>("blocks");
    Membership, "An industry that belongs to a category, wholly or in part.", |fields| fields
        .needs::<IndustryCode>("code")
        .needs::<IndustryCategory>("category")
        .needs::<Extent>("extent");
    CategoryScheme, "A published mapping from industries to categories.", |fields| fields
        .needs::<String>("name")
        .needs::<String>("edition")
        .needs::<String>("source")
        .needs::<Vec<Membership>>("memberships");
    Held, "What some of the holders have together, as shares.", |fields| fields
        .needs::<Ratio>("holders")
        .needs::<Ratio>("by_count")
        .needs::<Ratio>("by_area");
    Growth, "What was counted in a period, and in the one it is compared with.", |fields| fields
        .needs::<Period>("period")
        .needs::<Tally>("tally")
        .needs::<Period>("base_period")
        .needs::<Tally>("base");
    Rate, "A rate of a named denominator; what is not judged is counted beside it.", |fields| fields
        .needs::<Denominator>("denominator")
        .needs::<Tally>("part")
        .needs::<Tally>("whole")
        .needs::<Tally>("unjudged");
    Progress, "Who took a step by a day, who did not, and of whom it is not known.", |fields| fields
        .needs_day("day")
        .needs_standing("due")
        .needs_standing("not_due")
        .needs_standing("undated")
        .needs::<Tally>("signed_later");
    Supply, "How much of the land that is there was supplied.", |fields| fields
        .needs::<SupplyBase>("base")
        .needs::<Area>("available")
        .needs::<Area>("supplied");
    Target, "A share that is to be reached, and how one is compared with it.", |fields| fields
        .needs::<Percent>("at_least")
        .needs::<Judging>("judging");
    Statement, "A claim, and where it stands.", |fields| fields
        .needs::<crate::audit::Claim>("claim")
        .may::<Span>("span");
    AuditDocument, "The claims of one document.", |fields| fields
        .needs::<Vec<Statement>>("statements");
    Reading, "How far qualified figures may be off.", |fields| fields
        .needs::<Slack>("about")
        .needs::<Slack>("nearly");
    Entry, "A step in the life of a parcel, its day and its document.", |fields| fields
        .needs::<LifeStep>("step")
        .needs_day("date")
        .needs::<DocumentId>("document");
    Life, "The life of a parcel: the steps in order.", |fields| fields
        .needs::<ParcelId>("parcel")
        .needs::<Vec<Entry>>("entries");
    Evidence, "The document that proves a requirement, and from when to when.", |fields| fields
        .needs::<Requirement>("requirement")
        .needs::<DocumentId>("document")
        .needs_day("first")
        .may_be("last", day());
    Excuse, "A delay that is not held against the enterprise.", |fields| fields
        .needs::<Cause>("cause")
        .needs_day("first")
        .may_be("last", day())
        .needs::<DocumentId>("document");
    Works, "What is known of the works on a parcel.", |fields| fields
        .defaults::<Milestones>("dates")
        .may::<Money>("price")
        .may_be("stopped", day())
        .may::<PartOf<Area>>("developed")
        .may::<PartOf<Money>>("invested")
        .list::<Excuse>("excuses");
    IdleRules, "The rules on idle land, each with its source.", |fields| fields
        .needs::<Sourced<Months>>("unstarted")
        .needs::<Sourced<Months>>("stopped")
        .needs::<Sourced<Ratio>>("developed_below")
        .needs::<Sourced<Ratio>>("invested_below")
        .needs::<Sourced<Months>>("fee_after")
        .needs::<Sourced<Ratio>>("fee_rate")
        .needs::<Sourced<Months>>("take_back_after")
        .needs::<Sourced<Fullness>>("fullness")
        .needs::<Sourced<Excusable>>("excusable");
    Event, "What was done about a problem, and when.", |fields| fields
        .needs_day("date")
        .needs::<Action>("action");
    Problem, "A problem, who has to solve it by when, and what was done.", |fields| fields
        .needs::<ProblemId>("id")
        .needs::<Remark>("remark")
        .may::<ParcelId>("parcel")
        .needs_day("opened")
        .needs::<Team>("team")
        .needs_day("due")
        .list::<Event>("events");
    Indicator, "What is measured, in which unit, and which side is the good one.", |fields| fields
        .needs::<IndicatorKind>("kind")
        .needs::<Unit>("unit")
        .needs::<Direction>("direction");
    Provision, "What a standard demands of one indicator.", |fields| fields
        .needs::<Indicator>("indicator")
        .may::<IndustryCode>("trade")
        .needs::<Threshold>("threshold")
        .needs::<Force>("force")
        .may::<String>("clause")
        .needs::<Certainty>("certainty");
    ControlStandard, "A document with its provisions.", |fields| fields
        .needs::<Document>("document")
        .needs::<IndustryEdition>("classification")
        .list::<Provision>("provisions");
    LocalStandard, "A local standard over that of the level above.", |fields| fields
        .needs::<ControlStandard>("upper")
        .needs::<ControlStandard>("local")
        .needs::<Loosening>("loosening");
    Promise, "What was promised of one indicator, and when it is checked.", |fields| fields
        .needs::<Indicator>("indicator")
        .needs::<Threshold>("threshold")
        .needs::<Acceptance>("acceptance");
    AgreedDates, "The dates of an agreement, as far as they are known.", |fields| fields
        .may_be("signed", day())
        .may_be("start", day())
        .may_be("completion", day())
        .may_be("production", day());
    Commitment, "What an enterprise promised for a parcel.", |fields| fields
        .needs::<ParcelId>("parcel")
        .needs::<EnterpriseId>("enterprise")
        .list::<Promise>("promises")
        .defaults::<Judging>("judging")
        .defaults::<AgreedDates>("dates")
        .may::<Money>("bond")
        .may::<IndustryCode>("industry");
    Assessment, "What became of the promises of one acceptance.", |fields| fields
        .needs::<ParcelId>("parcel")
        .needs::<EnterpriseId>("enterprise")
        .needs::<Acceptance>("acceptance")
        .needs::<Judging>("judging")
        .needs_judgements()
        .needs::<Overall>("overall");
    Investment, "What was invested, as far as it is known.", |fields| fields
        .may::<Money>("plant")
        .may::<Money>("equipment")
        .may::<Money>("land_price");
    Storey, "A storey: its floor area and its height.", |fields| fields
        .needs::<Area>("floor_area")
        .needs::<Length>("height");
    Floors, "The floor area, and what of it counts.", |fields| fields
        .needs::<Area>("floor_area")
        .needs::<Area>("counted");
    Performance, "What was measured on a parcel, as far as it is known.", |fields| fields
        .may::<Area>("land")
        .defaults::<Investment>("investment")
        .may::<Floors>("floors")
        .may::<Area>("buildings")
        .may::<Area>("structures")
        .may::<Area>("yards")
        .may::<Area>("administrative_land")
        .may::<Area>("administrative_floor_area")
        .may::<Area>("green")
        .may::<Length>("height")
        .may::<Money>("tax")
        .may::<Money>("output")
        .may::<Money>("revenue")
        .may::<Money>("research")
        .may::<Money>("value_added")
        .may::<Energy>("energy")
        .may::<Mass>("emissions")
        .with_local();
}

impl Fields<'_> {
    /// Who took a step, who did not, and of whom it is not known.
    fn needs_standing(mut self, name: &'static str) -> Self {
        let standing = self.inner("Whether the step was taken.", |fields| {
            fields
                .needs::<Tally>("taken")
                .needs::<Tally>("not_taken")
                .needs::<Tally>("unknown")
        });
        self.needs_as(name, standing)
    }

    fn needs_judgements(mut self) -> Self {
        let judgement = self.inner("A promise, its value or why there is none.", |fields| {
            fields
                .needs::<Promise>("promise")
                .may::<Amount>("value")
                .may::<MeasureError>("reason")
                .needs::<Outcome>("outcome")
        });
        self.needs_as(
            "judgements",
            json_schema!({ "type": "array", "items": judgement }),
        )
    }

    /// Amounts by the indicator that they measure.
    fn with_local(self) -> Self {
        let amount = self.generator.subschema_for::<Amount>();
        self.may_be(
            "local",
            json_schema!({ "type": "object", "additionalProperties": amount }),
        )
    }

    /// A tally with its shares.
    fn with_shares(self) -> Self {
        self.needs::<Tally>("tally")
            .needs::<Ratio>("by_count")
            .needs::<Ratio>("by_area")
    }
}

impl<K: JsonSchema> JsonSchema for Row<K> {
    fn schema_name() -> Cow<'static, str> {
        name_of::<K>("Row").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<K>("key")
            .needs::<Tally>("tally")
            .finish("A row of a breakdown; without a key it is what has none.")
    }
}

impl<K: JsonSchema> JsonSchema for ShareRow<K> {
    fn schema_name() -> Cow<'static, str> {
        name_of::<K>("ShareRow").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<K>("key")
            .with_shares()
            .finish("A row of a breakdown with its shares of a named whole.")
    }
}

impl<R: JsonSchema, C: JsonSchema> JsonSchema for Cell<R, C> {
    fn schema_name() -> Cow<'static, str> {
        name_of_two::<R, C>("Cell").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<R>("row")
            .may::<C>("column")
            .needs::<Tally>("tally")
            .finish("A cell of a cross table.")
    }
}

impl<R: JsonSchema, C: JsonSchema> JsonSchema for ShareCell<R, C> {
    fn schema_name() -> Cow<'static, str> {
        name_of_two::<R, C>("ShareCell").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<R>("row")
            .may::<C>("column")
            .with_shares()
            .finish("A cell of a cross table with its shares of a named whole.")
    }
}

/// A statistic is the list of its rows.
macro_rules! lists {
    ($( [$($parameter:ident),*] $name:ty, $title:expr, $row:ty, $description:literal; )+) => {$(
        impl<$($parameter: JsonSchema),*> JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let rows = generator.subschema_for::<$row>();
                json_schema!({ "type": "array", "description": $description, "items": rows })
            }
        }
    )+};
}

lists! {
    [K] Breakdown<K>, name_of::<K>("Breakdown"), Row<K>,
        "Tallies by key; no key twice, no row empty.";
    [R, C] CrossTab<R, C>, name_of_two::<R, C>("CrossTab"), Cell<R, C>,
        "Tallies by two keys; no cell twice, none empty.";
    [] Trend, "Trend", Row<Period>,
        "Tallies by period; no two periods overlap.";
    [] Requirements, "Requirements", Sourced<Requirement>,
        "What a parcel must have before it is offered; none twice.";
    [] ProblemList, "ProblemList", Problem,
        "Problems by number; none twice.";
}

/// A value with something beside it.
macro_rules! generic {
    ($( $name:ident, |$fields:ident| $body:expr, $description:literal; )+) => {$(
        impl<T: JsonSchema> JsonSchema for $name<T> {
            fn schema_name() -> Cow<'static, str> {
                name_of::<T>(stringify!($name)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let $fields = Fields::new(generator);
                $body.finish($description)
            }
        }
    )+};
}

generic! {
    Sourced, |fields| fields.needs::<T>("value").needs::<Source>("source").needs::<Certainty>("certainty"),
        "A figure, where it comes from, how sure that is.";
    PartOf, |fields| fields.needs::<T>("part").needs::<T>("of"),
        "A part and the whole it is of.";
    Sample, |fields| fields.needs::<Vec<T>>("values").needs_as("missing", count("How many are not known.")),
        "Values in order, and how many are not known.";
}

/// A key of another crate is what it holds.
impl<T: JsonSchema> JsonSchema for AnyKey<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Action {
    fn schema_name() -> Cow<'static, str> {
        "Action".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut record = |description, of: fn(Fields<'_>) -> Fields<'_>| {
            of(Fields::new(generator)).finish(description)
        };
        let carriers = Vec::from([
            (
                "hand-over",
                record("To another team.", |it| it.needs::<Team>("team")),
            ),
            (
                "postpone",
                record("To another day.", |it| it.needs_day("due")),
            ),
            (
                "close",
                record("How it was solved.", |it| it.needs::<Remark>("remark")),
            ),
            (
                "reopen",
                record("To be solved by a day.", |it| it.needs_day("due")),
            ),
        ]);
        choice("What was done about a problem.", &[], carriers)
    }
}

/// Puts all of them among the definitions of a generator.
pub(super) fn define(generator: &mut SchemaGenerator) {
    define_records(generator);
    generator.subschema_for::<ShareRow<IndustryCode>>();
    generator.subschema_for::<Breakdown<IndustryCode>>();
    generator.subschema_for::<CrossTab<IndustryCode, Year>>();
    generator.subschema_for::<ShareCell<IndustryCode, Year>>();
    generator.subschema_for::<Trend>();
    generator.subschema_for::<Whole>();
    generator.subschema_for::<CellWhole>();
    generator.subschema_for::<Against>();
    generator.subschema_for::<Reach<Area>>();
    generator.subschema_for::<Sample<Area>>();
    generator.subschema_for::<Sample<Ratio>>();
    generator.subschema_for::<Requirements>();
    generator.subschema_for::<ProblemList>();
}
