//! What the errors of this module say.

use super::{IndustryError, SchemeError, SchemeTableError};
use crate::text::explain;

explain! {
    IndustryError;
    Self::Malformed { given } => "industry-form",
        en("{given:?} is not an industry code; write one capital letter or two to four digits, as in \"C\" or \"3411\""),
        zh("{given:#}不是行业代码，应为一个大写字母或2至4位数字，例如C、3411");
    Self::Unknown { given, edition } => "industry-unknown",
        en("{given:?} is not in {edition}; check the code, or name another edition"),
        zh("{given:#}不在{edition}中，请核对代码或改用其他版本");
    Self::Edition(term) => "industry-edition-unknown", as term;
    Self::Section { given, code } => "industry-section-differs",
        en("{given:?} has the letter of another section: {code} lies in {}", code.section().code()),
        zh("{given:#}的门类字母有误，{code}属于门类{}", code.section().code());
    Self::Level { given, code } => "industry-level-differs",
        en("{given:?} names another level: {code} is a {}", code.level()),
        zh("{given:#}的层级有误，{code}为{}", code.level().name_zh());
    Self::OtherEdition { code, edition } => "industry-other-edition",
        en("{code} is not of {edition}; carry it over first"),
        zh("{code}不属于{edition}，请先转换到该版本");
}

explain! {
    SchemeError;
    Self::MissingField { field } => "scheme-field-missing", field field,
        en("the scheme does not state its {field}; add a line \"{field} = …\""),
        zh("分类方案缺少{field}，请增加一行“{field} = …”");
    Self::FieldRepeated { line, field } => "scheme-field-repeated", field field,
        en("line {line} states the {field} of the scheme again; keep one"),
        zh("第{line}行重复了分类方案的{field}，只保留一处");
    Self::Field { field, source } => "scheme-field", field field,
        en("the {field} of the scheme is not valid"),
        zh("分类方案的{field}有误"),
        because source.as_ref();
    Self::Line { line, given } => "scheme-line",
        en("line {line}, {given:?}, is not of the form \"code category extent\""),
        zh("第{line}行{given:#}不是“代码 类别 程度”的格式");
    Self::Code { line, source } => "scheme-code",
        en("line {line} does not begin with a valid industry code"),
        zh("第{line}行开头的行业代码有误"),
        because source.as_ref();
    Self::Term { line, source } => "scheme-term",
        en("line {line} has no valid category or extent"),
        zh("第{line}行的类别或程度有误"),
        because source;
    Self::Duplicate { code, category } => "scheme-duplicate",
        en("{code} is listed twice for {category}; keep one line"),
        zh("{code}在{}中列了两次，只保留一行", category.name_zh());
    Self::Conflict { code } => "scheme-conflict",
        en("{code} belongs in full to one category and is listed for another; list it once, or both as partial"),
        zh("{code}已全部归入一类，又列入另一类；请只列一次，或者都列为部分");
}

explain! {
    SchemeTableError;
    Self::Field { field, source } => "scheme-table-field", field field,
        en("the {field} of the scheme is not valid"),
        zh("分类方案的{field}有误"),
        because source.as_ref();
    Self::Unclosed { line } => "scheme-table-unclosed",
        en("the quotation mark that opens a cell of the record in line {line} is not closed"),
        zh("第{line}行开始的记录中，单元格的引号没有闭合");
    Self::UnknownColumn { given } => "scheme-table-column-unknown",
        en("the column {given:?} is not known; known are 大类, 中类, 小类, 名称, 国民经济行业代码 (with the year of its edition), 行业名称 and 备注"),
        zh("无法识别{given:#}列，可用的列为大类、中类、小类、名称、国民经济行业代码（注明版本年份）、行业名称和备注");
    Self::ColumnRepeated { given } => "scheme-table-column-repeated",
        en("the column {given:?} repeats another one; keep one of them"),
        zh("{given:#}列与另一列重复，只保留一列");
    Self::MissingColumn { what, example } => "scheme-table-column-missing",
        en("there is no column of {what}; the header needs one such as {example}"),
        zh("表头缺少一列，例如{example}", example = example);
    Self::NoEdition => "scheme-table-edition-missing",
        en("the edition of the industry codes is not stated; write 国民经济行业代码（2017） or name it"),
        zh("没有注明行业代码的版本，请写作国民经济行业代码（2017），或另行指定");
    Self::Editions { header, given } => "scheme-table-editions-differ",
        en("the header is of {header}, but {given} was named; correct one of them"),
        zh("表头为{header}，指定的却是{given}，请更正其一");
    Self::Cells { line } => "scheme-table-cells",
        en("line {line} has more cells than the header has columns"),
        zh("第{line}行的单元格多于表头的列");
    Self::Number { line, source } => "scheme-table-number",
        en("line {line} has no valid category number"),
        zh("第{line}行的类别编号有误"),
        because source;
    Self::Width { line, number, other } => "scheme-table-number-width",
        en("line {line} has the category {number}, which is longer or shorter than {other} of the same level; restore the zeros before it"),
        zh("第{line}行的类别{number}与同级的{other}位数不同，请补上前面的零");
    Self::Nested { line, number, above } => "scheme-table-number-nested",
        en("line {line} has the category {number} below {above}; its number must begin with that"),
        zh("第{line}行的类别{number}位于{above}之下，编号应以{above}开头");
    Self::Renamed { line, number } => "scheme-table-category-renamed",
        en("line {line} gives the category {number} another name than before"),
        zh("第{line}行类别{number}的名称与前文不一致");
    Self::NoCategory { line } => "scheme-table-category-missing",
        en("line {line} has no category, and none stands above it"),
        zh("第{line}行没有类别，其上也没有类别");
    Self::Name { line, source } => "scheme-table-category-name",
        en("the name of a category in line {line} is not valid"),
        zh("第{line}行的类别名称有误"),
        because source.as_ref();
    Self::Code { line, source } => "scheme-table-code",
        en("line {line} has no valid industry code"),
        zh("第{line}行的行业代码有误"),
        because source.as_ref();
    Self::Doubtful { line, given, as_printed, restored } => "scheme-table-code-doubtful",
        en("line {line} has the code {given:?}, which may be {} or have lost a zero: {}; write the letter of its section before it", as_printed.code(), restored.code()),
        zh("第{line}行的代码{given:#}可能是{}，也可能是丢失了零的{}，请在前面写上门类字母", as_printed.code(), restored.code());
    Self::Empty => "scheme-table-empty",
        en("the table lists no industry code"),
        zh("表中没有行业代码");
    Self::Duplicate { code, category } => "scheme-table-duplicate",
        en("{} is listed twice in the category {category}; keep one row", code.code()),
        zh("{}在类别{category}中列了两次，只保留一行", code.code());
    Self::Conflict { code, first, second } => "scheme-table-conflict",
        en("{} belongs in full to the category {first} and is listed in {second}; mark it with * in both, or list it once", code.code()),
        zh("{}已全部归入类别{first}，又列入{second}；请在两处都标*，或者只列一次", code.code());
    Self::NotProducerService { number } => "scheme-table-not-producer-service",
        en("the large category {number} is not one of the ten of producer services, 01 to 10"),
        zh("大类{number}不属于生产性服务业的十个大类（01至10）");
}
