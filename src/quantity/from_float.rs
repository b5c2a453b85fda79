//! Quantities from binary floating-point numbers, as workbooks hold them.

use crate::exact::Ratio;

/// A quantity that was read from a binary floating-point number, and whether
/// that was typed or computed.
///
/// A number with at most 15 significant digits in its shortest form was typed:
/// it is read exactly, and nothing is lost. One with more was computed
/// (5.739999999999999 is the sum of cells that says 5.74): 15 digits of it are
/// taken, and what is still finer than the quantity can hold is rounded half to
/// even. A caller can tell both apart and say so.
///
/// ```
/// use standard_land::{Area, AreaUnit};
///
/// let typed = Area::from_computed(5.74, AreaUnit::Hectare)?;
/// assert!(!typed.is_computed());
///
/// let computed = Area::from_computed(5.739999999999999, AreaUnit::Hectare)?;
/// assert_eq!(computed.value(), typed.value());
/// assert!(computed.is_computed());
/// // In quanta of 10⁻⁸ mu.
/// assert_eq!(computed.lost().to_string(), "-3/2000000");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FromFloat<T> {
    value: T,
    is_computed: bool,
    lost: Ratio,
}

impl<T: Copy> FromFloat<T> {
    pub(super) const fn new(value: T, is_computed: bool, lost: Ratio) -> Self {
        Self {
            value,
            is_computed,
            lost,
        }
    }

    /// The quantity.
    #[must_use]
    pub const fn value(self) -> T {
        self.value
    }

    /// Whether the number had more digits than anybody types.
    #[must_use]
    pub const fn is_computed(self) -> bool {
        self.is_computed
    }

    /// What the number was more than the quantity that is held, exactly, in
    /// the smallest amounts of the quantity; below zero where it was less, and
    /// zero where the number was typed.
    #[must_use]
    pub const fn lost(self) -> Ratio {
        self.lost
    }
}
