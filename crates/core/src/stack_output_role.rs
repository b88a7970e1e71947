//! The role with which a stack of another account reads the outputs of a stack.

use crate::arn::{ArnComponents, format as format_arn};
use crate::cfn_resource::CfnResource;
use crate::intrinsic::Fn;
use crate::names::{Names, UniqueResourceNameOptions};
use crate::node::{IConstruct, Node};
use crate::stack::Stack;
use crate::value::{Json, Value};

const ROLE: &str = "GetStackOutputRole";
const POLICY: &str = "GetStackOutputPolicy";

/// Makes the role and its policy once in a stack, lets `execution_role` take it, and gives its ARN.
pub(crate) fn ensure(scope: &Node, stack: &Stack, execution_role: &str, stack_arn: Value<String>) -> Value<String> {
    let principal = Json::single("Fn::Sub", Json::text(execution_role));
    let role = scope.try_find_child(ROLE).and_then(|node| CfnResource::from_construct(&node));
    let role = match role {
        Some(role) => {
            add_principal(&role, principal);
            role
        }
        None => {
            let role = CfnResource::builder(scope, ROLE, "AWS::IAM::Role")
                .property("AssumeRolePolicyDocument", trust(principal))
                .build();
            role.add_property_override("RoleName", role_name(&role));
            role
        }
    };
    if scope.try_find_child(POLICY).is_none() {
        let statement = Json::object([
            ("Effect", Json::text("Allow")),
            ("Action", Json::text("cloudformation:DescribeStacks")),
            ("Resource", stack_arn.into_json()),
        ]);
        let roles: [Value<String>; 1] = [Fn::ref_(role.logical_id())];
        let policy = CfnResource::builder(scope, POLICY, "AWS::IAM::Policy")
            .property("Roles", Value::<Vec<String>>::from(roles))
            .property("PolicyDocument", document(statement))
            .build();
        let name = Names::unique_resource_name(&policy, UniqueResourceNameOptions::new().max_length(128));
        policy.add_property_override("PolicyName", name);
    }
    format_arn(ArnComponents::new("iam", "role").region("").resource_name(role_name(&role)), stack)
}

fn role_name(role: &CfnResource) -> String {
    Names::unique_resource_name(role.node(), UniqueResourceNameOptions::new().max_length(64))
}

fn document(statement: Json) -> Json {
    Json::object([("Version", Json::text("2012-10-17")), ("Statement", Json::List(vec![statement]))])
}

fn trust(principal: Json) -> Json {
    document(Json::object([
        ("Effect", Json::text("Allow")),
        ("Principal", Json::single("AWS", principal)),
        ("Action", Json::List(vec![Json::text("sts:AssumeRole")])),
    ]))
}

/// Adds a principal to the trust policy, unless it is there: one stands alone, several as a list.
fn add_principal(role: &CfnResource, principal: Json) {
    let current = role.property("AssumeRolePolicyDocument");
    let statement = current.as_ref().and_then(Json::as_object).and_then(|document| document.get("Statement"));
    let first = statement.and_then(Json::as_list).and_then(<[Json]>::first).and_then(Json::as_object);
    let known = first.and_then(|statement| statement.get("Principal")).and_then(Json::as_object);
    let mut principals = match known.and_then(|known| known.get("AWS")) {
        Some(Json::List(several)) => several.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let text = |json: &Json| crate::render::compact(json);
    if principals.iter().any(|known| text(known) == text(&principal)) {
        return;
    }
    principals.push(principal);
    role.set_property("AssumeRolePolicyDocument", trust(Json::List(principals)));
}
