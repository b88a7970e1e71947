// 100 stacks, each of which refers to the one before.
import { Stack } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { newApp } from './app';

const app = newApp();
let before: CfnQueue | undefined;
for (let number = 0; number < 100; number++) {
  const stack = new Stack(app, `Stack${number}`);
  let last: CfnQueue | undefined;
  for (let index = 0; index < 10; index++) {
    last = new CfnQueue(stack, `Queue${index}`, {
      visibilityTimeout: 30,
      redrivePolicy: before && { deadLetterTargetArn: before.attrArn, maxReceiveCount: 3 + index },
    });
  }
  before = last;
}
app.synth();
