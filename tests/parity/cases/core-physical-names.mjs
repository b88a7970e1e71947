// Physical names: given and generated ones, names and ARNs in stacks of other accounts and regions; values of resources
// without a name, read from another account with a role.
import { CfnOutput, CfnResource, PhysicalName, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export function build(app) {
  const env = (account, region) => ({ env: { account, region } });
  const home = new Stack(app, 'PhysicalHome', env('111111111111', 'eu-west-1'));
  const away = new Stack(app, 'PhysicalAway', env('222222222222', 'eu-west-1'));
  const far = new Stack(app, 'PhysicalFar', env('111111111111', 'us-east-1'));
  const beside = new Stack(app, 'PhysicalBeside', env('111111111111', 'eu-west-1'));

  const queue = new Queue(home, 'Queue', { queueName: 'orders' });
  const generated = new Queue(home, 'Generated', { queueName: PhysicalName.GENERATE_IF_NEEDED });
  const unused = new Queue(home, 'Unused', { queueName: PhysicalName.GENERATE_IF_NEEDED });
  const bucket = new Bucket(home, 'Bucket', { bucketName: PhysicalName.GENERATE_IF_NEEDED });
  const logs = new LogGroup(home, 'Logs', { logGroupName: '/books/logs' });
  const fn = new Function(home, 'Fn', { functionName: 'books', runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=()=>{}') });
  const raw = new CfnResource(home, 'Raw', { type: 'Test::Core::Raw' });

  for (const stack of [home, away, far, beside]) {
    const out = (id, value) => new CfnOutput(stack, id, { value });
    out('QueueName', queue.queueName);
    out('QueueArn', queue.queueArn);
    out('GeneratedArn', generated.queueArn);
    out('BucketArn', `${bucket.bucketArn}/*`);
    out('LogsArn', logs.logGroupArn);
    out('FnName', fn.functionName);
    out('FnArn', fn.functionArn);
    out('RawRef', raw.ref);
  }
  new CfnOutput(away, 'RawAttribute', { value: raw.getAtt('Host').toString() });
  new CfnOutput(home, 'UnusedName', { value: unused.queueName });
}
