//! Brackets: second forms, and parts beside parts; what is new in a stock.

use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::{Join, Like};
use super::question::{Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{content, has};

impl Reader {
    /// Amounts in brackets, and 合, 折合: the same in another unit.
    pub(super) fn conversions(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            if entry.mention.value().is_none() {
                continue;
            }
            let of = if entry.mention.depth > 0 {
                entry.mention.inside
            } else {
                self.previous(place).filter(|previous| {
                    self.at(*previous).mention.depth == entry.mention.depth
                        && self.same_sentence(*previous, place)
                        && matches!(entry.mention.join, Join::Comma | Join::Figure | Join::Pause)
                })
            };
            let Some(of) = of else { continue };
            let other = self.at(of);
            let lead = entry.lead().trim_end_matches(['约', '为']);
            let says = matches!(
                lead,
                "合" | "折合" | "约合" | "即" | "相当于" | "折" | "合计" | "也就是" | "大约合"
            );
            let is_bare = lead.is_empty() && entry.mention.depth > 0;
            let (Some(a), Some(b)) = (entry.mention.value(), other.mention.value()) else {
                continue;
            };
            let is_same = entry.like() == other.like()
                && matches!(entry.like(), Like::Area | Like::Money)
                && (a.unit() != b.unit() || says && entry.measure_differs(other));
            if !is_same || !(says && lead != "合计" || is_bare) || entry.mention.depth == 0 && !says
            {
                continue;
            }
            let first_in_bracket = entry.mention.join == Join::Open || entry.mention.depth == 0;
            if !first_in_bracket && !says {
                continue;
            }
            {
                self.ask(Question {
                    rule: Rule::Conversion,
                    kind: Kind::Conversion,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::of(&[of])],
                    voice: if says || is_bare {
                        Voice::Loud
                    } else {
                        Voice::Soft
                    },
                });
                if let Some(entry) = self.entries.get_mut(place) {
                    // A second form is not an amount of its own.
                    entry.role = Role::Limit;
                    entry.is_second_form = true;
                }
            }
        }
    }

    /// 35宗（980亩），已开发21宗（609亩）: brackets of a whole and its part.
    pub(super) fn bracket_parts(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            let Some(part) = entry.mention.inside else {
                continue;
            };
            let is_bare =
                content(entry.lead()).is_empty() && entry.is_level() || entry.role == Role::Limit;
            if !is_bare || !entry.like().is_amount() || entry.mention.value().is_none() {
                continue;
            }
            let like = entry.like();
            let of_share = self.at(part).share_of;
            let wholes: Vec<usize> = self
                .at(part)
                .parents
                .iter()
                .chain(of_share.iter())
                .filter_map(|whole| {
                    self.behind(*whole).take(3).find(|at| {
                        self.at(*at).mention.inside == Some(*whole)
                            && self.at(*at).like() == like
                            && content(self.at(*at).lead()).is_empty()
                    })
                })
                .collect();
            let readings = wholes.iter().map(|whole| Reading::of(&[*whole])).collect();
            self.ask(Question {
                rule: Rule::Bracketed,
                kind: Kind::Part,
                result: place,
                way: None,
                readings,
                voice: Voice::Quiet,
            });
        }
    }

    /// 新入驻14家，现有386家: what is new is part of the stock.
    pub(super) fn stocks(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            let is_stock = self.is_level(place)
                && entry.like().is_amount()
                && has(
                    entry.lead(),
                    &["现有", "累计", "实有", "共有", "增至", "总量"],
                );
            if !is_stock {
                continue;
            }
            let like = entry.like();
            let news: Vec<usize> = self
                .before(place)
                .filter(|at| {
                    let other = self.at(*at);
                    self.same_sentence(*at, place)
                        && self.is_level(*at)
                        && other.like() == like
                        && !other.is_part
                        && has(other.lead(), &["新", "改造"])
                        && !self.are_stages(place, &[*at])
                })
                .take(3)
                .collect();
            for new in news {
                self.ask(Question {
                    rule: Rule::Stock,
                    kind: Kind::Part,
                    result: new,
                    way: None,
                    readings: alloc::vec![Reading::of(&[place])],
                    voice: Voice::Quiet,
                });
            }
        }
    }
}
