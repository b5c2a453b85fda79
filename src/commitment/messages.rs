//! What the errors of this module say.

use super::{AgreedStep, AssessmentError, CommitmentError};
use crate::quantity::zh;
use crate::text::explain;

const fn field(step: AgreedStep) -> &'static str {
    match step {
        AgreedStep::Signed => "signed",
        AgreedStep::Start => "start",
        AgreedStep::Completion => "completion",
        AgreedStep::Production => "production",
    }
}

explain! {
    CommitmentError;
    Self::Repeated { first, second } => "commitment-repeated", field "promises",
        en("two promises for {}: {first}, and {second}; keep one", first.acceptance()),
        zh("「{}」对同一指标有两项承诺：「{first}」和「{second}」，只保留一项", first.acceptance().name_zh());
    Self::Backwards { first, first_date, then, then_date } => "commitment-dates-backwards", field field(*then),
        en("{then} is agreed for {then_date}, before {first} on {first_date}; correct one of the dates"),
        zh(
            "约定的「{}」日期{then_date}早于「{}」日期{first_date}，请更正其一",
            then.name_zh(), first.name_zh()
        );
    Self::Bond { bond } => "commitment-bond", field "bond",
        en("the bond is {bond}; it must be above 0, or left out"),
        zh("保证金为{}，应大于零，没有保证金则不填", zh(bond));
}

explain! {
    AssessmentError;
    Self::Unit { kind, source } => "assessment-unit", field "value",
        en("the value of {kind} is in the wrong unit"),
        zh("「{}」数值的单位有误", kind.name_zh()),
        because source.as_ref();
    Self::ValueOrReason { kind } => "assessment-value-or-reason", field "value",
        en("{kind} must have either a value or a reason why there is none"),
        zh("「{}」应当有数值，或者写明没有数值的原因，二者取其一", kind.name_zh());
    Self::Outcome { kind, recorded, derived } => "assessment-outcome", field "outcome",
        en("{kind} is recorded as {recorded}, but its value makes it {derived}"),
        zh("「{}」记为「{}」，而按数值应为「{}」", kind.name_zh(), recorded.name_zh(), derived.name_zh());
    Self::Overall { recorded, derived } => "assessment-overall", field "overall",
        en("the overall result is recorded as {recorded}, but its promises make it {derived}"),
        zh("总体结果记为「{}」，而按各项承诺应为「{}」", recorded.name_zh(), derived.name_zh());
    Self::Promise { promise, acceptance } => "assessment-promise", field "promise",
        en("{promise} is there twice, or not for {acceptance}"),
        zh("「{promise}」重复，或者不属于「{}」", acceptance.name_zh());
}
