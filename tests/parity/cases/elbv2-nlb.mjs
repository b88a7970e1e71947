// Network load balancers: every option, listeners with certificates, weighted groups, UDP, subnet mappings, imports.
import { Construct } from 'constructs';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';

const arn = (kind) => `arn:aws:elasticloadbalancing:us-east-1:111111111111:${kind}`;

export function build(app) {
  const stack = new Stack(app, 'Nlb');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a', 'us-east-1b'],
    publicSubnetIds: ['subnet-000000a0', 'subnet-000000b0'], privateSubnetIds: ['subnet-000000a1', 'subnet-000000b1'],
  });
  const full = new elb.NetworkLoadBalancer(stack, 'Full', {
    vpc, internetFacing: true, loadBalancerName: 'full', deletionProtection: true, crossZoneEnabled: false, ipAddressType: elb.IpAddressType.DUAL_STACK, denyAllIgwTraffic: false,
    clientRoutingPolicy: elb.ClientRoutingPolicy.PARTIAL_AVAILABILITY_ZONE_AFFINITY, zonalShift: true, enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false,
    enablePrefixForIpv6SourceNat: true, minimumCapacityUnit: 5500, securityGroups: [new ec2.SecurityGroup(stack, 'Own', { vpc })],
  });
  full.addListener('Udp', { port: 53, protocol: elb.Protocol.UDP }).addTargets('Dns', { port: 53, targets: [new elb.IpTarget('10.0.1.1')] });
  const mapped = new elb.NetworkLoadBalancer(stack, 'Mapped', {
    vpc, subnetMappings: [{ subnet: vpc.privateSubnets[0], privateIpv4Address: '10.0.1.10' }, { subnet: vpc.privateSubnets[1], ipv6Address: '2001:db8::1' }],
  });
  new elb.NetworkLoadBalancer(stack, 'Public', {
    vpc, internetFacing: true, disableSecurityGroups: true, subnetMappings: [{ subnet: vpc.publicSubnets[0], allocationId: 'eipalloc-1' }],
  });
  const bare = new elb.NetworkLoadBalancer(stack, 'Bare', { vpc, disableSecurityGroups: true });
  bare.addSecurityGroup(ec2.SecurityGroup.fromSecurityGroupId(stack, 'Later', 'sg-00000003'));

  const one = new elb.NetworkTargetGroup(stack, 'One', {
    vpc, port: 80, protocol: elb.Protocol.TCP_UDP, targetType: elb.TargetType.INSTANCE, proxyProtocolV2: true, preserveClientIp: false, connectionTermination: true, targetGroupName: 'one',
    deregistrationDelay: Duration.seconds(7), targets: [new elb.InstanceTarget('i-1')],
    healthCheck: { protocol: elb.Protocol.HTTP, path: '/up', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 2 },
  });
  const two = new elb.NetworkTargetGroup(stack, 'Two', { vpc, port: 81, targetType: elb.TargetType.ALB });
  const certificates = ['one', 'two', 'three'].map((name) => elb.ListenerCertificate.fromArn(`arn:aws:acm:us-east-1:111111111111:certificate/${name}`));
  const tls = mapped.addListener('Tls', { port: 443, certificates, alpnPolicy: elb.AlpnPolicy.HTTP2_ONLY, defaultTargetGroups: [one, two] });
  mapped.addListener('Weighted', { port: 444, tcpIdleTimeout: Duration.minutes(2),
    defaultAction: elb.NetworkListenerAction.weightedForward([{ targetGroup: one, weight: 2 }, { targetGroup: two }], { stickinessDuration: Duration.hours(1) }) });
  mapped.addListener('Ssl', { port: 445, protocol: elb.Protocol.TLS, certificates: [certificates[0]], sslPolicy: elb.SslPolicy.TLS12, defaultAction: elb.NetworkListenerAction.forward([one]) });
  const later = mapped.addListener('Later', { port: 446 });
  later.addAction('Act', { action: elb.NetworkListenerAction.forward([two], { stickinessDuration: Duration.minutes(3) }) });
  later.addCertificates('More', [certificates[1]]);
  const grown = bare.addListener('Grown', { port: 447 });
  grown.addTargets('Targets', { port: 8080, proxyProtocolV2: false, preserveClientIp: true, targetGroupName: 'grown', healthCheck: { port: '99' } });

  const importedLb = elb.NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'ImportedLb', {
    loadBalancerArn: arn('loadbalancer/net/lb/1'), vpc, loadBalancerDnsName: 'lb.example.com', loadBalancerCanonicalHostedZoneId: 'Z1', loadBalancerSecurityGroups: ['sg-00000005'],
  });
  importedLb.addListener('Added', { port: 81 }).addTargets('T', { port: 82 });
  importedLb.connections.allowFromAnyIpv4(ec2.Port.tcp(81));
  const importedGroup = elb.NetworkTargetGroup.fromTargetGroupAttributes(stack, 'ImportedTargets', { targetGroupArn: arn('targetgroup/books/3') });
  importedLb.addListener('Old', { port: 83, defaultTargetGroups: [importedGroup] });
  const out = new Construct(stack, 'Out');
  for (const [name, value] of Object.entries({
    Dns: full.loadBalancerDnsName, Tls: tls.listenerArn, One: one.targetGroupArn, LbOfTarget: one.firstLoadBalancerFullName, ImportedName: importedGroup.targetGroupName,
  })) new CfnOutput(out, name, { value });
}
