//! The guide's code, compiled and run: each page of `docs/` with Rust in it is the documentation of a module here, so that
//! `cargo test -p guide` takes each block as a doctest.
//!
//! Lines of a block that the book hides bring what the page has told before: the names of this crate, an app that writes into
//! a folder of its own, and [`check`] as the last line, which nothing wrong gets past.

pub use aws_cdk_apigatewayv2::*;
pub use aws_cdk_apigatewayv2_authorizers::*;
pub use aws_cdk_apigatewayv2_integrations::*;
pub use aws_cdk_assertions::{Match, Template, pattern};
pub use aws_cdk_core::*;
pub use aws_cdk_lambda::Function;

mod setup;

pub use setup::{app, assembly, certificate, check, function, stack, vpc};

macro_rules! pages {
    ($($name:ident: $file:literal;)+) => {
        $(#[doc = include_str!(concat!("../../../docs/", $file))] pub mod $name {})+
    };
}

// All that have Rust in them but starter.md, which tests/cli performs. A test in tests/repository holds the list.
pages! {
    api_page: "api-page.md";
    authorizers: "authorizers.md";
    cors: "cors.md";
    diagnostics: "diagnostics.md";
    domains: "domains.md";
    errors: "errors.md";
    escape_hatches: "escape-hatches.md";
    first_api: "first-api.md";
    l1: "l1.md";
    metrics_and_logs: "metrics-and-logs.md";
    moving: "moving.md";
    private_integrations: "private-integrations.md";
    routes: "routes.md";
    rust_functions: "rust-functions.md";
    several_stacks: "several-stacks.md";
    stages: "stages.md";
    testing: "testing.md";
    websocket: "websocket.md";
}
