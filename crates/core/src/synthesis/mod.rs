//! Synthesis: from the construct tree to a cloud assembly. The steps, in order: aspects, dependencies, references
//! between stacks, validations, assets that are made now, templates, the files of the assembly, writing.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::assets;
use crate::colour;
use crate::dependency;
use crate::diagnostic::{Diagnostic, Severity, SynthError};
use crate::inspection;
use crate::logical_id::LogicalIds;
use crate::ordered_map::OrderedMap;
use crate::references::{self, Imports};
use crate::report;
use crate::tree::{NodeId, Tree};

mod aspects;
mod assembly;
mod batches;
mod diagnostics_json;
mod files;
mod limits;
pub(crate) mod logical_id_suffix;
mod metadata;
mod output;
mod place;
mod sections;
mod template;
mod tree_json;
mod validation;
mod values;
mod write;
mod writer;

use assembly::Assembly;
use output::{Output, Unfinished};

/// What a synthesis wrote.
#[derive(Clone, Debug)]
pub struct CloudAssembly {
    directory: PathBuf,
    stacks: Vec<StackArtifact>,
    warnings: Vec<Diagnostic>,
}

/// A stack in a cloud assembly.
#[derive(Clone, Debug)]
pub struct StackArtifact {
    stack_name: String,
    display_name: String,
    template_file: PathBuf,
}

impl CloudAssembly {
    /// The directory that was written.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The stacks, those of stages included, in the order in which they were written.
    pub fn stacks(&self) -> &[StackArtifact] {
        &self.stacks
    }

    /// The warnings of the program.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }
}

impl StackArtifact {
    /// The name in CloudFormation.
    pub fn stack_name(&self) -> &str {
        &self.stack_name
    }

    /// The construct path, which the `cdk` CLI shows and takes.
    pub fn display_name(&self) -> &str {
        &self.display_name
    }

    /// The template, from the assembly's directory.
    pub fn template_file(&self) -> &Path {
        &self.template_file
    }
}

/// What was written, after the warnings; `{:#}` shows these in colour where the standard output is a terminal that does.
impl std::fmt::Display for CloudAssembly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        report::write_all(f, &self.warnings, f.alternate() && colour::on_stdout())?;
        write!(f, "wrote {}", self.directory.display())?;
        for stack in &self.stacks {
            write!(f, "\n  {}: {}", stack.display_name, stack.template_file.display())?;
        }
        Ok(())
    }
}

#[track_caller]
pub(crate) fn synthesize(tree: &Rc<Tree>) -> Result<CloudAssembly, SynthError> {
    let nested = Diagnostic::error("core::nested-synth", "`synth` is called while the app is synthesized")
        .help("call it once, where the app is complete; not in aspects, validations and lazy values");
    tree.synthesizing(|| run(tree)).unwrap_or_else(|| Err(SynthError::new(vec![nested])))
}

