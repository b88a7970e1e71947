//! The code of functions.

use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::path::PathBuf;
use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::CodeProperty;
use aws_cdk_core::{
    Asset, AssetOptions, BundledAsset, CfnParameter, CfnResource, Construct, Diagnostic, IConstruct, Node, Stack, Value,
};
use aws_cdk_interfaces::s3::IBucket;

use crate::architecture::Architecture;
use crate::runtime::Runtime;

/// The code of a function. A clone is the same code: functions of one stack that share it share its asset.
///
/// ```
/// use aws_cdk_lambda::Code;
///
/// let inline = Code::from_inline("exports.handler = async () => 'hello';");
/// let directory = Code::from_asset("lambda/hello");
/// ```
#[derive(Clone, Debug)]
pub struct Code {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Inline(String),
    Bucket(S3Location),
    Parameters(CfnParametersCode),
    Asset {
        path: PathBuf,
        options: AssetOptions,
        bound: Rc<OnceCell<Asset>>,
    },
    /// What it is for is also what decides how it is made, so each function has an asset of its own.
    Bundled {
        code: Rc<dyn BundledCode>,
        bound: Rc<RefCell<Vec<(Node, BundledAsset)>>>,
    },
}

/// Code that is made when the app is synthesized, by a compiler for instance.
pub trait BundledCode: fmt::Debug {
    /// Adds the asset of the code below what it is for: a function of that instruction set, or a layer.
    fn bind(&self, owner: &Construct, architecture: &Architecture) -> BundledAsset;
}

/// CloudFormation's limit for code in a template, in characters:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lambda-function-code.html>.
const MAX_INLINE_LENGTH: usize = 4 * 1024 * 1024;

impl Code {
    /// Code that stands in the template, as the file `index`. For Node.js and Python, up to 4 MiB. Errors, when the
    /// function is built: `lambda::inline-code`.
    pub fn from_inline(code: impl Into<String>) -> Self {
        Self { kind: Kind::Inline(code.into()) }
    }

    /// A directory, or a file with the extension of an archive; a relative path starts at the working directory. Errors,
    /// when the function is built: `core::asset`, `lambda::code-not-archive`.
    pub fn from_asset(path: impl Into<PathBuf>) -> Self {
        Self::from_asset_with(path, AssetOptions::new())
    }

    /// As [`Code::from_asset`], with files left out, links followed, …
    pub fn from_asset_with(path: impl Into<PathBuf>, options: AssetOptions) -> Self {
        Self { kind: Kind::Asset { path: path.into(), options, bound: Rc::default() } }
    }

    /// An archive that is in a bucket already. CloudFormation sees a new archive only under a new key or version: see
    /// [`Code::from_bucket_version`].
    ///
    /// ```
    /// use aws_cdk_core::{App, Stack};
    /// use aws_cdk_lambda::Code;
    /// use aws_cdk_s3::Bucket;
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let builds = Bucket::from_bucket_name(&stack, "Builds", "builds");
    /// let code = Code::from_bucket(&builds, "books-42.zip");
    /// ```
    pub fn from_bucket(bucket: &(impl IBucket + ?Sized), key: impl Into<Value<String>>) -> Self {
        let location = S3Location { bucket_name: bucket.bucket_name(), key: key.into(), object_version: None };
        Self { kind: Kind::Bucket(location) }
    }

    /// As [`Code::from_bucket`], in one version of the object.
    pub fn from_bucket_version(
        bucket: &(impl IBucket + ?Sized),
        key: impl Into<Value<String>>,
        object_version: impl Into<Value<String>>,
    ) -> Self {
        let object_version = Some(object_version.into());
        let location = S3Location { bucket_name: bucket.bucket_name(), key: key.into(), object_version };
        Self { kind: Kind::Bucket(location) }
    }

    /// An archive in a bucket that are named only when the stack is deployed, by two parameters of the stack. Default of
    /// their ids: the CDK's, under the function.
    ///
    /// ```
    /// use aws_cdk_lambda::{CfnParametersCode, Code};
    ///
    /// let parameters = CfnParametersCode::new();
    /// let code = Code::from_cfn_parameters(&parameters);
    /// ```
    pub fn from_cfn_parameters(parameters: &CfnParametersCode) -> Self {
        Self { kind: Kind::Parameters(parameters.clone()) }
    }

    /// Code that is made when the app is synthesized. Errors: those of what makes it, when the app is synthesized.
    pub fn from_bundled(code: impl BundledCode + 'static) -> Self {
        Self { kind: Kind::Bundled { code: Rc::new(code), bound: Rc::default() } }
    }

    /// The property of the function's resource.
    #[track_caller]
    pub(crate) fn bind(&self, function: &Construct, runtime: &Runtime, architecture: &Architecture) -> CodeProperty {
        let property = CodeProperty::new();
        if let Kind::Inline(code) = &self.kind {
            check_inline(function, code, runtime);
            return property.zip_file(code.as_str());
        }
        let S3Location { bucket_name, key, object_version } =
            self.locate(function, architecture).unwrap_or_else(S3Location::nowhere);
        let property = property.s3_bucket(bucket_name).s3_key(key);
        match object_version {
            Some(version) => property.s3_object_version(version),
            None => property,
        }
    }

