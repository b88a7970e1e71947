//! Hooks of a template: what CloudFormation calls while it deploys a stack.

use crate::cfn_element::{self, ICfnElement, Section};
use crate::node::{IConstruct, Node};
use crate::value::{Json, Object, Value};

/// A hook: an action of CloudFormation during a deployment, such as `AWS::CodeDeploy::BlueGreen`.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green.html>.
///
/// ```
/// use aws_cdk_core::{App, CfnHook, Stack, cfn_json};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// CfnHook::new(&stack, "Check", "My::Own::Hook", cfn_json!({ "Level": "strict" }));
/// ```
#[derive(Clone, Debug)]
pub struct CfnHook {
    node: Node,
}

impl IConstruct for CfnHook {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnHook {}

impl CfnHook {
    /// A hook of a type, with its properties. Errors: `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        hook_type: impl AsRef<str>,
        properties: impl Into<Value<Json>>,
    ) -> Self {
        let mut entry = Object::new();
        entry.insert("Type", hook_type.as_ref()).insert("Properties", properties.into());
        Self { node: cfn_element::add_entry(scope, id.as_ref(), Section::Hooks, entry, "aws-cdk-core.CfnHook") }
    }

    /// The type, such as `AWS::CodeDeploy::BlueGreen`.
    pub fn hook_type(&self) -> String {
        let kind = cfn_element::entry_value(&self.node, "Type");
        kind.as_ref().and_then(Json::as_str).unwrap_or_default().to_owned()
    }
}
