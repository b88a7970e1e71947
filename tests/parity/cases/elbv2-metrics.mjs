// Metrics of load balancers and target groups, made here and imported, as alarms.
import { Construct } from 'constructs';
import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';

const arn = (kind) => `arn:aws:elasticloadbalancing:us-east-1:111111111111:${kind}`;

export function build(app) {
  const stack = new Stack(app, 'Metrics');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a'], privateSubnetIds: ['subnet-00000001'] });
  const alb = new elb.ApplicationLoadBalancer(stack, 'Alb', { vpc });
  const targets = alb.addListener('L', { port: 80 }).addTargets('T', { port: 80, targetType: elb.TargetType.IP });
  const nlb = new elb.NetworkLoadBalancer(stack, 'Nlb', { vpc });
  const networkTargets = nlb.addListener('L', { port: 80 }).addTargets('T', { port: 80 });
  const importedAlb = elb.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'OldAlb', { loadBalancerArn: arn('loadbalancer/app/lb/1'), securityGroupId: 'sg-00000001' });
  const importedNlb = elb.NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'OldNlb', { loadBalancerArn: arn('loadbalancer/net/lb/2') });
  const old = elb.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'OldTargets', { targetGroupArn: arn('targetgroup/books/3'), loadBalancerArns: arn('loadbalancer/app/lb/1') });
  const oldNetwork = elb.NetworkTargetGroup.fromTargetGroupAttributes(stack, 'OldNetworkTargets', { targetGroupArn: arn('targetgroup/music/4'), loadBalancerArns: arn('loadbalancer/net/lb/2') });
  const all = {
    Own: alb.metrics.custom('Own'), Active: alb.metrics.activeConnectionCount(), Tls: alb.metrics.clientTlsNegotiationErrorCount(), Units: alb.metrics.consumedLCUs(),
    Fixed: alb.metrics.httpFixedResponseCount(), Redirects: alb.metrics.httpRedirectCount(), LongRedirects: alb.metrics.httpRedirectUrlLimitExceededCount(),
    Elb5: alb.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT), Target4: alb.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_4XX_COUNT),
    Bytes6: alb.metrics.ipv6ProcessedBytes(), Requests6: alb.metrics.ipv6RequestCount(), New: alb.metrics.newConnectionCount(), Bytes: alb.metrics.processedBytes(),
    Rejected: alb.metrics.rejectedConnectionCount(), Requests: alb.metrics.requestCount(), Rules: alb.metrics.ruleEvaluations(), TargetErrors: alb.metrics.targetConnectionErrorCount(),
    Time: alb.metrics.targetResponseTime(), TargetTls: alb.metrics.targetTLSNegotiationErrorCount(), AuthError: alb.metrics.elbAuthError(), AuthFailure: alb.metrics.elbAuthFailure(),
    AuthLatency: alb.metrics.elbAuthLatency(), AuthSuccess: alb.metrics.elbAuthSuccess(), OldAlb: importedAlb.metrics.requestCount(),
    NOwn: nlb.metrics.custom('Own'), NActive: nlb.metrics.activeFlowCount(), NUnits: nlb.metrics.consumedLCUs(), NNew: nlb.metrics.newFlowCount(), NBytes: nlb.metrics.processedBytes(),
    NClient: nlb.metrics.tcpClientResetCount(), NElb: nlb.metrics.tcpElbResetCount(), NTarget: nlb.metrics.tcpTargetResetCount(), OldNlb: importedNlb.metrics.newFlowCount(),
    TRequests6: targets.metrics.ipv6RequestCount(), TRequests: targets.metrics.requestCount(), THealthy: targets.metrics.healthyHostCount(), TUnhealthy: targets.metrics.unhealthyHostCount(),
    TCode: targets.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_2XX_COUNT), TPer: targets.metrics.requestCountPerTarget(), TErrors: targets.metrics.targetConnectionErrorCount(),
    TTime: targets.metrics.targetResponseTime(), TTls: targets.metrics.targetTLSNegotiationErrorCount(), OldT: old.metrics.requestCount(),
    NTHealthy: networkTargets.metrics.healthyHostCount(), NTUnhealthy: networkTargets.metrics.unHealthyHostCount(), OldNT: oldNetwork.metrics.healthyHostCount(),
  };
  const alarms = new Construct(stack, 'Alarms');
  for (const [name, metric] of Object.entries(all)) metric.createAlarm(alarms, name, { threshold: 1, evaluationPeriods: 1 });
}
