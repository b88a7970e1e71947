//! Taking Amazon Resource Names apart, also those with tokens inside.

use std::error::Error;
use std::fmt;

use crate::arn::ArnFormat;
use crate::format::concat;
use crate::intrinsic::Fn;
use crate::token::TokenKind;
use crate::value::{Json, Value};

/// The parts of an ARN.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SplitArn {
    /// The partition.
    pub partition: Value<String>,
    /// The service.
    pub service: Value<String>,
    /// The region; empty for global services.
    pub region: Value<String>,
    /// The account; empty for some services.
    pub account: Value<String>,
    /// The resource, or the type of resource.
    pub resource: Value<String>,
    /// What follows the type of resource.
    pub resource_name: Option<Value<String>>,
    /// How the resource part is written.
    pub arn_format: ArnFormat,
}

/// Why text is not an ARN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArnError {
    message: String,
}

impl fmt::Display for ArnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for ArnError {}

/// Takes ARNs apart.
///
/// ```
/// use aws_cdk_core::{Arn, ArnFormat};
///
/// let arn = Arn::split("arn:aws:iam::111111111111:role/path/reader", ArnFormat::SlashResourceName)?;
/// assert_eq!(arn.account.as_literal(), Some("111111111111"));
/// assert_eq!(arn.resource_name.and_then(|name| name.as_literal().map(str::to_owned)).as_deref(), Some("path/reader"));
/// # Ok::<(), aws_cdk_core::ArnError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Arn;

impl Arn {
    /// The parts of an ARN. One of which not even `arn:` is known is taken apart at deployment, for which the format must be
    /// known; the format of others is seen.
    pub fn split(arn: impl Into<Value<String>>, arn_format: ArnFormat) -> Result<SplitArn, ArnError> {
        let arn = arn.into();
        match components(&arn)? {
            Some(components) => Ok(split_known(components, arn_format)),
            None => Ok(split_token(&arn, arn_format)),
        }
    }

    /// What follows the type of resource, which must be that one.
    pub fn extract_resource_name(
        arn: impl Into<Value<String>>,
        resource_type: &str,
    ) -> Result<Value<String>, ArnError> {
        let arn = arn.into();
        let Some(components) = components(&arn)? else {
            return Ok(Fn::select(1, Fn::split(format!(":{resource_type}/"), arn)));
        };
        let parts = split_known(components, ArnFormat::SlashResourceName);
        if let Some(found) = parts.resource.as_literal().filter(|found| *found != resource_type) {
            return Err(ArnError {
                message: format!("the ARN is of the resource type `{found}`, not `{resource_type}`"),
            });
        }
        parts.resource_name.ok_or_else(|| ArnError { message: "the ARN has no resource name".to_owned() })
    }
}

/// Text of literals and tokens.
#[derive(Clone, Default)]
struct Text(Vec<Json>);

impl Text {
    fn split(&self, separator: char) -> Vec<Text> {
        let mut pieces = vec![Text::default()];
        for part in &self.0 {
            let Json::String(text) = part else {
                if let Some(piece) = pieces.last_mut() {
                    piece.0.push(part.clone());
                }
                continue;
            };
            for (index, literal) in text.split(separator).enumerate() {
                if index > 0 {
                    pieces.push(Text::default());
                }
                if let (false, Some(piece)) = (literal.is_empty(), pieces.last_mut()) {
                    piece.0.push(Json::text(literal));
                }
            }
        }
        pieces
    }

    fn value(&self) -> Value<String> {
        match self.0.as_slice() {
            [only @ Json::Token(_)] => Value::from_json(only.clone()),
            parts => concat(parts.iter().cloned()),
        }
    }
}

fn join(pieces: &[Text], separator: &str) -> Text {
    let mut joined = Text::default();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            joined.0.push(Json::text(separator));
        }
        joined.0.extend(piece.0.iter().cloned());
    }
    joined
}

impl Value<String> {
    /// For L2 crates: the pieces between the separators that stand in literal parts of the text.
    #[doc(hidden)]
    pub fn split_literals(&self, separator: char) -> Vec<Value<String>> {
        text(self).split(separator).iter().map(Text::value).collect()
    }

    /// For L2 crates: the literal text that it starts with; all of it if it is literal.
    #[doc(hidden)]
    pub fn leading_literal(&self) -> Option<&str> {
        match self.as_json() {
            Json::Token(token) => match &*token.kind {
                TokenKind::Concat(parts) => parts.first().and_then(Json::as_str),
                _ => None,
            },
            literal => literal.as_str(),
        }
    }
}

fn text(value: &Value<String>) -> Text {
    match value.as_json() {
        Json::Token(token) => match &*token.kind {
            TokenKind::Concat(parts) => Text(parts.clone()),
            _ => Text(vec![value.as_json().clone()]),
        },
        literal => Text(vec![literal.clone()]),
    }
}

