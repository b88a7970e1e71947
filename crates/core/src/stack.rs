//! Stacks: the units of deployment, each with a template of its own.

use std::cell::{Ref, RefCell};
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use crate::arn::{self, ArnComponents};
use crate::assets::FileAsset;
use crate::cfn_element::{self, Section};
use crate::cfn_output::CfnOutput;
use crate::dependency::{self, StackDependency};
use crate::diagnostic::Diagnostic;
use crate::environment::Environment;
use crate::feature_flags::{FeatureFlags, flags};
use crate::intrinsic::{self, Fn};
use crate::logical_id::Rename;
use crate::names;
use crate::node::{IConstruct, Node};
use crate::ordered_map::OrderedMap;
use crate::pseudo::Aws;
use crate::references::{self, Reference, ReferenceStrength};
use crate::region;
use crate::synthesizer::{DEFAULT_QUALIFIER, DefaultStackSynthesizer, StackSynthesizer, specialize};
use crate::tags::Tag;
use crate::token::{AnyToken, Attribute, Hint, Token, TokenKind};
use crate::tree::{self, NodeId, NodeKind};
use crate::value::{Json, Key, Object, TypedValue, Value};

pub(crate) struct StackData {
    pub(crate) name: String,
    pub(crate) artifact_id: String,
    pub(crate) env: Environment,
    pub(crate) description: Option<String>,
    pub(crate) termination_protection: bool,
    pub(crate) tags: Vec<Tag>,
    pub(crate) notification_arns: Option<Vec<String>>,
    pub(crate) suppress_template_indentation: bool,
    pub(crate) synthesizer: StackSynthesizer,
    pub(crate) renames: OrderedMap<Rc<str>, Rename>,
    pub(crate) transforms: Vec<String>,
    pub(crate) metadata: Object,
    pub(crate) template_format_version: Option<String>,
    /// Sections of the head of templates that were included.
    pub(crate) included: Vec<(Rc<str>, Json)>,
    pub(crate) file_assets: Vec<FileAsset>,
    pub(crate) dependencies: Vec<StackDependency>,
    /// What only a nested stack has.
    pub(crate) nested: Option<NestedData>,
}

/// What joins a nested stack with its parent.
pub(crate) struct NestedData {
    /// The resource of the parent that deploys the nested stack.
    pub(crate) resource: NodeId,
    /// The values that the parent gives to parameters of the nested stack.
    pub(crate) parameters: Object,
    /// The hash of the template as it was last rendered, empty before that; the name of what is published.
    pub(crate) template_hash: Rc<RefCell<String>>,
}

/// A unit of deployment, with a template of its own.
///
/// ```
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let books = Stack::new(&app, "Books");
/// let music = Stack::builder(&app, "Music").description("all music").termination_protection(true).build();
/// music.add_stack_dependency(&books);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Stack {
    node: Node,
}

impl IConstruct for Stack {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl fmt::Debug for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stack({})", self.node.path())
    }
}

