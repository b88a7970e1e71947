// An API whose parts are in several stacks of one environment: certificate, truststore and domain name, log group, function, alarms,
// a second API mapped to the same domain name, records; a nested stack with stages; another region's alarm on plain text.
import { CfnOutput, NestedStack, Stack } from 'aws-cdk-lib';
import { ApiMapping, DomainName, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Alarm, CompositeAlarm, AlarmRule, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';

export function build(app) {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const names = new Stack(app, 'Names', { env });
  const apis = new Stack(app, 'Apis', { env });
  const watch = new Stack(app, 'Watch', { env });
  const zone = new HostedZone(names, 'Zone', { zoneName: 'example.com' });
  const certificate = new Certificate(names, 'Certificate', { domainName: '*.example.com', validation: CertificateValidation.fromDns(zone) });
  const trust = new Bucket(names, 'Trust', { encryption: BucketEncryption.KMS, versioned: true });
  const domainName = new DomainName(apis, 'Domain', { domainName: 'api.example.com', certificate, mtls: { bucket: trust, key: 'a/b.pem' } });
  const logs = new LogGroup(watch, 'Logs');
  const fn = new Function(names, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=()=>{}') });

  const api = new HttpApi(apis, 'Api', { defaultDomainMapping: { domainName, mappingKey: 'v1' } });
  api.addRoutes({ path: '/x', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration('Fn', fn) });
  trust.grantRead(fn, 'a/*');
  const stage = new HttpStage(watch, 'Stage', {
    httpApi: api, stageName: 'watched', accessLogSettings: { destination: new LogGroupLogDestination(logs) }, domainMapping: { domainName, mappingKey: 'watched' },
  });
  new ARecord(names, 'Record', {
    zone, recordName: 'other', target: RecordTarget.fromAlias(new ApiGatewayv2DomainProperties('d-1.execute-api.eu-west-1.amazonaws.com', 'Z1')),
  });
  const second = new HttpApi(watch, 'Second');
  new ApiMapping(watch, 'Mapping', { api: second, domainName, stage: second.defaultStage, apiMappingKey: 'second/deep' });

  const errors = new Alarm(watch, 'Errors', { metric: api.metricServerError(), threshold: 1, evaluationPeriods: 1 });
  const slow = new Alarm(apis, 'Slow', { metric: stage.metricLatency({ statistic: 'p90' }), threshold: 1, evaluationPeriods: 1 });
  const share = new MathExpression({ expression: 'errors / count', usingMetrics: { errors: api.metricClientError(), count: second.metricCount() } });
  new Alarm(watch, 'Share', { metric: share, threshold: 0.1, evaluationPeriods: 2 });
  new CompositeAlarm(watch, 'Both', { alarmRule: AlarmRule.anyOf(errors, slow) });

  const nested = new NestedStack(apis, 'Nested');
  const inner = new HttpStage(nested, 'Inner', { httpApi: api, stageName: 'inner', accessLogSettings: { destination: new LogGroupLogDestination(new LogGroup(nested, 'InnerLogs')) } });
  new Alarm(nested, 'InnerErrors', { metric: inner.metricServerError(), threshold: 1, evaluationPeriods: 1 });
  new CfnOutput(watch, 'Url', { value: stage.url });
  new CfnOutput(watch, 'DomainUrl', { value: stage.domainUrl });
}
