//! The checks of a whole app: what API Gateway would refuse at deployment, or what could not work, is said when synthesizing.
//!
//! They look at L1 resources, whatever made them, and judge literals alone: a token may turn out to be anything. An error is what AWS
//! would refuse or what is certainly broken; all else is a warning. `docs/diagnostics.md` has a section for each code.

use aws_cdk_core::{IConstruct, Inspection};

mod authorization;
mod authorizers;
mod cors;
mod domains;
mod integrations;
mod parameter_mapping;
mod permissions;
mod private_integrations;
mod quotas;
mod report;
mod routes;
mod service_parameters;
mod shadowing;
mod stages;
mod unreachable;

use crate::model::Model;
pub(crate) use authorization::{mark_own_scopes, mark_public_on_purpose};
pub(crate) use cors::CorsLocation;
pub use quotas::counted;

/// The types of resources that the checks look at.
const TYPES: &[&str] = &[
    "AWS::ApiGateway::Account",
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::ApiMapping",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Deployment",
    "AWS::ApiGatewayV2::DomainName",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::ApiGatewayV2::VpcLink",
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::Lambda::Alias",
    "AWS::Lambda::Function",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Version",
    "AWS::ServiceDiscovery::Service",
];

/// Holds all resources of API Gateway in an app against what AWS takes, when it is synthesized. Constructs of this crate add these
/// checks by themselves; an app with L1 constructs alone calls this.
///
/// ```
/// use aws_cdk_apigatewayv2::{CfnApi, CfnRoute, add_checks};
/// # use aws_cdk_core::{App, Stack};
/// # let directory = std::env::temp_dir().join("aws-cdk-apigatewayv2-doc-checks");
/// # let app = App::builder().outdir(directory).build();
/// let stack = Stack::new(&app, "Stack");
/// let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
/// CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("FETCH /books").build();
///
/// add_checks(&app);
/// let error = app.synth().unwrap_err();
/// assert_eq!(error.diagnostics()[0].code(), "apigatewayv2::route-key");
/// ```
pub fn add_checks(construct: &impl IConstruct) {
    Inspection::add_to(construct, "apigatewayv2", TYPES, run);
}

fn run(inspection: &Inspection<'_>) {
    let model = Model::new(inspection);
    for api in model.apis() {
        routes::check(&model, api);
        unreachable::check(&model, api);
        cors::check(&model, api);
        shadowing::check(&model, api);
        authorization::check(&model, api);
        authorizers::check(&model, api);
        integrations::check(&model, api);
        stages::check(&model, api);
        quotas::check(&model, api);
    }
    domains::check(&model);
    permissions::check(inspection);
    quotas::check_environments(inspection);
}
