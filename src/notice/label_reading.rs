//! How the labels of the publishing site were read.

use crate::text::terms;

terms! {
    /// How a label of the publishing site was read.
    ///
    /// ```
    /// use standard_land::notice::LabelReading;
    ///
    /// assert_eq!("misspelt".parse::<LabelReading>()?, LabelReading::Misspelt);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum LabelReading("a reading of a label", "标签读法") {
        /// To the letter a name of the edition: its code is certain.
        Name = "name", "与标准名称一致";
        /// Almost a name of the edition: its code is likely, not certain.
        Misspelt = "misspelt", "与标准名称不一致";
        /// A label of the site's own: it has no code.
        SiteOnly = "site-only", "网站自有名称";
    }
}

/// Label, place of the code in the table of codes, how it was read.
pub(super) type LabelRow = (&'static str, Option<u16>, LabelReading);
