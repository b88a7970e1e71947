//! Building state machines.

use std::rc::Rc;

use aws_cdk_cfn_stepfunctions::CfnStateMachine;
use aws_cdk_cfn_stepfunctions::cfn_state_machine::{
    CloudWatchLogsLogGroupProperty, LogDestinationProperty, LoggingConfigurationProperty, S3LocationProperty,
    TracingConfigurationProperty,
};
use aws_cdk_core::{
    ArnComponents, ArnFormat, Asset, Construct, Diagnostic, Duration, IConstruct, Json, Map, Node, PhysicalName,
    RemovalPolicy, ResourceName, Stack, Value, cfn_json,
};
use aws_cdk_iam::{IRole, PolicyStatement, Role, ServicePrincipal};
use aws_cdk_interfaces::stepfunctions::StateMachineType;

use crate::definition_body::{DefinitionBody, Source};
use crate::encryption::EncryptionConfiguration;
use crate::graph::StateGraph;
use crate::logs::{LogLevel, LogOptions};
use crate::query_language::QueryLanguage;
use crate::state::{State, put};
use crate::state_machine::StateMachine;

/// Builds a [`StateMachine`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct StateMachineBuilder {
    scope: Node,
    id: String,
    definition_body: DefinitionBody,
    definition_substitutions: Option<Map<Json>>,
    state_machine_name: Option<PhysicalName>,
    state_machine_type: Option<StateMachineType>,
    role: Option<Rc<dyn IRole>>,
    timeout: Option<Duration>,
    comment: Option<Value<String>>,
    query_language: Option<QueryLanguage>,
    logs: Option<LogOptions>,
    tracing_enabled: Option<bool>,
    encryption_configuration: Option<EncryptionConfiguration>,
    removal_policy: RemovalPolicy,
}

impl StateMachineBuilder {
    pub(crate) fn new(scope: &Node, id: String, definition_body: DefinitionBody) -> Self {
        Self {
            scope: scope.clone(),
            id,
            definition_body,
            definition_substitutions: None,
            state_machine_name: None,
            state_machine_type: None,
            role: None,
            timeout: None,
            comment: None,
            query_language: None,
            logs: None,
            tracing_enabled: None,
            encryption_configuration: None,
            removal_policy: RemovalPolicy::Destroy,
        }
    }

    /// Adds a text for `${key}` in the definition. Default: none.
    pub fn definition_substitution(mut self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        let value = Value::<Json>::from(value.into());
        self.definition_substitutions.get_or_insert_default().insert(key, value);
        self
    }

