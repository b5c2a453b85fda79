//! What is counted, and by which magnitude.

use crate::text::terms;

terms! {
    /// What is counted, by its Chinese measure word.
    ///
    /// Counts are whole and never rounded, unless they are printed in
    /// [`Magnitude`]s.
    ///
    /// ```
    /// use standard_land::quantity::Counter;
    ///
    /// assert_eq!("宗".parse::<Counter>()?, Counter::Parcel);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Counter("a measure word", "量词") {
        /// Parcels of land.
        Parcel = "parcel", "宗";
        /// Things of any kind.
        Piece = "piece", "个";
        /// Firms.
        Firm = "firm", "家";
        /// Households, and businesses run by one.
        Household = "household", "户";
        /// Items, measures, permits.
        Item = "item", "项";
        /// Cases, documents.
        Case = "case", "件";
        /// Plots.
        Plot = "plot", "块";
        /// Copies, contracts.
        Copy = "copy", "份";
        /// Times.
        Occasion = "occasion", "次";
        /// Sites.
        Site = "site", "处";
        /// Strips, rules, roads.
        Strip = "strip", "条";
        /// Buildings.
        Building = "building", "栋";
        /// Sets, dwellings.
        Set = "set", "套";
        /// Machines.
        Machine = "machine", "台";
        /// Persons.
        Person = "person", "人";
        /// Persons, counted politely.
        Member = "member", "名";
        /// Batches.
        Batch = "batch", "批";
        /// Deals.
        Deal = "deal", "笔";
        /// Steps of a procedure.
        Step = "step", "环节";
        /// Days.
        Day = "day", "天";
        /// Working days.
        WorkingDay = "working-day", "工作日";
        /// Months.
        Month = "month", "个月";
        /// Incidents.
        Incident = "incident", "起";
        /// Lots at an auction.
        Lot = "lot", "幅";
        /// Rooms, workshops.
        Room = "room", "间";
        /// Seats of firms, towers, bridges.
        Tower = "tower", "座";
        /// Vehicles.
        Vehicle = "vehicle", "辆";
        /// Sheets, certificates.
        Sheet = "sheet", "张";
        /// Schools, institutes.
        Institute = "institute", "所";
        /// Ships, aircraft.
        Vessel = "vessel", "艘";
        /// Tonnes; measured, not counted.
        Tonne = "tonne", "吨";
        /// Kilowatt hours; measured, not counted.
        KilowattHour = "kilowatt-hour", "千瓦时";
        /// Kilowatts; measured, not counted.
        Kilowatt = "kilowatt", "千瓦";
        /// Kilometres; measured, not counted.
        Kilometre = "kilometre", "公里";
        /// Metres; measured, not counted.
        Metre = "metre", "米";
        /// Cubic metres; measured, not counted.
        CubicMetre = "cubic-metre", "立方米";
        /// Hours; measured, not counted.
        Hour = "hour", "小时";
        /// Minutes; measured, not counted.
        Minute = "minute", "分钟";
        /// Dollars of the United States; measured, not counted.
        UsDollar = "us-dollar", "美元";
        /// Dollars of Hong Kong; measured, not counted.
        HongKongDollar = "hong-kong-dollar", "港元";
        /// Euros; measured, not counted.
        Euro = "euro", "欧元";
    }
}

terms! {
    /// By how much a printed number is to be multiplied: 1.2万 is 12,000.
    pub enum Magnitude("a magnitude", "数量级") {
        /// As printed.
        One = "1", "个位";
        /// 10⁴.
        Wan = "wan", "万";
        /// 10⁸.
        Yi = "yi", "亿";
    }
}

impl Counter {
    /// Whether it counts things one by one, and does not measure them.
    pub(crate) const fn is_whole(self) -> bool {
        !matches!(
            self,
            Self::Tonne
                | Self::KilowattHour
                | Self::Kilowatt
                | Self::Kilometre
                | Self::Metre
                | Self::CubicMetre
                | Self::Hour
                | Self::Minute
                | Self::UsDollar
                | Self::HongKongDollar
                | Self::Euro
        )
    }
}

impl Magnitude {
    pub(crate) const fn factor(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Wan => 10_000,
            Self::Yi => 100_000_000,
        }
    }

    /// All of them, with their powers of ten.
    pub(crate) const POWERS: [(u8, Self); 3] = [(0, Self::One), (4, Self::Wan), (8, Self::Yi)];

    /// What is printed before the measure word.
    pub(crate) const fn printed(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Wan => "万",
            Self::Yi => "亿",
        }
    }
}
