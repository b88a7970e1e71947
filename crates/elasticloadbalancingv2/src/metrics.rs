//! The metrics of load balancers and target groups.
//!
//! Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html> and
//! <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html>.

use aws_cdk_cloudwatch::{Metric, Stats};
use aws_cdk_core::{Arn, ArnFormat, Construct, Diagnostic, IConstruct, Value};

use crate::alb::{
    ApplicationLoadBalancer, ApplicationTargetGroup, ImportedApplicationLoadBalancer, ImportedApplicationTargetGroup,
};
use crate::nlb::{ImportedNetworkLoadBalancer, ImportedNetworkTargetGroup, NetworkLoadBalancer, NetworkTargetGroup};

const APPLICATION: &str = "AWS/ApplicationELB";
const NETWORK: &str = "AWS/NetworkELB";

/// A count of responses by their code, of those that a load balancer makes itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpCodeElb {
    /// 3xx.
    Elb3xxCount,
    /// 4xx.
    Elb4xxCount,
    /// 5xx.
    Elb5xxCount,
    /// 500.
    Elb500Count,
    /// 502.
    Elb502Count,
    /// 503.
    Elb503Count,
    /// 504.
    Elb504Count,
}

impl HttpCodeElb {
    /// The name of the metric.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpCodeElb::Elb3xxCount => "HTTPCode_ELB_3XX_Count",
            HttpCodeElb::Elb4xxCount => "HTTPCode_ELB_4XX_Count",
            HttpCodeElb::Elb5xxCount => "HTTPCode_ELB_5XX_Count",
            HttpCodeElb::Elb500Count => "HTTPCode_ELB_500_Count",
            HttpCodeElb::Elb502Count => "HTTPCode_ELB_502_Count",
            HttpCodeElb::Elb503Count => "HTTPCode_ELB_503_Count",
            HttpCodeElb::Elb504Count => "HTTPCode_ELB_504_Count",
        }
    }
}

/// A count of responses by their code, of those that targets make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpCodeTarget {
    /// 2xx.
    Target2xxCount,
    /// 3xx.
    Target3xxCount,
    /// 4xx.
    Target4xxCount,
    /// 5xx.
    Target5xxCount,
}

impl HttpCodeTarget {
    /// The name of the metric.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpCodeTarget::Target2xxCount => "HTTPCode_Target_2XX_Count",
            HttpCodeTarget::Target3xxCount => "HTTPCode_Target_3XX_Count",
            HttpCodeTarget::Target4xxCount => "HTTPCode_Target_4XX_Count",
            HttpCodeTarget::Target5xxCount => "HTTPCode_Target_5XX_Count",
        }
    }
}

