//! How the history of division codes is written down.

/// Code, place of the name, first and last table that has them.
pub(super) type Spell = (u32, u16, u8, u8);

/// Retired code, places of its successors then and now, and of the basis.
pub(super) type Succession = (u32, u16, u16, u16);
