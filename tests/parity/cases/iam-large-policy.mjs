// Default policies too large for a role: split into managed policies, with dependencies on the right part; large
// statements that are not merged further; the estimate of ARNs by context; one that just fits.
import { CfnResource, Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export function build(app) {
  const stack = new Stack(app, 'IamLargePolicy');
  const thing = (name) => new CfnResource(stack, name, { type: 'Test::Own::Thing' });
  const role = (id, count, make) => {
    const made = new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('x'), managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')] });
    for (let i = 0; i < count; i++) made.addToPolicy(new iam.PolicyStatement(make(i)));
    return made;
  };
  const text = (i, length) => `arn:aws:own:::${'x'.repeat(length)}/${i}`;
  const large = role('Large', 90, (i) => ({ actions: [`own:Action${i}`], resources: [text(i, 250)] }));
  for (const n of [1, 50, 100]) {
    iam.Grant.addToPrincipal({ grantee: large, actions: [`own:Grant${n}`], resourceArns: [text(`grant${n}`, n * 10)] }).applyBefore(thing(`Before${n}`));
  }
  role('Mergeable', 120, (i) => ({ actions: ['own:Same'], resources: [text(i, 180)] }));
  role('Tokens', 70, (i) => ({ actions: [`own:Action${i}`], resources: [Fn.importValue(`i${i}`)], conditions: { StringEquals: { [`key${i}`]: 'value' } } }));
  role('Fits', 40, (i) => ({ actions: [`own:Action${i}`], resources: [text(i, 180)] }));
  role('Huge', 3, (i) => ({ actions: [`own:Action${i}`], resources: Array.from({ length: 40 }, (_, n) => text(`${i}-${n}`, 180)) }));
  const scope = new Construct(stack, 'Context');
  scope.node.setContext('@aws-cdk/aws-iam.arnSizeEstimate', 900);
  const big = new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('x') });
  for (let i = 0; i < 15; i++) big.addToPolicy(new iam.PolicyStatement({ actions: [`own:Action${i}`], resources: [Fn.importValue(`i${i}`)] }));
  const dropped = role('Equal', 3, () => ({ actions: ['own:Action'], resources: ['*'], sid: undefined }));
  dropped.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'));
}