    /// The name: 1 to 80 letters, digits and `+!@.()-=_'`. Default: one that CloudFormation makes.
    pub fn state_machine_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.state_machine_name = Some(value.into());
        self
    }

    /// The type. Default: [`StateMachineType::Standard`].
    pub fn state_machine_type(mut self, value: StateMachineType) -> Self {
        self.state_machine_type = Some(value);
        self
    }

    /// The role whose rights executions have. Default: one made with the state machine.
    pub fn role(mut self, role: impl IRole + 'static) -> Self {
        self.role = Some(Rc::new(role));
        self
    }

    /// How long an execution may take; whole seconds. Only for definitions of states. Default: no limit.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }

    /// What the state machine is for. Only for definitions of states. Default: none.
    pub fn comment(mut self, value: impl Into<Value<String>>) -> Self {
        self.comment = Some(value.into());
        self
    }

    /// The language of states that do not say it themselves. Only for definitions of states. Default: that of Step Functions,
    /// [`QueryLanguage::JsonPath`].
    pub fn query_language(mut self, value: QueryLanguage) -> Self {
        self.query_language = Some(value);
        self
    }

    /// What is logged. Default: nothing.
    pub fn logs(mut self, value: LogOptions) -> Self {
        self.logs = Some(value);
        self
    }

    /// Whether executions are traced with X-Ray. Default: that of Step Functions, false.
    pub fn tracing_enabled(mut self, value: bool) -> Self {
        self.tracing_enabled = Some(value);
        self
    }

    /// How data is encrypted. Default: that of Step Functions, with a key of AWS.
    pub fn encryption_configuration(mut self, value: EncryptionConfiguration) -> Self {
        self.encryption_configuration = Some(value);
        self
    }

    /// What happens to the state machine when it leaves the stack. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the state machine. Errors: `stepfunctions::state-machine-name`, `stepfunctions::logs-destination`,
    /// `stepfunctions::duration`, `stepfunctions::data-key-reuse`, `stepfunctions::query-language`, those of its states
    /// (`stepfunctions::state-name`, `stepfunctions::state-in-other-graph`), and those of ids.
    #[track_caller]
    pub fn build(self) -> StateMachine {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-stepfunctions.StateMachine");
        self.check(construct.node());
        let role = self.role.clone().unwrap_or_else(|| service_role(&construct));
        let graph = match &self.definition_body.source {
            Source::States(start) => Some(self.graph(start)),
            _ => None,
        };
        let name = ResourceName::new(&construct, self.state_machine_name.clone());
        self.grant_key(&*role, &construct, &name);
        let mut resource = CfnStateMachine::builder(&construct, "Resource").role_arn(role.role_arn());
        if let Some(name) = name.property() {
            resource = resource.state_machine_name(name);
        }
        if let Some(kind) = self.state_machine_type {
            resource = resource.state_machine_type(kind.as_str());
        }
        if let Some(logs) = &self.logs {
            resource = resource.logging_configuration(logging_configuration(logs, &*role));
        }
        if let Some(enabled) = self.tracing_enabled {
            resource = resource.tracing_configuration(tracing_configuration(enabled, &*role));
        }
        resource = match &self.definition_body.source {
            Source::Text(text) => resource.definition_string(text),
            Source::States(_) => {
                let definition = graph.map(|graph| self.definition(&graph)).unwrap_or(Json::Null);
                resource.definition_string(Stack::of(&construct).to_json_string(definition))
            }
            Source::File { path, options } => {
                let asset = Asset::with_options(&construct, "DefinitionBody", path, options.clone());
                let location = S3LocationProperty::new().bucket(asset.s3_bucket_name()).key(asset.s3_object_key());
                resource.definition_s3_location(location)
            }
        };
        if let Some(substitutions) = self.definition_substitutions {
            resource = resource.definition_substitutions(substitutions);
        }
        if let Some(encryption) = &self.encryption_configuration {
            resource = resource.encryption_configuration(encryption.property());
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        resource.node().add_dependency(role.node());
        let state_machine_type = self.state_machine_type.unwrap_or(StateMachineType::Standard);
        StateMachine { construct, resource, name, role, state_machine_type }
    }

    #[track_caller]
    fn graph(&self, start: &State) -> StateGraph {
        let graph = StateGraph::new(start, "the state machine".to_owned());
        graph.set_timeout(self.timeout);
        graph
    }

    fn definition(&self, graph: &StateGraph) -> Json {
        let mut definition = graph.to_json(self.query_language);
        put(&mut definition, "Comment", self.comment.clone());
        put(&mut definition, "QueryLanguage", self.query_language.map(QueryLanguage::as_str));
        Json::Object(definition)
    }

    #[track_caller]
    fn grant_key(&self, role: &dyn IRole, construct: &Construct, name: &ResourceName) {
        if let Some(encryption) = &self.encryption_configuration {
            let has_logs = self.logs.as_ref().is_some_and(|logs| logs.level != Some(LogLevel::Off));
            encryption.grant(role, &Stack::of(construct), name.property().as_ref(), has_logs);
        }
    }

    /// The rules are those of Step Functions:
    /// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        let literal = self.state_machine_name.as_ref().and_then(|name| name.as_literal());
        let allowed = |character: char| character.is_ascii_alphanumeric() || "+!@.()-=_'".contains(character);
        if let Some(name) = literal.filter(|name| !(1..=80).contains(&name.len()) || !name.chars().all(allowed)) {
            node.report(
                Diagnostic::error(
                    "stepfunctions::state-machine-name",
                    format!("`{name}` is not a name for a state machine"),
                )
                .help("use 1 to 80 letters, digits and `+!@.()-=_'`"),
            );
        }
        let needs_destination = |logs: &LogOptions| logs.level != Some(LogLevel::Off) && logs.destination.is_none();
        if self.logs.as_ref().is_some_and(needs_destination) {
            node.report(
                Diagnostic::error("stepfunctions::logs-destination", "the logs go nowhere")
                    .help("set the `destination` of the logs, or the level `LogLevel::Off`"),
            );
        }
        if let Some(Err(error)) = self.timeout.map(Duration::to_seconds) {
            node.report(Diagnostic::error("stepfunctions::duration", error.to_string()).help("use whole seconds"));
        }
        if let Some(encryption) = &self.encryption_configuration {
            encryption.check(node);
        }
    }
}

/// The role of a state machine that is given none: only state machines of the account can take it.
#[track_caller]
fn service_role(construct: &Construct) -> Rc<dyn IRole> {
    let stack = Stack::of(construct);
    let machines =
        ArnComponents::new("states", "stateMachine").resource_name("*").arn_format(ArnFormat::ColonResourceName);
    let principal = ServicePrincipal::new("states.amazonaws.com").conditions(cfn_json!({
        "ArnLike": { "aws:SourceArn": stack.format_arn(machines) },
        "StringEquals": { "aws:SourceAccount": stack.account() },
    }));
    Rc::new(Role::builder(construct, "Role", principal).build())
}

/// Where logs go; the role gets the right to set it up:
/// <https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html>.
#[track_caller]
fn logging_configuration(logs: &LogOptions, role: &dyn IRole) -> LoggingConfigurationProperty {
    let mut property = LoggingConfigurationProperty::new().level(logs.level.unwrap_or(LogLevel::Error).as_str());
    if let Some(destination) = &logs.destination {
        let actions = [
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
        ];
        role.add_to_principal_policy(PolicyStatement::new().actions(actions).resources(["*"]));
        let log_group = CloudWatchLogsLogGroupProperty::new().log_group_arn(destination.log_group_arn());
        property = property.destinations([LogDestinationProperty::new().cloud_watch_logs_log_group(log_group)]);
    }
    if let Some(include) = logs.include_execution_data {
        property = property.include_execution_data(include);
    }
    property
}

/// Whether executions are traced; the role gets the right to send traces.
#[track_caller]
fn tracing_configuration(enabled: bool, role: &dyn IRole) -> TracingConfigurationProperty {
    if enabled {
        let actions =
            ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"];
        role.add_to_principal_policy(PolicyStatement::new().actions(actions).resources(["*"]));
    }
    TracingConfigurationProperty::new().enabled(enabled)
}
