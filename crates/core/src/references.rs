//! References between stacks: what stands for a value of one stack in the template of another.
//!
//! A *strong* reference exports the value and imports it with `Fn::ImportValue`: CloudFormation then refuses to remove the
//! value while it is used. A *weak* one reads an output of the other stack with `Fn::GetStackOutput`. Between a nested stack
//! and its parent a value travels through a parameter or an output.

use std::rc::Rc;

use crate::arn::{ArnComponents, format as format_arn};
use crate::cfn_element::{self, Section, add_entry, node_ref};
use crate::cfn_resource::CfnResource;
use crate::dependency;
use crate::diagnostic::Diagnostic;
use crate::feature_flags::flags;
use crate::logical_id::LogicalIds;
use crate::node::{Construct, IConstruct, Node};
use crate::ordered_map::OrderedMap;
use crate::render;
use crate::resolve::Resolver;
use crate::sorting;
use crate::stack::{Stack, StackData};
use crate::stack_output_role;
use crate::synthesizer::StackSynthesizer;
use crate::token::{AnyToken, Attribute, Hint, NodeRef, TokenKind};
use crate::tree::{NodeId, Tree, TreeData};
use crate::unique_id::unique_id;
use crate::value::{Json, Object, Value};

/// How firmly a stack holds on to a value of another stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReferenceStrength {
    /// By export and import: the value cannot be removed while it is used.
    Strong,
    /// By reading an output when deploying: the value can be removed at any time.
    Weak,
    /// Weak, with the export kept: the step between the two for stacks that are deployed already.
    Both,
}

impl ReferenceStrength {
    fn from_context(value: &Json) -> Option<Self> {
        match value.as_str()? {
            "strong" => Some(Self::Strong),
            "weak" => Some(Self::Weak),
            "both" => Some(Self::Both),
            _ => None,
        }
    }

    /// The value of the context key `@aws-cdk/core:defaultCrossStackReferences`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Weak => "weak",
            Self::Both => "both",
        }
    }
}

/// Stands between the elements of a list that crosses a stack as text.
pub(crate) const LIST_DELIMITER: &str = "||";

/// A value of one stack that another stack uses.
#[derive(Clone)]
pub(crate) struct ForeignReference {
    /// The construct that uses it.
    pub(crate) scope: NodeId,
    pub(crate) consumer: NodeId,
    pub(crate) reference: Reference,
    /// The strength that was asked for with this value alone.
    pub(crate) strength: Option<ReferenceStrength>,
}

/// A value of an element.
#[derive(Clone)]
pub(crate) struct Reference {
    pub(crate) target: NodeId,
    pub(crate) attribute: Attribute,
    pub(crate) hint: Hint,
}

impl Reference {
    fn token(&self, tree: &Rc<Tree>) -> Json {
        let target = NodeRef { tree: Rc::downgrade(tree), id: self.target };
        Json::Token(AnyToken::new(TokenKind::Reference { target, attribute: self.attribute.clone() }, self.hint))
    }

    fn display_name(&self) -> &str {
        match &self.attribute {
            Attribute::Ref => "Ref",
            Attribute::GetAtt(name) => name,
            Attribute::Pseudo(name) => name,
        }
    }

    /// What an output of the producer publishes: a list as text.
    fn published(&self, tree: &Rc<Tree>) -> Value<String> {
        match self.hint {
            Hint::List => crate::Fn::join(LIST_DELIMITER, Value::from_json(self.token(tree))),
            _ => Value::from_json(self.token(tree)),
        }
    }

    /// The list again, of what arrived as text.
    fn arrived(&self, text: Value<String>) -> Json {
        match self.hint {
            Hint::List => crate::Fn::split(LIST_DELIMITER, text).into_json(),
            _ => text.into_json(),
        }
    }
}

/// What stands for references into other stacks, by the stack that uses them.
#[derive(Default)]
pub(crate) struct Imports {
    entries: OrderedMap<ImportKey, Json>,
}

