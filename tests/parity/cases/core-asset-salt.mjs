// The context value that changes the hashes of all assets.
import { Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { fileURLToPath } from 'node:url';

export const context = { '@aws-cdk/core:assetHashSalt': 'pepper' };

export function build(app) {
  const stack = new Stack(app, 'AssetSalt');
  for (const name of ['hello', 'bundle.zip']) {
    new Function(stack, name.replace('.', ''), {
      runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromAsset(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))),
    });
  }
}
