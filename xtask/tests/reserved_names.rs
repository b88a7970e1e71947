//! Generated constructs must not hide what `aws-cdk-core` gives them: the generator's list of reserved names is
//! compared with the source.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codegen::naming::{RESERVED_CONSTRUCT_METHODS, RESERVED_METHODS};
use syn::{ImplItem, Item, TraitItem, Type, Visibility};

/// Methods that may be called on an L1 construct without being of its own.
#[derive(Default)]
struct Source {
    /// Public methods of `CfnResource`.
    methods: BTreeSet<String>,
    /// Traits that `CfnResource` implements, or that every construct does.
    implemented: BTreeSet<String>,
    /// Methods of each trait.
    traits: BTreeMap<String, BTreeSet<String>>,
}

impl Source {
    fn read(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.read(&path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let file = syn::parse_file(&fs::read_to_string(&path).unwrap());
                file.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
                    .items
                    .iter()
                    .for_each(|item| self.item(item));
            }
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Trait(item) => {
                let methods = item.items.iter().filter_map(|item| match item {
                    TraitItem::Fn(function) => function.sig.receiver().map(|_| function.sig.ident.to_string()),
                    _ => None,
                });
                self.traits.insert(item.ident.to_string(), methods.collect());
            }
            Item::Impl(item) => {
                let implementor = last_segment(&item.self_ty);
                let is_construct = implementor == "CfnResource" || item.generics.params.iter().any(is_construct);
                match &item.trait_ {
                    Some((path, _)) if is_construct => {
                        let name = path.segments.last().unwrap().ident.to_string();
                        self.implemented.insert(name);
                    }
                    None if implementor == "CfnResource" => {
                        let methods = item.items.iter().filter_map(|item| match item {
                            ImplItem::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
                                function.sig.receiver().map(|_| function.sig.ident.to_string())
                            }
                            _ => None,
                        });
                        self.methods.extend(methods);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn last_segment(r#type: &Type) -> String {
    match r#type {
        Type::Path(path) => path.path.segments.last().unwrap().ident.to_string(),
        _ => String::new(),
    }
}

/// `T: IConstruct`, as in a blanket implementation for every construct.
fn is_construct(parameter: &syn::GenericParam) -> bool {
    let syn::GenericParam::Type(parameter) = parameter else { return false };
    parameter.bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => bound.path.segments.last().unwrap().ident == "IConstruct",
        _ => false,
    })
}

#[test]
fn reserved_names_are_those_of_core() {
    let mut source = Source::default();
    source.read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/core/src"));
    let of_traits = source.implemented.iter().filter_map(|name| source.traits.get(name)).flatten();
    let mut in_core: BTreeSet<_> = source.methods.iter().chain(of_traits).map(String::as_str).collect();
    // An associated function of the generated type itself.
    in_core.insert("from_construct");
    for name in RESERVED_METHODS {
        in_core.remove(name);
    }
    let reserved = BTreeSet::from(RESERVED_CONSTRUCT_METHODS);
    let missing: Vec<_> = in_core.difference(&reserved).collect();
    let stale: Vec<_> = reserved.difference(&in_core).collect();
    assert!(missing.is_empty() && stale.is_empty(), "not reserved: {missing:?}; reserved for nothing: {stale:?}");
}
