//! The files of a cloud assembly: templates, asset manifests, metadata and `manifest.json`, for the app and its stages.
//!
//! The format is that of `@aws-cdk/cloud-assembly-schema`.

use std::path::Path;
use std::rc::Rc;

use crate::assets::FileAsset;
use crate::context_provider;
use crate::diagnostic::Diagnostic;
use crate::hash;
use crate::logical_id::LogicalIds;
use crate::nested_stack;
use crate::node::Node;
use crate::ordered_map::OrderedMap;
use crate::quota::{self, Usage};
use crate::references::Imports;
use crate::render;
use crate::resolve::Resolver;
use crate::stack::{StackData, environment_name};
use crate::stage;
use crate::synthesizer::{DEFAULT_QUALIFIER, DefaultStackSynthesizer, StackSynthesizer, specialize};
use crate::tags;
use crate::tree::{NodeId, NodeKind, Tree, TreeData};
use crate::value::{Json, Object};

use super::limits;
use super::metadata::{self, StackMetadata};
use super::output::Output;
use super::template::{self, BOOTSTRAP_VERSION};
use super::{StackArtifact, tree_json};

/// The lowest schema version that has all that is written here, so that older versions of the CLI read it too.
pub(crate) const SCHEMA_VERSION: &str = "43.0.0";

/// The version of the bootstrap stack that has a lookup role.
const LOOKUP_ROLE_VERSION: i64 = 8;

/// What a synthesis makes.
#[derive(Default)]
pub(crate) struct Assembly {
    /// The files so far, by paths inside the output directory.
    pub(crate) output: Output,
    pub(crate) assets: OrderedMap<String, FileAsset>,
    pub(crate) stacks: Vec<StackArtifact>,
    /// The templates of all stacks, nested ones too, where no files are written.
    pub(crate) templates: Vec<(NodeId, String)>,
    /// The metadata files, which are written when all messages are known.
    pub(crate) metadata: Vec<StackMetadata>,
}

struct Builder<'a> {
    tree: &'a Rc<Tree>,
    data: &'a TreeData,
    ids: &'a LogicalIds,
    imports: &'a Imports,
    found: &'a mut Vec<(NodeId, Diagnostic)>,
    output: Assembly,
    usages: Vec<Usage>,
    /// The templates of nested stacks, by the stack that they are published with, and their files.
    nested_templates: Vec<(NodeId, FileAsset, String)>,
}

/// Builds all files of the app.
pub(crate) fn build(
    tree: &Rc<Tree>,
    data: &TreeData,
    ids: &LogicalIds,
    imports: &Imports,
    usages: Vec<Usage>,
    found: &mut Vec<(NodeId, Diagnostic)>,
    output: Output,
) -> Assembly {
    let output = Assembly { output, ..Assembly::default() };
    let mut builder = Builder { tree, data, ids, imports, found, output, usages, nested_templates: Vec::new() };
    builder.stage(NodeId::ROOT, Path::new(""));
    builder.output.output.push(Path::new(quota::FILE), quota::render(data, &builder.usages));
    builder.output
}

