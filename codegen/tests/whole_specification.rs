//! The committed specification, all services: as much comes out as goes in, and it is Rust.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use std::collections::BTreeMap;
use std::io::Read;
use std::num::NonZero;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use codegen::Model;
use codegen::model::Service;
use proc_macro2::TokenStream;
use syn::{ImplItem, Item};

static SPECIFICATION: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let compressed = include_bytes!("../../spec/CloudFormationResourceSpecification.json.gz");
    let mut json = Vec::new();
    flate2::read::GzDecoder::new(&compressed[..]).read_to_end(&mut json).unwrap();
    json
});

static SCHEMAS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut json = Vec::new();
    flate2::read::GzDecoder::new(&include_bytes!("../../spec/schemas.json.gz")[..]).read_to_end(&mut json).unwrap();
    json
});

/// The specification and the schemas as one model.
static MERGED: LazyLock<Model> = LazyLock::new(|| {
    let mut model = codegen::read(&SPECIFICATION).unwrap();
    codegen::merge(&mut model, codegen::extract::read(&SCHEMAS).unwrap()).unwrap();
    model
});

static MODEL: LazyLock<Model> = LazyLock::new(|| codegen::read(&SPECIFICATION).unwrap());

#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    resource_types: usize,
    property_types: usize,
    aliases: usize,
    resource_properties: usize,
    nested_properties: usize,
    attributes: usize,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.resource_types += other.resource_types;
        self.property_types += other.property_types;
        self.aliases += other.aliases;
        self.resource_properties += other.resource_properties;
        self.nested_properties += other.nested_properties;
        self.attributes += other.attributes;
    }
}

/// What the JSON contains, counted without this crate's reader.
fn counts_in() -> Counts {
    let json: serde_json::Value = serde_json::from_slice(&SPECIFICATION).unwrap();
    let size = |value: &serde_json::Value, key: &str| value[key].as_object().map_or(0, serde_json::Map::len);
    let mut counts = Counts::default();
    for resource in json["ResourceTypes"].as_object().unwrap().values() {
        counts.resource_types += 1;
        counts.resource_properties += size(resource, "Properties");
        counts.attributes += size(resource, "Attributes");
    }
    for (_, property_type) in json["PropertyTypes"].as_object().unwrap().iter().filter(|(name, _)| *name != "Tag") {
        match property_type.get("Properties") {
            Some(_) => counts.property_types += 1,
            None => counts.aliases += 1,
        }
        counts.nested_properties += size(property_type, "Properties");
    }
    counts
}

/// What one service's sources contain. Fails on anything that does not parse.
fn counts_out(service: &Service) -> Counts {
    let mut counts = Counts::default();
    for (path, tokens) in codegen::emit::sources(service) {
        let file: syn::File =
            syn::parse2(tokens).unwrap_or_else(|error| panic!("{}: {path}: {error}", service.namespace));
        count(&file, &mut counts);
    }
    counts
}

/// Counts by structure: a construct wraps the runtime's, a builder has an `inner`, a property type a `bag`.
fn count(file: &syn::File, counts: &mut Counts) {
    let first_field = |item: &syn::ItemStruct| {
        let field = item.fields.iter().next().unwrap();
        field.ident.as_ref().map_or_else(String::new, ToString::to_string)
    };
    let structs = file.items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some((item.ident.to_string(), first_field(item))),
        _ => None,
    });
    let structs: BTreeMap<String, String> = structs.collect();
    counts.resource_types += structs.values().filter(|field| field.is_empty()).count();
    counts.property_types += structs.values().filter(|field| *field == "bag").count();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        let syn::Type::Path(path) = &*item.self_ty else { continue };
        if item.trait_.is_some() {
            continue;
        }
        let methods = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) if function.sig.receiver().is_some() => Some(function.sig.ident.to_string()),
            _ => None,
        });
        match &*structs[&path.path.segments.last().unwrap().ident.to_string()] {
            "inner" => {
                counts.resource_properties += methods.filter(|name| name != "build" && name != "property").count()
            }
            "bag" => counts.nested_properties += methods.count(),
            _ => counts.attributes += methods.filter(|name| name.starts_with("attr_")).count(),
        }
    }
}

/// What the sources of a model contain.
fn all_counts_out(model: &Model) -> Counts {
    let services: Vec<_> = model.services.values().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut counts = Counts::default();
        while let Some(service) = services.get(next.fetch_add(1, Ordering::Relaxed)) {
            counts.add(&counts_out(service));
        }
        counts
    };
    let mut out = Counts::default();
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().for_each(|thread| out.add(&thread.join().unwrap()));
    });
    out
}

#[test]
fn as_much_comes_out_as_goes_in() {
    assert_eq!(all_counts_out(&MODEL), Counts { aliases: 0, ..counts_in() });
    assert_eq!(MODEL.services.len(), 264);
}

