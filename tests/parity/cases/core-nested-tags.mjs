// Tags and nested stacks: tags of scopes reach the resource of a nested stack and what is in it; tags of the nested stack
// itself reach only what is in it.
import { CfnOutput, CfnParameter, Duration, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export function build(app) {
  const stage = new Stage(app, 'Prod', { env: { account: '111111111111', region: 'eu-west-1' } });
  const stack = new Stack(stage, 'CoreNestedTags', { tags: { team: 'core' } });
  const first = new NestedStack(stack, 'First', { parameters: { Given: 'x' }, timeout: Duration.minutes(5) });
  new CfnParameter(first, 'Given');
  const queue = new Queue(first, 'Queue');
  const second = new NestedStack(stack, 'Second');
  new Queue(second, 'Queue');
  Tags.of(stage).add('stage', 'prod', { priority: 50 });
  Tags.of(stack).add('owner', 'me', { excludeResourceTypes: ['AWS::CloudFormation::Stack'] });
  Tags.of(stack).add('only', 'stacks', { includeResourceTypes: ['AWS::CloudFormation::Stack'] });
  Tags.of(first).add('inside', 'first');
  Tags.of(second).remove('stage');
  new CfnOutput(stack, 'QueueName', { value: queue.queueName });
}
