//! Assets: files and directories that are published with a stack.
//!
//! Their content decides their name, so nothing is published twice. They are hashed when they are constructed, or made
//! when the app is synthesized, and copied into the cloud assembly when it is written.

use std::cell::RefCell;
use std::env;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::context;
use crate::diagnostic::Diagnostic;
use crate::environment::Environment;
use crate::hash;
use crate::node::{Construct, IConstruct, Node};
use crate::render;
use crate::stack::{FileAssetLocation, Stack};
use crate::synthesizer::{DefaultStackSynthesizer, specialize};
use crate::value::{Json, Object, Value};

mod bundled;
mod copy;
mod error;
mod fingerprint;
mod ignore;
mod options;
#[cfg(test)]
mod recorded_tests;
mod walk;

pub use bundled::{AssetBundling, BundledAsset, BundledFiles};
pub(crate) use bundled::{Bundle, bundle, is_published};
pub(crate) use copy::copy_directory;
pub use error::AssetError;
pub use options::{AssetOptions, IgnoreMode, SymlinkFollowMode};

/// Context that changes the hashes of all assets, so that they are published anew.
const HASH_SALT: &str = "@aws-cdk/core:assetHashSalt";

/// A file or directory that is published with a stack: to the bucket of the bootstrap stack, a directory as a zip file.
///
/// ```no_run
/// use aws_cdk_core::{App, Asset, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let asset = Asset::new(&stack, "Handler", "lambda/handler");
/// println!("{}", asset.asset_hash());
/// ```
#[derive(Clone, Debug)]
pub struct Asset {
    construct: Construct,
    hash: String,
    is_file: bool,
    is_archive: bool,
    location: FileAssetLocation,
    asset_path: String,
}

impl IConstruct for Asset {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl Asset {
    /// An asset of a file or directory; a relative path starts at the working directory. Errors: `core::asset`, and those
    /// of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, path: impl AsRef<Path>) -> Self {
        Self::with_options(scope, id, path, AssetOptions::new())
    }

    /// An asset of which files are left out, links are followed, …
    #[track_caller]
    pub fn with_options(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        path: impl AsRef<Path>,
        options: AssetOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-core.Asset");
        Construct::of_type(&construct, "Stage", "aws-cdk-core.AssetStaging");
        let stack = Stack::of(&construct);
        let display_name = relative_path(&stack.top_level(), &construct);
        let fingerprints = &construct.node().tree().fingerprints;
        let salt = construct.node().try_get_context(HASH_SALT);
        let options = match salt.as_ref().and_then(|salt| salt.as_str()) {
            Some(salt) => AssetOptions { extra_hash: format!("{}{salt}", options.extra_hash), ..options },
            None => options,
        };
        let asset = match FileAsset::new(path.as_ref(), options, display_name, fingerprints) {
            Ok(asset) => asset,
            Err(error) => {
                construct.node().report(asset_diagnostic(path.as_ref(), &error));
                FileAsset::absent()
            }
        };
        let (hash, is_file, is_archive) = (asset.hash.clone(), !asset.zips, asset.is_archive());
        let asset_path = asset.staged_name();
        let location = stack.add_file_asset(asset);
        Self { construct, hash, is_file, is_archive, location, asset_path }
    }

    /// The hash of the content, 64 hexadecimal digits.
    pub fn asset_hash(&self) -> &str {
        &self.hash
    }

    /// Whether it is a single file.
    pub fn is_file(&self) -> bool {
        self.is_file
    }

    /// Whether what is published is an archive: a directory is, and a file with the extension of one.
    pub fn is_zip_archive(&self) -> bool {
        self.is_archive
    }

    /// The bucket that it will be in.
    pub fn s3_bucket_name(&self) -> Value<String> {
        self.location.bucket_name.clone()
    }

    /// The key that it will have there.
    pub fn s3_object_key(&self) -> Value<String> {
        self.location.object_key.clone()
    }

    /// Notes in a resource's metadata that one of its properties is this asset, for tools that run functions locally.
    /// Only if the CLI asks for it (context `aws:cdk:enable-asset-metadata`).
    #[track_caller]
    pub fn add_resource_metadata(&self, resource: &crate::CfnResource, property: &str) {
        if !wants_asset_metadata(self.node()) {
            return;
        }
        resource.add_metadata("aws:asset:path", self.asset_path_from(&resource.stack()));
        resource.add_metadata("aws:asset:is-bundled", false);
        resource.add_metadata("aws:asset:property", property);
    }

