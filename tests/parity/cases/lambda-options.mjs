// Lambda functions with every other option: VPC (own and given security groups, subnets, public ones, IPv6), layers (made here,
// imported by ARN, token and attributes), dead letters, asynchronous calls, keys, management, snapshots, versions of all that,
// event source mappings, code from parameters.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  Alias, Architecture, CfnParametersCode, Code, EventInvokeConfig, EventSourceMapping, FilterCriteria, FilterRule, Function, LayerVersion, RecursiveLoop, Runtime, RuntimeManagementMode, SnapStartConf, StartingPosition, Version,
} from 'aws-cdk-lib/aws-lambda';
import { LambdaDestination, SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { fileURLToPath } from 'node:url';

const asset = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export function build(app) {
  const stack = new Stack(app, 'LambdaOptions', { env: { account: '111111111111', region: 'us-east-1' } });
  const base = { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') };
  const fn = (id, props) => new Function(stack, id, { ...base, ...props });
  const vpc = new Vpc(stack, 'Vpc', { availabilityZones: ['us-east-1a', 'us-east-1b'], restrictDefaultSecurityGroup: false, natGateways: 1 });
  const imported = Vpc.fromVpcAttributes(stack, 'Imported', { vpcId: 'vpc-00000001', availabilityZones: ['us-east-1a'], privateSubnetIds: ['subnet-00000001'], publicSubnetIds: ['subnet-00000002'] });
  const group = new SecurityGroup(stack, 'Group', { vpc: imported });

  const inVpc = fn('InVpc', { vpc });
  inVpc.connections.allowTo(group, Port.tcp(5432));
  fn('NoOutbound', { vpc, allowAllOutbound: false, allowAllIpv6Outbound: true, ipv6AllowedForDualStack: true });
  fn('Given', { vpc: imported, securityGroups: [group], vpcSubnets: { subnetType: SubnetType.PUBLIC }, allowPublicSubnet: true, ipv6AllowedForDualStack: false });
  fn('GivenRole', { vpc: imported, role: new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }) });

  const zip = Code.fromBucket(Bucket.fromBucketName(stack, 'Code', 'code-bucket'), 'layer.zip');
  const layer = new LayerVersion(stack, 'Layer', { code: zip, compatibleRuntimes: [Runtime.NODEJS_20_X, Runtime.NODEJS_22_X] });
  const full = new LayerVersion(stack, 'FullLayer', {
    code: Code.fromAsset(asset('hello')), compatibleArchitectures: [Architecture.ARM_64, Architecture.X86_64], description: 'd', layerVersionName: 'full-layer', license: 'MIT', removalPolicy: RemovalPolicy.RETAIN,
  });
  full.addPermission('One', { accountId: '222222222222' });
  full.addPermission('Organization', { accountId: '*', organizationId: 'o-1234567890' });
  const byArn = LayerVersion.fromLayerVersionArn(stack, 'ByArn', 'arn:aws:lambda:us-east-1:999999999999:layer:shared:3');
  const byToken = LayerVersion.fromLayerVersionAttributes(stack, 'ByToken', { layerVersionArn: new CfnParameter(stack, 'LayerArn').valueAsString, compatibleRuntimes: [Runtime.NODEJS_22_X, Runtime.NODEJS_24_X] });
  const unknown = LayerVersion.fromLayerVersionAttributes(stack, 'Attributed', { layerVersionArn: 'arn:aws:lambda:us-east-1:999999999999:layer:unknown:1' });
  const layered = fn('Layered', { layers: [layer, full, byToken] });
  layered.addLayers(byArn, unknown);
  const versions = [layered.currentVersion, fn('LayeredArn', { layers: [byArn] }).currentVersion, fn('LayeredUnknown', { layers: [unknown] }).currentVersion, inVpc.currentVersion];

  const queue = new Queue(stack, 'Queue');
  fn('DeadGiven', { deadLetterQueue: queue });
  const dead = fn('DeadMade', { deadLetterQueueEnabled: true });
  fn('DeadOff', { deadLetterQueueEnabled: false });
  const managed = fn('Managed', {
    environment: { A: 'b' }, environmentEncryption: new Key(stack, 'Key'), runtimeManagementMode: RuntimeManagementMode.FUNCTION_UPDATE, recursiveLoop: RecursiveLoop.ALLOW,
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN, description: 'current', provisionedConcurrentExecutions: 2, retryAttempts: 0 },
  });
  versions.push(managed.currentVersion);
  fn('Manual', { runtimeManagementMode: RuntimeManagementMode.manual('arn:aws:lambda:us-east-1::runtime:abc'), recursiveLoop: RecursiveLoop.TERMINATE });
  versions.push(new Function(stack, 'Snap', { runtime: Runtime.JAVA_21, handler: 'A::b', code: zip, snapStart: SnapStartConf.ON_PUBLISHED_VERSIONS, runtimeManagementMode: RuntimeManagementMode.AUTO }).currentVersion);

  const asynchronous = fn('Async', { onFailure: new SqsDestination(queue), onSuccess: new LambdaDestination(dead), maxEventAge: Duration.hours(1), retryAttempts: 0 });
  const version = new Version(stack, 'Version', { lambda: asynchronous });
  version.configureAsyncInvoke({ maxEventAge: Duration.minutes(1) });
  const alias = new Alias(stack, 'Alias', { aliasName: 'live', version });
  alias.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(queue) });
  new Alias(stack, 'Quick', { aliasName: 'quick', version, maxEventAge: Duration.minutes(2), onSuccess: new SqsDestination(queue) });
  new Version(stack, 'Late', { lambda: asynchronous, retryAttempts: 1 });
  new EventInvokeConfig(stack, 'Config', { function: dead, retryAttempts: 1 });

  queue.grantConsumeMessages(dead);
  dead.addEventSourceMapping('Queue', { eventSourceArn: queue.queueArn, batchSize: 5, maxBatchingWindow: Duration.minutes(5), maxConcurrency: 10, reportBatchItemFailures: true, enabled: false });
  const mapping = new EventSourceMapping(stack, 'Stream', {
    target: alias, eventSourceArn: 'arn:aws:kinesis:us-east-1:111111111111:stream/s', startingPosition: StartingPosition.AT_TIMESTAMP, startingPositionTimestamp: 1640995200, bisectBatchOnError: true,
    maxRecordAge: Duration.days(1), retryAttempts: 3, parallelizationFactor: 2, tumblingWindow: Duration.minutes(1), filterEncryption: new Key(stack, 'FilterKey'),
    filters: [FilterCriteria.filter({ kind: FilterRule.isEqual('Order'), detail: { total: FilterRule.exists() } })],
  });
  new EventSourceMapping(stack, 'Kafka', { target: dead, kafkaBootstrapServers: ['kafka.test:9092'], kafkaTopic: 'orders', startingPosition: StartingPosition.LATEST });
  const parameters = new CfnParametersCode();
  new Function(stack, 'Parameters', { ...base, code: parameters });
  for (const [index, one] of versions.entries()) new CfnOutput(stack, `Version${index}`, { value: one.functionArn });
  new CfnOutput(stack, 'MappingArn', { value: mapping.eventSourceMappingArn });
}
