//! The start of a construct of every resource type of the committed specification: it is Rust, and has each property.

#![allow(clippy::unwrap_used, reason = "all of this is a test")]

use std::io::Read;

use codegen::Model;
use codegen::emit::start::start;

fn decompressed(bytes: &[u8]) -> Vec<u8> {
    let mut json = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut json).unwrap();
    json
}

fn model() -> Model {
    let specification = include_bytes!("../../spec/CloudFormationResourceSpecification.json.gz");
    let schemas = include_bytes!("../../spec/schemas.json.gz");
    let mut model = codegen::read(&decompressed(specification)).unwrap();
    codegen::merge(&mut model, codegen::extract::read(&decompressed(schemas)).unwrap()).unwrap();
    model
}

#[test]
fn every_resource_type_can_be_started() {
    let model = model();
    let mut count = 0;
    for service in model.services.values() {
        for resource in &service.resources {
            // A name that is none of `aws-cdk-core`.
            let name = format!("My{}", resource.name);
            let started = start(service, resource, &name).unwrap();
            for property in resource.properties.iter().filter(|property| property.required) {
                let named = format!("- `{}`: ", property.name);
                assert!(started.construct.contains(&named), "{}: {}", resource.cloudformation_name, property.name);
            }
            for attribute in &resource.attributes {
                let named = format!("/// The attribute `{}`: ", attribute.name);
                assert!(started.construct.contains(&named), "{}: {}", resource.cloudformation_name, attribute.name);
            }
            count += 1;
        }
    }
    assert!(count > 1500, "only {count}");
}
