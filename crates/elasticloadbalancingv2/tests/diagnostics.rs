//! What load balancers say of mistakes.

use aws_cdk_core::{App, Duration, Environment, Stack};
use aws_cdk_ec2::{Connections, IVpc, ImportedVpc, SecurityGroup, SubnetSelection, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::*;
use aws_cdk_kms::Key;
use aws_cdk_s3::Bucket;

/// The codes found while building, and those found when synthesizing.
fn codes(build: impl FnOnce(&Stack, &ImportedVpc)) -> Vec<String> {
    let Ok(directory) = tempfile::tempdir() else { return vec!["no temporary directory".to_owned()] };
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    let subnets = VpcAttributes::new("vpc-1", ["a"]).private_subnets(["subnet-1"]).public_subnets(["subnet-2"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", subnets);
    build(&stack, &vpc);
    let errors = app.synth().err().map(|error| error.diagnostics().to_vec()).unwrap_or_default();
    let mut found = app.diagnostics();
    let known: Vec<String> = found.iter().map(ToString::to_string).collect();
    found.extend(errors.into_iter().filter(|error| !known.contains(&error.to_string())));
    let own = found.iter().filter(|diagnostic| diagnostic.code().starts_with("elasticloadbalancingv2::"));
    let own: Vec<_> = own.collect();
    for diagnostic in &own {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    own.iter().map(|diagnostic| diagnostic.code()["elasticloadbalancingv2::".len()..].to_owned()).collect()
}

fn alb(change: impl FnOnce(ApplicationLoadBalancerBuilder) -> ApplicationLoadBalancerBuilder) -> Vec<String> {
    codes(|stack, vpc| {
        change(ApplicationLoadBalancer::builder(stack, "Alb", vpc)).build();
    })
}

fn nlb(change: impl FnOnce(NetworkLoadBalancerBuilder) -> NetworkLoadBalancerBuilder) -> Vec<String> {
    codes(|stack, vpc| {
        change(NetworkLoadBalancer::builder(stack, "Nlb", vpc)).build();
    })
}

fn listener(
    options: ApplicationListenerOptions,
    then: impl FnOnce(ApplicationListener, &Stack, &ImportedVpc),
) -> Vec<String> {
    codes(|stack, vpc| then(ApplicationLoadBalancer::new(stack, "Alb", vpc).add_listener("L", options), stack, vpc))
}

fn answering() -> ApplicationListenerOptions {
    ApplicationListenerOptions::new().port(80).default_action(ListenerAction::fixed_response(200))
}

fn action(action: ListenerAction) -> Vec<String> {
    listener(ApplicationListenerOptions::new().port(80).default_action(action), |_, _, _| {})
}

fn group(change: impl FnOnce(ApplicationTargetGroupOptions) -> ApplicationTargetGroupOptions) -> Vec<String> {
    codes(|stack, vpc| {
        let options = ApplicationTargetGroupOptions::new().vpc(vpc).port(80).target_type(TargetType::Ip);
        ApplicationTargetGroup::with_options(stack, "Group", change(options));
    })
}

fn network_group(change: impl FnOnce(NetworkTargetGroupOptions) -> NetworkTargetGroupOptions) -> Vec<String> {
    codes(|stack, vpc| {
        let options = NetworkTargetGroupOptions::new(80).vpc(vpc).target_type(TargetType::Ip);
        NetworkTargetGroup::with_options(stack, "Group", change(options));
    })
}

#[test]
fn application_load_balancers_have_limits() {
    for name in ["-a", "a_b", "internal-a", &"a".repeat(33)] {
        assert_eq!(alb(|it| it.load_balancer_name(name)), ["name"], "{name}");
    }
    assert_eq!(alb(|it| it.cross_zone_enabled(false)), ["cross-zone"]);
    assert_eq!(alb(|it| it.deny_all_igw_traffic(true)), ["ip-address-type"]);
    assert_eq!(alb(|it| it.ip_address_type(IpAddressType::DualStackWithoutPublicIpv4)), ["ip-address-type"]);
    assert_eq!(alb(|it| it.minimum_capacity_unit(99)), ["capacity"]);
    assert_eq!(alb(|it| it.idle_timeout(Duration::millis(1))), ["duration"]);
    assert_eq!(alb(|it| it.client_keep_alive(Duration::seconds(59))), ["duration"]);
    assert!(alb(|it| it.client_keep_alive(Duration::seconds(60)).minimum_capacity_unit(100)).is_empty());
}

#[test]
fn network_load_balancers_have_limits() {
    assert_eq!(nlb(|it| it.ip_address_type(IpAddressType::DualStackWithoutPublicIpv4)), ["ip-address-type"]);
    assert_eq!(nlb(|it| it.minimum_capacity_unit(100)), ["capacity"]);
    let found = codes(|stack, vpc| {
        let own = SecurityGroup::new(stack, "Own", vpc);
        let builder = NetworkLoadBalancer::builder(stack, "Nlb", vpc).disable_security_groups(true);
        builder.security_groups([own]).build();
    });
    assert_eq!(found, ["security-groups"]);
    let mapped = |change: fn(SubnetMapping) -> SubnetMapping, is_public: bool, selects: bool| {
        codes(|stack, vpc| {
            let mut builder = NetworkLoadBalancer::builder(stack, "Nlb", vpc).internet_facing(is_public);
            if selects {
                builder = builder.vpc_subnets(SubnetSelection::new());
            }
            let subnets = if is_public { vpc.public_subnets() } else { vpc.private_subnets() };
            builder.subnet_mappings([change(SubnetMapping::new(subnets[0].clone()))]).build();
        })
    };
    assert_eq!(mapped(|it| it.allocation_id("eipalloc-1"), false, false), ["subnet-mappings"]);
    assert_eq!(mapped(|it| it, false, true), ["subnet-mappings"]);
    let short = |it: SubnetMapping| it.source_nat_ipv6_prefix(SourceNatIpv6Prefix::from_ipv6_prefix("2001:db8::/64"));
    assert_eq!(mapped(short, false, false), ["ipv6-prefix"]);
    let unused = |it: SubnetMapping| it.source_nat_ipv6_prefix(SourceNatIpv6Prefix::auto_assigned());
    assert_eq!(mapped(unused, false, false), ["subnet-mappings"]);
}

#[test]
fn listeners_know_what_to_do() {
    let none = |_: ApplicationListener, _: &Stack, _: &ImportedVpc| {};
    assert_eq!(listener(ApplicationListenerOptions::new().port(80), none), ["no-default-action"]);
    let answer = || ApplicationListenerOptions::new().default_action(ListenerAction::fixed_response(200));
    assert_eq!(listener(answer(), none), ["no-protocol"]);
    assert_eq!(listener(answer().port(81), none), ["no-protocol"]);
    assert_eq!(listener(answer().port(443), none), ["no-certificate"]);
    let two = answering().default_action(ListenerAction::fixed_response(404));
    assert_eq!(listener(two, none), ["two-default-actions"]);
    let certificate = || ListenerCertificate::from_arn("arn:aws:acm:eu-west-1:1:certificate/c");
    assert_eq!(listener(answering().certificates([certificate()]), none), ["certificates"]);
    let verify = MutualAuthentication::new(MutualAuthenticationMode::Verify);
    assert_eq!(listener(answering().mutual_authentication(verify), none), ["mutual-authentication"]);
    let replaced = listener(answering(), |it, _, _| it.add_action("B", ListenerAction::fixed_response(404)).build());
    assert_eq!(replaced, ["action-replaced"]);
}

#[test]
fn network_listeners_know_what_to_do() {
    let network = |options: NetworkListenerOptions| {
        codes(|stack, vpc| {
            let balancer = NetworkLoadBalancer::new(stack, "Nlb", vpc);
            let listener = balancer.add_listener("L", options);
            listener.add_targets("T", NetworkTargetGroupOptions::new(80).target_type(TargetType::Ip));
        })
    };
    assert!(network(NetworkListenerOptions::new(80)).is_empty());
    assert_eq!(network(NetworkListenerOptions::new(80).protocol(Protocol::Tls)), ["certificates"]);
    let http = network(NetworkListenerOptions::new(80).protocol(Protocol::Http));
    assert_eq!(http, ["network-protocol"; 2]);
    assert_eq!(network(NetworkListenerOptions::new(80).alpn_policy(AlpnPolicy::None)), ["certificates"]);
    let idle = NetworkListenerOptions::new(80).tcp_idle_timeout(Duration::seconds(59));
    assert_eq!(network(idle), ["duration"]);
    let found = codes(|stack, vpc| {
        let builder = NetworkLoadBalancer::builder(stack, "Nlb", vpc).ip_address_type(IpAddressType::DualStack);
        builder.build().add_listener("L", NetworkListenerOptions::new(53).protocol(Protocol::Udp));
    });
    assert_eq!(found, ["ip-address-type", "no-default-action"]);
    let twice = codes(|stack, vpc| {
        let group = NetworkTargetGroup::builder(stack, "G", 80).vpc(vpc).target_type(TargetType::Ip).build();
        let forward = || NetworkListenerAction::forward([group.clone()]);
        let options = NetworkListenerOptions::new(80).default_action(forward()).default_target_groups([group.clone()]);
        NetworkLoadBalancer::new(stack, "Nlb", vpc).add_listener("L", options).add_action(forward());
    });
    assert_eq!(twice, ["two-default-actions", "action-replaced"]);
}

#[test]
fn actions_are_checked_where_they_are_used() {
    assert_eq!(action(ListenerAction::fixed_response(302)), ["fixed-response"]);
    let long = FixedResponseOptions::new().message_body("a".repeat(1025));
    assert_eq!(action(ListenerAction::fixed_response_with(200, long)), ["fixed-response"]);
    assert_eq!(action(ListenerAction::redirect(RedirectOptions::new())), ["redirect"]);
    assert_eq!(action(ListenerAction::redirect(RedirectOptions::new().path("books"))), ["redirect"]);
    assert_eq!(action(ListenerAction::redirect(RedirectOptions::new().protocol("ftp"))), ["redirect"]);
    assert!(action(ListenerAction::redirect(RedirectOptions::new().protocol("#{protocol}"))).is_empty());
    let none: [ApplicationTargetGroup; 0] = [];
    assert_eq!(action(ListenerAction::forward(none)), ["no-target-groups"]);
    let jwt = |endpoint: &str| {
        let next = ListenerAction::fixed_response(200);
        ListenerAction::authenticate_jwt(AuthenticateJwtOptions::new("issuer", endpoint, next))
    };
    assert_eq!(action(jwt("https://a")), ["jwt"]);
    assert_eq!(action(jwt("http://a")), ["jwt"; 2]);
}

#[test]
fn rules_have_a_priority_and_conditions() {
    let rule = |priority: Option<i64>, conditions: Vec<ListenerCondition>| {
        listener(answering(), |it, _, _| {
            let mut added = it.add_action("A", ListenerAction::fixed_response(404)).conditions(conditions);
            if let Some(priority) = priority {
                added = added.priority(priority);
            }
            added.build();
        })
    };
    let path = || vec![ListenerCondition::path_patterns(["/a"])];
    assert!(rule(Some(1), path()).is_empty());
    assert_eq!(rule(Some(0), path()), ["rule-priority"]);
    assert_eq!(rule(Some(1), Vec::new()), ["rule-priority", "no-conditions"]);
    assert_eq!(rule(None, path()), ["rule-priority", "action-replaced"]);
    let six = ListenerCondition::path_patterns(["/1", "/2", "/3", "/4", "/5", "/6"]);
    assert_eq!(rule(Some(1), vec![six]), ["condition-values"]);
    let own = listener(answering(), |it, stack, _| {
        ApplicationListenerRule::builder(stack, "Rule", &it, 1).conditions(path()).build();
    });
    assert_eq!(own, ["no-action"]);
}

#[test]
fn application_target_groups_have_limits() {
    assert!(group(|it| it).is_empty());
    assert_eq!(group(|it| it.target_group_name("-a")), ["name"]);
    assert_eq!(group(|it| it.slow_start(Duration::seconds(29))), ["duration"]);
    let random = TargetGroupLoadBalancingAlgorithmType::WeightedRandom;
    let slow = group(|it| it.slow_start(Duration::seconds(30)).load_balancing_algorithm_type(random));
    assert_eq!(slow, ["algorithm"]);
    assert_eq!(group(|it| it.enable_anomaly_mitigation(true)), ["algorithm"]);
    assert_eq!(group(|it| it.multi_value_headers_enabled(true)), ["multi-value-headers"]);
    assert_eq!(group(|it| it.stickiness_cookie_duration(Duration::days(8))), ["stickiness"]);
    let reserved = group(|it| it.stickiness_cookie_duration(Duration::days(1)).stickiness_cookie_name("AWSALB"));
    assert_eq!(reserved, ["stickiness"]);
    assert_eq!(group(|it| it.targets([InstanceTarget::new("i-1")])), ["target-type"]);
    let health = TargetGroupHealth::new().routing_minimum_healthy_target_percentage(101);
    assert_eq!(group(|it| it.target_group_health(health)), ["target-group-health"]);
    let check = HealthCheck::new().interval(Duration::seconds(5)).timeout(Duration::seconds(5));
    assert_eq!(group(|it| it.health_check(check)), ["health-check"]);
    assert_eq!(group(|it| it.health_check(HealthCheck::new().protocol(Protocol::Tcp))), ["health-check"]);
    assert_eq!(group(|it| it.target_type(TargetType::Lambda)), ["no-protocol"]);
    let nowhere = codes(|stack, _| drop(ApplicationTargetGroup::builder(stack, "Group").port(80).build()));
    assert_eq!(nowhere, ["no-vpc"]);
    let unattached = codes(|stack, vpc| {
        let group = ApplicationTargetGroup::builder(stack, "Group").vpc(vpc).target_type(TargetType::Lambda).build();
        group.first_load_balancer_full_name();
    });
    assert_eq!(unattached, ["not-attached"]);
}

#[test]
fn network_target_groups_have_limits() {
    assert!(network_group(|it| it).is_empty());
    assert_eq!(network_group(|it| it.protocol(Protocol::Https)), ["network-protocol"]);
    for check in [
        HealthCheck::new().interval(Duration::seconds(4)),
        HealthCheck::new().healthy_threshold_count(1),
        HealthCheck::new().unhealthy_threshold_count(11),
        HealthCheck::new().protocol(Protocol::Udp),
        HealthCheck::new().protocol(Protocol::Tcp).path("/"),
        HealthCheck::new().protocol(Protocol::Tcp).timeout(Duration::seconds(1)),
        HealthCheck::new().interval(Duration::seconds(5)).timeout(Duration::seconds(6)),
    ] {
        assert_eq!(network_group(|it| it.health_check(check.clone())), ["health-check"], "{check:?}");
    }
}

#[test]
fn imports_offer_what_they_know() {
    let arn = |kind: &str| format!("arn:aws:elasticloadbalancing:eu-west-1:111111111111:{kind}");
    let unknown = codes(|stack, _| {
        let attributes = ApplicationLoadBalancerAttributes::new(arn("loadbalancer/app/a/1"), "sg-1");
        let balancer = ApplicationLoadBalancer::from_application_load_balancer_attributes(stack, "Alb", attributes);
        balancer.load_balancer_dns_name();
        let listener = balancer.add_listener("L", ApplicationListenerOptions::new().port(80));
        let targets = ApplicationTargetGroupOptions::new().port(80).target_type(TargetType::Ip);
        listener.add_targets("T", targets).build();
    });
    assert_eq!(unknown, ["not-imported", "no-vpc", "no-vpc"]);
    let network = codes(|stack, _| {
        let attributes = NetworkLoadBalancerAttributes::new(arn("loadbalancer/net/a/1"));
        let balancer = NetworkLoadBalancer::from_network_load_balancer_attributes(stack, "Nlb", attributes);
        balancer.load_balancer_canonical_hosted_zone_id();
        let listener = balancer.add_listener("L", NetworkListenerOptions::new(80));
        listener.add_targets("T", NetworkTargetGroupOptions::new(80).target_type(TargetType::Ip));
    });
    assert_eq!(network, ["not-imported", "no-vpc", "no-vpc"]);
    let targets = codes(|stack, _| {
        let attributes = TargetGroupAttributes::new(arn("targetgroup/a/1"));
        let group = ApplicationTargetGroup::from_target_group_attributes(stack, "A", attributes.clone());
        group.add_target(&IpTarget::new("10.0.0.1"));
        group.register_connectable(&Connections::new([]), None);
        let group = NetworkTargetGroup::from_target_group_attributes(stack, "N", attributes);
        group.add_target(&IpTarget::new("10.0.0.1"));
        ApplicationTargetGroup::from_target_group_attributes(stack, "Bad", TargetGroupAttributes::new("books"));
    });
    assert_eq!(targets, ["imported-target-group", "unknown-security-groups", "imported-target-group", "arn"]);
    let no_metrics = codes(|stack, _| {
        let attributes = TargetGroupAttributes::new(arn("targetgroup/a/1"));
        let group = ApplicationTargetGroup::from_target_group_attributes(stack, "A", attributes);
        let _ = group.metric_request_count();
        let attributes = NetworkLoadBalancerAttributes::new("books");
        let balancer = NetworkLoadBalancer::from_network_load_balancer_attributes(stack, "Nlb", attributes);
        let _ = balancer.metric_new_flow_count();
    });
    assert_eq!(no_metrics, ["not-attached", "arn"]);
    let no_port = codes(|stack, _| {
        let group = ApplicationTargetGroup::builder(stack, "G").target_type(TargetType::Lambda).build();
        group.register_connectable(&Connections::new([]), None);
    });
    assert_eq!(no_port, ["no-port"]);
}

#[test]
fn an_empty_target_group_says_what_its_targets_are() {
    let directory = tempfile::tempdir().unwrap();
    let app = App::builder().outdir(directory.path()).build();
    let stack = Stack::new(&app, "Stack");
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", VpcAttributes::new("vpc-1", ["a"]));
    ApplicationTargetGroup::builder(&stack, "Group").vpc(&vpc).port(80).build();
    app.synth().unwrap();
    let metadata = std::fs::read_to_string(directory.path().join("Stack.metadata.json")).unwrap();
    assert!(metadata.contains("[ack: elasticloadbalancingv2::no-target-type]"), "{metadata}");
}

#[test]
fn logs() {
    let found = codes(|stack, vpc| {
        let alb = ApplicationLoadBalancer::new(stack, "Alb", vpc);
        alb.log_access_logs(&Bucket::new(stack, "Bucket"), "");
    });
    assert_eq!(found, ["no-region"]);
    let found = codes(|stack, vpc| {
        let stack = Stack::builder(stack, "Other").env(Environment::new().region("eu-west-1")).build();
        let bucket = Bucket::builder(&stack, "Bucket").encryption_key(&Key::new(&stack, "Key")).build();
        ApplicationLoadBalancer::new(&stack, "Alb", vpc).log_connection_logs(&bucket, "");
        NetworkLoadBalancer::new(&stack, "Nlb", vpc).log_access_logs(&bucket, "");
        let imported = Bucket::from_bucket_name(&stack, "Old", "books");
        NetworkLoadBalancer::new(&stack, "N", vpc).log_access_logs(&imported, "");
    });
    assert_eq!(found, ["logs-encryption", "logs-policy"]);
}
