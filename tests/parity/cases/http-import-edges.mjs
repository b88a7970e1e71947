// Imported APIs, one of them twice, with everything on top: routes with odd paths, shared authorizers, links, stages, mappings.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integ from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as auth from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';

export function build(app) {
  const s = new Stack(app, 'HttpImportEdges');
    const vpc = ec2.Vpc.fromVpcAttributes(s, 'V', { vpcId: 'vpc-1', availabilityZones: ['a'] , privateSubnetIds: ['subnet-1'] });
    const link = apigwv2.VpcLink.fromVpcLinkAttributes(s, 'awesome-vpc-link', { vpcLinkId: 'us-east-1_oiuR12Abd', vpc });
    const api = apigwv2.HttpApi.fromHttpApiAttributes(s, 'I', { httpApiId: 'h' });
    const l = elb.ApplicationListener.fromApplicationListenerAttributes(s, 'L', { listenerArn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app/my-load-balancer/50dc6c495c0c9188/f2f7dc8efc522ab2', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(s, 'SG', 'sg-12345') });
    new apigwv2.HttpRoute(s, 'Route', { httpApi: api, routeKey: apigwv2.HttpRouteKey.DEFAULT, integration: new integ.HttpAlbIntegration('A', l, { vpcLink: link, secureServerName: '' }), authorizer: new auth.HttpIamAuthorizer() });
    const gate = new auth.HttpLambdaAuthorizer('G', new lambda.Function(s, 'Gate', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('//') }));
    const again = apigwv2.HttpApi.fromHttpApiAttributes(s, 'I2', { httpApiId: 'h', apiEndpoint: 'https://e' });
    const url = (i) => new integ.HttpUrlIntegration('U', `https://x/${i}`, { method: apigwv2.HttpMethod.HEAD });
    new apigwv2.HttpRoute(s, 'R1', { httpApi: api, routeKey: apigwv2.HttpRouteKey.with('/é/{a', apigwv2.HttpMethod.GET), integration: url(1), authorizer: gate, authorizationScopes: ['x'] });
    new apigwv2.HttpRoute(s, 'R2', { httpApi: again, routeKey: apigwv2.HttpRouteKey.with(`/${'é'.repeat(800)}`, 'ANY'), integration: url(2), authorizer: gate });
    const jwt = new auth.HttpJwtAuthorizer('J', 'https://i', { jwtAudience: ['x'] });
    new apigwv2.HttpRoute(s, 'R3', { httpApi: again, routeKey: apigwv2.HttpRouteKey.with('/a}{b}c{d}', 'ANY'), integration: url(3), authorizer: jwt });
    new apigwv2.HttpRoute(s, 'R4', { httpApi: api, routeKey: apigwv2.HttpRouteKey.with('//x', 'ANY'), integration: url(4), authorizer: jwt });
    api.metricCount().createAlarm(s, 'Al', { threshold: 1, evaluationPeriods: 1 });
    again.addVpcLink({ vpc, vpcLinkName: '' }); again.addVpcLink({ vpc });
    const st = new apigwv2.HttpStage(s, 'St', { httpApi: again, accessLogSettings: { destination: new apigwv2.LogGroupLogDestination(logs.LogGroup.fromLogGroupArn(s, 'lg', 'arn:aws:logs:us-east-1:111111111111:log-group:x:*')) } });
    const dn = apigwv2.DomainName.fromDomainNameAttributes(s, 'dn', { name: 'n', regionalDomainName: 'r', regionalHostedZoneId: 'h' });
    const m = new apigwv2.ApiMapping(s, 'M', { api: again, domainName: dn, stage: apigwv2.HttpStage.fromHttpStageAttributes(s, 'is', { api, stageName: '$default' }) });
    new CfnOutput(s, 'M1', { value: m.domainUrl }); new CfnOutput(s, 'M2', { value: m.apiMappingId }); new CfnOutput(s, 'U', { value: st.url }); new CfnOutput(s, 'E', { value: again.apiEndpoint });
}
