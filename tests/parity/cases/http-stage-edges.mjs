// Stages and domain names at their edges: names and variables that are tokens, odd ids and keys, a stage mapped to an imported and to a
// nested domain name, several mappings of one name, WebSocket stages with the same, domain names with tokens and every combination of
// endpoint options, the log group of a function, formats with quotes and unicode.
import { Aws, CfnOutput, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { ApiMapping, DomainName, EndpointType, HttpApi, HttpStage, IpAddressType, LogGroupLogDestination, SecurityPolicy, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export function build(app) {
  const stack = new Stack(app, 'HttpStageEdges');
  const name = new CfnParameter(stack, 'StageName').valueAsString;
  const api = new HttpApi(stack, 'Api', { createDefaultStage: false });
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', Fn.importValue('certificate'));
  const imported = DomainName.fromDomainNameAttributes(stack, 'Im/ported', { name, regionalDomainName: Fn.importValue('r'), regionalHostedZoneId: 'z' });
  const nested = new DomainName(new Construct(stack, 'Deep'), 'Default', { domainName: `${name}.example.com`, certificate, endpointType: EndpointType.EDGE, ipAddressType: IpAddressType.IPV4 });
  nested.addEndpoint({ certificate, certificateName: name, endpointType: EndpointType.REGIONAL, securityPolicy: SecurityPolicy.TLS_1_2, ipAddressType: IpAddressType.DUAL_STACK, ownershipCertificate: certificate });

  const token = new HttpStage(stack, 'Token', { httpApi: api, stageName: name, description: name, stageVariables: { region: Aws.REGION, '10': 'ten', a: 'b' }, domainMapping: { domainName: imported, mappingKey: 'x/y_z' } });
  token.addStageVariable('late', Fn.importValue('late'));
  const other = new HttpStage(stack, 'Other', { httpApi: api, stageName: 'other', throttle: {}, domainMapping: { domainName: nested } });
  const empty = new HttpStage(stack, 'Empty', { httpApi: api, stageName: '', autoDeploy: true, detailedMetricsEnabled: true, throttle: { rateLimit: 0, burstLimit: 0 } });
  const logs = new LogGroup(stack, 'Logs', { logGroupName: name });
  api.addStage('ünï', { stageName: 'unicode', accessLogSettings: { destination: new LogGroupLogDestination(logs), format: AccessLogFormat.custom(`"é" \\ ${AccessLogField.contextRequestId()}\t\u2028`) } });
  new ApiMapping(stack, 'One', { api, domainName: nested, stage: token, apiMappingKey: 'one' });
  const two = new ApiMapping(stack, 'Two', { api, domainName: imported, stage: empty });

  const ws = new WebSocketApi(stack, 'Ws');
  const wsStage = new WebSocketStage(stack, 'WsStage', { webSocketApi: ws, stageName: name, throttle: { burstLimit: 1 }, domainMapping: { domainName: nested, mappingKey: 'ws' } });
  new DomainName(stack, 'Mtls', {
    domainName: 'm.example.com', certificate, mtls: { bucket: Bucket.fromBucketArn(stack, 'Trust', 'arn:aws:s3:::trust'), key: name, version: name }, ownershipCertificate: certificate, certificateName: 'c',
  });

  const show = (id, value) => new CfnOutput(stack, id, { value });
  show('TokenUrl', token.url); show('TokenDomain', token.domainUrl); show('OtherDomain', other.domainUrl); show('EmptyUrl', empty.url); show('EmptyName', empty.stageName);
  show('TwoUrl', two.domainUrl); show('WsUrl', wsStage.url); show('WsCallback', wsStage.callbackUrl); show('NestedName', nested.name); show('NestedZone', nested.regionalHostedZoneId);
}
