//! Resource policies: which services may use log groups of the account.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_logs::CfnResourcePolicy;
use aws_cdk_core::{Construct, IConstruct, Json, Lazy, Names, Node, Object, Stack, Value};
use aws_cdk_iam::PolicyStatement;

/// A policy of CloudWatch Logs. Mostly made by a log group, when the first statement is added to its policy. An account has up
/// to ten in a region.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{PolicyStatement, ServicePrincipal};
/// use aws_cdk_logs::ResourcePolicy;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let policy = ResourcePolicy::new(&stack, "Policy");
/// policy.add_statements([PolicyStatement::new()
///     .actions(["logs:PutLogEvents", "logs:CreateLogStream"])
///     .resources(["*"])
///     .principal(&ServicePrincipal::new("es"))]);
/// ```
#[derive(Clone, Debug)]
pub struct ResourcePolicy {
    construct: Construct,
    resource: CfnResourcePolicy,
    statements: Rc<RefCell<Vec<PolicyStatement>>>,
}

impl IConstruct for ResourcePolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ResourcePolicy {
    /// An empty policy, named by the construct's path.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::named(scope, id, None)
    }

    /// An empty policy with a name.
    #[track_caller]
    pub fn with_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        resource_policy_name: impl Into<Value<String>>,
    ) -> Self {
        Self::named(scope, id, Some(resource_policy_name.into()))
    }

    #[track_caller]
    fn named(scope: &impl IConstruct, id: impl AsRef<str>, name: Option<Value<String>>) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-logs.ResourcePolicy");
        let statements: Rc<RefCell<Vec<PolicyStatement>>> = Rc::default();
        let (later, stack) = (statements.clone(), Stack::of(&construct));
        let text = Lazy::string(move || {
            let mut document = Object::new();
            let statements = later.borrow().iter().map(PolicyStatement::to_statement_json).collect();
            document.insert("Statement", Value::<Json>::from_json(Json::List(statements)));
            document.insert("Version", "2012-10-17");
            stack.to_json_string(Value::<Json>::from_json(Json::Object(document)))
        });
        let resource = CfnResourcePolicy::builder(&construct, "ResourcePolicy")
            .policy_name(name.unwrap_or_else(|| Names::unique_id(&construct).into()))
            .policy_document(text)
            .build();
        construct.node().set_default_child(&resource);
        Self { construct, resource, statements }
    }

    /// Adds statements.
    pub fn add_statements(&self, statements: impl IntoIterator<Item = PolicyStatement>) {
        self.statements.borrow_mut().extend(statements);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnResourcePolicy {
        &self.resource
    }
}
