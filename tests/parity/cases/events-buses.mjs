// Event buses: every option, partner sources, dead letters, logs, a key; policies, grants with and without statement ids,
// archives; imported buses by ARN, name and attributes; names used in another account.
import { CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Archive, IncludeDetail, Level } from 'aws-cdk-lib/aws-events';
import { AccountPrincipal, PolicyStatement, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export function build(app) {
  const stack = new Stack(app, 'EventsBuses');
  const user = new User(stack, 'User');
  const key = new Key(stack, 'Key');
  const full = new EventBus(stack, 'Full', {
    eventBusName: 'full', description: 'all of it', deadLetterQueue: new Queue(stack, 'Dead'), kmsKey: key,
    logConfig: { includeDetail: IncludeDetail.FULL, level: Level.TRACE },
  });
  const partner = new EventBus(stack, 'Partner', { eventSourceName: 'aws.partner/example.com/books/42', logConfig: { level: Level.OFF } });
  const unnamed = new EventBus(stack, 'Unnamed', { kmsKey: new Key(stack, 'Key2') });
  full.grantPutEventsTo(user);
  full.grantPutEventsTo(new ServicePrincipal('s3.amazonaws.com'), 'S3');
  EventBus.grantAllPutEvents(user);
  unnamed.addToResourcePolicy(new PolicyStatement({ sid: 'Accounts', actions: ['events:PutEvents'], resources: [unnamed.eventBusArn], principals: [new AccountPrincipal('222222222222')] }));
  unnamed.addToResourcePolicy(new PolicyStatement({ sid: 'L'.repeat(80), actions: ['events:PutEvents', 'events:PutRule'], resources: ['*'], principals: [new AccountPrincipal('333333333333')] }));
  full.archive('Archive', { eventPattern: { source: ['shop'], detailType: ['Order'], detail: { total: [{ numeric: ['>', 100] }] } }, retention: Duration.days(3), archiveName: 'orders' });
  unnamed.archive('All', { eventPattern: {} });
  new Archive(stack, 'Archive', { sourceEventBus: partner, eventPattern: { account: ['111111111111'] }, description: 'own', kmsKey: key });
  const parameter = new CfnParameter(stack, 'Bus').valueAsString;
  const imports = {
    Arn: EventBus.fromEventBusArn(stack, 'ByArn', 'arn:aws:events:eu-west-1:444444444444:event-bus/other'),
    TokenArn: EventBus.fromEventBusArn(stack, 'ByToken', parameter),
    Name: EventBus.fromEventBusName(stack, 'ByName', 'default'),
    Attributes: EventBus.fromEventBusAttributes(stack, 'Attributed', { eventBusName: 'a', eventBusArn: 'arn:aws:events:us-east-1:111111111111:event-bus/a', eventBusPolicy: '{}', eventSourceName: 'aws.partner/x/y' }),
  };
  for (const [id, bus] of Object.entries({ Full: full, Partner: partner, Unnamed: unnamed, ...imports })) {
    bus.grantPutEventsTo(user);
    new CfnOutput(stack, `${id}Arn`, { value: bus.eventBusRef.eventBusArn });
    new CfnOutput(stack, `${id}Name`, { value: bus.eventBusName });
    new CfnOutput(stack, `${id}Policy`, { value: bus.eventBusPolicy });
    if (bus.eventSourceName) new CfnOutput(stack, `${id}Source`, { value: bus.eventSourceName });
  }
  const one = new Stack(app, 'EventsOne', { env: { account: '111111111111', region: 'us-east-1' } });
  const other = new Stack(app, 'EventsOther', { env: { account: '222222222222', region: 'us-east-1' } });
  const named = new EventBus(one, 'Named', { eventBusName: 'named' });
  named.grantPutEventsTo(new User(other, 'User'));
  new CfnOutput(other, 'Name', { value: named.eventBusName });
}
