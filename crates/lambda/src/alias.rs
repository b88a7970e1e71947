//! Aliases: names that point to a version of a function.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_lambda::{Alias, Code, Function, IFunction, Runtime};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let function = Function::builder(&stack, "Hello")
//!     .runtime(Runtime::NODEJS_22_X)
//!     .handler("index.handler")
//!     .code(Code::from_inline("exports.handler = async () => 'hello';"))
//!     .build();
//! let live = function.add_alias("live").build();
//! let beta = Alias::builder(&stack, "Beta", "beta", &function.current_version()).description("for testers").build();
//! assert!(beta.function_arn().is_token());
//! ```

use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnAlias;
use aws_cdk_cfn_lambda::cfn_alias::{
    AliasRoutingConfigurationProperty, ProvisionedConcurrencyConfigurationProperty, VersionWeightProperty,
};
use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{
    Arn, ArnComponents, ArnFormat, Construct, Diagnostic, Fn, IConstruct, Node, ResourceName, Stack, Value, cfn_format,
};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole};

use crate::architecture::Architecture;
use crate::event_invoke_config::EventInvokeConfigOptions;
use crate::function_base::{IFunction, InvocationTarget, PermissionRights, Qualifier};
use crate::permission::{self, Permission};
use crate::version::{IVersion, check_provisioned_concurrency};

/// An alias of a function, made here or imported.
pub trait IAlias: IFunction {
    /// The name of the alias.
    fn alias_name(&self) -> Value<String>;

    /// The version that it points to.
    fn version(&self) -> Rc<dyn IVersion>;
}

/// An alias of a function.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html>.
#[derive(Clone, Debug)]
pub struct Alias {
    construct: Construct,
    resource: CfnAlias,
    name: String,
    version: Rc<dyn IVersion>,
}

impl IConstruct for Alias {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to an alias is granted to the function's role.
impl IGrantable for Alias {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.version.grant_principal()
    }
}

impl IFunction for Alias {
    fn function_arn(&self) -> Value<String> {
        let lambda = self.version.lambda();
        let name = ResourceName::new(&self.construct, Some(self.name.as_str().into()));
        name.arn_attribute(self.resource.ref_(), move |alias| {
            ArnComponents::new("lambda", "function")
                .resource_name(cfn_format!("{}:{}", lambda.function_name(), alias))
                .arn_format(ArnFormat::ColonResourceName)
        })
    }

    fn function_name(&self) -> Value<String> {
        let parts = Arn::split(self.function_arn(), ArnFormat::ColonResourceName);
        let function = parts.ok().and_then(|parts| parts.resource_name);
        cfn_format!("{}:{}", function.unwrap_or_else(|| self.version.lambda().function_name()), self.name)
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.version.role()
    }

    fn architecture(&self) -> Architecture {
        self.version.architecture()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        permission::add(self, id, permission);
    }

    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        let function = self.version.lambda().function_name();
        Metric::new("AWS/Lambda", metric_name)
            .dimension("FunctionName", &function)
            .dimension("Resource", cfn_format!("{}:{}", function, self.name))
            .attach_to(self.node())
    }

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        let lambda = self.version.lambda().invocation_target();
        InvocationTarget {
            arns: vec![self.function_arn()],
            rights: PermissionRights::Granted,
            account: Stack::of(self).account(),
            qualifier: Qualifier::Alias {
                name: self.alias_name(),
                qualifier: Fn::select(7, Fn::split(":", self.resource.ref_())),
                resource: Some(self.resource.node().clone()),
            },
            ..lambda
        }
    }
}

impl IAlias for Alias {
    fn alias_name(&self) -> Value<String> {
        self.name.as_str().into()
    }

    fn version(&self) -> Rc<dyn IVersion> {
        self.version.clone()
    }
}

impl Alias {
    /// Starts an alias of a version.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        alias_name: impl Into<String>,
        version: &(impl IVersion + Clone + 'static),
    ) -> AliasBuilder {
        AliasBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            alias_name: alias_name.into(),
            version: Rc::new(version.clone()),
            description: None,
            additional_versions: Vec::new(),
            provisioned_concurrent_executions: None,
            async_invoke: EventInvokeConfigOptions::new(),
        }
    }

    /// An alias that exists, by its name and the version that it points to.
    #[track_caller]
    pub fn from_alias_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        alias_name: impl Into<Value<String>>,
        version: &(impl IVersion + Clone + 'static),
    ) -> ImportedAlias {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-lambda.Alias");
        let name = alias_name.into();
        let function_arn = cfn_format!("{}:{}", version.lambda().function_arn(), name);
        let rights = PermissionRights::of_arn(construct.node(), &function_arn);
        ImportedAlias { construct, name, version: Rc::new(version.clone()), function_arn, rights }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnAlias {
        &self.resource
    }
}

