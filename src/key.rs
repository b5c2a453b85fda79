//! What breakdowns are made by.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

/// What a [`Breakdown`](crate::Breakdown) can be made by: anything ordered.
///
/// Every closed list, code and label of this crate is a key. An empty `impl` is
/// enough for a type of your own; a type of another crate goes into [`AnyKey`].
/// Keys are kept in an ordered map, but those of this crate that come from a
/// closed list are *dense*: each has a place in a table, and grouping by them is
/// one addition a parcel.
///
/// ```
/// use standard_land::stats::{Breakdown, Key};
/// use standard_land::Tally;
///
/// #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
/// struct Zone(String);
///
/// impl Key for Zone {}
///
/// let mut by_zone = Breakdown::new();
/// by_zone.push(Some(Zone("文水".to_owned())), &Tally::one("3.01 ha".parse()?))?;
/// assert_eq!(by_zone.total().parcels(), 1);
/// # Ok::<(), standard_land::Error>(())
/// ```
pub trait Key: Ord + Clone {
    /// How many places a table of all keys has.
    #[doc(hidden)]
    const SLOTS: usize = 0;

    /// Where the key stands in a table of all keys, if there is one.
    #[doc(hidden)]
    #[inline]
    fn slot(&self) -> Option<Slot> {
        None
    }

    /// The key at a place that [`slot`](Key::slot) gave.
    #[doc(hidden)]
    #[must_use]
    fn at_slot(_: Slot) -> Option<Self> {
        None
    }
}

/// A place in a table of keys; only this crate can make one.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot(usize);

impl Slot {
    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0
    }

    pub(crate) const fn new(index: usize) -> Self {
        Self(index)
    }
}

/// Dense keys: `slot` and `at_slot` are inverse, and slots are few.
macro_rules! dense {
    ($name:ty, $slots:expr, |$key:ident| $slot:expr, |$index:ident| $at:expr) => {
        impl crate::key::Key for $name {
            const SLOTS: usize = $slots;

            #[inline]
            fn slot(&self) -> Option<crate::key::Slot> {
                let $key = *self;
                $slot.map(crate::key::Slot::new)
            }

            fn at_slot(slot: crate::key::Slot) -> Option<Self> {
                let $index = slot.index();
                $at
            }
        }
    };
}
pub(crate) use dense;

/// Keys that are kept in a map.
macro_rules! ordered {
    ($($name:ty),+ $(,)?) => {$( impl crate::key::Key for $name {} )+};
}
pub(crate) use ordered;

ordered!(
    String,
    &str,
    Box<str>,
    Rc<str>,
    Arc<str>,
    Cow<'_, str>,
    char,
    bool,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    Date,
);

impl<A: Key, B: Key> Key for (A, B) {}

impl<A: Key, B: Key, C: Key> Key for (A, B, C) {}

/// Anything ordered as a key: a type of another crate, which cannot be given
/// an `impl` of [`Key`].
///
/// It compares, prints and is serialised as what it holds.
///
/// ```
/// use std::net::Ipv4Addr;
///
/// use standard_land::stats::{AnyKey, Breakdown};
/// use standard_land::Tally;
///
/// let office = AnyKey(Ipv4Addr::new(10, 0, 0, 1));
/// let mut by_office = Breakdown::new();
/// by_office.push(Some(office), &Tally::one("3.01 ha".parse()?))?;
/// assert_eq!(by_office.get(&office), Some(by_office.total()));
/// assert_eq!(office.to_string(), "10.0.0.1");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct AnyKey<T>(
    /// What it holds.
    pub T,
);

impl<T: Ord + Clone> Key for AnyKey<T> {}

impl<T> From<T> for AnyKey<T> {
    fn from(key: T) -> Self {
        Self(key)
    }
}

impl<T: Display> Display for AnyKey<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A key of another crate is what it holds.
#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for AnyKey<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