/// The JSON of the schemas' facts, counted without this crate's reader, for the types that the specification does not have.
fn counts_of_schemas() -> (Counts, usize) {
    let specification: serde_json::Value = serde_json::from_slice(&SPECIFICATION).unwrap();
    let schemas: serde_json::Value = serde_json::from_slice(&SCHEMAS).unwrap();
    let size = |value: &serde_json::Value| value.as_object().map_or(0, serde_json::Map::len);
    let (mut counts, mut known) = (Counts::default(), 0);
    for (name, facts) in schemas["types"].as_object().unwrap() {
        if specification["ResourceTypes"].get(name).is_some() {
            known += 1;
            continue;
        }
        counts.resource_types += 1;
        counts.resource_properties += size(&facts["properties"]);
        counts.attributes += size(&facts["attributes"]);
        counts.property_types += size(&facts["types"]);
        counts.nested_properties +=
            facts["types"].as_object().into_iter().flatten().map(|(_, one)| size(one)).sum::<usize>();
    }
    (counts, known)
}

#[test]
fn what_only_schemas_know_comes_out_too() {
    let (own, known) = counts_of_schemas();
    assert_eq!(known, counts_in().resource_types, "every type of the specification has a schema");
    let mut at_least = Counts { aliases: 0, ..counts_in() };
    at_least.add(&own);
    let out = all_counts_out(&MERGED);
    assert_eq!(out.resource_types, at_least.resource_types);
    // Types that both know get properties, attributes and property types that only their schemas have.
    assert!(out.property_types >= at_least.property_types, "{out:?} {at_least:?}");
    assert!(out.resource_properties > at_least.resource_properties, "{out:?} {at_least:?}");
    assert!(out.nested_properties > at_least.nested_properties, "{out:?} {at_least:?}");
    assert!(out.attributes >= at_least.attributes, "{out:?} {at_least:?}");
    // As many as `aws-cdk-lib` 2.276.0 has.
    assert!(out.resource_types >= 1828, "{out:?}");
    assert!(MERGED.services["AWS::ApiGatewayV2"].resources.iter().any(|resource| resource.name == "PortalProduct"));
}

#[test]
fn same_input_same_output() {
    let emit = |model: &Model| codegen::emit(model, "AWS::ApiGatewayV2").unwrap().files;
    assert_eq!(emit(&MODEL), emit(&codegen::read(&SPECIFICATION).unwrap()));
    let tokens = |model: &Model| -> BTreeMap<String, String> {
        let text = |(path, tokens): (String, TokenStream)| (path, tokens.to_string());
        codegen::emit::sources(&model.services["AWS::Lambda"]).into_iter().map(text).collect()
    };
    assert_eq!(tokens(&MODEL), tokens(&codegen::read(&SPECIFICATION).unwrap()));
}

#[test]
fn crates_have_distinct_folders() {
    let mut names: Vec<_> = MERGED.services.values().map(|service| service.name.to_ascii_lowercase()).collect();
    names.sort();
    let before = names.len();
    names.dedup();
    assert_eq!(names.len(), before);
}

#[test]
fn the_table_has_every_type() {
    let table = codegen::shapes(&MODEL);
    let counts = counts_in();
    let (nested, resources): (Vec<_>, Vec<_>) = table.lines().partition(|line| line.starts_with('.'));
    assert_eq!((resources.len(), nested.len()), (counts.resource_types, counts.property_types));
    let properties = |lines: &[&str]| {
        let fields = lines.iter().flat_map(|line| line.split(' ').skip(1));
        fields.filter(|field| !field.starts_with('#')).count()
    };
    assert_eq!(properties(&resources), counts.resource_properties);
    assert_eq!(properties(&nested), counts.nested_properties);
    assert!(table.contains("\nAWS::SQS::QueueInlinePolicy PolicyDocument:j Queue\n"));
    assert!(
        table.contains("\n.CorsRule AllowedHeaders[ AllowedMethods[ AllowedOrigins[ ExposedHeaders[ Id MaxAge:n\n")
    );
}

#[test]
fn every_free_form_property_has_another_type() {
    let resources = MODEL.services.values().flat_map(|service| &service.resources);
    let mut types = BTreeMap::new();
    for resource in resources {
        types.insert(&*resource.cloudformation_name, &resource.properties);
        for property_type in &resource.property_types {
            types.insert(&*property_type.cloudformation_name, &property_type.properties);
        }
    }
    for (name, property) in codegen::free_form::PROPERTIES {
        let found = types.get(name).and_then(|properties| properties.iter().find(|known| known.name == property));
        let found = found.unwrap_or_else(|| panic!("{name} has no {property}"));
        assert_ne!(found.r#type, codegen::model::Type::Json, "{name} {property}");
    }
}
