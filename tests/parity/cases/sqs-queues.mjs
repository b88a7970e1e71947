// Queues: every option, dead letters, redrive permissions, encryption of each kind, FIFO options, policies, grants to principals
// of the same and other accounts and to services; imported queues by ARN and attributes, with tokens, FIFO and with a key.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, QueuePolicy, RedrivePermission } from 'aws-cdk-lib/aws-sqs';

export function build(app) {
  const stack = new Stack(app, 'SqsQueues');
  const user = new User(stack, 'User');
  const dead = new Queue(stack, 'Dead', { retentionPeriod: Duration.days(14) });
  const full = new Queue(stack, 'Full', {
    queueName: 'full.fifo', contentBasedDeduplication: true, deduplicationScope: DeduplicationScope.MESSAGE_GROUP, fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    deliveryDelay: Duration.minutes(1), maxMessageSizeBytes: 2048, retentionPeriod: Duration.minutes(1), receiveMessageWaitTime: Duration.seconds(20),
    visibilityTimeout: Duration.hours(12), removalPolicy: RemovalPolicy.RETAIN, enforceSSL: true,
    deadLetterQueue: { queue: dead, maxReceiveCount: 3 }, encryption: QueueEncryption.KMS, dataKeyReuse: Duration.hours(1),
  });
  full.grantSendMessages(user);
  full.grantConsumeMessages(user);
  full.grantPurge(user);
  full.grant(user, 'sqs:ListQueueTags');
  full.grantSendMessages(new ServicePrincipal('sns.amazonaws.com'));
  full.grantConsumeMessages(new AccountPrincipal('222222222222'));
  full.addToResourcePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [full.queueArn], principals: [new ServicePrincipal('events.amazonaws.com')] }));
  new Queue(stack, 'ScopeOnly', { deduplicationScope: DeduplicationScope.QUEUE });
  new Queue(stack, 'LimitOnly', { fifoThroughputLimit: FifoThroughputLimit.PER_QUEUE, fifo: true });
  new Queue(stack, 'NotFifo', { fifo: false, contentBasedDeduplication: false });
  new Queue(stack, 'Unencrypted', { encryption: QueueEncryption.UNENCRYPTED });
  new Queue(stack, 'Managed', { encryption: QueueEncryption.SQS_MANAGED, dataKeyReuse: Duration.minutes(5) });
  new Queue(stack, 'KmsManaged', { encryption: QueueEncryption.KMS_MANAGED, dataKeyReuse: Duration.minutes(5) }).grantSendMessages(user);
  const key = new Key(stack, 'GivenKey');
  const keyed = new Queue(stack, 'Keyed', { encryptionMasterKey: key });
  keyed.grantSendMessages(user);
  keyed.grantSendMessages(new ServicePrincipal('s3.amazonaws.com'));
  new Queue(stack, 'Changed', { encryptionMasterKey: key, encryption: QueueEncryption.KMS_MANAGED });
  new Queue(stack, 'AllowAll', { redriveAllowPolicy: {} });
  new Queue(stack, 'DenyAll', { redriveAllowPolicy: { redrivePermission: RedrivePermission.DENY_ALL } });
  new Queue(stack, 'BySource', { redriveAllowPolicy: { sourceQueues: [full, keyed] } });
  new Queue(stack, 'ByQueue', { redriveAllowPolicy: { sourceQueues: [full], redrivePermission: RedrivePermission.BY_QUEUE } });
  const policy = new QueuePolicy(stack, 'Policy', { queues: [dead, keyed] });
  policy.document.addStatements(new PolicyStatement({ actions: ['sqs:*'], resources: ['*'], principals: [new AccountPrincipal('333333333333')] }));

  const parameter = new CfnParameter(stack, 'QueueArn').valueAsString;
  const imports = {
    ByArn: Queue.fromQueueArn(stack, 'ByArn', 'arn:aws:sqs:eu-west-1:444444444444:other'),
    FifoByArn: Queue.fromQueueArn(stack, 'FifoByArn', 'arn:aws:sqs:eu-west-1:444444444444:other.fifo'),
    ByToken: Queue.fromQueueArn(stack, 'ByToken', parameter),
    Attributed: Queue.fromQueueAttributes(stack, 'Attributed', {
      queueArn: parameter, queueName: 'named', queueUrl: 'https://queue.test/named', keyArn: 'arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab', fifo: true,
    }),
  };
  for (const [id, queue] of Object.entries(imports)) {
    queue.grantSendMessages(user);
    for (const [name, value] of Object.entries({ Arn: queue.queueArn, Url: queue.queueUrl, Name: queue.queueName, Fifo: `${queue.fifo}` })) {
      new CfnOutput(stack, `${id}${name}`, { value });
    }
  }
  new CfnOutput(stack, 'FullName', { value: full.queueName });

  const one = new Stack(app, 'SqsOne', { env: { account: '111111111111', region: 'us-east-1' } });
  const other = new Stack(app, 'SqsOther', { env: { account: '222222222222', region: 'us-east-1' } });
  const shared = new Queue(one, 'Shared', { queueName: 'shared' });
  shared.grantSendMessages(new User(other, 'User', { userName: 'other-user' }));
  shared.grantSendMessages(new User(one, 'User'));
}
