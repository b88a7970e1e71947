//! 50 stacks with 300 resources each, all L1: what the size of an app costs.

use aws_cdk_cfn_apigatewayv2::{CfnApi, CfnIntegration, CfnRoute};
use aws_cdk_core::{App, Stack, SynthError, cfn_format};

const STACKS: usize = 50;
/// With the API, 300 resources.
const INTEGRATIONS: usize = 149;

fn main() -> Result<(), SynthError> {
    let app = App::new();
    for number in 0..STACKS {
        let stack = Stack::new(&app, format!("Stack{number}"));
        let api = CfnApi::builder(&stack, "Api").name(format!("api-{number}")).protocol_type("HTTP").build();
        for index in 0..INTEGRATIONS {
            let integration = CfnIntegration::builder(&stack, format!("Integration{index}"))
                .api_id(api.ref_())
                .integration_type("HTTP_PROXY")
                .integration_method("GET")
                .integration_uri(format!("https://service-{index}.example.com/items"))
                .payload_format_version("1.0")
                .timeout_in_millis(10_000)
                .build();
            CfnRoute::builder(&stack, format!("Route{index}"))
                .api_id(api.ref_())
                .route_key(format!("GET /items-{index}"))
                .target(cfn_format!("integrations/{}", integration.ref_()))
                .build();
        }
        CfnRoute::builder(&stack, "Otherwise").api_id(api.ref_()).route_key("$default").build();
    }
    app.synth()?;
    Ok(())
}
