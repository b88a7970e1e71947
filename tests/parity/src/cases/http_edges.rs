//! Edges of HTTP APIs: odd and long ids and paths, many routes on one integration, options given and left empty, tokens where
//! text is usual, an API without a stage, escape hatches afterwards.

use aws_cdk_apigatewayv2::{
    CorsHttpMethod, CorsPreflightOptions, DomainMappingOptions, DomainName, HttpApi, HttpMethod, HttpRoute,
    HttpRouteKey, HttpStage, HttpStageOptions, IDomainName, MappingValue, ParameterMapping, PayloadFormatVersion,
    ThrottleSettings,
};
use aws_cdk_apigatewayv2_integrations::{HttpLambdaIntegration, HttpUrlIntegration};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{
    App, Aws, CfnOutput, CfnParameter, Construct, Duration, Environment, Fn, Stack, cfn_format, cfn_list,
};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::builder(app, "HttpEdges").env(Environment::new().region("eu-west-1")).build();
    let origins = CfnParameter::builder(&stack, "Origins").parameter_type("CommaDelimitedList").build();
    let name = CfnParameter::new(&stack, "ApiName");
    let scope = Construct::new(&Construct::new(&stack, "Deep-Scope"), "Default");

    let api = HttpApi::builder(&scope, "Ünï-Api")
        .api_name(cfn_format!("x-{}", name.value_as_string()))
        .description(Fn::sub("${AWS::StackName} api"))
        .create_default_stage(false)
        .cors_preflight(
            CorsPreflightOptions::new()
                .allow_origins(origins.value_as_list())
                .allow_methods([CorsHttpMethod::Any])
                .allow_headers(Vec::<String>::new())
                .expose_headers(["a"])
                .max_age(Duration::hours(1)),
        )
        .route_selection_expression(true)
        .build();
    let function = Function::builder(&scope, "Resource")
        .runtime(Runtime::PYTHON_3_13)
        .handler("i.h")
        .code(Code::from_inline("x"))
        .timeout(Duration::minutes(1))
        .memory_size(256)
        .description("d")
        .environment("B", "b")
        .environment("A", Aws::REGION)
        .build();
    function.add_environment("C", api.api_id());
    let shared = HttpLambdaIntegration::new("Shared Integration!", &function).scope_permission_to_route(false);
    let long = format!("/{}", "long".repeat(60));
    for path in ["/", "/a", "/a/{b}", "/a/{b}/{c+}", "/UPPER/lower", &long] {
        api.add_routes(path, &shared).methods([HttpMethod::Get, HttpMethod::Put]).build();
    }
    let mapping = ParameterMapping::new()
        .overwrite_path(MappingValue::custom("/x/$request.path.b"))
        .remove_header("gone")
        .custom("append:header.own", "v")
        .append_query_string("q", MappingValue::stage_variable("s"));
    let backend = cfn_format!("https://{}:8080/{{b}}", Fn::import_value("host"));
    let integration = HttpUrlIntegration::new("Url", backend)
        .method(HttpMethod::Get)
        .parameter_mapping(mapping)
        .timeout(Duration::millis(29_000));
    let url = api.add_routes("/url/{b}", integration).methods([HttpMethod::Head]).build();
    let own =
        HttpLambdaIntegration::new("Own", &function).payload_format_version(PayloadFormatVersion::custom("3.0"));
    HttpRoute::builder(&stack, "Standalone", &api, HttpRouteKey::with("/own", HttpMethod::Delete), own).build();
    let stage = HttpStage::builder(&stack, "Beta", &api)
        .stage_name("beta")
        .auto_deploy(false)
        .description("b")
        .throttle(ThrottleSettings::new().rate_limit(0.5))
        .detailed_metrics_enabled(false)
        .stage_variable("z", "1")
        .stage_variable("a", Aws::REGION)
        .build();
    stage.add_stage_variable("m", "late");
    api.add_stage(
        "Gamma",
        HttpStageOptions::new()
            .stage_name("gamma")
            .throttle(ThrottleSettings::new().burst_limit(0))
            .detailed_metrics_enabled(true),
    );

    let certificate = Certificate::from_certificate_arn(&stack, "Cert", Fn::import_value("cert"));
    let domain_name = Fn::join(".", cfn_list!["api", Aws::URL_SUFFIX]);
    let domain = DomainName::builder(&stack, "Domain", domain_name, &certificate).build();
    let mapped = HttpApi::builder(&stack, "Mapped")
        .default_domain_mapping(DomainMappingOptions::new(&domain))
        .disable_execute_api_endpoint(false)
        .build();
    mapped.add_stage(
        "Second",
        HttpStageOptions::new()
            .stage_name("second")
            .domain_mapping(DomainMappingOptions::new(&domain).mapping_key("a/b")),
    );

    CfnOutput::new(&stack, "StageUrl", stage.url());
    if let Some(stage) = mapped.default_stage() {
        CfnOutput::new(&stack, "DomainUrl", stage.domain_url());
    }
    CfnOutput::new(&stack, "Regional", domain.regional_domain_name());
    for route in &url {
        CfnOutput::new(&stack, "RouteArn", route.route_arn());
    }
    CfnOutput::new(&stack, "Arn", api.arn_for_execute_api(Some("GET"), Some("/a/*"), Some("beta")));
    api.default_child().add_property_override("CorsConfiguration.AllowMethods", ["GET"]);
}
