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
use std::rc::Rc;

use aws_cdk_cfn_lambda::{CfnFunction, CfnVersion};
use aws_cdk_core::{ArnComponents, ArnFormat, Construct, IConstruct, Map, Node, ResourceName, Value};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, PolicyStatement};
use aws_cdk_logs::ILogGroup;

use crate::alias::{Alias, AliasBuilder};
use crate::architecture::Architecture;
use crate::environment::check_variable;
use crate::function_base::IFunction;
use crate::function_builder::FunctionBuilder;
use crate::function_hash::function_hash;
use crate::permission::{self, Permission};
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
