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
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_lambda::{CfnFunction, CfnVersion};
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Map, Node, ResourceName, Stack, Value, cfn_format,
    sorting,
};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, PolicyStatement};
use aws_cdk_interfaces::ec2::Connections;
use aws_cdk_logs::ILogGroup;
use aws_cdk_sqs::IQueue;

use crate::alias::{Alias, AliasBuilder};
use crate::architecture::Architecture;
use crate::environment::check_variable;
use crate::function_base::{IFunction, InvocationTarget, PermissionRights, Qualifier};
use crate::function_builder::{FunctionBuilder, VersionOptions};
use crate::function_hash::{function_hash, layers_text};
use crate::layer::ILayerVersion;
use crate::permission::{self, Permission};
use crate::runtime::Runtime;
use crate::version::{Version, VersionBuilder};

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnFunction,
    pub(crate) name: ResourceName,
    pub(crate) role: Rc<dyn IRole>,
    pub(crate) log_group: Option<Rc<dyn ILogGroup>>,
    pub(crate) environment: Rc<RefCell<Map<String>>>,
    pub(crate) architecture: Architecture,
    pub(crate) current_version: Rc<OnceCell<(Construct, CfnVersion)>>,
    pub(crate) is_versioned: Rc<Cell<bool>>,
    pub(crate) runtime: Runtime,
    pub(crate) layers: Rc<RefCell<Vec<Rc<dyn ILayerVersion>>>>,
    pub(crate) connections: Option<Connections>,
    pub(crate) dead_letter_queue: Option<Rc<dyn IQueue>>,
    pub(crate) current_version_options: Option<CurrentVersionOptions>,
}

/// The options of the current version.
#[derive(Clone)]
pub(crate) struct CurrentVersionOptions(pub(crate) VersionOptions);

impl fmt::Debug for CurrentVersionOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CurrentVersionOptions")
    }
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

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        InvocationTarget {
            arns: vec![self.function_arn(), cfn_format!("{}:*", self.function_arn())],
            rights: PermissionRights::Granted,
            account: Stack::of(self).account(),
            qualifier: Qualifier::None,
            function_arn: self.function_arn(),
            function_name: self.function_name(),
        }
    }
}

impl Function {
    /// Starts a function. `runtime`, `handler` and `code` are required.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> FunctionBuilder {
        FunctionBuilder::new(scope.node(), id.into())
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

    /// The log group: the given one, or that made with the function; `None` if Lambda makes it.
    pub fn log_group(&self) -> Option<&dyn ILogGroup> {
        self.log_group.as_deref()
    }

    /// Adds a statement to the policies of the role.
    #[track_caller]
    pub fn add_to_role_policy(&self, statement: PolicyStatement) {
        self.role.add_to_principal_policy(statement);
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
        let mut builder = VersionBuilder::new(self.node(), "CurrentVersion".to_owned(), function);
        if let Some(CurrentVersionOptions(options)) = &self.current_version_options {
            builder = options(builder);
        }
        let version = builder.build();
        let layers = self.layers.clone();
        version.default_child().set_logical_id_suffix(&self.resource, move |entry, context| {
            let mut layers = layers.borrow().clone();
            sorting::sort_by_key(&mut layers, |layer| layer.node().path());
            function_hash(entry, &layers_text(&layers, context))
        });
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

    /// Adds a layer. Errors: `lambda::too-many-layers`, `lambda::layer-runtimes` if the layer is not for the function's runtime.
    #[track_caller]
    pub fn add_layer(&self, layer: &(impl ILayerVersion + Clone + 'static)) {
        self.add_layer_of(Rc::new(layer.clone()));
    }

    #[track_caller]
    pub(crate) fn add_layer_of(&self, layer: Rc<dyn ILayerVersion>) {
        const MAX_LAYERS: usize = 5;
        if self.layers.borrow().len() == MAX_LAYERS {
            self.node().report(
                Diagnostic::error("lambda::too-many-layers", "the function has 5 layers already")
                    .help("put several into one"),
            );
        }
        let runtimes = layer.compatible_runtimes();
        if let Some(runtimes) = runtimes.filter(|runtimes| !runtimes.contains(&self.runtime)) {
            let names: Vec<&str> = runtimes.iter().map(Runtime::name).collect();
            let message =
                format!("the layer is not for the runtime `{}`, but for {}", self.runtime.name(), names.join(", "));
            self.node().report(
                Diagnostic::error("lambda::layer-runtimes", message).help("choose another runtime, or another layer"),
            );
        }
        self.layers.borrow_mut().push(layer);
    }

    /// The queue that gets calls which failed too often; `None` if there is none.
    pub fn dead_letter_queue(&self) -> Option<&dyn IQueue> {
        self.dead_letter_queue.as_deref()
    }

    /// Whether the function is in a VPC.
    pub fn is_bound_to_vpc(&self) -> bool {
        self.connections.is_some()
    }

    /// What runs the code.
    pub fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnFunction {
        &self.resource
    }
}
