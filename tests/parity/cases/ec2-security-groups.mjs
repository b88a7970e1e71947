// Rules of security groups: inline and as resources, duplicates, tokens, all traffic, IPv6, prefix lists, connections within a
// stack and across stacks, default ports, rules without inlining, imported groups that may and may not change.
import { CfnParameter, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

const { Peer, Port, SecurityGroup } = ec2;

export function build(app) {
  const stack = new Stack(app, 'Groups');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-00000001', vpcCidrBlock: '10.0.0.0/16', availabilityZones: ['us-east-1a', 'us-east-1b'],
    publicSubnetIds: ['subnet-000000a0', 'subnet-000000b0', 'subnet-000000a1', 'subnet-000000b1'], publicSubnetNames: ['Front', 'Edge'],
    publicSubnetRouteTableIds: ['rtb-1', 'rtb-2', 'rtb-3', 'rtb-4'],
    isolatedSubnetIds: ['subnet-000000c0', 'subnet-000000d0'], isolatedSubnetIpv4CidrBlocks: ['10.0.1.0/24', '10.0.2.0/24'],
  });
  const open = new SecurityGroup(stack, 'Open', { vpc });
  open.addEgressRule(Peer.anyIpv4(), Port.tcp(80));
  open.addEgressRule(Peer.ipv6('2001:db8::/32'), Port.tcp(80));
  const closed = new SecurityGroup(stack, 'Closed', { vpc, allowAllOutbound: false, allowAllIpv6Outbound: true, description: 'closed' });
  const empty = new SecurityGroup(stack, 'Empty', { vpc, allowAllOutbound: false });
  const both = new SecurityGroup(stack, 'Both', { vpc, allowAllIpv6Outbound: true });

  closed.addIngressRule(Peer.ipv4('10.0.0.0/8'), Port.tcp(443));
  closed.addIngressRule(Peer.ipv4('10.0.0.0/8'), Port.tcp(443), 'again with another description');
  closed.addIngressRule(Peer.anyIpv6(), Port.udp(53), 'dns');
  closed.addIngressRule(Peer.prefixList('pl-00000001'), Port.tcpRange(8000, 8010));
  closed.addIngressRule(Peer.securityGroupId('sg-12345678', '222222222222'), Port.allTcp());
  closed.addEgressRule(Peer.securityGroupId('sg-12345678', '222222222222'), Port.allUdp());
  closed.addEgressRule(Peer.prefixList('pl-00000001'), Port.allIcmp());
  closed.addEgressRule(Peer.ipv4('192.0.2.1/32'), Port.icmpPing());
  closed.addEgressRule(Peer.ipv4('192.0.2.1/32'), Port.icmpPing());
  closed.addEgressRule(Peer.ipv4('192.0.2.2/32'), Port.icmpTypeAndCode(3, 4), 'path');
  const cidr = new CfnParameter(stack, 'Cidr').valueAsString;
  const port = new CfnParameter(stack, 'Port', { type: 'Number' }).valueAsNumber;
  both.addIngressRule(Peer.ipv4(cidr), Port.tcp(1));
  both.addIngressRule(Peer.ipv4(cidr), Port.tcp(1));
  both.addIngressRule(Peer.ipv4('10.1.0.0/16'), Port.tcp(port));
  both.addIngressRule(Peer.ipv4(cidr), Port.udpRange(port, 100));
  both.addIngressRule(Peer.prefixList(new CfnParameter(stack, 'List').valueAsString), Port.esp());
  both.addIngressRule(Peer.prefixList(cidr), Port.ah());
  both.addIngressRule(Peer.ipv4(vpc.vpcCidrBlock), Port.allTraffic());
  both.addIngressRule(Peer.anyIpv4(), Port.allIcmpV6());

  open.connections.allowFrom(closed, Port.tcp(5432), 'database');
  closed.connections.allowInternally(Port.allTraffic());
  open.connections.allowInternally(Port.tcp(9), 'gossip');
  closed.connections.allowToAnyIpv4(Port.tcp(25));
  open.connections.allowFromAnyIpv4(Port.tcp(443), 'public');
  const listening = new ec2.Connections({ securityGroups: [both], defaultPort: Port.tcp(3306) });
  listening.allowDefaultPortFrom(closed, 'mysql');
  listening.allowDefaultPortInternally();
  listening.allowDefaultPortFromAnyIpv4();
  listening.allowDefaultPortTo(empty);
  closed.connections.allowToDefaultPort({ connections: listening }, 'to mysql');
  listening.addSecurityGroup(empty);

  const off = new SecurityGroup(stack, 'Off', { vpc, disableInlineRules: true });
  off.addIngressRule(Peer.anyIpv4(), Port.tcp(80));
  off.addIngressRule(Peer.anyIpv4(), Port.tcp(80), 'twice');
  const offClosed = new SecurityGroup(stack, 'OffClosed', { vpc, disableInlineRules: true, allowAllOutbound: false });
  offClosed.addEgressRule(Peer.ipv4('10.0.0.0/24'), Port.tcp(80));
  new SecurityGroup(stack, 'OffEmpty', { vpc, disableInlineRules: true, allowAllOutbound: false, allowAllIpv6Outbound: true });

  const mutable = SecurityGroup.fromSecurityGroupId(stack, 'Mutable', 'sg-00000001');
  mutable.addIngressRule(Peer.anyIpv4(), Port.tcp(1));
  mutable.addEgressRule(Peer.anyIpv4(), Port.tcp(2));
  const strict = SecurityGroup.fromSecurityGroupId(stack, 'Strict', 'sg-00000002', { allowAllOutbound: false });
  strict.addEgressRule(Peer.ipv4('10.0.0.0/16'), Port.tcp(3));
  const fixed = SecurityGroup.fromSecurityGroupId(stack, 'Fixed', 'sg-00000003', { mutable: false });
  fixed.addIngressRule(Peer.anyIpv4(), Port.tcp(4));
  mutable.connections.allowFrom(strict, Port.tcp(5));
  fixed.connections.allowTo(mutable, Port.tcp(6));

  const other = new Stack(app, 'OtherGroups');
  const far = new SecurityGroup(other, 'Far', { vpc, allowAllOutbound: false, securityGroupName: 'far' });
  far.connections.allowFrom(open, Port.tcp(8080), 'from the other stack');
  far.connections.allowTo(empty, Port.tcp(8081));
}
