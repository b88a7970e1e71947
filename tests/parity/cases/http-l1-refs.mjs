// L1 constructs where L2 are expected: stages, authorizers and integrations of a CfnApi; an imported API with a stage of every
// option, mapped to a CfnDomainName, and a function behind its default route.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import {
  CfnApi, CfnDomainName, HttpApi, HttpApiHelper, HttpAuthorizer, HttpAuthorizerType, HttpIntegration, HttpIntegrationType, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';

export function build(app) {
  const stack = new Stack(app, 'HttpL1Refs');
  const fn = new Function(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler=()=>{}') });
  const l1 = new CfnApi(stack, 'L1', { name: 'l1', protocolType: 'HTTP' });
  const domain = new CfnDomainName(stack, 'Domain', { domainName: 'l1.test' });
  new HttpStage(stack, 'Stage', { httpApi: l1, stageName: 'live', autoDeploy: true });
  new HttpAuthorizer(stack, 'Authorizer', { httpApi: l1, type: HttpAuthorizerType.JWT, identitySource: ['$request.header.A'], jwtAudience: ['a'], jwtIssuer: 'https://i.test' });
  new HttpIntegration(stack, 'Integration', { httpApi: l1, integrationType: HttpIntegrationType.HTTP_PROXY, integrationUri: 'https://u.test' });
  new CfnOutput(stack, 'HelperArn', { value: HttpApiHelper.fromHttpApi(l1).arnForExecuteApi() });

  const imported = HttpApi.fromHttpApiAttributes(stack, 'Imported', { httpApiId: 'abc' });
  const logged = new HttpStage(stack, 'Logged', {
    httpApi: imported, accessLogSettings: { destination: new LogGroupLogDestination(new LogGroup(stack, 'Logs')) }, domainMapping: { domainName: domain },
    throttle: { rateLimit: 1, burstLimit: 2 }, detailedMetricsEnabled: true, stageVariables: { a: 'b' }, description: 'd',
  });
  new HttpRoute(stack, 'Default', { httpApi: imported, routeKey: HttpRouteKey.DEFAULT, integration: new HttpLambdaIntegration('Other', fn, { scopePermissionToRoute: false }) });
  new CfnOutput(stack, 'LoggedUrl', { value: logged.url });
  new CfnOutput(stack, 'LoggedDomainUrl', { value: logged.domainUrl });
}
