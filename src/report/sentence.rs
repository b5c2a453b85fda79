//! Sentences as an office writes them, with every figure traceable.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::ReportError;
use super::figure::{NamedTally, ReportedFigure};
use super::language::Language;
use super::style::{Style, mode};
use super::table::{Cell, Table, TableColumn};
use crate::exact::RatioError;
use crate::stats::By;

/// A piece of a sentence: words, or a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Piece {
    /// Words.
    Words(String),
    /// A figure.
    Figure(ReportedFigure),
}

/// A sentence with figures, each of which can be explained.
///
/// `{}` prints it; [`explain`](Sentence::explain) lists for every figure the
/// exact fraction, the rounding, and what went in.
///
/// ```
/// use standard_land::report::{NamedTally, Language, Sentence, ShareRounding, Style};
/// use standard_land::{AreaUnit, Rounding, Tally};
///
/// let shares = ShareRounding {
///     by_count: Rounding::half_up(0),
///     by_area: Rounding::toward_zero(2),
/// };
/// let zh = Style::new(Language::Chinese, AreaUnit::Hectare, shares);
/// let all = NamedTally::new("2024年出让标准地", Tally::new(7, "37.18 ha".parse()?)?);
/// let services = NamedTally::new("生产性服务业", Tally::new(4, "5.74 ha".parse()?)?);
/// assert_eq!(
///     Sentence::share(&services, &all, &zh)?.to_string(),
///     "2024年出让标准地7宗、37.18公顷，其中生产性服务业4宗、5.74公顷，\
///      占宗数的57%（四舍五入）、占面积的15.43%（去尾）。",
/// );
///
/// let en = zh.in_language(Language::English);
/// let all = NamedTally::new("Standard land granted in 2024", all.tally());
/// let services = NamedTally::new("producer services", services.tally());
/// assert_eq!(
///     Sentence::share(&services, &all, &en)?.to_string(),
///     "Standard land granted in 2024: 7 parcels, 37.18 ha; of these, producer services: \
///      4 parcels, 5.74 ha, which is 57% of the parcels (half-up) and 15.43% of the area \
///      (toward-zero).",
/// );
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sentence {
    language: Language,
    spans: Vec<Piece>,
}

/// A sentence that is being written.
struct Draft<'a> {
    style: &'a Style,
    spans: Vec<Piece>,
}

impl Draft<'_> {
    fn words(&mut self, words: &str) {
        if let Some(Piece::Words(last)) = self.spans.last_mut() {
            last.push_str(words);
        } else {
            self.spans.push(Piece::Words(words.to_owned()));
        }
    }

    /// The one of two texts that is in the language of the sentence.
    fn either(&mut self, zh: &str, en: &str) {
        self.words(self.style.language().pick(zh, en));
    }

    fn figure(&mut self, figure: ReportedFigure) {
        self.spans.push(Piece::Figure(figure));
    }

    /// `标准地7宗、37.18公顷`, `standard land: 7 parcels, 37.18 ha`; the mode
    /// of the area behind it, where it is rounded.
    fn counted(&mut self, counted: &NamedTally) -> Result<(), RatioError> {
        self.words(counted.name());
        self.either("", ": ");
        self.figure(ReportedFigure::count(counted, self.style));
        self.either("、", ", ");
        self.figure(ReportedFigure::area(counted, self.style)?);
        if let Some(rounding) = self.style.areas() {
            self.bracket(mode(rounding, self.style.language()));
        }
        Ok(())
    }

    fn bracket(&mut self, words: &str) {
        match self.style.language() {
            Language::Chinese => self.words(&format!("（{words}）")),
            Language::English => self.words(&format!(" ({words})")),
        }
    }

    /// Two percentages with their modes; a mode that both have is named once.
    fn percentages(
        &mut self,
        words: &[[&str; 4]; 2],
        figure: impl Fn(By) -> Result<ReportedFigure, ReportError>,
    ) -> Result<(), ReportError> {
        let language = self.style.language();
        let shares = self.style.shares();
        let by_count = mode(shares.by_count, language);
        let by_area = mode(shares.by_area, language);
        let [zh, en] = words;
        let [before, behind, between, last] = language.pick(zh, en);
        self.words(before);
        self.figure(figure(By::Count)?);
        self.words(behind);
        if by_count != by_area {
            self.bracket(by_count);
        }
        self.words(between);
        self.figure(figure(By::Area)?);
        self.words(last);
        if by_count == by_area {
            self.bracket(&format!("{}{by_area}", language.pick("均", "both ")));
        } else {
            self.bracket(by_area);
        }
        Ok(())
    }

    fn finish(mut self) -> Sentence {
        self.either("。", ".");
        Sentence {
            language: self.style.language(),
            spans: self.spans,
        }
    }
}

