//! Functions that authorize: how they answer, what is kept, a role, an alias, an import, several APIs.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::{HttpLambdaAuthorizer, HttpLambdaResponseType};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, CfnOutput, Duration, Environment, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("us-east-1");
    let stack = Stack::builder(app, "AuthHttpLambda").env(env).build();
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => ({ isAuthorized: true });"))
        .build();
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("apigateway.amazonaws.com")).build();
    let api = HttpApi::new(&stack, "Api");
    let integration = HttpLambdaIntegration::new("Integration", &function);

    let asks = |id: &str| HttpLambdaAuthorizer::new(id, &function);
    let (simple, iam) = (HttpLambdaResponseType::Simple, HttpLambdaResponseType::Iam);
    let old = Function::from_function_arn(&stack, "Old", "arn:aws:lambda:us-east-1:111111111111:function:old");
    let authorizers = [
        ("plain", asks("Plain")),
        ("simple", asks("Simple").response_types([simple]).results_cache_ttl(Duration::seconds(0))),
        ("iam", asks("Iam").response_types([iam]).authorizer_name("iam-style")),
        (
            "both",
            asks("Both")
                .response_types([iam, simple])
                .results_cache_ttl(Duration::hours(1))
                .identity_source(["$request.header.X", "$context.path"]),
        ),
        ("role", asks("Role").role(&role)),
        ("alias", HttpLambdaAuthorizer::new("Alias", &function.add_alias("live").build())),
        ("imported", HttpLambdaAuthorizer::new("Imported", &old)),
    ];
    for (name, authorizer) in &authorizers {
        for path in [format!("/{name}"), format!("/{name}/again")] {
            api.add_routes(path, &integration).methods([HttpMethod::Get]).authorizer(authorizer).build();
        }
    }
    let other = HttpApi::builder(&stack, "Other").create_default_stage(false).build();
    for (path, integration, authorizer) in [("/x", "I", "OtherAuth"), ("/y", "J", "Second")] {
        other
            .add_routes(path, HttpLambdaIntegration::new(integration, &function))
            .methods([HttpMethod::Get])
            .authorizer(asks(authorizer))
            .build();
    }
    CfnOutput::new(&stack, "SimpleId", authorizers[1].1.authorizer_id());
}
