//! Building functions: the options, and what they become.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;

use aws_cdk_cfn_lambda::CfnFunction;
use aws_cdk_cfn_lambda::cfn_function::{EnvironmentProperty, EphemeralStorageProperty, TracingConfigProperty};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    Construct, Diagnostic, Duration, FeatureFlags, IConstruct, Lazy, Map, Node, PhysicalName, Provided, ResourceName,
    Set, Size, Value, cfn_format, sorting,
};
use aws_cdk_iam::{IRole, ManagedPolicy, PolicyStatement, Role, ServicePrincipal};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_logs::{ILogGroup, LogGroup};

use crate::architecture::Architecture;
use crate::code::Code;
use crate::dead_letters::DeadLetters;
use crate::environment::{check_variable, rendered_environment};
use crate::event_invoke_config::EventInvokeConfigOptions;
use crate::function::{CurrentVersionOptions, Function};
use crate::layer::ILayerVersion;
use crate::logging::{ApplicationLogLevel, LoggingFormat, SystemLogLevel, logging_config};
use crate::management::{RecursiveLoop, RuntimeManagementMode, SnapStartConf};
use crate::network::Network;
use crate::required;
use crate::runtime::Runtime;
use crate::tracing::Tracing;
use crate::version::VersionBuilder;

pub(crate) struct Options {
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
    log_group: Option<Rc<dyn ILogGroup>>,
    logging_format: Option<LoggingFormat>,
    application_log_level: Option<ApplicationLogLevel>,
    system_log_level: Option<SystemLogLevel>,
    tracing: Option<Tracing>,
    initial_policy: Vec<PolicyStatement>,
    pub(crate) network: Network,
    pub(crate) dead_letters: DeadLetters,
    async_invoke: EventInvokeConfigOptions,
    layers: Vec<Rc<dyn ILayerVersion>>,
    environment_encryption: Option<Rc<dyn IKey>>,
    code_signing_config_arn: Option<Value<String>>,
    runtime_management_mode: Option<RuntimeManagementMode>,
    recursive_loop: Option<RecursiveLoop>,
    snap_start: Option<SnapStartConf>,
    current_version_options: Option<VersionOptions>,
}

/// What the options of the current version do to its builder.
pub(crate) type VersionOptions = Rc<dyn Fn(VersionBuilder) -> VersionBuilder>;

/// Builds a [`Function`]. Its type says which of the required properties are set.
#[must_use = "a builder does nothing until `build` is called"]
pub struct FunctionBuilder<R = required::Runtime, H = required::Handler, C = required::Code> {
    pub(crate) options: Box<Options>,
    state: PhantomData<(R, H, C)>,
}

