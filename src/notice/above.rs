//! What stands above a total, and whether the total agrees with it.

use super::account::Account;
use super::figure::Figure;
use super::total::{NotJudged, TotalCheck, TotalKind, TotalScope};
use crate::exact::Modes;
use crate::quantity::Area;
use crate::stats::Tally;

/// What was counted up to a row.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    records: Tally,
    repeats: Tally,
    unread: u64,
}

impl Mark {
    /// What was counted since another row.
    fn since(self, before: Self) -> Self {
        let less = |all: Tally, before: Tally| {
            let parcels = all.parcels().saturating_sub(before.parcels());
            let area = all.area().checked_sub(before.area());
            Tally::new(parcels, area.unwrap_or_default()).unwrap_or_default()
        };
        Self {
            records: less(self.records, before.records),
            repeats: less(self.repeats, before.repeats),
            unread: self.unread.saturating_sub(before.unread),
        }
    }
}

/// What stood above each total so far: a few marks, however long the file is.
#[derive(Debug)]
pub(super) struct Above {
    /// Rows whose area a total may hold and no sum of ours does.
    unread: u64,
    /// Where the last total of each kind stood.
    kinds: [Mark; TotalKind::ALL.len()],
    /// Where the last total of any kind stood.
    last: Mark,
    /// The sum of the subtotals, as long as all of them agree.
    subtotals: Option<Area>,
}

impl Default for Above {
    fn default() -> Self {
        Self {
            unread: 0,
            kinds: Default::default(),
            last: Mark::default(),
            subtotals: Some(Area::ZERO),
        }
    }
}

impl Above {
    /// Notes a row with an area that was not counted, whatever it is.
    pub(super) const fn pass_unread(&mut self) {
        self.unread = self.unread.saturating_add(1);
    }

    /// Judges a total, and counts anew from there.
    pub(super) fn judge(
        &mut self,
        kind: TotalKind,
        figure: Option<Figure>,
        account: &Account,
    ) -> TotalCheck {
        let now = Mark {
            records: account.records(),
            repeats: account.repeats(),
            unread: self.unread,
        };
        let check = match figure {
            Some(figure) => self.check(kind, figure, now),
            None => TotalCheck::NotJudged(NotJudged::NoArea),
        };
        if kind == TotalKind::Subtotal {
            let area = figure.and_then(Figure::area);
            let agrees = matches!(check, TotalCheck::Agrees { .. });
            self.subtotals = self
                .subtotals
                .zip(area.filter(|_| agrees))
                .and_then(|(sum, area)| sum.checked_add(area).ok());
        }
        if let Some(mark) = self.kinds.get_mut(kind.index()) {
            *mark = now;
        }
        self.last = now;
        check
    }

    fn check(&self, kind: TotalKind, figure: Figure, now: Mark) -> TotalCheck {
        let before = self.kinds.get(kind.index()).copied().unwrap_or_default();
        let since_last = (TotalScope::SinceLast, now.since(before));
        let since_any = (TotalScope::SinceAny, now.since(self.last));
        let table = (TotalScope::Table, now);
        let scopes = match kind {
            TotalKind::Subtotal => [Some(since_last), Some(since_any)],
            TotalKind::Cumulative => [Some(table), None],
            _ => [Some(table), Some(since_last)],
        };
        // What is exact goes first, and so does what counts nothing twice.
        let mut best: Option<(TotalScope, bool, Modes)> = None;
        let mut consider = |scope, with_repeats, sum: Area| {
            let modes = figure.modes(sum);
            let is_better = best.is_none_or(|(.., known)| modes.is_any() && !known.is_any());
            if !modes.is_empty() && is_better {
                best = Some((scope, with_repeats, modes));
            }
        };
        for (scope, above) in scopes.into_iter().flatten() {
            if above.records.is_empty() {
                continue;
            }
            consider(scope, false, above.records.area());
        }
        for (scope, above) in scopes.into_iter().flatten() {
            if above.repeats.is_empty() {
                continue;
            }
            if let Ok(sum) = above.records.area().checked_add(above.repeats.area()) {
                consider(scope, true, sum);
            }
        }
        if let Some(sum) = self.subtotals_of_all(kind, now) {
            consider(TotalScope::Subtotals, false, sum);
        }
        if let Some((scope, with_repeats, modes)) = best {
            return TotalCheck::Agrees {
                scope,
                with_repeats,
                modes,
            };
        }
        let above = scopes.into_iter().flatten().next();
        let above = above.map(|(_, above)| above).unwrap_or_default();
        if kind == TotalKind::Cumulative {
            TotalCheck::NotJudged(NotJudged::Cumulative)
        } else if above.unread > 0 {
            TotalCheck::NotJudged(NotJudged::UnreadRows)
        } else if above.records.is_empty() && above.repeats.is_empty() {
            TotalCheck::NotJudged(NotJudged::NothingAbove)
        } else {
            let above = above.records.area();
            TotalCheck::Differs { above }
        }
    }

    /// The sum of the subtotals, if they are of all rows.
    fn subtotals_of_all(&self, kind: TotalKind, now: Mark) -> Option<Area> {
        let last = self.kinds.get(TotalKind::Subtotal.index())?;
        let rest = now.since(*last);
        let is_whole = rest.records.is_empty() && rest.repeats.is_empty();
        let are_some = !last.records.is_empty() || !last.repeats.is_empty();
        self.subtotals
            .filter(|_| kind != TotalKind::Subtotal && is_whole && are_some)
    }
}
