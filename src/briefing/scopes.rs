//! Scopes: which word opens the parts of which whole, and how far.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::{Entry, Role};
use super::kind::Kind;
use super::mention::Join;
use super::question::{Question, Reading, Voice};
use super::reader::{REACH, Reader};
use super::rule::Rule;
use super::words::{self, content, has, likeness};

impl Reader {
    /// Gives every part its wholes.
    pub(super) fn parents(&mut self) {
        let mut scope: Option<Scope> = None;
        for place in 0..self.len() {
            let entry = self.at(place);
            if scope
                .as_ref()
                .is_some_and(|scope| scope.sentence != entry.mention.sentence)
            {
                scope = None;
            }
            if entry.mention.depth > 0 {
                self.bracketed(place);
                continue;
            }
            if entry.opens && starts_among(entry) {
                scope = Some(Scope {
                    rule: Rule::Among,
                    sentence: entry.mention.sentence,
                    first: place,
                    wholes: Vec::new(),
                    voice: Voice::Loud,
                });
            } else if let Some(found) = self.within(place) {
                scope = Some(found);
            } else if has(entry.lead(), words::INCLUDES) && entry.like().is_amount() {
                scope = Some(Scope {
                    rule: Rule::Includes,
                    sentence: entry.mention.sentence,
                    first: place,
                    wholes: Vec::new(),
                    voice: Voice::Loud,
                });
            } else if let Some(open) = &scope
                && place != open.first
                && !self.goes_on(open, place)
            {
                scope = None;
            }
            let Some(open) = scope.clone() else { continue };
            if open.rule == Rule::Within
                && let Some(entry) = self.entries.get_mut(place)
            {
                entry.within.clone_from(&open.wholes);
            }
            let entry = self.at(place);
            let is_part =
                entry.is_level() && entry.like().is_amount() && entry.mention.value().is_some();
            if !is_part {
                continue;
            }
            let wholes = self.in_order(self.wholes_of(&open, place), &open, place);
            let (rule, voice, first) = (open.rule, open.voice, open.first);
            if wholes.is_empty() {
                continue;
            }
            let is_sure = voice == Voice::Loud
                && (place == first
                    || matches!(self.at(place).mention.join, Join::Pause | Join::Figure)
                    || self.cluster(first).contains(&place));
            let voice = if is_sure { voice } else { Voice::Quiet };
            let readings = wholes.iter().map(|whole| Reading::of(&[*whole])).collect();
            if let Some(entry) = self.entries.get_mut(place) {
                entry.parents = wholes;
                entry.is_part = true;
            }
            self.ask(Question {
                rule,
                kind: Kind::Part,
                result: place,
                way: None,
                readings,
                voice,
            });
        }
    }

