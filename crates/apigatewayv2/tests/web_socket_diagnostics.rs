//! What WebSocket APIs say of mistakes.

use aws_cdk_apigatewayv2::{
    IApi, IStage, IWebSocketStage, WebSocketApi, WebSocketApiAttributes, WebSocketAuthorizer, WebSocketAuthorizerType,
    WebSocketIntegration, WebSocketIntegrationBinding, WebSocketIntegrationType, WebSocketNoneAuthorizer,
    WebSocketRouteIntegration, WebSocketRouteIntegrationBindOptions, WebSocketRouteIntegrationConfig, WebSocketStage,
    WebSocketStageAttributes,
};
use aws_cdk_core::{App, Duration, Stack};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::builder().builtin_cloudformation_validation(false).build();
    build(&Stack::new(&app, "Stack"));
    // Synthesized in memory, without the checks that are told beyond those of the CDK: the corpus of wrong programs has those.
    let diagnostics =
        aws_cdk_core::testing::synthesize(&app).map(|synthesized| synthesized.diagnostics).unwrap_or_default();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("web_socket_diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

struct Mock(WebSocketIntegrationBinding);

impl WebSocketRouteIntegration for Mock {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        &self.0
    }

    fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Mock, "")
    }
}

#[test]
fn only_connections_are_authorized() {
    let found = codes(|stack| {
        let api = WebSocketApi::new(stack, "Api");
        for key in ["$connect", "send"] {
            let mock = Mock(WebSocketIntegrationBinding::new("Mock"));
            api.add_route(key, mock).authorizer(WebSocketNoneAuthorizer::new()).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::websocket-authorizer-route"]);
}

#[test]
fn an_integration_belongs_to_one_api() {
    let found = codes(|stack| {
        let shared = Mock(WebSocketIntegrationBinding::new("Mock"));
        for id in ["One", "Two"] {
            let api = WebSocketApi::new(stack, id);
            api.add_route("first", &shared).build();
            api.add_route("second", &shared).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::integration-of-other-api"; 2]);
}

#[test]
fn timeouts_have_a_range() {
    let found = codes(|stack| {
        let api = WebSocketApi::new(stack, "Api");
        for (id, timeout) in [("Short", 49), ("Shortest", 50), ("Longest", 29_000), ("Long", 29_001)] {
            WebSocketIntegration::builder(stack, id, &api, WebSocketIntegrationType::Mock, "")
                .timeout(Duration::millis(timeout))
                .build();
        }
    });
    assert_eq!(found, ["apigatewayv2::integration-timeout"; 2]);
}

#[test]
fn an_authorizer_by_a_function_needs_its_uri() {
    let found = codes(|stack| {
        let api = WebSocketApi::new(stack, "Api");
        for (id, kind) in [("Lambda", WebSocketAuthorizerType::Lambda), ("Iam", WebSocketAuthorizerType::Iam)] {
            WebSocketAuthorizer::builder(stack, id, &api, kind, ["route.request.header.A"]).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::authorizer-uri"]);
}

#[test]
fn imports_know_what_they_were_given() {
    let found = codes(|stack| {
        let api = WebSocketApi::from_web_socket_api_attributes(stack, "Api", WebSocketApiAttributes::new("abc123"));
        assert_eq!(api.api_id().as_literal(), Some("abc123"));
        let attributes = WebSocketStageAttributes::new(&api, "live");
        let stage = WebSocketStage::from_web_socket_stage_attributes(stack, "Live", attributes);
        assert_eq!(stage.api().api_id().as_literal(), Some("abc123"));
        api.api_endpoint();
        stage.url();
        stage.callback_url();
    });
    assert_eq!(found, ["no-api-endpoint", "no-stage-url", "no-stage-url"].map(|code| format!("apigatewayv2::{code}")));
}

#[test]
#[allow(deprecated, reason = "deprecated is not gone")]
fn paths_start_with_a_slash() {
    let found = codes(|stack| {
        let api = WebSocketApi::new(stack, "Api");
        api.arn_for_execute_api(None, Some("books"), None);
        api.arn_for_execute_api(None, Some(""), None);
    });
    assert_eq!(found, ["apigatewayv2::route-path"]);
}
