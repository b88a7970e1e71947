//! Values of one stack in another by export and import: names, attributes and lists; a chain of three stacks; exports
//! without an importer.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, CfnOutput, CfnResource, Environment, Stack, cfn_format};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![("@aws-cdk/core:defaultCrossStackReferences", "strong".into())]
}

pub(super) fn build(app: &App) {
    let explicit = Environment::new().account("111111111111").region("eu-central-1");
    for (suffix, env) in [("Agnostic", Environment::new()), ("Explicit", explicit)] {
        let functions = Stack::builder(app, format!("StrongFunctions{suffix}")).env(env.clone()).build();
        let apis = Stack::builder(app, format!("StrongApis{suffix}")).env(env.clone()).build();
        let outputs = Stack::builder(app, format!("StrongOutputs{suffix}"))
            .env(env)
            .stack_name(format!("given-name-{}", suffix.to_lowercase()))
            .build();

        let function = Function::builder(&functions, "Fn")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler=()=>{}"))
            .build();
        let api = HttpApi::new(&apis, "Api");
        api.add_routes("/a", HttpLambdaIntegration::new("A", &function)).methods([HttpMethod::Get]).build();
        let far = HttpRouteKey::with("/far", HttpMethod::Get);
        HttpRoute::builder(&outputs, "Far", &api, far, HttpLambdaIntegration::new("B", &function)).build();
        CfnOutput::new(&outputs, "Url", api.url());
        CfnOutput::new(&outputs, "FnName", function.function_name());

        let raw = CfnResource::builder(&functions, "Raw", "Test::Core::Raw").build();
        CfnResource::builder(&apis, "Consumer", "Test::Core::Consumer")
            .property("List", raw.get_att("List").as_list())
            .property("Name", cfn_format!("x-{}", raw.ref_()))
            .property("Again", raw.ref_())
            .build();
        let name = format!("given-export-{}", suffix.to_lowercase());
        functions.export_value_as(name, function.function_arn(), Some("kept"));
        functions.export_value(raw.get_att("Other"));
    }
}
