//! The errors of the module `report`.

use standard_land::report::{
    Cell, Language, NamedTally, Sentence, ShareRounding, Style, Table, TableColumn,
};
use standard_land::stats::{Breakdown, Whole};
use standard_land::{AreaUnit, Rounding};

use super::{Case, case};
use crate::api::tally;

pub(super) fn reports() -> Vec<Case> {
    let rounding = ShareRounding::both(Rounding::half_up(2));
    let style = Style::new(Language::English, AreaUnit::Hectare, rounding);
    let part = NamedTally::new("part", tally(2, "2 ha"));
    let whole = NamedTally::new("whole", tally(1, "1 ha"));
    let mut table = Table::new(Language::English, "t", vec![TableColumn::text("a")]);
    let thousands = ShareRounding::both(Rounding::half_up(-3));
    let thousands = Style::new(Language::English, AreaUnit::Hectare, thousands).apportioned();
    let one = Breakdown::of([(Some("a"), tally(1, "1 ha"))]).unwrap();
    vec![
        case(Sentence::share(&part, &whole, &style)),
        case(Table::shares("t", "key", &one, Whole::Total, &thousands)),
        case(Sentence::growth(
            &part,
            &NamedTally::new("base", tally(0, "0 ha")),
            &style,
        )),
        case(table.push(vec![Cell::text("a"), Cell::missing()])),
        #[cfg(feature = "svg")]
        case(crate::api::chart::trend_chart(Language::English).with_id("a b")),
    ]
}
