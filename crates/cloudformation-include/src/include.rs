//! The construct of an included template, and access to what the template contains.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::l1::{self, L1, ResourceBuilder};
use aws_cdk_core::{
    CfnCondition, CfnHook, CfnMapping, CfnOutput, CfnParameter, CfnResource, CfnRule, Diagnostic, IConstruct, Node,
};
use indexmap::IndexMap;

use crate::builder::CfnIncludeBuilder;
use crate::elements::Elements;

/// An existing template, as part of a stack.
///
/// ```
/// use aws_cdk_cfn_sqs::CfnQueue;
/// use aws_cdk_cloudformation_include::CfnInclude;
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let include = CfnInclude::builder(&stack, "Existing")
///     .template("Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 5\n")
///     .build();
///
/// let orders = include.get_typed::<CfnQueue>("Orders");
/// assert_eq!(orders.delay_seconds().and_then(|delay| delay.as_literal()), Some(5));
/// orders.set_visibility_timeout(60);
/// ```
#[derive(Clone)]
pub struct CfnInclude {
    node: Node,
    elements: Rc<Elements>,
    /// False if the template has mistakes, so that elements may be missing for these.
    is_complete: bool,
}

impl IConstruct for CfnInclude {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl fmt::Debug for CfnInclude {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CfnInclude({})", self.node.path())
    }
}

impl CfnInclude {
    /// Starts to include a template, which is given by [`CfnIncludeBuilder::template_file`] or
    /// [`CfnIncludeBuilder::template`].
    ///
    /// ```compile_fail
    /// # use aws_cdk_cloudformation_include::CfnInclude;
    /// # let stack = aws_cdk_core::Stack::new(&aws_cdk_core::App::new(), "Stack");
    /// CfnInclude::builder(&stack, "NoTemplate").build();
    /// ```
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>) -> CfnIncludeBuilder {
        CfnIncludeBuilder::new(scope, id.as_ref())
    }

    pub(crate) fn new(node: Node, elements: Rc<Elements>, is_complete: bool) -> Self {
        Self { node, elements, is_complete }
    }

    /// A resource by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_resource(&self, logical_id: impl AsRef<str>) -> CfnResource {
        let logical_id = logical_id.as_ref();
        self.find(&self.elements.resources, "resource", logical_id)
            .unwrap_or_else(|| CfnResource::builder(&self.node, self.free_id(), "(no such resource)").build())
    }

    /// A resource as the L1 construct of its type, with typed properties and attributes. One that is not there is the error
    /// `include::no-such-element`, one of another type is `include::wrong-type`.
    ///
    /// Properties of nested types can be replaced, and changed with
    /// [`add_property_override`](aws_cdk_core::CfnResource::add_property_override).
    #[track_caller]
    pub fn get_typed<T: L1>(&self, logical_id: impl AsRef<str>) -> T {
        let logical_id = logical_id.as_ref();
        if let Some(resource) = self.find(&self.elements.resources, "resource", logical_id) {
            if let Some(typed) = l1::typed(&resource) {
                return typed;
            }
            let (actual, expected) = (resource.cfn_resource_type(), T::resource_type().info.name);
            let diagnostic = if actual == expected {
                let message = format!("the properties of `{logical_id}` are known only at deployment");
                Diagnostic::error("include::wrong-type", message).help("use `get_resource`")
            } else {
                let message = format!("the resource `{logical_id}` is of the type `{actual}`, not `{expected}`");
                Diagnostic::error("include::wrong-type", message).help(format!("ask for the L1 of `{actual}`"))
            };
            self.node.report(diagnostic);
        }
        T::from_resource(ResourceBuilder::new(T::resource_type(), &self.node, self.free_id()).build())
    }

    /// A parameter by its name in the template. One that is not there, or that was replaced by a value, is the error
    /// `include::no-such-element`.
    #[track_caller]
    pub fn get_parameter(&self, name: impl AsRef<str>) -> CfnParameter {
        self.find(&self.elements.parameters, "parameter", name.as_ref())
            .unwrap_or_else(|| CfnParameter::new(&self.node, self.free_id()))
    }

    /// A mapping by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_mapping(&self, name: impl AsRef<str>) -> CfnMapping {
        self.find(&self.elements.mappings, "mapping", name.as_ref()).unwrap_or_else(|| {
            CfnMapping::new(&self.node, self.free_id(), aws_cdk_core::Json::Object(Default::default()))
        })
    }

    /// A condition by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_condition(&self, name: impl AsRef<str>) -> CfnCondition {
        self.find(&self.elements.conditions, "condition", name.as_ref())
            .unwrap_or_else(|| CfnCondition::without_expression(&self.node, self.free_id()))
    }

    /// A rule by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_rule(&self, name: impl AsRef<str>) -> CfnRule {
        self.find(&self.elements.rules, "rule", name.as_ref())
            .unwrap_or_else(|| CfnRule::new(&self.node, self.free_id()))
    }

    /// A hook by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_hook(&self, name: impl AsRef<str>) -> CfnHook {
        self.find(&self.elements.hooks, "hook", name.as_ref())
            .unwrap_or_else(|| CfnHook::new(&self.node, self.free_id(), "(no such hook)", aws_cdk_core::Json::Null))
    }

    /// An output by its name in the template. One that is not there is the error `include::no-such-element`.
    #[track_caller]
    pub fn get_output(&self, name: impl AsRef<str>) -> CfnOutput {
        self.find(&self.elements.outputs, "output", name.as_ref())
            .unwrap_or_else(|| CfnOutput::new(&self.node, self.free_id(), ""))
    }

    /// All resources of the template, by name, those first to which others refer.
    pub fn resources(&self) -> impl Iterator<Item = (&str, &CfnResource)> {
        self.elements.resources.iter().map(|(name, resource)| (name.as_str(), resource))
    }

    #[track_caller]
    fn find<T: Clone>(&self, elements: &IndexMap<String, T>, what: &str, name: &str) -> Option<T> {
        let found = elements.get(name).cloned();
        // Where the template itself is wrong, that is all there is to say.
        if found.is_none() && self.is_complete {
            let names: Vec<&str> = elements.keys().map(String::as_str).collect();
            let help = match names.as_slice() {
                [] => "it has none".to_owned(),
                names => format!("it has: {}", names.join(", ")),
            };
            let message = match self.elements.replaced.contains_key(name) {
                true => format!("the template has no {what} `{name}`, in the place of which stands a value"),
                false => format!("the template has no {what} `{name}`"),
            };
            self.node.report(Diagnostic::error("include::no-such-element", message).help(help));
        }
        found
    }

    /// The id for what stands in the place of an element that is missing.
    fn free_id(&self) -> String {
        format!("(missing {})", self.node.children().len())
    }
}
