// User pools: every option of each group, triggers given and added, keys of custom senders, SMS roles, emails of Cognito and SES,
// attributes, policies, passkeys, threat protection, device tracking; grants; imports.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery, AdvancedSecurityMode, BooleanAttribute, CustomThreatProtectionMode, DateTimeAttribute, FeaturePlan, LambdaVersion, Mfa, NumberAttribute, PasskeyUserVerification,
  StandardThreatProtectionMode, StringAttribute, UserPool, UserPoolEmail, UserPoolOperation, VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';

export function build(app) {
  const stack = new Stack(app, 'CognitoPools', { env: { account: '111111111111', region: 'eu-west-1' } });
  const fn = new Function(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') });
  const role = new Role(stack, 'SmsRole', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') });
  const full = new UserPool(stack, 'Full', {
    userPoolName: 'full', selfSignUpEnabled: true,
    userVerification: { emailSubject: 'S', emailBody: 'B {####}', smsMessage: 'M {####}', emailStyle: VerificationEmailStyle.CODE },
    userInvitation: { emailSubject: 'IS', emailBody: 'IB {username} {####}', smsMessage: 'IM {username} {####}' },
    smsRole: role, smsRoleExternalId: 'external', snsRegion: 'eu-central-1',
    signInAliases: { username: true, email: true, phone: true, preferredUsername: true }, autoVerify: { email: true, phone: false }, keepOriginal: { email: true, phone: true },
    standardAttributes: {
      website: { mutable: false, required: true }, fullname: { required: true }, address: {}, birthdate: {}, email: {}, familyName: {}, gender: {}, givenName: {}, locale: {}, middleName: {}, nickname: {},
      phoneNumber: {}, profilePicture: {}, preferredUsername: {}, profilePage: {}, timezone: {}, lastUpdateTime: {},
    },
    customAttributes: {
      text: new StringAttribute({ minLen: 0, maxLen: 20, mutable: true }), plain: new StringAttribute(), zero: new StringAttribute({ minLen: 0 }), number: new NumberAttribute({ min: 1, max: 10 }),
      max: new NumberAttribute({ max: 5, mutable: false }), flag: new BooleanAttribute({ mutable: true }), when: new DateTimeAttribute(),
    },
    mfa: Mfa.REQUIRED, mfaMessage: 'Code {####}', mfaSecondFactor: { sms: true, otp: true, email: true },
    passwordPolicy: { tempPasswordValidity: Duration.days(3), minLength: 12, requireLowercase: true, requireUppercase: false, requireDigits: true, requireSymbols: false, passwordHistorySize: 4 },
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, smsOtp: true, passkey: true } }, passkeyRelyingPartyId: 'example.com', passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    email: UserPoolEmail.withSES({ fromEmail: 'mail@bücher.example', fromName: 'Bücher', replyTo: 'reply@example.com', configurationSetName: 'set', sesRegion: 'us-east-1', sesVerifiedDomain: 'bücher.example' }),
    lambdaTriggers: { preSignUp: fn, customMessage: fn, customEmailSender: fn, postConfirmation: fn }, signInCaseSensitive: false, accountRecovery: AccountRecovery.EMAIL_ONLY, removalPolicy: RemovalPolicy.DESTROY,
    deletionProtection: true, deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false }, customSenderKmsKey: new Key(stack, 'Key'), featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION, customThreatProtectionMode: CustomThreatProtectionMode.AUDIT_ONLY,
  });
  full.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, fn, LambdaVersion.V2_0);
  full.addTrigger(UserPoolOperation.CUSTOM_SMS_SENDER, fn);
  for (const operation of ['CREATE_AUTH_CHALLENGE', 'DEFINE_AUTH_CHALLENGE', 'POST_AUTHENTICATION', 'PRE_AUTHENTICATION', 'PRE_TOKEN_GENERATION', 'USER_MIGRATION', 'VERIFY_AUTH_CHALLENGE_RESPONSE']) {
    full.addTrigger(UserPoolOperation[operation], fn);
  }
  const user = new User(stack, 'User');
  full.grant(user, 'cognito-idp:AdminCreateUser', 'cognito-idp:ListUsers');

  const pool = (id, props) => new UserPool(stack, id, props);
  pool('Link', { userVerification: { emailStyle: VerificationEmailStyle.LINK, emailSubject: 'L' }, signInAliases: { email: true }, deletionProtection: false });
  pool('LinkBody', { userVerification: { emailStyle: VerificationEmailStyle.LINK, emailBody: 'Go {##here##}' }, signInAliases: { phone: true } });
  pool('EmailAndPhone', { signInAliases: { email: true, phone: true }, autoVerify: {}, keepOriginal: {} });
  pool('Username', { signInAliases: { username: true }, autoVerify: { phone: true }, enableSmsRole: false });
  pool('NoAliases', { signInAliases: {} });
  pool('MfaOff', { mfa: Mfa.OFF, mfaSecondFactor: { sms: true, otp: true } });
  pool('MfaSms', { mfa: Mfa.OPTIONAL, snsRegion: 'us-west-2' });
  pool('MfaOtp', { mfa: Mfa.OPTIONAL, mfaSecondFactor: { sms: false, otp: true }, enableSmsRole: true });
  pool('Password', { passwordPolicy: {}, signInPolicy: { allowedFirstAuthFactors: { password: true } } });
  pool('PasswordHistory', { passwordPolicy: { passwordHistorySize: 0, minLength: 6 } });
  pool('Audit', { advancedSecurityMode: AdvancedSecurityMode.AUDIT });
  pool('CustomThreats', { customThreatProtectionMode: CustomThreatProtectionMode.FULL_FUNCTION });
  pool('StandardThreats', { standardThreatProtectionMode: StandardThreatProtectionMode.NO_ENFORCEMENT });
  pool('Settings', { emailSettings: { from: 'a@mañana.com', replyTo: 'b@example.com' }, userInvitation: {}, standardAttributes: {}, customAttributes: {} });
  pool('CognitoEmail', { email: UserPoolEmail.withCognito('reply@mañana.com') });
  pool('CognitoPlain', { email: UserPoolEmail.withCognito() });
  pool('Ses', { email: UserPoolEmail.withSES({ fromEmail: 'mail@example.com', fromName: 'Books (Team)' }), mfaMessage: '{####}' });
  pool('SesName', { email: UserPoolEmail.withSES({ fromEmail: 'mail@example.com', fromName: 'Books & more' }) });
  pool('KeyOnly', { customSenderKmsKey: new Key(stack, 'Key2') });
  for (const recovery of Object.keys(AccountRecovery).filter((name) => Number.isNaN(Number(name)))) pool(`Recovery${recovery}`, { accountRecovery: AccountRecovery[recovery], featurePlan: FeaturePlan.LITE });

  const parameter = new CfnParameter(stack, 'Pool').valueAsString;
  const imports = {
    ById: UserPool.fromUserPoolId(stack, 'ById', 'eu-west-1_abc'), ByArn: UserPool.fromUserPoolArn(stack, 'ByArn', 'arn:aws:cognito-idp:us-east-1:222222222222:userpool/us-east-1_abc'),
    ByToken: UserPool.fromUserPoolId(stack, 'ByToken', parameter), ByArnToken: UserPool.fromUserPoolArn(stack, 'ByArnToken', parameter),
  };
  for (const [id, imported] of Object.entries({ FullPool: full, ...imports })) {
    imported.grant(user, 'cognito-idp:DescribeUserPool');
    new CfnOutput(stack, `${id}Id`, { value: imported.userPoolId });
    new CfnOutput(stack, `${id}Arn`, { value: imported.userPoolArn });
    new CfnOutput(stack, `${id}Provider`, { value: imported.userPoolProviderName });
  }
  new CfnOutput(stack, 'FullUrl', { value: full.userPoolProviderUrl });
  imports.ById.addClient('Client');
}
