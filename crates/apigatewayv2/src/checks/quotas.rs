//! Quotas: how many routes, integrations and the like there may be.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html> and
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html>.

use aws_cdk_core::ordered_map::OrderedMap;

use aws_cdk_core::inspection::{literal_text, target};
use aws_cdk_core::{Inspection, Quota, ResourceId};

use crate::model::{Api, Model, Resource};

const SOURCE: &str = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html";

const fn of_api(name: &'static str, code: &'static str, what: &'static str, limit: u64, help: &'static str) -> Quota {
    Quota { name, code, what, owner: "the API", limit, adjustable: true, help, source: SOURCE }
}

static ROUTES: Quota = of_api(
    "apigatewayv2.routes-per-api",
    "apigatewayv2::too-many-routes",
    "routes",
    300,
    "use greedy parameters such as `{proxy+}`, or divide the API and map the parts to paths of one domain name",
);
static INTEGRATIONS: Quota = Quota {
    adjustable: false,
    ..of_api(
        "apigatewayv2.integrations-per-api",
        "apigatewayv2::too-many-integrations",
        "integrations",
        300,
        "share one integration among routes: make it once, and give it to each by reference",
    )
};
static AUTHORIZERS: Quota = of_api(
    "apigatewayv2.authorizers-per-api",
    "apigatewayv2::too-many-authorizers",
    "authorizers",
    10,
    "share one authorizer among routes: make it once, and give it to each by reference",
);
static STAGES: Quota = of_api(
    "apigatewayv2.stages-per-api",
    "apigatewayv2::too-many-stages",
    "stages",
    10,
    "use an API for each environment, in stacks of their own",
);
static MAPPINGS: Quota = Quota {
    name: "apigatewayv2.multi-level-mappings-per-domain-name",
    code: "apigatewayv2::too-many-mappings",
    what: "mappings with several levels",
    owner: "the domain name",
    limit: 200,
    adjustable: false,
    help: "use keys of one level, such as `orders`, which are not counted, or a second domain name",
    source: SOURCE,
};
static DOMAIN_NAMES: Quota = Quota {
    name: "apigatewayv2.domain-names-per-stack",
    code: "apigatewayv2::too-many-domain-names",
    what: "custom domain names",
    owner: "the stack alone",
    limit: 120,
    adjustable: true,
    help: "map several APIs to paths of one domain name; the quota is of an account and region",
    source: SOURCE,
};
static VPC_LINKS: Quota = Quota {
    name: "apigatewayv2.vpc-links-per-stack",
    code: "apigatewayv2::too-many-vpc-links",
    what: "VPC links",
    owner: "the stack alone",
    limit: 10,
    adjustable: true,
    help: "share one VPC link among all integrations that reach the same VPC; the quota is of an account and region",
    source: SOURCE,
};

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    let Some(resource) = api.resource else { return };
    for (quota, counted) in counted(api) {
        model.inspection.count(resource, quota, &counted);
    }
}

/// What an API has of what is limited, by quota.
pub fn counted(api: &Api<'_>) -> [(&'static Quota, Vec<ResourceId>); 4] {
    [
        (&ROUTES, api.routes.iter().map(|route| route.resource.id()).collect()),
        (&INTEGRATIONS, ids(&api.integrations)),
        (&AUTHORIZERS, ids(&api.authorizers)),
        (&STAGES, ids(&api.stages)),
    ]
}

fn ids(resources: &[Resource<'_>]) -> Vec<ResourceId> {
    resources.iter().map(|resource| resource.id()).collect()
}

/// What is of an account and region is counted for each stack, and mappings for each domain name.
pub(super) fn check_environments(inspection: &Inspection<'_>) {
    for (name, quota) in [("AWS::ApiGatewayV2::DomainName", &DOMAIN_NAMES), ("AWS::ApiGatewayV2::VpcLink", &VPC_LINKS)]
    {
        let mut by_stack: OrderedMap<Option<ResourceId>, Vec<Resource<'_>>> = OrderedMap::new();
        for resource in inspection.resources(name) {
            by_stack.get_or_insert_with(resource.stack(), Vec::new).push(resource);
        }
        by_stack.sort_keys();
        for resources in by_stack.values() {
            let Some(first) = resources.first() else { continue };
            inspection.count_in_stack(first, quota, &ids(resources));
        }
    }
    for domain in inspection.resources("AWS::ApiGatewayV2::DomainName") {
        let is_of_domain = |mapping: &Resource<'_>| mapping.get("DomainName").and_then(target) == Some(domain.id());
        let has_levels = |mapping: &Resource<'_>| {
            mapping.get("ApiMappingKey").and_then(literal_text).is_some_and(|key| key.contains('/'))
        };
        let mappings: Vec<Resource<'_>> =
            inspection.resources("AWS::ApiGatewayV2::ApiMapping").filter(is_of_domain).filter(has_levels).collect();
        inspection.count(domain, &MAPPINGS, &ids(&mappings));
    }
}
