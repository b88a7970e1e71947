// WebSocket APIs at their edges: route keys with slashes and spaces, functions of other stacks, aliases and imports behind
// routes, authorizers of imported APIs, names that are tokens, empty throttles and quotas, usage plans without stages, keys of
// other stacks.
import { Aws, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import {
  ApiKey, HttpMethod, Period, RateLimitedApiKey, UsagePlan, WebSocketApi, WebSocketAuthorizer, WebSocketAuthorizerType, WebSocketIntegration,
  WebSocketIntegrationType, WebSocketRoute, WebSocketStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketIamAuthorizer, WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Role, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export function build(app) {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const shared = new Stack(app, 'WsEdgesShared', { env });
  const stack = new Stack(app, 'WsEdges', { env });
  const fn = (scope, id) => new Function(scope, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=0') });
  const remote = fn(shared, 'Remote');
  const local = fn(stack, 'Local Function');
  const alias = new Alias(stack, 'Alias', { aliasName: 'live', version: local.currentVersion });
  const imported = Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111111111111:function:imported');

  const api = new WebSocketApi(stack, 'Api', {
    connectRouteOptions: { integration: new WebSocketLambdaIntegration('Connect', remote), authorizer: new WebSocketLambdaAuthorizer('Auth', alias) },
    disconnectRouteOptions: { integration: new WebSocketMockIntegration('Disconnect'), returnResponse: true },
  });
  const byAlias = new WebSocketLambdaIntegration('Alias', alias);
  api.addRoute('a/b', { integration: byAlias });
  api.addRoute('with space', { integration: byAlias });
  api.addRoute('imported', { integration: new WebSocketLambdaIntegration('Imported', imported) });
  api.addRoute('{proxy}', { integration: new WebSocketAwsIntegration('Tokens', {
    integrationUri: `arn:aws:apigateway:${Aws.REGION}:sqs:path/${Aws.ACCOUNT_ID}/${local.functionName}`, integrationMethod: HttpMethod.POST,
    credentialsRole: Role.fromRoleArn(stack, 'ImportedRole', 'arn:aws:iam::111111111111:role/sender'),
    requestTemplates: { $default: `Action=SendMessage&Name=${local.functionName}`, 10: 'ten', 9: 'nine' },
    requestParameters: {},
  }) });

  const old = WebSocketApi.fromWebSocketApiAttributes(stack, 'Old', { webSocketId: 'old123' });
  new WebSocketRoute(stack, 'OldConnect', {
    webSocketApi: old, routeKey: '$connect', integration: new WebSocketLambdaIntegration('OldIntegration', local), authorizer: new WebSocketLambdaAuthorizer('OldAuth', imported),
  });
  const scope = new Construct(stack, 'Scope');
  new WebSocketRoute(scope, 'Iam', { webSocketApi: old, routeKey: '$connect', integration: new WebSocketMockIntegration('Iam'), authorizer: new WebSocketIamAuthorizer() });
  new WebSocketIntegration(scope, 'Mock', { webSocketApi: old, integrationType: WebSocketIntegrationType.MOCK, integrationUri: '' });
  new WebSocketAuthorizer(scope, 'Authorizer', { webSocketApi: old, type: WebSocketAuthorizerType.IAM, identitySource: [], authorizerName: Aws.STACK_NAME });

  const name = new CfnParameter(stack, 'StageName');
  const stage = new WebSocketStage(scope, 'Stage', { webSocketApi: api, stageName: name.valueAsString, throttle: {} });
  const other = new WebSocketStage(stack, 'OtherStage', { webSocketApi: api, stageName: 'other', detailedMetricsEnabled: false, stageVariables: { b: '1', a: Aws.REGION } });
  const user = new User(stack, 'User');
  stage.grantManagementApiAccess(user);
  other.grantManagementApiAccess(user);

  const key = new ApiKey(scope, 'Key');
  const last = new Stack(app, 'WsEdgesLast', { env });
  const lastStage = new WebSocketStage(last, 'Stage', { webSocketApi: api, stageName: 'last' });
  const lastFn = fn(last, 'Fn');
  api.grantManageConnections(lastFn);
  lastStage.grantManagementApiAccess(lastFn);
  new UsagePlan(last, 'Plan', { apiStages: [{ api, stage: lastStage }] }).addApiKey(key);

  const remoteKey = new ApiKey(shared, 'RemoteKey', { apiKeyName: `key-${Aws.STACK_NAME}` });
  const plan = new UsagePlan(scope, 'Plan', { apiStages: [{ api }, { stage }, { api: old, stage: other }], throttle: {}, quota: {} });
  plan.addApiStage({ api: old });
  plan.addApiKey(key);
  plan.addApiKey(remoteKey);
  const late = new UsagePlan(stack, 'Late', { apiStages: [], quota: { limit: 1, offset: 0 } });
  late.addApiStage({ api: old });
  new UsagePlan(stack, 'Empty', { apiStages: [], throttle: { burstLimit: 0 } });
  new RateLimitedApiKey(stack, 'NoStages', { apiStages: [], enabled: false, generateDistinctId: false, value: 'a-value-that-is-long-enough', description: 'd' });
  const limited = new RateLimitedApiKey(scope, 'Limited', { quota: { limit: 3, period: Period.MONTH } });
  limited.grantReadWrite(user);
  ApiKey.fromApiKeyId(stack, 'OldKey', 'key123').grantWrite(user);

  new CfnOutput(stack, 'Url', { value: stage.url });
  new CfnOutput(last, 'OtherUrl', { value: other.callbackUrl });
  new CfnOutput(stack, 'OtherUrl', { value: other.url });
}
