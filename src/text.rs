//! Names that an office prints, and closed lists of terms.

#[cfg(feature = "schemars")]
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

pub use crate::explain::{Given, Language};
pub(crate) use crate::explain::{Listed, explain, quote};

/// A list of terms, for messages about what is not on it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Terms {
    /// What one of them is, with its article: `a rounding mode`.
    pub(crate) en: &'static str,
    /// What one of them is, in Chinese.
    pub(crate) zh: &'static str,
    /// Code and Chinese name of each; empty where they cannot be listed.
    pub(crate) all: &'static [(&'static str, &'static str)],
}

impl Terms {
    /// A list that is too long to show, or not one of fixed words.
    pub(crate) const fn unlisted(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh, all: &[] }
    }
}

/// A term that is not on the list it was looked up in.
///
/// The message lists the terms where there are at most ten, else the nearest.
///
/// ```
/// use standard_land::{allocation::SupplyMethod, exact::Mode, Language};
///
/// let error = "bankers".parse::<Mode>().unwrap_err();
/// let message = "\"bankers\" is not a rounding mode; write half-even, half-up, half-down, \
///     toward-zero, away-from-zero, floor or ceiling";
/// assert_eq!(error.to_string(), message);
/// assert_eq!(error.given(), "bankers");
///
/// let error = "出让".parse::<SupplyMethod>().unwrap_err();
/// assert!(error.describe(Language::Chinese).to_string().starts_with("「出让」不是供应方式，可填"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownTerm {
    list: &'static Terms,
    given: Given,
}

impl UnknownTerm {
    pub(crate) fn new(list: &'static Terms, given: &str) -> Self {
        Self {
            list,
            given: quote(given),
        }
    }

    /// What was given, cut at 32 characters.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }
}

explain! {
    UnknownTerm;
    Self { list, given } => "term-unknown",
        en("{given:?} is not {}{}", list.en, Advice(list, given, Language::English)),
        zh("{given:#}不是{}{}", list.zh, Advice(list, given, Language::Chinese));
}

/// What to write instead of a term that is unknown.
struct Advice<'a>(&'static Terms, &'a str, Language);

/// The longest list that a message shows.
const SHOWN: usize = 10;

impl Display for Advice<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(list, given, language) = *self;
        // Who wrote Chinese wants the Chinese words.
        let is_chinese = !given.is_ascii();
        let word = |(code, zh): &(&'static str, &'static str)| if is_chinese { *zh } else { *code };
        if list.all.len() > SHOWN {
            let nearest = nearest(given, list.all.iter().map(word));
            return match (nearest, language) {
                (None, _) => Ok(()),
                (Some(term), Language::English) => write!(f, "; did you mean {term:?}?"),
                (Some(term), Language::Chinese) => write!(f, "，是否为「{term}」？"),
            };
        }
        let Some((end, others)) = list.all.split_last() else {
            return Ok(());
        };
        let others = others.iter().map(word);
        match language {
            Language::English => write!(f, "; write {} or {}", Listed(others, ", "), word(end)),
            Language::Chinese => write!(f, "，可填{}或{}", Listed(others, "、"), word(end)),
        }
    }
}

/// The term that is most like what was given; `None` where none is.
fn nearest<'a>(given: &str, terms: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = given.chars().count();
    let likely = terms.filter_map(|term| {
        let longer = length.max(term.chars().count());
        let distance = distance(given, term);
        let holds = length > 1 && (term.contains(given) || given.contains(term));
        let limit = if holds { longer } else { longer.div_ceil(3) };
        (distance < longer && distance <= limit).then_some((distance, term))
    });
    Some(likely.min_by_key(|(distance, _)| *distance)?.1)
}

