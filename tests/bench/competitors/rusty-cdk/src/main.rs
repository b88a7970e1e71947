//! The template of `routes.rs` with rusty-cdk: one HTTP API with 100 routes to ten functions, without the rest of an assembly.
//! `bench-rusty-cdk DIRECTORY`.

use std::path::PathBuf;

use rusty_cdk::apigateway::ApiGatewayV2Builder;
use rusty_cdk::lambda::{Architecture, Code, FunctionBuilder, Runtime};
use rusty_cdk::shared::HttpMethod;
use rusty_cdk::stack::StackBuilder;
use rusty_cdk::wrappers::{Memory, Timeout};
use rusty_cdk::{memory, timeout};

fn main() -> std::io::Result<()> {
    let directory: PathBuf = std::env::args_os().nth(1).unwrap_or_else(|| "rusty-cdk.out".into()).into();
    let mut stack = StackBuilder::new();
    let mut api = ApiGatewayV2Builder::new("Api", "Api").http();
    for number in 0..10 {
        let id = format!("Function{number}");
        let (function, _, _) = FunctionBuilder::new(&id, Architecture::X86_64, memory!(128), timeout!(3))
            .code(Code::Inline("exports.handler = async () => ({ statusCode: 200 });".to_owned()))
            .handler("index.handler")
            .runtime(Runtime::NodeJs22)
            .build(&mut stack);
        for index in 0..10 {
            api = api.add_route_lambda(format!("/items-{number}-{index}/{{id}}"), HttpMethod::Get, &function);
        }
    }
    api.build(&mut stack);
    let stack = stack.build().map_err(|error| std::io::Error::other(error.to_string()))?;
    let template = stack.synth().map_err(std::io::Error::other)?;
    std::fs::create_dir_all(&directory)?;
    std::fs::write(directory.join("Routes.template.json"), template)
}
