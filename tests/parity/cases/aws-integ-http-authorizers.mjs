// The programs of the CDK's own integration tests of HTTP authorizers (IAM with a user's key, functions, user pools), each a
// stack.
import { fileURLToPath } from 'node:url';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpIntegrationType, HttpMethod, HttpRoute, HttpRouteIntegration, HttpRouteKey, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AccessKey, User } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';

export const context = { '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false };

const asset = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const handler = (scope, id, directory) => new Function(scope, id, {
  runtime: Runtime.NODEJS_20_X, handler: 'index.handler', code: Code.fromAsset(asset(directory), { exclude: ['*.ts'] }),
});

class Example extends HttpRouteIntegration {
  bind() {
    return { type: HttpIntegrationType.HTTP_PROXY, payloadFormatVersion: PayloadFormatVersion.VERSION_1_0, method: HttpMethod.GET, uri: 'https://www.example.com/' };
  }
}

function iam(app) {
  const stack = new Stack(app, 'IntegApiGatewayV2Iam');
  const user = new User(stack, 'User');
  const key = new AccessKey(stack, 'UserAccess', { user });
  const api = new HttpApi(stack, 'HttpApi', { defaultAuthorizer: new HttpIamAuthorizer() });
  for (const path of ['/foo', '/books/{book}']) {
    const [route] = api.addRoutes({ path, integration: new Example('examplecom') });
    route.grantInvoke(user);
  }
  new CfnOutput(stack, 'API', { value: api.url });
  new CfnOutput(stack, 'TESTACCESSKEYID', { value: key.accessKeyId });
  new CfnOutput(stack, 'TESTSECRETACCESSKEY', { value: key.secretAccessKey.unsafeUnwrap() });
  new CfnOutput(stack, 'TESTREGION', { value: stack.region });
}

function apis(stack, authorizer, props, name) {
  const api = new HttpApi(stack, 'MyHttpApi');
  const other = new HttpApi(stack, 'MyHttpApiWithDefaultAuthorizer', props);
  const answers = handler(stack, 'lambda', 'hello');
  api.addRoutes({ path: '/', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration(name, answers), authorizer });
  const routeKey = HttpRouteKey.with('/v1/mything/{proxy+}', HttpMethod.ANY);
  new HttpRoute(stack, 'Route', { httpApi: other, routeKey, integration: new HttpLambdaIntegration('RootIntegration', answers) });
  return [api, other];
}

function lambda(app) {
  const stack = new Stack(app, 'AuthorizerInteg');
  const asks = handler(stack, 'auth-function', 'nested');
  const props = { authorizerName: 'my-simple-authorizer', identitySource: ['$request.header.X-API-Key'], responseTypes: [HttpLambdaResponseType.SIMPLE] };
  const authorizer = new HttpLambdaAuthorizer('LambdaAuthorizer', asks, props);
  const defaultAuthorizer = new HttpLambdaAuthorizer('LambdaDefaultAuthorizer', asks, props);
  const [api, other] = apis(stack, authorizer, { defaultAuthorizer }, 'RootIntegration');
  new CfnOutput(stack, 'URL', { value: api.url });
  new CfnOutput(stack, 'URLWithDefaultAuthorizer', { value: other.url });
  new CfnOutput(stack, 'AuthorizerId', { value: authorizer.authorizerId });
  new CfnOutput(stack, 'AuthorizationType', { value: authorizer.authorizationType });
}

function userPool(app) {
  const stack = new Stack(app, 'AuthorizerIntegUserPool');
  const authorizer = new HttpUserPoolAuthorizer('UserPoolAuthorizer', new UserPool(stack, 'userpool'));
  const defaultAuthorizer = new HttpUserPoolAuthorizer('UserPoolDefaultAuthorizer', new UserPool(stack, 'userpoolForDefaultAuthorizer'));
  apis(stack, authorizer, { defaultAuthorizer, defaultAuthorizationScopes: ['scope1', 'scope2'] }, 'RootIntegratin');
}

export function build(app) {
  for (const program of [iam, lambda, userPool]) program(app);
}