/// How many characters have to be put in, taken out or changed (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (place, one) in from.chars().enumerate() {
        let mut corner = place;
        let mut left = place.saturating_add(1);
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, other) in cells.zip(to.chars()) {
            let changed = corner.saturating_add(usize::from(one != other));
            corner = *cell;
            left = changed.min(left.min(corner).saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Why a printed name or number cannot be held as one.
///
/// Names and numbers that offices print (parcel numbers, contract numbers,
/// names of enterprises) are kept as printed: characters of full width, white
/// space inside, characters of private use for rare names. They are refused
/// when they hold a character that is not seen, so that two could differ and
/// look the same, or that confuses a terminal:
///
/// | refused | as |
/// |---|---|
/// | white space before or behind | [`Padded`](LabelError::Padded) |
/// | general category Cc | [`Control`](LabelError::Control) |
/// | general categories Cf, Zl and Zp | [`Invisible`](LabelError::Invisible) |
/// | property `Default_Ignorable_Code_Point` | [`Invisible`](LabelError::Invisible) |
///
/// Letters of two scripts that look alike are not told apart.
///
/// ```
/// use standard_land::{parcel::ParcelId, LabelError};
///
/// assert_eq!("".parse::<ParcelId>(), Err(LabelError::Empty));
/// assert!(matches!(" 2024-07".parse::<ParcelId>(), Err(LabelError::Padded { .. })));
/// let error = "2024\u{200b}-07".parse::<ParcelId>().unwrap_err();
/// let message = r#""2024\u{200b}-07" has the invisible character '\u{200b}' as character 5; remove it"#;
/// assert_eq!(error.to_string(), message);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LabelError {
    /// Nothing was given.
    Empty,
    /// There is white space before or after it.
    Padded {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// A control character is in it.
    Control {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The control character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// A character that is not seen is in it: a zero-width space, a mark that
    /// turns the direction of writing, a filler, a selector of a variant.
    Invisible {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The invisible character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// It is longer than its kind may be.
    TooLong {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many characters were given.
        characters: usize,
        /// How many are allowed.
        limit: usize,
    },
}

explain! {
    LabelError;
    Self::Empty => "label-empty",
        en("the text is empty; write the name or number as printed"),
        zh("内容为空，请按原文填写名称或编号");
    Self::Padded { given } => "label-padded",
        en("{given:?} begins or ends with white space; remove it"),
        zh("{given:#}首尾有空白，请删除");
    Self::Control { given, found, position } => "label-control-character",
        en("{given:?} has the control character {found:?} as character {position}; remove it"),
        zh("{given:#}第{position}个字符{found:?}是控制字符，请删除");
    Self::Invisible { given, found, position } => "label-invisible-character",
        en("{given:?} has the invisible character {found:?} as character {position}; remove it"),
        zh("{given:#}第{position}个字符{found:?}不可见，请删除");
    Self::TooLong { given, characters, limit } => "label-too-long",
        en("{given:?} has {characters} characters; at most {limit} are allowed"),
        zh("{given:#}有{characters}个字符，最多{limit}个");
}

/// Characters of Unicode 16 that are not seen: general categories Cf, Zl and
/// Zp, and the property `Default_Ignorable_Code_Point`, in ascending order.
pub(crate) const INVISIBLE: [(char, char); 25] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Text without white space around it, of characters that are seen, as a
/// regular expression.
#[cfg(feature = "schemars")]
pub(crate) fn label_pattern() -> String {
    let mut invisible = String::from(r"\u0000-\u001f\u007f-\u009f");
    for (first, last) in INVISIBLE {
        // A regular expression has no escape for these that all dialects
        // read: above four digits they stand as themselves.
        let escaped = |it: char| match u32::from(it) {
            code @ ..=0xffff => alloc::format!("\\u{code:04x}"),
            _ => String::from(it),
        };
        invisible.push_str(&escaped(first));
        if first != last {
            invisible.push('-');
            invisible.push_str(&escaped(last));
        }
    }
    let space = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
    alloc::format!("^[^{invisible}{space}]([^{invisible}]*[^{invisible}{space}])?$")
}

/// Checks a printed name or number; the one check of every [`label!`] type.
pub(crate) fn check_label(given: &str, limit: usize) -> Result<(), LabelError> {
    if given.is_empty() {
        return Err(LabelError::Empty);
    }
    if given.trim() != given {
        return Err(LabelError::Padded {
            given: quote(given),
        });
    }
    let mut characters: usize = 0;
    for found in given.chars() {
        characters = characters.saturating_add(1);
        if found.is_control() {
            return Err(LabelError::Control {
                given: quote(given),
                found,
                position: characters,
            });
        }
        if INVISIBLE
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&found))
        {
            return Err(LabelError::Invisible {
                given: quote(given),
                found,
                position: characters,
            });
        }
    }
    if characters > limit {
        return Err(LabelError::TooLong {
            given: quote(given),
            characters,
            limit,
        });
    }
    Ok(())
}

/// A newtype over text kept as printed. Maps by it are looked up by `&str`.
///
/// The first line of its docs describes it in the JSON Schema.
macro_rules! label {
    (
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        $name:ident, limit $limit:literal, expecting $expecting:literal, example $example:literal
    ) => {
        #[doc = $summary]
        $(#[$attr])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(alloc::boxed::Box<str>);

        impl $name {
            /// The most characters it may have.
            pub const MAX_CHARACTERS: usize = $limit;

            /// Checks and keeps it as printed.
            ///
            /// # Errors
            ///
            /// [`LabelError`](crate::LabelError) when it is empty, padded with
            /// white space, too long, or has a character in it that is not seen.
            pub fn new(given: &str) -> Result<Self, crate::LabelError> {
                crate::text::check_label(given, Self::MAX_CHARACTERS)?;
                Ok(Self(given.into()))
            }

            /// It, as printed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::LabelError;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                Self::new(given)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = crate::LabelError;

            fn try_from(given: &str) -> Result<Self, Self::Error> {
                Self::new(given)
            }
        }

        impl TryFrom<alloc::string::String> for $name {
            type Error = crate::LabelError;

            fn try_from(given: alloc::string::String) -> Result<Self, Self::Error> {
                crate::text::check_label(&given, Self::MAX_CHARACTERS)?;
                Ok(Self(given.into_boxed_str()))
            }
        }

        impl From<$name> for alloc::string::String {
            fn from(label: $name) -> Self {
                label.0.into_string()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        // Equality, order and hash are those of the text.
        impl core::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                *self.0 == *other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                *self.0 == **other
            }
        }

        impl PartialEq<$name> for str {
            fn eq(&self, other: &$name) -> bool {
                *self == *other.0
            }
        }

        impl PartialEq<$name> for &str {
            fn eq(&self, other: &$name) -> bool {
                **self == *other.0
            }
        }

        crate::key::ordered!($name);

        crate::text::string_serde!(
            $name,
            $expecting,
            crate::described::label($summary, &crate::text::label_pattern(), $limit, $example)
        );
    };
}
pub(crate) use label;

/// A list of terms: each has a code and a Chinese name, both parse.
///
/// A list may grow, and is matched with `_`. One that cannot says why:
/// `pub enum Level("a level", "级别", closed: "the standard has three") { … }`.
///
/// The first line of its docs describes it in the JSON Schema, under its name
/// or, where another list has that name, under the one that is given.
macro_rules! terms {
    (
        $(#[$($attr:tt)+])*
        pub enum $name:ident ($what:literal, $what_zh:literal $(, schema $title:literal)?) {
            $($terms:tt)+
        }
    ) => {
        crate::text::terms! {
            @all [non_exhaustive]
            $(#[$($attr)+])*
            pub enum $name ($what, $what_zh $(, schema $title)?) { $($terms)+ }
        }
    };
    (
        $(#[$($attr:tt)+])*
        pub enum $name:ident (
            $what:literal, $what_zh:literal, closed: $reason:literal $(, schema $title:literal)?
        ) {
            $($terms:tt)+
        }
    ) => {
        crate::text::terms! {
            @all [expect(clippy::exhaustive_enums, reason = $reason)]
            $(#[$($attr)+])*
            pub enum $name ($what, $what_zh $(, schema $title)?) { $($terms)+ }
        }
    };
    (
        @all [$($open:tt)+]
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        pub enum $name:ident ($what:literal, $what_zh:literal $(, schema $title:literal)?) {
            $( $(#[$vattr:meta])* $variant:ident = $code:literal, $zh:literal; )+
        }
    ) => {
        #[$($open)+]
        #[doc = $summary]
        $(#[$attr])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$vattr])* $variant, )+
        }

        crate::text::terms! {
            impl $name ($summary, $what, $what_zh $(, schema $title)?) { $( $variant = $code, $zh; )+ }
        }
    };
    // An enum that is declared elsewhere.
    (
        impl $name:ident ($summary:literal, $what:literal, $what_zh:literal $(, schema $title:literal)?) {
            $( $variant:ident = $code:literal, $zh:literal; )+
        }
    ) => {
        impl $name {
            const TERMS: &'static crate::text::Terms = &crate::text::Terms {
                en: $what,
                zh: $what_zh,
                all: &[$(($code, $zh)),+],
            };
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its place in [`ALL`](Self::ALL), from 0.
            #[must_use]
            #[inline]
            #[expect(
                clippy::as_conversions,
                reason = "a fieldless enum is its place; there is no other way to say so"
            )]
            pub(crate) const fn index(self) -> usize {
                self as usize
            }

            /// The code that stands for it in text and data.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The Chinese term.
            #[must_use]
            pub const fn name_zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::UnknownTerm;

            /// Reads the code or the Chinese term.
            fn from_str(given: &str) -> Result<Self, Self::Err> {
                match given {
                    $( $code | $zh => Ok(Self::$variant), )+
                    _ => Err(crate::UnknownTerm::new(Self::TERMS, given)),
                }
            }
        }

        crate::key::dense!(
            $name,
            Self::ALL.len(),
            |key| Some(key.index()),
            |index| Self::ALL.get(index).copied()
        );

        crate::text::string_serde!(
            $name $(as $title)?,
            concat!("the code of ", $what),
            crate::described::term($summary, &[$($code),+], &[$($zh),+])
        );
    };
}
pub(crate) use terms;

terms! {
    impl Language ("A language that messages and reports are written in.", "a language", "语言") {
        Chinese = "zh", "中文";
        English = "en", "英文";
    }
}

/// `Debug` as the name of the type and what it prints: `Area(37.18 ha)`.
///
/// For values whose encoding tells the reader of a log nothing.
macro_rules! debug_as_printed {
    ($($name:ident),+) => {$(
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    )+};
}
pub(crate) use debug_as_printed;

/// Serialises as the `Display` string, deserialises through `FromStr` only; and
/// the JSON Schema of that string, under the name of the type or another one.
macro_rules! string_serde {
    ($name:ident, $expecting:expr, $schema:expr $(,)?) => {
        crate::text::string_serde!($name as (stringify!($name)), $expecting, $schema);
    };
    ($name:ident as $title:tt, $expecting:expr, $schema:expr $(,)?) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::wire::from_string(deserializer, $expecting)
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $title.into()
            }

            // Two types of one name are not one.
            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}
pub(crate) use string_serde;

/// Texts of a code table: one behind the other, and where each ends.
///
/// One text needs no relocation when a program starts; thousands of `&str` do.
#[derive(Debug)]
pub(crate) struct Pool {
    text: &'static str,
    ends: &'static [u16],
}

impl Pool {
    pub(crate) const fn new(text: &'static str, ends: &'static [u16]) -> Self {
        Self { text, ends }
    }

    /// The text at a place; empty where there is none.
    pub(crate) fn get(&self, place: u16) -> &'static str {
        let place = usize::from(place);
        let end_of = |place: usize| self.ends.get(place).map(|end| usize::from(*end));
        let start = place.checked_sub(1).and_then(end_of).unwrap_or_default();
        let end = end_of(place).unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }
}
