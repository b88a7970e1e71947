//! Instance profiles: how EC2 instances get a role.

use std::rc::Rc;

use aws_cdk_cfn_iam::CfnInstanceProfile;
use aws_cdk_core::{
    Arn, ArnComponents, Construct, Diagnostic, IConstruct, Node, PhysicalName, ResourceName, Stack, Value,
};

use crate::names;
use crate::principal::ServicePrincipal;
use crate::role::{IRole, Role};

/// An instance profile, made here or imported.
pub trait IInstanceProfile: IConstruct {
    /// The name of the instance profile.
    fn instance_profile_name(&self) -> Value<String>;

    /// The ARN of the instance profile.
    fn instance_profile_arn(&self) -> Value<String>;

    /// The role, if it is known.
    fn role(&self) -> Option<Rc<dyn IRole>>;
}

/// An instance profile: the role of EC2 instances.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{IInstanceProfile, InstanceProfile};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let profile = InstanceProfile::builder(&stack, "Profile").path("/servers/").build();
/// assert!(profile.role().is_some());
/// ```
#[derive(Clone, Debug)]
pub struct InstanceProfile {
    construct: Construct,
    resource: CfnInstanceProfile,
    instance_profile_arn: Value<String>,
    instance_profile_name: Value<String>,
    role: Rc<dyn IRole>,
}

impl IConstruct for InstanceProfile {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl InstanceProfile {
    /// Starts an instance profile.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> InstanceProfileBuilder {
        InstanceProfileBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            instance_profile_name: None,
            path: None,
            role: None,
        }
    }

    /// An instance profile of the stack's account that exists, by its name.
    #[track_caller]
    pub fn from_instance_profile_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        instance_profile_name: impl Into<Value<String>>,
    ) -> ImportedInstanceProfile {
        let components = ArnComponents::new("iam", "instance-profile").region("").resource_name(instance_profile_name);
        Self::from_instance_profile_arn(scope, id, Stack::of(scope).format_arn(components))
    }

    /// An instance profile that exists, by its ARN. Something else than the ARN of one is the error `iam::invalid-arn`.
    #[track_caller]
    pub fn from_instance_profile_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        instance_profile_arn: impl Into<Value<String>>,
    ) -> ImportedInstanceProfile {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedInstanceProfile");
        let arn = instance_profile_arn.into();
        let name = match Arn::extract_resource_name(&arn, "instance-profile") {
            Ok(name) => name.split_literals('/').pop().unwrap_or(name),
            Err(error) => {
                construct.node().report(
                    Diagnostic::error("iam::invalid-arn", error.to_string())
                        .help("give an ARN such as `arn:aws:iam::111111111111:instance-profile/name`"),
                );
                arn.clone()
            }
        };
        ImportedInstanceProfile { construct, instance_profile_name: name, instance_profile_arn: arn, role: None }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnInstanceProfile {
        &self.resource
    }
}

impl IInstanceProfile for InstanceProfile {
    fn instance_profile_name(&self) -> Value<String> {
        self.instance_profile_name.clone()
    }

    fn instance_profile_arn(&self) -> Value<String> {
        self.instance_profile_arn.clone()
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        Some(self.role.clone())
    }
}

/// Builds an [`InstanceProfile`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct InstanceProfileBuilder {
    scope: Node,
    id: String,
    instance_profile_name: Option<PhysicalName>,
    path: Option<Value<String>>,
    role: Option<Rc<dyn IRole>>,
}

impl InstanceProfileBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn instance_profile_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.instance_profile_name = Some(value.into());
        self
    }

    /// The path, which starts and ends with a slash. Default: `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// The role. Default: a new one that EC2 can take.
    pub fn role(mut self, role: impl IRole + 'static) -> Self {
        self.role = Some(Rc::new(role));
        self
    }

    /// Adds the instance profile. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> InstanceProfile {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.InstanceProfile");
        let role = match self.role {
            Some(role) => role,
            None => {
                let principal = ServicePrincipal::new("ec2.amazonaws.com");
                let role = Role::builder(&construct, "InstanceRole", principal);
                let role: Rc<dyn IRole> = Rc::new(role.role_name(PhysicalName::GENERATE_IF_NEEDED).build());
                role
            }
        };
        let mut resource = CfnInstanceProfile::builder(&construct, "Resource").roles([role.role_name()]);
        let name = ResourceName::new(&construct, self.instance_profile_name);
        if let Some(name) = name.property() {
            resource = resource.instance_profile_name(name);
        }
        if let Some(path) = &self.path {
            resource = resource.path(path);
        }
        let resource = resource.build();
        InstanceProfile {
            instance_profile_arn: names::arn(&name, resource.attr_arn(), "instance-profile", self.path.as_ref()),
            instance_profile_name: name.name_attribute(resource.ref_()),
            construct,
            resource,
            role,
        }
    }
}

/// An instance profile that exists.
#[derive(Clone, Debug)]
pub struct ImportedInstanceProfile {
    construct: Construct,
    instance_profile_name: Value<String>,
    instance_profile_arn: Value<String>,
    role: Option<Rc<dyn IRole>>,
}

impl ImportedInstanceProfile {
    /// Says which role it has. Default: not known.
    pub fn with_role(mut self, role: impl IRole + 'static) -> Self {
        self.role = Some(Rc::new(role));
        self
    }
}

impl IConstruct for ImportedInstanceProfile {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IInstanceProfile for ImportedInstanceProfile {
    fn instance_profile_name(&self) -> Value<String> {
        self.instance_profile_name.clone()
    }

    fn instance_profile_arn(&self) -> Value<String> {
        self.instance_profile_arn.clone()
    }

    fn role(&self) -> Option<Rc<dyn IRole>> {
        self.role.clone()
    }
}
