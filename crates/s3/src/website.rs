//! Buckets as websites.

use aws_cdk_cfn_s3::cfn_bucket::{
    RedirectAllRequestsToProperty, RedirectRuleProperty, RoutingRuleConditionProperty, RoutingRuleProperty,
    WebsiteConfigurationProperty,
};
use aws_cdk_core::{Diagnostic, Node, Value};

/// A protocol of redirects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RedirectProtocol {
    /// `http`.
    Http,
    /// `https`.
    Https,
}

impl RedirectProtocol {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            RedirectProtocol::Http => "http",
            RedirectProtocol::Https => "https",
        }
    }
}

/// Where all requests are sent.
#[must_use]
#[derive(Clone, Debug)]
pub struct RedirectTarget {
    host_name: Value<String>,
    protocol: Option<RedirectProtocol>,
}

impl RedirectTarget {
    /// To a host.
    pub fn new(host_name: impl Into<Value<String>>) -> Self {
        Self { host_name: host_name.into(), protocol: None }
    }

    /// The protocol. Default: that of the request.
    pub fn protocol(mut self, value: RedirectProtocol) -> Self {
        self.protocol = Some(value);
        self
    }
}

/// Which requests of a website are sent elsewhere, and where.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_s3::{Bucket, RoutingRule};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let moved = RoutingRule::new().key_prefix_equals("old/").replace_key_prefix_with("new/").http_redirect_code("301");
/// Bucket::builder(&stack, "Site").website_index_document("index.html").website_routing_rules([moved]).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct RoutingRule {
    host_name: Option<Value<String>>,
    http_redirect_code: Option<Value<String>>,
    protocol: Option<RedirectProtocol>,
    replace_key_with: Option<Value<String>>,
    replace_key_prefix_with: Option<Value<String>>,
    http_error_code_returned_equals: Option<Value<String>>,
    key_prefix_equals: Option<Value<String>>,
}

macro_rules! routing_setters {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, value: impl Into<Value<String>>) -> Self {
            self.$name = Some(value.into());
            self
        })+
    };
}

impl RoutingRule {
    /// All requests are sent to themselves.
    pub fn new() -> Self {
        Self::default()
    }

    routing_setters! {
        /// The host to which requests are sent. Default: that of the request.
        host_name;
        /// The status of the response. Default: 302.
        http_redirect_code;
        /// The key that takes the place of the requested one. Default: the requested one.
        replace_key_with;
        /// What takes the place of the beginning of the key that the condition names. Default: nothing is replaced.
        replace_key_prefix_with;
        /// The status of failed requests that are sent elsewhere. Default: requests are sent whatever their status.
        http_error_code_returned_equals;
        /// The beginning of the keys whose requests are sent elsewhere. Default: all.
        key_prefix_equals;
    }

    /// The protocol. Default: that of the request.
    pub fn protocol(mut self, value: RedirectProtocol) -> Self {
        self.protocol = Some(value);
        self
    }

    fn property(&self) -> RoutingRuleProperty {
        let mut redirect = RedirectRuleProperty::new();
        if let Some(value) = &self.host_name {
            redirect = redirect.host_name(value);
        }
        if let Some(value) = &self.http_redirect_code {
            redirect = redirect.http_redirect_code(value);
        }
        if let Some(value) = self.protocol {
            redirect = redirect.protocol(value.as_str());
        }
        if let Some(value) = &self.replace_key_with {
            redirect = redirect.replace_key_with(value);
        }
        if let Some(value) = &self.replace_key_prefix_with {
            redirect = redirect.replace_key_prefix_with(value);
        }
        let rule = RoutingRuleProperty::new().redirect_rule(redirect);
        if self.http_error_code_returned_equals.is_none() && self.key_prefix_equals.is_none() {
            return rule;
        }
        let mut condition = RoutingRuleConditionProperty::new();
        if let Some(value) = &self.http_error_code_returned_equals {
            condition = condition.http_error_code_returned_equals(value);
        }
        if let Some(value) = &self.key_prefix_equals {
            condition = condition.key_prefix_equals(value);
        }
        rule.routing_rule_condition(condition)
    }
}

/// What a bucket says of a website.
#[derive(Debug, Default)]
pub(crate) struct Website {
    pub(crate) index_document: Option<Value<String>>,
    pub(crate) error_document: Option<Value<String>>,
    pub(crate) redirect: Option<RedirectTarget>,
    pub(crate) routing_rules: Option<Vec<RoutingRule>>,
}

impl Website {
    /// The property, if there is a website.
    #[track_caller]
    pub(crate) fn render(&self, node: &Node) -> Option<WebsiteConfigurationProperty> {
        let has_others = self.index_document.is_some() || self.error_document.is_some() || self.routing_rules.is_some();
        if !has_others && self.redirect.is_none() {
            return None;
        }
        let problem = if self.error_document.is_some() && self.index_document.is_none() {
            Some(("the website has an error document, and no index document", "call `website_index_document` as well"))
        } else if self.redirect.is_some() && has_others {
            Some(("a website that redirects all requests has nothing else", "leave the other website options out"))
        } else {
            None
        };
        if let Some((message, help)) = problem {
            node.report(Diagnostic::error("s3::website", message).help(help));
        }
        let mut website = WebsiteConfigurationProperty::new();
        if let Some(document) = &self.index_document {
            website = website.index_document(document);
        }
        if let Some(document) = &self.error_document {
            website = website.error_document(document);
        }
        if let Some(target) = &self.redirect {
            let mut property = RedirectAllRequestsToProperty::new().host_name(&target.host_name);
            if let Some(protocol) = target.protocol {
                property = property.protocol(protocol.as_str());
            }
            website = website.redirect_all_requests_to(property);
        }
        if let Some(rules) = &self.routing_rules {
            website = website.routing_rules(rules.iter().map(RoutingRule::property).collect::<Vec<_>>());
        }
        Some(website)
    }
}
