//! APIs of either kind.

use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{ArnComponents, Diagnostic, IConstruct, Node, Stack, Value};

use super::reference::ApiReference;

/// An HTTP or WebSocket API, made here or imported.
pub trait IApi: IConstruct {
    /// The id of the API.
    fn api_id(&self) -> Value<String>;

    /// The default endpoint: `https://….execute-api.….amazonaws.com`, with `wss` for WebSocket APIs. Where it cannot be
    /// known or used this is the error `apigatewayv2::no-api-endpoint`.
    #[track_caller]
    fn api_endpoint(&self) -> Value<String>;

    /// What names the API.
    fn api_ref(&self) -> ApiReference {
        ApiReference::new(self.api_id())
    }

    /// A metric of the API by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        Metric::new("AWS/ApiGateway", metric_name).dimension("ApiId", self.api_id()).attach_to(self.node())
    }
}

/// The ARN of requests to an API: of a method, a path and a stage, each `None` for all. A path that does not start with `/` is the
/// error `apigatewayv2::route-path`; `instead` says what else than a path there is.
#[track_caller]
pub(crate) fn arn_for_execute_api(
    node: &Node,
    api_id: Value<String>,
    (method, path, stage): (Option<&str>, Option<&str>, Option<&str>),
    instead: &str,
) -> Value<String> {
    if let Some(path) = path.filter(|path| !path.is_empty() && !path.starts_with('/')) {
        node.report(
            Diagnostic::error("apigatewayv2::route-path", format!("the path `{path}` does not start with a slash"))
                .help(format!("write `/{path}`{instead}")),
        );
    }
    let method = method.filter(|method| !method.eq_ignore_ascii_case("ANY")).unwrap_or("*");
    let requests = format!("{}/{method}{}", stage.unwrap_or("*"), path.unwrap_or("/*"));
    Stack::of(node).format_arn(ArnComponents::new("execute-api", api_id).resource_name(requests))
}

/// The IP versions that an API or domain name can be called with.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-ip-address-type.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IpAddressType {
    /// IPv4 only.
    Ipv4,
    /// IPv4 and IPv6.
    DualStack,
    /// A value that AWS added later.
    Other(String),
}

impl IpAddressType {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            IpAddressType::Ipv4 => "ipv4",
            IpAddressType::DualStack => "dualstack",
            IpAddressType::Other(value) => value,
        }
    }
}
