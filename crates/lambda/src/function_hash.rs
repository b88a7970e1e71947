//! The hash of what a version of a function keeps: a change of it makes a new version.

use aws_cdk_core::{Json, Object};
use md5::{Digest, Md5};

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

/// The hash of a function, given its entry in the template.
pub(crate) fn function_hash(entry: &Json) -> String {
    let properties = entry.as_object().and_then(|entry| entry.get("Properties"));
    let mut entries: Vec<(&str, &Json)> = match properties {
        Some(Json::Typed(bag)) => bag.entries().collect(),
        Some(Json::Object(object)) => object.iter().collect(),
        _ => Vec::new(),
    };
    entries.retain(|(name, _)| !NOT_VERSIONED.contains(name));
    entries.sort_by_key(|(name, _)| (ORDER.iter().position(|known| known == name).unwrap_or(ORDER.len()), *name));
    let sorted: Object = entries.into_iter().map(|(name, value)| (name, value.clone())).collect();
    // The CDK appends a hash of the layers, here of none.
    let text = Json::Object(sorted).to_compact_text() + &md5("{}");
    md5(&text)
}

fn md5(text: &str) -> String {
    Md5::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use aws_cdk_core::cfn_json;

    use super::*;

    fn hash(properties: Json) -> String {
        function_hash(&cfn_json!({ "Type": "AWS::Lambda::Function", "Properties": properties }))
    }

    #[test]
    fn what_a_version_keeps_counts_in_any_order() {
        let base = hash(cfn_json!({ "Handler": "h", "Runtime": "nodejs22.x" }));
        assert_eq!(hash(cfn_json!({ "Runtime": "nodejs22.x", "Handler": "h" })), base);
        assert_eq!(hash(cfn_json!({ "Handler": "h", "Runtime": "nodejs22.x", "Tags": [] })), base);
        assert_ne!(hash(cfn_json!({ "Handler": "h2", "Runtime": "nodejs22.x" })), base);
    }
}