/// What is to be written, and what was found wrong with it.
pub(crate) struct Assembled {
    pub(crate) assembly: Assembly,
    ids: LogicalIds,
    /// Told once each, without acknowledged warnings.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

fn run(tree: &Rc<Tree>) -> Result<CloudAssembly, SynthError> {
    let (outdir, location) = tree.read(|data| {
        let outdir = data.stage(NodeId::ROOT).and_then(|app| app.outdir.clone()).unwrap_or_default();
        (outdir, data.node(NodeId::ROOT).location)
    });
    // Without an assembly there is still the report of what is wrong.
    let fail = |diagnostics: Vec<Diagnostic>| {
        write::write_report(&outdir, diagnostics_json::FILE, &diagnostics_json::render(&diagnostics));
        Err(SynthError::new(diagnostics.into_iter().filter(Diagnostic::is_error).collect()))
    };
    let mut writes_all = false;
    loop {
        let Assembled { mut assembly, ids, diagnostics } = assemble(tree, Some(&|| Output::to(&outdir, writes_all)));
        if diagnostics.iter().any(Diagnostic::is_error) {
            return fail(diagnostics);
        }
        let metadata = std::mem::take(&mut assembly.metadata);
        tree.read(|data| metadata::write(metadata, data, &ids, &diagnostics, &mut assembly.output));
        assembly.output.push(Path::new(diagnostics_json::FILE), diagnostics_json::render(&diagnostics));
        match assembly.output.finish(&assembly.assets) {
            Ok(()) => {
                let is_warning = |diagnostic: &Diagnostic| diagnostic.severity() == Severity::Warning;
                let warnings = diagnostics.into_iter().filter(is_warning).collect();
                return Ok(CloudAssembly { directory: outdir, stacks: assembly.stacks, warnings });
            }
            Err(Unfinished::Failed(failure)) => {
                return fail(diagnostics.into_iter().chain([failure.at(location)]).collect());
            }
            // All is compared to what is there already, or is new, so that this cannot happen again.
            Err(Unfinished::Moved) => writes_all = true,
        }
    }
}

/// All steps but the end of writing; the caller sees to it that no other synthesis runs. The files go to what `open` makes, if
/// there is such a thing and as long as no error is known.
pub(crate) fn assemble(tree: &Rc<Tree>, open: Option<&dyn Fn() -> Output>) -> Assembled {
    let mut found: Vec<(NodeId, Diagnostic)> = Vec::new();
    let mut imports = Imports::default();
    for stage in stages_innermost_first(tree) {
        aspects::invoke(tree, stage, &mut found);
        let nodes = nodes_of_stage(tree, stage);
        dependency::apply_construct_dependencies(tree, &nodes);
        references::resolve(tree, &nodes, &mut imports, &mut found);
        // The values that parents give to nested stacks may themselves come from other stacks.
        if tree.read(|data| nodes.iter().any(|id| data.stack(*id).is_some_and(|stack| stack.nested.is_some()))) {
            references::resolve(tree, &nodes_of_stage(tree, stage), &mut imports, &mut found);
        }
    }
    validation::run(tree, &mut found);
    values::check(tree, &mut found);
    let inspected = tree.read_locked(|data| inspection::run(tree, data, &imports));
    found.extend(inspected.found);
    // Making the files may take long, which an app that is not written anyway need not wait for.
    let makes_assets = open.is_some() && !has_errors(tree, &found);
    assets::bundle(tree, &|node| makes_assets && assets::is_published(node), &mut found);

    let (assembly, ids) = tree.read_locked(|data| {
        let nodes = data.preorder(NodeId::ROOT, &|_| true);
        let mut ids = LogicalIds::compute(data, &nodes, &mut |node, diagnostic| found.push((node, diagnostic)));
        logical_id_suffix::add(tree, data, &nodes, &imports, &mut ids);
        validation::check_stack_cycles(data, &nodes, &mut found);
        let output = match open {
            Some(open) if !has_errors(tree, &found) => open(),
            _ => Output::none(),
        };
        let mut assembly = assembly::build(tree, data, &ids, &imports, inspected.usages, &mut found, output);
        for (name, text) in inspected.files {
            assembly.output.push(Path::new(&name), text);
        }
        (assembly, ids)
    });

    let mut diagnostics = tree.diagnostics();
    diagnostics.extend(found.into_iter().map(|(node, diagnostic)| diagnostic.on(tree.path(node))));
    remove_repeated(&mut diagnostics);
    diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error || !tree.is_acknowledged(diagnostic));
    Assembled { assembly, ids, diagnostics }
}

fn has_errors(tree: &Tree, found: &[(NodeId, Diagnostic)]) -> bool {
    found.iter().any(|(_, diagnostic)| diagnostic.is_error()) || tree.diagnostics().iter().any(Diagnostic::is_error)
}

/// All stages, nested ones before those that contain them, as their assemblies are made.
fn stages_innermost_first(tree: &Tree) -> Vec<NodeId> {
    tree.read(|data| {
        let mut stages: Vec<NodeId> = data.preorder(NodeId::ROOT, &|_| true);
        stages.retain(|id| data.stage(*id).is_some());
        stages.reverse();
        stages
    })
}

/// The constructs of a stage, those of nested stages aside.
fn nodes_of_stage(tree: &Tree, stage: NodeId) -> Vec<NodeId> {
    tree.read(|data| {
        let mut nodes = data.preorder(stage, &|id| data.stage(id).is_none());
        nodes.retain(|id| *id == stage || data.stage(*id).is_none());
        nodes
    })
}

/// One mistake can be found on several ways; it is told once.
fn remove_repeated(diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.len() > 1 {
        let mut seen = OrderedMap::new();
        diagnostics.retain(|diagnostic| seen.insert(diagnostic.to_string(), ()).is_none());
    }
}
