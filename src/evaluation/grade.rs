//! Grades A to D, by cut-offs or by shares of all that are ranked.

use alloc::vec::Vec;

use super::EvaluationError;
use super::ranking::Ranking;
use crate::exact::{Mode, Ratio, Rounding, Sum};
use crate::record::record;
use crate::text::terms;

terms! {
    /// A grade of enterprises.
    ///
    /// ```
    /// use standard_land::evaluation::Grade;
    ///
    /// assert!(Grade::A < Grade::D);
    /// ```
    pub enum Grade("a grade", "等级") {
        /// To be supported first (优先发展类).
        A = "A", "A类";
        /// To be encouraged (鼓励提升类).
        B = "B", "B类";
        /// To be watched and turned round (监管调控类).
        C = "C", "C类";
        /// To be put right (落后整治类).
        D = "D", "D类";
    }
}

terms! {
    /// Which grade equal scores have that stand across a boundary.
    ///
    /// ```
    /// use standard_land::evaluation::Boundary;
    ///
    /// assert_eq!("从优".parse::<Boundary>()?, Boundary::Better);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Boundary("a rule on ties across a boundary", "界上并列的处理办法") {
        /// All have the better one: it may exceed its share.
        Better = "better", "从优";
        /// All have the worse one: the better may fall short of its share.
        Worse = "worse", "从严";
    }
}

record! {
    /// From which score on a grade is A, B or C; below, it is D.
    ///
    /// *Invariant*: they fall. *Rounding*: scores are compared in full.
    ///
    /// ```
    /// use standard_land::evaluation::{CutOffs, Grade};
    /// use standard_land::Ratio;
    ///
    /// let cut = CutOffs::new(Ratio::new(80, 1)?, Ratio::new(60, 1)?, Ratio::new(40, 1)?)?;
    /// assert_eq!(cut.grade(&Ratio::new(80, 1)?.into()), Grade::A);
    /// assert_eq!(cut.grade(&Ratio::new(79_999, 1000)?.into()), Grade::B);
    /// assert_eq!(cut.grade(&Ratio::ZERO.into()), Grade::D);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct CutOffs, checked as EvaluationError {
        /// From which score on the grade is A.
        a: Ratio,
        /// From which score on it is B, below A.
        b: Ratio,
        /// From which score on it is C, below B.
        c: Ratio,
    }
}

impl CutOffs {
    /// The scores from which on a grade is A, B and C.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::CutOffs`] unless each is below the one before.
    pub fn new(a: Ratio, b: Ratio, c: Ratio) -> Result<Self, EvaluationError> {
        if a > b && b > c {
            Ok(Self { a, b, c })
        } else {
            Err(EvaluationError::CutOffs {
                of: [a, b, c].into(),
            })
        }
    }

    /// The grade of a score.
    #[must_use]
    pub fn grade(&self, score: &Sum) -> Grade {
        let reaches = |cut: Ratio| *score >= Sum::from(cut);
        if reaches(self.a) {
            Grade::A
        } else if reaches(self.b) {
            Grade::B
        } else if reaches(self.c) {
            Grade::C
        } else {
            Grade::D
        }
    }

    /// The grades of a ranking, place by place.
    #[must_use]
    pub fn grades<K>(&self, ranking: &Ranking<K>) -> Vec<Grade> {
        let places = ranking.places().iter();
        places.map(|place| self.grade(&place.total)).collect()
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, EvaluationError> {
        Self::new(self.a, self.b, self.c)
    }
}

record! {
    /// Which shares of all that are ranked are A, B and C; the rest is D.
    ///
    /// *Invariant*: no share is below zero; together they are at most 1.
    /// *Rounding*: the shares are added up first and the counts that they reach
    /// rounded, in the mode named: so the counts of the grades sum to all.
    ///
    /// ```
    /// use standard_land::evaluation::{Boundary, Quotas};
    /// use standard_land::{Mode, Ratio};
    ///
    /// let share = |percent| Ratio::new(percent, 100);
    /// let quotas = Quotas::new([share(20)?, share(60)?, share(15)?], Mode::HalfUp, Boundary::Better)?;
    /// assert_eq!(quotas.counts(7)?, [1, 5, 1, 0]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Quotas, checked as EvaluationError {
        /// The shares of A, B and C.
        shares: [Ratio; 3],
        /// How counts are rounded.
        rounding: Mode,
        /// What ties across a boundary get.
        boundary: Boundary,
    }
}

