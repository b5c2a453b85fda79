//! Which module uses which: no circles, and the order that
//! `ARCHITECTURE.md` lists.
//!
//! A file uses the file that *defines* what it names. `super::X` and
//! `crate::a::X` are followed through the imports and re-exports of the files
//! in between. A front page (`mod.rs`, `lib.rs`) that lists and re-exports its
//! own children does not use them by that; other paths in it count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const ARCHITECTURE: &str = include_str!("../../ARCHITECTURE.md");
const LIB: &str = include_str!("../../src/lib.rs");

type Name = Vec<String>;

/// One file, and what it says of others.
#[derive(Debug, Default)]
struct File {
    module: Name,
    /// What is imported at the top level, by the name that it has here.
    imports: BTreeMap<String, Name>,
    /// Every path in it that begins in this crate.
    paths: BTreeSet<Name>,
}

/// All files of a crate, by their paths below `src`.
#[derive(Debug)]
struct Crate {
    files: BTreeMap<String, File>,
    by_module: BTreeMap<Name, String>,
}

type Edges = BTreeMap<String, BTreeSet<String>>;

/// Names, `::`, and marks; no comments, and of strings only paths in them,
/// as in `#[serde(with = "crate::exact::Count")]`.
fn tokens(text: &str) -> Vec<String> {
    let is_name = |found: char| found.is_alphanumeric() || found == '_';
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let behind = |end: &str| rest.split_once(end).unwrap().1;
        rest = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, behind)| behind)
        } else if rest.starts_with("/*") {
            behind("*/")
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.split_once("\"#").unwrap().1
        } else if let Some(raw) = rest.strip_prefix("r\"") {
            raw.split_once('"').unwrap().1
        } else if let Some(string) = rest.strip_prefix('"') {
            let mut escaped = false;
            let end = string.find(|found: char| {
                let ends = found == '"' && !escaped;
                escaped = found == '\\' && !escaped;
                ends
            });
            let (inside, behind) = string.split_at(end.unwrap());
            if inside.starts_with("crate::") {
                found.extend(tokens(inside));
            }
            behind.strip_prefix('"').unwrap()
        } else if let Some(quoted) = rest.strip_prefix('\'') {
            // A character, or a lifetime.
            let mut chars = quoted.chars();
            match (chars.next(), chars.next()) {
                (Some('\\'), _) => chars.as_str().split_once('\'').unwrap().1,
                (_, Some('\'')) => chars.as_str(),
                _ => quoted,
            }
        } else if is_name(first) {
            let end = rest.find(|found| !is_name(found)).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            found.push(name.to_owned());
            behind
        } else if let Some(behind) = rest.strip_prefix("::") {
            found.push("::".to_owned());
            behind
        } else {
            if !first.is_whitespace() {
                found.push(first.to_string());
            }
            let mut chars = rest.chars();
            chars.next();
            chars.as_str()
        };
    }
    found
}

/// Reads one `use` tree from its first token on: paths, and the names they get.
fn use_tree<'a>(tokens: &mut &'a [String], before: &[&'a str], leaves: &mut Vec<(Name, String)>) {
    let mut path = before.to_vec();
    let mut renamed = None;
    while let [first, rest @ ..] = *tokens {
        match first.as_str() {
            "," | "}" | ";" => break,
            "{" => {
                *tokens = rest;
                loop {
                    use_tree(tokens, &path, leaves);
                    let (end, rest) = tokens.split_first().unwrap();
                    *tokens = rest;
                    if end == "}" {
                        return;
                    }
                }
            }
            "::" | "$" => {}
            "as" => renamed = rest.first(),
            name if renamed.is_none() => path.push(name),
            _ => {}
        }
        *tokens = rest;
    }
    if path.len() == before.len() {
        // Behind the last comma in braces there is nothing.
        return;
    }
    // `a::{self}` is `a`, and `a::*` all of it.
    if path.len() > 1 && matches!(path.last(), Some(&"self" | &"*")) {
        path.pop();
    }
    let name = renamed.map_or(path.last().copied().unwrap_or_default(), String::as_str);
    leaves.push((
        path.iter().copied().map(String::from).collect(),
        name.to_owned(),
    ));
}

