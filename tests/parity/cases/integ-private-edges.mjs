// Private integrations at their edges: default integrations of APIs behind load balancers and Cloud Map in a whole VPC, the load
// balancer in another stack than the API, routes of an imported API, several VPCs behind one API, links given and made by
// default at once, actions replaced, integrations shared by routes, isolated subnets, a nested VPC link.
import { CfnOutput, Duration, NestedStack, Stack, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, MappingValue, ParameterMapping, VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAlbIntegration, HttpNlbIntegration, HttpServiceDiscoveryIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sd from 'aws-cdk-lib/aws-servicediscovery';

export const context = { '@aws-cdk/aws-ec2:restrictDefaultSecurityGroup': false };

export function build(app) {
  const alb = new Stack(app, 'private-alb');
  Tags.of(alb).add('team', 'books');
  const albVpc = new ec2.Vpc(alb, 'Network');
  const balancer = new elb.ApplicationLoadBalancer(alb, 'Balancer', { vpc: albVpc });
  const albListener = balancer.addListener('Web', { port: 80 });
  albListener.addTargets('Books', { port: 80 });
  albListener.addAction('Instead', { action: elb.ListenerAction.fixedResponse(200) });
  const albApi = new HttpApi(alb, 'Front', { defaultIntegration: new HttpAlbIntegration('Base', albListener) });
  new CfnOutput(alb, 'Url', { value: albApi.url });

  const nlb = new Stack(app, 'private-nlb');
  const nlbVpc = new ec2.Vpc(nlb, 'Network', { natGateways: 1 });
  const nlbListener = new elb.NetworkLoadBalancer(nlb, 'Balancer', { vpc: nlbVpc, internetFacing: true }).addListener('Tcp', { port: 80 });
  nlbListener.addTargets('Books', { port: 80 });
  const nlbApi = new HttpApi(nlb, 'Front', { defaultIntegration: new HttpNlbIntegration('Base', nlbListener, { timeout: Duration.seconds(20) }) });
  const shared = new HttpNlbIntegration('Shared', nlbListener, { method: HttpMethod.GET });
  nlbApi.addRoutes({ path: '/a', methods: [HttpMethod.GET], integration: shared });
  nlbApi.addRoutes({ path: '/b/{id}', methods: [HttpMethod.GET, HttpMethod.HEAD], integration: shared });

  const names = new Stack(app, 'private-names');
  const namesVpc = new ec2.Vpc(names, 'Network', { maxAzs: 1 });
  const link = new VpcLink(names, 'Link', { vpc: namesVpc });
  const service = new sd.PrivateDnsNamespace(names, 'Names', { name: 'books.local', vpc: namesVpc }).createService('Service');
  new HttpApi(names, 'Front', { defaultIntegration: new HttpServiceDiscoveryIntegration('Base', service, { vpcLink: link }) });

  // The API in another stack than what is behind it, and two VPCs.
  const front = new Stack(app, 'private-front');
  const api = new HttpApi(front, 'Api');
  api.addRoutes({ path: '/alb', integration: new HttpAlbIntegration('Alb', albListener) });
  api.addRoutes({ path: '/nlb', integration: new HttpNlbIntegration('Nlb', nlbListener, { secureServerName: 'x.example.com' }) });
  api.addRoutes({ path: '/names', integration: new HttpServiceDiscoveryIntegration('Names', service, { vpcLink: link, parameterMapping: new ParameterMapping().appendHeader('x', MappingValue.custom('y')) }) });
  api.addRoutes({ path: '/given', integration: new HttpAlbIntegration('Given', albListener, { vpcLink: link }) });
  const again = api.addVpcLink({ vpc: nlbVpc });
  new CfnOutput(front, 'Again', { value: again.vpcLinkId });

  // An imported API; a link in isolated subnets, and one that grows in a nested stack.
  const more = new Stack(app, 'private-more');
  const imported = HttpApi.fromHttpApiAttributes(more, 'Imported', { httpApiId: 'api-1' });
  const isolated = ec2.Vpc.fromVpcAttributes(more, 'Isolated', {
    vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a'], isolatedSubnetIds: ['subnet-00000001'], privateSubnetIds: ['subnet-00000002'],
  });
  const internal = new elb.ApplicationLoadBalancer(more, 'Balancer', { vpc: isolated, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
  const listener = internal.addListener('L', { port: 8080, open: false, defaultAction: elb.ListenerAction.fixedResponse(204) });
  new HttpRoute(more, 'Route', { httpApi: imported, routeKey: HttpRouteKey.with('/x', HttpMethod.GET), integration: new HttpAlbIntegration('X', listener) });
  new HttpRoute(more, 'Other', { httpApi: imported, routeKey: HttpRouteKey.with('/y', HttpMethod.GET), integration: new HttpAlbIntegration('Y', listener, { method: HttpMethod.DELETE }) });
  const group = new ec2.SecurityGroup(more, 'Group', { vpc: isolated });
  internal.connections.allowFrom(group, ec2.Port.tcp(8080), 'from the link');
  const nested = new NestedStack(more, 'Nested');
  const grown = new VpcLink(new Construct(nested, 'Deep'), 'Link', { vpc: isolated, subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED, onePerAz: true } });
  grown.addSecurityGroups(group);
  imported.addVpcLink({ vpc: isolated });
}
