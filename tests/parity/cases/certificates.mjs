// Certificates: validation by DNS (one zone, several zones, none, wildcards) and by mail (registered domains, given ones), every option,
// names from paths and with stack tags, private certificates, imports, the metric of the days that are left.
import { Aws, CfnOutput, CfnParameter, Stack, Tags } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, KeyAlgorithm, PrivateCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';

export function build(app) {
  const stack = new Stack(app, 'Certificates', { tags: { team: 'books', Name: 'stack' } });
  const name = new CfnParameter(stack, 'DomainName').valueAsString;
  const com = new HostedZone(stack, 'Com', { zoneName: 'example.com' });
  const net = HostedZone.fromHostedZoneId(stack, 'Net', 'Z2');
  const org = HostedZone.fromHostedZoneAttributes(stack, 'Org', { hostedZoneId: 'Z3', zoneName: 'example.org' });

  new Certificate(stack, 'Plain', { domainName: 'api.example.com' });
  new Certificate(stack, 'Mail', {
    domainName: '*.api.example.co.uk', subjectAlternativeNames: ['www.example.com', 'a.b.example.io', 'r.test', 'example.com', 'x.example.jp', 'y.or.jp'],
    validation: CertificateValidation.fromEmail({ 'www.example.com': 'mail.example.com' }),
  });
  new Certificate(stack, 'MailToken', { domainName: name, validation: CertificateValidation.fromEmail({ [name]: 'example.com' }) });
  const dns = new Certificate(stack, 'Dns', {
    domainName: 'example.com', subjectAlternativeNames: ['*.example.com', 'www.example.com', '*.www.example.com', '*.other.com', name], validation: CertificateValidation.fromDns(com),
  });
  new Certificate(stack, 'ByHand', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], validation: CertificateValidation.fromDns() });
  new Certificate(stack, 'Zones', {
    domainName: 'example.com', subjectAlternativeNames: ['example.net', '*.example.net', 'example.org', 'example.info'],
    validation: CertificateValidation.fromDnsMultiZone({ 'example.com': com, 'example.net': net, '*.example.net': org, 'example.org': org }),
  });
  new Certificate(stack, 'Options', {
    domainName: 'example.com', validation: CertificateValidation.fromDns(com), certificateName: 'named', transparencyLoggingEnabled: false, keyAlgorithm: KeyAlgorithm.EC_SECP384R1, allowExport: true,
  });
  new Certificate(stack, 'Logged', { domainName: 'example.com', subjectAlternativeNames: [], validation: CertificateValidation.fromDns(net), certificateName: Aws.STACK_NAME, transparencyLoggingEnabled: true, keyAlgorithm: KeyAlgorithm.RSA_1024, allowExport: false });
  const deep = new Construct(new Construct(stack, 'ü'.repeat(200)), 'n'.repeat(100));
  new Certificate(deep, 'Deep', { domainName: 'x'.repeat(52) + '.example.com' });
  Tags.of(new Certificate(stack, 'Tagged', { domainName: 'example.com' })).add('Name', 'tagged');

  const authority = { certificateAuthorityRef: { certificateAuthorityArn: 'arn:aws:acm-pca:eu-west-1:111111111111:certificate-authority/1' } };
  const priv = new PrivateCertificate(stack, 'Private', { domainName: 'books.internal', certificateAuthority: authority });
  new PrivateCertificate(stack, 'PrivateOptions', {
    domainName: name, subjectAlternativeNames: ['a.internal', name], certificateAuthority: authority, keyAlgorithm: KeyAlgorithm.RSA_4096, allowExport: true,
  });
  const imported = Certificate.fromCertificateArn(stack, 'Imported', 'arn:aws:acm:us-east-1:111111111111:certificate/c');
  const imported2 = PrivateCertificate.fromCertificateArn(stack, 'Imported2', name);
  for (const certificate of [dns, priv, imported, imported2]) {
    new Alarm(stack, `${certificate.node.id}Expiring`, { metric: certificate.metricDaysToExpiry(), threshold: 45, evaluationPeriods: 1 });
    new CfnOutput(stack, `${certificate.node.id}Arn`, { value: certificate.certificateArn });
  }
}
