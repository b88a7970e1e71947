// Alarms: every option, statistics in many spellings, dimensions and their order, labels, metrics of other accounts and regions,
// math expressions (nested, shared metrics, without metrics, other periods), anomaly detection, actions, imports, names across
// environments, composite alarms with every rule; metrics of functions and queues.
import { App, Aws, CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm, AlarmRule, AlarmState, AnomalyDetectionAlarm, AtLeastThreshold, ComparisonOperator, CompositeAlarm, MathExpression, Metric, Stats, TreatMissingData, Unit,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const stack = new Stack(app, 'Alarms', { env: { account: '111111111111', region: 'eu-west-1' } });
  const agnostic = new Stack(app, 'Agnostic');
  const other = new Stack(app, 'Other', { env: { account: '222222222222', region: 'eu-west-1' } });
  const parameter = new CfnParameter(stack, 'Name');
  const base = (props = {}) => new Metric({ namespace: 'Own', metricName: 'm', ...props });
  const alarm = (id, metric, props = {}, scope = stack) => new Alarm(scope, id, { metric, threshold: 1, evaluationPeriods: 1, ...props });

  const statistics = [
    'avg', 'MINIMUM', 'max', 'n', 'SampleCount', 'sum', 'P90', 'p99.95', 'iqm', 'tm(10%:90%)', 'PR(:300)', 'wm95', 'TC(0.005:0.03)', 'something', 'p101',
    Stats.p(99.9), Stats.tm(10, 90), Stats.wm(98), Stats.tc(5), Stats.ts(80, 95.5), Stats.pr(100, 2000), Stats.percentileRank(7), Stats.IQM,
  ];
  statistics.forEach((statistic, index) => alarm(`Statistic${index}`, base({ statistic })));

  alarm('Dimensions', base({ dimensionsMap: { b: 'x', B: parameter.valueAsString, a: Aws.REGION, '10': 'n', 'ä': 'u' }, unit: Unit.BYTES_PER_SECOND, period: Duration.seconds(30) }));
  alarm('Label', base({ label: 'name ${MAX}', color: '#ff0000', id: 'own', visible: false, dimensionsMap: { a: 'x' }, unit: Unit.COUNT }));
  alarm('Account', base({ account: '333333333333', region: 'eu-west-1' }));
  alarm('SameAccount', base({ account: '111111111111' }));
  alarm('Attached', base().attachTo(other));
  alarm('AttachedAgnostic', base().attachTo(agnostic));
  alarm('AgnosticOther', base().attachTo(other), {}, agnostic);
  alarm('AgnosticOwn', base({ account: Aws.ACCOUNT_ID }), {}, agnostic);
  alarm('AgnosticLabel', base({ label: 'l', account: Aws.ACCOUNT_ID, statistic: 'p50' }), {}, agnostic);
  alarm('With', base({ statistic: 'Sum', dimensionsMap: { a: 'x' } }).with({ statistic: 'max', period: Duration.hours(1), dimensionsMap: { b: 'y' }, unit: Unit.NONE }));

  alarm('Everything', base({ statistic: 'p10' }), {
    alarmName: 'everything', alarmDescription: 'd', actionsEnabled: true, comparisonOperator: ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
    datapointsToAlarm: 2, evaluationPeriods: 3, evaluateLowSampleCountPercentile: 'ignore', threshold: 0, treatMissingData: TreatMissingData.IGNORE,
  });

  const a = base({ metricName: 'a', statistic: 'Sum' });
  const b = base({ metricName: 'b', label: 'second', account: '333333333333' });
  alarm('Math', new MathExpression({ expression: 'a / b', usingMetrics: { a, b } }));
  alarm('MathPeriod', new MathExpression({ expression: 'a + b', usingMetrics: { b, a: a.with({ period: Duration.minutes(1) }) }, period: Duration.minutes(10), label: 'sum', color: '#000000' }));
  const inner = new MathExpression({ expression: 'a * 2', usingMetrics: { a }, label: 'inner' });
  alarm('Nested', new MathExpression({ expression: 'x + a + y', usingMetrics: { x: inner, a, y: inner } }));
  alarm('SameTwice', new MathExpression({ expression: 'p + q', usingMetrics: { p: a, q: a.with({ label: 'other' }) }, period: Duration.minutes(1) }));
  alarm('NoMetrics', new MathExpression({ expression: 'SELECT AVG(Latency) FROM "AWS/ApiGateway"', period: Duration.minutes(1) }));
  alarm('NestedNoMetrics', new MathExpression({ expression: 'e * 2', usingMetrics: { e: new MathExpression({ expression: 'TIME_SERIES(1)' }) } }));
  alarm('MathToken', new MathExpression({ expression: `a + ${parameter.valueAsString}`, usingMetrics: { a } }));
  a.createAlarm(stack, 'Created', { threshold: 2, evaluationPeriods: 2 });
  inner.createAlarm(stack, 'CreatedMath', { threshold: 2, evaluationPeriods: 2 });

  new AnomalyDetectionAlarm(stack, 'Anomaly', { metric: a, evaluationPeriods: 1 });
  new AnomalyDetectionAlarm(stack, 'AnomalyOptions', {
    metric: b.with({ period: Duration.minutes(1) }), stdDevs: 2.5, comparisonOperator: ComparisonOperator.LESS_THAN_LOWER_THRESHOLD, evaluationPeriods: 3, datapointsToAlarm: 2,
    alarmName: 'anomaly', alarmDescription: 'unusual', treatMissingData: TreatMissingData.BREACHING, actionsEnabled: false,
  });
  new AnomalyDetectionAlarm(stack, 'AnomalyMath', { metric: inner, evaluationPeriods: 1 });
  alarm('AnomalyByHand', Metric.anomalyDetectionFor({ metric: a, stdDevs: 3, label: 'band', period: Duration.minutes(1) }), {
    threshold: Alarm.ANOMALY_DETECTION_NO_THRESHOLD, comparisonOperator: ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
  });

  const action = (arn) => ({ bind: () => ({ alarmActionArn: arn }) });
  const acting = alarm('Acting', base({ dimensionsMap: { InstanceId: 'i-1' } }));
  acting.addAlarmAction(action('arn:aws:sns:eu-west-1:111111111111:a'), action(parameter.valueAsString));
  acting.addAlarmAction(action(`arn:aws:automate:eu-west-1:ec2:reboot`));
  acting.addOkAction(action('ok'));
  acting.addInsufficientDataAction(action('few'));

  const byName = Alarm.fromAlarmName(stack, 'ByName', 'by-name');
  const byArn = Alarm.fromAlarmArn(stack, 'ByArn', 'arn:aws:cloudwatch:us-east-1:999999999999:alarm:by:arn');
  const byToken = Alarm.fromAlarmArn(stack, 'ByToken', parameter.valueAsString);
  const composite = CompositeAlarm.fromCompositeAlarmName(agnostic, 'Composite', 'composite');
  const composite2 = CompositeAlarm.fromCompositeAlarmArn(stack, 'Composite2', 'arn:aws:cloudwatch:us-east-1:999999999999:alarm:composite');
  const show = (id, value, scope = stack) => new CfnOutput(scope, id, { value });
  show('ActingArn', acting.alarmArn); show('ActingName', acting.alarmName); show('ByNameArn', byName.alarmArn); show('ByArnName', byArn.alarmName);
  show('ByTokenName', byToken.alarmName); show('CompositeArn', composite.alarmArn, agnostic); show('CompositeName', composite.alarmName, agnostic);

  new CompositeAlarm(stack, 'Plain', { alarmRule: acting });
  const all = new CompositeAlarm(stack, 'All', {
    alarmRule: AlarmRule.anyOf(
      AlarmRule.allOf(acting, AlarmRule.not(byArn), AlarmRule.fromBoolean(true)),
      AlarmRule.fromAlarm(byName, AlarmState.INSUFFICIENT_DATA), AlarmRule.fromString('OK("x")'), AlarmRule.anyOf(composite2),
      AlarmRule.atLeast(AlarmState.ALARM, { operands: [acting, byArn], threshold: AtLeastThreshold.count(2) }),
      AlarmRule.atLeastNot(AlarmState.OK, { operands: [byName], threshold: AtLeastThreshold.percentage(50) }),
    ),
    compositeAlarmName: 'all', alarmDescription: 'every rule', actionsEnabled: false, actionsSuppressor: byArn, actionsSuppressorWaitPeriod: Duration.minutes(3),
  });
  all.addAlarmAction(action('x')); all.addOkAction(action('y')); all.addInsufficientDataAction(action('z'));
  new CompositeAlarm(other, 'Elsewhere', { alarmRule: AlarmRule.anyOf(all, byArn), actionsSuppressor: all, actionsSuppressorExtensionPeriod: Duration.seconds(30) });
  show('AllArn', all.alarmArn); show('AllName', all.alarmName);
  new CompositeAlarm(stack, `Long${'name'.repeat(60)}`, { alarmRule: AlarmRule.fromBoolean(false) });

  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  Metric.grantPutMetricData(role);
}
