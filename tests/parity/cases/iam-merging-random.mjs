// Merging of statements drawn from a small pool by a generator of numbers (Park and Miller): 60 documents of 9 statements.
import { Aws, Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const stack = new Stack(app, 'IamMergingRandom');
  const shared = Fn.importValue('shared');
  const account = new iam.AccountPrincipal('222222222222');
  let seed = 20240607;
  const next = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
  const resources = [() => 'r1', () => 'r2', () => Aws.REGION, () => shared, () => Fn.importValue('i'), () => `${Aws.REGION}/x`];
  const principals = [
    () => new iam.ArnPrincipal('u1'), () => new iam.ArnPrincipal('u2'), () => new iam.ServicePrincipal('s1'), () => account,
    () => new iam.AccountPrincipal('333333333333'), () => new iam.StarPrincipal(),
  ];
  const conditions = [undefined, { Bool: { x: 'y' } }, { StringEquals: { k: Aws.REGION } }];
  for (let d = 0; d < 60; d++) {
    const statements = [];
    const withPrincipals = d % 3 === 2;
    for (let i = 0; i < 9; i++) {
      const props = { effect: next(6) === 0 ? iam.Effect.DENY : iam.Effect.ALLOW, sid: next(9) === 0 ? `Sid${i}` : undefined, conditions: conditions[next(9) % 5] };
      const actions = [];
      for (let n = 1 + next(2); n > 0; n--) actions.push(`a:A${next(3)}`);
      props[next(9) === 0 ? 'notActions' : 'actions'] = actions;
      const arns = [];
      for (let n = 1 + next(2); n > 0; n--) arns.push(resources[next(resources.length)]());
      props[next(9) === 0 ? 'notResources' : 'resources'] = arns;
      if (withPrincipals) {
        const list = [];
        const first = next(principals.length);
        list.push(principals[first]());
        if (first < 5 && next(2) === 0) list.push(principals[next(5)]());
        props.principals = list;
      }
      statements.push(new iam.PolicyStatement(props));
    }
    new iam.CfnManagedPolicy(stack, `Policy${d}`, { policyDocument: new iam.PolicyDocument({ statements }) });
  }
}
