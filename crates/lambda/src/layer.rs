//! Layers: code that functions share.

use std::fmt;

use aws_cdk_cfn_lambda::cfn_layer_version::ContentProperty;
use aws_cdk_cfn_lambda::{CfnLayerVersion, CfnLayerVersionPermission};
use aws_cdk_core::{
    CfnResource, Construct, Diagnostic, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value,
};

use crate::architecture::Architecture;
use crate::code::{Code, S3Location};
use crate::runtime::Runtime;

/// Who may use a layer.
#[must_use]
#[derive(Clone, Debug)]
pub struct LayerVersionPermission {
    account_id: Value<String>,
    organization_id: Option<Value<String>>,
}

impl LayerVersionPermission {
    /// An account, or `*` for any.
    pub fn new(account_id: impl Into<Value<String>>) -> Self {
        Self { account_id: account_id.into(), organization_id: None }
    }

    /// The organization of which the account must be; only with any account. Default: none.
    pub fn organization_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.organization_id = Some(value.into());
        self
    }
}

/// A version of a layer, made here or imported.
pub trait ILayerVersion: IConstruct + fmt::Debug {
    /// The ARN of the version.
    fn layer_version_arn(&self) -> Value<String>;

    /// The runtimes that can use it; `None` if that is not known.
    fn compatible_runtimes(&self) -> Option<Vec<Runtime>>;

    /// Lets others use the layer. An organization with one account is the error `lambda::layer-permission`.
    #[track_caller]
    fn add_permission(&self, id: &str, permission: LayerVersionPermission) {
        let mut resource = CfnLayerVersionPermission::builder(self.node(), id)
            .action("lambda:GetLayerVersion")
            .layer_version_arn(self.layer_version_arn())
            .principal(&permission.account_id);
        let is_one = permission.account_id.as_literal() != Some("*");
        if let Some(id) = &permission.organization_id {
            resource = resource.organization_id(id);
        }
        let resource = resource.build();
        if is_one && permission.organization_id.is_some() {
            resource.node().report(
                Diagnostic::error("lambda::layer-permission", "a layer is for one account and an organization")
                    .help("use the account `*` with an organization"),
            );
        }
    }

    /// For this crate: the resource, if the layer is made here.
    #[doc(hidden)]
    fn resource(&self) -> Option<CfnResource> {
        None
    }
}

/// A version of a layer. It is replaced whenever its content changes.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_lambda::{Code, Function, LayerVersion, Runtime};
/// use aws_cdk_s3::Bucket;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let builds = Bucket::from_bucket_name(&stack, "Builds", "builds");
/// let shared = LayerVersion::builder(&stack, "Shared", Code::from_bucket(&builds, "shared.zip"))
///     .compatible_runtimes([Runtime::NODEJS_22_X])
///     .build();
/// let function = Function::builder(&stack, "Hello")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => 'hello';"))
///     .layer(&shared)
///     .build();
/// ```
#[derive(Clone, Debug)]
pub struct LayerVersion {
    construct: Construct,
    resource: CfnLayerVersion,
    compatible_runtimes: Option<Vec<Runtime>>,
}

impl IConstruct for LayerVersion {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ILayerVersion for LayerVersion {
    fn layer_version_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn compatible_runtimes(&self) -> Option<Vec<Runtime>> {
        self.compatible_runtimes.clone()
    }

    fn resource(&self) -> Option<CfnResource> {
        CfnResource::from_construct(&self.resource)
    }
}

impl LayerVersion {
    /// Starts a version of a layer with its content: a directory or an archive.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, code: Code) -> LayerVersionBuilder {
        LayerVersionBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            code,
            compatible_runtimes: None,
            compatible_architectures: None,
            description: None,
            layer_version_name: None,
            license: None,
            removal_policy: None,
        }
    }

    /// A version that exists, by its ARN; any runtime can use it.
    #[track_caller]
    pub fn from_layer_version_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        layer_version_arn: impl Into<Value<String>>,
    ) -> ImportedLayerVersion {
        Self::from_layer_version_attributes(scope, id, layer_version_arn, Some(Runtime::all()))
    }

    /// A version that exists, by its ARN and the runtimes that can use it, if they are known. None at all is the error
    /// `lambda::layer-runtimes`.
    #[track_caller]
    pub fn from_layer_version_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        layer_version_arn: impl Into<Value<String>>,
        compatible_runtimes: Option<Vec<Runtime>>,
    ) -> ImportedLayerVersion {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-lambda.LayerVersion");
        check_runtimes(construct.node(), compatible_runtimes.as_deref());
        ImportedLayerVersion { construct, arn: layer_version_arn.into(), compatible_runtimes }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnLayerVersion {
        &self.resource
    }
}

