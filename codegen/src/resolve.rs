//! From the specification to the model: names are checked, references and aliases resolved, and nothing is
//! left out.

use std::collections::BTreeMap;

use crate::Error;
use crate::entries::Entries;
use crate::model::{Attribute, Constraints, Model, Property, PropertyType, Resource, Service, Type};
use crate::spec::{self, Primitive, Specification, TypeReference};
use crate::tags;

/// The only property type that belongs to no resource type.
const GLOBAL_TAG: &str = "Tag";

/// Makes the model of a specification.
///
/// # Errors
/// The first contradiction, unknown reference or unsupported name, with its path in the JSON.
pub fn resolve(specification: &Specification) -> Result<Model, Error> {
    let mut model = Model { version: specification.resource_specification_version.clone(), services: BTreeMap::new() };
    for (cloudformation_name, resource) in &specification.resource_types {
        let path = format!("ResourceTypes.{cloudformation_name}");
        let [vendor, service, name] = segments(cloudformation_name, &path)?;
        let namespace = format!("{vendor}::{service}");
        let resource = Scope { specification, resource: cloudformation_name }.resource(&path, name, resource)?;
        model
            .services
            .entry(namespace)
            .or_insert_with_key(|namespace| Service {
                namespace: namespace.clone(),
                name: service.to_owned(),
                resources: Vec::new(),
            })
            .resources
            .push(resource);
    }
    reject_orphans(specification)?;
    check_global_tag(specification)?;
    Ok(model)
}

/// The parts of `AWS::Service::Resource`.
pub(crate) fn segments<'a>(cloudformation_name: &'a str, path: &str) -> Result<[&'a str; 3], Error> {
    let segments: Vec<_> = cloudformation_name.split("::").collect();
    match segments[..] {
        [vendor, service, name] if segments.iter().all(|segment| is_name(segment)) => Ok([vendor, service, name]),
        _ => Err(Error::Name { path: path.to_owned(), expected: "`Vendor::Service::Resource`" }),
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}

pub(crate) fn check_name(name: &str, path: &str) -> Result<(), Error> {
    if is_name(name) {
        return Ok(());
    }
    Err(Error::Name { path: path.to_owned(), expected: "a letter, then letters and digits" })
}

fn reject_orphans(specification: &Specification) -> Result<(), Error> {
    for name in specification.property_types.keys().filter(|name| *name != GLOBAL_TAG) {
        let path = format!("PropertyTypes.{name}");
        let Some((resource, short)) = name.split_once('.') else {
            return Err(Error::Orphan { path });
        };
        check_name(short, &path)?;
        if !specification.resource_types.contains_key(resource) {
            return Err(Error::Orphan { path });
        }
    }
    Ok(())
}

/// `Type::Tag` stands for a type of the runtime, which has exactly these properties.
fn check_global_tag(specification: &Specification) -> Result<(), Error> {
    let Some(tag) = specification.property_types.get(GLOBAL_TAG) else {
        return Ok(());
    };
    let properties = tag.properties.iter().flatten();
    let properties: Vec<_> = properties.map(|(name, property)| (&**name, property.primitive_type)).collect();
    if properties == [("Key", Some(Primitive::String)), ("Value", Some(Primitive::String))] {
        return Ok(());
    }
    Err(Error::GlobalTag { path: format!("PropertyTypes.{GLOBAL_TAG}") })
}

/// Where a name is looked up: the property types of one resource type, then the global ones.
#[derive(Clone, Copy)]
struct Scope<'a> {
    specification: &'a Specification,
    resource: &'a str,
}

