// Cloud Map: namespaces of each kind, services with every option, instances of each kind, imports.
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NetworkLoadBalancer, ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sd from 'aws-cdk-lib/aws-servicediscovery';

export function build(app) {
  const stack = new Stack(app, 'CloudMap');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a', 'us-east-1b'], privateSubnetIds: ['subnet-0000000a', 'subnet-0000000b'],
  });
  const http = new sd.HttpNamespace(stack, 'Http', { name: 'http', description: 'by HTTP' });
  const dns = new sd.PrivateDnsNamespace(stack, 'Private', { name: 'inside.local', vpc });
  const open = new sd.PublicDnsNamespace(stack, 'Public', { name: 'example.com', description: 'public' });
  const plain = http.createService('Plain', { description: 'plain', name: 'plain', customHealthCheck: { failureThreshold: 2 } });
  plain.registerNonIpInstance('Non', { customAttributes: { dns: 'x', port: '1' } });
  plain.registerNonIpInstance('Named', { customAttributes: { a: 'b' }, instanceId: 'named' });
  plain.registerIpInstance('Ip', { ipv4: '10.0.0.1', port: 8080 });
  http.createService('Bare');
  const a = dns.createService('A', { dnsRecordType: sd.DnsRecordType.A, dnsTtl: Duration.seconds(30), routingPolicy: sd.RoutingPolicy.MULTIVALUE });
  a.registerIpInstance('One', { ipv4: '10.0.0.2', instanceId: 'one', customAttributes: { b: '1', a: '2' } });
  const both = dns.createService('Both', { dnsRecordType: sd.DnsRecordType.A_AAAA, loadBalancer: true });
  both.registerLoadBalancer('Alb', new ApplicationLoadBalancer(stack, 'Lb', { vpc }), { shard: '1' });
  const srv = dns.createService('Srv', { dnsRecordType: sd.DnsRecordType.SRV, customHealthCheck: {} });
  srv.registerIpInstance('One', { ipv4: '10.0.0.3', ipv6: '2001:db8::1', port: 80 });
  const checked = open.createService('Checked', {
    dnsRecordType: sd.DnsRecordType.A, healthCheck: { type: sd.HealthCheckType.HTTPS, resourcePath: '/up', failureThreshold: 3 }, name: 'checked', dnsTtl: Duration.minutes(5),
  });
  checked.registerIpInstance('V', { ipv4: '192.0.2.1' });
  open.createService('Tcp', { healthCheck: { type: sd.HealthCheckType.TCP }, routingPolicy: sd.RoutingPolicy.WEIGHTED });
  open.createService('DefaultHttp', { healthCheck: {} });
  const cname = open.createService('Cname', { dnsRecordType: sd.DnsRecordType.CNAME });
  cname.registerCnameInstance('Other', { instanceCname: 'service.example.org', customAttributes: { c: 'd' } });
  open.createService('Api', { discoveryType: sd.DiscoveryType.API });
  const own = new sd.Service(stack, 'Own', { namespace: dns, name: 'own', discoveryType: sd.DiscoveryType.DNS_AND_API });
  new sd.IpInstance(stack, 'OwnInstance', { service: own, ipv4: '10.0.0.9' });
  const nlb = new NetworkLoadBalancer(stack, 'Nlb', { vpc });
  new sd.AliasTargetInstance(stack, 'Alias', { service: dns.createService('ForAlias', { loadBalancer: true }), dnsName: nlb.loadBalancerDnsName });

  const importedHttp = sd.HttpNamespace.fromHttpNamespaceAttributes(stack, 'ImportedHttp', { namespaceArn: 'arn:aws:servicediscovery:us-east-1:111111111111:namespace/ns-1', namespaceId: 'ns-1', namespaceName: 'old' });
  new sd.Service(stack, 'InImported', { namespace: importedHttp });
  const importedDns = sd.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'ImportedDns', { namespaceArn: 'arn:aws:servicediscovery:us-east-1:111111111111:namespace/ns-2', namespaceId: 'ns-2', namespaceName: 'old.local' });
  const inDns = new sd.Service(stack, 'InImportedDns', { namespace: importedDns, dnsTtl: Duration.seconds(0) });
  const imported = sd.Service.fromServiceAttributes(stack, 'Imported', {
    namespace: importedDns, serviceName: 'old', serviceId: 'srv-1', serviceArn: 'arn:aws:servicediscovery:us-east-1:111111111111:service/srv-1', dnsRecordType: sd.DnsRecordType.A, routingPolicy: sd.RoutingPolicy.MULTIVALUE, discoveryType: sd.DiscoveryType.DNS_AND_API,
  });
  new sd.IpInstance(stack, 'InOld', { service: imported, ipv4: '10.0.0.11' });
  const out = new Construct(stack, 'Out');
  for (const [name, value] of Object.entries({ Arn: http.namespaceArn, Id: dns.namespaceId, Name: open.namespaceName, Zone: dns.namespaceHostedZoneId, Attr: open.publicDnsNamespaceId,
    Service: plain.serviceArn, ServiceId: a.serviceId, ServiceName: srv.serviceName, In: inDns.serviceId })) new CfnOutput(out, name, { value });
}