#[track_caller]
fn check_runtimes(node: &Node, runtimes: Option<&[Runtime]>) {
    if runtimes.is_some_and(<[Runtime]>::is_empty) {
        node.report(
            Diagnostic::error("lambda::layer-runtimes", "no runtime can use the layer")
                .help("name one, or leave the runtimes out"),
        );
    }
}

/// A version of a layer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedLayerVersion {
    construct: Construct,
    arn: Value<String>,
    compatible_runtimes: Option<Vec<Runtime>>,
}

impl IConstruct for ImportedLayerVersion {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ILayerVersion for ImportedLayerVersion {
    fn layer_version_arn(&self) -> Value<String> {
        self.arn.clone()
    }

    fn compatible_runtimes(&self) -> Option<Vec<Runtime>> {
        self.compatible_runtimes.clone()
    }
}

/// Builds a [`LayerVersion`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct LayerVersionBuilder {
    scope: Node,
    id: String,
    code: Code,
    compatible_runtimes: Option<Vec<Runtime>>,
    compatible_architectures: Option<Vec<Architecture>>,
    description: Option<Value<String>>,
    layer_version_name: Option<PhysicalName>,
    license: Option<Value<String>>,
    removal_policy: Option<RemovalPolicy>,
}

impl LayerVersionBuilder {
    /// The runtimes that can use it. Default: all.
    pub fn compatible_runtimes(mut self, runtimes: impl IntoIterator<Item = Runtime>) -> Self {
        self.compatible_runtimes = Some(runtimes.into_iter().collect());
        self
    }

    /// The instruction sets that it is built for. Default: all.
    pub fn compatible_architectures(mut self, architectures: impl IntoIterator<Item = Architecture>) -> Self {
        self.compatible_architectures = Some(architectures.into_iter().collect());
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// The name of the layer. Default: one that CloudFormation makes.
    pub fn layer_version_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.layer_version_name = Some(value.into());
        self
    }

    /// The licence: an SPDX identifier, a URL or its text. Default: none.
    pub fn license(mut self, value: impl Into<Value<String>>) -> Self {
        self.license = Some(value.into());
        self
    }

    /// What happens to the version when another one takes its place. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = Some(value);
        self
    }

    /// Adds the version. Errors: `lambda::layer-runtimes`, `lambda::layer-code`, those of its code, and those of ids.
    #[track_caller]
    pub fn build(self) -> LayerVersion {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-lambda.LayerVersion");
        check_runtimes(construct.node(), self.compatible_runtimes.as_deref());
        let architecture =
            self.compatible_architectures.as_ref().and_then(|all| all.first()).unwrap_or(&Architecture::X86_64);
        let location = self.code.locate(&construct, architecture);
        if location.is_none() {
            construct.node().report(
                Diagnostic::error("lambda::layer-code", "a layer has no inline code").help("use `Code::from_asset`"),
            );
        }
        let S3Location { bucket_name, key, object_version } = location.unwrap_or_else(S3Location::nowhere);
        let mut content = ContentProperty::new().s3_bucket(bucket_name).s3_key(key);
        if let Some(version) = object_version {
            content = content.s3_object_version(version);
        }
        let mut resource = CfnLayerVersion::builder(&construct, "Resource").content(content);
        if let Some(runtimes) = &self.compatible_runtimes {
            resource = resource.compatible_runtimes(runtimes.iter().map(Runtime::name).collect::<Vec<_>>());
        }
        if let Some(architectures) = &self.compatible_architectures {
            let names: Vec<_> = architectures.iter().map(Architecture::name).collect();
            resource = resource.compatible_architectures(names);
        }
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(name) = ResourceName::new(&construct, self.layer_version_name).property() {
            resource = resource.layer_name(name);
        }
        if let Some(license) = self.license {
            resource = resource.license_info(license);
        }
        let resource = resource.build();
        if let Some(policy) = self.removal_policy {
            resource.apply_removal_policy(policy);
        }
        self.code.note_in(&resource, "Content");
        LayerVersion { construct, resource, compatible_runtimes: self.compatible_runtimes }
    }
}
