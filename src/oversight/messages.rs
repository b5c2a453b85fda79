//! What the errors of this module say.

use super::{ExcuseError, ProblemError, WorksError};
use crate::quantity::zh;
use crate::text::explain;

explain! {
    ExcuseError;
    Self { document, first, last } => "excuse-backwards", field "last",
        en("the excuse of {document} would end on {last}, before it begins on {first}"),
        zh("{document}所免责期间的截止日{last}早于起始日{first}");
}

explain! {
    WorksError;
    Self::DatesRunBackwards { dates } => "works-dates-backwards", field crate::allocation::field(dates.then.0),
        en(
            "{} on {} is before {} on {}; correct one of the dates",
            dates.then.0, dates.then.1, dates.first.0, dates.first.1
        ),
        zh(
            "「{}」日期{}早于「{}」日期{}，请更正其一",
            dates.then.0.name_zh(), dates.then.1, dates.first.0.name_zh(), dates.first.1
        );
    Self::StoppedUnstarted { stopped } => "works-stopped-unstarted", field "stopped",
        en("building stopped on {stopped}, but has no actual start; give the start"),
        zh("停工日期为{stopped}，但没有实际开工日期，请补填开工日期");
    Self::StoppedBeforeStart { stopped, started } => "works-stopped-before-start", field "stopped",
        en("building stopped on {stopped}, before it started on {started}; correct one of the dates"),
        zh("停工日期{stopped}早于实际开工日期{started}，请更正其一");
    Self::NothingToDevelop { part } => "works-nothing-to-develop", field "developed",
        en("{part} is developed of an area of 0; the whole must be above 0"),
        zh("应开发面积为零，而已开发{}；应开发面积应大于零", zh(part));
    Self::NothingToInvest { part, of } => "works-nothing-to-invest", field "invested",
        en("{part} is invested of a total of {of}; the total must be above 0"),
        zh("总投资额为{}，而已投资{}；总投资额应大于零", zh(of), zh(part));
    Self::Negative { given } => "works-negative", field "price",
        en("a price or an investment is {given}; it cannot be below 0"),
        zh("价款或投资额为{}，不能小于零", zh(given));
}

explain! {
    ProblemError;
    Self::DatesRunBackwards { id, last, date } => "problem-dates-backwards", field "date",
        en("problem {id} was last changed on {last}; {date} is before that"),
        zh("问题「{id}」上次变动日期为{last}，{date}早于该日");
    Self::DueBefore { id, due, date } => "problem-due-before", field "due",
        en("problem {id} would be due on {due}, before the day it was set, {date}"),
        zh("问题「{id}」的整改期限{due}早于交办日期{date}");
    Self::IsClosed { id, since } => "problem-closed", field "events",
        en("problem {id} has been closed since {since}; reopen it first"),
        zh("问题「{id}」已于{since}销号，请先重新打开");
    Self::IsOpen { id } => "problem-open", field "events",
        en("problem {id} is open; only a closed one can be reopened"),
        zh("问题「{id}」尚未销号，只有已销号的问题才能重新打开");
    Self::Unknown { id } => "problem-unknown", field "id",
        en("problem {id} is not in the list; add it first"),
        zh("清单中没有问题「{id}」，请先登记");
    Self::Exists { id } => "problem-exists", field "id",
        en("problem {id} is in the list already; give another number"),
        zh("清单中已有问题「{id}」，请换用其他编号");
}