impl File {
    /// A path as written in a scope of this file, from the root of the crate.
    fn absolute(&self, written: &[String], scope: &[String], all: &BTreeSet<Name>) -> Option<Name> {
        let (first, mut rest) = written.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Name::new(),
            "self" => scope.to_vec(),
            "super" => {
                let mut at = scope.to_vec();
                at.pop();
                while let [first, more @ ..] = rest
                    && first == "super"
                {
                    at.pop();
                    rest = more;
                }
                at
            }
            name => {
                let mut child = self.module.clone();
                child.push(name.to_owned());
                if all.contains(&child) {
                    child
                } else {
                    self.imports.get(name)?.clone()
                }
            }
        };
        at.extend(rest.iter().cloned());
        Some(at)
    }

    fn read(module: Name, text: &str, all: &BTreeSet<Name>) -> Self {
        let tokens = tokens(text);
        let mut file = Self {
            module,
            ..Self::default()
        };
        let mut scope = file.module.clone();
        // For every brace that is open: whether it is that of a module.
        let mut open: Vec<bool> = Vec::new();
        let mut is_module = false;
        let mut rest = tokens.as_slice();
        let mut written: Vec<(Name, Name)> = Vec::new();
        let mut before: &str = ";";
        while let Some((first, after)) = rest.split_first() {
            let next = |place: usize| after.get(place).map_or("", String::as_str);
            match first.as_str() {
                "mod" if next(1) == "{" => {
                    scope.push(next(0).to_owned());
                    is_module = true;
                }
                "{" => open.push(core::mem::take(&mut is_module)),
                "}" if open.pop() == Some(true) => {
                    scope.pop();
                }
                // `use` begins a statement; in `impl Trait + use<'a>` it does not.
                "use" if next(0) != "<" => {
                    let shown = matches!(before, "pub" | ")");
                    let is_top = !open.contains(&true);
                    let mut tree = after;
                    let mut leaves = Vec::new();
                    use_tree(&mut tree, &[], &mut leaves);
                    for (path, name) in leaves {
                        let Some(path) = file.absolute(&path, &scope, all) else {
                            continue;
                        };
                        if is_top {
                            file.imports.insert(name, path.clone());
                        }
                        let is_own = path.starts_with(&file.module);
                        if !(shown && is_own && is_top) {
                            file.paths.insert(path);
                        }
                    }
                    rest = tree;
                    before = ";";
                    continue;
                }
                name if next(0) == "::" && before != "::" => {
                    let mut path = vec![name.to_owned()];
                    let mut more = after;
                    while let [colons, name, others @ ..] = more
                        && colons == "::"
                        && name.starts_with(|first: char| first.is_alphabetic() || first == '_')
                    {
                        path.push(name.clone());
                        more = others;
                    }
                    written.push((path, scope.clone()));
                }
                _ => {}
            }
            before = first;
            rest = after;
        }
        // Imports may stand below what uses them.
        let paths = written
            .iter()
            .filter_map(|(path, scope)| file.absolute(path, scope, all));
        let paths: Vec<Name> = paths.collect();
        file.paths.extend(paths);
        file
    }
}

