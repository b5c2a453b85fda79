//! Which rows are totals: by what a cell calls them, and by what else they say.

use standard_land::notice::{Account, FindingKind, Outcome, Reader, TotalKind};

fn read(file: &str) -> (Vec<Outcome>, Account) {
    let mut reader = Reader::new(file.as_bytes()).unwrap();
    let outcomes = reader.by_ref().map(Result::unwrap).collect();
    assert!(reader.account().balances());
    (outcomes, reader.account().clone())
}

/// How many totals and parcels there are, and how many say that they are called
/// totals.
fn classes(file: &str) -> (u64, u64, u64) {
    let (_, account) = read(file);
    (
        account.totals(),
        account.records().parcels(),
        account.count(FindingKind::LabelledTotal),
    )
}

/// A firm or a person may be called so; a cell that only ends so is no label.
#[test]
fn a_holder_is_no_total_whatever_the_name() {
    for name in [
        "上海合计（有限合伙）",
        "上海合计（集团）",
        "合计（集团）",
        "合计（有限合伙）",
        "张合计",
        "王累计",
        "万总计",
        "年小计",
        "上海合计",
        "文水县合计",
        "2023年合计科技",
    ] {
        for head in ["土地使用权人", "受让人", "用地单位"] {
            let file = format!("{head},面积(公顷)\n甲公司,1\n{name},1.5\n");
            let (totals, parcels, _) = classes(&file);
            assert_eq!((totals, parcels), (0, 2), "{file}");
        }
    }
    for label in ["合计", "合计（2家）", "本页小计", "2023年合计"] {
        let file = format!("土地使用权人,面积(公顷)\n甲公司,1.5\n{label},1.5\n");
        assert_eq!(classes(&file), (1, 1, 0), "{file}");
    }
}

/// 合计 among remarks says something of a lot, whatever the heads are.
#[test]
fn a_lot_that_is_remarked_on_is_no_total() {
    for (heads, row) in [
        ("地块编号,面积(公顷),备注", "A-1,1.5,合计"),
        ("地块编号,面积(公顷),备注", "2023-15,1.5,合计"),
        ("地块编号,面积(公顷),备注", "3,1.5,小计"),
        ("备注,面积(公顷),地块编号", "合计,1.5,A-1"),
        ("备注,面积(公顷),项目名称", "合计,1.5,厂房"),
        ("坐落,面积(公顷),备注", "文水县南安镇高车村,1.5,合计"),
        ("项目位置,面积(公顷),说明", "高车村,1.5,共计"),
        ("县区,地块,面积(公顷),其他", "文水县,G2023-05号,1.5,合计"),
        ("甲,乙,面积(公顷),丙", "文水县,第1宗,1.5,合计"),
        ("甲,面积(公顷),乙", "东至滨河路,1.5,小计"),
        ("电子监管号,面积(公顷),备注", "3,1.5,合计"),
        ("项目名称,宗地编号,面积(公顷)", "合计,G-12,1.5"),
        ("项目名称,项目位置,面积(公顷)", "合计,滨河路东侧,1.5"),
    ] {
        let file = format!("{heads}\n{row}\n");
        assert_eq!(classes(&file), (0, 1, 1), "{file}");
    }
    // A class of parcels, a time or a number identifies none of them.
    for (heads, row) in [
        ("地块编号,面积(公顷),备注", ",1.5,合计"),
        ("行政区,项目名称,面积(公顷)", "文水县,2023年合计,1.5"),
        ("用途,名称,面积(公顷)", "工业用地,小计,1.5"),
        ("乡镇,名称,面积(公顷)", "南安镇,小计,1.5"),
        ("时间,名称,面积(公顷)", "2023年,合计,1.5"),
        ("序号,宗数,面积(公顷),备注", "合计,12,1.5,含代征道路"),
        ("地块编号,宗数,面积(公顷)", "合计,12宗,1.5"),
        ("地块编号,项目名称,面积(公顷)", "合计,工业项目,1.5"),
        ("项目名称,项目位置,面积(公顷)", "小计,南安镇,1.5"),
    ] {
        let file = format!("{heads}\n{row}\n");
        assert_eq!(classes(&file), (1, 0, 0), "{file}");
    }
}

#[test]
fn totals_in_other_words_are_totals() {
    use TotalKind::{Cumulative, GrandTotal, InAll, Subtotal, Total};
    for (label, kind) in [
        ("合计供地面积", Total),
        ("合计出让面积", Total),
        ("合计数量", Total),
        ("合计用地", Total),
        ("总用地面积", Total),
        ("总供地面积（公顷）", Total),
        ("总和", Total),
        ("汇总", Total),
        ("总共", InAll),
        ("一共", InAll),
        ("共1宗", InAll),
        ("共计：1宗", InAll),
        ("合计2023年", Total),
        ("合计人民币", Total),
        ("承前页", Cumulative),
        ("过次页", Cumulative),
        ("承 前 頁", Cumulative),
        ("Total 1 parcels", Total),
        ("TOTAL AREA (ha)", Total),
        ("Sub-total (page 3)", Subtotal),
        ("2023年工业用地合计", Total),
        ("总计（1宗，1.5公顷）", GrandTotal),
    ] {
        for file in [
            format!("项目名称,面积(公顷)\n厂房,1.5\n{label},1.5\n"),
            format!("序号,名称,面积(公顷)\n1,厂房,1.5\n,{label},1.5\n"),
            format!("电子监管号,面积(公顷)\n1411212012B00017,1.5\n{label},1.5\n"),
        ] {
            let (outcomes, account) = read(&file);
            let Some(Outcome::Total(total)) = outcomes.last() else {
                panic!("{file}{outcomes:?}");
            };
            assert_eq!(total.kind(), kind, "{file}");
            assert_eq!(account.count(FindingKind::TotalAgrees), 1, "{file}");
        }
    }
}

/// Nothing is guessed in silence.
#[test]
fn what_looks_like_a_label_is_a_record_that_says_so() {
    for label in [
        "合计拟供应",
        "一期累计",
        "总面积未核",
        "合计应缴",
        "某某合计",
        "first phase total",
    ] {
        let file = format!("项目名称,面积(公顷)\n厂房,1.5\n{label},1.5\n");
        assert_eq!(classes(&file), (0, 2, 1), "{file}");
    }
    // A name that begins so, or has such a word in it, does not look like one.
    for name in [
        "合计科技有限公司",
        "合计大厦",
        "总计划项目",
        "小计村工业园",
        "共享工厂",
        "Total Fitness Ltd",
        "共青团路北侧",
        "次页岩矿",
    ] {
        let file = format!("项目名称,面积(公顷)\n厂房,1.5\n{name},1.5\n");
        assert_eq!(classes(&file), (0, 2, 0), "{file}");
    }
    // A count beside a parcel is no more than that.
    let file = "项目名称,面积(公顷),备注\n厂房,1.5,共2户\n";
    assert_eq!(classes(file), (0, 1, 0));
}