macro_rules! metrics {
    ($($(#[$doc:meta])* $method:ident = $name:literal, $statistic:ident;)+) => {
        $($(#[$doc])*
        #[track_caller]
        pub fn $method(&self) -> Metric {
            self.metric($name).statistic(Stats::$statistic)
        })+
    };
}

macro_rules! application_load_balancer_metrics {
    ($type:ty, $full_name:ident) => {
        impl $type {
            /// A metric of the load balancer by its name; setters change the copy. Default: the average over 5 minutes.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                let metric = Metric::new(APPLICATION, metric_name);
                metric.dimension("LoadBalancer", self.$full_name()).attach_to(self.node())
            }

            /// How many responses the load balancer made itself, by their code. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_http_code_elb(&self, code: HttpCodeElb) -> Metric {
                self.metric(code.as_str()).statistic(Stats::SUM)
            }

            /// How many responses targets made, by their code. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_http_code_target(&self, code: HttpCodeTarget) -> Metric {
                self.metric(code.as_str()).statistic(Stats::SUM)
            }

            metrics! {
                /// How many connections are open, of clients and to targets. Default: the sum over 5 minutes.
                metric_active_connection_count = "ActiveConnectionCount", SUM;
                /// How many connections of clients failed in TLS. Default: the sum over 5 minutes.
                metric_client_tls_negotiation_error_count = "ClientTLSNegotiationErrorCount", SUM;
                /// How many units of capacity are billed. Default: the sum over 5 minutes.
                metric_consumed_lcus = "ConsumedLCUs", SUM;
                /// How many fixed responses were made. Default: the sum over 5 minutes.
                metric_http_fixed_response_count = "HTTP_Fixed_Response_Count", SUM;
                /// How many requests were redirected. Default: the sum over 5 minutes.
                metric_http_redirect_count = "HTTP_Redirect_Count", SUM;
                /// How many redirects failed because the URL was too long. Default: the sum over 5 minutes.
                metric_http_redirect_url_limit_exceeded_count = "HTTP_Redirect_Url_Limit_Exceeded_Count", SUM;
                /// How many bytes were passed on over IPv6. Default: the sum over 5 minutes.
                metric_ipv6_processed_bytes = "IPv6ProcessedBytes", SUM;
                /// How many requests came over IPv6. Default: the sum over 5 minutes.
                metric_ipv6_request_count = "IPv6RequestCount", SUM;
                /// How many connections were opened, of clients and to targets. Default: the sum over 5 minutes.
                metric_new_connection_count = "NewConnectionCount", SUM;
                /// How many bytes were passed on. Default: the sum over 5 minutes.
                metric_processed_bytes = "ProcessedBytes", SUM;
                /// How many connections were refused because there were too many. Default: the sum over 5 minutes.
                metric_rejected_connection_count = "RejectedConnectionCount", SUM;
                /// How many requests were passed on. Default: the sum over 5 minutes.
                metric_request_count = "RequestCount", SUM;
                /// How many rules were looked at. Default: the sum over 5 minutes.
                metric_rule_evaluations = "RuleEvaluations", SUM;
                /// How many connections to targets failed. Default: the sum over 5 minutes.
                metric_target_connection_error_count = "TargetConnectionErrorCount", SUM;
                /// How long targets took to answer, in seconds. Default: the average over 5 minutes.
                metric_target_response_time = "TargetResponseTime", AVERAGE;
                /// How many connections to targets failed in TLS. Default: the sum over 5 minutes.
                metric_target_tls_negotiation_error_count = "TargetTLSNegotiationErrorCount", SUM;
                /// How many logins failed for internal reasons. Default: the sum over 5 minutes.
                metric_elb_auth_error = "ELBAuthError", SUM;
                /// How many logins the provider refused. Default: the sum over 5 minutes.
                metric_elb_auth_failure = "ELBAuthFailure", SUM;
                /// How long the provider took, in milliseconds. Default: the average over 5 minutes.
                metric_elb_auth_latency = "ELBAuthLatency", AVERAGE;
                /// How many logins succeeded. Default: the sum over 5 minutes.
                metric_elb_auth_success = "ELBAuthSuccess", SUM;
            }
        }
    };
}

macro_rules! network_load_balancer_metrics {
    ($type:ty, $full_name:ident) => {
        impl $type {
            /// A metric of the load balancer by its name; setters change the copy. Default: the average over 5 minutes.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                let metric = Metric::new(NETWORK, metric_name);
                metric.dimension("LoadBalancer", self.$full_name()).attach_to(self.node())
            }

            metrics! {
                /// How many connections are open. Default: the average over 5 minutes.
                metric_active_flow_count = "ActiveFlowCount", AVERAGE;
                /// How many units of capacity are billed. Default: the sum over 5 minutes.
                metric_consumed_lcus = "ConsumedLCUs", SUM;
                /// How many connections were opened. Default: the sum over 5 minutes.
                metric_new_flow_count = "NewFlowCount", SUM;
                /// How many bytes were passed on. Default: the sum over 5 minutes.
                metric_processed_bytes = "ProcessedBytes", SUM;
                /// How many connections clients reset. Default: the sum over 5 minutes.
                metric_tcp_client_reset_count = "TCP_Client_Reset_Count", SUM;
                /// How many connections the load balancer reset. Default: the sum over 5 minutes.
                metric_tcp_elb_reset_count = "TCP_ELB_Reset_Count", SUM;
                /// How many connections targets reset. Default: the sum over 5 minutes.
                metric_tcp_target_reset_count = "TCP_Target_Reset_Count", SUM;
            }
        }
    };
}

