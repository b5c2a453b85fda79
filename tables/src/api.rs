//! Lists the public API of `standard-land` from the JSON of rustdoc.
//!
//! `cargo api` writes `tests/it/golden/public-api.txt`; `cargo api --check`
//! compares. A line that disappears is a breaking change. Items that are hidden
//! in the docs are not public, and not listed.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Where the list is, below the root of the repository.
pub const PATH: &str = "tests/it/golden/public-api.txt";

/// Traits that the compiler derives for its own use.
const INTERNAL: [&str; 1] = ["StructuralPartialEq"];

/// Asks rustdoc for the public items of the crate, with all features.
///
/// # Errors
///
/// When rustdoc fails or writes something else than it did.
pub fn list(root: &Path) -> Result<String, Box<dyn Error>> {
    // A directory of its own: the variable makes some build scripts run anew.
    let target = root.join("target/api");
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustdoc", "--quiet", "--package", "standard-land", "--lib"])
        .args(["--all-features", "--", "-Zunstable-options"])
        .args(["--output-format", "json"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTC_BOOTSTRAP", "1")
        .status()?;
    if !status.success() {
        return Err("rustdoc failed".into());
    }
    let json = std::fs::read_to_string(target.join("doc/standard_land.json"))?;
    render(&serde_json::from_str(&json)?)
}

/// One line for each public item, in order.
///
/// # Errors
///
/// When the JSON has no root module.
pub fn render(json: &Value) -> Result<String, Box<dyn Error>> {
    let index = json["index"].as_object().ok_or("no index")?;
    let mut api = Api {
        index: index.iter().map(|(id, item)| (id.clone(), item)).collect(),
        homes: BTreeMap::new(),
        lines: BTreeSet::new(),
    };
    let root = json["root"].to_string();
    let root = *api.index.get(&root).ok_or("no root")?;
    let items = ids(&root["inner"]["module"]["items"]);
    // What the root re-exports has its home in a module.
    for id in &items {
        if api.kind(id) == Some("module") {
            api.walk(id, "");
        }
    }
    for id in &items {
        if api.kind(id) != Some("module") {
            api.walk(id, "");
        }
    }
    let mut text = String::new();
    for line in &api.lines {
        text.push_str(line);
        text.push('\n');
    }
    Ok(text)
}

/// How many lines of a list begin with each word, most first.
#[must_use]
pub fn counts(list: &str) -> Vec<(usize, &str)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in list.lines() {
        let kind = line.split([' ', '<']).next().unwrap_or_default();
        *counts.entry(kind).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(kind, n)| (n, kind)).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    counts
}

struct Api<'a> {
    index: BTreeMap<String, &'a Value>,
    /// Where an item was found first.
    homes: BTreeMap<String, String>,
    lines: BTreeSet<String>,
}

