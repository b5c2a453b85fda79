//! What a class is in another edition.

use super::class::LandUse;
use super::edition::Edition;
use super::table::{BASES, CONCORDANCE};
use crate::source::Certainty;

/// The class of another edition that holds a class, and how sure that is.
///
/// *Source*: names that are equal, a map of the third survey, the list of the
/// site that publishes notices. None of it is an official concordance.
///
/// ```
/// use standard_land::land_use::{Edition, LandUse};
/// use standard_land::source::Certainty;
///
/// let industrial = LandUse::new(Edition::Gbt2017, "0601")?;
/// let carried = industrial.carried_to(Edition::Guide2023).expect("it is in the table");
/// assert_eq!(carried.class().to_string(), "Guide 2023 1001");
/// assert_eq!(carried.certainty(), Certainty::Seen);
///
/// // 公用设施用地 became several classes, all below 13.
/// let utilities = LandUse::new(Edition::Gbt2017, "0809")?;
/// let carried = utilities.carried_to(Edition::Guide2023).expect("it is in the table");
/// assert_eq!(carried.class().code(), "13");
/// assert!(carried.is_to_be_divided());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Carried {
    class: LandUse,
    basis: u16,
}

impl Carried {
    /// The class that holds it.
    #[must_use]
    pub const fn class(&self) -> LandUse {
        self.class
    }

    /// What that rests on, in words.
    #[must_use]
    pub fn basis(&self) -> &'static str {
        BASES.get(self.basis)
    }

    /// Whether the class is wider, and a person has to divide it.
    #[must_use]
    pub fn is_to_be_divided(&self) -> bool {
        self.basis().ends_with("to be divided")
    }

    /// How sure it is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        match self.basis() {
            "same name; survey map agrees" | "the site's list: to be divided" => Certainty::Seen,
            "by meaning, not seen" => Certainty::Doubtful,
            // One reading alone: an equal name, or a map.
            _ => Certainty::Remembered,
        }
    }
}

impl LandUse {
    /// The class of another edition that holds it, where a table says so.
    ///
    /// Tables lead from GB/T 21010-2017 and the third survey to the guide of
    /// 2023, and from the site's labels to GB/T 21010-2007; they have the lowest
    /// classes.
    #[must_use]
    pub fn carried_to(self, edition: Edition) -> Option<Carried> {
        let start = CONCORDANCE.partition_point(|(from, ..)| *from < self.place());
        let rows = CONCORDANCE.get(start..).unwrap_or_default().iter();
        rows.take_while(|(from, ..)| *from == self.place())
            .map(|(_, to, basis)| Carried {
                class: Self::at_place(*to),
                basis: *basis,
            })
            .find(|carried| carried.class.edition() == edition)
    }
}
