//! Conditions of a template.

use crate::cfn_element::{self, ICfnElement, Section};
use crate::condition_expression::ConditionExpression;
use crate::node::{IConstruct, Node};
use crate::value::{Json, Object, Value};

/// A named condition, which resources, outputs and other conditions use.
///
/// ```
/// use aws_cdk_core::{App, Aws, CfnCondition, Fn, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let in_ireland = CfnCondition::new(&stack, "InIreland", Fn::condition_equals(Aws::REGION, "eu-west-1"));
/// CfnCondition::new(&stack, "Elsewhere", Fn::condition_not(&in_ireland));
/// ```
#[derive(Clone, Debug)]
pub struct CfnCondition {
    node: Node,
}

impl IConstruct for CfnCondition {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnCondition {}

impl CfnCondition {
    /// A condition. Errors: `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, expression: impl Into<ConditionExpression>) -> Self {
        let condition = Self::without_expression(scope, id);
        condition.set_expression(expression);
        condition
    }

    /// A condition whose expression is set later; without one it is left out of the template.
    #[track_caller]
    pub fn without_expression(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        let node =
            cfn_element::add_entry(scope, id.as_ref(), Section::Conditions, Object::new(), "aws-cdk-core.CfnCondition");
        Self { node }
    }

    /// Replaces the expression.
    #[track_caller]
    pub fn set_expression(&self, expression: impl Into<ConditionExpression>) {
        let expression = expression.into().into_json();
        cfn_element::set_entry(&self.node, &[EXPRESSION], EXPRESSION, Some(expression));
    }

    pub(crate) fn logical_id_json(&self) -> Json {
        Value::<String>::from(self.logical_id()).into_json()
    }
}

/// The key under which the expression is kept; the template has the expression itself.
pub(crate) const EXPRESSION: &str = "Expression";

impl From<&CfnCondition> for ConditionExpression {
    fn from(condition: &CfnCondition) -> Self {
        ConditionExpression::from_json(Json::single("Condition", condition.logical_id_json()))
    }
}

impl From<CfnCondition> for ConditionExpression {
    fn from(condition: CfnCondition) -> Self {
        (&condition).into()
    }
}