impl Stack {
    /// A stack below an app, a stage, or a construct. Errors: `core::invalid-stack-name`, and those of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a stack with options.
    #[track_caller]
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>) -> StackBuilder {
        StackBuilder {
            scope: scope.node().clone(),
            id: id.as_ref().to_owned(),
            stack_name: None,
            env: Environment::new(),
            description: None,
            termination_protection: false,
            tags: Vec::new(),
            notification_arns: None,
            suppress_template_indentation: None,
            synthesizer: None,
            location: Location::caller(),
        }
    }

    /// The stack of a construct: itself, or the nearest scope that is one. For a construct outside any stack this is the
    /// error `core::outside-stack`.
    #[track_caller]
    pub fn of(construct: &impl IConstruct) -> Self {
        Self::around(construct.node())
    }

    #[track_caller]
    fn around(node: &Node) -> Self {
        let stack = node.tree().data().stack_of(node.id());
        if stack.is_none() {
            let path = node.path();
            let what = if path.is_empty() { "the app".to_owned() } else { format!("`{path}`") };
            node.report(
                Diagnostic::error("core::outside-stack", format!("{what} is not inside a stack"))
                    .help("make it below a `Stack`"),
            );
        }
        Self { node: Node::new(node.tree().clone(), stack.unwrap_or(NodeId::DETACHED)) }
    }

    /// Whether a construct is a stack.
    pub fn is_stack(construct: &impl IConstruct) -> bool {
        let node = construct.node();
        node.tree().data().stack(node.id()).is_some()
    }

    fn data(&self) -> Option<Ref<'_, StackData>> {
        Ref::filter_map(self.node.tree().data(), |data| data.stack(self.node.id())).ok()
    }

    fn read<R: Default>(&self, read: impl FnOnce(&StackData) -> R) -> R {
        match self.data() {
            Some(stack) => read(&stack),
            None => R::default(),
        }
    }

    #[track_caller]
    pub(crate) fn update(&self, change: impl FnOnce(&mut StackData)) {
        if let Some(mut node) = self.node.tree().node_mut(self.node.id())
            && let NodeKind::Stack(stack) = &mut node.kind
        {
            change(stack);
        }
    }

    fn pseudo(&self, name: &'static str) -> Token<String> {
        cfn_element::reference(&self.node, Attribute::Pseudo(name), Hint::String)
    }

    /// The name in CloudFormation.
    pub fn stack_name(&self) -> String {
        self.read(|stack| stack.name.clone())
    }

    /// The id in the cloud assembly, which the CLI's `--exclusively` and file names use.
    pub fn artifact_id(&self) -> String {
        self.read(|stack| stack.artifact_id.clone())
    }

    /// The file name of the template.
    pub fn template_file(&self) -> String {
        format!("{}.template.json", self.artifact_id())
    }

    /// The account: a literal if the environment names one, else a token.
    pub fn account(&self) -> Value<String> {
        self.read(|stack| stack.env.account.clone()).map_or_else(|| Aws::ACCOUNT_ID.into(), Value::from)
    }

    /// The region: a literal if the environment names one, else a token.
    pub fn region(&self) -> Value<String> {
        self.read(|stack| stack.env.region.clone()).map_or_else(|| Aws::REGION.into(), Value::from)
    }

    /// The partition: a literal if the environment names a known region, else a token.
    pub fn partition(&self) -> Value<String> {
        let literals = FeatureFlags::of(self).is_enabled(flags::ENABLE_PARTITION_LITERALS);
        let region = self.read(|stack| stack.env.region.clone());
        match region.as_deref().and_then(region::partition) {
            Some(partition) if literals => partition.into(),
            _ => Aws::PARTITION.into(),
        }
    }

    /// The domain suffix of the partition, as a token.
    pub fn url_suffix(&self) -> Value<String> {
        Aws::URL_SUFFIX.into()
    }

    /// The ARN of the stack, as a token.
    pub fn stack_id(&self) -> Token<String> {
        self.pseudo("AWS::StackId")
    }

    /// The environment, `aws://account/region`, with `unknown-account` and `unknown-region` for what is not given.
    pub fn environment(&self) -> String {
        self.read(|stack| environment_name(&stack.env))
    }

    /// The description of the template. Default: none.
    pub fn description(&self) -> Option<String> {
        self.read(|stack| stack.description.clone())
    }

    /// An ARN of this stack's partition, region and account.
    ///
    /// ```
    /// use aws_cdk_core::{App, ArnComponents, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let arn = stack.format_arn(ArnComponents::new("sqs", "books"));
    /// assert!(arn.is_token());
    /// ```
    pub fn format_arn(&self, components: ArnComponents) -> Value<String> {
        arn::format(components, self)
    }

    /// JSON text of a value, with tokens in it as parts of a `Fn::Join`. A list token in it is the error
    /// `core::list-token-in-json`.
    pub fn to_json_string(&self, value: impl Into<Value<Json>>) -> Value<String> {
        intrinsic::json_text(value.into().into_json(), 0)
    }

    /// As [`Stack::to_json_string`], on several lines with `indent` spaces a level.
    pub fn to_json_string_indented(&self, value: impl Into<Value<Json>>, indent: usize) -> Value<String> {
        intrinsic::json_text(value.into().into_json(), indent)
    }

    /// Gives the element with one logical id another one. An id that no element has is the error `core::unused-rename`;
    /// two renames of one id are `core::duplicate-rename`.
    #[track_caller]
    pub fn rename_logical_id(&self, old: impl AsRef<str>, new: impl AsRef<str>) {
        let (old, new): (Rc<str>, Rc<str>) = (old.as_ref().into(), new.as_ref().into());
        if self.read(|stack| stack.renames.contains_key(&old)) {
            self.node.report(
                Diagnostic::error("core::duplicate-rename", format!("the logical id `{old}` is renamed twice"))
                    .help("rename it once"),
            );
            return;
        }
        let location = Location::caller();
        self.update(|stack| {
            stack.renames.insert(old, Rename { new, location });
        });
    }

    /// Adds a macro to the template's `Transform`. Default: none.
    #[track_caller]
    pub fn add_transform(&self, transform: impl Into<String>) {
        let transform = transform.into();
        self.update(|stack| stack.transforms.push(transform));
    }

    /// Sets a key of the template's `Metadata`. Default: none.
    #[track_caller]
    pub fn add_metadata(&self, key: impl AsRef<str>, value: impl Into<Value<Json>>) {
        let value = value.into().into_json();
        self.update(|stack| {
            stack.metadata.insert(key, value);
        });
    }

    /// Sets the template's `AWSTemplateFormatVersion`. Default: none.
    #[track_caller]
    pub fn set_template_format_version(&self, version: impl Into<String>) {
        let version = version.into();
        self.update(|stack| stack.template_format_version = Some(version));
    }

    /// Deploys this stack after another one. A cycle is the error `core::dependency-cycle`.
    #[track_caller]
    pub fn add_stack_dependency(&self, target: &Stack) {
        dependency::add(&self.node, target.node());
    }

    /// The stacks that are deployed before this one.
    pub fn dependencies(&self) -> Vec<Stack> {
        let ids: Vec<NodeId> =
            self.read(|stack| stack.dependencies.iter().map(|dependency| dependency.stack).collect());
        ids.into_iter().map(|id| Stack { node: Node::new(self.node.tree().clone(), id) }).collect()
    }

    /// Exports a value of this stack, so that another app or a stack to come can import it; gives the import. The value
    /// must be a reference to an element of this stack, else this is the error `core::not-exportable`; see
    /// [`Stack::export_value_as`].
    ///
    /// ```
    /// use aws_cdk_core::{App, CfnResource, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    /// let import = stack.export_value(queue.get_att("Arn"));
    /// ```
    #[track_caller]
    pub fn export_value(&self, value: Token<String>) -> Value<String> {
        let any = value.clone().into_any();
        let node = &self.node;
        let reference = match &*any.kind {
            TokenKind::Reference { target, attribute } => {
                Some(Reference { target: target.id, attribute: attribute.clone(), hint: any.hint })
            }
            _ => None,
        };
        let reference = reference.filter(|reference| node.tree().data().stack_of(reference.target) == Some(node.id()));
        let Some(reference) = reference else {
            node.report(
                Diagnostic::error("core::not-exportable", "the value is not an attribute of a resource of this stack")
                    .help("name the export with `export_value_as`"),
            );
            return value.into();
        };
        let id = node.tree().read(|data| references::published_id(data, node.id(), &reference));
        let (name, scope) = references::ensure_export(self, &id);
        if let Some(scope) = scope {
            let entry = references::export_entry(value.into(), &name, None);
            cfn_element::add_entry(&scope, &id, Section::Outputs, entry, references::OUTPUT);
        }
        Fn::import_value(name)
    }

    /// Exports any value under a name; gives the import.
    #[track_caller]
    pub fn export_value_as(
        &self,
        name: impl AsRef<str>,
        value: impl Into<Value<String>>,
        description: Option<&str>,
    ) -> Value<String> {
        let name = name.as_ref();
        let mut output = CfnOutput::builder(self, format!("Export{name}"), value).export_name(name);
        if let Some(description) = description {
            output = output.description(description);
        }
        output.build();
        Fn::import_value(name)
    }

    /// The value with a strength of its own, should it come from another stack.
    pub fn consume_reference<T: TypedValue>(value: Token<T>, strength: ReferenceStrength) -> Token<T> {
        let reference = value.into_any();
        let hint = reference.hint;
        Token::from_any(AnyToken::new(TokenKind::Consume { reference, strength }, hint))
    }

    /// Text with `${Qualifier}` and, where the environment is known, account and region filled in.
    pub(crate) fn specialize(&self, text: &str) -> String {
        let qualifier = self.qualifier();
        self.read(|stack| specialize(text, &qualifier, stack.env.account.as_deref(), stack.env.region.as_deref()))
    }

    #[track_caller]
    pub(crate) fn set_nested_parameter(&self, key: Key, value: Json) {
        self.update(|stack| {
            if let Some(nested) = &mut stack.nested {
                nested.parameters.entries.insert(key, value);
            }
        });
    }

    /// The stack that is deployed on its own: this one, or that with which it is deployed.
    pub(crate) fn top_level(&self) -> Stack {
        let id = self
            .node
            .tree()
            .read(|data| std::iter::successors(Some(self.node.id()), |stack| data.parent_stack(*stack)).last());
        Stack { node: Node::new(self.node.tree().clone(), id.unwrap_or(self.node.id())) }
    }

    /// Adds a file or directory to what is published with the stack, and says where it will be.
    #[track_caller]
    pub(crate) fn add_file_asset(&self, asset: FileAsset) -> FileAssetLocation {
        let top_level = self.top_level();
        if top_level != *self {
            return top_level.add_file_asset(asset);
        }
        let location = self.file_location(&asset);
        if location.bucket_name.as_literal() == Some("") {
            self.node.report(
                Diagnostic::error("core::legacy-asset", "a stack with the legacy synthesizer cannot publish assets")
                    .help("use a `DefaultStackSynthesizer`"),
            );
        }
        self.update(|stack| stack.file_assets.push(asset));
        location
    }

    /// Where a file or directory will be that is published with the stack.
    pub(crate) fn file_location(&self, asset: &FileAsset) -> FileAssetLocation {
        let top_level = self.top_level();
        let qualifier = top_level.qualifier();
        let (bucket, key) = top_level.read(|stack| match &stack.synthesizer {
            StackSynthesizer::Default(synthesizer) => asset.location(synthesizer, &qualifier, &stack.env),
            StackSynthesizer::Legacy => Default::default(),
        });
        FileAssetLocation { bucket_name: substitute(&bucket), object_key: substitute(&key) }
    }

    /// The qualifier of the bootstrap stack.
    pub(crate) fn qualifier(&self) -> String {
        let given = self.read(|stack| match &stack.synthesizer {
            StackSynthesizer::Default(synthesizer) => synthesizer.qualifier.clone(),
            StackSynthesizer::Legacy => None,
        });
        let context = self.node.try_get_context("@aws-cdk/core:bootstrapQualifier");
        given
            .or_else(|| context.and_then(|value| value.as_str().map(str::to_owned)))
            .unwrap_or_else(|| DEFAULT_QUALIFIER.to_owned())
    }
}

