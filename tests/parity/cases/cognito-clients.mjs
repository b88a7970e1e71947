// Clients, domains, resource servers and groups of user pools: every option.
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  ClientAttributes, ManagedLoginVersion, OAuthScope, ResourceServerScope, UserPool, UserPoolClient, UserPoolClientIdentityProvider, UserPoolDomain, UserPoolGroup, UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const stack = new Stack(app, 'CognitoClients');
  const pool = new UserPool(stack, 'Pool');
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') });
  const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'read it' });
  const server = pool.addResourceServer('Server', { identifier: 'books', scopes: [read, new ResourceServerScope({ scopeName: 'write', scopeDescription: 'write it' })] });
  new UserPoolResourceServer(stack, 'Named', { userPool: pool, identifier: `https://${stack.region}.example.com`, userPoolResourceServerName: 'named' });
  const old = UserPoolResourceServer.fromUserPoolResourceServerId(stack, 'Old', 'old');
  const attributes = new ClientAttributes();
  const full = pool.addClient('Full', {
    userPoolClientName: 'full', generateSecret: true, authFlows: { adminUserPassword: true, custom: true, userPassword: true, userSrp: true, user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true }, callbackUrls: ['https://a.test', `https://${stack.region}.test`], defaultRedirectUri: 'https://a.test', logoutUrls: ['https://a.test/bye'],
      scopes: [OAuthScope.EMAIL, OAuthScope.custom('own/scope'), OAuthScope.EMAIL, OAuthScope.resourceServer(server, read), OAuthScope.resourceServer(old, read)],
    },
    authSessionValidity: Duration.minutes(15), preventUserExistenceErrors: true, supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO, UserPoolClientIdentityProvider.APPLE, UserPoolClientIdentityProvider.custom('own')],
    idTokenValidity: Duration.hours(2), refreshTokenValidity: Duration.days(90), accessTokenValidity: Duration.minutes(10),
    readAttributes: attributes.withStandardAttributes({ email: true, emailVerified: true, fullname: false, address: true }).withCustomAttributes('shelf', 'custom:row', 'Zed'), writeAttributes: attributes.withStandardAttributes({ nickname: true }),
    enableTokenRevocation: true, enablePropagateAdditionalUserContextData: true, analytics: { applicationId: 'id', externalId: 'external', role, shareUserData: true },
  });
  pool.addClient('Disabled', { disableOAuth: true, preventUserExistenceErrors: false, generateSecret: false, enableTokenRevocation: false });
  const machine = pool.addClient('Machine', { generateSecret: true, oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, read)] } });
  pool.addClient('Implicit', { oAuth: { flows: { implicitCodeGrant: true }, scopes: [OAuthScope.OPENID, OAuthScope.PHONE] }, authFlows: { userSrp: true }, refreshTokenRotationGracePeriod: Duration.seconds(10) });
  pool.addClient('NoFlows', { oAuth: { flows: {}, callbackUrls: [], scopes: [] }, authFlows: { user: false }, supportedIdentityProviders: [] });
  pool.addClient('ShortRefresh', { refreshTokenValidity: Duration.hours(1), idTokenValidity: Duration.hours(1), authFlows: {} });
  pool.addClient('AccessOnly', { accessTokenValidity: Duration.days(1), oAuth: {}, readAttributes: new ClientAttributes() });
  new UserPoolClient(stack, 'Google', { userPool: pool, supportedIdentityProviders: [UserPoolClientIdentityProvider.GOOGLE, UserPoolClientIdentityProvider.FACEBOOK, UserPoolClientIdentityProvider.AMAZON], refreshTokenRotationGracePeriod: Duration.seconds(0) });

  const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'books-readers' }, managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN });
  const custom = new UserPoolDomain(stack, 'Custom', { userPool: pool, customDomain: { domainName: 'login.example.com', certificate: Certificate.fromCertificateArn(stack, 'Cert', 'arn:aws:acm:us-east-1:111111111111:certificate/c') }, managedLoginVersion: ManagedLoginVersion.CLASSIC_HOSTED_UI });
  pool.addGroup('Group', { description: 'd', groupName: 'admins', precedence: 0, role });
  new UserPoolGroup(stack, 'Plain', { userPool: pool });
  const imported = UserPoolClient.fromUserPoolClientId(stack, 'Imported', 'client');
  const show = (id, value) => new CfnOutput(stack, id, { value });
  show('ClientId', full.userPoolClientId); show('ClientName', full.userPoolClientName); show('ImportedId', imported.userPoolClientId);
  show('ServerId', server.userPoolResourceServerId); show('DomainName', domain.domainName); show('Base', domain.baseUrl()); show('Fips', domain.baseUrl({ fips: true }));
  show('CustomBase', custom.baseUrl()); show('CloudFront', custom.cloudFrontEndpoint);
  show('SignIn', domain.signInUrl(full, { redirectUri: 'https://a.test' }));
  show('SignInPath', custom.signInUrl(pool.addClient('PlainClient'), { redirectUri: `https://${stack.region}.test`, signInPath: '/own' }));
}
