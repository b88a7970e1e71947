//! Resources: any CloudFormation resource, and what all L1 constructs share.

use std::borrow::Cow;
use std::cell::{Ref, RefMut};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use crate::bag::{Bag, ResourceType};
use crate::cfn_element::{self, Body, ICfnElement};
use crate::cfn_resource_options::CfnResourceOptions;
use crate::dependency;
use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};
use crate::ordered_map::OrderedMap;
use crate::overrides::{Override, Overrides};
use crate::references::ReferenceStrength;
use crate::resource_policy::{CfnDeletionPolicy, RemovalPolicy};
use crate::stack::Stack;
use crate::synthesis::logical_id_suffix::{LogicalIdSuffix, SuffixContext};
use crate::tags::Tag;
use crate::token::{Attribute, Hint, NodeRef, Token};
use crate::tree::{NodeId, NodeKind, TreeData};
use crate::value::{AttributeType, Json, Object, Value};

/// What a resource holds besides its properties. Most resources have none of it, and then it takes no memory.
#[derive(Default)]
pub(crate) struct RareOptions(Option<Box<ResourceOptions>>);

impl Deref for RareOptions {
    type Target = ResourceOptions;

    fn deref(&self) -> &ResourceOptions {
        const NONE: &ResourceOptions = &ResourceOptions::NONE;
        self.0.as_deref().unwrap_or(NONE)
    }
}

impl DerefMut for RareOptions {
    fn deref_mut(&mut self) -> &mut ResourceOptions {
        self.0.get_or_insert_with(|| Box::new(ResourceOptions::NONE))
    }
}

pub(crate) struct ResourceOptions {
    pub(crate) condition: Option<NodeRef>,
    pub(crate) depends_on: OrderedMap<NodeId, ()>,
    pub(crate) metadata: Object,
    pub(crate) creation_policy: Option<Json>,
    pub(crate) update_policy: Option<Json>,
    pub(crate) update_replace_policy: Option<CfnDeletionPolicy>,
    pub(crate) deletion_policy: Option<CfnDeletionPolicy>,
    pub(crate) version: Option<String>,
    pub(crate) description: Option<String>,
}

impl ResourceOptions {
    const NONE: Self = Self {
        condition: None,
        depends_on: OrderedMap::new(),
        metadata: Object::new(),
        creation_policy: None,
        update_policy: None,
        update_replace_policy: None,
        deletion_policy: None,
        version: None,
        description: None,
    };
}

pub(crate) struct ResourceData {
    pub(crate) type_name: Cow<'static, str>,
    pub(crate) resource_type: Option<&'static ResourceType>,
    /// An [`Object`] of a raw resource, a [`Bag`] of an L1.
    pub(crate) properties: Json,
    pub(crate) options: RareOptions,
    pub(crate) overrides: Overrides,
    pub(crate) tags: Vec<Tag>,
    /// How firmly other stacks hold on to this resource. Default: as their context says.
    pub(crate) reference_strength: Option<ReferenceStrength>,
}

/// What [`CfnResource::set_synthesize_if`] keeps.
struct SynthesizeIf(Box<dyn Fn() -> bool>);

/// Whether an element is in its template, as far as L2 crates have a say.
pub(crate) fn is_synthesized(data: &TreeData, element: NodeId) -> bool {
    let states = data.node(element).extras().map(|extras| extras.state.as_slice()).unwrap_or_default();
    let mut conditions = states.iter().filter_map(|state| state.downcast_ref::<SynthesizeIf>());
    conditions.all(|SynthesizeIf(condition)| condition())
}

/// A CloudFormation resource of any type. L1 constructs give access to it, as the base of their typed API.
///
/// ```
/// use aws_cdk_core::{App, CfnResource, Stack, cfn_json};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue")
///     .property("DelaySeconds", 5)
///     .build();
/// queue.add_property_override("Tags", cfn_json!([{ "Key": "team", "Value": "books" }]));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct CfnResource {
    node: Node,
}