/// Where a file asset will be when the stack is deployed.
#[derive(Clone, Debug)]
pub(crate) struct FileAssetLocation {
    pub(crate) bucket_name: Value<String>,
    pub(crate) object_key: Value<String>,
}

/// Text with placeholders, for a template.
fn substitute(text: &str) -> Value<String> {
    if text.contains("${") { crate::Fn::sub(text) } else { text.into() }
}

pub(crate) fn environment_name(env: &Environment) -> String {
    let account = env.account.as_deref().unwrap_or("unknown-account");
    let region = env.region.as_deref().unwrap_or("unknown-region");
    format!("aws://{account}/{region}")
}

/// Builds a [`Stack`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct StackBuilder {
    scope: Node,
    id: String,
    stack_name: Option<String>,
    env: Environment,
    description: Option<String>,
    termination_protection: bool,
    tags: Vec<(String, String)>,
    notification_arns: Option<Vec<String>>,
    suppress_template_indentation: Option<bool>,
    synthesizer: Option<StackSynthesizer>,
    location: &'static Location<'static>,
}

impl StackBuilder {
    /// The name in CloudFormation: 1 to 128 letters, digits and `-`, a letter first. Default: made from the path.
    pub fn stack_name(mut self, name: impl Into<String>) -> Self {
        self.stack_name = Some(name.into());
        self
    }

