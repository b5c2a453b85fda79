//! The units of land, money, length, energy, mass and time.

use crate::text::terms;

terms! {
    /// A unit of area.
    ///
    /// 1 ha = 15 mu and 1 m² = 0.0015 mu exactly; 1 mu = 2000/3 m² has no
    /// finite decimal form.
    ///
    /// ```
    /// use standard_land::AreaUnit;
    ///
    /// assert_eq!("公顷".parse::<AreaUnit>()?, AreaUnit::Hectare);
    /// assert_eq!(AreaUnit::SquareMetre.to_string(), "m²");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum AreaUnit("a unit of area", "面积单位") {
        /// 0.0015 mu.
        SquareMetre = "m²", "平方米";
        /// 1/15 ha.
        Mu = "mu", "亩";
        /// 10,000 m², 15 mu.
        Hectare = "ha", "公顷";
        /// 100 ha, 1,500 mu.
        SquareKilometre = "km²", "平方公里";
        /// 10,000 mu.
        TenThousandMu = "wan mu", "万亩";
        /// 10,000 ha.
        TenThousandHectares = "wan ha", "万公顷";
        /// 100,000,000 mu.
        HundredMillionMu = "yi mu", "亿亩";
        /// 10,000 km².
        TenThousandSquareKilometres = "wan km²", "万平方公里";
    }
}

terms! {
    /// A unit that sums of money are printed in.
    ///
    /// ```
    /// use standard_land::quantity::MoneyUnit;
    ///
    /// assert_eq!("万元".parse::<MoneyUnit>()?, MoneyUnit::TenThousandYuan);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum MoneyUnit("a unit of money", "金额单位") {
        /// 100 fen.
        Yuan = "CNY", "元";
        /// 10,000 yuan.
        TenThousandYuan = "wan CNY", "万元";
        /// 100,000,000 yuan.
        HundredMillionYuan = "yi CNY", "亿元";
        /// 1,000,000,000,000 yuan.
        TrillionYuan = "wan yi CNY", "万亿元";
    }
}

terms! {
    /// A unit of length.
    ///
    /// ```
    /// use standard_land::quantity::LengthUnit;
    ///
    /// assert_eq!("米".parse::<LengthUnit>()?, LengthUnit::Metre);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum LengthUnit("a unit of length", "长度单位") {
        /// A metre.
        Metre = "m", "米";
    }
}

terms! {
    /// A unit of energy, in standard coal.
    ///
    /// Electricity is not on the list: how much coal a kilowatt-hour stands
    /// for depends on whether it is counted at its own heat or at that of the
    /// coal it was made from, and sources do both.
    ///
    /// ```
    /// use standard_land::quantity::EnergyUnit;
    ///
    /// assert_eq!("吨标准煤".parse::<EnergyUnit>()?, EnergyUnit::TonneOfCoal);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum EnergyUnit("a unit of energy", "能量单位") {
        /// A kilogram of standard coal.
        KilogramOfCoal = "kgce", "千克标准煤";
        /// 1,000 kg of standard coal.
        TonneOfCoal = "tce", "吨标准煤";
    }
}

terms! {
    /// A unit of mass.
    ///
    /// ```
    /// use standard_land::quantity::MassUnit;
    ///
    /// assert_eq!("吨".parse::<MassUnit>()?, MassUnit::Tonne);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum MassUnit("a unit of mass", "质量单位") {
        /// A kilogram.
        Kilogram = "kg", "千克";
        /// 1,000 kg.
        Tonne = "t", "吨";
    }
}

terms! {
    /// The unit that terms are printed in.
    ///
    /// ```
    /// use standard_land::quantity::TermUnit;
    ///
    /// assert_eq!("年".parse::<TermUnit>()?, TermUnit::Year);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum TermUnit("a unit of time", "时间单位") {
        /// A year.
        Year = "years", "年";
    }
}
