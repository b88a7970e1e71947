//! Assets whose files are made while the app is synthesized: bundled, in the CDK's word.
//!
//! Core runs nothing by itself. It hands all assets of one [`AssetBundling`] over at once, so that what makes them, a
//! compiler for instance, starts once for a whole app.

use std::cell::RefCell;
use std::fmt;
use std::path::PathBuf;
use std::rc::Rc;

use super::ignore::glob;
use super::{FileAsset, asset_diagnostic, upwards, wants_asset_metadata};
use crate::diagnostic::Diagnostic;
use crate::lazy::Lazy;
use crate::names::Names;
use crate::node::{Construct, IConstruct, Node};
use crate::stack::Stack;
use crate::tree::{NodeId, NodeKind, Tree};
use crate::value::Value;

/// The context by which the CLI says whose assets it needs: patterns for the paths of stacks.
const BUNDLING_STACKS: &str = "aws:cdk:bundling-stacks";

/// What makes the files of assets when an app is synthesized.
pub trait AssetBundling {
    /// Makes the files of all assets that were given to this bundling and that are wanted; called once in a synthesis that
    /// has found no error so far. Gives a file or directory for each asset, in their order; `None` for what cannot be made,
    /// after `report` was told why, and on which construct.
    fn bundle(&self, assets: &[BundledAsset], report: &mut dyn FnMut(&Node, Diagnostic)) -> Vec<Option<BundledFiles>>;
}

/// What a bundling made for an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundledFiles {
    path: PathBuf,
    hash: Option<String>,
}

impl BundledFiles {
    /// A file or directory. It is copied into the assembly when that is written.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), hash: None }
    }

    /// The hash that names the asset, 64 hexadecimal digits: for one that is known already. It must be another one for
    /// other content. Default: that of the content, by the CDK's rules.
    pub fn hash(mut self, hash: impl Into<String>) -> Self {
        self.hash = Some(hash.into());
        self
    }
}

/// An asset whose files are made when the app is synthesized. Its hash is not known before that; the key in the bucket is a
/// token.
///
/// Files are made only for what is published: not for stacks that the context `aws:cdk:bundling-stacks` leaves out, by
/// which the CLI says that it does not need them, and not for templates in memory, as unit tests look at them. Then a hash
/// of the construct's path stands for that of the content, as in the CDK.
///
/// ```
/// use std::rc::Rc;
/// use aws_cdk_core::{App, AssetBundling, BundledAsset, BundledFiles, Diagnostic, Node, Stack};
///
/// struct Notes;
///
/// impl AssetBundling for Notes {
///     fn bundle(
///         &self,
///         assets: &[BundledAsset],
///         _report: &mut dyn FnMut(&Node, Diagnostic),
///     ) -> Vec<Option<BundledFiles>> {
///         let file = std::env::temp_dir().join("aws-cdk-core-doc-notes.txt");
///         let written = std::fs::write(&file, "made just now").is_ok();
///         assets.iter().map(|_| written.then(|| BundledFiles::new(&file))).collect()
///     }
/// }
///
/// # let directory = std::env::temp_dir().join("aws-cdk-core-doc-bundled");
/// let app = App::builder().outdir(&directory).build();
/// let stack = Stack::new(&app, "Stack");
/// BundledAsset::new(&stack, "Notes", Rc::new(Notes));
/// app.synth().unwrap();
/// # std::fs::remove_dir_all(directory).unwrap();
/// ```
#[derive(Clone)]
pub struct BundledAsset {
    construct: Construct,
    bundle: Rc<Bundle>,
    bucket_name: Value<String>,
}

/// How an asset of a stack is made, and what it is now.
pub(crate) struct Bundle {
    construct: Construct,
    bundling: Rc<dyn AssetBundling>,
    display_name: String,
    current: RefCell<FileAsset>,
}

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bundle({})", self.construct.node().path())
    }
}

impl fmt::Debug for BundledAsset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BundledAsset({})", self.node().path())
    }
}

impl IConstruct for BundledAsset {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl BundledAsset {
    /// An asset that `bundling` makes. Errors: those of ids; when synthesizing `core::asset`, and those that `bundling` reports.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, bundling: Rc<dyn AssetBundling>) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-core.Asset");
        Construct::of_type(&construct, "Stage", "aws-cdk-core.AssetStaging");
        let stack = Stack::of(&construct);
        let display_name = super::relative_path(&stack.top_level(), &construct);
        let current = RefCell::new(FileAsset::absent());
        let bundle = Rc::new(Bundle { construct: construct.clone(), bundling, display_name, current });
        let stand_in = bundle.stand_in();
        bundle.current.replace(stand_in.clone());
        let location = stack.add_file_asset(FileAsset { bundle: Some(bundle.clone()), ..stand_in });
        Self { construct, bundle, bucket_name: location.bucket_name }
    }

    /// The hash of the content when the template is rendered.
    pub fn asset_hash(&self) -> Value<String> {
        let bundle = self.bundle.clone();
        Lazy::string(move || bundle.current.borrow().hash.clone()).into()
    }

    /// The bucket that it will be in.
    pub fn s3_bucket_name(&self) -> Value<String> {
        self.bucket_name.clone()
    }

