// Merging of statements: what differs in actions, resources or principals alone, tokens that are the same and tokens that
// only resolve to the same, conditions, ids, notActions, duplicates, sorting, assignSids, minimize given, fromJson.
import { Aws, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export function build(app) {
  const stack = new Stack(app, 'IamMerging');
  const param = new CfnParameter(stack, 'Param');
  const role = new iam.CfnRole(stack, 'L1', { assumeRolePolicyDocument: doc() });
  function doc() {
    return new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.AnyPrincipal()] })] });
  }
  const policy = (id, statements, props = {}) => new iam.CfnManagedPolicy(stack, id, {
    policyDocument: new iam.PolicyDocument({ ...props, statements: statements.map((s) => new iam.PolicyStatement(s)) }),
  });
  policy('Actions', [{ actions: ['a:B'], resources: ['r1'] }, { actions: ['a:A', 'a:C'], resources: ['r1'] }]);
  policy('Resources', [{ actions: ['a:A', 'a:B'], resources: ['r2'] }, { actions: ['a:B', 'a:A'], resources: ['r1'] }]);
  policy('Neither', [{ actions: ['a:A'], resources: ['r1'] }, { actions: ['a:B'], resources: ['r2'] }]);
  policy('Chain', [
    { actions: ['a:A'], resources: ['r1'] }, { actions: ['a:B'], resources: ['r2'] }, { actions: ['a:A'], resources: ['r2'] },
    { actions: ['a:B'], resources: ['r1'] }, { actions: ['a:C'], resources: ['r1', 'r2'] },
  ]);
  policy('Effects', [
    { actions: ['a:A'], resources: ['r1'] }, { effect: iam.Effect.DENY, actions: ['a:A'], resources: ['r2'] },
    { effect: iam.Effect.DENY, actions: ['a:A'], resources: ['r1'] },
  ]);
  policy('Sids', [
    { sid: 'A', actions: ['a:A'], resources: ['r1'] }, { actions: ['a:A'], resources: ['r2'] },
    { sid: 'A', actions: ['a:A'], resources: ['r1'] }, { sid: '', actions: ['a:A'], resources: ['r3'] },
  ]);
  policy('Conditions', [
    { actions: ['a:A'], resources: ['r1'], conditions: { StringEquals: { k: 'v' } } },
    { actions: ['a:A'], resources: ['r2'], conditions: { StringEquals: { k: 'v' } } },
    { actions: ['a:A'], resources: ['r3'], conditions: { StringEquals: { k: 'w' } } },
    { actions: ['a:A'], resources: ['r4'], conditions: { StringEquals: { k: 'v' }, Bool: { b: true } } },
    { actions: ['a:A'], resources: ['r5'], conditions: { Bool: { b: true }, StringEquals: { k: 'v' } } },
    { actions: ['a:A'], resources: ['r6'], conditions: { StringEquals: { k: Aws.REGION } } },
    { actions: ['a:A'], resources: ['r7'], conditions: { StringEquals: { k: Aws.REGION } } },
    { actions: ['a:A'], resources: ['r8'], conditions: { StringEquals: { k: ['x', 'y'] } } },
    { actions: ['a:A'], resources: ['r9'], conditions: { StringEquals: { k: ['y', 'x'] } } },
  ]);
  policy('NotActions', [
    { notActions: ['a:B', 'a:A'], resources: ['r2'] }, { notActions: ['a:A', 'a:B'], resources: ['r1'] }, { notActions: ['a:A'], resources: ['r3'] },
    { actions: ['a:A'], resources: ['r3'] },
  ]);
  policy('NotResources', [
    { actions: ['a:B'], notResources: ['r2', 'r1'] }, { actions: ['a:A'], notResources: ['r1', 'r2'] }, { actions: ['a:A'], notResources: ['r1'] },
    { notActions: ['a:B', 'a:A', 'a:B'], notResources: ['r2', 'r1', 'r2'] },
  ]);
  policy('SameTokens', [
    { actions: ['a:A'], resources: [role.attrArn] }, { actions: ['a:B'], resources: [role.attrArn] },
    { actions: ['a:A'], resources: [`${role.attrArn}/*`] }, { actions: ['a:B'], resources: [`${role.attrArn}/*`] },
    { actions: ['a:C'], resources: [Aws.REGION] }, { actions: ['a:D'], resources: [Aws.REGION] },
    { actions: ['a:E'], resources: [param.valueAsString] }, { actions: ['a:F'], resources: [param.valueAsString, param.valueAsString] },
  ]);
  const joined = Fn.join('-', ['x', Aws.REGION]);
  policy('OtherTokens', [
    { actions: ['a:A'], resources: [Fn.join('-', ['x', Aws.REGION])] }, { actions: ['a:B'], resources: [Fn.join('-', ['x', Aws.REGION])] },
    { actions: ['a:C'], resources: [joined] }, { actions: ['a:D'], resources: [joined] },
    { actions: ['a:E'], resources: [Fn.importValue('i'), Fn.importValue('i')] },
    { actions: ['a:E'], resources: [Fn.importValue('i')] },
    { actions: [Lazy.string({ produce: () => 'a:Lazy' })], resources: ['r'] }, { actions: ['a:Lazy'], resources: ['r'] },
  ]);
  policy('Sorting', [
    { actions: ['b:B', 'a:Z', 'a:b', 'A:a', 'a:*', '*'], resources: ['z', role.attrArn, 'Z', Aws.REGION, 'a/ä', 'a', `${Aws.REGION}/b`, 'é', '~', '{'] },
  ]);
  policy('Duplicates', [
    { actions: ['a:A', 'a:A'], resources: ['r', 'r'] }, { actions: ['a:A'], resources: ['r'] }, { actions: ['a:A'], resources: ['r'] },
  ]);
  policy('AssignSids', [
    { actions: ['a:A'], resources: ['r1'] }, { actions: ['a:B'], resources: ['r2'] }, { sid: 'Own', actions: ['a:C'], resources: ['r3'] },
    { actions: ['a:D'], resources: ['r4'] }, { actions: ['a:B'], resources: ['r2'] },
  ], { assignSids: true });
  policy('MinimizeOff', [
    { actions: ['b:B', 'a:A'], resources: ['r2', 'r1'] }, { actions: ['c:C'], resources: ['r2', 'r1'] }, { actions: ['c:C'], resources: ['r2', 'r1'] },
    { actions: ['c:C', 'c:C'], resources: [Fn.importValue('i'), Fn.importValue('i')] },
  ], { minimize: false });
  policy('MinimizeOn', [{ actions: ['b:B', 'a:A'], resources: ['r2', 'r1'] }, { actions: ['c:C'], resources: ['r2', 'r1'] }], { minimize: true });

  const resourcePolicy = (id, statements) => policy(id, statements);
  const u = (n) => new iam.ArnPrincipal(`arn:aws:iam::111111111111:user/${n}`);
  const realRole = new iam.Role(stack, 'Real', { assumedBy: u('a') });
  const account = new iam.AccountPrincipal('222222222222');
  resourcePolicy('Principals', [
    { actions: ['a:A'], resources: ['r1'], principals: [u('b')] }, { actions: ['a:A'], resources: ['r1'], principals: [u('a')] },
    { actions: ['a:A'], resources: ['r1'], principals: [new iam.ServicePrincipal('x')] },
    { actions: ['a:A'], resources: ['r1'], principals: [new iam.ServicePrincipal('w.amazonaws.com'), u('a'), u('a')] },
    { actions: ['a:B'], resources: ['r2'], principals: [u('c')] }, { actions: ['a:C'], resources: ['r2'], principals: [u('c')] },
    { actions: ['a:D'], resources: ['r3'], principals: [realRole] }, { actions: ['a:E'], resources: ['r3'], principals: [realRole] },
    { actions: ['a:F'], resources: ['r4'], principals: [account] }, { actions: ['a:G'], resources: ['r4'], principals: [account] },
    { actions: ['a:H'], resources: ['r5'], principals: [new iam.AccountPrincipal('333333333333')] },
    { actions: ['a:I'], resources: ['r5'], principals: [new iam.AccountPrincipal('333333333333')] },
    { actions: ['a:J'], resources: ['r6'], principals: [new iam.AnyPrincipal()] }, { actions: ['a:J'], resources: ['r6'], principals: [new iam.StarPrincipal()] },
    { actions: ['a:K'], resources: ['r6'], principals: [new iam.StarPrincipal()] },
    { actions: ['a:L'], resources: ['r7'], notPrincipals: [u('b'), u('a')] }, { actions: ['a:M'], resources: ['r7'], notPrincipals: [u('a'), u('b')] },
    { actions: ['a:N'], resources: ['r8'], principals: [new iam.OrganizationPrincipal('o-a1b2c3d4e5')] },
    { actions: ['a:O'], resources: ['r8'], principals: [new iam.OrganizationPrincipal('o-a1b2c3d4e5')] },
    { actions: ['a:P'], resources: ['r9'], principals: [new iam.CanonicalUserPrincipal('cu'), u('a')] },
    { actions: ['a:P'], resources: ['r9'], principals: [new iam.FederatedPrincipal('f')] },
    { actions: ['a:Q'], resources: ['r10'], principals: [u('z').withConditions({ Bool: { x: 'y' } })] },
    { actions: ['a:R'], resources: ['r10'], principals: [u('z').withConditions({ Bool: { x: 'y' } })] },
    { actions: ['a:S'], resources: ['r11'], principals: [new iam.ServicePrincipal('s', { conditions: { Bool: { x: 'y' } } })], conditions: { StringEquals: { k: 'v' }, Bool: { z: 'z' } } },
    { actions: ['a:T'], resources: ['r12'], principals: [new iam.CompositePrincipal(u('m'), new iam.ServicePrincipal('m'))] },
    { actions: ['a:T'], resources: ['r12'], principals: [new iam.CompositePrincipal(u('m'), new iam.ServicePrincipal('m'))] },
  ]);

  new iam.CfnManagedPolicy(stack, 'FromJson', {
    policyDocument: iam.PolicyDocument.fromJson({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'S', Effect: 'Deny', Action: 'a:A', Resource: 'r', Condition: { Bool: { x: 'y' } } },
        { Action: ['a:B', 'a:C'], Resource: ['r'], Principal: '*' },
        { Action: ['a:B'], Resource: ['r'], Principal: { AWS: 'b', Service: ['x', 'y'] } },
        { Action: ['a:B'], Resource: ['r'], Principal: { AWS: ['a'] } },
        { NotAction: 'a:D', NotResource: ['r', 's'], NotPrincipal: { AWS: '*' } },
        { Action: 'a:E', Resource: 'r1' }, { Action: 'a:E', Resource: 'r2' },
      ],
    }),
  });
  new iam.Policy(stack, 'Added', { roles: [realRole] }).addStatements(added());
  function added() {
    const s = new iam.PolicyStatement();
    s.addActions('a:B', 'a:A');
    s.addAllResources();
    s.addSourceAccountCondition('111111111111');
    s.addSourceArnCondition(role.attrArn);
    s.addAccountCondition('ext');
    s.addConditions({ StringEquals: { 'aws:SourceAccount': '222222222222', other: 'o' }, Null: { n: 'true' } });
    return s;
  }
}
