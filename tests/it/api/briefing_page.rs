//! A briefing as a page: what is marked, what is linked, what is escaped.

use std::collections::BTreeSet;

use roxmltree::Node;
use standard_land::audit::Reading;
use standard_land::briefing::Briefing;
use standard_land::report::{BriefingPage, Language};

use crate::pages::{page, parsed, text_of, with_class, words};

/// Words of our own that come out in every way a figure can.
pub(crate) const BRIEFING: &str = "\
一、2024年，文水开发区出让标准地7宗、37.18公顷，其中生产性服务业4宗、5.74公顷，分别占57%和15.43%。
二、新增用地152.1公顷、存量用地742.35公顷，扣除重复的15.16公顷，合计879.28公顷。
三、某区供地8宗，其中工业6宗，占70%；商业2宗，占20%；宗数由4宗增加到8宗，增长90%。
四、全省出让标准地383宗，同比增长233%；不低于20万元/亩的项目30—50家，另有窗口3个。
五、甲县12宗、乙县9宗、丙县7宗，三县合计29宗。
";

/// What each mark is of, its class and its sign.
fn marked(page: &str) -> Vec<(String, String, String)> {
    let document = parsed(page);
    let marks = document
        .descendants()
        .filter(|node| node.has_tag_name("mark"));
    let own = |node: Node<'_, '_>, name| node.attribute(name).unwrap_or_default().to_owned();
    marks
        .map(|mark| (words(mark), own(mark, "class"), own(mark, "data-sign")))
        .collect()
}

#[test]
fn figures_are_marked_where_they_stand() {
    let text = "供地8宗，其中工业6宗，占70%；2024年商业2宗，占25%，增长9%，另有窗口3个。";
    let all = marked(&page(text, Language::Chinese));
    let all: Vec<_> = all
        .iter()
        .map(|(words, class, sign)| format!("{words} {class} {sign}"))
        .collect();
    assert_eq!(
        all,
        [
            "8宗 used ",
            "6宗 yes ✓1",
            "70% no ✗2",
            "2024年 context ",
            "2宗 used ",
            "25% yes ✓3",
            "9% open …4",
            "3个 left ",
        ]
    );
}

#[test]
fn a_mark_says_the_verdict_and_the_words_that_bound_it() {
    let text = "供地8宗，其中工业6宗，占70%。";
    let title = |language| {
        let page = page(text, language);
        let document = parsed(&page);
        let mark = with_class(&document, "no").find(|node| node.has_tag_name("mark"));
        mark.unwrap().attribute("title").unwrap().to_owned()
    };
    assert_eq!(
        title(Language::Chinese),
        "“70%”按“占”读作占比：工业“6宗”占供地“8宗”。不吻合，按所印数字应为75%。"
    );
    let english = title(Language::English);
    assert!(
        english.starts_with("70% = 6宗 of 8宗 (share; "),
        "{english}"
    );
    assert!(
        english.contains("the words before it are “占”"),
        "{english}"
    );
    assert!(english.ends_with("It is impossible; by the printed figures it is 75%."));
}

#[test]
fn the_row_that_asks_most_for_a_look_gives_the_sign() {
    // 8宗 is a sum that holds and a level that does not.
    let text = "甲县5宗、乙县4宗，合计8宗。";
    let all = marked(&page(text, Language::Chinese));
    let (words, class, sign) = all.last().unwrap();
    assert_eq!((&**words, &**class, &**sign), ("8宗", "no", "✗1"));
}

