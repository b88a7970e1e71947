//! Groups of users.

use aws_cdk_cfn_cognito::CfnUserPoolGroup;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};
use aws_cdk_iam::IRole;
use aws_cdk_interfaces::cognito::IUserPool;

use crate::option_group::set;

/// A group of users, whose tokens name it.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html>.
#[derive(Clone, Debug)]
pub struct UserPoolGroup {
    construct: Construct,
    resource: CfnUserPoolGroup,
}

impl IConstruct for UserPoolGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl UserPoolGroup {
    /// Starts a group of a user pool.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        user_pool: &(impl IUserPool + ?Sized),
    ) -> UserPoolGroupBuilder {
        UserPoolGroupBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            user_pool_id: user_pool.user_pool_id(),
            description: None,
            group_name: None,
            precedence: None,
            role_arn: None,
        }
    }

    /// The name of the group.
    pub fn group_name(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUserPoolGroup {
        &self.resource
    }
}

/// Builds a [`UserPoolGroup`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserPoolGroupBuilder {
    scope: Node,
    id: String,
    user_pool_id: Value<String>,
    description: Option<Value<String>>,
    group_name: Option<Value<String>>,
    precedence: Option<Value<i64>>,
    role_arn: Option<Value<String>>,
}

impl UserPoolGroupBuilder {
    /// The description, up to 2048 characters. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// The name, 1 to 128 characters without blanks. Default: made by CloudFormation.
    pub fn group_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.group_name = Some(value.into());
        self
    }

    /// The lower it is, the more the group's role counts; 0 to 2,147,483,647. Default: none.
    pub fn precedence(mut self, value: impl Into<Value<i64>>) -> Self {
        self.precedence = Some(value.into());
        self
    }

    /// The role that tokens of the group name. Default: none.
    pub fn role(mut self, role: &(impl IRole + ?Sized)) -> Self {
        self.role_arn = Some(role.role_arn());
        self
    }

    /// Adds the group. Errors: `cognito::group`, and those of ids.
    #[track_caller]
    pub fn build(self) -> UserPoolGroup {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-cognito.UserPoolGroup");
        self.check(construct.node());
        let mut resource = CfnUserPoolGroup::builder(&construct, "Resource").user_pool_id(self.user_pool_id);
        set!(resource,
            description: self.description,
            group_name: self.group_name,
            precedence: self.precedence,
            role_arn: self.role_arn,
        );
        UserPoolGroup { resource: resource.build(), construct }
    }

    /// The rules are Cognito's:
    /// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        let length = |text: &str| text.encode_utf16().count();
        let description = self.description.as_ref().and_then(|text| text.as_literal());
        let name = self.group_name.as_ref().and_then(|name| name.as_literal());
        let precedence = self.precedence.as_ref().and_then(|precedence| precedence.as_literal());
        let has_form = |name: &str| {
            (1..=128).contains(&length(name)) && !name.chars().any(|one| one.is_whitespace() || one.is_control())
        };
        for (is_wrong, message, help) in [
            (
                description.is_some_and(|text| length(text) > 2048),
                "the description is too long",
                "use up to 2048 characters",
            ),
            (
                name.is_some_and(|name| !has_form(name)),
                "the name does not fit a group",
                "use 1 to 128 characters without blanks",
            ),
            (
                precedence.is_some_and(|precedence| !(0..=i64::from(i32::MAX)).contains(&precedence)),
                "the precedence is out of range",
                "use 0 to 2,147,483,647",
            ),
        ] {
            if is_wrong {
                node.report(Diagnostic::error("cognito::group", message).help(help));
            }
        }
    }
}
