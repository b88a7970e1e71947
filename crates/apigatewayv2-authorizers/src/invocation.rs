//! How API Gateway invokes the function of an authorizer, and the permission to do so.

use aws_cdk_apigatewayv2::{IApi, IAuthorizer};
use aws_cdk_core::{ArnComponents, Names, Node, Stack, Value, cfn_format};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{IFunction, Permission};

/// The URI by which API Gateway invokes a function:
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>.
pub(crate) fn authorizer_uri(handler: &dyn IFunction) -> Value<String> {
    let stack = Stack::of(handler.node());
    let (partition, region, arn) = (stack.partition(), stack.region(), handler.function_arn());
    cfn_format!("arn:{}:apigateway:{}:lambda:path/2015-03-31/functions/{}/invocations", partition, region, arn)
}

/// Lets an authorizer of an API invoke its function.
#[track_caller]
pub(crate) fn permit_authorizer(
    handler: &dyn IFunction,
    authorizer: &dyn IAuthorizer,
    scope: &Node,
    route: &Node,
    api: &dyn IApi,
) {
    let name = cfn_format!("authorizers/{}", authorizer.authorizer_id());
    let source = ArnComponents::new("execute-api", api.api_id()).resource_name(name);
    let permission = Permission::new(&ServicePrincipal::new("apigateway.amazonaws.com"))
        .scope(scope)
        .source_arn(Stack::of(route).format_arn(source));
    handler.add_permission(&format!("{}-Permission", Names::unique_id(authorizer.node())), permission);
}
