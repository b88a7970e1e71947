// Users, groups, roles, policies, instance profiles, lazy roles, providers with every option, and their attributes;
// policies that are left out, forced, or there because their name is used.
import { CfnOutput, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const stack = new Stack(app, 'IamIdentities');
  const out = (name, value) => new CfnOutput(stack, name, { value });
  const aws = (name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name);
  const statement = (n) => new iam.PolicyStatement({ actions: [`a:${n}`], resources: ['*'] });
  const group = new iam.Group(stack, 'Group', { groupName: 'g', path: '/g/', managedPolicies: [aws('A'), aws('B')] });
  const plain = new iam.Group(stack, 'PlainGroup');
  plain.addManagedPolicy(aws('C'));
  plain.addToPolicy(statement('Group'));
  const user = new iam.User(stack, 'User', { userName: 'u', path: '/u/', groups: [group], managedPolicies: [aws('A')], permissionsBoundary: aws('P') });
  user.addToGroup(plain);
  user.addManagedPolicy(aws('B'));
  user.addToPolicy(statement('User'));
  plain.addUser(new iam.User(stack, 'Member'));
  const role = new iam.Role(stack, 'Role', {
    assumedBy: new iam.ServicePrincipal('x'), description: '', managedPolicies: [aws('A'), aws('A')], maxSessionDuration: Duration.hours(12),
    path: '/', inlinePolicies: { b: new iam.PolicyDocument({ statements: [statement('B')] }), a: new iam.PolicyDocument({ statements: [statement('A')], assignSids: true }) },
  });
  role.addManagedPolicy(aws('A'));
  role.addManagedPolicy(aws('Z'));
  for (const [name, value] of Object.entries({
    groupName: group.groupName, groupArn: group.groupArn, userName: user.userName, userArn: user.userArn, roleName: role.roleName, roleArn: role.roleArn, roleId: role.roleId,
  })) out(name, value);

  new iam.Policy(stack, 'Unattached', { statements: [statement('Unattached')] });
  new iam.Policy(stack, 'Empty', { roles: [new iam.Role(stack, 'OfEmpty', { assumedBy: new iam.ServicePrincipal('x') })] });
  new iam.Policy(stack, 'Forced', { force: true, statements: [statement('Forced')], groups: [group] });
  const named = new iam.Policy(stack, 'Named', { statements: [statement('Named')], users: [user], groups: [group, plain], roles: [role], policyName: 'named' });
  out('NamedName', named.policyName);
  const generated = new iam.Policy(stack, 'Generated', { document: new iam.PolicyDocument({ statements: [statement('Generated')] }) });
  role.attachInlinePolicy(generated);
  role.attachInlinePolicy(generated);
  out('GeneratedName', generated.policyName);
  const renamed = new iam.Policy(stack, 'Renamed', { statements: [statement('Renamed')], roles: [role] });
  renamed.node.defaultChild.overrideLogicalId('OtherId');
  new iam.Policy(stack, `Long${'Name'.repeat(60)}`, { statements: [statement('Long')], roles: [role] });
  const managed = new iam.ManagedPolicy(stack, 'Managed', { statements: [statement('Managed')], users: [user], groups: [group], roles: [role], path: '/m/', description: 'm', managedPolicyName: 'mm' });
  const plainManaged = new iam.ManagedPolicy(stack, 'PlainManaged', { document: new iam.PolicyDocument({ statements: [statement('PlainManaged')] }) });
  plainManaged.addStatements(statement('More'));
  plainManaged.attachToUser(user);
  plainManaged.attachToRole(role);
  plainManaged.attachToRole(role);
  plainManaged.attachToGroup(plain);
  out('ManagedArn', managed.managedPolicyArn);
  out('ManagedName', managed.managedPolicyName);

  const profile = new iam.InstanceProfile(stack, 'Profile');
  const profileAll = new iam.InstanceProfile(stack, 'ProfileAll', { instanceProfileName: 'ip', path: '/ip/', role });
  out('ProfileName', profile.instanceProfileName);
  out('ProfileArn', profileAll.instanceProfileArn);
  profile.role.addToPrincipalPolicy(statement('Profile'));

  const unused = new iam.LazyRole(stack, 'LazyUnused', { assumedBy: new iam.ServicePrincipal('x') });
  unused.addToPolicy(statement('Never'));
  const lazy = new iam.LazyRole(stack, 'Lazy', { assumedBy: new iam.ServicePrincipal('x'), description: 'lazy' });
  lazy.addToPolicy(statement('Lazy'));
  lazy.addManagedPolicy(aws('L'));
  lazy.attachInlinePolicy(new iam.Policy(stack, 'OfLazy', { statements: [statement('OfLazy')] }));
  out('LazyArn', lazy.roleArn);
  lazy.addToPolicy(statement('Later'));

  const secret = SecretValue.secretsManager('password');
  new iam.User(stack, 'Console', { password: secret, passwordResetRequired: true });
  new iam.User(stack, 'Password', { password: secret });
  const key = new iam.AccessKey(stack, 'Key', { user, serial: 2, status: iam.AccessKeyStatus.INACTIVE });
  out('KeyId', key.accessKeyId);
  out('KeySecret', key.secretAccessKey.unsafeUnwrap());
  new iam.AccessKey(stack, 'PlainKey', { user });

  const oidc = new iam.OidcProviderNative(stack, 'Oidc', { url: 'https://oidc.example.com', removalPolicy: RemovalPolicy.RETAIN });
  out('OidcArn', oidc.oidcProviderArn);
  out('OidcIssuer', oidc.oidcProviderIssuer);
  out('SamlArn', new iam.SamlProvider(stack, 'Saml', { metadataDocument: iam.SamlMetadataDocument.fromXml('<xml/>') }).samlProviderArn);
}
