//! The hash of what a version of a function keeps: a change of it makes a new version.

use std::rc::Rc;

use aws_cdk_core::{IConstruct, Json, Object, SuffixContext, hash, sorting};

use crate::layer::ILayerVersion;
use crate::runtime::Runtime;
use crate::runtime_table::printed;

/// The properties that a version does not keep, so that their change makes no new one.
const NOT_VERSIONED: [&str; 4] = ["CodeSigningConfigArn", "ReservedConcurrentExecutions", "Tags", "TenancyConfig"];

/// The properties in the order of the CDK's hash; others follow by name.
const ORDER: [&str; 24] = [
    "Code",
    "Handler",
    "Role",
    "Runtime",
    "Architectures",
    "CodeSigningConfigArn",
    "DeadLetterConfig",
    "Description",
    "Environment",
    "EphemeralStorage",
    "FileSystemConfigs",
    "FunctionName",
    "ImageConfig",
    "KmsKeyArn",
    "Layers",
    "MemorySize",
    "PackageType",
    "ReservedConcurrentExecutions",
    "RuntimeManagementConfig",
    "SnapStart",
    "Tags",
    "Timeout",
    "TracingConfig",
    "VpcConfig",
];

/// The properties of a layer in the order of the CDK's hash; others follow by name.
const LAYER_ORDER: [&str; 6] =
    ["Content", "CompatibleArchitectures", "CompatibleRuntimes", "Description", "LayerName", "LicenseInfo"];

/// The hash of a function, given its entry in the template and the text of its layers.
pub(crate) fn function_hash(entry: &Json, layers: &str) -> String {
    let text = Json::Object(sorted(entry, &ORDER, &NOT_VERSIONED)).to_compact_text() + &md5(layers);
    md5(&text)
}

/// The properties of an entry in the order of a hash.
fn sorted(entry: &Json, order: &[&str], left_out: &[&str]) -> Object {
    let properties = entry.as_object().and_then(|entry| entry.get("Properties"));
    let mut entries: Vec<(&str, &Json)> = match properties {
        Some(Json::Typed(bag)) => bag.entries().collect(),
        Some(Json::Object(object)) => object.iter().collect(),
        _ => Vec::new(),
    };
    entries.retain(|(name, _)| !left_out.contains(name));
    let place = |name: &str| order.iter().position(|known| *known == name).unwrap_or(order.len());
    sorting::sort_by(&mut entries, |(a, _), (b, _)| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
    entries.into_iter().map(|(name, value)| (name, value.clone())).collect()
}

/// The text of layers, sorted by their paths: of those made here the properties, of others the ARN and the runtimes.
pub(crate) fn layers_text(layers: &[Rc<dyn ILayerVersion>], context: &SuffixContext<'_>) -> String {
    let mut text = Object::new();
    for layer in layers {
        let id = layer.node().construct_id();
        let (arn, runtimes) = (layer.layer_version_arn(), layer.compatible_runtimes());
        if let Some(entry) = layer.resource().and_then(|resource| context.resource(&resource)) {
            text.insert(id, Json::Object(sorted(&entry, &LAYER_ORDER, &[])));
        } else if let Some(literal) = arn.as_literal() {
            if let Some(runtimes) = runtimes {
                text.insert(literal, printed(&runtimes));
            }
        } else {
            let mut layer_text = Object::new();
            layer_text.insert("arn", context.resolve(layer.node(), arn.as_json()).unwrap_or(Json::Null));
            if let Some(runtimes) = runtimes {
                layer_text.insert("runtimes", runtimes.iter().map(Runtime::name).collect::<Vec<_>>());
            }
            text.insert(id, Json::Object(layer_text));
        }
    }
    Json::Object(text).to_compact_text()
}

fn md5(text: &str) -> String {
    hash::hex(&hash::md5(text))
}

#[cfg(test)]
mod tests {
    use aws_cdk_core::cfn_json;

    use super::*;

    fn hash(properties: Json) -> String {
        function_hash(&cfn_json!({ "Type": "AWS::Lambda::Function", "Properties": properties }), "{}")
    }

    #[test]
    fn what_a_version_keeps_counts_in_any_order() {
        let base = hash(cfn_json!({ "Handler": "h", "Runtime": "nodejs22.x" }));
        assert_eq!(hash(cfn_json!({ "Runtime": "nodejs22.x", "Handler": "h" })), base);
        assert_eq!(hash(cfn_json!({ "Handler": "h", "Runtime": "nodejs22.x", "Tags": [] })), base);
        assert_ne!(hash(cfn_json!({ "Handler": "h2", "Runtime": "nodejs22.x" })), base);
    }
}