/// Builds an [`Alias`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct AliasBuilder {
    scope: Node,
    id: String,
    alias_name: String,
    version: Rc<dyn IVersion>,
    description: Option<Value<String>>,
    additional_versions: Vec<(Value<String>, f64)>,
    provisioned_concurrent_executions: Option<Value<i64>>,
    async_invoke: EventInvokeConfigOptions,
}

impl AliasBuilder {
    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Adds a version that gets a part of the calls, from 0 to 1; the alias's own version gets the rest. Default: none.
    pub fn additional_version(mut self, version: &impl IVersion, weight: f64) -> Self {
        self.additional_versions.push((version.version(), weight));
        self
    }

    /// How many calls can start without delay; at least 1. Default: none.
    pub fn provisioned_concurrent_executions(mut self, value: impl Into<Value<i64>>) -> Self {
        self.provisioned_concurrent_executions = Some(value.into());
        self
    }

    /// Says what happens to calls for which nobody waits. Default: that of the function.
    pub fn async_invoke(mut self, options: EventInvokeConfigOptions) -> Self {
        self.async_invoke = options;
        self
    }

    /// Adds the alias. Errors: `lambda::version-weight`, `lambda::provisioned-concurrency`, those of
    /// [`EventInvokeConfig::new`](crate::EventInvokeConfig::new), and those of ids.
    #[track_caller]
    pub fn build(self) -> Alias {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-lambda.Alias");
        self.check_weights(construct.node());
        let mut resource = CfnAlias::builder(&construct, "Resource")
            .name(self.alias_name.as_str())
            .function_name(self.version.lambda().function_name())
            .function_version(self.version.version());
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if !self.additional_versions.is_empty() {
            let weights = self.additional_versions.into_iter().map(|(version, weight)| {
                VersionWeightProperty::new().function_version(version).function_weight(weight)
            });
            let property = AliasRoutingConfigurationProperty::new();
            resource = resource.routing_config(property.additional_version_weights(weights.collect::<Vec<_>>()));
        }
        if let Some(executions) = self.provisioned_concurrent_executions {
            check_provisioned_concurrency(construct.node(), &executions);
            let property = ProvisionedConcurrencyConfigurationProperty::new();
            resource = resource.provisioned_concurrency_config(property.provisioned_concurrent_executions(executions));
        }
        let alias = Alias { resource: resource.build(), construct, name: self.alias_name, version: self.version };
        if !self.async_invoke.is_empty() {
            alias.configure_async_invoke(self.async_invoke);
        }
        alias
    }

    #[track_caller]
    fn check_weights(&self, node: &Node) {
        let weights = || self.additional_versions.iter().map(|(_, weight)| *weight);
        if weights().any(|weight| !(0.0..=1.0).contains(&weight)) || weights().sum::<f64>() > 1.0 {
            node.report(
                Diagnostic::error("lambda::version-weight", "the weights of the versions are not parts of the calls")
                    .help("use weights from 0 to 1, whose sum is not above 1"),
            );
        }
    }
}

/// An alias that exists already.
#[derive(Clone, Debug)]
pub struct ImportedAlias {
    construct: Construct,
    name: Value<String>,
    version: Rc<dyn IVersion>,
    function_arn: Value<String>,
    rights: PermissionRights,
}

impl IConstruct for ImportedAlias {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to an alias is granted to the function's role.
impl IGrantable for ImportedAlias {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.version.grant_principal()
    }
}

impl IFunction for ImportedAlias {
    fn function_arn(&self) -> Value<String> {
        self.function_arn.clone()
    }

    fn function_name(&self) -> Value<String> {
        cfn_format!("{}:{}", self.version.lambda().function_name(), self.name)
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.version.role()
    }

    fn architecture(&self) -> Architecture {
        self.version.architecture()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        self.rights.add(self, id, permission);
    }

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        let lambda = self.version.lambda().invocation_target();
        InvocationTarget {
            arns: vec![self.function_arn()],
            rights: self.rights,
            account: Stack::of(self).account(),
            qualifier: Qualifier::Alias { name: self.alias_name(), qualifier: self.alias_name(), resource: None },
            ..lambda
        }
    }
}

impl IAlias for ImportedAlias {
    fn alias_name(&self) -> Value<String> {
        self.name.clone()
    }

    fn version(&self) -> Rc<dyn IVersion> {
        self.version.clone()
    }
}
