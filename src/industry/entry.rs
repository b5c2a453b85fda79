//! How the table of industry codes is written down.

/// One row of the table.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    /// The digits, filled up to four with zeros at the end.
    pub(super) key: u16,
    pub(super) parent: u16,
    /// One behind the last descendant.
    pub(super) end: u16,
    pub(super) level: u8,
    pub(super) section: u8,
}

pub(super) const fn entry(
    key: u16,
    level: u8,
    section: u8,
    parent: u16,
    end: u16,
    name: &'static str,
) -> Entry {
    Entry {
        name,
        key,
        parent,
        end,
        level,
        section,
    }
}