impl FunctionBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        FunctionBuilder {
            options: Box::new(Options {
                scope: scope.clone(),
                id,
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
                log_group: None,
                logging_format: None,
                application_log_level: None,
                system_log_level: None,
                tracing: None,
                initial_policy: Vec::new(),
                network: Network::default(),
                dead_letters: DeadLetters::default(),
                async_invoke: EventInvokeConfigOptions::new(),
                layers: Vec::new(),
                environment_encryption: None,
                code_signing_config_arn: None,
                runtime_management_mode: None,
                recursive_loop: None,
                snap_start: None,
                current_version_options: None,
            }),
            state: PhantomData,
        }
    }
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

    /// The log group. Default: one made with the function, unless the feature flag `@aws-cdk/aws-lambda:useCdkManagedLogGroup`
    /// is off; then Lambda makes one.
    pub fn log_group(mut self, value: &(impl ILogGroup + Clone + 'static)) -> Self {
        self.options.log_group = Some(Rc::new(value.clone()));
        self
    }

    /// How log entries are written. Default: that of Lambda, text.
    pub fn logging_format(mut self, value: LoggingFormat) -> Self {
        self.options.logging_format = Some(value);
        self
    }

    /// The least serious entries of the code that are kept; only with [`LoggingFormat::Json`]. Default: that of Lambda, `INFO`.
    pub fn application_log_level(mut self, value: ApplicationLogLevel) -> Self {
        self.options.application_log_level = Some(value);
        self
    }

    /// The least serious entries of Lambda that are kept; only with [`LoggingFormat::Json`]. Default: that of Lambda, `INFO`.
    pub fn system_log_level(mut self, value: SystemLogLevel) -> Self {
        self.options.system_log_level = Some(value);
        self
    }

    /// Whether calls are traced with X-Ray. Default: that of Lambda, [`Tracing::PassThrough`].
    pub fn tracing(mut self, value: Tracing) -> Self {
        self.options.tracing = Some(value);
        self
    }

    /// Adds a statement to the policies of the role. Default: none.
    pub fn initial_policy(mut self, statement: PolicyStatement) -> Self {
        self.options.initial_policy.push(statement);
        self
    }

    /// Says what happens to calls for which nobody waits. Default: that of Lambda.
    pub fn async_invoke(mut self, options: EventInvokeConfigOptions) -> Self {
        self.options.async_invoke = options;
        self
    }

    /// Adds a layer; up to 5. Default: none.
    pub fn layer(mut self, layer: &(impl ILayerVersion + Clone + 'static)) -> Self {
        self.options.layers.push(Rc::new(layer.clone()));
        self
    }

    /// The key that encrypts the environment variables. Default: one of AWS.
    pub fn environment_encryption(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.options.environment_encryption = Some(Rc::new(key.clone()));
        self
    }

    /// The ARN of the configuration that says who must have signed the code. Default: none.
    pub fn code_signing_config_arn(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.code_signing_config_arn = Some(value.into());
        self
    }

    /// When the function gets newer versions of its runtime. Default: that of Lambda, [`RuntimeManagementMode::AUTO`].
    pub fn runtime_management_mode(mut self, value: RuntimeManagementMode) -> Self {
        self.options.runtime_management_mode = Some(value);
        self
    }

    /// What happens when the function calls itself, over queues and the like. Default: that of Lambda,
    /// [`RecursiveLoop::Terminate`].
    pub fn recursive_loop(mut self, value: RecursiveLoop) -> Self {
        self.options.recursive_loop = Some(value);
        self
    }

    /// From which snapshots the function starts. Default: none.
    pub fn snap_start(mut self, value: SnapStartConf) -> Self {
        self.options.snap_start = Some(value);
        self
    }

    /// Options of [`Function::current_version`]. Default: none.
    pub fn current_version_options(mut self, options: impl Fn(VersionBuilder) -> VersionBuilder + 'static) -> Self {
        self.options.current_version_options = Some(Rc::new(options));
        self
    }

    /// Adds the function. Errors: `lambda::log-level-format`, `lambda::function-name`, `lambda::description`, `lambda::timeout`,
    /// `lambda::ephemeral-storage`, `lambda::reserved-environment-variable`, `lambda::without-vpc`, `lambda::public-subnet`,
    /// `lambda::outbound-of-security-group`, `lambda::dead-letters`, `lambda::snap-start`, those of its code, its layers and of
    /// [`EventInvokeConfig::new`](crate::EventInvokeConfig::new), and those of ids. Warnings: `lambda::snap-start-versions`.
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
    let role = match &options.role {
        Some(given) => given.clone(),
        None => service_role(&construct, options.network.is_in_vpc()),
    };
    for statement in &options.initial_policy {
        role.add_to_principal_policy(statement.clone());
    }
    let architecture = options.architecture.clone().unwrap_or(Architecture::X86_64);
    let code = options.code.bind(&construct, &options.runtime, &architecture);
    for key in options.environment.keys() {
        check_variable(&construct, key);
    }
    let environment = Rc::new(RefCell::new(options.environment.clone()));
    let name = ResourceName::new(&construct, options.function_name.clone());
    let is_versioned = Rc::new(Cell::new(false));
    let variables = rendered_environment(&environment, &is_versioned);
    let dead_letters = options.dead_letters.configure(&construct, &*role);
    let layers: Rc<RefCell<Vec<Rc<dyn ILayerVersion>>>> = Rc::default();
    let mut resource = resource(&construct, &options, code, variables, &name).role(role.role_arn());
    resource = resource.layers(rendered_layers(&layers));
    let mut dead_letter_queue = None;
    if let Some((property, queue)) = dead_letters {
        resource = resource.dead_letter_config(property);
        dead_letter_queue = queue;
    }
    let mut connections = None;
    if let Some((property, own)) = options.network.configure(&construct) {
        resource = resource.vpc_config(property);
        connections = Some(own);
    }
    resource = managed(&construct, &options, resource);
    if let Some(mode) = options.tracing.and_then(|tracing| tracing.mode(&*role)) {
        resource = resource.tracing_config(TracingConfigProperty::new().mode(mode));
    }
    let resource = resource.build();
    resource.node().add_dependency(role.node());
    let log_group = match &options.log_group {
        Some(given) => Some(given.clone()),
        None => managed_log_group(&construct, &resource),
    };
    options.code.note_in(&resource, "Code");
    let function = Function {
        construct,
        resource,
        name,
        role,
        log_group,
        environment,
        architecture,
        current_version: Rc::default(),
        is_versioned,
        runtime: options.runtime,
        layers,
        connections,
        dead_letter_queue,
        current_version_options: options.current_version_options.map(CurrentVersionOptions),
    };
    for layer in options.layers {
        function.add_layer_of(layer);
    }
    if !options.async_invoke.is_empty() {
        function.configure_async_invoke(options.async_invoke);
    }
    function
}

/// The layers by their paths, since their order is of no meaning to the hash of a version.
fn rendered_layers(layers: &Rc<RefCell<Vec<Rc<dyn ILayerVersion>>>>) -> Value<Vec<String>> {
    let layers = layers.clone();
    Lazy::list_omit_empty(move || {
        let mut layers = layers.borrow().clone();
        sorting::sort_by_key(&mut layers, |layer| layer.node().path());
        layers.iter().map(|layer| layer.layer_version_arn()).collect()
    })
    .into()
}

type BuilderWithRole = aws_cdk_cfn_lambda::cfn_function::CfnFunctionBuilder<Set, Set>;

/// How Lambda manages the function.
#[track_caller]
fn managed(construct: &Construct, options: &Options, mut resource: BuilderWithRole) -> BuilderWithRole {
    if let Some(key) = &options.environment_encryption {
        resource = resource.kms_key_arn(key.key_arn());
    }
    if let Some(arn) = &options.code_signing_config_arn {
        resource = resource.code_signing_config_arn(arn);
    }
    if let Some(mode) = &options.runtime_management_mode {
        resource = resource.runtime_management_config(mode.property());
    }
    if let Some(recursive) = options.recursive_loop {
        resource = resource.recursive_loop(recursive.as_str());
    }
    if let Some(snap_start) = options.snap_start {
        check_snap_start(construct, options);
        resource = resource.snap_start(snap_start.property());
    }
    resource
}

/// The rules are Lambda's: <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>.
#[track_caller]
fn check_snap_start(construct: &Construct, options: &Options) {
    let node = construct.node();
    node.report(
        Diagnostic::warning("lambda::snap-start-versions", "only published versions start from a snapshot")
            .help("call the function by a version or an alias"),
    );
    if !options.runtime.supports_snap_start() {
        let message = format!("functions of the runtime `{}` do not start from a snapshot", options.runtime.name());
        node.report(Diagnostic::error("lambda::snap-start", message).help("leave `snap_start` out"));
    }
    let storage = options.ephemeral_storage_size.and_then(|size| size.to_mebibytes().ok());
    if storage.is_some_and(|mebibytes| mebibytes > 512) {
        node.report(
            Diagnostic::error("lambda::snap-start", "functions that start from a snapshot have 512 MiB of storage")
                .help("leave `ephemeral_storage_size` or `snap_start` out"),
        );
    }
}

/// The role of a function that is given none: it may write logs, and be in a VPC if it is.
#[track_caller]
fn service_role(construct: &Construct, is_in_vpc: bool) -> Rc<dyn IRole> {
    let basic = ManagedPolicy::from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole");
    let principal = ServicePrincipal::new("lambda.amazonaws.com");
    let mut role = Role::builder(construct, "ServiceRole", principal).managed_policy(basic);
    if is_in_vpc {
        let vpc = ManagedPolicy::from_aws_managed_policy_name("service-role/AWSLambdaVPCAccessExecutionRole");
        role = role.managed_policy(vpc);
    }
    Rc::new(role.build())
}

/// The log group that is made with a function, so that the stack owns it.
#[track_caller]
fn managed_log_group(construct: &Construct, function: &CfnFunction) -> Option<Rc<dyn ILogGroup>> {
    if !FeatureFlags::of(construct).is_enabled(flags::USE_CDK_MANAGED_LOG_GROUP) {
        return None;
    }
    let name = cfn_format!("/aws/lambda/{}", function.ref_());
    Some(Rc::new(LogGroup::builder(construct, "LogGroup").log_group_name(name).build()))
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
            found => {
                let message = match found {
                    Ok(mebibytes) => format!("the ephemeral storage of {mebibytes} MiB is out of range"),
                    Err(error) => format!("the size of the ephemeral storage cannot be used: {error}"),
                };
                let diagnostic = Diagnostic::error("lambda::ephemeral-storage", message);
                construct.node().report(diagnostic.help("use 512 to 10,240 whole mebibytes"));
            }
        }
    }
    let log_group = options.log_group.as_ref().map(|group| group.log_group_name());
    let levels = (options.application_log_level, options.system_log_level);
    if let Some(logging) = logging_config(construct.node(), options.logging_format, levels, log_group) {
        resource = resource.logging_config(logging);
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