    /// The path of the staged asset, from the directory of the stack's template.
    fn asset_path_from(&self, stack: &Stack) -> String {
        format!("{}{}", upwards(stack), self.asset_path)
    }
}

/// Whether the CLI asks for notes of assets in the metadata of resources.
pub(crate) fn wants_asset_metadata(node: &Node) -> bool {
    node.try_get_context("aws:cdk:enable-asset-metadata").as_ref().is_some_and(context::is_set)
}

/// The way from the assembly of a stack up to that of the app, where assets are staged.
pub(crate) fn upwards(stack: &Stack) -> String {
    let node = stack.node();
    let depth = node
        .tree()
        .read(|data| data.ancestors(node.id()).filter(|id| data.stage(*id).is_some()).count().saturating_sub(1));
    "../".repeat(depth)
}

fn relative_path(stack: &Stack, construct: &Construct) -> String {
    let prefix = stack.node().path();
    let path = construct.node().path();
    path.strip_prefix(&prefix).map(|rest| rest.trim_start_matches('/').to_owned()).unwrap_or(path)
}

#[track_caller]
fn asset_diagnostic(path: &Path, error: &AssetError) -> Diagnostic {
    let help = match error {
        AssetError::Missing { .. } if path.is_relative() => match env::current_dir() {
            Ok(directory) => format!(
                "relative paths start at the working directory, {}; `concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/…\")` starts at your crate",
                directory.display()
            ),
            Err(_) => "relative paths start at the working directory".to_owned(),
        },
        AssetError::Missing { .. } => "make the file or directory, or correct the path".to_owned(),
        AssetError::ExternalSymlink { .. } => {
            "copy what the link leads to, or choose another `SymlinkFollowMode`".to_owned()
        }
        _ => "an asset is a readable file or directory with names in UTF-8".to_owned(),
    };
    Diagnostic::error("core::asset", format!("the asset `{}` cannot be used: {error}", path.display())).help(help)
}

/// What is published with a stack.
#[derive(Clone, Debug)]
pub(crate) struct FileAsset {
    /// The file or directory, absolute; `None` for what the assembly itself contains, such as nested templates.
    pub(crate) source: Option<PathBuf>,
    pub(crate) hash: String,
    /// The extension of a file, with its dot.
    pub(crate) extension: String,
    /// Whether the directory is published as a zip file.
    pub(crate) zips: bool,
    pub(crate) display_name: String,
    pub(crate) options: AssetOptions,
    /// What makes it when the app is synthesized.
    pub(crate) bundle: Option<Rc<Bundle>>,
}

/// The hashes of what was published so far: several functions often share one directory, which is read once.
#[derive(Default)]
pub(crate) struct Fingerprints {
    known: RefCell<Vec<(PathBuf, AssetOptions, String)>>,
}

impl Fingerprints {
    fn get(&self, path: &Path, is_directory: bool, options: &AssetOptions) -> Result<String, AssetError> {
        let same = |(known, with, _): &&(PathBuf, AssetOptions, String)| known == path && with == options;
        if let Some((_, _, hash)) = self.known.borrow().iter().find(same) {
            return Ok(hash.clone());
        }
        if is_directory {
            copy::check_symlinks(path, options)?;
        }
        let hash = fingerprint::fingerprint(path, options)?;
        self.known.borrow_mut().push((path.to_owned(), options.clone(), hash.clone()));
        Ok(hash)
    }
}

const ARCHIVES: [&str; 5] = [".tar.gz", ".zip", ".jar", ".tar", ".tgz"];

impl FileAsset {
    fn new(
        path: &Path,
        options: AssetOptions,
        display_name: String,
        fingerprints: &Fingerprints,
    ) -> Result<Self, AssetError> {
        let absolute = std::path::absolute(path).map_err(|error| AssetError::from_io(path, error))?;
        let metadata = std::fs::metadata(&absolute).map_err(|error| AssetError::from_io(path, error))?;
        // A marker that some tools leave beside generated code; it says nothing of the code itself.
        let mut options = options;
        options.exclude.insert(0, ".is_custom_resource".to_owned());
        let hash = fingerprints.get(&absolute, metadata.is_dir(), &options)?;
        let extension = if metadata.is_dir() { String::new() } else { extension(&absolute) };
        Ok(Self {
            source: Some(absolute),
            hash,
            extension,
            zips: metadata.is_dir(),
            display_name,
            options,
            bundle: None,
        })
    }