macro_rules! application_target_group_metrics {
    ($type:ty, $names:ident) => {
        impl $type {
            /// A metric of the group behind its load balancer, by its name; setters change the copy. Default: the average over
            /// 5 minutes. A group whose load balancer is not known is the error `elasticloadbalancingv2::not-attached`.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                let (group, load_balancer) = self.$names();
                Metric::new(APPLICATION, metric_name)
                    .dimension("TargetGroup", group)
                    .dimension("LoadBalancer", load_balancer)
                    .attach_to(self.node())
            }

            /// How many responses targets made, by their code. Default: the sum over 5 minutes.
            #[track_caller]
            pub fn metric_http_code_target(&self, code: HttpCodeTarget) -> Metric {
                self.metric(code.as_str()).statistic(Stats::SUM)
            }

            metrics! {
                /// How many requests came over IPv6. Default: the sum over 5 minutes.
                metric_ipv6_request_count = "IPv6RequestCount", SUM;
                /// How many requests were passed on. Default: the sum over 5 minutes.
                metric_request_count = "RequestCount", SUM;
                /// How many targets are healthy. Default: the average over 5 minutes.
                metric_healthy_host_count = "HealthyHostCount", AVERAGE;
                /// How many targets are not healthy. Default: the average over 5 minutes.
                metric_unhealthy_host_count = "UnHealthyHostCount", AVERAGE;
                /// How many requests a target got. Default: the sum over 5 minutes.
                metric_request_count_per_target = "RequestCountPerTarget", SUM;
                /// How many connections to targets failed. Default: the sum over 5 minutes.
                metric_target_connection_error_count = "TargetConnectionErrorCount", SUM;
                /// How long targets took to answer, in seconds. Default: the average over 5 minutes.
                metric_target_response_time = "TargetResponseTime", AVERAGE;
                /// How many connections to targets failed in TLS. Default: the sum over 5 minutes.
                metric_target_tls_negotiation_error_count = "TargetTLSNegotiationErrorCount", SUM;
            }
        }
    };
}

macro_rules! network_target_group_metrics {
    ($type:ty, $names:ident) => {
        impl $type {
            /// A metric of the group behind its load balancer, by its name; setters change the copy. Default: the average over
            /// 5 minutes. A group whose load balancer is not known is the error `elasticloadbalancingv2::not-attached`.
            #[track_caller]
            pub fn metric(&self, metric_name: &str) -> Metric {
                let (group, load_balancer) = self.$names();
                Metric::new(NETWORK, metric_name)
                    .dimension("LoadBalancer", load_balancer)
                    .dimension("TargetGroup", group)
                    .attach_to(self.node())
            }

            metrics! {
                /// How many targets are healthy. Default: the average over 5 minutes.
                metric_healthy_host_count = "HealthyHostCount", AVERAGE;
                /// How many targets are not healthy. Default: the average over 5 minutes.
                metric_un_healthy_host_count = "UnHealthyHostCount", AVERAGE;
            }
        }
    };
}

application_load_balancer_metrics!(ApplicationLoadBalancer, load_balancer_full_name);
application_load_balancer_metrics!(ImportedApplicationLoadBalancer, load_balancer_full_name);
network_load_balancer_metrics!(NetworkLoadBalancer, load_balancer_full_name);
network_load_balancer_metrics!(ImportedNetworkLoadBalancer, load_balancer_full_name);
application_target_group_metrics!(ApplicationTargetGroup, metric_names);
application_target_group_metrics!(ImportedApplicationTargetGroup, metric_names);
network_target_group_metrics!(NetworkTargetGroup, metric_names);
network_target_group_metrics!(ImportedNetworkTargetGroup, metric_names);

/// The full name of a load balancer in its ARN. What is not an ARN is the error `elasticloadbalancingv2::arn`.
#[track_caller]
pub(crate) fn load_balancer_full_name(construct: &Construct, arn: &Value<String>) -> Value<String> {
    if arn.as_literal().is_none() {
        return crate::shared::target_group::name_in_path(arn);
    }
    match Arn::split(arn, ArnFormat::SlashResourceName).ok().and_then(|parts| parts.resource_name) {
        Some(name) => name,
        None => {
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::arn", "the ARN is not that of a load balancer");
            construct.node().report(diagnostic.help("give the ARN of a load balancer"));
            "".into()
        }
    }
}

/// The full names of an imported target group and of its load balancer. An unknown load balancer is the error
/// `elasticloadbalancingv2::not-attached`.
#[track_caller]
pub(crate) fn imported_names(
    construct: &Construct,
    target_group_arn: &Value<String>,
    load_balancer_arn: Option<&Value<String>>,
) -> (Value<String>, Value<String>) {
    let Some(load_balancer_arn) = load_balancer_arn else {
        let message = "the load balancer of the imported target group is not known";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::not-attached", message);
        construct.node().report(diagnostic.help("import it with `load_balancer_arns`"));
        return ("".into(), "".into());
    };
    let group = Arn::split(target_group_arn, ArnFormat::NoResourceName).map(|parts| parts.resource);
    (group.unwrap_or_else(|_| "".into()), load_balancer_full_name(construct, load_balancer_arn))
}
