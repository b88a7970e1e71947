//! State machines behind routes: every action, express and standard machines, default and given parameter mapping.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, HttpMethod, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpStepFunctionsIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, IStateMachine, Pass, StateMachine, StateMachineType};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegStepFunctions");
    let definition = DefinitionBody::from_chainable(&Pass::new(&stack, "Pass"));
    let standard = StateMachine::builder(&stack, "Standard", definition).build();
    let definition = DefinitionBody::from_string(r#"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#);
    let express = StateMachine::builder(&stack, "Express", definition)
        .state_machine_name("express-machine")
        .state_machine_type(StateMachineType::Express)
        .build();

    let api = HttpApi::new(&stack, "Api");
    let post = [HttpMethod::Post];
    api.add_routes("/default", HttpStepFunctionsIntegration::new("Plain", &standard)).methods(post).build();
    let mapping = ParameterMapping::new()
        .custom("Input", "$request.body")
        .custom("StateMachineArn", standard.state_machine_arn());
    let start = HttpStepFunctionsIntegration::new("Start", &standard)
        .subtype(HttpIntegrationSubtype::StepFunctionsStartExecution)
        .parameter_mapping(mapping);
    api.add_routes("/start", start).methods(post).build();
    let sync = HttpStepFunctionsIntegration::new("Sync", &express)
        .subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution);
    api.add_routes("/sync", sync).methods(post).build();
    let stop = HttpStepFunctionsIntegration::new("Stop", &standard)
        .subtype(HttpIntegrationSubtype::StepFunctionsStopExecution)
        .parameter_mapping(ParameterMapping::new().custom("ExecutionArn", "$request.querystring.executionArn"));
    api.add_routes("/stop", stop).methods(post).build();
}
