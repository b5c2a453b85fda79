//! What the errors of this module say.

use super::{BlockError, RegisterError};
use crate::allocation::AllocationError;
use crate::quantity::zh;
use crate::text::explain;

explain! {
    BlockError;
    Self::NoParcels { id, area } => "block-no-parcels", field "parcels",
        en("block {id} has {area} but 0 parcels; it must have at least 1"),
        zh("批次「{id}」有面积{}，但宗数为零，至少应有1宗", zh(area));
    Self::ZeroArea { id, parcels } => "block-area-zero", field "area",
        en("block {id} has {parcels} parcels but an area of 0; it must be above 0"),
        zh("批次「{id}」有{parcels}宗，但面积为零，应大于零");
}

explain! {
    RegisterError, from AllocationError => Allocation;
    Self::ParcelExists { id } => "register-parcel-exists", field "id",
        en("parcel {id} is in the register already; give another number, or replace the one there"),
        zh("台账中已有宗地「{id}」，请换用其他编号，或者替换原有记录");
    Self::EnterpriseExists { id } => "register-enterprise-exists", field "id",
        en("enterprise {id} is in the register already; use that one, or replace it"),
        zh("台账中已有企业「{id}」，请直接使用，或者替换原有记录");
    Self::NameAmbiguous { name } => "register-name-ambiguous", field "name",
        en("{name} cannot be told from another enterprise of that name; give both their credit codes"),
        zh("「{name}」与台账中的同名企业无法区分，请为两家都填写统一社会信用代码");
    Self::AllocationExists { id } => "register-allocation-exists", field "id",
        en("allocation {id} is in the register already; give another number, or replace the one there"),
        zh("台账中已有供应「{id}」，请换用其他编号，或者替换原有记录");
    Self::BlockExists { id } => "register-block-exists", field "id",
        en("block {id} is in the register already; give it another name"),
        zh("台账中已有批次「{id}」，请换用其他名称");
    Self::UnknownParcel { allocation, parcel } => "register-parcel-unknown", field "parcel",
        en("allocation {allocation} is of parcel {parcel}, which is not in the register; add the parcel first"),
        zh("供应「{allocation}」的宗地「{parcel}」不在台账中，请先登记该宗地");
    Self::UnknownEnterprise { allocation, enterprise } => "register-enterprise-unknown", field "enterprise",
        en(
            "allocation {allocation} is to {enterprise}, which is not in the register under that \
             name or code; add the enterprise first, or name it as the register does"
        ),
        zh(
            "供应「{allocation}」的企业「{enterprise}」不在台账中；请先登记该企业，\
             或者按台账中的名称或代码填写"
        );
    Self::UnknownAllocation { id } => "register-allocation-unknown", field "id",
        en("allocation {id} is not in the register; add it first"),
        zh("供应「{id}」不在台账中，请先登记");
    Self::ParcelTaken { allocation, parcel, holder } => "register-parcel-taken", field "parcel",
        en("allocation {allocation} is of parcel {parcel}, which allocation {holder} still holds; end that one first"),
        zh("供应「{allocation}」的宗地「{parcel}」仍由供应「{holder}」占用，请先终止后者");
    Self::PeriodsOverlap(overlap) => "register-periods-overlap", field "signed",
        en(
            "allocation {} was signed on {}, but allocation {} held parcel {} until {}; correct one of the dates",
            overlap.allocation, overlap.signed, overlap.holder, overlap.parcel, overlap.until
        ),
        zh(
            "供应「{}」于{}签订，而供应「{}」占用宗地「{}」至{}，请更正其一",
            overlap.allocation, overlap.signed, overlap.holder, overlap.parcel, overlap.until
        );
    Self::GrantExceedsParcel(excess) => "register-grant-exceeds-parcel", field "area",
        en(
            "allocation {} grants {} of parcel {}, which has only {}",
            excess.allocation, excess.granted, excess.parcel, excess.area
        ),
        zh(
            "供应「{}」的面积{}大于宗地「{}」的面积{}",
            excess.allocation, zh(&excess.granted), excess.parcel, zh(&excess.area)
        );
    Self::AlreadyRecorded { id, milestone, date } => "register-milestone-recorded", field crate::allocation::field(*milestone),
        en("{milestone} of allocation {id} is recorded already, for {date}"),
        zh("供应「{id}」的「{}」日期已登记为{date}", milestone.name_zh());
    Self::Allocation(source) => "register-allocation", field source.field().unwrap_or("id"),
        en("the change would make an allocation that is not valid"),
        zh("更改后的供应记录无效"),
        because source.as_ref();
}
