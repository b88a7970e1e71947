// Buckets: encryption (made and given keys), public access, access control lists, lifecycle, CORS, websites, access logs (own and other
// buckets, other stacks, imports), TLS, grants (own, other accounts, services, public), resource policies, urls, imports.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ArnPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketAccessControl, BucketEncryption, BucketPolicy, HttpMethods, ObjectOwnership, RedirectProtocol, ReplaceKey, StorageClass } from 'aws-cdk-lib/aws-s3';

export function build(app) {
  const stack = new Stack(app, 'Buckets', { env: { account: '111111111111', region: 'eu-west-1' } });
  const agnostic = new Stack(app, 'Agnostic');
  const name = new CfnParameter(stack, 'Name').valueAsString;
  const key = new Key(stack, 'Key');
  const show = (id, value, scope = stack) => new CfnOutput(scope, id, { value });

  new Bucket(stack, 'Named', { bucketName: 'named.bucket-1', versioned: true, removalPolicy: RemovalPolicy.DESTROY, transferAcceleration: true, objectLockEnabled: true });
  new Bucket(stack, 'TokenName', { bucketName: name });
  new Bucket(stack, 'Unencrypted', { encryption: BucketEncryption.UNENCRYPTED });
  new Bucket(stack, 'S3Managed', { encryption: BucketEncryption.S3_MANAGED, bucketKeyEnabled: true });
  new Bucket(stack, 'KmsManaged', { encryption: BucketEncryption.KMS_MANAGED });
  const kms = new Bucket(stack, 'Kms', { encryption: BucketEncryption.KMS });
  new Bucket(stack, 'Dsse', { encryption: BucketEncryption.DSSE });
  new Bucket(stack, 'DsseManaged', { encryption: BucketEncryption.DSSE_MANAGED, bucketKeyEnabled: false });
  const keyed = new Bucket(stack, 'Keyed', { encryptionKey: key, bucketKeyEnabled: true });
  new Bucket(stack, 'DsseKeyed', { encryption: BucketEncryption.DSSE, encryptionKey: key });

  new Bucket(stack, 'BlockAll', { blockPublicAccess: BlockPublicAccess.BLOCK_ALL });
  new Bucket(stack, 'BlockAcls', { blockPublicAccess: BlockPublicAccess.BLOCK_ACLS });
  new Bucket(stack, 'BlockSome', { blockPublicAccess: new BlockPublicAccess({ ignorePublicAcls: false }) });
  new Bucket(stack, 'PublicRead', { publicReadAccess: true, blockPublicAccess: BlockPublicAccess.BLOCK_ACLS_ONLY });
  new Bucket(stack, 'AclPublic', { accessControl: BucketAccessControl.PUBLIC_READ });
  new Bucket(stack, 'AclPrivate', { accessControl: BucketAccessControl.PRIVATE });
  new Bucket(stack, 'AclPreferred', { accessControl: BucketAccessControl.LOG_DELIVERY_WRITE, objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED });
  new Bucket(stack, 'Enforced', { objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED });

  const ruled = new Bucket(stack, 'Ruled', {
    lifecycleRules: [
      { expiration: Duration.days(30) },
      {
        id: 'all', enabled: false, prefix: 'a/', tagFilters: { t: 'v', u: 'w' }, objectSizeGreaterThan: 500, objectSizeLessThan: 100000, abortIncompleteMultipartUploadAfter: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(9), noncurrentVersionsToRetain: 3,
        noncurrentVersionTransitions: [{ storageClass: StorageClass.GLACIER, transitionAfter: Duration.days(2), noncurrentVersionsToRetain: 1 }, { storageClass: StorageClass.DEEP_ARCHIVE, transitionAfter: Duration.days(3) }],
        transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }, { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionDate: new Date('2030-01-01') }],
      },
      { expiredObjectDeleteMarker: true }, { expirationDate: new Date('2031-02-03') },
    ],
    cors: [{ allowedMethods: [HttpMethods.GET, HttpMethods.HEAD], allowedOrigins: ['*'] }],
  });
  ruled.addLifecycleRule({ transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }, { storageClass: StorageClass.ONE_ZONE_INFREQUENT_ACCESS, transitionAfter: Duration.days(31) }] });
  ruled.addCorsRule({ allowedMethods: [HttpMethods.PUT, HttpMethods.POST, HttpMethods.DELETE], allowedOrigins: ['https://a.test', name], allowedHeaders: ['x'], exposedHeaders: ['y'], id: 'second', maxAge: 60 });

  const site = new Bucket(stack, 'Site', {
    websiteIndexDocument: 'index.html', websiteErrorDocument: 'error.html',
    websiteRoutingRules: [
      { hostName: 'h', httpRedirectCode: '302', protocol: RedirectProtocol.HTTPS, replaceKey: ReplaceKey.prefixWith('new/'), condition: { httpErrorCodeReturnedEquals: '404', keyPrefixEquals: 'old/' } },
      { replaceKey: ReplaceKey.with('all.html') },
    ],
  });
  new Bucket(stack, 'Redirect', { websiteRedirect: { hostName: 'www.example.com', protocol: RedirectProtocol.HTTP } });
  new Bucket(stack, 'RedirectPlain', { websiteRedirect: { hostName: 'www.example.com' } });

  const logs = new Bucket(stack, 'Logs', { encryptionKey: key });
  new Bucket(stack, 'Logged', { serverAccessLogsBucket: logs, serverAccessLogsPrefix: 'logged/' });
  new Bucket(stack, 'LoggedAll', { serverAccessLogsBucket: logs });
  new Bucket(stack, 'LogsItself', { serverAccessLogsPrefix: 'self' });
  new Bucket(agnostic, 'Own', { serverAccessLogsBucket: new Bucket(agnostic, 'OwnLogs'), serverAccessLogsPrefix: 'x' });

  new Bucket(stack, 'Tls', { enforceSSL: true });
  new Bucket(stack, 'Tls12', { enforceSSL: true, minimumTLSVersion: 1.2 });

  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const imported = Bucket.fromBucketArn(stack, 'Imported', 'arn:aws:s3:::imported');
  const importedKeyed = Bucket.fromBucketAttributes(stack, 'ImportedKeyed', { bucketName: 'Old_Name', encryptionKey: key, account: '999999999999', region: 'cn-north-1', isWebsite: true, bucketWebsiteNewUrlFormat: true });
  const full = Bucket.fromBucketAttributes(stack, 'Full', { bucketArn: name, bucketDomainName: 'd', bucketRegionalDomainName: 'r', bucketDualStackDomainName: 's', bucketWebsiteUrl: 'http://w/x' });
  const dashed = Bucket.fromBucketAttributes(agnostic, 'Dashed', { bucketName: 'dashed', bucketWebsiteNewUrlFormat: false });
  for (const [id, bucket] of [['Kms', kms], ['Keyed', keyed], ['Ruled', ruled], ['Imported', imported], ['ImportedKeyed', importedKeyed]]) {
    const user = new Role(stack, `${id}User`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    bucket.grantRead(user); bucket.grantRead(user, 'read/*'); bucket.grantPut(user, 'put/*');
    const writer = new Role(stack, `${id}Writer`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    bucket.grantWrite(writer); bucket.grantDelete(writer, 'd/*'); bucket.grantPutAcl(writer);
    const both = new Role(stack, `${id}Both`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    bucket.grantReadWrite(both, 'rw/*'); bucket.grantWrite(both, 'w/*', ['s3:PutObject', 's3:Abort*']);
  }
  keyed.grantRead(new AccountPrincipal('222222222222'));
  ruled.grantPut(new ServicePrincipal('delivery.logs.amazonaws.com'), 'logs/*');
  ruled.grantWrite(new ArnPrincipal('arn:aws:iam::222222222222:role/x'));
  site.grantPublicAccess('public/*', 's3:GetObject', 's3:GetObjectVersion');
  site.grantPublicAccess();
  ruled.addToResourcePolicy(new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [ruled.bucketArn], principals: [new ServicePrincipal('config.amazonaws.com')] }));
  const policy = new BucketPolicy(stack, 'OwnPolicy', { bucket: imported });
  policy.document.addStatements(new PolicyStatement({ actions: ['s3:*'], resources: [imported.arnForObjects('x/*')], principals: [role] }));

  for (const [id, bucket, scope] of [['Site', site, stack], ['Imported', imported, stack], ['ImportedKeyed', importedKeyed, stack], ['Full', full, stack], ['Dashed', dashed, agnostic]]) {
    show(`${id}Name`, bucket.bucketName, scope); show(`${id}Arn`, bucket.bucketArn, scope); show(`${id}Domain`, bucket.bucketDomainName, scope);
    show(`${id}Regional`, bucket.bucketRegionalDomainName, scope); show(`${id}Dual`, bucket.bucketDualStackDomainName, scope);
    if (id !== 'Imported') { show(`${id}Website`, bucket.bucketWebsiteUrl, scope); show(`${id}WebsiteDomain`, bucket.bucketWebsiteDomainName, scope); }
    show(`${id}Objects`, bucket.arnForObjects('k/*'), scope); show(`${id}Url`, bucket.urlForObject('a/b'), scope); show(`${id}UrlBucket`, bucket.urlForObject(), scope);
    show(`${id}S3`, bucket.s3UrlForObject('/k'), scope); show(`${id}Virtual`, bucket.virtualHostedUrlForObject('k'), scope);
    show(`${id}VirtualGlobal`, bucket.virtualHostedUrlForObject(undefined, { regional: false }), scope);
    show(`${id}Fast`, bucket.transferAccelerationUrlForObject('k'), scope); show(`${id}FastBucket`, bucket.transferAccelerationUrlForObject(undefined, { dualStack: true }), scope);
  }
}