#[test]
fn every_link_leads_somewhere_and_every_figure_has_a_row() {
    for language in Language::ALL {
        let page = page(BRIEFING, *language);
        let document = parsed(&page);
        let ids: Vec<&str> = document
            .descendants()
            .filter_map(|node| node.attribute("id"))
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        let links = document
            .descendants()
            .filter_map(|node| node.attribute("href"));
        let mut count = 0;
        for link in links {
            assert!(unique.contains(link.strip_prefix('#').unwrap()), "{link}");
            count += 1;
        }
        let briefing = Briefing::read(BRIEFING);
        let audit = briefing.audit(&Reading::new());
        let all = briefing.figures().len() + briefing.context().len();
        assert!(count > all);
        assert_eq!(marked(&page).len(), all);
        for place in 1..=briefing.figures().len() {
            assert!(unique.contains(format!("f{place}").as_str()), "{place}");
        }
        let rows = ids.iter().filter(|id| id.starts_with('r')).count();
        assert!(rows >= audit.judged().len() + audit.open().len() + briefing.context().len());
    }
}

#[test]
fn the_account_of_a_page_is_that_of_its_audit() {
    let page = page(BRIEFING, Language::English);
    let document = parsed(&page);
    let legend = with_class(&document, "legend").next().unwrap();
    let items = legend.children().filter(Node::is_element).map(words);
    assert_eq!(
        items.collect::<Vec<_>>(),
        [
            "✓ consistent 7",
            "≈ consistent if others were rounded 1",
            "✗ impossible 4",
            "? unexplained 0",
            "… a figure is missing 1",
            " others follow from it 11",
            " in no relation 4",
            " numbers that count nothing 2",
        ]
    );
    let suspects = with_class(&document, "suspects").next().unwrap();
    assert_eq!(
        words(suspects),
        "Look here first: 8宗 line 3, character 7 (in 2 claims that do not hold)"
    );
}

#[test]
fn words_are_never_tags() {
    let text = "<script>alert('1')</script>供地8宗 & \"7宗\"，占<b>70%</b>。</div></main>&amp;";
    let title = "</title><script>\u{202e}";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let page = BriefingPage::new(&audit, Language::English)
        .with_title(title)
        .to_string();
    assert!(!page.contains("<script"));
    assert!(!page.contains("<b>70%"));
    let document = parsed(&page);
    assert_eq!(text_of(&document), text);
    let heading = document
        .descendants()
        .find(|node| node.has_tag_name("h1"))
        .unwrap();
    assert_eq!(words(heading), "</title><script>[U+202E]");
}

#[test]
fn what_turns_the_direction_of_letters_acts_on_nothing() {
    let text = "供地\u{202e}8宗，其中\u{2066}工业6宗，占\u{200f}70%\u{202c}。";
    for language in Language::ALL {
        let page = page(text, *language);
        // Not one of them stands in the page as it is.
        let is_turning = |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!page.contains(is_turning));
        let document = parsed(&page);
        assert_eq!(text_of(&document), text);
        for turning in document
            .descendants()
            .filter(|node| words(*node).contains(is_turning))
        {
            let is_around = turning.descendants().any(|node| node.has_tag_name("bdi"));
            assert!(is_around || turning.is_text(), "{turning:?}");
        }
        assert_eq!(with_class(&document, "turn").count(), 4);
        for turn in with_class(&document, "turn") {
            assert_eq!(words(turn).chars().count(), 1);
            assert!(turn.attribute("data-sign").unwrap().starts_with("U+"));
        }
    }
}

#[test]
fn an_empty_text_is_a_page_too() {
    for text in ["", "\n", "没有数字。"] {
        let page = page(text, Language::Chinese);
        let document = parsed(&page);
        assert_eq!(text_of(&document), text);
        assert!(
            !document
                .descendants()
                .any(|node| node.has_tag_name("table"))
        );
    }
}

/// How long the page of a text is that says the same over and over.
fn length(piece: &str, times: usize) -> usize {
    page(&piece.repeat(times), Language::English).len()
}

#[test]
fn a_page_grows_with_its_text_only() {
    for piece in [
        "其中4宗，占5%，",
        "由1%到2%，",
        "甲县1亩、乙县2亩，合计9亩，",
        "供地8宗，其中工业6宗，占70%。",
        "<\u{202e}&",
    ] {
        let (short, long) = (length(piece, 100), length(piece, 1_000));
        assert!(long <= 12 * short, "{piece}: {short}, then {long}");
    }
}
