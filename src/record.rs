//! Corrections of records: a copy is edited in any order, and checked once.
//!
//! Inside the crate it also has the macro that writes checked records: of one
//! list of fields it makes the struct, how that is written and read by serde,
//! its JSON Schema and, where it is asked for, its [`Edit`].

/// A copy of a record that is being corrected: fields are set in any order,
/// and checked once, at the end. What is not known is `None`.
///
/// It comes from the `with` of a record: [`Parcel::with`](crate::Parcel::with),
/// [`Allocation::with`](crate::Allocation::with). The record that it comes from
/// does not change.
///
/// ```
/// use standard_land::{Allocation, Parcel};
///
/// let printed = Parcel::new("文水-01".parse()?, "3.01 ha".parse()?)?;
/// let region = Some("141121".parse()?);
/// let parcel = printed.with().area("3.1 ha".parse()?).region(region).build()?;
/// assert_eq!(parcel.area(), "46.5 mu".parse()?);
///
/// let refused = parcel.with().region(None).area("0 mu".parse()?).build();
/// assert_eq!(refused.unwrap_err().to_string(), "parcel 文水-01 has an area of 0; it must be above 0");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "an edit changes nothing until it is built"]
pub struct Edit<T> {
    pub(crate) record: T,
}

/// A struct with named fields that travels as an object.
///
/// Unknown fields are refused. The first line of its docs describes it in the
/// JSON Schema. Of a field: `as "path"` names the type that says how it
/// travels, `= default` that it may be missing; an `Option` may be missing
/// anyhow.
///
/// `checked as Error` hands what was read to `Self::checked`, a function from
/// the record to itself or the error. `edited` gives it a `with`.
macro_rules! record {
    (
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        pub struct $name:ident, checked as $error:ty, edited { $($fields:tt)* }
    ) => {
        crate::record::record! {
            #[doc = $summary]
            $(#[$attr])*
            pub struct $name, checked as $error { $($fields)* }
        }
        crate::record::record!(@edit $name, Result<$name, $error>, checked, { $($fields)* });
    };
    (
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        pub struct $name:ident, edited { $($fields:tt)* }
    ) => {
        crate::record::record! {
            #[doc = $summary]
            $(#[$attr])*
            pub struct $name { $($fields)* }
        }
        crate::record::record!(@edit $name, $name, clone, { $($fields)* });
    };
    (
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        pub struct $name:ident, checked as $error:ty {
            $(
                $(#[$field_attr:meta])*
                $visible:vis $field:ident: $type:ty $(as $travels:literal)? $(= $default:ident)?,
            )+
        }
    ) => {
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[doc = $summary]
        $(#[$attr])*
        pub struct $name {
            $(
                $(#[$field_attr])*
                $(#[cfg_attr(feature = "serde", serde(with = $travels))])?
                $visible $field: $type,
            )+
        }

        #[cfg(feature = "serde")]
        const _: () = {
            type Checked = $name;

            const _: () = {
                #[derive(serde::Deserialize)]
                #[serde(deny_unknown_fields)]
                #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
                #[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
                #[doc = $summary]
                struct $name {
                    $(
                        $(#[$field_attr])*
                        $(#[serde(with = $travels)])?
                        $(#[serde($default)])?
                        $field: $type,
                    )+
                }

                impl<'de> serde::Deserialize<'de> for Checked {
                    fn deserialize<D: serde::Deserializer<'de>>(
                        deserializer: D,
                    ) -> Result<Self, D::Error> {
                        let read = <$name as serde::Deserialize>::deserialize(deserializer)?;
                        Self { $($field: read.$field),+ }
                            .checked()
                            .map_err(serde::de::Error::custom)
                    }
                }

                #[cfg(feature = "schemars")]
                impl schemars::JsonSchema for Checked {
                    fn schema_name() -> alloc::borrow::Cow<'static, str> {
                        <$name as schemars::JsonSchema>::schema_name()
                    }

                    fn schema_id() -> alloc::borrow::Cow<'static, str> {
                        <$name as schemars::JsonSchema>::schema_id()
                    }

                    fn json_schema(
                        generator: &mut schemars::SchemaGenerator,
                    ) -> schemars::Schema {
                        <$name as schemars::JsonSchema>::json_schema(generator)
                    }
                }
            };
        };
    };
    (
        #[doc = $summary:literal]
        $(#[$attr:meta])*
        pub struct $name:ident {
            $(
                $(#[$field_attr:meta])*
                $visible:vis $field:ident: $type:ty $(as $travels:literal)? $(= $default:ident)?,
            )+
        }
    ) => {
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
        #[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
        #[doc = $summary]
        $(#[$attr])*
        pub struct $name {
            $(
                $(#[$field_attr])*
                $(#[cfg_attr(feature = "serde", serde(with = $travels))])?
                $(#[cfg_attr(feature = "serde", serde($default))])?
                $visible $field: $type,
            )+
        }
    };
    (
        @edit $name:ident, $built:ty, $build:ident, {
            $(
                $(#[$field_attr:meta])*
                $visible:vis $field:ident: $type:ty $(as $travels:literal)? $(= $default:ident)?,
            )+
        }
    ) => {
        impl $name {
            /// A copy to correct: fields are set in any order, and checked once.
            pub fn with(&self) -> crate::record::Edit<Self> {
                crate::record::Edit {
                    record: Clone::clone(self),
                }
            }
        }

        impl crate::record::Edit<$name> {
            $(
                #[doc = concat!("Sets [`", stringify!($field), "`](", stringify!($name), "::", stringify!($field), ").")]
                pub fn $field(mut self, $field: $type) -> Self {
                    self.record.$field = $field;
                    self
                }
            )+

            #[doc = concat!("The corrected [`", stringify!($name), "`].")]
            ///
            /// # Errors
            ///
            /// Those of the constructor, if there are any.
            pub fn build(self) -> $built {
                self.record.$build()
            }
        }
    };
}
pub(crate) use record;
