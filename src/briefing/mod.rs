//! What a Chinese briefing claims of its figures.

mod changes;
mod context;
mod figure;
mod fold;
mod means;
mod measure;
mod mention;
mod name;
mod number;
mod question;
mod reader;
mod rule;
mod scan;
mod shares;
mod slots;
mod sums;
mod tail;
mod words;

pub use context::{Context, ContextKind};
pub use figure::{Figure, Position, Reason};
pub use rule::Rule;

/// debug
pub fn dump(text: &str) -> alloc::string::String {
    use core::fmt::Write as _;
    let mut s = scan::Scanner::read(text);
    scan::share_units(&mut s.mentions);
    let mut out = alloc::string::String::new();
    for (i, m) in s.mentions.iter().enumerate() {
        let sp = m.figure.span;
        let _ = writeln!(out, "  {i} [{}] {:?} {:?} s{} c{} d{} in{:?} pre[{}] lead[{}] tail[{}] {:?}", &text[sp.start..sp.end], m.like, m.join, m.sentence, m.clause, m.depth, m.inside, m.pre, m.lead, m.tail, m.figure.value.map(|v| alloc::string::ToString::to_string(&v)));
    }
    for c in &s.context { let _ = writeln!(out, "  ctx [{}] {:?}", &text[c.span.start..c.span.end], c.kind); }
    out
}

/// debug
pub fn spans(text: &str) -> (alloc::vec::Vec<(usize,usize,alloc::string::String)>, alloc::vec::Vec<(usize,usize)>) {
    let mut s = scan::Scanner::read(text);
    scan::share_units(&mut s.mentions);
    (s.mentions.iter().map(|m| (m.figure.span.start, m.figure.span.end, alloc::format!("{:?}", m.figure.value.err()))).collect(), s.context.iter().map(|c| (c.span.start,c.span.end)).collect())
}

/// debug
pub struct Out { pub kind: &'static str, pub rule: &'static str, pub outcome: &'static str, pub form: Option<&'static str>, pub result: (usize,usize), pub ops: alloc::vec::Vec<(usize,usize)>, pub voice: alloc::string::String }
/// debug
pub fn outs(text: &str) -> (alloc::vec::Vec<Out>, alloc::vec::Vec<(&'static str,(usize,usize),alloc::vec::Vec<(usize,usize)>)>, alloc::string::String) {
    use question::*;
    use crate::audit::Outcome;
    let mut s = scan::Scanner::read(text);
    scan::share_units(&mut s.mentions);
    let entries = slots::entries(s.mentions);
    let Some(r) = reader::Reader::read(entries, s.headings) else { return Default::default() };
    let mut outs = alloc::vec::Vec::new();
    let mut dbg = alloc::string::String::new();
    for (i,e) in r.entries.iter().enumerate() { dbg.push_str(&alloc::format!("  {i} [{}] {:?} own[{}] base[{}] {:?} sum{:?} to{} way{:?} par{:?} pre[{}] lead[{}] tail[{}] {:?}\n", &text[e.mention.figure.span.start..e.mention.figure.span.end], e.role, e.own, e.base, e.period, e.sum, e.is_to, e.way, e.parents, e.mention.pre, e.mention.lead, e.mention.tail, e.mention.join)); }
    let kn = |k: Kind| match k { Kind::Part=>"part", Kind::Share=>"share", Kind::Rate=>"rate", Kind::Sum=>"sum", Kind::Difference=>"difference", Kind::Growth=>"growth", Kind::Points=>"points", Kind::Multiple=>"multiple", Kind::Mean=>"mean", Kind::Conversion=>"conversion", Kind::Comparison=>"comparison" };
    let sp = |i: usize| { let s = r.at(i).mention.figure.span; (s.start, s.end) };
    let mut open: alloc::vec::Vec<_> = r.lacking.iter().map(|l| (l.kind, l.result, l.with.clone())).collect();
    let mut answered = alloc::vec::Vec::new();
    for q in &r.questions {
        let mut best: Option<(Outcome, &Reading)> = None;
        let mut n = 0; let mut best_rank = 9;
        let mut first: Option<&Reading> = None;
        for rd in &q.readings {
            let Some(rank) = rank(&r.entries, q, rd) else { continue };
            if rd.is_weak && rank > 0 { continue; }
            if !rd.is_weak { n += 1; }
            if first.is_none() && !rd.is_weak { first = Some(rd); }
            let o = match rank { 0 | 1 => Outcome::Consistent, 2 => Outcome::IfRounded, _ => Outcome::Impossible };
            if rank < 3 && best_rank > rank { best_rank = rank; best = Some((o, rd)); }
        }
        dbg.push_str(&alloc::format!("  Q {:?} {:?} {} {:?} {:?} best {:?}\n", q.kind, q.rule, q.result, q.voice, q.readings.iter().map(|r| r.operands.clone()).collect::<alloc::vec::Vec<_>>(), best.as_ref().map(|b| (b.0, &b.1.operands))));
        let (o, rd) = match (best, first) {
            (Some((Outcome::Consistent, rd)), _) => ("consistent", rd),
            (Some((_, rd)), _) if q.voice != Voice::Quiet => ("if-rounded", rd),
            (Some((_, rd)), _) if n == 1 && matches!(q.kind, Kind::Growth | Kind::Share | Kind::Rate | Kind::Mean) => ("if-rounded", rd),
            (None, Some(rd)) if q.voice == Voice::Loud && n == 1 => ("impossible", rd),
            (None, Some(rd)) if q.voice != Voice::Quiet => ("unexplained", rd),
            _ => continue,
        };
        answered.push((q.kind, q.result));
        outs.push(Out { kind: kn(q.kind), rule: q.rule.code(), outcome: o, form: match rd.form { Form::Increment => Some("increment"), Form::OfSum => Some("of-sum"), Form::Hundred => Some("100%"), _ => None }, result: sp(q.result), ops: rd.operands.iter().map(|i| sp(*i)).collect(), voice: alloc::format!("{:?}", q.voice) });
    }
    open.retain(|(k,res,_)| !matches!(k, Kind::Share|Kind::Rate) || !answered.iter().any(|(a,b)| matches!(a, Kind::Share|Kind::Rate) && b==res));
    let used: alloc::vec::Vec<usize> = r.questions.iter().filter(|q| q.kind == Kind::Points).flat_map(|q| q.readings.iter().flat_map(|r| r.operands.clone())).collect();
    open.retain(|(_,res,w)| !(w.is_empty() && used.contains(res)));
    let open = open.into_iter().map(|(k,res,w)| (kn(k), sp(res), w.into_iter().map(sp).collect())).collect();
    (outs, open, dbg)
}
