// An app with the context of a new project. The output directory is that of the environment variable CDK_OUTDIR.
import { App } from 'aws-cdk-lib';
import * as flags from 'aws-cdk-lib/recommended-feature-flags.json';

export function newApp(): App {
  const { default: _, ...context } = flags as Record<string, unknown>;
  return new App({ analyticsReporting: false, context });
}
