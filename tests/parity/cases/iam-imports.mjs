// Imported roles (same, other, unknown account; not mutable; default policy names), users, groups, policies, instance
// profiles; inline and managed policies attached to them.
import { Aws, CfnOutput, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

const statement = (n) => new iam.PolicyStatement({ actions: [`a:${n}`], resources: ['*'] });

export function build(app) {
  for (const [id, env] of [['IamImports', undefined], ['IamImportsEnv', { account: '111111111111', region: 'us-east-1' }]]) {
    const stack = new Stack(app, id, { env });
    const out = (name, value) => new CfnOutput(stack, name, { value });
    const param = new CfnParameter(stack, 'Param');
    const same = iam.Role.fromRoleArn(stack, 'Same', 'arn:aws:iam::111111111111:role/p/a/same');
    const other = iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::999999999999:role/other');
    const token = iam.Role.fromRoleArn(stack, 'Token', Fn.importValue('role-arn'));
    const partial = iam.Role.fromRoleArn(stack, 'Partial', `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/p/${param.valueAsString}`);
    const named = iam.Role.fromRoleName(stack, 'Named', 'named', { defaultPolicyName: 'MyPolicy' });
    const frozen = iam.Role.fromRoleArn(stack, 'Frozen', 'arn:aws:iam::111111111111:role/frozen', { mutable: false });
    const frozenGrants = iam.Role.fromRoleArn(stack, 'FrozenGrants', 'arn:aws:iam::111111111111:role/frozen2', { mutable: false, addGrantsToResources: true });
    const roles = { same, other, token, partial, named, frozen, frozenGrants };
    for (const [name, role] of Object.entries(roles)) {
      out(`${name}Arn`, role.roleArn);
      out(`${name}Name`, role.roleName);
      role.addToPrincipalPolicy(statement(name));
      role.addToPrincipalPolicy(statement(`${name}2`));
    }
    const inline = new iam.Policy(stack, 'Inline', { statements: [statement('Inline')] });
    for (const role of Object.values(roles)) role.attachInlinePolicy(inline);
    const attached = new iam.Policy(stack, 'Attached', { statements: [statement('Attached')] });
    for (const role of Object.values(roles)) attached.attachToRole(role);
    const managed = new iam.ManagedPolicy(stack, 'Managed', { statements: [statement('Managed')] });
    same.addManagedPolicy(managed);
    other.addManagedPolicy(managed);
    frozen.addManagedPolicy(managed);
    same.addManagedPolicy(managed);

    const users = {
      named: iam.User.fromUserName(stack, 'UserNamed', 'user'),
      arn: iam.User.fromUserArn(stack, 'UserArn', 'arn:aws:iam::111111111111:user/p/u'),
      token: iam.User.fromUserAttributes(stack, 'UserToken', { userArn: Fn.importValue('user-arn') }),
    };
    const group = new iam.Group(stack, 'Group');
    const groups = {
      named: iam.Group.fromGroupName(stack, 'GroupNamed', 'group'),
      arn: iam.Group.fromGroupArn(stack, 'GroupArn', 'arn:aws:iam::111111111111:group/p/g'),
      token: iam.Group.fromGroupArn(stack, 'GroupToken', Fn.importValue('group-arn')),
    };
    for (const [name, user] of Object.entries(users)) {
      out(`user${name}Arn`, user.userArn);
      out(`user${name}Name`, user.userName);
      user.addToPrincipalPolicy(statement(name));
      if (name !== 'token') {
        user.addToGroup(group);
        groups.arn.addUser(user);
      }
    }
    for (const [name, g] of Object.entries(groups)) {
      out(`group${name}Arn`, g.groupArn);
      out(`group${name}Name`, g.groupName);
      g.addToPrincipalPolicy(statement(name));
    }
    attached.attachToUser(users.arn);
    attached.attachToGroup(groups.arn);
    users.named.attachInlinePolicy(attached);
    groups.named.attachInlinePolicy(attached);
    new iam.Role(stack, 'OfImported', { assumedBy: new iam.CompositePrincipal(same, users.named, groups.arn) });

    const byName = iam.ManagedPolicy.fromManagedPolicyName(stack, 'ByName', 'p/managed');
    const byArn = iam.ManagedPolicy.fromManagedPolicyArn(stack, 'ByArn', Fn.importValue('policy-arn'));
    new iam.User(stack, 'HasImported', { managedPolicies: [byName, byArn, iam.ManagedPolicy.fromAwsManagedPolicyName('job-function/Billing')] });
    out('PolicyName', iam.Policy.fromPolicyName(stack, 'PolicyByName', 'inline-name').policyName);
    const profiles = {
      Name: iam.InstanceProfile.fromInstanceProfileName(stack, 'ProfileName', 'profile'),
      Arn: iam.InstanceProfile.fromInstanceProfileArn(stack, 'ProfileArn', 'arn:aws:iam::111111111111:instance-profile/p/x'),
      Token: iam.InstanceProfile.fromInstanceProfileAttributes(stack, 'ProfileToken', { instanceProfileArn: Fn.importValue('profile'), role: same }),
    };
    for (const [name, profile] of Object.entries(profiles)) {
      out(`profile${name}Arn`, profile.instanceProfileArn);
      out(`profile${name}Name`, profile.instanceProfileName);
    }
    out('OidcIssuer', iam.OidcProviderNative.fromOidcProviderArn(stack, 'Oidc', 'arn:aws:iam::111111111111:oidc-provider/a/b').oidcProviderIssuer);
  }
}