    /// The account and region. Default: those of the stage, else decided at deployment.
    pub fn env(mut self, env: Environment) -> Self {
        self.env = env;
        self
    }

    /// The description of the template, up to 1,024 bytes. Default: none.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Whether the stack is protected from deletion. Default: false.
    pub fn termination_protection(mut self, value: bool) -> Self {
        self.termination_protection = value;
        self
    }

    /// A tag of the stack, which CloudFormation gives to its resources. Default: none.
    pub fn tag(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.tags.push((key.into(), value.into()));
        self
    }

    /// The topics that are told of the stack's events. Default: those that the CLI is given.
    pub fn notification_arns<S: Into<String>>(mut self, arns: impl IntoIterator<Item = S>) -> Self {
        self.notification_arns = Some(arns.into_iter().map(Into::into).collect());
        self
    }

    /// Whether the template is printed in one line. Default: context `@aws-cdk/core:suppressTemplateIndentation`, else
    /// false.
    pub fn suppress_template_indentation(mut self, value: bool) -> Self {
        self.suppress_template_indentation = Some(value);
        self
    }

    /// How the stack is published and deployed. Default: a [`DefaultStackSynthesizer`].
    pub fn synthesizer(mut self, synthesizer: impl Into<StackSynthesizer>) -> Self {
        self.synthesizer = Some(synthesizer.into());
        self
    }

