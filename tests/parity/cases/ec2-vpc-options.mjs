// Options of VPCs: subnet configurations with masks, reserved and isolated groups, few or no NAT gateways and where they go,
// zones and reserved zones, no internet gateway, dual stack, IPAM, endpoints, VPN gateway, flow logs, tags of subnets.
import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

export const context = {
  '@aws-cdk/aws-ec2:restrictDefaultSecurityGroup': false,
  'availability-zones:account=111111111111:region=eu-west-1': ['eu-west-1a', 'eu-west-1b', 'eu-west-1c', 'eu-west-1d'],
};

const { SubnetType, Vpc } = ec2;

export function build(app) {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const stack = new Stack(app, 'VpcOptions', { env });
  const mixed = new Vpc(stack, 'Mixed', {
    ipAddresses: ec2.IpAddresses.cidr('10.1.7.0/20'),
    maxAzs: 2,
    vpcName: 'mixed',
    enableDnsHostnames: false,
    enableDnsSupport: true,
    defaultInstanceTenancy: ec2.DefaultInstanceTenancy.DEDICATED,
    natGateways: 1,
    natGatewaySubnets: { subnetGroupName: 'Second' },
    subnetConfiguration: [
      { name: 'First', subnetType: SubnetType.PUBLIC, cidrMask: 26, mapPublicIpOnLaunch: false },
      { name: 'Held', subnetType: SubnetType.PRIVATE_WITH_EGRESS, reserved: true, cidrMask: 27 },
      { name: 'Second', subnetType: SubnetType.PUBLIC },
      { name: 'App', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
      { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED },
    ],
    gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    flowLogs: { All: {} },
  });
  Tags.of(mixed.isolatedSubnets[0]).add('data', 'yes');
  mixed.addGatewayEndpoint('Dynamo', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB, subnets: [{ subnetType: SubnetType.PRIVATE_ISOLATED }] });
  const sqs = mixed.addInterfaceEndpoint('Sqs', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
  mixed.addInterfaceEndpoint('Lambda', {
    service: ec2.InterfaceVpcEndpointAwsService.LAMBDA, open: false, privateDnsEnabled: false, subnets: { subnetGroupName: 'Data' },
    ipAddressType: ec2.VpcEndpointIpAddressType.IPV4, dnsRecordIpType: ec2.VpcEndpointDnsRecordIpType.IPV4,
  }).connections.allowDefaultPortFromAnyIpv4('all');
  mixed.addInterfaceEndpoint('Own', { service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.eu-west-1.vpce-svc-1', 8443) });
  new CfnOutput(stack, 'SqsId', { value: sqs.vpcEndpointId });
  for (const [name, selection] of Object.entries({
    Default: {}, Public: { subnetType: SubnetType.PUBLIC, onePerAz: true }, Group: { subnetGroupName: 'Data' },
    Zones: { availabilityZones: ['eu-west-1b'] },
    Mask: { subnetType: SubnetType.PUBLIC, subnetFilters: [ec2.SubnetFilter.byCidrMask(26)] },
    Ip: { subnetType: SubnetType.PUBLIC, subnetFilters: [ec2.SubnetFilter.containsIpAddresses(['10.1.0.70'])] },
    Range: { subnetFilters: [ec2.SubnetFilter.byCidrRanges(['10.1.0.0/23', '10.1.2.0/23'])] },
  })) {
    new CfnOutput(stack, `Select${name}`, { value: mixed.selectSubnets(selection).subnetIds.join(',') + ';' });
  }

  new Vpc(stack, 'NoNat', { natGateways: 0, availabilityZones: ['eu-west-1c', 'eu-west-1a'], reservedAzs: 2 });
  new Vpc(stack, 'Isolated', { maxAzs: 1, subnetConfiguration: [{ name: 'Only', subnetType: SubnetType.PRIVATE_ISOLATED }] });
  new Vpc(stack, 'NoGateway', { maxAzs: 1, createInternetGateway: false });
  new Vpc(stack, 'Empty', { subnetConfiguration: [] });
  const dual = new Vpc(stack, 'Dual', { maxAzs: 2, natGateways: 1, ipProtocol: ec2.IpProtocol.DUAL_STACK, subnetConfiguration: [
    { name: 'Pub', subnetType: SubnetType.PUBLIC, ipv6AssignAddressOnCreation: false },
    { name: 'Priv', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    { name: 'Iso', subnetType: SubnetType.PRIVATE_ISOLATED },
  ] });
  dual.privateSubnets[0].addIpv6Nat64Route?.('nat-1');
  new Vpc(stack, 'Ipam', {
    maxAzs: 2,
    ipAddresses: ec2.IpAddresses.awsIpamAllocation({ ipv4IpamPoolId: 'pool-1', ipv4NetmaskLength: 18, defaultSubnetIpv4NetmaskLength: 24 }),
  });
  new Vpc(stack, 'Nat', {
    maxAzs: 2, natGateways: 5,
    natGatewayProvider: ec2.NatProvider.gateway({ eipAllocationIds: ['eipalloc-1', 'eipalloc-2', 'eipalloc-3'], maxDrainDuration: Duration.minutes(2) }),
  });
  new Vpc(stack, 'Regional', { maxAzs: 2, natGatewayProvider: ec2.NatProvider.regionalGateway() });
  new Vpc(stack, 'Vpn', { maxAzs: 1, natGateways: 0, vpnGateway: true, vpnGatewayAsn: 65000, vpnRoutePropagation: [{ subnetType: SubnetType.PRIVATE_ISOLATED }] });
  new CfnOutput(stack, 'MixedCidr', { value: mixed.vpcCidrBlock });
  new CfnOutput(stack, 'MixedArn', { value: mixed.vpcArn });
  new CfnOutput(stack, 'MixedDefault', { value: mixed.vpcDefaultSecurityGroup });
  new CfnOutput(stack, 'Zones', { value: mixed.availabilityZones.join(',') });

  // Zones that must be looked up first.
  const unknown = new Stack(app, 'UnknownZones', { env: { account: '222222222222', region: 'us-west-2' } });
  new Vpc(unknown, 'Vpc', { maxAzs: 2 });
  new Vpc(unknown, 'Again', { maxAzs: 1, natGateways: 0 });

  // Constructs of subnets by themselves.
  const own = new Stack(app, 'OwnSubnets');
  const subnet = new ec2.PublicSubnet(own, 'Public', { vpcId: 'vpc-00000001', availabilityZone: 'us-east-1a', cidrBlock: '10.0.0.0/24', mapPublicIpOnLaunch: true });
  subnet.addNatGateway();
  const inner = new ec2.PrivateSubnet(own, 'Private', { vpcId: 'vpc-00000001', availabilityZone: 'us-east-1a', cidrBlock: '10.0.1.0/24' });
  inner.addRoute('Peering', { routerType: ec2.RouterType.VPC_PEERING_CONNECTION, routerId: 'pcx-1', destinationCidrBlock: '10.9.0.0/16' });
  inner.addRoute('V6', { routerType: ec2.RouterType.GATEWAY, routerId: 'igw-1', destinationIpv6CidrBlock: '::/0', enablesInternetConnectivity: true });
  inner.addDefaultNatRoute('nat-1');
  new ec2.Subnet(own, 'Plain', { vpcId: 'vpc-00000001', availabilityZone: 'us-east-1b', cidrBlock: '10.0.2.0/24' });

  // An agnostic stack has tokens for zones.
  const agnostic = new Stack(app, 'Agnostic');
  const tokens = new Vpc(agnostic, 'Vpc', { maxAzs: 5, natGateways: 1 });
  new CfnOutput(agnostic, 'One', { value: tokens.selectSubnets({ onePerAz: true }).subnetIds.join(',') });
}
