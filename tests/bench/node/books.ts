// The example `books`.
import * as path from 'node:path';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { newApp } from './app';

const app = newApp();
const stack = new Stack(app, 'Books');

const listBooks = new Function(stack, 'ListBooks', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromAsset(path.join(process.env.BENCH_ROOT!, 'examples/books/lambda/list-books')),
});

const api = new HttpApi(stack, 'HttpApi', {
  corsPreflight: { allowMethods: [CorsHttpMethod.GET], allowOrigins: ['*'], maxAge: Duration.days(1) },
});

api.addRoutes({ path: '/books', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration('ListBooks', listBooks) });
api.addRoutes({
  path: '/archive/{proxy+}',
  integration: new HttpUrlIntegration('Archive', 'https://archive.example.com/{proxy}'),
});

new CfnOutput(stack, 'Url', { value: api.apiEndpoint });

app.synth();