impl Crate {
    fn of<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let module = |path: &str| -> Name {
            let path = path.trim_end_matches(".rs");
            let path = path.trim_end_matches("lib").trim_end_matches("/mod");
            let names = path.split('/').filter(|name| !name.is_empty());
            names.map(String::from).collect()
        };
        let sources: Vec<(&str, &str)> = sources.into_iter().collect();
        let all: BTreeSet<Name> = sources.iter().map(|(path, _)| module(path)).collect();
        let files = sources.iter().map(|(path, text)| {
            let file = File::read(module(path), text, &all);
            ((*path).to_owned(), file)
        });
        let files: BTreeMap<String, File> = files.collect();
        let by_module = files
            .iter()
            .map(|(path, file)| (file.module.clone(), path.clone()))
            .collect();
        Self { files, by_module }
    }

    /// This crate.
    fn here() -> Self {
        fn read(folder: &Path, root: &Path, sources: &mut Vec<(String, String)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    read(&path, root, sources);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                    let name = name.replace('\\', "/");
                    sources.push((name, fs::read_to_string(&path).unwrap()));
                }
            }
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut sources = Vec::new();
        read(&root, &root, &mut sources);
        let sources = sources.iter();
        Self::of(sources.map(|(path, text)| (path.as_str(), text.as_str())))
    }

    /// The file that defines what a path names.
    fn defining(&self, path: &[String], steps: u8) -> &str {
        let mut module = Name::new();
        for (place, name) in path.iter().enumerate() {
            let file = &self.by_module[&module];
            module.push(name.clone());
            if self.by_module.contains_key(&module) {
                continue;
            }
            return match (self.files[file].imports.get(name), steps.checked_sub(1)) {
                (Some(import), Some(steps)) => {
                    let rest = path.iter().skip(place).skip(1);
                    let path: Name = import.iter().chain(rest).cloned().collect();
                    self.defining(&path, steps)
                }
                _ => file,
            };
        }
        &self.by_module[&module]
    }

    /// Which file uses which other.
    fn uses(&self) -> Edges {
        let uses = |(path, file): (&String, &File)| {
            let used = file.paths.iter().map(|used| self.defining(used, 9));
            let others = used.filter(|used| used != path);
            let others = others.map(String::from);
            (path.clone(), others.collect())
        };
        self.files.iter().map(uses).collect()
    }

    /// Which module of the first level uses which other.
    fn module_uses(&self) -> Edges {
        let module = |path: &str| -> String {
            let first = path.split('/').next().unwrap_or_default();
            first.trim_end_matches(".rs").to_owned()
        };
        let mut edges = Edges::new();
        for (from, used) in self.uses() {
            let from = module(&from);
            let others = used.iter().map(|used| module(used));
            let others: BTreeSet<String> = others.filter(|used| *used != from).collect();
            edges.entry(from).or_default().extend(others);
        }
        edges
    }
}

/// Everything that can be reached from a node, by one step or more.
fn reached(edges: &Edges, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(node) = open.pop() {
        for used in edges.get(&node).into_iter().flatten() {
            if found.insert(used.clone()) {
                open.push(used.clone());
            }
        }
    }
    found
}

/// Every circle, as the edges between those that reach each other.
fn circles(edges: &Edges) -> Vec<Vec<String>> {
    let reach: BTreeMap<&str, BTreeSet<String>> = edges
        .keys()
        .map(|node| (node.as_str(), reached(edges, node)))
        .collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut circles = Vec::new();
    for node in edges.keys() {
        if !reach[node.as_str()].contains(node) || !seen.insert(node) {
            continue;
        }
        let together: BTreeSet<&str> = edges
            .keys()
            .map(String::as_str)
            .filter(|other| reach[node.as_str()].contains(*other) && reach[other].contains(node))
            .collect();
        seen.extend(&together);
        let mut between = Vec::new();
        for from in &together {
            for to in edges[*from]
                .iter()
                .filter(|to| together.contains(to.as_str()))
            {
                between.push(format!("{from} -> {to}"));
            }
        }
        circles.push(between);
    }
    circles
}

/// Modules in the order of the table of `ARCHITECTURE.md`.
fn listed() -> Vec<&'static str> {
    let (_, table) = ARCHITECTURE.split_once("| module | holds |").unwrap();
    let rows = table.lines().skip(2).take_while(|row| row.starts_with('|'));
    rows.map(|row| row.split('`').nth(1).unwrap()).collect()
}

