//! Functions.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_lambda::{Architecture, Code, Function, Runtime};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let function = Function::builder(&stack, "Hello")
//!     .runtime(Runtime::NODEJS_22_X)
//!     .handler("index.handler")
//!     .code(Code::from_inline("exports.handler = async () => 'hello';"))
//!     .architecture(Architecture::Arm64)
//!     .timeout(Duration::seconds(10))
//!     .environment("STAGE", "beta")
//!     .build();
//! ```
//!
//! A function without code does not compile:
//!
//! ```compile_fail
//! # use aws_cdk_core::{App, Stack};
//! # use aws_cdk_lambda::{Function, Runtime};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! Function::builder(&stack, "Hello").runtime(Runtime::NODEJS_22_X).handler("index.handler").build();
//! ```

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::{EnvironmentProperty, EphemeralStorageProperty};
use aws_cdk_cfn_lambda::{CfnFunction, CfnPermission};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, Duration, FeatureFlags, IConstruct, Lazy, Map, Node, PhysicalName,
    Provided, ResourceName, Set, Size, Value, cfn_format,
};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, ManagedPolicy, Role, ServicePrincipal};
use aws_cdk_logs::LogGroup;

use crate::architecture::Architecture;
use crate::code::Code;
use crate::permission::Permission;
use crate::required;
use crate::runtime::Runtime;

/// A function, made here or imported.
pub trait IFunction: IConstruct + fmt::Debug {
    /// The ARN of the function.
    fn function_arn(&self) -> Value<String>;

    /// The name of the function.
    fn function_name(&self) -> Value<String>;

    /// Adds a statement to the function's own policy.
    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission);
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    construct: Construct,
    resource: CfnFunction,
    name: ResourceName,
    role: Rc<dyn IRole>,
    log_group: Option<LogGroup>,
    environment: Rc<RefCell<Map<String>>>,
}

impl IConstruct for Function {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to a function is granted to its role.
impl IGrantable for Function {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        self.role.grant_principal()
    }
}

impl IFunction for Function {
    fn function_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| {
            ArnComponents::new("lambda", "function").resource_name(name).arn_format(ArnFormat::ColonResourceName)
        })
    }

    fn function_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        let scope = permission.scope.as_ref().unwrap_or(self.node());
        let mut resource = CfnPermission::builder(scope, id)
            .action(permission.action)
            .function_name(self.function_arn())
            .principal(permission.principal);
        if let Some(account) = permission.source_account {
            resource = resource.source_account(account);
        }
        if let Some(arn) = permission.source_arn {
            resource = resource.source_arn(arn);
        }
        if let Some(token) = permission.event_source_token {
            resource = resource.event_source_token(token);
        }
        resource.build();
    }
}