type ImportKey = (NodeId, NodeId, Attribute, Option<&'static str>);

impl Imports {
    fn key(reference: &ForeignReference) -> ImportKey {
        let strength = reference.strength.map(ReferenceStrength::as_str);
        (reference.consumer, reference.reference.target, reference.reference.attribute.clone(), strength)
    }

    pub(crate) fn get(&self, reference: &ForeignReference) -> Option<&Json> {
        self.entries.get(&Self::key(reference))
    }
}

/// Finds the references of `elements` into other stacks, and makes the outputs, parameters and dependencies that they need.
pub(crate) fn resolve(
    tree: &Rc<Tree>,
    elements: &[NodeId],
    imports: &mut Imports,
    found: &mut Vec<(NodeId, Diagnostic)>,
) {
    let several = tree.read(|data| data.nodes.iter().filter(|node| node.is_stack()).nth(1).is_some());
    if !several {
        return;
    }
    let mut references = collect(tree, elements, imports);
    // A strength given for one value is looked at last, so that its output comes after those of the others.
    sorting::sort_by_key(&mut references, |reference| reference.strength.is_some());
    for reference in references {
        if imports.get(&reference).is_some() {
            continue;
        }
        let mut resolution = Resolution { tree, scope: reference.scope, problem: None };
        let value = resolution.value(reference.consumer, &reference.reference, reference.strength);
        if let Some(problem) = resolution.problem {
            let location = tree.read(|data| data.node(reference.scope).location);
            found.push((reference.scope, problem.at(location)));
        }
        imports.entries.insert(Imports::key(&reference), value);
    }
}

fn collect(tree: &Rc<Tree>, elements: &[NodeId], imports: &Imports) -> Vec<ForeignReference> {
    tree.read_locked(|data| {
        let mut references = Vec::new();
        for &element in elements {
            let Some(stack) = data.stack_of(element) else { continue };
            let resolver = Resolver::new(tree, data, stack, None, imports);
            resolver.visit(element);
            references.append(&mut resolver.foreign.borrow_mut());
        }
        references
    })
}

/// One reference on its way to the stack that uses it.
struct Resolution<'a> {
    tree: &'a Rc<Tree>,
    scope: NodeId,
    problem: Option<Diagnostic>,
}

