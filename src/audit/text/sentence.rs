//! Groups: the figures of a sentence that belong to one thing.
//!
//! "7宗、37.18公顷" is one group of two amounts, "57%和15.43%" one of two rates.
//! What stands before a group since the group before it is its lead.

use alloc::vec::Vec;

use super::cue::{Cue, Cues, Label};
use super::figure::Figure;
use super::scan::{End, Form};
use super::words::adds_up;
use crate::audit::unit::Dimension;
use crate::audit::{Published, Span, Unit};

/// What the figures of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Parcels, land, money, years.
    Amount,
    /// `%`, `‰`, `成`.
    Rate,
    /// `个百分点`.
    Points,
    /// `倍`.
    Times,
    /// A number without a unit.
    Plain,
}

impl Kind {
    const fn of(unit: Unit) -> Self {
        match unit {
            Unit::Percent | Unit::Permille | Unit::Tenth => Self::Rate,
            Unit::PercentagePoint => Self::Points,
            Unit::Times => Self::Times,
            Unit::Plain(_) => Self::Plain,
            _ => Self::Amount,
        }
    }
}

/// A figure in a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// Which figure of the text it is.
    pub(super) figure: usize,
    pub(super) span: Span,
    pub(super) value: Published,
    /// What the word before it says that it measures.
    pub(super) label: Option<Label>,
    pub(super) form: Form,
}

impl Slot {
    /// Whether a word names what it measures.
    pub(super) fn is(&self, label: Label) -> bool {
        let dimension = self.value.unit().dimension();
        match label {
            Label::Count => dimension == Dimension::Count,
            Label::Counted(counter) => {
                matches!(self.value.unit(), Unit::Count(own, _) if own == counter)
            }
            Label::Perhaps(perhaps) => dimension == perhaps,
            Label::Area => dimension == Dimension::Area,
            Label::Money => dimension == Dimension::Money,
        }
    }

    /// Whether it can have parts: a price, a mean or a term has none.
    pub(super) fn has_parts(&self) -> bool {
        let dimension = self.value.unit().dimension();
        matches!(
            dimension,
            Dimension::Count | Dimension::Area | Dimension::Money
        )
    }

    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.value.unit().is_like(other.value.unit())
    }
}

/// What a group is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It stands for itself, and can be a whole.
    Top,
    /// It is a part of what stands before the group at this place.
    PartOf(usize),
    /// A whole or a base that is named with a rate: 占24.3万亩的52.2%.
    Named,
}

/// Figures that belong to one thing.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) kind: Kind,
    pub(super) slots: Vec<Slot>,
    /// The cues between the group before and this one.
    pub(super) lead: Cues,
    /// The labels there, in order.
    pub(super) labels: Vec<Label>,
    pub(super) place: Place,
    /// The year that was named last.
    pub(super) year: Option<u16>,
    /// Whether a share of it was read.
    pub(super) is_part: bool,
    /// Whether it is a share of what is not printed. So it is no whole of the
    /// next, which is a share of the same; but it can have parts of its own.
    pub(super) is_open_part: bool,
    /// Where the terms stand that it is the sum of.
    pub(super) terms: Option<(usize, usize)>,
    /// Whether it stands in an earlier sentence.
    pub(super) is_carried: bool,
}

impl Group {
    /// Its figure that measures the same as another.
    pub(super) fn like(&self, slot: &Slot) -> Option<&Slot> {
        self.slots.iter().find(|own| own.is_like(slot))
    }

    /// Whether no comma or bracket stands between the group before and it.
    pub(super) const fn is_attached(&self) -> bool {
        !self.lead.has_any(SIGNS)
    }
}

/// The signs that part a sentence.
pub(super) const SIGNS: Cues = Cues::of(&[
    Cue::Comma,
    Cue::Pause,
    Cue::Semicolon,
    Cue::Colon,
    Cue::Open,
    Cue::Close,
    Cue::Stop,
]);

/// What may stand between amounts of one group.
const JOINS: Cues = Cues::of(&[
    Cue::Comma,
    Cue::Pause,
    Cue::Close,
    Cue::And,
    Cue::Of,
    Cue::Altogether,
    Cue::Text,
]);

/// What a comma does not end: these reach to the next figure.
const REACHING: Cues = Cues::of(&[
    Cue::Among,
    Cue::Within,
    Cue::Than,
    Cue::LastYear,
    Cue::Respectively,
    Cue::Comma,
    Cue::Pause,
    Cue::Semicolon,
    Cue::Colon,
    Cue::Open,
    Cue::Close,
    Cue::Stop,
]);

