//! What all errors share: the languages they are told in, what was given, and
//! one table for each family.

use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter, Write as _};
use core::ops::Deref;

/// A language that messages and reports are written in.
///
/// ```
/// use standard_land::Language;
///
/// assert_eq!("zh".parse::<Language>()?, Language::Chinese);
/// assert_eq!(Language::English.to_string(), "en");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Chinese, in simplified characters.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The one of two texts that is in this language.
    pub(crate) const fn pick<T: Copy>(self, zh: T, en: T) -> T {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }
}

/// Longest quote of the input that an error carries, in characters.
const QUOTE: usize = 32;

/// Quotes what was given, cut at 32 characters.
pub(crate) fn quote(given: &str) -> Given {
    match given.char_indices().nth(QUOTE) {
        None => Given::from(given),
        Some((end, _)) => {
            let mut cut = String::from(given.get(..end).unwrap_or_default());
            cut.push('…');
            Given::from(cut)
        }
    }
}

/// What was given, as an error quotes it; one word wide.
///
/// Texts that a user gave are cut at 32 characters, with `…` behind them. It
/// reads as a `str`.
///
/// ```
/// use standard_land::{quantity::QuantityError, Area};
///
/// let error = "37.18顷地".parse::<Area>().unwrap_err();
/// let QuantityError::UnknownUnit { given, unit } = error else {
///     panic!("another error");
/// };
/// assert_eq!(given, "37.18顷地");
/// assert!(unit.starts_with('顷'));
/// ```
// Two boxes: a box of a `str` alone is two words wide, and errors travel with
// every result.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Given(Box<Box<str>>);

impl Given {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Given {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Given {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Given {
    /// All of it.
    fn from(given: &str) -> Self {
        Self(Box::new(given.into()))
    }
}

impl From<String> for Given {
    /// All of it.
    fn from(given: String) -> Self {
        Self(Box::new(given.into_boxed_str()))
    }
}

impl PartialEq<str> for Given {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Given {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Debug for Given {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(self.as_str(), f)
    }
}

impl Display for Given {
    /// The text; with `{:#}` in the quotes that Chinese uses.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return f.pad(self);
        }
        f.write_char('「')?;
        for found in self.chars() {
            if matches!(found, '"' | '\'' | '\\') {
                f.write_char(found)?;
            } else {
                // What is not seen, or would turn a terminal, is spelt out.
                Display::fmt(&found.escape_debug(), f)?;
            }
        }
        f.write_char('」')
    }
}

/// What [`explain!`] makes of every error.
pub(crate) trait Explain: Error {
    /// Writes what is wrong, without its cause.
    fn tell(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result;

    /// The error that led to this one.
    fn led_by(&self) -> Option<&(dyn Explain + 'static)>;
}

/// An error as the cause of another.
pub(crate) fn cause<E: Explain + 'static>(error: &E) -> &(dyn Explain + 'static) {
    error
}

/// An error told in a language, without its causes.
pub(crate) struct Alone<'a, E>(pub(crate) &'a E, pub(crate) Language);

impl<E: Explain> Display for Alone<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.tell(self.1, f)
    }
}

/// An error told in a language, with its causes.
pub(crate) struct Told<'a, E>(pub(crate) &'a E, pub(crate) Language);

impl<E: Explain> Display for Told<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(error, language) = self;
        error.tell(*language, f)?;
        let mut next = error.led_by();
        while let Some(error) = next {
            f.write_str(language.pick("：", ": "))?;
            error.tell(*language, f)?;
            next = error.led_by();
        }
        Ok(())
    }
}

/// What a table says of one error.
pub(crate) struct Row<'a, 'm> {
    pub(crate) code: &'static str,
    pub(crate) field: Option<&'static str>,
    pub(crate) english: fmt::Arguments<'m>,
    pub(crate) chinese: fmt::Arguments<'m>,
    pub(crate) cause: Option<&'a (dyn Explain + 'static)>,
}

/// The table of one family of errors: for each variant its code, the field of
/// a record that it is about, what it says in English and in Chinese, and its
/// cause.
///
/// A variant without a row does not compile. A row with `as` says what the
/// error inside it says; `from` makes conversions.
macro_rules! explain {
    (@maybe) => { None };
    (@maybe $some:expr) => { Some($some) };
    (@cause [] []) => { None };
    (@cause [$some:expr] []) => { Some($crate::explain::cause($some)) };
    (@cause [] [$inner:expr]) => { $crate::explain::Explain::led_by($inner) };
    (
        $name:ident $(, from $source:ty => $variant:ident)*;
        $(
            $(#[$attr:meta])*
            $pattern:pat => $code:literal $(, field $field:expr)?
            $(, en($($en:tt)+), zh($($zh:tt)+))? $(, as $inner:expr)? $(, because $cause:expr)?;
        )+
    ) => {
        impl $name {
            fn row<'a, R>(
                &'a self,
                take: impl for<'m> FnOnce($crate::explain::Row<'a, 'm>) -> R,
            ) -> R {
                match self {
                    $(
                        $(#[$attr])*
                        $pattern => take($crate::explain::Row {
                            code: $code,
                            field: $crate::explain::explain!(@maybe $($field)?),
                            english: format_args!($($($en)+)? $("{}", $crate::explain::Alone($inner, $crate::Language::English))?),
                            chinese: format_args!($($($zh)+)? $("{}", $crate::explain::Alone($inner, $crate::Language::Chinese))?),
                            cause: $crate::explain::explain!(@cause [$($cause)?] [$($inner)?]),
                        }),
                    )+
                }
            }

            /// The code that stands for what is wrong; it does not change.
            #[must_use]
            pub fn code(&self) -> &'static str {
                self.row(|row| row.code)
            }

            /// The field of the record that is wrong, as data name it.
            #[must_use]
            pub fn field(&self) -> Option<&'static str> {
                self.row(|row| row.field)
            }

            /// What is wrong, with its causes, in a language.
            #[must_use]
            pub fn describe(
                &self,
                language: $crate::Language,
            ) -> impl core::fmt::Display + '_ {
                $crate::explain::Told(self, language)
            }
        }

        impl $crate::explain::Explain for $name {
            fn tell(
                &self,
                language: $crate::Language,
                f: &mut core::fmt::Formatter<'_>,
            ) -> core::fmt::Result {
                self.row(|row| f.write_fmt(language.pick(row.chinese, row.english)))
            }

            fn led_by(&self) -> Option<&(dyn $crate::explain::Explain + 'static)> {
                self.row(|row| row.cause)
            }
        }

        impl core::fmt::Display for $name {
            /// What is wrong, in English; the cause is in the source.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::explain::Explain::tell(self, $crate::Language::English, f)
            }
        }

        impl core::error::Error for $name {
            fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
                let cause = $crate::explain::Explain::led_by(self)?;
                Some(cause)
            }
        }

        $(
            impl From<$source> for $name {
                fn from(source: $source) -> Self {
                    Self::$variant(source.into())
                }
            }
        )*
    };
}
pub(crate) use explain;

/// Items of a list, one behind the other, with a mark between.
pub(crate) struct Listed<I>(pub(crate) I, pub(crate) &'static str);

impl<I: IntoIterator<Item: Display> + Clone> Display for Listed<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, item) in self.0.clone().into_iter().enumerate() {
            if place > 0 {
                f.write_str(self.1)?;
            }
            Display::fmt(&item, f)?;
        }
        Ok(())
    }
}
