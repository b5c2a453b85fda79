//! Subjects without the words that all of them have.

use alloc::string::{String, ToString};

/// A subject without the words that label its measure.
pub(super) fn without_label(text: &str) -> String {
    const LABELS: &[&str] = &[
        "投资额",
        "投资总额",
        "出让面积",
        "用地面积",
        "土地面积",
        "总面积",
        "面积",
        "宗数",
        "户数",
        "件数",
        "家数",
        "栋数",
        "企业数",
        "项目数",
        "总量",
        "总额",
        "间数",
        "个数",
        "套数",
        "份数",
        "处数",
        "起数",
        "幅数",
        "幢数",
        "笔数",
        "人数",
        "总数",
        "总收益",
        "全部",
        "合计",
        "价款",
        "金额",
        "亩数",
        "公顷数",
        "平方米数",
        "均价",
        "单价",
        "数",
        "比重",
        "比例",
        "其",
        "占比",
    ];
    let mut left = text.to_string();
    for label in LABELS {
        left = left.replace(label, "");
    }
    left
}

/// A subject without the words that all land has.
pub(super) fn short(subject: &str) -> String {
    let left: String = [
        "推出量",
        "供应量",
        "投放量",
        "用地",
        "推出",
        "投放",
        "方式",
        "项目",
    ]
    .iter()
    .fold(subject.to_string(), |text, word| text.replace(word, ""));
    if left.is_empty() {
        subject.to_string()
    } else {
        left
    }
}