    /// The key that it will have there.
    pub fn s3_object_key(&self) -> Value<String> {
        let (bundle, stack) = (self.bundle.clone(), Stack::of(self));
        Lazy::string(move || {
            let asset = bundle.current.borrow().clone();
            stack.file_location(&asset).object_key
        })
        .into()
    }

    /// As [`Asset::add_resource_metadata`](crate::Asset::add_resource_metadata).
    #[track_caller]
    pub fn add_resource_metadata(&self, resource: &crate::CfnResource, property: &str) {
        if !wants_asset_metadata(self.node()) {
            return;
        }
        let (bundle, upwards) = (self.bundle.clone(), upwards(&resource.stack()));
        let path = Lazy::string(move || format!("{upwards}{}", bundle.current.borrow().staged_name()));
        resource.add_metadata("aws:asset:path", path);
        resource.add_metadata("aws:asset:is-bundled", true);
        resource.add_metadata("aws:asset:property", property);
    }
}

/// The assets of the app that are made when synthesizing, each with its stack, in the order in which the stacks
/// were made.
fn bundles(tree: &Tree) -> Vec<(NodeId, Rc<Bundle>)> {
    tree.read(|data| {
        let mut bundles = Vec::new();
        for (index, node) in data.nodes.iter().enumerate() {
            let (NodeKind::Stack(stack), Ok(index)) = (&node.kind, u32::try_from(index)) else { continue };
            let of_stack = stack.file_assets.iter().filter_map(|asset| asset.bundle.clone());
            bundles.extend(of_stack.map(|bundle| (NodeId(index), bundle)));
        }
        bundles
    })
}

/// Makes the files of all assets that are wanted, those of one bundling together. For the others, a hash of the path stands
/// for that of the content.
pub(crate) fn bundle(tree: &Rc<Tree>, is_wanted: &dyn Fn(&Node) -> bool, found: &mut Vec<(NodeId, Diagnostic)>) {
    let mut bundles = bundles(tree);
    for (stack, bundle) in &bundles {
        bundle.publish(tree, *stack, bundle.stand_in());
    }
    bundles.retain(|(_, bundle)| is_wanted(bundle.construct.node()));
    while let Some((_, first)) = bundles.first() {
        let bundling = first.bundling.clone();
        let is_same = |(_, bundle): &(NodeId, Rc<Bundle>)| Rc::ptr_eq(&bundle.bundling, &bundling);
        let (together, others): (Vec<_>, Vec<_>) = bundles.into_iter().partition(is_same);
        bundles = others;
        let assets: Vec<BundledAsset> = together.iter().map(|(_, bundle)| bundle.asset()).collect();
        let mut report = |node: &Node, diagnostic: Diagnostic| found.push((node.id(), diagnostic));
        let made = bundling.bundle(&assets, &mut report);
        for ((stack, bundle), files) in together.iter().zip(made) {
            let Some(files) = files else { continue };
            match FileAsset::made(&files.path, bundle.display_name.clone(), files.hash) {
                Ok(asset) => bundle.publish(tree, *stack, asset),
                Err(error) => {
                    let node = bundle.construct.node();
                    found.push((node.id(), asset_diagnostic(&files.path, &error).at(node.location())));
                }
            }
        }
    }
}

/// Whether the CLI needs the assets of the stack of a construct: those of all stacks, unless the context
/// `aws:cdk:bundling-stacks` has patterns for the paths of stacks.
pub(crate) fn is_published(node: &Node) -> bool {
    let Some(context) = node.try_get_context(BUNDLING_STACKS) else { return true };
    let Some(patterns) = context.as_list() else { return true };
    let stack = Stack::of(node);
    // A nested stack is published with the stack that is deployed on its own.
    let paths = [stack.node().path(), stack.top_level().node().path()];
    let patterns: Vec<&str> = patterns.iter().filter_map(|pattern| pattern.as_str()).collect();
    patterns.iter().any(|pattern| paths.iter().any(|path| glob::matches_path_of_stack(pattern, path)))
}

impl Bundle {
    fn asset(self: &Rc<Self>) -> BundledAsset {
        let stack = Stack::of(&self.construct);
        let bucket_name = stack.file_location(&self.current.borrow()).bucket_name;
        BundledAsset { construct: self.construct.clone(), bundle: self.clone(), bucket_name }
    }

    /// What stands for it while it is not made: the hash is the CDK's for what it does not bundle.
    fn stand_in(&self) -> FileAsset {
        let staging = self.construct.node().try_find_child("Stage");
        let name = staging.map(|staging| Names::unique_id(&staging)).unwrap_or_default();
        FileAsset {
            hash: crate::hash::hex(&crate::hash::sha256(&name)),
            display_name: self.display_name.clone(),
            ..FileAsset::absent()
        }
    }

    fn publish(self: &Rc<Self>, tree: &Tree, stack: NodeId, asset: FileAsset) {
        self.current.replace(asset.clone());
        tree.update(stack, |node| {
            let NodeKind::Stack(stack) = &mut node.kind else { return };
            let is_own = |asset: &&mut FileAsset| asset.bundle.as_ref().is_some_and(|bundle| Rc::ptr_eq(bundle, self));
            if let Some(own) = stack.file_assets.iter_mut().find(is_own) {
                *own = FileAsset { bundle: Some(self.clone()), ..asset };
            }
        });
    }
}
