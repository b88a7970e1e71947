//! Outputs of a template.

use crate::cfn_condition::CfnCondition;
use crate::cfn_element::{self, Body, ICfnElement, Presence, Section};
use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};
use crate::value::{Json, Object, Value};

/// The order in which the keys of an output are printed.
pub(crate) const ORDER: &[&str] = &["Description", "Value", "Export", "Condition"];

/// A value that the stack shows when it is deployed, and may export.
///
/// ```
/// use aws_cdk_core::{App, Aws, CfnOutput, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// CfnOutput::new(&stack, "Region", Aws::REGION);
/// CfnOutput::builder(&stack, "Shared", "value").export_name("shared-value").description("for others").build();
/// ```
#[derive(Clone, Debug)]
pub struct CfnOutput {
    node: Node,
}

impl IConstruct for CfnOutput {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnOutput {}

impl CfnOutput {
    /// An output of a value.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        Self::builder(scope, id, value).build()
    }

    /// Starts an output with options.
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>, value: impl Into<Value<String>>) -> CfnOutputBuilder {
        CfnOutputBuilder {
            scope: scope.node().clone(),
            id: id.as_ref().to_owned(),
            value: value.into(),
            description: None,
            export_name: None,
            condition: None,
            key: None,
        }
    }

    /// Replaces the value.
    #[track_caller]
    pub fn set_value(&self, value: impl Into<Value<String>>) -> &Self {
        cfn_element::set_entry(&self.node, ORDER, "Value", Some(value.into().into_json()));
        self
    }

    /// Sets the description.
    #[track_caller]
    pub fn set_description(&self, description: impl Into<String>) -> &Self {
        cfn_element::set_entry(&self.node, ORDER, "Description", Some(Json::text(description.into())));
        self
    }

    /// Sets the name under which other stacks import the value. A literal that is not 1 to 255 letters, digits, `:` and
    /// `-` is the error `core::invalid-export-name`.
    #[track_caller]
    pub fn set_export_name(&self, name: impl Into<Value<String>>) -> &Self {
        let name = name.into();
        check_export_name(&self.node, &name);
        cfn_element::set_entry(&self.node, ORDER, "Export", Some(Json::single("Name", name.into_json())));
        self
    }

    /// Shows the output only if the condition holds.
    #[track_caller]
    pub fn set_condition(&self, condition: &CfnCondition) -> &Self {
        cfn_element::set_entry(&self.node, ORDER, "Condition", Some(condition.logical_id_json()));
        self
    }

    /// The value as it was set.
    pub fn value(&self) -> Option<Value<String>> {
        cfn_element::entry_value(&self.node, "Value").map(Value::from_json)
    }

    /// The value for another stack: `Fn::ImportValue` of the export name. Without one this is the error
    /// `core::no-export-name`.
    #[track_caller]
    pub fn import_value(&self) -> Value<String> {
        let export = cfn_element::entry_value(&self.node, "Export");
        match export.as_ref().and_then(Json::as_object).and_then(|export| export.get("Name")) {
            Some(name) => crate::Fn::import_value(Value::from_json(name.clone())),
            None => {
                self.node.report(
                    Diagnostic::error("core::no-export-name", "the output has no export name to import it by")
                        .help("set one with `export_name` before asking for `import_value`"),
                );
                "".into()
            }
        }
    }
}

/// The rule is CloudFormation's: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html>.
#[track_caller]
fn check_export_name(node: &Node, name: &Value<String>) {
    let Some(text) = name.as_literal() else { return };
    let allowed = |character: char| character.is_ascii_alphanumeric() || ":-".contains(character);
    if text.is_empty() || text.chars().count() > 255 || !text.chars().all(allowed) {
        node.report(
            Diagnostic::error("core::invalid-export-name", format!("`{text}` is not a name for an export"))
                .help("use 1 to 255 letters, digits, `:` and `-`"),
        );
    }
}

/// Builds a [`CfnOutput`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct CfnOutputBuilder {
    scope: Node,
    id: String,
    value: Value<String>,
    description: Option<String>,
    export_name: Option<Value<String>>,
    condition: Option<CfnCondition>,
    key: Option<String>,
}

impl CfnOutputBuilder {
    /// The description, up to 1,024 bytes. Default: none.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The name under which other stacks import the value. Default: not exported.
    pub fn export_name(mut self, name: impl Into<Value<String>>) -> Self {
        self.export_name = Some(name.into());
        self
    }

    /// Shows the output only if the condition holds. Default: always.
    pub fn condition(mut self, condition: &CfnCondition) -> Self {
        self.condition = Some(condition.clone());
        self
    }

    /// The output's name in the template, instead of the logical id. Default: the logical id.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Adds the output to the tree. Errors: `core::invalid-export-name`, `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn build(self) -> CfnOutput {
        let mut entry = Object::new();
        if let Some(description) = self.description {
            entry.insert("Description", description);
        }
        entry.insert("Value", self.value);
        if let Some(name) = &self.export_name {
            entry.insert("Export", Json::single("Name", name.as_json().clone()));
        }
        if let Some(condition) = &self.condition {
            entry.insert("Condition", condition.logical_id_json());
        }
        let body =
            Body::Entry { section: Section::Outputs, entry, key: self.key.map(Into::into), presence: Presence::Always };
        let node = cfn_element::add_element(&self.scope, &self.id, body, "aws-cdk-core.CfnOutput");
        if let Some(name) = &self.export_name {
            check_export_name(&node, name);
        }
        CfnOutput { node }
    }
}