impl Builder<'_> {
    /// An assembly: that of the app, or of a stage inside it.
    fn stage(&mut self, stage: NodeId, directory: &Path) {
        let mut artifacts = Object::new();
        let mut inside = self.data.preorder(stage, &|id| self.data.stage(id).is_none());
        inside.retain(|id| *id != stage);
        for &nested in inside.iter().filter(|id| self.data.stage(**id).is_some()) {
            let name = stage::artifact_id(self.data, nested);
            self.stage(nested, &directory.join(&name));
            let properties =
                [("directoryName", Json::text(&name)), ("displayName", Json::text(self.data.path(nested)))];
            let artifact =
                Json::object([("type", Json::text("cdk:cloud-assembly")), ("properties", Json::object(properties))]);
            self.add_artifact(&mut artifacts, &name, artifact, nested);
        }
        let stacks = stacks_innermost_first(self.data, stage);
        let top_level: Vec<NodeId> = stacks.into_iter().filter(|stack| self.template(*stack, directory)).collect();
        if stage == NodeId::ROOT {
            self.tree();
        }
        // The hashes are made beside the tree, and needed from here on.
        let hashes = self.output.output.hashes();
        for (index, stack) in top_level.into_iter().enumerate() {
            let hash = hashes.get(index).map(|hash| hash::hex(hash)).unwrap_or_default();
            self.stack(stack, &hash, directory, &mut artifacts);
        }
        if stage == NodeId::ROOT {
            let properties = Json::single("file", Json::text("tree.json"));
            artifacts.insert("Tree", Json::object([("type", Json::text("cdk:tree")), ("properties", properties)]));
        }
        let mut manifest = Object::new();
        manifest.insert("version", SCHEMA_VERSION);
        manifest.insert("artifacts", Json::Object(artifacts));
        let missing = self.missing(stage);
        if !missing.is_empty() {
            manifest.insert("missing", Json::List(missing));
        }
        self.output.output.push(&directory.join("manifest.json"), render::render(&Json::Object(manifest), 2));
        let version = Json::single("version", Json::text(SCHEMA_VERSION));
        self.output.output.push(&directory.join("cdk.out"), render::compact(&version));
    }

    /// Writes `tree.json`, where files are written at all.
    fn tree(&mut self) {
        let output = &mut self.output.output;
        if !output.is_needed() {
            return;
        }
        output.push(Path::new("tree.json"), String::new());
        tree_json::render(self.tree, self.data, self.ids, self.imports, &mut |part| output.push_more(part));
    }

    /// What the CLI is asked to look up, for the stacks of an assembly and of those inside it, each once.
    fn missing(&self, stage: NodeId) -> Vec<Json> {
        let mut known = Vec::new();
        let mut entries = Vec::new();
        for id in self.data.preorder(stage, &|_| true) {
            let Some(stack) = self.data.stack(id) else { continue };
            for missing in context_provider::missing(&Node::new(self.tree.clone(), id)) {
                if known.contains(&missing.key) {
                    continue;
                }
                known.push(missing.key.clone());
                entries.push(missing.entry(&self.lookup_role(id, stack)));
            }
        }
        entries
    }

    fn lookup_role(&self, node: NodeId, stack: &StackData) -> Vec<(&'static str, String)> {
        let StackSynthesizer::Default(synthesizer) = &stack.synthesizer else { return Vec::new() };
        let qualifier = qualifier(self.data, node, stack);
        let publishing = Publishing { stack, synthesizer, qualifier: &qualifier };
        let mut role = vec![("lookupRoleArn", publishing.special(&synthesizer.lookup_role_arn))];
        role.extend(synthesizer.lookup_role_external_id.clone().map(|id| ("lookupRoleExternalId", id)));
        role
    }

    /// Writes the template of a stack. True if it is one that is deployed on its own, and not by its parent.
    fn template(&mut self, node: NodeId, directory: &Path) -> bool {
        let Some(stack) = self.data.stack(node) else { return false };
        let qualifier = qualifier(self.data, node, stack);
        let mut elements = self.data.preorder(node, &|id| !matches!(self.data.node(id).kind, NodeKind::Stack(_)));
        elements.retain(|id| self.data.element(*id).is_some());

        let resolver = Resolver::new(self.tree, self.data, node, Some(self.ids), self.imports);
        let indent = if stack.suppress_template_indentation { 0 } else { 1 };
        let template = template::template(&resolver, stack, &elements, &qualifier, indent);
        let metadata = StackMetadata::new(&resolver, directory, stack, elements.clone());
        self.found.extend(resolver.problems.take());
        limits::check(self.data, node, &template, &elements, &mut self.usages, self.found);
        let text = template.text;
        if let Some(nested) = &stack.nested {
            let hash = hash::hex(&hash::sha256(render::in_one_line(&text)));
            nested.template_hash.replace(hash.clone());
            self.nested_template(node, directory, &hash, text);
            return false;
        }
        self.output.metadata.push(metadata);
        let output = &mut self.output.output;
        if output.is_needed() {
            output.push_hashed(&directory.join(template_file(stack)), text);
        } else {
            self.output.templates.push((node, text));
        }
        true
    }

    /// Adds a stack of which the template is written, with its hash.
    fn stack(&mut self, node: NodeId, template_hash: &str, directory: &Path, artifacts: &mut Object) {
        let Some(stack) = self.data.stack(node) else { return };
        let qualifier = qualifier(self.data, node, stack);
        let (template_file, metadata_file) = (template_file(stack), metadata::file_name(stack));
        self.output.stacks.push(StackArtifact {
            stack_name: stack.name.clone(),
            display_name: self.data.path(node),
            template_file: directory.join(&template_file),
        });

        let mut properties = Object::new();
        properties.insert("templateFile", &template_file);
        properties.insert("terminationProtection", stack.termination_protection);
        let tags = tags::stack_tags(&stack.tags);
        if !tags.is_empty() {
            properties.insert("tags", Json::Object(tags.into_iter().collect()));
        }
        properties.insert("validateOnSynth", false);
        if let Some(arns) = &stack.notification_arns {
            properties.insert("notificationArns", arns.as_slice().iter().collect::<Vec<_>>());
        }
        let mut dependencies: Vec<String> = stack
            .dependencies
            .iter()
            .filter_map(|dependency| self.data.stack(dependency.stack))
            .map(|stack| stack.artifact_id.clone())
            .collect();
        if let StackSynthesizer::Default(synthesizer) = &stack.synthesizer {
            let assets = format!("{}.assets", stack.artifact_id);
            let publishing = Publishing { stack, synthesizer, qualifier: &qualifier };
            let manifest = self.asset_manifest(&publishing, node, &template_file, template_hash);
            self.output.output.push(&directory.join(format!("{assets}.json")), render::render(&manifest, 2));
            artifacts.insert(&assets, publishing.asset_artifact(&assets));
            publishing.deployment(&mut properties, template_hash, &assets);
            dependencies.push(assets);
        }
        if stack.name != stack.artifact_id {
            properties.insert("stackName", &stack.name);
        }

        let mut artifact = Object::new();
        artifact.insert("type", "aws:cloudformation:stack");
        artifact.insert("environment", environment_name(&stack.env));
        artifact.insert("properties", Json::Object(properties));
        if !dependencies.is_empty() {
            artifact.insert("dependencies", dependencies);
        }
        artifact.insert("additionalMetadataFile", metadata_file);
        artifact.insert("displayName", self.data.path(node));
        self.add_artifact(artifacts, &stack.artifact_id, Json::Object(artifact), node);
    }

    fn add_artifact(&mut self, artifacts: &mut Object, name: &str, artifact: Json, node: NodeId) {
        if artifacts.get(name).is_some() {
            let message =
                format!("`{name}` would be written twice: the ids of two stacks or stages give the same name");
            self.found.push((
                node,
                Diagnostic::error("core::duplicate-artifact", message)
                    .help("give one of them another id")
                    .at(self.data.node(node).location),
            ));
        }
        artifacts.insert(name, artifact);
    }

    /// The template of a nested stack is published with the stack that is deployed on its own.
    fn nested_template(&mut self, node: NodeId, directory: &Path, hash: &str, text: String) {
        let file = nested_stack::template_file(&Node::new(self.tree.clone(), node));
        let mut parents = std::iter::successors(Some(node), |stack| self.data.parent_stack(*stack));
        let top_level = parents.by_ref().last().unwrap_or(node);
        let path = self.data.path(node);
        let relative = path.strip_prefix(&self.data.path(top_level)).unwrap_or(&path).trim_start_matches('/');
        let asset = FileAsset::template(hash, format!("{relative} Nested Stack Template"));
        if self.output.output.is_needed() {
            self.output.output.push(&directory.join(&file), text);
        } else {
            self.output.templates.push((node, text));
        }
        self.nested_templates.push((top_level, asset, file));
    }

    fn asset_manifest(&mut self, publishing: &Publishing<'_>, node: NodeId, template_file: &str, hash: &str) -> Json {
        let Publishing { stack, synthesizer, qualifier } = publishing;
        let depth = self.data.ancestors(node).filter(|id| self.data.stage(*id).is_some()).count().saturating_sub(1);
        let mut files = Object::new();
        for asset in &stack.file_assets {
            let name = asset.staged_name();
            let path = format!("{}{name}", "../".repeat(depth));
            if files.get(&asset.hash).is_none() {
                files.insert(&asset.hash, asset.manifest_entry(path, synthesizer, qualifier, &stack.env));
            }
            self.output.assets.get_or_insert_with(name, || asset.clone());
        }
        for (_, asset, file) in self.nested_templates.iter().filter(|(stack, _, _)| *stack == node) {
            files.insert(&asset.hash, asset.manifest_entry(file.clone(), synthesizer, qualifier, &stack.env));
        }
        let template = publishing.template_asset(hash);
        files.insert(hash, template.manifest_entry(template_file.to_owned(), synthesizer, qualifier, &stack.env));
        Json::object([
            ("version", Json::text(SCHEMA_VERSION)),
            ("files", Json::Object(files)),
            ("dockerImages", Json::Object(Object::new())),
        ])
    }
}

