//! Imported functions behind routes: of this account, of another one, of one that is not known.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_lambda::{Function, FunctionAttributes};

pub(super) fn build(app: &App) {
    let explicit = Environment::new().account("111111111111").region("us-east-1");
    for (id, env) in [("ImportedExplicit", explicit), ("ImportedAgnostic", Environment::new())] {
        let stack = Stack::builder(app, id).env(env).build();
        let api = HttpApi::new(&stack, "Api");
        let arn = |account: &str, name: &str| format!("arn:aws:lambda:us-east-1:{account}:function:{name}");
        let forced = FunctionAttributes::new(arn("999999999999", "forced")).same_environment(true);
        let skipped = FunctionAttributes::new(arn("111111111111", "skipped")).skip_permissions(true);
        for (name, function) in [
            ("same", Function::from_function_arn(&stack, "Same", arn("111111111111", "same"))),
            ("other", Function::from_function_arn(&stack, "Other", arn("999999999999", "other"))),
            ("named", Function::from_function_name(&stack, "Named", "by-name")),
            ("forced", Function::from_function_attributes(&stack, "Forced", forced)),
            ("skipped", Function::from_function_attributes(&stack, "Skipped", skipped)),
        ] {
            let integration = HttpLambdaIntegration::new(format!("Integ-{name}"), &function);
            api.add_routes(format!("/{name}"), integration).methods([HttpMethod::Get]).build();
        }
    }
}
