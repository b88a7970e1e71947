//! An API defined by an OpenAPI body: free-form JSON with tokens, numbers, nulls and empty collections.

use aws_cdk_apigatewayv2::{CfnApi, CfnStage};
use aws_cdk_core::{App, Aws, Stack, cfn_format, cfn_json};
use aws_cdk_lambda::{Code, Function, Runtime};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreOpenApiBody");
    let function = Function::builder(&stack, "Fn")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler=()=>{}"))
        .build();
    let uri = cfn_format!(
        "arn:{}:apigateway:{}:lambda:path/2015-03-31/functions/{}/invocations",
        Aws::PARTITION,
        Aws::REGION,
        function.function_arn(),
    );
    let api = CfnApi::builder(&stack, "Api")
        .fail_on_warnings(true)
        .body(cfn_json!({
            "openapi": "3.0.1",
            "info": { "version": "1.0", "title": "Pets", "x-null": null },
            "paths": {
                "/pets/{petId}": {
                    "get": {
                        "parameters": [{
                            "name": "petId",
                            "in": "path",
                            "required": true,
                            "schema": { "type": "integer", "minimum": 0, "multipleOf": 0.5 },
                        }],
                        "responses": { "200": { "description": "ok" }, "default": {} },
                        "security": [],
                        "x-amazon-apigateway-integration": {
                            "type": "aws_proxy",
                            "httpMethod": "POST",
                            "payloadFormatVersion": "2.0",
                            "uri": uri,
                        },
                    },
                },
                "$default": { "x-amazon-apigateway-any-method": { "isDefaultRoute": true } },
            },
            "x-amazon-apigateway-importexport-version": "1.0",
            "components": {},
        }))
        .build();
    CfnStage::builder(&stack, "Stage").api_id(api.ref_()).stage_name("$default").auto_deploy(true).build();
}
