//! Permissions of functions behind routes: for each route, one for an API, for aliases and versions.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Alias, Code, Function, Runtime, Version};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegLambdaPermissions");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => \"ok\";"))
        .build();
    let version = Version::builder(&stack, "V", &function).description("first").build();
    let alias = Alias::builder(&stack, "Live", "live", &version).build();
    let narrow = |id: &str| HttpLambdaIntegration::new(id, &function);
    let wide = |id: &str| narrow(id).scope_permission_to_route(false);
    let get = [HttpMethod::Get];

    let first = HttpApi::builder(&stack, "First").default_integration(narrow("Fallback")).build();
    let shared = wide("Wide");
    first.add_routes("/wide/a", &shared).methods([HttpMethod::Get, HttpMethod::Put]).build();
    first.add_routes("/wide/b", &shared).methods(get).build();
    first.add_routes("/wide/c", wide("Wide2")).methods(get).build();
    first.add_routes("/narrow", narrow("Narrow").scope_permission_to_route(true)).methods(get).build();

    let second = HttpApi::new(&stack, "Second");
    second.add_routes("/wide", wide("Wide")).build();
    second.add_routes("/alias", HttpLambdaIntegration::new("Alias", &alias)).methods(get).build();
    second.add_routes("/version", HttpLambdaIntegration::new("Version", &version)).methods(get).build();
    let alias_wide = HttpLambdaIntegration::new("AliasWide", &alias).scope_permission_to_route(false);
    second.add_routes("/alias-wide", alias_wide).methods(get).build();
}