fn ids(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(Value::to_string).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

impl<'a> Api<'a> {
    fn kind(&self, id: &str) -> Option<&'a str> {
        let inner = self.index.get(id)?["inner"].as_object()?;
        inner.keys().next().map(String::as_str)
    }

    /// Whether an item is one of this crate, and no other's.
    fn is_own(&self, id: &Value) -> bool {
        let item = self.index.get(&id.to_string());
        item.is_some_and(|item| item["crate_id"] == 0)
    }

    fn add(&mut self, line: String) {
        self.lines.insert(line);
    }

    /// Lists an item that stands in a module.
    fn walk(&mut self, id: &str, module: &str) {
        let (Some(item), Some(kind)) = (self.index.get(id).copied(), self.kind(id)) else {
            return;
        };
        let inner = &item["inner"][kind];
        let name = text(&item["name"]);
        if kind == "use" {
            let (name, target) = (text(&inner["name"]), inner["id"].to_string());
            match (self.homes.get(&target), self.index.contains_key(&target)) {
                (Some(home), _) => self.add(format!("use {} = {home}", join(module, name))),
                (None, true) => self.walk(&target, module),
                (None, false) => self.add(format!("use {}", join(module, name))),
            }
            return;
        }
        let path = join(module, name);
        self.homes.insert(id.to_owned(), path.clone());
        let open = match item["attrs"].to_string().contains("non_exhaustive") {
            true => " (non-exhaustive)",
            false => "",
        };
        match kind {
            // Texts only.
            "module" if name == "_documentation" => {}
            "module" => {
                self.add(format!("mod {path}"));
                for id in ids(&inner["items"]) {
                    self.walk(&id, &path);
                }
            }
            "struct" => {
                self.add(format!(
                    "struct {path}{}{open}",
                    generics(&inner["generics"])
                ));
                let plain = ids(&inner["kind"]["plain"]["fields"]);
                let tuple = ids(&inner["kind"]["tuple"]);
                for id in plain.iter().chain(&tuple) {
                    self.field(id, &path);
                }
                self.impls(&inner["impls"], &path);
            }
            "enum" => {
                self.add(format!("enum {path}{}{open}", generics(&inner["generics"])));
                for id in ids(&inner["variants"]) {
                    self.variant(&id, &path);
                }
                self.impls(&inner["impls"], &path);
            }
            "trait" => {
                let above = bounds(&inner["bounds"]);
                self.add(format!(
                    "trait {path}{}{above}",
                    generics(&inner["generics"])
                ));
                for id in ids(&inner["items"]) {
                    self.member(&id, &path);
                }
                for id in ids(&inner["implementations"]) {
                    self.implementation(&id, &path);
                }
            }
            "constant" => {
                self.add(format!("const {path}: {}", ty(&inner["type"])));
            }
            "function" => self.function(inner, &path),
            other => self.add(format!("{other} {path}")),
        }
    }

    fn field(&mut self, id: &str, path: &str) {
        if let Some(item) = self.index.get(id) {
            let line = format!(
                "field {path}.{}: {}",
                text(&item["name"]),
                ty(&item["inner"]["struct_field"])
            );
            self.add(line);
        }
    }

    fn variant(&mut self, id: &str, path: &str) {
        let Some(item) = self.index.get(id).copied() else {
            return;
        };
        let path = format!("{path}::{}", text(&item["name"]));
        let kind = &item["inner"]["variant"]["kind"];
        self.add(format!("variant {path}"));
        let fields = ids(&kind["struct"]["fields"]);
        for id in fields.iter().chain(&ids(&kind["tuple"])) {
            self.field(id, &path);
        }
    }

    fn impls(&mut self, list: &Value, path: &str) {
        for id in ids(list) {
            self.implementation(&id, path);
        }
    }

    /// An `impl`: its items if it is the type's own, else a line.
    fn implementation(&mut self, id: &str, path: &str) {
        let Some(item) = self.index.get(id).copied() else {
            return;
        };
        let inner = &item["inner"]["impl"];
        if inner["is_synthetic"] == true || !inner["blanket_impl"].is_null() {
            return;
        }
        if inner["trait"].is_null() {
            for id in ids(&inner["items"]) {
                self.member(&id, path);
            }
            return;
        }
        let name = resolved(&inner["trait"]);
        if !INTERNAL.contains(&name.as_str()) {
            let params = generics(&inner["generics"]);
            let of = &inner["for"];
            let own = &of["resolved_path"]["id"];
            // Types of two modules may share a name: the path tells them apart.
            let of = match self.homes.get(&own.to_string()) {
                Some(home) => {
                    let arguments = ty(of);
                    let start = arguments.find('<').unwrap_or(arguments.len());
                    format!("{home}{}", &arguments[start..])
                }
                None if !own.is_null() && self.is_own(own) => return,
                None => ty(of),
            };
            self.add(format!("impl{params} {name} for {of}"));
        }
    }

    /// A method or a constant of a type or a trait.
    fn member(&mut self, id: &str, path: &str) {
        let (Some(item), Some(kind)) = (self.index.get(id).copied(), self.kind(id)) else {
            return;
        };
        let inner = &item["inner"][kind];
        let path = format!("{path}::{}", text(&item["name"]));
        match kind {
            "function" => self.function(inner, &path),
            "assoc_const" => self.add(format!("const {path}: {}", ty(&inner["type"]))),
            "assoc_type" => self.add(format!("type {path}")),
            other => self.add(format!("{other} {path}")),
        }
    }

    fn function(&mut self, inner: &Value, path: &str) {
        let inputs = inner["sig"]["inputs"].as_array();
        let inputs = inputs.into_iter().flatten().map(|input| {
            match (text(&input[0]), ty(&input[1]).as_str()) {
                ("self", "Self") => "self".to_owned(),
                ("self", "&Self") => "&self".to_owned(),
                ("self", "&mut Self") => "&mut self".to_owned(),
                (name, ty) => format!("{name}: {ty}"),
            }
        });
        let inputs: Vec<String> = inputs.collect();
        let output = match &inner["sig"]["output"] {
            Value::Null => String::new(),
            output => format!(" -> {}", ty(output)),
        };
        let is_const = inner["header"]["is_const"] == true;
        let qualifier = if is_const { "const " } else { "" };
        let params = generics(&inner["generics"]);
        let inputs = inputs.join(", ");
        self.add(
            format!("fn {path}{params}({inputs}){output} {qualifier}")
                .trim_end()
                .to_owned(),
        );
    }
}

fn join(module: &str, name: &str) -> String {
    match module {
        "" => name.to_owned(),
        module => format!("{module}::{name}"),
    }
}

fn each(list: &Value, one: fn(&Value) -> String) -> Vec<String> {
    list.as_array().into_iter().flatten().map(one).collect()
}

