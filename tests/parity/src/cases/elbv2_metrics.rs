//! Metrics of load balancers and target groups, made here and imported, as alarms.

use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{App, Construct, Stack};
use aws_cdk_ec2::{Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationLoadBalancerAttributes, ApplicationTargetGroup,
    ApplicationTargetGroupOptions, HttpCodeElb, HttpCodeTarget, NetworkListenerOptions, NetworkLoadBalancer,
    NetworkLoadBalancerAttributes, NetworkTargetGroup, NetworkTargetGroupOptions, TargetGroupAttributes, TargetType,
};

fn arn(kind: &str) -> String {
    format!("arn:aws:elasticloadbalancing:us-east-1:111111111111:{kind}")
}

fn application(alb: &ApplicationLoadBalancer) -> Vec<(&'static str, Metric)> {
    vec![
        ("Own", alb.metric("Own")),
        ("Active", alb.metric_active_connection_count()),
        ("Tls", alb.metric_client_tls_negotiation_error_count()),
        ("Units", alb.metric_consumed_lcus()),
        ("Fixed", alb.metric_http_fixed_response_count()),
        ("Redirects", alb.metric_http_redirect_count()),
        ("LongRedirects", alb.metric_http_redirect_url_limit_exceeded_count()),
        ("Elb5", alb.metric_http_code_elb(HttpCodeElb::Elb5xxCount)),
        ("Target4", alb.metric_http_code_target(HttpCodeTarget::Target4xxCount)),
        ("Bytes6", alb.metric_ipv6_processed_bytes()),
        ("Requests6", alb.metric_ipv6_request_count()),
        ("New", alb.metric_new_connection_count()),
        ("Bytes", alb.metric_processed_bytes()),
        ("Rejected", alb.metric_rejected_connection_count()),
        ("Requests", alb.metric_request_count()),
        ("Rules", alb.metric_rule_evaluations()),
        ("TargetErrors", alb.metric_target_connection_error_count()),
        ("Time", alb.metric_target_response_time()),
        ("TargetTls", alb.metric_target_tls_negotiation_error_count()),
        ("AuthError", alb.metric_elb_auth_error()),
        ("AuthFailure", alb.metric_elb_auth_failure()),
        ("AuthLatency", alb.metric_elb_auth_latency()),
        ("AuthSuccess", alb.metric_elb_auth_success()),
    ]
}

fn network(nlb: &NetworkLoadBalancer) -> Vec<(&'static str, Metric)> {
    vec![
        ("NOwn", nlb.metric("Own")),
        ("NActive", nlb.metric_active_flow_count()),
        ("NUnits", nlb.metric_consumed_lcus()),
        ("NNew", nlb.metric_new_flow_count()),
        ("NBytes", nlb.metric_processed_bytes()),
        ("NClient", nlb.metric_tcp_client_reset_count()),
        ("NElb", nlb.metric_tcp_elb_reset_count()),
        ("NTarget", nlb.metric_tcp_target_reset_count()),
    ]
}

fn targets(group: &ApplicationTargetGroup) -> Vec<(&'static str, Metric)> {
    vec![
        ("TRequests6", group.metric_ipv6_request_count()),
        ("TRequests", group.metric_request_count()),
        ("THealthy", group.metric_healthy_host_count()),
        ("TUnhealthy", group.metric_unhealthy_host_count()),
        ("TCode", group.metric_http_code_target(HttpCodeTarget::Target2xxCount)),
        ("TPer", group.metric_request_count_per_target()),
        ("TErrors", group.metric_target_connection_error_count()),
        ("TTime", group.metric_target_response_time()),
        ("TTls", group.metric_target_tls_negotiation_error_count()),
    ]
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Metrics");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a"]).private_subnets(["subnet-00000001"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let alb = ApplicationLoadBalancer::new(&stack, "Alb", &vpc);
    let options = ApplicationTargetGroupOptions::new().port(80).target_type(TargetType::Ip);
    let group =
        alb.add_listener("L", ApplicationListenerOptions::new().port(80)).add_targets("T", options).build();
    let nlb = NetworkLoadBalancer::new(&stack, "Nlb", &vpc);
    let listener = nlb.add_listener("L", NetworkListenerOptions::new(80));
    let network_group = listener.add_targets("T", NetworkTargetGroupOptions::new(80));
    let attributes = ApplicationLoadBalancerAttributes::new(arn("loadbalancer/app/lb/1"), "sg-00000001");
    let old_alb = ApplicationLoadBalancer::from_application_load_balancer_attributes(&stack, "OldAlb", attributes);
    let attributes = NetworkLoadBalancerAttributes::new(arn("loadbalancer/net/lb/2"));
    let old_nlb = NetworkLoadBalancer::from_network_load_balancer_attributes(&stack, "OldNlb", attributes);
    let attributes =
        TargetGroupAttributes::new(arn("targetgroup/books/3")).load_balancer_arns(arn("loadbalancer/app/lb/1"));
    let old = ApplicationTargetGroup::from_target_group_attributes(&stack, "OldTargets", attributes);
    let attributes =
        TargetGroupAttributes::new(arn("targetgroup/music/4")).load_balancer_arns(arn("loadbalancer/net/lb/2"));
    let old_network = NetworkTargetGroup::from_target_group_attributes(&stack, "OldNetworkTargets", attributes);

    let mut all = application(&alb);
    all.push(("OldAlb", old_alb.metric_request_count()));
    all.extend(network(&nlb));
    all.push(("OldNlb", old_nlb.metric_new_flow_count()));
    all.extend(targets(&group));
    all.push(("OldT", old.metric_request_count()));
    all.push(("NTHealthy", network_group.metric_healthy_host_count()));
    all.push(("NTUnhealthy", network_group.metric_un_healthy_host_count()));
    all.push(("OldNT", old_network.metric_healthy_host_count()));
    let alarms = Construct::new(&stack, "Alarms");
    for (name, metric) in all {
        metric.create_alarm(&alarms, name).threshold(1).evaluation_periods(1).build();
    }
}
