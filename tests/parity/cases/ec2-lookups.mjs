// VPCs and security groups that are looked up: known from context, and asked for in the manifest.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

export const context = {
  'vpc-provider:account=111111111111:filter.isDefault=true:region=eu-west-1:returnAsymmetricSubnets=true': {
    vpcId: 'vpc-00000001', vpcCidrBlock: '10.0.0.0/16', ownerAccountId: '111111111111', availabilityZones: [], vpnGatewayId: 'vgw-1',
    subnetGroups: [
      { name: 'Public', type: 'Public', subnets: [
        { subnetId: 'subnet-000000b0', cidr: '10.0.1.0/24', availabilityZone: 'eu-west-1b', routeTableId: 'rtb-1' },
        { subnetId: 'subnet-000000a0', cidr: '10.0.0.0/24', availabilityZone: 'eu-west-1a', routeTableId: 'rtb-1' } ] },
      { name: 'App', type: 'Private', subnets: [{ subnetId: 'subnet-000000a1', cidr: '10.0.2.0/24', availabilityZone: 'eu-west-1a', routeTableId: 'rtb-2' }] },
      { name: 'Data', type: 'Isolated', subnets: [{ subnetId: 'subnet-000000a2', cidr: '10.0.3.0/24', availabilityZone: 'eu-west-1a', routeTableId: 'rtb-3' }] },
    ],
  },
  'security-group:account=111111111111:region=eu-west-1:securityGroupId=sg-00000001': { securityGroupId: 'sg-00000001', allowAllOutbound: false },
};

export function build(app) {
  const stack = new Stack(app, 'Known', { env: { account: '111111111111', region: 'eu-west-1' } });
  const vpc = ec2.Vpc.fromLookup(stack, 'Vpc', { isDefault: true });
  new VpcLink(stack, 'Link', { vpc });
  new VpcLink(stack, 'Data', { vpc, subnets: { subnetGroupName: 'Data' } });
  const group = ec2.SecurityGroup.fromLookupById(stack, 'Group', 'sg-00000001');
  group.addEgressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(443));
  new CfnOutput(stack, 'Zones', { value: vpc.availabilityZones.join(',') });
  new CfnOutput(stack, 'Arn', { value: vpc.vpcArn });
  new CfnOutput(stack, 'Subnets', { value: vpc.publicSubnets.map((s) => s.subnetId).join(',') });

  const unknown = new Stack(app, 'Unknown', { env: { account: '222222222222', region: 'us-west-2' } });
  const asked = ec2.Vpc.fromLookup(unknown, 'Vpc', {
    vpcId: 'vpc-2', vpcName: 'books', tags: { team: 'a:b', stage: 'prod' }, ownerAccountId: '333333333333', region: 'us-east-1', subnetGroupNameTag: 'group', returnVpnGateways: false,
  });
  new VpcLink(unknown, 'Link', { vpc: asked });
  new VpcLink(unknown, 'Named', { vpc: asked, subnets: { subnetGroupName: 'Nowhere' } });
  ec2.SecurityGroup.fromLookupByName(unknown, 'Group', 'books', asked).addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(1));
  new CfnOutput(unknown, 'Arn', { value: asked.vpcArn });
}
