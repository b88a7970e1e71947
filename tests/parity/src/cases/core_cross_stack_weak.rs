//! Values of one stack in another: read as outputs by default, exported where a resource, a scope or one value asks for it;
//! in stacks without and with an environment, and across regions.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{
    App, CfnOutput, CfnResource, CrossStackReferences, Environment, ReferenceStrength, Stack, cfn_format,
};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let explicit = Environment::new().account("111111111111").region("eu-central-1");
    for (suffix, env) in [("Agnostic", Environment::new()), ("Explicit", explicit.clone())] {
        let functions = Stack::builder(app, format!("WeakFunctions{suffix}")).env(env.clone()).build();
        let apis = Stack::builder(app, format!("WeakApis{suffix}")).env(env).build();
        let function = Function::builder(&functions, "Fn")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_inline("exports.handler=()=>{}"))
            .build();
        let api = HttpApi::new(&apis, "Api");
        api.add_routes("/a", HttpLambdaIntegration::new("A", &function))
            .methods([HttpMethod::Get, HttpMethod::Post])
            .build();

        let raw = CfnResource::builder(&functions, "Raw", "Test::Core::Raw").build();
        let strong = CfnResource::builder(&functions, "Strong", "Test::Core::Raw").build();
        strong.apply_cross_stack_reference_strength(ReferenceStrength::Strong);
        let both = CfnResource::builder(&functions, "Both", "Test::Core::Raw").build();
        CrossStackReferences::of(&both).produce(ReferenceStrength::Both);
        CfnResource::builder(&apis, "Consumer", "Test::Core::Consumer")
            .property("Weak", raw.ref_())
            .property("Joined", cfn_format!("x-{}-y", raw.ref_()))
            .property("Strong", strong.ref_())
            .property("Both", both.ref_())
            .property("Forced", Stack::consume_reference(raw.get_att("Forced"), ReferenceStrength::Strong))
            .build();
        CfnOutput::new(&apis, "Name", function.function_name());
    }

    let far_env = Environment::new().account("111111111111").region("us-west-2");
    let far = Stack::builder(app, "WeakFar").env(far_env).build();
    let near = Stack::builder(app, "WeakNear").env(explicit).build();
    let source = CfnResource::builder(&far, "Source", "Test::Core::Raw").build();
    CfnOutput::new(&near, "FromFar", source.ref_());
}
