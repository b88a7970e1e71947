//! Which construct of which resource type: what the arguments name, or why they name nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use codegen::Model;
use codegen::emit::start::TAKEN_NAMES;
use codegen::model::{Resource, Service};
use codegen::naming::{snake_case, type_case};

use crate::codegen::nearest;

/// A service of the specification, and a resource type of it.
pub(super) struct Choice<'a> {
    pub(super) service: &'a Service,
    pub(super) resource: &'a Resource,
}

pub(super) fn choose<'a>(
    model: &'a Model,
    root: &Path,
    service: &str,
    name: &str,
    resource: &str,
) -> Result<Choice<'a>> {
    let service = find_service(model, service)?;
    check_form(name)?;
    let is_wanted = |known: &&Resource| known.name.eq_ignore_ascii_case(resource);
    let Some(found) = service.resources.iter().find(is_wanted) else {
        let nearest = nearest(resource, service.resources.iter().map(|known| known.name.as_str())).join(", ");
        bail!(
            "`{}` has no resource type `{resource}`; the nearest names are {nearest} \
             (`--resource` names it, if the construct is called otherwise)",
            service.namespace
        )
    };
    if TAKEN_NAMES.contains(&name) {
        bail!(
            "`{name}` is a name of `aws-cdk-core`; choose another, such as `{}{name}`, with `--resource {}`",
            service.name,
            found.name
        );
    }
    let source = root.join("crates").join(service.name.to_ascii_lowercase()).join("src");
    if let Some(file) = file_of(&source, name)? {
        let file = file.strip_prefix(root).unwrap_or(&file).display();
        bail!("`{name}` exists already, in {file}; {}", without_construct(service, &source)?);
    }
    Ok(Choice { service, resource: found })
}

fn find_service<'a>(model: &'a Model, wanted: &str) -> Result<&'a Service> {
    let is_wanted =
        |known: &&Service| known.name.eq_ignore_ascii_case(wanted) || known.namespace.eq_ignore_ascii_case(wanted);
    let found = model.services.values().find(is_wanted);
    found.with_context(|| {
        let nearest = nearest(wanted, model.services.keys().map(String::as_str));
        format!("the specification has no service `{wanted}`; the nearest names are {}", nearest.join(", "))
    })
}

/// Names of constructs are Rust types without what belongs to the names of others.
fn check_form(name: &str) -> Result<()> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
    let refuse = |why: &str, instead: &str| -> Result<()> {
        ensure!(!instead.is_empty(), "`{name}` is not the name of a construct: {why}");
        bail!("`{name}` is not the name of a construct: {why}; write `{instead}`")
    };
    if let Some(wrong) = name.chars().find(|letter| !is_letter(*letter)) {
        let words: String = name.split(|letter| !is_letter(letter)).map(type_case).collect();
        return refuse(&format!("it has the character `{wrong}`"), &words);
    }
    match name.chars().next() {
        None => return refuse("it is empty", ""),
        Some(first) if first.is_ascii_digit() => return refuse("it begins with a digit", ""),
        Some(first) if first.is_ascii_lowercase() => {
            return refuse("it begins with a small letter", &type_case(name));
        }
        Some(_) => {}
    }
    if let Some(rest) = name.strip_prefix("Cfn") {
        return refuse("`Cfn` begins the names of L1 constructs", rest);
    }
    if let Some(rest) = name.strip_suffix("Builder").filter(|rest| !rest.is_empty()) {
        return refuse(&format!("`{name}` is the builder of a `{rest}`"), rest);
    }
    if let Some(rest) = name.strip_suffix("Property") {
        return refuse("`Property` ends the names of property types", rest);
    }
    Ok(())
}

/// The file below a folder that has a type of this name, or is the module that it would be in.
fn file_of(folder: &Path, name: &str) -> Result<Option<PathBuf>> {
    let module = snake_case(name);
    for path in entries(folder)? {
        if path.is_dir() {
            if let Some(file) = file_of(&path, name)? {
                return Ok(Some(file));
            }
            continue;
        }
        let is_module = path.file_stem().is_some_and(|stem| *stem == *module);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let defines = |line: &str| {
            let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
            let rest = rest.or_else(|| line.strip_prefix("pub trait ")).and_then(|rest| rest.strip_prefix(name));
            rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        };
        if is_module || text.lines().any(defines) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// What a folder has, sorted; nothing if there is none.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

/// The resource types that a crate has no construct of.
fn without_construct(service: &Service, source: &Path) -> Result<String> {
    let mut names = Vec::new();
    for resource in &service.resources {
        if file_of(source, &resource.name)?.is_none() {
            names.push(resource.name.as_str());
        }
    }
    Ok(match names.is_empty() {
        true => format!("all resource types of `{}` have one", service.namespace),
        false => format!("without a construct are {}", names.join(", ")),
    })
}
