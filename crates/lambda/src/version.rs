//! Versions of functions: the code and configuration as they were when the version was made.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_lambda::{Code, Function, Runtime, Version};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let function = Function::builder(&stack, "Hello")
//!     .runtime(Runtime::NODEJS_22_X)
//!     .handler("index.handler")
//!     .code(Code::from_inline("exports.handler = async () => 'hello';"))
//!     .build();
//! let newest = function.current_version(); // a new one whenever the function changes
//! let first = Version::builder(&stack, "First", &function).description("the first one").build();
//! ```

use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnVersion;
use aws_cdk_cfn_lambda::cfn_version::{FunctionScalingConfigProperty, ProvisionedConcurrencyConfigurationProperty};
use aws_cdk_core::{Construct, Diagnostic, Fn, IConstruct, Node, RemovalPolicy, Stack, Value, cfn_format};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole};

use crate::alias::{Alias, AliasBuilder};
use crate::architecture::Architecture;
use crate::event_invoke_config::EventInvokeConfigOptions;
use crate::function::Function;
use crate::function_base::{IFunction, InvocationTarget, PermissionRights, Qualifier};
use crate::permission::{self, Permission};

/// A version of a function, made here or imported.
pub trait IVersion: IFunction {
    /// The number of the version.
    fn version(&self) -> Value<String>;

    /// The function.
    fn lambda(&self) -> Rc<dyn IFunction>;
}

/// A version of a function.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html>.
#[derive(Clone, Debug)]
pub struct Version {
    construct: Construct,
    resource: CfnVersion,
    lambda: Rc<dyn IFunction>,
}

impl IConstruct for Version {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to a version is granted to the function's role.
impl IGrantable for Version {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.lambda.grant_principal()
    }
}

impl IFunction for Version {
    fn function_arn(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn function_name(&self) -> Value<String> {
        cfn_format!("{}:{}", self.lambda.function_name(), self.version())
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.lambda.role()
    }

    fn architecture(&self) -> Architecture {
        self.lambda.architecture()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        permission::add(self, id, permission);
    }

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        let lambda = self.lambda.invocation_target();
        InvocationTarget {
            arns: vec![self.function_arn()],
            rights: PermissionRights::Granted,
            account: Stack::of(self).account(),
            qualifier: Qualifier::Version(self.version()),
            ..lambda
        }
    }
}

impl IVersion for Version {
    fn version(&self) -> Value<String> {
        self.resource.attr_version().into()
    }

    fn lambda(&self) -> Rc<dyn IFunction> {
        self.lambda.clone()
    }
}

impl Version {
    /// Starts a version of a function. It is made once: [`Function::current_version`] follows changes.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        lambda: &(impl IFunction + Clone + 'static),
    ) -> VersionBuilder {
        VersionBuilder::new(scope.node(), id.into(), Rc::new(lambda.clone()))
    }

    pub(crate) fn of_parts(construct: Construct, resource: CfnVersion, lambda: Rc<dyn IFunction>) -> Self {
        Self { construct, resource, lambda }
    }

    /// A version that exists, by its ARN. Something else than an ARN is the error `lambda::invalid-arn`.
    #[track_caller]
    pub fn from_version_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        version_arn: impl Into<Value<String>>,
    ) -> ImportedVersion {
        let (id, arn) = (id.as_ref(), version_arn.into());
        let parts = Fn::split_into(":", &arn, 8);
        let lambda_arn = Fn::join(":", parts.iter().take(7).cloned().collect::<Vec<_>>());
        let lambda = Function::from_function_arn(scope, format!("{id}Function"), lambda_arn);
        let version = parts.get(7).cloned().unwrap_or_else(|| "$LATEST".into());
        ImportedVersion::new(scope.node(), id, version, Rc::new(lambda), arn)
    }

    /// A version that exists, by its number and function.
    #[track_caller]
    pub fn from_version_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        version: impl Into<Value<String>>,
        lambda: &(impl IFunction + Clone + 'static),
    ) -> ImportedVersion {
        let version = version.into();
        let arn = cfn_format!("{}:{}", lambda.function_arn(), version);
        ImportedVersion::new(scope.node(), id.as_ref(), version, Rc::new(lambda.clone()), arn)
    }

    /// Starts an alias of the version, with the CDK's id under it.
    pub fn add_alias(&self, alias_name: &str) -> AliasBuilder {
        Alias::builder(self, format!("Alias{alias_name}"), alias_name, self)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnVersion {
        &self.resource
    }
}

/// Builds a [`Version`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct VersionBuilder {
    scope: Node,
    id: String,
    lambda: Rc<dyn IFunction>,
    code_sha256: Option<Value<String>>,
    description: Option<Value<String>>,
    provisioned_concurrent_executions: Option<Value<i64>>,
    min_execution_environments: Option<Value<i64>>,
    max_execution_environments: Option<Value<i64>>,
    removal_policy: Option<RemovalPolicy>,
    async_invoke: EventInvokeConfigOptions,
}

impl VersionBuilder {
    pub(crate) fn new(scope: &Node, id: String, lambda: Rc<dyn IFunction>) -> Self {
        Self {
            scope: scope.clone(),
            id,
            lambda,
            code_sha256: None,
            description: None,
            provisioned_concurrent_executions: None,
            min_execution_environments: None,
            max_execution_environments: None,
            removal_policy: None,
            async_invoke: EventInvokeConfigOptions::new(),
        }
    }

    /// The hash that the code must have, else the deployment fails. Default: not checked.
    pub fn code_sha256(mut self, value: impl Into<Value<String>>) -> Self {
        self.code_sha256 = Some(value.into());
        self
    }

