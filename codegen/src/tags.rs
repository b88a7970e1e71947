//! Which resource types the CDK tags, and how: a rule on the specification, and a table of its exceptions.
//!
//! The rule, found by comparing with each `TagManager` of `aws-cdk-lib` 2.276.0: the tags are the property
//! `Tags`, `ResourceTags`, or the end of the resource's name with `Tags` (`UserPoolTags` of `UserPool`,
//! `BackupVaultTags` of `LogicallyAirGappedBackupVault`); they are a list of objects of `Key` and `Value`
//! (and `PropagateAtLaunch`), or a map of strings, or JSON.

use crate::model::{Property, PropertyType, TagShape, Tags, Type};

/// Resource types that fit the rule, but that the CDK does not tag.
const NOT_TAGGED: [&str; 6] = [
    "AWS::DataZone::Project",
    "AWS::EC2::SpotFleet",
    "AWS::ECR::RepositoryCreationTemplate",
    "AWS::Forecast::Dataset",
    "AWS::Glue::CustomEntityType",
    "AWS::Inspector::ResourceGroup",
];

/// Resource types that do not fit the rule, with the property that the CDK tags.
const TAGGED: [(&str, &str); 2] = [
    ("AWS::Cognito::UserPoolRegionalConfigurationAttachment", "UserPoolTags"),
    ("AWS::Cognito::UserPoolReplica", "UserPoolTagsAtCreate"),
];

/// The tags of a resource type, given its properties and property types.
pub(crate) fn of_resource(
    cloudformation_name: &str,
    name: &str,
    properties: &[Property],
    property_types: &[PropertyType],
) -> Option<Tags> {
    if NOT_TAGGED.contains(&cloudformation_name) {
        return None;
    }
    let named = |wanted: &str| properties.iter().find(|property| property.name == wanted);
    let named_for_resource = || {
        properties.iter().find(|property| {
            let prefix = property.name.strip_suffix("Tags").unwrap_or_default();
            !prefix.is_empty() && name.ends_with(prefix)
        })
    };
    let exception = TAGGED.iter().find(|(tagged, _)| *tagged == cloudformation_name);
    let property = exception
        .and_then(|(_, property)| named(property))
        .or_else(|| named("Tags"))
        .or_else(|| named("ResourceTags"))
        .or_else(named_for_resource)?;
    let shape = shape_of(&property.r#type, property_types)?;
    Some(Tags { property: property.name.clone(), shape })
}

fn shape_of(r#type: &Type, property_types: &[PropertyType]) -> Option<TagShape> {
    match r#type {
        Type::Json => Some(TagShape::Map),
        Type::Map(item) if **item == Type::String => Some(TagShape::Map),
        Type::List(item) => match &**item {
            Type::Tag => Some(TagShape::Standard),
            Type::Named(name) => {
                let item = property_types.iter().find(|candidate| candidate.name == *name)?;
                let fields: Vec<_> = item.properties.iter().map(|field| &*field.name).collect();
                match fields[..] {
                    ["Key", "Value"] => Some(TagShape::Standard),
                    ["Key", "PropagateAtLaunch", "Value"] => Some(TagShape::AutoScalingGroup),
                    _ => None,
                }
            }
            _ => None,
        },
        _ => None,
    }
}
