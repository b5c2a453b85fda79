//! Records of comma-separated values, as RFC 4180 has them.

use core::fmt::{self, Write};

/// Writes a record: fields of a prefix and a text, and the end of the line.
pub(crate) fn record<'a>(
    fields: impl IntoIterator<Item = (&'a str, impl AsRef<str>)>,
    out: &mut impl Write,
) -> fmt::Result {
    for (place, (prefix, text)) in fields.into_iter().enumerate() {
        if place > 0 {
            out.write_char(',')?;
        }
        field(prefix, text.as_ref(), out)?;
    }
    out.write_str("\r\n")
}

/// Writes one field, quoted if need be.
fn field(prefix: &str, text: &str, out: &mut impl Write) -> fmt::Result {
    // Spaces at the ends are data, though many programs take them off.
    let quoted = text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if quoted {
        out.write_char('"')?;
    }
    out.write_str(prefix)?;
    for (place, piece) in text.split('"').enumerate() {
        if place > 0 {
            out.write_str("\"\"")?;
        }
        out.write_str(piece)?;
    }
    if quoted {
        out.write_char('"')?;
    }
    Ok(())
}
