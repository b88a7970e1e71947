//! What stands on the page, and that nothing of a user gets out of its text.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_apigatewayv2::{
    CorsPreflightOptions, DomainMappingOptions, DomainName, HttpApi, HttpMethod, HttpStageOptions, ThrottleSettings,
    WebSocketApi,
};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpUrlIntegration, WebSocketMockIntegration};
use aws_cdk_apigatewayv2_page::ApiPage;
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

fn page(build: impl FnOnce(&Stack)) -> String {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path().join("cdk.out")).build();
    ApiPage::add_to(&app);
    build(&Stack::new(&app, "Books"));
    let assembly = app.synth().unwrap();
    std::fs::read_to_string(assembly.directory().join("api.html")).unwrap()
}

#[test]
fn the_page_shows_what_the_app_has() {
    let html = page(|stack| {
        let function = Function::builder(stack, "List")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler = async () => ({});"))
            .build();
        let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/1";
        let certificate = Certificate::from_certificate_arn(stack, "Certificate", arn);
        let domain = DomainName::builder(stack, "Domain", "books.example.com", &certificate).build();
        let tokens = HttpJwtAuthorizer::new("Tokens", "https://id.example.com", ["books"]);
        let api = HttpApi::builder(stack, "Api")
            .api_name("books")
            .description("all about books")
            .cors_preflight(CorsPreflightOptions::new().allow_origins(["https://books.example.com"]))
            .create_default_stage(false)
            .build();
        let live = HttpStageOptions::new()
            .stage_name("live")
            .auto_deploy(true)
            .throttle(ThrottleSettings::new().rate_limit(100.0).burst_limit(20))
            .domain_mapping(DomainMappingOptions::new(&domain).mapping_key("v1"));
        api.add_stage("Live", live);
        let list = HttpLambdaIntegration::new("List", &function);
        api.add_routes("/books/{id}", &list)
            .methods([HttpMethod::Get])
            .authorizer(tokens)
            .authorization_scopes(["books:read"])
            .build();
        let archive = HttpUrlIntegration::new("Archive", "https://archive.example.com");
        api.add_routes("/archive", archive).methods([HttpMethod::Post]).authorizer(HttpIamAuthorizer::new()).build();
        api.add_routes("/health", &list).methods([HttpMethod::Get]).build();
        let chat = WebSocketApi::new(stack, "Chat");
        chat.add_route("send", WebSocketMockIntegration::new("Send")).build();
    });
    for expected in [
        "<h2>books <small>HTTP API</small></h2>",
        "<p>all about books</p>",
        "<b class=\"method reads\">GET</b>",
        "<code>/books/{id}</code>",
        "<span class=\"guard\">JWT: Tokens</span> <small>books:read</small>",
        "<span class=\"guard\">IAM</span>",
        "<span class=\"public\">public</span>",
        "Lambda <code>Books/List</code>",
        "URL <code>https://archive.example.com</code>",
        "<td>live</td><td>changes, at once</td><td>100 a second, 20 at once</td>",
        "<td>books.example.com</td><td>v1</td><td>live</td><td></td>",
        "<td>Tokens</td><td>JWT</td><td>$request.header.Authorization</td>",
        "<dt>routes</dt><dd>3 of 300 ",
        "<small>WebSocket API</small>",
        "<code>send</code>",
        "tests/page.rs:",
        "<svg ",
        "<title>1 route</title>",
    ] {
        assert!(html.contains(expected), "no {expected:?} in\n{html}");
    }
}

#[test]
fn what_users_write_stays_text() {
    let evil = "</script><script>alert(1)</script><img src=x onerror='alert(\"2\")'>&amp;";
    let html = page(|stack| {
        let api = HttpApi::builder(stack, "Api").api_name(evil).description(evil).build();
        let url = HttpUrlIntegration::new("Url", format!("https://example.com/{evil}"));
        api.add_routes(format!("/{}", evil.trim_end_matches('/')), url).build();
    });
    assert_eq!(html.matches("<script>").count(), 1, "{html}");
    assert_eq!(html.matches("</script>").count(), 1, "{html}");
    assert!(!html.contains("<img") && !html.contains("onerror='"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
}

#[test]
fn the_page_needs_nothing_else() {
    let html = page(|stack| {
        HttpApi::new(stack, "Api");
    });
    for forbidden in ["<link", "src=", "href=", "@import", "url(", "fetch(", "import("] {
        assert!(!html.contains(forbidden), "{forbidden} in\n{html}");
    }
}

#[test]
fn an_app_without_apis_has_a_page_too() {
    assert!(page(|_| {}).contains("The app has no APIs."));
}
