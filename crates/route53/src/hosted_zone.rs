//! Hosted zones: the names below a domain name.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_route53::HostedZone;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let zone = HostedZone::builder(&stack, "Zone", "example.com").comment("all about books").build();
//! ```

use aws_cdk_cfn_route53::CfnHostedZone;
use aws_cdk_cfn_route53::cfn_hosted_zone::{HostedZoneConfigProperty, QueryLoggingConfigProperty};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};
use aws_cdk_interfaces::route53::IHostedZone;

/// A public hosted zone.
#[derive(Clone, Debug)]
pub struct HostedZone {
    construct: Construct,
    resource: CfnHostedZone,
    zone_name: String,
}

impl IConstruct for HostedZone {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IHostedZone for HostedZone {
    fn hosted_zone_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn zone_name(&self) -> Value<String> {
        self.zone_name.as_str().into()
    }
}

impl HostedZone {
    /// Starts a hosted zone for a domain name.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, zone_name: impl Into<String>) -> HostedZoneBuilder {
        HostedZoneBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            zone_name: zone_name.into(),
            add_trailing_dot: true,
            comment: None,
            query_logs_log_group_arn: None,
        }
    }

    /// A hosted zone that exists, by its id and name.
    #[track_caller]
    pub fn from_hosted_zone_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        hosted_zone_id: impl Into<Value<String>>,
        zone_name: impl Into<Value<String>>,
    ) -> ImportedHostedZone {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-route53.HostedZone");
        ImportedHostedZone { construct, hosted_zone_id: hosted_zone_id.into(), zone_name: Some(zone_name.into()) }
    }

    /// A hosted zone that exists, by its id; records need the name as well.
    #[track_caller]
    pub fn from_hosted_zone_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        hosted_zone_id: impl Into<Value<String>>,
    ) -> ImportedHostedZone {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-route53.HostedZone");
        ImportedHostedZone { construct, hosted_zone_id: hosted_zone_id.into(), zone_name: None }
    }

    /// The name servers of the zone, to which the parent domain delegates.
    pub fn hosted_zone_name_servers(&self) -> Value<Vec<String>> {
        self.resource.attr_name_servers().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnHostedZone {
        &self.resource
    }
}

/// Builds a [`HostedZone`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct HostedZoneBuilder {
    scope: Node,
    id: String,
    zone_name: String,
    add_trailing_dot: bool,
    comment: Option<Value<String>>,
    query_logs_log_group_arn: Option<Value<String>>,
}

impl HostedZoneBuilder {
    /// Whether the template has the name with a dot at its end. Default: true.
    pub fn add_trailing_dot(mut self, value: bool) -> Self {
        self.add_trailing_dot = value;
        self
    }

    /// The comment. Default: none.
    pub fn comment(mut self, value: impl Into<Value<String>>) -> Self {
        self.comment = Some(value.into());
        self
    }

    /// The log group that gets the queries, by its ARN. Default: none.
    pub fn query_logs_log_group_arn(mut self, value: impl Into<Value<String>>) -> Self {
        self.query_logs_log_group_arn = Some(value.into());
        self
    }

    /// Adds the hosted zone. Errors: `route53::zone-name`, and those of ids.
    #[track_caller]
    pub fn build(self) -> HostedZone {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-route53.HostedZone");
        if !is_zone_name(&self.zone_name) {
            construct.node().report(
                Diagnostic::error("route53::zone-name", format!("`{}` is not the name of a zone", self.zone_name))
                    .help("use labels of up to 63 characters with dots between them, together up to 255 characters"),
            );
        }
        let dot = if self.add_trailing_dot && !self.zone_name.ends_with('.') { "." } else { "" };
        let mut resource = CfnHostedZone::builder(&construct, "Resource").name(format!("{}{dot}", self.zone_name));
        if let Some(comment) = self.comment {
            resource = resource.hosted_zone_config(HostedZoneConfigProperty::new().comment(comment));
        }
        if let Some(arn) = self.query_logs_log_group_arn {
            let property = QueryLoggingConfigProperty::new().cloud_watch_logs_log_group_arn(arn);
            resource = resource.query_logging_config(property);
        }
        HostedZone { resource: resource.build(), construct, zone_name: self.zone_name }
    }
}

/// The rule is that of Route 53: <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html>.
fn is_zone_name(name: &str) -> bool {
    let is_allowed = |character: char| character.is_ascii_graphic() && character != '\'';
    let labels_fit = name.split('.').all(|label| label.len() <= 63);
    (1..=255).contains(&name.len()) && labels_fit && name.chars().all(is_allowed)
}

/// A hosted zone that exists already.
#[derive(Clone, Debug)]
pub struct ImportedHostedZone {
    construct: Construct,
    hosted_zone_id: Value<String>,
    zone_name: Option<Value<String>>,
}

impl IConstruct for ImportedHostedZone {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IHostedZone for ImportedHostedZone {
    fn hosted_zone_id(&self) -> Value<String> {
        self.hosted_zone_id.clone()
    }

    #[track_caller]
    fn zone_name(&self) -> Value<String> {
        if let Some(name) = &self.zone_name {
            return name.clone();
        }
        self.node().report(
            Diagnostic::error("route53::no-zone-name", "the zone was imported without its name")
                .help("import it with `from_hosted_zone_attributes`"),
        );
        "".into()
    }
}