    /// Where the code is; `None` for inline code.
    #[track_caller]
    pub(crate) fn locate(&self, owner: &Construct, architecture: &Architecture) -> Option<S3Location> {
        match &self.kind {
            Kind::Inline(_) => None,
            Kind::Bucket(location) => Some(location.clone()),
            Kind::Parameters(parameters) => Some(parameters.locate(owner)),
            Kind::Asset { path, options, bound } => {
                let asset = bound.get_or_init(|| Asset::with_options(owner, "Code", path, options.clone()));
                check_asset(owner, asset);
                let (bucket_name, key) = (asset.s3_bucket_name().clone(), asset.s3_object_key().clone());
                Some(S3Location { bucket_name, key, object_version: None })
            }
            Kind::Bundled { code, bound } => {
                let asset = code.bind(owner, architecture);
                let (bucket_name, key) = (asset.s3_bucket_name(), asset.s3_object_key());
                bound.borrow_mut().push((owner.node().clone(), asset));
                Some(S3Location { bucket_name, key, object_version: None })
            }
        }
    }

    /// Notes in a resource where its code is, if the CLI asks for it.
    pub(crate) fn note_in(&self, resource: &CfnResource, property: &str) {
        match &self.kind {
            Kind::Asset { bound, .. } => {
                if let Some(asset) = bound.get() {
                    asset.add_resource_metadata(resource, property);
                }
            }
            Kind::Bundled { bound, .. } => {
                let owner = resource.node().scope();
                if let Some((_, asset)) = bound.borrow().iter().find(|(node, _)| Some(node) == owner.as_ref()) {
                    asset.add_resource_metadata(resource, property);
                }
            }
            Kind::Inline(_) | Kind::Bucket(_) | Kind::Parameters(_) => {}
        }
    }
}

/// Code that is in a bucket.
#[derive(Clone, Debug)]
pub(crate) struct S3Location {
    pub(crate) bucket_name: Value<String>,
    pub(crate) key: Value<String>,
    pub(crate) object_version: Option<Value<String>>,
}

impl S3Location {
    /// Where a mistake has left nothing.
    pub(crate) fn nowhere() -> Self {
        Self { bucket_name: "".into(), key: "".into(), object_version: None }
    }
}

/// The parameters of a stack that say where the code of a function is.
#[derive(Clone, Debug, Default)]
pub struct CfnParametersCode {
    bucket_name: Rc<OnceCell<CfnParameter>>,
    object_key: Rc<OnceCell<CfnParameter>>,
}

impl CfnParametersCode {
    /// Parameters that are made with the first function that uses them.
    pub fn new() -> Self {
        Self::default()
    }

    /// Parameters that are there: one for the name of the bucket, one for the key.
    pub fn with(bucket_name_param: &CfnParameter, object_key_param: &CfnParameter) -> Self {
        Self {
            bucket_name: Rc::new(bucket_name_param.clone().into()),
            object_key: Rc::new(object_key_param.clone().into()),
        }
    }

    /// The parameter for the name of the bucket, once a function uses it.
    pub fn bucket_name_param(&self) -> Option<&CfnParameter> {
        self.bucket_name.get()
    }

    /// The parameter for the key, once a function uses it.
    pub fn object_key_param(&self) -> Option<&CfnParameter> {
        self.object_key.get()
    }

    #[track_caller]
    fn locate(&self, function: &Construct) -> S3Location {
        let bucket = match self.bucket_name.get() {
            Some(known) => known.clone(),
            None => CfnParameter::new(function, "LambdaSourceBucketNameParameter"),
        };
        let key = match self.object_key.get() {
            Some(known) => known.clone(),
            None => CfnParameter::new(function, "LambdaSourceObjectKeyParameter"),
        };
        let bucket = self.bucket_name.get_or_init(|| bucket);
        let key = self.object_key.get_or_init(|| key);
        S3Location {
            bucket_name: bucket.value_as_string().into(),
            key: key.value_as_string().into(),
            object_version: None,
        }
    }
}

#[track_caller]
fn check_inline(function: &Construct, code: &str, runtime: &Runtime) {
    let problem = if code.is_empty() {
        "it is empty".to_owned()
    } else if code.chars().count() > MAX_INLINE_LENGTH {
        "it is longer than 4 MiB".to_owned()
    } else if !runtime.supports_inline_code() {
        format!("the runtime `{}` does not support it", runtime.name())
    } else {
        return;
    };
    function.node().report(
        Diagnostic::error("lambda::inline-code", format!("the inline code cannot be used: {problem}"))
            .help("put the code into a directory and use `Code::from_asset`"),
    );
}

#[track_caller]
fn check_asset(function: &Construct, asset: &Asset) {
    if !asset.is_zip_archive() {
        function.node().report(
            Diagnostic::error("lambda::code-not-archive", "the code is neither a directory nor an archive")
                .help("name the directory that the file is in, or a `.zip` or `.jar` file"),
        );
    }
    if Stack::of(asset) != Stack::of(function) {
        let message =
            format!("the code is already that of a function of the stack `{}`", Stack::of(asset).node().path());
        function.node().report(
            Diagnostic::error("lambda::code-of-other-stack", message)
                .help("call `Code::from_asset` once for each stack"),
        );
    }
}
