//! Tags of everything below a construct.

use crate::aspect::{Aspect, AspectPriority, Aspects};
use crate::cfn_resource::CfnResource;
use crate::feature_flags::{FeatureFlags, flags};
use crate::node::{IConstruct, Node};
use crate::stack::Stack;
use crate::tags::{self, Tag as AppliedTag};
use crate::value::{Json, Value};

/// The name of stacks among the resource types that tags are applied to.
const STACK: &str = "aws:cdk:stack";

/// The tags of everything below a construct that can be tagged.
///
/// ```
/// use aws_cdk_core::{App, Stack, TagProps, Tags};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// Tags::of(&stack).add("team", "books");
/// Tags::of(&stack).add_with("public", "yes", TagProps::new().include_resource_types(["AWS::ApiGatewayV2::Api"]));
/// ```
///
/// Tags of a stack itself are those of `Stack::builder(..).tag(..)`, unless a tag names the resource type
/// `aws:cdk:stack`.
#[derive(Clone, Debug)]
pub struct Tags {
    node: Node,
}

impl Tags {
    /// The tags of a construct and everything below it.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone() }
    }

    /// Adds a tag. One nearer to the resource wins over one further up. A key or value that AWS refuses is the error
    /// `core::tag`.
    #[track_caller]
    pub fn add(&self, key: impl Into<String>, value: impl Into<Value<String>>) {
        self.add_with(key, value, TagProps::new());
    }

    /// Adds a tag with options.
    #[track_caller]
    pub fn add_with(&self, key: impl Into<String>, value: impl Into<Value<String>>, props: TagProps) {
        let key = key.into();
        let value = value.into();
        if let Some(problem) = tags::check(&key, value.as_json()) {
            self.node.report(problem);
        }
        let mut props = props;
        let explicit = FeatureFlags::of(&self.node).is_enabled(flags::EXPLICIT_STACK_TAGS);
        if explicit && !props.include_resource_types.iter().any(|kind| kind == STACK) {
            props.exclude_resource_types.push(STACK.to_owned());
        }
        self.apply(Tag { key, value: Some(value.into_json()), props });
    }

    /// Removes a tag.
    pub fn remove(&self, key: impl Into<String>) {
        self.remove_with(key, TagProps::new());
    }

    /// Removes a tag, with options.
    pub fn remove_with(&self, key: impl Into<String>, props: TagProps) {
        self.apply(Tag { key: key.into(), value: None, props });
    }

    fn apply(&self, tag: Tag) {
        Aspects::of(&self.node).add_with_priority(tag, mutating_priority(&self.node));
    }
}

/// The priority of the library's own aspects that change constructs.
pub(crate) fn mutating_priority(node: &Node) -> i32 {
    match FeatureFlags::of(node).is_enabled(flags::ASPECT_PRIORITIES_MUTATING) {
        true => AspectPriority::MUTATING,
        false => AspectPriority::DEFAULT,
    }
}

/// Which resources a tag is for, and which of several tags with one key wins.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct TagProps {
    priority: Option<i32>,
    include_resource_types: Vec<String>,
    exclude_resource_types: Vec<String>,
    not_to_launched_instances: bool,
}

impl TagProps {
    /// All resources that can be tagged.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of several tags with one key, the one with the highest priority wins; of equal ones the nearest. Default: 100, and
    /// 200 for removing; tags that a resource has as a property have 50.
    pub fn priority(mut self, value: i32) -> Self {
        self.priority = Some(value);
        self
    }

    /// The resource types to tag. Default: all.
    pub fn include_resource_types<S: Into<String>>(mut self, types: impl IntoIterator<Item = S>) -> Self {
        self.include_resource_types = types.into_iter().map(Into::into).collect();
        self
    }

    /// The resource types not to tag. Default: none.
    pub fn exclude_resource_types<S: Into<String>>(mut self, types: impl IntoIterator<Item = S>) -> Self {
        self.exclude_resource_types = types.into_iter().map(Into::into).collect();
        self
    }

    /// Whether instances that an Auto Scaling group launches get the tag. Default: true.
    pub fn apply_to_launched_instances(mut self, value: bool) -> Self {
        self.not_to_launched_instances = !value;
        self
    }

    fn covers(&self, resource_type: &str) -> bool {
        let named = |types: &[String]| types.iter().any(|kind| kind == resource_type);
        !named(&self.exclude_resource_types)
            && (self.include_resource_types.is_empty() || named(&self.include_resource_types))
    }
}

/// A tag as an aspect: it tags everything that it visits. [`Tags`] is the shorter way.
#[derive(Clone, Debug)]
pub struct Tag {
    key: String,
    /// `None` removes the tag.
    value: Option<Json>,
    props: TagProps,
}

impl Tag {
    /// A tag for all that can be tagged.
    pub fn new(key: impl Into<String>, value: impl Into<Value<String>>) -> Self {
        Self { key: key.into(), value: Some(value.into().into_json()), props: TagProps::new() }
    }

    /// The same tag with options. Default: [`TagProps::new`].
    #[must_use]
    pub fn props(mut self, props: TagProps) -> Self {
        self.props = props;
        self
    }

    fn applied(&self) -> AppliedTag {
        const ADDING: i32 = 100;
        const REMOVING: i32 = 200;
        let default = if self.value.is_some() { ADDING } else { REMOVING };
        AppliedTag {
            key: self.key.clone(),
            value: self.value.clone(),
            priority: self.props.priority.unwrap_or(default),
            apply_to_launched_instances: !self.props.not_to_launched_instances,
        }
    }
}

impl Aspect for Tag {
    fn visit(&self, node: &Node) {
        if let Some(resource) = CfnResource::from_construct(node) {
            if self.props.covers(&resource.cfn_resource_type()) {
                resource.update(|data| data.tags.push(self.applied()));
            }
        } else if Stack::is_stack(node) && self.props.covers(STACK) {
            Stack::of(node).update(|stack| stack.tags.push(self.applied()));
        }
    }
}
