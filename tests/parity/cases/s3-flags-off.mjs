// Buckets with the flags of S3 off: access logs by access control list, public access that is not said left open.
import { Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';

export const context = {
  '@aws-cdk/aws-s3:publicAccessBlockedByDefault': false, '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': false,
};

export function build(app) {
  const stack = new Stack(app, 'BucketFlagsOff');
  const logs = new Bucket(stack, 'Logs', { objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED });
  new Bucket(stack, 'Bucket', { serverAccessLogsBucket: logs, blockPublicAccess: new BlockPublicAccess({ blockPublicPolicy: false }) });
  new Bucket(stack, 'Self', { serverAccessLogsPrefix: 'self', blockPublicAccess: BlockPublicAccess.BLOCK_ACLS });
}
