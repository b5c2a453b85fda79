//! Areas that travel in one unit, for `#[serde(with = "…")]`.

macro_rules! fixed {
    ($( $(#[$attr:meta])* $name:ident in $unit:ident; )+) => {$(
        $(#[$attr])*
        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        pub mod $name {
            use serde::ser::Error as _;
            use serde::{Deserialize as _, Deserializer, Serializer};

            use crate::quantity::{Area, AreaUnit};

            /// Writes the exact decimal and the unit, without superfluous zeros.
            ///
            /// # Errors
            ///
            /// That there is no finite decimal of the area in the unit.
            pub fn serialize<S: Serializer>(area: &Area, serializer: S) -> Result<S::Ok, S::Error> {
                let unit = AreaUnit::$unit;
                match area.to_decimal(unit) {
                    Ok(amount) => serializer.collect_str(&format_args!("{amount} {unit}")),
                    Err(_) => Err(S::Error::custom(format_args!(
                        "{area} has no finite decimal in {unit}: write it in mu, or round it"
                    ))),
                }
            }

            /// Reads an area in any unit.
            ///
            /// # Errors
            ///
            /// As for an [`Area`].
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Area, D::Error> {
                Area::deserialize(deserializer)
            }
        }
    )+};
}

fixed! {
    /// `#[serde(with = "standard_land::quantity::as_mu")]`: an area in mu.
    ///
    /// Every area has a finite decimal in mu. Any unit is read.
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// #[derive(serde::Serialize, serde::Deserialize)]
    /// struct Line {
    ///     #[serde(with = "standard_land::quantity::as_mu")]
    ///     area: Area,
    /// }
    ///
    /// let line = Line { area: "3.01 ha".parse()? };
    /// let json = serde_json::to_string(&line)?;
    /// assert_eq!(json, r#"{"area":"45.15 mu"}"#);
    /// assert_eq!(serde_json::from_str::<Line>(&json)?.area, line.area);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    as_mu in Mu;
    /// `#[serde(with = "standard_land::quantity::as_hectares")]`: an area in ha.
    ///
    /// What has no finite decimal in hectares, such as 1 mu, is refused and not
    /// rounded. Any unit is read.
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// #[derive(serde::Serialize)]
    /// struct Line {
    ///     #[serde(with = "standard_land::quantity::as_hectares")]
    ///     area: Area,
    /// }
    ///
    /// let line = Line { area: "45.15 mu".parse()? };
    /// assert_eq!(serde_json::to_string(&line)?, r#"{"area":"3.01 ha"}"#);
    /// assert!(serde_json::to_string(&Line { area: "1 mu".parse()? }).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    as_hectares in Hectare;
    /// `#[serde(with = "standard_land::quantity::as_square_metres")]`: in m².
    ///
    /// What has no finite decimal in square metres, such as 1 mu, is refused and
    /// not rounded. Any unit is read.
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// #[derive(serde::Serialize)]
    /// struct Line {
    ///     #[serde(with = "standard_land::quantity::as_square_metres")]
    ///     area: Area,
    /// }
    ///
    /// let line = Line { area: "3.01 ha".parse()? };
    /// assert_eq!(serde_json::to_string(&line)?, r#"{"area":"30100 m²"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    as_square_metres in SquareMetre;
}
