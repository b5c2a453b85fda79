//! Category schemes as offices publish them: tables of categories and codes.

mod carried;
mod category;
mod error;
mod read;
mod table;

pub use carried::{CarriedMember, CarriedScheme, MemberChange};
pub use category::{CategoryLevel, CategoryNumber, SchemeCategory};
pub use error::SchemeTableError;
pub use table::{SchemeHead, SchemeMember, SchemeTable};
