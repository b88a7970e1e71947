// Keys of KMS: every option, policies, admins, aliases; grants in one environment, to services, across stacks, accounts and
// regions; imported keys and aliases.
import { CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement, Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';

export function build(app) {
  const env = (account, region) => ({ env: { account, region } });
  const stack = new Stack(app, 'KmsKeys');
  const user = new User(stack, 'User');
  const plain = new Key(stack, 'Plain');
  const full = new Key(stack, 'Full', {
    alias: 'full', description: 'all of it', enableKeyRotation: true, rotationPeriod: Duration.days(180), enabled: false, multiRegion: true,
    keySpec: KeySpec.SYMMETRIC_DEFAULT, keyUsage: KeyUsage.ENCRYPT_DECRYPT, pendingWindow: Duration.days(7), removalPolicy: RemovalPolicy.DESTROY,
    admins: [user, new AccountPrincipal('222222222222')],
  });
  full.addAlias('alias/second');
  full.grantDecrypt(user);
  full.grantEncrypt(new ServicePrincipal('logs.amazonaws.com'));
  full.grantEncryptDecrypt(new AccountPrincipal('111111111111'));
  new Key(stack, 'Rotating', { rotationPeriod: Duration.days(90) });
  new Key(stack, 'NotRotating', { enableKeyRotation: false });
  const sign = new Key(stack, 'Sign', { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY });
  sign.grantSign(user); sign.grantVerify(user); sign.grantSignVerify(user);
  const mac = new Key(stack, 'Mac', { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC });
  mac.grantGenerateMac(user); mac.grantVerifyMac(user);
  const own = new Key(stack, 'OwnPolicy', {
    policy: new PolicyDocument({ statements: [new PolicyStatement({ actions: ['kms:*'], resources: ['*'], principals: [new AccountPrincipal('111111111111')] })] }),
  });
  own.addToResourcePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'], principals: [new ServicePrincipal('sns.amazonaws.com')] }));
  own.grant(user, 'kms:DescribeKey');

  const alias = new Alias(stack, 'Alias', { aliasName: Fn.join('', ['team-', stack.region]), targetKey: plain, removalPolicy: RemovalPolicy.RETAIN });
  alias.grantDecrypt(user);
  new Alias(stack, 'TokenAlias', { aliasName: `alias/${stack.region}/x`, targetKey: alias });
  new Alias(stack, 'LiteralThenToken', { aliasName: `pre-${stack.region}`, targetKey: plain });
  const imported = Key.fromKeyArn(stack, 'Imported', 'arn:aws:kms:us-east-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  imported.grantEncrypt(user);
  imported.addAlias('imported');
  imported.addAlias('imported2');
  const named = Alias.fromAliasName(stack, 'Named', 'alias/named');
  named.grantDecrypt(user);
  Alias.fromAliasAttributes(stack, 'Attributed', { aliasName: 'alias/attributed', aliasTargetKey: plain }).grantEncrypt(user);
  const show = (id, value) => new CfnOutput(stack, id, { value });
  show('Arn', plain.keyArn); show('Id', plain.keyId); show('AliasArn', alias.aliasArn); show('AliasKeyArn', alias.keyArn); show('AliasName', alias.aliasName);
  show('ImportedArn', imported.keyArn); show('ImportedId', imported.keyId); show('NamedArn', named.keyArn); show('NamedId', named.keyId);

  const one = new Stack(app, 'KmsOne', env('111111111111', 'us-east-1'));
  const shared = new Key(one, 'Shared');
  const same = new Stack(app, 'KmsSame', env('111111111111', 'us-east-1'));
  shared.grantDecrypt(new Role(same, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
  const remote = new Stack(app, 'KmsRemote', env('222222222222', 'us-east-1'));
  shared.grantDecrypt(new Role(remote, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), roleName: 'remote-role' }));
  const region = new Stack(app, 'KmsRegion', env('111111111111', 'eu-west-1'));
  shared.grantEncrypt(new Role(region, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), roleName: 'region-role' }));
  const later = new Stack(app, 'KmsLater', env('222222222222', 'us-east-1'));
  later.addDependency(one);
  shared.grantSign(new Role(later, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), roleName: 'later-role' }));
  const inRemote = Key.fromKeyArn(remote, 'Imported', 'arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  inRemote.grantDecrypt(new Role(remote, 'Other', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
}