#[test]
fn no_circle_of_modules() {
    let circles = circles(&Crate::here().module_uses());
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_circle_of_files() {
    let circles = circles(&Crate::here().uses());
    assert!(
        circles.is_empty(),
        "{} circles: {circles:#?}",
        circles.len()
    );
}

#[test]
fn each_module_uses_only_those_above_it() {
    let order = listed();
    let place = |module: &str| order.iter().position(|listed| *listed == module);
    let mut below = Vec::new();
    for (from, used) in Crate::here().module_uses() {
        for to in used {
            if let (Some(at), Some(above)) = (place(&from), place(&to))
                && above > at
            {
                below.push(format!("{from} -> {to}"));
            }
        }
    }
    assert!(below.is_empty(), "{below:#?}");
    let modules: Vec<&str> = LIB
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(order, modules);
}

/// What a made-up crate says, as `from -> to`.
fn said(sources: &[(&str, &str)]) -> Vec<String> {
    let uses = Crate::of(sources.iter().copied()).uses();
    let pairs = uses.iter().flat_map(|(from, used)| {
        let one = move |to: &String| format!("{from} -> {to}");
        used.iter().map(one)
    });
    pairs.collect()
}

#[test]
fn paths_lead_to_the_file_that_defines() {
    let front =
        "mod deep;\nmod other;\npub use deep::{Deep, more::More};\npub(crate) use other::Other;\n";
    let crate_of = |text| {
        said(&[
            ("lib.rs", "pub mod a;\nmod b;\npub use a::Deep;"),
            ("a/mod.rs", front),
            ("a/deep.rs", "pub mod more;"),
            ("a/deep/more.rs", ""),
            ("a/other.rs", ""),
            ("b.rs", text),
        ])
    };
    let none: [&str; 0] = [];
    for (text, used) in [
        ("use crate::a::Deep;", &["a/deep.rs"][..]),
        ("use crate::Deep;", &["a/deep.rs"]),
        (
            "use crate::a::{Deep as D, Other};",
            &["a/deep.rs", "a/other.rs"],
        ),
        (
            "use crate::{a::{More, deep::{self}}};",
            &["a/deep.rs", "a/deep/more.rs"],
        ),
        (
            "use crate::a::deep::{self};\nfn f() { deep::more::f() }",
            &["a/deep.rs", "a/deep/more.rs"],
        ),
        ("use super::a::*;", &["a/mod.rs"]),
        ("fn f() { crate::a::Deep::new() }", &["a/deep.rs"]),
        (
            "use crate::a;\nfn f() { a::Other::new() }",
            &["a/mod.rs", "a/other.rs"],
        ),
        ("mod inner { use super::super::a::Other; }", &["a/other.rs"]),
        (
            "mod inner { use super::Here; } use crate::a::Deep;",
            &["a/deep.rs"],
        ),
        (
            "#[serde(with = \"crate::a::other\")] struct S;",
            &["a/other.rs"],
        ),
        (
            "macro_rules! m { () => { $crate::a::Deep::new() } }",
            &["a/deep.rs"],
        ),
        ("// use crate::a::Deep;\n/* use crate::a::Deep; */", &none),
        ("const T: &str = \"use crate::a::Deep;\";", &none),
        (
            "const T: char = '\"'; use crate::a::Deep; const U: char = '\"';",
            &["a/deep.rs"],
        ),
        ("use core::a::Deep; use other::Other;", &none),
    ] {
        let expected: Vec<String> = used.iter().map(|to| format!("b.rs -> {to}")).collect();
        assert_eq!(crate_of(text), expected, "{text}");
    }
}

#[test]
fn front_pages_use_what_their_own_code_names() {
    let of = |front, child| {
        said(&[
            ("lib.rs", "mod a;"),
            ("a/mod.rs", front),
            ("a/child.rs", child),
        ])
    };
    let front = "mod child;\npub use child::Child;\n";
    assert_eq!(of(front, "use super::Error;"), ["a/child.rs -> a/mod.rs"]);
    assert_eq!(of(front, "use super::Child;"), [""; 0]);
    let used = "mod child;\nuse child::Child;\nfn f() {}";
    assert_eq!(of(used, ""), ["a/mod.rs -> a/child.rs"]);
    let called = "mod child;\nfn f() { child::f() }";
    assert_eq!(of(called, ""), ["a/mod.rs -> a/child.rs"]);
}

#[test]
fn circles_are_found() {
    let edges = |pairs: &[(&str, &str)]| {
        let mut edges = Edges::new();
        for (from, to) in pairs {
            edges.entry((*to).to_owned()).or_default();
            let used = edges.entry((*from).to_owned()).or_default();
            used.insert((*to).to_owned());
        }
        edges
    };
    let straight = [("a", "b"), ("b", "c"), ("a", "c")];
    assert_eq!(circles(&edges(&straight)), [[""; 0]; 0]);
    let round = [
        ("a", "b"),
        ("b", "c"),
        ("c", "b"),
        ("c", "d"),
        ("d", "a"),
        ("e", "a"),
    ];
    let all = ["a -> b", "b -> c", "c -> b", "c -> d", "d -> a"];
    assert_eq!(circles(&edges(&round)), [all]);
    let two = [("a", "b"), ("b", "a"), ("a", "c"), ("c", "d"), ("d", "c")];
    assert_eq!(
        circles(&edges(&two)),
        [["a -> b", "b -> a"], ["c -> d", "d -> c"]]
    );
}