/// What may stand before the first item of a list.
const FIRST: Cues = Cues::of(&[
    Cue::Among,
    Cue::Within,
    Cue::Respectively,
    Cue::And,
    Cue::Of,
    Cue::Text,
    Cue::Comma,
    Cue::Pause,
    Cue::Semicolon,
    Cue::Colon,
    Cue::Open,
    Cue::Close,
]);

/// More figures than this never describe one thing.
const MOST_SLOTS: usize = 8;

/// Builds the groups of one sentence from its pieces.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub(super) groups: Vec<Group>,
    /// The same amount in two units: which, and in which.
    pub(super) conversions: Vec<(Slot, Slot)>,
    lead: Cues,
    labels: Vec<Label>,
    label: Option<Label>,
    /// The group that the next figure may join.
    current: Option<usize>,
    /// The same outside of the bracket, and the scope there.
    outside: Option<(Option<usize>, Option<usize>)>,
    /// Behind 其中: before which group the wholes stand.
    scope: Option<usize>,
    /// What opened a list in it that a semicolon does not end: the colon of
    /// 其中：, or 分别为 before items that semicolons part.
    list: Option<Cue>,
    /// Whether the list has lines of its own.
    has_lines: bool,
    /// The figure directly before, for conversions.
    last: Option<Slot>,
    year: Option<u16>,
}

impl Sentence {
    /// A word that relates figures, or a sign.
    pub(super) fn cue(&mut self, cue: Cue) {
        match cue {
            Cue::Comma | Cue::Semicolon | Cue::Open | Cue::Close | Cue::Stop => {
                self.lead.keep(REACHING);
                self.labels.clear();
                self.label = None;
            }
            // Text behind 占 names a whole.
            Cue::Pause | Cue::Colon | Cue::Share | Cue::Rate => self.lead.remove(Cue::Text),
            _ => {}
        }
        match cue {
            Cue::Semicolon if self.list.is_none() || self.is_in_a_row() => self.scope = None,
            Cue::Open if self.outside.is_none() => {
                self.outside = Some((self.current, self.scope));
            }
            Cue::Close => {
                if let Some((current, scope)) = self.outside.take() {
                    self.current = current;
                    self.scope = scope;
                }
            }
            _ => {}
        }
        self.lead.add(cue);
    }

    pub(super) fn label(&mut self, label: Label) {
        self.labels.push(label);
        self.label = Some(label);
    }

    /// A date: what follows is no part of what stands before.
    pub(super) fn date(&mut self, year: Option<u16>) {
        self.year = year;
        if year.is_some() {
            self.scope = None;
        }
    }

    /// A figure that has no value parts the sentence like any text.
    pub(super) fn unread(&mut self) {
        self.lead.add(Cue::Text);
        self.last = None;
    }

    pub(super) fn figure(&mut self, index: usize, figure: &Figure, form: Form) {
        let Some(value) = figure.value() else {
            return self.unread();
        };
        let slot = Slot {
            figure: index,
            span: figure.span(),
            value,
            label: self.label,
            form,
        };
        let lead = core::mem::take(&mut self.lead);
        let labels = core::mem::take(&mut self.labels);
        self.label = None;
        let last = self.last.replace(slot);
        if let Some(last) = last
            && is_conversion(&last, &slot, lead)
        {
            self.conversions.push((last, slot));
            return;
        }
        if let Some(group) = self.joined(&slot, lead) {
            group.slots.push(slot);
            group.labels.extend(labels);
            return;
        }
        if lead.has_any(Cues::of(&[Cue::Among, Cue::Within])) {
            self.scope = Some(self.groups.len());
            self.list = None;
        }
        let kind = Kind::of(value.unit());
        // 其中5宗，分别为甲公司3亩；乙公司4亩: one list.
        if self.scope.is_some() && kind == Kind::Amount && lead.within(FIRST) {
            let mut openers = [Cue::Colon, Cue::Respectively].into_iter();
            self.list = openers.find(|cue| lead.has(*cue)).or(self.list);
        }
        self.current = Some(self.groups.len());
        let place = match self.scope {
            Some(before) if kind == Kind::Amount => Place::PartOf(before),
            _ => Place::Top,
        };
        self.groups.push(Group {
            kind,
            slots: alloc::vec![slot],
            lead,
            labels,
            place,
            year: self.year,
            is_part: false,
            is_open_part: false,
            terms: None,
            is_carried: false,
        });
    }

