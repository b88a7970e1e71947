// Logs of load balancers in buckets, with the policies that these need, in regions with and without an account for that.
import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Bucket } from 'aws-cdk-lib/aws-s3';

export function build(app) {
  for (const [name, region] of [['LogsOld', 'eu-west-1'], ['LogsNew', 'eu-central-2'], ['LogsChina', 'cn-north-1']]) {
    const stack = new Stack(app, name, { env: { account: '111111111111', region } });
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-00000001', availabilityZones: [`${region}a`], privateSubnetIds: ['subnet-00000001'] });
    const bucket = new Bucket(stack, 'Bucket');
    const alb = new elb.ApplicationLoadBalancer(stack, 'Alb', { vpc });
    alb.logAccessLogs(bucket);
    alb.logConnectionLogs(bucket, 'connections');
    const nlb = new elb.NetworkLoadBalancer(stack, 'Nlb', { vpc });
    nlb.logAccessLogs(new Bucket(stack, 'Other'), 'nlb');
    new elb.NetworkLoadBalancer(stack, 'Imported', { vpc }).logAccessLogs(Bucket.fromBucketName(stack, 'Old', 'old-bucket'));
  }
}
