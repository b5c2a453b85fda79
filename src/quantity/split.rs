//! A number and the unit behind it, taken apart.

/// A number and its unit, taken apart; used by every quantity.
pub(super) enum Split<'a, U> {
    /// The number's text and the unit that follows it.
    Of(&'a str, U),
    /// A number, and nothing behind it.
    MissingUnit,
    /// A unit, and nothing before it.
    UnitAlone,
    /// Something behind the number is on no list of units.
    UnknownUnit(&'a str),
}

/// Splits `37.18 ha` at the longest known unit it ends with. At most one
/// space may stand between number and unit.
pub(super) fn split<'a, U: Copy>(
    given: &'a str,
    units: impl Iterator<Item = (&'static str, U)>,
) -> Split<'a, U> {
    let mut best: Option<(&'a str, &'static str, U)> = None;
    for (symbol, unit) in units {
        if best.is_some_and(|(_, found, _)| found.len() >= symbol.len()) {
            continue;
        }
        if let Some(number) = given.strip_suffix(symbol) {
            best = Some((number, symbol, unit));
        }
    }
    if let Some((number, _, unit)) = best {
        let number = number.strip_suffix(' ').unwrap_or(number);
        return if number.is_empty() {
            Split::UnitAlone
        } else {
            Split::Of(number, unit)
        };
    }
    let tail = given
        .char_indices()
        .rev()
        .take_while(|(_, c)| !is_numeric(*c))
        .last()
        .map_or("", |(start, _)| given.get(start..).unwrap_or_default());
    // White space behind a unit is part of what is unknown about it.
    match tail.trim_start() {
        "" => Split::MissingUnit,
        unit => Split::UnknownUnit(unit),
    }
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || c == '.' || ('０'..='９').contains(&c)
}
