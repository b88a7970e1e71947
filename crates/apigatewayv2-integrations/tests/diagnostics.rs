//! What integrations of HTTP APIs say of mistakes.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::{
    HttpAlbIntegration, HttpEventBridgeIntegration, HttpNlbIntegration, HttpServiceDiscoveryIntegration,
    HttpSqsIntegration, HttpStepFunctionsIntegration, HttpUrlIntegration,
};
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::SecurityGroup;
use aws_cdk_elasticloadbalancingv2::{ApplicationListener, ApplicationListenerAttributes, NetworkListener};
use aws_cdk_events::EventBus;
use aws_cdk_servicediscovery::{HttpNamespace, ServiceOptions};
use aws_cdk_sqs::Queue;
use aws_cdk_stepfunctions::{DefinitionBody, StateMachine, StateMachineType};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::builder().builtin_cloudformation_validation(false).build();
    build(&Stack::new(&app, "Stack"));
    // Synthesized in memory, without the checks that are told beyond those of the CDK: the corpus of wrong programs has those.
    let diagnostics =
        aws_cdk_core::testing::synthesize(&app).map(|synthesized| synthesized.diagnostics).unwrap_or_default();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn an_integration_belongs_to_one_api() {
    let found = codes(|stack| {
        let url = HttpUrlIntegration::new("Url", "https://example.com");
        for id in ["One", "Two"] {
            let api = HttpApi::new(stack, id);
            api.add_routes("/books", &url).build();
            api.add_routes("/music", &url).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::integration-of-other-api"; 2]);
}

#[test]
fn a_call_takes_50_milliseconds_to_30_seconds() {
    for (millis, expected) in [(49, 1), (50, 0), (30_000, 0), (30_001, 1)] {
        let found = codes(|stack| {
            let url = HttpUrlIntegration::new("Url", "https://example.com").timeout(Duration::millis(millis));
            HttpApi::new(stack, "Api").add_routes("/books", url).build();
        });
        assert_eq!(found, vec!["apigatewayv2::integration-timeout"; expected], "{millis} ms");
    }
}

#[test]
fn an_action_is_one_of_the_service() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let (queue, bus) = (Queue::new(stack, "Queue"), EventBus::new(stack, "Bus"));
        let kinesis = HttpIntegrationSubtype::KinesisPutRecord;
        api.add_routes("/sqs", HttpSqsIntegration::new("Sqs", &queue).subtype(kinesis.clone())).build();
        api.add_routes("/events", HttpEventBridgeIntegration::new("Events", &bus).subtype(kinesis)).build();
        let newer = HttpIntegrationSubtype::Other("EventBridge-PutMore".to_owned());
        let integration = HttpEventBridgeIntegration::new("Newer", &bus).subtype(newer);
        api.add_routes("/newer", integration).build();
        let mapping = ParameterMapping::new().custom("Detail", "$request.body");
        let fine = HttpEventBridgeIntegration::new("Fine", &bus).subtype(HttpIntegrationSubtype::EventBridgePutEvents);
        api.add_routes("/fine", fine.parameter_mapping(mapping)).build();
    });
    assert_eq!(found, ["apigatewayv2::integration-subtype"; 3]);
}

#[test]
fn only_express_state_machines_are_waited_for() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        for (id, kind) in [("Standard", StateMachineType::Standard), ("Express", StateMachineType::Express)] {
            let machine = StateMachine::builder(stack, id, DefinitionBody::from_string("{}"));
            let machine = machine.state_machine_type(kind).build();
            let sync = HttpStepFunctionsIntegration::new("Sync", &machine);
            let sync = sync.subtype(HttpIntegrationSubtype::StepFunctionsStartSyncExecution);
            api.add_routes(format!("/{id}"), sync).build();
        }
        let arn = "arn:aws:states:eu-west-1:111111111111:stateMachine:old";
        let old = StateMachine::from_state_machine_arn(stack, "Old", arn);
        let sqs = HttpStepFunctionsIntegration::new("Sqs", &old).subtype(HttpIntegrationSubtype::SqsSendMessage);
        api.add_routes("/sqs", sqs).build();
    });
    assert_eq!(found, ["apigatewayv2::sync-execution", "apigatewayv2::integration-subtype"]);
}

#[test]
fn backends_inside_a_vpc_are_reached_by_a_link() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/lb/1/2";
        let group = SecurityGroup::from_security_group_id(stack, "Group", "sg-00000001");
        let attributes = ApplicationListenerAttributes::new(arn, group);
        let alb = ApplicationListener::from_application_listener_attributes(stack, "Alb", attributes);
        api.add_routes("/alb", HttpAlbIntegration::new("Alb", &alb)).build();
        let nlb = NetworkListener::from_network_listener_arn(stack, "Nlb", arn);
        api.add_routes("/nlb", HttpNlbIntegration::new("Nlb", &nlb)).build();
        let namespace = HttpNamespace::builder(stack, "Names", "names").build();
        let service = namespace.create_service("Service", ServiceOptions::new());
        let integration = HttpServiceDiscoveryIntegration::new("Service", &service).timeout(Duration::seconds(1));
        api.add_routes("/service", integration).build();
    });
    let missing = "apigatewayv2::no-vpc-link";
    assert_eq!(found, [missing, missing, "apigatewayv2::timeout-ignored", missing]);
}
