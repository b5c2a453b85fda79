//! Control conditions as listing notices print them, as thresholds.

use super::cell;
use crate::industry::Edition;
use crate::quantity::{AreaUnit, LengthUnit, MoneyUnit, Unit};
use crate::standard::{
    ControlStandard, CoreIndicator, Direction, Indicator, IndicatorError, Provision, StandardError,
    StandardName, Threshold,
};
use crate::text::terms;

terms! {
    /// A column of listing notices (挂牌公告) with a control condition.
    ///
    /// The Chinese names are the heads of the columns. Numbers without a unit
    /// are percent for density and green land, and metres for the height.
    ///
    /// ```
    /// use standard_land::notice::ListingColumn;
    ///
    /// let ratio: ListingColumn = "容积率".parse()?;
    /// let read = ratio.read("大于1.3并且小于或等于2.0")?.expect("the cell is filled in");
    /// assert_eq!(read.to_string(), ">1.3且≤2.0");
    /// assert_eq!(format!("{read:#}"), "大于1.3并且小于或等于2.0");
    /// assert_eq!(ratio.read("")?, None);
    ///
    /// let investment = ListingColumn::InvestmentIntensity.read("4050万元/公顷")?;
    /// assert_eq!(investment.map(|it| it.to_string()).as_deref(), Some("≥4050万元/公顷"));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum ListingColumn("a condition of listing notices", "挂牌公告的条件") {
        /// Floor area over land.
        FloorAreaRatio = "floor-area-ratio", "容积率";
        /// Land under buildings, in percent.
        BuildingDensity = "building-density", "建筑密度";
        /// Green land, in percent.
        GreenRatio = "green-ratio", "绿化率";
        /// How high buildings may be, in metres.
        BuildingHeight = "building-height", "建筑限高";
        /// Investment per land; a number alone is a minimum.
        InvestmentIntensity = "investment-intensity", "投资强度";
    }
}

impl ListingColumn {
    /// The indicator that the column is about.
    ///
    /// Conditions of planning may limit either side; that of investment is a
    /// minimum.
    #[must_use]
    pub fn indicator(self) -> Indicator {
        let (core, unit, direction) = match self {
            Self::FloorAreaRatio => (
                CoreIndicator::FloorAreaRatio,
                Unit::NUMBER,
                Direction::Within,
            ),
            Self::BuildingDensity => (
                CoreIndicator::BuildingDensity,
                Unit::PERCENT,
                Direction::Within,
            ),
            Self::GreenRatio => (CoreIndicator::GreenRatio, Unit::PERCENT, Direction::Within),
            Self::BuildingHeight => (
                CoreIndicator::BuildingHeight,
                Unit::of(LengthUnit::Metre),
                Direction::Within,
            ),
            Self::InvestmentIntensity => (
                CoreIndicator::InvestmentIntensity,
                // Money and area are of different kinds.
                Unit::per(MoneyUnit::TenThousandYuan, AreaUnit::Hectare).unwrap_or(Unit::NUMBER),
                Direction::AtLeast,
            ),
        };
        // Each unit is one of the indicator's; a test makes all of them.
        Indicator::new(core.into(), unit, direction).unwrap_or_else(|_| Indicator::usual(core))
    }

    /// Reads a cell; `None` where nothing is printed (`''`, `--`, `/`).
    ///
    /// White space around it is left out, and full-width digits are read as
    /// plain ones.
    ///
    /// # Errors
    ///
    /// [`IndicatorError`], as for [`Indicator::read`].
    pub fn read(self, given: &str) -> Result<Option<Threshold>, IndicatorError> {
        let trimmed = cell::trimmed(given);
        let narrow = cell::narrow(trimmed);
        let cell = narrow.as_deref().unwrap_or(trimmed);
        if cell::is_missing(cell) {
            return Ok(None);
        }
        self.indicator().read(cell).map(Some)
    }

    /// The conditions of one row, as the standard of its parcel.
    ///
    /// They hold for any trade. Columns with nothing in them demand nothing.
    ///
    /// # Errors
    ///
    /// [`StandardError::Provision`] for a cell that cannot be read;
    /// [`StandardError::Repeated`] for a column that is there twice.
    ///
    /// ```
    /// use standard_land::notice::ListingColumn;
    ///
    /// let notice = "台土告字[2019]038号".parse()?;
    /// let cells = [
    ///     (ListingColumn::FloorAreaRatio, "大于或等于1.3并且小于或等于1.3"),
    ///     (ListingColumn::BuildingDensity, ""),
    /// ];
    /// let standard = ListingColumn::standard(notice, cells)?;
    /// assert_eq!(standard.provisions().len(), 1);
    /// assert_eq!(standard.provisions()[0].to_string(), "容积率 =1.3");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn standard<'a>(
        document: StandardName,
        cells: impl IntoIterator<Item = (Self, &'a str)>,
    ) -> Result<ControlStandard, StandardError> {
        let mut standard = ControlStandard::new(document, Edition::E2017);
        for (column, cell) in cells {
            if let Some(threshold) = column.read(cell)? {
                standard = standard.with(Provision::new(column.indicator(), threshold)?)?;
            }
        }
        Ok(standard)
    }
}