/// How a stack is published with the default synthesizer.
struct Publishing<'a> {
    stack: &'a StackData,
    synthesizer: &'a DefaultStackSynthesizer,
    qualifier: &'a str,
}

impl Publishing<'_> {
    fn special(&self, text: &str) -> String {
        let env = &self.stack.env;
        specialize(text, self.qualifier, env.account.as_deref(), env.region.as_deref())
    }

    fn version_parameter(&self) -> String {
        specialize(&self.synthesizer.bootstrap_stack_version_ssm_parameter, self.qualifier, None, None)
    }

    /// The template is itself an asset of its stack.
    fn template_asset(&self, hash: &str) -> FileAsset {
        FileAsset::template(hash, format!("{} Template", self.stack.name))
    }

    fn asset_artifact(&self, assets: &str) -> Json {
        let properties = Json::object([
            ("file", Json::text(format!("{assets}.json"))),
            ("requiresBootstrapStackVersion", Json::Int(BOOTSTRAP_VERSION)),
            ("bootstrapStackVersionSsmParameter", Json::text(self.version_parameter())),
        ]);
        Json::object([("type", Json::text("cdk:asset-manifest")), ("properties", properties)])
    }

    /// The properties of the stack's artifact that say how it is deployed.
    fn deployment(&self, properties: &mut Object, template_hash: &str, assets: &str) {
        let synthesizer = self.synthesizer;
        let (bucket, key) = self.template_asset(template_hash).location(synthesizer, self.qualifier, &self.stack.env);
        properties.insert("assumeRoleArn", self.special(&synthesizer.deploy_role_arn));
        if let Some(external_id) = &synthesizer.deploy_role_external_id {
            properties.insert("assumeRoleExternalId", external_id);
        }
        properties.insert("cloudFormationExecutionRoleArn", self.special(&synthesizer.cloud_formation_execution_role));
        properties.insert("stackTemplateAssetObjectUrl", format!("s3://{bucket}/{key}"));
        properties.insert("requiresBootstrapStackVersion", BOOTSTRAP_VERSION);
        properties.insert("bootstrapStackVersionSsmParameter", self.version_parameter());
        properties.insert("additionalDependencies", [assets]);
        if synthesizer.use_lookup_role_for_stack_operations {
            let mut role = Object::new();
            role.insert("arn", self.special(&synthesizer.lookup_role_arn));
            if let Some(external_id) = &synthesizer.lookup_role_external_id {
                role.insert("assumeRoleExternalId", external_id);
            }
            role.insert("requiresBootstrapStackVersion", LOOKUP_ROLE_VERSION);
            role.insert("bootstrapStackVersionSsmParameter", self.version_parameter());
            properties.insert("lookupRole", Json::Object(role));
        }
    }
}