impl Quotas {
    /// The shares of A, B and C; how counts are rounded; what ties across a
    /// boundary get.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::Shares`], [`EvaluationError::TooManyDigits`].
    pub fn new(
        shares: [Ratio; 3],
        rounding: Mode,
        boundary: Boundary,
    ) -> Result<Self, EvaluationError> {
        let negative = shares.iter().any(|share| share.is_negative());
        if negative || Ratio::total(shares)? > Ratio::ONE {
            return Err(EvaluationError::Shares { of: shares.into() });
        }
        Ok(Self {
            shares,
            rounding,
            boundary,
        })
    }

    /// The shares of A, B and C.
    #[must_use]
    pub const fn shares(&self) -> [Ratio; 3] {
        self.shares
    }

    /// How counts are rounded.
    #[must_use]
    pub const fn rounding(&self) -> Mode {
        self.rounding
    }

    /// What ties across a boundary get.
    #[must_use]
    pub const fn boundary(&self) -> Boundary {
        self.boundary
    }

    /// How many of `all` are A, B, C and D, ties apart.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::TooManyDigits`].
    pub fn counts(&self, all: u64) -> Result<[u64; 4], EvaluationError> {
        let [a, b, c] = self.ends(all)?;
        // Rounding keeps the order of what it rounds: the ends do not fall.
        Ok([
            a,
            b.saturating_sub(a),
            c.saturating_sub(b),
            all.saturating_sub(c),
        ])
    }

    /// The last positions of A, B and C.
    fn ends(&self, all: u64) -> Result<[u64; 3], EvaluationError> {
        let [a, b, c] = self.shares;
        let up_to = |shares: &[Ratio]| -> Result<u64, EvaluationError> {
            let share = Ratio::total(shares.iter().copied())?;
            let exact = Ratio::new(all.into(), 1)?.checked_mul(share)?;
            let count = exact.round(Rounding::new(0, self.rounding))?;
            // At most all, since the shares are at most 1.
            Ok(u64::try_from(count.mantissa()).unwrap_or(all).min(all))
        };
        Ok([up_to(&[a])?, up_to(&[a, b])?, up_to(&[a, b, c])?])
    }

    /// The grades of a ranking, place by place; whoever is not ranked is not counted.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::TooManyDigits`].
    pub fn grades<K>(&self, ranking: &Ranking<K>) -> Result<Vec<Grade>, EvaluationError> {
        let places = ranking.places();
        // A vector of this machine has fewer places than 2^64.
        let all = u64::try_from(places.len()).unwrap_or(u64::MAX);
        let [a, b, c] = self.ends(all)?;
        let grade = |position: u64| match position {
            _ if position <= a => Grade::A,
            _ if position <= b => Grade::B,
            _ if position <= c => Grade::C,
            _ => Grade::D,
        };
        let mut grades = Vec::with_capacity(places.len());
        let mut first: u64 = 1;
        for tied in places.chunk_by(|place, next| place.total == next.total) {
            let count = u64::try_from(tied.len()).unwrap_or(u64::MAX);
            let behind = first.saturating_add(count);
            let decides = match self.boundary {
                Boundary::Better => first,
                Boundary::Worse => behind.saturating_sub(1),
            };
            grades.extend(tied.iter().map(|_| grade(decides)));
            first = behind;
        }
        Ok(grades)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, EvaluationError> {
        Self::new(self.shares, self.rounding, self.boundary)
    }
}
