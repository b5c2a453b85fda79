//! Tables in every form.

use core::fmt::{self, Display, Formatter};

use super::form::{Form, Rendered};
use super::table::Table;
use super::{html, markdown, plain, separated};

impl Display for Rendered<'_, Table> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (table, form) = self.parts();
        match form {
            Form::Markdown => markdown::table(table, f),
            Form::Csv => separated::table(table, f),
            Form::Html => html::table(table, f),
            Form::Plain => plain::table(table, f),
        }
    }
}
