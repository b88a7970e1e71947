//! Rules of security groups: in the group and as resources, duplicates, tokens, connections within and across stacks.

use std::rc::Rc;

use aws_cdk_core::{App, CfnParameter, Stack};
use aws_cdk_ec2::{
    Connections, IVpc, Peer, Port, SecurityGroup, SecurityGroupImportOptions, SubnetGroupAttributes, Vpc, VpcAttributes,
};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Groups");
    let public = ["subnet-000000a0", "subnet-000000b0", "subnet-000000a1", "subnet-000000b1"];
    let attributes = VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
        .vpc_cidr_block("10.0.0.0/16")
        .public_subnets(
            SubnetGroupAttributes::new(public)
                .names(["Front", "Edge"])
                .route_table_ids(["rtb-1", "rtb-2", "rtb-3", "rtb-4"]),
        )
        .isolated_subnets(
            SubnetGroupAttributes::new(["subnet-000000c0", "subnet-000000d0"])
                .ipv4_cidr_blocks(["10.0.1.0/24", "10.0.2.0/24"]),
        );
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let open = SecurityGroup::new(&stack, "Open", &vpc);
    open.add_egress_rule(&Peer::any_ipv4(), Port::tcp(80), None);
    open.add_egress_rule(&Peer::ipv6("2001:db8::/32"), Port::tcp(80), None);
    let closed = SecurityGroup::builder(&stack, "Closed", &vpc)
        .allow_all_outbound(false)
        .allow_all_ipv6_outbound(true)
        .description("closed")
        .build();
    let empty = SecurityGroup::builder(&stack, "Empty", &vpc).allow_all_outbound(false).build();
    let both = SecurityGroup::builder(&stack, "Both", &vpc).allow_all_ipv6_outbound(true).build();

    rules(&stack, &vpc, &closed, &both);

    open.connections().allow_from(&closed, Port::tcp(5432), Some("database"));
    closed.connections().allow_internally(Port::all_traffic(), None);
    open.connections().allow_internally(Port::tcp(9), Some("gossip"));
    closed.connections().allow_to_any_ipv4(Port::tcp(25), None);
    open.connections().allow_from_any_ipv4(Port::tcp(443), Some("public"));
    let listening = Connections::new([Rc::new(both) as Rc<_>]).with_default_port(Port::tcp(3306));
    listening.allow_default_port_from(&closed, Some("mysql"));
    listening.allow_default_port_internally(None);
    listening.allow_default_port_from_any_ipv4(None);
    listening.allow_default_port_to(&empty, None);
    closed.connections().allow_to_default_port(&listening, Some("to mysql"));
    listening.add_security_group(Rc::new(empty.clone()));

    let off = SecurityGroup::builder(&stack, "Off", &vpc).disable_inline_rules(true).build();
    off.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(80), None);
    off.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(80), Some("twice"));
    let off_closed = SecurityGroup::builder(&stack, "OffClosed", &vpc)
        .disable_inline_rules(true)
        .allow_all_outbound(false)
        .build();
    off_closed.add_egress_rule(&Peer::ipv4("10.0.0.0/24"), Port::tcp(80), None);
    SecurityGroup::builder(&stack, "OffEmpty", &vpc)
        .disable_inline_rules(true)
        .allow_all_outbound(false)
        .allow_all_ipv6_outbound(true)
        .build();

    imported(&stack);

    let other = Stack::new(app, "OtherGroups");
    let far =
        SecurityGroup::builder(&other, "Far", &vpc).allow_all_outbound(false).security_group_name("far").build();
    far.connections().allow_from(&open, Port::tcp(8080), Some("from the other stack"));
    far.connections().allow_to(&empty, Port::tcp(8081), None);
}

fn rules(stack: &Stack, vpc: &impl IVpc, closed: &SecurityGroup, both: &SecurityGroup) {
    closed.add_ingress_rule(&Peer::ipv4("10.0.0.0/8"), Port::tcp(443), None);
    closed.add_ingress_rule(&Peer::ipv4("10.0.0.0/8"), Port::tcp(443), Some("again with another description"));
    closed.add_ingress_rule(&Peer::any_ipv6(), Port::udp(53), Some("dns"));
    closed.add_ingress_rule(&Peer::prefix_list("pl-00000001"), Port::tcp_range(8000, 8010), None);
    let partner = Peer::security_group_id("sg-12345678").owner("222222222222");
    closed.add_ingress_rule(&partner, Port::all_tcp(), None);
    closed.add_egress_rule(&partner, Port::all_udp(), None);
    closed.add_egress_rule(&Peer::prefix_list("pl-00000001"), Port::all_icmp(), None);
    closed.add_egress_rule(&Peer::ipv4("192.0.2.1/32"), Port::icmp_ping(), None);
    closed.add_egress_rule(&Peer::ipv4("192.0.2.1/32"), Port::icmp_ping(), None);
    closed.add_egress_rule(&Peer::ipv4("192.0.2.2/32"), Port::icmp_type_and_code(3, 4), Some("path"));
    let cidr = CfnParameter::new(stack, "Cidr").value_as_string();
    let port = CfnParameter::builder(stack, "Port").parameter_type("Number").build().value_as_number();
    both.add_ingress_rule(&Peer::ipv4(&cidr), Port::tcp(1), None);
    both.add_ingress_rule(&Peer::ipv4(&cidr), Port::tcp(1), None);
    both.add_ingress_rule(&Peer::ipv4("10.1.0.0/16"), Port::tcp(port.clone()), None);
    both.add_ingress_rule(&Peer::ipv4(&cidr), Port::udp_range(port, 100), None);
    let list = CfnParameter::new(stack, "List").value_as_string();
    both.add_ingress_rule(&Peer::prefix_list(list), Port::esp(), None);
    both.add_ingress_rule(&Peer::prefix_list(cidr), Port::ah(), None);
    both.add_ingress_rule(&Peer::ipv4(vpc.vpc_cidr_block()), Port::all_traffic(), None);
    both.add_ingress_rule(&Peer::any_ipv4(), Port::all_icmp_v6(), None);
}

fn imported(stack: &Stack) {
    let mutable = SecurityGroup::from_security_group_id(stack, "Mutable", "sg-00000001");
    mutable.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(1), None);
    mutable.add_egress_rule(&Peer::any_ipv4(), Port::tcp(2), None);
    let options = SecurityGroupImportOptions::new().allow_all_outbound(false);
    let strict = SecurityGroup::from_security_group_id_with(stack, "Strict", "sg-00000002", options);
    strict.add_egress_rule(&Peer::ipv4("10.0.0.0/16"), Port::tcp(3), None);
    let options = SecurityGroupImportOptions::new().mutable(false);
    let fixed = SecurityGroup::from_security_group_id_with(stack, "Fixed", "sg-00000003", options);
    fixed.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(4), None);
    mutable.connections().allow_from(&strict, Port::tcp(5), None);
    fixed.connections().allow_to(&mutable, Port::tcp(6), None);
}
