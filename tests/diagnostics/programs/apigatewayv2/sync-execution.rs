//! A route waits for the end of an execution that may take a year.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype};
use aws_cdk_apigatewayv2_integrations::HttpStepFunctionsIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine, StateMachineType};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let machine = StateMachine::builder(&stack, "Orders", DefinitionBody::from_string("{}"))
        .state_machine_type(StateMachineType::Standard)
        .build();
    let run = HttpStepFunctionsIntegration::new("Run", &machine);
    let run = run.subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution);
    HttpApi::new(&stack, "Api").add_routes("/orders", run).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let machine = StateMachine::builder(&stack, "Orders", DefinitionBody::from_string("{}"))
        .state_machine_type(StateMachineType::Express)
        .build();
    let run = HttpStepFunctionsIntegration::new("Run", &machine);
    let run = run.subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution);
    HttpApi::new(&stack, "Api").add_routes("/orders", run).build();
}
