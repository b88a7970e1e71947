//! A page beside the templates that shows the APIs of an app: for each its routes with methods, authorization and integration, its
//! stages and domain names, and what it uses of its limits, as a table that can be filtered and as a diagram.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
//! use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
//! use aws_cdk_apigatewayv2_page::ApiPage;
//! use aws_cdk_core::{App, Stack, SynthError};
//!
//! fn main() -> Result<(), SynthError> {
//!     # let directory = std::env::temp_dir().join("aws-cdk-apigatewayv2-page-doc");
//!     let app = App::new();
//!     # let app = App::builder().outdir(&directory).build();
//!     ApiPage::add_to(&app);
//!
//!     let stack = Stack::new(&app, "Books");
//!     let api = HttpApi::new(&stack, "Api");
//!     let archive = HttpUrlIntegration::new("Archive", "https://archive.example.com/{proxy}");
//!     api.add_routes("/archive/{proxy+}", archive).methods([HttpMethod::Get]).build();
//!
//!     let assembly = app.synth()?;
//!     let page = std::fs::read_to_string(assembly.directory().join("api.html")).unwrap();
//!     assert!(page.contains("/archive/{proxy+}"));
//!     # std::fs::remove_dir_all(directory).unwrap();
//!     Ok(())
//! }
//! ```
//!
//! # Invariant
//! The page needs no network and no other file. What comes from user code is escaped.

use aws_cdk_apigatewayv2::model::Model;
use aws_cdk_core::{IConstruct, Inspection};

mod diagram;
mod escape;
mod facts;
mod html;

/// The types of resources that stand on the page.
const TYPES: &[&str] = &[
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::ApiMapping",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Deployment",
    "AWS::ApiGatewayV2::DomainName",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
];

/// The page of an app's APIs: `api.html` in the output directory.
#[derive(Clone, Copy, Debug)]
pub struct ApiPage;

impl ApiPage {
    /// Writes the page with each synthesis of the construct's app. The page is one file with styles and script inside; it follows the
    /// light or dark theme of who looks at it. Default: no page.
    pub fn add_to(construct: &impl IConstruct) {
        Inspection::add_to(construct, "apigatewayv2-page", TYPES, write);
    }
}

fn write(inspection: &Inspection<'_>) {
    let model = Model::new(inspection);
    let apis: Vec<facts::Api> = model.apis().map(|api| facts::api(&model, api)).collect();
    inspection.add_file("api.html", html::page(&apis));
}