impl Function {
    /// Starts a function. `runtime`, `handler` and `code` are required.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> FunctionBuilder {
        FunctionBuilder {
            options: Box::new(Options {
                scope: scope.node().clone(),
                id: id.into(),
                runtime: Runtime::PROVIDED_AL2023,
                handler: String::new(),
                code: Code::from_inline(""),
                function_name: None,
                description: None,
                environment: Map::new(),
                timeout: None,
                memory_size: None,
                ephemeral_storage_size: None,
                architecture: None,
                reserved_concurrent_executions: None,
                role: None,
            }),
            state: PhantomData,
        }
    }

    /// The ARN of the function.
    pub fn function_arn(&self) -> Value<String> {
        IFunction::function_arn(self)
    }

    /// The name of the function.
    pub fn function_name(&self) -> Value<String> {
        IFunction::function_name(self)
    }

    /// The role whose rights the code has.
    pub fn role(&self) -> &dyn IRole {
        &*self.role
    }

    /// The log group that was made with the function, unless the feature flag is off.
    pub fn log_group(&self) -> Option<&LogGroup> {
        self.log_group.as_ref()
    }

    /// Adds an environment variable, or replaces it. A name that Lambda reserves is the error
    /// `lambda::reserved-environment-variable`.
    #[track_caller]
    pub fn add_environment(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> &Self {
        check_variable(&self.construct, key.as_ref());
        let value = value.into();
        self.environment.borrow_mut().insert(key, value);
        self
    }

    /// Adds a statement to the function's own policy.
    #[track_caller]
    pub fn add_permission(&self, id: impl AsRef<str>, permission: Permission) {
        IFunction::add_permission(self, id.as_ref(), permission);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnFunction {
        &self.resource
    }
}

struct Options {
    scope: Node,
    id: String,
    runtime: Runtime,
    handler: String,
    code: Code,
    function_name: Option<PhysicalName>,
    description: Option<Value<String>>,
    environment: Map<String>,
    timeout: Option<Duration>,
    memory_size: Option<Value<i64>>,
    ephemeral_storage_size: Option<Size>,
    architecture: Option<Architecture>,
    reserved_concurrent_executions: Option<Value<i64>>,
    role: Option<Rc<dyn IRole>>,
}

/// Builds a [`Function`]. Its type says which of the required properties are set.
#[must_use = "a builder does nothing until `build` is called"]
pub struct FunctionBuilder<R = required::Runtime, H = required::Handler, C = required::Code> {
    options: Box<Options>,
    state: PhantomData<(R, H, C)>,
}

impl<R, H, C> FunctionBuilder<R, H, C> {
    fn state<R2, H2, C2>(self) -> FunctionBuilder<R2, H2, C2> {
        FunctionBuilder { options: self.options, state: PhantomData }
    }

    /// What runs the code. Required.
    pub fn runtime(mut self, runtime: Runtime) -> FunctionBuilder<Set, H, C> {
        self.options.runtime = runtime;
        self.state()
    }

    /// The function in the code, such as `index.handler`; any text for a runtime that the function brings along. Required.
    pub fn handler(mut self, handler: impl Into<String>) -> FunctionBuilder<R, Set, C> {
        self.options.handler = handler.into();
        self.state()
    }

    /// The code. Required.
    pub fn code(mut self, code: Code) -> FunctionBuilder<R, H, Set> {
        self.options.code = code;
        self.state()
    }

    /// The name: up to 64 letters, digits, `-` and `_`. Default: one that CloudFormation makes.
    pub fn function_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.options.function_name = Some(value.into());
        self
    }

    /// The description, up to 256 characters. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.description = Some(value.into());
        self
    }

    /// Adds an environment variable. Default: none.
    pub fn environment(mut self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.options.environment = self.options.environment.entry(key, value);
        self
    }

    /// How long a call may take, up to 15 minutes; whole seconds. Default: that of Lambda, 3 seconds.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.options.timeout = Some(value);
        self
    }

    /// The memory, in MiB, 128 to 10,240. Default: that of Lambda, 128.
    pub fn memory_size(mut self, value: impl Into<Value<i64>>) -> Self {
        self.options.memory_size = Some(value.into());
        self
    }

    /// The size of `/tmp`, 512 to 10,240 MiB. Default: that of Lambda, 512 MiB.
    pub fn ephemeral_storage_size(mut self, value: Size) -> Self {
        self.options.ephemeral_storage_size = Some(value);
        self
    }

    /// The instruction set. Default: that of Lambda, `x86_64`.
    pub fn architecture(mut self, value: Architecture) -> Self {
        self.options.architecture = Some(value);
        self
    }

    /// How many calls can run at once, reserved of the account's. Default: no limit of its own.
    pub fn reserved_concurrent_executions(mut self, value: impl Into<Value<i64>>) -> Self {
        self.options.reserved_concurrent_executions = Some(value.into());
        self
    }

    /// The role whose rights the code has. Default: one made with the function, which may write logs.
    pub fn role(mut self, role: impl IRole + 'static) -> Self {
        self.options.role = Some(Rc::new(role));
        self
    }

    /// Adds the function. Errors: `lambda::function-name`, `lambda::description`, `lambda::timeout`,
    /// `lambda::ephemeral-storage`, `lambda::reserved-environment-variable`, those of its code, and those of ids.
    #[track_caller]
    pub fn build(self) -> Function
    where
        R: Provided,
        H: Provided,
        C: Provided,
    {
        build_function(*self.options)
    }
}

