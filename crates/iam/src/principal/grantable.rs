//! What rights can be granted to.

use std::rc::Rc;

use crate::principal::IPrincipal;

/// Anything that rights can be granted to: a role, a user, a function by its role, a principal itself.
///
/// Every principal that can be cloned is one. A construct that acts as a role gives that role.
///
/// ```
/// use std::rc::Rc;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{IGrantable, IPrincipal, Role, ServicePrincipal};
///
/// struct Worker {
///     role: Role,
/// }
///
/// impl IGrantable for Worker {
///     fn grant_principal(&self) -> Rc<dyn IPrincipal> {
///         self.role.grant_principal()
///     }
/// }
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let worker = Worker { role: Role::builder(&stack, "Role", ServicePrincipal::new("ecs-tasks")).build() };
/// assert!(worker.grant_principal().principal_account().is_some());
/// ```
pub trait IGrantable {
    /// The principal that gets the rights.
    fn grant_principal(&self) -> Rc<dyn IPrincipal>;
}

impl<P: IPrincipal + Clone + 'static> IGrantable for P {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        Rc::new(self.clone())
    }
}
