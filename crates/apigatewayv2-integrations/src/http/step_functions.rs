//! A state machine behind a route.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpConnectionType, HttpIntegrationBinding, HttpIntegrationSubtype, HttpIntegrationType, HttpRouteIntegration,
    HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{ArnComponents, Diagnostic, Stack, Value, cfn_format};
use aws_cdk_interfaces::stepfunctions::{IStateMachine, StateMachineType};

use super::service_role::service_role;

/// Starts executions of a state machine, or stops them, with a role that is made for it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, HttpMethod, ParameterMapping};
/// use aws_cdk_apigatewayv2_integrations::HttpStepFunctionsIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_stepfunctions::{DefinitionBody, IStateMachine, Pass, StateMachine, StateMachineType};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let definition = DefinitionBody::from_chainable(&Pass::new(&stack, "Pass"));
/// let quote = StateMachine::builder(&stack, "Quote", definition).state_machine_type(StateMachineType::Express).build();
/// let api = HttpApi::new(&stack, "Api");
///
/// let start = HttpStepFunctionsIntegration::new("Start", &quote).parameter_mapping(
///     ParameterMapping::new().custom("Input", "$request.body").custom("StateMachineArn", quote.state_machine_arn()),
/// );
/// api.add_routes("/quotes", start).methods([HttpMethod::Post]).build();
///
/// let wait_for = HttpStepFunctionsIntegration::new("WaitFor", &quote)
///     .subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution);
/// api.add_routes("/quote", wait_for).methods([HttpMethod::Post]).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpStepFunctionsIntegration {
    binding: HttpIntegrationBinding,
    state_machine: Rc<dyn IStateMachine>,
    subtype: HttpIntegrationSubtype,
    parameter_mapping: Option<ParameterMapping>,
}

impl HttpStepFunctionsIntegration {
    /// An integration with a state machine.
    pub fn new(id: impl Into<String>, state_machine: &(impl IStateMachine + Clone + 'static)) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            state_machine: Rc::new(state_machine.clone()),
            subtype: HttpIntegrationSubtype::StepFunctionsStartExecution,
            parameter_mapping: None,
        }
    }

    /// The action: one of `HttpIntegrationSubtype::StepFunctions…`. Only executions of the type
    /// [`StateMachineType::Express`] can be waited for. Default: [`HttpIntegrationSubtype::StepFunctionsStartExecution`].
    /// Errors, when it is bound: `apigatewayv2::integration-subtype`, `apigatewayv2::sync-execution`.
    pub fn subtype(mut self, value: HttpIntegrationSubtype) -> Self {
        self.subtype = value;
        self
    }

    /// What the action gets; to stop an execution it needs `ExecutionArn`. Default: the ARN of the state machine, without an
    /// input.
    pub fn parameter_mapping(mut self, value: ParameterMapping) -> Self {
        self.parameter_mapping = Some(value);
        self
    }

    #[track_caller]
    fn check(&self, options: &HttpRouteIntegrationBindOptions<'_>) {
        if !self.subtype.as_str().starts_with("StepFunctions-") {
            let message = format!("`{}` is not an action of Step Functions", self.subtype.as_str());
            options.scope.report(
                Diagnostic::error("apigatewayv2::integration-subtype", message)
                    .help("use one of `HttpIntegrationSubtype::StepFunctions…`"),
            );
        }
        let is_sync = self.subtype == HttpIntegrationSubtype::StepFunctionsStartSyncExecution;
        if is_sync && self.state_machine.state_machine_type() == Some(StateMachineType::Standard) {
            options.scope.report(
                Diagnostic::error(
                    "apigatewayv2::sync-execution",
                    "an execution of a standard state machine cannot be waited for",
                )
                .help("make the state machine of the type `StateMachineType::Express`, or only start it"),
            );
        }
    }

    /// What the role may do, and on what.
    fn right(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> (&'static str, Value<String>) {
        match self.subtype {
            HttpIntegrationSubtype::StepFunctionsStopExecution => {
                let executions = cfn_format!("execution:{}:*", self.state_machine.state_machine_name());
                let arn = Stack::of(options.route).format_arn(ArnComponents::new("states", executions));
                ("states:StopExecution", arn)
            }
            HttpIntegrationSubtype::StepFunctionsStartSyncExecution => {
                ("states:StartSyncExecution", self.state_machine.state_machine_arn())
            }
            _ => ("states:StartExecution", self.state_machine.state_machine_arn()),
        }
    }
}

impl HttpRouteIntegration for HttpStepFunctionsIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        self.check(options);
        let (action, resource) = self.right(options);
        let credentials = service_role(options, "AllowStepFunctionsExecution", action, resource);
        let mapping = self.parameter_mapping.clone().unwrap_or_else(|| {
            ParameterMapping::new().custom("StateMachineArn", self.state_machine.state_machine_arn())
        });
        HttpRouteIntegrationConfig::new(HttpIntegrationType::AwsProxy)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .integration_subtype(self.subtype.clone())
            .credentials(credentials)
            .connection_type(HttpConnectionType::Internet)
            .parameter_mapping(mapping)
    }
}