/// `<T: Ord, const N: usize>`; what the compiler makes up is left out.
fn generics(generics: &Value) -> String {
    let params = generics["params"].as_array().into_iter().flatten();
    let params = params.filter(|param| param["kind"]["type"]["is_synthetic"] != true);
    let mut params: Vec<String> = params
        .map(|param| {
            let kind = &param["kind"];
            let name = text(&param["name"]);
            match kind.get("const") {
                Some(of) => format!("const {name}: {}", ty(&of["type"])),
                None => format!("{name}{}", bounds(&kind["type"]["bounds"])),
            }
        })
        .collect();
    let conditions = generics["where_predicates"].as_array();
    params.extend(conditions.into_iter().flatten().map(|condition| {
        let bound = &condition["bound_predicate"];
        format!("{}{}", ty(&bound["type"]), bounds(&bound["bounds"]))
    }));
    match params.is_empty() {
        true => String::new(),
        false => format!("<{}>", params.join(", ")),
    }
}

/// `: Ord + Clone`, or nothing.
fn bounds(list: &Value) -> String {
    let all = each(list, bound);
    match all.is_empty() {
        true => String::new(),
        false => format!(": {}", all.join(" + ")),
    }
}

fn bound(bound: &Value) -> String {
    if let Some(of) = bound.get("trait_bound") {
        let modifier = if of["modifier"] == "maybe" { "?" } else { "" };
        return format!("{modifier}{}", resolved(&of["trait"]));
    }
    match bound.get("outlives") {
        Some(lifetime) => text(lifetime).to_owned(),
        None => "use<…>".to_owned(),
    }
}

/// A path with its arguments: `Result<Percent, RatioError>`.
fn resolved(path: &Value) -> String {
    let name = text(&path["path"]);
    let name = name.rsplit("::").next().unwrap_or_default();
    let args = &path["args"];
    if let Some(call) = args.get("parenthesized") {
        let output = match &call["output"] {
            Value::Null => String::new(),
            output => format!(" -> {}", ty(output)),
        };
        return format!("{name}({}){output}", each(&call["inputs"], ty).join(", "));
    }
    let angle = &args["angle_bracketed"];
    let mut all = each(&angle["args"], |arg| {
        if let Some(of) = arg.get("type") {
            return ty(of);
        }
        match (arg.get("lifetime"), arg.get("const")) {
            (Some(lifetime), _) => text(lifetime).to_owned(),
            (None, Some(of)) => text(&of["expr"]).to_owned(),
            (None, None) => "_".to_owned(),
        }
    });
    all.extend(each(&angle["constraints"], |constraint| {
        let name = text(&constraint["name"]);
        match constraint["binding"].get("equality") {
            Some(equal) => format!("{name} = {}", ty(&equal["type"])),
            None => format!("{name}{}", bounds(&constraint["binding"]["constraint"])),
        }
    }));
    match all.is_empty() {
        true => name.to_owned(),
        false => format!("{name}<{}>", all.join(", ")),
    }
}

/// A type as it is written.
fn ty(of: &Value) -> String {
    let Some((kind, inner)) = of.as_object().and_then(|of| of.iter().next()) else {
        return text(of).to_owned();
    };
    match kind.as_str() {
        "resolved_path" => resolved(inner),
        "generic" | "primitive" => text(inner).to_owned(),
        "borrowed_ref" => {
            let lifetime = match text(&inner["lifetime"]) {
                "" => String::new(),
                name => format!("{name} "),
            };
            let mutable = if inner["is_mutable"] == true {
                "mut "
            } else {
                ""
            };
            format!("&{lifetime}{mutable}{}", ty(&inner["type"]))
        }
        "tuple" => format!("({})", each(inner, ty).join(", ")),
        "slice" => format!("[{}]", ty(inner)),
        "array" => format!("[{}; {}]", ty(&inner["type"]), text(&inner["len"])),
        "impl_trait" => format!("impl {}", each(inner, bound).join(" + ")),
        "dyn_trait" => {
            let traits = each(&inner["traits"], |of| resolved(&of["trait"]));
            format!("dyn {}", traits.join(" + "))
        }
        "qualified_path" => {
            let name = text(&inner["name"]);
            let of = ty(&inner["self_type"]);
            match inner["trait"].is_null() {
                true => format!("{of}::{name}"),
                false => format!("<{of} as {}>::{name}", resolved(&inner["trait"])),
            }
        }
        "function_pointer" => {
            let inputs = each(&inner["sig"]["inputs"], |input| ty(&input[1]));
            let output = match &inner["sig"]["output"] {
                Value::Null => String::new(),
                output => format!(" -> {}", ty(output)),
            };
            format!("fn({}){output}", inputs.join(", "))
        }
        other => other.to_owned(),
    }
}
