//! The closing account of a text: no figure is lost.

use core::fmt::{self, Display, Formatter};

use super::context::ContextKind;
use super::figure::Reason;

/// How many figures a text has, and where each of them went.
///
/// A figure is a number in digits, or one in Chinese numerals with a unit
/// behind it: 三通一平 and 统一 are words. A date is one figure, however many
/// numbers are in it.
///
/// *Invariant*: figures = related + context + unrelated, always.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::briefing::{Briefing, Reason};
///
/// let briefing = Briefing::read("2024年共出让7宗，其中服务业4宗，占57%；办理事项682件。");
/// let account = briefing.audit(&Reading::new()).account();
/// assert!(account.balances());
/// assert_eq!(account.to_string(), "\
/// figures       5
///   related     3
///   context     1
///   unrelated   1
///       1  date (日期)
///       1  no-relation (无关联)
/// ");
/// assert_eq!(account.reason(Reason::NoRelation), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Account {
    pub(super) figures: usize,
    pub(super) related: usize,
    pub(super) context: [usize; ContextKind::ALL.len()],
    pub(super) unrelated: [usize; Reason::ALL.len()],
}

impl Account {
    pub(super) const fn new(figures: usize) -> Self {
        Self {
            figures,
            related: 0,
            context: [0; ContextKind::ALL.len()],
            unrelated: [0; Reason::ALL.len()],
        }
    }

    /// All numbers of the text.
    #[must_use]
    pub const fn figures(&self) -> usize {
        self.figures
    }

    /// Those that stand in one claim or more.
    #[must_use]
    pub const fn related(&self) -> usize {
        self.related
    }

    /// Those that count nothing: dates, ordinals, codes.
    #[must_use]
    pub fn context(&self) -> usize {
        self.context
            .iter()
            .fold(0, |all, one| all.saturating_add(*one))
    }

    /// Those that stand in no claim.
    #[must_use]
    pub fn unrelated(&self) -> usize {
        self.unrelated
            .iter()
            .fold(0, |all, one| all.saturating_add(*one))
    }

    /// How many stand in no claim for a reason.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> usize {
        self.unrelated
            .get(reason.index())
            .copied()
            .unwrap_or_default()
    }

    /// How many count nothing, of a kind.
    #[must_use]
    pub fn kind(&self, kind: ContextKind) -> usize {
        self.context.get(kind.index()).copied().unwrap_or_default()
    }

    /// Whether every figure went somewhere.
    #[must_use]
    pub fn balances(&self) -> bool {
        let gone = self.related.checked_add(self.context());
        gone.and_then(|gone| gone.checked_add(self.unrelated())) == Some(self.figures)
    }

    pub(super) fn add_context(&mut self, kind: ContextKind) {
        if let Some(count) = self.context.get_mut(kind.index()) {
            *count = count.saturating_add(1);
        }
    }

    pub(super) fn add(&mut self, reason: Option<Reason>) {
        match reason {
            None => self.related = self.related.saturating_add(1),
            Some(reason) => {
                if let Some(count) = self.unrelated.get_mut(reason.index()) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }
}

impl Display for Account {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "figures     {:>3}", self.figures)?;
        writeln!(f, "  related   {:>3}", self.related)?;
        writeln!(f, "  context   {:>3}", self.context())?;
        writeln!(f, "  unrelated {:>3}", self.unrelated())?;
        for kind in ContextKind::ALL {
            let count = self.kind(*kind);
            if count > 0 {
                writeln!(f, "{count:>7}  {kind} ({})", kind.name_zh())?;
            }
        }
        for reason in Reason::ALL {
            let count = self.reason(*reason);
            if count > 0 {
                writeln!(f, "{count:>7}  {reason} ({})", reason.name_zh())?;
            }
        }
        Ok(())
    }
}
