// One HTTP API with 100 routes to ten functions.
import { Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { newApp } from './app';

const app = newApp();
const stack = new Stack(app, 'Routes');
const api = new HttpApi(stack, 'Api');
for (let number = 0; number < 10; number++) {
  const fn = new Function(stack, `Function${number}`, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
  });
  const integration = new HttpLambdaIntegration(`Integration${number}`, fn);
  for (let index = 0; index < 10; index++) {
    api.addRoutes({ path: `/items-${number}-${index}/{id}`, methods: [HttpMethod.GET], integration });
  }
}
app.synth();
