//! Functions that exist.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_lambda::{Function, FunctionAttributes};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let arn = "arn:aws:lambda:eu-west-1:111111111111:function:books";
//! let books = Function::from_function_arn(&stack, "Books", arn);
//! let music = Function::from_function_name(&stack, "Music", "music");
//! let attributes = FunctionAttributes::new(arn).same_environment(true);
//! let mine = Function::from_function_attributes(&stack, "Mine", attributes);
//! ```

use std::rc::Rc;

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Fn, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{IGrantable, IPrincipal, IRole, UnknownPrincipal};

use crate::architecture::Architecture;
use crate::function::Function;
use crate::function_base::{IFunction, InvocationTarget, PermissionRights, Qualifier};
use crate::permission::Permission;

/// What is known of a function that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct FunctionAttributes {
    function_arn: Value<String>,
    role: Option<Rc<dyn IRole>>,
    same_environment: Option<bool>,
    skip_permissions: bool,
    architecture: Architecture,
}

impl FunctionAttributes {
    /// The ARN of the function, without a version or an alias.
    pub fn new(function_arn: impl Into<Value<String>>) -> Self {
        Self {
            function_arn: function_arn.into(),
            role: None,
            same_environment: None,
            skip_permissions: false,
            architecture: Architecture::X86_64,
        }
    }

    /// The role whose rights the code has. Default: not known; what is granted to the function is a warning that says what the
    /// role needs.
    pub fn role(mut self, role: &(impl IRole + Clone + 'static)) -> Self {
        self.role = Some(Rc::new(role.clone()));
        self
    }

    /// Whether the function is of the account and region of the stack, so that its policy can be changed. Default: true if the
    /// ARN and the stack are known to be of the same account.
    pub fn same_environment(mut self, value: bool) -> Self {
        self.same_environment = Some(value);
        self
    }

    /// Whether the function has the permissions that it needs, so that there is no warning if they cannot be added. Default:
    /// false.
    pub fn skip_permissions(mut self, value: bool) -> Self {
        self.skip_permissions = value;
        self
    }

    /// The instruction set. Default: [`Architecture::X86_64`].
    pub fn architecture(mut self, value: Architecture) -> Self {
        self.architecture = value;
        self
    }
}

/// A function that exists already.
#[derive(Clone, Debug)]
pub struct ImportedFunction {
    construct: Construct,
    attributes: FunctionAttributes,
    rights: PermissionRights,
}

impl IConstruct for ImportedFunction {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

/// What is granted to a function is granted to its role.
impl IGrantable for ImportedFunction {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        match &self.attributes.role {
            Some(role) => role.grant_principal(),
            None => Rc::new(UnknownPrincipal::new(self)),
        }
    }
}

impl IFunction for ImportedFunction {
    fn function_arn(&self) -> Value<String> {
        self.attributes.function_arn.clone()
    }

    fn function_name(&self) -> Value<String> {
        Fn::select(6, Fn::split(":", &self.attributes.function_arn))
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.attributes.role.clone()
    }

    fn architecture(&self) -> Architecture {
        self.attributes.architecture.clone()
    }

    #[track_caller]
    fn add_permission(&self, id: &str, permission: Permission) {
        self.rights.add(self, id, permission);
    }

    fn as_function(&self) -> &dyn IFunction {
        self
    }

    fn invocation_target(&self) -> InvocationTarget {
        let arn = &self.attributes.function_arn;
        let account = Arn::split(arn, ArnFormat::ColonResourceName).ok().map(|parts| parts.account);
        InvocationTarget {
            arns: vec![arn.clone(), cfn_format!("{}:*", arn)],
            rights: self.rights,
            account: account.unwrap_or_else(|| Stack::of(self).account()),
            qualifier: Qualifier::None,
            function_arn: arn.clone(),
            function_name: self.function_name(),
        }
    }
}

impl Function {
    /// A function that exists, by its ARN. Something else than an ARN is the error `lambda::invalid-arn`.
    #[track_caller]
    pub fn from_function_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        function_arn: impl Into<Value<String>>,
    ) -> ImportedFunction {
        Self::from_function_attributes(scope, id, FunctionAttributes::new(function_arn))
    }

    /// A function of the stack's account and region that exists, by its name.
    #[track_caller]
    pub fn from_function_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        function_name: impl Into<Value<String>>,
    ) -> ImportedFunction {
        let components = ArnComponents::new("lambda", "function")
            .resource_name(function_name)
            .arn_format(ArnFormat::ColonResourceName);
        let arn = Stack::of(scope).format_arn(components);
        Self::from_function_attributes(scope, id, FunctionAttributes::new(arn).same_environment(true))
    }

    /// A function that exists, by all that is known of it. Something else than an ARN is the error `lambda::invalid-arn`.
    #[track_caller]
    pub fn from_function_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: FunctionAttributes,
    ) -> ImportedFunction {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-lambda.Function");
        let known = PermissionRights::of_arn(construct.node(), &attributes.function_arn);
        let can_add = attributes.same_environment.unwrap_or(known == PermissionRights::Granted);
        let rights = match (can_add, attributes.skip_permissions) {
            (true, _) => PermissionRights::Granted,
            (false, true) => PermissionRights::Skipped,
            (false, false) => PermissionRights::Unclear,
        };
        ImportedFunction { construct, attributes, rights }
    }
}
