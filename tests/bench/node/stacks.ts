// 50 stacks with 300 resources each, all L1.
import { Fn, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { newApp } from './app';

const app = newApp();
for (let number = 0; number < 50; number++) {
  const stack = new Stack(app, `Stack${number}`);
  const api = new CfnApi(stack, 'Api', { name: `api-${number}`, protocolType: 'HTTP' });
  for (let index = 0; index < 149; index++) {
    const integration = new CfnIntegration(stack, `Integration${index}`, {
      apiId: api.ref,
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: `https://service-${index}.example.com/items`,
      payloadFormatVersion: '1.0',
      timeoutInMillis: 10_000,
    });
    new CfnRoute(stack, `Route${index}`, {
      apiId: api.ref,
      routeKey: `GET /items-${index}`,
      target: `integrations/${integration.ref}`,
    });
  }
  new CfnRoute(stack, 'Otherwise', { apiId: api.ref, routeKey: '$default' });
}
app.synth();
