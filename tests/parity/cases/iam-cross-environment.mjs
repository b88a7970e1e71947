// Roles, users, groups, instance profiles and managed policies used in a stack of another account, another region and the
// same account; grants across stacks; a policy that is left out, which exports nothing.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PhysicalName } from 'aws-cdk-lib';

export function build(app) {
  const producer = new Stack(app, 'IamProducer', { env: { account: '111111111111', region: 'us-east-1' } });
  const assumedBy = new iam.ServicePrincipal('x');
  const named = new iam.Role(producer, 'Named', { assumedBy, roleName: 'named', path: '/p/q/' });
  const generated = new iam.Role(producer, 'Generated', { assumedBy, roleName: PhysicalName.GENERATE_IF_NEEDED });
  const unused = new iam.Role(producer, 'Unused', { assumedBy, roleName: PhysicalName.GENERATE_IF_NEEDED });
  const user = new iam.User(producer, 'User', { userName: 'user', path: '/u/' });
  const group = new iam.Group(producer, 'Group', { groupName: 'group' });
  const profile = new iam.InstanceProfile(producer, 'Profile', { instanceProfileName: 'profile', path: '/ip/' });
  const managed = new iam.ManagedPolicy(producer, 'Managed', { managedPolicyName: 'managed', path: '/m/', statements: [new iam.PolicyStatement({ actions: ['a:A'], resources: ['*'] })] });
  for (const [id, env] of [['IamOtherAccount', { account: '222222222222', region: 'us-east-1' }], ['IamOtherRegion', { account: '111111111111', region: 'eu-west-1' }]]) {
    const stack = new Stack(app, id, { env });
    const out = (name, value) => new CfnOutput(stack, name, { value });
    out('NamedArn', named.roleArn);
    out('NamedName', named.roleName);
    out('GeneratedArn', generated.roleArn);
    out('UserArn', user.userArn);
    out('UserName', user.userName);
    out('GroupArn', group.groupArn);
    out('GroupName', group.groupName);
    out('ProfileArn', profile.instanceProfileArn);
    out('ProfileName', profile.instanceProfileName);
    out('ProfileRoleArn', profile.role.roleArn);
    out('ManagedArn', managed.managedPolicyArn);
    const local = new iam.Role(stack, 'Local', { assumedBy: named });
    named.grantAssumeRole(local);
    generated.grantPassRole(local);
    local.addToPolicy(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [named.roleArn, generated.roleArn] }));
  }
}
