// Trust policies of every principal, with external ids, in stacks with and without an environment; service principals with
// regions, in several partitions.
import { Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

export function build(app) {
  for (const [id, env] of [['IamTrust', undefined], ['IamTrustEnv', { account: '111111111111', region: 'eu-central-2' }], ['IamTrustCn', { account: '111111111111', region: 'cn-north-1' }]]) {
    const stack = new Stack(app, id, { env });
    const role = (name, assumedBy, props = {}) => new iam.Role(stack, name, { assumedBy, ...props });
    const arn = () => new iam.ArnPrincipal('arn:aws:iam::222222222222:role/r');
    role('Arn', arn());
    role('ArnOrganization', arn().inOrganization('o-a1b2c3d4e5'));
    role('Account', new iam.AccountPrincipal('222222222222'));
    role('AccountToken', new iam.AccountPrincipal(Aws.ACCOUNT_ID).inOrganization('o-a1b2c3d4e5'));
    role('Root', new iam.AccountRootPrincipal());
    role('Service', new iam.ServicePrincipal('lambda'));
    role('ServiceFull', new iam.ServicePrincipal('states.us-east-1.amazonaws.com'));
    role('ServiceCn', new iam.ServicePrincipal('ec2.amazonaws.com.cn'));
    role('ServiceOptIn', new iam.ServicePrincipal('s3.amazonaws.com', { region: 'eu-central-2' }));
    role('ServiceRegion', new iam.ServicePrincipal('s3.amazonaws.com', { region: 'us-east-1' }));
    role('ServiceConditions', new iam.ServicePrincipal('s3', { conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } } }));
    role('ServiceStatic', iam.ServicePrincipal.fromStaticServicePrincipleName('s3.static'));
    role('Organization', new iam.OrganizationPrincipal('o-a1b2c3d4e5'));
    role('Canonical', new iam.CanonicalUserPrincipal('canonical'));
    role('Federated', new iam.FederatedPrincipal('f'));
    role('FederatedAll', new iam.FederatedPrincipal('f', { Bool: { a: 'b' } }, 'sts:X'));
    role('Web', new iam.WebIdentityPrincipal('www.amazon.com', { Bool: { a: 'b' } }));
    const oidc = new iam.OidcProviderNative(stack, 'Oidc', { url: 'https://oidc.example.com', clientIds: ['c'], thumbprints: ['0123456789abcdef0123456789abcdef01234567'] });
    role('OpenIdConnect', new iam.OpenIdConnectPrincipal(oidc));
    role('OpenIdConnectL1', new iam.OpenIdConnectPrincipal(new iam.CfnOIDCProvider(stack, 'OidcL1', { url: 'https://x.example.com' }), { StringLike: { [`x.example.com:sub`]: 'y' } }));
    const saml = new iam.SamlProvider(stack, 'SamlProvider', { name: 'saml', metadataDocument: iam.SamlMetadataDocument.fromXml('<xml/>') });
    role('Saml', new iam.SamlPrincipal(saml, { StringEquals: { 'SAML:iss': 'i' } }));
    role('SamlConsole', new iam.SamlConsolePrincipal(saml, { StringEquals: { 'SAML:iss': 'i' }, Bool: { a: 'b' } }));
    role('SamlImported', new iam.SamlConsolePrincipal(iam.SamlProvider.fromSamlProviderArn(stack, 'SamlArn', 'arn:aws:iam::1:saml-provider/s')));
    role('Any', new iam.AnyPrincipal());
    role('Star', new iam.StarPrincipal());
    role('Composite', new iam.CompositePrincipal(new iam.ServicePrincipal('b'), new iam.ServicePrincipal('a', { conditions: { Bool: { a: 'b' } } }), arn(), new iam.WebIdentityPrincipal('w')));
    role('Conditions', new iam.PrincipalWithConditions(arn(), { StringEquals: { a: 'b' } }));
    role('ConditionsTwice', new iam.FederatedPrincipal('f', { StringEquals: { a: 'b' }, Bool: { z: 'z' } }).withConditions({ Null: { n: 'true' }, StringEquals: { c: 'd' } }));
    const added = new iam.PrincipalWithConditions(arn(), { StringEquals: { a: 'b' } });
    added.addCondition('StringEquals', { c: 'd' });
    added.addConditions({ Null: { n: 'true' } });
    role('ConditionsAdded', added);
    role('ConditionsOfComposite', new iam.PrincipalWithConditions(new iam.CompositePrincipal(arn(), new iam.ServicePrincipal('a')), { Bool: { a: 'b' } }));
    role('Tags', arn().withSessionTags());
    role('TagsOfConditions', arn().withConditions({ Bool: { a: 'b' } }).withSessionTags());
    role('ConditionsOfTags', arn().withSessionTags().withConditions({ Bool: { a: 'b' } }));
    role('ExternalIds', new iam.CompositePrincipal(arn(), new iam.AccountPrincipal('1').withSessionTags()), { externalIds: ['y', 'x'] });
    role('OfRole', role('Inner', new iam.ServicePrincipal('x')));
    role('OfUser', new iam.User(stack, 'User'));
    const trusted = role('More', arn());
    trusted.assumeRolePolicy.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.ServicePrincipal('m')] }));
    trusted.assumeRolePolicy.addStatements(new iam.PolicyStatement({ actions: ['sts:TagSession'], principals: [new iam.ServicePrincipal('m')] }));
  }
}