impl IConstruct for CfnResource {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnResource {}

impl fmt::Debug for CfnResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.cfn_resource_type(), self.node.path())
    }
}

impl CfnResource {
    /// Starts a resource of any type, also one that no L1 crate knows. An empty type is the error
    /// `core::empty-resource-type`.
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>, type_name: impl AsRef<str>) -> CfnResourceBuilder {
        CfnResourceBuilder {
            scope: scope.node().clone(),
            id: id.as_ref().to_owned(),
            type_name: type_name.as_ref().to_owned(),
            properties: Object::new(),
            problems: Vec::new(),
        }
    }

    /// The resource of a construct, if it is one.
    pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {
        let node = construct.node();
        let is_resource =
            node.tree().data().element(node.id()).is_some_and(|element| matches!(element.body, Body::Resource(_)));
        is_resource.then(|| Self { node: node.clone() })
    }

    pub(crate) fn of_node(node: Node) -> Self {
        Self { node }
    }

    /// For generated code: the resource of a construct, if it is an L1 of that type.
    #[doc(hidden)]
    pub fn of_type(node: &Node, resource_type: &'static ResourceType) -> Option<Self> {
        let resource = Self::from_construct(node)?;
        let same = resource.read(|data| data.resource_type.is_some_and(|known| std::ptr::eq(known, resource_type)));
        (same == Some(true)).then_some(resource)
    }

    /// Makes a raw resource one of a type, or one of a type that an included template gave it, with its properties in the
    /// type's order. False if it is of another type, or if its properties are known only at deployment.
    #[track_caller]
    pub(crate) fn become_type(&self, resource_type: &'static ResourceType) -> bool {
        if self.cfn_resource_type() != resource_type.info.name {
            return false;
        }
        let mut bag = Bag::new(&resource_type.info);
        let is_known = self.read(|data| match &data.properties {
            Json::Object(object) => {
                object.iter().for_each(|(name, value)| bag.set_by_name(name, value.clone()));
                true
            }
            Json::Typed(known) => {
                known.entries().for_each(|(name, value)| bag.set_by_name(name, value.clone()));
                true
            }
            _ => false,
        });
        if is_known != Some(true) {
            return false;
        }
        self.update(|data| {
            data.properties = Json::Typed(Box::new(bag));
            data.resource_type = Some(resource_type);
        });
        true
    }

    /// What synthesis knows of the resource, to be read. Nothing if this is no resource.
    fn data(&self) -> Option<Ref<'_, ResourceData>> {
        Ref::filter_map(self.node.tree().data(), |data| data.resource(self.node.id())).ok()
    }

    pub(crate) fn read<R>(&self, read: impl FnOnce(&ResourceData) -> R) -> Option<R> {
        let data = self.data()?;
        Some(read(&data))
    }

    #[track_caller]
    fn data_mut(&self) -> Option<RefMut<'_, ResourceData>> {
        let node = self.node.tree().node_mut(self.node.id())?;
        RefMut::filter_map(node, |node| match &mut node.kind {
            NodeKind::Element(element) => match &mut element.body {
                Body::Resource(resource) => Some(&mut **resource),
                Body::Entry { .. } => None,
            },
            _ => None,
        })
        .ok()
    }

    #[track_caller]
    pub(crate) fn update(&self, change: impl FnOnce(&mut ResourceData)) {
        if let Some(mut data) = self.data_mut() {
            change(&mut data);
        }
    }

    /// The CloudFormation type, such as `AWS::ApiGatewayV2::Api`.
    pub fn cfn_resource_type(&self) -> String {
        self.read(|data| data.type_name.to_string()).unwrap_or_default()
    }

    /// The stack of the resource.
    pub fn stack(&self) -> Stack {
        Stack::of(&self.node)
    }

    /// The logical id: its name in the template, as a token that resolves to text when synthesizing.
    pub fn logical_id(&self) -> Token<String> {
        ICfnElement::logical_id(self)
    }

    /// Replaces the logical id. One that is not 1 to 255 letters and digits is the error `core::invalid-logical-id`.
    #[track_caller]
    pub fn override_logical_id(&self, logical_id: impl AsRef<str>) {
        ICfnElement::override_logical_id(self, logical_id);
    }

    /// What `Ref` gives for this type: mostly its name or id.
    pub fn ref_(&self) -> Token<String> {
        cfn_element::reference(&self.node, Attribute::Ref, Hint::String)
    }

    /// What `Fn::GetAtt` gives for an attribute, by its CloudFormation name.
    pub fn get_att(&self, name: impl AsRef<str>) -> Token<String> {
        self.attribute(name.as_ref())
    }

    /// An attribute of any type.
    pub fn attribute<T: AttributeType>(&self, name: &str) -> Token<T> {
        cfn_element::reference(&self.node, Attribute::GetAtt(name.into()), T::ATTRIBUTE_HINT)
    }

    /// A property by its CloudFormation name, as it was set.
    pub fn property(&self, name: &str) -> Option<Json> {
        self.read(|data| match &data.properties {
            Json::Typed(bag) => bag.get(name).cloned(),
            Json::Object(object) => object.get(name).cloned(),
            _ => None,
        })?
    }

    /// For generated code: a property with its type.
    #[doc(hidden)]
    pub fn typed_property<T>(&self, name: &str) -> Option<Value<T>> {
        self.property(name).map(Value::from_json)
    }

    /// For generated code: sets a property to a value of its type.
    #[doc(hidden)]
    #[track_caller]
    pub fn set_typed_property<T>(&self, name: &str, value: impl Into<Value<T>>) {
        self.set_property(name, value.into().json);
    }

    /// For generated code: sets a property by its CloudFormation name.
    #[doc(hidden)]
    #[inline(never)]
    #[track_caller]
    pub fn set_property(&self, name: &str, value: Json) {
        self.update(|data| match &mut data.properties {
            Json::Typed(bag) => bag.set_by_name(name, value),
            Json::Object(object) => {
                object.insert(name, value);
            }
            _ => {}
        });
    }

    /// Sets anything in the resource's template, by a path with dots: `Metadata.Owner`, `Properties.Tags.0.Value`.
    /// A dot that belongs to a key is written `\.`; numbers are positions in lists.
    #[track_caller]
    pub fn add_override(&self, path: impl AsRef<str>, value: impl Into<Value<Json>>) {
        let value = value.into().into_json();
        self.update(|data| data.overrides.add(path.as_ref(), Override::from(value)));
    }

    /// Removes anything from the resource's template, by a path as in [`CfnResource::add_override`].
    #[track_caller]
    pub fn add_deletion_override(&self, path: impl AsRef<str>) {
        self.update(|data| data.overrides.add(path.as_ref(), Override::Delete));
    }

    /// Sets anything in the resource's properties, by a path below `Properties`.
    #[track_caller]
    pub fn add_property_override(&self, path: impl AsRef<str>, value: impl Into<Value<Json>>) {
        self.add_override(format!("Properties.{}", path.as_ref()), value);
    }

    /// Removes anything from the resource's properties, by a path below `Properties`.
    #[track_caller]
    pub fn add_property_deletion_override(&self, path: impl AsRef<str>) {
        self.add_deletion_override(format!("Properties.{}", path.as_ref()));
    }

    /// Adds an entry to the resource's `Metadata`.
    #[track_caller]
    pub fn add_metadata(&self, key: impl AsRef<str>, value: impl Into<Value<Json>>) {
        let value = value.into().into_json();
        self.update(|data| {
            data.options.metadata.insert(key, value);
        });
    }

    /// An entry of the resource's `Metadata`.
    pub fn metadata(&self, key: &str) -> Option<Json> {
        self.read(|data| data.options.metadata.get(key).cloned())?
    }

    /// Makes this resource wait for another one (`DependsOn`). One in another stack makes the stacks depend on each
    /// other. A cycle is the error `core::dependency-cycle`.
    #[track_caller]
    pub fn add_dependency(&self, target: &CfnResource) {
        dependency::add(&self.node, target.node());
    }

    /// Takes back [`CfnResource::add_dependency`].
    #[track_caller]
    pub fn remove_dependency(&self, target: &CfnResource) {
        dependency::remove(&self.node, target.node());
    }

    /// Waits for `new_target` instead of `target`. Where it did not wait for `target` this is the error
    /// `core::no-such-dependency`.
    #[track_caller]
    pub fn replace_dependency(&self, target: &CfnResource, new_target: &CfnResource) {
        if !self.obtain_dependencies().contains(target) {
            let message = format!("`{}` does not depend on `{}`", self.node.path(), target.node.path());
            self.node.report(
                Diagnostic::error("core::no-such-dependency", message).help("use `add_dependency` for a new one"),
            );
            return;
        }
        self.remove_dependency(target);
        self.add_dependency(new_target);
    }

    /// The resources of the same stack for which this one was made to wait.
    pub fn obtain_dependencies(&self) -> Vec<CfnResource> {
        let ids = self.read(|data| data.options.depends_on.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
        ids.into_iter().map(|id| CfnResource { node: Node::new(self.node.tree().clone(), id) }).collect()
    }

    /// For L2 crates: leaves the resource out of the template, and out of the `DependsOn` of others, unless a condition
    /// holds when templates are rendered.
    #[doc(hidden)]
    #[track_caller]
    pub fn set_synthesize_if(&self, condition: impl Fn() -> bool + 'static) {
        self.node.set_state(Rc::new(SynthesizeIf(Box::new(condition))));
    }

    /// For L2 crates: makes the logical id of this resource end in letters and digits that are made of the template's entry
    /// of another resource, unless the logical id is overridden.
    #[doc(hidden)]
    #[track_caller]
    pub fn set_logical_id_suffix(
        &self,
        of: &CfnResource,
        suffix: impl Fn(&Json, &SuffixContext<'_>) -> String + 'static,
    ) {
        self.node.set_state(Rc::new(LogicalIdSuffix { of: of.node.id(), suffix: Box::new(suffix) }));
    }

    /// The attributes that CloudFormation has for resources of any type, besides the properties.
    pub fn cfn_options(&self) -> CfnResourceOptions {
        CfnResourceOptions::new(self.clone())
    }

    /// Says what happens to the resource when it leaves the stack or is replaced: sets `DeletionPolicy` and
    /// `UpdateReplacePolicy`. `Snapshot` of a type that has none is the error `core::no-snapshot`.
    #[track_caller]
    pub fn apply_removal_policy(&self, policy: RemovalPolicy) {
        self.apply_deletion_policy(policy);
        self.update(|data| data.options.update_replace_policy = Some(policy.update_replace_policy()));
    }

    /// Says how firmly other stacks hold on to the values of this resource. Default: as the context of the stack that uses
    /// them says (`@aws-cdk/core:defaultCrossStackReferences`), else weak.
    #[track_caller]
    pub fn apply_cross_stack_reference_strength(&self, strength: ReferenceStrength) {
        self.update(|data| data.reference_strength = Some(strength));
    }

    /// As [`CfnResource::apply_removal_policy`], but leaves `UpdateReplacePolicy` alone.
    #[track_caller]
    pub fn apply_deletion_policy(&self, policy: RemovalPolicy) {
        let type_name = self.cfn_resource_type();
        if policy == RemovalPolicy::Snapshot && !crate::resource_policy::has_snapshots(&type_name) {
            self.node.report(
                Diagnostic::error(
                    "core::no-snapshot",
                    format!("{type_name} does not support the removal policy Snapshot"),
                )
                .help("use RemovalPolicy::Retain or RemovalPolicy::Destroy"),
            );
        }
        self.update(|data| data.options.deletion_policy = Some(policy.deletion_policy()));
    }
}

/// Builds a [`CfnResource`] of any type.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct CfnResourceBuilder {
    scope: Node,
    id: String,
    type_name: String,
    properties: Object,
    problems: Vec<Diagnostic>,
}