    /// The description. Default: that of the function.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// How many calls can start without delay; at least 1. Default: none.
    pub fn provisioned_concurrent_executions(mut self, value: impl Into<Value<i64>>) -> Self {
        self.provisioned_concurrent_executions = Some(value.into());
        self
    }

    /// The fewest execution environments, for functions on instances of your own. Default: that of Lambda.
    pub fn min_execution_environments(mut self, value: impl Into<Value<i64>>) -> Self {
        self.min_execution_environments = Some(value.into());
        self
    }

    /// The most execution environments, for functions on instances of your own. Default: that of Lambda.
    pub fn max_execution_environments(mut self, value: impl Into<Value<i64>>) -> Self {
        self.max_execution_environments = Some(value.into());
        self
    }

    /// What happens to the version when another one takes its place. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = Some(value);
        self
    }

    /// Says what happens to calls for which nobody waits. Default: that of the function.
    pub fn async_invoke(mut self, options: EventInvokeConfigOptions) -> Self {
        self.async_invoke = options;
        self
    }

    /// Adds the version. Errors: `lambda::provisioned-concurrency`, `lambda::execution-environments`, those of
    /// [`EventInvokeConfig::new`](crate::EventInvokeConfig::new), and those of ids.
    #[track_caller]
    pub fn build(self) -> Version {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-lambda.Version");
        self.check_environments(construct.node());
        let mut resource = CfnVersion::builder(&construct, "Resource").function_name(self.lambda.function_name());
        if let Some(hash) = self.code_sha256 {
            resource = resource.code_sha256(hash);
        }
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(executions) = self.provisioned_concurrent_executions {
            check_provisioned_concurrency(construct.node(), &executions);
            let property = ProvisionedConcurrencyConfigurationProperty::new();
            resource = resource.provisioned_concurrency_config(property.provisioned_concurrent_executions(executions));
        }
        if self.min_execution_environments.is_some() || self.max_execution_environments.is_some() {
            let mut property = FunctionScalingConfigProperty::new();
            if let Some(min) = self.min_execution_environments {
                property = property.min_execution_environments(min);
            }
            if let Some(max) = self.max_execution_environments {
                property = property.max_execution_environments(max);
            }
            resource = resource.function_scaling_config(property);
        }
        let resource = resource.build();
        // Refactoring a stack must not carry a version over: its logical id stands for its content.
        resource.add_metadata("aws:cdk:do-not-refactor", true);
        if let Some(policy) = self.removal_policy {
            resource.apply_removal_policy(policy);
        }
        let version = Version { resource, construct, lambda: self.lambda };
        if !self.async_invoke.is_empty() {
            version.configure_async_invoke(self.async_invoke);
        }
        version
    }

    #[track_caller]
    fn check_environments(&self, node: &Node) {
        let literal = |value: &Option<Value<i64>>| value.as_ref().and_then(|value| value.as_literal());
        let (min, max) = (literal(&self.min_execution_environments), literal(&self.max_execution_environments));
        let is_negative = min.is_some_and(|min| min < 0) || max.is_some_and(|max| max < 0);
        if is_negative || min.zip(max).is_some_and(|(min, max)| min > max) {
            node.report(
                Diagnostic::error("lambda::execution-environments", "the range of execution environments is empty")
                    .help("use 0 or more, and a maximum that is not below the minimum"),
            );
        }
    }
}

#[track_caller]
pub(crate) fn check_provisioned_concurrency(node: &Node, executions: &Value<i64>) {
    if let Some(executions) = executions.as_literal().filter(|executions| *executions < 1) {
        let message = format!("{executions} provisioned executions are too few");
        node.report(
            Diagnostic::error("lambda::provisioned-concurrency", message).help("use 1 or more, or none at all"),
        );
    }
}

/// A version that exists already.
#[derive(Clone, Debug)]
pub struct ImportedVersion {
    construct: Construct,
    version: Value<String>,
    lambda: Rc<dyn IFunction>,
    function_arn: Value<String>,
    rights: PermissionRights,
}

impl ImportedVersion {
    #[track_caller]
    fn new(
        scope: &Node,
        id: &str,
        version: Value<String>,
        lambda: Rc<dyn IFunction>,
        function_arn: Value<String>,
    ) -> Self {
        let construct = Construct::of_type(scope, id, "aws-cdk-lambda.Version");
        let rights = PermissionRights::of_arn(construct.node(), &function_arn);
        Self { construct, version, lambda, function_arn, rights }
    }

    /// Starts an alias of the version, with the CDK's id under it.
    pub fn add_alias(&self, alias_name: &str) -> AliasBuilder {
        Alias::builder(self, format!("Alias{alias_name}"), alias_name, self)
    }
}

impl IConstruct for ImportedVersion {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to a version is granted to the function's role.
impl IGrantable for ImportedVersion {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.lambda.grant_principal()
    }
}

impl IFunction for ImportedVersion {
    fn function_arn(&self) -> Value<String> {
        self.function_arn.clone()
    }

    fn function_name(&self) -> Value<String> {
        cfn_format!("{}:{}", self.lambda.function_name(), self.version)
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.lambda.role()
    }

    fn architecture(&self) -> Architecture {
        self.lambda.architecture()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        self.rights.add(self, id, permission);
    }

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        let lambda = self.lambda.invocation_target();
        InvocationTarget {
            arns: vec![self.function_arn()],
            rights: self.rights,
            account: Stack::of(self).account(),
            qualifier: Qualifier::Version(self.version()),
            ..lambda
        }
    }
}

impl IVersion for ImportedVersion {
    fn version(&self) -> Value<String> {
        self.version.clone()
    }

    fn lambda(&self) -> Rc<dyn IFunction> {
        self.lambda.clone()
    }
}
