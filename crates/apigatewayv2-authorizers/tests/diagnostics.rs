//! What the authorizers of HTTP APIs say of mistakes.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_apigatewayv2::{
    GrantInvokeOptions, HttpApi, HttpAuthorizer, HttpAuthorizerType, HttpMethod, WebSocketApi, WebSocketApiAttributes,
    WebSocketRoute, WebSocketRouteOptions,
};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer, WebSocketLambdaAuthorizer};
use aws_cdk_apigatewayv2_integrations::{HttpUrlIntegration, WebSocketMockIntegration};
use aws_cdk_core::{App, CfnOutput, Duration, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_lambda::{Code, Function, Runtime};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    build(&stack);
    let Err(error) = app.synth() else { return Vec::new() };
    for diagnostic in error.diagnostics() {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    error.diagnostics().iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn doorkeeper(stack: &Stack) -> Function {
    Function::builder(stack, "Doorkeeper")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({});"))
        .build()
}

fn jwt() -> HttpJwtAuthorizer {
    HttpJwtAuthorizer::new("Jwt", "https://login.example.com", ["books"])
}

#[test]
fn an_authorizer_belongs_to_one_api() {
    let found = codes(|stack| {
        let shared = jwt();
        for id in ["One", "Two"] {
            let api = HttpApi::new(stack, id);
            let url = HttpUrlIntegration::new("Url", "https://example.com");
            api.add_routes("/books", &url).authorizer(&shared).build();
            api.add_routes("/music", &url).authorizer(shared.clone()).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::authorizer-of-other-api"; 2]);
}

#[test]
fn an_authorizer_without_a_route_has_no_id() {
    let found = codes(|stack| {
        CfnOutput::new(stack, "Id", jwt().authorizer_id());
    });
    assert_eq!(found, ["apigatewayv2::authorizer-without-route"]);
    let found = codes(|stack| {
        let authorizer = jwt();
        CfnOutput::new(stack, "Id", authorizer.authorizer_id());
        let url = HttpUrlIntegration::new("Url", "https://example.com");
        HttpApi::new(stack, "Api").add_routes("/books", url).authorizer(&authorizer).build();
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn each_type_of_authorizer_has_its_options() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let role = Role::from_role_name(stack, "Role", "invoker");
        let source = ["$request.header.Authorization"];
        HttpAuthorizer::builder(stack, "Jwt", &api, HttpAuthorizerType::Jwt, source)
            .jwt_audience(["books"])
            .role(&*role)
            .build();
        HttpAuthorizer::builder(stack, "Lambda", &api, HttpAuthorizerType::Lambda, source)
            .results_cache_ttl(Duration::hours(2))
            .build();
    });
    let expected = ["jwt-authorizer-options", "authorizer-role", "authorizer-uri", "authorizer-cache-ttl"];
    assert_eq!(found, expected.map(|code| format!("apigatewayv2::{code}")));
}

#[test]
fn what_a_route_makes_is_told_where_the_route_is_made() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let nobody = HttpJwtAuthorizer::new("Nobody", "", Vec::<&str>::new());
        let url = HttpUrlIntegration::new("Url", "https://example.com");
        api.add_routes("/books", &url).authorizer(&nobody).build();
    });
    assert_eq!(found, ["apigatewayv2::jwt-authorizer-options"]);
}

#[test]
fn only_routes_with_iam_grant_the_right_to_call_them() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let role = Role::builder(stack, "Role", ServicePrincipal::new("lambda")).build();
        let url = HttpUrlIntegration::new("Url", "https://example.com");
        let open = api.add_routes("/open", &url).build();
        assert!(!open[0].grant_invoke(&role).success());
        let signed =
            api.add_routes("/signed", &url).methods([HttpMethod::Get]).authorizer(HttpIamAuthorizer::new()).build();
        assert!(signed[0].grant_invoke(&role).success());
        let post = GrantInvokeOptions::new().http_methods([HttpMethod::Post]);
        assert!(!signed[0].grant_invoke_with(&role, post).success());
    });
    assert_eq!(found, ["apigatewayv2::grant-without-iam", "apigatewayv2::grant-method"]);
}

#[test]
fn an_authorizer_of_connections_belongs_to_one_api() {
    let found = codes(|stack| {
        let shared = WebSocketLambdaAuthorizer::new("Members", &doorkeeper(stack));
        for id in ["One", "Two"] {
            let connect =
                WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect")).authorizer(shared.clone());
            WebSocketApi::builder(stack, id).connect_route_options(connect).build();
        }
    });
    assert_eq!(found, ["apigatewayv2::authorizer-of-other-api"]);
}

#[test]
fn two_imports_of_one_api_share_an_authorizer() {
    let shared_by = |ids: [&'static str; 2]| {
        codes(move |stack| {
            let shared = WebSocketLambdaAuthorizer::new("Shared", &doorkeeper(stack));
            for (route, api_id) in ["First", "Second"].into_iter().zip(ids) {
                let attributes = WebSocketApiAttributes::new(api_id);
                let api = WebSocketApi::from_web_socket_api_attributes(stack, format!("{route}Api"), attributes);
                WebSocketRoute::builder(stack, route, &api, "$connect", WebSocketMockIntegration::new("Connect"))
                    .authorizer(&shared)
                    .build();
            }
        })
    };
    // The authorizer is fine; a connection still has one route.
    assert_eq!(shared_by(["same", "same"]), ["apigatewayv2::duplicate-route"]);
    assert_eq!(shared_by(["one", "another"]), ["apigatewayv2::authorizer-of-other-api"]);
}
