//! Rules of a template: checks of parameters before anything is deployed.

use crate::cfn_element::{self, ICfnElement, Section};
use crate::condition_expression::ConditionExpression;
use crate::node::{IConstruct, Node};
use crate::value::{Json, Object};

/// A check of the template's parameters.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html>.
///
/// ```
/// use aws_cdk_core::{App, CfnParameter, CfnRule, Fn, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let size = CfnParameter::new(&stack, "Size");
/// let rule = CfnRule::new(&stack, "Sizes");
/// rule.add_assertion(Fn::condition_contains(["small", "large"], size.value_as_string()), "small or large");
/// ```
#[derive(Clone, Debug)]
pub struct CfnRule {
    node: Node,
}

impl IConstruct for CfnRule {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnRule {}

/// The order in which the keys of a rule are printed.
pub(crate) const ORDER: &[&str] = &["RuleCondition", "Assertions"];

impl CfnRule {
    /// A rule without condition and assertions. Errors: `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        let node = cfn_element::add_entry(scope, id.as_ref(), Section::Rules, Object::new(), "aws-cdk-core.CfnRule");
        Self { node }
    }

    /// When the assertions are checked. Default: always.
    #[track_caller]
    pub fn set_rule_condition(&self, condition: impl Into<ConditionExpression>) {
        cfn_element::set_entry(&self.node, ORDER, "RuleCondition", Some(condition.into().into_json()));
    }

    /// Adds what must hold, and what is said if it does not.
    #[track_caller]
    pub fn add_assertion(&self, assertion: impl Into<ConditionExpression>, description: impl AsRef<str>) {
        let mut assertions = match cfn_element::entry_value(&self.node, "Assertions") {
            Some(Json::List(assertions)) => assertions,
            _ => Vec::new(),
        };
        let assertion =
            [("Assert", assertion.into().into_json()), ("AssertDescription", Json::text(description.as_ref()))];
        assertions.push(Json::object(assertion));
        cfn_element::set_entry(&self.node, ORDER, "Assertions", Some(Json::List(assertions)));
    }
}
