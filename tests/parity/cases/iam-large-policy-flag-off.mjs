// The case iam-large-policy with @aws-cdk/aws-iam:minimizePolicies unset.
export { build } from './iam-large-policy.mjs';
export const context = { '@aws-cdk/aws-iam:minimizePolicies': null };
