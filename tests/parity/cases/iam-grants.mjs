// Grants: to principals with and without policies, to principals or resources in the same and in other accounts, to both;
// grants on roles; immutable roles; applyBefore and combine; policies as grantees.
import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

class Bucket extends Resource {
  constructor(scope, id, props = {}) {
    super(scope, id, props);
    this.document = new iam.PolicyDocument();
    this.resource = new CfnResource(this, 'Resource', { type: 'Test::Own::Bucket' });
    this.policy = new CfnResource(this, 'Policy', { type: 'Test::Own::BucketPolicy', properties: { Document: this.document } });
    this.arn = this.resource.getAtt('Arn').toString();
  }
  addToResourcePolicy(statement) {
    this.document.addStatements(statement);
    return { statementAdded: true, policyDependable: this.policy };
  }
}

class Frozen extends Resource {
  addToResourcePolicy() { return { statementAdded: false }; }
}

export function build(app) {
  for (const [id, env] of [['IamGrants', undefined], ['IamGrantsEnv', { account: '111111111111', region: 'us-east-1' }]]) {
    const stack = new Stack(app, id, { env });
    const thing = (name) => new CfnResource(stack, name, { type: 'Test::Own::Thing' });
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('x') });
    const user = new iam.User(stack, 'User');
    const group = new iam.Group(stack, 'Group');
    const imported = iam.Role.fromRoleArn(stack, 'Imported', 'arn:aws:iam::111111111111:role/imported');
    const other = iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::222222222222:role/other');
    const frozen = iam.Role.fromRoleArn(stack, 'FrozenRole', 'arn:aws:iam::111111111111:role/frozen', { mutable: false });
    const frozenGrants = iam.Role.fromRoleArn(stack, 'FrozenGrants', 'arn:aws:iam::111111111111:role/frozen2', { mutable: false, addGrantsToResources: true });
    const principals = {
      Role: role, User: user, Group: group, Imported: imported, Other: other, Frozen: frozen, FrozenGrants: frozenGrants,
      Service: new iam.ServicePrincipal('s'), Account: new iam.AccountPrincipal('111111111111'), OtherAccount: new iam.AccountPrincipal('333333333333'),
      Any: new iam.AnyPrincipal(), Conditions: role.grantPrincipal === role ? new iam.PrincipalWithConditions(role, { Bool: { a: 'b' } }) : role,
    };
    const either = new Bucket(stack, 'Either');
    const both = new Bucket(stack, 'Both');
    const foreign = new Bucket(stack, 'Foreign', { account: '222222222222' });
    for (const [name, grantee] of Object.entries(principals)) {
      const options = { grantee, actions: [`a:${name}`], conditions: name === 'User' ? { Bool: { c: 'd' } } : undefined };
      iam.Grant.addToPrincipal({ ...options, resourceArns: ['arn:only', 'arn:principal'] }).applyBefore(thing(`Before${name}`));
      if (name === 'Group') continue;
      iam.Grant.addToPrincipalOrResource({ ...options, resourceArns: [either.arn], resource: either }).applyBefore(thing(`BeforeEither${name}`));
      iam.Grant.addToPrincipalAndResource({ ...options, resourceArns: [both.arn], resourceSelfArns: ['*'], resource: both }).applyBefore(thing(`BeforeBoth${name}`));
      iam.Grant.addToPrincipalOrResource({ ...options, resourceArns: [foreign.arn], resourceSelfArns: ['*'], resource: foreign });
    }
    iam.Grant.addToPrincipalAndResource({ grantee: user, actions: ['a:X'], resourceArns: ['x'], resource: both, resourcePolicyPrincipal: new iam.AnyPrincipal() });
    iam.Grant.addStatementToResourcePolicy({
      grantee: user, actions: [], resourceArns: [], resource: either,
      statement: new iam.PolicyStatement({ actions: ['a:Own'], principals: [user], resources: ['*'] }),
    }).applyBefore(thing('BeforeOwn'));
    iam.Grant.addToPrincipalAndResource({ grantee: role, actions: ['a:Y'], resourceArns: ['y'], resource: new Frozen(stack, 'FrozenBucket') }).applyBefore(thing('BeforeFrozenBucket'));
    iam.Grant.drop(role, 'nothing').applyBefore(thing('BeforeDrop'));
    role.grant(user, 'iam:X', 'iam:Y').combine(role.grantPassRole(imported)).applyBefore(thing('BeforeCombined'));
    role.grantAssumeRole(group);
    imported.grantAssumeRole(role);
    imported.grantPassRole(user);
    frozen.grantAssumeRole(user);
    frozenGrants.grant(user, 'iam:Z');
    const immutable = role.withoutPolicyUpdates();
    immutable.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['a:Never'], resources: ['*'] }));
    immutable.grantPassRole(user);
    thing('OnImmutable').node.addDependency(immutable);
    new iam.User(stack, 'Trusts').addToPolicy(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [immutable.roleArn] }));

    const policy = new iam.Policy(stack, 'Policy', { users: [user] });
    iam.Grant.addToPrincipal({ grantee: policy, actions: ['a:P'], resourceArns: ['p'] }).applyBefore(thing('BeforePolicy'));
    const managed = new iam.ManagedPolicy(stack, 'Managed', { groups: [group], users: [user], path: '/m/' });
    iam.Grant.addToPrincipal({ grantee: managed, actions: ['a:M'], resourceArns: ['m'] }).applyBefore(thing('BeforeManaged'));
    const unattached = new iam.Policy(stack, 'Unattached');
    iam.Grant.addToPrincipal({ grantee: unattached, actions: ['a:U'], resourceArns: ['u'] }).applyBefore(thing('BeforeUnattached'));
    const unknown = new iam.UnknownPrincipal({ resource: either });
    iam.Grant.addToPrincipal({ grantee: unknown, actions: ['a:K'], resourceArns: ['k'] }).applyBefore(thing('BeforeUnknown'));
  }
}
