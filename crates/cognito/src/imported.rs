//! User pools that exist.

use std::rc::Rc;

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_interfaces::cognito::{IUserPool, IUserPoolClient};

use crate::user_pool::UserPool;

/// A user pool that exists already.
#[derive(Clone, Debug)]
pub struct ImportedUserPool {
    construct: Construct,
    arn: Value<String>,
    id: Value<String>,
    region: Value<String>,
}

impl IConstruct for ImportedUserPool {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUserPool for ImportedUserPool {
    fn user_pool_id(&self) -> Value<String> {
        self.id.clone()
    }

    fn user_pool_arn(&self) -> Value<String> {
        self.arn.clone()
    }

    fn user_pool_provider_name(&self) -> Value<String> {
        cfn_format!("cognito-idp.{}.{}/{}", self.region, Stack::of(self).url_suffix(), self.id)
    }

    #[track_caller]
    fn add_default_client(&self, id: &str) -> Rc<dyn IUserPoolClient> {
        Rc::new(self.add_client(id).build())
    }
}

impl UserPool {
    /// A user pool of the stack's account and region that exists, by its id.
    ///
    /// ```
    /// use aws_cdk_cognito::UserPool;
    /// use aws_cdk_core::{App, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let readers = UserPool::from_user_pool_id(&stack, "Readers", "eu-west-1_a1B2c3D4e");
    /// let web = readers.add_client("Web").build();
    /// ```
    #[track_caller]
    pub fn from_user_pool_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_pool_id: impl Into<Value<String>>,
    ) -> ImportedUserPool {
        let components = ArnComponents::new("cognito-idp", "userpool").resource_name(user_pool_id);
        Self::from_user_pool_arn(scope, id, Stack::of(scope).format_arn(components))
    }

    /// A user pool that exists, by its ARN. Something else than an ARN with an id is the error `cognito::invalid-arn`.
    #[track_caller]
    pub fn from_user_pool_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_pool_arn: impl Into<Value<String>>,
    ) -> ImportedUserPool {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-cognito.UserPool");
        let arn = user_pool_arn.into();
        let parts = Arn::split(&arn, ArnFormat::SlashResourceName).ok();
        let is_empty = |id: &Value<String>| id.as_literal() == Some("");
        let found = parts.and_then(|parts| Some((parts.resource_name.filter(|id| !is_empty(id))?, parts.region)));
        if found.is_none() {
            construct.node().report(
                Diagnostic::error("cognito::invalid-arn", "the value is not the ARN of a user pool").help(
                    "give an ARN such as `arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_a1B2c3D4e`",
                ),
            );
        }
        let (id, region) = found.unwrap_or_else(|| ("".into(), "".into()));
        ImportedUserPool { construct, arn, id, region }
    }
}
