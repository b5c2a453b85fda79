//! Words beside a printed number that say how exact it is.

use crate::text::terms;

terms! {
    /// A word beside a printed number that says how exact it is.
    ///
    /// 以上, 以下 and 以内 include the number, 超过 and 不满 leave it out: so the
    /// Civil Code of 2020, article 1259. What 约 and 近 mean is laid down
    /// nowhere; a [`Reading`](crate::audit::Reading) says how they are taken.
    ///
    /// ```
    /// use standard_land::quantity::Qualifier;
    ///
    /// assert_eq!("以上".parse::<Qualifier>()?, Qualifier::AtLeast);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Qualifier("a qualifier", "限定词") {
        /// No such word: the number itself, possibly rounded.
        Exactly = "exactly", "正好";
        /// 约, 大约, 左右.
        About = "about", "约";
        /// 近, 将近, 接近: not quite.
        Nearly = "nearly", "近";
        /// 超, 超过, 逾, 余, 多: more than that.
        Over = "over", "超";
        /// 以上, 至少, 不低于, 不少于: that or more.
        AtLeast = "at-least", "以上";
        /// 不足, 不到, 不满: less than that.
        Under = "under", "不足";
        /// 以下, 以内, 至多, 不超过: that or less.
        AtMost = "at-most", "以下";
    }
}

impl Qualifier {
    /// Whether it is printed behind the unit.
    pub(crate) const fn stands_behind(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost)
    }
}