    /// Adds the stack to the tree. Errors: `core::invalid-stack-name`, `core::stack-description-too-long`, and those of
    /// ids.
    #[track_caller]
    pub fn build(self) -> Stack {
        let location = self.location;
        let stack = self.build_nested();
        check_stack(&stack.node, &stack.stack_name(), location);
        stack
    }

    /// Adds a stack whose name nobody sees: CloudFormation names nested stacks.
    #[track_caller]
    pub(crate) fn build_nested(self) -> Stack {
        let tree = self.scope.tree().clone();
        let (stage_env, suppressed) = tree.read(|data| {
            let stage = data.stage_of(self.scope.id()).and_then(|id| data.stage(id));
            let suppressed = data.context(self.scope.id(), "@aws-cdk/core:suppressTemplateIndentation");
            (stage.map(|stage| stage.env.clone()).unwrap_or_default(), suppressed.and_then(Json::as_bool) == Some(true))
        });
        let env = Environment {
            account: self.env.account.or(stage_env.account),
            region: self.env.region.or(stage_env.region),
        };
        let data = StackData {
            name: String::new(),
            artifact_id: String::new(),
            env,
            description: self.description,
            termination_protection: self.termination_protection,
            tags: self.tags.into_iter().map(|(key, value)| Tag::given(key, Json::text(value))).collect(),
            notification_arns: self.notification_arns,
            suppress_template_indentation: self.suppress_template_indentation.unwrap_or(suppressed),
            synthesizer: self.synthesizer.unwrap_or_else(|| DefaultStackSynthesizer::new().into()),
            renames: OrderedMap::new(),
            transforms: Vec::new(),
            metadata: Object::new(),
            template_format_version: None,
            included: Vec::new(),
            file_assets: Vec::new(),
            dependencies: Vec::new(),
            nested: None,
        };
        let node = tree::add_node(&self.scope, &self.id, NodeKind::Stack(Box::new(data)), "aws-cdk-core.Stack");
        let prefixed = FeatureFlags::of(&node).is_enabled(flags::INCLUDE_PREFIX_IN_UNIQUE_NAME_GENERATION);
        let (name, artifact_id) =
            tree.read(|data| (names::stack_name(data, node.id(), prefixed), names::stack_artifact_id(data, node.id())));
        let name = self.stack_name.unwrap_or(name);
        let stack = Stack { node };
        stack.update(|stack| {
            stack.name = name;
            stack.artifact_id = artifact_id;
        });
        stack
    }
}

/// The rules are CloudFormation's:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html>.
fn check_stack(node: &Node, name: &str, location: &'static Location<'static>) {
    let letters = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let rest = name.chars().all(|character| character.is_ascii_alphanumeric() || character == '-');
    if !letters || !rest || name.len() > 128 {
        node.report(
            Diagnostic::error("core::invalid-stack-name", format!("`{name}` is not a name for a stack"))
                .help("use up to 128 letters, digits and `-`, a letter first; set it with `stack_name`")
                .at(location),
        );
    }
    let too_long = node.tree().read(|data| {
        let description = data.stack(node.id()).and_then(|stack| stack.description.as_ref());
        description.map(|text| text.len()).filter(|length| *length > 1024)
    });
    if let Some(length) = too_long {
        node.report(
            Diagnostic::error("core::stack-description-too-long", format!("the description has {length} bytes"))
                .help("use up to 1,024 bytes")
                .at(location),
        );
    }
}
