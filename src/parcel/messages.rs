//! What the errors of this module say.

use super::{LifeError, LifeStep, MOVES, ParcelCodeError, ParcelError, ReadinessError, Stage};
use crate::text::{Listed, explain};

explain! {
    ParcelError;
    Self::ZeroArea { id } => "parcel-area-zero", field "area",
        en("parcel {id} has an area of 0; it must be above 0"),
        zh("宗地「{id}」的面积为零，应大于零");
}

explain! {
    ParcelCodeError;
    Self::Length { given, characters } => "parcel-code-length",
        en("{given:?} has {characters} characters; a parcel code has 19"),
        zh("{given:#}有{characters}个字符，宗地代码应为19位");
    Self::Character { given, found, position } => "parcel-code-character",
        en("{given:?} cannot have {found:?} as character {position}; a parcel code is like \"141121001002GB00017\""),
        zh("{given:#}第{position}个字符不能是{found:?}，宗地代码应如“141121001002GB00017”");
    Self::County { given, source } => "parcel-code-division",
        en("{given:?} does not begin with a valid division code"),
        zh("{given:#}开头的行政区划代码有误"),
        because source;
}

explain! {
    ReadinessError;
    Self::RequiredTwice { requirement } => "readiness-required-twice", field "requirement",
        en("{requirement} is required twice; list it once"),
        zh("「{requirement}」重复列为供地条件，只列一次");
    Self::ValidBackwards { requirement, document, first, last } => "readiness-validity-backwards", field "last",
        en("{document} for {requirement} would end on {last}, before it begins on {first}"),
        zh("「{requirement}」的文件{document}有效期截止日{last}早于起始日{first}");
}

/// Where a step can be taken.
fn from(step: LifeStep) -> impl Iterator<Item = Stage> + Clone {
    let rows = MOVES.iter().filter(move |row| row.step == step);
    rows.flat_map(|row| row.from).copied()
}

fn names(steps: &[LifeStep]) -> impl Iterator<Item = &'static str> + Clone + '_ {
    steps.iter().map(|step| step.name_zh())
}

explain! {
    LifeError;
    Self::NotAllowed { parcel, step, stage, allowed } => "life-step-not-allowed", field "step",
        en(
            "parcel {parcel} is at {stage}, and {step} follows {} only; possible now: {}",
            Listed(from(*step), ", "),
            Listed(allowed.iter(), ", ")
        ),
        zh(
            "宗地「{parcel}」处于「{}」阶段，「{}」只能在「{}」阶段办理；目前可办理：{}",
            stage.name_zh(),
            step.name_zh(),
            Listed(from(*step).map(Stage::name_zh), "、"),
            Listed(names(allowed), "、")
        );
    Self::Needs { parcel, step, one_of, rule } => "life-step-needs", field "step",
        en("{step} of parcel {parcel} needs {} first ({rule})", Listed(one_of.iter(), " or ")),
        zh("宗地「{parcel}」办理「{}」之前应先有「{}」（{rule}）", step.name_zh(), Listed(names(one_of), "或"));
    Self::IssuedBefore { parcel, step, date } => "life-issued-before", field "step",
        en("{step} of parcel {parcel} was issued already, on {date}"),
        zh("宗地「{parcel}」的「{}」已于{date}办理", step.name_zh());
    Self::DatesRunBackwards { parcel, step, date, last, last_date } => "life-dates-backwards", field "date",
        en("{step} of parcel {parcel} on {date} is before {last} on {last_date}; steps follow each other in time"),
        zh("宗地「{parcel}」的「{}」日期{date}早于「{}」日期{last_date}，应依次办理", step.name_zh(), last.name_zh());
}