impl CfnResourceBuilder {
    /// Sets a property by its CloudFormation name. Default: none.
    pub fn property(mut self, name: impl AsRef<str>, value: impl Into<Value<Json>>) -> Self {
        self.properties.insert(name, value);
        self
    }

    /// Sets several properties from an object. Anything else is the error `core::properties-not-object`.
    #[track_caller]
    pub fn properties(mut self, properties: impl Into<Value<Json>>) -> Self {
        match properties.into().into_json() {
            Json::Object(object) => self.properties.entries.extend(object.entries),
            _ => self.problems.push(
                Diagnostic::error("core::properties-not-object", "the properties of a resource are an object")
                    .help("give names and values: `cfn_json!({ \"Name\": \"books\" })`"),
            ),
        }
        self
    }

    /// Adds the resource to the tree. Errors: `core::empty-resource-type`, `core::outside-stack`, and those of ids.
    #[track_caller]
    pub fn build(self) -> CfnResource {
        let empty = self.type_name.is_empty();
        let resource = add_resource(&self.scope, &self.id, self.type_name.into(), None, Json::Object(self.properties));
        for problem in self.problems {
            resource.node.report(problem);
        }
        if empty {
            resource.node.report(
                Diagnostic::error("core::empty-resource-type", "the resource has no type")
                    .help("name a CloudFormation type such as `AWS::SQS::Queue`"),
            );
        }
        resource
    }
}

