// The example `chat` with aws-cdk-lib: node chat.mjs OUT ROOT.
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { newApp, root } from './app.mjs';

const app = newApp();
const stack = new Stack(app, 'Chat', { description: 'A chat over WebSockets' });
const table = new CfnTable(stack, 'Connections', {
  attributeDefinitions: [{ attributeName: 'connectionId', attributeType: 'S' }],
  keySchema: [{ attributeName: 'connectionId', keyType: 'HASH' }],
  billingMode: 'PAY_PER_REQUEST',
});
table.applyRemovalPolicy(RemovalPolicy.DESTROY);
const fn = (id, module, actions) => {
  const made = new Function(stack, id, {
    runtime: Runtime.PYTHON_3_13, handler: `${module}.handler`, code: Code.fromAsset(`${root}/examples/chat/lambda`),
    timeout: Duration.seconds(10), environment: { TABLE: table.ref },
  });
  if (actions.length > 0) made.addToRolePolicy(new PolicyStatement({ actions, resources: [table.attrArn] }));
  return made;
};
const connect = fn('Connect', 'connect', ['dynamodb:PutItem']);
const disconnect = fn('Disconnect', 'disconnect', ['dynamodb:DeleteItem']);
const send = fn('SendMessage', 'send_message', ['dynamodb:Scan', 'dynamodb:DeleteItem']);
const help = fn('Help', 'help', []);
const authorize = fn('Authorize', 'authorize', []);
const members = new WebSocketLambdaAuthorizer('Members', authorize, { identitySource: ['route.request.querystring.name'] });
const api = new WebSocketApi(stack, 'Api', {
  apiName: 'chat',
  connectRouteOptions: { integration: new WebSocketLambdaIntegration('Connect', connect), authorizer: members },
  disconnectRouteOptions: { integration: new WebSocketLambdaIntegration('Disconnect', disconnect) },
  defaultRouteOptions: { integration: new WebSocketLambdaIntegration('Help', help) },
});
api.addRoute('sendmessage', { integration: new WebSocketLambdaIntegration('SendMessage', send) });
api.grantManageConnections(send);
api.grantManageConnections(help);
for (const name of ['beta', 'live']) {
  const stage = new WebSocketStage(stack, name, {
    webSocketApi: api, stageName: name, autoDeploy: true, throttle: { rateLimit: 100, burstLimit: 50 },
  });
  new CfnOutput(stack, `${name}Url`, { value: stage.url });
}
app.synth();