/// The parts between colons; `None` for a token.
fn components(arn: &Value<String>) -> Result<Option<Vec<Text>>, ArnError> {
    let text = text(arn);
    let starts = text.0.first().and_then(Json::as_str).is_some_and(|start| start.starts_with("arn:"));
    match arn.as_literal() {
        None if !starts => return Ok(None),
        Some(literal) if !starts => {
            return Err(ArnError { message: format!("`{literal}` is not an ARN: it does not start with `arn:`") });
        }
        _ => {}
    }
    let components = text.split(':');
    for (index, name) in [(1, "partition"), (2, "service"), (5, "resource")] {
        if components.get(index).is_none_or(|component| component.0.is_empty()) {
            let shown = arn.as_literal().map_or_else(|| "the text".to_owned(), |literal| format!("`{literal}`"));
            return Err(ArnError { message: format!("{shown} is not an ARN: it has no {name}") });
        }
    }
    Ok(Some(components))
}

fn split_known(components: Vec<Text>, arn_format: ArnFormat) -> SplitArn {
    let (resource_part, rest) = (&components[5], &components[6..]);
    let pieces = resource_part.split('/');
    let leads = pieces.len() > 2 && pieces[0].0.is_empty();
    let skipped = usize::from(leads);
    let has_slash = pieces.len() > skipped + 1 && (leads || !pieces[0].0.is_empty());
    let (resource, mut name, format) = match (has_slash, arn_format) {
        (true, ArnFormat::NoResourceName) => (resource_part.clone(), None, ArnFormat::NoResourceName),
        (true, _) => {
            let format = if leads { ArnFormat::SlashResourceSlashResourceName } else { ArnFormat::SlashResourceName };
            (pieces[skipped].clone(), Some(join(&pieces[skipped + 1..], "/")), format)
        }
        (false, _) if !rest.is_empty() => (resource_part.clone(), None, ArnFormat::ColonResourceName),
        (false, _) => (resource_part.clone(), None, ArnFormat::NoResourceName),
    };
    if !rest.is_empty() {
        let all: Vec<Text> = name.into_iter().chain(rest.iter().cloned()).collect();
        name = Some(join(&all, ":"));
    }
    SplitArn {
        partition: components[1].value(),
        service: components[2].value(),
        region: components[3].value(),
        account: components[4].value(),
        resource: resource.value(),
        resource_name: name.map(|name| name.value()),
        arn_format: format,
    }
}

fn split_token(arn: &Value<String>, arn_format: ArnFormat) -> SplitArn {
    let components = Fn::split(":", arn);
    let component = |index: i64| Fn::select(index, &components);
    let pieces = Fn::split("/", component(5));
    let (resource, resource_name) = match arn_format {
        ArnFormat::NoResourceName => (component(5), None),
        ArnFormat::ColonResourceName => (component(5), Some(component(6))),
        ArnFormat::SlashResourceName => (Fn::select(0, &pieces), Some(Fn::select(1, &pieces))),
        ArnFormat::SlashResourceSlashResourceName => (Fn::select(1, &pieces), Some(Fn::select(2, &pieces))),
    };
    SplitArn {
        partition: component(1),
        service: component(2),
        region: component(3),
        account: component(4),
        resource,
        resource_name,
        arn_format,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Aws, cfn_format};

    fn check(arn: impl Into<Value<String>>, account: &str, resource: &str, name: Option<&str>) {
        let parts = Arn::split(arn, ArnFormat::SlashResourceName).unwrap();
        assert_eq!(parts.account.as_json().identity().trim_matches('"'), account);
        assert_eq!(parts.resource.as_literal(), Some(resource));
        assert_eq!(parts.resource_name.as_ref().map(|name| name.as_literal().unwrap()), name);
    }

    #[test]
    fn literals() {
        check("arn:aws:iam::111111111111:role/p/r", "111111111111", "role", Some("p/r"));
        check("arn:aws:sqs:us-east-1:1:queue", "1", "queue", None);
        check("arn:aws:lambda:us-east-1:1:function:f:1", "1", "function", Some("f:1"));
        check("arn:aws:apigateway:us-east-1::/restapis/a/b", "", "restapis", Some("a/b"));
    }

    #[test]
    fn tokens_inside() {
        let arn = cfn_format!("arn:{}:iam::{}:role/p/r", Aws::PARTITION, Aws::ACCOUNT_ID);
        check(arn, "${Token[AWS::AccountId]}", "role", Some("p/r"));
    }

    #[test]
    fn no_arn() {
        for text in ["x", "arn:", "arn:aws:iam::1", "arn::iam::1:role/r"] {
            assert!(Arn::split(text, ArnFormat::SlashResourceName).is_err(), "{text}");
        }
    }
}