    /// 上述6宗: the same figure again.
    pub(super) fn repeats(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            let is_repeat = ["上述", "以上", "这"]
                .iter()
                .any(|word| entry.lead().ends_with(word));
            if !is_repeat || !entry.is_level() {
                continue;
            }
            let (like, value) = (entry.like(), entry.mention.value());
            let earlier = self
                .levels(place, like)
                .into_iter()
                .find(|at| self.at(*at).mention.value() == value);
            let parents = earlier
                .map(|at| self.at(at).parents.clone())
                .unwrap_or_default();
            if let Some(entry) = self.entries.get_mut(place) {
                entry.parents = parents;
            }
        }
    }

    /// Wholes that can hold the part come first, and those of the siblings.
    pub(super) fn in_order(
        &self,
        mut wholes: Vec<usize>,
        scope: &Scope,
        place: usize,
    ) -> Vec<usize> {
        let like = self.at(place).like();
        let sibling = (scope.first..place)
            .rev()
            .find(|at| self.at(*at).like() == like && !self.at(*at).parents.is_empty())
            .and_then(|at| self.at(at).parents.first().copied());
        let holds = |whole: &usize| self.is_at_most(place, *whole);
        wholes.sort_by_key(|whole| !holds(whole));
        if let Some(whole) = sibling
            && let Some(at) = wholes.iter().position(|found| *found == whole)
        {
            wholes.swap(0, at);
        }
        wholes
    }

    /// A share says which of its wholes a part has; its siblings have it too.
    pub(super) fn prefer(&mut self, part: usize, whole: usize) {
        let parents = self.at(part).parents.clone();
        if !parents.contains(&whole) || parents.first() == Some(&whole) {
            return;
        }
        let mut ordered = alloc::vec![whole];
        ordered.extend(parents.iter().copied().filter(|at| *at != whole));
        let first = part.saturating_sub(REACH);
        for at in first..self.len().min(part.saturating_add(REACH)) {
            if let Some(entry) = self.entries.get_mut(at)
                && entry.parents == parents
            {
                entry.parents.clone_from(&ordered);
                if let Some(question) = entry
                    .part_of
                    .and_then(|place| self.questions.get_mut(place))
                {
                    question.readings =
                        ordered.iter().map(|whole| Reading::of(&[*whole])).collect();
                }
            }
        }
    }

    /// Whether one figure is at most another.
    pub(super) fn is_at_most(&self, part: usize, whole: usize) -> bool {
        let (Some(part), Some(whole)) = (
            self.at(part).mention.value(),
            self.at(whole).mention.value(),
        ) else {
            return false;
        };
        part.unit()
            .in_unit(whole.unit())
            .and_then(|factor| part.amount().checked_mul(factor).ok())
            .is_some_and(|amount| amount <= whole.amount())
    }

    /// 742.6亩（耕地205.3亩）: a part in brackets.
    pub(super) fn bracketed(&mut self, place: usize) {
        let entry = self.at(place);
        let of = entry.mention.inside.or_else(|| {
            let is_first =
                entry.mention.join == Join::Open && entry.mention.noun.is_empty() && entry.opens;
            let before = self.levels(place, entry.like()).first().copied();
            before.filter(|at| is_first && self.same_sentence(*at, place))
        });
        let Some(of) = of else { return };
        let other = self.at(of);
        let has_noun = !content(entry.lead()).is_empty();
        let is_part = entry.role == Role::Level
            && entry.like() == other.like()
            && entry.like().is_amount()
            && other.is_level()
            && has_noun
            && entry.mention.noun.is_empty()
            && entry.sum.is_none()
            && entry.period == other.period
            && entry.mention.value().is_some();
        if is_part {
            if let Some(entry) = self.entries.get_mut(place) {
                entry.parents = alloc::vec![of];
                entry.is_part = true;
            }
            self.ask(Question {
                rule: Rule::Bracketed,
                kind: Kind::Part,
                result: place,
                way: None,
                readings: alloc::vec![Reading::of(&[of])],
                voice: Voice::Soft,
            });
        }
    }

    /// 7宗中, 签约项目中: a whole that is named before its parts.
    pub(super) fn within(&self, place: usize) -> Option<Scope> {
        let entry = self.at(place);
        let sentence = entry.mention.sentence;
        let scope = |first, wholes, voice| {
            Some(Scope {
                rule: Rule::Within,
                sentence,
                first,
                wholes,
                voice,
            })
        };
        if let Some(previous) = self.previous(place)
            && self.same_sentence(previous, place)
        {
            let tail = self.at(previous).mention.tail.as_str();
            let joined = entry.mention.join == Join::Figure
                && self.at(previous).mention.clause == entry.mention.clause;
            let ends = ["中", "当中", "里", "之中", "中有"]
                .iter()
                .any(|end| tail.ends_with(end));
            let is_within = ends && !tail.ends_with("其中") || joined && amid(tail).is_some();
            let is_whole = matches!(
                self.at(previous).role,
                Role::Level | Role::Scope | Role::Target
            );
            if is_within && is_whole {
                return scope(place, self.cluster(previous), Voice::Loud);
            }
        }
        if !entry.like().is_amount() && !entry.mention.pre.ends_with(['中', '里']) {
            return None;
        }
        let name = topic_of(entry)?;
        let subject = content(&without_kind(&name));
        if subject.is_empty() {
            return None;
        }
        let mut wholes = self.named(place, &without_kind(&name), |entry| {
            (entry.is_level() || entry.role == Role::Change)
                && entry.mention.depth == 0
                && entry.like().is_amount()
        });
        // 处置的土地 is not all 闲置土地.
        if let Some((which, _)) = name.rsplit_once('的') {
            let which = content(which);
            wholes.retain(|at| which.is_empty() || likeness(&which, &self.subject(*at)) > 0);
        }
        if wholes.is_empty() {
            None
        } else {
            scope(place, wholes, Voice::Soft)
        }
    }

    /// Wholes for one part of a scope, the likeliest first.
    pub(super) fn wholes_of(&self, scope: &Scope, place: usize) -> Vec<usize> {
        let like = self.at(place).like();
        if !scope.wholes.is_empty() {
            let mut found: Vec<usize> = Vec::new();
            for whole in &scope.wholes {
                for at in self.cluster(*whole) {
                    if self.at(at).like() == like && at < scope.first && !found.contains(&at) {
                        found.push(at);
                    }
                }
            }
            found.truncate(2);
            return found;
        }
        let period = self.at(place).period;
        let fits = |at: &usize| {
            let other = self.at(*at);
            let same_time = !other.period.is_before() || period.is_before();
            same_time && other.role != Role::Rest && other.role != Role::Net
        };
        let all = self.levels(scope.first, like);
        // What is net has no parts: what came in may exceed it.
        if all.first().is_some_and(|at| {
            self.at(*at).role == Role::Net && self.same_sentence(*at, scope.first)
        }) {
            return Vec::new();
        }
        let in_time: Vec<usize> = all.iter().copied().filter(fits).collect();
        let all = if in_time.is_empty() {
            all.into_iter()
                .filter(|at| self.at(*at).role != Role::Rest)
                .collect()
        } else {
            in_time
        };
        let near: Vec<usize> = all
            .iter()
            .copied()
            .filter(|at| self.same_sentence(*at, scope.first))
            .collect();
        let mut found = if near.is_empty() { all } else { near };
        found.sort_by_key(|at| self.at(*at).role == Role::Target);
        // Further back than the sentence before the last, nothing is meant.
        if let Some(first) = found.first().copied() {
            let sentence = self.at(first).mention.sentence;
            found.retain(|at| sentence.saturating_sub(self.at(*at).mention.sentence) <= 1);
        }
        // 64个，已开工56个，开工率87.5%；其中: of what was due.
        if let [first, second, ..] = found.as_slice()
            && self.is_done_of_rate(*first)
            && self.same_sentence(*first, *second)
        {
            found.swap(0, 1);
        }
        found.truncate(3);
        found
    }

    /// Whether a rate stands directly behind.
    pub(super) fn is_done_of_rate(&self, place: usize) -> bool {
        self.next(place)
            .is_some_and(|next| self.at(next).role == Role::Rate && self.same_sentence(place, next))
    }

    /// Whether a scope goes on over a figure.
    pub(super) fn goes_on(&self, scope: &Scope, place: usize) -> bool {
        let entry = self.at(place);
        let first = self.at(scope.first);
        if !entry.like().is_amount() || !entry.is_level() {
            return true;
        }
        let lead = entry.lead();
        match entry.mention.join {
            Join::Pause | Join::Figure => return true,
            Join::Start | Join::Line => return false,
            _ => {}
        }
        if self.cluster(scope.first).contains(&place) {
            return true;
        }
        if has(
            lead,
            &[
                "全市", "全县", "全区", "全省", "年末", "截至", "目前", "累计", "同期", "另有",
                "此外", "同年", "均",
            ],
        ) && !lead.starts_with("其他")
        {
            return false;
        }
        if entry.mention.pre.is_empty()
            && entry.sum.is_some()
            && entry.mention.join != Join::Semicolon
        {
            return !lead.starts_with('共');
        }
        if entry.period != first.period || names_a_place(lead) && !names_a_place(first.lead()) {
            return false;
        }
        let first_lead = first
            .lead()
            .trim_start_matches("其中")
            .trim_start_matches(['，', '：', ',']);
        let is_new = starts_with_verb(lead) && !starts_with_verb(first_lead);
        if is_new {
            return false;
        }
        // 寄宿生1.28万人；——参与教师3126人: a new item of the paper.
        if entry.mention.join == Join::Semicolon
            && (entry.like() == first.like()
                && entry.mention.number.power != first.mention.number.power
                || lead.starts_with(['—', '·', '●', '-', '•']))
        {
            return false;
        }
        if entry.mention.join == Join::Semicolon {
            let opens_own = self.behind(place).take(4).any(|next| {
                self.at(next).opens
                    && self.same_sentence(next, place)
                    && self.at(next).mention.join == Join::Comma
            });
            if opens_own && scope.rule == Rule::Among {
                return false;
            }
        }
        true
    }
}

