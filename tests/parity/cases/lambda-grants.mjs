// Grants of the right to invoke functions, versions, aliases and URLs, to principals of every kind, in the same and in other
// accounts; permissions with every option and condition; URLs with every option.
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal, AccountRootPrincipal, AnyPrincipal, ArnPrincipal, CompositePrincipal, OrganizationPrincipal, PrincipalWithConditions, Role, ServicePrincipal, User,
} from 'aws-cdk-lib/aws-iam';
import { Alias, Code, Function, FunctionUrl, FunctionUrlAuthType, HttpMethod, InvokeMode, Runtime, Version } from 'aws-cdk-lib/aws-lambda';

export function build(app) {
  const env = (account) => ({ env: { account, region: 'us-east-1' } });
  const stack = new Stack(app, 'LambdaGrants', env('111111111111'));
  const base = { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') };
  const fn = new Function(stack, 'Fn', { ...base, functionName: 'named' });
  const user = new User(stack, 'User');
  const other = new Stack(app, 'LambdaGrantsOther', env('222222222222'));
  const remote = new Role(other, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), roleName: 'remote' });
  const imported = Role.fromRoleArn(stack, 'ImportedRole', 'arn:aws:iam::333333333333:role/imported');
  const principals = [
    user, new ServicePrincipal('events.amazonaws.com'), new AccountPrincipal('222222222222'), new AccountPrincipal('111111111111'), new ArnPrincipal('arn:aws:iam::444444444444:role/x'), new OrganizationPrincipal('o-1234567890'),
    new ServicePrincipal('s3.amazonaws.com', { conditions: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::bucket' }, StringEquals: { 'aws:SourceAccount': '111111111111' } } }),
    new PrincipalWithConditions(new AccountPrincipal('555555555555'), { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }),
    new AnyPrincipal().inOrganization('o-abcdefghij'), remote, imported,
  ];
  for (const principal of principals) { fn.grantInvoke(principal); fn.grantInvoke(principal); }
  fn.grantInvokeLatestVersion(user);
  fn.grantInvokeLatestVersion(new AccountPrincipal('222222222222'));
  fn.grantInvokeCompositePrincipal(new CompositePrincipal(new ServicePrincipal('sns.amazonaws.com'), new AccountPrincipal('666666666666')));
  const urlFn = new Function(stack, 'UrlFn', base);
  for (const principal of principals.slice(0, 4)) urlFn.grantInvokeUrl(principal);
  const version = new Version(stack, 'Version', { lambda: fn });
  const alias = new Alias(stack, 'Alias', { aliasName: 'live', version });
  for (const target of [version, alias]) { target.grantInvoke(user); target.grantInvoke(new ServicePrincipal('events.amazonaws.com')); }
  fn.grantInvokeVersion(user, Version.fromVersionAttributes(stack, 'Seven', { version: '7', lambda: fn }));

  const importedFns = {
    Same: Function.fromFunctionArn(stack, 'Same', 'arn:aws:lambda:us-east-1:111111111111:function:same'),
    SameEnvironment: Function.fromFunctionAttributes(stack, 'SameEnvironment', { functionArn: 'arn:aws:lambda:us-east-1:999999999999:function:x', sameEnvironment: true }),
    Skipped: Function.fromFunctionAttributes(stack, 'Skipped', { functionArn: 'arn:aws:lambda:us-east-1:999999999999:function:y', skipPermissions: true }),
  };
  for (const imported of Object.values(importedFns)) { imported.grantInvoke(user); imported.grantInvoke(new ServicePrincipal('events.amazonaws.com')); }

  fn.addPermission('Full', { principal: new ServicePrincipal('alexa-appkit.amazon.com'), eventSourceToken: 'token', sourceAccount: '1', sourceArn: 'arn:aws:s3:::b', organizationId: 'o-1234567890', action: 'lambda:InvokeFunction' });
  fn.addPermission('Url', { principal: new AnyPrincipal(), action: 'lambda:InvokeFunctionUrl', functionUrlAuthType: FunctionUrlAuthType.AWS_IAM, invokedViaFunctionUrl: false });
  fn.addPermission('Short', { principal: new ServicePrincipal('events') });
  fn.addPermission('Root', { principal: new AccountRootPrincipal() });

  const url = urlFn.addFunctionUrl();
  url.grantInvokeUrl(new AccountPrincipal('777777777777'));
  const open = fn.addFunctionUrl({
    authType: FunctionUrlAuthType.NONE, invokeMode: InvokeMode.RESPONSE_STREAM,
    cors: { allowCredentials: true, allowedHeaders: ['a'], allowedMethods: [HttpMethod.GET, HttpMethod.POST], allowedOrigins: ['https://a.test'], exposedHeaders: ['b'], maxAge: Duration.minutes(1) },
  });
  const aliasUrl = alias.addFunctionUrl({ authType: FunctionUrlAuthType.NONE, cors: {} });
  new FunctionUrl(stack, 'OwnUrl', { function: importedFns.Same, authType: FunctionUrlAuthType.AWS_IAM, invokeMode: InvokeMode.BUFFERED });
  for (const [id, value] of Object.entries({ Url: url.url, OpenArn: open.functionArn, AliasUrl: aliasUrl.url })) new CfnOutput(stack, `${id}Out`, { value });
}
