// Application load balancers: every option, listeners with rules, actions of each kind, certificates, mutual TLS options that need
// no trust store, redirects, targets of several types, health checks, stickiness, weighted groups, imports, tokens as ports.
import { Construct } from 'constructs';
import { CfnOutput, CfnParameter, Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';

const arn = (kind) => `arn:aws:elasticloadbalancing:us-east-1:111111111111:${kind}`;

export function build(app) {
  const stack = new Stack(app, 'Alb');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a', 'us-east-1b'],
    publicSubnetIds: ['subnet-000000a0', 'subnet-000000b0'], privateSubnetIds: ['subnet-000000a1', 'subnet-000000b1'],
  });
  const plain = new elb.ApplicationLoadBalancer(stack, 'Plain', { vpc });
  const full = new elb.ApplicationLoadBalancer(stack, 'Full', {
    vpc, internetFacing: true, loadBalancerName: 'full', deletionProtection: true, crossZoneEnabled: true, ipAddressType: elb.IpAddressType.DUAL_STACK,
    denyAllIgwTraffic: true, http2Enabled: false, idleTimeout: Duration.seconds(30), dropInvalidHeaderFields: true, desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
    preserveHostHeader: true, xAmznTlsVersionAndCipherSuiteHeaders: true, preserveXffClientPort: true, xffHeaderProcessingMode: elb.XffHeaderProcessingMode.PRESERVE,
    wafFailOpen: true, clientKeepAlive: Duration.minutes(5), minimumCapacityUnit: 150,
    securityGroup: new ec2.SecurityGroup(stack, 'Own', { vpc, allowAllOutbound: false }), vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, onePerAz: true },
  });
  full.setAttribute('routing.http2.enabled', 'true');
  full.removeAttribute('waf.fail_open.enabled');
  full.addSecurityGroup(ec2.SecurityGroup.fromSecurityGroupId(stack, 'More', 'sg-00000009'));
  full.addRedirect();
  full.addRedirect({ sourcePort: 8080, targetPort: 8443, open: false });
  new elb.ApplicationLoadBalancer(stack, 'NoIpv4', { vpc, internetFacing: true, ipAddressType: elb.IpAddressType.DUAL_STACK_WITHOUT_PUBLIC_IPV4 })
    .addListener('L', { port: 80, defaultAction: elb.ListenerAction.fixedResponse(404) });

  const http = plain.addListener('Http', { protocol: elb.ApplicationProtocol.HTTP });
  const first = http.addTargets('First', {
    port: 80, targets: [new elb.IpTarget('10.0.1.1'), new elb.IpTarget('10.0.1.2', 8080, 'all')], healthCheck: {
      path: '/health', interval: Duration.seconds(40), timeout: Duration.seconds(3), healthyHttpCodes: '200-299', healthyThresholdCount: 3,
      unhealthyThresholdCount: 4, port: '8081', protocol: elb.Protocol.HTTP, enabled: true,
    },
    stickinessCookieDuration: Duration.hours(1), deregistrationDelay: Duration.seconds(10), slowStart: Duration.seconds(60), targetGroupName: 'first',
    loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS, crossZoneEnabled: false,
    targetGroupHealth: { dnsMinimumHealthyTargetCount: 1, dnsMinimumHealthyTargetPercentage: 0, routingMinimumHealthyTargetCount: 2, routingMinimumHealthyTargetPercentage: 50 },
  });
  first.configureHealthCheck({ path: '/new' });
  const second = http.addTargets('Second', {
    protocol: elb.ApplicationProtocol.HTTPS, priority: 10, conditions: [elb.ListenerCondition.hostHeaders(['a.example.com']), elb.ListenerCondition.pathPatterns(['/x', '/y'])],
    targets: [new elb.InstanceTarget('i-1', 81)], stickinessCookieDuration: Duration.days(1), stickinessCookieName: 'books', protocolVersion: elb.ApplicationProtocolVersion.HTTP2,
  });
  const anomaly = new elb.ApplicationTargetGroup(stack, 'Anomaly', {
    vpc, port: 9000, protocol: elb.ApplicationProtocol.HTTP, targetType: elb.TargetType.IP, loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.WEIGHTED_RANDOM, enableAnomalyMitigation: true,
    ipAddressType: elb.TargetGroupIpAddressType.IPV6, protocolVersion: elb.ApplicationProtocolVersion.GRPC, healthCheck: { healthyGrpcCodes: '0-5' },
  });
  const lambda = new elb.ApplicationTargetGroup(stack, 'Lambda', { targetType: elb.TargetType.LAMBDA, multiValueHeadersEnabled: true });
  http.addAction('Weighted', {
    priority: 20, conditions: [elb.ListenerCondition.httpHeader('x', ['1', '2']), elb.ListenerCondition.httpRequestMethods(['GET']),
      elb.ListenerCondition.queryStrings([{ key: 'k', value: 'v' }, { value: 'w' }]), elb.ListenerCondition.sourceIps(['10.0.0.0/8'])],
    action: elb.ListenerAction.weightedForward([{ targetGroup: first, weight: 3 }, { targetGroup: second }], { stickinessDuration: Duration.minutes(1) }),
  });
  http.addTargetGroups('Groups', { priority: 30, conditions: [elb.ListenerCondition.pathPatterns(['/g'])], targetGroups: [anomaly, first] });
  http.addTargetGroups('Sticky', { priority: 31, conditions: [elb.ListenerCondition.pathPatterns(['/l'])], targetGroups: [lambda] });
  http.addAction('Fixed', { priority: 40, conditions: [elb.ListenerCondition.pathPatterns(['/f'])], action: elb.ListenerAction.fixedResponse(503, { contentType: 'text/plain', messageBody: 'later' }) });
  http.addAction('Away', { priority: 50, conditions: [elb.ListenerCondition.pathPatterns(['/r'])], action: elb.ListenerAction.redirect({ host: 'www.example.com', path: '/#{path}', query: 'a=b', port: '443', protocol: 'HTTPS', permanent: true }) });

  const certificates = ['one', 'two', 'three'].map((name) => elb.ListenerCertificate.fromArn(`arn:aws:acm:us-east-1:111111111111:certificate/${name}`));
  const https = full.addListener('Https', {
    port: 443, certificates: certificates.slice(0, 2), sslPolicy: elb.SslPolicy.TLS13_13, open: true,
    defaultAction: elb.ListenerAction.authenticateOidc({
      authorizationEndpoint: 'https://a', clientId: 'id', clientSecret: SecretValue.unsafePlainText('secret'), issuer: 'https://i', tokenEndpoint: 'https://t', userInfoEndpoint: 'https://u',
      sessionTimeout: Duration.hours(1), scope: 'openid', sessionCookieName: 'cookie', onUnauthenticatedRequest: elb.UnauthenticatedAction.DENY, authenticationRequestExtraParams: { display: 'page' },
      next: elb.ListenerAction.forward([first], { stickinessDuration: Duration.minutes(2) }),
    }),
    mutualAuthentication: { mutualAuthenticationMode: elb.MutualAuthenticationMode.PASS_THROUGH },
  });
  https.addCertificates('Extra', [certificates[2]]);
  https.setAttribute('routing.http.response.server.enabled', 'false');
  https.addAction('Jwt', {
    priority: 1, conditions: [elb.ListenerCondition.pathPatterns(['/jwt'])],
    action: elb.ListenerAction.authenticateJwt({ issuer: 'https://i', jwksEndpoint: 'https://i/jwks', next: elb.ListenerAction.forward([second]) }),
  });
  https.addAction('Oidc', {
    priority: 2, conditions: [elb.ListenerCondition.pathPatterns(['/oidc'])],
    action: elb.ListenerAction.authenticateOidc({
      authorizationEndpoint: 'https://a', clientId: 'id', clientSecret: SecretValue.unsafePlainText('secret'), issuer: 'https://i', tokenEndpoint: 'https://t', userInfoEndpoint: 'https://u',
      sessionTimeout: Duration.hours(2), allowHttpsOutbound: false, next: elb.ListenerAction.fixedResponse(200),
    }),
  });
  plain.addListener('Secure', { port: 8443, protocol: elb.ApplicationProtocol.HTTPS, open: false, defaultTargetGroups: [second],
    certificates: [elb.ListenerCertificate.fromCertificateManager(Certificate.fromCertificateArn(stack, 'Cert', 'arn:aws:acm:us-east-1:111111111111:certificate/four'))] });
  const rule = new elb.ApplicationListenerRule(stack, 'Rule', { listener: http, priority: 60, conditions: [elb.ListenerCondition.pathPatterns(['/own'])], targetGroups: [first] });
  rule.addCondition(elb.ListenerCondition.hostHeaders(['*.example.com']));

  // What can be connected to targets.
  const group = new ec2.SecurityGroup(stack, 'Target', { vpc });
  first.registerConnectable({ connections: new ec2.Connections({ securityGroups: [group] }) });
  second.registerConnectable({ connections: new ec2.Connections({ securityGroups: [group] }) }, ec2.Port.tcpRange(1, 5));

  const importedLb = elb.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'ImportedLb', {
    loadBalancerArn: arn('loadbalancer/app/lb/1'), securityGroupId: 'sg-00000001', vpc, loadBalancerDnsName: 'lb.example.com', loadBalancerCanonicalHostedZoneId: 'Z1',
  });
  importedLb.addListener('Added', { port: 81, protocol: elb.ApplicationProtocol.HTTP, defaultTargetGroups: [first] });
  const imported = elb.ApplicationListener.fromApplicationListenerAttributes(stack, 'ImportedListener', {
    listenerArn: arn('listener/app/lb/1/2'), securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'ImportedGroup', 'sg-00000002'), defaultPort: 82,
  });
  imported.addTargetGroups('More', { priority: 5, conditions: [elb.ListenerCondition.pathPatterns(['/more'])], targetGroups: [first] });
  imported.addAction('Answer', { priority: 6, conditions: [elb.ListenerCondition.pathPatterns(['/answer'])], action: elb.ListenerAction.fixedResponse(200) });
  imported.addCertificates('Certificates', certificates);
  const importedGroup = elb.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'ImportedTargets', { targetGroupArn: arn('targetgroup/books/3'), loadBalancerArns: arn('loadbalancer/app/lb/1') });
  http.addTargetGroups('Old', { priority: 70, conditions: [elb.ListenerCondition.pathPatterns(['/old'])], targetGroups: [importedGroup] });

  const port = new CfnParameter(stack, 'Port', { type: 'Number' });
  plain.addListener('Token', { port: port.valueAsNumber, protocol: elb.ApplicationProtocol.HTTP, defaultTargetGroups: [anomaly] });
  const out = new Construct(stack, 'Out');
  for (const [name, value] of Object.entries({
    Arn: plain.loadBalancerArn, Dns: plain.loadBalancerDnsName, Zone: plain.loadBalancerCanonicalHostedZoneId, FullName: plain.loadBalancerFullName, Name: plain.loadBalancerName,
    Listener: http.listenerArn, Target: first.targetGroupArn, TargetName: first.targetGroupName, TargetFull: first.targetGroupFullName, LbOfTarget: first.firstLoadBalancerFullName,
    Rule: rule.listenerRuleArn, ImportedName: importedGroup.targetGroupName, ImportedDns: importedLb.loadBalancerDnsName,
  })) new CfnOutput(out, name, { value });
}
