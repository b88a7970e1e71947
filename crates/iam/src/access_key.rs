//! Access keys.

use aws_cdk_cfn_iam::CfnAccessKey;
use aws_cdk_core::{Construct, IConstruct, Node, SecretValue, Value};

use crate::user::IUser;

/// Whether an access key can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AccessKeyStatus {
    /// It can be used.
    Active,
    /// It cannot be used, and can become active again.
    Inactive,
    /// It cannot be used any more.
    Expired,
}

impl AccessKeyStatus {
    fn name(self) -> &'static str {
        match self {
            AccessKeyStatus::Active => "Active",
            AccessKeyStatus::Inactive => "Inactive",
            AccessKeyStatus::Expired => "Expired",
        }
    }
}

/// An access key of a user: lasting credentials for programs. Mostly a role is the better choice.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{AccessKey, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let key = AccessKey::builder(&stack, "Key", &User::new(&stack, "User")).serial(1).build();
/// assert_eq!(format!("{:?}", key.secret_access_key()), "[secret]");
/// ```
#[derive(Clone, Debug)]
pub struct AccessKey {
    construct: Construct,
    resource: CfnAccessKey,
}

impl IConstruct for AccessKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl AccessKey {
    /// Starts an access key of a user.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, user: &dyn IUser) -> AccessKeyBuilder {
        AccessKeyBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            user_name: user.user_name(),
            serial: None,
            status: None,
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnAccessKey {
        &self.resource
    }

    /// The id of the key, which is no secret.
    pub fn access_key_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The secret of the key.
    pub fn secret_access_key(&self) -> SecretValue {
        SecretValue::resource_attribute(self.resource.attr_secret_access_key())
    }
}

/// Builds an [`AccessKey`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct AccessKeyBuilder {
    scope: Node,
    id: String,
    user_name: Value<String>,
    serial: Option<Value<i64>>,
    status: Option<AccessKeyStatus>,
}

impl AccessKeyBuilder {
    /// A number that only grows: a larger one replaces the key. Default: the key is never replaced.
    pub fn serial(mut self, value: impl Into<Value<i64>>) -> Self {
        self.serial = Some(value.into());
        self
    }

    /// Whether the key can be used. Default: it can.
    pub fn status(mut self, value: AccessKeyStatus) -> Self {
        self.status = Some(value);
        self
    }

    /// Adds the access key. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> AccessKey {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.AccessKey");
        let mut resource = CfnAccessKey::builder(&construct, "Resource").user_name(self.user_name);
        if let Some(serial) = self.serial {
            resource = resource.serial(serial);
        }
        if let Some(status) = self.status {
            resource = resource.status(status.name());
        }
        AccessKey { resource: resource.build(), construct }
    }
}