/// Parts that a word opened.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    rule: Rule,
    sentence: usize,
    first: usize,
    /// Wholes that the words name, for each measure the nearest first.
    wholes: Vec<usize>,
    voice: Voice,
}

/// Whether 其中 opens the parts here.
fn starts_among(entry: &Entry) -> bool {
    // 采用其中条款: in the middle it opens nothing.
    entry.lead().starts_with("其中")
        || entry
            .mention
            .pre
            .split('，')
            .any(|clause| clause.starts_with("其中"))
}

/// Whether words begin with the name of a place: 松岙市.
pub(super) fn names_a_place(lead: &str) -> bool {
    // 乡镇卫生院, 城区: no places by name.
    let bare = [
        "乡镇", "城镇", "集镇", "城市", "园区", "社区", "小区", "片区", "景区", "灾区", "辖区",
        "学区", "山区", "城区", "市区", "市场", "区域", "县域", "地区", "省级", "县级", "区级",
        "镇级", "市级",
    ]
    .iter()
    .fold(lead.to_string(), |text, word| text.replace(word, "　"));
    bare.chars()
        .skip(1)
        .take(3)
        .any(|found| "市县区省镇".contains(found))
        && !lead.starts_with("市级")
        && !lead.starts_with("市县")
}

/// Verbs with which a new head begins.
const VERBS: &[&str] = &[
    "新增",
    "新建",
    "改建",
    "扩建",
    "改扩建",
    "拆除",
    "征收",
    "盘活",
    "腾退",
    "更新",
    "收回",
    "推出",
    "出让",
    "供应",
    "完成",
    "实现",
    "建成",
    "引进",
    "新引进",
    "带动",
    "开展",
    "处置",
    "查处",
    "没收",
    "罚款",
    "召开",
    "解决",
    "下达",
    "新签",
    "注吊销",
    "改造",
    "整治",
    "收储",
    "摘牌",
    "挂出",
    "批准",
    "创造",
    "减免",
    "争取",
    "安排",
    "办结",
    "受理",
    "成交",
    "签约",
    "投产",
    "开工",
    "动工",
    "置换",
    "腾出",
    "清理",
    "消化",
    "核减",
    "补充",
    "移送",
    "立案",
];

