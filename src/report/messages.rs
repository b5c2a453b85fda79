//! What the errors of this module say.

use super::ReportError;
use crate::exact::{ApportionError, RatioError};
use crate::stats::StatsError;
use crate::text::explain;

explain! {
    ReportError,
    from RatioError => Figure,
    from ApportionError => Column,
    from StatsError => Statistic;
    Self::Figure(source) => "report-figure",
        en("a figure cannot be printed in full; set a rounding in the style"),
        zh("有数字不能完整印出，请在样式中指定修约方式"),
        because source;
    Self::Column(source) => "report-column",
        en("a column of percentages cannot be made to add up"),
        zh("有一列百分比无法调整为合计100%"),
        because source;
    Self::Statistic(source) => "report-statistic",
        en("a figure of the report cannot be computed"),
        zh("报告中有数字无法计算"),
        because source.as_ref();
    Self::CellsDiffer { cells, columns } => "report-cells-differ",
        en("a row has {cells} cells, but the table has {columns} columns; give one cell for each column"),
        zh("有一行有{cells}格，而表有{columns}列，应每列一格");
    #[cfg(feature = "svg")]
    Self::Id { given } => "report-id",
        en("{given:?} is not an id such as \"chart-1\"; use letters, digits and hyphens"),
        zh("{given:#}不是“chart-1”样式的标识，应使用字母、数字和连字符");
}