/// The stacks of a stage, those inside other stacks before these, as the CDK writes them.
fn stacks_innermost_first(data: &TreeData, stage: NodeId) -> Vec<NodeId> {
    fn visit(data: &TreeData, node: NodeId, stacks: &mut Vec<NodeId>) {
        // Iterative, since a tree can be deeper than the call stack: each entry is a construct and whether its children
        // have been visited.
        let mut pending = vec![(node, false)];
        while let Some((id, visited)) = pending.pop() {
            if visited {
                if data.stack(id).is_some() {
                    stacks.push(id);
                }
                continue;
            }
            pending.push((id, true));
            let children: Vec<NodeId> = data.children(id).filter(|child| data.stage(*child).is_none()).collect();
            pending.extend(children.into_iter().rev().map(|child| (child, false)));
        }
    }
    let mut stacks = Vec::new();
    visit(data, stage, &mut stacks);
    stacks
}

fn template_file(stack: &StackData) -> String {
    format!("{}.template.json", stack.artifact_id)
}

fn qualifier(data: &TreeData, node: NodeId, stack: &StackData) -> String {
    let given = match &stack.synthesizer {
        StackSynthesizer::Default(synthesizer) => synthesizer.qualifier.as_deref(),
        StackSynthesizer::Legacy => None,
    };
    let context = data.context(node, "@aws-cdk/core:bootstrapQualifier").and_then(|value| value.as_str());
    given.or(context).unwrap_or(DEFAULT_QUALIFIER).to_owned()
}