#[track_caller]
fn build_function(options: Options) -> Function {
    let construct = Construct::of_type(&options.scope, &options.id, "aws-cdk-lambda.Function");
    check_texts(&construct, &options);
    let role = options.role.clone().unwrap_or_else(|| {
        let basic = ManagedPolicy::from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole");
        let principal = ServicePrincipal::new("lambda.amazonaws.com");
        Rc::new(Role::builder(&construct, "ServiceRole", principal).managed_policy(basic).build())
    });
    let code = options.code.bind(&construct, &options.runtime);
    options.environment.keys().for_each(|key| check_variable(&construct, key));
    let environment = Rc::new(RefCell::new(options.environment.clone()));
    let name = ResourceName::new(&construct, options.function_name.clone());
    let resource = resource(&construct, &options, code, &environment, &name).role(role.role_arn()).build();
    resource.node().add_dependency(role.node());
    let managed = FeatureFlags::of(&construct).is_enabled(flags::USE_CDK_MANAGED_LOG_GROUP);
    let log_group = managed.then(|| {
        let name = cfn_format!("/aws/lambda/{}", resource.ref_());
        LogGroup::builder(&construct, "LogGroup").log_group_name(name).build()
    });
    options.code.bind_to_resource(&resource);
    Function { construct, resource, name, role, log_group, environment }
}

type ResourceBuilder = aws_cdk_cfn_lambda::cfn_function::CfnFunctionBuilder<Set, aws_cdk_cfn_lambda::required::Role>;

#[track_caller]
fn resource(
    construct: &Construct,
    options: &Options,
    code: aws_cdk_cfn_lambda::cfn_function::CodeProperty,
    environment: &Rc<RefCell<Map<String>>>,
    name: &ResourceName,
) -> ResourceBuilder {
    let variables = environment.clone();
    let mut resource = CfnFunction::builder(construct, "Resource")
        .code(code)
        .handler(options.handler.as_str())
        .runtime(options.runtime.name())
        .environment(Lazy::value(move |_| {
            let variables = variables.borrow();
            (!variables.is_empty()).then(|| EnvironmentProperty::new().variables(variables.clone()).into())
        }));
    if let Some(name) = name.property() {
        resource = resource.function_name(name);
    }
    if let Some(description) = &options.description {
        resource = resource.description(description);
    }
    match options.timeout.map(|timeout| timeout.to_seconds()) {
        Some(Ok(seconds)) => resource = resource.timeout(seconds),
        Some(Err(error)) => construct.node().report(
            Diagnostic::error("lambda::timeout", format!("the timeout cannot be used: {error}"))
                .help("use whole seconds"),
        ),
        None => {}
    }
    if let Some(size) = &options.memory_size {
        resource = resource.memory_size(size);
    }
    if let Some(size) = options.ephemeral_storage_size {
        match size.to_mebibytes() {
            Ok(mebibytes @ 512..=10_240) => {
                resource = resource.ephemeral_storage(EphemeralStorageProperty::new().size(mebibytes));
            }
            _ => construct.node().report(
                Diagnostic::error("lambda::ephemeral-storage", "the size of the ephemeral storage is out of range")
                    .help("use 512 to 10,240 whole mebibytes"),
            ),
        }
    }
    if let Some(architecture) = &options.architecture {
        resource = resource.architectures([architecture.name()]);
    }
    if let Some(executions) = &options.reserved_concurrent_executions {
        resource = resource.reserved_concurrent_executions(executions);
    }
    resource
}

/// The rules are Lambda's: <https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html>.
#[track_caller]
fn check_texts(construct: &Construct, options: &Options) {
    let name = options.function_name.as_ref().and_then(|name| name.as_literal());
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    if let Some(name) = name.filter(|name| name.is_empty() || name.len() > 64 || !name.chars().all(allowed)) {
        construct.node().report(
            Diagnostic::error("lambda::function-name", format!("`{name}` is not a name for a function"))
                .help("use 1 to 64 letters, digits, `-` and `_`"),
        );
    }
    let description = options.description.as_ref().and_then(|description| description.as_literal());
    if let Some(length) = description.map(|text| text.chars().count()).filter(|length| *length > 256) {
        construct.node().report(
            Diagnostic::error("lambda::description", format!("the description has {length} characters"))
                .help("use up to 256 characters"),
        );
    }
}

/// Names that Lambda sets itself: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>.
const RESERVED_VARIABLES: [&str; 18] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

#[track_caller]
fn check_variable(construct: &Construct, name: &str) {
    if RESERVED_VARIABLES.contains(&name) {
        construct.node().report(
            Diagnostic::error(
                "lambda::reserved-environment-variable",
                format!("the environment variable `{name}` is set by Lambda itself"),
            )
            .help("choose another name"),
        );
    }
}