impl Resolution<'_> {
    fn stack(&self, id: NodeId) -> Stack {
        Stack::of(&self.node(id))
    }

    fn node(&self, id: NodeId) -> Node {
        Node::new(self.tree.clone(), id)
    }

    fn parent(&self, stack: NodeId) -> Option<NodeId> {
        self.tree.read(|data| data.parent_stack(stack))
    }

    fn refuse(&mut self, diagnostic: Diagnostic) -> Json {
        self.problem.get_or_insert(diagnostic);
        Json::text("")
    }

    fn value(&mut self, consumer: NodeId, reference: &Reference, given: Option<ReferenceStrength>) -> Json {
        let Some(producer) = self.tree.read(|data| data.stack_of(reference.target)) else { return Json::text("") };
        if producer == consumer {
            return reference.token(self.tree);
        }
        if self.tree.read(|data| is_nested_in(data, consumer, producer))
            && let Some(parent) = self.parent(consumer)
        {
            let value = self.value(parent, reference, None);
            return self.nested_parameter(consumer, reference, value);
        }
        if self.parent(producer).is_some() {
            let output = self.nested_output(producer, reference);
            let value = self.value(consumer, &output, None);
            return reference.arrived(Value::from_json(value));
        }
        self.across(consumer, producer, reference, given)
    }

    /// A reference between two stacks that are deployed on their own.
    fn across(
        &mut self,
        consumer: NodeId,
        producer: NodeId,
        reference: &Reference,
        given: Option<ReferenceStrength>,
    ) -> Json {
        let strength = given.unwrap_or_else(|| self.strength(consumer, reference.target));
        let (from, to) = self.tree.read(|data| {
            let env = |id| data.stack(id).map(|stack: &StackData| stack.env.clone()).unwrap_or_default();
            (env(producer), env(consumer))
        });
        let regions_known = from.region.is_some() && to.region.is_some();
        if from.account != to.account {
            if !regions_known {
                return self.refuse(self.unreachable(
                    consumer,
                    producer,
                    reference,
                    "the stacks are in different accounts and not both name a region",
                ));
            }
            return self.output_of_other_account(consumer, producer, reference);
        }
        if from.region != to.region {
            if !regions_known {
                return self.refuse(self.unreachable(
                    consumer,
                    producer,
                    reference,
                    "only one of the stacks names a region",
                ));
            }
            if strength != ReferenceStrength::Weak {
                return self.refuse(self.unreachable(
                    consumer,
                    producer,
                    reference,
                    "a strong reference cannot cross regions",
                ));
            }
        }
        self.depend(consumer, reference);
        match strength {
            ReferenceStrength::Strong => reference.arrived(self.export(producer, reference)),
            ReferenceStrength::Weak => self.read_output(producer, reference, self.publish(producer, reference), None),
            ReferenceStrength::Both => {
                self.export(producer, reference);
                self.read_output(producer, reference, self.publish(producer, reference), None)
            }
        }
    }

    /// That of the producing resource, else that of the consuming stack's context, else weak.
    fn strength(&self, consumer: NodeId, target: NodeId) -> ReferenceStrength {
        self.tree.read(|data| {
            let resource = data.resource(target).and_then(|resource| resource.reference_strength);
            resource.unwrap_or_else(|| match data.context(consumer, flags::DEFAULT_CROSS_STACK_REFERENCES) {
                None => ReferenceStrength::Weak,
                Some(value) => ReferenceStrength::from_context(value).unwrap_or(ReferenceStrength::Strong),
            })
        })
    }

    /// The stacks depend on each other by the constructs that the reference joins, which a report of a cycle names.
    fn depend(&self, consumer: NodeId, reference: &Reference) {
        let source =
            if self.tree.read(|data| data.stack_of(self.scope)) == Some(consumer) { self.scope } else { consumer };
        dependency::add(&self.node(source), &self.node(reference.target));
    }

    fn unreachable(&self, consumer: NodeId, producer: NodeId, reference: &Reference, why: &str) -> Diagnostic {
        let path = |id| self.tree.path(id);
        let (consumer, producer, target) = (path(consumer), path(producer), path(reference.target));
        let message = format!(
            "the stack `{consumer}` cannot use `{}` of `{target}`, which is in the stack `{producer}`: {why}",
            reference.display_name()
        );
        Diagnostic::error("core::cross-stack-reference", message)
            .help("name account and region of both stacks, use a weak reference, or pass a physical name as text")
    }

    /// An exported output of the producer; gives the import.
    fn export(&self, producer: NodeId, reference: &Reference) -> Value<String> {
        let (name, output) = ensure_export(&self.stack(producer), &self.published_id(producer, reference));
        if let Some(scope) = output {
            let entry = export_entry(reference.published(self.tree), &name, None);
            add_entry(&scope, &self.published_id(producer, reference), Section::Outputs, entry, OUTPUT);
        }
        crate::Fn::import_value(name)
    }

    /// The construct id of an output: made from what the output publishes, so that it is the same in every synthesis.
    fn published_id(&self, producer: NodeId, reference: &Reference) -> String {
        self.tree.read(|data| published_id(data, producer, reference))
    }

    /// An output of the producer that is not exported; gives its name.
    fn publish(&self, producer: NodeId, reference: &Reference) -> Value<String> {
        let scope = publish_scope(&self.stack(producer));
        let id = self.published_id(producer, reference);
        let output = scope.try_find_child(&id).unwrap_or_else(|| {
            let mut entry = Object::new();
            entry.insert("Value", reference.published(self.tree));
            add_entry(&scope, &id, Section::Outputs, entry, OUTPUT)
        });
        let name = AnyToken::new(TokenKind::LogicalId(node_ref(&output)), Hint::String);
        Value::from_json(Json::Token(name))
    }

    /// What reads an output of the producer, with the role if it is of another account.
    fn read_output(
        &self,
        producer: NodeId,
        reference: &Reference,
        output: Value<String>,
        role_arn: Option<Value<String>>,
    ) -> Json {
        let stack = self.stack(producer);
        let text = crate::Fn::get_stack_output_from(stack.stack_name(), output, Some(stack.region()), role_arn);
        reference.arrived(text)
    }

    /// An output of a stack in another account, read with a role that the producer makes for it.
    fn output_of_other_account(&mut self, consumer: NodeId, producer: NodeId, reference: &Reference) -> Json {
        let (stack, user) = (self.stack(producer), self.stack(consumer));
        let execution_role = self.tree.read(|data| match data.stack(consumer).map(|stack| &stack.synthesizer) {
            Some(StackSynthesizer::Default(synthesizer)) => Some(synthesizer.cloud_formation_execution_role.clone()),
            _ => None,
        });
        let Some(execution_role) = execution_role.map(|role| user.specialize(&role)) else {
            return self.refuse(self.unreachable(
                consumer,
                producer,
                reference,
                "the stack has no execution role to read it with",
            ));
        };
        let stack_arn = format_arn(
            ArnComponents::new("cloudformation", "stack").resource_name(format!("{}/*", stack.stack_name())),
            &stack,
        );
        let output = self.publish(producer, reference);
        let role_arn = stack_output_role::ensure(&publish_scope(&stack), &stack, &execution_role, stack_arn);
        self.read_output(producer, reference, output, Some(role_arn))
    }

    /// A parameter of a nested stack, which its parent sets.
    fn nested_parameter(&self, nested: NodeId, reference: &Reference, value: Json) -> Json {
        let id = format!("reference-to-{}", self.unique_name(reference));
        let node = self.node(nested);
        let parameter = node.try_find_child(&id).unwrap_or_else(|| {
            let parameter = crate::CfnParameter::new(&node, &id);
            let key = AnyToken::new(TokenKind::LogicalId(node_ref(parameter.node())), Hint::String);
            self.stack(nested).set_nested_parameter(crate::value::Key::Token(key), value);
            parameter.node().clone()
        });
        Value::<Json>::from(cfn_element::reference::<String>(&parameter, Attribute::Ref, reference.hint)).into_json()
    }

    /// An output of a nested stack, which its parent reads as an attribute.
    fn nested_output(&self, producer: NodeId, reference: &Reference) -> Reference {
        let id = self.unique_name(reference);
        let node = self.node(producer);
        let output = node.try_find_child(&id).unwrap_or_else(|| {
            let mut entry = Object::new();
            entry.insert("Value", reference.published(self.tree));
            add_entry(&node, &id, Section::Outputs, entry, OUTPUT)
        });
        let (resource, name) = self.tree.read(|data| {
            let resource = data.stack(producer).and_then(|stack| stack.nested.as_ref()).map(|nested| nested.resource);
            (resource.unwrap_or(NodeId::DETACHED), LogicalIds::of(data, output.id()))
        });
        Reference {
            target: resource,
            attribute: Attribute::GetAtt(format!("Outputs.{name}").into()),
            hint: Hint::String,
        }
    }

    fn unique_name(&self, reference: &Reference) -> String {
        let unique = self.tree.read(|data| unique_id(&data.path_components(reference.target)).unwrap_or_default());
        format!("{unique}{}", reference.display_name())
    }
}

