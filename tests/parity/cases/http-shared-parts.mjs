// Functions, authorizers, user pools, queues and domain names that several stacks and a nested one share, in two stages, with tags and an
// aspect over everything.
import { Aspects, CfnOutput, Duration, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { CfnRoute, CfnStage, DomainName, HttpApi, HttpAuthorizer, HttpAuthorizerType, HttpConnectionType, HttpIntegration, HttpIntegrationType, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, IntegrationCredentials, LogGroupLogDestination, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer, HttpLambdaAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { HttpIntegrationSubtype } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

function service(scope) {
  const data = new Stack(scope, 'Data'), edge = new Stack(scope, 'Edge'), more = new Stack(scope, 'More');
  const fn = new Function(data, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') });
  const live = new Alias(data, 'Live', { aliasName: 'live', version: fn.currentVersion });
  const pool = new UserPool(data, 'Pool');
  const client = pool.addClient('Web');
  const machine = new StateMachine(data, 'Machine', { definitionBody: DefinitionBody.fromString('{}') });
  const queue = new Queue(data, 'Queue');
  const bus = new EventBus(data, 'Bus');
  const role = new Role(data, 'Role', { assumedBy: new ServicePrincipal('apigateway') });

  const gate = new HttpLambdaAuthorizer('Gate', live, { authorizerName: 'g' });
  const api = new HttpApi(edge, 'Api', { defaultAuthorizer: gate, defaultIntegration: new HttpLambdaIntegration('Dflt', live) });
  const readers = new HttpUserPoolAuthorizer('Readers', pool, { userPoolClients: [client, client], userPoolRegion: 'us-west-2' });
  const lambda = new HttpLambdaIntegration('Fn', fn);
  api.addRoutes({ path: '/a', methods: [HttpMethod.GET, HttpMethod.PUT], integration: lambda, authorizer: readers, authorizationScopes: ['s/read'] });
  api.addRoutes({ path: '/made', integration: lambda, authorizer: new HttpUserPoolAuthorizer('Made', pool) });
  api.addRoutes({ path: '/machine', integration: new HttpStepFunctionsIntegration('Machine', { stateMachine: machine }) });
  api.addRoutes({ path: '/stop', integration: new HttpStepFunctionsIntegration('Stop', { stateMachine: machine, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_STOP_EXECUTION }) });
  api.addRoutes({ path: '/queue', integration: new HttpSqsIntegration('Queue', { queue, subtype: HttpIntegrationSubtype.SQS_RECEIVE_MESSAGE }) });
  api.addRoutes({ path: '/bus', integration: new HttpEventBridgeIntegration('Bus', { eventBusRef: bus.eventBusRef }) });

  // Routes, stages, authorizers and integrations of the API in other stacks.
  const elsewhere = new HttpLambdaIntegration('Elsewhere', fn, { scopePermissionToRoute: false });
  const first = new HttpRoute(more, 'First', { httpApi: api, routeKey: HttpRouteKey.with('/first/{x}', HttpMethod.ANY), integration: elsewhere, authorizer: new HttpIamAuthorizer() });
  new HttpRoute(more, 'Second', { httpApi: api, routeKey: HttpRouteKey.with('/second', HttpMethod.ANY), integration: elsewhere });
  new HttpRoute(more, 'Third', { httpApi: api, routeKey: HttpRouteKey.with('/third', HttpMethod.ANY), integration: new HttpLambdaIntegration('InData', fn), authorizer: readers });
  first.grantInvoke(new User(more, 'User'), { httpMethods: [HttpMethod.GET, HttpMethod.POST] });
  const jwt = new HttpAuthorizer(more, 'Jwt', { httpApi: api, identitySource: ['$request.header.A', '$request.querystring.b'], type: HttpAuthorizerType.JWT, jwtAudience: [client.userPoolClientId], jwtIssuer: pool.userPoolProviderUrl });
  const byId = HttpAuthorizer.fromHttpAuthorizerAttributes(more, 'ById', { authorizerId: jwt.authorizerId, authorizerType: 'JWT' });
  const byJwt = new HttpRoute(more, 'ByJwt', { httpApi: api, routeKey: HttpRouteKey.with('/jwt', HttpMethod.OPTIONS), integration: new HttpUrlIntegration('U', `https://${api.apiId}.example.com`), authorizer: byId, authorizationScopes: ['z', 'y', 'z'] });
  new HttpIntegration(more, 'Own', { httpApi: api, integrationType: HttpIntegrationType.AWS_PROXY, integrationSubtype: HttpIntegrationSubtype.KINESIS_PUT_RECORD, credentials: IntegrationCredentials.fromRole(role), payloadFormatVersion: PayloadFormatVersion.VERSION_1_0, connectionType: HttpConnectionType.INTERNET, timeout: Duration.millis(50) });
  const certificate = Certificate.fromCertificateArn(data, 'Cert', 'arn:aws:acm:us-east-1:111111111111:certificate/c');
  const domainName = new DomainName(data, 'Domain', { domainName: 'x.example.com', certificate });
  const logs = new LogGroup(data, 'Logs');
  const stage = new HttpStage(more, 'Stage', { httpApi: api, stageName: 'more', domainMapping: { domainName }, accessLogSettings: { destination: new LogGroupLogDestination(logs) }, stageVariables: { queue: queue.queueUrl } });
  const nested = new NestedStack(edge, 'Nested');
  const inside = new HttpApi(nested, 'Inside', { defaultAuthorizer: new HttpJwtAuthorizer('Jwt', pool.userPoolProviderUrl, { jwtAudience: ['a', client.userPoolClientId] }), defaultDomainMapping: { domainName, mappingKey: 'inside' } });
  inside.addRoutes({ path: '/x', integration: new HttpLambdaIntegration('X', live, { scopePermissionToRoute: false }) });
  inside.addRoutes({ path: '/y', integration: new HttpLambdaIntegration('Y', fn), authorizer: new HttpLambdaAuthorizer('Gate2', fn) });
  api.addRoutes({ path: '/role', integration: new HttpUrlIntegration('Role', 'https://x/'), authorizer: new HttpLambdaAuthorizer('WithRole', fn, { role, resultsCacheTtl: Duration.hours(1) }) });
  fn.addEnvironment('STAGE', 'x');
  new CfnOutput(more, 'Url', { value: stage.url }); new CfnOutput(more, 'DomainUrl', { value: stage.domainUrl }); new CfnOutput(more, 'FirstArn', { value: first.routeArn }); new CfnOutput(more, 'FirstId', { value: byJwt.routeId });
  new CfnOutput(edge, 'Inside', { value: inside.apiEndpoint }); new CfnOutput(more, 'InsideUrl', { value: inside.url });
  stage.metricLatency({ statistic: 'tm90', label: 'l' }).createAlarm(edge, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
}
export function build(app) {
  const a = new Stage(app, 'A');
  service(a);
  service(new Stage(app, 'B', { env: { account: '111111111111', region: 'cn-north-1' } }));
  Tags.of(a).add('stage', 'a'); Tags.of(app).add('all', 'x', { includeResourceTypes: ['AWS::ApiGatewayV2::Stage', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::DomainName'], priority: 50 });
  Aspects.of(app).add({ visit(node) {
    if (node instanceof CfnRoute) { node.operationName = `op${node.routeKey.length}`; node.addPropertyOverride('RequestParameters.x', { Required: true }); }
    if (node instanceof CfnStage) { node.addOverride('Properties.DefaultRouteSettings.ThrottlingRateLimit', 7); node.addPropertyDeletionOverride('AutoDeploy'); node.addMetadata('m', [1, 'é']); }
  } });
}