impl Sentence {
    const fn draft(style: &Style) -> Draft<'_> {
        Draft {
            style,
            spans: Vec::new(),
        }
    }

    /// How much of something there is: parcels and their area.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when the area cannot be printed in the unit.
    ///
    /// ```
    /// use standard_land::report::{NamedTally, Language, Sentence, ShareRounding, Style};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let shares = ShareRounding::both(Rounding::half_up(2));
    /// let style = Style::new(Language::English, AreaUnit::Mu, shares);
    /// let one = NamedTally::new("Leased", Tally::one("1.21 ha".parse()?));
    /// assert_eq!(Sentence::amount(&one, &style)?.to_string(), "Leased: 1 parcel, 18.15 mu.");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn amount(counted: &NamedTally, style: &Style) -> Result<Self, ReportError> {
        let mut draft = Self::draft(style);
        draft.counted(counted)?;
        Ok(draft.finish())
    }

    /// A whole, a part of it, and the share that the part is of it.
    ///
    /// The whole is named in the sentence: a share of what.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when the part is larger than the whole, the
    /// whole is empty, or a figure cannot be printed.
    pub fn share(
        part: &NamedTally,
        whole: &NamedTally,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let mut draft = Self::draft(style);
        draft.counted(whole)?;
        draft.either("，其中", "; of these, ");
        draft.counted(part)?;
        let words = [
            ["，占宗数的", "", "、占面积的", ""],
            [", which is ", " of the parcels", " and ", " of the area"],
        ];
        draft.percentages(&words, |measure| {
            ReportedFigure::share(measure, part, whole, style)
        })?;
        Ok(draft.finish())
    }

    /// What there is now, what there was, and the growth from then to now.
    ///
    /// A decrease is negative growth.
    ///
    /// # Errors
    ///
    /// [`ReportError::Statistic`] when the base is empty; [`ReportError::Figure`]
    /// when a figure cannot be printed.
    ///
    /// ```
    /// use standard_land::report::{NamedTally, Language, Sentence, ShareRounding, Style};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let shares = ShareRounding::both(Rounding::half_up(0));
    /// let style = Style::new(Language::Chinese, AreaUnit::Hectare, shares);
    /// let base = NamedTally::new("2020年", Tally::new(115, "740.07 ha".parse()?)?);
    /// let now = NamedTally::new("2021年", Tally::new(383, "2012.48 ha".parse()?)?);
    /// assert_eq!(
    ///     Sentence::growth(&now, &base, &style)?.to_string(),
    ///     "2021年383宗、2012.48公顷，2020年115宗、740.07公顷，\
    ///      宗数增长233%、面积增长172%（均四舍五入）。",
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn growth(now: &NamedTally, base: &NamedTally, style: &Style) -> Result<Self, ReportError> {
        let mut draft = Self::draft(style);
        draft.counted(now)?;
        draft.either("，", "; ");
        draft.counted(base)?;
        let words = [
            ["，宗数增长", "", "、面积增长", ""],
            ["; a growth of ", " in parcels", " and ", " in area"],
        ];
        draft.percentages(&words, |measure| {
            ReportedFigure::growth(measure, now, base, style)
        })?;
        Ok(draft.finish())
    }

    /// The language it is written in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Its words and figures, in order.
    #[must_use]
    pub fn spans(&self) -> &[Piece] {
        &self.spans
    }

    /// Its figures, in order.
    pub fn figures(&self) -> impl Iterator<Item = &ReportedFigure> {
        self.spans.iter().filter_map(|span| match span {
            Piece::Figure(figure) => Some(figure),
            Piece::Words(_) => None,
        })
    }

    /// For every figure: the exact value, the rounding, and what went in.
    ///
    /// ```
    /// use standard_land::report::{NamedTally, Form, Language, Sentence, ShareRounding, Style};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let shares = ShareRounding::both(Rounding::toward_zero(2));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    /// let all = NamedTally::new("granted", Tally::new(7, "37.18 ha".parse()?)?);
    /// let services = NamedTally::new("services", Tally::new(4, "5.74 ha".parse()?)?);
    ///
    /// let explained = Sentence::share(&services, &all, &style)?.explain();
    /// let csv = explained.render(Form::Csv).to_string();
    /// assert_eq!(
    ///     csv.lines().last(),
    ///     Some(
    ///         "15.43%,287/1859,\"toward-zero, 2 decimals (去尾)\",\
    ///          \"part: services, 5.74 ha; whole: granted, 37.18 ha\""
    ///     ),
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self) -> Table {
        let language = self.language;
        let headings = language.pick(
            ["数字", "准确值", "修约", "由来"],
            ["figure", "exact value", "rounding", "made of"],
        );
        let rows = self.figures().map(|figure| {
            vec![
                Cell::text(figure.printed()),
                Cell::text(figure.exact().to_string()),
                Cell::text(figure.rounding_in_words(language)),
                Cell::text(figure.inputs(language)),
            ]
        });
        Table::of_parts(
            language,
            language.pick("各数字的由来", "Where the figures come from"),
            headings.map(TableColumn::text).into(),
            rows.collect(),
        )
    }
}

impl Display for Sentence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for span in &self.spans {
            match span {
                Piece::Words(words) => f.write_str(words)?,
                Piece::Figure(figure) => f.write_str(figure.printed())?,
            }
        }
        Ok(())
    }
}
