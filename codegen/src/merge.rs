//! The specification and the schemas as one model: what only schemas know is added, and what both know gets the limits
//! that schemas state.
//!
//! The specification decides where both say something: types, what is required, and what an update does. A property that
//! only a schema has is optional, so that it breaks no code that was written without it.

use crate::Error;
use crate::model::{Model, Property, PropertyType, Resource, Service, Type};
use crate::resolve::segments;
use crate::tags;

/// Adds the resource types of schemas to a model.
///
/// # Errors
/// [`Error::Name`] for a resource type whose name is none.
pub fn merge(model: &mut Model, resources: Vec<Resource>) -> Result<(), Error> {
    for resource in resources {
        let [vendor, service, _] = segments(&resource.cloudformation_name, &resource.cloudformation_name)?;
        let (namespace, name) = (format!("{vendor}::{service}"), service.to_owned());
        let service = model.services.entry(namespace).or_insert_with_key(|namespace| Service {
            namespace: namespace.clone(),
            name,
            resources: Vec::new(),
        });
        match service.resources.binary_search_by(|known| known.name.cmp(&resource.name)) {
            Ok(index) => complete(&mut service.resources[index], resource),
            Err(index) => service.resources.insert(index, resource),
        }
    }
    Ok(())
}

/// Gives a resource type what its schema knows beyond the specification.
fn complete(known: &mut Resource, schema: Resource) {
    let mut wanted = Vec::new();
    complete_properties(&mut known.properties, schema.properties, &mut wanted);
    let mut others = Vec::new();
    for property_type in schema.property_types {
        match known.property_types.iter_mut().find(|own| own.name == property_type.name) {
            Some(own) => complete_properties(&mut own.properties, property_type.properties, &mut wanted),
            None => others.push(property_type),
        }
    }
    add_property_types(known, others, wanted);
    for attribute in schema.attributes {
        let is_new = known.attributes.iter().all(|own| own.name != attribute.name);
        if is_new && type_name(&attribute.r#type).is_none() {
            known.attributes.push(attribute);
        }
    }
    known.attributes.sort_by(|a, b| a.name.cmp(&b.name));
    known.tags = tags::of_resource(&known.cloudformation_name, &known.name, &known.properties, &known.property_types);
}

/// Adds what properties lack; notes the property types that new ones are made of.
fn complete_properties(known: &mut Vec<Property>, schema: Vec<Property>, wanted: &mut Vec<String>) {
    for property in schema {
        match known.binary_search_by(|own| own.name.cmp(&property.name)) {
            // Limits are said of one type: where the types differ, they may mean something else.
            Ok(index) if known[index].r#type == property.r#type => known[index].constraints = property.constraints,
            Ok(_) => {}
            Err(index) => {
                wanted.extend(type_name(&property.r#type).map(str::to_owned));
                known.insert(index, Property { required: false, ..property });
            }
        }
    }
}

/// Adds the property types that new properties need, and those that these need.
fn add_property_types(known: &mut Resource, mut others: Vec<PropertyType>, mut wanted: Vec<String>) {
    while let Some(name) = wanted.pop() {
        let Some(index) = others.iter().position(|other| other.name == name) else { continue };
        let added = others.swap_remove(index);
        wanted.extend(added.properties.iter().filter_map(|property| type_name(&property.r#type)).map(str::to_owned));
        known.property_types.push(added);
    }
    known.property_types.sort_by(|a, b| a.name.cmp(&b.name));
}

/// The property type that a type is made of.
fn type_name(r#type: &Type) -> Option<&str> {
    match r#type {
        Type::Named(name) => Some(name),
        Type::List(item) | Type::Map(item) => type_name(item),
        _ => None,
    }
}
