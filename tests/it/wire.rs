//! Whether values come back from what they are written as. Without the feature
//! `serde` there is nothing to write, and nothing is asked of a type.

#[cfg(feature = "serde")]
mod asked {
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    /// A type that is written and read.
    pub(crate) trait Travels: Serialize + DeserializeOwned {}
    impl<T: Serialize + DeserializeOwned> Travels for T {}

    /// Asserts that a value comes back from JSON and from postcard, and is
    /// written the same again.
    #[track_caller]
    pub(crate) fn comes_back<T: Travels + PartialEq + std::fmt::Debug>(value: &T) {
        let json = serde_json::to_string(value).unwrap();
        let read: T = serde_json::from_str(&json).unwrap();
        assert_eq!(&read, value);
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let bytes = postcard::to_allocvec(value).unwrap();
        assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
    }
}

#[cfg(not(feature = "serde"))]
mod asked {
    /// Any type.
    pub(crate) trait Travels {}
    impl<T> Travels for T {}

    /// Nothing to ask.
    pub(crate) const fn comes_back<T: Travels + PartialEq + std::fmt::Debug>(_: &T) {}
}

pub(crate) use asked::{Travels, comes_back};