    /// The group that a figure belongs to as well.
    fn joined(&mut self, slot: &Slot, lead: Cues) -> Option<&mut Group> {
        let has_label = slot.label.is_some();
        let group = self.groups.get_mut(self.current?)?;
        let parted = lead.has_any(SIGNS);
        let fits = group.kind == Kind::of(slot.value.unit())
            && group.slots.len() < MOST_SLOTS
            && slot.form == Form::Usual
            && lead.within(JOINS)
            // A word that names no measure begins something new.
            && (!parted || !lead.has(Cue::Text));
        let fits = fits
            && match group.kind {
                Kind::Amount => group.like(slot).is_none(),
                Kind::Rate | Kind::Points | Kind::Times => {
                    !lead.has(Cue::Text) && (!lead.has(Cue::Of) || has_label)
                }
                Kind::Plain => false,
            };
        fits.then_some(group)
    }

    /// 分别为3亩、4亩和5亩；: whether the list ends with its clause.
    fn is_in_a_row(&self) -> bool {
        let last = self.groups.last().map(|group| group.lead);
        self.list == Some(Cue::Respectively)
            && last.is_some_and(|lead| {
                lead.has_any(Cues::of(&[Cue::Pause, Cue::And]))
                    && !lead.has_any(Cues::of(&[Cue::Comma, Cue::Semicolon]))
            })
    }

    /// Whether what ends here is no sentence: a line of a list, or the list
    /// whose sum comes next.
    pub(super) fn goes_on(&mut self, rest: &str) -> bool {
        if self.list.is_some() && adds_up(rest) {
            self.cue(Cue::Stop);
            return true;
        }
        let after_sign = self.scope.is_some() && self.lead.within(REACHING);
        let is_first = after_sign && self.lead.has(Cue::Colon);
        self.has_lines = is_first || self.has_lines && after_sign && self.lead.has(Cue::Semicolon);
        self.has_lines
    }

    /// Ends the sentence; what could be referred to in the next one stays,
    /// unless the paragraph ends too.
    pub(super) fn end(&mut self, end: End) {
        if end == End::Paragraph {
            self.groups.clear();
            self.year = None;
        }
        if !self.groups.iter().any(|group| !group.is_carried) {
            self.clear_marks();
            return;
        }
        let groups = core::mem::take(&mut self.groups);
        let has_amounts = groups
            .iter()
            .any(|group| !group.is_carried && group.kind == Kind::Amount);
        let mut kept: Vec<Group> = groups
            .into_iter()
            .filter(|group| {
                group.place == Place::Top
                    && group.kind == Kind::Amount
                    && !group.is_part
                    && (!has_amounts || !group.is_carried)
            })
            .collect();
        // What is called a total is what a sentence refers to.
        let is_total = |group: &Group| {
            let total = Cues::of(&[Cue::Sum, Cue::Altogether]);
            group.lead.has_any(total)
        };
        if kept.iter().any(is_total) {
            kept.retain(is_total);
        }
        let too_many = kept.len().saturating_sub(MOST_CARRIED);
        self.groups
            .extend(kept.drain(too_many..).map(|group| Group {
                is_carried: true,
                terms: None,
                ..group
            }));
        self.clear_marks();
    }

    fn clear_marks(&mut self) {
        self.conversions.clear();
        self.lead = Cues::default();
        self.labels.clear();
        self.label = None;
        self.current = None;
        self.outside = None;
        self.scope = None;
        self.list = None;
        self.has_lines = false;
        self.last = None;
    }
}

/// How many groups a sentence can refer to in those before it.
const MOST_CARRIED: usize = 4;

/// 2012.48公顷（3.02万亩）, 折合3.02万亩: the same in another unit.
fn is_conversion(last: &Slot, slot: &Slot, lead: Cues) -> bool {
    let (from, to) = (last.value.unit(), slot.value.unit());
    let opens = lead.has(Cue::Open) || lead.has(Cue::Converts);
    let allowed = Cues::of(&[Cue::Open, Cue::Converts, Cue::Comma]);
    Kind::of(from) == Kind::Amount
        && from != to
        && from.is_like(to)
        && opens
        && lead.within(allowed)
}
