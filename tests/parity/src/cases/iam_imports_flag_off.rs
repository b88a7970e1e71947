//! Policies of imported roles without the feature flag that gives them names of their own.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{FromRoleArnOptions, IPrincipal, PolicyStatement, Role};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![("@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName", serde_json::Value::Null)]
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IamImportsFlagOff");
    let statement = PolicyStatement::new().actions(["a:A"]).resources(["*"]);
    Role::from_role_arn(&stack, "Role", "arn:aws:iam::111111111111:role/r").add_to_principal_policy(statement.clone());
    let named = FromRoleArnOptions::new().default_policy_name("Mine");
    Role::from_role_name_with(&stack, "Named", "r", named).add_to_principal_policy(statement);
}
