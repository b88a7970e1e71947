//! Nested stacks: stacks that are deployed as a resource of another stack.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::assets::{FileAsset, wants_asset_metadata};
use crate::bag::{ResourceType, TagShape, TypeInfo};
use crate::cfn_resource::{CfnResource, ResourceBuilder};
use crate::diagnostic::Diagnostic;
use crate::duration::Duration;
use crate::format::concat;
use crate::intrinsic::Fn;
use crate::lazy::Lazy;
use crate::names::Names;
use crate::node::{Construct, IConstruct, Node};
use crate::pseudo::Aws;
use crate::resource_policy::RemovalPolicy;
use crate::stack::{NestedData, Stack, StackBuilder};
use crate::token::Token;
use crate::value::{Json, Key, Map, Object, Value};

/// The resource of a nested stack, which has tags.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-stack.html>.
static TYPE: ResourceType = ResourceType {
    info: TypeInfo {
        name: "AWS::CloudFormation::Stack",
        properties: &["NotificationARNs", "Parameters", "Tags", "TemplateURL", "TimeoutInMinutes"],
        limits: &[],
    },
    tags: Some((TagShape::Standard, "Tags")),
};

/// A stack that is deployed as a resource of another stack, to stay below the limits of one template.
///
/// Values of the parent can be used inside, and values of the nested stack outside: they travel through parameters and
/// outputs.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html>.
///
/// ```
/// use aws_cdk_core::{App, CfnOutput, CfnResource, NestedStack, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let storage = NestedStack::new(&stack, "Storage");
/// let table = CfnResource::builder(&storage, "Table", "My::Own::Table").build();
/// CfnOutput::new(&stack, "TableName", table.ref_());
/// ```
#[derive(Clone)]
pub struct NestedStack {
    stack: Stack,
    resource: CfnResource,
}

impl IConstruct for NestedStack {
    fn node(&self) -> &Node {
        self.stack.node()
    }
}

impl fmt::Debug for NestedStack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NestedStack({})", self.node().path())
    }
}

impl std::ops::Deref for NestedStack {
    type Target = Stack;

    fn deref(&self) -> &Stack {
        &self.stack
    }
}

impl NestedStack {
    /// A nested stack. Errors: `core::nested-stack-outside-stack`, and those of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a nested stack with options.
    #[track_caller]
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>) -> NestedStackBuilder {
        NestedStackBuilder {
            stack: Stack::builder(scope, id.as_ref()),
            scope: scope.node().clone(),
            id: id.as_ref().to_owned(),
            parameters: Map::new(),
            timeout: None,
            notification_arns: None,
            removal_policy: RemovalPolicy::Destroy,
        }
    }

    /// Gives a value to a parameter of the nested stack.
    #[track_caller]
    pub fn set_parameter(&self, name: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.stack.set_nested_parameter(Key::Text(name.as_ref().into()), value.into().into_json());
    }

    /// The resource that deploys the nested stack.
    pub fn nested_stack_resource(&self) -> &CfnResource {
        &self.resource
    }

    /// The name of the nested stack, which CloudFormation makes: inside its own name, outside what the resource gives.
    pub fn stack_name(&self) -> Token<String> {
        let outside = Fn::select(1, Fn::split("/", self.resource.ref_()));
        self.contextual(Aws::STACK_NAME.into(), outside)
    }

    /// The ARN of the nested stack: inside its own, outside what the resource gives.
    pub fn stack_id(&self) -> Token<String> {
        self.contextual(Aws::STACK_ID.into(), self.resource.ref_().into())
    }

    fn contextual(&self, inside: Value<String>, outside: Value<String>) -> Token<String> {
        let own = self.node().clone();
        Lazy::string_in(move |context| {
            Some(if *context.stack().node() == own { inside.clone() } else { outside.clone() })
        })
    }
}

/// Builds a [`NestedStack`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct NestedStackBuilder {
    stack: StackBuilder,
    scope: Node,
    id: String,
    parameters: Map<String>,
    timeout: Option<Duration>,
    notification_arns: Option<Vec<String>>,
    removal_policy: RemovalPolicy,
}

impl NestedStackBuilder {
    /// Gives a value to a parameter of the nested stack. Default: none.
    pub fn parameter(mut self, name: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.parameters.insert(name, value);
        self
    }

    /// How long CloudFormation waits for the nested stack; whole minutes. Default: for ever.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }

