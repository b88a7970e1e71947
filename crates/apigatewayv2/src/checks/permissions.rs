//! Permissions: the size of the policies of Lambda functions, which grow with each route.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html> (20 KB for a function's resource-based policy).

use aws_cdk_core::ordered_map::OrderedMap;

use aws_cdk_core::inspection::{parts, targets};
use aws_cdk_core::{Diagnostic, Inspection, Json, Quota, ResourceId};

use super::report::place;
use crate::model::{Known, Resource};

/// The largest policy, in bytes.
const LARGEST: usize = 20_480;

/// What stands around the names in a statement that AWS writes for a permission:
/// `{"Sid":"","Effect":"Allow","Principal":{"Service":""},"Action":"","Resource":"","Condition":{"ArnLike":{"AWS:SourceArn":""}}},`.
const FRAME: usize = 123;

/// What stands around all statements: `{"Version":"2012-10-17","Id":"default","Statement":[]}`.
const POLICY_FRAME: usize = 54;

/// The function's ARN, with a name of 30 characters where it is not known: those made by CloudFormation have up to 64.
const FUNCTION_ARN: usize = 48 + 30;

/// A value that is known only at deployment is counted with this length: that of the id of an API.
const TOKEN: usize = 10;

/// What stands in `limits.json` of each function.
static POLICY: Quota = Quota {
    name: "apigatewayv2.lambda-policy-bytes",
    code: "apigatewayv2::lambda-policy-size",
    what: "bytes",
    owner: "the function's policy",
    limit: LARGEST as u64,
    adjustable: false,
    help: "give the integrations `scope_permission_to_route(false)`",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
};

pub(super) fn check(inspection: &Inspection<'_>) {
    let mut functions: OrderedMap<Known, Vec<Resource<'_>>> = OrderedMap::new();
    for permission in inspection.resources("AWS::Lambda::Permission") {
        let Some(function) = permission.get("FunctionName").and_then(Known::of) else { continue };
        functions.get_or_insert_with(function, Vec::new).push(permission);
    }
    functions.sort_keys();
    for (function, permissions) in functions.iter() {
        let made = match function {
            Known::Made(id) => inspection.resource(*id),
            Known::Named(_) => None,
        };
        // Of a function that exists already, its first permission is known.
        if let Some(function) = made.or(permissions.first().copied()) {
            check_function(inspection, function, permissions);
        }
    }
}

fn check_function(inspection: &Inspection<'_>, function: Resource<'_>, permissions: &[Resource<'_>]) {
    let bytes = POLICY_FRAME + permissions.iter().map(|permission| statement(permission)).sum::<usize>();
    inspection.record(function, &POLICY, bytes as u64);
    if bytes * 5 < LARGEST * 4 || !inspection.validates() {
        return;
    }
    // By API: the permissions that one for all routes would take the place of.
    let mut by_api: OrderedMap<ResourceId, Vec<Resource<'_>>> = OrderedMap::new();
    for permission in permissions {
        let source = permission.get("SourceArn").map(targets).unwrap_or_default();
        let is_api =
            |id: &ResourceId| inspection.resource(*id).is_some_and(|it| it.resource_type() == "AWS::ApiGatewayV2::Api");
        if let Some(api) = source.into_iter().find(|id| is_api(id)) {
            by_api.get_or_insert_with(api, Vec::new).push(permission);
        }
    }
    by_api.sort_keys();
    let message = format!(
        "the function's policy has about {bytes} bytes in {} permissions, and AWS takes {LARGEST}",
        permissions.len()
    );
    let mut diagnostic = if bytes > LARGEST {
        Diagnostic::error("apigatewayv2::lambda-policy-size", message)
    } else {
        Diagnostic::warning("apigatewayv2::lambda-policy-size", message)
    };
    let mut left = bytes;
    for (api, of_api) in by_api.iter().filter(|(_, of_api)| of_api.len() > 1) {
        let size: usize = of_api.iter().map(|permission| statement(permission)).sum();
        let Some(api) = inspection.resource(*api) else { continue };
        left = left - size + size / of_api.len();
        let text = format!("{} of them, {size} bytes, are for routes of {}", of_api.len(), place(api));
        diagnostic = diagnostic.note(text);
    }
    let help = if left < bytes {
        format!(
            "give the integrations `scope_permission_to_route(false)`: one permission for each API in the place of one for each route \
             leaves about {left} bytes"
        )
    } else {
        "divide the work among several functions".to_owned()
    };
    inspection.report(function, diagnostic.help(help));
}

/// The size of a permission's statement in the policy.
fn statement(permission: Resource<'_>) -> usize {
    // CloudFormation names a statement by stack, logical id and twelve letters; the id is the path and eight digits.
    let sid = permission.node().path().len() + 8 + 14;
    let length = |name| permission.get(name).map_or(0, text_length);
    FRAME + sid + FUNCTION_ARN + length("Principal") + length("Action") + length("SourceArn") + length("SourceAccount")
}

/// The length of text with tokens inside.
fn text_length(value: &Json) -> usize {
    parts(value).iter().map(|part| part.as_str().map_or(TOKEN, str::len)).sum()
}
