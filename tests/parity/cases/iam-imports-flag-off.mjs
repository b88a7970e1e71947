// Policies of imported roles with @aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName unset.
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export const context = { '@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName': null };

export function build(app) {
  const stack = new Stack(app, 'IamImportsFlagOff');
  const statement = new iam.PolicyStatement({ actions: ['a:A'], resources: ['*'] });
  iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/r').addToPrincipalPolicy(statement);
  iam.Role.fromRoleName(stack, 'Named', 'r', { defaultPolicyName: 'Mine' }).addToPrincipalPolicy(statement);
}
