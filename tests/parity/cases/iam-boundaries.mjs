// Permissions boundaries: as options of roles and users, applied to and cleared from parts of the tree.
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export function build(app) {
  const stack = new Stack(app, 'IamBoundaries');
  const aws = iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess');
  const own = new iam.ManagedPolicy(stack, 'Own', { statements: [new iam.PolicyStatement({ actions: ['a:A'], resources: ['*'] })] });
  const make = (scope) => {
    new iam.Role(scope, 'Role', { assumedBy: new iam.AnyPrincipal() });
    new iam.Role(scope, 'Bounded', { assumedBy: new iam.AnyPrincipal(), permissionsBoundary: own });
    new iam.User(scope, 'User', { permissionsBoundary: aws });
    new iam.Group(scope, 'Group');
    new iam.CfnRole(scope, 'L1', { assumeRolePolicyDocument: {} });
  };
  make(stack);
  const inner = new Construct(stack, 'Inner');
  make(inner);
  iam.PermissionsBoundary.of(inner).apply(own);
  const cleared = new Construct(inner, 'Cleared');
  make(cleared);
  iam.PermissionsBoundary.of(cleared).clear();
}
