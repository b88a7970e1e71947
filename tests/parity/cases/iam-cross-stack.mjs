// Policies of one stack that are about resources of another one of the same environment; a policy that is left out exports
// nothing.
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const producer = new Stack(app, 'IamRoles');
  const role = new iam.Role(producer, 'Role', { assumedBy: new iam.ServicePrincipal('x') });
  const hidden = new iam.Role(producer, 'Hidden', { assumedBy: new iam.ServicePrincipal('x') });
  const consumer = new Stack(app, 'IamUsers');
  const user = new iam.User(consumer, 'User');
  role.grantAssumeRole(user);
  role.grantPassRole(user);
  const policy = new iam.Policy(consumer, 'Policy', { statements: [new iam.PolicyStatement({ actions: ['a:B', 'a:A'], resources: [role.roleArn, `${role.roleArn}/*`, 'b'] })] });
  policy.attachToRole(role);
  new iam.Policy(consumer, 'LeftOut', { statements: [new iam.PolicyStatement({ actions: ['a:C'], resources: [hidden.roleArn] })] });
  new iam.ManagedPolicy(consumer, 'Managed', { statements: [new iam.PolicyStatement({ actions: ['a:D'], resources: [role.roleArn] })], roles: [role] });
}
