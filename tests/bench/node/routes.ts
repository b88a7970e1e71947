// One HTTP API with 100 routes to one function.
import { Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { newApp } from './app';

const app = newApp();
const stack = new Stack(app, 'Routes');
const fn = new Function(stack, 'Function', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
});
const api = new HttpApi(stack, 'Api');
const integration = new HttpLambdaIntegration('Integration', fn);
for (let index = 0; index < 100; index++) {
  api.addRoutes({ path: `/items-${index}/{id}`, methods: [HttpMethod.GET], integration });
}
app.synth();
