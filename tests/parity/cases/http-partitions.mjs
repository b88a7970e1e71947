// Everything that an API has, together, in each kind of environment: other partitions, an unknown region, none at all.
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { ApiMapping, DomainName, HttpApi, HttpMethod, HttpNoneAuthorizer, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { HttpIntegrationSubtype } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Role, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';

export function build(app) {
  const envs = {
    China: { account: '111111111111', region: 'cn-north-1' }, Gov: { account: '111111111111', region: 'us-gov-west-1' },
    Iso: { account: '111111111111', region: 'us-iso-east-1' }, RegionOnly: { region: 'cn-northwest-1' }, AccountOnly: { account: '111111111111' }, Agnostic: undefined,
    New: { account: '111111111111', region: 'eu-nowhere-9' },
  };
  for (const [id, env] of Object.entries(envs)) {
    const stack = new Stack(app, id, { env });
    const fn = (id) => new Function(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') });
    const handler = fn('Handler'), gate = fn('Gate');
    const lambdaGate = new HttpLambdaAuthorizer('Gate keeper/1', gate, { responseTypes: [HttpLambdaResponseType.IAM, HttpLambdaResponseType.SIMPLE], resultsCacheTtl: Duration.seconds(0), identitySource: [] });
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', `arn:${Aws.PARTITION}:acm:${stack.region}:${stack.account}:certificate/c`);
    const domainName = new DomainName(stack, 'Domain', { domainName: `${id.toLowerCase()}.example.com`, certificate, securityPolicy: 'TLS_1_2' });
    const api = new HttpApi(stack, 'Api', {
      defaultAuthorizer: lambdaGate, defaultAuthorizationScopes: ['a', 'b', 'a'],
      defaultIntegration: new HttpLambdaIntegration('Default/Integration', handler, { scopePermissionToRoute: false }),
      corsPreflight: { allowOrigins: ['https://a.example.com', ''], allowCredentials: true, allowMethods: [], maxAge: Duration.seconds(0) },
      defaultDomainMapping: { domainName, mappingKey: 'v1/ü' }, description: '', disableExecuteApiEndpoint: true,
    });
    const live = new Alias(stack, 'Live', { aliasName: 'live', version: handler.currentVersion });
    const whole = new HttpLambdaIntegration('Whole', live, { scopePermissionToRoute: false });
    const wholeVersion = new HttpLambdaIntegration('WholeVersion', handler.currentVersion, { scopePermissionToRoute: false });
    api.addRoutes({ path: '/', methods: [HttpMethod.GET, HttpMethod.POST], integration: whole });
    api.addRoutes({ path: '/version', integration: wholeVersion, authorizer: new HttpNoneAuthorizer() });
    api.addRoutes({ path: '/again', integration: new HttpLambdaIntegration('Again', live, { scopePermissionToRoute: false }), authorizer: new HttpNoneAuthorizer(), authorizationScopes: [] });
    api.addRoutes({ path: '/mixed', integration: new HttpLambdaIntegration('Mixed', live), authorizationScopes: [] });
    const machine = new StateMachine(stack, 'Machine', { stateMachineType: StateMachineType.EXPRESS, definitionBody: DefinitionBody.fromString('{}') });
    api.addRoutes({ path: '/stop', methods: [HttpMethod.DELETE], integration: new HttpStepFunctionsIntegration('Stop', { stateMachine: machine, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_STOP_EXECUTION }) });
    api.addRoutes({ path: '/sync', methods: [HttpMethod.DELETE], integration: new HttpStepFunctionsIntegration('Sync', { stateMachine: machine, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_START_SYNC_EXECUTION }) });
    api.addRoutes({ path: '/queue', integration: new HttpSqsIntegration('Queue', { queue: Queue.fromQueueArn(stack, 'OldQueue', 'arn:aws-cn:sqs:cn-north-1:222222222222:old') }), authorizer: new HttpIamAuthorizer() });
    api.addRoutes({ path: '/bus', integration: new HttpEventBridgeIntegration('Bus', { eventBusRef: EventBus.fromEventBusName(stack, 'Bus', 'default').eventBusRef }) });
    const pool = UserPool.fromUserPoolId(stack, 'Pool', 'pool_1');
    api.addRoutes({ path: '/pool', integration: new HttpUrlIntegration('Url', 'https://example.com'), authorizer: new HttpUserPoolAuthorizer('Pool', pool) });
    const iam = new HttpIamAuthorizer();
    const routes = api.addRoutes({ path: '/iam/{proxy+}/x', methods: [HttpMethod.ANY, HttpMethod.PATCH], integration: whole, authorizer: iam, authorizationScopes: ['x'] });
    const user = new User(stack, 'User');
    routes[0].grantInvoke(user, { httpMethods: [HttpMethod.GET, HttpMethod.ANY, HttpMethod.GET] });
    routes[1].grantInvoke(user);
    routes[1].grantInvoke(Role.fromRoleArn(stack, 'ImportedRole', 'arn:aws:iam::111111111111:role/path/r'));
    routes[0].grantInvoke(gate);
    const stage = api.addStage('Stage one/two', { stageName: 'one', detailedMetricsEnabled: true, accessLogSettings: { destination: new LogGroupLogDestination(LogGroup.fromLogGroupName(stack, 'OldLogs', 'old')), format: AccessLogFormat.jsonWithStandardFields() } });
    new ApiMapping(stack, 'Mapping', { api, domainName, stage });
    stage.metricCount().createAlarm(stack, 'Alarm', { threshold: 0, evaluationPeriods: 1 });
    for (const [key, value] of Object.entries({ Url: api.url, StageUrl: stage.url, DomainUrl: api.defaultStage.domainUrl, Arn: api.arnForExecuteApi(), Arn2: api.arnForExecuteApi('any', '/', '$default'), Gate: lambdaGate.authorizerId, RouteArn: routes[0].routeArn, DomainArn: domainName.domainNameArn, Stage: stage.stageRef.stageName, Name: api.httpApiName })) new CfnOutput(stack, `Out${key}`, { value });
    Tags.of(stack).add('kind', 'http'); Tags.of(api).add('aws', 'é "x"'); Tags.of(domainName).remove('kind');
    api.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