/// What `tree.json` shows for outputs.
pub(crate) const OUTPUT: &str = "aws-cdk-core.CfnOutput";

fn publish_scope(stack: &Stack) -> Node {
    child_scope(stack, "Publish")
}

fn child_scope(stack: &Stack, id: &str) -> Node {
    let found = stack.node().try_find_child(id);
    found.unwrap_or_else(|| Construct::new(stack, id).node().clone())
}

/// The id of the output that publishes a reference.
pub(crate) fn published_id(data: &TreeData, producer: NodeId, reference: &Reference) -> String {
    let id = LogicalIds::of(data, reference.target);
    let published = match &reference.attribute {
        Attribute::Ref => Json::single("Ref", Json::text(id)),
        Attribute::Pseudo(name) => Json::single("Ref", Json::text(name)),
        Attribute::GetAtt(name) => {
            Json::single("Fn::GetAtt", Json::List(vec![Json::text(id), Json::String(name.clone())]))
        }
    };
    debug_assert_eq!(data.stack_of(reference.target), Some(producer), "only its own stack publishes a value");
    format!("Output{}", render::compact(&published))
}

/// The name of the export that publishes under a construct id, and the scope for its output if that is not there yet.
pub(crate) fn ensure_export(stack: &Stack, id: &str) -> (String, Option<Node>) {
    /// CloudFormation's limit for the name of an export.
    const MAX_LENGTH: usize = 255;
    let scope = child_scope(stack, "Exports");
    let prefix = format!("{}:", stack.stack_name());
    let local = unique_id(&["Exports", id]).unwrap_or_default();
    let skipped = (local.len() + prefix.len()).saturating_sub(MAX_LENGTH);
    let name = format!("{prefix}{}", &local[skipped.min(local.len())..]);
    let missing = scope.try_find_child(id).is_none();
    (name, missing.then_some(scope))
}

/// The entry of an output that is exported.
pub(crate) fn export_entry(value: Value<String>, name: &str, description: Option<&str>) -> Object {
    let mut entry = Object::new();
    if let Some(description) = description {
        entry.insert("Description", description);
    }
    entry.insert("Value", value);
    entry.insert("Export", Json::single("Name", Json::text(name)));
    entry
}

fn is_nested_in(data: &TreeData, nested: NodeId, parent: NodeId) -> bool {
    std::iter::successors(data.parent_stack(nested), |stack| data.parent_stack(*stack)).any(|stack| stack == parent)
}

/// How firmly stacks hold on to the values of a construct, or those below a scope to values of others.
///
/// ```
/// use aws_cdk_core::{App, CfnResource, CrossStackReferences, ReferenceStrength, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
/// CrossStackReferences::of(&queue).produce(ReferenceStrength::Strong);
/// ```
#[derive(Clone, Debug)]
pub struct CrossStackReferences {
    node: Node,
}

impl CrossStackReferences {
    /// The references of a construct.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone() }
    }

    /// Says how firmly other stacks hold on to the values of the construct, or of its default child. One that has no
    /// resource is the error `core::no-default-resource`.
    #[track_caller]
    pub fn produce(&self, strength: ReferenceStrength) {
        let child = self.node.default_child().and_then(|child| CfnResource::from_construct(&child));
        match child.or_else(|| CfnResource::from_construct(&self.node)) {
            Some(resource) => resource.apply_cross_stack_reference_strength(strength),
            None => self.node.report(
                Diagnostic::error(
                    "core::no-default-resource",
                    "the construct is no resource and has none as its default child",
                )
                .help("name the resource itself"),
            ),
        }
    }

    /// Says how firmly everything below the construct holds on to values of other stacks.
    #[track_caller]
    pub fn consume(&self, strength: ReferenceStrength) {
        self.node.set_context(flags::DEFAULT_CROSS_STACK_REFERENCES, strength.as_str());
    }
}