    /// The topics that are told of the nested stack's events. Default: none.
    pub fn notification_arns<S: Into<String>>(mut self, arns: impl IntoIterator<Item = S>) -> Self {
        self.notification_arns = Some(arns.into_iter().map(Into::into).collect());
        self
    }

    /// What happens to the nested stack when it leaves its parent. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// The description of the template. Default: none.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.stack = self.stack.description(description);
        self
    }

    /// Whether the template is printed in one line. Default: context `@aws-cdk/core:suppressTemplateIndentation`, else
    /// false.
    pub fn suppress_template_indentation(mut self, value: bool) -> Self {
        self.stack = self.stack.suppress_template_indentation(value);
        self
    }

    /// Adds the nested stack. Errors: `core::nested-stack-outside-stack`, `core::nested-stack-timeout`, and those of ids.
    #[track_caller]
    pub fn build(self) -> NestedStack {
        let tree = self.scope.tree().clone();
        let parent = tree.data().stack_of(self.scope.id());
        let parent_env = tree.read(|data| parent.and_then(|id| data.stack(id)).map(|stack| stack.env.clone()));
        let stack = self.stack.env(parent_env.unwrap_or_default()).build_nested();
        let Some(parent) = parent.map(|id| Stack::of(&Node::new(tree.clone(), id))) else {
            stack.node().report(
                Diagnostic::error(
                    "core::nested-stack-outside-stack",
                    "a nested stack has no stack to be deployed with",
                )
                .help("make it below a `Stack`"),
            );
            let resource = ResourceBuilder::new(&TYPE, stack.node(), "Unused".to_owned()).build();
            return NestedStack { stack, resource };
        };
        let template_hash = Rc::new(RefCell::default());
        let resource_scope = Construct::new(&self.scope, format!("{}.NestedStack", self.id));
        let id = format!("{}.NestedStackResource", self.id);
        let mut resource = ResourceBuilder::new(&TYPE, resource_scope.node(), id);
        if let Some(arns) = self.notification_arns {
            resource = resource.set("NotificationARNs", Value::<Vec<String>>::from(arns).into_json());
        }
        resource = resource.set("Parameters", parameters(&stack).into_json());
        resource = resource.set("TemplateURL", template_url(&parent, template_hash.clone()).into_json());
        match self.timeout.map(Duration::to_minutes) {
            Some(Ok(minutes)) => resource = resource.set("TimeoutInMinutes", Value::<Json>::from(minutes).into_json()),
            Some(Err(error)) => stack.node().report(
                Diagnostic::error("core::nested-stack-timeout", format!("the timeout cannot be used: {error}"))
                    .help("use whole minutes"),
            ),
            None => {}
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        let parameters = match Value::<Map<String>>::from(self.parameters).into_json() {
            Json::Object(object) => object,
            _ => Object::new(),
        };
        let nested = NestedData { resource: resource.node().id(), parameters, template_hash };
        stack.update(|stack| stack.nested = Some(nested));
        stack.node().set_default_child(&resource);
        if wants_asset_metadata(stack.node()) {
            resource.add_metadata("aws:asset:path", template_file(stack.node()));
            resource.add_metadata("aws:asset:property", "TemplateURL");
        }
        NestedStack { stack, resource }
    }
}

/// The values that the parent gives, when all references are known.
fn parameters(nested: &Stack) -> Value<Json> {
    let node = nested.node().clone();
    Lazy::value(move |_| {
        let parameters = node.tree().read(|data| {
            data.stack(node.id()).and_then(|stack| stack.nested.as_ref()).map(|nested| nested.parameters.clone())
        });
        parameters.filter(|parameters| !parameters.is_empty()).map(Value::<Json>::from)
    })
}

/// Where the template will be, when it has been rendered.
fn template_url(parent: &Stack, hash: Rc<RefCell<String>>) -> Value<Json> {
    let parent = parent.clone();
    Lazy::value(move |_| {
        let asset = FileAsset::template(&hash.borrow(), String::new());
        let location = parent.file_location(&asset);
        let parts = [
            "https://s3.".into(),
            parent.region(),
            ".".into(),
            parent.url_suffix(),
            "/".into(),
            location.bucket_name,
            "/".into(),
            location.object_key,
        ];
        Some(concat(parts.into_iter().map(Value::into_json)).into())
    })
}

/// The file name of a nested stack's template.
pub(crate) fn template_file(nested: &Node) -> String {
    format!("{}.nested.template.json", Names::unique_id(nested))
}
