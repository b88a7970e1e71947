//! A state machine is given an action of another service.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype};
use aws_cdk_apigatewayv2_integrations::HttpStepFunctionsIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let machine = StateMachine::builder(&stack, "Orders", DefinitionBody::from_string("{}")).build();
    let start = HttpStepFunctionsIntegration::new("Start", &machine).subtype(HttpIntegrationSubtype::SqsSendMessage);
    HttpApi::new(&stack, "Api").add_routes("/orders", start).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let machine = StateMachine::builder(&stack, "Orders", DefinitionBody::from_string("{}")).build();
    let start = HttpStepFunctionsIntegration::new("Start", &machine)
        .subtype(HttpIntegrationSubtype::StepFunctionsStartExecution);
    HttpApi::new(&stack, "Api").add_routes("/orders", start).build();
}
