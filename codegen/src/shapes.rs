//! The table of all types: the names and types of their properties, as compact text for
//! `aws-cdk-cloudformation-include`, which reads templates with it.
//!
//! A line for each resource type, sorted by name, followed by one for each of its property types, which starts with a
//! dot: `AWS::SQS::Queue #standard=Tags DelaySeconds:n`, `.Rule Name`. After the name of a property stands its type:
//! nothing for text, `:b` for a boolean, `:n` for a number, `:t` for a timestamp, `:j` for any JSON, `:k` for a tag,
//! `.Name` for a property type; `[` before it for a list, `{` for a map. `#` names the property that holds tags.
//!
//! The types are those of the L1 crates, but for the properties that are JSON in the CDK ([`crate::free_form`]).

use std::fmt::Write;

use crate::free_form::is_free_form;
use crate::model::{Model, Property, Resource, TagShape, Type};

/// Writes the table.
pub fn shapes(model: &Model) -> String {
    let mut resources: Vec<&Resource> = model.services.values().flat_map(|service| &service.resources).collect();
    resources.sort_by(|a, b| a.cloudformation_name.cmp(&b.cloudformation_name));
    let mut table = String::new();
    for resource in resources {
        table.push_str(&resource.cloudformation_name);
        if let Some(tags) = &resource.tags {
            let shape = match tags.shape {
                TagShape::Standard => "standard",
                TagShape::Map => "map",
                TagShape::AutoScalingGroup => "asg",
            };
            // Writing to a string cannot fail.
            let _ = write!(table, " #{shape}={}", tags.property);
        }
        write_properties(&mut table, &resource.cloudformation_name, &resource.properties);
        for property_type in &resource.property_types {
            table.push('.');
            table.push_str(&property_type.name);
            write_properties(&mut table, &property_type.cloudformation_name, &property_type.properties);
        }
    }
    table
}

fn write_properties(table: &mut String, cloudformation_name: &str, properties: &[Property]) {
    for property in properties {
        table.push(' ');
        table.push_str(&property.name);
        let free_form = is_free_form(cloudformation_name, &property.name);
        write_type(table, if free_form { &Type::Json } else { &property.r#type });
    }
    table.push('\n');
}

fn write_type(table: &mut String, r#type: &Type) {
    match r#type {
        Type::String => {}
        Type::Timestamp => table.push_str(":t"),
        Type::Boolean => table.push_str(":b"),
        Type::Integer | Type::Double => table.push_str(":n"),
        Type::Json => table.push_str(":j"),
        Type::Tag => table.push_str(":k"),
        Type::List(item) => {
            table.push('[');
            write_type(table, item);
        }
        Type::Map(item) => {
            table.push('{');
            write_type(table, item);
        }
        Type::Named(name) => {
            table.push('.');
            table.push_str(name);
        }
    }
}
