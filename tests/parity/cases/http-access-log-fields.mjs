// Access logs with the flag @aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard off: every AccessLogField, a format with
// tokens, destinations imported by ARN (with and without wildcard, of another account) and by name, a log group of another stack.
import { Aws, CfnParameter, Stack } from 'aws-cdk-lib';
import { AccessLogField as F, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';

export const context = { '@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard': false };

export function build(app) {
  const other = new Stack(app, 'Logs', { env: { account: '111111111111', region: 'eu-west-1' } });
  const stack = new Stack(app, 'HttpAccessLogFields', { env: { account: '222222222222', region: 'eu-west-1' } });
  const api = new HttpApi(stack, 'Api', { createDefaultStage: false });
  const name = new CfnParameter(stack, 'LogName');
  const log = (stageName, logGroup, format) =>
    api.addStage(stageName, { stageName, accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format } });

  const named = ['contextAuthorizerClaims', 'contextAuthorizer', 'contextRequestOverrideHeader', 'contextRequestOverridePath',
    'contextRequestOverrideQuerystring', 'contextResponseOverrideHeader'];
  const all = [
    F.contextCallerAccountId(), F.contextOwnerAccountId(), F.contextApiId(), F.contextAuthorizerPrincipalId(), F.contextAwsEndpointRequestId(),
    F.contextDomainName(), F.contextDomainPrefix(), F.contextErrorMessage(), F.contextErrorMessageString(), F.contextErrorResponseType(),
    F.contextErrorValidationErrorString(), F.contextExtendedRequestId(), F.contextHttpMethod(), F.contextIdentityAccountId(),
    F.contextIdentityApiKey(), F.contextIdentityApiKeyId(), F.contextIdentityCaller(), F.contextIdentityCognitoAuthenticationProvider(),
    F.contextIdentityCognitoAuthenticationType(), F.contextIdentityCognitoIdentityId(), F.contextIdentityCognitoIdentityPoolId(),
    F.contextIdentityPrincipalOrgId(), F.contextIdentitySourceIp(), F.contextIdentityClientCertPem(), F.contextIdentityClientCertSubjectDN(),
    F.contextIdentityClientCertIssunerDN(), F.contextIdentityClientCertSerialNumber(), F.contextIdentityClientCertValidityNotBefore(),
    F.contextIdentityClientCertValidityNotAfter(), F.contextIdentityUser(), F.contextIdentityUserAgent(), F.contextIdentityUserArn(),
    F.contextPath(), F.contextProtocol(), F.contextRequestId(), F.contextResponseOverrideStatus(), F.contextRequestTime(),
    F.contextRequestTimeEpoch(), F.contextResourceId(), F.contextResourcePath(), F.contextStage(), F.contextWafResponseCode(),
    F.contextWebaclArn(), F.contextXrayTraceId(), F.contextAuthorizerIntegrationLatency(), F.contextIntegrationLatency(),
    F.contextIntegrationStatus(), F.contextResponseLatency(), F.contextResponseLength(), F.contextStatus(), F.contextAuthorizeError(),
    F.contextAuthorizeLatency(), F.contextAuthorizeStatus(), F.contextAuthorizerError(), F.contextAuthorizerIntegrationStatus(),
    F.contextAuthorizerLatency(), F.contextAuthorizerRequestId(), F.contextAuthorizerStatus(), F.contextAuthenticateError(),
    F.contextAuthenticateLatency(), F.contextAuthenticateStatus(), F.contextCustomDomainBasePathMatched(), F.contextIntegrationErrorMessage(),
    F.contextWafError(), F.contextWafLatency(), F.contextWafStatus(), F.contextEventType(), F.contextRouteKey(), F.contextConnectionId(),
    ...named.map((method) => F[method]('own')),
  ];
  log('all', LogGroup.fromLogGroupArn(stack, 'Wild', 'arn:aws:logs:us-east-1:333333333333:log-group:/a/b:*'), AccessLogFormat.custom(all.join(' ')));
  log('plain', LogGroup.fromLogGroupArn(stack, 'Plain', 'arn:aws:logs:eu-west-1:222222222222:log-group:plain'), AccessLogFormat.clf());
  log('token', LogGroup.fromLogGroupName(stack, 'Token', name.valueAsString), AccessLogFormat.custom(`${Aws.REGION} ${name.valueAsString}`));
  log('own', new LogGroup(stack, 'Own', { logGroupName: 'own' }), AccessLogFormat.custom('$context.extendedRequestId"'));
  log('other', new LogGroup(other, 'Other', { logGroupName: 'other' }));
}
