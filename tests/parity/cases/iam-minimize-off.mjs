// The case iam-merging with @aws-cdk/aws-iam:minimizePolicies unset: statements stay as they are, repeated ones aside.
export { build } from './iam-merging.mjs';
export const context = { '@aws-cdk/aws-iam:minimizePolicies': null };
