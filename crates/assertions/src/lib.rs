//! Assertions on templates, for unit tests of infrastructure: what `aws-cdk-lib/assertions` is to the AWS CDK.
//!
//! Add it as a development dependency. A test of an API reads
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
//! use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
//! use aws_cdk_assertions::{Annotations, Capture, Match, Template, pattern};
//! use aws_cdk_core::{App, CfnOutput, Stack};
//!
//! // The stack under test: a function of the program.
//! fn books(app: &App) -> Stack {
//!     let stack = Stack::new(app, "Books");
//!     let api = HttpApi::new(&stack, "HttpApi");
//!     api.add_routes("/books", HttpUrlIntegration::new("Shelf", "https://shelf.example/books"))
//!         .methods([HttpMethod::Get])
//!         .build();
//!     CfnOutput::new(&stack, "Url", api.api_endpoint());
//!     stack
//! }
//!
//! // #[test]
//! fn everybody_may_list_books() {
//!     let app = App::new();
//!     let stack = books(&app);
//!     let template = Template::from_stack(&stack);
//!
//!     template.resource_count_is("AWS::ApiGatewayV2::Route", 1);
//!     let api = Capture::new();
//!     template.has_resource_properties("AWS::ApiGatewayV2::Route", pattern!({
//!         "RouteKey": Match::string_like_regexp("^GET "),
//!         "AuthorizationType": "NONE",
//!         "AuthorizerId": Match::absent(),
//!         "ApiId": { "Ref": &api },
//!     }));
//!     assert_eq!(api.as_string(), template.get_resource_id("AWS::ApiGatewayV2::Api", pattern!({})));
//!     template.has_output("Url", pattern!({ "Value": { "Fn::GetAtt": [api.as_string(), "ApiEndpoint"] } }));
//!     Annotations::from_stack(&stack).has_no_warning("*", Match::any_value());
//! }
//! # everybody_may_list_books();
//! ```
//!
//! A failure shows the closest resources, and marks where they differ:
//!
//! ```text
//! none of the 2 resources of type AWS::SQS::Queue is as expected:
//!
//! Orders (1 difference)
//!   {
//!     "Type": "AWS::SQS::Queue",
//!     "Properties": {
//!       "DelaySeconds": 5
//!       ^^^^^^^^^^^^^^^^^ expected 6, found 5
//!     }
//!   }
//! …
//! ```
//!
//! It is in colour on a terminal; `NO_COLOR` and `CARGO_TERM_COLOR` are respected.
//!
//! | in | there is |
//! |---|---|
//! | [`Template`] | resources, outputs, parameters, mappings and conditions of a template; snapshots |
//! | [`Match`], [`pattern!`], [`Capture`] | what they are held against, and what is taken out of them |
//! | [`Annotations`] | errors, warnings and infos of a stack |
//! | [`Tags`] | the tags of a stack |
//! | [`assert_logical_ids_stable`] | the names of resources, before and after a change |
//!
//! # Invariant
//! Nothing is written but snapshots that are to be updated. A verdict is that of `aws-cdk-lib` 2.276.0, but for the literal null,
//! on which the CDK crashes and which matches null here, and literals in captures, which match what they say.

mod annotations;
mod capture;
mod cyclic;
mod difference;
mod error;
mod evaluate;
mod logical_ids;
mod match_result;
mod matcher;
mod mismatch;
mod pattern;
mod report;
mod section;
mod snapshot;
mod style;
mod tags;
mod template;
mod template_resources;
mod template_sections;

pub use annotations::Annotations;
pub use capture::Capture;
pub use error::AssertionError;
pub use logical_ids::{assert_logical_ids_stable, try_logical_ids_stable};
pub use match_result::{MatchFailure, MatchResult};
pub use matcher::{Match, Matcher};
pub use pattern::Pattern;
pub use tags::Tags;
pub use template::{Template, TemplateParsingOptions};

/// The JSON that templates and captured values are made of.
pub use serde_json::{self, json};