impl Scope<'_> {
    fn resource(self, path: &str, name: &str, resource: &spec::ResourceType) -> Result<Resource, Error> {
        let properties = self.properties(path, &resource.properties)?;
        let property_types = self.property_types()?;
        let mut attributes = Vec::new();
        for (name, reference) in &resource.attributes {
            let path = format!("{path}.Attributes.{name}");
            name.split('.').try_for_each(|part| check_name(part, &path))?;
            let r#type = self.resolve(&path, reference, &mut Vec::new())?;
            attributes.push(Attribute { name: name.clone(), r#type });
        }
        Ok(Resource {
            tags: tags::of_resource(self.resource, name, &properties, &property_types),
            cloudformation_name: self.resource.to_owned(),
            name: name.to_owned(),
            documentation: resource.documentation.clone(),
            properties,
            attributes,
            property_types,
            additional_properties: resource.additional_properties,
        })
    }

    fn property_types(self) -> Result<Vec<PropertyType>, Error> {
        let prefix = format!("{}.", self.resource);
        let own =
            self.specification.property_types.range(prefix.clone()..).take_while(|(name, _)| name.starts_with(&prefix));
        let mut property_types = Vec::new();
        for (cloudformation_name, property_type) in own {
            let path = format!("PropertyTypes.{cloudformation_name}");
            let name = &cloudformation_name[prefix.len()..];
            check_name(name, &path)?;
            match &property_type.properties {
                Some(properties) => {
                    reject_type_fields(&path, &property_type.type_reference())?;
                    property_types.push(PropertyType {
                        cloudformation_name: cloudformation_name.clone(),
                        name: name.to_owned(),
                        documentation: property_type.documentation.clone(),
                        properties: self.properties(&path, properties)?,
                    });
                }
                // Resolved here too, so that a broken alias that nothing uses is found as well.
                None => drop(self.alias(cloudformation_name, property_type, &mut Vec::new())?),
            }
        }
        Ok(property_types)
    }

    fn properties(self, path: &str, properties: &Entries<spec::Property>) -> Result<Vec<Property>, Error> {
        let property = |(name, property): (&String, &spec::Property)| {
            let path = format!("{path}.Properties.{name}");
            check_name(name, &path)?;
            Ok(Property {
                name: name.clone(),
                r#type: self.resolve(&path, &property.type_reference(), &mut Vec::new())?,
                documentation: property.documentation.clone(),
                required: property.required,
                update: property.update_type,
                constraints: Constraints::default(),
            })
        };
        // A `BTreeMap` iterates in the order that properties are rendered in.
        properties.iter().map(property).collect()
    }

    /// The type that four fields state. `aliases` are those being resolved already.
    fn resolve(self, path: &str, reference: &TypeReference, aliases: &mut Vec<String>) -> Result<Type, Error> {
        let contradiction = |field| Err(Error::Contradiction { path: path.to_owned(), field });
        let container = match (&reference.r#type, reference.primitive_type) {
            (None, None) => {
                return Err(Error::NoType { path: path.to_owned() });
            }
            (Some(_), Some(_)) => return contradiction("PrimitiveType"),
            (Some(name), None) => match &**name {
                "List" => "list",
                "Map" => "map",
                name if reference.item_type.is_none() && reference.primitive_item_type.is_none() => {
                    return self.named(path, name, aliases);
                }
                _ => return contradiction("ItemType"),
            },
            (None, Some(primitive)) => {
                if reference.item_type.is_some() || reference.primitive_item_type.is_some() {
                    return contradiction("ItemType");
                }
                return Ok(primitive.into());
            }
        };
        let item = match (&reference.item_type, reference.primitive_item_type) {
            (Some(name), None) => self.named(path, name, aliases)?,
            (None, Some(primitive)) => primitive.into(),
            _ => {
                return Err(Error::ItemType { path: path.to_owned(), container });
            }
        };
        Ok(if container == "list" { Type::List(item.into()) } else { Type::Map(item.into()) })
    }

    fn named(self, path: &str, name: &str, aliases: &mut Vec<String>) -> Result<Type, Error> {
        let full = format!("{}.{name}", self.resource);
        match self.specification.property_types.get(&full) {
            Some(property_type) if property_type.properties.is_none() => self.alias(&full, property_type, aliases),
            Some(_) => Ok(Type::Named(name.to_owned())),
            None if name == GLOBAL_TAG && self.specification.property_types.contains_key(name) => Ok(Type::Tag),
            None => Err(Error::UnknownPropertyType { path: path.to_owned(), name: full }),
        }
    }

    fn alias(self, full: &str, property_type: &spec::PropertyType, aliases: &mut Vec<String>) -> Result<Type, Error> {
        let path = format!("PropertyTypes.{full}");
        if aliases.iter().any(|alias| alias == full) {
            return Err(Error::AliasCycle { path });
        }
        aliases.push(full.to_owned());
        let r#type = self.resolve(&path, &property_type.type_reference(), aliases);
        aliases.pop();
        r#type
    }
}

/// A property type with properties is an object, so it must not state another type as well.
fn reject_type_fields(path: &str, reference: &TypeReference) -> Result<(), Error> {
    let stated = [
        ("Type", reference.r#type.is_some()),
        ("ItemType", reference.item_type.is_some()),
        ("PrimitiveType", reference.primitive_type.is_some()),
        ("PrimitiveItemType", reference.primitive_item_type.is_some()),
    ];
    match stated.into_iter().find(|(_, stated)| *stated) {
        Some((field, _)) => Err(Error::Contradiction { path: path.to_owned(), field }),
        None => Ok(()),
    }
}

impl From<Primitive> for Type {
    fn from(primitive: Primitive) -> Self {
        match primitive {
            Primitive::String => Self::String,
            Primitive::Timestamp => Self::Timestamp,
            Primitive::Boolean => Self::Boolean,
            Primitive::Integer | Primitive::Long => Self::Integer,
            Primitive::Double => Self::Double,
            Primitive::Json => Self::Json,
        }
    }
}
