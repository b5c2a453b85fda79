//! Names of classes, which take the edition of their date.

use jiff::civil::Date;

use super::class::LandUse;
use super::edition::Edition;

/// The classes of one name, at most one of each edition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Named([Option<LandUse>; Edition::ALL.len()]);

impl Named {
    /// Adds a class; of two of one edition the later one, which is below.
    pub(crate) fn add(&mut self, class: LandUse) {
        if let Some(slot) = self.0.get_mut(class.edition().index()) {
            *slot = Some(class);
        }
    }

    /// The class that the name means on a day.
    pub(crate) fn on(&self, date: Option<Date>) -> Option<LandUse> {
        let mut all = self.0.iter().flatten().copied();
        if let (Some(only), None) = (all.next(), all.next()) {
            return Some(only);
        }
        let date = date?;
        // One pass: this is asked for every row of a file.
        let mut latest: Option<(Date, LandUse)> = None;
        let mut earliest: Option<(Date, LandUse)> = None;
        for class in self.0.iter().flatten() {
            let Some(since) = class.edition().since() else {
                continue;
            };
            if since <= date && latest.is_none_or(|(before, _)| before <= since) {
                latest = Some((since, *class));
            }
            if earliest.is_none_or(|(before, _)| since < before) {
                earliest = Some((since, *class));
            }
        }
        latest.or(earliest).map(|(_, class)| class)
    }
}

impl LandUse {
    /// The class that a printed name means on a day.
    ///
    /// A name that several editions share is of the last of them that was in
    /// force on that day, or else of the first one; without a day, no edition. A
    /// name that one edition alone has is of that one, whatever the day. Of two
    /// classes that share a name in an edition it is the lower.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::land_use::LandUse;
    ///
    /// let on = |day| LandUse::named_on("工业用地", Some(day)).map(|class| class.to_string());
    /// assert_eq!(on(date(2013, 5, 1)).as_deref(), Some("GB/T 21010-2007 061"));
    /// assert_eq!(on(date(2019, 5, 1)).as_deref(), Some("GB/T 21010-2017 0601"));
    /// assert_eq!(on(date(2024, 5, 1)).as_deref(), Some("Guide 2023 1001"));
    /// assert_eq!(LandUse::named_on("工业用地", None), None);
    ///
    /// let of_site = LandUse::named_on("经济适用住房用地", None);
    /// assert_eq!(of_site.map(|class| class.to_string()).as_deref(), Some("landchina 074"));
    /// ```
    #[must_use]
    pub fn named_on(name: &str, date: Option<Date>) -> Option<Self> {
        let mut named = Named::default();
        for edition in Edition::ALL {
            for class in Self::named(*edition, name) {
                named.add(class);
            }
        }
        named.on(date)
    }
}
