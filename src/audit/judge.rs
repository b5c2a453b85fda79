//! The judging itself: supposition by supposition, family by family of modes.

use alloc::string::ToString;

use super::claim::{Claim, ClaimError, Relation};
use super::figure::Figure;
use super::image::{Operands, image};
use super::published::Published;
use super::reading::Reading;
use super::taken::{Image, Taken, TooLarge};
use super::verdict::Verdict;
use crate::exact::{Bounds, Mode, Modes, Ratio};
use crate::text::quote;

/// Modes that are undone to the same intervals but for their ends: the nearest
/// ones of any number, those of one direction of what is above zero.
const FAMILIES: [Modes; 3] = [
    Modes::NEAREST,
    Modes::of(Mode::TowardZero).with(Mode::Floor),
    Modes::of(Mode::AwayFromZero).with(Mode::Ceiling),
];

/// What the figure can be if the operands fit together.
fn held(image: Option<Image>) -> Option<Bounds> {
    image.and_then(|image| image.held)
}

impl Claim {
    /// Whether the figure can be true, and by which modes.
    ///
    /// *Cost*: about two thirds of a microsecond for a share; no allocation.
    ///
    /// # Errors
    ///
    /// [`ClaimError::OutOfRange`] when an exact value on the way has more than
    /// 38 digits, as long products of many digits have.
    pub fn audit(&self, reading: &Reading) -> Result<Verdict, ClaimError> {
        self.judge(reading)
            .map_err(|TooLarge| ClaimError::OutOfRange {
                claim: quote(&self.to_string()),
            })
    }

    fn judge(&self, reading: &Reading) -> Result<Verdict, TooLarge> {
        if let Relation::SomeOf { whole } = &self.relation {
            return self.judge_parts(*whole, reading);
        }
        let figure = self.figure;
        let judged = Figure::of(figure, &self.relation);
        let look = |taken| image(figure, &self.relation, Operands { taken, reading });
        let as_printed = look(Taken::AsPrinted)?;
        let mut verdict = Verdict {
            figure,
            modes: Modes::NONE,
            rounded: Modes::NONE,
            mixed: Modes::NONE,
            value: as_printed.and_then(|image| image.free.single()),
            bounds: None,
        };
        verdict.modes = if let Relation::Compared { .. } = self.relation {
            judged.is_in(held(as_printed), reading)?
        } else {
            judged.modes_of(held(as_printed), Modes::ANY, reading)?
        };
        if self.is_of_exact_numbers() {
            verdict.rounded = verdict.modes;
            verdict.mixed = verdict.modes;
            verdict.bounds = held(as_printed);
            return Ok(verdict);
        }
        let any = look(Taken::Rounded(Modes::ANY))?;
        verdict.bounds = held(any);
        verdict.mixed =
            verdict
                .modes
                .union(judged.modes_of(held(any), verdict.modes.complement(), reading)?);
        // One mode for all allows what exact operands do, and no more than
        // any mode for each does.
        verdict.rounded = verdict.modes;
        let mut open = verdict.mixed.difference(verdict.modes);
        let positive = self.is_positive();
        let families = FAMILIES.into_iter();
        for family in families.filter(|family| positive || *family == Modes::NEAREST) {
            let asked = open.intersection(family);
            if asked.is_empty() {
                continue;
            }
            // Each mode of a family allows what is between the ends; only at an
            // end, which one of them may leave out, do they differ.
            let by_family = held(look(Taken::Rounded(family))?);
            let inside = by_family.and_then(|bounds| bounds.interior());
            let most = judged.modes_of(by_family, asked, reading)?;
            let least = judged.modes_of(inside, most, reading)?;
            verdict.rounded = verdict.rounded.union(least);
            open = open.difference(asked).union(most.difference(least));
        }
        for mode in open {
            let mode = Modes::of(mode);
            let by_mode = held(look(Taken::Rounded(mode))?);
            verdict.rounded = verdict
                .rounded
                .union(judged.modes_of(by_mode, mode, reading)?);
        }
        Ok(verdict)
    }
}

impl Verdict {
    /// The verdict on a print of a value that is known exactly.
    pub(super) fn of_value(
        figure: Published,
        value: Ratio,
        reading: &Reading,
    ) -> Result<Self, TooLarge> {
        let bounds = Some(Bounds::exactly(value));
        let modes = Figure::recorded(figure).modes_of(bounds, Modes::ANY, reading)?;
        Ok(Self {
            figure,
            modes,
            rounded: modes,
            mixed: modes,
            value: Some(value),
            bounds,
        })
    }
}