    /// What was made while synthesizing. It may change before the next synthesis, so its hash is not kept.
    fn made(path: &Path, display_name: String, hash: Option<String>) -> Result<Self, AssetError> {
        let absolute = std::path::absolute(path).map_err(|error| AssetError::from_io(path, error))?;
        let zips = std::fs::metadata(&absolute).map_err(|error| AssetError::from_io(path, error))?.is_dir();
        let options = AssetOptions::new();
        let hash = match hash {
            Some(hash) => hash,
            None => fingerprint::fingerprint(&absolute, &options)?,
        };
        let extension = if zips { String::new() } else { extension(&absolute) };
        Ok(Self { source: Some(absolute), hash, extension, zips, display_name, options, bundle: None })
    }

    /// Stands for an asset that could not be read, so that everything else can be checked.
    fn absent() -> Self {
        Self {
            source: None,
            hash: "0".repeat(64),
            extension: String::new(),
            zips: true,
            display_name: String::new(),
            options: AssetOptions::new(),
            bundle: None,
        }
    }

    /// The template of a stack, which the assembly itself contains.
    pub(crate) fn template(hash: &str, display_name: String) -> Self {
        Self {
            source: None,
            hash: hash.to_owned(),
            extension: ".json".to_owned(),
            zips: false,
            display_name,
            options: AssetOptions::new(),
            bundle: None,
        }
    }

    fn is_archive(&self) -> bool {
        self.zips || ARCHIVES.contains(&self.extension.to_lowercase().as_str())
    }

    /// Its file name in the assembly of the app.
    pub(crate) fn staged_name(&self) -> String {
        format!("asset.{}{}", self.hash, self.extension)
    }

    /// Bucket and key, with placeholders where the environment is not known.
    pub(crate) fn location(
        &self,
        synthesizer: &DefaultStackSynthesizer,
        qualifier: &str,
        env: &Environment,
    ) -> (String, String) {
        let special = |text: &str| specialize(text, qualifier, env.account.as_deref(), env.region.as_deref());
        let extension = if self.zips { ".zip" } else { &self.extension };
        let key = format!("{}{}{extension}", special(&synthesizer.bucket_prefix), self.hash);
        (special(&synthesizer.file_assets_bucket_name), key)
    }

    /// Its entry in the asset manifest of a stack.
    pub(crate) fn manifest_entry(
        &self,
        path: String,
        synthesizer: &DefaultStackSynthesizer,
        qualifier: &str,
        env: &Environment,
    ) -> Json {
        let special = |text: &str| specialize(text, qualifier, env.account.as_deref(), env.region.as_deref());
        let (bucket, key) = self.location(synthesizer, qualifier, env);
        let mut destination = Object::new();
        destination.insert("bucketName", bucket).insert("objectKey", key);
        if let Some(region) = &env.region {
            destination.insert("region", region);
        }
        destination.insert("assumeRoleArn", special(&synthesizer.file_asset_publishing_role_arn));
        if let Some(external_id) = &synthesizer.file_asset_publishing_external_id {
            destination.insert("assumeRoleExternalId", external_id);
        }
        let destination = Json::Object(destination);
        let account = env.account.as_deref().unwrap_or("current_account");
        let region = env.region.as_deref().unwrap_or("current_region");
        let hash = hash::hex(&hash::sha256(render::compact(&destination)));
        let name = format!("{account}-{region}-{}", &hash[..8]);
        let packaging = if self.zips { "zip" } else { "file" };
        Json::object([
            ("displayName", Json::text(&self.display_name)),
            ("source", Json::object([("path", Json::text(path)), ("packaging", Json::text(packaging))])),
            ("destinations", Json::single(&name, destination)),
        ])
    }
}

fn extension(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lower = name.to_lowercase();
    if let Some(archive) = ARCHIVES.iter().find(|archive| lower.ends_with(*archive)) {
        return (*archive).to_owned();
    }
    path.extension().map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default()
}
