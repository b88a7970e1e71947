// Log groups: every option, streams, metric filters with every pattern, subscription filters, grants (own and other accounts, services,
// users of other accounts), resource policies, metrics, imports by ARN and name.
import { CfnOutput, CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { AccountPrincipal, AnyPrincipal, ArnPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Distribution, FilterPattern as P, LogGroup, LogGroupClass, LogStream, MetricFilter, ResourcePolicy, RetentionDays } from 'aws-cdk-lib/aws-logs';

export function build(app) {
  const stack = new Stack(app, 'LogGroups', { env: { account: '111111111111', region: 'eu-west-1' } });
  const agnostic = new Stack(app, 'Agnostic');
  const name = new CfnParameter(stack, 'Name').valueAsString;
  const key = new Key(stack, 'Key');
  new LogGroup(stack, 'Infinite', { retention: RetentionDays.INFINITE, logGroupClass: LogGroupClass.INFREQUENT_ACCESS, deletionProtectionEnabled: true });
  new LogGroup(stack, 'Delivery', { logGroupClass: LogGroupClass.DELIVERY, encryptionKey: key });
  new LogGroup(stack, 'Standard', { logGroupClass: LogGroupClass.STANDARD, logGroupName: name, removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE });
  const own = new LogGroup(stack, 'Own', { logGroupName: 'own' });
  const plain = new LogGroup(agnostic, 'Plain');
  const byName = LogGroup.fromLogGroupName(stack, 'ByName', 'by-name');
  const byArn = LogGroup.fromLogGroupArn(stack, 'ByArn', 'arn:aws:logs:us-east-1:999999999999:log-group:/by/arn:*');

  own.addStream('Stream');
  own.addStream('NamedStream', { logStreamName: 'named' });
  byName.addStream('ImportedStream');
  const stream = new LogStream(stack, 'OwnStream', { logGroup: own, removalPolicy: RemovalPolicy.DESTROY });
  new CfnOutput(stack, 'StreamName', { value: stream.logStreamName });
  new CfnOutput(stack, 'OldStreamName', { value: LogStream.fromLogStreamName(stack, 'OldStream', 'old').logStreamName });

  const patterns = [
    P.literal('[a, b]'), P.allEvents(), P.allTerms('a', 'b "c" \\'), P.anyTerm('a', 'b'), P.anyTermGroup(['a', 'b'], ['c']), P.anyTermGroup(['a', 'b']),
    P.stringValue('$.a', '!=', 'x*'), P.numberValue('$.a', '>=', 1.5), P.regexValue('$.a', '=', 'x.y'), P.isNull('$.a'), P.notExists('$.a'), P.exists('$.a'), P.booleanValue('$.a', true), P.booleanValue('$.a', false),
    P.all(P.exists('$.a'), P.isNull('$.b'), P.any(P.exists('$.c'), P.numberValue('$.d', '<', 2))), P.any(P.exists('$.a')),
  ];
  patterns.forEach((filterPattern, index) => own.addMetricFilter(`Pattern${index}`, { filterPattern, metricNamespace: 'Own', metricName: `m${index}` }));
  const filter = new MetricFilter(stack, 'Filter', {
    logGroup: byArn, filterPattern: P.exists('$.x'), metricNamespace: 'Own', metricName: 'x', filterName: 'filter', metricValue: '$.x', unit: Unit.MILLISECONDS, applyOnTransformedLogs: true,
    dimensions: { A: '$.a', B: '$.b' },
  });
  new MetricFilter(stack, 'Default', { logGroup: own, filterPattern: P.allEvents(), metricNamespace: 'Own', metricName: 'y', defaultValue: 0 });
  const metrics = [filter.metric(), filter.metric({ statistic: 'max' }), own.extractMetric('$.latency', 'Own', 'Latency'), own.metricIncomingBytes(), byName.metricIncomingLogEvents(), own.metric('Other')];
  metrics.forEach((metric, index) => new Alarm(stack, `Alarm${index}`, { metric, threshold: 1, evaluationPeriods: 1 }));

  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const destination = { bind: () => ({ arn: 'arn:aws:kinesis:eu-west-1:111111111111:stream/s', role }) };
  own.addSubscriptionFilter('Subscription', { destination, filterPattern: P.allTerms('x'), filterName: 'sub' });
  byName.addSubscriptionFilter('Plain', { destination: { bind: () => ({ arn: name }) }, filterPattern: P.allEvents() });

  for (const [id, group] of [['Own', own], ['ByName', byName], ['ByArn', byArn]]) {
    const user = new Role(stack, `${id}User`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    group.grantWrite(user); group.grantRead(user); group.grant(user, 'logs:DeleteLogStream');
    new CfnOutput(stack, `${id}Arn`, { value: group.logGroupArn }); new CfnOutput(stack, `${id}Name`, { value: group.logGroupName });
  }
  plain.grantWrite(new ServicePrincipal('es.amazonaws.com'));
  plain.grantRead(new Role(agnostic, 'Reader', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
  own.grantRead(new ServicePrincipal('es.amazonaws.com'));
  own.grantWrite(new ArnPrincipal('arn:aws:iam::222222222222:role/writer'));
  own.grant(new AccountPrincipal('333333333333'), 'logs:PutLogEvents');
  own.addToResourcePolicy(new PolicyStatement({ sid: 's', actions: ['logs:PutLogEvents'], resources: [own.logGroupArn], principals: [new AnyPrincipal()], conditions: { StringEquals: { a: name } } }));
  byArn.grantWrite(new ServicePrincipal('es.amazonaws.com'));
  const policy = new ResourcePolicy(stack, 'Policy', { resourcePolicyName: 'named' });
  policy.document.addStatements(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['*'], principals: [new ServicePrincipal('es.amazonaws.com'), role] }));
}
