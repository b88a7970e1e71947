//! The templates of `stacks.rs` with stratosphere: 50 of 300 resources each, without the rest of an assembly.
//! `bench-stratosphere DIRECTORY`.

use std::path::PathBuf;

use stratosphere::services::aws::apigatewayv2;
use stratosphere::template::Template;
use stratosphere::value::{ExpString, join};

fn main() -> std::io::Result<()> {
    let directory: PathBuf = std::env::args_os().nth(1).unwrap_or_else(|| "stratosphere.out".into()).into();
    std::fs::create_dir_all(&directory)?;
    for number in 0..50 {
        let mut template = Template::new();
        let name = format!("api-{number}");
        let api = template.resource("Api", apigatewayv2::Api! { name: name.as_str(), protocol_type: "HTTP" });
        let api = || ExpString::Ref(api.clone());
        for index in 0..149 {
            let uri = format!("https://service-{index}.example.com/items");
            let integration = template.resource(
                format!("Integration{index}").as_str(),
                apigatewayv2::Integration! {
                    api_id: api(),
                    integration_type: "HTTP_PROXY",
                    integration_method: "GET",
                    integration_uri: uri.as_str(),
                    payload_format_version: "1.0",
                    timeout_in_millis: 10_000
                },
            );
            let key = format!("GET /items-{index}");
            template.resource(
                format!("Route{index}").as_str(),
                apigatewayv2::Route! {
                    api_id: api(),
                    route_key: key.as_str(),
                    target: join("", ["integrations/".into(), ExpString::Ref(integration)])
                },
            );
        }
        template.resource("Otherwise", apigatewayv2::Route! { api_id: api(), route_key: "$default" });
        std::fs::write(directory.join(format!("Stack{number}.template.json")), template.render_json_pretty())?;
    }
    Ok(())
}
