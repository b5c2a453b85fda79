//! The marks of a page in the order of the text, and the rows they link to.

use alloc::vec::Vec;

use super::state::State;
use crate::audit::Span;
use crate::briefing::{Audit, Context, Judged, Open, Reason};

/// A row of one of the tables. Rows are numbered from 1, in this order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row<'a> {
    Claim(&'a Judged<'a>),
    Open(&'a Open),
    /// A figure in no claim.
    Left(usize, Reason),
    Context(&'a Context),
}

/// What is marked, and what is said of it.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) state: State,
    /// The numbers of the rows that speak of it first.
    pub(super) rows: Vec<usize>,
    /// The numbers of the rows that compute with it.
    pub(super) used: Vec<usize>,
}

/// Every figure and every number that counts nothing, by place.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    /// The figures in their order, then what counts nothing.
    pub(super) all: Vec<Mark>,
    /// How many of them are figures.
    pub(super) figures: usize,
    /// The order of the text.
    pub(super) order: Vec<usize>,
    pub(super) rows: Vec<Row<'a>>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(audit: &'a Audit<'a>) -> Self {
        let briefing = audit.briefing();
        let figures = briefing.figures().map(|figure| Mark {
            span: figure.span(),
            state: State::Used,
            rows: Vec::new(),
            used: Vec::new(),
        });
        let mut marks = Self {
            figures: briefing.figures().len(),
            all: figures.collect(),
            order: Vec::new(),
            rows: Vec::new(),
        };
        let mut left: Vec<Option<Reason>> = alloc::vec![None; marks.figures];
        for (place, reason) in audit.left_over() {
            if let Some(left) = left.get_mut(place) {
                *left = Some(reason);
            }
        }
        for judged in audit {
            let number = marks.add(Row::Claim(judged));
            marks.tell(judged.places(), State::of(judged.outcome()), number);
        }
        for open in audit.open() {
            let number = marks.add(Row::Open(open));
            marks.tell(open.places(), State::Open, number);
        }
        for (place, reason) in left.into_iter().enumerate() {
            let is_told = marks
                .all
                .get(place)
                .is_none_or(|mark| !mark.rows.is_empty() || !mark.used.is_empty());
            if is_told {
                continue;
            }
            let reason = reason.unwrap_or(Reason::NoRelation);
            let number = marks.add(Row::Left(place, reason));
            marks.tell(&[place], State::Left(reason), number);
        }
        for context in briefing.context() {
            let number = marks.add(Row::Context(context));
            marks.all.push(Mark {
                span: context.span,
                state: State::Context(context.kind),
                rows: alloc::vec![number],
                used: Vec::new(),
            });
        }
        let mut order: Vec<usize> = (0..marks.all.len()).collect();
        order.sort_by_key(|place| {
            marks
                .all
                .get(*place)
                .map(|mark| (mark.span.start, mark.span.end))
        });
        marks.order = order;
        marks
    }

    /// Adds a row, and gives its number.
    fn add(&mut self, row: Row<'a>) -> usize {
        self.rows.push(row);
        self.rows.len()
    }

    /// Says what became of the first figure of a row; the others are used.
    fn tell(&mut self, places: &[usize], state: State, number: usize) {
        let mut places = places.iter();
        if let Some(mark) = places.next().and_then(|place| self.all.get_mut(*place)) {
            let is_first = mark.rows.is_empty() || state < mark.state;
            mark.rows.push(number);
            if is_first {
                // The row that asks most for a look is the one that is named.
                mark.state = state;
                let last = mark.rows.len().saturating_sub(1);
                mark.rows.swap(0, last);
            }
        }
        for place in places {
            if let Some(mark) = self.all.get_mut(*place) {
                mark.used.push(number);
            }
        }
    }

    /// The id of a mark on the page.
    pub(super) fn id(&self, place: usize) -> (char, usize) {
        match place.checked_sub(self.figures) {
            None => ('f', place.saturating_add(1)),
            Some(context) => ('k', context.saturating_add(1)),
        }
    }

    /// How many marks are in a state.
    pub(super) fn count(&self, is_counted: impl Fn(State) -> bool) -> usize {
        self.all
            .iter()
            .filter(|mark| is_counted(mark.state))
            .count()
    }
}