pub(super) fn starts_with_verb(lead: &str) -> bool {
    const LABELS: &[&str] = &[
        "成交价",
        "成交面积",
        "成交宗数",
        "成交总价",
        "成交额",
        "出让面积",
        "出让价款",
        "建筑面积",
        "用地面积",
        "计划总投资",
        "计划投资",
        "签约面积",
        "摘牌面积",
        "完成投资",
        "实现产值",
    ];
    if LABELS.iter().any(|label| lead.starts_with(label)) {
        return false;
    }
    let lead = lead.trim_start_matches(['已', '拟', '共', '再', '新']);
    VERBS.iter().any(|verb| {
        // 成交金额, 出让面积: the name of a measure.
        lead.strip_prefix(verb).is_some_and(|rest| {
            ![
                "金额", "面积", "价款", "总价", "均价", "宗数", "额", "量", "总额", "单价", "价",
            ]
            .iter()
            .any(|label| rest.starts_with(label))
        })
    })
}

/// Where 中 ends the name of a whole, in words that go on.
pub(super) fn amid(text: &str) -> Option<usize> {
    const OTHERS: &[&str] = &[
        "其中", "中心", "集中", "中国", "中小", "中型", "中央", "中标", "中介", "中部", "中期",
        "高中", "中等", "中低", "中高", "中级", "中学", "中转", "中试", "中共", "中断", "中止",
        "中旬", "中间",
    ];
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find('中')) {
        let start = from.saturating_add(at);
        let end = start.saturating_add('中'.len_utf8());
        let around_from = text
            .get(..start)
            .and_then(|before| before.char_indices().next_back())
            .map_or(start, |(at, _)| at);
        let around = text.get(around_from..).unwrap_or_default();
        let first_two: String = around.chars().take(3).collect();
        let is_other = OTHERS.iter().any(|other| first_two.contains(other));
        if !is_other && start > 0 {
            return Some(start);
        }
        from = end;
    }
    None
}

/// The name of a whole before its parts: 产业用地中.
fn topic_of(entry: &Entry) -> Option<String> {
    let pre = entry.last_pre();
    for end in ["当中", "之中", "中", "里"] {
        if let Some(name) = pre.strip_suffix(end)
            && !pre.ends_with("其中")
            && !name.is_empty()
        {
            return Some(name.to_string());
        }
    }
    let lead = entry.lead();
    let at = amid(lead)?;
    let name = lead.get(..at)?;
    (name.chars().count() >= 4).then(|| name.to_string())
}

/// 处置方式: 处置.
fn without_kind(name: &str) -> String {
    let mut rest = name;
    for end in ["方式", "类型", "结构", "情况", "来源", "的", "总量"] {
        rest = rest.strip_suffix(end).unwrap_or(rest);
    }
    rest.to_string()
}
