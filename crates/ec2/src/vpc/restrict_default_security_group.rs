//! Takes the rules from the security group that EC2 makes for a VPC: its members could else call each other and everybody.
//!
//! CloudFormation cannot do that, so a function of the stack does, on behalf of a custom resource. The template is the CDK's
//! but for the function's code, which is our own and stands in the template.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{
    ArnComponents, CfnResource, Construct, Fn, IConstruct, Json, Lazy, RemovalPolicy, Stack, Value, cfn_json,
};

use super::Vpc;

const RESOURCE_TYPE: &str = "Custom::VpcRestrictDefaultSG";
const HANDLER: &str = include_str!("restrict_default_security_group.js");

/// What the function may do, a statement for each VPC of the stack.
#[derive(Clone, Default)]
struct Statements(Rc<RefCell<Vec<Json>>>);

#[track_caller]
pub(super) fn add(vpc: &Vpc) {
    let stack = Stack::of(vpc);
    let group = vpc.vpc_default_security_group();
    let (service_token, statements) = provider(&stack);
    let arn = stack.format_arn(ArnComponents::new("ec2", "security-group").resource_name(&group));
    statements.0.borrow_mut().push(cfn_json!({
        "Effect": "Allow",
        "Action": [
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:AuthorizeSecurityGroupEgress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupEgress"
        ],
        "Resource": [arn],
    }));
    let construct =
        Construct::of_type(vpc, "RestrictDefaultSecurityGroupCustomResource", "aws-cdk-core.CustomResource");
    CfnResource::builder(&construct, "Default", RESOURCE_TYPE)
        .property("ServiceToken", service_token)
        .property("DefaultSecurityGroupId", group)
        .property("Account", stack.account())
        .build()
        .apply_removal_policy(RemovalPolicy::Destroy);
}

/// The function of the stack, made once, and what it may do.
#[track_caller]
fn provider(stack: &Stack) -> (Value<String>, Statements) {
    let id = format!("{RESOURCE_TYPE}CustomResourceProvider");
    let construct = match stack.node().try_find_child(&id) {
        Some(node) => Construct::from(node),
        None => add_provider(stack, &id),
    };
    let function = construct.node().try_find_child("Handler").and_then(|node| CfnResource::from_construct(&node));
    let service_token = function.map(|function| Value::from(function.get_att("Arn")));
    let statements = construct.node().state::<Statements>().map(|statements| (*statements).clone());
    (service_token.unwrap_or_else(|| "".into()), statements.unwrap_or_default())
}

#[track_caller]
fn add_provider(stack: &Stack, id: &str) -> Construct {
    let construct = Construct::of_type(stack, id, "aws-cdk-core.CustomResourceProviderBase");
    let statements = Statements::default();
    construct.node().set_state(Rc::new(statements.clone()));
    let policies = Lazy::any(move || {
        let statements = statements.0.borrow().clone();
        let document = cfn_json!({ "Version": "2012-10-17", "Statement": Json::List(statements) });
        Some(cfn_json!([{ "PolicyName": "Inline", "PolicyDocument": document }]))
    });
    let role = CfnResource::builder(&construct, "Role", "AWS::IAM::Role")
        .property(
            "AssumeRolePolicyDocument",
            cfn_json!({
                "Version": "2012-10-17",
                "Statement": [{
                    "Action": "sts:AssumeRole",
                    "Effect": "Allow",
                    "Principal": { "Service": "lambda.amazonaws.com" },
                }],
            }),
        )
        .property(
            "ManagedPolicyArns",
            [Fn::sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")],
        )
        .property("Policies", policies)
        .build();
    let function = CfnResource::builder(&construct, "Handler", "AWS::Lambda::Function")
        .property("Code", cfn_json!({ "ZipFile": HANDLER }))
        .property("Timeout", 900)
        .property("MemorySize", 128)
        .property("Handler", "index.handler")
        .property("Role", role.get_att("Arn"))
        .property("Runtime", "nodejs24.x")
        .property(
            "Description",
            "Lambda function for removing all inbound/outbound rules from the VPC default security group",
        )
        .build();
    function.add_dependency(&role);
    construct
}
