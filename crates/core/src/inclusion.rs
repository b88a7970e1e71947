//! For `aws-cdk-cloudformation-include`: what a template of its own needs of the tree, as it stands in the template.

use std::rc::Rc;

use crate::bag::ResourceType;
use crate::cfn_element;
use crate::cfn_output;
use crate::cfn_parameter;
use crate::cfn_resource::CfnResource;
use crate::cfn_rule::{self, CfnRule};
use crate::condition_expression::ConditionExpression;
use crate::js_number;
use crate::node::IConstruct;
use crate::stack::Stack;
use crate::token::{AnyToken, Hint, TokenKind};
use crate::value::{Json, Object};

pub use crate::token::Hint as ValueKind;

/// The keys that a parameter can have.
pub const PARAMETER_KEYS: &[&str] = cfn_parameter::ORDER;

/// The keys that an output can have.
pub const OUTPUT_KEYS: &[&str] = cfn_output::ORDER;

/// The keys that a rule can have.
pub const RULE_KEYS: &[&str] = cfn_rule::ORDER;

/// A function of CloudFormation with its arguments, as a token.
pub fn intrinsic(name: &'static str, arguments: Json, hint: Hint) -> Json {
    Json::Token(AnyToken::new(TokenKind::Intrinsic { name, value: arguments, language_extension: false }, hint))
}

/// The expression of a condition as it stands in a template.
pub fn condition_expression(json: Json) -> ConditionExpression {
    ConditionExpression::from_json(json)
}

/// Replaces all properties of a raw resource: by an object, or by a function that gives one.
#[track_caller]
pub fn set_properties(resource: &CfnResource, properties: Json) {
    resource.update(|data| data.properties = properties);
}

/// Replaces all properties of a raw resource, and makes it one of a type: these properties are rendered in the order of
/// the type, and tags of scopes reach the resource.
#[track_caller]
pub fn set_typed_properties(resource: &CfnResource, resource_type: &'static ResourceType, properties: &Object) {
    set_properties(resource, Json::Object(properties.clone()));
    resource.become_type(resource_type);
}

/// A number as JavaScript makes text of it.
pub fn number_text(number: f64) -> String {
    let mut text = String::new();
    js_number::write_number(&mut text, number);
    text
}

/// Sets the `CreationPolicy` as it stands in a template.
#[track_caller]
pub fn set_creation_policy(resource: &CfnResource, policy: Json) {
    resource.update(|data| data.options.creation_policy = Some(policy));
}

/// Sets the `UpdatePolicy` as it stands in a template.
#[track_caller]
pub fn set_update_policy(resource: &CfnResource, policy: Json) {
    resource.update(|data| data.options.update_policy = Some(policy));
}

/// Lets a resource be part of a cycle of references, which a macro will resolve.
#[track_caller]
pub fn allow_cycles(resource: &CfnResource) {
    resource.node().set_state(Rc::new(CyclesAllowed));
}

/// What [`allow_cycles`] keeps.
pub(crate) struct CyclesAllowed;

/// Sets `RuleCondition` or `Assertions` as they stand in a template.
#[track_caller]
pub fn set_rule_entry(rule: &CfnRule, key: &str, value: Json) {
    cfn_element::set_entry(rule.node(), cfn_rule::ORDER, key, Some(value));
}

/// Adds a section of the template's head (`Description`, `Transform`, `Metadata`, …), which is merged with the stack's.
#[track_caller]
pub fn add_head(stack: &Stack, section: &str, value: Json) {
    stack.update(|data| data.included.push((section.into(), value)));
}
