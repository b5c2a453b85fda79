//! What is known of a record, for choosing.

use super::record::Record;
use super::rejection::Rejection;
use crate::allocation::SupplyMethod;
use crate::calendar::Period;
use crate::enterprise::{EnterpriseId, EnterpriseName};
use crate::industry::{IndustryCategory, IndustryCode};
use crate::land_use::LandUse;
use crate::region::DivisionCode;
use crate::stats::{Counted, Facts, Fit, Tally};

impl Counted for Record {
    /// One parcel, of the area that was read.
    fn tally(&self) -> Tally {
        Tally::one(self.area())
    }
}

impl Facts for Record {
    fn period(&self) -> Option<Period> {
        let day = self.dates().signed?;
        Period::new(day, day).ok()
    }

    fn region(&self) -> Option<DivisionCode> {
        self.division()
    }

    /// Not known: no notice prints it.
    fn category(&self) -> Option<IndustryCategory> {
        None
    }

    fn industry(&self) -> Option<IndustryCode> {
        self.industry()
    }

    fn land_use(&self) -> Option<LandUse> {
        self.land_use()
    }

    fn method(&self) -> Option<SupplyMethod> {
        self.method()
    }

    /// The holder as one party, joint holders under their joint name.
    fn enterprise(&self) -> Option<EnterpriseId> {
        self.enterprise().ok().map(|holder| holder.id())
    }

    /// Whether an enterprise is the holder, or one of several.
    fn is_held_by(&self, enterprise: &EnterpriseId) -> Fit {
        let joint = self.holders().any(|holder| {
            let name = enterprise.name().map(EnterpriseName::as_str);
            name == Some(holder)
        });
        match Facts::enterprise(self) {
            Some(known) if joint || known == *enterprise => Fit::Yes,
            Some(_) if enterprise.name().is_some() => Fit::No,
            Some(_) | None => Fit::Unknown,
        }
    }
}

/// A row without an area can be chosen by all that is known of it.
impl Facts for Rejection {
    fn period(&self) -> Option<Period> {
        self.row().period()
    }

    fn region(&self) -> Option<DivisionCode> {
        self.row().region()
    }

    fn category(&self) -> Option<IndustryCategory> {
        self.row().category()
    }

    fn industry(&self) -> Option<IndustryCode> {
        self.industry()
    }

    fn land_use(&self) -> Option<LandUse> {
        Facts::land_use(self.row())
    }

    fn method(&self) -> Option<SupplyMethod> {
        self.method()
    }

    fn enterprise(&self) -> Option<EnterpriseId> {
        Facts::enterprise(self.row())
    }

    fn is_held_by(&self, enterprise: &EnterpriseId) -> Fit {
        self.row().is_held_by(enterprise)
    }
}
