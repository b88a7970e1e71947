// WebSocket APIs everywhere: stacks of every kind of environment and partition, a stage, nested stacks; routes, stages, keys,
// plans and mappings of an API in other stacks than it; empty strings, lists and maps; ids with slashes, spaces and letters
// beyond ASCII; tags, removal policies, overrides; one authorizer for two imports of one API.
import { Aws, CfnOutput, CfnParameter, Duration, NestedStack, RemovalPolicy, Stack, Stage, Tags, Token, Fn, Lazy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as a from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketIamAuthorizer, WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Role, ServicePrincipal, User, Group } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
const fn = (scope, id) => new Function(scope, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=0') });
function chat(stack, tag) {
  const f = fn(stack, 'F'); const g = fn(stack, 'G ü/x');
  const shared = new WebSocketLambdaIntegration('shared int/ü', f, { timeout: Duration.millis(50), contentHandling: a.ContentHandling.CONVERT_TO_TEXT });
  const api = new a.WebSocketApi(stack, 'Chat é', {
    apiName: tag, description: '', routeSelectionExpression: '${request.method} ${request.path}', disableSchemaValidation: false,
    apiKeySelectionExpression: new a.WebSocketApiKeySelectionExpression(''), ipAddressType: a.IpAddressType.IPV4,
    connectRouteOptions: { integration: shared, authorizer: new WebSocketLambdaAuthorizer('auth / ü', g, { identitySource: [], authorizerName: '' }), returnResponse: true },
    disconnectRouteOptions: { integration: shared },
    defaultRouteOptions: { integration: shared, returnResponse: false },
  });
  api.addRoute('ü ñ', { integration: shared, returnResponse: true, apiKeyRequired: true });
  api.addRoute('', { integration: new WebSocketMockIntegration('m', { requestTemplates: {}, templateSelectionExpression: '' }) });
  api.addRoute('$default2', { integration: new WebSocketAwsIntegration('AwsI', { integrationUri: '', integrationMethod: '', requestTemplates: {}, requestParameters: { 'z': '', 'a': Aws.REGION }, passthroughBehavior: a.PassthroughBehavior.NEVER, contentHandling: a.ContentHandling.CONVERT_TO_BINARY, templateSelectionExpression: Aws.STACK_ID, timeout: Duration.seconds(29) }) });
  const logs = new LogGroup(stack, 'Logs', { removalPolicy: RemovalPolicy.DESTROY });
  const st = new a.WebSocketStage(stack, 'St age', { webSocketApi: api, stageName: 'ü', autoDeploy: true, description: '', throttle: { burstLimit: 0, rateLimit: 0.5 }, stageVariables: { '2': 'b', '1': '', z: 'ü' }, accessLogSettings: { destination: new a.LogGroupLogDestination(logs) } });
  st.addStageVariable('1', 'again'); st.addStageVariable('n', tag);
  const u = new User(stack, 'U');
  st.grantManagementApiAccess(u); api.grantManageConnections(u); api.grantManageConnections(new Group(stack, 'Grp'));
  new CfnOutput(stack, 'O1', { value: st.url }); new CfnOutput(stack, 'O2', { value: st.callbackUrl }); new CfnOutput(stack, 'O3', { value: api.apiEndpoint });
  new CfnOutput(stack, 'O4', { value: api.arnForExecuteApiV2('', '') }); new CfnOutput(stack, 'O5', { value: api.arnForExecuteApiV2('$connect') });
  new CfnOutput(stack, 'O6', { value: api.arnForExecuteApi('get', '', 'x') });
  new CfnOutput(stack, 'O7', { value: api.arnForExecuteApi('', '/p', '') });
  st.metric('ConnectCount', { period: Duration.minutes(1), statistic: 'p99' }).createAlarm(stack, 'Al', { threshold: 1, evaluationPeriods: 2 });
  api.metric('x', { label: 'l' }).createAlarm(stack, 'Al2', { threshold: 1, evaluationPeriods: 2 });
  api.applyRemovalPolicy(RemovalPolicy.RETAIN); st.applyRemovalPolicy(RemovalPolicy.DESTROY);
  Tags.of(api).add('k', 'ü'); Tags.of(st).add('s', ''); Tags.of(stack).add('all', '1', { excludeResourceTypes: ['AWS::ApiGatewayV2::Stage'] }); Tags.of(stack).remove('s', { includeResourceTypes: ['AWS::Lambda::Function'] });
  const c = st.node.defaultChild; c.addPropertyOverride('DefaultRouteSettings.DataTraceEnabled', true); c.addPropertyOverride('RouteSettings', { '$connect': { ThrottlingBurstLimit: 1 } });
  c.addPropertyDeletionOverride('AutoDeploy'); c.description = 'changed';
  api.node.defaultChild.addOverride('Metadata.x', [1, { a: null }]);
  api.node.defaultChild.addDeletionOverride('Properties.Description');
  return { api, st, f, g, u };
}
export function build(app) {
  chat(new Stack(app, 'A'), Aws.STACK_NAME);
  chat(new Stack(app, 'Cn', { env: { account: '111111111111', region: 'cn-north-1' } }), 'cn');
  chat(new Stack(app, 'Gov', { env: { account: '111111111111', region: 'us-gov-west-1' } }), 'gov');
  chat(new Stack(app, 'Reg', { env: { region: 'eu-central-1' } }), 'reg');
  const stage = new Stage(app, 'Prod', { env: { account: '222222222222', region: 'ap-south-1' } });
  const one = new Stack(stage, 'One'); const two = new Stack(stage, 'Two'); const three = new Stack(stage, 'Three', { env: { account: '222222222222', region: 'us-east-1' } });
  const nested = new NestedStack(one, 'Nest'); const deep = new NestedStack(nested, 'Deep');
  const { api, st, f } = chat(nested, 'nested');
  new a.WebSocketRoute(deep, 'R', { webSocketApi: api, routeKey: 'deep', integration: new WebSocketLambdaIntegration('D', f), returnResponse: true });
  const fd = fn(deep, 'Fd');
  api.addRoute('fromdeep', { integration: new WebSocketLambdaIntegration('FD', fd) });
  const s2 = new a.WebSocketStage(two, 'S2', { webSocketApi: api, stageName: 's2', autoDeploy: true });
  const key = new a.ApiKey(nested, 'K', { apiKeyName: 'k', enabled: false });
  const plan = new a.UsagePlan(two, 'P', { usagePlanName: '', description: '', apiStages: [{ api, stage: s2 }, { stage: st }], quota: { limit: 0, offset: 0, period: a.Period.DAY }, throttle: { rateLimit: 0.1 } });
  plan.addApiKey(key, { overrideLogicalId: 'Over' });
  plan.addApiKey(new a.ApiKey(two, 'K2', { description: '' }));
  plan.addApiKey(a.ApiKey.fromApiKeyId(two, 'Imp', Fn.importValue('kk')));
  const cert = Certificate.fromCertificateArn(two, 'Cert', 'arn:aws:acm:us-east-1:111111111111:certificate/one');
  const dom = new a.DomainName(two, 'Dom', { domainName: 'x.example.com', certificate: cert });
  const http = new a.HttpApi(two, 'Http', { defaultDomainMapping: { domainName: dom, mappingKey: 'http' } });
  const s3 = new a.WebSocketStage(two, 'S3', { webSocketApi: api, stageName: 's3', domainMapping: { domainName: dom, mappingKey: 'ws/v1' } });
  new a.WebSocketStage(two, 'S4', { webSocketApi: api, stageName: 's4', domainMapping: { domainName: dom }, detailedMetricsEnabled: true });
  new a.ApiMapping(two, 'Map', { api, domainName: dom, stage: st, apiMappingKey: 'other' });
  const idom = a.DomainName.fromDomainNameAttributes(two, 'IDom', { name: 'i.example.com', regionalDomainName: 'r', regionalHostedZoneId: 'z' });
  new a.WebSocketStage(two, 'S5', { webSocketApi: api, stageName: 's5', domainMapping: { domainName: idom, mappingKey: 'k' }, accessLogSettings: { destination: new a.LogGroupLogDestination(LogGroup.fromLogGroupName(two, 'LG', 'old')), format: AccessLogFormat.custom('$context.requestId ü') } });
  new CfnOutput(two, 'Url', { value: st.url });
  new CfnOutput(three, 'Ep', { value: api.apiId });
  const imp = a.WebSocketApi.fromWebSocketApiAttributes(two, 'ImpApi', { webSocketId: Token.asString({ Ref: 'X' }), apiEndpoint: 'wss://e' });
  new a.WebSocketRoute(two, 'IR', { webSocketApi: imp, routeKey: '$connect', integration: new WebSocketMockIntegration('x'), authorizer: new a.WebSocketNoneAuthorizer(), apiKeyRequired: false });
  const ia = a.WebSocketAuthorizer.fromWebSocketAuthorizerAttributes(two, 'IA', { authorizerId: 'au', authorizerType: 'CUSTOM' });
  new a.WebSocketRoute(two, 'IR2', { webSocketApi: imp, routeKey: '$connect', integration: new WebSocketMockIntegration('x'), authorizer: ia });
  imp.metric('m').createAlarm(two, 'ImA', { threshold: 0, evaluationPeriods: 1 });
  // one authorizer with two imports of one API
  const i1 = a.WebSocketApi.fromWebSocketApiAttributes(two, 'I1', { webSocketId: 'same' });
  const i2 = a.WebSocketApi.fromWebSocketApiAttributes(two, 'I2', { webSocketId: 'same' });
  const la = new WebSocketLambdaAuthorizer('LA', f);
  new a.WebSocketRoute(two, 'RI1', { webSocketApi: i1, routeKey: '$connect', integration: new WebSocketMockIntegration('y'), authorizer: la });
  new a.WebSocketRoute(two, 'RI2', { webSocketApi: i2, routeKey: '$connect', integration: new WebSocketMockIntegration('y'), authorizer: la });
}
