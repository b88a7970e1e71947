//! Application load balancers: every option, listeners, rules, actions, certificates, target groups, imports.

use std::rc::Rc;

use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnOutput, CfnParameter, Construct, Duration, SecretValue, Stack};
use aws_cdk_ec2::{Connections, ISecurityGroup, ImportedVpc, Port, SecurityGroup, SubnetSelection, SubnetType, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{
    ApplicationListener, ApplicationListenerAttributes, ApplicationListenerOptions, ApplicationListenerRule,
    ApplicationLoadBalancer, ApplicationLoadBalancerAttributes, ApplicationLoadBalancerRedirect, ApplicationProtocol,
    ApplicationProtocolVersion, ApplicationTargetGroup, ApplicationTargetGroupOptions, AuthenticateJwtOptions,
    AuthenticateOidcOptions, DesyncMitigationMode, FixedResponseOptions, HealthCheck, IApplicationTargetGroup,
    ILoadBalancerV2, ITargetGroup, InstanceTarget, IpAddressType, IpTarget, ListenerAction, ListenerCertificate,
    ListenerCondition, MutualAuthentication, MutualAuthenticationMode, OidcEndpoints, Protocol, QueryStringCondition,
    RedirectOptions, SslPolicy, TargetGroupAttributes, TargetGroupHealth, TargetGroupIpAddressType,
    TargetGroupLoadBalancingAlgorithmType, TargetType, UnauthenticatedAction, WeightedTargetGroup,
    XffHeaderProcessingMode,
};

fn arn(kind: &str) -> String {
    format!("arn:aws:elasticloadbalancing:us-east-1:111111111111:{kind}")
}

fn path(path: &str) -> [ListenerCondition; 1] {
    [ListenerCondition::path_patterns([path])]
}

fn full(stack: &Stack, vpc: &ImportedVpc) -> ApplicationLoadBalancer {
    let group = SecurityGroup::builder(stack, "Own", vpc).allow_all_outbound(false).build();
    let full = ApplicationLoadBalancer::builder(stack, "Full", vpc)
        .internet_facing(true)
        .load_balancer_name("full")
        .deletion_protection(true)
        .cross_zone_enabled(true)
        .ip_address_type(IpAddressType::DualStack)
        .deny_all_igw_traffic(true)
        .client_keep_alive(Duration::minutes(5))
        .waf_fail_open(true)
        .xff_header_processing_mode(XffHeaderProcessingMode::Preserve)
        .preserve_xff_client_port(true)
        .x_amzn_tls_version_and_cipher_suite_headers(true)
        .preserve_host_header(true)
        .desync_mitigation_mode(DesyncMitigationMode::Strictest)
        .drop_invalid_header_fields(true)
        .idle_timeout(Duration::seconds(30))
        .http2_enabled(false)
        .minimum_capacity_unit(150)
        .security_group(group)
        .vpc_subnets(SubnetSelection::new().subnet_type(SubnetType::Public).one_per_az(true))
        .build();
    full.set_attribute("routing.http2.enabled", "true");
    full.remove_attribute("waf.fail_open.enabled");
    full.add_security_group(SecurityGroup::from_security_group_id(stack, "More", "sg-00000009"));
    full.add_redirect(ApplicationLoadBalancerRedirect::new());
    full.add_redirect(ApplicationLoadBalancerRedirect::new().source_port(8080).target_port(8443).open(false));
    full
}

fn first(http: &ApplicationListener) -> ApplicationTargetGroup {
    let check = HealthCheck::new()
        .path("/health")
        .interval(Duration::seconds(40))
        .timeout(Duration::seconds(3))
        .healthy_http_codes("200-299")
        .healthy_threshold_count(3)
        .unhealthy_threshold_count(4)
        .port("8081")
        .protocol(Protocol::Http)
        .enabled(true);
    let health = TargetGroupHealth::new()
        .dns_minimum_healthy_target_count(1)
        .dns_minimum_healthy_target_percentage(0)
        .routing_minimum_healthy_target_count(2)
        .routing_minimum_healthy_target_percentage(50);
    let options = ApplicationTargetGroupOptions::new()
        .port(80)
        .targets([IpTarget::new("10.0.1.1"), IpTarget::new("10.0.1.2").port(8080).availability_zone("all")])
        .health_check(check)
        .stickiness_cookie_duration(Duration::hours(1))
        .deregistration_delay(Duration::seconds(10))
        .slow_start(Duration::seconds(60))
        .target_group_name("first")
        .load_balancing_algorithm_type(TargetGroupLoadBalancingAlgorithmType::LeastOutstandingRequests)
        .cross_zone_enabled(false)
        .target_group_health(health);
    let first = http.add_targets("First", options).build();
    first.configure_health_check(HealthCheck::new().path("/new"));
    first
}

fn second(http: &ApplicationListener) -> ApplicationTargetGroup {
    let options = ApplicationTargetGroupOptions::new()
        .protocol(ApplicationProtocol::Https)
        .targets([InstanceTarget::new("i-1").port(81)])
        .stickiness_cookie_duration(Duration::days(1))
        .stickiness_cookie_name("books")
        .protocol_version(ApplicationProtocolVersion::Http2);
    http.add_targets("Second", options)
        .priority(10)
        .conditions([
            ListenerCondition::host_headers(["a.example.com"]),
            ListenerCondition::path_patterns(["/x", "/y"]),
        ])
        .build()
}

fn rules(
    http: &ApplicationListener,
    (first, second): (&ApplicationTargetGroup, &ApplicationTargetGroup),
    (anomaly, lambda): (&ApplicationTargetGroup, &ApplicationTargetGroup),
) {
    let weighted = [WeightedTargetGroup::new(first.clone()).weight(3), WeightedTargetGroup::new(second.clone())];
    http.add_action("Weighted", ListenerAction::weighted_forward(weighted, Some(Duration::minutes(1))))
        .priority(20)
        .conditions([
            ListenerCondition::http_header("x", ["1", "2"]),
            ListenerCondition::http_request_methods(["GET"]),
            ListenerCondition::query_strings([QueryStringCondition::new("v").key("k"), QueryStringCondition::new("w")]),
            ListenerCondition::source_ips(["10.0.0.0/8"]),
        ])
        .build();
    http.add_target_groups("Groups", [anomaly.clone(), first.clone()]).priority(30).conditions(path("/g")).build();
    http.add_target_groups("Sticky", [lambda.clone()]).priority(31).conditions(path("/l")).build();
    let later = FixedResponseOptions::new().content_type("text/plain").message_body("later");
    http.add_action("Fixed", ListenerAction::fixed_response_with(503, later)).priority(40).conditions(path("/f")).build();
    let away = RedirectOptions::new()
        .host("www.example.com")
        .path("/#{path}")
        .query("a=b")
        .port("443")
        .protocol("HTTPS")
        .permanent(true);
    http.add_action("Away", ListenerAction::redirect(away)).priority(50).conditions(path("/r")).build();
}

fn oidc(next: ListenerAction, timeout: Duration) -> AuthenticateOidcOptions {
    let secret = SecretValue::unsafe_plain_text("secret");
    let endpoints = OidcEndpoints::new("https://a", "https://t", "https://u");
    AuthenticateOidcOptions::new("https://i", "id", secret, endpoints, next).session_timeout(timeout)
}

fn https(
    full: &ApplicationLoadBalancer,
    certificates: &[ListenerCertificate],
    (first, second): (&ApplicationTargetGroup, &ApplicationTargetGroup),
) {
    let next = ListenerAction::forward_sticky([first.clone()], Duration::minutes(2));
    let login = oidc(next, Duration::hours(1))
        .scope("openid")
        .session_cookie_name("cookie")
        .on_unauthenticated_request(UnauthenticatedAction::Deny)
        .authentication_request_extra_params([("display", "page")]);
    let options = ApplicationListenerOptions::new()
        .port(443)
        .certificates(certificates[..2].to_vec())
        .ssl_policy(SslPolicy::TLS13_13)
        .open(true)
        .default_action(ListenerAction::authenticate_oidc(login))
        .mutual_authentication(MutualAuthentication::new(MutualAuthenticationMode::PassThrough));
    let https = full.add_listener("Https", options);
    https.add_certificates("Extra", [certificates[2].clone()]);
    https.set_attribute("routing.http.response.server.enabled", "false");
    let jwt = AuthenticateJwtOptions::new("https://i", "https://i/jwks", ListenerAction::forward([second.clone()]));
    https.add_action("Jwt", ListenerAction::authenticate_jwt(jwt)).priority(1).conditions(path("/jwt")).build();
    let login = oidc(ListenerAction::fixed_response(200), Duration::hours(2)).allow_https_outbound(false);
    https.add_action("Oidc", ListenerAction::authenticate_oidc(login)).priority(2).conditions(path("/oidc")).build();
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Alb");
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .public_subnets(["subnet-000000a0", "subnet-000000b0"])
        .private_subnets(["subnet-000000a1", "subnet-000000b1"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let plain = ApplicationLoadBalancer::new(&stack, "Plain", &vpc);
    let full = full(&stack, &vpc);
    let answer = ApplicationListenerOptions::new().port(80).default_action(ListenerAction::fixed_response(404));
    ApplicationLoadBalancer::builder(&stack, "NoIpv4", &vpc)
        .internet_facing(true)
        .ip_address_type(IpAddressType::DualStackWithoutPublicIpv4)
        .build()
        .add_listener("L", answer);

    let http = plain.add_listener("Http", ApplicationListenerOptions::new().protocol(ApplicationProtocol::Http));
    let first = first(&http);
    let second = second(&http);
    let anomaly = ApplicationTargetGroup::builder(&stack, "Anomaly")
        .vpc(&vpc)
        .port(9000)
        .protocol(ApplicationProtocol::Http)
        .target_type(TargetType::Ip)
        .load_balancing_algorithm_type(TargetGroupLoadBalancingAlgorithmType::WeightedRandom)
        .enable_anomaly_mitigation(true)
        .ip_address_type(TargetGroupIpAddressType::Ipv6)
        .protocol_version(ApplicationProtocolVersion::Grpc)
        .health_check(HealthCheck::new().healthy_grpc_codes("0-5"))
        .build();
    let lambda = ApplicationTargetGroup::builder(&stack, "Lambda")
        .target_type(TargetType::Lambda)
        .multi_value_headers_enabled(true)
        .build();
    rules(&http, (&first, &second), (&anomaly, &lambda));

    let certificates = ["one", "two", "three"].map(|name| {
        ListenerCertificate::from_arn(format!("arn:aws:acm:us-east-1:111111111111:certificate/{name}"))
    });
    https(&full, &certificates, (&first, &second));
    let four = "arn:aws:acm:us-east-1:111111111111:certificate/four";
    let certificate = Certificate::from_certificate_arn(&stack, "Cert", four);
    let options = ApplicationListenerOptions::new()
        .port(8443)
        .protocol(ApplicationProtocol::Https)
        .open(false)
        .default_target_groups([second.clone()])
        .certificates([ListenerCertificate::from_certificate_manager(&certificate)]);
    plain.add_listener("Secure", options);
    let rule = ApplicationListenerRule::builder(&stack, "Rule", &http, 60)
        .conditions(path("/own"))
        .target_groups([first.clone()])
        .build();
    rule.add_condition(ListenerCondition::host_headers(["*.example.com"]));

    let group: Rc<dyn ISecurityGroup> = Rc::new(SecurityGroup::new(&stack, "Target", &vpc));
    first.register_connectable(&Connections::new([group.clone()]), None);
    second.register_connectable(&Connections::new([group]), Some(Port::tcp_range(1, 5)));

    let attributes = ApplicationLoadBalancerAttributes::new(arn("loadbalancer/app/lb/1"), "sg-00000001")
        .vpc(&vpc)
        .load_balancer_dns_name("lb.example.com")
        .load_balancer_canonical_hosted_zone_id("Z1");
    let imported_lb =
        ApplicationLoadBalancer::from_application_load_balancer_attributes(&stack, "ImportedLb", attributes);
    let options = ApplicationListenerOptions::new().port(81).protocol(ApplicationProtocol::Http);
    imported_lb.add_listener("Added", options.default_target_groups([first.clone()]));
    let group = SecurityGroup::from_security_group_id(&stack, "ImportedGroup", "sg-00000002");
    let attributes = ApplicationListenerAttributes::new(arn("listener/app/lb/1/2"), group).default_port(82);
    let imported =
        ApplicationListener::from_application_listener_attributes(&stack, "ImportedListener", attributes);
    imported.add_target_groups("More", 5, path("/more"), [first.clone()]);
    imported.add_action("Answer", 6, path("/answer"), ListenerAction::fixed_response(200));
    imported.add_certificates("Certificates", certificates);
    let attributes =
        TargetGroupAttributes::new(arn("targetgroup/books/3")).load_balancer_arns(arn("loadbalancer/app/lb/1"));
    let imported_group =
        ApplicationTargetGroup::from_target_group_attributes(&stack, "ImportedTargets", attributes);
    http.add_target_groups("Old", [imported_group.clone()]).priority(70).conditions(path("/old")).build();

    let port = CfnParameter::builder(&stack, "Port").parameter_type("Number").build().value_as_number();
    let options = ApplicationListenerOptions::new().port(port).protocol(ApplicationProtocol::Http);
    plain.add_listener("Token", options.default_target_groups([anomaly]));
    let out = Construct::new(&stack, "Out");
    CfnOutput::new(&out, "Arn", plain.load_balancer_arn());
    CfnOutput::new(&out, "Dns", plain.load_balancer_dns_name());
    CfnOutput::new(&out, "Zone", plain.load_balancer_canonical_hosted_zone_id());
    CfnOutput::new(&out, "FullName", plain.load_balancer_full_name());
    CfnOutput::new(&out, "Name", plain.load_balancer_name());
    CfnOutput::new(&out, "Listener", http.listener_arn());
    CfnOutput::new(&out, "Target", first.target_group_arn());
    CfnOutput::new(&out, "TargetName", first.target_group_name());
    CfnOutput::new(&out, "TargetFull", first.target_group_full_name());
    CfnOutput::new(&out, "LbOfTarget", first.first_load_balancer_full_name());
    CfnOutput::new(&out, "Rule", rule.listener_rule_arn());
    CfnOutput::new(&out, "ImportedName", imported_group.target_group_name());
    CfnOutput::new(&out, "ImportedDns", imported_lb.load_balancer_dns_name());
}
