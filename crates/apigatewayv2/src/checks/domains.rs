//! Custom domain names: certificates, mappings and mutual TLS.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html>,
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html> and
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html>.

use aws_cdk_core::ordered_map::OrderedMap;

use aws_cdk_core::inspection::{entry, literal_text};
use aws_cdk_core::{Json, Severity};

use super::report::place;
use crate::model::{Known, Model, Resource};

/// The region of certificates for edge-optimized endpoints.
const EDGE_REGION: &str = "us-east-1";

pub(super) fn check(model: &Model<'_>) {
    for domain in model.inspection.resources("AWS::ApiGatewayV2::DomainName") {
        check_certificates(model, domain);
        check_truststore(model, domain);
    }
    check_mappings(model);
}

/// API Gateway takes certificates of its own region; an edge-optimized endpoint, those of us-east-1.
fn check_certificates(model: &Model<'_>, domain: Resource<'_>) {
    let configurations = domain.get("DomainNameConfigurations").and_then(Json::as_list).unwrap_or_default();
    for configuration in configurations {
        let endpoint = entry(configuration, "EndpointType").map_or(Some("REGIONAL"), literal_text);
        let needed = match endpoint {
            Some("EDGE") => Some(EDGE_REGION),
            Some(_) => domain.region(),
            None => None,
        };
        let arn = entry(configuration, "CertificateArn").and_then(literal_text);
        let region = arn.and_then(|arn| arn.strip_prefix("arn:")).and_then(|arn| arn.split(':').nth(2));
        if let (Some(needed), Some(region)) = (needed, region.filter(|region| !region.is_empty()))
            && needed != region
        {
            let message = format!("the certificate is in {region}, but the endpoint needs one in {needed}");
            let help = format!("issue or import the certificate in {needed}");
            model.warning(domain, "apigatewayv2::certificate-region", message, &help);
        }
    }
}

fn check_truststore(model: &Model<'_>, domain: Resource<'_>) {
    let Some(mutual_tls) = domain.get("MutualTlsAuthentication") else { return };
    if entry(mutual_tls, "TruststoreUri").is_some() && entry(mutual_tls, "TruststoreVersion").is_none() {
        let message = "the truststore has no version, so that an update of its file is not taken over".to_owned();
        let help = "keep it in a bucket with versions, and set the `version` of the object";
        model.warning(domain, "apigatewayv2::truststore-version", message, help);
    }
}

fn check_mappings(model: &Model<'_>) {
    let mut taken: OrderedMap<(Known, String), Resource<'_>> = OrderedMap::new();
    for mapping in model.inspection.resources("AWS::ApiGatewayV2::ApiMapping") {
        let key = match mapping.get("ApiMappingKey") {
            None => "",
            Some(key) => match literal_text(key) {
                Some(key) => key,
                None => continue,
            },
        };
        check_key(model, mapping, key);
        let domain = match mapping.get("DomainName").and_then(Known::of) {
            Some(Known::Named(name)) => Known::Named(name.to_ascii_lowercase()),
            Some(made) => made,
            None => continue,
        };
        check_endpoint(model, mapping, &domain);
        if let Some(first) = taken.get(&(domain.clone(), key.to_owned())) {
            let message = match key {
                "" => "the domain name has two mappings without a key".to_owned(),
                key => format!("the domain name has two mappings with the key `{key}`"),
            };
            let note = format!("the first one is {}", place(first));
            let help = "give one of them another key: a path below which its stage stands";
            model.report(mapping, Severity::Error, "apigatewayv2::duplicate-mapping", message, help, &[note]);
            continue;
        }
        taken.insert((domain, key.to_owned()), mapping);
    }
}

fn check_key(model: &Model<'_>, mapping: Resource<'_>, key: &str) {
    if key.is_empty() {
        return;
    }
    let may_stand = |character: char| character.is_ascii_alphanumeric() || "$-_.+!*'()/".contains(character);
    let trimmed = key.trim_matches('/');
    let (message, help) = if trimmed != key {
        (format!("the mapping key `{key}` starts or ends with a slash"), format!("write `{trimmed}`"))
    } else if key.contains("//") {
        (format!("the mapping key `{key}` has an empty part"), "write one slash between two parts".to_owned())
    } else if !key.chars().all(may_stand) {
        let help = "use letters, digits and `$-_.+!*'()`, and slashes between parts".to_owned();
        (format!("the mapping key `{key}` has characters that it cannot have"), help)
    } else if key.len() > 300 {
        (format!("the mapping key has {} characters", key.len()), "use up to 300 characters".to_owned())
    } else {
        return;
    };
    model.error(mapping, "apigatewayv2::mapping-key", message, &help);
}

/// Who calls the API past its domain name shows no certificate.
fn check_endpoint(model: &Model<'_>, mapping: Resource<'_>, domain: &Known) {
    let Known::Made(domain) = domain else { return };
    let has_mutual_tls =
        model.inspection.resource(*domain).is_some_and(|it| it.get("MutualTlsAuthentication").is_some());
    let Some(api) = model.api_of(mapping).and_then(|api| api.resource).filter(|_| has_mutual_tls) else { return };
    let is_open = matches!(api.get("DisableExecuteApiEndpoint"), None | Some(Json::Bool(false)));
    if is_open {
        let message =
            "the domain name asks for client certificates, but the API's own endpoint stays open without".to_owned();
        let help = "set `disable_execute_api_endpoint(true)`";
        let note = format!("it is mapped by {}", place(mapping));
        model.report(api, Severity::Warning, "apigatewayv2::mutual-tls-bypass", message, help, &[note]);
    }
}
