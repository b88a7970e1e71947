//! How other accounts refer to IAM's resources: by path and name, without a region.

use aws_cdk_core::{ArnComponents, ResourceName, Token, Value, cfn_format};

/// The ARN: the attribute in the same environment, one made of path and name in another one.
pub(crate) fn arn(
    name: &ResourceName,
    attribute: Token<String>,
    resource: &'static str,
    path: Option<&Value<String>>,
) -> Value<String> {
    let path = path.map_or_else(|| "".into(), without_leading_slash);
    name.arn_attribute(attribute, move |name| {
        ArnComponents::new("iam", resource).region("").resource_name(cfn_format!("{}{}", path, name))
    })
}

fn without_leading_slash(path: &Value<String>) -> Value<String> {
    match path.as_literal() {
        Some(literal) => literal.strip_prefix('/').unwrap_or(literal).into(),
        None => path.clone(),
    }
}
