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

use std::cell::{Cell, OnceCell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;

use aws_cdk_cfn_lambda::cfn_function::{EnvironmentProperty, EphemeralStorageProperty};
use aws_cdk_cfn_lambda::{CfnFunction, CfnVersion};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, Duration, FeatureFlags, IConstruct, Json, Lazy, Map, Node, Object,
    PhysicalName, Provided, ResourceName, Set, Size, Value, cfn_format,
};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, ManagedPolicy, Role, ServicePrincipal};
use aws_cdk_logs::LogGroup;

use crate::alias::{Alias, AliasBuilder};
use crate::architecture::Architecture;
use crate::code::Code;
use crate::function_base::IFunction;
use crate::function_hash::function_hash;
use crate::permission::{self, Permission};
use crate::required;
use crate::runtime::Runtime;
use crate::version::{Version, VersionBuilder};

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    construct: Construct,
    resource: CfnFunction,
    name: ResourceName,
    role: Rc<dyn IRole>,
    log_group: Option<LogGroup>,
    environment: Rc<RefCell<Map<String>>>,
    architecture: Architecture,
    current_version: Rc<OnceCell<(Construct, CfnVersion)>>,
    is_versioned: Rc<Cell<bool>>,
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

    fn role(&self) -> Option<Rc<dyn IRole>> {
        Some(self.role.clone())
    }

    fn architecture(&self) -> Architecture {
        self.architecture.clone()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        permission::add(self, id, permission);
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

    /// The version of what the function is now: a change of its code or configuration makes a new one.
    ///
    /// Its logical id ends in a hash of the function, and so does that of the CDK. The environment variables are in the
    /// template by name then.
    #[track_caller]
    pub fn current_version(&self) -> Version {
        let function: Rc<dyn IFunction> = Rc::new(self.clone());
        if let Some((construct, resource)) = self.current_version.get() {
            return Version::of_parts(construct.clone(), resource.clone(), function);
        }
        let version = VersionBuilder::new(self.node(), "CurrentVersion".to_owned(), function).build();
        version.default_child().set_logical_id_suffix(&self.resource, function_hash);
        self.is_versioned.set(true);
        // The cell is empty: see above.
        let _ = self.current_version.set((version.node().clone().into(), version.default_child().clone()));
        version
    }

    /// Starts an alias of [`Function::current_version`], with the CDK's id under the function.
    #[track_caller]
    pub fn add_alias(&self, alias_name: &str) -> AliasBuilder {
        Alias::builder(self, format!("Alias{alias_name}"), alias_name, &self.current_version())
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
    let is_versioned = Rc::new(Cell::new(false));
    let variables = rendered_environment(&environment, &is_versioned);
    let resource = resource(&construct, &options, code, variables, &name).role(role.role_arn()).build();
    resource.node().add_dependency(role.node());
    let managed = FeatureFlags::of(&construct).is_enabled(flags::USE_CDK_MANAGED_LOG_GROUP);
    let log_group = managed.then(|| {
        let name = cfn_format!("/aws/lambda/{}", resource.ref_());
        LogGroup::builder(&construct, "LogGroup").log_group_name(name).build()
    });
    options.code.bind_to_resource(&resource);
    let architecture = options.architecture.unwrap_or(Architecture::X86_64);
    Function {
        construct,
        resource,
        name,
        role,
        log_group,
        environment,
        architecture,
        current_version: Rc::default(),
        is_versioned,
    }
}

/// The variables, by name if there is a version that is made again when they change.
fn rendered_environment(
    environment: &Rc<RefCell<Map<String>>>,
    is_versioned: &Rc<Cell<bool>>,
) -> Value<EnvironmentProperty> {
    let (environment, is_versioned) = (environment.clone(), is_versioned.clone());
    Lazy::value(move |_| {
        let variables = environment.borrow();
        let sorted = || if is_versioned.get() { sorted(&variables) } else { variables.clone().into() };
        (!variables.is_empty()).then(|| EnvironmentProperty::new().variables(sorted()).into())
    })
}

/// The variables by name, as JavaScript sorts text.
fn sorted(variables: &Map<String>) -> Value<Map<String>> {
    let json = Value::<Map<String>>::from(variables.clone()).into_json();
    let mut entries: Vec<(&str, &Json)> = json.as_object().into_iter().flat_map(Object::iter).collect();
    entries.sort_by_cached_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
    Value::from_json(Json::Object(entries.into_iter().map(|(name, value)| (name, value.clone())).collect()))
}

type ResourceBuilder = aws_cdk_cfn_lambda::cfn_function::CfnFunctionBuilder<Set, aws_cdk_cfn_lambda::required::Role>;

#[track_caller]
fn resource(
    construct: &Construct,
    options: &Options,
    code: aws_cdk_cfn_lambda::cfn_function::CodeProperty,
    environment: Value<EnvironmentProperty>,
    name: &ResourceName,
) -> ResourceBuilder {
    let mut resource = CfnFunction::builder(construct, "Resource")
        .code(code)
        .handler(options.handler.as_str())
        .runtime(options.runtime.name())
        .environment(environment);
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