/// For generated code: what the builder of an L1 stores.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct ResourceBuilder {
    resource_type: &'static ResourceType,
    scope: Node,
    id: String,
    properties: Bag,
}

impl ResourceBuilder {
    /// Starts a resource of a type.
    pub fn new(resource_type: &'static ResourceType, scope: &Node, id: String) -> Self {
        Self { resource_type, scope: scope.clone(), id, properties: Bag::new(&resource_type.info) }
    }

    /// Sets a property by its CloudFormation name.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: Json) -> Self {
        self.properties.set(name, value);
        self
    }

    /// For generated code: sets a property to a value of its type.
    #[doc(hidden)]
    pub fn set_typed<T>(&mut self, name: &'static str, value: impl Into<Value<T>>) {
        self.properties.set(name, value.into().json);
    }

    /// Sets a property that the type does not name.
    #[inline(never)]
    pub fn set_additional(mut self, name: impl Into<String>, value: Json) -> Self {
        self.properties.set_additional(name.into(), value);
        self
    }

    /// Adds the resource to the tree.
    #[inline(never)]
    #[track_caller]
    pub fn build(self) -> CfnResource {
        let type_name = self.resource_type.info.name.into();
        let mut properties = self.properties;
        properties.shrink_to_fit();
        let properties = Json::Typed(Box::new(properties));
        add_resource(&self.scope, &self.id, type_name, Some(self.resource_type), properties)
    }
}

#[track_caller]
fn add_resource(
    scope: &Node,
    id: &str,
    type_name: Cow<'static, str>,
    resource_type: Option<&'static ResourceType>,
    properties: Json,
) -> CfnResource {
    let data = ResourceData {
        type_name,
        resource_type,
        properties,
        options: RareOptions::default(),
        overrides: Overrides::default(),
        tags: Vec::new(),
        reference_strength: None,
    };
    let body = Body::Resource(Box::new(data));
    CfnResource { node: cfn_element::add_element(scope, id, body, "aws-cdk-core.CfnResource") }
}
