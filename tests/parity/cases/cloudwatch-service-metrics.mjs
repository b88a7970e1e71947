// Metrics of functions (also versions, aliases, imports, all functions), of queues (also imported), of imported HTTP APIs and stages, and
// of an API of another account's stack.
import { Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Alias, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export function build(app) {
  const stack = new Stack(app, 'ServiceMetrics', { env: { account: '111111111111', region: 'eu-west-1' } });
  const other = new Stack(app, 'Other', { env: { account: '222222222222', region: 'eu-west-1' } });
  let count = 0;
  const alarm = (metric) => new Alarm(stack, `Alarm${count++}`, { metric, threshold: 1, evaluationPeriods: 1 });

  const fn = new Function(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=()=>{}') });
  const alias = new Alias(stack, 'Alias', { aliasName: 'live', version: fn.currentVersion });
  const imported = Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:us-east-1:333333333333:function:imported');
  for (const of of [fn, fn.currentVersion, alias, imported]) {
    for (const metric of [of.metricErrors(), of.metricDuration(), of.metricInvocations(), of.metricThrottles(), of.metric('Own', { statistic: 'p9' })]) alarm(metric);
  }
  for (const metric of [
    Function.metricAll('x'), Function.metricAllErrors(), Function.metricAllDuration(), Function.metricAllInvocations(), Function.metricAllThrottles(),
    Function.metricAllConcurrentExecutions(), Function.metricAllUnreservedConcurrentExecutions(),
  ]) alarm(metric);

  for (const queue of [new Queue(stack, 'Queue'), Queue.fromQueueArn(stack, 'OldQueue', 'arn:aws:sqs:eu-west-1:444444444444:old')]) {
    for (const metric of [
      queue.metricApproximateAgeOfOldestMessage(), queue.metricApproximateNumberOfMessagesDelayed(), queue.metricApproximateNumberOfMessagesNotVisible(),
      queue.metricApproximateNumberOfMessagesVisible(), queue.metricNumberOfEmptyReceives(), queue.metricNumberOfMessagesDeleted(),
      queue.metricNumberOfMessagesReceived(), queue.metricNumberOfMessagesSent(), queue.metricSentMessageSize(), queue.metric('Own'),
      queue.metricApproximateNumberOfMessagesOutstanding({ period: Duration.minutes(1) }),
    ]) alarm(metric);
  }

  const api = HttpApi.fromHttpApiAttributes(stack, 'Api', { httpApiId: 'abc' });
  const stage = HttpStage.fromHttpStageAttributes(stack, 'Stage', { api, stageName: 'live' });
  for (const of of [api, stage]) {
    for (const metric of [
      of.metricClientError(), of.metricServerError(), of.metricDataProcessed(), of.metricCount(), of.metricIntegrationLatency(), of.metricLatency(),
    ]) alarm(metric);
  }
  const away = new HttpApi(other, 'Away', { createDefaultStage: false });
  alarm(HttpApi.fromHttpApiAttributes(other, 'Foreign', { httpApiId: 'def' }).metricCount());
  new Alarm(other, 'Own', { metric: away.metricCount({ label: 'requests' }), threshold: 1, evaluationPeriods: 1 });
}
