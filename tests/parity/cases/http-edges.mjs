// Edges of HTTP APIs: odd and long ids and paths, many routes on one integration, options given and left empty, tokens where
// text is usual, an API without a stage, escape hatches afterwards.
import { Aws, CfnOutput, CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import { CorsHttpMethod, DomainName, HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, MappingValue, ParameterMapping, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export function build(app) {
  const stack = new Stack(app, 'HttpEdges', { env: { region: 'eu-west-1' } });
  const origins = new CfnParameter(stack, 'Origins', { type: 'CommaDelimitedList' });
  const name = new CfnParameter(stack, 'ApiName');
  const scope = new Construct(new Construct(stack, 'Deep-Scope'), 'Default');

  const api = new HttpApi(scope, 'Ünï-Api', {
    apiName: `x-${name.valueAsString}`, description: Fn.sub('${AWS::StackName} api'), createDefaultStage: false,
    corsPreflight: { allowOrigins: origins.valueAsList, allowMethods: [CorsHttpMethod.ANY], allowHeaders: [], exposeHeaders: ['a'], maxAge: Duration.hours(1) },
    routeSelectionExpression: true,
  });
  const fn = new Function(scope, 'Resource', {
    runtime: Runtime.PYTHON_3_13, handler: 'i.h', code: Code.fromInline('x'), timeout: Duration.minutes(1), memorySize: 256, description: 'd',
    environment: { B: 'b', A: Aws.REGION },
  });
  fn.addEnvironment('C', api.apiId);
  const shared = new HttpLambdaIntegration('Shared Integration!', fn, { scopePermissionToRoute: false });
  for (const path of ['/', '/a', '/a/{b}', '/a/{b}/{c+}', '/UPPER/lower', `/${'long'.repeat(60)}`]) {
    api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.PUT], integration: shared });
  }
  const mapping = new ParameterMapping()
    .overwritePath(MappingValue.custom('/x/$request.path.b')).removeHeader('gone').custom('append:header.own', 'v').appendQueryString('q', MappingValue.stageVariable('s'));
  const [url] = api.addRoutes({
    path: '/url/{b}', methods: [HttpMethod.HEAD],
    integration: new HttpUrlIntegration('Url', `https://${Fn.importValue('host')}:8080/{b}`, { method: HttpMethod.GET, parameterMapping: mapping, timeout: Duration.millis(29000) }),
  });
  new HttpRoute(stack, 'Standalone', {
    httpApi: api, routeKey: HttpRouteKey.with('/own', HttpMethod.DELETE),
    integration: new HttpLambdaIntegration('Own', fn, { payloadFormatVersion: PayloadFormatVersion.custom('3.0') }),
  });
  const stage = new HttpStage(stack, 'Beta', {
    httpApi: api, stageName: 'beta', autoDeploy: false, description: 'b', throttle: { rateLimit: 0.5 }, detailedMetricsEnabled: false, stageVariables: { z: '1', a: Aws.REGION },
  });
  stage.addStageVariable('m', 'late');
  api.addStage('Gamma', { stageName: 'gamma', throttle: { burstLimit: 0 }, detailedMetricsEnabled: true });

  const certificate = Certificate.fromCertificateArn(stack, 'Cert', Fn.importValue('cert'));
  const domain = new DomainName(stack, 'Domain', { domainName: Fn.join('.', ['api', Aws.URL_SUFFIX]), certificate });
  const mapped = new HttpApi(stack, 'Mapped', { defaultDomainMapping: { domainName: domain }, disableExecuteApiEndpoint: false });
  mapped.addStage('Second', { stageName: 'second', domainMapping: { domainName: domain, mappingKey: 'a/b' } });

  new CfnOutput(stack, 'StageUrl', { value: stage.url });
  new CfnOutput(stack, 'DomainUrl', { value: mapped.defaultStage.domainUrl });
  new CfnOutput(stack, 'Regional', { value: domain.regionalDomainName });
  new CfnOutput(stack, 'RouteArn', { value: url.routeArn });
  new CfnOutput(stack, 'Arn', { value: api.arnForExecuteApi('GET', '/a/*', 'beta') });
  api.node.defaultChild.addPropertyOverride('CorsConfiguration.AllowMethods', ['GET']);
}
