// The programs of the CDK's own integration tests of HTTP integrations (queues, state machines, event buses, functions, an HTTP
// proxy, one permission for ten routes, routes below routes), each a stack, without their assertions against AWS.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpIntegrationSubtype, HttpMethod, HttpRoute, HttpRouteKey, ParameterMapping } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpEventBridgeIntegration, HttpLambdaIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration, HttpUrlIntegration,
} from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Function, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Pass, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';

export const context = { '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false };

const answers = (scope, id, body, props = {}) => new Function(scope, id, {
  runtime: Runtime.NODEJS_20_X, handler: 'index.handler', code: new InlineCode(`exports.handler = async () => ({ statusCode: 200, body: '${body}' });`), ...props,
});
const post = (api, path, integration) => api.addRoutes({ path, methods: [HttpMethod.POST], integration });

function sqs(app) {
  const stack = new Stack(app, 'sqs-integration');
  const queue = new Queue(stack, 'Queue');
  const api = new HttpApi(stack, 'Api');
  const subtypes = [
    ['/default'], ['/send-message', HttpIntegrationSubtype.SQS_SEND_MESSAGE], ['/receive-message', HttpIntegrationSubtype.SQS_RECEIVE_MESSAGE],
    ['/delete-message', HttpIntegrationSubtype.SQS_DELETE_MESSAGE], ['/purge-queue', HttpIntegrationSubtype.SQS_PURGE_QUEUE],
  ];
  for (const [path, subtype] of subtypes) post(api, path, new HttpSqsIntegration('Integration', { queue, subtype }));
}

function stepFunctions(app) {
  const stack = new Stack(app, 'stepfunctions-integration');
  const stateMachine = new StateMachine(stack, 'RouteStateMachine', { definition: new Pass(stack, 'Pass1') });
  const express = new StateMachine(stack, 'ExpressStateMachine', { definition: new Pass(stack, 'Pass2'), stateMachineType: StateMachineType.EXPRESS });
  const api = new HttpApi(stack, 'Api');
  const route = (path, props) => post(api, path, new HttpStepFunctionsIntegration('Integration', props));
  route('/default', { stateMachine });
  route('/start', { stateMachine, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_START_EXECUTION });
  route('/start-sync', { stateMachine: express, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_START_SYNC_EXECUTION });
  route('/stop', {
    stateMachine, subtype: HttpIntegrationSubtype.STEPFUNCTIONS_STOP_EXECUTION,
    parameterMapping: new ParameterMapping().custom('ExecutionArn', '$request.querystring.executionArn'),
  });
}

function eventBridge(app) {
  const stack = new Stack(app, 'eventbridge-integration');
  const { eventBusRef } = new EventBus(stack, 'Bus');
  const api = new HttpApi(stack, 'Api');
  post(api, '/default', new HttpEventBridgeIntegration('defaultIntegration', { eventBusRef }));
  post(api, '/put-events', new HttpEventBridgeIntegration('putEventsIntegration', { eventBusRef, subtype: HttpIntegrationSubtype.EVENTBRIDGE_PUT_EVENTS }));
}

function lambdaEndpoint(stack) {
  return new HttpApi(stack, 'LambdaProxyApi', { defaultIntegration: new HttpLambdaIntegration('DefaultIntegration', answers(stack, 'AlwaysSuccess', 'success')) });
}

function lambdaProxy(app) {
  const stack = new Stack(app, 'integ-lambda-proxy');
  new CfnOutput(stack, 'Endpoint', { value: lambdaEndpoint(stack).url });
}

function httpProxy(app) {
  const stack = new Stack(app, 'integ-http-proxy');
  const integration = new HttpUrlIntegration('DefaultIntegration', lambdaEndpoint(stack).url);
  new CfnOutput(stack, 'Endpoint', { value: new HttpApi(stack, 'HttpProxyApi', { defaultIntegration: integration }).url });
}

function onePermission(app) {
  const stack = new Stack(app, 'integ-lambda-permission-consolidation');
  const httpApi = new HttpApi(stack, 'HttpApi');
  const handler = answers(stack, 'Handler', 'hello');
  for (let n = 1; n <= 10; n++) {
    const integration = new HttpLambdaIntegration(`Integration${n}`, handler, { scopePermissionToRoute: false });
    new HttpRoute(stack, `Route${n}`, { httpApi, integration, routeKey: HttpRouteKey.with(`/path${n}`, HttpMethod.GET) });
  }
}

function subroutes(app) {
  const stack = new Stack(app, 'integ-lambda-add-subroute-integration');
  const api = new HttpApi(stack, 'test-apigwv2-add-subroute-integration');
  const first = answers(stack, 'first-lambda-function', 'first');
  const second = answers(stack, 'second-lambda-function', 'second');
  const attributes = { functionArn: second.functionArn, sameEnvironment: true };
  const third = answers(stack, 'third-lambda-function', 'third', { functionName: 'third-lambda-function' });
  const integrations = [
    ['firstroute', new HttpLambdaIntegration('my-lambda-integration', first)],
    ['secondroute', new HttpLambdaIntegration('my-referenced-lambda-integration', Function.fromFunctionAttributes(stack, 'Referenced-Lambda-Attributes', attributes))],
    ['thirdroute', new HttpLambdaIntegration('my-referenced-lambda-integration', Function.fromFunctionName(stack, 'Referenced-Lambda-Name', 'third-lambda-function'))],
  ];
  for (const [name, integration] of integrations) {
    for (const path of [`/${name}`, `/${name}/subroute`]) api.addRoutes({ path, methods: [HttpMethod.GET], integration });
  }
  api.node.addDependency(second);
  api.node.addDependency(third);
}

export function build(app) {
  for (const program of [sqs, stepFunctions, eventBridge, lambdaProxy, httpProxy, onePermission, subroutes]) program(app);
}
